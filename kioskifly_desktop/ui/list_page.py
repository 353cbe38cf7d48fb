"""The base of a page that is a list: its search, its filter and its table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.widgets.labels import card, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from kioskifly_desktop.ui.widgets.list_table import ListTable
    from kioskifly_desktop.ui.widgets.notice import EmptyState
    from kioskifly_desktop.ui.widgets.rows_model import RowsModel
    from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
    from kioskifly_desktop.ui.widgets.segments import Segments

Row = TypeVar("Row")


class ListPage(Page, Generic[Row]):
    """A question (`query`: search, only, sort, descending) and the rows that answer it.

    A subclass makes `search`, `filter`, `table` and `model`, then calls `place_list`.
    """

    query: Any
    search: SearchEdit
    filter: Segments
    table: ListTable[Row]
    model: RowsModel[Row]
    sorts: Mapping[Any, Any]
    """What is sorted by, for each column that sorts."""

    def place_list(self) -> None:
        """Put the table under what is there already, and connect it with the search."""
        self._empty: QWidget = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        self.content.addWidget(frame, 1)
        self.shown = label("", "tiny")
        self.content.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignRight)
        self.search.searched.connect(self.search_for)
        self.filter.chosen.connect(self._filter)
        self.table.header.sorted_by.connect(self._sort)
        self.table.typed.connect(self.type_on)
        self.table.left_upwards.connect(self._to_the_search)

    def count(self) -> int:
        """Count the rows that answer, and write it under the table."""
        raise NotImplementedError

    def nothing(self) -> EmptyState:
        """Return what stands in place of a table without rows."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the list again; the chosen row and the place stay."""
        chosen: Any = self.table.current()
        scroll = self.table.verticalScrollBar().value()
        self.model.reload()
        position = self.model.find(
            lambda row: chosen is not None and row.id == chosen.id  # type: ignore[attr-defined]  # every row has one
        )
        self.table.choose(max(position, 0))
        self.table.verticalScrollBar().setValue(scroll)

    def ask(self, **changes: object) -> None:
        """Show the first page of a changed question, its first row chosen."""
        self.query = replace(self.query, **changes)
        self.model.restart()
        self.table.choose(0)
        self.table.scrollToTop()
        self.say()

    def say(self) -> None:
        """Write the line under the table, or what stands in place of an empty one."""
        if self.count():
            self._stack.setCurrentIndex(0)
            return
        self._stack.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = self.nothing()
        self._stack.addWidget(self._empty)
        self._stack.setCurrentIndex(1)

    def focus_main(self) -> None:
        """Put the focus in the search."""
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search down into the table."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.model.rows:
            self.table.choose(max(self.table.currentIndex().row(), 0))
            self.table.setFocus()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def search_for(self, words: str) -> None:
        """Look for what was written."""
        self.ask(search=words)

    @Slot(str)
    def type_on(self, characters: str) -> None:
        """Pass on to the search what is typed in the table."""
        self.search.setFocus()
        self.search.setText(self.search.text() + characters)

    @Slot()
    def _to_the_search(self) -> None:
        self.search.setFocus()

    @Slot(object)
    def _filter(self, only: object) -> None:
        self.ask(only=only)

    @Slot(int, bool)
    def _sort(self, column: int, descending: bool) -> None:  # noqa: FBT001 - a signal's slot
        self.ask(sort=self.sorts[column], descending=descending)
