"""The list of registers: what each one is and how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kioskifly_desktop.core.registers import RegisterRow
from kioskifly_desktop.ui.kinds import KIND_ICONS
from kioskifly_desktop.ui.theme import color, font, magnified, pixmap, px, theme
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE, Column, RowsModel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Describe = Callable[[RegisterRow], tuple[str, str]]

_HEIGHT = 76
_GAP = 8
_NARROW = 340
"""The width below which a card says the kind by its icon alone."""


class _RegisterDelegate(QStyledItemDelegate):
    """Paints a register as a card; `describe(row)` gives its second line and its figure."""

    def __init__(self, parent: QListView, describe: Describe) -> None:
        super().__init__(parent)
        self._describe = describe

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a card and the gap under it."""
        return QSize(option.rect.width(), px(_HEIGHT + _GAP))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint icon, name, kind and balance."""
        with magnified(painter, option.rect) as room:
            self._paint(painter, room, option.state, index.data(ROW_ROLE))

    def _paint(
        self, painter: QPainter, room: QRect, state: QStyle.StateFlag, row: RegisterRow
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        rect = room.adjusted(1, 1, -2, -_GAP - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = "row_selected" if selected else "row_hover" if hover else "surface"
        painter.setPen(color("action" if selected else "line"))
        painter.setBrush(color(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
        self._paint_kind(painter, rect, row)
        self._paint_words(painter, rect, row)
        painter.restore()

    @staticmethod
    def _paint_kind(painter: QPainter, rect: QRect, row: RegisterRow) -> None:
        tile = QRect(rect.x() + 14, rect.center().y() - 20, 42, 42)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("neutral_soft"))
        painter.drawRoundedRect(tile, 10, 10)
        ratio = painter.device().devicePixelRatio()
        image = pixmap(KIND_ICONS[row.kind], theme.tokens.text_secondary, 22, ratio)
        painter.drawPixmap(tile.x() + 10, tile.y() + 10, image)

    def _paint_words(self, painter: QPainter, rect: QRect, row: RegisterRow) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        inner = rect.adjusted(68, 14, -16, -14)
        painter.setFont(font(16, 600, tabular=True))
        painter.setPen(color("text"))
        note, balance = self._describe(row)
        below = (note, font(12), "text_tertiary")
        if rect.width() < _NARROW:
            below = (balance, font(15, 600, tabular=True), "text")
        else:
            painter.drawText(inner, right, balance)
            inner.setRight(inner.right() - painter.fontMetrics().horizontalAdvance(balance) - 12)
        line = QRect(inner.x(), inner.y(), inner.width(), 24)
        for words, face, tint in ((row.name, font(15, 600), "text"), below):
            painter.setFont(face)
            painter.setPen(color(tint))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, left, shown)
            line.translate(0, 24)


class RegisterList(QListView):
    """Registers as cards; arrows move, the current one shows its movements."""

    def __init__(self, fetch: Callable[[], Sequence[RegisterRow]], describe: Describe) -> None:
        super().__init__()
        self._fetch = fetch
        self.rows = RowsModel[RegisterRow](
            (
                Column(
                    "",
                    lambda row: row.name,
                    accessible=lambda row: ", ".join((row.name, *describe(row))),
                ),
            ),
            lambda after, _limit: self._fetch() if after is None else (),
            parent=self,
        )
        self.setModel(self.rows)
        self.setItemDelegate(_RegisterDelegate(self, describe))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Cajas"))

    def current(self) -> RegisterRow | None:
        """Return the register that is chosen."""
        index = self.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    def reload(self) -> None:
        """Read the registers again, keeping the chosen one or choosing the first."""
        before = self.current()
        self.rows.restart()
        position = self.rows.find(lambda row: before is not None and row.id == before.id)
        if self.rows.rows:
            self.setCurrentIndex(self.rows.index(max(position, 0), 0))
