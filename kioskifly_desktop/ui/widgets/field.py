"""A form's line: caption, input, and the sentence under it when something is wrong."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kioskifly_desktop.ui.widgets.labels import label, restyle


class Field(QWidget):
    """An input with its caption above and one line under, for a hint or what is wrong."""

    def __init__(
        self, caption: str, editor: QWidget, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.caption = label(caption, "caption")
        self.caption.setBuddy(editor)
        self.message = label("", "tiny")
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        if not isinstance(editor, QCheckBox):
            layout.addWidget(self.caption)
        layout.addWidget(editor)
        layout.addWidget(self.message)
        layout.addStretch()
        self.setFocusProxy(editor)
        self._spoken = editor.focusProxy() or editor
        for each in (editor, self._spoken):
            each.setAccessibleName(caption.replace("&", ""))
        self._hint = hint
        self.clear_error()

    def set_hint(self, text: str) -> None:
        """Put a quiet sentence under the input, shown while nothing is wrong."""
        self._hint = text
        if self.message.property("kind") == "tiny":
            self._say("tiny", text)

    def set_error(self, text: str) -> None:
        """Mark the input as wrong and say why, or what to do, under it and aloud."""
        self._say("error", text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def set_warning(self, text: str) -> None:
        """Say something to check without refusing the input."""
        self._say("warning", text)

    def clear_error(self) -> None:
        """Take back what was said; the hint returns."""
        self._say("tiny", self._hint)

    def has_error(self) -> bool:
        """Tell whether the input is marked as wrong."""
        return bool(self.editor.property("bad"))

    def _say(self, kind: str, text: str) -> None:
        self.message.setText(text)
        if self.message.property("kind") != kind:
            self.message.setProperty("kind", kind)
            restyle(self.message)
        self._spoken.setAccessibleDescription(text)
        bad = kind == "error"
        if bool(self.editor.property("bad")) != bad:
            self.editor.setProperty("bad", bad)
            restyle(self.editor)
