"""Push buttons with words, and an icon where it helps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QPushButton

from kioskifly_desktop.ui.widgets.icons import set_icon


def stop_at_checked(group: QButtonGroup) -> None:
    """Have Tab stop at the button of a group that is down: Qt's own stops where it last was."""
    for each in group.buttons():
        down = each.isChecked()
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if down else Qt.FocusPolicy.ClickFocus)


def button(words: str, kind: str = "", *, icon_name: str = "", large: bool = False) -> QPushButton:
    """Return a button of kind `primary`, `danger`, `quick`, `link` or the usual outlined one."""
    result = QPushButton(f"  {words}" if icon_name else words)
    result.setAccessibleName(words)
    result.setAutoDefault(True)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind:
        result.setProperty("kind", kind)
    if large:
        result.setProperty("large", True)
    if icon_name:
        token = {"primary": "on_action", "link": "action"}.get(kind, "text_secondary")
        set_icon(result, icon_name, token, 18)
    return result
