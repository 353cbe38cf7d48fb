"""The people in the settings: who they are, their PINs, and when the screen is locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.access import verify_pin
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.errors import PinLockedError, WrongPinError
from kioskifly_desktop.core.permissions import Role
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.users import add_user, get_person, list_people, list_users, set_pin
from kioskifly_desktop.ui.people.idle import auto_lock_minutes
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from tests.plans import PUBLIC, key, plan

PIN, OTHER = "2580", "7391"


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def section(shop, toasts, window):
    page = SettingsPage(shop, toasts)
    page.setParent(window)
    page.resize(window.size())
    page.show()
    page.show_section(page.people)
    return page.people


@pytest.fixture
def choose(section):
    def run(name):
        row = section.model.find(lambda person: person.name == name)
        section.table.setCurrentIndex(section.model.index(row, 0))

    return run


def _person(shop, name):
    return next(each for each in shop.read(list_people) if each.name == name)


def _shown(section):
    model = section.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _kinds(shop):
    return [row.kind for row in shop.read(events, AuditQuery())]


def _type_twice(pins, pin, again=None):
    pins.pin.setText(pin)
    pins.again.setText(pin if again is None else again)


def test_the_list_says_who_there_is_and_who_has_a_pin(section, shop, cashier):
    shop.write(set_pin, cashier.id, PIN)
    assert _shown(section) == [
        [f"{shop.user.name}\nEn el mostrador", "Administrador", "Sin PIN"],
        [cashier.name, "Cajero", "Con PIN"],
    ]
    assert section.use.text() == "Tu plan: 2 de 5 usuarios."


def test_a_person_is_added_with_their_pin(section, shop, front):
    section.add_button.click()
    dialog = front()
    dialog.name.setText(" Sofía ")
    _type_twice(dialog.pins, PIN)
    QTest.keyClick(dialog.pins.again, Qt.Key.Key_Return)
    assert front() is None
    sofia = _person(shop, "Sofía")
    assert sofia.role is Role.CASHIER
    assert verify_pin(shop.database, sofia.id, PIN) == sofia.user
    assert _shown(section)[-1] == ["Sofía", "Cajero", "Con PIN"]


def test_a_person_is_added_without_a_pin_for_now(section, shop, front):
    section.add_button.click()
    dialog = front()
    dialog.name.setText("Sofía")
    dialog.role.choose(Role.ADMIN)
    dialog.accept_button.click()
    assert not _person(shop, "Sofía").has_pin
    assert _person(shop, "Sofía").role is Role.ADMIN


@pytest.mark.parametrize(
    ("pin", "again", "sentence"),
    [
        ("123", "123", "El PIN lleva de 4 a 6 números."),
        ("", "2580", "El PIN lleva de 4 a 6 números."),
    ],
)
def test_what_is_no_pin_is_said_under_it(section, shop, front, pin, again, sentence):
    section.add_button.click()
    dialog = front()
    dialog.name.setText("Sofía")
    _type_twice(dialog.pins, pin, again)
    dialog.accept_button.click()
    assert dialog.pins.pin_field.message.text() == sentence
    assert len(shop.read(list_people)) == 2


def test_two_pins_that_differ_are_typed_again(section, shop, cashier, front, choose):
    choose(cashier.name)
    section.pin_button.click()
    dialog = front()
    _type_twice(dialog.pins, PIN, OTHER)
    dialog.accept_button.click()
    assert "No son iguales" in dialog.pins.again_field.message.text()
    assert dialog.pins.again.text() == ""
    assert dialog.focusWidget() is dialog.pins.again
    assert not shop.read(get_person, cashier.id).has_pin


def test_a_weak_pin_is_warned_of_and_taken(section, shop, cashier, front, choose):
    choose(cashier.name)
    section.pin_button.click()
    dialog = front()
    dialog.pins.pin.setText("1234")
    assert "fácil de adivinar" in dialog.pins.pin_field.message.text()
    assert not dialog.pins.pin_field.has_error()
    dialog.pins.pin.setText("1239")
    assert "fácil de adivinar" not in dialog.pins.pin_field.message.text()
    _type_twice(dialog.pins, "1234")
    dialog.accept_button.click()
    assert verify_pin(shop.database, cashier.id, "1234") == cashier


def test_letters_are_no_pin(section, cashier, front, choose):
    choose(cashier.name)
    section.pin_button.click()
    for letter in "2x5-8":
        QTest.keyClicks(front().pins.pin, letter)
    assert front().pins.pin.text() == "258"


def test_a_new_pin_of_another_ends_their_wait(section, shop, cashier, front, choose):
    shop.write(set_pin, cashier.id, PIN)
    for wrong in range(5):
        with pytest.raises((WrongPinError, PinLockedError)):
            verify_pin(shop.database, cashier.id, f"99{wrong}9")
    section.refresh()
    assert "\nSu PIN espera hasta las " in _shown(section)[1][0]
    choose(cashier.name)
    section.pin_button.click()
    assert front().now_field.parent() is None
    _type_twice(front().pins, OTHER)
    front().accept_button.click()
    assert _shown(section)[1][0] == cashier.name
    assert verify_pin(shop.database, cashier.id, OTHER) == cashier


def test_ones_own_pin_asks_for_the_one_there_is(section, shop, front):
    shop.write(set_pin, shop.user.id, PIN)
    section.pin_button.click()
    dialog = front()
    assert dialog.focusWidget() is dialog.now
    dialog.now.setText("0000")
    _type_twice(dialog.pins, OTHER)
    dialog.accept_button.click()
    assert "no es el PIN" in dialog.now_field.message.text()
    assert AuditKind.LOG_IN_FAILED in _kinds(shop)
    dialog.now.setText(PIN)
    dialog.accept_button.click()
    assert front() is None
    assert verify_pin(shop.database, shop.user.id, OTHER) == shop.user


def test_a_name_that_is_taken_is_said_under_it(section, shop, cashier, front):
    section.add_button.click()
    dialog = front()
    dialog.name.setText(cashier.name.upper())
    dialog.accept_button.click()
    assert dialog.name_field.has_error()
    assert dialog.focusWidget() is dialog.name
    assert len(shop.read(list_people)) == 2


def test_renaming_who_is_at_the_counter_shows_at_once(section, shop, front, qtbot):
    section.edit_button.click()
    front().name.setText("Laura")
    with qtbot.waitSignal(shop.user_changed):
        front().accept_button.click()
    assert shop.user.name == "Laura"
    assert _shown(section)[0][0] == "Laura\nEn el mostrador"


def test_the_last_administrator_stays_one(section, shop, front):
    name = shop.user.name
    section.edit_button.click()
    dialog = front()
    dialog.name.setText("Otro nombre")
    dialog.role.choose(Role.CASHIER)
    dialog.accept_button.click()
    assert dialog.role_field.message.text() == (
        f"{name} es el único administrador. Antes nombrá administrador a otra persona."
    ).replace(name, "Otro nombre")
    assert _person(shop, name).role is Role.ADMIN
    dialog.reject()
    section.active_button.click()
    front().yes.click()
    assert "es el único administrador" in front().error.text()
    assert _person(shop, name).active


def test_who_steps_down_sees_what_a_cashier_sees(section, shop, front):
    shop.write(add_user, "Sofía", Role.ADMIN)
    section.edit_button.click()
    front().role.choose(Role.CASHIER)
    front().accept_button.click()
    assert shop.user.role is Role.CASHIER
    assert section.people.isHidden()


def test_a_person_is_deactivated_and_comes_back(section, shop, cashier, front, choose):
    choose(cashier.name)
    section.active_button.click()
    front().yes.click()
    assert _shown(section)[1][0] == f"{cashier.name}\nDesactivado"
    assert cashier not in shop.read(list_users)
    assert section.active_button.text() == "Reactivar"
    section.active_button.click()
    assert cashier in shop.read(list_users)


def test_who_deactivates_themselves_leaves_the_counter(section, shop, front, qtbot):
    shop.write(add_user, "Sofía", Role.ADMIN)
    section.active_button.click()
    with qtbot.waitSignal(shop.lock_wanted):
        front().yes.click()
    assert not _person(shop, shop.user.name).active


def test_a_full_plan_says_so_and_adds_nobody(section, shop, cashier, choose, front, toasts):
    choose(cashier.name)
    section.active_button.click()
    front().yes.click()
    shop.write(install_plan, key(plan(users=1)))
    assert not section.add_button.isEnabled()
    assert "1 usuario" in section.use.text()
    section.active_button.click()
    assert not shop.read(get_person, cashier.id).active
    assert "1 usuario" in toasts.toast.text


def test_a_cashier_sees_only_their_own_pin(section, shop, cashier, front):
    shop.switch_user(cashier)
    assert section.people.isHidden()
    assert section.auto_lock.isHidden()
    assert section.notice.isHidden()
    assert section.own_button.accessibleName() == "Poner mi PIN"
    section.own_button.click()
    _type_twice(front().pins, PIN)
    front().accept_button.click()
    assert verify_pin(shop.database, cashier.id, PIN) == cashier
    assert section.own_button.accessibleName() == "Cambiar mi PIN"


def test_the_minutes_before_the_lock_are_kept(section, shop, cashier):
    assert section.minutes.currentText() == "10 minutos"
    assert "no se bloquea" in section.minutes_field.message.text()
    shop.write(set_pin, cashier.id, PIN)
    assert "De fábrica, 10 minutos" in section.minutes_field.message.text()
    section.minutes.setCurrentIndex(section.minutes.findText("1 minuto"))
    section.minutes.activated.emit(section.minutes.currentIndex())
    assert shop.read(auto_lock_minutes) == 1
    section.minutes.setCurrentIndex(section.minutes.findText("Nunca"))
    section.minutes.activated.emit(section.minutes.currentIndex())
    assert shop.read(auto_lock_minutes) == 0
    section.refresh()
    assert section.minutes.currentText() == "Nunca"
