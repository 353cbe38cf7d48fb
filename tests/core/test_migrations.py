import importlib
import pkgutil
import re
import shutil
import sqlite3
from contextlib import closing

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from kioskifly_desktop import core
from kioskifly_desktop.core import chain, migrations
from kioskifly_desktop.core import database as database_module
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, consent_history, count_clients, get_client
from kioskifly_desktop.core.contact import messages, promises
from kioskifly_desktop.core.database import APPLICATION_ID, FILE_NAME, own
from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.errors import NewerShopError
from kioskifly_desktop.core.ledger import APPEND_ONLY
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.printers import list_printers, list_routes
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.sales import get_sale
from kioskifly_desktop.core.schema import metadata
from kioskifly_desktop.core.sessions import CashMovementRequest, list_categories, pay_out
from kioskifly_desktop.core.shop_file import look_into_shop, open_shop
from kioskifly_desktop.core.users import list_users
from tests.factories import make_client

SCRIPTS = "kioskifly_desktop.core:migrations"


@pytest.fixture(autouse=True, scope="module")
def _every_table():
    """Import all of core, so that each of its tables is declared."""
    for module in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
        if not module.name.startswith(migrations.__name__):
            importlib.import_module(module.name)


def layout(connection):
    """Return of each table and index its columns, and its clauses in whatever order."""
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
    ).fetchall()
    return {
        name: (
            sorted(re.sub(r"[\s\"]", "", sql).removesuffix(")STRICT").split(",CONSTRAINT")),
            sorted(connection.execute(f"PRAGMA table_xinfo('{name}')").fetchall()),
        )
        for name, sql in rows
        if not name.startswith(("client_search", "product_search", "alembic", "sqlite"))
    }


def test_the_revisions_make_what_the_tables_say(template):
    engine = create_engine("sqlite://")
    with closing(sqlite3.connect(template)) as migrated, engine.connect() as fresh:
        metadata.create_all(fresh)
        declared = layout(fresh.connection.driver_connection)
        assert layout(migrated) == declared
    engine.dispose()
    assert len(declared) > 15


def test_alembic_sees_no_difference(template):
    engine = create_engine(f"sqlite:///{template}")

    def ours(_object, name, kind, _reflected, _compare_to):
        return not (kind == "table" and name.startswith(("client_search", "product_search")))

    with engine.connect() as connection:
        options = {"include_object": ours, "compare_type": False}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_tables_are_strict_and_the_past_is_guarded(template):
    with closing(sqlite3.connect(template)) as connection:
        strict = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict"
        ).fetchall()
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in strict} == set(metadata.tables)
        assert {name for (name,) in triggers} == {
            f"{table}_no_{act}" for table in APPEND_ONLY for act in ("update", "delete")
        }


def test_the_revisions_listed_are_those_there_are():
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    scripts = ScriptDirectory.from_config(config)
    there_are = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(there_are)) == migrations.REVISIONS
    assert scripts.get_current_head() == migrations.HEAD


def test_a_start_killed_before_furnishing_is_healed(tmp_path, clock):
    bare, created = own(tmp_path, clock=clock)
    bare.close()
    assert created

    for _ in range(2):
        database = open_shop(tmp_path, clock=clock)
        with database.read() as work:
            assert [user.name for user in list_users(work)] == ["Administrador", "Cajero"]
            assert [row.name for row in list_registers(work)] == ["Caja 1", "Banco", "Mercado Pago"]
            assert check(work) == []
        database.close()


NEWER = "9999"
NOVELTY = f"""
from alembic import op

revision = "{NEWER}"
down_revision = "{migrations.HEAD}"


def upgrade():
    op.execute("CREATE TABLE novelty (id INTEGER NOT NULL PRIMARY KEY) STRICT")
    op.execute("INSERT INTO novelty VALUES (7)")
    {{ending}}
"""


@pytest.fixture
def newer_program(tmp_path, monkeypatch):
    """Pretend that the program grew another revision."""
    scripts = tmp_path / "migrations"
    shutil.copytree(migrations.__path__[0], scripts)
    monkeypatch.setattr(database_module, "_SCRIPTS", str(scripts))
    monkeypatch.setattr(database_module, "REVISIONS", (*migrations.REVISIONS, NEWER))
    monkeypatch.setattr(database_module, "HEAD", NEWER)

    def grow(ending=""):
        (scripts / "versions" / f"{NEWER}_novelty.py").write_text(NOVELTY.format(ending=ending))

    return grow


@pytest.fixture
def old_shop(folder, clock):
    database = open_shop(folder, clock=clock)
    with database.read() as work:
        admin = list_users(work)[0]
    with database.write(admin) as work:
        make_client(work)
    database.close()
    return folder


def novelties(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return connection.execute("SELECT id FROM novelty").fetchall()


@pytest.mark.parametrize("open_it", [open_shop, look_into_shop])
def test_an_older_shop_is_copied_and_brought_up_to_date(old_shop, clock, newer_program, open_it):
    newer_program()
    for _ in range(2):
        database = open_it(old_shop, clock=clock)
        with database.read() as work:
            assert count_clients(work, ClientQuery()) == 1
            assert check(work) == []
        database.close()
        assert novelties(old_shop) == [(7,)]

    (copy,) = old_shop.glob("shop-before-*.db")
    assert copy.name == f"shop-before-{NEWER}-from-{migrations.HEAD}.db"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [
            (migrations.HEAD,)
        ]
        assert connection.execute("SELECT count(*) FROM client").fetchone() == (1,)


def test_an_upgrade_that_fails_leaves_the_shop_as_it_was(old_shop, clock, newer_program):
    newer_program("raise ZeroDivisionError")
    before = (old_shop / FILE_NAME).read_bytes()
    with pytest.raises(ZeroDivisionError):
        open_shop(old_shop, clock=clock)
    assert (old_shop / FILE_NAME).read_bytes() == before

    newer_program()
    open_shop(old_shop, clock=clock).close()
    assert novelties(old_shop) == [(7,)]


def test_an_older_program_refuses_the_upgraded_shop(old_shop, clock, newer_program, monkeypatch):
    newer_program()
    open_shop(old_shop, clock=clock).close()
    monkeypatch.undo()
    with pytest.raises(NewerShopError):
        open_shop(old_shop, clock=clock)


BETO = """
    INSERT INTO client VALUES (1, 'Beto', 'beto', 5, 99, '', NULL, NULL, '', '', '', '', NULL, 500,
        0, 2, 0, 1, 0, 1)
"""


def shop_at(folder, revision, *statements):
    """Leave a shop of an older program, with what those statements put in it."""
    engine = create_engine(f"sqlite:///{folder / FILE_NAME}")
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", SCRIPTS)
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in (
            f"PRAGMA application_id = {APPLICATION_ID}",
            "INSERT INTO user (id, name, role, active) VALUES (1, 'Ana', 'admin', 1)",
            *statements,
        ):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_a_client_of_before_sales_has_an_open_account_without_discount(tmp_path, clock):
    accounts = "INSERT INTO account (id, kind) VALUES (1, 'sales'), (2, 'client')"
    shop_at(tmp_path, "0003", accounts, BETO)
    database = open_shop(tmp_path, clock=clock)
    with database.read() as work:
        beto = get_client(work, 1)
    database.close()
    assert (beto.account_enabled, beto.credit_days, beto.discount) == (True, None, 0)
    assert (beto.name, beto.debt_limit, beto.archived) == ("Beto", 500, False)


JOBS = """
    INSERT INTO print_job (id, title, document, printer_id, state, created_at, created_by, next_at)
    VALUES (1, 'Recibo', '{}', 2, 'queued', 0, 1, 0), (2, 'Recibo', '{}', 1, 'uncertain', 0, 1, 0)
"""


@pytest.mark.parametrize(
    ("by_themselves", "route"), [((0, 1), (2, True)), ((1, 1), (1, True)), ((0, 0), (None, False))]
)
def test_the_printer_that_printed_by_itself_goes_on_doing_so(tmp_path, clock, by_themselves, route):
    first, second = by_themselves
    printers = (
        "INSERT INTO printer VALUES "
        f"(1, 'Uno', 'tcp', 'a:1', 48, 'cp858', 19, 1, {first}), "
        f"(2, 'Dos', 'tcp', 'b:1', 32, 'cp850', 2, 0, {second})"
    )
    shop_at(tmp_path, "0004", printers, JOBS)
    database = open_shop(tmp_path, clock=clock)
    with database.read() as work:
        routes = {found.kind: found for found in list_routes(work)}
        receipt = routes[DocumentKind.PAYMENT]
        assert (receipt.printer_id, receipt.automatic) == route
        assert [(each.columns, each.code_page) for each in list_printers(work)] == [
            (48, "cp858"),
            (32, "cp850"),
        ]
        assert [(job.printer_id, job.state) for job in waiting_jobs(work)] == [
            (2, "queued"),
            (1, "uncertain"),
        ]
    database.close()


SOLD = """
    INSERT INTO account (id, kind, balance) VALUES (1, 'sales', 0), (2, 'client', 0);
    INSERT INTO client VALUES (1, 'Beto', 'beto', 5, 99, '', NULL, NULL, '', '', '', '', NULL, 500,
        0, 2, 0, 1, 0, 1, 30, 0, 500);
    INSERT INTO product VALUES (1, 'Yerba', 'yerba', '', '', '', '', 100, 0, 'piece', 0, 0, 0, 1,
        0, 1, 0, 1);
    INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id)
        VALUES (1, 'uno', 'sale', 0, '1970-01-01', 1);
    INSERT INTO sale VALUES (1, 'sale', 1, 1, NULL, NULL, 100, 0, NULL, '');
    INSERT INTO voucher (id, kind, point, number, entry_id, client_id, issued_at, document)
        VALUES (1, 'sale', 1, 1, 1, 1, 0, '{}');
    INSERT INTO sale_line VALUES (1, 1, 1, 'Yerba', 'piece', 1000, 100, 0, 100, 0, NULL)
"""


def test_who_bought_before_messages_takes_them_and_what_they_bought_stays(tmp_path, clock):
    shop_at(tmp_path, "0005", *SOLD.split(";"))
    database = open_shop(tmp_path, clock=clock)
    with database.read() as work:
        beto = get_client(work, 1)
        assert (beto.accepts_messages, consent_history(work, 1)) == (True, [])
        assert (beto.credit_days, beto.account_enabled, beto.discount) == (30, False, 500)
        assert [line.description for line in get_sale(work, 1).lines] == ["Yerba"]
        assert messages(work, 1) == []
        assert promises(work, 1) == []
    database.close()


ENTRIES = """
    INSERT INTO account (id, kind, balance, last_entry_id) VALUES (1, 'sales', 0, NULL),
        (2, 'adjustments', -700, 12), (3, 'over_short', 0, NULL), (4, 'expenses', 300, 7),
        (5, 'other_income', 0, NULL), (6, 'register', -300, 7), (7, 'client', 700, 12);
    INSERT INTO register VALUES (1, 'Caja', 'caja', 'bank', 6, 0);
    INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id, memo) VALUES
        (2, 'uno', 'opening', 1000, '1970-01-01', 1, ''),
        (7, 'dos', 'cash_out', 2000, '1970-01-01', 1, 'Ñoquis'),
        (12, 'tres', 'adjustment', 1500, '1970-01-01', 1, '|');
    INSERT INTO posting (entry_id, account_id, amount, balance_after) VALUES
        (2, 7, 500, 500), (2, 2, -500, -500), (7, 6, -300, -300), (7, 4, 300, 300),
        (12, 7, 200, 700), (12, 2, -200, -700)
"""


@pytest.mark.parametrize("piece", [10_000, 5, 1])
def test_entries_of_before_are_chained_and_their_expenses_are_others(
    tmp_path, clock, monkeypatch, piece
):
    monkeypatch.setattr(chain, "_BATCH", piece)
    shop_at(tmp_path, "0009", *ENTRIES.split(";"))
    database = open_shop(tmp_path, clock=clock)
    with database.read() as work:
        hashes = work.db.exec_driver_sql("SELECT hash FROM journal_entry").scalars().all()
        assert list(chain.broken_links(work.db)) == []
        assert [len(each) for each in hashes] == [32, 32, 32]
        assert [each for each in check(work) if "comprobante" not in each] == [], check(work)
        others, goods, *_ = list_categories(work)
        assert (others.name, others.account_id) == ("Otros", 4)
        assert goods.account_id > 7
    with database.read() as work:
        (owner,) = list_users(work)
    with database.write(owner) as work:
        assert pay_out(work, CashMovementRequest("x", 1, 1_00, "Pan")).entry_id == 13
        assert list(chain.broken_links(work.db)) == []
    database.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        for change in ("hash = NULL", "hash = x'00'", "kind = 'sale'", "memo = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                file.execute(f"UPDATE journal_entry SET {change} WHERE id = 7")


def test_all_shops_have_the_same_categories(database, tmp_path, clock, read):
    shop_at(tmp_path, "0013", "INSERT INTO account (kind) VALUES ('sales'), ('expenses')")
    old = open_shop(tmp_path, clock=clock)
    with old.read() as work:
        of_old = [(row.name, row.kind) for row in list_categories(work)]
    old.close()
    assert of_old == [(row.name, row.kind) for row in read(list_categories)]
