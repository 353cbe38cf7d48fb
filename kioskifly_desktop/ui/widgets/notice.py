"""Standing notices in a page: why something can't be done, or what to do first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class Notice(QFrame):
    """A sentence in an amber box, with a button where something can be done about it."""

    def __init__(
        self, text: str, icon_name: str = "triangle-alert", action: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4 if action else 10, 14, 4 if action else 10)
        row.setSpacing(10)
        row.addWidget(icon_label(icon_name, "warning", 18, 2.0))
        self.words = label(text)
        self.words.setWordWrap(True)
        row.addWidget(self.words, 1)
        if action is not None:
            row.addWidget(action)


class EmptyState(QWidget):
    """What an empty list says: what it is for, and the button to start."""

    def __init__(
        self, icon_name: str, title: str, text: str, action: QWidget | None = None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(
            icon_label(icon_name, "text_tertiary", 40, 1.5), 0, Qt.AlignmentFlag.AlignHCenter
        )
        column.addSpacing(6)
        for words, kind in ((title, "subtitle"), (text, "muted")):
            line = label(words, kind)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            line.setWordWrap(True)
            column.addWidget(line)
        if action is not None:
            column.addSpacing(10)
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on, which a stack gives to whatever it shows."""
        super().focusInEvent(event)
        self.focusNextChild()
