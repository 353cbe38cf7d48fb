"""The table of products: what each column and entry of the menu does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from kioskifly_desktop.core.catalog import ProductRow
from kioskifly_desktop.ui.catalog.products_delegate import ProductsDelegate
from kioskifly_desktop.ui.catalog.products_model import SORTS, Columns
from kioskifly_desktop.ui.widgets.list_table import ListTable, Widths

_ROW_HEIGHT = 58
_BUTTONS = tuple(each for each in Columns if each >= Columns.MOVE)
_WIDTHS = Widths(
    small=1206,
    name=240,
    icon=50,
    columns={
        Columns.CATEGORY: (190, 0.3),
        Columns.PRICE: (146, 0.1),
        Columns.COST: (150, 0.1),
        Columns.STOCK: (206, 0.1),
    },
    spared=(Columns.CATEGORY, Columns.COST),
)


class ProductsTable(ListTable[ProductRow]):
    """Products one per row."""

    edited = Signal(object)
    """A ProductRow is to be edited."""
    moved = Signal(object)
    """The stock of a ProductRow is wanted."""
    history_wanted = Signal(object)
    """The prices that a ProductRow had are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_ROW_HEIGHT, _WIDTHS, SORTS, _BUTTONS, parent)
        self.setAccessibleName(self.tr("Productos"))
        self.setItemDelegate(ProductsDelegate(self))

    def act(self, row: ProductRow, column: int) -> None:
        """Press a cell's button, or edit the product."""
        acts = {Columns.MOVE: self.moved, Columns.HISTORY: self.history_wanted}
        acts.get(Columns(column), self.edited).emit(row)

    def menu_of(self, row: ProductRow) -> QMenu:
        """Return what can be done with a product."""
        menu = QMenu(self)
        menu.addAction(self.tr("Editar"), lambda: self.edited.emit(row))
        menu.addAction(self.tr("Stock"), lambda: self.moved.emit(row))
        menu.addAction(self.tr("Historia de precios"), lambda: self.history_wanted.emit(row))
        return menu
