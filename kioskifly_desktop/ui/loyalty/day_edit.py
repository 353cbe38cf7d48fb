"""Two dates, the first and the last day of something; empty is no limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kioskifly_desktop.core.errors import DateError
from kioskifly_desktop.core.es_ar import format_date, parse_date
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from datetime import date

_LENGTH = 10


class DaysEdit(QWidget):
    """The fields «Desde» and «Hasta»."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = QLineEdit(maxLength=_LENGTH), QLineEdit(maxLength=_LENGTH)
        self.first_field = Field(self.tr("Desde"), self.first)
        self.last_field = Field(self.tr("Hasta"), self.last)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for line, field in ((self.first, self.first_field), (self.last, self.last_field)):
            line.setPlaceholderText(self.tr("dd/mm/aaaa"))
            line.textChanged.connect(field.clear_error)
            line.textChanged.connect(self.changed)
            row.addWidget(field, 1)

    def set_days(self, first: date | None, last: date | None) -> None:
        """Write the days."""
        for line, day in ((self.first, first), (self.last, last)):
            line.setText(format_date(day) if day else "")

    def days(self) -> tuple[date | None, date | None]:
        """Return the days.

        Raises:
            DateError: one is no date; its field says so.
        """
        found = []
        for line, field in ((self.first, self.first_field), (self.last, self.last_field)):
            try:
                found.append(parse_date(line.text()) if line.text().strip() else None)
            except DateError as error:
                field.set_error(words_of(error))
                line.setFocus()
                raise
        return found[0], found[1]

    def refuse(self, words: str) -> None:
        """Say under the last day what is wrong."""
        self.last_field.set_error(words)
        self.last.setFocus()
