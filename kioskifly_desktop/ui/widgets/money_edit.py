"""The field where an amount is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.core.barcodes import is_printed_code
from kioskifly_desktop.core.errors import AmountError
from kioskifly_desktop.core.es_ar import format_number, parse_money
from kioskifly_desktop.ui.theme import color, font, px
from kioskifly_desktop.ui.widgets.labels import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from kioskifly_desktop.core.money import Centavos

MAX_LENGTH = len("999.999.999,99")


class NotABarcode(QValidator):
    """Refuses a code that arrives at once, as a paste does, and what is longer than `length`."""

    def __init__(self, line: QLineEdit, length: int = MAX_LENGTH) -> None:
        super().__init__(line)
        self._length = length
        self._before = line.text()
        line.textChanged.connect(self._note)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept any other text; the sentence under the field says the rest."""
        compact = re.sub(r"[\s$]", "", text)
        # A person's key puts one character into what there was, or takes some away.
        left, right, before = text[: max(position - 1, 0)], text[position:], self._before
        by_hand = before.startswith(left) and before.endswith(right)
        fits = len(compact) <= self._length and (by_hand or not is_printed_code(compact))
        state = QValidator.State.Acceptable if fits else QValidator.State.Invalid
        return state, text, position

    @Slot(str)
    def _note(self, text: str) -> None:
        self._before = text


class MoneyEdit(QLineEdit):
    """An amount in pesos with the `$` drawn inside; read and set in centavos.

    `least` is the smallest amount it takes; a `compact` one stands among fields of text.
    """

    def __init__(
        self, parent: QWidget | None = None, *, least: Centavos = 1, compact: bool = False
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._size = 17 if compact else 22
        if compact:
            self.setObjectName("compact")
        self.setProperty("kind", "money")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(font(self._size, 600, tabular=True))
        self.setValidator(NotABarcode(self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def amount(self) -> Centavos:
        """Return the amount typed.

        Raises:
            AmountError: there is none, or it isn't one.
        """
        return parse_money(self.text(), least=self._least)

    def set_amount(self, centavos: Centavos) -> None:
        """Write an amount the way it is read."""
        self.setText(format_number(centavos))

    def set_bad(self, bad: bool) -> None:  # noqa: FBT001 - a property of the widget
        """Mark the field as wrong, or no longer."""
        if bool(self.property("bad")) != bad:
            self.setProperty("bad", bad)
            restyle(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type a comma for the dot of the numeric keypad, which has no comma."""
        keypad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
        if keypad and event.key() in (Qt.Key.Key_Period, Qt.Key.Key_Comma):
            self.insert(",")
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when reached with the keyboard, so typing replaces."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write the amount with its thousands, if there is one."""
        super().focusOutEvent(event)
        try:
            centavos = self.amount()
        except AmountError:
            return
        if format_number(centavos) != self.text():
            self.set_amount(centavos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, and the peso sign at its left."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(font(self._size - 2, 500))
        painter.setPen(color("text_secondary" if self.isEnabled() else "text_tertiary"))
        area = QRect(px(15), 0, px(24), self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "$")
