"""The paper on the screen: the printer's lines on the printer's grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPainterPath, QTransform
from PySide6.QtWidgets import QWidget

from kioskifly_desktop.core.documents import Line, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

# Font A is 12x24 dots; lines advance 30.
_CELL = QSize(9, 18)
_LEADING = 4
_MARGIN = 26
_SCALES = {Style.NORMAL: (1, 1), Style.BOLD: (1, 1), Style.TALL: (1, 2), Style.TITLE: (2, 2)}
_INK = QColor("#16181D")
_TOOTH = 6


class PaperView(QWidget):
    """White paper in both looks, since that is what comes out."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._columns = 0
        self._font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._font.setPixelSize(15)

    def set_lines(self, lines: Sequence[Line], columns: int) -> None:
        """Show other lines, on paper of a width."""
        self._lines = lines
        self._columns = columns
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName("\n".join(line.text for line in lines))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the paper's size."""
        height = sum(_height(line) for line in self._lines)
        width = self._columns * _CELL.width()
        return QSize(width + 2 * _MARGIN, height + 2 * _MARGIN + _TOOTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw every character in its cell, as a printer does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("#D5D9E0"))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawPath(self._torn_edge())
        painter.setPen(_INK)
        top = _MARGIN
        for line in self._lines:
            self._draw(painter, line, top)
            top += _height(line)

    def _draw(self, painter: QPainter, line: Line, top: int) -> None:
        across, down = _SCALES[line.style]
        face = QFont(self._font)
        face.setBold(line.style is not Style.NORMAL)
        painter.setFont(face)
        painter.setTransform(QTransform(across, 0, 0, down, _MARGIN, top))
        for column, character in enumerate(line.text):
            cell = QRectF(column * _CELL.width(), 0, _CELL.width(), _CELL.height())
            painter.drawText(
                cell, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, character
            )
        painter.resetTransform()

    def _torn_edge(self) -> QPainterPath:
        right, bottom = self.width() - 1.0, self.height() - 1.0
        path = QPainterPath(QPointF(0, 0))
        path.lineTo(right, 0)
        path.lineTo(right, bottom - _TOOTH)
        teeth = max(self.width() // (2 * _TOOTH), 1)
        step = right / teeth
        for tooth in range(teeth):
            path.lineTo(right - (tooth + 0.5) * step, bottom)
            path.lineTo(right - (tooth + 1) * step, bottom - _TOOTH)
        path.closeSubpath()
        return path


def _height(line: Line) -> int:
    return _CELL.height() * _SCALES[line.style][1] + _LEADING
