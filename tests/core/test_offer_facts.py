"""What is known of how a client buys."""

from datetime import date

import pytest

from kioskifly_desktop.core.errors import ClientNotFoundError
from kioskifly_desktop.core.offers import ClientFacts, Favourite, client_facts
from kioskifly_desktop.core.offers.facts import FAVOURITES, next_birthday
from kioskifly_desktop.core.sales import VoidRequest, void_sale
from tests.factories import make_client, make_product, new_request, sell

PRICE = 100_00


@pytest.fixture
def ana(write):
    return write(make_client, "Ana Ruiz", birthday=date(1990, 3, 9))


@pytest.fixture
def shelf(write):
    return [
        write(make_product, name, price=PRICE, tracks_stock=False)
        for name in ("Alfajor", "Coca", "Pan")
    ]


def test_who_bought_nothing_has_only_a_birthday(read, write):
    assert read(client_facts, write(make_client)) == ClientFacts(
        0, (), None, None, None, None, None, None, None, None
    )
    with pytest.raises(ClientNotFoundError):
        read(client_facts, 99)


def test_favourites_are_counted_by_ticket(read, write, clock, ana, shelf):
    alfajor, coke, bread = shelf
    write(sell, (alfajor, 3), (alfajor, 1), client_id=ana, cash=4 * PRICE)
    clock.move(days=1)
    write(sell, (coke, 1), client_id=ana, cash=PRICE)
    clock.move(days=1)
    write(sell, (coke, 1), (bread, 9), client_id=ana, cash=10 * PRICE)
    write(sell, (bread, 1), cash=PRICE)
    facts = read(client_facts, ana)
    assert facts.favourites == (
        Favourite(coke, "Coca", 2, date(2026, 3, 7)),
        Favourite(bread, "Pan", 1, date(2026, 3, 7)),
        Favourite(alfajor, "Alfajor", 1, date(2026, 3, 5)),
    )
    assert (facts.visits, facts.average) == (3, 5 * PRICE)
    assert (facts.last_visit, facts.days_away, facts.usual_gap) == (date(2026, 3, 7), 0, 1)


def test_what_was_voided_never_happened(read, write, ana, shelf):
    sale_id = write(sell, (shelf[0], 1), client_id=ana, cash=PRICE).sale_id
    write(void_sale, VoidRequest(new_request(), sale_id, "Error"))
    facts = read(client_facts, ana)
    assert (facts.visits, facts.favourites, facts.last_visit) == (0, (), None)


def test_only_the_last_year_counts(read, write, clock, ana, shelf):
    write(sell, (shelf[0], 1), client_id=ana, cash=PRICE)
    clock.move(days=365)
    assert read(client_facts, ana).visits == 1
    clock.move(days=1)
    assert read(client_facts, ana).visits == 0


def test_the_day_and_hour_are_usual_from_the_third_time(read, write, clock, ana, shelf):
    for times in range(1, 4):
        write(sell, (shelf[0], 1), client_id=ana, cash=PRICE)
        facts = read(client_facts, ana)
        assert (facts.weekday, facts.hour) == ((3, 12) if times == 3 else (None, None))
        clock.move(days=7)


def test_no_more_favourites_than_are_read(read, write, ana):
    goods = [
        write(make_product, f"P{n}", price=PRICE, tracks_stock=False) for n in range(FAVOURITES + 2)
    ]
    write(sell, *((each, 1) for each in goods), client_id=ana, cash=len(goods) * PRICE)
    assert [each.product_id for each in read(client_facts, ana).favourites] == goods[:FAVOURITES]


def test_the_birthday_is_counted_in_days(read, clock, ana):
    for days, expected in ((0, (4, 36)), (4, (0, 36)), (1, (364, 37))):
        clock.move(days=days)
        facts = read(client_facts, ana)
        assert (facts.birthday_in, facts.turns) == expected


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 2, 27), date(2026, 2, 28)),
        (date(2026, 3, 1), date(2027, 2, 28)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2028, 2, 29), date(2028, 2, 29)),
    ],
)
def test_a_leap_birthday_comes_every_year(today, day):
    assert next_birthday(date(2000, 2, 29), today) == day
