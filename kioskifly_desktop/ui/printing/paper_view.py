"""The paper on the screen: the printer's lines on the printer's grid."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPainter,
    QPainterPath,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from kioskifly_desktop.core.documents import Line, Style
from kioskifly_desktop.ui.printing.logo_image import logo_image
from kioskifly_desktop.ui.text_size import OWN_SIZE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kioskifly_desktop.core.logo import Logo

# Font A is 12x24 dots; lines advance 30.
_CELL = QSize(9, 18)
_DOTS_ACROSS = 12
_LEADING = 4
_MARGIN = 26
_SCALES = {Style.NORMAL: (1, 1), Style.BOLD: (1, 1), Style.TALL: (1, 2), Style.TITLE: (2, 2)}
_INK = QColor("#16181D")
_TOOTH = 6


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines with their place on the paper; can be made in any thread."""

    lines: Sequence[Line]
    columns: int
    tops: Sequence[int]
    """Where each line begins, and where the last one ends."""
    text: str
    logo: Logo | None = None


def sheet_of(lines: Sequence[Line], columns: int, logo: Logo | None = None) -> Sheet:
    """Return lines placed on paper of a width, under the logo if there is one."""
    first = _MARGIN + (_scaled(logo.height) if logo else 0)
    tops = list(accumulate((_height(line) for line in lines), initial=first))
    return Sheet(lines, columns, tops, "\n".join(line.text for line in lines), logo)


def _scaled(dots: int) -> int:
    return round(dots * _CELL.width() / _DOTS_ACROSS)


class PaperView(QWidget):
    """White paper in both looks, since that is what comes out."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(OWN_SIZE, True)
        self._sheet = sheet_of((), 0)
        self._font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._font.setPixelSize(15)

    def set_lines(self, lines: Sequence[Line], columns: int) -> None:
        """Show other lines, on paper of a width."""
        self.set_sheet(sheet_of(lines, columns))

    def set_sheet(self, sheet: Sheet) -> None:
        """Show lines that have their place already."""
        self._sheet = sheet
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(sheet.text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the paper's size."""
        width = self._sheet.columns * _CELL.width()
        return QSize(width + 2 * _MARGIN, self._sheet.tops[-1] + _MARGIN + _TOOTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every character in its cell, as a printer does; only the lines in sight."""
        painter = QPainter(self)
        seen = event.rect()
        self._draw_sheet(painter, seen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_INK)
        sheet = self._sheet
        if sheet.logo is not None and seen.top() < sheet.tops[0]:
            self._draw_logo(painter, sheet.logo)
        first = max(bisect_right(sheet.tops, seen.top()) - 1, 0)
        for line, top in zip(sheet.lines[first:], sheet.tops[first:], strict=False):
            if top > seen.bottom():
                break
            self._draw(painter, line, top)

    def _draw_logo(self, painter: QPainter, logo: Logo) -> None:
        width, height = _scaled(logo.width), _scaled(logo.height)
        place = QRect((self.width() - width) // 2, _MARGIN, width, height)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, logo_image(logo).convertToFormat(QImage.Format.Format_RGB32))

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

    def _draw_sheet(self, painter: QPainter, seen: QRect) -> None:
        """Draw the white and its edges: a piece at a time, as one tall shape takes seconds."""
        right, foot = self.width() - 1, self.height() - _TOOTH - 1
        painter.fillRect(seen.intersected(QRect(0, 0, right + 1, foot)), Qt.GlobalColor.white)
        painter.setPen(QColor("#D5D9E0"))
        for x in (0, right):
            painter.drawLine(x, seen.top(), x, min(seen.bottom(), foot))
        painter.drawLine(0, 0, right, 0)
        if seen.bottom() >= foot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = self._torn_edge(right, foot)
            inside = QPainterPath()
            inside.addPolygon(edge)
            painter.fillPath(inside, Qt.GlobalColor.white)
            painter.drawPolyline(edge)

    def _torn_edge(self, right: float, foot: float) -> QPolygonF:
        teeth = max(self.width() // (2 * _TOOTH), 1)
        step = right / teeth
        points = [QPointF(0, foot)]
        for tooth in range(teeth):
            points.append(QPointF((tooth + 0.5) * step, foot + _TOOTH))
            points.append(QPointF((tooth + 1) * step, foot))
        return QPolygonF(points)


def _height(line: Line) -> int:
    return _CELL.height() * _SCALES[line.style][1] + _LEADING
