"""The notice at the bottom of the window: what was done, and how to take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.icons import icon_label, set_icon
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QEnterEvent

SHOWN_MS = 8000
MAX_ACTIONS = 3
LINE = 90
NARROW = 700
_ABOVE_BOTTOM = 52


class ToastAction(NamedTuple):
    """A button of a notice; Ctrl+Z presses the one that undoes."""

    words: str
    act: Callable[[], object]
    undo: bool = False
    asks: str = ""
    """Who has to allow it, where the person may not alone."""


class Toast(QFrame):
    """A notice that doesn't interrupt; it stays while the pointer is on it."""

    gone = Signal()

    def __init__(
        self, parent: QWidget, text: str, actions: Sequence[ToastAction], *, error: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.text = text
        self.actions_shown = tuple(actions[:MAX_ACTIONS])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(10)
        sign = ("circle-alert", "toast_error") if error else ("circle-check", "toast_success")
        layout.addWidget(icon_label(sign[0], sign[1], 20, 2.0))
        words = label(text)
        words.setWordWrap(len(text) > LINE or parent.width() < px(NARROW))
        layout.addWidget(words, 1)
        for action in self.actions_shown:
            said = action.words + (self.tr("   Ctrl Z") if action.undo else "")
            button = QPushButton(f"  {said}" if action.asks else said)
            button.setAccessibleName(action.words)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            if action.asks:
                button.setToolTip(action.asks)
                set_icon(button, "shield-check", "sun", 14)
            button.clicked.connect(lambda _=False, chosen=action: self.run(chosen))
            layout.addWidget(button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SHOWN_MS)
        self._clock.timeout.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._clock.start()

    @Slot()
    def _end(self) -> None:
        self.close()

    def run(self, action: ToastAction) -> None:
        """Close the notice, then do what its button says."""
        self.close()
        action.act()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the notice is gone."""
        super().closeEvent(event)
        self.gone.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on the notice."""
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count down again."""
        self._clock.start()
        super().leaveEvent(event)


class ToastHost(QObject):
    """Shows one notice at a time, on the dialog in front or else on the window."""

    refused = Signal()
    """What is shown says that something was not done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._parent = window
        self.toast: Toast | None = None
        self._holding = False
        self._later: Callable[[], None] | None = None

    def show(self, text: str, actions: Sequence[ToastAction] = (), *, error: bool = False) -> None:
        """Show a notice in place of the one there may be, and read it aloud."""
        if self._holding:
            self._later = partial(self.show, text, actions, error=error)
            return
        self.dismiss()
        self._parent = self.front()
        self.toast = Toast(self._parent, text, actions, error=error)
        self.toast.gone.connect(self._gone)
        self._parent.installEventFilter(self)
        if any(action.undo for action in actions):
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # alive
        self._place()
        self.toast.show()
        self.toast.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, text))
        if error:
            self.refused.emit()

    def front(self) -> QWidget:
        """Return the dialog in front, or else the window."""
        front = QApplication.activeModalWidget()
        return front if front is not None else self._window

    def hold(self) -> None:
        """Take the notice away and show none: the screen is locked."""
        self.dismiss()
        self._holding = True

    def release(self, *, shown: bool) -> None:
        """Show notices again, and first the last one that was held, if it is to be shown."""
        self._holding = False
        later, self._later = self._later, None
        if later is not None and shown:
            later()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        if self.toast is not None:
            self.toast.close()

    def dismiss_undo(self) -> None:
        """Take the notice away if it offers to undo: Ctrl+Z belongs to something newer."""
        if self.toast is not None and any(action.undo for action in self.toast.actions_shown):
            self.toast.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the notice in its place, save it from a closing dialog, and hear Ctrl+Z."""
        if self.toast is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            undo = next((a for a in self.toast.actions_shown if a.undo), None)
            if undo and keys.matches("undo", event):
                self.toast.run(undo)
                return True
        elif watched is self._parent:
            if kind == QEvent.Type.Resize:
                self._place()
            elif kind == QEvent.Type.Hide and watched is not self._window:
                self._move_to_window()
        return False

    @Slot()
    def _gone(self) -> None:
        self.toast = None
        self._parent.removeEventFilter(self)
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # alive
        self._parent = self._window

    def _move_to_window(self) -> None:
        assert self.toast is not None
        self._parent.removeEventFilter(self)
        self._parent = self._window
        self._window.installEventFilter(self)
        self.toast.setParent(self._window)
        self._place()
        self.toast.show()
        self.toast.raise_()

    def _place(self) -> None:
        assert self.toast is not None
        room = self._parent.size()
        self.toast.setMaximumWidth(max(room.width() - 48, 320))
        self.toast.adjustSize()
        left = (room.width() - self.toast.width()) // 2
        self.toast.move(QPoint(left, room.height() - self.toast.height() - _ABOVE_BOTTOM))
