"""What the tour and the screenshots share: pictures of the window, and waiting for it."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QPoint, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

D = TypeVar("D", bound=QDialog)

SIZE = (1366, 768)
_PATIENCE_SECONDS = 10.0
_SETTLE_MS = 30


class TourError(Exception):
    """The program did not do what the tour saw coming."""


def prepare_screen(out: Path, size: tuple[int, int] = SIZE) -> None:
    """Where nothing is shown, draw on a screen of a kiosk's size instead of Qt's 800 x 800."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        return
    width, height = size
    screen = {"name": "kiosk", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = out / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def picture_of(window: QWidget) -> QPixmap:
    """Return the window as it is on the screen, with the dialogs over it."""
    image = window.grab()
    painter = QPainter(image)
    origin = window.mapToGlobal(QPoint(0, 0))
    for dialog in _dialogs():
        painter.drawPixmap(dialog.mapToGlobal(QPoint(0, 0)) - origin, dialog.grab())
    painter.end()
    return image


def _dialogs() -> list[QDialog]:
    """Return the open dialogs, the one in front last."""
    tops = QApplication.topLevelWidgets()
    dialogs = [w for w in tops if isinstance(w, QDialog) and w.isVisible()]
    return sorted(dialogs, key=_depth)


def _depth(widget: QObject) -> int:
    parent = widget.parent()
    return 0 if parent is None else 1 + _depth(parent)


def open_dialog(kind: type[D]) -> D:
    """Return the open dialog of a kind."""
    wait_for(lambda: any(isinstance(dialog, kind) for dialog in _dialogs()))
    return next(dialog for dialog in _dialogs() if isinstance(dialog, kind))


def wait_for(reached: Callable[[], bool]) -> None:
    """Let the window work until something is so.

    Raises:
        TourError: it was not within ten seconds.
    """
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not reached():
        if time.monotonic() > deadline:
            message = "la pantalla no llegó a donde debía"
            raise TourError(message)
        settle()


def settle() -> None:
    """Let the window do what it has pending, and paint; other threads go on meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()  # QTest.qWait would keep them from running
