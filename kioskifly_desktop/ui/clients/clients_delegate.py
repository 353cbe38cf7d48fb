"""Paints the rows of the clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPen, QTextLayout, QTextOption

from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.ui.clients.clients_model import (
    NOTHING,
    Columns,
    document_parts,
    last_moment,
    last_title,
    refusal,
)
from kioskifly_desktop.ui.people.sign import paint_sign
from kioskifly_desktop.ui.theme import color, font, pixmap
from kioskifly_desktop.ui.wallet.pill import pill
from kioskifly_desktop.ui.wallet.standing import standing
from kioskifly_desktop.ui.widgets.labels import draw_avatar
from kioskifly_desktop.ui.widgets.painted import (
    PADDING,
    RIGHT,
    PaintedDelegate,
    PaintedTable,
    focus_ring,
    write,
    write_two,
)
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont, QPainter

    from kioskifly_desktop.core.clients import ClientRow

_AVATAR = 40
_BUTTON = 40


class ClientsDelegate(PaintedDelegate):
    """A client's cells: who, the words of each column, the balance and the icons."""

    def __init__(
        self,
        table: PaintedTable,
        today: Callable[[], date],
        no_offers: Callable[[], str],
        asks_to_delete: Callable[[], str],
    ) -> None:
        super().__init__(table)
        self._today = today
        self._no_offers = no_offers
        self._asks_to_delete = asks_to_delete

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the column says of the client."""
        row: ClientRow = index.data(ROW_ROLE)
        column = Columns(index.column())
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if column is Columns.NAME:
            self._name(painter, rect, row)
        elif column is Columns.DOCUMENT:
            number, kind = document_parts(row)
            _words(painter, inner, number, kind)
        elif column is Columns.CONDITION:
            write(painter, inner, index.data(), font(13), "text_secondary")
        elif column is Columns.PHONE:
            _words(painter, inner, row.phone or NOTHING, "")
        elif column is Columns.LAST:
            moment = last_moment(row, self._today())
            if moment:
                _words(painter, inner, last_title(row), moment)
            else:
                write(painter, inner, last_title(row), font(13), "text_tertiary")
        elif column is Columns.BALANCE:
            self._balance(painter, inner, row)
        else:
            self._icon(painter, rect, index, row)
            if column is Columns.OFFER and self._refuses(row):
                self._strike(painter, QRectF(rect).center())
            if column is Columns.REMOVE and not row.archived and self._asks_to_delete():
                paint_sign(painter, rect, self.ratio())

    def _refuses(self, row: ClientRow) -> bool:
        return bool(self._no_offers() or refusal(row))

    @staticmethod
    def _strike(painter: QPainter, middle: QPointF) -> None:
        """Cross out an offer that can't be made."""
        painter.setPen(QPen(color("text_tertiary"), 2))
        painter.drawLine(middle - _STROKE, middle + _STROKE)

    def _name(self, painter: QPainter, rect: QRect, row: ClientRow) -> None:
        middle = rect.center().y()
        disc = QRectF(rect.x() + 16, middle - _AVATAR / 2 + 1, _AVATAR, _AVATAR)
        draw_avatar(painter, disc, row.name)
        area = rect.adjusted(16 + _AVATAR + 12, 0, -8, 0)
        _write_wrapped(painter, area, row.name, font(15, 600))

    def _balance(self, painter: QPainter, inner: QRect, row: ClientRow) -> None:
        pill(painter, inner.x(), inner.center().y(), row.balance, self.ratio())
        amount = format_money(abs(row.balance))
        ink = standing(row.balance).ink
        write(painter, inner, amount, font(16, 600, tabular=True), ink, align=RIGHT)

    def _icon(
        self,
        painter: QPainter,
        rect: QRect,
        index: QModelIndex | QPersistentModelIndex,
        row: ClientRow,
    ) -> None:
        hovered = self.table.hovered == index
        box = QRectF(0, 0, _BUTTON, _BUTTON)
        box.moveCenter(QRectF(rect).center())
        name, ground, ink = "pencil", "neutral_soft" if hovered else "", "text_secondary"
        if index.column() == Columns.OFFER:
            name = "bot"
            if self._refuses(row):
                ground, ink = "", "line_strong"
            elif hovered or self.selected(index):
                ink = "action"
        elif index.column() == Columns.WALLET:
            name = "wallet"
            ground, ink = "action_soft", "action"
            if hovered or self.selected(index):
                ground, ink = "action", "on_action"
        elif index.column() == Columns.REMOVE:
            name = "undo-2" if row.archived else "trash-2"
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground))
            painter.drawRoundedRect(box, 10, 10)
        if hovered and ink == "text_secondary":
            ink = "text"
        image = pixmap(name, color(ink).name(), 20, self.ratio())
        painter.drawPixmap(box.topLeft().toPoint() + _INSET, image)
        if self.table.hasFocus() and self.table.currentIndex() == index:
            focus_ring(painter, box)


_INSET = QRect(10, 10, 0, 0).topLeft()
_STROKE = QPointF(9, 9)


def _words(painter: QPainter, inner: QRect, above: str, below: str) -> None:
    if below:
        write_two(painter, inner, above, below, font(14))
    else:
        token = "text_tertiary" if above == NOTHING else "text"
        write(painter, inner, above, font(14), token)


def _write_wrapped(painter: QPainter, area: QRect, words: str, face: QFont) -> None:
    """Write on one line if it fits, else on two, the second with an ellipsis."""
    metrics = QFontMetrics(face)
    if metrics.horizontalAdvance(words) <= area.width():
        write(painter, area, words, face)
        return
    layout = QTextLayout(words, face)
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(area.width())
    layout.endLayout()
    cut = line.textLength()
    top = area.center().y() - 19
    for number, part in enumerate((words[:cut].strip(), words[cut:].strip())):
        write(painter, QRect(area.x(), top + 19 * number, area.width(), 20), part, face)
