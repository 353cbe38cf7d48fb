"""The codes of a product: a line to scan into, and a chip per code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kioskifly_desktop.core.barcodes import check_barcode
from kioskifly_desktop.core.errors import BarcodeError
from kioskifly_desktop.ui.scanner import SCAN_FIELD
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button

if TYPE_CHECKING:
    from collections.abc import Sequence


class CodesEdit(QWidget):
    """Codes in the order they were scanned; Enter, which scanners send, adds one."""

    refused = Signal(str)
    """What is wrong with the code typed; empty when nothing is any more."""
    left_empty = Signal()
    """Enter was pressed with nothing typed."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(maxLength=40)
        self.line.setProperty(SCAN_FIELD, True)
        self.line.setPlaceholderText(self.tr("Escaneá o escribí un código y Enter"))
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(lambda: self.refused.emit(""))
        self.setFocusProxy(self.line)
        self._codes: list[str] = []
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addLayout(self._chips)

    def codes(self) -> tuple[str, ...]:
        """Return the codes, with the one still in the line.

        Raises:
            BarcodeError: the one in the line isn't a code.
        """
        pending = self.line.text().strip()
        extra = [check_barcode(pending)] if pending else []
        return (*self._codes, *(code for code in extra if code not in self._codes))

    def chosen(self) -> tuple[str, ...]:
        """Return the codes that have a chip."""
        return tuple(self._codes)

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show these codes."""
        self._codes = list(codes)
        self._show()

    def add(self, text: str) -> bool:
        """Add a code unless it isn't one, which `refused` then says."""
        try:
            code = check_barcode(text)
        except BarcodeError as error:
            self.refused.emit(words_of(error))
            return False
        if code not in self._codes:
            self.set_codes([*self._codes, code])
        return True

    @Slot()
    def _enter(self) -> None:
        text = self.line.text().strip()
        if not text:
            self.left_empty.emit()
        elif self.add(text):
            self.line.clear()

    def _remove(self, code: str) -> None:
        self._codes.remove(code)
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        while item := self._chips.takeAt(0):
            if chip := item.widget():
                chip.hide()
                chip.deleteLater()
        for code in self._codes:
            self._chips.addWidget(self._chip(code), 0, Qt.AlignmentFlag.AlignLeft)
        self._chips.addStretch(1)

    def _chip(self, code: str) -> QPushButton:
        chip = button(code, "quick", icon_name="x")
        chip.setText(code)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setAutoDefault(False)
        words = self.tr("Quitar el código {code}").format(code=code)
        chip.setAccessibleName(words)
        chip.setToolTip(words)
        chip.clicked.connect(lambda: self._remove(code))
        return chip
