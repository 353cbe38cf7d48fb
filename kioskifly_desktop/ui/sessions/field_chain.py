"""Walking down a column of inputs with one hand on the numeric keypad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldChain(QObject):
    """Enter and the down arrow go to the next input, the up arrow to the one before.

    A button that ends the chain is pressed by its own Enter, never by one that is held down.
    """

    def __init__(self, widgets: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._widgets = tuple(widgets)
        for widget in self._widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the focus along the chain."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in _ENTER
        if enter and event.isAutoRepeat():
            return True
        if event.key() == Qt.Key.Key_Up:
            return self._go(watched, -1)
        if isinstance(watched, QAbstractButton):
            return False
        return self._go(watched, 1) if enter or event.key() == Qt.Key.Key_Down else False

    def _go(self, watched: QObject, step: int) -> bool:
        here = next(n for n, widget in enumerate(self._widgets) if widget is watched)
        there = min(max(here + step, 0), len(self._widgets) - 1)
        widget = self._widgets[there]
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self._show(widget)
        return True

    @staticmethod
    def _show(widget: QWidget) -> None:
        """Scroll to a widget on a small screen: Qt does it for Tab alone."""
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()
