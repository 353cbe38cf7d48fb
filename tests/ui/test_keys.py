"""The shop gives shortcuts its own keys: at once, everywhere, and never those that are typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.key_rules import is_fixed, page_name, refusal, store_keys, stored_keys
from kioskifly_desktop.ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _ours_again():
    yield
    keys.assigned.assign({})


def key(key_id):
    return next(each for each in keys.KEYS if each.id == key_id)


@pytest.mark.parametrize("wanted", ["F10", "Shift+F10"])
def test_the_menu_key_of_windows_is_refused(wanted):
    assert "Windows" in refusal(key("help"), wanted)


@pytest.mark.parametrize("wanted", ["7", "A", "Shift+A", "+", "-", "*", "Ñ", "."])
def test_what_a_scanner_types_is_refused(wanted):
    assert "lector" in refusal(key("help"), wanted)


@pytest.mark.parametrize(
    "wanted", ["Return", "Enter", "Space", "Tab", "Ctrl+Tab", "Esc", "Backspace", "Up", "Home"]
)
def test_what_moves_and_writes_is_refused(wanted):
    assert "moverse" in refusal(key("help"), wanted)


@pytest.mark.parametrize("wanted", ["Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Alt+F4", "Meta+L"])
def test_what_the_fields_and_the_system_use_is_refused(wanted):
    assert refusal(key("help"), wanted)


@pytest.mark.parametrize("wanted", ["F7", "Ctrl+7", "Alt+Q", "Ctrl+Shift+C", "Ins", "PgDown"])
def test_the_rest_is_granted(wanted):
    assert refusal(key("clients.edit"), wanted) == ""


def test_a_key_of_the_same_page_or_of_all_pages_is_taken():
    assert "«Nuevo» (Clientes)" in refusal(key("clients.edit"), "Ctrl+N")
    assert "«Ayuda»" in refusal(key("clients.edit"), "F1")
    assert refusal(key("help"), "Ctrl+E") != ""
    assert refusal(key("clients.edit"), "Ctrl+S") == ""  # of Productos
    keys.assigned.assign({"clients.new": "F7"})
    assert refusal(key("clients.edit"), "Ctrl+N") == ""
    assert "«Nuevo»" in refusal(key("clients.edit"), "F7")


def test_none_of_our_own_keys_is_refused_but_the_fixed():
    for each in keys.KEYS:
        assert is_fixed(each) or refusal(each, each.sequence) == "", each.id
    assert is_fixed(key("back"))
    assert is_fixed(key("clients.wallet"))


def test_every_shortcut_has_a_name_of_its_own():
    names = [each.id for each in keys.KEYS]
    assert sorted(names) == sorted(set(names))


def test_every_page_of_the_table_has_a_name():
    for each in keys.KEYS:
        assert page_name(each.page) != each.page, each.id


def test_a_bound_shortcut_follows_at_once(qtbot, window):
    done = []
    part = QWidget(window)
    part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    part.show()
    part.setFocus()
    qtbot.waitUntil(part.hasFocus)
    keys.bind("clients.edit", part, lambda: done.append(1))
    keys.assigned.assign({"clients.edit": "F7"})
    qtbot.keyClick(part, Qt.Key.Key_E, CONTROL)
    assert done == []
    qtbot.keyClick(part, Qt.Key.Key_F7)
    assert done == [1]
    keys.assigned.assign({})
    qtbot.keyClick(part, Qt.Key.Key_E, CONTROL)
    assert done == [1, 1]


def test_words_that_name_a_key_follow(window):
    keys.tip(window, "Editar", "clients.edit")
    assert window.toolTip() == "Editar (Ctrl E)"
    keys.assigned.assign({"clients.edit": "PgDown", "gone.by": "F3"})
    assert window.toolTip() == "Editar (Av Pág)"
    assert ("Av Pág", "Editar") in keys.hints(keys.CLIENTS)


def test_a_closed_widget_is_forgotten(qtbot):
    part = QWidget()
    keys.bind("clients.edit", part, part.close)
    keys.tip(part, "Editar", "clients.edit")
    part.deleteLater()
    qtbot.wait(10)
    keys.assigned.assign({"clients.edit": "F7"})


def test_the_window_takes_the_shops_keys_when_it_opens_and_when_they_change(qtbot, shop, front):
    shop.write(store_keys, {"page.products": "Alt+9"})
    main = MainWindow(shop)
    qtbot.addWidget(main)
    main.show()
    main.activateWindow()
    qtbot.waitUntil(main.isActiveWindow)
    assert main.rail.caps["page.products"].text() == "9"
    qtbot.keyClick(main, Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    assert main.page is main.pages[keys.PRODUCTS]
    shop.write(store_keys, {"page.clients": "Shift+F7", "help": "F11"})
    qtbot.keyClick(main, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert main.page is main.pages[keys.CLIENTS]
    assert main.rail.caps["page.clients"].text() == "Shift F7"
    assert "F11" in {each.text() for each in main.status.findChildren(QLabel)}
    qtbot.keyClick(main, Qt.Key.Key_F11)
    dialog = front()
    assert isinstance(dialog, HelpDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F11)
    assert {"F11", "Shift F7"} <= set(dialog.view.toPlainText().splitlines())
    dialog.reject()


def test_the_keys_are_administrations(shop, cashier):
    shop.switch_user(cashier)
    with pytest.raises(NotAllowedError):
        shop.write(store_keys, {"help": "F11"})
    assert shop.read(stored_keys) == {}


def test_a_key_looked_at_by_a_widget_is_the_assigned_one():
    keypad = Qt.KeyboardModifier.KeypadModifier
    pressed = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, keypad)
    assert keys.matches("clients.delete", pressed)
    keys.assigned.assign({"clients.delete": "Ctrl+D"})
    assert not keys.matches("clients.delete", pressed)
    assert keys.sequence("clients.delete") == QKeySequence("Ctrl+D")
