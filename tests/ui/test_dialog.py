import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.core.errors import NameMissingError
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, _Scrim, ask


def scrims(window):
    return [each for each in window.findChildren(_Scrim) if each.isVisible()]


def test_esc_closes_lights_the_window_and_frees_the_dialog(qtbot, window):
    dialog = Dialog(window, "Título")
    dialog.open()
    assert len(scrims(window)) == 1
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert scrims(window) == []


def test_closing_from_outside_lights_the_window_too(qtbot, window):
    dialog = Dialog(window, "Título")
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert scrims(window) == []


def test_enter_in_a_field_presses_no_button(qtbot, window):
    dialog = Dialog(window, "Título")
    pressed = []
    accept = button("Guardar", "primary")
    accept.clicked.connect(lambda: pressed.append(True))
    dialog.add_buttons(accept)
    line = QLineEdit()
    dialog.body.addWidget(line)
    dialog.open()
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (pressed, dialog.isVisible()) == ([], True)
    accept.setFocus()
    qtbot.keyClick(accept, Qt.Key.Key_Return)
    assert pressed == [True]
    dialog.reject()


def test_it_fits_the_screen_and_scrolls(window):
    dialog = Dialog(window, "Título", size=(5000, 5000))
    tall = QWidget()
    tall.setMinimumHeight(4000)
    dialog.body.addWidget(tall)
    dialog.open()
    room = dialog.screen().availableGeometry()
    assert room.contains(dialog.geometry())
    assert dialog.scroller.verticalScrollBar().maximum() > 0
    dialog.reject()


def test_a_question_needs_its_reason(qtbot, window):
    reasons: list[str] = []
    question = ask(window, "¿Anular?", "Se anula.", "Anular", reasons.append, reason=True)
    question.yes.click()
    assert question.reason.has_error()
    qtbot.keyClicks(question.reason.editor, "  error de tipeo ")
    with qtbot.waitSignal(question.destroyed):
        qtbot.keyClick(question.reason.editor, Qt.Key.Key_Return)
    assert reasons == ["error de tipeo"]


def test_a_question_stays_and_says_the_rule(window):
    def refuse():
        raise NameMissingError

    question = ask(window, "¿Eliminar?", "No vuelve.", "Eliminar", refuse)
    question.yes.click()
    assert question.isVisible()
    assert question.error.text() == str(NameMissingError())
    question.reject()


def test_a_question_does_nothing_when_refused(window):
    question = ask(window, "¿Eliminar?", "No vuelve.", "Eliminar", lambda: pytest.fail("did it"))
    question.no.click()
    assert not question.isVisible()
