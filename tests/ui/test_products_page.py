import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from stdnum import ean

from kioskifly_desktop.core.catalog import (
    ProductFilter,
    ProductRequest,
    Unit,
    add_product,
    edit_product,
    get_product,
)
from kioskifly_desktop.core.stock import StockRequest, receive_stock
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.catalog.products_model import Columns
from kioskifly_desktop.ui.catalog.products_page import ProductsPage
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import EmptyState
from tests.lending import lend, lent

NBSP = "\u00a0"
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
COLA, WATER, UNKNOWN = "7790895000997", "7798062540017", "7791234567898"
CTRL = Qt.KeyboardModifier.ControlModifier


def add(shop, name, stock=0, **fields):
    product_id = shop.write(add_product, ProductRequest(name, **fields))
    if stock:
        shop.write(receive_stock, StockRequest(f"r{product_id}", product_id, stock))
    return product_id


@pytest.fixture
def page(qtbot, shop, toasts, window):
    result = ProductsPage(shop, toasts)
    result.setParent(window)
    result.resize(1270, 740)
    window.resize(1270, 740)
    result.show()
    return result


def names(page):
    return [row.name for row in page.model.rows]


def words(page):
    # The state before this one may still await its deletion.
    return [each.text() for each in page.findChildren(EmptyState)[-1].findChildren(type(label("")))]


def scan(qtbot, widget, code):
    qtbot.keyClicks(widget, code)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_an_empty_shop_says_what_to_do_first(page, shop):
    assert "Todavía no hay productos" in words(page)
    add(shop, "Coca-Cola")
    assert page.table.isVisible()


def test_a_scanned_code_chooses_its_product(qtbot, page, shop, front):
    add(shop, "Agua", barcodes=(WATER,))
    add(shop, "Coca-Cola", barcodes=(COLA, "7798062540208"))
    page.focus_main()
    scan(qtbot, page.search, COLA)
    assert page.table.current().name == "Coca-Cola"
    assert front() is None
    # The next scan, wherever the first one left the focus, replaces it.
    qtbot.keyClicks(QApplication.focusWidget(), WATER[:1])
    qtbot.keyClicks(page.search, WATER[1:])
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.search.text() == WATER
    assert page.table.current().name == "Agua"


def test_a_scan_finds_what_the_filters_hide(qtbot, page, shop):
    add(shop, "Agua", barcodes=(WATER,), category="Bebidas", active=False)
    add(shop, "Pan", category="Panadería")
    page.category.setCurrentIndex(page.category.findData("Panadería"))
    page.focus_main()
    scan(qtbot, page.search, WATER)
    assert page.table.current().name == "Agua"
    assert page.filter.value() is ProductFilter.INACTIVE
    assert page.category.currentData() == ""


def test_the_label_of_the_scale_chooses_the_weighed_product(qtbot, page, shop):
    add(shop, "Agua", barcodes=(WATER,))
    add(shop, "Queso", barcodes=("00123",), unit=Unit.KILOGRAM)
    page.focus_main()
    scan(qtbot, page.search, "200012300755" + ean.calc_check_digit("200012300755"))
    assert page.table.current().name == "Queso"


@pytest.mark.parametrize("key", [Qt.Key.Key_F6, Qt.Key.Key_Return])
def test_an_unknown_code_is_offered_and_kept(qtbot, page, shop, front, key):
    add(shop, "Agua", barcodes=(WATER,))
    page.focus_main()
    scan(qtbot, page.search, UNKNOWN)
    assert f"Ningún producto tiene el código {UNKNOWN}" in words(page)
    assert front() is None
    qtbot.keyClick(page.search, key)
    form = front()
    assert isinstance(form, ProductForm)
    assert form.codes.chosen() == (UNKNOWN,)
    qtbot.keyClicks(form.name, "Alfajor")
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    qtbot.keyClicks(form.price, "600")
    qtbot.keyClick(form.price, Qt.Key.Key_Return)
    assert page.table.current().name == "Alfajor"
    assert page.table.current().barcode == UNKNOWN


def test_words_that_find_nothing_are_not_taken_for_a_code(qtbot, page, shop, front):
    page.focus_main()
    qtbot.keyClicks(page.search, "xyz")
    qtbot.waitUntil(lambda: "Nada con «xyz»" in words(page))
    qtbot.keyClick(page.search, Qt.Key.Key_F6)
    assert front().codes.chosen() == ()
    front().reject()


def test_enter_and_its_icon_edit_the_chosen_product(qtbot, page, shop, front):
    add(shop, "Agua")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert front().title.text() == "Editar producto"
    front().reject()
    page.table.setCurrentIndex(page.model.index(0, Columns.MOVE))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert front().title.text() == "Stock"
    front().reject()


def test_little_stock_is_told_in_words_and_filtered(page, shop):
    add(shop, "Agua", stock=3000, minimum_stock=6000)
    add(shop, "Pan", stock=2500, unit=Unit.KILOGRAM)
    add(shop, "Recarga", tracks_stock=False)
    add(shop, "Yerba")
    spoken = [page.model.index(row, Columns.STOCK).data(ACCESSIBLE) for row in range(4)]
    assert spoken == ["3, Poco stock", f"2,500{NBSP}kg", "sin control de stock", "0, Sin stock"]
    page.filter.choose(ProductFilter.LOW_STOCK)
    assert names(page) == ["Agua", "Yerba"]
    assert page.filter._button(ProductFilter.LOW_STOCK).text() == "Poco stock  2"


def test_the_rubro_narrows_the_list(page, shop):
    add(shop, "Agua", category="Bebidas")
    add(shop, "Pan", category="Panadería")
    page.category.setCurrentIndex(page.category.findData("Bebidas"))
    assert names(page) == ["Agua"]
    assert page.shown.text() == "1 producto"


def test_a_click_on_a_caption_sorts(page, shop):
    for name, price in (("Agua", 300), ("Pan", 100), ("Yerba", 200)):
        add(shop, name, price=price)
    page.table.header.sectionClicked.emit(Columns.PRICE)
    assert names(page) == ["Pan", "Yerba", "Agua"]
    page.table.header.sectionClicked.emit(Columns.PRICE)
    assert names(page) == ["Agua", "Yerba", "Pan"]


def test_the_chosen_product_survives_a_change(page, shop):
    ids = [add(shop, f"Producto {n:03}") for n in range(120)]
    page.show_product(ids[90])
    shop.write(edit_product, ids[0], ProductRequest("Producto 000 bis"))
    assert page.table.current().id == ids[90]


def test_a_cashier_changes_prices_together_with_an_administrators_pin(
    qtbot, page, shop, cashier, front
):
    add(shop, "Agua", price=100_00)
    shop.switch_user(cashier)
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_R, CTRL)
    dialog = front()
    dialog.percent.setText("10")
    dialog.preview()
    dialog.apply()
    lend()
    assert not dialog.isVisible()
    assert lent(shop) == ["Cambiar precios y costos"]


def test_every_column_fits_a_small_screen(page, shop):
    add(shop, "Detergente limón 500 ml con válvula dosificadora familiar", price=99_999_999)
    header = page.table.horizontalHeader()
    assert header.length() <= page.table.viewport().width()


def test_it_paints_every_kind_of_row_in_both_looks(qapp, page, shop):
    add(shop, "Agua", stock=1000, minimum_stock=2000, price=5, cost=10, category="Bebidas")
    inactive = add(shop, "Pan", unit=Unit.KILOGRAM, supplier="Molino", price=20, cost=10)
    add(shop, "Recarga", tracks_stock=False)
    light = page.table.grab().toImage()
    theme.apply(qapp, Look.DARK)
    dark = page.table.grab().toImage()
    for x in range(4, light.width() - 20, 7):
        assert light.pixelColor(x, 52).lightness() != dark.pixelColor(x, 52).lightness()
    assert shop.read(get_product, inactive).active
