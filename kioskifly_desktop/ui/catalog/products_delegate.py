"""Paints the rows of the products."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.ui.catalog.products_model import (
    NOTHING,
    Columns,
    margin,
    quantity,
    stock_warning,
)
from kioskifly_desktop.ui.theme import color, font, pixmap
from kioskifly_desktop.ui.widgets.labels import draw_avatar
from kioskifly_desktop.ui.widgets.painted import (
    PADDING,
    RIGHT,
    PaintedDelegate,
    focus_ring,
    write,
    write_two,
)
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont, QPainter

    from kioskifly_desktop.core.catalog import ProductRow

_TILE = 40
_ICONS = {Columns.MOVE: "package", Columns.HISTORY: "history", Columns.EDIT: "pencil"}


class ProductsDelegate(PaintedDelegate):
    """A product's cells: what it is, what it costs, how many are left, and the icons."""

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the column says of the product."""
        row: ProductRow = index.data(ROW_ROLE)
        column = Columns(index.column())
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if column is Columns.NAME:
            self._name(painter, rect, row)
        elif column is Columns.CATEGORY:
            _category(painter, inner, row)
        elif column is Columns.PRICE:
            unit = _tr("por kg") if row.unit is Unit.KILOGRAM else ""
            _figure(painter, inner, format_money(row.price), unit, font(16, 600, tabular=True))
        elif column is Columns.COST:
            cost = format_money(row.cost) if row.cost else NOTHING
            note = margin(row.price, row.cost or 0)
            _figure(painter, inner, cost, note, font(14, tabular=True), ink="text_secondary")
        elif column is Columns.STOCK:
            self._stock(painter, inner, row)
        else:
            self._icon(painter, rect, index, _ICONS[column])

    def _name(self, painter: QPainter, rect: QRect, row: ProductRow) -> None:
        tile = QRectF(rect.x() + 16, rect.center().y() - _TILE / 2 + 1, _TILE, _TILE)
        # The tint of its rubro, so that a shelf is seen at a glance.
        draw_avatar(painter, tile, row.category or row.name)
        area = rect.adjusted(16 + _TILE + 12, 0, -8, 0)
        below = row.barcode or _tr("Sin código")
        if not row.active:
            below = _tr("Inactivo  ·  {code}").format(code=below)
        write_two(painter, area, row.name, below, font(15, 600))

    def _stock(self, painter: QPainter, inner: QRect, row: ProductRow) -> None:
        if not row.tracks_stock:
            write(painter, inner, _tr("Sin control"), font(13), "text_tertiary", align=RIGHT)
            return
        words = quantity(row.stock, row.unit)
        warning = stock_warning(row)
        minimum = ""
        if row.minimum_stock:
            minimum = _tr("mín. {minimum}").format(minimum=quantity(row.minimum_stock, row.unit))
        _figure(painter, inner, words, minimum, font(15, 600, tabular=True))
        if warning:
            self._pill(painter, inner, warning)

    def _pill(self, painter: QPainter, inner: QRect, words: str) -> None:
        face = font(12, 600)
        width = QFontMetrics(face).horizontalAdvance(words) + 34
        box = QRectF(inner.x(), inner.center().y() - 12, width, 25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warning_soft"))
        painter.drawRoundedRect(box, 12.5, 12.5)
        corner = box.topLeft().toPoint()
        image = pixmap("triangle-alert", color("warning").name(), 13, self.ratio(), 2.4)
        painter.drawPixmap(corner + QPoint(9, 6), image)
        write(painter, QRect(corner + QPoint(26, 0), box.size().toSize()), words, face, "warning")

    def _icon(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        name: str,
    ) -> None:
        hovered = self.table.hovered == index
        box = QRectF(0, 0, _TILE, _TILE)
        box.moveCenter(QRectF(rect).center())
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral_soft"))
            painter.drawRoundedRect(box, 10, 10)
        ink = color("text" if hovered else "text_secondary").name()
        image = pixmap(name, ink, 20, self.ratio())
        painter.drawPixmap(box.topLeft().toPoint() + QPoint(10, 10), image)
        if self.table.hasFocus() and self.table.currentIndex() == index:
            focus_ring(painter, box)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProductsTable", text)


def _category(painter: QPainter, inner: QRect, row: ProductRow) -> None:
    above, below = row.category, row.supplier
    if above and below:
        write_two(painter, inner, above, below, font(14))
    elif above or below:
        write(painter, inner, above or below, font(14), "text" if above else "text_tertiary")
    else:
        write(painter, inner, NOTHING, font(14), "text_tertiary")


def _figure(
    painter: QPainter, inner: QRect, above: str, below: str, face: QFont, *, ink: str = "text"
) -> None:
    """Write a figure at the right, and a small note under it where there is one."""
    if not below:
        write(painter, inner, above, face, ink, align=RIGHT)
        return
    top = inner.center().y() - 20
    write(painter, QRect(inner.x(), top, inner.width(), 22), above, face, ink, align=RIGHT)
    small = QRect(inner.x(), top + 22, inner.width(), 18)
    write(painter, small, below, font(12, tabular=True), "text_tertiary", align=RIGHT)
