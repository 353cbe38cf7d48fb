import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.catalog import (
    ProductRequest,
    edit_product,
    get_product,
    price_history,
)
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.errors import (
    NoPriceChangesError,
    NotAllowedError,
    PriceBatchNotFoundError,
    PriceBatchUndoneError,
    PriceChangeError,
    PriceTooHighError,
    RequestReusedError,
)
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.prices import (
    PriceChange,
    apply_price_change,
    changed_price,
    last_price_change,
    preview_price_change,
    undo_price_change,
)
from tests.factories import make_product, new_request

RAISE = PriceChange(basis_points=1_000)


@pytest.fixture
def shelf(write):
    """Return four products: two drinks, one of another supplier, and a retired one."""
    return [
        write(make_product, "Soda", price=100_00, category="Bebidas", supplier="Norte"),
        write(make_product, "Jugo", price=250_50, category="bebidas", supplier="Sur"),
        write(make_product, "Alfajor", price=60_00, category="Golosinas", supplier="Norte"),
        write(make_product, "Viejo", price=10_00, category="Bebidas", active=False),
    ]


def prices(read, products):
    return [read(get_product, product).price for product in products]


@pytest.mark.parametrize(
    ("price", "basis_points", "rounding", "new"),
    [
        (100_00, 1_000, 1, 110_00),
        (100_00, -1_000, 1, 90_00),
        (333, 1_000, 1, 366),
        (335, 1_000, 1, 369),  # 368,5: halves go up
        (1_234_00, 1_000, 10_00, 1_360_00),
        (1_234_00, 1_000, 50_00, 1_350_00),
        (1_234_00, 1_000, 100_00, 1_400_00),
        (1_350_00, 0, 100_00, 1_400_00),
        (3_00, 1_000, 100_00, 100_00),  # never for nothing
        (0, 1_000, 100_00, 0),
        (1, -9_000, 1, 1),
    ],
)
def test_a_price_is_rounded_to_the_nearest(price, basis_points, rounding, new):
    change = PriceChange(basis_points=basis_points, rounding=rounding)
    assert changed_price(price, change) == new


@given(
    st.integers(1, MAX_AMOUNT),
    st.integers(-9_000, 100_000),
    st.sampled_from([1, 10_00, 50_00, 100_00]),
)
def test_rounding_is_never_off_by_more_than_half_a_step(price, basis_points, rounding):
    new = changed_price(price, PriceChange(basis_points=basis_points, rounding=rounding))
    assert new > 0
    assert new % rounding == 0
    exact = price * (10_000 + basis_points)
    assert 2 * abs(new * 10_000 - exact) <= 10_000 * rounding or new == rounding


def test_the_preview_is_what_is_applied(write, read, shelf, everything):
    before = everything()
    seen = read(preview_price_change, RAISE)
    assert everything() == before
    assert [(row.name, row.old, row.new) for row in seen] == [
        ("Alfajor", 60_00, 66_00),
        ("Jugo", 250_50, 275_55),
        ("Soda", 100_00, 110_00),
    ]
    done = write(apply_price_change, new_request(), RAISE)
    assert done.count == 3
    assert prices(read, shelf) == [110_00, 275_55, 66_00, 10_00]


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ({"category": "BEBIDAS"}, ["Jugo", "Soda"]),
        ({"supplier": "norte"}, ["Alfajor", "Soda"]),
        ({"category": "Bebidas", "supplier": "Norte"}, ["Soda"]),
        ({"category": "Nada"}, []),
    ],
)
def test_only_what_was_chosen_changes(read, shelf, chosen, names):
    change = PriceChange(basis_points=1_000, **chosen)
    assert [row.name for row in read(preview_price_change, change)] == names


def test_prices_that_stay_are_not_listed(write, read, shelf):
    assert read(preview_price_change, PriceChange(rounding=10_00)) != []
    with pytest.raises(NoPriceChangesError):
        write(apply_price_change, new_request(), PriceChange())


@pytest.mark.parametrize(
    "change",
    [
        PriceChange(basis_points=-9_001),
        PriceChange(basis_points=100_001),
        PriceChange(basis_points=100, rounding=0),
        PriceChange(basis_points=100, rounding=-10),
        PriceChange(basis_points=100, rounding=1_000_01),
    ],
)
def test_a_change_out_of_sense_is_refused(write, everything, shelf, change):
    before = everything()
    with pytest.raises(PriceChangeError):
        write(apply_price_change, new_request(), change)
    assert everything() == before


def test_no_price_passes_what_the_books_hold(write, read):
    product = write(make_product, "Oro", price=MAX_AMOUNT)
    with pytest.raises(PriceTooHighError, match="Oro"):
        write(apply_price_change, new_request(), RAISE)
    assert prices(read, [product]) == [MAX_AMOUNT]


def test_undo_gives_the_prices_back_but_those_that_moved_on(write, read, shelf):
    done = write(apply_price_change, new_request(), RAISE)
    write(edit_product, shelf[1], ProductRequest("Jugo", price=300_00, supplier="Sur"))
    undone = write(undo_price_change, done.batch_id)
    assert undone.count == 2
    assert prices(read, shelf) == [100_00, 300_00, 60_00, 10_00]
    with pytest.raises(PriceBatchUndoneError):
        write(undo_price_change, done.batch_id)
    for no_batch in (undone.batch_id, 99):
        with pytest.raises(PriceBatchNotFoundError):
            write(undo_price_change, no_batch)


def test_the_last_change_is_known(write, read, clock, shelf):
    assert read(last_price_change) is None
    write(apply_price_change, new_request(), PriceChange(supplier="Sur", basis_points=500))
    clock.move(days=1)
    chosen = PriceChange("Bebidas", "", -1_000, 10_00)
    done = write(apply_price_change, new_request(), chosen)
    last = read(last_price_change)
    assert (last.id, last.at, last.user) == (done.batch_id, clock.now, "Administrador")
    assert (last.change, last.count, last.undone) == (chosen, 2, False)
    write(undo_price_change, done.batch_id)
    last = read(last_price_change)
    assert (last.id, last.undone) == (done.batch_id, True)


def test_a_repeated_request_changes_prices_once(write, read, shelf, everything):
    done = write(apply_price_change, "same", RAISE)
    before = everything()
    assert write(apply_price_change, "same", RAISE) == done
    assert everything() == before
    with pytest.raises(RequestReusedError):
        write(apply_price_change, "same", PriceChange(basis_points=1))


def test_every_price_is_remembered(write, read, clock, shelf):
    soda = shelf[0]
    start = clock.now
    clock.move(days=1)
    write(edit_product, soda, ProductRequest("Soda", price=120_00, category="Bebidas"))
    write(edit_product, soda, ProductRequest("Soda light", price=120_00, category="Bebidas"))
    done = write(apply_price_change, new_request(), RAISE)
    write(undo_price_change, done.batch_id)
    rows = read(price_history, soda)
    assert [(row.old, row.new) for row in rows] == [
        (132_00, 120_00),
        (120_00, 132_00),
        (100_00, 120_00),
        (0, 100_00),
    ]
    assert (rows[0].at, rows[-1].at, rows[0].user) == (clock.now, start, "Administrador")


def test_many_prices_are_the_administrators(write, shelf, cashier, everything):
    done = write(apply_price_change, new_request(), RAISE)
    before = everything()
    with pytest.raises(NotAllowedError):
        write(apply_price_change, new_request(), RAISE, user=cashier)
    with pytest.raises(NotAllowedError):
        write(undo_price_change, done.batch_id, user=cashier)
    assert everything() == before


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    had=st.lists(st.integers(0, 5_000_00), min_size=1, max_size=6),
    basis_points=st.integers(-9_000, 30_000),
    rounding=st.sampled_from([1, 10_00, 50_00, 100_00]),
    edits=st.dictionaries(st.integers(0, 5), st.integers(0, 5_000_00), max_size=3),
)
def test_undo_leaves_every_price_as_it_was_or_as_it_was_set_since(
    write, read, had, basis_points, rounding, edits
):
    group = new_request()
    products = [write(make_product, "P", price=price, category=group) for price in had]
    change = PriceChange(category=group, basis_points=basis_points, rounding=rounding)
    try:
        done = write(apply_price_change, new_request(), change)
    except NoPriceChangesError:
        assert [changed_price(price, change) for price in had] == had
        return
    raised = prices(read, products)
    assert raised == [changed_price(price, change) for price in had]
    expected = list(had)
    for which, price in edits.items():
        if which < len(products):
            write(edit_product, products[which], ProductRequest("P", price=price, category=group))
            if price != raised[which]:
                expected[which] = price
    write(undo_price_change, done.batch_id)
    assert prices(read, products) == expected
    assert read(check) == []
