"""What is bought together, against a reference that goes ticket by ticket."""

from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.offers import complements
from kioskifly_desktop.core.offers.baskets import ANCHORS
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    VoidRequest,
    get_sale,
    return_goods,
    void_sale,
)
from tests.factories import DRAWER, make_product, new_request, sell
from tests.slow_baskets import slow_complements

PRICE = 100_00
_GOODS = 8
_FATES = ("kept", "kept", "kept", "kept", "voided", "returned")

baskets = st.lists(
    st.tuples(
        st.lists(st.integers(0, _GOODS - 1), min_size=1, max_size=6), st.sampled_from(_FATES)
    ),
    min_size=8,
    max_size=30,
)


class _InVainError(Exception):
    pass


@pytest.fixture
def in_vain(database, admin):
    """Give a transaction that leaves nothing behind."""

    @contextmanager
    def begin():
        try:
            with database.write(admin) as work:
                yield work
                raise _InVainError  # noqa: TRY301 - it is how a transaction is undone
        except _InVainError:
            pass

    return begin


def sell_baskets(work, tickets, goods):
    """Sell each basket and undo what its fate says; return those that count."""
    counted = []
    for basket, fate in tickets:
        lines = [(goods[place], 1) for place in basket]
        sale_id = sell(work, *lines, cash=len(lines) * PRICE).sale_id
        if fate == "voided":
            void_sale(work, VoidRequest(new_request(), sale_id, "Error"))
            continue
        counted.append({product for product, _ in lines})
        if fate == "returned":
            first = get_sale(work, sale_id).lines[0]
            back = (ReturnLine(first.id, 1000),)
            return_goods(work, ReturnRequest(new_request(), sale_id, back, DRAWER, None, "Roto"))
    return counted


def as_rows(found):
    return [(c.product_id, c.because, c.together, c.support, c.confidence, c.lift) for c in found]


def agrees(found, expected):
    rows = as_rows(found)
    assert [row[:3] for row in rows] == [row[:3] for row in expected]
    for row, plain in zip(rows, expected, strict=True):
        assert row[3:] == pytest.approx(plain[3:])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(tickets=baskets, anchors=st.lists(st.integers(0, _GOODS - 1), max_size=ANCHORS + 2))
def test_it_agrees_with_the_slow_reference(in_vain, tickets, anchors):
    with in_vain() as work:
        goods = [
            make_product(work, f"Producto {n}", price=PRICE, tracks_stock=False)
            for n in range(_GOODS)
        ]
        counted = sell_baskets(work, tickets, goods)
        wanted = [goods[place] for place in anchors]
        agrees(complements(work, wanted), slow_complements(counted, wanted))


def test_what_always_goes_together_is_found(in_vain):
    with in_vain() as work:
        fernet, coke, bread = (
            make_product(work, name, price=PRICE, tracks_stock=False)
            for name in ("Fernet", "Coca", "Pan")
        )
        sell_baskets(work, [([0, 1], "kept")] * 3 + [([2], "kept")] * 5, (fernet, coke, bread))
        (found,) = complements(work, [fernet])
        assert as_rows([found]) == [(coke, fernet, 3, 3 / 8, 1.0, pytest.approx(8 / 3))]


def test_two_tickets_are_chance(in_vain):
    with in_vain() as work:
        goods = [make_product(work, str(n), price=PRICE, tracks_stock=False) for n in range(3)]
        sell_baskets(work, [([0, 1], "kept")] * 2 + [([2], "kept")] * 5, goods)
        assert complements(work, goods[:1]) == []


def test_the_same_product_on_two_lines_is_one_ticket(in_vain):
    with in_vain() as work:
        goods = [make_product(work, str(n), price=PRICE, tracks_stock=False) for n in range(3)]
        tickets = [([0, 0, 1, 1], "kept")] * 3 + [([2], "kept")] * 3
        sell_baskets(work, tickets, goods)
        (found,) = complements(work, goods[:1])
        assert (found.together, found.confidence) == (3, 1.0)


def test_old_tickets_are_not_looked_at(in_vain):
    with in_vain() as work:
        goods = [make_product(work, str(n), price=PRICE, tracks_stock=False) for n in range(4)]
        sell_baskets(work, [([0, 1], "kept")] * 4, goods)
        counted = sell_baskets(work, [([0, 2], "kept")] * 4 + [([3], "voided")] * 2, goods)
        counted += sell_baskets(work, [([3], "kept")] * 4, goods)
        agrees(complements(work, goods[:1], horizon=10), slow_complements(counted, goods[:1]))


def test_a_shop_without_sales_has_none(in_vain):
    with in_vain() as work:
        assert complements(work, [make_product(work)]) == []
        assert complements(work, []) == []


def test_the_best_come_first_and_no_more_than_asked(in_vain):
    with in_vain() as work:
        goods = [make_product(work, str(n), price=PRICE, tracks_stock=False) for n in range(4)]
        tickets = [([0, 1], "kept")] * 5 + [([0, 1, 2], "kept")] * 3 + [([3], "kept")] * 9
        counted = sell_baskets(work, tickets, goods)
        agrees(complements(work, goods[:1], 1), slow_complements(counted, goods[:1], 1))
        assert [c.product_id for c in complements(work, goods[:1])] == goods[1:3]
