"""Faults of other programs at a counter, each guarded by a test.

1   a payment of old debt in the drawer's expected cash   core/test_sessions.py
2   a double click or Enter held sells and pays once      here; flows/test_pay_from_the_keyboard.py
3   paying too much leaves exactly that much credit       flows/test_pay_from_the_keyboard.py
4   a sale of 750 with 300 on account and 460 in cash     core/test_sales.py
5   credit used once can't be used again                  core/test_sales.py
6   every screen shows the same number without reload     here
7   a new client owes $ 0,00, never nothing               here
8   a day of only on-account sales expects the float      core/test_sessions.py
9   changing the means keeps the credit applied           here
10  expected cash is without the change given             core/test_sales.py
11  the fields of a close start empty                     here
12  a kill between the sale and its paper                 flows/test_traps_of_processes.py
13  two processes never issue the same number             flows/test_traps_of_processes.py
14  a close with parked sales warns and keeps them        here
15  the statement lists every purchase on account         core/test_statement.py
16  the limit blocks and says the missing amount          core/test_credit.py
17  100,000 clients                                       flows/test_traps_of_many_clients.py
18  the focus is on the scan field; a scan is no amount   here; ui/test_scanner.py
19  a new client in the middle of a sale, by name only    here
20  accents and what the printer lacks                    adapters/test_ticket.py
21  a payment undone leaves the open drawer               core/test_sessions.py
22  the newest rows of the file removed                   flows/test_traps_of_processes.py
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from stdnum import ean

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sales import count_parked, list_sales
from kioskifly_desktop.core.sessions import OpenRequest, open_session
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import DRAWER, adjust, make_client, make_product, new_request, pay
from tests.fakes.hands import ALT, CONTROL, Hands, Key

NBSP = "\u00a0"
PRICE = 750_00
FLOAT = 5_000_00
CODE = "779000000001" + ean.calc_check_digit("779000000001")


@pytest.fixture
def program(qtbot, tmp_path):
    program = Program(tmp_path / "shop")
    begin(program.shop)
    qtbot.addWidget(program.window)
    program.window.show()
    yield program
    assert program.shop.read(check) == []
    program.close()


def begin(shop):
    """Put something on the shelves and open the drawer."""
    shop.write(make_product, price=PRICE, barcodes=(CODE,))
    shop.write(open_session, OpenRequest(new_request(), DRAWER, FLOAT))


@pytest.fixture
def shop(program):
    return program.shop


@pytest.fixture
def hands(qtbot, program):
    hands = Hands(qtbot, program.window)
    hands.back_at(program.window.page.scan)
    return hands


@pytest.fixture
def page(program):
    return program.window.page


@pytest.fixture
def marta(shop):
    """A client who owes $ 1.000,00."""
    client_id = shop.write(make_client, "Marta Benítez")
    shop.write(adjust, client_id, 1_000_00)
    return client_id


def charge(hands, client=""):
    """Put one in the cart, choose the client and open the charge."""
    hands.scan(CODE)
    if client:
        hands.key(Key.Key_F9)
        hands.front(ClientPicker)
        hands.type(f"{client}\r")
    hands.key(Key.Key_F4)
    return hands.front(ChargeDialog)


def by_means(hands, digit, amount=""):
    hands.key(Key.Key_F4)
    hands.type(f"{digit}{amount}")


def balance(shop, client_id):
    return shop.read(get_client, client_id).balance


def shown_in_list(window, name):
    """Return what the list of clients says of one."""
    page = window.show_page(keys.CLIENTS)
    assert isinstance(page, ClientsPage)
    return next(row.balance for row in page.model.rows if row.name == name)


def shown_in_registers(window):
    """Return what the page of registers says is in the drawer."""
    page = window.show_page(keys.REGISTERS)
    assert isinstance(page, RegistersPage)
    return page.balance.text()


def open_wallet(hands, window):
    page = window.show_page(keys.CLIENTS)
    assert isinstance(page, ClientsPage)
    page.open_wallet(page.model.rows[0])
    return hands.front(WalletDialog)


def open_close(hands):
    hands.key(Key.Key_4, ALT)
    hands.key(Key.Key_T, CONTROL)
    return hands.front(CloseSessionDialog)


@pytest.mark.parametrize("way", ["enter", "click"])
def test_2_enter_again_and_a_double_click_sell_and_pay_once(shop, hands, marta, way):
    dialog = charge(hands, "marta")
    dialog.account.debt.set_amount(400_00)
    amount, button = dialog.rows.current.amount, dialog.side.charge_button
    for _ in range(3):
        if way == "enter":
            QTest.keyClick(amount, Key.Key_Return)
        else:
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shop.read(list_sales)) == 1
    assert balance(shop, marta) == 600_00
    assert shop.read(get_register, DRAWER).balance == FLOAT + PRICE + 400_00


def test_6_every_screen_shows_the_same_number_without_reload(program, shop, hands, page, marta):
    window = program.window
    assert shown_in_list(window, "Marta Benítez") == 1_000_00
    assert shown_in_registers(window) == f"${NBSP}5.000,00"
    window.show_page(keys.SALE)
    charge(hands, "marta")
    by_means(hands, "6", "300")
    by_means(hands, "1", "460\r")
    hands.back_at(page.scan)

    assert shown_in_list(window, "Marta Benítez") == 1_300_00
    assert shown_in_registers(window) == f"${NBSP}5.450,00"
    wallet = open_wallet(hands, window)
    assert wallet.hero.balance.text() == f"${NBSP}1.300,00"
    shop.write(pay, marta, 200_00)
    assert wallet.hero.balance.text() == f"${NBSP}1.100,00"
    assert shown_in_list(window, "Marta Benítez") == 1_100_00
    wallet.reject()
    dialog = open_close(hands)
    assert dialog.report.expected == FLOAT + 450_00 + 200_00
    dialog.reject()
    window.show_page(keys.SALE)
    charge(hands, "marta")
    assert page.client_bar.balance.text() == f"${NBSP}1.100,00"
    hands.key(Key.Key_Escape)


def test_7_a_new_client_owes_nothing_in_so_many_words(program, shop, hands, page):
    shop.write(make_client, "Julián Sosa")
    charge(hands, "julián")
    assert page.client_bar.word.text() == "Al día"
    hands.key(Key.Key_Escape)
    wallet = open_wallet(hands, program.window)
    assert wallet.hero.balance.text() == f"${NBSP}0,00"
    assert wallet.hero.word.text() == "Al día"
    wallet.reject()


def test_9_changing_the_means_keeps_what_goes_on_account(shop, hands, page, marta):
    shop.write(pay, marta, 1_500_00)
    charge(hands, "marta")
    by_means(hands, "6", "300")
    by_means(hands, "1", "500")
    by_means(hands, "2")
    hands.key(Key.Key_F5)
    hands.type("\r")
    hands.back_at(page.scan)
    (sale,) = shop.read(list_sales)
    assert sale.on_account == 300_00
    assert balance(shop, marta) == -200_00


def test_11_the_fields_of_a_close_start_empty(hands):
    dialog = open_close(hands)
    assert [line.text() for line in dialog.findChildren(QLineEdit)] == [""] * 12
    assert "no contaste" in dialog.difference.text()
    dialog.reject()


def test_14_a_close_with_parked_sales_warns_and_keeps_them(shop, hands, page):
    hands.scan(CODE)
    hands.key(Key.Key_F8)
    hands.back_at(page.scan)
    dialog = open_close(hands)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any("en espera" in words for words in said)
    dialog.grid.coins.set_amount(FLOAT)
    dialog.save()
    assert shop.read(count_parked) == 1


def test_18_a_scan_in_a_field_of_money_is_no_amount(shop, hands, page):
    dialog = charge(hands)
    hands.scan(CODE)
    assert dialog.rows.current.amount.text() == ""
    hands.type("800")
    hands.scan(CODE)
    assert dialog.rows.current.amount.text() == "800"
    assert dialog.isVisible()
    assert shop.read(list_sales) == []
    hands.type("\r")
    hands.back_at(page.scan)
    assert shop.read(get_register, DRAWER).balance == FLOAT + PRICE


def test_18_the_focus_goes_back_to_the_scan_field(shop, hands, page):
    charge(hands)
    hands.key(Key.Key_Escape)
    hands.back_at(page.scan)
    for key in (Key.Key_F3, Key.Key_F5, Key.Key_F9):
        hands.key(key)
        assert hands.focus is not page.scan
        hands.key(Key.Key_Escape)
        hands.back_at(page.scan)
    hands.key(Key.Key_F4)
    hands.type("\r")
    hands.back_at(page.scan)
    hands.key(Key.Key_Z, CONTROL)
    hands.back_at(page.scan)
    assert shop.read(list_sales)[0].voided
    hands.scan(CODE)
    hands.key(Key.Key_F7)
    hands.back_at(page.scan)


def test_19_a_new_client_in_the_middle_of_a_sale_by_name_only(shop, hands, page):
    hands.scan(CODE)
    hands.key(Key.Key_F9)
    hands.front(ClientPicker)
    hands.type("Nora Ñíguez\r")
    hands.front(ClientForm)
    hands.type("\r")
    hands.back_at(page.scan)
    assert page.client.client.name == "Nora Ñíguez"
    assert [line.quantity for line in page.cart.lines] == [1000]
    hands.key(Key.Key_6, CONTROL)
    hands.front(ChargeDialog)
    hands.type("\r")
    hands.back_at(page.scan)
    (sale,) = shop.read(list_sales)
    assert (sale.client, sale.on_account) == ("Nora Ñíguez", PRICE)
