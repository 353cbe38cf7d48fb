"""What only a window knows of the computer, for the problem report."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from kioskifly_desktop.ui.theme import theme


def window_facts() -> list[str]:
    """Return the screens and the look. Not what a screen is called: that may hold its serial."""
    facts = [
        f"Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"Aspecto en pantalla: {theme.look}, texto al {theme.percent} %",
    ]
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        size, room = screen.size(), screen.availableGeometry().size()
        facts.append(
            f"Pantalla {number}: {size.width()}x{size.height()}, "
            f"libre {room.width()}x{room.height()}, escala {screen.devicePixelRatio():g}, "
            f"{screen.logicalDotsPerInch():.0f} puntos por pulgada"
        )
    return facts
