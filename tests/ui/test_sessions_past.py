"""What was: past sessions and their papers; and what is offered where a drawer is closed."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from kioskifly_desktop.core.clients import ClientRequest, add_client, get_client
from kioskifly_desktop.core.es_ar import format_time, local
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    ExpenseKind,
    OpenRequest,
    close_session,
    current_session,
    list_categories,
    list_sessions,
    open_session,
)
from kioskifly_desktop.core.settings import get_preference, set_preference
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.sessions.session_bar import SESSIONS
from kioskifly_desktop.ui.sessions.words import BLIND_PREFERENCE, YES, since_words
from kioskifly_desktop.ui.settings.cash_section import CashSection
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import BANK, DRAWER
from tests.fakes.keyboard import type_text

NBSP = "\u00a0"


def start(shop, opening_float=100_00, register=DRAWER):
    request = OpenRequest(uuid4().hex, register, opening_float)
    return shop.write(open_session, request).session_id


def finish(shop, session, counted):
    count = CashCount(coins=counted)
    return shop.write(close_session, CloseRequest(uuid4().hex, session, count))


@pytest.fixture
def page(shop, toasts, window):
    result = RegistersPage(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.show()
    return result


@pytest.fixture
def past(shop, page):
    """Three sessions, the last one open; the page shows them."""
    closed = [finish(shop, start(shop), counted) for counted in (100_00, 90_00)]
    start(shop)
    page.bar.view.choose(SESSIONS)
    return closed


@pytest.mark.usefixtures("past")
def test_sessions_are_told_newest_first(page):
    table = page.sessions.rows
    assert [table.index(row, 4).data() for row in range(3)] == [
        "Abierta",
        f"Faltan ${NBSP}10,00",
        "Coincide",
    ]
    assert [table.index(1, column).data() for column in (2, 3)] == [
        f"${NBSP}100,00",
        f"${NBSP}90,00",
    ]
    assert table.index(0, 0).data().split("\n")[1].startswith("desde las ")
    assert table.index(1, 1).data() == "Administrador"


def test_pages_of_sessions_follow_one_another(page, past):
    first = page.sessions._fetch(None, 2)
    rest = page.sessions._fetch(first[-1], 2)
    assert [row.number for row in (*first, *rest)] == ["", past[1].number, past[0].number]


@pytest.mark.usefixtures("printer")
def test_a_close_is_printed_again(page, past, shop, front, qtbot):
    page.sessions.table.setCurrentIndex(page.sessions.rows.index(2, 0))
    assert page.sessions._hint.text() == f"Cierre {past[0].number}"
    page.sessions.show_button.click()
    assert isinstance(front(), PreviewDialog)
    with qtbot.waitSignal(front().accepted):
        front().print_button.click()
    titles = [job.title for job in shop.read(waiting_jobs)]
    assert titles == [f"Cierre de caja {done.number}" for done in (*past, past[0])]


@pytest.mark.usefixtures("past")
def test_an_open_session_shows_its_informe_x(page, front):
    assert page.sessions.show_button.text().strip() == "Ver el informe X"
    page.sessions.show_button.click()
    assert front().windowTitle() == "Informe X"
    front().reject()


@pytest.mark.usefixtures("past")
def test_blind_an_open_session_has_no_informe_x(page, shop, cashier, front):
    shop.write(set_preference, BLIND_PREFERENCE, YES)
    shop.switch_user(cashier)
    assert not page.sessions.show_button.isEnabled()
    page.sessions.show_current()
    page.bar.show_report()
    assert front() is None


def test_the_informe_x_comes_from_the_bar(page, shop, front):
    start(shop)
    page.bar.report_button.click()
    assert front().windowTitle() == "Informe X"
    front().reject()
    finish(shop, shop.read(current_session, DRAWER).id, 100_00)
    assert not page.bar.report_button.isVisible()


def test_a_drawer_without_sessions_says_what_will_be_here(page):
    page.bar.view.choose(SESSIONS)
    assert not page.sessions.show_button.isVisible()
    assert page.sessions._stack.currentIndex() == 1


def test_a_bank_shows_its_movements_whatever_was_shown(page):
    page.bar.view.choose(SESSIONS)
    page.list.setCurrentIndex(page.list.rows.index(1, 0))
    assert not page.bar.view.isVisible()
    assert page.views.currentIndex() == 0


def test_since_when_a_session_is_open(shop):
    (row,) = [shop.read(list_sessions, DRAWER)[0] for _ in [start(shop)]]
    day = local(row.opened_at).date()
    time = format_time(row.opened_at)
    assert since_words(row, day) == f"Abierta desde las {time}"
    assert since_words(row, day + timedelta(days=1)) == (
        f"Abierta desde el {day:%d/%m} a las {time}"
    )
    assert row.opened_at <= datetime.now(UTC)


@pytest.fixture
def wallet(shop, toasts, window):
    client = shop.write(add_client, ClientRequest("Marta Benítez"))
    dialog = WalletDialog(shop, client, toasts, window)
    window.activateWindow()
    dialog.open()
    return dialog


def test_a_payment_offers_to_open_its_drawer(wallet, shop, front):
    form = wallet.payment
    assert form.closed.isVisible()
    assert form.closed.words.text().startswith("Caja 1 está cerrada")
    form.open_button.setFocus()
    form.open_button.click()
    assert isinstance(front(), OpenSessionDialog)
    type_text("500\r", into=front().amount)
    assert shop.read(current_session, DRAWER).opening_float == 500_00
    assert not form.closed.isVisible()
    assert wallet.focusWidget() is form.amount


def test_a_payment_without_a_session_goes_in_all_the_same(wallet, shop):
    form = wallet.payment
    paid = QSignalSpy(form.paid)
    type_text("300\r", into=form.amount)
    assert paid.count() == 1
    assert form.closed.isVisible()
    assert shop.read(get_client, 1).balance == -300_00


def test_only_a_closed_drawer_is_offered_to_be_opened(wallet, shop):
    form = wallet.payment
    form.register.setCurrentIndex(form.register.findData(BANK))
    assert not form.closed.isVisible()
    second = shop.write(add_register, "Caja 2", RegisterKind.DRAWER)
    start(shop)
    form.register.setCurrentIndex(form.register.findData(DRAWER))
    assert not form.closed.isVisible()
    form.register.setCurrentIndex(form.register.findData(second))
    assert form.closed.words.text().startswith("Caja 2 está cerrada")
    assert form.closed.isVisible()


def test_blind_the_list_of_registers_keeps_quiet(shop, cashier, toasts, window):
    shop.write(set_preference, BLIND_PREFERENCE, YES)
    start(shop)
    shop.switch_user(cashier)
    client = shop.write(add_client, ClientRequest("Marta Benítez"))
    form = WalletDialog(shop, client, toasts, window).payment
    assert form.register.itemText(form.register.findData(DRAWER)) == "Caja 1"
    assert form.register.itemText(form.register.findData(BANK)) == f"Banco  ·  ${NBSP}0,00"


def test_counting_blind_is_an_administrators_choice(shop, cashier, toasts, window):
    section = CashSection(shop, toasts)
    section.setParent(window)
    section.refresh()
    assert not section.blind.isChecked()
    section.blind.click()
    assert shop.read(get_preference, BLIND_PREFERENCE, "") == YES
    shop.switch_user(cashier)
    section.refresh()
    assert section.blind.isChecked()
    assert not section.blind.isEnabled()
    section.blind.setChecked(False)
    assert section.blind.isChecked()
    assert "administra" in toasts.toast.text
    assert shop.read(get_preference, BLIND_PREFERENCE, "") == YES


def test_the_keys_of_a_page_reach_its_drawer(page, qtbot, shop, front):
    start(shop)
    page.window().activateWindow()
    page.focus_main()
    qtbot.keyClick(page.list, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert front().windowTitle() == "Informe X"
    front().reject()


def test_the_concepts_of_what_is_paid_out(shop, cashier, toasts, window, front):
    section = CashSection(shop, toasts)
    section.setParent(window)
    section.refresh()
    shop.changed.connect(section.refresh)
    section.add_button.click()
    dialog = front()
    dialog.name.editor.setText("Otros")
    dialog.save_button.click()
    assert dialog.name.has_error()
    dialog.name.editor.setText("Flete")
    dialog.kind.setCurrentIndex(dialog.kind.findText("Mercadería"))
    dialog.save_button.click()
    added = section.concepts.model.rows[-1]
    assert (added.name, added.kind, added.archived) == ("Flete", ExpenseKind.GOODS, False)
    section.concepts.table.selectRow(len(section.concepts.model.rows) - 1)
    section.rename_button.click()
    front().name.editor.setText("Fletes")
    front().save_button.click()
    section.archive_button.click()
    assert section.archive_button.text() == "Recuperar"
    assert section.concepts.model.rows[-1].name == "Fletes"
    assert "Fletes" not in [row.name for row in shop.read(list_categories)]
    section.archive_button.click()
    assert "Fletes" in [row.name for row in shop.read(list_categories)]
    section.concepts.table.selectRow(0)
    assert not section.archive_button.isEnabled()
    assert section.rename_button.isEnabled()
    shop.switch_user(cashier)
    section.refresh()
    assert not section.concepts.isEnabled()
