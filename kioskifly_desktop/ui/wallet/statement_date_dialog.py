"""Asks from which day a statement starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_date, parse_date
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from datetime import date


class StatementDateDialog(Dialog):
    """One field: the first day of the statement."""

    chosen = Signal(object)
    """The day, a date."""

    def __init__(self, first: date, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Estado de cuenta desde"), size=(420, 250))
        self.day = QLineEdit(format_date(first), maxLength=10)
        self.day.selectAll()
        self.field = Field(self.tr("Fecha"), self.day, hint=self.tr("Día, mes y año: 05/03/2026"))
        self.body.addWidget(self.field)
        self.body.addStretch()
        cancel = button(self.tr("Cancelar"))
        cancel.clicked.connect(self.reject)
        self.accept_button = button(self.tr("Ver estado de cuenta"), "primary")
        self.accept_button.clicked.connect(self.choose)
        self.day.returnPressed.connect(self.choose)
        self.add_buttons(cancel, self.accept_button)
        self.day.setFocus()

    @Slot()
    def choose(self) -> None:
        """Give the day and close, or say what is wrong with it."""
        try:
            day = parse_date(self.day.text())
        except ShopError as error:
            self.field.set_error(words_of(error))
            return
        self.accept()
        self.chosen.emit(day)
