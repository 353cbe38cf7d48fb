"""The count of a drawer: how many notes of each, and the coins together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kioskifly_desktop.core.errors import AmountError
from kioskifly_desktop.core.es_ar import format_money, format_pesos
from kioskifly_desktop.core.sessions import DENOMINATIONS, CashCount
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.labels import label, restyle
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos

_MOST_NOTES = 9999
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CountGrid(QWidget):
    """A line per note and one for the coins; every input starts empty."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notes: dict[Centavos, QLineEdit] = {}
        self._worth: dict[Centavos, QLabel] = {}
        self._digits = QRegularExpressionValidator(QRegularExpression(r"\d*"), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 12, 20, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        captions = (self.tr("Billete"), self.tr("Cuántos"), self.tr("Suman"))
        for column, words in enumerate(captions):
            caption = label(words, "caption")
            caption.setAlignment(_RIGHT)
            grid.addWidget(caption, 0, column)
        for row, worth in enumerate(DENOMINATIONS, 1):
            self._add_note(grid, row, worth)
        self.coins = MoneyEdit(least=0, compact=True)
        self.coins.setObjectName("low")
        self.coins.setAccessibleName(self.tr("Monedas"))
        self.coins.textChanged.connect(self._typed)
        row = len(DENOMINATIONS) + 1
        grid.addWidget(_name(self.tr("Monedas")), row, 0)
        grid.addWidget(self.coins, row, 1, 1, 2)

    def _add_note(self, grid: QGridLayout, row: int, worth: Centavos) -> None:
        name = format_pesos(worth)
        line = QLineEdit(maxLength=20)
        line.setObjectName("low")
        line.setFixedWidth(104)
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setFont(font(16, 600, tabular=True))
        line.setValidator(self._digits)
        line.setAccessibleName(self.tr("Billetes de {note}").format(note=name))
        line.textChanged.connect(self._typed)
        self.notes[worth] = line
        total = label("")
        total.setFont(font(15, 500, tabular=True))
        total.setAlignment(_RIGHT)
        total.setMinimumWidth(120)
        self._worth[worth] = total
        grid.addWidget(_name(name), row, 0)
        grid.addWidget(line, row, 1)
        grid.addWidget(total, row, 2)

    def inputs(self) -> list[QLineEdit]:
        """Return the inputs from the top to the bottom."""
        return [*self.notes.values(), self.coins]

    def is_empty(self) -> bool:
        """Tell whether nothing was counted yet."""
        return not any(line.text().strip() for line in self.inputs())

    def count(self) -> CashCount:
        """Return what was counted; what was left empty is none.

        Raises:
            AmountError: an input isn't a number of notes, or the coins aren't an amount.
        """
        if any(self._is_bad(worth) for worth in self.notes):
            raise AmountError
        counted = ((worth, int(line.text() or 0)) for worth, line in self.notes.items())
        coins = self.coins.amount() if self.coins.text().strip() else 0
        return CashCount(tuple(pair for pair in counted if pair[1]), coins)

    def problem(self) -> str:
        """Return what is wrong with what was typed, or nothing."""
        bad = next((worth for worth in self.notes if self._is_bad(worth)), None)
        if bad is not None:
            words = self.tr("Son demasiados billetes de {note}. ¿Escaneaste un código? Borralo.")
            return words.format(note=format_pesos(bad))
        try:
            self.count()
        except AmountError as error:
            return self.tr("Monedas: {problem}").format(problem=error)
        return ""

    def bad_input(self) -> QLineEdit:
        """Return the first input that is wrong, or else the first one."""
        return next((line for line in self.inputs() if line.property("bad")), self.inputs()[0])

    def _is_bad(self, worth: Centavos) -> bool:
        return int(self.notes[worth].text() or 0) > _MOST_NOTES

    @Slot()
    def _typed(self) -> None:
        for worth, line in self.notes.items():
            bad = self._is_bad(worth)
            how_many = 0 if bad else int(line.text() or 0)
            self._worth[worth].setText(format_money(worth * how_many) if how_many else "")
            if bool(line.property("bad")) != bad:
                line.setProperty("bad", bad)
                restyle(line)
        try:
            bad = bool(self.coins.text().strip()) and self.coins.amount() < 0
        except AmountError:
            bad = True
        self.coins.set_bad(bad)
        self.changed.emit()


def _name(text: str) -> QLabel:
    result = label(text)
    result.setFont(font(15, 600, tabular=True))
    result.setAlignment(_RIGHT)
    return result
