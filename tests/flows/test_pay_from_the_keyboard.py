"""The whole way, as a cashier walks it: search, Enter, amount, Enter."""

import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.wallet import history
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.clients_model import Columns
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.fakes.keyboard import type_text
from tests.lending import lend, lent

NBSP = "\u00a0"


@pytest.fixture
def page(main):
    return main.show_page(keys.CLIENTS)


@pytest.fixture
def wallet(qtbot, page, front):
    """Marta's wallet, opened with the keyboard alone."""
    qtbot.keyClicks(page.search, "benit")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    dialog = front()
    assert isinstance(dialog, WalletDialog)
    return dialog


def balance(shop, client_id):
    return shop.read(get_client, client_id).balance


def shown_balance(page, name):
    position = page.model.find(lambda row: row.name == name)
    return page.model.index(position, Columns.BALANCE).data()


@pytest.mark.usefixtures("printer")
def test_a_payment_moves_wallet_table_register_and_printer(qtbot, shop, marta, page, wallet):
    assert wallet.hero.balance.text() == f"${NBSP}18.450,00"
    assert shown_balance(page, "Marta Benítez") == f"Debe ${NBSP}18.450,00"
    assert wallet.payment.amount.hasFocus()

    type_text("10000", into=wallet.payment.amount)
    assert wallet.payment.amount_field.message.text() == (
        f"Después del pago queda debiendo ${NBSP}8.450,00."
    )
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Return)

    assert balance(shop, marta) == 845_000
    assert wallet.hero.balance.text() == f"${NBSP}8.450,00"
    assert shown_balance(page, "Marta Benítez") == f"Debe ${NBSP}8.450,00"
    assert shop.read(list_registers)[0].balance == 1_000_000
    assert f"${NBSP}10.000,00" in wallet.payment.register.currentText()
    titles = [job.title for job in shop.read(waiting_jobs)]
    assert [each for each in titles if not each.startswith("Ticket")] == [
        "Recibo de pago X-00001-00000001"
    ]
    newest = wallet.history.rows.rows[0]
    assert (newest.title, newest.amount, newest.number) == (
        "Pago",
        -1_000_000,
        "X-00001-00000001",
    )
    assert (wallet.payment.amount.text(), wallet.payment.amount.hasFocus()) == ("", True)


def test_enter_twice_and_a_double_click_pay_once(qtbot, shop, marta, wallet):
    form = wallet.payment
    type_text("500", into=wallet.payment.amount)
    for _ in range(4):
        qtbot.keyClick(form.amount, Qt.Key.Key_Return)
    assert balance(shop, marta) == 1_845_000 - 50_000
    assert not form.amount_field.has_error()

    type_text("500", into=wallet.payment.amount)
    qtbot.mouseClick(form.submit_button, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(form.submit_button, Qt.MouseButton.LeftButton)
    assert balance(shop, marta) == 1_845_000 - 100_000


def test_paying_too_much_leaves_credit_and_says_so_before(qtbot, shop, marta, page, wallet):
    type_text("20000", into=wallet.payment.amount)
    assert wallet.payment.amount_field.message.text() == (
        f"Después del pago queda con ${NBSP}1.550,00 a favor."
    )
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Return)
    assert balance(shop, marta) == -155_000
    assert wallet.hero.word.text() == "A favor"
    assert shown_balance(page, "Marta Benítez") == f"A favor ${NBSP}1.550,00"


def test_all_pays_the_debt_to_the_centavo(qtbot, shop, marta, wallet):
    qtbot.mouseClick(wallet.payment.all_button, Qt.MouseButton.LeftButton)
    assert wallet.payment.amount_field.message.text() == "Después del pago queda al día."
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Return)
    assert balance(shop, marta) == 0
    assert (wallet.hero.word.text(), wallet.payment.all_button.isVisible()) == ("Al día", False)


def test_ctrl_z_undoes_the_payment_with_a_reversal(qtbot, shop, marta, wallet):
    type_text("10000", into=wallet.payment.amount)
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Return)
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert balance(shop, marta) == 1_845_000
    assert shop.read(list_registers)[0].balance == 0
    undone, payment, _ = shop.read(history, marta)
    assert (undone.title, undone.detail) == ("Anulación", "Deshecho en el momento")
    assert payment.reversed


def test_a_cashier_undoes_a_payment_with_an_administrators_pin(qtbot, main, cashier, marta, front):
    shop, page = main.shop, main.show_page(keys.CLIENTS)
    shop.switch_user(cashier)
    type_text("20123456", into=page.search)
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    wallet = front()
    type_text("100", into=wallet.payment.amount)
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Return)
    assert balance(shop, marta) == 1_835_000
    undo = main.toasts.toast.actions_shown[-1]
    assert undo.words == "Deshacer"
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert balance(shop, marta) == 1_835_000
    lend()
    assert balance(shop, marta) == 1_845_000
    assert lent(shop) == ["Corregir la cuenta de un cliente"]
    wallet.close()


def test_esc_goes_back_to_the_table_having_done_nothing(qtbot, marta, page, wallet, front):
    shop = page.shop
    type_text("10000", into=wallet.payment.amount)
    qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: front() is None)
    assert balance(shop, marta) == 1_845_000
    assert page.table.current().id == marta
