"""What is seen while the program loads: its window as it will be, without the shop."""

from __future__ import annotations

import importlib
import json
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.rail import Rail
from kioskifly_desktop.ui.theme import Look, stored_percent, theme
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

SIZE = QSize(1366, 768)
_PAINT_MS = 40
_PAINT_TRIES = 25


class Shell(QMainWindow):
    """The rail and an empty page, which nothing can be done with."""

    def __init__(self) -> None:
        super().__init__()
        self.is_painted = False
        self.was_closed = False
        self.setWindowTitle("Kioskifly")
        self.rail = Rail()
        self.rail.write_keys()
        self.rail.buttons[keys.SALE].setChecked(True)
        for each in self.rail.buttons.values():
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rail.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words: QLabel = label(self.tr("Abriendo el negocio…"), "subtitle")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        root = QWidget()
        root.setObjectName("page")
        row = QHBoxLayout(root)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.rail)
        row.addWidget(self.words, 1)
        self.setCentralWidget(root)
        fit(self)

    def event(self, event: QEvent) -> bool:
        """Note that the window is on the screen."""
        result = super().event(event)
        if event.type() == QEvent.Type.Paint:
            self.is_painted = True
        return result

    def closeEvent(self, event: QCloseEvent) -> None:
        """Note that somebody thought better of it."""
        self.was_closed = True
        super().closeEvent(event)


class _Load(QObject):
    """The modules that a thread loads."""

    ended = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = names
        self.is_over = False

    def run(self) -> None:
        """Load them; of one that fails the error comes where it is imported again."""
        with suppress(Exception):
            for name in self._names:
                importlib.import_module(name)
        self.is_over = True
        self.ended.emit()


_shells: list[Shell] = []


def fit(window: QMainWindow) -> None:
    """Give a window its usual size, where the screen has room for it."""
    window.resize(SIZE.boundedTo(QGuiApplication.primaryScreen().availableSize()))


def show_fitting(window: QMainWindow) -> None:
    """Show a window; on a screen no larger than it, without pushing anything off the screen."""
    screen = window.screen().availableSize()
    if window.width() >= screen.width() or window.height() >= screen.height():
        window.showMaximized()
    else:
        window.show()


def show_shell() -> Shell:
    """Paint the shell, in the last look that was chosen.

    Raises:
        NoDisplayError: there is no screen to draw on.
    """
    app = application()
    theme.apply(app, *_last_look())
    shell = Shell()
    _shells.append(shell)
    show_fitting(shell)
    for _ in range(_PAINT_TRIES):
        if shell.is_painted:
            break
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _PAINT_MS)
    return shell


def load_behind(shell: Shell, names: Sequence[str]) -> bool:
    """Load modules in a thread while the shell lives; False if it was closed meanwhile."""
    work, loop = _Load(names), QEventLoop()
    work.ended.connect(loop.quit)
    thread = threading.Thread(target=work.run, name="loading", daemon=True)
    thread.start()
    if not work.is_over:
        loop.exec()
    thread.join()  # a process that ends in the middle of an import may crash
    return not shell.was_closed


def leave_shell() -> None:
    """Take the shell away: another window is in its place."""
    while _shells:
        shell = _shells.pop()
        shell.hide()
        shell.deleteLater()


def remember_look() -> None:
    """Keep the look in force for the next shell, which doesn't read the shop."""
    text = json.dumps({"look": theme.look, "percent": theme.percent})
    place = _look_file()
    try:
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
    except OSError:
        return  # the shell comes in the look of the system


def _last_look() -> tuple[Look, int]:
    try:
        kept = json.loads(_look_file().read_text(encoding="utf-8"))
        return Look(kept["look"]), stored_percent(str(kept["percent"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Look.SYSTEM, stored_percent("")


def _look_file() -> Path:
    cache = QStandardPaths.StandardLocation.GenericCacheLocation
    return Path(QStandardPaths.writableLocation(cache)) / "kioskifly" / "look.json"
