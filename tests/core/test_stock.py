import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.catalog import Unit, get_product
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.errors import (
    NotAllowedError,
    ProductNotFoundError,
    QuantityRangeError,
    ReasonMissingError,
    RequestIdError,
    RequestReusedError,
    StockNotTrackedError,
    WholePiecesError,
)
from kioskifly_desktop.core.money import MAX_QUANTITY, MAX_STOCK
from kioskifly_desktop.core.stock import (
    StockMoveKind,
    StockRequest,
    adjust_stock,
    count_stock,
    move_all,
    move_stock,
    receive_stock,
    stock_moves,
)
from tests.factories import adjust, make_client, make_product, stock_request

ACTS = (receive_stock, adjust_stock, count_stock)


@pytest.fixture
def product(write):
    return write(make_product, "Yerba", cost=100_00)


def test_each_move_says_what_changed_and_what_was_left(write, read, clock, product):
    write(receive_stock, stock_request(product, 10_000, reason="Remito 12"))
    clock.move(hours=1)
    write(adjust_stock, stock_request(product, -1_000, reason="Se rompió"))
    write(move_stock, product, StockMoveKind.SALE, -2_000)
    counted = write(count_stock, stock_request(product, 6_000))
    assert (counted.quantity, counted.level) == (-1_000, 6_000)
    write(move_stock, product, StockMoveKind.RETURN, 500)
    rows = read(stock_moves, product)
    assert [(row.kind, row.quantity, row.level) for row in rows] == [
        (StockMoveKind.RETURN, 500, 6_500),
        (StockMoveKind.COUNT, -1_000, 6_000),
        (StockMoveKind.SALE, -2_000, 7_000),
        (StockMoveKind.ADJUSTMENT, -1_000, 9_000),
        (StockMoveKind.PURCHASE, 10_000, 10_000),
    ]
    assert (rows[0].at, rows[0].user) == (clock.now, "Administrador")
    assert (rows[-1].reason, rows[-2].reason) == ("Remito 12", "Se rompió")
    assert read(get_product, product).stock == 6_500
    assert read(stock_moves, product, before=rows[1].id, limit=2) == rows[2:4]


def test_a_count_that_agrees_is_written_down_too(write, read, product):
    assert write(count_stock, stock_request(product, 0)).quantity == 0
    assert [row.kind for row in read(stock_moves, product)] == [StockMoveKind.COUNT]


def test_a_sale_may_leave_less_than_nothing(write, read, product):
    write(move_stock, product, StockMoveKind.SALE, -3_000)
    assert read(get_product, product).stock == -3_000


def test_what_is_not_tracked_does_not_move(write, read, everything):
    product = write(make_product, "Hielo", tracks_stock=False)
    before = everything()
    for act in ACTS:
        with pytest.raises(StockNotTrackedError, match="Hielo"):
            write(act, stock_request(product, 1_000, reason="x"))
    assert write(move_stock, product, StockMoveKind.SALE, -1_000) is None
    assert everything() == before


def test_pieces_are_whole_and_kilograms_are_not(write, product):
    for act in ACTS:
        with pytest.raises(WholePiecesError, match="Yerba") as refused:
            write(act, stock_request(product, 1_500, reason="x"))
        assert refused.value.field == "quantity"
    ham = write(make_product, "Jamón", unit=Unit.KILOGRAM)
    assert write(receive_stock, stock_request(ham, 1_755)).level == 1_755


@pytest.mark.parametrize(
    ("act", "quantity"),
    [
        (receive_stock, 0),
        (receive_stock, -1_000),
        (receive_stock, MAX_QUANTITY + 1),
        (adjust_stock, 0),
        (adjust_stock, -MAX_QUANTITY - 1),
        (count_stock, -1_000),
        (count_stock, MAX_QUANTITY + 1),
    ],
)
def test_a_quantity_out_of_range_writes_nothing(write, everything, product, act, quantity):
    before = everything()
    with pytest.raises(QuantityRangeError):
        write(act, stock_request(product, quantity, reason="x"))
    assert everything() == before


def test_the_shelves_have_an_end(write, read, product):
    for _ in range(1000):
        write(move_stock, product, StockMoveKind.PURCHASE, MAX_QUANTITY)
    with pytest.raises(QuantityRangeError):
        write(move_stock, product, StockMoveKind.PURCHASE, MAX_QUANTITY)
    assert read(get_product, product).stock == 1000 * MAX_QUANTITY


def test_an_adjustment_says_why(write, product):
    with pytest.raises(ReasonMissingError):
        write(adjust_stock, stock_request(product, 1_000, reason=" "))


def test_who_may(write, read, product, cashier):
    write(receive_stock, stock_request(product, 1_000), user=cashier)
    for act in (adjust_stock, count_stock):
        with pytest.raises(NotAllowedError):
            write(act, stock_request(product, 5_000, reason="x"), user=cashier)
    for cost in (1, 100_00):  # also the one it has: the answer would tell it
        with pytest.raises(NotAllowedError):
            write(receive_stock, stock_request(product, 1_000, cost=cost), user=cashier)
    found = read(get_product, product)
    assert (found.stock, found.cost) == (1_000, 100_00)
    write(receive_stock, stock_request(product, 1_000, cost=120_00))
    assert read(get_product, product).cost == 120_00


@pytest.mark.parametrize("act", ACTS)
def test_a_repeated_request_moves_once(write, read, everything, product, act):
    write(receive_stock, stock_request(product, 3_000))
    request = StockRequest("same", product, 5_000, "x")
    first = write(act, request)
    before = everything()
    assert write(act, request) == first
    assert everything() == before
    other = write(make_product, "Otro")
    for changed in (
        StockRequest("same", product, 6_000, "x"),
        StockRequest("same", other, 5_000, "x"),
    ):
        with pytest.raises(RequestReusedError):
            write(act, changed)
    with pytest.raises(RequestReusedError):
        write(receive_stock if act is not receive_stock else count_stock, request)


def test_a_request_has_a_name_and_a_product(write, product):
    with pytest.raises(RequestIdError):
        write(receive_stock, StockRequest("", product, 1_000))
    with pytest.raises(ProductNotFoundError):
        write(receive_stock, stock_request(99, 1_000))


MOVES = st.lists(
    st.tuples(st.sampled_from([*ACTS, move_stock]), st.integers(0, 2), st.integers(-9, 9)),
    max_size=25,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=MOVES)
def test_levels_are_the_sum_of_the_moves(write, read, moves):
    products = [write(make_product, f"P{n}") for n in range(3)]
    expected = dict.fromkeys(products, 0)
    for act, which, pieces in moves:
        product, quantity = products[which], pieces * 1_000
        if act is move_stock:
            if quantity:
                write(act, product, StockMoveKind.SALE, quantity)
                expected[product] += quantity
        elif (act is receive_stock and quantity <= 0) or (act is adjust_stock and not quantity):
            with pytest.raises(QuantityRangeError):
                write(act, stock_request(product, quantity, reason="x"))
        elif act is count_stock and quantity < 0:
            with pytest.raises(QuantityRangeError):
                write(act, stock_request(product, quantity))
        else:
            write(act, stock_request(product, quantity, reason="x"))
            expected[product] = quantity + (0 if act is count_stock else expected[product])
    assert {product: read(get_product, product).stock for product in products} == expected
    for product in products:
        rows = read(stock_moves, product)
        assert sum(row.quantity for row in rows) == expected[product]
        assert (rows[0].level if rows else 0) == expected[product]
    assert read(check) == []


def test_goods_that_move_together_keep_their_levels(write, read):
    one, two = write(make_product), write(make_product, "Soda")
    copy = write(make_product, "Fotocopia", tracks_stock=False)
    entry = write(adjust, write(make_client), 1_00).entry_id
    changes = [(one, -1_000), (copy, -1_000), (two, 2_000), (one, -3_000)]
    write(move_all, StockMoveKind.SALE, changes, entry_id=entry, reason="Venta")
    assert [(m.quantity, m.level) for m in read(stock_moves, one)] == [
        (-3_000, -4_000),
        (-1_000, -1_000),
    ]
    assert [(m.quantity, m.level) for m in read(stock_moves, two)] == [(2_000, 2_000)]
    assert read(stock_moves, copy) == []


def test_goods_that_would_leave_the_shelves_bounds_stay(write, everything):
    one = write(make_product)
    entry = write(adjust, write(make_client), 1_00).entry_id
    before = everything()
    with pytest.raises(QuantityRangeError):
        write(move_all, StockMoveKind.RETURN, [(one, MAX_STOCK), (one, 1)], entry_id=entry)
    assert everything() == before
