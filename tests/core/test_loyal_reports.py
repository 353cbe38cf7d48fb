"""The reports of promotions and points, and all others beside them, against the plain sums."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.errors import AmountRangeError
from kioskifly_desktop.core.loyalty import PromotionKind
from kioskifly_desktop.core.reports import Period, ReportName, make_report
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    VoidRequest,
    get_sale,
    quote,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.conftest import Clock
from tests.core.test_reports import agree
from tests.factories import make_client, make_product, new_request
from tests.loyalty import buy, give_points, promote
from tests.naive_shop import half_up

FIRST = date(2026, 3, 5)
EVER = Period(FIRST, FIRST + timedelta(days=60))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(dice=st.randoms(use_true_random=False), steps=st.integers(4, 30))
def test_whatever_is_sold_voided_and_given_back(dice, steps):
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        database = open_shop(Path(folder), clock=clock)
        try:
            with database.read() as work:
                admin = next(user for user in list_users(work) if user.is_admin)
            with database.write(admin) as work:
                goods, clients = _open(work, dice)
            for _ in range(steps):
                if dice.random() < 0.2:
                    clock.move(days=1)
                with database.write(admin) as work:
                    _act(work, dice, goods, clients)
            with database.read(admin) as work:
                assert check(work) == []
                _compare(work, EVER)
                day = FIRST + timedelta(days=dice.randint(0, 5))
                _compare(work, Period(day, day))
        finally:
            database.close()


def _open(work, dice):
    give_points(work, least=1, per_point=5_00, value=dice.randint(1, 50))
    goods = [make_product(work, name, price=dice.randint(1, 5_000_00)) for name in "ABC"]
    promote(work, *goods[:2], name="3x2", size=3, pays=2)
    promote(work, goods[1], name="Segunda", kind=PromotionKind.NTH_PERCENT, percent=4_999)
    clients = [make_client(work, "Ana"), make_client(work, "Beto", discount=777), None]
    return goods, clients


def _act(work, dice, goods, clients):
    sold = [row[0] for row in work.db.exec_driver_sql("SELECT id FROM sale WHERE kind = 'sale'")]
    roll = dice.random()
    if roll < 0.6 or not sold:
        asked = [
            SaleLineRequest(dice.choice(goods), dice.randint(1, 6) * 1000)
            for _ in range(dice.randint(1, 3))
        ]
        client = dice.choice(clients)
        redeemable = quote(work, asked, client).redeemable
        points = dice.randint(0, redeemable)
        if quote(work, asked, client, points).total:
            buy(work, asked, client=client, points=points)
        return
    found = get_sale(work, dice.choice(sold))
    if found.voided:
        return
    left = [line for line in found.lines if line.returned < line.quantity]
    if roll < 0.7 and len(left) == len(found.lines) and not any(x.returned for x in found.lines):
        if found.at.date() == work.now.date():
            void_sale(work, VoidRequest(new_request(), found.id, "Error"))
    elif left:
        line = dice.choice(left)
        quantity = dice.randint(1, (line.quantity - line.returned) // 1000) * 1000
        back = (ReturnLine(line.id, quantity),)
        with work.db.begin_nested():
            request = ReturnRequest(new_request(), found.id, back, 1, None, "Roto")
            _try(work, request)


def _try(work, request):
    try:
        return_goods(work, request)
    except AmountRangeError:
        return  # a part so small that nothing is given for it


def _compare(work, period):
    plain = agree(work, period)
    rebates = [dict(row) for row in work.db.exec_driver_sql("SELECT * FROM sale_rebate").mappings()]
    given: Counter[str] = Counter()
    back: Counter[str] = Counter()
    for _, _, sale, sign in plain.kept(period):
        for line in plain.lines[sale["id"]]:
            for rebate in rebates:
                if sign > 0 and rebate["line_id"] == line["id"]:
                    given[rebate["name"]] += rebate["amount"]
                elif sign < 0 and rebate["line_id"] == line["original_line_id"]:
                    back[rebate["name"]] += _part(plain, rebate, line)
    report = make_report(work, ReportName.PROMOTIONS, period)
    assert {row[0]: row[2:5] for row in report.rows} == {
        name: (given[name], back[name], given[name] - back[name]) for name in given | back
    }
    assert report.totals[4] == given.total() - back.total()


def _part(plain, rebate, line):
    """Return what of a rebate went with a part of its line that came back."""
    all_lines = [each for lines in plain.lines.values() for each in lines]
    whole = next(each["quantity"] for each in all_lines if each["id"] == rebate["line_id"])
    before = sum(
        each["quantity"]
        for each in all_lines
        if each["original_line_id"] == rebate["line_id"] and each["id"] < line["id"]
    )
    reached, started = (
        half_up(Fraction(rebate["amount"] * much, whole))
        for much in (before + line["quantity"], before)
    )
    return reached - started
