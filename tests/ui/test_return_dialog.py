import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from kioskifly_desktop.core.catalog import Unit, get_product
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.sales import SaleLineRequest, Tender, get_sale, list_sales
from kioskifly_desktop.core.stock import receive_stock
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.return_dialog import ReturnDialog
from tests.factories import BANK, DRAWER, E_WALLET, make_client, make_product, sell, stock_request
from tests.lending import lend, lent

NBSP = "\u00a0"
COLA = "7790895000997"


@pytest.fixture
def alfajor(shop):
    product_id = shop.write(make_product, "Alfajor", price=900_00)
    shop.write(receive_stock, stock_request(product_id, 10_000))
    return product_id


@pytest.fixture
def cola(shop):
    return shop.write(make_product, "Coca-Cola", price=2_300_00, barcodes=(COLA,))


@pytest.fixture
def cheese(shop):
    return shop.write(make_product, "Queso", price=9_800_00, unit=Unit.KILOGRAM, tracks_stock=False)


@pytest.fixture
def returning(qtbot, shop, toasts, window):
    def open_it(done=None):
        sale = shop.read(get_sale, done.sale_id) if done else None
        dialog = ReturnDialog(shop, toasts, window, sale=sale, drawer_id=DRAWER)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_it


def drawer(shop):
    return next(row.balance for row in shop.read(list_registers) if row.id == DRAWER)


def give_back(dialog, *quantities, reason="vencido"):
    for row, quantity in zip(dialog._rows, quantities, strict=True):
        row.edit.setText(quantity)
    dialog.reason.setText(reason)
    dialog.save()


def test_nothing_comes_back_until_it_is_said(shop, returning, alfajor):
    dialog = returning(shop.write(sell, (alfajor, 3), cash=2_700_00))
    give_back(dialog, "")
    assert dialog.error.text() == "Elegí cuánto vuelve de cada producto."
    assert dialog.isVisible()
    assert drawer(shop) == 2_700_00


def test_cash_goes_back_from_the_drawer_and_the_goods_to_the_shelf(
    shop, returning, alfajor, toasts
):
    dialog = returning(shop.write(sell, (alfajor, 3), cash=2_700_00))
    assert dialog.refund.currentData() == DRAWER
    give_back(dialog, "2")
    assert not dialog.isVisible()
    assert drawer(shop) == 900_00
    assert shop.read(get_product, alfajor).stock == 9_000
    assert f"Devolución DX-00001-00000001 por ${NBSP}1.800,00" in toasts.toast.text


def test_what_was_on_account_goes_back_to_the_account(shop, returning, alfajor, toasts):
    marta = shop.write(make_client, "Marta")
    dialog = returning(shop.write(sell, (alfajor, 3), client_id=marta, on_account=2_700_00))
    assert dialog.refund.currentText() == "Cuenta de Marta"
    give_back(dialog, "1")
    assert shop.read(get_client, marta).balance == 1_800_00
    assert f"Debe ${NBSP}1.800,00" in toasts.toast.text


def test_it_may_go_to_another_register_and_says_when_there_is_not_enough(shop, returning, alfajor):
    marta = shop.write(make_client, "Marta")
    dialog = returning(shop.write(sell, (alfajor, 3), client_id=marta, on_account=2_700_00))
    dialog.refund.setCurrentIndex(dialog.refund.findData(DRAWER))
    give_back(dialog, "1")
    assert "no alcanza" in dialog.error.text()
    assert shop.read(get_client, marta).balance == 2_700_00
    assert BANK in [dialog.refund.itemData(n) for n in range(dialog.refund.count())]


@pytest.mark.parametrize("typed", ["4", "-1", "dos"])
def test_no_more_comes_back_than_was_sold(qtbot, shop, returning, alfajor, typed):
    dialog = returning(shop.write(sell, (alfajor, 3), cash=2_700_00))
    qtbot.keyClicks(dialog._rows[0].edit, typed)
    assert "no puede volver más de lo vendido" in dialog.error.text()
    dialog.reason.setText("vencido")
    dialog.save()
    assert dialog.isVisible()
    assert drawer(shop) == 2_700_00


def test_what_is_shown_is_what_is_given_back_to_the_centavo(shop, returning, cheese):
    line = SaleLineRequest(cheese, 755, discount=333)
    done = shop.write(sell, line, cash=8_000_00)
    shown = []
    for _ in range(2):
        dialog = returning(done)
        dialog._rows[0].edit.setText("0,333")
        shown.append(dialog.total.text())
        give_back(dialog, "0,333")
    dialog = returning(done)
    dialog._rows[0].edit.setText("0,089")
    shown.append(dialog.total.text())
    give_back(dialog, "0,089")
    returns = [row.total for row in shop.read(list_sales) if row.number.startswith("DX")]
    total = shop.read(get_sale, done.sale_id).total
    assert sum(returns) == total
    assert shown == [f"Vuelven ${NBSP}{_pesos(each)}" for each in reversed(returns)]
    assert not returning(done)._rows


def _pesos(centavos):
    whole, cents = divmod(centavos, 100)
    return f"{whole:,}".replace(",", ".") + f",{cents:02d}"


def test_a_reason_is_asked_for_under_its_field(shop, returning, alfajor):
    dialog = returning(shop.write(sell, (alfajor, 3), cash=2_700_00))
    give_back(dialog, "1", reason="")
    assert dialog.reason_field.has_error()
    assert dialog.reason.hasFocus()
    assert drawer(shop) == 2_700_00


def test_the_keyboard_goes_from_the_lines_to_the_reason(qtbot, shop, returning, alfajor, cola):
    dialog = returning(shop.write(sell, (alfajor, 2), (cola, 1), cash=5_000_00))
    assert dialog.focusWidget() is dialog._rows[0].edit
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog._rows[1].edit
    qtbot.keyClicks(dialog.focusWidget(), "1")
    for place in (dialog.refund, dialog.reason):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert dialog.focusWidget() is place
    qtbot.keyClicks(dialog.reason, "caliente")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert drawer(shop) == 1_800_00


def test_an_answer_that_was_lost_returns_once(shop, returning, alfajor, monkeypatch):
    dialog = returning(shop.write(sell, (alfajor, 3), cash=2_700_00))
    dialog._rows[0].edit.setText("1")
    dialog.reason.setText("vencido")
    write = shop.write

    def write_and_lose(act, *args):
        write(act, *args)
        raise RuntimeError

    monkeypatch.setattr(shop, "write", write_and_lose)
    with pytest.raises(RuntimeError):
        dialog.save()
    monkeypatch.undo()
    dialog.save()
    assert drawer(shop) == 1_800_00


def test_without_a_ticket_it_is_scanned_and_once_more_is_one_more(shop, returning, cola, alfajor):
    shop.write(sell, (alfajor, 9), cash=8_100_00)
    dialog = returning()
    dialog.on_scan("7790000000000")
    assert "Ningún producto" in dialog.error.text()
    dialog.on_scan(COLA)
    dialog.on_scan(COLA)
    assert [row.edit.text() for row in dialog._rows] == ["2"]
    assert dialog.total.text() == f"Vuelven ${NBSP}4.600,00"
    give_back(dialog, "2")
    assert drawer(shop) == 3_500_00


def test_without_a_ticket_a_cashier_asks_an_administrator(shop, returning, cashier, cola, alfajor):
    shop.write(sell, (alfajor, 9), cash=8_100_00)
    shop.switch_user(cashier)
    dialog = returning()
    dialog.on_scan(COLA)
    give_back(dialog, "1")
    assert drawer(shop) == 8_100_00
    lend()
    assert drawer(shop) == 8_100_00 - 2_300_00
    assert lent(shop) == ["Recibir una devolución sin ticket"]


def test_it_proposes_to_give_back_the_way_it_was_paid(shop, returning, alfajor, cola):
    cash = Tender(PaymentMethod.CASH, DRAWER, 2_300_00)
    qr = Tender(PaymentMethod.QR, E_WALLET, 900_00)
    by_qr = shop.write(sell, (alfajor, 1), tenders=(qr,))
    mostly_cash = shop.write(sell, (alfajor, 1), (cola, 1), tenders=(qr, cash))
    assert returning(by_qr).refund.currentData() == E_WALLET
    assert returning(mostly_cash).refund.currentData() == DRAWER


def test_tab_goes_over_nothing_where_there_is_nothing_to_do(qtbot, shop, returning, alfajor):
    dialog = returning(shop.write(sell, (alfajor, 1), cash=900_00))
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
    stops = []
    while dialog.focusWidget() not in stops:
        stops.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert {dialog._rows[0].edit, dialog.refund, dialog.reason} <= set(stops)
    assert not [stop for stop in stops if isinstance(stop, QScrollArea)]


def test_without_a_ticket_it_may_go_to_the_account_of_a_client(
    qtbot, shop, returning, cola, front, toasts
):
    marta = shop.write(make_client, "Marta", discount=10_00)
    dialog = returning()
    dialog.on_scan(COLA)
    dialog.refund.setCurrentIndex(dialog.refund.findData(0))
    give_back(dialog, "1")
    picker = front()
    assert isinstance(picker, ClientPicker)
    picker.chosen.emit(marta)
    picker.reject()
    assert dialog.refund.currentText() == "Cuenta de Marta"
    assert dialog.total.text() == f"Vuelven ${NBSP}2.070,00"
    dialog.save()
    assert shop.read(get_client, marta).balance == -2_070_00
    assert drawer(shop) == 0
    assert f"A favor ${NBSP}2.070,00" in toasts.toast.text


def test_choosing_an_account_asks_whose_and_giving_up_chooses_the_drawer(returning, cola, front):
    dialog = returning()
    account = dialog.refund.findData(0)
    dialog.refund.setCurrentIndex(account)
    dialog.refund.activated.emit(account)
    picker = front()
    assert isinstance(picker, ClientPicker)
    picker.clear()
    assert dialog.refund.currentData() == DRAWER


def test_without_a_ticket_an_open_price_is_asked(shop, returning, alfajor, front):
    shop.write(sell, (alfajor, 9), cash=8_100_00)
    shop.write(make_product, "Varios", price=0, barcodes=("99",), tracks_stock=False)
    dialog = returning()
    dialog.on_scan("99")
    asking = front()
    assert asking is not dialog
    asking.edit.set_amount(350_00)
    asking.save()
    assert dialog.total.text() == f"Vuelven ${NBSP}350,00"
    give_back(dialog, "2")
    assert drawer(shop) == 7_400_00
