"""What a screen reader, or somebody without a mouse, finds in a window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
_PARTS = (QHeaderView, QScrollBar)
_DUMB = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Border,
    QAccessible.Role.Pane,
}
"""What Qt says of a widget it knows nothing of."""

_COLOURED = ("debt", "credit", "warning", "error", "action")
_CAPTIONS = ("caption", "tiny", "muted")

_SAME = {"Cerrar", "Nuevo cliente", "Nuevo producto"}
"""What two buttons of a window may be called, as they do the same."""


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if isinstance(widget, QComboBox):
        # On Linux Qt gives its text for its name; a reader finds the name in the label.
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_labelled(combo: QComboBox) -> bool:
    """Tell whether a reader on Linux hears what a choice is of, beside what is chosen."""
    face = QAccessible.queryAccessibleInterface(combo)
    labels = face.relations(QAccessible.RelationFlag.Label)
    return bool(labels) or bool(face.text(QAccessible.Text.Description))


def role_of(widget: QWidget) -> QAccessible.Role:
    """Return what a screen reader takes a widget for."""
    return QAccessible.queryAccessibleInterface(widget).role()


def shown(front: QWidget) -> list[QWidget]:
    """Return every visible part of a window, without the windows over it."""
    every = front.findChildren(QWidget)
    return [each for each in every if each.isVisible() and each.window() is front]


def controls(front: QWidget) -> list[QWidget]:
    """Return what a person acts upon in a window."""
    return [each for each in shown(front) if _is_control(each)]


def is_stop(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget."""
    tab = Qt.FocusPolicy.TabFocus.value
    return bool(widget.focusPolicy().value & tab) and widget.isVisible() and widget.isEnabled()


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, _PARTS) or isinstance(widget.parentWidget(), (QComboBox, QHeaderView)):
        return False
    if isinstance(widget, _CONTROLS):
        return True
    if isinstance(widget, QScrollArea) and not is_stop(widget):
        return False
    if widget.focusProxy() is not None:
        return False
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus or _hears_clicks(widget)


def _hears_clicks(widget: QWidget) -> bool:
    return any("mousePressEvent" in vars(kind) for kind in type(widget).__mro__ if _is_ours(kind))


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("kioskifly_desktop")


def nameless(front: QWidget) -> Iterator[str]:
    """Tell what has no name to be called by, or only a sign or a name of code."""
    for each in controls(front):
        name = name_of(each)
        words = [letter for letter in name if letter.isalnum()]
        if "  " in name or name != name.strip():
            yield f"{described(each)} has a name with holes: {name!r}"
        if isinstance(each, QComboBox) and not is_labelled(each):
            yield f"{described(each)} «{name}» has no label"
        if not words or name in {kind.__name__ for kind in type(each).__mro__}:
            yield f"{described(each)} has no name: {name!r}"
        if role_of(each) in _DUMB:
            yield f"{described(each)} «{name}» has no role"
        if any(not action.text().strip() for action in _entries(each)):
            yield f"{described(each)} has an entry without a name"


def _entries(widget: QWidget) -> list[QAction]:
    """Return what a widget offers besides itself: signs at its ends, entries of its menu."""
    menu = widget.menu() if isinstance(widget, (QPushButton, QToolButton)) else None
    every = [*widget.actions(), *(menu.actions() if menu is not None else ())]
    return [each for each in every if each.menu() is None and not each.isSeparator()]


def twins(front: QWidget) -> Iterator[str]:
    """Tell which controls of a window nobody can tell apart by their names."""
    seen: dict[tuple[object, ...], QWidget] = {}
    for each in controls(front):
        if name_of(each) in _SAME:
            continue
        key = (role_of(each), *_path(each, front))
        if key in seen:
            yield f"{described(each)}: two are called {key[1:]}"
        seen[key] = each


def _path(widget: QWidget, front: QWidget) -> list[str]:
    """Return the names of a widget and of what it is in."""
    path = [name_of(widget)]
    parent = widget.parentWidget()
    while parent is not None and parent is not front:
        if isinstance(parent, (QFrame, QAbstractItemView)) or parent.accessibleName():
            path.append(parent.accessibleName())
        parent = parent.parentWidget()
    return [each for each in path if each]


def described(widget: QWidget) -> str:
    """Return where in the code a widget is from."""
    kinds = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(kinds) < 4:
        if _is_ours(type(parent)):
            kinds.append(type(parent).__name__)
        parent = parent.parentWidget()
    text = widget.text() if isinstance(widget, (QAbstractButton,)) else ""
    return " < ".join(kinds) + (f" {text!r}" if text else "")


def only_coloured(front: QWidget) -> Iterator[str]:
    """Tell which words stand out by their colour alone: a figure without a word or a sign."""
    for each in shown(front):
        if isinstance(each, (QLabel, QPushButton)) and each.text() and _colour_of(each):
            beside = [one for one in shown(front) if one.parentWidget() is each.parentWidget()]
            if not (_says(each.text()) or any(_explains(one, each) for one in beside)):
                yield f"{described(each)} «{each.text()}» is {_colour_of(each)} and no more"


def _colour_of(widget: QWidget) -> str:
    tone, kind = widget.property("tone"), widget.property("kind")
    return next((each for each in (tone, kind) if each in _COLOURED), "")


def _says(words: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}|[+↗↙−]", words))


def _explains(one: QWidget, other: QWidget) -> bool:
    """Tell whether a label says in words, or as a sign, what the colour of another says."""
    if not isinstance(one, QLabel) or one is other:
        return False
    alike = _colour_of(one) == _colour_of(other) or one.property("kind") in _CAPTIONS
    return (alike and _says(one.text())) or not one.pixmap().isNull()
