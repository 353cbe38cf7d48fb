"""What the wallet offers to keep in touch: a promise, a reminder, a statement by WhatsApp."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.contact import PromiseRequest, add_promise
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import add_debt, make_client, new_request, pay

NBSP = "\u00a0"


@pytest.fixture
def marta(shop):
    client_id = shop.write(make_client, "Marta Benítez")
    shop.write(add_debt, client_id, 1_845_000)
    return client_id


@pytest.fixture
def open_wallet(qtbot, shop, toasts, window):
    def open_it(client_id):
        wallet = WalletDialog(shop, client_id, toasts, window)
        wallet.open()
        qtbot.waitExposed(wallet)
        return wallet

    return open_it


@pytest.mark.parametrize(
    ("key", "kind", "title"),
    [
        (Qt.Key.Key_R, PromiseDialog, "Promesa de pago"),
        (Qt.Key.Key_M, MessageDialog, "Recordatorio"),
    ],
)
def test_keys_open_a_promise_and_a_reminder(
    qtbot, open_wallet, shop, marta, front, key, kind, title
):
    wallet = open_wallet(marta)
    qtbot.waitUntil(wallet.isActiveWindow)
    qtbot.keyClick(wallet.payment.amount, key, Qt.KeyboardModifier.ControlModifier)
    dialog = front()
    assert isinstance(dialog, kind)
    assert (dialog.title.text(), dialog.subtitle.text()) == (title, "Marta Benítez")
    dialog.reject()
    shop.write(pay, marta, 1_845_000)
    wallet.activateWindow()
    qtbot.waitUntil(wallet.isActiveWindow)
    qtbot.keyClick(wallet.payment.amount, key, Qt.KeyboardModifier.ControlModifier)
    assert front() is wallet


def test_only_who_owes_promises_and_is_reminded(open_wallet, shop, marta):
    wallet = open_wallet(marta)
    actions = {each.text(): each for each in wallet.more_button.menu().actions()}

    def enabled():
        names = ("Promesa de pago…", "Recordatorio por WhatsApp…", "Resumen por WhatsApp…")
        return [actions[name].isEnabled() for name in names]

    assert enabled() == [True, True, True]
    shop.write(pay, marta, 1_845_000)
    assert enabled() == [False, False, True]
    shop.write(add_debt, marta, 1_00)
    assert enabled() == [True, True, True]


def test_the_statement_goes_by_whatsapp_from_the_menu(qtbot, open_wallet, marta, front):
    wallet = open_wallet(marta)
    actions = {each.text(): each for each in wallet.more_button.menu().actions()}
    actions["Resumen por WhatsApp…"].trigger()
    dialog = front()
    assert isinstance(dialog, MessageDialog)
    assert dialog.title.text() == "Resumen de cuenta"
    qtbot.waitUntil(lambda: bool(dialog.parts))
    dialog.reject()


def test_the_head_tells_what_was_promised_until_it_is_kept(open_wallet, shop, marta):
    wallet = open_wallet(marta)
    assert not wallet.hero.promise.isVisible()
    tomorrow = shop.read(lambda work: work.today) + timedelta(days=1)
    shop.write(add_promise, PromiseRequest(new_request(), marta, 500_000, tomorrow))
    assert wallet.hero.promise.isVisible()
    assert wallet.hero.promise.text() == f"Prometió ${NBSP}5.000,00 para mañana"
    shop.write(pay, marta, 200_000)
    assert wallet.hero.promise.text().endswith(f"para mañana (pagó ${NBSP}2.000,00)")
    shop.write(pay, marta, 300_000)
    assert not wallet.hero.promise.isVisible()
