"""Asks for the new keys of a shortcut: they are pressed, not written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.key_rules import page_name, refusal
from kioskifly_desktop.ui.scanner import MODIFIERS
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import label, restyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KeyDialog(Dialog):
    """Takes the first keys pressed that the shortcut may have; Esc leaves it as it was."""

    pressed = Signal(str)
    """Carries the keys, in Qt's words."""

    def __init__(self, parent: QWidget, key: keys.Key) -> None:
        what = f"{keys.words(key)} · {page_name(key.page)}"
        super().__init__(parent, self.tr("Apretá la tecla nueva"), what, size=(460, 0))
        self._key = key
        self.shown = label(keys.cap(key), "pressed")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = label("", "muted")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setMinimumHeight(44)
        self._say(self.tr("Una tecla F, o Ctrl o Alt con otra."), "muted")
        self.body.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.sentence)
        cancel = button(self.tr("Cancelar"))
        cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cancel.clicked.connect(self.reject)
        self.add_buttons(cancel)
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Take every key, also those that are shortcuts or move the focus."""
        if isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in MODIFIERS or key == Qt.Key.Key_unknown or event.isAutoRepeat():
            return
        wanted = QKeySequence(event.keyCombination()).toString()
        self.shown.setText(keys.cap_of(wanted))
        if reason := refusal(self._key, wanted):
            self._say(reason, "error")
            return
        self.accept()
        self.pressed.emit(wanted)

    def _say(self, words: str, kind: str) -> None:
        self.sentence.setText(words)
        self.sentence.setProperty("kind", kind)
        restyle(self.sentence)
