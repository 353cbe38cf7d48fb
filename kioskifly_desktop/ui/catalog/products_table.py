"""The table of products: moving, acting and typing from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from kioskifly_desktop.ui.catalog.products_delegate import ProductsDelegate
from kioskifly_desktop.ui.catalog.products_model import SORTS, Columns
from kioskifly_desktop.ui.text_size import OWN_SECTIONS
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.wallet.painting import PaintedTable
from kioskifly_desktop.ui.wallet.sort_header import SortHeader
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kioskifly_desktop.core.catalog import ProductRow

_ROW_HEIGHT = 58
_ICON_WIDTH = 50
# Column: width where the screen is small, and its share of what a larger one adds.
_WIDTHS = {
    Columns.CATEGORY: (190, 0.3),
    Columns.PRICE: (146, 0.1),
    Columns.COST: (150, 0.1),
    Columns.STOCK: (206, 0.1),
}
_SMALL = 1206
_NAME_WIDTH = 240


class ProductsTable(PaintedTable):
    """Products one per row; each icon is a column of its own."""

    edited = Signal(object)
    """A ProductRow is to be edited."""
    moved = Signal(object)
    """The stock of a ProductRow is wanted."""
    history_wanted = Signal(object)
    """The prices that a ProductRow had are wanted."""
    typed = Signal(str)
    """A character was typed: it belongs in the search."""
    left_upwards = Signal()
    """The arrow went above the first row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ROW_HEIGHT, parent)
        self.setAccessibleName(self.tr("Productos"))
        self.header = SortHeader(SORTS, 16, self)
        self.header.setProperty(OWN_SECTIONS, True)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(ProductsDelegate(self))
        # Where the window is too narrow for every column, it scrolls rather than clips.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(ProductsTable.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)

    def lay_out(self) -> None:
        """Give each column its width; the name takes what is left, never less than it needs."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        room = self.viewport().width()
        spare = max(0, room - px(_SMALL))
        for column in range(1, self.model().columnCount()):
            width, share = _WIDTHS.get(Columns(column), (_ICON_WIDTH, 0.0))
            header.resizeSection(column, round(px(width) + spare * share))
            room -= header.sectionSize(column)
        header.resizeSection(Columns.NAME, max(room, px(_NAME_WIDTH)))

    def current(self) -> ProductRow | None:
        """Return the chosen product."""
        row: ProductRow | None = self.currentIndex().data(ROW_ROLE)
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
        """Act on the chosen product, or pass letters on to the search."""
        row = self.current()
        key = event.key()
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if row and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(row, self.currentIndex().column())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip() and not plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _act(self, row: ProductRow, column: int) -> None:
        acts = {Columns.MOVE: self.moved, Columns.HISTORY: self.history_wanted}
        acts.get(Columns(column), self.edited).emit(row)

    @Slot("QModelIndex")
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() >= Columns.MOVE:
            self._act(index.data(ROW_ROLE), index.column())

    @Slot("QModelIndex")
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() < Columns.MOVE:
            self.edited.emit(index.data(ROW_ROLE))

    @Slot(QPoint)
    def _menu(self, point: QPoint) -> None:
        row: ProductRow | None = self.indexAt(point).data(ROW_ROLE)
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Editar"), lambda: self.edited.emit(row))
        menu.addAction(self.tr("Stock"), lambda: self.moved.emit(row))
        menu.addAction(self.tr("Historia de precios"), lambda: self.history_wanted.emit(row))
        menu.popup(self.viewport().mapToGlobal(point))
