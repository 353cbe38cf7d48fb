"""The list of reports at the left of their page, in groups; the arrows go through it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kioskifly_desktop.core.reports import REPORTS, ReportName
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.buttons import stop_at_checked
from kioskifly_desktop.ui.widgets.labels import label

_MARGIN = 44
"""What is seen above a chosen report: the name of its group."""


class ReportList(QFrame):
    """The names of the reports, of which one is chosen."""

    chosen = Signal(object)
    """The person picked another report; carries its name."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Informes"))
        self.setFixedWidth(206)
        self._group = QButtonGroup(self)
        self._names = list(REPORTS)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 4, 8, 8)
        column.setSpacing(0)
        for group, names in groupby(self._names, key=lambda name: said(REPORTS[name].group)):
            caption = label(group, "caption")
            caption.setContentsMargins(10, 10, 0, 4)
            column.addWidget(caption)
            for name in names:
                column.addWidget(self._button(name, group))
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
        self.button(self._names[0]).setChecked(True)
        self.setFocusProxy(self.button(self._names[0]))
        stop_at_checked(self._group)
        self._group.idToggled.connect(self._toggled)

    def button(self, name: ReportName) -> QPushButton:
        """Return the button of a report."""
        found = self._group.button(self._names.index(name))
        assert isinstance(found, QPushButton)
        return found

    def choose(self, name: ReportName) -> None:
        """Choose a report; `chosen` follows if it wasn't."""
        self.button(name).setChecked(True)

    def _button(self, name: ReportName, group: str) -> QPushButton:
        result = QPushButton(said(REPORTS[name].title))
        result.setAccessibleName(f"{group}: {said(REPORTS[name].title)}")
        result.setCheckable(True)
        result.setProperty("kind", "section")
        result.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(result, self._names.index(name))
        return result

    @Slot(int, bool)
    def _toggled(self, position: int, down: bool) -> None:  # noqa: FBT001 - Qt's signature
        if down:
            found = self._group.button(position)
            self.setFocusProxy(found)
            stop_at_checked(self._group)
            self._area.ensureWidgetVisible(found, 0, _MARGIN)
            self.chosen.emit(self._names[position])
