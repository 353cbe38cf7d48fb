"""F1: every shortcut, from the same table the screens bind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card, label


class HelpDialog(Dialog):
    """The keys, page by page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Teclas"), size=(780, 660))
        columns = QHBoxLayout()
        columns.setSpacing(14)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._group(self.tr("En todo el programa"), keys.GLOBAL))
        left.addWidget(self._group(self.tr("Productos"), keys.PRODUCTS))
        for title, page in (
            (self.tr("Clientes"), keys.CLIENTS),
            (self.tr("Billetera"), keys.WALLET),
            (self.tr("Cajas"), keys.REGISTERS),
        ):
            right.addWidget(self._group(title, page))
        for column in (left, right):
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
