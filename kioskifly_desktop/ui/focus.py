"""Keeps what has the focus in sight."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_MARGIN = 8


class FocusInSight(QObject):
    """Scrolls to where the keyboard went; Qt does it only from within the same scroll area."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._show)  # type: ignore[union-attr]  # alive

    @Slot(QWidget, QWidget)
    def _show(self, _before: QWidget | None, now: QWidget | None) -> None:
        # What a button of the mouse is on must not move from under it.
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        above = now
        while now is not None and above is not None:
            if isinstance(above, QScrollArea) and above is not now:
                above.ensureWidgetVisible(now, _MARGIN, _MARGIN)
            above = above.parentWidget()
