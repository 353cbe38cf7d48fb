"""A table of frozen rows, read page by page as the view scrolls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")

MOST_READ_AGAIN = 1000
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The role under which any cell gives its whole row."""

_NO_PARENT = QModelIndex()
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its caption and what it says of a row, to the eye, to the pointer, to a reader."""

    title: str
    text: Callable[[Row], str]
    right: bool = False
    tooltip: Callable[[Row], str] | None = None
    accessible: Callable[[Row], str] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows from `fetch(after, limit)`: those following `after`, or the first ones after None."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Row | None, int], Sequence[Row]],
        *,
        page: int = 100,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._page = page
        self._rows: list[Row] = []
        self._complete = False

    @property
    def rows(self) -> Sequence[Row]:
        """The rows read so far."""
        return self._rows

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        """Return the row of a valid index."""
        return self._rows[index.row()]

    def find(self, match: Callable[[Row], bool]) -> int:
        """Return the position of the first row read that matches, or -1."""
        return next((n for n, row in enumerate(self._rows) if match(row)), -1)

    def reload(self) -> None:
        """Read again as many rows as were shown, so the view keeps its place.

        Far down a very long list it starts over instead: reading thousands of rows again would
        stop the window.
        """
        shown = len(self._rows)
        limit = max(self._page, shown if shown <= MOST_READ_AGAIN else 0)
        fresh = list(self._fetch(None, limit))
        self.beginResetModel()
        self._rows = fresh
        self._complete = len(fresh) < limit
        self.endResetModel()

    def restart(self) -> None:
        """Read the first page again: the question has changed."""
        self._rows = []
        self.reload()

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> bool:
        """Tell whether there may be rows after the last one."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> None:
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        after = self._rows[-1] if self._rows else None
        more = self._fetch(after, self._page)
        self._complete = len(more) < self._page
        if more:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
            self._rows.extend(more)
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return how many rows were read."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a cell says in a role."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == Qt.ItemDataRole.FontRole:
            return font(14, 500, tabular=True) if column.right else None
        return _words(column, row, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's caption, aligned as its cells."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said(column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        return None


def _words(column: Column[Row], row: Row, role: int) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return said(column.text(row))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return said((column.accessible or column.text)(row))
    if role == Qt.ItemDataRole.ToolTipRole and column.tooltip:
        return plain_tooltip(said(column.tooltip(row)))
    return None
