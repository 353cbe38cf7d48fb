"""A promise from the wallet to its day: kept and gone, or broken and kindly reminded of."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.contact import (
    MessageKind,
    PromiseState,
    Tone,
    messages,
    promises,
    reminder_text,
)
from kioskifly_desktop.core.es_ar import NBSP, format_date
from kioskifly_desktop.core.wallet import history
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.fakes.keyboard import type_text
from tests.fakes.links import links_taken
from tests.ui.conftest import shop as _shop

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
RETURN = Qt.Key.Key_Return
NUMBER = "5491158420917"

unclocked_shop = _shop


@pytest.fixture
def shop(unclocked_shop, clock):
    unclocked_shop.database.clock = clock
    return unclocked_shop


@pytest.fixture
def today(clock):
    return clock().date()


@pytest.fixture
def links():
    with links_taken() as taken:
        yield taken


@pytest.fixture
def open_one(qtbot, front):
    """Return the dialog in front once it takes keys."""

    def run(kind):
        qtbot.waitUntil(lambda: isinstance(front(), kind) and front().isActiveWindow())
        return front()

    return run


@pytest.fixture
def promise(qtbot, main, marta, open_one, front):
    """Have Marta promise, from her wallet and with the keyboard alone, an amount for a day."""

    def run(amount, day):
        page = main.show_page(keys.CLIENTS)
        qtbot.keyClicks(page.search, "benit")
        qtbot.keyClick(page.search, RETURN)
        wallet = open_one(WalletDialog)
        qtbot.keyClick(wallet.payment.amount, Qt.Key.Key_R, CONTROL)
        form = open_one(PromiseDialog)
        assert form.amount.hasFocus()
        form.amount.clear()
        type_text(amount, into=form.amount)
        qtbot.keyClick(form.amount, Qt.Key.Key_Tab)
        type_text(format_date(day), into=form.day)
        qtbot.keyClick(form.day, RETURN)
        assert front() is wallet
        # Without a window manager nobody gives the keys back to it.
        wallet.activateWindow()
        open_one(WalletDialog)
        assert marta
        return wallet

    return run


@pytest.fixture
def show_day(qtbot, main):
    def run():
        main.activateWindow()
        qtbot.waitUntil(main.isActiveWindow)
        qtbot.keyClick(main, Qt.Key.Key_5, ALT)
        page = main.page
        assert page is main.pages[keys.TODAY]
        qtbot.waitUntil(lambda: page.heading.text() != "Hoy")
        return page

    return run


def names(card):
    return [card.model.index(n, 0).data() for n in range(card.model.rowCount())]


def states(shop, client_id):
    return [row.state for row in shop.read(promises, client_id)]


def test_a_promise_is_on_its_day_and_a_payment_keeps_it(
    qtbot, shop, clock, today, marta, promise, show_day, main, open_one
):
    wallet = promise("5000", today + timedelta(days=3))
    assert wallet.hero.promise.text() == f"Prometió ${NBSP}5.000,00 para el 08/03/2026"
    wallet.reject()
    page = show_day()
    assert names(page.promises) == []
    main.show_page(keys.CLIENTS)

    clock.move(days=3)
    assert show_day() is page
    qtbot.waitUntil(lambda: names(page.promises) == ["Marta Benítez\nPrometió para hoy"])
    page.promises.table.setFocus()
    qtbot.keyClick(page.promises.table, RETURN)
    wallet = open_one(WalletDialog)
    assert wallet.hero.promise.text() == f"Prometió ${NBSP}5.000,00 para hoy"
    type_text("2000", into=wallet.payment.amount)
    qtbot.keyClick(wallet.payment.amount, RETURN)
    assert wallet.hero.promise.text().endswith(f"para hoy (pagó ${NBSP}2.000,00)")
    qtbot.waitUntil(lambda: names(page.promises)[0].endswith(", pagó una parte"))
    assert page.promises.model.index(0, 1).data() == f"${NBSP}3.000,00"

    type_text("3000", into=wallet.payment.amount)
    qtbot.keyClick(wallet.payment.amount, RETURN)
    assert not wallet.hero.promise.isVisible()
    qtbot.waitUntil(lambda: names(page.promises) == [])
    assert states(shop, marta) == [PromiseState.KEPT]
    wallet.reject()
    assert [row.name for row in page.debts.model.rows] == ["Marta Benítez"]


def test_a_payment_taken_back_breaks_the_promise_again(
    qtbot, shop, clock, today, marta, promise, show_day, open_one
):
    wallet = promise("5000", today)
    type_text("5000", into=wallet.payment.amount)
    qtbot.keyClick(wallet.payment.amount, RETURN)
    assert states(shop, marta) == [PromiseState.KEPT]
    newest = shop.read(history, marta)[0]
    wallet.reversals.ask(newest, wallet)
    question = open_one(Question)
    question.reason.editor.setText("se equivocó")
    question.confirm()
    assert wallet.hero.promise.text() == f"Prometió ${NBSP}5.000,00 para hoy"
    wallet.reject()
    clock.move(days=1)
    page = show_day()
    qtbot.waitUntil(lambda: len(page.promises.model.rows) == 1)
    assert names(page.promises)[0].endswith("para el 05/03/2026 y no cumplió")


def test_a_broken_promise_is_reminded_of_once(
    qtbot, shop, clock, today, marta, promise, show_day, links, front, open_one
):
    promise("5000", today + timedelta(days=1)).reject()
    clock.move(days=2)
    page = show_day()
    qtbot.waitUntil(lambda: len(page.promises.model.rows) == 1)
    page.promises.table.setFocus()
    assert page.promises.model.index(0, 2).data() == "Recordar"
    qtbot.keyClick(page.promises.table, RETURN)
    letter = open_one(MessageDialog)
    qtbot.waitUntil(letter.open_button.isEnabled)
    assert not letter.caution.isVisible()
    written = letter.bubble.toPlainText()
    assert written == shop.read(reminder_text, marta, Tone.FRIENDLY)
    QTest.keyClick(letter, RETURN, CONTROL)
    assert (links.numbers, links.texts) == ([NUMBER], [written])
    assert shop.read(messages, marta) == []
    assert letter.sent_button.hasFocus()
    qtbot.keyClick(letter.sent_button, Qt.Key.Key_Space)
    assert front() is None

    [message] = shop.read(messages, marta)
    assert (message.kind, message.tone, message.text) == (
        MessageKind.REMINDER,
        Tone.FRIENDLY,
        written,
    )
    qtbot.keyClick(page.promises.table, RETURN)
    again = open_one(MessageDialog)
    assert again.caution.isVisible()
    assert again.caution.words.text() == "Ya le mandaste un mensaje hoy."
    qtbot.waitUntil(again.copy_button.isEnabled)
    assert not again.open_button.isEnabled()
    assert not again.sent_button.isEnabled()
    QTest.keyClick(again, RETURN, CONTROL)
    assert len(links.opened) == 1
    again.insist_button.click()
    QTest.keyClick(again, RETURN, CONTROL)
    again.sent_button.click()
    assert (len(links.opened), len(shop.read(messages, marta))) == (2, 2)
