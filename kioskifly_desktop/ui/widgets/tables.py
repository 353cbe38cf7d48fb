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
    QWidget,
)

from kioskifly_desktop.ui.text_size import OWN_SECTIONS
from kioskifly_desktop.ui.theme import color, font, magnified, px

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPainter, QResizeEvent


_NARROWEST = 144
"""The least of a column that takes what is left; beyond it the table scrolls sideways."""

_AT_EASE, _MOST_GROWTH = 220, 0.25
"""Above which width of that column the others grow too, and how much at the most."""

_LEAST = 280
"""Of a table: it scrolls by itself, so that the page around it doesn't have to."""


class _RowsTable(QTableView):
    """A table that scrolls sideways where its columns don't fit."""

    def __init__(self, widths: Mapping[int, int]) -> None:
        super().__init__()
        self._widths = widths
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setCornerWidget(QWidget())  # where both bars meet
        self.horizontalHeader().setProperty(OWN_SECTIONS, True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        if self._widths:
            self._share_out()
        super().resizeEvent(event)

    def _share_out(self) -> None:
        header = self.horizontalHeader()
        room = self.viewport().width()
        columns = range(self.model().columnCount())
        shares = [column for column in columns if column not in self._widths]
        least = px(sum(self._widths.values()))
        spare = room - least - px(_AT_EASE) * len(shares)
        growth = 1 + min(max(spare / least, 0), _MOST_GROWTH)
        for column, width in self._widths.items():
            header.resizeSection(column, round(px(width) * growth))
            room -= header.sectionSize(column)
        for place, column in enumerate(shares):
            share = room // (len(shares) - place)
            header.resizeSection(column, max(share, px(_NARROWEST)))
            room -= share


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
    """Return a table of whole rows; columns without a width share the rest.

    Without any width they are for whoever asked to share out.
    """
    table = _RowsTable(widths)
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
    table.setItemDelegate(_TwoLines(table))
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setMinimumWidth(_LEAST)
    return table
