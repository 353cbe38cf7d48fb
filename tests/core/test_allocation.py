"""What each debit still owes, against the plainest oldest-first there is."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.es_ar import parse_date
from kioskifly_desktop.core.sales import Override
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import (
    Age,
    MovementRow,
    age_of_debt,
    debts_by_age,
    history,
    statement,
    wallet_summary,
)
from tests.factories import BANK, add_debt, adjust, make_client, pay, undo

TERM = 10
MOVES: dict[str, Callable[..., Any]] = {
    "buy": partial(add_debt, override=Override("Se conocen")),
    "pay": pay,
    "adjust": adjust,
}
START = datetime(2026, 3, 5, 15, tzinfo=UTC)


@dataclass
class Moved:
    """A movement as a notebook has it."""

    amount: int
    day: date
    entry_id: int
    undone: bool = False


def still_owed(notebook):
    """Cross out the oldest purchases with all that was paid; return what is left of each."""
    valid = [line for line in notebook if not line.undone]
    paid = -sum(line.amount for line in valid if line.amount < 0)
    left = {}
    for line in valid:
        if line.amount > 0:
            settled = min(paid, line.amount)
            paid -= settled
            left[line.entry_id] = line.amount - settled
    return left


AMOUNTS = st.integers(1, 50_00)
ACTS = st.one_of(
    st.tuples(st.just("buy"), AMOUNTS),
    st.tuples(st.just("pay"), AMOUNTS),
    st.tuples(st.just("adjust"), AMOUNTS | AMOUNTS.map(lambda amount: -amount)),
    st.tuples(st.just("undo"), st.integers(0, 50)),
    # A clock may also be put back.
    st.tuples(st.just("days"), st.integers(-2, 12) | st.integers(20, 70)),
)


@pytest.fixture(scope="module")
def shop(template):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(template, Path(folder) / FILE_NAME)
        database = open_shop(Path(folder), create=False)
        with database.read() as work:
            admin = list_users(work)[0]

        @contextmanager
        def at(now):
            with database.write(admin) as work:
                yield replace(work, now=now)

        yield at
        database.close()


@settings(max_examples=120, deadline=None)
@given(acts=st.lists(ACTS, max_size=25), size=st.integers(1, 9))
@example(acts=[("buy", 1), ("days", -1), ("buy", 1), ("days", 11)], size=1)
def test_what_is_owed_is_what_a_notebook_says(shop, acts, size):
    notebook: list[Moved] = []
    now = START
    with shop(now) as work:
        client = make_client(work, credit_days=TERM)
    for act, value in acts:
        with shop(now) as work:
            if act == "days":
                now += timedelta(days=value)
            elif act == "undo":
                able = [
                    m for m in notebook if not m.undone and m.entry_id in undoable(work, client)
                ]
                if able:
                    chosen = able[value % len(able)]
                    undo(work, chosen.entry_id)
                    chosen.undone = True
            else:
                done = MOVES[act](work, client, value)
                amount = -value if act == "pay" else value
                notebook.append(Moved(amount, work.today, done.entry_id))
    with shop(now) as work:
        owed = still_owed(notebook)
        rows: list[MovementRow] = []
        while page := history(
            work, client, before=rows[-1].posting_id if rows else None, limit=size
        ):
            rows += page
        assert {row.entry_id: row.owes for row in rows if row.owes} == {
            entry_id: left for entry_id, left in owed.items() if left
        }
        summary = wallet_summary(work, client)
        assert sum(owed.values()) == max(summary.client.balance, 0)
        days = {line.entry_id: line.day for line in notebook}
        unpaid = [days[entry_id] for entry_id, left in owed.items() if left]
        assert summary.owing_since == min(unpaid, default=None)
        limit = work.today - timedelta(days=TERM)
        assert summary.overdue == sum(
            left for entry_id, left in owed.items() if days[entry_id] < limit
        )
        aged = dict.fromkeys(Age, 0)
        for entry_id, left in owed.items():
            aged[age_at(days[entry_id], work.today)] += left
        debt = age_of_debt(work, client)
        assert (debt is None) == (summary.client.balance <= 0)
        if debt is not None:
            assert [debt.current, debt.late, debt.lost] == list(aged.values())
            assert (debt.balance, debt.since) == (summary.client.balance, min(unpaid))
            assert debt in debts_by_age(work)
        else:
            assert client not in [each.client_id for each in debts_by_age(work)]


def age_at(bought, today):
    """Tell the age of a purchase, as the Centro de Almaceneros says it."""
    next_month = (bought.replace(day=1) + timedelta(days=31)).replace(day=1)
    late = next_month.replace(day=11)
    lost = late + timedelta(days=60)
    return Age.LOST if today >= lost else Age.LATE if today >= late else Age.CURRENT


def undoable(work, client):
    """Return the entries the wallet may reverse: purchases have their own way."""
    return {
        row.entry_id
        for row in history(work, client, limit=99)
        if row.kind in ("payment", "adjustment")
    }


def owes(read, client):
    return [row.owes for row in reversed(read(history, client))]


def test_a_payment_settles_the_oldest_purchase_first(write, read):
    client = write(make_client)
    for amount in (10_00, 20_00, 30_00):
        write(add_debt, client, amount)
    assert owes(read, client) == [10_00, 20_00, 30_00]
    write(pay, client, 15_00)
    assert owes(read, client) == [0, 15_00, 30_00, 0]
    write(pay, client, 45_00)
    assert owes(read, client) == [0] * 5


def test_credit_settles_what_comes_later(write, read):
    client = write(make_client)
    write(pay, client, 25_00, register=BANK)
    assert owes(read, client) == [0]
    write(add_debt, client, 20_00)
    write(add_debt, client, 20_00)
    assert owes(read, client) == [0, 0, 15_00]


def test_an_undone_payment_makes_the_purchase_owed_again(write, read):
    client = write(make_client)
    write(add_debt, client, 10_00)
    write(add_debt, client, 5_00)
    paid = write(pay, client, 12_00)
    assert owes(read, client) == [0, 3_00, 0]
    write(undo, paid.entry_id)
    assert owes(read, client) == [10_00, 5_00, 0, 0]  # the reversal itself owes nothing


def test_an_undone_charge_owes_nothing_and_frees_what_paid_it(write, read):
    client = write(make_client)
    wrong = write(adjust, client, 10_00)
    write(add_debt, client, 10_00)
    write(pay, client, 10_00)
    assert owes(read, client) == [0, 10_00, 0]
    write(undo, wrong.entry_id)
    assert owes(read, client) == [0, 0, 0, 0]


def test_a_debt_is_overdue_once_its_term_has_passed(write, read, clock):
    client = write(make_client, credit_days=30)
    write(add_debt, client, 10_00)
    clock.move(days=1)
    write(add_debt, client, 20_00)
    write(pay, client, 4_00)
    clock.move(days=29)
    assert read(wallet_summary, client).overdue == 0  # the thirtieth day is within the term
    clock.move(days=1)
    assert read(wallet_summary, client).overdue == 6_00
    clock.move(days=1)
    assert read(wallet_summary, client).overdue == 26_00


def test_without_a_term_nothing_is_overdue(write, read, clock):
    client = write(make_client)
    write(add_debt, client, 10_00)
    clock.move(days=900)
    assert read(wallet_summary, client).overdue == 0


def test_the_statement_names_the_same_day_as_the_account(write, read, clock):
    client = write(make_client)
    write(add_debt, client, 10_00)
    clock.move(days=3)
    write(add_debt, client, 10_00)
    for since in ("05/03/2026", "08/03/2026", ""):
        told = read(wallet_summary, client).owing_since
        assert told == (parse_date(since) if since else None)
        pairs = {b.left: b.right for b in read(statement, client).blocks if isinstance(b, Pair)}
        assert pairs.get("Impago más antiguo", "") == since
        write(pay, client, 10_00)


def test_who_has_the_summary_at_hand_looks_for_the_oldest_debit_once(write, read):
    client = write(make_client, "Ana")
    for amount in (100_00, 250_00):
        write(add_debt, client, amount)
    write(pay, client, 130_00)

    def both(work):
        asked = []
        event.listen(work.db, "before_cursor_execute", lambda *told: asked.append(told[2]))
        summary = wallet_summary(work, client)
        asked.clear()
        alone, times = history(work, client), len(asked)
        asked.clear()
        return alone, history(work, client, summary=summary), times - len(asked)

    alone, helped, spared = read(both)
    assert alone == helped
    assert [row.owes for row in helped] == [0, 220_00, 0]
    assert spared == 2
