"""A short list with its buttons, on a card of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Row = TypeVar("Row")

_ROW, _HEADER = 48, 46
_LEAST, _MOST = 2, 6


class ListCard(QWidget, Generic[Row]):
    """The rows that `read` gives, and buttons of which some need a row chosen."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[Row]],
        widths: Mapping[int, int],
        read: Callable[[], Sequence[Row]],
        buttons: Sequence[tuple[QPushButton, Callable[[], object]]],
    ) -> None:
        super().__init__()
        self.model: RowsModel[Row] = RowsModel(
            columns, lambda after, _limit: read() if after is None else (), parent=self
        )
        self.table = rows_table(self.model, name, widths, row_height=_ROW)
        row = QHBoxLayout()
        row.setSpacing(8)
        # The first one adds; the others act on the row that is chosen.
        self._of_row = [each for each, _ in buttons[1:]]
        for each, act in buttons:
            each.clicked.connect(act)
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table)
        column.addLayout(row)
        if len(buttons) > 1:
            self.table.activated.connect(buttons[1][1])
        self.table.selectionModel().currentRowChanged.connect(self.offer)
        self.setFocusProxy(self.table)
        name_group(self, name)

    def chosen(self) -> Row | None:
        """Return the row that is chosen."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    def refresh(self) -> None:
        """Read the rows; the place of the chosen one stays chosen."""
        row = max(self.table.currentIndex().row(), 0)
        self.model.reload()
        self.table.setCurrentIndex(self.model.index(min(row, len(self.model.rows) - 1), 0))
        shown = min(max(len(self.model.rows), _LEAST), _MOST)
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(shown * height + px(_HEADER))
        self.offer()

    def offer(self) -> None:
        """Offer what can be done with the chosen row."""
        for each in self._of_row:
            each.setEnabled(self.chosen() is not None)


def framed(inside: QWidget) -> QFrame:
    """Return a card around a list that has no border of its own."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(4, 4, 4, 4)
    column.addWidget(inside)
    return frame
