import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, count_clients, get_client
from kioskifly_desktop.core.database import APPLICATION_ID, FILE_NAME, own
from kioskifly_desktop.core.errors import (
    NewerShopError,
    NoShopError,
    NotAShopError,
    ReadOnlyShopError,
    ShopClosedError,
    ShopGoneError,
    ShopInUseError,
    ShopLockedError,
    ShopRescuedError,
)
from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.shop_file import look_into_shop, open_shop
from kioskifly_desktop.core.work import SYSTEM
from tests.factories import BANK, DRAWER, add_debt, make_client, pay

NOBODY = 65534

_OPEN = """
import os
import sys
from pathlib import Path
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.shop_file import look_into_shop, open_shop
from tests.factories import make_client
if {user}:
    os.setgid({user})
    os.setuid({user})  # only now: the interpreter itself may be out of that person's reach
try:
    {act}
except ShopError as error:
    print(type(error).__name__)
else:
    print("done")
"""


def elsewhere(folder, act, *, user=0):
    """Do something with a shop in another process and return how it ended."""
    script = _OPEN.format(act=act, user=user if os.geteuid() == 0 else 0)
    run = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def pragma(work, name):
    return work.db.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize("way", ["read", "write"])
def test_every_connection_is_durable_and_keeps_foreign_keys(database, way):
    with getattr(database, way)() as work:
        assert pragma(work, "journal_mode") == "wal"
        assert pragma(work, "synchronous") == 2
        assert pragma(work, "foreign_keys") == 1
        assert pragma(work, "busy_timeout") > 0


def test_a_reader_neither_writes_nor_checkpoints(database):
    with database.read() as work:
        assert pragma(work, "query_only") == 1
        assert pragma(work, "wal_autocheckpoint") == 0
    with (
        pytest.raises(ReadOnlyShopError),
        database.read() as work,
    ):
        work.db.exec_driver_sql("DELETE FROM setting")


def test_a_raise_undoes_everything_and_the_next_write_works(database, admin, write, everything):
    before = everything()

    def sell_and_fail():
        with database.write(admin) as work:
            client = make_client(work)
            add_debt(work, client, 100_00)
            pay(work, client)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        sell_and_fail()
    assert everything() == before

    write(make_client)
    assert everything() != before


def test_who_did_it_is_kept(database, write, admin, cashier):
    client = write(make_client, user=admin)
    by_cashier = write(pay, client, user=cashier).entry_id
    by_admin = write(pay, client, user=admin).entry_id

    with database.read() as work:
        entries = work.db.exec_driver_sql("SELECT id, user_id FROM journal_entry").fetchall()
        created = work.db.exec_driver_sql("SELECT created_by FROM client").scalar()
    assert entries == [(by_cashier, cashier.id), (by_admin, admin.id)]
    assert created == admin.id


def test_no_money_moves_in_the_programs_own_name(write, everything):
    client = write(make_client)
    before = everything()
    with pytest.raises(IntegrityError):
        write(pay, client, user=SYSTEM)
    assert everything() == before


def test_a_reader_sees_one_instant(database, admin, write):
    client = write(make_client)
    with database.read() as work:
        assert get_client(work, client).balance == 0
        with database.write(admin) as other:
            add_debt(other, client, 5_00)
        assert get_client(work, client).balance == 0
    with database.read() as work:
        assert get_client(work, client).balance == 5_00


def test_what_a_writer_has_read_stays_true_until_it_ends(database, admin, folder):
    with database.write(admin), closing(sqlite3.connect(folder / FILE_NAME, timeout=0)) as other:
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM client").fetchone() == (0,)


def test_threads_write_one_after_another(database, admin, write, read):
    client = write(make_client)
    write(add_debt, client, 1_000_00)

    def pay_many(thread):
        for n in range(25):
            with database.write(admin) as work:
                pay(work, client, 1_00 + n, register=(DRAWER, BANK)[thread % 2])
            with database.read() as work:
                get_client(work, client)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(pay_many, range(8)))

    paid = 8 * sum(1_00 + n for n in range(25))
    assert read(get_client, client).balance == 1_000_00 - paid
    assert [row.balance for row in read(list_registers)] == [paid // 2, paid // 2, 0]


def test_a_shop_has_one_owner(database, folder):
    with pytest.raises(ShopInUseError, match=str(folder)):
        open_shop(folder)
    assert elsewhere(folder, "open_shop(Path(sys.argv[1]))") == "ShopInUseError"


def test_looking_works_while_owned_and_never_writes(database, folder, write, admin, clock):
    write(make_client)
    act = (
        "list(look_into_shop(Path(sys.argv[1])).read().__enter__().db.exec_driver_sql('SELECT 1'))"
    )
    assert elsewhere(folder, act) == "done"
    looking = look_into_shop(folder, clock=clock)
    with looking.read() as work:
        assert count_clients(work, ClientQuery()) == 1
    with pytest.raises(ShopInUseError), looking.write(admin):
        pass
    looking.close()


def test_a_closed_shop_may_be_owned_again(folder, clock):
    for _ in range(2):
        database = open_shop(folder, clock=clock)
        database.close()
        database.close()
    assert not database.is_owner
    with pytest.raises(ShopClosedError), database.write():
        pass
    assert elsewhere(folder, "open_shop(Path(sys.argv[1])).close()") == "done"
    assert {path.name for path in folder.iterdir()} <= {FILE_NAME, "kioskifly.lock"}


@contextmanager
def another_program_writing(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def test_another_program_writing_is_said_and_nothing_is_lost(database, folder, write, everything):
    client = write(make_client)
    before = everything()
    with another_program_writing(folder / FILE_NAME), pytest.raises(ShopLockedError):
        write(pay, client)
    assert everything() == before

    write(pay, client)
    assert everything() != before


def test_a_shop_locked_by_another_program_is_not_opened(folder):
    with another_program_writing(folder / FILE_NAME), pytest.raises(ShopLockedError):
        open_shop(folder)
    open_shop(folder).close()


def test_a_full_disk_is_said_and_nothing_is_half_written(database, write, everything):
    client = write(make_client)
    before = everything()
    with database.write() as work:
        pages = pragma(work, "page_count")
        assert pragma(work, f"max_page_count = {pages}") == pages

    def pay_until_full():
        for _ in range(1000):
            write(pay, client, note="x" * 200)

    with pytest.raises(ReadOnlyShopError):
        pay_until_full()
    paid = len(everything()["voucher"])

    with database.write() as work:
        pragma(work, "max_page_count = 1000000")
    write(pay, client)
    after = everything()
    assert len(after["voucher"]) == len(after["journal_entry"]) == paid + 1
    assert after["client"] == before["client"]


def test_a_write_the_system_refuses_is_said_and_leaves_the_shop_whole(folder, clock):
    act = """
    import resource
    shop = open_shop(Path(sys.argv[1]))
    with shop.read() as work:
        from kioskifly_desktop.core.users import list_users
        admin = list_users(work)[0]
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    for _ in range(1000):
        with shop.write(admin) as work:
            make_client(work, notes="x" * 1000)
    """
    assert elsewhere(folder, act) == "ReadOnlyShopError"

    database = open_shop(folder, clock=clock)
    with database.read() as work:
        assert 0 < count_clients(work, ClientQuery()) < 1000
        assert pragma(work, "integrity_check") == "ok"
    database.close()


def _foreign(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (x)")
        connection.execute("PRAGMA application_id = 77")
        connection.commit()


def _cut(path):
    path.write_bytes(path.read_bytes()[:100])


def _garbage_inside(path):
    content = path.read_bytes()
    path.write_bytes(content[:4096] + os.urandom(len(content) - 4096))


NOT_SHOPS = {
    "text": lambda path: path.write_text("hola" * 1000),
    "empty": lambda path: path.write_bytes(b""),
    "somebody else's": lambda path: (path.unlink(), _foreign(path)),
    "cut": _cut,
    "overwritten": _garbage_inside,
}


@pytest.mark.parametrize("spoil", NOT_SHOPS.values(), ids=NOT_SHOPS)
@pytest.mark.parametrize("open_it", [open_shop, look_into_shop])
def test_a_file_that_is_no_shop_is_left_alone(folder, spoil, open_it):
    path = folder / FILE_NAME
    spoil(path)
    before = path.read_bytes()

    with pytest.raises(NotAShopError, match="No se tocó nada"):
        open_it(folder)

    assert path.read_bytes() == before
    assert {p.name for p in folder.iterdir()} <= {FILE_NAME, "kioskifly.lock"}


@pytest.mark.parametrize("open_it", [open_shop, look_into_shop])
def test_a_newer_shop_is_left_alone(folder, open_it):
    path = folder / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()

    with pytest.raises(NewerShopError):
        open_it(folder)
    assert path.read_bytes() == before


def test_the_payments_of_a_lost_file_do_not_reach_a_new_one(folder, admin, write, database):
    write(make_client)
    log = (folder / f"{FILE_NAME}-wal").read_bytes()
    assert log
    database.close()
    (folder / FILE_NAME).unlink()
    (folder / f"{FILE_NAME}-wal").write_bytes(log)

    with pytest.raises(NotAShopError):
        open_shop(folder)
    assert (folder / f"{FILE_NAME}-wal").read_bytes() == log
    assert not (folder / FILE_NAME).exists()


def test_a_shop_is_made_only_when_asked(tmp_path):
    for open_it in (lambda f: open_shop(f, create=False), look_into_shop):
        with pytest.raises(NoShopError):
            open_it(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()

    open_shop(tmp_path / "deep" / "down").close()
    path = tmp_path / "deep" / "down" / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    look_into_shop(path.parent).close()


def test_a_draft_left_by_a_kill_does_not_hinder(tmp_path):
    (tmp_path / "shop.new").write_bytes(b"half of a shop")
    (tmp_path / "shop.new-journal").write_bytes(b"and its journal")
    database, created = own(tmp_path, clock=utc_now)
    database.close()
    assert created
    assert not (tmp_path / "shop.new").exists()


@pytest.fixture
def for_nobody(template):
    """Give a shop that a person without privileges may reach, in a folder of theirs."""
    # Not below pytest's own folder, which each run closes to others.
    with tempfile.TemporaryDirectory() as root:
        Path(root).chmod(0o755)
        folder = Path(root, "shop")
        folder.mkdir()
        shutil.copy(template, folder / FILE_NAME)
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
            os.chown(folder / FILE_NAME, NOBODY, NOBODY)
        yield folder
        folder.chmod(0o755)


OPEN, LOOK = "open_shop(Path(sys.argv[1])).close()", "look_into_shop(Path(sys.argv[1])).close()"


def test_a_shop_of_nobody_opens(for_nobody):
    assert elsewhere(for_nobody, OPEN, user=NOBODY) == "done"


@pytest.mark.parametrize(
    ("name", "mode"), [(".", 0o555), (FILE_NAME, 0o444)], ids=["folder", "file"]
)
def test_a_shop_that_cannot_be_written_is_said_at_the_door(for_nobody, name, mode):
    (for_nobody / name).chmod(mode)
    before = (for_nobody / FILE_NAME).read_bytes()
    assert elsewhere(for_nobody, OPEN, user=NOBODY) == "ReadOnlyShopError"
    assert (for_nobody / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("act", [OPEN, OPEN.replace(")).", "), create=False)."), LOOK])
def test_a_folder_that_cannot_be_entered_is_said(for_nobody, act):
    for_nobody.chmod(0)
    assert elsewhere(for_nobody, act, user=NOBODY) == "ReadOnlyShopError"


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnlyShopError):
        open_shop(tmp_path / "file")


@pytest.mark.parametrize("loss", ["removed", "replaced", "without its log"])
def test_nothing_is_written_into_a_file_that_is_gone(database, write, folder, loss):
    client = write(make_client)
    write(add_debt, client, 500_00)
    path = folder / FILE_NAME
    gone = path if loss != "without its log" else path.with_name(f"{FILE_NAME}-wal")
    kept = gone.read_bytes()
    gone.unlink()
    if loss == "replaced":
        gone.write_bytes(kept)
    with pytest.raises(ShopRescuedError) as refused:
        write(pay, client, 500_00)
    assert "No se guardó lo último" in str(refused.value)
    rescued = refused.value.fields["rescued"]
    database.close()
    target = folder / "otra"
    target.mkdir()
    shutil.move(rescued, target / FILE_NAME)
    with closing(open_shop(target)) as found, found.read() as work:
        assert get_client(work, client).balance == 500_00
        assert check(work) == []


def test_a_file_that_is_gone_is_not_made_anew_by_a_read(database, write, folder):
    write(make_client)
    (folder / FILE_NAME).unlink()
    with ThreadPoolExecutor(1) as pool, pytest.raises(ShopGoneError):
        pool.submit(lambda: _count(database)).result()
    assert not (folder / FILE_NAME).exists()


def _count(database):
    with database.read() as work:
        return count_clients(work, ClientQuery())


VOUCHERED = ("journal_entry", "posting", "voucher")


@pytest.fixture
def raw(database, folder, write):
    """Give the file as another program sees it, after one payment."""
    write(pay, write(make_client))
    connection = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize("table", VOUCHERED)
def test_the_file_itself_refuses_to_change_the_past(raw, everything, table):
    before = everything()
    for act in (f"UPDATE {table} SET id = id + 100", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} only grows"):
            raw.execute(act)
    assert everything() == before


@pytest.mark.parametrize("value", [12.5, "abc", None, 0, 10**15, -(10**15)])
def test_the_file_itself_refuses_what_is_no_amount(raw, everything, value):
    before = everything()
    with pytest.raises(sqlite3.IntegrityError):
        raw.execute(
            "INSERT INTO posting (entry_id, account_id, amount, balance_after) VALUES (1, 1, ?, 0)",
            (value,),
        )
    assert everything() == before
