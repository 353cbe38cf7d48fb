"""What of a window's words doesn't fit: `python -m tests.clipped FOLDER PERCENT WIDTH HEIGHT`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QTableView, QToolButton, QWidget

from kioskifly_desktop.tour_tools import prepare_screen
from kioskifly_desktop.ui.application import application
from tests.accessible import described, shown
from tests.walk import Walker, shown_shop

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLACK = 2
"""Hairlines and the side bearings of a letter."""


class _Measurer(Walker):
    def look(self, front: QWidget) -> None:
        for trouble in clipped(front):
            print(f"{self.stop}: {trouble}")  # noqa: T201 - what it is asked for


def clipped(front: QWidget) -> Iterator[str]:
    """Tell which words are cut off; what ends in an ellipsis with all of it in a tooltip is not."""
    for each in shown(front):
        if isinstance(each, QLabel) and each.text() and _is_cut(each) and not each.toolTip():
            yield f"{described(each)} «{each.text()[:40]}» {each.size().toTuple()}"
        elif isinstance(each, QAbstractButton) and each.text() and _lacks(each):
            wanted = each.sizeHint().width()
            yield f"{described(each)} wants {wanted}, has {each.width()}"
        elif isinstance(each, QTableView) and each.property("kind") == "rows":
            yield from _cut_cells(each)
        elif isinstance(each, QScrollArea):
            yield from _hidden_at_the_side(each)


def _is_cut(label: QLabel) -> bool:
    room = label.contentsRect()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + _SLACK
    lines = label.text().split("\n")
    widest = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    return widest > room.width() + _SLACK or label.sizeHint().height() > label.height() + 2 * _SLACK


def _lacks(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton) and (
        button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly and button.toolTip()
    ):
        return False
    return button.sizeHint().width() > button.width() + _SLACK and not button.toolTip()


def _cut_cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(max(table.rowAt(0), 0), model.rowCount()):
        if row > table.rowAt(table.viewport().height() - 1) >= 0:
            return
        for column in range(model.columnCount()):
            index, room = model.index(row, column), table.columnWidth(column)
            lines = str(index.data() or "").split("\n")
            lacks = len(lines) == 1 and table.sizeHintForIndex(index).width() > room + _SLACK
            if lacks and not index.data(Qt.ItemDataRole.ToolTipRole):
                wanted = table.sizeHintForIndex(index).width()
                yield f"{described(table)}: {column} «{lines[0][:40]}» wants {wanted}, has {room}"


def _hidden_at_the_side(area: QScrollArea) -> Iterator[str]:
    inside = area.widget()
    if inside is not None and inside.width() > area.viewport().width() + _SLACK:
        yield f"{described(area)}: {inside.width()} wide in {area.viewport().width()}"


if __name__ == "__main__":
    # A process has one screen: each size needs its own.
    out, size = Path(sys.argv[1]), (int(sys.argv[3]), int(sys.argv[4]))
    prepare_screen(out, size)
    application()
    with shown_shop(out / "shop", size, percent=int(sys.argv[2])) as program:
        _Measurer(program, out).walk()
