import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.catalog import (
    ProductQuery,
    ProductRequest,
    Unit,
    add_product,
    get_product,
    list_products,
)
from kioskifly_desktop.core.stock import StockMoveKind, stock_moves
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from tests.lending import lend, lent

COLA, WATER = "7790895000997", "7798062540017"


@pytest.fixture
def make(shop, toasts, window):
    def build(*args, **kwargs):
        result = ProductForm(shop, toasts, window, *args, **kwargs)
        result.open()
        return result

    return build


def said(form, name):
    return form.fields[name].message.text()


def all_of(shop):
    return [shop.read(get_product, row.id) for row in shop.read(list_products, ProductQuery())]


def test_it_writes_the_product_and_what_there_is_of_it(qtbot, make, shop):
    form = make(barcode=COLA)
    form.unit.choose(Unit.PIECE)
    for editor, text in (
        (form.name, "Coca-Cola 2,25 L"),
        (form.price, "3.200"),
        (form.cost, "2450,50"),
        (form.initial, "24"),
        (form.minimum, "6"),
    ):
        qtbot.keyClicks(editor, text)
    form.category.setCurrentText("Bebidas")
    form.supplier.setCurrentText("FEMSA")
    with qtbot.waitSignal(form.saved) as saved:
        form.save_button.click()
    product = shop.read(get_product, saved.args[0])
    assert (product.name, product.barcodes, product.category, product.supplier) == (
        "Coca-Cola 2,25 L",
        (COLA,),
        "Bebidas",
        "FEMSA",
    )
    assert (product.price, product.cost) == (320_000, 245_050)
    assert (product.stock, product.minimum_stock) == (24_000, 6_000)
    (move,) = shop.read(stock_moves, product.id)
    assert move.kind is StockMoveKind.PURCHASE


def test_a_barcode_scanned_into_the_name_goes_to_the_codes(qtbot, make):
    form = make()
    qtbot.keyClicks(form.name, COLA)
    qtbot.keyClick(form.name, Qt.Key.Key_Return)
    assert form.name.text() == ""
    assert form.codes.chosen() == (COLA,)
    assert form.isVisible()
    form.done(0)


@pytest.mark.parametrize("where", ["price", "cost", "initial", "minimum"])
def test_a_scan_in_a_figure_never_becomes_one(qtbot, make, shop, where):
    form = make()
    form.name.setText("Agua")
    form.price.setText("100")
    editor = getattr(form, where)
    editor.clear()
    qtbot.keyClicks(editor, COLA)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert all_of(shop) == []
    assert editor.property("bad")
    form.done(0)


def test_several_codes_are_scanned_one_after_another(qtbot, make, shop):
    form = make()
    for code in (COLA, WATER, COLA):
        qtbot.keyClicks(form.codes.line, code)
        qtbot.keyClick(form.codes.line, Qt.Key.Key_Return)
    assert form.codes.chosen() == (COLA, WATER)
    form.codes._remove(COLA)
    assert form.codes.chosen() == (WATER,)
    form.done(0)


def test_a_wrong_code_is_refused_under_the_field(qtbot, make):
    form = make()
    qtbot.keyClicks(form.codes.line, "7790895000990")
    qtbot.keyClick(form.codes.line, Qt.Key.Key_Return)
    assert "dígito de control" in said(form, "barcodes")
    assert form.codes.chosen() == ()
    qtbot.keyClick(form.codes.line, Qt.Key.Key_Backspace)
    assert said(form, "barcodes") == ""
    form.done(0)


def test_a_code_of_another_product_names_it(make, shop):
    shop.write(add_product, ProductRequest("Agua", (WATER,)))
    form = make(barcode=WATER)
    form.name.setText("Otra")
    form.price.setText("1")
    form.save()
    assert "Agua" in said(form, "barcodes")
    assert len(all_of(shop)) == 1
    form.done(0)


def test_the_name_and_the_price_are_asked_for(make):
    form = make()
    form.save()
    assert said(form, "price") == "Escribí el precio."
    form.price.setText("100")
    form.save()
    assert said(form, "name") == "Escribí el nombre."
    form.done(0)


def test_what_is_left_over_the_cost_is_said_as_it_is_typed(make):
    form = make()
    form.price.setText("1500")
    form.cost.setText("1000")
    assert said(form, "price") == "Ganás 50 %."
    form.price.setText("900")
    assert said(form, "price") == "Por debajo del costo."
    form.done(0)


def test_it_edits_without_losing_anything(make, shop):
    request = ProductRequest(
        "Queso",
        (WATER, "QUESO-1"),
        "Fiambrería",
        "La Serenísima",
        1_180_000,
        890_000,
        Unit.KILOGRAM,
        minimum_stock=1_500_000,
    )
    product_id = shop.write(add_product, request)
    before = shop.read(get_product, product_id)
    form = make(product_id)
    form.save()
    assert shop.read(get_product, product_id) == before
    form = make(product_id)
    form.active.setChecked(False)
    form.save()
    assert not shop.read(get_product, product_id).active


def test_a_cashier_changes_a_price_with_an_administrators_pin(make, shop, cashier):
    product_id = shop.write(add_product, ProductRequest("Agua", price=1000))
    shop.switch_user(cashier)
    form = make(product_id)
    assert not form.cost.isEnabled()
    form.name.setText("Agua 1,5 L")
    form.save()
    product = shop.read(get_product, product_id)
    assert (product.name, product.price) == ("Agua 1,5 L", 1000)
    form = make(product_id)
    form.price.set_amount(1200)
    form.save()
    assert shop.read(get_product, product_id).price == 1000
    lend()
    assert shop.read(get_product, product_id).price == 1200
    assert lent(shop) == ["Cambiar precios y costos"]


def test_what_was_typed_is_not_lost_on_esc(qtbot, make, front):
    form = make()
    qtbot.keyClicks(form.name, "Agua")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert front() is not form
    front().yes.click()
    assert not form.isVisible()
