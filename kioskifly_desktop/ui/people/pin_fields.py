"""Where a new PIN is typed: twice, and hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kioskifly_desktop.core.errors import PinError
from kioskifly_desktop.core.pins import MAX_PIN, MIN_PIN, check_pin, is_weak
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Callable


def pin_edit(enter: Callable[[], object]) -> QLineEdit:
    """Return a line that takes the digits of a PIN, hidden."""
    result = QLineEdit()
    result.setEchoMode(QLineEdit.EchoMode.Password)
    result.setMaxLength(MAX_PIN)
    result.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), result))
    # An input that isn't acceptable would swallow Enter; every run of digits is.
    result.returnPressed.connect(enter)
    return result


class PinFields(QWidget):
    """A new PIN typed twice, with a word about those that anybody would guess."""

    def __init__(self, enter: Callable[[], object], *, hint: str = "") -> None:
        super().__init__()
        self.pin, self.again = pin_edit(enter), pin_edit(enter)
        usual = self.tr("De {least} a {most} números.").format(least=MIN_PIN, most=MAX_PIN)
        self.pin_field = Field(self.tr("PIN nuevo"), self.pin, hint=hint or usual)
        self.again_field = Field(self.tr("Otra vez"), self.again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.pin_field, 1)
        row.addWidget(self.again_field, 1)
        self.pin.textChanged.connect(self._judge)
        self.again.textChanged.connect(self.again_field.clear_error)
        self.setFocusProxy(self.pin)

    def empty(self) -> bool:
        """Tell whether nothing was typed."""
        return not (self.pin.text() or self.again.text())

    def take(self) -> str | None:
        """Return the PIN, or None after saying what is wrong with it."""
        pin = self.pin.text()
        try:
            check_pin(pin)
        except PinError as error:
            self.pin_field.set_error(words_of(error))
            self.pin.setFocus()
            return None
        if pin != self.again.text():
            self.again.clear()
            self.again_field.set_error(self.tr("No son iguales: repetilo."))
            self.again.setFocus()
            return None
        return pin

    @Slot()
    def _judge(self) -> None:
        pin = self.pin.text()
        if len(pin) >= MIN_PIN and is_weak(pin):
            self.pin_field.set_warning(self.tr("Es fácil de adivinar."))
        else:
            self.pin_field.clear_error()
