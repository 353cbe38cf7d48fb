"""What happens to numbers and papers when there are two processes, or when one is killed."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.outbox import JobState, retry_job, waiting_jobs
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sales import list_sales
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.factories import DRAWER, add_printer, make_product
from tests.fakes.escpos_decoder import decode
from tests.fakes.tcp_printer import TcpPrinter

ROOT = Path(__file__).parents[2]
PRICE = 850_00


def counter(folder, sales, *how):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.counter", folder, str(sales), *how],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def number(n):
    return f"TX-00001-{n:08d}"


@pytest.fixture
def stocked(database, admin):
    """Return the folder of a shop with something to sell; the shop itself is let go."""
    with database.write(admin) as work:
        make_product(work, price=PRICE)
    database.close()
    return database.path.parent


def test_two_processes_never_issue_the_same_number(stocked, database, clock):
    both = [counter(stocked, 15, "take-turns") for _ in range(2)]
    said = [line for each in both for line in each.communicate(timeout=120)[0].split()]
    assert [each.returncode for each in both] == [0, 0]
    assert sorted(said) == [number(n) for n in range(1, 31)]


def papers(device):
    """Return the numbers of the tickets that came out, and whether each says it is a reprint."""
    found = []
    for job in device.jobs:
        if not bytes(job).endswith(b"\x1dr\x01"):
            continue  # cut off by the kill: no whole paper
        words = " ".join(line.text for line in decode(bytes(job)).lines)
        (told,) = set(re.findall(r"TX-\d{5}-\d{8}", words))
        found.append((told, "REIMPRESIÓN" in words))
    return found


def kill_after(process, sales, pause):
    said = [process.stdout.readline().strip() for _ in range(sales)]
    time.sleep(pause)
    process.kill()
    said += process.stdout.read().split()
    return said


@pytest.mark.long
def test_a_kill_between_the_sale_and_its_paper_loses_neither(stocked, clock):
    """A kill at any instant: sale, money and paper are all there, or none of them is."""
    dice, said = Random(12), []
    with TcpPrinter() as device:
        database = open_shop(stocked, create=False, clock=clock)
        with database.write(admin_of(database)) as work:
            add_printer(work, address=device.address)
        database.close()
        for _ in range(12):
            with counter(stocked, 1000) as process:
                said += kill_after(process, dice.randint(1, 6), dice.uniform(0, 0.03))
        database = open_shop(stocked, create=False)
        with database.read() as work:
            assert check(work) == []
            sold = [row.number for row in list_sales(work, limit=10_000)][::-1]
            assert get_register(work, DRAWER).balance == len(sold) * PRICE
        assert sold == [number(n) for n in range(1, len(sold) + 1)]
        assert set(said) <= set(sold)
        print_the_rest(database)
        database.close()
        out = papers(device)
    assert {told for told, _ in out} == set(sold)
    first = Counter(told for told, reprint in out if not reprint)
    assert max(first.values()) == 1, "the same paper twice says that it is a reprint"


def admin_of(database):
    with database.read() as work:
        return next(user for user in list_users(work) if user.is_admin)


def print_the_rest(database):
    """Print what still waits; of what was being sent at a kill, a person says to try again."""
    worker = OutboxWorker(database, lambda: None)
    worker.start()
    while True:
        time.sleep(0.05)
        with database.read() as work:
            waiting = waiting_jobs(work)
        if not waiting:
            break
        for job in waiting:
            if job.state is JobState.UNCERTAIN:
                with database.write(admin_of(database)) as work:
                    retry_job(work, job.id)
                worker.wake()
    assert worker.stop(10)
