import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product, get_product
from kioskifly_desktop.core.stock import stock_moves
from kioskifly_desktop.ui.catalog.stock_dialog import StockDialog
from tests.lending import lend, lent

NBSP, MINUS = "\u00a0", "\u2212"


@pytest.fixture
def product_id(shop):
    return shop.write(add_product, ProductRequest("Agua", price=1000, minimum_stock=6000))


@pytest.fixture
def make(shop, toasts, window):
    def build(product_id):
        result = StockDialog(shop, toasts, window, product_id)
        result.open()
        return result

    return build


def cells(dialog, row):
    return [dialog.moves.index(row, column).data() for column in range(1, 5)]


def test_it_receives_counts_and_takes_out_by_keyboard(qtbot, make, shop, product_id):
    dialog = make(product_id)
    qtbot.keyClicks(dialog.quantity, "24")
    assert dialog.quantity_field.message.text() == "Van a quedar 24."
    qtbot.keyClicks(dialog.cost, "750")
    qtbot.keyClick(dialog.cost, Qt.Key.Key_Return)
    dialog.act.choose("take")
    qtbot.keyClicks(dialog.quantity, "2")
    assert dialog.quantity_field.message.text() == "Van a quedar 22."
    qtbot.keyClicks(dialog.reason, "Se rompieron")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    dialog.act.choose("count")
    qtbot.keyClicks(dialog.quantity, "0")
    assert dialog.quantity_field.message.text() == "Van a quedar 0."
    qtbot.keyClick(dialog.quantity, Qt.Key.Key_Return)
    assert [cells(dialog, row) for row in range(3)] == [
        ["Recuento", "Administrador", f"{MINUS}22", "0"],
        ["Ajuste\nSe rompieron", "Administrador", f"{MINUS}2", "22"],
        ["Mercadería recibida", "Administrador", "+24", "24"],
    ]
    product = shop.read(get_product, product_id)
    assert (product.stock, product.cost) == (0, 75_000)
    assert dialog.left.text() == "Quedan 0"
    dialog.reject()


def test_taking_out_asks_why_under_its_field(qtbot, make, shop, product_id):
    dialog = make(product_id)
    dialog.act.choose("take")
    qtbot.keyClicks(dialog.quantity, "2")
    qtbot.keyClick(dialog.quantity, Qt.Key.Key_Return)
    assert "motivo" in dialog.reason_field.message.text()
    assert dialog.focusWidget() is dialog.reason
    assert shop.read(stock_moves, product_id) == []
    dialog.reject()


@pytest.mark.parametrize("text", ["", "dos", "1,5", "7790895000997", "77912345"])
def test_what_is_no_quantity_moves_nothing(qtbot, make, shop, product_id, text):
    dialog = make(product_id)
    qtbot.keyClicks(dialog.quantity, text)
    qtbot.keyClick(dialog.quantity, Qt.Key.Key_Return)
    assert dialog.quantity_field.has_error()
    assert shop.read(stock_moves, product_id) == []
    dialog.reject()


def test_kilograms_take_grams(qtbot, make, shop):
    cheese = shop.write(add_product, ProductRequest("Queso", unit=Unit.KILOGRAM))
    dialog = make(cheese)
    qtbot.keyClicks(dialog.quantity, "2,755")
    qtbot.keyClick(dialog.quantity, Qt.Key.Key_Return)
    assert dialog.left.text() == f"Quedan 2,755{NBSP}kg"
    dialog.reject()


def test_a_cashier_counts_with_an_administrators_pin(make, shop, cashier, product_id):
    shop.switch_user(cashier)
    dialog = make(product_id)
    assert dialog.cost.text() == ""
    dialog.quantity.setText("3")
    dialog.save()
    assert shop.read(get_product, product_id).stock == 3000
    dialog.act.choose("count")
    dialog.quantity.setText("2")
    dialog.save()
    assert shop.read(get_product, product_id).stock == 3000
    lend()
    assert shop.read(get_product, product_id).stock == 2000
    assert lent(shop) == ["Corregir el stock"]
    dialog.reject()


def test_without_tracking_there_is_nothing_to_write(make, shop):
    charge = shop.write(add_product, ProductRequest("Recarga", tracks_stock=False))
    dialog = make(charge)
    assert not dialog.save_button.isVisible()
    assert dialog.left.text() == "No lleva stock"
    dialog.reject()
