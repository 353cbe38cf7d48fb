"""Starts the program: `kioskifly`, or `python -m kioskifly_desktop`."""

from __future__ import annotations

import io
import sys

from kioskifly_desktop.cli import run


def main() -> None:
    """Run the command line and leave with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe without accents must not lose an answer half way.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
