"""Where a PIN is typed: dots instead of digits, by keyboard or with the finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.pins import MAX_PIN, MIN_PIN
from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.theme import color, px
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_DOT, _GAP = 14, 12
_KEY = QSize(84, 54)
_TICK_MS = 250


class _Dots(QWidget):
    """One dot for each digit typed, and rings for those that are missing at least."""

    def __init__(self) -> None:
        super().__init__()
        self.typed = 0
        self.setFixedHeight(_DOT + 16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them in the middle, in a ring while the keyboard types them."""
        shown = max(self.typed, MIN_PIN)
        dot, gap = px(_DOT), px(_GAP)
        left = (self.width() - shown * dot - (shown - 1) * gap) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad = self.parentWidget()
        if pad is not None and pad.hasFocus():
            box = QRectF(self.rect()).adjusted(left - px(16), 1, px(16) - left, -1)
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(box, 8, 8)
        for number in range(shown):
            full = number < self.typed
            painter.setPen(color("action" if full else "field_border"))
            painter.setBrush(color("action" if full else "surface"))
            painter.drawEllipse(QRectF(left + number * (dot + gap), px(8), dot, dot))


class PinPad(QWidget):
    """Digits by keyboard or by its keys; Enter says that they are all."""

    entered = Signal(str)
    """The digits, 4 to 6 of them, once Enter is pressed."""

    def __init__(self, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__()
        self._clock = clock
        self._digits = ""
        self._until: datetime | None = None
        self._dots = _Dots()
        self.message = label("", "error")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(40)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number in range(1, 10):
            grid.addWidget(self._digit(str(number)), (number - 1) // 3, (number - 1) % 3)
        self.back_button = self._key("")
        set_icon(self.back_button, "delete", "text_secondary", 22)
        self.back_button.setAccessibleName(self.tr("Borrar el último número"))
        self.back_button.clicked.connect(self.erase)
        grid.addWidget(self.back_button, 3, 0)
        grid.addWidget(self._digit("0"), 3, 1)
        self.enter_button = self._key("", "primary")
        set_icon(self.enter_button, "check", "on_action", 22)
        self.enter_button.setAccessibleName(self.tr("Entrar"))
        self.enter_button.clicked.connect(self.submit)
        grid.addWidget(self.enter_button, 3, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._dots)
        column.addLayout(grid)
        column.addWidget(self.message)
        column.setAlignment(grid, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name_group(self, self.tr("PIN"))
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self._count_down)
        self._show()

    def _key(self, words: str, kind: str = "") -> QPushButton:
        result = button(words, kind)
        result.setProperty("pin", True)
        result.setFixedSize(_KEY)
        # The keyboard goes on typing where it was.
        result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return result

    def _digit(self, digit: str) -> QPushButton:
        result = self._key(digit)
        result.clicked.connect(lambda: self.type(digit))
        return result

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type digits; Backspace takes one back, Enter says that they are all."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.erase()
        elif event.key() == Qt.Key.Key_Escape and self._digits:
            self.clear()
        elif _is_digit(event):
            self.type(event.text())
        else:
            super().keyPressEvent(event)

    @property
    def is_waiting(self) -> bool:
        """Whether no PIN is taken for a while."""
        return self._until is not None

    def type(self, digit: str) -> None:
        """Add a digit."""
        if self._until is None and len(self._digits) < MAX_PIN:
            self._digits += digit
            self.message.clear()
            self._show()

    @Slot()
    def erase(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1]
        self._show()

    @Slot()
    def clear(self) -> None:
        """Forget what was typed and what was said of it."""
        self._digits = ""
        if self._until is None:
            self.message.clear()
        self._show()

    @Slot()
    def submit(self) -> None:
        """Give the digits, if they are enough."""
        if self._until is not None:
            return
        if len(self._digits) < MIN_PIN:
            self.message.setText(
                self.tr("El PIN tiene de {least} a {most} números.").format(
                    least=MIN_PIN, most=MAX_PIN
                )
            )
            return
        digits, self._digits = self._digits, ""
        self._show()
        self.entered.emit(digits)

    def refuse(self, sentence: str) -> None:
        """Say why the PIN isn't taken, and wait for another."""
        self.clear()
        self.message.setText(sentence)

    def wait_until(self, at: datetime) -> None:
        """Take no PIN until an instant, counting down."""
        self._until = at
        self.clear()
        self._timer.start()
        self._count_down()

    def stop_waiting(self) -> None:
        """Take PINs again, as another person's turn has come."""
        self._until = None
        self._timer.stop()
        self.clear()

    @Slot()
    def _count_down(self) -> None:
        left = 0 if self._until is None else (self._until - self._clock()).total_seconds()
        if left <= 0:
            self.stop_waiting()
            return
        minutes, seconds = divmod(-int(-left // 1), 60)
        self.message.setText(
            self.tr("Muchos PIN equivocados: esperá {left}.").format(left=f"{minutes}:{seconds:02}")
        )
        self._show()

    def _show(self) -> None:
        self._dots.typed = len(self._digits)
        self._dots.update()
        waiting = self._until is not None
        for key in self.findChildren(QPushButton):
            key.setEnabled(not waiting)
        self.enter_button.setEnabled(not waiting and len(self._digits) >= MIN_PIN)
        self.back_button.setEnabled(bool(self._digits))
        self.setAccessibleDescription(
            self.tr("Números escritos: {count}").format(count=len(self._digits))
        )


def _is_digit(event: QKeyEvent) -> bool:
    # With Alt a digit is a shortcut's.
    bare = not event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return bare and not event.isAutoRepeat() and event.text() in tuple("0123456789")
