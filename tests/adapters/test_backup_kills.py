"""A program killed while it copies or restores, at random instants: whole, or not there."""

import random
import shutil
import subprocess
import sys
import time

import pytest

from kioskifly_desktop.adapters.backups import copy_facts, list_copies, make_copy
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user
from tests.factories import make_client

KILLS = 100
SEED = 20261122

COPIES = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from kioskifly_desktop.adapters.backups import make_copy

shop, folder, passphrase, first = sys.argv[1:]
print("ready", flush=True)
for second in range(1_000_000):
    now = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=int(first) + second)
    make_copy(Path(shop), Path(folder), passphrase=passphrase, now=now)
    print(now, flush=True)
"""

RESTORES = """
import sys
from pathlib import Path
from kioskifly_desktop.adapters.backups import restore_copy

print("ready", flush=True)
restore_copy(Path(sys.argv[1]), Path(sys.argv[2]))
print("done", flush=True)
"""


def _started(program, *arguments):
    running = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)], stdout=subprocess.PIPE
    )
    assert running.stdout
    assert running.stdout.readline() == b"ready\n"
    return running


def _length(program, *arguments):
    """Return how long a program takes for one line here and now."""
    running = _started(program, *arguments)
    began = time.monotonic()
    running.stdout.readline()
    running.kill()
    running.communicate()
    return time.monotonic() - began


def _killed(program, seconds, *arguments):
    """Run a program, kill it, and return the lines it finished."""
    running = _started(program, *arguments)
    time.sleep(seconds)
    running.kill()
    out, _ = running.communicate()
    return out.decode().splitlines()


@pytest.mark.long
@pytest.mark.parametrize("passphrase", ["", "mate amargo"])
def test_a_copy_is_whole_or_not_there(folder, tmp_path, passphrase):
    usb = tmp_path / "usb"
    make_copy(folder / FILE_NAME, usb, passphrase=passphrase)
    length = _length(COPIES, folder / FILE_NAME, tmp_path, passphrase, 0)
    instants = random.Random(SEED)
    finished = 0
    for kill in range(KILLS):
        seconds = instants.uniform(0, 1.5 * length)
        finished += len(
            _killed(COPIES, seconds, folder / FILE_NAME, usb, passphrase, kill * 86_400)
        )
        copies = list_copies(usb)
        assert copies
        assert copy_facts(copies[0].path, passphrase).shop == "Mi kiosco"
        assert len(list(usb.glob(".kioskifly-*"))) <= 1  # what was under way
    assert finished
    for copy in list_copies(usb):
        assert copy_facts(copy.path, passphrase).shop == "Mi kiosco"
    make_copy(folder / FILE_NAME, usb, passphrase=passphrase)
    assert list(usb.glob(".kioskifly-*")) == []
    assert list(folder.glob(".kioskifly-*")) == []


@pytest.mark.long
def test_a_shop_is_the_one_before_or_the_one_restored(folder, tmp_path):
    """The shop was killed too: its last client waits in the log."""
    copy = make_copy(folder / FILE_NAME, tmp_path / "usb").path
    database = open_shop(folder)
    with database.read() as work:
        user = find_user(work, "")
    with database.write(user) as work:
        make_client(work, "Ana")
    crashed = tmp_path / "crashed"
    shutil.copytree(folder, crashed)
    database.close()
    assert (crashed / f"{FILE_NAME}-wal").stat().st_size
    length = _length(RESTORES, copy, shutil.copytree(crashed, tmp_path / "first"))
    instants = random.Random(SEED)
    ended = {"before": 0, "restored": 0}
    for kill in range(KILLS):
        place = tmp_path / f"shop-{kill}"
        shutil.copytree(crashed, place)
        _killed(RESTORES, instants.uniform(0, 1.5 * length), copy, place)
        clients = _clients(place)
        ended["restored" if clients == 0 else "before"] += 1
        for kept in place.glob("shop-antes-de-restaurar-*.db"):
            apart = tmp_path / f"kept-{kill}"
            apart.mkdir()
            shutil.copy(kept, apart / FILE_NAME)
            log = kept.with_name(f"{kept.name}-wal")
            if log.exists():
                shutil.copy(log, apart / f"{FILE_NAME}-wal")
            assert _clients(apart) == 1
        if clients == 0:
            assert list(place.glob("shop-antes-de-restaurar-*.db"))
        shutil.rmtree(place)
    assert all(ended.values()), ended


def _clients(folder):
    """Open a shop as the program does, and return how many clients it has."""
    database = open_shop(folder, create=False)
    try:
        with database.read() as work:
            assert check(work) == []
            return work.db.exec_driver_sql("SELECT count(*) FROM client").scalar_one()
    finally:
        database.close()
