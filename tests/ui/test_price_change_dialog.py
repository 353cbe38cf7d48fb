import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.catalog import ProductRequest, add_product, edit_product, get_product
from kioskifly_desktop.ui.catalog.price_change_dialog import PriceChangeDialog
from kioskifly_desktop.ui.catalog.price_history_dialog import PriceHistoryDialog
from kioskifly_desktop.ui.percent import change_in_percent, format_percent

NBSP, MINUS = "\u00a0", "\u2212"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def products(shop):
    """Agua at $ 1.000 and Coca at $ 3.333 in Bebidas, Pan at $ 2.800 in Panadería."""
    return {
        name: shop.write(add_product, ProductRequest(name, (), category, supplier, price))
        for name, category, supplier, price in (
            ("Agua", "Bebidas", "Danone", 100_000),
            ("Coca", "Bebidas", "FEMSA", 333_300),
            ("Pan", "Panadería", "", 280_000),
        )
    }


@pytest.fixture
def dialog(shop, toasts, window, products):
    result = PriceChangeDialog(shop, toasts, window)
    result.open()
    return result


def cells(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def prices(shop, products):
    return {name: shop.read(get_product, each).price for name, each in products.items()}


def test_nothing_can_be_applied_before_a_percentage_is_typed(dialog):
    assert not dialog.apply_button.isEnabled()
    assert dialog.percent_field.message.text() == ""
    dialog.reject()


def test_it_shows_each_price_before_and_after(qtbot, dialog, shop, products):
    before = prices(shop, products)
    dialog.category.setCurrentIndex(dialog.category.findData("Bebidas"))
    qtbot.keyClicks(dialog.percent, "12,5")
    qtbot.waitUntil(lambda: len(dialog.rows.rows) == 2)
    money = [f"${NBSP}3.333,00", f"${NBSP}3.750,00", f"+${NBSP}417,00"]
    assert cells(dialog.rows, 1) == ["Coca", *money, f"+12,5{NBSP}%"]
    assert dialog.apply_button.text().strip() == "Aplicar a 2 productos"
    assert prices(shop, products) == before
    dialog.supplier.setCurrentIndex(dialog.supplier.findData("FEMSA"))
    qtbot.waitUntil(lambda: dialog.apply_button.text().strip() == "Aplicar a 1 producto")
    dialog.reject()


def test_what_was_shown_is_what_is_written_and_ctrl_z_takes_it_back(
    qtbot, dialog, shop, products, toasts, window
):
    before = prices(shop, products)
    dialog.side.choose(-1)
    qtbot.keyClicks(dialog.percent, "10")
    dialog.preview()
    shown = {row.name: row.new for row in dialog.rows.rows}
    dialog.apply_button.click()
    assert prices(shop, products) == shown == {"Agua": 90_000, "Coca": 300_000, "Pan": 252_000}
    assert toasts.toast.text == f"Cambió el precio de 3 productos ({MINUS}10{NBSP}%)."
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert prices(shop, products) == before


def test_what_has_not_been_shown_yet_is_not_applied(dialog, shop, products):
    dialog.percent.setText("10")
    dialog.preview()
    dialog.percent.setText("20")
    dialog.apply()
    assert prices(shop, products)["Agua"] == 100_000
    dialog.reject()


def test_enter_shows_the_prices_and_enter_again_writes_them(qtbot, dialog, shop, products):
    qtbot.keyClicks(dialog.percent, "20")
    qtbot.keyClick(dialog.percent, Qt.Key.Key_Return)
    assert prices(shop, products)["Agua"] == 100_000
    assert dialog.focusWidget() is dialog.apply_button
    qtbot.keyClick(dialog.apply_button, Qt.Key.Key_Return)
    assert prices(shop, products)["Agua"] == 120_000


def test_the_last_change_can_be_undone_later_but_not_what_changed_since(
    dialog, shop, products, toasts, window
):
    dialog.percent.setText("10")
    dialog.preview()
    dialog.apply()
    shop.write(edit_product, products["Pan"], ProductRequest("Pan", price=1))
    again = PriceChangeDialog(shop, toasts, window)
    again.open()
    assert f"+10{NBSP}%" in again.last.text()
    assert "3 productos" in again.last.text()
    again.undo_button.click()
    assert prices(shop, products) == {"Agua": 100_000, "Coca": 333_300, "Pan": 1}
    assert not again.undo_button.isVisible()
    again.reject()


@pytest.mark.parametrize("text", ["doce", "7790895000997", "1,234"])
def test_what_is_no_percentage_is_said_under_the_field(dialog, text):
    dialog.percent.setText(text)
    dialog.preview()
    assert dialog.percent_field.has_error()
    assert not dialog.apply_button.isEnabled()
    dialog.reject()


def test_the_history_tells_every_price_and_who_set_it(dialog, shop, products, window):
    dialog.percent.setText("10")
    dialog.preview()
    dialog.apply()
    history = PriceHistoryDialog(shop, window, products["Agua"])
    history.open()
    assert [cells(history.rows, row)[1:] for row in range(2)] == [
        ["Administrador", f"${NBSP}1.000,00", f"${NBSP}1.100,00", f"+10{NBSP}%"],
        ["Administrador", "—", f"${NBSP}1.000,00", "—"],
    ]
    history.reject()


def test_percentages_are_written_as_people_do():
    assert format_percent(1000) == f"10{NBSP}%"
    assert format_percent(1250, plus=True) == f"+12,5{NBSP}%"
    assert format_percent(-325) == f"{MINUS}3,25{NBSP}%"
    assert change_in_percent(60_000, 68_000) == f"+13,3{NBSP}%"
    assert change_in_percent(100, 50) == f"{MINUS}50{NBSP}%"
    assert change_in_percent(0, 50) == "—"
