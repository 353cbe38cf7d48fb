"""A cashier's hands on the real window: keys, a scanner, and never the mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes.keyboard import scan, type_text

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Hands:
    """Works a window by what has the focus, as a person who looks at the screen does."""

    def __init__(self, qtbot, window):
        self.qtbot = qtbot
        self.window = window
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    @property
    def focus(self):
        """What the next key goes to, once what is in front has it."""
        front = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is not front:
            front.activateWindow()  # no window manager does it here

        def ready():
            focus = QApplication.focusWidget()
            return focus is not None and focus.window() is front

        self.qtbot.waitUntil(ready)
        return QApplication.focusWidget()

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a key that types nothing."""
        QTest.keyClick(self.focus, key, modifiers)

    def tab_to(self, place):
        """Go on with Tab until the focus is at a place."""
        for _ in range(12):
            if self.focus is place:
                return
            self.key(Key.Key_Tab)
        assert self.focus is place

    def type(self, text):
        """Type at a person's pace; `\\r` is Enter."""
        assert self.focus is not None
        type_text(text)

    def scan(self, code):
        """Pull the scanner's trigger."""
        assert self.focus is not None
        scan(code)

    def front(self, kind):
        """Return the dialog in front, which must be of a kind."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return QApplication.activeModalWidget()

    def back_at(self, place):
        """Make sure that no dialog is left and that the focus is where the work goes on."""
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        assert self.focus is place
