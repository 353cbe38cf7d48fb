"""A client's portrait against their rows added up one by one."""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from sqlalchemy import event

from kioskifly_desktop.core.contact import PromiseRequest, add_promise
from kioskifly_desktop.core.errors import ClientNotFoundError
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    LoyaltyTerms,
    PointsRequest,
    PriceList,
    adjust_points,
    save_agreed_terms,
    save_group,
    save_loyalty_terms,
    save_price_list,
    set_groups,
)
from kioskifly_desktop.core.portrait import Bought, Day, portrait, purchases
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    VoidRequest,
    get_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.wallet import MergeRequest, age_of_debt, merge_clients, wallet_summary
from tests.factories import DRAWER, add_debt, make_client, make_product, new_request, sell
from tests.plain_reports import Plain
from tests.random_money import AllActs

THURSDAY = date(2026, 3, 5)


@pytest.fixture
def marta(write):
    return write(make_client, "Marta Benítez")


@pytest.fixture
def sweet(write):
    return write(make_product, "Alfajor", price=1_000_00)


@pytest.fixture
def milk(write):
    return write(make_product, "Leche", price=1_500_00)


def buy(work, client_id, *lines, total):
    return sell(work, *lines, cash=total, client_id=client_id).sale_id


def give_back(work, sale_id, quantity, client_id):
    line = get_sale(work, sale_id).lines[0].id
    return return_goods(
        work,
        ReturnRequest(
            new_request(),
            sale_id,
            (ReturnLine(line, quantity),),
            refund_register_id=DRAWER,
            client_id=client_id,
            reason="Roto",
        ),
    )


class Count:
    """The same, row by row of the file."""

    def __init__(self, work, client_id):
        plain = Plain(work)
        self.today = work.today
        self.sales = []
        for number, row in plain.sales.items():
            who = row["client_id"]
            while who in plain.merged:
                who = plain.merged[who]
            day = date.fromisoformat(plain.entries[number]["business_date"])
            if who == client_id and number not in plain.undone and day <= self.today:
                self.sales.append((day, row, plain.lines[row["id"]]))
        self.names = {number: row["name"] for number, row in plain.products.items()}

    def between(self, first, last):
        """Return tickets, charged and returned."""
        found = [row for day, row, _ in self.sales if first <= day <= last]
        sold = [row["total"] for row in found if row["kind"] == "sale"]
        back = [row["total"] for row in found if row["kind"] == "return"]
        return len(sold), sum(sold), sum(back)

    def visits(self):
        return sorted({day for day, row, _ in self.sales if row["kind"] == "sale"})

    def products(self, since):
        tickets = defaultdict(set)
        quantity: Counter[Any] = Counter()
        net: Counter[Any] = Counter()
        last: dict[Any, Any] = {}
        for day, row, lines in self.sales:
            sign = 1 if row["kind"] == "sale" else -1
            for line in lines if day >= since else ():
                key = (line["product_id"], line["unit"])
                quantity[key] += sign * line["quantity"]
                net[key] += sign * line["total"]
                if sign > 0:
                    tickets[key].add(row["id"])
                    last[key] = max(last.get(key, day), day)
        best = sorted(tickets, key=lambda key: (-len(tickets[key]), -net[key], key))
        return [
            Bought(key[0], self.names[key[0]], key[1], len(tickets[key]), quantity[key], net[key],
                   last[key])
            for key in best[:10]
        ]  # fmt: skip


def month_ends(months, today):
    return [(a, b - timedelta(days=1)) for a, b in pairwise([*months, date.max])][: len(months)]


def agree(work, client_id):
    found, plain = portrait(work, client_id), Count(work, client_id)
    habits = found.habits
    assert len(habits.months) == 12
    firsts = [month.first for month in habits.months]
    for month, (first, last) in zip(habits.months, month_ends(firsts, work.today), strict=True):
        assert (month.tickets, month.charged, month.returned) == plain.between(first, last)
    year = plain.between(firsts[0], work.today)
    assert (habits.year_tickets, habits.year_net) == (year[0], year[1] - year[2])
    assert habits.average == ((2 * year[1] + year[0]) // (2 * year[0]) if year[0] else None)
    visits = plain.visits()
    assert habits.first_visit == (visits[0] if visits else None)
    assert habits.last_visit == (visits[-1] if visits else None)
    assert habits.tickets == plain.between(date.min, date.max)[0]
    assert list(habits.products) == plain.products(firsts[0])
    monday = work.today - timedelta(days=work.today.weekday() + 25 * 7)
    assert [(day.day, day.tickets, day.charged, day.returned) for day in habits.days] == [
        (day, *plain.between(day, day))
        for day in sorted({day for day, *_ in plain.sales if day >= monday})
    ]
    assert found.wallet == wallet_summary(work, client_id)
    assert found.age == age_of_debt(work, client_id)
    return habits


@pytest.mark.parametrize("seed", [3, 20260305])
def test_a_random_shops_clients_agree_with_their_rows(database, clock, seed):
    shop = AllActs(database, clock, Random(seed))
    for step in range(220):
        shop.step()
        if step % 20 == 0:
            clock.move(days=17)
    assert shop.done["void_sale"]
    assert shop.done["return_goods"]
    with database.read(shop.admin) as work:
        everyone = [agree(work, client_id) for client_id in shop.books.clients]
        mine = {
            client_id: [row.id for row in purchases(work, client_id, limit=10**6)]
            for client_id in shop.books.clients
        }
        sales = Plain(work).sales.values()
    assert sum(each.tickets for each in everyone) > 20
    assert any(month.returned for each in everyone for month in each.months)
    for client_id, ids in mine.items():
        of_client = [row["id"] for row in sales if row["client_id"] == client_id]
        assert ids == sorted(of_client, reverse=True)


def test_voids_are_out_and_a_return_counts_on_its_own_day(write, read, marta, sweet, milk, clock):
    kept = write(buy, marta, (sweet, 3), (milk, 1), total=4_500_00)
    wrong = write(buy, marta, (sweet, 9), total=9_000_00)
    write(void_sale, VoidRequest(new_request(), wrong, "Error"))
    clock.move(days=30)  # 4 April
    write(give_back, kept, 1_000, marta)
    habits = read(portrait, marta).habits
    assert [(m.first, m.tickets, m.charged, m.returned) for m in habits.months[-2:]] == [
        (date(2026, 3, 1), 1, 4_500_00, 0),
        (date(2026, 4, 1), 0, 0, 1_000_00),
    ]
    assert habits.months[0].first == date(2025, 5, 1)
    assert habits.days == (
        Day(THURSDAY, 1, 4_500_00, 0),
        Day(date(2026, 4, 4), 0, 0, 1_000_00),
    )
    assert [(each.name, each.tickets, each.quantity, each.net) for each in habits.products] == [
        ("Alfajor", 1, 2_000, 2_000_00),
        ("Leche", 1, 1_000, 1_500_00),
    ]
    assert (habits.tickets, habits.average, habits.year_net) == (1, 4_500_00, 3_500_00)
    assert (habits.first_visit, habits.last_visit) == (THURSDAY, THURSDAY)


def test_what_is_older_than_the_twelve_months_is_only_counted(write, read, marta, sweet, clock):
    clock.now = datetime(2026, 3, 1, 2, 59, tzinfo=UTC)  # 28 February, 23:59
    write(buy, marta, (sweet, 1), total=1_000_00)
    clock.now = datetime(2026, 3, 1, 3, 0, tzinfo=UTC)
    write(buy, marta, (sweet, 2), total=2_000_00)
    clock.now = datetime(2027, 2, 28, 15, 0, tzinfo=UTC)
    habits = read(portrait, marta).habits
    assert (habits.tickets, habits.year_tickets, habits.year_net) == (2, 1, 2_000_00)
    assert habits.first_visit == date(2026, 2, 28)
    assert habits.products[0].quantity == 2_000
    assert habits.days == ()
    clock.move(days=1)
    habits = read(portrait, marta).habits
    assert (habits.tickets, habits.year_tickets, habits.average, habits.products) == (
        2,
        0,
        None,
        (),
    )


def test_a_weekday_and_a_gap_are_known_from_three_visits_on(write, read, marta, sweet, clock):
    for weeks in (0, 1):
        clock.move(weeks=weeks)
        write(buy, marta, (sweet, 1), total=1_000_00)
    habits = read(portrait, marta).habits
    assert (habits.weekday, habits.gap) == (None, None)
    clock.move(weeks=1)
    write(buy, marta, (sweet, 1), total=1_000_00)
    habits = read(portrait, marta).habits
    assert (habits.weekday, habits.gap) == (3, 7)


def test_who_turned_out_to_be_one_is_one(write, read, marta, sweet):
    first, second = (write(make_client, name) for name in ("Marta B.", "Martita"))
    ids = [
        write(buy, who, (sweet, pieces), total=pieces * 1_000_00)
        for who, pieces in ((marta, 1), (first, 2), (second, 4), (marta, 8))
    ]
    write(merge_clients, MergeRequest(new_request(), first, second))
    write(merge_clients, MergeRequest(new_request(), marta, first))
    found = read(portrait, marta)
    assert found.also == ("Marta B.", "Martita")
    assert (found.habits.tickets, found.habits.year_net) == (4, 15_000_00)
    assert [row.id for row in read(purchases, marta)] == ids[::-1]
    assert [row.id for row in read(purchases, marta, before=ids[3], limit=2)] == [ids[2], ids[1]]
    with pytest.raises(ClientNotFoundError):
        read(portrait, 10**6)


def test_what_was_agreed_and_promised_is_there(write, read, marta):
    empty = read(portrait, marta)
    assert (empty.points, empty.price_list, empty.groups, empty.discounts) == (None, "", (), ())
    assert (empty.offers, empty.promises, empty.age, empty.also) == ((), (), None, ())
    write(add_debt, marta, 5_000_00)
    list_id = write(save_price_list, PriceList(0, "Amigos", -5_00))
    group = write(save_group, 0, "Vecinos")
    write(save_group, 0, "Otros")
    write(set_groups, marta, {group})
    discount = CategoryDiscount("Golosinas", 10_00)
    write(save_agreed_terms, marta, AgreedTerms((discount,), list_id, "Cheque"))
    write(save_loyalty_terms, LoyaltyTerms(on=True, value=2_00))
    write(adjust_points, PointsRequest(new_request(), marta, 340, "Regalo"))
    promise = PromiseRequest(new_request(), marta, 5_000_00, THURSDAY)
    write(add_promise, promise)
    found = read(portrait, marta)
    assert (found.price_list, found.groups, found.discounts) == (
        "Amigos",
        ("Vecinos",),
        (discount,),
    )
    assert (found.points, found.points_worth) == (340, 680_00)
    assert [each.amount for each in found.promises] == [5_000_00]
    assert found.age.balance == found.wallet.client.balance == 5_000_00
    assert found.wallet.client.lock_reason == "Cheque"


def test_one_client_is_read_and_not_the_shop(database, admin, write, marta, sweet):
    write(buy, marta, (sweet, 1), total=1_000_00)
    seen = []

    def note(_db, _cursor, statement, parameters, _context, _many):
        seen.append((statement, parameters))

    with database.read(admin) as work:
        event.listen(work.db, "before_cursor_execute", note)
        portrait(work, marta)
        purchases(work, marta)
        event.remove(work.db, "before_cursor_execute", note)
        plans = [
            [row[3] for row in work.db.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}", values)]
            for asked, values in seen
        ]
    assert len(plans) > 10
    steps = [step for plan in plans for step in plan]
    scanned = {step.split()[1] for step in steps if step.startswith("SCAN")}
    # A merge is rare; the others are subqueries of one client.
    assert not scanned & {"sale", "sale_line", "journal_entry", "posting", "voucher", "product"}
    of_sales = [step for step in steps if step.startswith(("SCAN sale ", "SEARCH sale "))]
    assert len(of_sales) == 3
    assert all("ix_sale_client_id_id (client_id=?" in step for step in of_sales)
