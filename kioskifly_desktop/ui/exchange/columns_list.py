"""The columns of a file, each with a sample and the choice of where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.imports import FIELDS
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.labels import label, plain_tooltip, verbatim

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from kioskifly_desktop.core.imports import ImportKind, Mapping, Table

_SAMPLES = 3
_LEAST, _WIDTH = 190, 300
_LONGEST_SAMPLE = 46
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class _Choice(QComboBox):
    """A choice that the wheel leaves alone: it scrolls the list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the list."""
        event.ignore()


class ColumnsList(QScrollArea):
    """Says of each column what it is; a field is given to one column."""

    changed = Signal()

    def __init__(self, table: Table, kind: ImportKind, mapping: Mapping) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_WIDTH)
        self.current = 0
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.choices: list[QComboBox] = []
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(5)
        for position, (title, key) in enumerate(zip(table.titles, mapping, strict=True)):
            heading = _short(
                title if table.titled else self.tr("Columna {title}").format(title=title)
            )
            # Beside its input, a label takes one for the mark of a key.
            caption = label(verbatim(heading), "caption")
            sample = _sample(table, position)
            shown = label(_short(sample), "tiny")
            shown.setToolTip(plain_tooltip(sample))
            for words in (caption, shown):
                words.setWordWrap(True)
            choice = _Choice()
            choice.setSizeAdjustPolicy(_SHORT)
            choice.setMinimumContentsLength(8)
            choice.setAccessibleName(title)
            choice.addItem(self.tr("No se trae"), "")
            for each in FIELDS[kind]:
                choice.addItem(said(each.title), each.key)
            choice.setCurrentIndex(choice.findData(key))
            choice.activated.connect(lambda _, n=position: self._chosen(n))
            caption.setBuddy(choice)
            self.choices.append(choice)
            for part in (caption, choice, shown):
                column.addWidget(part)
            column.addSpacing(8)
        column.addStretch(1)
        self.setWidget(inside)

    def mapping(self) -> Mapping:
        """Return what was chosen."""
        return tuple(str(choice.currentData()) for choice in self.choices)

    def go_back(self) -> None:
        """Put the focus on the column that was last chosen for."""
        self.choices[self.current].setFocus()

    def _chosen(self, position: int) -> None:
        self.current = position
        key = self.choices[position].currentData()
        for number, choice in enumerate(self.choices):
            if key and number != position and choice.currentData() == key:
                choice.setCurrentIndex(0)
        self.changed.emit()


def _sample(table: Table, position: int) -> str:
    cells = (row.cells[position].strip() for row in table.rows[:50] if position < len(row.cells))
    return " · ".join([" ".join(cell.split()) for cell in cells if cell][:_SAMPLES])


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1]}…"
