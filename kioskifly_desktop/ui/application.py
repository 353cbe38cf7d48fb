"""The process's one QApplication."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QLocale
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from kioskifly_desktop import resources
from kioskifly_desktop.core.errors import NoDisplayError
from kioskifly_desktop.ui.language import Language, speak

_NAME = "ar.kioskifly.Desktop"
_DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def application() -> QApplication:
    """Return the process's application, made and taught Spanish the first time.

    Raises:
        NoDisplayError: there is no screen to draw on.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if sys.platform == "linux" and not _DISPLAYS & set(os.environ):
        # Qt would abort the process, with nothing on the terminal.
        raise NoDisplayError
    made = QApplication(sys.argv[:1])
    made.setApplicationName("Kioskifly")
    made.setDesktopFileName(_NAME)
    spanish = QLocale(QLocale.Language.Spanish, QLocale.Country.Argentina)
    QLocale.setDefault(spanish)
    speak(made, Language.SPANISH)
    return made


def wear_icon() -> None:
    """Give every window the program's icon; after the first paint, as drawing it takes its time."""
    application().setWindowIcon(QIcon(str(resources.ROOT / "brand" / f"{_NAME}.svg")))
