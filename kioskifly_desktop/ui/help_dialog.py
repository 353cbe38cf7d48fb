"""F1: every shortcut, from the same table the screens bind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.key_rules import PAGE_NAMES, page_name
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card, label


class HelpDialog(Dialog):
    """The keys, page by page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Teclas"), size=(780, 660))
        columns = QHBoxLayout()
        columns.setSpacing(14)
        sides = QVBoxLayout(), QVBoxLayout()
        heights = [0, 0]
        for page in PAGE_NAMES:
            if rows := sum(key.page == page for key in keys.KEYS):
                shorter = heights.index(min(heights))
                sides[shorter].addWidget(self._group(page_name(page), page))
                heights[shorter] += rows + 2
        for column in sides:
            column.setSpacing(14)
            column.addStretch()
            columns.addLayout(column, 1)
        self.body.addLayout(columns)
        close = button(self.tr("Cerrar"), "primary")
        close.clicked.connect(self.reject)
        self.add_buttons(close)
        close.setFocus()

    @staticmethod
    def _group(title: str, page: str) -> QWidget:
        box = card()
        inner = QVBoxLayout(box)
        inner.setContentsMargins(18, 14, 18, 16)
        inner.setSpacing(10)
        inner.addWidget(label(title, "subtitle"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, 62)
        shown = [key for key in keys.KEYS if key.page == page]
        for row, key in enumerate(shown):
            cap = label(keys.cap(key), "key")
            grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(label(keys.words(key)), row, 1)
        inner.addLayout(grid)
        return box
