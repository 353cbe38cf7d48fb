import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.tokens import DARK, LIGHT
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import avatar_pixmap, draw_avatar, initials, label
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from kioskifly_desktop.ui.widgets.segments import Segments


def test_a_field_says_what_is_wrong_and_takes_it_back(qtbot):
    editor = QLineEdit()
    field = Field("Nombre", editor, hint="Como en el DNI")
    qtbot.addWidget(field)
    assert (field.message.text(), editor.accessibleName()) == ("Como en el DNI", "Nombre")
    height = field.sizeHint().height()
    field.set_error("Escribí el nombre.")
    assert field.has_error()
    assert editor.accessibleDescription() == "Escribí el nombre."
    assert field.sizeHint().height() == height
    field.set_warning("Revisalo.")
    assert not field.has_error()
    field.clear_error()
    assert field.message.text() == "Como en el DNI"


def test_a_name_is_never_read_as_html(qtbot):
    shown = label("<b>Ana</b> & Cía")
    qtbot.addWidget(shown)
    assert shown.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Marta Benítez", "MB"),
        ("Carlos «Tito» Aguirre", "CA"),
        ("ñandú", "Ñ"),
        ("  ", ""),
        ("🧉", ""),
        ("🧉 Mate Listo", "ML"),
        ("3 Hermanos", "H"),
        ("straße ßa", "SS"),
        ("O'Higgins de la Cruz", "OC"),
    ],
)
def test_initials(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize("name", ["", "🧉", "\ud800", "a" * 500, "مريم"])
@pytest.mark.usefixtures("qapp")
def test_any_name_has_an_avatar(name):
    first, again = avatar_pixmap(name, 40), avatar_pixmap(name, 40)
    assert first.toImage() == again.toImage()
    canvas = QPixmap(40, 40)
    painter = QPainter(canvas)
    draw_avatar(painter, QRectF(0, 0, 40, 40), name)
    painter.end()


def test_segments_say_what_was_chosen(qtbot):
    segments = Segments([("all", "Todos"), ("debt", "Deben")])
    qtbot.addWidget(segments)
    with qtbot.waitSignal(segments.chosen) as blocker:
        segments.choose("debt")
    assert blocker.args == ["debt"]
    assert segments.value() == "debt"
    segments.set_counts({"debt": 23})
    assert segments._button("debt").text() == "Deben  23"
    with qtbot.assertNotEmitted(segments.chosen):
        segments.choose("debt")


def test_searching_waits_for_a_pause_and_says_it_once(qtbot):
    edit = SearchEdit("Buscar", "Buscar cliente")
    qtbot.addWidget(edit)
    said: list[str] = []
    edit.searched.connect(said.append)
    qtbot.keyClicks(edit, "marta")
    qtbot.waitUntil(lambda: said == ["marta"])
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert said == ["marta"]
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (said, edit.text()) == (["marta", ""], "")


def _drawn(button):
    return button.icon().pixmap(20, 20).toImage()


def test_icons_follow_the_look(qtbot, qapp):
    editing = icon_button("pencil", "Editar")
    qtbot.addWidget(editing)
    light = _drawn(editing)
    theme.apply(qapp, Look.DARK)
    assert theme.tokens is DARK
    assert _drawn(editing) != light
    theme.apply(qapp, Look.LIGHT)
    assert theme.tokens is LIGHT
    assert _drawn(editing) == light


def test_a_changed_icon_also_follows_the_look(qtbot, qapp):
    editing = icon_button("pencil", "Editar")
    other = icon_button("trash-2", "Eliminar")
    qtbot.addWidget(editing)
    qtbot.addWidget(other)
    set_icon(editing, "trash-2")
    theme.apply(qapp, Look.DARK)
    assert _drawn(editing) == _drawn(other)


def test_the_buttons_of_money_are_large_and_focus_changes_no_height(qtbot, window):
    heights = []
    for large in (False, True):
        shown = button("Registrar Pago", "primary", large=large)
        shown.setParent(window)
        shown.show()
        window.setFocus()
        before = shown.sizeHint().height()
        shown.setFocus()
        qtbot.waitUntil(shown.hasFocus)
        assert shown.sizeHint().height() == before
        heights.append(before)
    assert heights == [42, 48]
