"""The rescue code on the screens: made in the settings, used on the locked screen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kioskifly_desktop.core.access import (
    make_rescue_code,
    rescue_code_made,
    verify_pin,
)
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.es_ar import format_date, local
from kioskifly_desktop.core.pins import read_rescue_code
from kioskifly_desktop.core.users import set_pin
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.first_run.start_step import StartStep
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.people.rescue_dialog import RescueDialog
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from tests.factories import make_client
from tests.fakes.keyboard import scan

PIN, NEW, CASHIER_PIN = "2580", "7391", "1379"
OTHER = "0000-0000-0000-0000"


@pytest.fixture
def section(shop, toasts, window):
    page = SettingsPage(shop, toasts)
    page.setParent(window)
    page.resize(window.size())
    page.show()
    page.show_section(page.people)
    return page.people


@pytest.fixture
def main(qtbot, shop, cashier):
    shop.write(set_pin, shop.user.id, PIN)
    shop.write(set_pin, cashier.id, CASHIER_PIN)
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitExposed(result)
    return result


@pytest.fixture
def asked(main, front, qtbot):
    """Lock the screen and press what says that one forgot."""

    def run():
        main.lock()
        main.guard.lock_screen.forgot.click()
        dialog = front()
        assert isinstance(dialog, RescueDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return run


def fill(dialog, code, pin=NEW, again=None):
    dialog.code.setText(code)
    dialog.pins.pin.setText(pin)
    dialog.pins.again.setText(pin if again is None else again)


def test_the_code_is_made_with_the_pin_and_shown_once(section, shop, front):
    shop.write(set_pin, shop.user.id, PIN)
    section.refresh()
    card = section.rescue_code
    assert card.notice.isVisible()
    assert card.make_button.accessibleName() == "Hacer el código…"
    card.make_button.click()
    dialog = front()
    assert dialog.focusWidget() is dialog.now
    dialog.now.setText("0000")
    QTest.keyClick(dialog.now, Qt.Key.Key_Return)
    assert "no es el PIN" in dialog.now_field.message.text()
    assert shop.read(rescue_code_made) is None
    assert dialog.code.isHidden()
    dialog.now.setText(PIN)
    QTest.keyClick(dialog.now, Qt.Key.Key_Return)
    code = dialog.code.text()
    assert len(read_rescue_code(code)) == 16
    assert dialog.code.isVisible()
    assert dialog.focusWidget() is dialog.code
    QApplication.processEvents()
    assert dialog.scroller.verticalScrollBar().maximum() == 0
    assert "en un sobre, no en la computadora" in dialog.words.text()
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == code
    dialog.done_button.click()
    assert front() is None
    assert not card.notice.isVisible()
    today = format_date(local(shop.database.clock()).date())
    assert card.state.text() == f"Hay uno, hecho el {today}."
    assert card.make_button.accessibleName() == "Hacer otro…"
    assert not any(code in str(each.property("text")) for each in section.findChildren(QWidget))
    card.make_button.click()
    assert "El código de antes deja de valer." in front().words.text()


def test_who_has_no_pin_is_asked_for_none_and_nothing_is_missed(section, shop, front):
    card = section.rescue_code
    assert not card.notice.isVisible()
    card.make_button.click()
    assert front().now_field.isHidden()
    front().make_button.click()
    assert front().code.isVisible()
    assert shop.read(rescue_code_made) is not None


def test_a_cashier_finds_no_code(section, shop, cashier):
    shop.switch_user(cashier)
    section.refresh()
    assert section.rescue.isHidden()


def test_an_administrator_who_forgot_goes_in_with_another_pin(main, shop, asked, front):
    code = shop.write(make_rescue_code)
    dialog = asked()
    assert dialog.focusWidget() is dialog.code
    fill(dialog, code.lower().replace("-", " "))
    QTest.keyClick(dialog.pins.again, Qt.Key.Key_Return)
    assert front() is None
    assert not main.is_locked()
    assert verify_pin(shop.database, shop.user.id, NEW) == shop.user
    assert "ya se usó" in main.toasts.toast.text
    kinds = [row.kind for row in shop.read(events, AuditQuery(), limit=2)]
    assert kinds == [AuditKind.LOG_IN, AuditKind.RESCUE]


def test_it_lets_in_who_was_not_at_the_counter(main, shop, cashier, asked, front):
    boss, code = shop.user, shop.write(make_rescue_code)
    shop.switch_user(cashier)
    main.guard.ask(boss)
    main.guard.lock_screen.forgot.click()
    fill(front(), code)
    front().accept_button.click()
    assert shop.user == boss
    assert "ya se usó" in main.toasts.toast.text


def test_what_is_wrong_is_said_and_nobody_goes_in(main, shop, asked):
    shop.write(make_rescue_code)
    dialog = asked()
    for code, pin, again, sentence in (
        ("", NEW, None, "Escribí el código."),
        ("7K3M", NEW, None, "16 letras y números"),
        (OTHER, NEW, None, "te quedan 4 intentos"),
    ):
        fill(dialog, code, pin, again)
        dialog.accept_button.click()
        assert sentence in dialog.code_field.message.text()
        assert dialog.focusWidget() is dialog.code
    fill(dialog, OTHER, NEW, PIN)
    dialog.accept_button.click()
    assert "No son iguales" in dialog.pins.again_field.message.text()
    for _ in range(4):
        fill(dialog, OTHER)
        dialog.accept_button.click()
    assert "Probá de nuevo en 30 segundos" in dialog.code_field.message.text()
    assert main.is_locked()
    dialog.reject()
    assert main.is_locked()
    lock = main.guard.lock_screen
    assert main.focusWidget() is lock.pad
    assert lock.pad.is_waiting


def test_where_there_is_no_code_it_says_what_is_left(main, asked):
    dialog = asked()
    assert dialog.missing.isVisible()
    assert dialog.code_field.isHidden()
    assert dialog.accept_button.isHidden()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert main.is_locked()


def test_a_cashier_is_not_offered_it(main, cashier):
    main.lock()
    lock = main.guard.lock_screen
    assert lock.forgot.isVisible()
    QTest.keyClick(lock.forgot, Qt.Key.Key_Down)
    assert lock.person == cashier
    assert lock.forgot.isHidden()


def test_nothing_of_the_shop_is_seen_or_reached_through_it(main, shop, asked, front, qtbot):
    shop.write(make_client, "Marta Benítez")
    shop.write(make_rescue_code)
    main.show_page(keys.CLIENTS)
    dialog = asked()
    lock = main.guard.lock_screen
    for x in range(20, main.width(), 60):
        for y in range(20, main.height(), 60):
            under = main.childAt(QPoint(x, y))
            assert under is None or not main.pages[keys.CLIENTS].isAncestorOf(under)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F9, Qt.Key.Key_F12):
        QTest.keyClick(dialog.code, key)
    QTest.keyClick(dialog.code, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.code, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert front() is dialog
    assert main.is_locked()
    assert not any(page.isVisible() for page in main.pages.values())
    QTest.keyClick(dialog.code, Qt.Key.Key_F1)
    guide = front()
    assert isinstance(guide, HelpDialog)
    assert guide.now().heading == "Me olvidé el PIN"
    guide.reject()
    # What opens by itself goes behind, also over the dialog.
    late = ClientForm(shop, main.toasts, dialog)
    late.open()
    qtbot.waitUntil(lambda: not late.isVisible())
    late.done(0)
    dialog.reject()
    assert front() is None
    assert main.focusWidget() is lock.pad


def test_a_scan_is_no_code(main, shop, asked):
    shop.write(make_rescue_code)
    dialog = asked()
    scan("7790895000997")
    assert dialog.code.text() == ""
    assert main.page.cart.lines == []
    assert AuditKind.RESCUE_FAILED not in [row.kind for row in shop.read(events, AuditQuery())]


def test_the_first_steps_end_by_saying_where_it_is_made(shop, qtbot):
    step = StartStep(shop)
    qtbot.addWidget(step)
    step.begin()
    assert step.rescue.isHidden()
    shop.write(set_pin, shop.user.id, PIN)
    step.begin()
    assert not step.rescue.isHidden()
    assert "Ajustes, Personas" in step.rescue.text()
