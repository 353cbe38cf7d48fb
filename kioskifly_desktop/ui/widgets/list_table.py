"""The table of a page's list: moving, acting and typing from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from kioskifly_desktop.ui.text_size import OWN_SECTIONS
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.painted import PaintedTable
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE
from kioskifly_desktop.ui.widgets.sort_header import SortHeader

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_HEADER_TEXT = 16
_WITH_LETTERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier

Row = TypeVar("Row")


class Widths(NamedTuple):
    """How a list shares its width among its columns; the first, the name, takes what is left."""

    small: int
    """The width up to which nothing is added to any."""
    name: int
    """The least of the first column."""
    icon: int
    """Of a column that isn't named in `columns`: an icon."""
    columns: Mapping[int, tuple[int, float]]
    """Each one's width where the screen is small, and its share of what a larger one adds."""
    spared: Sequence[int] = ()
    """Those left out where not all fit, the first one first."""


class ListTable(PaintedTable, Generic[Row]):
    """Things one per row; each icon is a column of its own.

    A subclass says what a cell does (`act`), which cells are buttons, and what the menu offers.
    """

    typed = Signal(str)
    """A character was typed: it belongs in the search."""
    left_upwards = Signal()
    """The arrow went above the first row."""

    def __init__(
        self,
        row_height: int,
        widths: Widths,
        sorts: Collection[int],
        buttons: Collection[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(row_height, parent)
        self._widths = widths
        self._buttons = buttons
        self.header = SortHeader(sorts, _HEADER_TEXT, self)
        self.header.setProperty(OWN_SECTIONS, True)
        self.setHorizontalHeader(self.header)
        # Where the window is too narrow for every column, it scrolls rather than clips.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setCornerWidget(QWidget())
        self.setHorizontalScrollMode(ListTable.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)

    def act(self, row: Row, column: int) -> None:
        """Do what Enter or a press does on a cell."""
        raise NotImplementedError

    def menu_of(self, row: Row) -> QMenu:
        """Return what can be done with a row."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Give each column its width; the name takes what is left, never less than it needs."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        room = self.viewport().width()
        spare = max(0, room - px(self._widths.small))
        self._spare_columns(room)
        for column in range(1, self.model().columnCount()):
            if not self.isColumnHidden(column):
                width, share = self._width_of(column)
                header.resizeSection(column, round(px(width) + spare * share))
                room -= header.sectionSize(column)
        header.resizeSection(0, max(room, px(self._widths.name)))

    def _width_of(self, column: int) -> tuple[int, float]:
        return self._widths.columns.get(column, (self._widths.icon, 0.0))

    def _spare_columns(self, room: int) -> None:
        """Leave out what the list can do without, as far as the others need its room."""
        columns = range(1, self.model().columnCount())
        wanted = self._widths.name + sum(self._width_of(column)[0] for column in columns)
        lacking = px(wanted) - room
        for column in self._widths.spared:
            self.setColumnHidden(column, lacking > 0)
            lacking -= px(self._width_of(column)[0])

    def current(self) -> Row | None:
        """Return the chosen row."""
        row: Row | None = self.currentIndex().data(ROW_ROLE)
        return row

    def choose(self, position: int) -> None:
        """Choose a row, and scroll to it if it is out of sight."""
        if 0 <= position < self.model().rowCount():
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self.model().index(position, column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen row, or pass letters on to the search."""
        row = self.current()
        key = event.key()
        plain = event.modifiers() & ~_WITH_LETTERS
        if row and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.act(row, self.currentIndex().column())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip() and not plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    @Slot("QModelIndex")
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() in self._buttons:
            self.act(index.data(ROW_ROLE), index.column())

    @Slot("QModelIndex")
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() not in self._buttons:
            self.act(index.data(ROW_ROLE), index.column())

    @Slot(QPoint)
    def _menu(self, point: QPoint) -> None:
        row: Row | None = self.indexAt(point).data(ROW_ROLE)
        if row is not None:
            menu = self.menu_of(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))
