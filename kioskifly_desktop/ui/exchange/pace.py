"""How far slow work has come, told across threads; and the way to stop it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from kioskifly_desktop.core.errors import ShopError

_STEPS = 1000


class Pace(QObject):
    """Is called by the work with (done, total); raises in it once it was stopped."""

    told = Signal(int, int)

    def __init__(self, stopped: type[ShopError]) -> None:
        super().__init__()
        self._error = stopped
        self._stop = threading.Event()

    def __call__(self, done: int, total: int) -> None:
        """Tell, or stop the work.

        Raises:
            ShopError: the one it was made with.
        """
        if self._stop.is_set():
            raise self._error
        self.told.emit(done, total)

    def stop(self) -> None:
        """Let the work stop where it next tells."""
        self._stop.set()


class ProgressPane(QWidget):
    """What is being done, how far it is, and a button to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self._pace: Pace | None = None
        self.words = label("", "subtitle")
        self.count = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setProperty("tone", "action")
        self.bar.setAccessibleName(self.tr("Avance"))
        self.stop_button = button(self.tr("Cancelar"))
        self.stop_button.clicked.connect(self.stop)
        stop = QHBoxLayout()
        stop.addStretch(1)
        stop.addWidget(self.stop_button)
        stop.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(80, 0, 80, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self.words, self.bar, self.count):
            column.addWidget(part)
        column.addSpacing(12)
        column.addLayout(stop)
        column.addStretch(1)

    def start(self, words: str, pace: Pace) -> None:
        """Show how far work has come."""
        self._pace = pace
        self.words.setText(words)
        self.count.setText("")
        self.bar.setValue(0)
        self.stop_button.setEnabled(True)
        pace.told.connect(self.show_progress)

    @Slot()
    def stop(self) -> None:
        """Stop the work, if there is any."""
        if self._pace is not None:
            self._pace.stop()
            self.stop_button.setEnabled(False)
            self.count.setText(self.tr("Cancelando…"))

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many rows are done."""
        if not self.stop_button.isEnabled():
            return
        self.bar.setValue(done * _STEPS // total if total else _STEPS)
        words = self.tr("{done} de {total} filas")
        self.count.setText(words.format(done=grouped(done), total=grouped(total)))


def rows_words(count: int) -> str:
    """Write how many rows there are: `1 fila`, `100.000 filas`."""
    one = QCoreApplication.translate("ProgressPane", "1 fila")
    many = QCoreApplication.translate("ProgressPane", "{n} filas")
    return one if count == 1 else many.format(n=grouped(count))


def grouped(count: int) -> str:
    """Write a count with its thousands: `100.000`."""
    return f"{count:,}".replace(",", ".")
