"""The field that shows what a scanner types: its characters, how fast, and how it ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.ui.scanner import OWN_READING, Run, moment, typed

_PAUSE_MS = 1500
"""After a longer rest, what is typed is another code."""
_ENDS = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter", Qt.Key.Key_Tab: "Tab"}


class TrialEdit(QLineEdit):
    """Notes each key instead of leaving it to the program's own scanner."""

    noted = Signal()
    """A character came, or the key that ends a code."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(OWN_READING, True)
        self.run = Run()
        self.ended_at: int | None = None
        self.end_key = ""

    def event(self, event: QEvent) -> bool:
        """Take the Tab that ends a code; any other goes to the next field."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self._running()
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note a key and when it came."""
        now, key = moment(event), Qt.Key(event.key())
        if key in _ENDS:
            if self._running():
                self.ended_at, self.end_key = now, _ENDS[key]
                self.noted.emit()
            return
        if character := typed(event, self.run):
            if not self._running() or now - self.run.times[-1] > _PAUSE_MS:
                self.run, self.ended_at, self.end_key = Run(), None, ""
                self.clear()
            self.run.add(character, now)
        super().keyPressEvent(event)
        if character:
            self.noted.emit()

    def _running(self) -> bool:
        return bool(self.run.times) and self.ended_at is None
