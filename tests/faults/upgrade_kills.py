"""Kills a program again and again while it brings an older shop up to date.

`python -m tests.faults.upgrade_kills FOLDER REVISION KILLS SEED` prints what became of it, as JSON.
It forks, so it runs in a process of its own, without threads.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.migrations import HEAD
from kioskifly_desktop.core.shop_file import open_shop
from tests.conftest import Clock
from tests.older_shops import held, make_older, revision_of


def upgrade_until_killed(folder, told):
    """Open the shop, which brings it up to date, and say so."""
    open_shop(folder, create=False).close()
    os.write(told, b"done\n")
    os._exit(0)


def killed(folder, after):
    """Start, kill after so many seconds, and tell whether the upgrade was over."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        upgrade_until_killed(folder, writing)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return pipe.read() == "done\n"


def main(base, revision, kills, seed):
    """Kill so often, look each time, and return the counts."""
    old, folder, dice = base / "old", base / "shop", Random(seed)
    old.mkdir(parents=True)
    make_older(old, base / "lived", revision, Clock())
    columns, before = held(old / FILE_NAME)
    lasts = _last(old, folder)
    counts = dict.fromkeys(("kills", "begun", "over", "half", "lost", "broken"), 0)
    for _ in range(kills):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(old, folder)
        over = killed(folder, dice.random() * lasts)
        counts["kills"] += 1
        counts["begun"] += any(folder.glob("shop-before-*.db"))
        found = revision_of(folder / FILE_NAME)
        counts["over"] += found == HEAD
        counts["half"] += found not in ({HEAD} if over else {revision, HEAD})
        with closing(open_shop(folder, create=False)) as database, database.read() as work:
            counts["broken"] += bool(check(work))
        counts["half"] += revision_of(folder / FILE_NAME) != HEAD
        counts["lost"] += held(folder / FILE_NAME, columns)[1] != before
    return counts


def _last(old, folder):
    """Return how long an upgrade takes here, once all that it is made of is loaded."""
    began = 0.0
    for _ in range(2):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(old, folder)
        began = time.monotonic()
        open_shop(folder, create=False).close()
    return time.monotonic() - began


if __name__ == "__main__":
    place, of, times, seeded = sys.argv[1:5]
    json.dump(main(Path(place), of, int(times), int(seeded)), sys.stdout)
