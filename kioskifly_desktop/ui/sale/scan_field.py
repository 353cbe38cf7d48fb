"""The field where the counter's work starts: codes, quantities before a `*`, and names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.catalog import ProductQuery, ProductRow, Unit, list_products
from kioskifly_desktop.core.errors import QuantityError
from kioskifly_desktop.core.es_ar import format_money, format_quantity, parse_quantity
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.scanner import SCAN_FIELD
from kioskifly_desktop.ui.theme import color, font, magnified, px
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.painted import RIGHT, write

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from kioskifly_desktop.core.money import Milli
    from kioskifly_desktop.ui.shop import Shop

_DELAY_MS = 120
_MOST = 8
_TIMES = re.compile(r"\s*([\d.,]+)\s*[*xX]\s*")
_LETTER = re.compile(r"[^\W\d_]")
_ROW_HEIGHT = 40


def split_times(text: str) -> tuple[Milli | None, str]:
    """Return the quantity before a `*`, if there is one, and what follows it.

    Raises:
        QuantityError: what stands before it is no quantity.
    """
    found = _TIMES.match(text)
    if found is None:
        return None, text.strip()
    return parse_quantity(found[1]), text[found.end() :].strip()


class ScanField(QLineEdit):
    """Takes codes and names; offers the products whose name begins like what is typed."""

    entered = Signal(str)
    """Enter was pressed on what is written."""
    picked = Signal(object)
    """A ProductRow was chosen among those offered."""
    stepped = Signal(int)
    """An arrow was pressed while nothing is offered: -1 up, 1 down."""
    added = Signal(int)
    """`+` or `-` was pressed in the empty field: one more or one less of the chosen line."""
    undone = Signal()
    """The last act on the cart is to be taken back."""

    def __init__(self, shop: Shop, room: QWidget) -> None:
        super().__init__()
        self._shop = shop
        self.setObjectName("scan")
        self.setProperty(SCAN_FIELD, True)
        self.setPlaceholderText(self.tr("Escaneá un código o escribí el nombre del producto"))
        self.setAccessibleName(self.tr("Código o nombre del producto"))
        self._barcode = icon_label("scan-barcode", "action", 26, 2.0)
        self._barcode.setParent(self)
        self.offers = _Offers(room)
        self.offers.list.itemClicked.connect(self._clicked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DELAY_MS)
        self._pause.timeout.connect(self.offer)
        self.textChanged.connect(self._typed)

    @Slot()
    def offer(self) -> None:
        """Show the products whose name has the words typed."""
        self._pause.stop()
        rows = self._matches()
        self.offers.show_rows(rows, self)

    @Slot()
    def clear(self) -> None:
        """Empty the field; Qt's own keeps all that was ever typed in it, to undo it."""
        self.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign of the scanner in the middle of the left edge."""
        super().resizeEvent(event)
        self._barcode.move(14, (self.height() - self._barcode.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in what is offered, take it, or leave it."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            change = 1 if key == Qt.Key.Key_Down else -1
            if self.offers.isVisible():
                self.offers.step(change)
            else:
                self.stepped.emit(change)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif not self.text() and key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.added.emit(1 if key == Qt.Key.Key_Plus else -1)
        elif not self.text() and keys.matches("undo", event):
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        if self._pause.isActive():
            self.offer()
        row = self.offers.chosen()
        if row is None:
            self.entered.emit(self.text())
        else:
            self.picked.emit(row)

    def _matches(self) -> list[ProductRow]:
        try:
            _, words = split_times(self.text())
        except QuantityError:
            return []
        if not _LETTER.search(words):
            return []
        query = ProductQuery(search=words)
        return list(self._shop.read(list_products, query, limit=_MOST))

    @Slot(str)
    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self.offers.hide()

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))


class _OfferDelegate(QStyledItemDelegate):
    """A product offered: its name, how many are left, its price."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the name at the left and the price at the right."""
        row: ProductRow = index.data(Qt.ItemDataRole.UserRole)
        with magnified(painter, option.rect) as rect:
            self._paint(painter, rect, row, option.state)

    def _paint(
        self, painter: QPainter, rect: QRect, row: ProductRow, state: QStyle.StateFlag
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("action_soft"))
            painter.drawRoundedRect(rect, 7, 7)
            painter.restore()
        area = rect.adjusted(12, 0, -12, 0)
        price = font(15, 600, tabular=True)
        write(painter, area, format_money(row.price), price, align=RIGHT)
        area.setRight(area.right() - 130)
        if row.tracks_stock and area.width() > 300:
            left = format_quantity(row.stock, kilograms=row.unit is Unit.KILOGRAM)
            words = self.tr("quedan {left}").format(left=left)
            low = row.stock <= 0
            if low:
                words = self.tr("sin stock")
            face = font(13, tabular=True)
            write(painter, area, words, face, "warning" if low else "text_tertiary", align=RIGHT)
            area.setRight(area.right() - 130)
        write(painter, area, row.name, font(15))


class _Offers(QFrame):
    """The products offered, under the field and over the rest of the page."""

    def __init__(self, room: QWidget) -> None:
        super().__init__(room)
        self._room = room
        self.setObjectName("offers")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Productos encontrados"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_OfferDelegate(self.list))
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)
        self.hide()

    def show_rows(self, rows: list[ProductRow], field: QWidget) -> None:
        """Show some products under the field, the first one chosen; hide without any."""
        self.list.clear()
        for row in rows:
            item = QListWidgetItem(f"{row.name}, {format_money(row.price)}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setSizeHint(QSize(0, px(_ROW_HEIGHT)))
        if not rows:
            self.hide()
            return
        self.list.setCurrentRow(0)
        corner = field.mapTo(self._room, QPoint(0, field.height() + 4))
        self.setGeometry(corner.x(), corner.y(), field.width(), px(_ROW_HEIGHT) * len(rows) + 16)
        self.show()
        self.raise_()

    def step(self, change: int) -> None:
        """Choose the one above or below."""
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + change, last)))

    def chosen(self) -> ProductRow | None:
        """Return the chosen product, none while nothing is offered."""
        item = self.list.currentItem()
        if not self.isVisible() or item is None:
            return None
        row: ProductRow = item.data(Qt.ItemDataRole.UserRole)
        return row
