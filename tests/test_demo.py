"""The demo shop looks like a kiosk that has been open for months, and its books agree."""

import io
import sqlite3
from collections import Counter
from contextlib import closing, redirect_stdout
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from beancount import loader

from kioskifly_desktop.cli import run
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import (
    ClientFilter,
    ClientQuery,
    client_totals,
    get_client,
    list_clients,
)
from kioskifly_desktop.core.contact import (
    MessageKind,
    PromiseState,
    message_standing,
    messages,
    promises,
)
from kioskifly_desktop.core.database import FILE_NAME, look
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.es_ar import business_date, format_date, format_money, local, utc_now
from kioskifly_desktop.core.registers import RegisterKind, list_registers
from kioskifly_desktop.core.wallet import history, statement, wallet_summary
from kioskifly_desktop.demo import create_demo_shop
from tests.adapters.test_journal import sums


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "shop"
    create_demo_shop(folder, clients=60, months=4, seed=2)
    return folder


@pytest.fixture
def ask(demo):
    """Ask the file itself: what the screens show comes from here."""
    with closing(sqlite3.connect(demo / FILE_NAME)) as connection:
        yield lambda query: connection.execute(query).fetchall()


@pytest.fixture
def work(demo):
    database = look(demo)
    with database.read() as reading:
        yield reading
    database.close()


def rows(folder):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return list(connection.iterdump())


def test_the_same_seed_writes_the_same_file(tmp_path):
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        create_demo_shop(tmp_path / name, clients=15, months=1, seed=seed)
    assert rows(tmp_path / "a") == rows(tmp_path / "b")
    assert rows(tmp_path / "c") != rows(tmp_path / "a")


def test_its_books_agree(work):
    assert check(work) == []


def test_every_day_has_a_session_that_closed_in_the_evening(ask):
    sessions = ask(
        "SELECT opened.business_date, opened.at, closed.business_date, closed.at"
        " FROM cash_session JOIN journal_entry AS opened ON opened.id = opening_entry_id"
        " LEFT JOIN journal_entry AS closed ON closed.id = closing_entry_id ORDER BY 1"
    )
    assert all(opened == closed for opened, _, closed, _ in sessions)
    assert sessions[-1][0] == (business_date(utc_now()) - timedelta(days=1)).isoformat()
    assert 4 * 30 - 3 <= len(sessions) <= 4 * 31 + 1
    twelve_hours = 12 * 3600 * 1000
    assert all(closed_at - opened_at > twelve_hours for _, opened_at, _, closed_at in sessions)


def test_nothing_of_a_drawer_happens_outside_its_sessions_but_the_cash_taken(ask):
    outside = ask(
        "SELECT entry.kind, posting.amount FROM posting"
        " JOIN journal_entry AS entry ON entry.id = posting.entry_id"
        " JOIN register ON register.account_id = posting.account_id AND register.kind = 'drawer'"
        " WHERE NOT EXISTS (SELECT 1 FROM cash_session WHERE"
        " entry.id BETWEEN opening_entry_id AND closing_entry_id)"
    )
    assert {kind for kind, _ in outside} == {"transfer"}
    assert all(amount < 0 for _, amount in outside)


def test_each_day_begins_with_change_in_the_drawer(ask):
    floats = [each for (each,) in ask("SELECT opening_float FROM cash_session")]
    assert min(floats) > 0
    assert max(floats) < 60_000_00
    counts = ask("SELECT counted - expected FROM cash_session")
    assert 0 < sum(difference != 0 for (difference,) in counts) < len(counts) / 3


def test_the_hours_are_those_of_a_kiosk(ask):
    hours = Counter(
        local(datetime.fromtimestamp(at / 1000, UTC)).hour
        for (at,) in ask("SELECT at FROM journal_entry WHERE kind = 'sale'")
    )
    assert set(hours) <= set(range(8, 22))
    assert len(hours) >= 13


def test_entries_follow_the_clock(ask):
    instants = [at for (at,) in ask("SELECT at FROM journal_entry ORDER BY id")]
    assert instants == sorted(instants)


def test_a_bit_of_everything_happens(ask):
    kinds = {kind for (kind,) in ask("SELECT DISTINCT kind FROM journal_entry")}
    assert kinds == {
        "sale", "return", "reversal", "payment", "adjustment", "transfer", "over_short", "cash_in",
        "cash_out",
    }  # fmt: skip
    means = {method for (method,) in ask("SELECT DISTINCT method FROM sale_payment")}
    assert means == {"cash", "debit_card", "credit_card", "transfer", "qr"}
    ((on_account, sales, days),) = ask(
        "SELECT sum(on_account > 0), count(*), count(DISTINCT session_id)"
        " FROM sale WHERE kind = 'sale'"
    )
    assert 0.05 < on_account / sales < 0.5
    assert 9 < sales / days < 20


def test_what_is_sold_was_on_the_shelf(ask):
    assert ask("SELECT min(level) FROM stock_move")[0][0] >= 0
    assert ask("SELECT count(*) FROM product WHERE stock < minimum_stock AND tracks_stock")[0][0]
    assert ask("SELECT count(*) FROM stock_move WHERE kind = 'purchase'")[0][0] > 100


def test_clients_owe_for_some_time(work):
    totals = client_totals(work)
    assert totals.clients == 60
    assert totals.owing > 10
    rows = list_clients(work, ClientQuery(), limit=-1)
    summaries = [wallet_summary(work, row.id) for row in rows if row.balance > 0]
    assert any(summary.overdue for summary in summaries)
    assert len({summary.owing_since for summary in summaries}) > 5


def test_no_money_is_missing(work):
    assert all(row.balance >= 0 for row in list_registers(work))
    drawer = next(row for row in list_registers(work) if row.kind is RegisterKind.DRAWER)
    assert 0 < drawer.balance < 60_000_00


def test_the_table_the_wallet_and_the_statement_tell_the_same(work):
    for row in list_clients(work, ClientQuery(only=ClientFilter.DEBT), limit=-1):
        movements = history(work, row.id, limit=-1)
        assert sum(movement.owes for movement in movements) == row.balance
        oldest = [movement for movement in movements if movement.owes][-1]
        assert wallet_summary(work, row.id).owing_since == oldest.business_date
        pairs = {b.left: b.right for b in statement(work, row.id).blocks if isinstance(b, Pair)}
        assert pairs["SALDO A PAGAR"] == format_money(row.balance)
        assert pairs["Impago más antiguo"] == format_date(oldest.business_date)


def test_offers_were_sent_and_some_clients_came_back(work):
    clients = [row.id for row in list_clients(work, ClientQuery(), limit=-1)]
    sent = [each for client_id in clients for each in messages(work, client_id)]
    assert len(sent) > 10
    assert {message.kind for message in sent} == {MessageKind.OFFER}
    assert {message.came_back for message in sent} >= {True, False}
    assert len({message.aim for message in sent}) > 1
    assert any(product.discount for message in sent for product in message.products)


def test_promises_were_kept_broken_and_are_to_come(work):
    clients = [row.id for row in list_clients(work, ClientQuery(), limit=-1)]
    states = Counter(each.state for client_id in clients for each in promises(work, client_id))
    assert set(states) == {PromiseState.KEPT, PromiseState.BROKEN, PromiseState.PENDING}


def test_phones_are_of_all_shapes_and_some_clients_refuse_messages(work):
    clients = [get_client(work, row.id) for row in list_clients(work, ClientQuery(), limit=-1)]
    refusing = [client for client in clients if not client.accepts_messages]
    assert 0 < len(refusing) < len(clients) / 4
    numbers = [message_standing(work, each.id, MessageKind.OFFER).number for each in clients]
    assert sum(map(bool, numbers)) > len(clients) / 2
    written = {"".join("9" if c.isdecimal() else c for c in each.phone) for each in clients}
    assert len(written) > 4


def test_somebody_s_birthday_is_this_week(work):
    today = business_date(utc_now())
    week = {(day.month, day.day) for day in (today + timedelta(days=n) for n in range(8))}
    listed = [get_client(work, row.id) for row in list_clients(work, ClientQuery(), limit=-1)]
    born = [client.birthday for client in listed if client.birthday]
    assert sum((day.month, day.day) in week for day in born) >= 2


def test_beancount_and_the_books_agree_to_the_centavo(demo, tmp_path):
    path = tmp_path / "libro.beancount"
    out = io.StringIO()
    order = ["export", "journal", "--format", "beancount", "--out", str(path)]
    with redirect_stdout(out):
        status = run(["--data", str(demo), *order])
    assert status == 0
    entries, errors, _ = loader.load_file(str(path))
    assert errors == []
    with closing(sqlite3.connect(demo / FILE_NAME)) as file:
        balances = file.execute("SELECT balance FROM account WHERE balance <> 0").fetchall()
    assert sorted(sums(entries).values()) == sorted(
        Decimal(balance) / 100 for (balance,) in balances
    )
