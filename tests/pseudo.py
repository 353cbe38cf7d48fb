"""A language that nobody speaks: what is translated stands in marks, and nothing else does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

OPEN, CLOSE = "⟦", "⟧"
_MOST_ROWS = 60
_FIELD = re.compile(r"\{\w*\}")


class Marker(QTranslator):
    """Gives back every text within marks."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Return that it has something to say, or Qt wouldn't ask."""
        return False

    def translate(
        self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        """Return a text within marks; what will fill it stands outside."""
        return OPEN + _FIELD.sub(rf"{CLOSE}\g<0>{OPEN}", text) + CLOSE if text else text


def unmarked(text: str) -> str:
    """Return what of a text stands outside the marks."""
    kept, depth = [], 0
    for char in text:
        depth += char == OPEN
        if depth == 0:
            kept.append(char)
        elif char == CLOSE:
            depth -= 1
            kept.append(" ")
    return "".join(kept)


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Give what a widget says to the eye, to the pointer and to who doesn't see, and where."""
    yield "tooltip", re.sub("<[^>]*>", "", widget.toolTip())
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    for action in widget.actions():
        yield "action", action.text().partition("\t")[0]
    if widget.isWindow():
        yield "title", widget.windowTitle()
    yield from _own(widget)


def _own(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QComboBox):
        for n in range(widget.count()):
            yield "choice", widget.itemText(n)
    elif isinstance(widget, QGroupBox | QMenu):
        yield "title", widget.title()
    elif isinstance(widget, QProgressBar):
        yield "text", widget.format()
    elif isinstance(widget, QTabBar):
        for n in range(widget.count()):
            yield "tab", widget.tabText(n)
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model: QAbstractItemModel | None = view.model()
    if model is None:
        return
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        if isinstance(view, QTableView) and not view.horizontalHeader().isHidden():
            yield "header", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), _MOST_ROWS)):
            for role in roles:
                yield "cell", str(model.index(row, column).data(role) or "")
