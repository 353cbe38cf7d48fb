"""Locks a counter that nobody touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QCursor

from kioskifly_desktop.core.settings import get_preference
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.scanner import uptime

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.scanner import Scanner
    from kioskifly_desktop.ui.shop import Shop

AUTO_LOCK = "auto_lock_minutes"
"""The preference that holds after how many minutes; 0 is never."""
USUAL_MINUTES = 10
_LOOK_MS = 5_000


def auto_lock_minutes(work: Work) -> int:
    """Return after how many minutes without a touch the screen is locked; 0 is never."""
    return int(get_preference(work, AUTO_LOCK, str(USUAL_MINUTES)))


class IdleWatch(QObject):
    """Tells when nobody has touched anything for as long as the shop allows.

    Only keys, the scanner, the mouse and fingers count: not what the program does by itself. It
    waits for work that must end.
    """

    idle = Signal()

    def __init__(self, shop: Shop, scanner: Scanner, clock: Callable[[], float] = uptime) -> None:
        super().__init__(scanner)
        self._shop = shop
        self._scanner = scanner
        self._clock = clock
        self._pointer = QPoint()
        self._touched = clock()
        # A filter of its own, of every event of the program, would cost more than looking at times.
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Tell whether nobody has been there for too long."""
        if QCursor.pos() != self._pointer:
            self._pointer = QCursor.pos()
            self._touched = self._clock()
        if background.has_to_end():
            return
        minutes = self._shop.read(auto_lock_minutes)
        untouched = self._clock() - max(self._touched, self._scanner.last_input)
        if minutes and untouched >= minutes * 60:
            self._touched = self._clock()
            self.idle.emit()
