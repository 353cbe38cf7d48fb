"""Two small fields, from and to, that narrow a list of movements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kioskifly_desktop.core.errors import DateError
from kioskifly_desktop.core.es_ar import format_date, parse_date
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label, restyle

if TYPE_CHECKING:
    from datetime import date


class DateRange(QWidget):
    """From a day to a day, both optional."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.since: date | None = None
        self.until: date | None = None
        self.error = label("", "error")
        self.start = self._line(self.tr("Desde"))
        self.end = self._line(self.tr("Hasta"))
        self.clear_button = button(self.tr("Ver todo"), "link")
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.error, 1)
        row.addWidget(self.clear_button)
        for line in (self.start, self.end):
            row.addWidget(label(line.accessibleName(), "muted"))
            row.addWidget(line)

    def _line(self, accessible: str) -> QLineEdit:
        line = QLineEdit(maxLength=10)
        line.setObjectName("day")
        line.setAccessibleName(accessible)
        line.setPlaceholderText(self.tr("dd/mm/aaaa"))
        line.setFixedWidth(116)
        line.editingFinished.connect(self._read)
        return line

    @Slot()
    def clear(self) -> None:
        """Narrow nothing."""
        self.start.clear()
        self.end.clear()
        self._read()

    @Slot()
    def _read(self) -> None:
        before = (self.since, self.until)
        self.error.clear()
        self.since, self.until = self._day(self.start), self._day(self.end)
        self.clear_button.setVisible(bool(self.start.text() or self.end.text()))
        if (self.since, self.until) != before:
            self.changed.emit()

    def _day(self, line: QLineEdit) -> date | None:
        day, bad = None, False
        if text := line.text().strip():
            try:
                day = parse_date(text)
                line.setText(format_date(day))
            except DateError as error:
                bad = True
                self.error.setText(words_of(error))
        if bool(line.property("bad")) != bad:
            line.setProperty("bad", bad)
            restyle(line)
        return day
