"""The charge, on the real widgets and the real books, by keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from kioskifly_desktop.core.catalog import ProductRequest, edit_product, get_product
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientRequest, edit_client, get_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.sales import SaleDone, SaleLineRequest, get_sale, list_sales
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.people.sign import asks_words
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.charge_side import handed_sums
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.scanner import Scanner
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from tests.factories import BANK, DRAWER, E_WALLET, adjust, make_client, make_product
from tests.fakes.keyboard import scan, type_text
from tests.lending import lend, lent

PRICE = 750_00


@pytest.fixture
def goods(shop):
    return shop.write(make_product, "Yerba", price=PRICE, tracks_stock=False)


@pytest.fixture
def client(shop):
    return shop.write(make_client, "Marta Benítez", debt_limit=1_000_00)


class Charge(ChargeDialog):
    """Keeps the sales it made."""

    def __init__(self, *args, **fields):
        self.done_sales: list[SaleDone] = []
        super().__init__(*args, **fields)


@pytest.fixture
def charge(shop, toasts, window, qtbot, goods):
    """Open the charge of a sale of 750; the page's answers to its signals are here."""

    def run(client_id=None, **fields):
        fields.setdefault("drawer_id", DRAWER)
        lines = (SaleLineRequest(goods, 1000),)
        dialog = Charge(
            shop, toasts, window, lines=lines, total=PRICE, client_id=client_id, **fields
        )
        dialog.charged.connect(dialog.done_sales.append)
        dialog.client_changed.connect(lambda chosen: dialog.set_sale(lines, PRICE, chosen))
        dialog.open()
        qtbot.waitExposed(dialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() not in (None, window))
        return dialog

    yield run
    assert shop.read(check) == []


def focused():
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_in(text):
    for character in text:
        key = {"\r": Qt.Key.Key_Return, "+": Qt.Key.Key_Plus}.get(character)
        if key is None:
            QTest.keyClicks(focused(), character)
        else:
            QTest.keyClick(focused(), key)


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, modifiers)


def balances(shop):
    return {row.id: row.balance for row in shop.read(list_registers)}


def sales(shop):
    return shop.read(list_sales)


def test_enter_at_once_charges_exact_cash(shop, charge):
    dialog = charge()
    assert dialog.side.due.text() == "$\u00a0750,00"
    assert dialog.rows.current.amount.text() == ""
    type_in("\r")
    [done] = dialog.done_sales
    assert (done.total, done.change) == (PRICE, 0)
    assert balances(shop)[DRAWER] == PRICE
    assert not dialog.isVisible()


def test_enter_charges_from_the_list_of_registers_too(shop, charge):
    dialog = charge()
    type_in("1000")
    press(Qt.Key.Key_Tab)
    assert isinstance(focused(), QComboBox)
    press(Qt.Key.Key_Return)
    (done,) = dialog.done_sales
    assert done.change == 1_000_00 - PRICE


def test_change_is_computed_while_typing(charge):
    dialog = charge()
    type_in("500")
    assert (dialog.side.caption.text(), dialog.side.change.text()) == ("Falta", "$\u00a0250,00")
    type_in("0")
    assert (dialog.side.caption.text(), dialog.side.change.text()) == ("Vuelto", "$\u00a04.250,00")
    type_in("\r")
    assert dialog.done_sales[0].change == 4_250_00


def test_a_short_payment_is_refused_under_its_field(shop, charge):
    dialog = charge()
    type_in("500\r")
    assert "$\u00a0250,00" in dialog.rows.current.field.message.text()
    assert dialog.rows.current.field.has_error()
    assert dialog.isVisible()
    assert sales(shop) == []


@pytest.mark.parametrize(
    ("amount", "sums"),
    [
        (3_450_00, [3_500_00, 4_000_00, 5_000_00, 10_000_00, 20_000_00]),
        (850_00, [900_00, 1_000_00, 2_000_00, 5_000_00, 10_000_00]),
        (24_150_00, [24_200_00, 25_000_00, 30_000_00, 40_000_00]),
        (20_000_00, []),
        (0, []),
    ],
)
def test_sums_that_people_hand_over(amount, sums):
    assert handed_sums(amount) == sums


def test_a_sum_handed_over_is_one_click(charge):
    dialog = charge()
    assert [b.text() for b in dialog.sums.buttons if b.isVisible()][:2] == [
        "$\u00a0800",
        "$\u00a01.000",
    ]
    dialog.sums.buttons[1].click()
    assert dialog.side.change.text() == "$\u00a0250,00"
    type_in("\r")
    assert dialog.done_sales[0].change == 250_00


def test_digits_choose_the_means_after_plus_and_f4(shop, charge):
    dialog = charge()
    type_in("+2")
    assert [row.means for row in dialog.rows.rows] == [PaymentMethod.DEBIT_CARD]
    press(Qt.Key.Key_F4)
    type_in("5")
    assert [row.means for row in dialog.rows.rows] == [PaymentMethod.QR]
    type_in("\r")
    assert balances(shop) == {DRAWER: 0, BANK: 0, E_WALLET: PRICE}


def test_control_and_a_digit_choose_the_means_from_an_amount(shop, charge):
    dialog = charge()
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert dialog.rows.current.amount.text() == "750,00"
    type_in("\r")
    assert balances(shop)[BANK] == PRICE


def test_several_means_in_one_sale_take_what_is_left(shop, charge):
    dialog = charge()
    type_in("300+2")
    assert [row.amount.text() for row in dialog.rows.rows] == ["300,00", "450,00"]
    assert dialog.rows.row(PaymentMethod.DEBIT_CARD).amount.hasFocus()
    type_in("100+5\r")
    assert balances(shop) == {DRAWER: 300_00, BANK: 100_00, E_WALLET: 350_00}
    assert dialog.done_sales[0].change == 0


def test_another_means_has_the_focus_once_all_is_drawn(charge, qtbot):
    dialog = charge()
    for keys in ("300+2", "100+5", "50+3"):
        type_in(keys)
        qtbot.wait(20)
        assert QApplication.focusWidget() is dialog.rows.rows[-1].amount


def test_what_is_left_follows_the_other_amounts(charge):
    dialog = charge()
    type_in("300+2")
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    type_in("500")
    assert dialog.rows.row(PaymentMethod.DEBIT_CARD).amount.text() == "250,00"


def test_changing_the_means_keeps_what_was_entered(charge, client):
    dialog = charge(client)
    type_in("+6300+2")
    assert [row.amount.text() for row in dialog.rows.rows] == ["300,00", "450,00"]
    type_in("+4")
    assert [row.means for row in dialog.rows.rows] == [None, PaymentMethod.TRANSFER]
    assert dialog.rows.row(None).amount.text() == "300,00"
    type_in("+11000+2+1")
    assert dialog.rows.row(PaymentMethod.CASH).amount.text() == "1.000,00"


def test_sale_of_750_with_300_on_account_and_460_cash_gives_10_back(shop, charge, client):
    dialog = charge(client)
    type_in("+6300+1460")
    assert dialog.side.change.text() == "$\u00a010,00"
    assert "Debe $\u00a0300,00" in dialog.account.after.text()
    type_in("\r")
    [done] = dialog.done_sales
    assert (done.change, done.client_balance) == (10_00, 300_00)
    assert balances(shop)[DRAWER] == 450_00


def test_a_card_gives_no_change(shop, charge):
    dialog = charge()
    type_in("+21000\r")
    assert dialog.rows.current.field.has_error()
    assert "$\u00a0250,00" in dialog.rows.current.field.message.text()
    assert sales(shop) == []


def test_exact_writes_what_is_left(charge):
    dialog = charge()
    type_in("99999")
    press(Qt.Key.Key_F5)
    assert dialog.rows.current.amount.text() == "750,00"
    assert dialog.side.change.text() == "$\u00a00,00"


def test_enter_held_and_a_second_click_make_one_sale(shop, charge):
    dialog = charge()
    field = dialog.rows.current.amount
    for repeat, charged in ((True, 0), (True, 0), (False, 1), (True, 1)):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            "\r",
            repeat,
        )
        QApplication.sendEvent(field, event)
        assert len(dialog.done_sales) == charged
    dialog.charge()
    dialog.side.charge_button.click()
    assert len(sales(shop)) == len(dialog.done_sales) == 1


def test_on_account_asks_for_the_client_and_keeps_what_was_typed(shop, charge, client, front):
    dialog = charge()
    type_in("200")
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    picker = front()
    assert isinstance(picker, ClientPicker)
    QTest.keyClicks(picker.search, "marta")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert [row.amount.text() for row in dialog.rows.rows] == ["200,00", "550,00"]
    dialog.charge()
    assert shop.read(get_client, client).balance == 550_00


def test_without_a_client_nothing_goes_on_account(charge, client, front):
    dialog = charge()
    press(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    front().reject()
    assert [row.means for row in dialog.rows.rows] == [PaymentMethod.CASH]


def test_a_client_made_in_the_middle_owes_the_sale(shop, charge, front, qtbot):
    dialog = charge(on_account=True)
    qtbot.waitUntil(lambda: isinstance(front(), ClientPicker))
    picker = front()
    QTest.keyClicks(picker.search, "Zoila Nueva")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    form = front()
    assert isinstance(form, ClientForm)
    assert form.name.text() == "Zoila Nueva"
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    dialog.charge()
    assert get_sale_of(shop).client == "Zoila Nueva"
    assert get_sale_of(shop).on_account == PRICE


def get_sale_of(shop):
    return shop.read(get_sale, sales(shop)[0].id)


def test_the_limit_blocks_with_what_is_missing(shop, charge, client, cashier):
    shop.write(adjust, client, 600_00)
    shop.switch_user(cashier)
    dialog = charge(client, on_account=True)
    assert "$\u00a0350,00" in dialog.account.blocked.words.text()
    type_in("\r")
    assert dialog.isVisible()
    assert "$\u00a0350,00" in dialog.account.reason_field.message.text()
    assert sales(shop) == []
    press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    type_in("350+6")
    assert not dialog.account.blocked.isVisible()
    type_in("\r")
    assert shop.read(get_client, client).balance == 1_000_00


def test_the_limit_is_passed_with_an_administrators_pin(shop, charge, client, cashier):
    shop.write(adjust, client, 600_00)
    shop.switch_user(cashier)
    dialog = charge(client, on_account=True)
    type_in("\r")
    type_in("Es de fiar\r")
    assert sales(shop) == []
    lend()
    assert not dialog.isVisible()
    assert shop.read(get_client, client).balance == 1_350_00
    assert lent(shop) == ["Vender a cuenta aunque el cliente no pueda"]
    (row,) = sales(shop)
    assert shop.read(get_sale, row.id).authorization == "Es de fiar"


def test_an_administrator_authorizes_with_a_reason(shop, charge, client):
    shop.write(adjust, client, 600_00)
    dialog = charge(client, on_account=True)
    type_in("\r")
    assert dialog.account.reason_field.has_error()
    assert dialog.account.reason.hasFocus()
    type_in("Cobra el viernes\r")
    sale = get_sale_of(shop)
    assert (sale.authorized_by, sale.authorization) == ("Administrador", "Cobra el viernes")


def test_old_debt_is_paid_with_the_sale(shop, charge, client):
    shop.write(adjust, client, 600_00)
    dialog = charge(client)
    dialog.account.all_button.click()
    assert dialog.side.due.text() == "$\u00a01.350,00"
    dialog.rows.current.take_focus()
    type_in("2000\r")
    [done] = dialog.done_sales
    assert (done.change, done.client_balance, len(done.receipts)) == (650_00, 0, 1)


def test_the_change_may_stay_on_the_account(shop, charge, client):
    dialog = charge(client)
    assert not dialog.account.keep.isVisible()
    type_in("1000")
    dialog.account.keep.click()
    assert dialog.side.change.text() == "$\u00a00,00"
    dialog.charge()
    [done] = dialog.done_sales
    assert (done.change, done.kept, done.client_balance) == (0, 250_00, -250_00)


def test_without_a_client_there_is_no_account(charge):
    dialog = charge()
    type_in("1000")
    assert not dialog.account.isVisible()


def test_a_closed_drawer_is_said_and_opened_from_here(charge, front):
    dialog = charge()
    assert "Caja 1 está cerrada" in dialog.closed.words.text()
    type_in("1000")
    dialog.open_button.click()
    opening = front()
    assert isinstance(opening, OpenSessionDialog)
    QTest.keyClicks(opening.amount, "0")
    QTest.keyClick(opening.amount, Qt.Key.Key_Return)
    assert not dialog.closed.isVisible()
    assert dialog.rows.current.read() == 1_000_00


def test_a_register_can_be_chosen(shop, charge):
    dialog = charge(method=PaymentMethod.QR)
    row = dialog.rows.current
    assert row.register.currentData() == E_WALLET
    assert row.register.findData(DRAWER) == -1
    row.register.setCurrentIndex(row.register.findData(BANK))
    dialog.charge()
    assert balances(shop)[BANK] == PRICE


def test_old_prices_are_not_charged(shop, charge, goods, qtbot):
    dialog = charge()
    product = shop.read(get_product, goods)
    shop.write(edit_product, goods, ProductRequest(product.name, price=800_00))
    with qtbot.waitSignal(dialog.prices_changed):
        type_in("\r")
    assert sales(shop) == []
    assert not dialog.isVisible()


def test_escape_leaves_nothing_written(shop, charge):
    dialog = charge()
    type_in("1000")
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert sales(shop) == []


def test_undo_voids_the_sale_and_of_a_cashier_asks_who_may(shop, charge, toasts, cashier):
    charge().charge()
    assert "Venta TX-" in toasts.toast.text
    [undo] = toasts.toast.actions_shown
    toasts.toast.run(undo)
    assert balances(shop)[DRAWER] == 0
    assert sales(shop)[-1].voided or get_sale_of(shop).voided
    shop.switch_user(cashier)
    charge().charge()
    [undo] = toasts.toast.actions_shown
    assert undo.asks == asks_words()
    toasts.toast.run(undo)
    assert balances(shop)[DRAWER] == PRICE
    lend()
    assert balances(shop)[DRAWER] == 0
    assert lent(shop) == ["Anular una venta"]


def test_a_scan_never_becomes_an_amount(shop, charge, window):
    scanner = Scanner(window)
    dialog = charge()
    type_text("10")
    scan("7790895000997")
    assert dialog.rows.current.amount.text() == "10"
    assert dialog.isVisible()
    assert sales(shop) == []
    scanner.deleteLater()


def test_another_client_brings_another_total(shop, charge, goods, client):
    terms = ClientRequest("Marta Benítez", discount=1_000)
    shop.write(edit_client, client, terms)
    dialog = charge()
    type_in("300+2")
    dialog.set_sale((SaleLineRequest(goods, 1000),), 675_00, client)
    assert [row.amount.text() for row in dialog.rows.rows] == ["300,00", "375,00"]
    dialog.charge()
    assert dialog.done_sales[0].total == 675_00


def test_what_was_of_one_client_is_not_another_ones(shop, charge, goods, client):
    shop.write(adjust, client, 600_00)
    other = shop.write(make_client, "Pedro")
    shop.write(adjust, other, 100_00)
    dialog = charge(client)
    dialog.account.all_button.click()
    dialog.account.reason.setText("Cobra el viernes")
    dialog.account.keep.setChecked(True)
    dialog.rows.current.take_focus()
    type_in("2000")
    dialog.set_sale((SaleLineRequest(goods, 1000),), PRICE, other)
    assert dialog.side.due.text() == "$\u00a0750,00"
    assert dialog.side.change.text() == "$\u00a01.250,00"
    assert dialog.account.reason.text() == ""
