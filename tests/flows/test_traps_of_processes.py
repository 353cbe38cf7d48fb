"""What happens to numbers and papers when there are two processes, or when one is killed."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.cli import run
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.documents import Text
from kioskifly_desktop.core.outbox import JobState, retry_job, waiting_jobs
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sales import list_sales
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.vouchers import voucher_document
from tests.factories import DRAWER, add_printer, make_product, sell
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


NEWEST_GONE = """
    DELETE FROM print_job WHERE voucher_id = (SELECT id FROM voucher WHERE entry_id = :last);
    DELETE FROM voucher WHERE entry_id = :last;
    DELETE FROM sale_line WHERE sale_id = (SELECT id FROM sale WHERE entry_id = :last);
    DELETE FROM sale_payment WHERE sale_id = (SELECT id FROM sale WHERE entry_id = :last);
    DELETE FROM sale WHERE entry_id = :last;
    UPDATE product SET stock = stock - coalesce(
        (SELECT sum(quantity) FROM stock_move WHERE entry_id = :last), 0);
    DELETE FROM stock_move WHERE entry_id = :last;
    DELETE FROM posting WHERE entry_id = :last;
    UPDATE account SET
        balance = coalesce((SELECT sum(amount) FROM posting WHERE account_id = account.id), 0),
        last_entry_id = (SELECT max(entry_id) FROM posting WHERE account_id = account.id);
    DELETE FROM journal_entry WHERE id = :last
"""


def cut_the_newest(folder):
    """Take the last sale out of the file as somebody who knows it well would."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        (last,) = connection.execute("SELECT max(id) FROM journal_entry").fetchone()
        for statement in NEWEST_GONE.split(";"):
            connection.execute(statement, {"last": last})
        for _, sql in guards:
            connection.execute(sql)
        connection.commit()


def code_on(work, voucher_id):
    blocks = voucher_document(work, voucher_id).blocks
    (said,) = [b.text for b in blocks if isinstance(b, Text) and b.text.startswith("Op. ")]
    return said.removeprefix("Op. ")


def test_22_the_newest_rows_removed_are_missed_by_their_paper(database, admin, capsys):
    with database.write(admin) as work:
        product_id = make_product(work, price=PRICE)
        first, last = (sell(work, (product_id, 1), cash=PRICE) for _ in range(2))
    with database.read() as work:
        codes = [code_on(work, each.voucher_id) for each in (first, last)]
    folder = database.path.parent

    def proves(*papers):
        asked = [part for paper in papers for part in ("--paper", paper)]
        status = run(["--data", str(folder), "check", *asked])
        said = capsys.readouterr().out.splitlines()
        assert (status == 0) is (said == ["Los libros cierran: no hay problemas."])
        return said if status else []

    assert proves(first.number, f"{last.number} {codes[1]}", f"Op. {codes[0].lower()}") == []
    assert proves(f"{last.number} {codes[0]}") == [
        f"El comprobante {last.number} no es el de la operación {codes[0]}."
    ]
    cut_the_newest(folder)
    assert proves() == []
    assert proves(f"{first.number} {codes[0]}") == []
    assert proves(first.number, last.number, codes[1]) == [
        f"El comprobante {last.number} no está en el libro: faltan movimientos.",
        f"La operación {codes[1]} no está en el libro: faltan movimientos.",
    ]
    with database.write(admin) as work:  # its number is given again, its code can't be
        assert sell(work, (product_id, 1), cash=PRICE).number == last.number
    assert proves(last.number) == []
    assert proves(f"{last.number} {codes[1]}") == [
        f"La operación {codes[1]} no está en el libro: faltan movimientos."
    ]


@pytest.mark.parametrize("said", ["", "nada", "TX-00001-00000001 000001-AAAA 000002-BBBB"])
def test_22_what_is_no_paper_is_not_proved(database, said, capsys):
    folder = database.path.parent
    assert run(["--data", str(folder), "check", "--paper", said]) == 1
    assert capsys.readouterr().out.startswith(("El comprobante NADA no", f"«{said}» no es"))


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
