"""Whose sale it is, while it is charged: the account, its terms, its debt, the counter's turno."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from shiboken6 import isValid

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import RegisterKind, add_register, list_registers
from kioskifly_desktop.core.sales import SaleLineRequest, get_sale, list_sales
from kioskifly_desktop.core.sessions import OpenRequest, open_session, open_sessions
from kioskifly_desktop.core.settings import set_preference
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.means import ACCOUNT
from tests.factories import BANK, DRAWER, add_debt, make_client, make_product
from tests.fakes.keyboard import type_text

CASH, DEBIT, QR = PaymentMethod.CASH, PaymentMethod.DEBIT_CARD, PaymentMethod.QR
CTRL = Qt.KeyboardModifier.ControlModifier
NBSP = "\u00a0"
TOTAL = 3_450_00


@pytest.fixture
def yerba(shop):
    return shop.write(make_product, "Yerba", price=TOTAL)


@pytest.fixture
def marta(shop):
    client_id = shop.write(make_client, "Marta Benítez")
    shop.write(add_debt, client_id, 1_000_00)
    return client_id


@pytest.fixture
def charging(qtbot, shop, toasts, window, yerba):
    """Open a charge as the page does: it answers another client with the sale again."""

    def open_it(client_id=None, **fields):
        lines = (SaleLineRequest(yerba, 1000),)
        dialog = ChargeDialog(
            *(shop, toasts, window),
            lines=lines,
            total=TOTAL,
            client_id=client_id,
            drawer_id=DRAWER,
            **fields,
        )
        dialog.client_changed.connect(lambda chosen: dialog.set_sale(lines, TOTAL, chosen))
        dialog.open()
        qtbot.waitExposed(dialog)
        return dialog

    return open_it


def amount(dialog, means):
    return dialog.rows.row(means).amount


def means(dialog):
    return [row.means for row in dialog.rows.rows]


def last_sale(shop):
    return shop.read(get_sale, shop.read(list_sales)[0].id)


def sold(shop):
    return [row for row in shop.read(list_sales) if row.total == TOTAL]


def owes(shop, client_id):
    return shop.read(get_client, client_id).balance


def balance(shop, register):
    return next(row.balance for row in shop.read(list_registers) if row.id == register)


def test_begun_on_account_it_asks_for_the_client_in_front_of_itself(
    qtbot, shop, charging, marta, front
):
    dialog = charging(on_account=True)
    qtbot.waitUntil(lambda: isinstance(front(), ClientPicker))
    picker = front()
    assert (picker.frameGeometry().center() - dialog.frameGeometry().center()).manhattanLength() < 4
    type_text("marta\r", into=picker.search)
    qtbot.waitUntil(lambda: means(dialog) == [ACCOUNT])
    dialog.activateWindow()  # as a window manager does once the dialog in front is gone
    type_text("\r", into=amount(dialog, ACCOUNT))
    assert owes(shop, marta) == 1_000_00 + TOTAL
    assert last_sale(shop).client_id == marta


def test_another_client_does_not_inherit_what_was_agreed_with_the_first(shop, charging, marta):
    juan = shop.write(make_client, "Juan", debt_limit=2_00)
    shop.write(add_debt, juan, 1_00)
    dialog = charging(marta)
    dialog.account.all_button.click()
    type_text("9000", into=amount(dialog, CASH))
    dialog.account.keep.setChecked(True)
    dialog.account.reason.setText("Con permiso")
    dialog.client_changed.emit(juan)
    assert dialog.account.debt.text() == ""
    assert not dialog.account.keep.isChecked()
    assert dialog.account.reason.text() == ""
    assert dialog.side.due.text() == "$\u00a03.450,00"
    assert amount(dialog, CASH).text() == "9000"


def test_the_same_client_with_another_total_keeps_what_was_agreed(charging, marta, yerba):
    dialog = charging(marta)
    dialog.account.all_button.click()
    dialog.set_sale((SaleLineRequest(yerba, 1000, discount=1_000),), 3_105_00, marta)
    assert dialog.account.debt.text() == "1.000,00"
    assert dialog.side.due.text() == "$\u00a04.105,00"


def test_taking_the_client_away_takes_the_account_and_the_debt_away(
    qtbot, shop, charging, marta, front
):
    dialog = charging(marta, on_account=True)
    dialog.account.all_button.click()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F9)
    front().final_button.click()
    assert means(dialog) == [CASH]
    assert not dialog.account.isVisible()
    assert dialog.side.due.text() == "$\u00a03.450,00"
    type_text("\r", into=amount(dialog, CASH))
    assert last_sale(shop).client_id is None
    assert owes(shop, marta) == 1_000_00


def test_giving_up_the_choice_of_a_client_changes_nothing(qtbot, charging, front):
    dialog = charging()
    type_text("5000", into=amount(dialog, CASH))
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_F9)
    qtbot.keyClick(front().search, Qt.Key.Key_Escape)
    dialog.activateWindow()
    qtbot.waitUntil(amount(dialog, CASH).hasFocus)
    assert means(dialog) == [CASH]
    assert dialog.side.change.text() == "$\u00a01.550,00"


def test_debt_paid_with_the_sale_makes_room_on_the_account(shop, charging):
    juan = shop.write(make_client, "Juan", debt_limit=4_000_00)
    shop.write(add_debt, juan, 1_000_00)
    dialog = charging(juan)
    type_text("450", into=amount(dialog, CASH))
    dialog.account.debt.setFocus()
    type_text("450", into=dialog.account.debt)
    dialog.choose(ACCOUNT)
    assert amount(dialog, ACCOUNT).text() == "3.450,00"
    assert not dialog.account.blocked.isVisible()
    type_text("\r", into=amount(dialog, ACCOUNT))
    assert owes(shop, juan) == 4_000_00
    assert balance(shop, DRAWER) == 450_00


def test_more_than_the_sale_never_goes_on_the_account(shop, charging, marta):
    dialog = charging(marta, on_account=True)
    dialog.account.all_button.click()
    assert amount(dialog, ACCOUNT).text() == "3.450,00"
    assert dialog.side.caption.text() == "Falta"
    assert dialog.side.change.text() == "$\u00a01.000,00"
    type_text("\r", into=amount(dialog, ACCOUNT))
    assert dialog.isVisible()
    assert sold(shop) == []


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"account_enabled": False}, "cuenta"),
        ({"debt_limit": 3_000_00}, "$\u00a0450,00"),
    ],
)
def test_what_the_account_refuses_may_still_be_paid_in_cash(shop, charging, cashier, terms, words):
    juan = shop.write(make_client, "Juan", **terms)
    shop.switch_user(cashier)
    dialog = charging(juan, on_account=True)
    assert words in dialog.account.blocked.words.text()
    type_text("\r", into=amount(dialog, ACCOUNT))
    assert sold(shop) == []
    assert dialog.account.reason.hasFocus()
    dialog.choose(CASH)
    assert not dialog.account.blocked.isVisible()
    type_text("\r", into=amount(dialog, CASH))
    assert last_sale(shop).on_account == 0
    assert owes(shop, juan) == 0


def test_a_card_sale_belongs_to_the_turno_of_the_counter(shop, charging):
    shop.write(open_session, OpenRequest("turno", DRAWER, 0))
    [session] = shop.read(open_sessions)
    dialog = charging(method=DEBIT)
    assert not dialog.closed.isVisible()
    type_text("\r", into=amount(dialog, DEBIT))
    assert last_sale(shop).session_id == session.id


def test_each_means_begins_with_the_register_the_shop_gave_it(shop, charging):
    second = shop.write(add_register, "Banco Dos", RegisterKind.BANK)
    assert charging(method=DEBIT).rows.row(DEBIT).register.currentData() == BANK
    shop.write(set_preference, "register_for_debit_card", str(second))
    dialog = charging(method=DEBIT)
    type_text("\r", into=amount(dialog, DEBIT))
    assert (balance(shop, BANK), balance(shop, second)) == (0, TOTAL)


def test_the_arrows_walk_the_means_and_enter_takes_one_without_charging(qtbot, shop, charging):
    dialog = charging()
    qtbot.waitUntil(amount(dialog, CASH).hasFocus)
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(dialog.focusWidget(), key)
    assert dialog.means.tiles[QR].hasFocus()
    type_text("\r")
    assert dialog.isVisible()
    assert sold(shop) == []
    assert amount(dialog, QR).hasFocus()


def test_a_sale_is_undone_from_its_notice_once_the_charge_is_gone(
    qtbot, shop, charging, toasts, yerba
):
    dialog = charging()
    type_text("\r", into=amount(dialog, CASH))
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert shop.read(get_product, yerba).stock == -1000
    [undo] = toasts.toast.actions_shown
    toasts.toast.run(undo)
    assert last_sale(shop).voided
    assert shop.read(get_product, yerba).stock == 0
    assert "Venta anulada" in toasts.toast.text
    undo.act()
    assert balance(shop, DRAWER) == 0


def words_on(dialog):
    shown = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    return " ".join(each.text() for each in shown if each.isVisible())


def test_what_is_owed_stays_hidden_in_the_charge(qtbot, shop, charging, toasts):
    client_id = shop.write(make_client, "Nora", debt_limit=1_234_00)
    shop.write(add_debt, client_id, 1_111_00)
    dialog = charging(client_id, private=True)
    qtbot.waitUntil(dialog.isActiveWindow)
    secrets = ("1.111", "123,00", "Debe", "3.327", "4.561")
    dialog.choose(ACCOUNT)
    dialog.exact()
    assert dialog.account.blocked.isVisible()
    assert [each for each in secrets if each in words_on(dialog.account)] == []
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_H, CTRL)
    assert f"Debe ${NBSP}1.111,00" in words_on(dialog.account)
    assert "3.327" in words_on(dialog.account)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_H, CTRL)
    dialog.choose(ACCOUNT)
    dialog.rows.remove(dialog.rows.row(ACCOUNT))
    dialog.choose(CASH)
    amount(dialog, CASH).set_amount(TOTAL)
    dialog.charge()
    assert sold(shop)
    assert "1.111" not in toasts.toast.text
