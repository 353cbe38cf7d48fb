import multiprocessing
import os
import random
import re
import shutil
import sqlite3
import threading
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kioskifly_desktop.adapters.backups import (
    copy_facts,
    find_copies,
    list_copies,
    make_copy,
    remember_place,
    restore_copy,
    save_copy,
)
from kioskifly_desktop.core.backups import NO_MARK
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import (
    BackupBooksError,
    BackupDamagedError,
    BackupFolderError,
    BackupSourceBooksError,
    BackupSourceError,
    BackupUnreadableError,
    NewerShopError,
    NoShopError,
    PassphraseError,
    PassphraseMissingError,
    ShopInUseError,
    ShopLockedError,
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
SEED = 20261122


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
    assert re.fullmatch(r"kioskifly-20261122-120000-000000-[0-9a-f]{8}\.db", copy.path.name), (
        copy.path.name
    )
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
def test_a_flipped_byte_is_noticed_wherever_it_is(shop, tmp_path, passphrase):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase=passphrase, now=NOON)
    content = copy.path.read_bytes()
    chance = random.Random(SEED)
    for place in [0, 3, 12, 40, len(content) - 1, *chance.sample(range(len(content)), 195)]:
        flipped = bytearray(content)
        flipped[place] ^= 1 << chance.randrange(8)
        copy.path.write_bytes(flipped)
        with pytest.raises(BackupDamagedError):
            copy_facts(copy.path, passphrase)
    copy.path.write_bytes(content)
    assert copy_facts(copy.path, passphrase).clients == 1


def test_a_changed_word_is_noticed_in_a_copy_of_any_name(shop, tmp_path):
    copy = tmp_path / "martes.db"
    save_copy(shop / FILE_NAME, copy)
    assert copy_facts(copy).clients == 1
    assert sorted(path.name for path in tmp_path.glob("martes*")) == [
        "martes.db",
        "martes.db.sha256",
    ]
    copy.write_bytes(copy.read_bytes().replace(b"Ana", b"Eva"))
    with pytest.raises(BackupDamagedError):
        copy_facts(copy)
    save_copy(shop / FILE_NAME, copy)
    assert copy_facts(copy).clients == 1


@pytest.mark.parametrize("passphrase", ["", "mate amargo"])
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.97])
def test_a_flipped_byte_is_noticed_without_a_sum(shop, tmp_path, passphrase, part):
    copy = _renamed(shop, tmp_path, passphrase)
    content = bytearray(copy.read_bytes())
    used = _a_used_byte(content, part) if not passphrase else round(len(content) * part)
    content[used] ^= 0x55
    copy.write_bytes(content)
    with pytest.raises((BackupDamagedError, BackupBooksError)):
        copy_facts(copy, passphrase)


def _renamed(shop, tmp_path, passphrase):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase=passphrase, now=NOON)
    return copy.path.rename(tmp_path / "bajada")


def _a_used_byte(content, part):
    """Return the place of a page's own header: flipped free space harms nothing."""
    size = int.from_bytes(content[16:18], "big")
    pages = len(content) // size
    return max(round(pages * part), 1) * size


@pytest.mark.parametrize("left", [0, 10, 34, 60, 5_000, -1])
@pytest.mark.parametrize("passphrase", ["", "mate amargo"])
def test_a_cut_copy_is_noticed(shop, tmp_path, left, passphrase):
    copy = _renamed(shop, tmp_path, passphrase)
    copy.write_bytes(copy.read_bytes()[:left])
    with pytest.raises((BackupDamagedError, BackupBooksError)):
        copy_facts(copy, passphrase)


def test_chunks_can_not_change_places(shop, tmp_path):
    make_it_large(shop / FILE_NAME)
    copy = _renamed(shop, tmp_path, "mate")
    content = copy.read_bytes()
    head, size = 34 + 9 + 16, (1 << 20) + 16
    first, second = content[head : head + size], content[head + size : head + 2 * size]
    assert len(second) == size
    copy.write_bytes(content[:head] + second + first + content[head + 2 * size :])
    with pytest.raises(BackupDamagedError):
        copy_facts(copy, "mate")
    copy.write_bytes(content[: head + size])
    with pytest.raises(BackupDamagedError):
        copy_facts(copy, "mate")


def make_it_large(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO setting VALUES ('ballast', ?)", ("x" * (3 << 20),))


def test_books_that_do_not_agree_are_not_copied(shop, tmp_path):
    good = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    with closing(sqlite3.connect(shop / FILE_NAME)) as connection, connection:
        connection.execute("UPDATE account SET balance = balance + 1 WHERE balance > 0")
    with pytest.raises(BackupSourceBooksError, match="no cierran"):
        make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON + timedelta(days=1))
    assert [copy.path for copy in list_copies(tmp_path / "usb")] == [good.path]


def test_seven_days_four_weeks_and_twelve_months_are_kept(shop, tmp_path):
    usb = tmp_path / "usb"
    copy = make_copy(shop / FILE_NAME, usb, now=NOON)
    copy.path.unlink()
    for days in range(500, 0, -1):
        (usb / f"kioskifly-{NOON - timedelta(days=days):%Y%m%d}-120000-000000-0a0a0a0a.db").touch()
    (usb / "kioskifly-20261121-090000-000000-0a0a0a0a.db").touch()
    others = [
        usb / "kioskifly-20261121-090000-c0ffee-0a0a0a0a.db",
        usb / "kioskifly-20261121-080000-c0ffee-0a0a0a0a.db",
        usb / "kioskifly-99999999-999999-000000-0a0a0a0a.db",
        usb / "fotos.zip",
    ]
    for other in others:
        other.touch()
    make_copy(shop / FILE_NAME, usb, now=NOON)
    kept = [copy.at for copy in list_copies(usb) if copy.mark == NO_MARK]
    dates = [at.date() for at in kept]
    assert dates[:7] == [(NOON - timedelta(days=n)).date() for n in range(7)]
    assert len(set(dates)) == len(dates)
    assert len({(at.year, at.month) for at in kept}) == 12
    assert len(kept) <= 7 + 4 + 12
    assert all(other.exists() for other in others)


def test_a_copy_just_made_stays_whatever_the_clock_said_before(shop, tmp_path):
    usb = tmp_path / "usb"
    usb.mkdir()
    for days in range(500):
        later = NOON + timedelta(days=1000 + days)
        (usb / f"kioskifly-{later:%Y%m%d}-130000-000000-0a0a0a0a.db").touch()
    made = make_copy(shop / FILE_NAME, usb, now=NOON)
    assert made.path.exists()


def test_a_copy_of_any_folder_needs_the_step_before_it(shop, tmp_path):
    with pytest.raises(BackupFolderError, match="no existe"):
        make_copy(shop / FILE_NAME, tmp_path / "media" / "usb", now=NOON)
    assert not (tmp_path / "media").exists()
    with pytest.raises(NoShopError):
        make_copy(tmp_path / FILE_NAME, tmp_path, now=NOON)
    with pytest.raises(BackupUnreadableError, match="no existe"):
        copy_facts(tmp_path / "ninguna.db")


def test_nothing_plain_is_written_where_sealed_copies_go(shop, tmp_path):
    """What is deleted from a stick can be recovered."""
    usb = tmp_path / "usb"
    usb.mkdir()
    seen: set[bool] = set()

    class Spy(threading.Thread):
        def run(self):
            while not done.is_set():
                for folder, _, names in os.walk(usb):
                    for name in names:
                        with suppress(OSError):
                            seen.add(Path(folder, name).read_bytes()[:15] == b"SQLite format 3")

    done = threading.Event()
    spy = Spy()
    spy.start()
    try:
        for second in range(5):
            make_copy(
                shop / FILE_NAME, usb, passphrase="mate amargo", now=NOON + timedelta(0, second)
            )
    finally:
        done.set()
        spy.join()
    assert seen == {False}


def test_what_a_power_cut_left_goes_with_the_next_copy(shop, tmp_path):
    usb = tmp_path / "usb"
    (usb / ".kioskifly-000000-abcdefgh").mkdir(parents=True)
    (usb / ".kioskifly-c0ffee-abcdefgh").mkdir(parents=True)
    (usb / ".kioskifly-000000-abcdefgh" / FILE_NAME).write_bytes(b"half")
    copy = make_copy(shop / FILE_NAME, usb, now=NOON)
    assert sorted(path.name for path in usb.iterdir()) == [
        ".kioskifly-c0ffee-abcdefgh",
        copy.path.name,
    ]


def test_copies_are_found_without_the_shop(shop, tmp_path):
    usb = tmp_path / "usb"
    first = make_copy(shop / FILE_NAME, shop / "copias", now=NOON)
    second = make_copy(shop / FILE_NAME, usb, now=NOON + timedelta(1))
    assert find_copies(shop) == [first]
    remember_place(shop, usb)
    (shop / FILE_NAME).write_bytes(b"rubbish" * 1000)
    assert find_copies(shop) == [second, first]
    (shop / "copias.json").write_text("{", "utf-8")
    assert find_copies(shop) == [first]


def test_the_copies_before_stay_where_a_new_one_fails(shop, tmp_path):
    usb = tmp_path / "usb"
    good = make_copy(shop / FILE_NAME, usb, now=NOON)
    before = good.path.read_bytes()
    (shop / FILE_NAME).write_bytes(b"rubbish" * 1000)
    with pytest.raises(BackupSourceError):
        make_copy(shop / FILE_NAME, usb, now=NOON + timedelta(days=1))
    assert list(usb.iterdir()) == [good.path]
    assert good.path.read_bytes() == before


def test_a_folder_that_can_not_be_made_is_a_sentence(shop, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BackupFolderError, match="no es una carpeta"):
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
    assert kept is not None
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


def test_a_copy_of_a_newer_program_is_refused_and_the_shop_stays(shop, tmp_path):
    copy = tmp_path / "de-la-otra.db"
    shutil.copy(shop / FILE_NAME, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = (shop / FILE_NAME).read_bytes()
    for ask in (copy_facts, lambda path: restore_copy(path, shop)):
        with pytest.raises(NewerShopError, match="de-la-otra"):
            ask(copy)
    assert (shop / FILE_NAME).read_bytes() == before
    assert list(shop.glob("shop-antes-*")) == []


def test_an_open_shop_is_not_replaced(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    database = open_shop(shop)
    try:
        with pytest.raises(ShopInUseError):
            restore_copy(copy.path, shop)
    finally:
        database.close()


def test_a_shop_that_another_program_reads_is_not_replaced(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    with closing(sqlite3.connect(shop / FILE_NAME, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM client").fetchone()
        with pytest.raises(ShopLockedError):
            restore_copy(copy.path, shop)
    assert _clients(shop / FILE_NAME) == 1


def test_a_restored_shop_lets_reads_and_writes_go_on_together(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", now=NOON)
    restore_copy(copy.path, shop)
    open_shop(shop).close()
    with closing(sqlite3.connect(shop / FILE_NAME)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_copy_comes_back_where_there_is_no_shop(shop, tmp_path):
    copy = make_copy(shop / FILE_NAME, tmp_path / "usb", passphrase="mate amargo", now=NOON)
    new = tmp_path / "new"
    new.mkdir()
    (new / f"{FILE_NAME}-wal").write_bytes(b"of another life")
    assert restore_copy(copy.path, new, passphrase="mate amargo") is None
    assert _clients(new / FILE_NAME) == 1
