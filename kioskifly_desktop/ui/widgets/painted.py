"""What the painted tables share: the row's ground, elided words, the ring of the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPersistentModelIndex, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from kioskifly_desktop.ui.theme import color, font, magnified, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex
    from PySide6.QtGui import QFont, QMouseEvent

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PADDING = 12


class PaintedTable(QTableView):
    """A table of whole rows that knows which cell is under the mouse."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = QPersistentModelIndex()
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        theme.changed.connect(self.paint_again)

    @Slot()
    def paint_again(self) -> None:
        """Paint in the look in force."""
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse."""
        self._hover(QPersistentModelIndex(self.indexAt(event.position().toPoint())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        self._hover(QPersistentModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QPersistentModelIndex) -> None:
        if index != self.hovered:
            self.hovered = index
            self.viewport().update()


class PaintedDelegate(QStyledItemDelegate):
    """Paints rows without frames; subclasses add what the cell says in `paint_cell`."""

    def __init__(self, table: PaintedTable) -> None:
        super().__init__(table)
        self.table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground of the row, then the cell."""
        if theme.percent == 100:
            # As `magnified` has it; a tenth of a repaint went into asking.
            self._paint(painter, option.rect, index)
            return
        with magnified(painter, option.rect) as rect:
            self._paint(painter, rect, index)

    def _paint(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selected(index):
            painter.fillRect(rect, color("row_selected"))
            if index.column() == 0:
                painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), color("action"))
        elif self.table.hovered.row() == index.row():
            painter.fillRect(rect, color("row_hover"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), color("line"))
        self.paint_cell(painter, rect, index)
        painter.restore()

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the cell says."""
        raise NotImplementedError

    def selected(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the cell's row is the chosen one."""
        return self.table.currentIndex().row() == index.row()

    def ratio(self) -> float:
        """Return the screen's pixels per point, for crisp icons."""
        return self.table.devicePixelRatioF()


def write(
    painter: QPainter,
    rect: QRect,
    words: str,
    face: QFont,
    ink: str = "text",
    *,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line in `rect`, with an ellipsis where it would not fit."""
    painter.setFont(face)
    painter.setPen(color(ink))
    elided = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align, elided)


def write_two(painter: QPainter, rect: QRect, above: str, below: str, face: QFont) -> None:
    """Write a line and a smaller one under it, centred together in the row."""
    top = rect.center().y() - 20
    write(painter, QRect(rect.x(), top, rect.width(), 22), above, face)
    small = font(12, tabular=True)
    write(painter, QRect(rect.x(), top + 22, rect.width(), 18), below, small, "text_tertiary")


def focus_ring(painter: QPainter, box: QRectF) -> None:
    """Draw the ring of the keyboard's focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color("focus"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
