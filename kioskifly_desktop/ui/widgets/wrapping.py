"""A row of parts that goes on below where it doesn't fit."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class WrappingRow(QLayout):
    """Parts at their own size, kept to a side, in as many lines as the width makes."""

    def __init__(self, spacing: int, *, right: bool = True) -> None:
        super().__init__()
        self._right = right
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part; Qt calls it."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part up."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more height than the lines have."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Be taller where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines there would be."""
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        shown = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(len(shown) - 1, 0)
        tallest = max((size.height() for size in shown), default=0)
        return QSize(sum(size.width() for size in shown) + gaps, tallest)

    def minimumSize(self) -> QSize:
        """Do with the widest part."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Put each part in its place."""
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            tall = _height(line)
            widths = [min(item.sizeHint().width(), rect.width()) for item in line]
            taken = sum(widths) + self.spacing() * (len(line) - 1)
            left = rect.left() + (rect.width() - taken if self._right else 0)
            for item, width in zip(line, widths, strict=True):
                height = item.sizeHint().height()
                item.setGeometry(QRect(left, top + (tall - height) // 2, width, height))
                left += width + self.spacing()
            top += tall + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = 0
        for item in self._shown():
            wanted = item.sizeHint().width()
            if not lines or wanted > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= wanted + self.spacing()
        return lines


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
