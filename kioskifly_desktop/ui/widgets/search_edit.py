"""The field that searches while it is typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.ui.theme import icon, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

DELAY_MS = 120


class SearchEdit(QLineEdit):
    """A line with a magnifier; `searched` follows a pause in typing, or Enter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(accessible)
        self._magnifier = QAction(self.tr("Buscar"), self)
        self._clear = QAction(self.tr("Borrar la búsqueda"), self)
        # Later: the button goes with what is emptied, and it is being pressed.
        self._clear.triggered.connect(self.clear, Qt.ConnectionType.QueuedConnection)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DELAY_MS)
        self._pause.timeout.connect(self.search)
        self.textChanged.connect(self._typed)
        theme.changed.connect(self._paint)
        self._last = ""
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search at once on Enter; empty the field on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search()
            return
        super().keyPressEvent(event)

    @Slot(str)
    def _typed(self, text: str) -> None:
        # Not hidden and shown: Qt connects an action's button once more each time it changes.
        shown = self._clear in self.actions()
        if text and not shown:
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        elif shown and not text:
            self.removeAction(self._clear)
        self._pause.start()

    @Slot()
    def clear(self) -> None:
        """Empty the field; Qt's own keeps all that was ever typed in it, to undo it."""
        self.setText("")

    @Slot()
    def search(self) -> None:
        """Search now for what is written."""
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self._last)

    @Slot()
    def _paint(self) -> None:
        self._magnifier.setIcon(icon("search", "text_tertiary", 18))
        self._clear.setIcon(icon("x", "text_tertiary", 16))
