"""From the start of the process to the first paint and to a usable list; the memory it takes.

Each figure is of a process of its own, in turns with one that shows an empty window of PySide6.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.many_clients import many_clients
from tests.bench.timing import compared

CLIENTS, MOVEMENTS = 5_000, 20_000
MANY, FEW = 1_000_000, 1_000
_ROUNDS = 12
_MEMORY_ROUNDS = 3


def _started(what, folder):
    """Start a program and return its figures; the moments in milliseconds from the start."""
    # A machine that keeps no compiled Python compiles all of it at every start.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "tests.bench.start_child", what, str(folder)]
    start = time.monotonic()
    ended = subprocess.run(command, capture_output=True, text=True, check=True, env=kept)
    figures = json.loads(ended.stdout)
    assert "failed" not in figures, figures
    return {
        name: value if name.endswith("_mb") else (value - start) * 1000
        for name, value in figures.items()
    }


def _compare(folder, what, limit):
    ours, bare = [], []
    for turn in range(_ROUNDS + 1):
        taken, plain = _started(what, folder), _started("empty", folder)
        if turn:  # the first compiles what was never run
            ours.append(taken["painted"])
            bare.append(plain["painted"])
    return compared(ours, bare, bare_is="an empty window of PySide6", ratio_limit=limit)


def shell(folder):
    """Measure the start to the first paint."""
    return _compare(_shop(folder), "shell", 1.3)


def table(folder):
    """Measure the start to the list of clients painted."""
    return _compare(_shop(folder), "table", 2.5)


def memory(folder):
    """Return megabytes at the start, and with a million clients listed."""
    few, many = _shop(folder), many_clients(folder, MANY, FEW)
    places = {"empty": few, "memory": few, "listed": few}
    found = {what: _held(what, place) for what, place in places.items()}
    found["listed_million"] = _held("listed", many)
    return found


def _held(what, folder):
    return round(
        statistics.median(_started(what, folder)["rss_mb"] for _ in range(_MEMORY_ROUNDS)), 1
    )


def _shop(folder):
    return many_clients(folder, CLIENTS, MOVEMENTS)


def main(folder):
    """Measure the memory alone, and say it."""
    folder.mkdir(parents=True, exist_ok=True)
    for what, megabytes in memory(folder).items():
        print(f"{what:20}{megabytes:8.1f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
