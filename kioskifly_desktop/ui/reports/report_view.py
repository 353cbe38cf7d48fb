"""What a report says: its chart, what the chart says in words, its table and its totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from kioskifly_desktop.core.reports import row_texts, titles, total_texts
from kioskifly_desktop.ui.reports.chart import Chart
from kioskifly_desktop.ui.theme import font, px
from kioskifly_desktop.ui.widgets.labels import label, separator
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from kioskifly_desktop.core.reports import Report

_NO_PARENT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_MEASURED = 200
_ROW = 38
_PADDING = 38
_WIDEST = 280
"""Words that are longer are cut, and whole under the mouse."""
_DISPLAYED = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


class ReportModel(QAbstractTableModel):
    """The rows of a report, and under them its totals; written as they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.report: Report | None = None

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.beginResetModel()
        self.report = report
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return how many rows there are, the totals among them."""
        return len(self.report.rows) + 1 if self.report and not parent.isValid() else 0

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return len(self.report.columns) if self.report and not parent.isValid() else 0

    def texts(self, row: int) -> list[str]:
        """Return a row as written."""
        assert self.report is not None
        if row == len(self.report.rows):
            return total_texts(self.report)
        return row_texts(self.report, self.report.rows[row])

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a cell says in a role."""
        if not index.isValid() or self.report is None:
            return None
        right = self.report.columns[index.column()].kind.is_figure
        if role in _DISPLAYED:
            return self.texts(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if right else _LEFT
        if role == Qt.ItemDataRole.FontRole:
            is_total = index.row() == len(self.report.rows)
            return font(14, 700 if is_total else 500 if right else 400, tabular=right)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's title, aligned as its cells."""
        if orientation is not Qt.Orientation.Horizontal or self.report is None:
            return None
        if role in _DISPLAYED:
            return titles(self.report)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.report.columns[section].kind.is_figure else _LEFT
        return None


class ReportView(QWidget):
    """The chart over the table."""

    def __init__(self) -> None:
        super().__init__()
        self._widths: list[int] = []
        self.chart = Chart()
        self.chart.pointed.connect(self._say_point)
        self.words = label("", "muted")
        self.words.setWordWrap(True)
        self.words.setContentsMargins(16, 0, 16, 4)
        self.note = label("", "muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(16, 4, 16, 8)
        self.model = ReportModel()
        self.table: QTableView = rows_table(
            self.model, self.tr("Lo que dice el informe"), {}, row_height=_ROW
        )
        self.table.setMinimumWidth(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chart)
        column.addWidget(self.words)
        column.addWidget(separator())
        column.addWidget(self.table, 1)
        column.addWidget(self.note)

    def show_report(self, report: Report) -> None:
        """Show a report from its first row."""
        self.chart.show_report(report)
        says = self.chart.words()
        self.chart.setVisible(bool(says))
        self.words.setVisible(bool(says))
        self.words.setText(says)
        self.note.setText(report.note)
        self.note.setVisible(bool(report.note))
        self.model.show_report(report)
        self.table.setAccessibleName(report.title)
        self._fit_columns(report)
        if report.rows:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column what the others leave."""
        super().resizeEvent(event)
        self._share_room()

    def _fit_columns(self, report: Report) -> None:
        """Give each column what its longest value needs."""
        metrics = QFontMetrics(font(14, 700, tabular=True))
        header = self.table.horizontalHeader()
        header.setMinimumSectionSize(px(_PADDING))
        some = [*range(min(len(report.rows), _MEASURED)), len(report.rows)]
        columns = zip(titles(report), *(self.model.texts(row) for row in some), strict=True)
        needed = [
            max(metrics.horizontalAdvance(text) for text in texts) + px(_PADDING)
            for texts in columns
        ]
        self._widths = [
            width if column.kind.is_figure else min(width, px(_WIDEST))
            for width, column in zip(needed, report.columns, strict=True)
        ]
        for place, width in enumerate(self._widths):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(place, width)
        self._share_room()

    def _share_room(self) -> None:
        """Let the first column have the room that is left, if there is any."""
        if self._widths:
            bar = self.table.verticalScrollBar()
            room = self.width() - bar.sizeHint().width() - sum(self._widths[1:])
            self.table.setColumnWidth(0, max(room, self._widths[0]))

    @Slot(int)
    def _say_point(self, _place: int) -> None:
        self.words.setText(self.chart.words())
