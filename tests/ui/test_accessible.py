"""Every control of every screen has a name and a role, and none is like another of its window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)

from kioskifly_desktop.ui.catalog.codes_edit import CodesEdit
from kioskifly_desktop.ui.roles import give_role
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from tests.accessible import controls, nameless, only_coloured, role_of, shown, twins
from tests.walk import Walker, shown_shop

_MOST_ROWS = 20


class _Reader(Walker):
    """Asks every stop what a screen reader would hear."""

    def __init__(self, program, out):
        self.wrong = set()
        self.seen = 0
        super().__init__(program, out)

    def look(self, front):
        self.seen += len(controls(front))
        for trouble in (*nameless(front), *twins(front), *mute_cells(front), *only_coloured(front)):
            self.wrong.add(f"{self.stop}: {trouble}")


def mute_cells(front):
    """Tell which cells show a sign, or a colour, that nobody hears of."""
    for view in shown(front):
        if not isinstance(view, QAbstractItemView) or isinstance(view, QHeaderView):
            continue
        model = view.model()
        columns = 1 if isinstance(view, QListView) else model.columnCount()
        for row in range(min(model.rowCount(), _MOST_ROWS)):
            for column in range(columns):
                index = model.index(row, column)
                words = index.data(Qt.ItemDataRole.AccessibleTextRole)
                words = index.data() if words is None else words
                title = model.headerData(column, Qt.Orientation.Horizontal)
                acts = not title and index.data(Qt.ItemDataRole.ToolTipRole)
                if not words and (acts or index.data(Qt.ItemDataRole.DecorationRole)):
                    yield f"{type(view).__name__}: column {column} says nothing"


@pytest.mark.qt_log_ignore("^This plugin does not support")
def test_every_control_of_every_screen_has_a_name_of_its_own(qapp, tmp_path):
    with shown_shop(tmp_path / "shop") as program:
        reader = _Reader(program, tmp_path)
        reader.walk()
    assert reader.wrong == set()
    assert reader.seen > 2_000


def test_a_control_without_a_name_or_with_that_of_another_is_found(window):
    lost = icon_button("x", "", "")
    painted = QWidget(focusPolicy=Qt.FocusPolicy.StrongFocus)
    painted.setAccessibleName("Lo pintado")
    for each in (lost, painted, QLineEdit(), QPushButton("Quitar"), QPushButton("Quitar")):
        each.setParent(window)
        each.show()
    wrong = "\n".join((*nameless(window), *twins(window)))
    assert wrong.count("has no name") == 2
    assert wrong.count("has no role") == 1
    assert wrong.count("two are called") == 1
    give_role(painted, QAccessible.Role.Chart)


def test_a_painted_part_is_taken_for_what_it_is(window):
    painted = QWidget(window)
    give_role(painted, QAccessible.Role.Chart)
    assert role_of(painted) is QAccessible.Role.Chart


def test_what_is_wrong_is_told_by_the_line_that_is_written_in(qtbot):
    codes = CodesEdit()
    field = Field("Códigos", codes)
    qtbot.addWidget(field)
    field.set_error("Ese código no es.")
    line = QAccessible.queryAccessibleInterface(codes.line)
    assert line.text(QAccessible.Text.Name) == "Códigos"
    assert line.text(QAccessible.Text.Description) == "Ese código no es."
