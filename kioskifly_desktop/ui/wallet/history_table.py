"""The movements of a wallet, newest first, read as the table scrolls."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from kioskifly_desktop.core.es_ar import format_date, format_datetime, format_money, format_time
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.text_size import OWN_SECTIONS
from kioskifly_desktop.ui.theme import color, font, pixmap, px
from kioskifly_desktop.ui.wallet.standing import spoken, standing
from kioskifly_desktop.ui.widgets.painted import (
    PADDING,
    RIGHT,
    PaintedDelegate,
    PaintedTable,
    focus_ring,
    write,
    write_two,
)
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE, Column, RowsModel
from kioskifly_desktop.ui.widgets.sort_header import SortHeader

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent

    from kioskifly_desktop.core.wallet import MovementRow

WITH_LINES = (EntryKind.SALE, EntryKind.RETURN)
"""The movements that open to the lines of a sale."""

_ROW_HEIGHT = 50
_DISC = 28


class Columns(IntEnum):
    """The columns, in their order."""

    MOMENT = 0
    DETAIL = 1
    REGISTER = 2
    DEBIT = 3
    CREDIT = 4
    BALANCE = 5
    ACTIONS = 6


_WIDTHS = {
    Columns.MOMENT: 116,
    Columns.REGISTER: 108,
    Columns.DEBIT: 176,
    Columns.CREDIT: 124,
    Columns.BALANCE: 130,
    Columns.ACTIONS: 48,
}
_NARROW = 900
_NARROW_WIDTHS = {
    Columns.REGISTER: 84,
    Columns.DEBIT: 150,
    Columns.CREDIT: 120,
}
_ICONS = {
    EntryKind.SALE: ("arrow-up-right", "debt", "debt_soft"),
    EntryKind.RETURN: ("undo-2", "credit", "credit_soft"),
    EntryKind.PAYMENT: ("arrow-down-left", "credit", "credit_soft"),
    EntryKind.ADJUSTMENT: ("scale", "text_secondary", "neutral_soft"),
    EntryKind.REVERSAL: ("undo-2", "text_secondary", "neutral_soft"),
    EntryKind.OPENING: ("notebook-pen", "text_secondary", "neutral_soft"),
    EntryKind.MERGE: ("merge", "text_secondary", "neutral_soft"),
    EntryKind.PRICE_UPDATE: ("percent", "text_secondary", "neutral_soft"),
    EntryKind.WRITE_OFF: ("x", "text_secondary", "neutral_soft"),
}
_OWE_NOTHING = (EntryKind.REVERSAL, EntryKind.PRICE_UPDATE)
_IN_DISPUTE = ("triangle-alert", "warning", "warning_soft")


class HistoryTable(PaintedTable):
    """Date, what, register, debit, credit and balance, with a menu per row."""

    menu_wanted = Signal(object, QPoint)
    """The acts of a MovementRow are wanted, at a point of the screen."""
    opened = Signal(object)
    """What is behind a MovementRow is wanted: the lines of a sale, else its voucher."""

    def __init__(
        self,
        fetch: Callable[[MovementRow | None, int], Sequence[MovementRow]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_ROW_HEIGHT, parent)
        self.setAccessibleName(self.tr("Movimientos"))
        self.rows: RowsModel[MovementRow] = RowsModel(self._columns(), fetch, page=50, parent=self)
        self.setModel(self.rows)
        self.setItemDelegate(_HistoryDelegate(self))
        header = SortHeader((), 16, self)
        self.setHorizontalHeader(header)
        header.setProperty(OWN_SECTIONS, True)
        for column in _WIDTHS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Columns.DETAIL, QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._context)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)

    def _columns(self) -> tuple[Column[MovementRow], ...]:
        return (
            Column(self.tr("Fecha y hora"), lambda row: format_datetime(row.at)),
            Column(self.tr("Detalle"), describe, tooltip=describe),
            Column(self.tr("Caja"), lambda row: row.register, tooltip=lambda row: row.register),
            Column(self.tr("Debe"), lambda row: _money(row.amount), right=True, accessible=_debit),
            Column(self.tr("Haber"), lambda row: _money(-row.amount), right=True),
            Column(self.tr("Saldo"), lambda row: spoken(row.balance), right=True),
            Column("", lambda _: "", tooltip=self._actions_of, accessible=self._actions_of),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room to the detail."""
        super().resizeEvent(event)
        narrow = self.viewport().width() < px(_NARROW)
        for column, width in (_WIDTHS | _NARROW_WIDTHS if narrow else _WIDTHS).items():
            self.horizontalHeader().resizeSection(column, px(width))

    def current(self) -> MovementRow | None:
        """Return the chosen movement."""
        row: MovementRow | None = self.currentIndex().data(ROW_ROLE)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the movement, or the row's menu on the last column; so does → a sale."""
        row, key = self.current(), event.key()
        on_menu = self.currentIndex().column() == Columns.ACTIONS
        opens_sale = row is not None and row.kind in WITH_LINES and key == Qt.Key.Key_Right
        if row is None or not (opens_sale or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            super().keyPressEvent(event)
        elif on_menu and not opens_sale:
            self._menu_at(self.currentIndex())
        else:
            self.opened.emit(row)

    def _actions_of(self, row: MovementRow) -> str:
        return self.tr("Acciones de {what}").format(what=f"{said(row.title)} {row.number}".strip())

    def _menu_at(self, index: QModelIndex) -> None:
        corner = self.visualRect(index).bottomLeft()
        self.menu_wanted.emit(index.data(ROW_ROLE), self.viewport().mapToGlobal(corner))

    @Slot(QPoint)
    def _context(self, point: QPoint) -> None:
        row = self.indexAt(point).data(ROW_ROLE)
        if row is not None:
            self.menu_wanted.emit(row, self.viewport().mapToGlobal(point))

    @Slot("QModelIndex")
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == Columns.ACTIONS:
            self._menu_at(index)

    @Slot("QModelIndex")
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() != Columns.ACTIONS:
            self.opened.emit(index.data(ROW_ROLE))

    def word_of_undone(self) -> str:
        """Return what is said of a movement that was reversed."""
        return self.tr("anulado")

    def word_of_disputed(self) -> str:
        """Return what is said of a movement that is in dispute."""
        return self.tr("en disputa")


class _HistoryDelegate(PaintedDelegate):
    """A movement's cells; one that was reversed is struck through."""

    def __init__(self, table: HistoryTable) -> None:
        super().__init__(table)
        self._undone = table.word_of_undone()
        self._disputed = table.word_of_disputed()

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the column says of the movement."""
        row: MovementRow = index.data(ROW_ROLE)
        column = Columns(index.column())
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if column is Columns.MOMENT:
            day, moment = format_date(row.business_date), f"{format_time(row.at)} h"
            write_two(painter, inner.adjusted(4, 0, 0, 0), day, moment, font(13, 500, tabular=True))
        elif column is Columns.DETAIL:
            self._detail(painter, rect, row)
        elif column is Columns.REGISTER:
            write(painter, inner, row.register or "—", font(13), "text_secondary")
        elif column is Columns.BALANCE:
            _balance(painter, inner, row)
        elif column is Columns.DEBIT and (words := owed_words(row)):
            ink = "warning" if row.disputed else "debt" if row.owes else "text_tertiary"
            _two_right(
                painter, inner, (index.data(), font(14, 600, tabular=True), "debt"), words, ink
            )
        elif column is Columns.ACTIONS:
            self._dots(painter, rect, index)
        else:
            token = "debt" if column is Columns.DEBIT else "credit"
            face = font(14, 600, tabular=True)
            face.setStrikeOut(row.reversed)
            ink = "text_tertiary" if row.reversed else token
            write(painter, inner, index.data(), face, ink, align=RIGHT)

    def _detail(self, painter: QPainter, rect: QRect, row: MovementRow) -> None:
        name, ink, soft = _IN_DISPUTE if row.disputed else _ICONS[row.kind]
        disc = QRectF(rect.x() + PADDING, rect.center().y() - _DISC / 2 + 0.5, _DISC, _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(soft))
        painter.drawEllipse(disc)
        image = pixmap(name, color(ink).name(), 14, self.ratio(), 2.4)
        painter.drawPixmap(int(disc.x()) + 7, int(disc.y()) + 7, image)
        area = rect.adjusted(PADDING + _DISC + 10, 0, -6, 0)
        sign = self._undone if row.reversed else self._disputed if row.disputed else ""
        title = " · ".join(filter(None, (said(row.title), sign)))
        below = " · ".join(filter(None, (row.number, said(row.detail))))
        if below:
            write_two(painter, area, title, below, font(14, 500))
        else:
            write(painter, area, title, font(14, 500))

    def _dots(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        box = QRectF(0, 0, 36, 36)
        box.moveCenter(QRectF(rect).center())
        if self.table.hovered == index:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("neutral_soft"))
            painter.drawRoundedRect(box, 8, 8)
        image = pixmap("ellipsis-vertical", color("text_secondary").name(), 18, self.ratio())
        painter.drawPixmap(int(box.x()) + 9, int(box.y()) + 9, image)
        if self.table.hasFocus() and self.table.currentIndex() == index:
            focus_ring(painter, box)


def describe(row: MovementRow) -> str:
    """Return a movement in one line: what it was, its number and its detail."""
    return " · ".join(filter(None, (said(row.title), row.number, said(row.detail))))


def owed_words(row: MovementRow) -> str:
    """Return what is still owed of a debit: `Debe $ 1.200,00 de esto`, `Sin pagar`, `Pagada`."""
    if row.amount <= 0 or row.reversed or row.kind in _OWE_NOTHING:
        return ""
    if row.disputed:
        return QCoreApplication.translate("HistoryTable", "En disputa")
    if row.owes == row.amount:
        return QCoreApplication.translate("HistoryTable", "Sin pagar")
    if row.owes:
        words = QCoreApplication.translate("HistoryTable", "Debe {amount} de esto")
        return words.format(amount=format_money(row.owes))
    if row.kind is EntryKind.SALE:
        return QCoreApplication.translate("HistoryTable", "Pagada")
    return QCoreApplication.translate("HistoryTable", "Pagado")


def _debit(row: MovementRow) -> str:
    return ", ".join(filter(None, (_money(row.amount), owed_words(row))))


def _money(amount: int) -> str:
    return format_money(amount) if amount > 0 else ""


def _balance(painter: QPainter, inner: QRect, row: MovementRow) -> None:
    stands = standing(row.balance)
    above = (format_money(abs(row.balance)), font(14, 500, tabular=True), "text")
    _two_right(painter, inner, above, stands.word, stands.ink)


def _two_right(
    painter: QPainter, inner: QRect, above: tuple[str, QFont, str], below: str, ink: str
) -> None:
    """Write a figure and the word for it under, both at the right."""
    top = inner.center().y() - 20
    upper = QRect(inner.x(), top, inner.width(), 22)
    write(painter, upper, above[0], above[1], above[2], align=RIGHT)
    lower = QRect(inner.x(), top + 22, inner.width(), 18)
    write(painter, lower, below, font(12, 500, tabular=True), ink, align=RIGHT)
