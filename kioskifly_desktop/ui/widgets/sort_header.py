"""The captions of a painted table, with an arrow on the one that sorts, if any does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kioskifly_desktop.ui.theme import color, font, magnified, pixmap, theme
from kioskifly_desktop.ui.widgets.painted import LEFT, PADDING, RIGHT

if TYPE_CHECKING:
    from collections.abc import Collection

_ARROW = 13


class SortHeader(QHeaderView):
    """Captions that sort when clicked; a second click turns the order around."""

    sorted_by = Signal(int, bool)
    """The column and whether it is descending."""

    def __init__(self, sortable: Collection[int], indent: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sortable = frozenset(sortable)
        self._indent = indent
        self.column = 0 if self._sortable else -1
        self.descending = False
        self.setSectionsClickable(bool(self._sortable))
        self.setFixedHeight(42)
        self.sectionClicked.connect(self._clicked)
        theme.changed.connect(self._paint_again)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a caption; the sorting one is darker and has an arrow."""
        with magnified(painter, rect) as room:
            self._paint(painter, room, section)

    def _paint(self, painter: QPainter, rect: QRect, section: int) -> None:
        active = section == self.column
        face = font(12, 600)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        alignment = self.model().headerData(
            section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole
        )
        right = bool(alignment and Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight)
        left = self._indent if section == 0 else PADDING
        area = rect.adjusted(left, 0, -PADDING, 0)
        painter.save()
        painter.fillRect(rect, color("sunken"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), color("line"))
        painter.setFont(face)
        painter.setPen(color("text" if active else "text_secondary"))
        room = area.adjusted(0, 0, -(_ARROW + 4) if active and right else 0, 0)
        painter.drawText(room, RIGHT if right else LEFT, words)
        if active:
            width = QFontMetrics(face).horizontalAdvance(words)
            x = area.right() - _ARROW + 2 if right else area.x() + width + 4
            name = "arrow-down" if self.descending else "arrow-up"
            image = pixmap(name, color("action").name(), _ARROW, self.devicePixelRatioF(), 2.4)
            painter.drawPixmap(x, rect.center().y() - _ARROW // 2, image)
        painter.restore()

    @Slot()
    def _paint_again(self) -> None:
        self.viewport().update()

    @Slot(int)
    def _clicked(self, section: int) -> None:
        if section not in self._sortable:
            return
        self.descending = not self.descending if section == self.column else False
        self.column = section
        self.viewport().update()
        self.sorted_by.emit(section, self.descending)
