"""Keeps the sizes that widgets fix in pixels in step with the size of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

OWN_SIZE = "own_size"
"""The property of a widget that fixes its sizes by `theme.px`, whenever they change."""

OWN_SECTIONS = "own_sections"
"""The property of a header whose table shares out its columns by `theme.px`."""

_BASE = "base_sizes"
_BY_HAND = {QHeaderView.ResizeMode.Fixed, QHeaderView.ResizeMode.Interactive}
_NONE = 16_777_215
_BY_SHEET = ("_q_stylesheet_minw", "_q_stylesheet_minh", "_q_stylesheet_maxw", "_q_stylesheet_maxh")


class Magnifier(QObject):
    """Magnifies what widgets ask for in pixels: those there are, and each new one once."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._percent = self._before = 100
        self._fonts: list[tuple[QWidget, QFont]] = []

    def begin(self, percent: int) -> None:
        """Note what the style sheet to come covers."""
        self._before, self._percent = self._percent, percent
        self._fonts = []
        if {self._before, percent} != {100}:
            set_font = Qt.WidgetAttribute.WA_SetFont
            every = self._application.allWidgets()
            self._fonts = [
                (each, QFont(each.font())) for each in every if each.testAttribute(set_font)
            ]

    def magnify(self) -> None:
        """Give every widget its room, and every one to come."""
        for widget, face in self._fonts:
            if face.pixelSize() > 0:
                face.setPixelSize(round(face.pixelSize() * self._percent / self._before))
                widget.setFont(face)
        self._fonts = []
        if self._percent != self._before:
            self._application.removeEventFilter(self)
            for widget in self._application.allWidgets():
                _fit(widget, self._percent)
            if self._percent != 100:
                self._application.installEventFilter(self)

    def share_out(self) -> None:
        """Let what shares out its room by itself do it again."""
        if self._percent != self._before:
            for widget in self._application.allWidgets():
                QApplication.sendEvent(widget, QResizeEvent(widget.size(), widget.size()))
            self._before = self._percent

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit a widget just before it is first dressed."""
        if event.type() == QEvent.Type.Polish and isinstance(watched, QWidget):
            _fit(watched, self._percent)
        return False


def _fit(widget: QWidget, percent: int) -> None:
    """Give a widget the sizes it was made with, magnified."""
    if widget.isWindow() or widget.property(OWN_SIZE):
        return
    base = widget.property(_BASE)
    if base is None:
        base = _sizes(widget)
        widget.setProperty(_BASE, base)
    least_width, least_height, most_width, most_height, *sections = (
        _times(size, percent) for size in base
    )
    by_sheet = [widget.property(name) for name in _BY_SHEET]
    if base[0] and not by_sheet[0]:
        widget.setMinimumWidth(least_width)
    if base[1] and not by_sheet[1]:
        widget.setMinimumHeight(least_height)
    if base[2] != _NONE and not by_sheet[2]:
        widget.setMaximumWidth(most_width)
    if base[3] != _NONE and not by_sheet[3]:
        widget.setMaximumHeight(most_height)
    if isinstance(widget, QTableView):
        _fit_sections(widget, sections)


def _times(size: int, percent: int) -> int:
    # Hairlines stay as they are.
    return size if size < 4 or size == _NONE else round(size * percent / 100)


def _sizes(widget: QWidget) -> list[int]:
    least, most = widget.minimumSize(), widget.maximumSize()
    sizes = [least.width(), least.height(), most.width(), most.height()]
    if isinstance(widget, QTableView):
        across = widget.horizontalHeader()
        sizes.append(widget.verticalHeader().defaultSectionSize())
        sizes += [across.sectionSize(number) for number in range(across.count())]
    return sizes


def _fit_sections(table: QTableView, sizes: list[int]) -> None:
    table.verticalHeader().setDefaultSectionSize(sizes[0])
    across = table.horizontalHeader()
    if across.property(OWN_SECTIONS):
        return
    for number, size in enumerate(sizes[1:]):
        if number < across.count() and across.sectionResizeMode(number) in _BY_HAND:
            across.resizeSection(number, size)
