"""Starts the program: `kioskifly`, or `python -m kioskifly_desktop`.

The window is painted before anything else is loaded: what it needs takes five times as long.
"""

from __future__ import annotations

import gc
import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WITH_A_VALUE = {"--data", "--user"}


def main() -> None:
    """Run the command line and leave with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or a pipe without accents must not lose an answer half way.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Nothing of what is loaded is garbage: looking for it costs a tenth of the start.
    gc.disable()
    if opens_window(sys.argv[1:]) and not _load_behind_shell():
        sys.exit(0)
    from kioskifly_desktop.cli import run  # noqa: PLC0415 - after the first paint

    gc.freeze()
    gc.enable()
    sys.exit(run(sys.argv[1:]))


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether a command line asks for the window, as far as that is plain to see."""
    rest = iter(arguments)
    for each in rest:
        name, equals, _value = each.partition("=")
        if name not in _WITH_A_VALUE or (not equals and next(rest, None) is None):
            return False
    return True


def _load_behind_shell() -> bool:
    """Paint the shell and load the program; False if the shell was closed meanwhile."""
    from kioskifly_desktop.core.errors import NoDisplayError  # noqa: PLC0415 - only for the window
    from kioskifly_desktop.ui.shell import load_behind, show_shell  # noqa: PLC0415 - the same

    try:
        shell = show_shell()
    except NoDisplayError:
        return True  # the command line says so
    return load_behind(shell, ("kioskifly_desktop.app", "kioskifly_desktop.cli"))


if __name__ == "__main__":
    main()
