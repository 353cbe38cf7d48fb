"""How long the window does not answer: a beat in its thread every 20 ms, and the longest gap."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 20


class Heartbeat(QObject):
    """Beats in the window's thread; `longest` is the longest time it was late by."""

    def __init__(self):
        super().__init__()
        self.longest = 0.0
        self.gaps = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.beat)

    def beat(self):
        """Note how late this beat is."""
        now = time.perf_counter()
        late = (now - self._last) * 1000 - BEAT_MS
        self._last = now
        self.gaps.append(late)
        self.longest = max(self.longest, late)

    def start(self):
        """Begin counting anew."""
        self.longest, self.gaps = 0.0, []
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self):
        """Count up to now, and return the longest gap."""
        self.beat()
        self._timer.stop()
        return self.longest
