import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product, get_product
from kioskifly_desktop.core.errors import QuantityRangeError, WholePiecesError
from kioskifly_desktop.core.money import MAX_QUANTITY
from kioskifly_desktop.core.sales import SaleLineRequest
from kioskifly_desktop.ui.sale.cart import Cart, Columns, line_of

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
NBSP = "\u00a0"


@pytest.fixture
def cart():
    return Cart()


@pytest.fixture
def make(shop):
    def product(name, price, **fields):
        product_id = shop.write(add_product, ProductRequest(name, price=price, **fields))
        return shop.read(get_product, product_id)

    return product


@pytest.fixture
def cola(make):
    return make("Coca-Cola", 230_000)


@pytest.fixture
def cheese(make):
    return make("Queso", 900_000, unit=Unit.KILOGRAM)


def test_the_same_product_again_raises_its_line(cart, cola, make, qtbot):
    assert cart.add(line_of(cola)) == 0
    assert cart.add(line_of(make("Pan", 100))) == 1
    with qtbot.assertNotEmitted(cart.rowsInserted):
        assert cart.add(line_of(cola, 2000)) == 0
    assert cart.requests[0] == SaleLineRequest(cola.id, 3000)
    assert cart.total == 3 * 230_000 + 100


def test_a_new_line_is_one_row_inserted_and_never_a_reset(cart, cola, cheese, qtbot):
    with qtbot.assertNotEmitted(cart.modelReset), qtbot.waitSignal(cart.rowsInserted):
        cart.add(line_of(cola))
    with qtbot.assertNotEmitted(cart.modelReset), qtbot.waitSignal(cart.rowsInserted):
        cart.add(line_of(cheese, 755))
    with qtbot.assertNotEmitted(cart.modelReset), qtbot.waitSignal(cart.dataChanged):
        cart.set_quantity(0, 2000)
    with qtbot.assertNotEmitted(cart.modelReset), qtbot.waitSignal(cart.rowsRemoved):
        cart.remove(0)


def test_a_label_of_the_scale_keeps_what_it_says(cart, cheese):
    cart.add(line_of(cheese, 755))
    cart.add(line_of(cheese, amount=123_457))
    cart.add(line_of(cheese, amount=123_457))
    assert [line.total for line in cart.lines] == [679_500, 123_457, 123_457]
    assert cart.requests[1] == SaleLineRequest(cheese.id, 137, amount=123_457)
    assert cart.index(0, Columns.QUANTITY).data() == f"0,755{NBSP}kg"


def test_a_label_gives_its_price_to_what_has_none(cart, make):
    cart.add(line_of(make("Fiambre", 0, unit=Unit.KILOGRAM), amount=123_457))
    assert cart.total == 123_457
    assert cart.requests[0].price == 123_457


def test_the_larger_discount_counts(cart, cola):
    cart.add(line_of(cola))
    cart.set_client_discount(1000)
    assert cart.total == 207_000
    cart.set_discount(0, 2000)
    assert cart.total == 184_000
    cart.set_client_discount(5000)
    assert cart.total == 115_000
    assert cart.requests == (SaleLineRequest(cola.id, 1000, 2000),)
    cart.set_client_discount(0)
    assert cart.total == 184_000


def test_a_piece_is_whole_and_nothing_is_sold_without_end(cart, cola):
    cart.add(line_of(cola))
    with pytest.raises(WholePiecesError):
        cart.set_quantity(0, 1500)
    with pytest.raises(WholePiecesError):
        cart.add(line_of(cola, 500))
    with pytest.raises(QuantityRangeError):
        cart.set_quantity(0, MAX_QUANTITY + 1)
    with pytest.raises(QuantityRangeError):
        cart.add(line_of(cola, MAX_QUANTITY // 1000 * 1000))
    assert cart.requests == (SaleLineRequest(cola.id, 1000),)
    assert not cart.undo() or not cart.lines


def test_every_act_can_be_taken_back(cart, cola, cheese):
    seen = [cart.requests]
    for act in (
        lambda: cart.add(line_of(cola)),
        lambda: cart.add(line_of(cola)),
        lambda: cart.add(line_of(cheese, 500)),
        lambda: cart.set_quantity(1, 750),
        lambda: cart.set_discount(0, 500),
        lambda: cart.set_price(0, 200_000),
        lambda: cart.remove(0),
        lambda: cart.set_quantity(0, 0),
    ):
        act()
        seen.append(cart.requests)
    assert cart.requests == ()
    for before in reversed(seen[:-1]):
        assert cart.undo()
        assert cart.requests == before
    assert not cart.undo()


def test_each_button_has_a_name_for_a_screen_reader(cart, cola):
    cart.add(line_of(cola))
    spoken = [cart.index(0, column).data(ACCESSIBLE) for column in Columns]
    assert spoken == [
        "Coca-Cola",
        "Uno menos de Coca-Cola",
        "1",
        "Uno más de Coca-Cola",
        f"${NBSP}2.300,00",
        f"${NBSP}2.300,00",
        "Quitar Coca-Cola",
    ]
