"""The list of sections at the left of the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.ui.widgets.buttons import stop_at_checked
from kioskifly_desktop.ui.widgets.icons import set_icon

if TYPE_CHECKING:
    from collections.abc import Sequence


class Entry(NamedTuple):
    """A section as the list offers it."""

    words: str
    icon_name: str
    also: str = ""
    """Other words that people look for it by."""


class SectionList(QFrame):
    """Names one under another, of which one is chosen; the arrows go through them."""

    chosen = Signal(int)
    """The person picked another section; carries its position."""

    def __init__(self, entries: Sequence[Entry], accessible: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(accessible)
        self.setFixedWidth(212)
        self._group = QButtonGroup(self)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        for number, entry in enumerate(entries):
            button = QPushButton(f"  {entry.words}")
            button.setAccessibleName(entry.words)
            button.setCheckable(True)
            button.setProperty("kind", "section")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            set_icon(button, entry.icon_name, "text_secondary", 18, active="action")
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)
        self._group.button(0).setChecked(True)
        stop_at_checked(self._group)
        self._group.idToggled.connect(self._toggled)

    def choose(self, position: int) -> None:
        """Choose a section; `chosen` follows if it wasn't."""
        self._group.button(position).setChecked(True)

    @Slot(int, bool)
    def _toggled(self, position: int, down: bool) -> None:  # noqa: FBT001 - Qt's signature
        if down:
            stop_at_checked(self._group)
            self._area.ensureWidgetVisible(self._group.button(position), 0, 8)
            self.chosen.emit(position)
