"""What a screen reader takes for what the parts are that we paint or put together ourselves."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

_ROLE = "accessible_role"


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Have a widget of ours, of which Qt knows nothing, taken for what it is."""
    _install()
    widget.setProperty(_ROLE, role.value)


def name_group(widget: QWidget, name: str) -> None:
    """Name what stands together: what is in it is told apart from the same elsewhere."""
    widget.setAccessibleName(name)
    give_role(widget, QAccessible.Role.Grouping)


@lru_cache(maxsize=1)
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleWidget | None:
    """Return what tells of a widget that has a role; Qt asks for each that a reader comes to."""
    if isinstance(thing, QWidget) and (role := thing.property(_ROLE)) is not None:
        return QAccessibleWidget(thing, QAccessible.Role(role))
    return None
