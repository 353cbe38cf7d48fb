"""A card of the day: what there is of one thing, each row with the one act it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QPersistentModelIndex, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout

from kioskifly_desktop.ui.theme import color, font
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import card, label, separator
from kioskifly_desktop.ui.widgets.notice import EmptyState
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

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QPainter

Row = TypeVar("Row")

ROW_HEIGHT = 54
HIDDEN = "•••••"
_AMOUNT, _ACT = 1, 2
_BUTTON = 34


@dataclass(frozen=True, slots=True)
class Words(Generic[Row]):
    """What a card says of its rows, and what tells one from another; an amount may be empty."""

    key: Callable[[Row], object]
    name: Callable[[Row], str]
    fact: Callable[[Row], str]
    amount: Callable[[Row], str]
    act: Callable[[Row], str]


class _Table(PaintedTable):
    """Rows of which the last column is a button; Enter presses it too."""

    acted = Signal(object)
    """The act of a row is wanted."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen row with Enter or Space."""
        row = self.currentIndex().data(ROW_ROLE)
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if row is not None and event.key() in enter:
            self.acted.emit(row)
        else:
            super().keyPressEvent(event)


class _Delegate(PaintedDelegate):
    """Paints a name over a fact, an amount, and the button of the act."""

    def selected(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the cell's row is the chosen one of the list that has the focus."""
        return self.table.hasFocus() and super().selected(index)

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the cell says."""
        words = str(index.data() or "")
        if index.column() == _ACT:
            self._button(painter, rect, words, index)
        elif index.column() == _AMOUNT:
            area = rect.adjusted(0, 0, -PADDING, 0)
            write(painter, area, words, font(14, 600, tabular=True), align=RIGHT)
        else:
            above, _, below = words.partition("\n")
            area = rect.adjusted(PADDING + 4, 0, -PADDING, 0)
            write_two(painter, area, above, below, font(14, 500))

    def _button(
        self,
        painter: QPainter,
        rect: QRect,
        words: str,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        box = QRectF(rect.adjusted(0, 0, -PADDING, 0))
        box.setTop(rect.center().y() - _BUTTON / 2)
        box.setHeight(_BUTTON)
        hovered = self.table.hovered == QPersistentModelIndex(index)
        painter.setPen(color("action" if hovered else "line_strong"))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, 9, 9)
        area = box.toRect()
        face = font(13, 600)
        width = QFontMetrics(face).horizontalAdvance(words)
        area.setLeft(area.left() + max((area.width() - width) // 2, 6))
        write(painter, area, words, face, "action")
        if self.selected(index):
            focus_ring(painter, box)


class TodayCard(Generic[Row]):
    """The card itself is `frame`; `acted` of its `table` carries the row."""

    def __init__(
        self, icon_name: str, title: str, words: Words[Row], empty: tuple[str, str], act_width: int
    ) -> None:
        self._words = words
        self._shown: Sequence[Row] = ()
        self.private = False
        self.frame = card()
        self.frame.setMinimumHeight(220)
        self.count = label("", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(9)
        head.addWidget(icon_label(icon_name, "action", 19, 2.0))
        head.addWidget(label(title, "subtitle"))
        head.addStretch(1)
        head.addWidget(self.count)
        self.model: RowsModel[Row] = RowsModel(
            (
                Column(title, lambda row: f"{words.name(row)}\n{words.fact(row)}"),
                Column("", self._amount, right=True),
                Column("", words.act, accessible=self._spoken),
            ),
            lambda after, _limit: () if after else self._shown,
            parent=self.frame,
        )
        self.table = _Table(ROW_HEIGHT, self.frame)
        self.table.setAccessibleName(title)
        # The row of the keyboard is painted where the keyboard is, and in no other card.
        self.table.setSelectionMode(_Table.SelectionMode.NoSelection)
        self.table.setModel(self.model)
        self.table.setItemDelegate(_Delegate(self.table))
        self.table.horizontalHeader().hide()
        self.table.clicked.connect(self._clicked)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_AMOUNT, 124)
        self.table.setColumnWidth(_ACT, act_width)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(EmptyState(icon_name, *empty))
        reading = label(QCoreApplication.translate("TodayCard", "Leyendo…"), "muted")
        reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(reading)
        self.stack.setCurrentWidget(reading)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(separator())
        inside.addWidget(self.stack, 1)

    def show_rows(self, rows: Sequence[Row], total: str) -> None:
        """Show rows, the same one chosen while it is there, and a figure of them all."""
        chosen: Row | None = self.table.currentIndex().data(ROW_ROLE)
        key = None if chosen is None else self._words.key(chosen)
        self._shown = rows
        self.model.restart()
        self.count.setText(total if rows else "")
        self.stack.setCurrentIndex(0 if rows else 1)
        if rows:
            position = self.model.find(lambda row: self._words.key(row) == key)
            self.table.setCurrentIndex(self.model.index(max(position, 0), 0))

    def set_private(self, private: bool) -> None:  # noqa: FBT001 - a property of the card
        """Cover the amounts from those who wait, or show them again."""
        self.private = private
        self.table.setColumnHidden(_AMOUNT, not any(map(self._words.amount, self._shown)))
        self.table.viewport().update()

    def _spoken(self, row: Row) -> str:
        return f"{self._words.act(row)}: {self._words.name(row)}"

    def _amount(self, row: Row) -> str:
        shown = self._words.amount(row)
        return HIDDEN if shown and self.private else shown

    @Slot("QModelIndex")
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == _ACT:
            self.table.acted.emit(index.data(ROW_ROLE))
