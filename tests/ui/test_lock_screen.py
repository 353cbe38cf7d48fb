"""The locked screen: what it hides, who comes in, and what they find."""

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.users import add_user, deactivate_user, list_users, set_pin
from kioskifly_desktop.core.work import Role
from kioskifly_desktop.ui import background, keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.sale.scan_field import ScanField
from kioskifly_desktop.ui.widgets.dialog import ask
from tests.factories import make_client, make_product
from tests.fakes.keyboard import scan

LOCK = (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
ADMIN_PIN, CASHIER_PIN, WRONG = "2580", "7391", "9999"
COLA = "7790895000997"
HUMAN_MS = 60


@pytest.fixture
def main(qtbot, shop):
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitExposed(result)
    return result


@pytest.fixture
def guarded(shop, cashier):
    """Give both people a PIN."""
    shop.write(set_pin, shop.user.id, ADMIN_PIN)
    shop.write(set_pin, cashier.id, CASHIER_PIN)
    return shop.user


@pytest.fixture
def press(main):
    """Press a key as a person does, on whatever has the focus; tells how many were pressed."""

    class Presses:
        count = 0

        def __call__(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
            self.count += 1
            focus = QApplication.focusWidget() or main
            QTest.keyClick(focus, key, modifiers, HUMAN_MS)

        def pin(self, digits):
            for digit in digits:
                self(Qt.Key(ord(digit)))
            self(Qt.Key.Key_Return)

    return Presses()


def _kinds(shop):
    admin = next(user for user in shop.read(list_users) if user.is_admin)
    with shop.database.read(admin) as work:
        return [(row.kind, row.user) for row in reversed(events(work, AuditQuery()))]


def _sold(sale):
    return [(line.product.name, line.quantity, line.product.price) for line in sale.cart.lines]


def _focusable(window):
    """Return what Tab can reach."""
    found = []
    widget = window.nextInFocusChain()
    while widget is not window:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_two_people_switch_in_few_keys(main, shop, guarded, cashier, press):
    press(*LOCK)
    assert main.is_locked()
    press(Qt.Key.Key_Down)
    press.pin(CASHIER_PIN)
    assert not main.is_locked()
    assert shop.user == cashier
    assert cashier.name in main.status.person.text()
    assert press.count == 7
    assert _kinds(shop)[-2:] == [
        (AuditKind.LOCK, guarded.name),
        (AuditKind.LOG_IN, cashier.name),
    ]


def test_the_pin_of_the_person_last_here_is_asked_for_at_once(main, shop, guarded, press):
    main.lock()
    assert main.guard.lock_screen.asking.text() == f"PIN de {guarded.name}"
    assert main.guard.lock_screen.pad.accessibleName() == f"PIN de {guarded.name}"
    press.pin(ADMIN_PIN)
    assert not main.is_locked()
    assert shop.user == guarded


def test_nothing_of_the_shop_can_be_seen_or_reached(main, shop, guarded):
    main.show_page(keys.CLIENTS)
    main.lock()
    lock = main.guard.lock_screen
    assert not any(page.isVisible() for page in main.pages.values())
    assert not main.status.isVisible()
    assert all(lock.isAncestorOf(each) for each in _focusable(main))
    assert lock.isAncestorOf(QApplication.focusWidget())
    for x in range(20, main.width(), 60):
        for y in range(20, main.height(), 60):
            under = main.childAt(QPoint(x, y))
            assert under is main.guard or under is lock or lock.isAncestorOf(under)


def test_no_key_of_the_shop_acts_under_the_lock(main, guarded, press, front):
    main.lock()
    for key in (Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F9):
        press(key)
    press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    press(*LOCK)
    assert front() is None
    assert list(main.pages) == [keys.SALE]
    press.pin(ADMIN_PIN)
    press(Qt.Key.Key_F1)
    assert isinstance(front(), HelpDialog)


def test_a_code_scanned_under_the_lock_reaches_nobody(main, shop, guarded, press):
    main.lock()
    scan(COLA)
    assert main.guard.lock_screen.pad.accessibleDescription() == "Números escritos: 0"
    assert [kind for kind, _ in _kinds(shop) if kind is AuditKind.LOG_IN_FAILED] == []
    assert main.page.cart.lines == []
    press.pin(ADMIN_PIN)
    assert not main.is_locked()
    assert main.page.cart.lines == []
    assert main.page.findChild(ScanField).text() == ""


def test_the_sale_in_progress_waits_for_the_other_person(main, shop, guarded, cashier, press):
    sale = main.page
    shop.write(make_product, price=150_000, barcodes=(COLA,))
    scan(COLA)
    before = _sold(sale)
    assert before
    main.lock()
    assert main.guard.lock_screen.pending.isVisible()
    assert "1.500" not in main.guard.lock_screen.pending.words.text()
    press(Qt.Key.Key_Down)
    press.pin(CASHIER_PIN)
    assert _sold(sale) == before
    assert sale.scan.hasFocus()


def test_without_a_sale_the_lock_says_nothing_of_it(main, guarded):
    main.lock()
    assert main.guard.lock_screen.pending.isHidden()


def test_what_the_same_person_had_open_stays_as_it_was(main, shop, guarded, press, front):
    client = ClientForm(shop, main.toasts, main)
    client.open()
    client.name.setText("Marta Ben")
    client.name.setFocus()
    press(*LOCK)
    assert main.is_locked()
    assert front() is None
    assert not client.isVisible()
    press.pin(ADMIN_PIN)
    assert front() is client
    assert client.name.text() == "Marta Ben"
    assert client.focusWidget() is client.name
    client.done(QDialog.DialogCode.Rejected)


def test_what_another_person_had_open_is_closed_unasked(main, shop, guarded, cashier, press, front):
    client = ClientForm(shop, main.toasts, main)
    client.open()
    client.name.setText("Marta Ben")
    ended: list[object] = []
    client.finished.connect(ended.append)
    ask(client, "¿Seguro?", "De esto.", "Sí", lambda: ended.append("yes"))
    main.lock()
    press(Qt.Key.Key_Down)
    press.pin(CASHIER_PIN)
    assert front() is None
    assert ended == [QDialog.DialogCode.Rejected]
    assert main.page.scan.hasFocus()


def test_work_that_must_end_goes_on_under_the_lock(main, shop, guarded, press, qtbot, front):
    dialog = HelpDialog(main)
    dialog.open()
    gate = threading.Event()
    done: list[object] = []
    background.run(dialog, lambda: gate.wait(20), done.append, done.append, must_end=True)
    main.lock()
    assert front() is None
    press(Qt.Key.Key_Down)
    press.pin(CASHIER_PIN)
    assert front() is dialog
    gate.set()
    qtbot.waitUntil(lambda: done == [True])
    dialog.reject()


def test_what_ends_under_the_lock_doesnt_come_back(main, guarded, press, qtbot, front):
    dialog = HelpDialog(main)
    dialog.open()
    main.lock()
    dialog.accept()
    press.pin(ADMIN_PIN)
    assert not main.is_locked()
    assert front() is None


def test_a_scrim_doesnt_stay_over_the_lock(main, guarded):
    HelpDialog(main).open()
    main.lock()
    assert [each for each in main.children() if type(each).__name__ == "_Scrim"] == [] or not any(
        each.isVisible() for each in main.children() if type(each).__name__ == "_Scrim"
    )


def test_a_notice_waits_for_who_asked_for_it(main, guarded, cashier, press):
    main.toasts.show("Marta Benítez pagó $ 500,00.")
    main.lock()
    assert main.toasts.toast is None
    main.toasts.show("Guardado.")
    assert main.toasts.toast is None
    press.pin(ADMIN_PIN)
    toast = main.toasts.toast
    assert toast is not None
    assert toast.text == "Guardado."
    main.lock()
    main.toasts.show("Guardado.")
    press(Qt.Key.Key_Down)
    press.pin(CASHIER_PIN)
    assert main.toasts.toast is None


def test_wrong_pins_are_counted_and_make_one_wait(main, shop, guarded, press, qtbot):
    main.lock()
    lock = main.guard.lock_screen
    press.pin(WRONG)
    assert "te quedan 4 intentos" in lock.pad.message.text()
    for _ in range(4):
        press.pin(WRONG)
    assert lock.pad.is_waiting
    assert "0:30" in lock.pad.message.text() or "0:29" in lock.pad.message.text()
    press.pin(ADMIN_PIN)
    assert main.is_locked()
    assert [kind for kind, _ in _kinds(shop)].count(AuditKind.LOG_IN_FAILED) == 5


def test_a_wait_is_the_persons_own(main, shop, guarded, cashier, press):
    main.lock()
    for _ in range(5):
        press.pin(WRONG)
    press(Qt.Key.Key_Up)
    assert not main.guard.lock_screen.pad.is_waiting
    press.pin(CASHIER_PIN)
    assert shop.user == cashier


def test_a_wait_survives_a_restart_and_ends(main, shop, guarded, press, qtbot):
    main.lock()
    for _ in range(6):
        press.pin(WRONG)
    again = MainWindow(shop)
    qtbot.addWidget(again)
    start = shop.database.clock()
    later = {"by": timedelta()}
    again.guard.lock_screen.pad._clock = lambda: start + later["by"]
    again.guard.ask(guarded)
    pad = again.guard.lock_screen.pad
    assert pad.is_waiting
    assert not pad.enter_button.isEnabled()
    later["by"] = timedelta(seconds=31)
    qtbot.waitUntil(lambda: not pad.is_waiting)
    assert pad.message.text() == ""


def test_who_has_no_pin_enters_with_enter(main, shop, cashier, press):
    shop.write(set_pin, shop.user.id, ADMIN_PIN)
    main.lock()
    press(Qt.Key.Key_Down)
    lock = main.guard.lock_screen
    assert lock.pad.isHidden()
    press(Qt.Key.Key_Up)
    assert not lock.pad.isHidden()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert shop.user == cashier
    assert not main.is_locked()


def test_an_administrator_without_a_pin_stays_out_where_another_has_one(main, shop, guarded, press):
    shop.write(add_user, "Sofía", Role.ADMIN)
    main.lock()
    press(Qt.Key.Key_Up)
    lock = main.guard.lock_screen
    assert "Sofía todavía no tiene PIN" in lock.error.text()
    assert lock.error.isVisible()
    assert lock.pad.isHidden()
    assert lock.plain.isHidden()
    press.pin("1111")
    assert main.is_locked()
    press(Qt.Key.Key_Down)
    press.pin(ADMIN_PIN)
    assert not main.is_locked()


def test_a_click_on_a_person_asks_for_their_pin(main, shop, guarded, cashier, press, qtbot):
    main.lock()
    lock = main.guard.lock_screen
    card = next(each for each in lock._cards.buttons() if cashier.name in each.accessibleName())
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert lock.asking.text() == f"PIN de {cashier.name}"
    assert lock.pad.hasFocus()
    # A click beside them doesn't take the keys away.
    qtbot.mouseClick(lock, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    press.pin(CASHIER_PIN)
    assert shop.user == cashier


def test_the_status_bar_asks_for_the_pin_of_who_is_chosen(main, shop, guarded, cashier, press):
    main.status.people.aboutToShow.emit()
    next(a for a in main.status.people.actions() if cashier.name in a.text()).trigger()
    assert main.is_locked()
    assert shop.user == guarded
    assert main.guard.lock_screen.asking.text() == f"PIN de {cashier.name}"
    assert _kinds(shop)[-1] == (AuditKind.LOCK, guarded.name)
    press.pin(CASHIER_PIN)
    assert shop.user == cashier


def test_the_status_bar_locks(main, guarded):
    main.status.people.aboutToShow.emit()
    next(a for a in main.status.people.actions() if "Bloquear" in a.text()).trigger()
    assert main.is_locked()


def test_who_was_deactivated_finds_the_screen_locked_for_the_others(main, shop, guarded, press):
    sofia = shop.write(add_user, "Sofía", Role.ADMIN, "8642")
    shop.write(deactivate_user, guarded.id)
    shop.lock_wanted.emit()
    names = [each.accessibleName() for each in main.guard.lock_screen._cards.buttons()]
    assert all(guarded.name not in name.partition(",")[0] for name in names)
    press(Qt.Key.Key_Down)
    press.pin("8642")
    assert shop.user.id == sofia


def test_the_lock_is_of_the_shop_and_of_nobody_else(main, shop, guarded):
    shop.write(make_client, "Marta Benítez")
    main.lock()
    lock = main.guard.lock_screen
    said = {each.property("text") for each in lock.findChildren(QWidget) if each.isVisible()}
    assert shop.read(shop_profile).name in said
    assert not any("Marta" in str(words) for words in said)


def test_a_shop_without_pins_is_locked_only_by_hand(main, shop, press):
    main.guard.lock_if_it_helps()
    assert not main.is_locked()
    press(*LOCK)
    assert main.is_locked()
    press(Qt.Key.Key_Return)
    assert not main.is_locked()


def test_what_opens_by_itself_waits_behind_the_lock(main, shop, guarded, press, front, qtbot):
    main.lock()
    late = HelpDialog(main)
    late.open()
    qtbot.waitUntil(lambda: not late.isVisible())
    assert front() is None
    press.pin(ADMIN_PIN)
    assert front() is late
    assert not late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    late.reject()


def test_what_opened_by_itself_is_not_for_another_person(
    main, shop, guarded, cashier, press, front, qtbot
):
    main.lock()
    late = HelpDialog(main)
    late.open()
    qtbot.waitUntil(lambda: not late.isVisible())
    press(Qt.Key.Key_Down)
    press.pin(CASHIER_PIN)
    assert front() is None
