import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from stdnum import ean

from kioskifly_desktop.core.catalog import (
    ProductRequest,
    Unit,
    add_product,
    edit_product,
    get_product,
)
from kioskifly_desktop.core.clients import ClientRequest, add_client, archive_client
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.core.sales import SaleDone, SaleLineRequest, count_parked, list_parked
from kioskifly_desktop.core.sessions import OpenRequest, open_session
from kioskifly_desktop.core.stock import StockRequest, receive_stock
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.sale.cart import Columns, line_of
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.sale.price_check import PriceCheck
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.widgets.toast import ToastAction
from tests.factories import make_client, make_product, sell
from tests.fakes.keyboard import scan, type_text

NBSP = "\u00a0"
COLA, WATER, UNKNOWN = "7790895000997", "7798062540017", "7791234567898"
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


def add(shop, name, price=100_000, stock=0, **fields):
    product_id = shop.write(add_product, ProductRequest(name, price=price, **fields))
    if stock:
        shop.write(receive_stock, StockRequest(f"r{product_id}", product_id, stock))
    return product_id


@pytest.fixture
def cola(shop):
    return add(shop, "Coca-Cola", 230_000, stock=50_000, barcodes=(COLA,))


@pytest.fixture
def water(shop):
    return add(shop, "Agua", 150_000, stock=50_000, barcodes=(WATER,))


@pytest.fixture
def cheese(shop):
    return add(shop, "Queso", 900_000, 5000, barcodes=("00123",), unit=Unit.KILOGRAM)


@pytest.fixture
def main(qtbot, shop, cola, water, cheese):
    at_the_end = []
    window = MainWindow(shop)
    qtbot.addWidget(window, before_close_func=lambda main: at_the_end.append(main.focusWidget()))
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    assert isinstance(window.page, SalePage)
    scan_field = window.page.scan
    yield window
    # Whatever a test did, the focus is back where codes go.
    assert at_the_end == [scan_field]


@pytest.fixture
def page(qtbot, main):
    result = main.page
    qtbot.waitUntil(result.scan.hasFocus)
    return result


def sold(page):
    return [(line.product.name, line.quantity) for line in page.cart.lines]


def press(qtbot, page, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(page.scan, key, modifier)


def total(page):
    return page.side.total.text()


def test_the_program_opens_ready_to_scan(main, page):
    assert main.page.page_id == "sale"
    assert page.stack.currentWidget() is not page.table
    assert not page.side.charge_button.isEnabled()


def test_a_scan_adds_a_line_and_again_raises_it(page):
    scan(COLA)
    scan(WATER)
    scan(COLA)
    assert sold(page) == [("Coca-Cola", 2000), ("Agua", 1000)]
    assert page.table.position == 0
    assert total(page) == f"${NBSP}6.100,00"
    assert page.side.count.text() == "3 unidades · 2 productos"
    assert page.scan.text() == ""


def test_a_scan_cut_by_a_pause_is_read_whole_from_the_field(page):
    page.scan.setText(COLA)
    page.on_scan(COLA[-5:])
    assert sold(page) == [("Coca-Cola", 1000)]
    assert page.scan.text() == ""


def test_a_scan_does_not_inherit_the_discount_of_another_line(page):
    scan(COLA)
    page.cart.set_discount(0, 1_000)
    scan(COLA)
    assert sold(page) == [("Coca-Cola", 1000), ("Coca-Cola", 1000)]
    assert [line.discount for line in page.cart.lines] == [1_000, 0]


@pytest.mark.parametrize("end", ["\r", "\t"])
def test_a_scanner_may_end_with_enter_or_tab(page, end):
    scan(COLA, end)
    scan(COLA, end)
    assert sold(page) == [("Coca-Cola", 2000)]


def test_a_quantity_before_the_star_multiplies(page):
    type_text("3*")
    scan(COLA)
    type_text(f"2*{WATER}\r")
    type_text("4*\r")
    assert page.scan.text() == "4*"
    scan(WATER)
    assert sold(page) == [("Coca-Cola", 3000), ("Agua", 6000)]


def test_a_name_half_typed_does_not_spoil_a_scan(page):
    type_text("agu")
    scan(COLA)
    assert sold(page) == [("Coca-Cola", 1000)]
    assert page.scan.text() == ""


def test_names_are_offered_while_they_are_typed(qtbot, page, shop):
    add(shop, "Agua tónica")
    type_text("AGU")
    qtbot.waitUntil(page.scan.offers.isVisible)
    press(qtbot, page, KEY.Key_Down)
    press(qtbot, page, KEY.Key_Return)
    assert sold(page) == [("Agua tónica", 1000)]
    assert not page.scan.offers.isVisible()
    type_text("5*agua\r")
    assert sold(page)[-1] == ("Agua", 5000)


def test_escape_clears_the_field_and_never_the_cart(qtbot, page):
    scan(COLA)
    type_text("agu")
    press(qtbot, page, KEY.Key_Escape)
    press(qtbot, page, KEY.Key_Escape)
    press(qtbot, page, KEY.Key_Return)
    assert page.scan.text() == ""
    assert sold(page) == [("Coca-Cola", 1000)]


@pytest.mark.parametrize("times", ["", "3*"])
def test_an_unknown_code_is_kept_for_the_product_made_of_it(qtbot, page, front, times):
    scan(COLA)
    type_text(times)
    scan(UNKNOWN)
    assert UNKNOWN in page.notice.words.text()
    assert page.notice.create_button.isVisible()
    assert sold(page) == [("Coca-Cola", 1000)]
    press(qtbot, page, KEY.Key_F6)
    form = front()
    assert isinstance(form, ProductForm)
    assert form.codes.chosen() == (UNKNOWN,)
    qtbot.keyClicks(form.name, "Alfajor")
    qtbot.keyClick(form.name, KEY.Key_Return)
    qtbot.keyClicks(form.price, "600")
    qtbot.keyClick(form.price, KEY.Key_Return)
    assert sold(page)[-1] == ("Alfajor", 3000 if times else 1000)
    assert not page.notice.create_button.isVisible()


def test_a_label_of_the_scale_says_how_much(page):
    label = "200012300755"
    scan(label + ean.calc_check_digit(label))
    assert sold(page) == [("Queso", 755)]
    assert total(page) == f"${NBSP}6.795,00"


def test_what_is_not_sold_any_more_is_refused(page, shop, water):
    shop.write(edit_product, water, ProductRequest("Agua", (WATER,), price=1, active=False))
    scan(WATER)
    assert sold(page) == []
    assert "inactivo" in page.notice.words.text()


def test_too_little_stock_warns_and_sells(page, shop):
    add(shop, "Pan", barcodes=("PAN1",), stock=1000)
    scan("PAN1")
    assert not page.notice.isVisible()
    scan("PAN1")
    assert sold(page) == [("Pan", 2000)]
    assert "quedan 1" in page.notice.words.text()
    scan(COLA)
    assert not page.notice.isVisible()


def test_an_open_price_is_asked_before_the_line(qtbot, page, shop, front, cashier):
    shop.switch_user(cashier)
    add(shop, "Fotocopia", 0, barcodes=("FOTO1",), tracks_stock=False)
    scan("FOTO1")
    front().reject()
    assert sold(page) == []
    scan("FOTO1")
    qtbot.keyClicks(front().edit, "150")
    qtbot.keyClick(front().edit, KEY.Key_Return)
    assert page.cart.requests[0].price == 15_000
    assert total(page) == f"${NBSP}150,00"


def test_the_quantity_is_typed_in_its_place(qtbot, page):
    scan(COLA)
    press(qtbot, page, KEY.Key_F5)
    editor = page.table.editor
    assert editor.hasFocus()
    type_text("1,5\r")
    assert "sin decimales" in page.notice.words.text()
    type_text("12\r")
    assert sold(page) == [("Coca-Cola", 12_000)]
    assert page.scan.hasFocus()
    press(qtbot, page, KEY.Key_F5)
    type_text("7")
    qtbot.keyClick(page.table.editor, KEY.Key_Escape)
    assert sold(page) == [("Coca-Cola", 12_000)]
    assert page.scan.hasFocus()


def test_a_scan_over_a_quantity_being_typed_is_a_scan(qtbot, page):
    scan(COLA)
    press(qtbot, page, KEY.Key_F5)
    scan(WATER)
    assert sold(page) == [("Coca-Cola", 1000), ("Agua", 1000)]
    assert page.table.editor is None
    assert page.scan.hasFocus()


def test_arrows_plus_and_minus_work_on_the_chosen_line(qtbot, page):
    scan(COLA)
    scan(WATER)
    press(qtbot, page, KEY.Key_Up)
    type_text("++-")
    assert sold(page) == [("Coca-Cola", 2000), ("Agua", 1000)]
    type_text("--")
    assert sold(page) == [("Agua", 1000)]


def test_f7_removes_and_ctrl_z_takes_it_back(qtbot, page):
    scan(COLA)
    scan(WATER)
    press(qtbot, page, KEY.Key_F7)
    assert sold(page) == [("Coca-Cola", 1000)]
    press(qtbot, page, KEY.Key_Z, CTRL)
    assert sold(page) == [("Coca-Cola", 1000), ("Agua", 1000)]
    press(qtbot, page, KEY.Key_Z, CTRL)
    assert sold(page) == [("Coca-Cola", 1000)]


def test_ctrl_z_undoes_nothing_of_the_sale_before_once_another_begins(qtbot, main, page):
    undone = []
    main.toasts.show("Venta", (ToastAction("Deshacer", lambda: undone.append(1), undo=True),))
    scan(COLA)
    scan(WATER)
    press(qtbot, page, KEY.Key_F7)
    press(qtbot, page, KEY.Key_Z, CTRL)
    assert undone == []
    assert sold(page) == [("Coca-Cola", 1000), ("Agua", 1000)]


@pytest.mark.parametrize(
    ("column", "left"),
    [(Columns.MORE, [("Coca-Cola", 2000)]), (Columns.LESS, []), (Columns.REMOVE, [])],
)
def test_the_buttons_of_a_line_answer_to_a_click(qtbot, page, column, left):
    scan(COLA)
    place = page.table.visualRect(page.cart.index(0, column)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sold(page) == left
    assert page.scan.hasFocus()


def test_a_click_on_a_line_chooses_it_and_leaves_the_focus(qtbot, page):
    scan(COLA)
    scan(WATER)
    place = page.table.visualRect(page.cart.index(0, Columns.PRODUCT)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.table.position == 0
    assert page.scan.hasFocus()


def test_a_discount_of_the_line(qtbot, page, front):
    scan(COLA)
    press(qtbot, page, KEY.Key_D, CTRL)
    qtbot.keyClicks(front().edit, "100,5")
    qtbot.keyClick(front().edit, KEY.Key_Return)
    assert front().field.has_error()
    front().edit.clear()
    qtbot.keyClicks(front().edit, "10 %")
    qtbot.keyClick(front().edit, KEY.Key_Return)
    assert total(page) == f"${NBSP}2.070,00"
    assert f"descuento ${NBSP}230,00" in page.side.count.text()


def test_another_price_is_authorized_at_the_charge(qtbot, page, front, shop, cashier):
    scan(COLA)
    press(qtbot, page, KEY.Key_L, CTRL)
    front().edit.clear()
    qtbot.keyClicks(front().edit, "2000")
    qtbot.keyClick(front().edit, KEY.Key_Return)
    assert page.cart.requests == (SaleLineRequest(page.cart.lines[0].product.id, 1000, 0, 200_000),)
    shop.switch_user(cashier)
    press(qtbot, page, KEY.Key_L, CTRL)
    front().edit.clear()
    qtbot.keyClicks(front().edit, "1900")
    qtbot.keyClick(front().edit, KEY.Key_Return)
    assert "administra" in page.toasts.toast.text
    assert page.cart.requests[0].price == 190_000


def test_the_clients_discount_is_applied_and_leaves_with_the_client(page, shop):
    client = shop.write(add_client, ClientRequest("Marta", discount=1000))
    scan(COLA)
    page.show_client(client)
    assert total(page) == f"${NBSP}2.070,00"
    scan(WATER)
    assert total(page) == f"${NBSP}3.420,00"
    page._drop_client()
    assert total(page) == f"${NBSP}3.800,00"


def test_a_price_that_changes_meanwhile_is_told(page, shop, cola):
    scan(COLA)
    request = ProductRequest("Coca-Cola", (COLA,), price=250_000)
    shop.write(edit_product, cola, request)
    assert total(page) == f"${NBSP}2.500,00"
    assert "Cambió el precio de Coca-Cola" in page.notice.words.text()


def test_f8_puts_aside_and_takes_back(qtbot, page, shop, front):
    press(qtbot, page, KEY.Key_F8)
    assert "No hay ventas en espera" in page.notice.words.text()
    client = shop.write(add_client, ClientRequest("Marta", discount=1000))
    page.show_client(client)
    scan(COLA)
    page.cart.set_discount(0, 2000)
    press(qtbot, page, KEY.Key_F8)
    assert sold(page) == []
    assert page.client is None
    scan(WATER)
    press(qtbot, page, KEY.Key_F8)
    assert [row.label.split()[0] for row in shop.read(list_parked)] == ["Marta", "Venta"]
    press(qtbot, page, KEY.Key_F8)
    dialog = front()
    assert isinstance(dialog, ParkedDialog)
    qtbot.keyClick(dialog.table, KEY.Key_Down)
    qtbot.keyClick(dialog.table, KEY.Key_Return)
    assert sold(page) == [("Coca-Cola", 1000)]
    assert page.cart.lines[0].discount == 2000
    assert page.client_chosen().id == client
    assert shop.read(count_parked) == 1


def test_a_sale_put_aside_is_thrown_away_only_when_asked_twice(qtbot, page, shop, front):
    scan(COLA)
    press(qtbot, page, KEY.Key_F8)
    press(qtbot, page, KEY.Key_F8)
    dialog = front()
    qtbot.keyClick(dialog.table, KEY.Key_Delete)
    question = front()
    assert question is not dialog
    assert shop.read(count_parked) == 1
    question.yes.click()
    assert shop.read(count_parked) == 0
    assert not dialog.take_button.isEnabled()


def test_closing_the_window_puts_the_sale_aside(qtbot, main, page, shop):
    scan(COLA)
    main.close()
    (row,) = shop.read(list_parked)
    assert (row.items, row.total) == (1, 230_000)
    main.show()


def test_a_sale_that_cannot_be_kept_keeps_the_window_open(qtbot, main, page, shop):
    client = shop.write(make_client, "Marta")
    page.show_client(client)
    scan(COLA)
    with shop.database.write(shop.user) as work:  # as another program: no screen hears of it
        archive_client(work, client)
    main.show_page(keys.CLIENTS)
    assert not main.close()
    assert main.isVisible()
    assert main.page is page
    assert "archivad" in page.notice.words.text()
    assert sold(page) == [("Coca-Cola", 1000)]
    page.client_bar.clear_wanted.emit()
    assert main.close()
    assert shop.read(count_parked) == 1
    main.show()


def test_a_cart_taken_back_has_its_own_client_and_no_other(qtbot, page, shop, front):
    scan(COLA)
    press(qtbot, page, KEY.Key_F8)
    page.show_client(shop.write(make_client, "Marta", discount=1_000))
    press(qtbot, page, KEY.Key_F8)
    front().take()
    assert page.client_chosen() is None
    assert page.cart.total == 230_000


def test_a_label_of_the_scale_follows_a_price_that_changes(page, shop):
    cheese = shop.write(
        make_product, "Queso", price=9_800_00, unit=Unit.KILOGRAM, tracks_stock=False
    )
    page._add(line_of(shop.read(get_product, cheese), amount=4_900_00))
    shop.write(edit_product, cheese, ProductRequest("Queso", price=4_900_00, unit=Unit.KILOGRAM))
    (line,) = page.cart.lines
    assert (line.quantity, line.total) == (1000, 4_900_00)
    done = shop.write(sell, page.cart.requests[0], cash=4_900_00)
    assert done.total == 4_900_00


def test_f3_says_a_price_and_sells_nothing(qtbot, page, front):
    press(qtbot, page, KEY.Key_F3)
    dialog = front()
    assert isinstance(dialog, PriceCheck)
    qtbot.waitUntil(dialog.scan.hasFocus)
    scan(COLA)
    assert dialog.price.text() == f"${NBSP}2.300,00"
    type_text("ques")
    qtbot.waitUntil(dialog.scan.offers.isVisible)
    qtbot.keyClick(dialog.scan, KEY.Key_Return)
    assert dialog.price.text() == f"${NBSP}9.000,00"
    type_text("ag")
    qtbot.keyClick(dialog.scan, KEY.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.scan, KEY.Key_Escape)
    assert not dialog.isVisible()
    assert sold(page) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_drawer_of_this_counter_is_told_opened_and_chosen(qtbot, page, shop, front):
    assert "Caja 1 cerrada: abrila" in page.drawer_button.text()
    press(qtbot, page, KEY.Key_F12)
    assert isinstance(front(), OpenSessionDialog)
    front().reject()
    shop.write(open_session, OpenRequest("s1", 1, 0))
    assert "abierta desde" in page.drawer_button.text()
    other = shop.write(add_register, "Caja 2", RegisterKind.DRAWER)
    shop.write(add_register, "Galicia", RegisterKind.BANK)
    press(qtbot, page, KEY.Key_F12)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Caja 1", "Caja 2"]
    menu.actions()[1].trigger()
    menu.close()
    assert "Caja 2 cerrada" in page.drawer_button.text()
    assert page.drawer_id() == other
    assert page.scan.hasFocus()


def test_f4_charges_and_the_change_stays_until_the_next_scan(qtbot, page, front):
    press(qtbot, page, KEY.Key_F4)
    assert front() is None
    assert "nada para cobrar" in page.notice.words.text()
    scan(COLA)
    press(qtbot, page, KEY.Key_F4)
    dialog = front()
    assert isinstance(dialog, ChargeDialog)
    done = SaleDone(1, 1, 1, "TX-00001-00000001", 230_000, 70_000, 0, None, False, ())
    dialog.charged.emit(done)
    dialog.done(1)
    assert sold(page) == []
    assert page.side.change.text() == f"${NBSP}700,00"
    assert page.side.change.isVisible()
    scan(COLA)
    assert not page.side.change.isVisible()


def test_the_client_and_the_tickets_are_a_key_away(qtbot, page, front):
    press(qtbot, page, KEY.Key_F9)
    assert isinstance(front(), ClientPicker)
    front().reject()
    press(qtbot, page, KEY.Key_T, CTRL)
    assert isinstance(front(), TicketsDialog)
    front().reject()


def test_what_is_owed_is_hidden_from_the_queue(qtbot, page, shop):
    client = shop.write(add_client, ClientRequest("Marta"))
    page.show_client(client)
    assert page.side.debt.text() == "Al día"
    press(qtbot, page, KEY.Key_H, CTRL)
    assert page.client_bar.private
    assert not page.side.debt.isVisible()
    press(qtbot, page, KEY.Key_H, CTRL)
    assert not page.client_bar.private


def test_a_small_screen_shows_all_of_it(qtbot, main, page):
    for code in (COLA, WATER):
        scan(code)
    main.resize(911, 512)
    qtbot.waitUntil(lambda: page.width() < 900)
    header = page.table.horizontalHeader()
    assert header.length() <= page.table.viewport().width()
    assert page.side.charge_button.mapTo(page, QPoint(0, 60)).y() <= page.height()
    assert main.stack.parentWidget().parentWidget().verticalScrollBar().maximum() == 0


def test_it_paints_every_kind_of_line_in_both_looks(qapp, page, shop, cola):
    add(shop, "Pan", barcodes=("PAN1",))
    scan(COLA)
    scan("PAN1")
    page.cart.set_discount(0, 500)
    page.cart.set_price(1, 90_000)
    page.table.choose(0)
    light = page.table.grab().toImage()
    theme.apply(qapp, Look.DARK)
    dark = page.table.grab().toImage()
    for x in range(6, light.width() - 20, 9):
        assert light.pixelColor(x, 52).lightness() != dark.pixelColor(x, 52).lightness()
    assert shop.read(get_product, cola).active


def test_figures_hidden_at_the_counter_are_hidden_in_its_charge(qtbot, page, shop, front):
    client = shop.write(make_client, "Nora")
    page.show_client(client)
    scan(COLA)
    for key, hidden in ((KEY.Key_F4, False), (KEY.Key_H, True)):
        if hidden:
            press(qtbot, page, key, CTRL)
            press(qtbot, page, KEY.Key_F4)
        else:
            press(qtbot, page, key)
        assert front().account.private is hidden
        front().reject()
        qtbot.waitUntil(page.scan.hasFocus)
