"""Plain tables: rows of text with a hairline between, money aligned at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kioskifly_desktop.ui.theme import color, font, magnified

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPainter


_STRETCHED = 220
"""The least width of a column that takes what is left."""


class _TwoLines(QStyledItemDelegate):
    """Paints what follows a line break under the rest, smaller."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell of one line as ever, of two with the second one quiet."""
        upper, _, lower = str(index.data() or "").partition("\n")
        if not lower:
            super().paint(painter, option, index)
            return
        empty = QStyleOptionViewItem(option)
        self.initStyleOption(empty, index)
        empty.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, empty, painter, option.widget)
        with magnified(painter, option.rect) as rect:
            self._write(painter, rect.adjusted(16, 6, -8, -7), upper, lower)

    @staticmethod
    def _write(painter: QPainter, area: QRect, upper: str, lower: str) -> None:
        half = area.height() // 2
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.save()
        for words, face, tint, top in (
            (upper, font(14), "text", area.y()),
            (lower, font(12, tabular=True), "text_tertiary", area.y() + half),
        ):
            painter.setFont(face)
            painter.setPen(color(tint))
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, area.width()
            )
            painter.drawText(QRect(area.x(), top, area.width(), half), flags, shown)
        painter.restore()


def rows_table(
    model: QAbstractItemModel, accessible: str, widths: Mapping[int, int], *, row_height: int = 50
) -> QTableView:
    """Return a table of whole rows; columns without a width share the rest."""
    table = QTableView()
    table.setProperty("kind", "rows")
    table.setModel(model)
    table.setAccessibleName(accessible)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setItemDelegate(_TwoLines(table))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    for column in range(model.columnCount()):
        if column in widths:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            table.setColumnWidth(column, widths[column])
        else:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    table.setMinimumWidth(sum(widths.values()) + _STRETCHED * (model.columnCount() - len(widths)))
    return table
