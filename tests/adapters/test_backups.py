import multiprocessing
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from kioskifly_desktop.adapters.backups import copy_facts, list_copies, make_copy, restore_copy
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import (
    BackupBooksError,
    BackupDamagedError,
    BackupFolderError,
    PassphraseError,
    PassphraseMissingError,
    ShopInUseError,
)
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.shop_file import look_into_shop, open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    PaymentRequest,
    adjust_balance,
    register_payment,
)
from tests.factories import make_client

NOON = datetime(2026, 11, 22, 15, tzinfo=UTC)


@pytest.fixture
def shop(tmp_path):
    folder = tmp_path / "shop"
    database = open_shop(folder)
    with database.write(_owner(database)) as work:
        adjust_balance(
            work, AdjustmentRequest("owed", make_client(work, name="Ana"), 10_000_00, "Cuaderno")
        )
    database.close()
    return folder


def _owner(database):
    with database.read() as work:
        return list_users(work)[0]


def test_a_copy_holds_the_shop_and_is_a_single_file(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    facts = copy_facts(copy.path)
    assert (facts.shop, facts.clients, facts.sales) == ("Mi kiosco", 1, 0)
    assert facts.last_entry_at is not None
    assert copy.path.name == "kioskifly-20261122-120000.db"
    assert list((tmp_path / "usb").iterdir()) == [copy.path]


def test_a_sealed_copy_opens_with_its_words_alone(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase="mate amargo", now=NOON)
    assert copy.sealed
    assert b"SQLite" not in copy.path.read_bytes()
    assert copy_facts(copy.path, "mate amargo").clients == 1
    with pytest.raises(PassphraseError):
        copy_facts(copy.path, "mate dulce")
    with pytest.raises(PassphraseMissingError):
        copy_facts(copy.path)


@pytest.mark.parametrize("passphrase", ["", "mate amargo"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.97])
def test_a_flipped_byte_is_noticed(shop, tmp_path, passphrase, part):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase=passphrase, now=NOON)
    content = bytearray(copy.path.read_bytes())
    used = _a_used_byte(content, part) if not passphrase else round(len(content) * part)
    content[used] ^= 0x55
    copy.path.write_bytes(content)
    with pytest.raises((BackupDamagedError, BackupBooksError)):
        copy_facts(copy.path, passphrase)


def _a_used_byte(content, part):
    """Return the place of a page's own header: flipped free space harms nothing."""
    size = int.from_bytes(content[16:18], "big")
    pages = len(content) // size
    return max(round(pages * part), 1) * size


@pytest.mark.parametrize("left", [0, 10, 34, 60, 5_000, -1])
def test_a_cut_copy_is_noticed(shop, tmp_path, left):
    for passphrase in ("", "mate amargo"):
        copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase=passphrase, now=NOON)
        copy.path.write_bytes(copy.path.read_bytes()[:left])
        with pytest.raises((BackupDamagedError, BackupBooksError)):
            copy_facts(copy.path, passphrase)


def test_chunks_can_not_change_places(shop, tmp_path):
    make_it_large(shop / FILE_NAME)
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase="mate", now=NOON)
    content = copy.path.read_bytes()
    head, size = 34 + 9 + 16, (1 << 20) + 16
    first, second = content[head : head + size], content[head + size : head + 2 * size]
    assert len(second) == size
    copy.path.write_bytes(content[:head] + second + first + content[head + 2 * size :])
    with pytest.raises(BackupDamagedError):
        copy_facts(copy.path, "mate")
    copy.path.write_bytes(content[: head + size])
    with pytest.raises(BackupDamagedError):
        copy_facts(copy.path, "mate")


def make_it_large(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO setting VALUES ('ballast', ?)", ("x" * (3 << 20),))


def test_books_that_do_not_agree_are_not_copied(shop, tmp_path):
    good = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    with closing(sqlite3.connect(shop / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE account SET balance = balance + 1 WHERE balance > 0")
    with pytest.raises(BackupBooksError):
        make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON + timedelta(days=1))
    assert [copy.path for copy in list_copies(tmp_path / "usb")] == [good.path]


def test_seven_days_four_weeks_and_twelve_months_are_kept(shop, tmp_path):
    usb = tmp_path / "usb"
    copy = make_copy(shop / FILE_NAME, usb, now=NOON)
    copy.path.unlink()
    for days in range(500, 0, -1):
        (usb / f"kioskifly-{NOON - timedelta(days=days):%Y%m%d}-120000.db").touch()
    (usb / "kioskifly-20261121-090000.db").touch()
    (usb / "fotos.zip").touch()
    make_copy(shop / FILE_NAME, usb, now=NOON)
    kept = [copy.at for copy in list_copies(usb)]
    days = [at.date() for at in kept]
    assert days[:7] == [(NOON - timedelta(days=n)).date() for n in range(7)]
    assert len(set(days)) == len(days)
    assert len({(at.year, at.month) for at in kept}) == 12
    assert len(kept) <= 7 + 4 + 12
    assert (usb / "fotos.zip").exists()


def test_the_copies_before_stay_where_a_new_one_fails(shop, tmp_path):
    usb = tmp_path / "usb"
    good = make_copy(shop / FILE_NAME, usb, now=NOON)
    before = good.path.read_bytes()
    (shop / FILE_NAME).write_bytes(b"rubbish" * 1000)
    with pytest.raises(BackupDamagedError):
        make_copy(shop / FILE_NAME, usb, now=NOON + timedelta(days=1))
    assert list(usb.iterdir()) == [good.path]
    assert good.path.read_bytes() == before


def test_a_folder_that_can_not_be_made_is_a_sentence(shop, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BackupFolderError, match=r"no es una carpeta|ya existe"):
        make_copy(shop / FILE_NAME, tmp_path / "file" / "usb", now=NOON)


def _pay(folder, started, stop):
    database = open_shop(folder)
    owner = _owner(database)
    with database.read() as work:
        drawer = list_registers(work)[1]
    number = 0
    while not stop.is_set():
        with database.write(owner) as work:
            request = PaymentRequest(f"pay-{number}", 1, 100, drawer.id, PaymentMethod.TRANSFER)
            register_payment(work, request)
        number += 1
        started.set()
    database.close()


def test_copies_made_while_payments_go_on_agree(shop, tmp_path):
    context = multiprocessing.get_context("spawn")
    started, stop = context.Event(), context.Event()
    process = context.Process(target=_pay, args=(shop, started, stop))
    process.start()
    try:
        assert started.wait(30)
        seen = []
        for second in range(8):
            moment = NOON + timedelta(days=second)
            copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=moment)
            with closing(sqlite3.connect(copy.path)) as connection:
                seen += connection.execute("SELECT count(*) FROM journal_entry").fetchone()
    finally:
        stop.set()
        process.join(30)
    assert process.exitcode == 0
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]
    for row in list_copies(tmp_path / "usb"):
        restored = tmp_path / row.path.stem
        restore_copy(row.path, restored)
        database = look_into_shop(restored)
        with database.read() as work:
            assert check(work) == []
        database.close()


def test_restoring_keeps_the_present_file(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    database = open_shop(shop)
    with database.write(_owner(database)) as work:
        make_client(work, name="Bea")
    database.close()
    kept = restore_copy(copy.path, shop, now=NOON)
    assert copy_facts(copy.path).clients == 1
    assert _clients(shop / FILE_NAME) == 1
    assert _clients(kept) == 2
    assert not (shop / "restoring.db").exists()
    with open_and_close(shop) as work:
        assert check(work) == []


def open_and_close(folder):
    database = open_shop(folder)
    return database.read()


def _clients(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT count(*) FROM client").fetchone()[0]


def test_what_waited_in_the_log_is_kept_and_not_played_into_the_copy(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    database = open_shop(shop)
    with database.write(_owner(database)) as work:
        make_client(work, name="Bea")
    crashed = tmp_path / "crashed"
    shutil.copytree(shop, crashed)
    database.close()
    assert (crashed / f"{FILE_NAME}-wal").stat().st_size > 0
    kept = restore_copy(copy.path, crashed, now=NOON)
    assert _clients(crashed / FILE_NAME) == 1
    assert _clients(kept) == 2


def test_a_damaged_shop_is_kept_as_it_is(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    (shop / FILE_NAME).write_bytes(b"rubbish" * 1000)
    (shop / f"{FILE_NAME}-wal").write_bytes(b"log")
    kept = restore_copy(copy.path, shop, now=NOON)
    assert kept.read_bytes() == b"rubbish" * 1000
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"log"
    assert _clients(shop / FILE_NAME) == 1


def test_a_bad_copy_leaves_the_shop_alone(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    before = (shop / FILE_NAME).read_bytes()
    with pytest.raises(BackupDamagedError):
        restore_copy(copy.path, shop)
    assert (shop / FILE_NAME).read_bytes() == before


def test_an_open_shop_is_not_replaced(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    database = open_shop(shop)
    try:
        with pytest.raises(ShopInUseError):
            restore_copy(copy.path, shop)
    finally:
        database.close()
