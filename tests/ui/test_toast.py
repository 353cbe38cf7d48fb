import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.toast import ToastAction


@pytest.fixture
def undone():
    return []


@pytest.fixture
def undo(undone):
    return ToastAction("Deshacer", lambda: undone.append(True), undo=True)


def test_ctrl_z_undoes_even_while_a_field_has_the_focus(qtbot, window, toasts, undo, undone):
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    toasts.show("Pago registrado.", [undo])
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert line.text() == "abc"
    assert toasts.toast is None


def test_ctrl_z_belongs_to_the_field_once_the_notice_is_gone(qtbot, window, toasts, undo, undone):
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    toasts.show("Pago registrado.", [undo])
    toasts.dismiss()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    assert line.text() == ""


def test_one_notice_at_a_time(toasts):
    toasts.show("Uno")
    first = toasts.toast
    toasts.show("Dos")
    assert toasts.toast is not first
    assert not first.isVisible()
    assert toasts.toast.text == "Dos"


def test_a_button_acts_and_closes(qtbot, toasts, undo, undone):
    toasts.show("Listo", [ToastAction("Imprimir", lambda: None), undo])
    button = next(
        b for b in toasts.toast.findChildren(QPushButton) if b.accessibleName() == "Deshacer"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toasts.toast is None


def test_a_notice_outlives_the_dialog_it_was_shown_on(qtbot, window, toasts, undo, undone):
    dialog = Dialog(window, "Billetera")
    dialog.open()
    toasts.show("Pago registrado.", [undo])
    toast = toasts.toast
    assert toast.parent() is dialog
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert toasts.toast is toast
    assert toast.parent() is window
    assert toast.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_a_notice_goes_away_by_itself(qtbot, toasts):
    toasts.show("Listo")
    toast = toasts.toast
    toast._clock.setInterval(1)
    with qtbot.waitSignal(toast.destroyed):
        toast._clock.start()
    assert toasts.toast is None
