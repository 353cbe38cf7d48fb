"""What is unpaid at today's prices, against a slow notebook."""

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.sales import get_sale
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet.today_price import save_today_price_terms, today_price
from tests.debts import ON, buy, give_back, price, update
from tests.factories import make_client, make_product, pay, undo

# A notebook that keeps every line as it happens, with whole fractions.


@dataclass
class Lot:
    stage: int
    price: int
    worth: Fraction


@dataclass
class Debit:
    day: object
    net: int
    lines: list[Any]
    lots: dict[Any, Any] = field(default_factory=dict)


class Notebook:
    """Debits with their lots; what was credited crosses them out, the oldest first."""

    def __init__(self):
        self.debits = []
        self.paid = 0
        self.stage = 0

    def buy(self, day, lines):
        debit = Debit(day, sum(total for _, _, total in lines), [[*line, 0] for line in lines])
        for number, (_, unit, total) in enumerate(lines):
            debit.lots[number, None] = Lot(0, unit, Fraction(total))
        self.debits.append(debit)

    def give_back(self, debit, number, refund):
        line = debit.lines[number]
        left = line[2] - line[3]
        line[3] += refund
        for (of, _), lot in debit.lots.items():
            if of == number:
                lot.worth *= Fraction(left - refund, left)
        debit.net -= refund

    def unpaid(self):
        """Yield (debit, [(number, key, amount)], what is left without goods)."""
        pool = self.paid
        for debit in self.debits:
            settled = min(pool, max(debit.net, 0))
            pool -= settled
            owes = max(debit.net, 0) - settled
            shares = []
            stages = sorted({lot.stage for lot in debit.lots.values()}, reverse=True)
            for stage in stages:
                lots = [(k, lot) for k, lot in debit.lots.items() if lot.stage == stage]
                whole = sum(lot.worth for _, lot in lots)
                shared = min(owes, int(whole))
                owes -= shared
                reached, given = Fraction(0), 0
                for key, lot in lots:
                    reached += lot.worth
                    if whole:
                        amount = int(shared * reached / whole + Fraction(1, 2)) - given
                        given += amount
                        if amount:
                            shares.append((key, amount))
            yield debit, shares, owes

    def value(self, prices, cap):
        """Return what each unpaid debit comes to, as [(key, written, price, today)] lists."""
        for debit, shares, bare in self.unpaid():
            rows = []
            for key, amount in shares:
                lot = debit.lots[key]
                product_id, sold_at = debit.lines[key[0]][:2]
                now = prices[product_id]
                reached = now
                if now > lot.price:
                    reached = max(lot.price, min(now, sold_at * (10_000 + cap) // 10_000))
                today = int(Fraction(amount * reached, lot.price) + Fraction(1, 2))
                rows.append((key, amount, reached, today))
            yield debit, rows, bare

    def update(self, prices, cap):
        self.stage += 1
        for debit, rows, _ in list(self.value(prices, cap)):
            if all(debit.lots[key].price == reached for key, _, reached, _ in rows):
                continue
            for n, (key, amount, reached, today) in enumerate(rows):
                debit.lots[key].worth -= amount
                debit.lots[key[0], (self.stage, n)] = Lot(self.stage, reached, Fraction(today))
                debit.net += today - amount


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

        with at(START) as work:
            save_today_price_terms(work, ON)
        yield at
        with database.read() as work:
            assert check(work) == []
        database.close()


START = datetime(2026, 3, 5, 15, tzinfo=UTC)
FIRST = {0: 10_00, 1: 7_77, 2: 3_33}
LINE = st.tuples(st.integers(0, 2), st.integers(1, 4))
ACTS = st.one_of(
    st.tuples(st.just("buy"), st.lists(LINE, min_size=1, max_size=3)),
    st.tuples(st.just("pay"), st.integers(1, 40_00)),
    st.tuples(st.just("price"), st.tuples(st.integers(0, 2), st.integers(1_00, 20_00))),
    st.tuples(st.just("return"), st.tuples(st.integers(0, 9), st.integers(0, 2))),
    st.tuples(st.just("update"), st.none()),
    st.tuples(st.just("tried"), st.none()),
)


class Player:
    """Does the same in the shop and in the notebook."""

    def __init__(self, work):
        self.client = make_client(work)
        self.goods = [make_product(work, f"Producto {n}", price=FIRST[n]) for n in FIRST]
        self.prices = dict(zip(self.goods, FIRST.values(), strict=True))
        self.notebook, self.sales, self.returnable = Notebook(), [], True

    def buy(self, work, lines):
        asked = [(self.goods[n], pieces * 1_000) for n, pieces in lines]
        self.sales.append(buy(work, self.client, *asked).sale_id)
        kept = [(p, self.prices[p], self.prices[p] * q // 1_000) for p, q in asked]
        self.notebook.buy(work.today, kept)

    def pay(self, work, amount):
        pay(work, self.client, amount)
        self.notebook.paid += amount

    def price(self, work, change):
        number, amount = change
        price(work, self.goods[number], f"Producto {number}", amount)
        self.prices[self.goods[number]] = amount

    def give_back(self, work, chosen):
        if not self.sales:
            return
        number = chosen[0] % len(self.sales)
        lines = get_sale(work, self.sales[number]).lines
        of = chosen[1] % len(lines)
        line = lines[of]
        if line.returned == line.quantity:
            return
        debit = self.notebook.debits[number]
        left = line.total - debit.lines[of][3]
        # What updates made of the goods goes with them: of it, the notebook keeps the line's sum.
        before = get_client(work, self.client).balance
        give_back(work, self.sales[number], of, 1_000)
        refund = line.price
        self.notebook.give_back(debit, of, refund)
        went = before - get_client(work, self.client).balance
        added = debit.lines[of][4] if len(debit.lines[of]) > 4 else 0
        share = int(abs(Fraction(added * refund, left)) + Fraction(1, 2)) * (1 if added > 0 else -1)
        assert went == refund + share
        debit.net -= share
        if added:
            debit.lines[of][4] -= share

    def update(self, work, _):
        shown = today_price(work, self.client).difference
        self.agree(work)
        if not shown:
            return
        update(work, self.client)
        before = [dict(d.lots) for d in self.notebook.debits]
        added = self.added()
        self.notebook.update(self.prices, ON.cap)
        for (debit, number), amount in added.items():
            line = self.notebook.debits[debit].lines[number]
            if len(line) == 4:
                line.append(0)
            line[4] += amount
        assert len(before) == len(self.notebook.debits)
        assert today_price(work, self.client).difference == 0

    def added(self):
        found: dict[Any, Any] = {}
        for n, (_, rows, _) in enumerate(self.notebook.value(self.prices, ON.cap)):
            for key, amount, _, today in rows:
                found[n, key[0]] = found.get((n, key[0]), 0) + today - amount
        return found

    def tried(self, work, _):
        """Update and undo it: nothing may be left of it."""
        before = today_price(work, self.client)
        if before.difference:
            done = update(work, self.client)
            undo(work, done.entry_id)
            assert today_price(work, self.client) == before

    def agree(self, work):
        found = today_price(work, self.client)
        seen = [
            [(line.written, line.today, line.piece is None) for line in of]
            for _, of in groupby(found.lines, key=lambda line: line.debit_entry_id)
        ]
        kept = []
        for _, rows, bare in self.notebook.value(self.prices, ON.cap):
            lines = [(amount, today, False) for _, amount, _, today in rows]
            lines += [(bare, bare, True)] if bare else []
            if lines:
                kept.append(lines)
        assert seen == kept
        assert found.written == max(get_client(work, self.client).balance, 0)


@settings(max_examples=150, deadline=None)
@given(acts=st.lists(ACTS, max_size=14))
def test_it_is_what_a_notebook_says(shop, acts):
    now = START
    with shop(now) as work:
        player = Player(work)
    names = {"return": "give_back"}
    for act, value in acts:
        now += timedelta(hours=7)
        with shop(now) as work:
            getattr(player, names.get(act, act))(work, value)
            player.agree(work)
