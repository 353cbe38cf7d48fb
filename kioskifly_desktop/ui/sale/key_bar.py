"""The keys of the sale, to be read and to be touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

_GAP = 2
_HEIGHT = 34
_MARGIN, _SIGN_ROOM = 7, 9


class KeyButton(QPushButton):
    """A key cap with the word of what it does; a touch does it."""

    def __init__(self, key_id: str, words: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._key_id = key_id
        self.setProperty("kind", "key")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._act = act
        self.clicked.connect(self._press)
        self._cap = label("", "key")
        self._words = label("", "tiny")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(6)
        for each in (self._cap, self._words):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_words(words)
        self.write_key()
        keys.assigned.changed.connect(self.write_key)

    def set_words(self, words: str) -> None:
        """Say what the key does."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def leave_room(self) -> None:
        """Leave room for the sign of what is authorized beside the word."""
        self._row.setContentsMargins(_MARGIN, 0, _MARGIN + _SIGN_ROOM, 0)

    def sizeHint(self) -> QSize:
        """Return the room of both labels."""
        return self._row.sizeHint()

    @Slot()
    def _press(self) -> None:
        self._act()

    @Slot()
    def write_key(self) -> None:
        """Write the key in force."""
        self._cap.setText(keys.cap(self._key_id))
        self.updateGeometry()


class KeyBar(QWidget):
    """A row of key buttons; those that don't fit are left out, the last ones first."""

    def __init__(self, buttons: Sequence[KeyButton]) -> None:
        super().__init__()
        self._buttons = tuple(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Need no width: what doesn't fit is left out."""
        return QSize(0, _HEIGHT)

    def make_room(self) -> None:
        """Leave out what doesn't fit."""
        left = self.width()
        for each in self._buttons:
            left -= each.sizeHint().width() + _GAP
            each.setVisible(left >= 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what doesn't fit."""
        super().resizeEvent(event)
        self.make_room()
