"""A choice among a few: buttons in one box, of which one is down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.buttons import stop_at_checked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Segments(QFrame):
    """Exclusive buttons for `(value, words)` options, each with a count beside it if wanted."""

    chosen = Signal(object)
    """The person picked another option; carries its value."""

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        *,
        accessible: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        name_group(self, accessible)
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for number, (_, words) in enumerate(self._options):
            button = QPushButton(said(words))
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            self._group.addButton(button, number)
            layout.addWidget(button)
        self._group.button(0).setChecked(True)
        stop_at_checked(self._group)
        self._group.idToggled.connect(self._toggled)

    def value(self) -> object:
        """Return the value of the button that is down."""
        return self._options[self._group.checkedId()][0]

    def choose(self, value: object) -> None:
        """Put the button of a value down; `chosen` follows if it wasn't."""
        self._button(value).setChecked(True)

    def set_counts(self, counts: Mapping[object, int]) -> None:
        """Write a count beside the words of the options named."""
        for value, words in self._options:
            if value in counts:
                self._button(value).setText(f"{words}  {counts[value]}")
                self._button(value).setAccessibleName(f"{words} {counts[value]}")

    def _button(self, value: object) -> QAbstractButton:
        position = next(n for n, (option, _) in enumerate(self._options) if option == value)
        return self._group.button(position)

    @Slot(int, bool)
    def _toggled(self, number: int, down: bool) -> None:  # noqa: FBT001 - Qt's signature
        if down:
            stop_at_checked(self._group)
            self.chosen.emit(self._options[number][0])
