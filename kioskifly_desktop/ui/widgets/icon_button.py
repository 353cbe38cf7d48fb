"""A button that is only an icon, with the words a screen reader needs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import plain_tooltip


def icon_button(
    icon_name: str, accessible: str, tooltip: str = "", kind: str = "ghost"
) -> QToolButton:
    """Return a square button of kind `ghost` or `outline`."""
    button = QToolButton()
    button.setProperty("kind", kind)
    button.setAccessibleName(accessible)
    button.setToolTip(plain_tooltip(tooltip or accessible))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    set_icon(button, icon_name, "text" if kind == "outline" else "text_secondary")
    return button
