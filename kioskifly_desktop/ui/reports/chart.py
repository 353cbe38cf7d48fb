"""A chart of bars and lines; the arrows and the mouse go through it and say each value."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kioskifly_desktop.core.reports import Report, Shape, chart_words, point_words, shown
from kioskifly_desktop.ui.reports.scale import mark_words, marks
from kioskifly_desktop.ui.roles import give_role
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.theme import color, font, px, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from kioskifly_desktop.core.reports import Series

_HEIGHT = 230
_LEGEND, _AXIS, _GAP, _EDGE = 26, 24, 10, 10
_WIDEST_BAR, _BAR_SHARE = 46, 0.68
_ROW, _THICKEST = 24, 16
_DOTS = 40
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Chart(QWidget):
    """Draws the series of a report; `current` is the place pointed at, -1 for none."""

    pointed = Signal(int)
    """Another place is pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.report: Report | None = None
        self.current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._paint_again)

    @Slot()
    def _paint_again(self) -> None:
        self.update()

    def show_report(self, report: Report) -> None:
        """Draw a report's series."""
        self.report = report
        self.current = -1
        give_role(self, QAccessible.Role.Chart)
        self.setAccessibleName(self.tr("Gráfico: {title}").format(title=report.title))
        self.setAccessibleDescription(said(chart_words(report)))
        self.updateGeometry()
        self.update()

    def places(self) -> int:
        """Return how many places the chart has."""
        return len(self.report.series[0].points) if self.report and self.report.series else 0

    def point_at(self, place: int) -> None:
        """Point at a place, and say what is there."""
        place = max(-1, min(place, self.places() - 1))
        if place == self.current:
            return
        self.current = place
        if self.report is not None:
            words = point_words(self.report, place) if place >= 0 else chart_words(self.report)
            self.setAccessibleDescription(said(words))
        self.pointed.emit(place)
        self.update()

    def words(self) -> str:
        """Return what is pointed at in words, or else what the whole chart says."""
        return self.accessibleDescription()

    def sizeHint(self) -> QSize:
        """Return the height of its rows, or the usual one."""
        if self._is_ranking():
            return QSize(px(480), px(_ROW) * max(self.places(), 2) + px(2 * _EDGE))
        return QSize(px(480), px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the places with the arrows; Escape points at none."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            step = _STEPS[key]
            self.point_at(max(self.current + step, 0) if self.current >= 0 else 0)
        elif key == Qt.Key.Key_Home:
            self.point_at(0)
        elif key == Qt.Key.Key_End:
            self.point_at(self.places() - 1)
        elif key == Qt.Key.Key_Escape and self.current >= 0:
            self.point_at(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at what is under the mouse."""
        spot = event.position()
        for place in range(self.places()):
            if self._place_rect(place).contains(spot):
                self.point_at(place)
                return
        self.point_at(-1)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        if not self.hasFocus():
            self.point_at(-1)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any more."""
        self.point_at(-1)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        super().resizeEvent(event)
        self.update()

    def _is_ranking(self) -> bool:
        return bool(self.report and self.report.series) and self._bars().shape is Shape.RANKING

    def _bars(self) -> Series:
        assert self.report is not None
        return self.report.series[0]

    def _values(self) -> list[int]:
        assert self.report is not None
        return [v for each in self.report.series for _, v in each.points if v is not None]

    def _marks(self) -> list[int]:
        return marks(self._values() or [0], self._bars().kind)

    def _plot(self) -> QRectF:
        """Return where the bars are: without the figures, the labels and the legend."""
        metrics = QFontMetrics(font(12, tabular=True))
        if self._is_ranking():
            names = max(metrics.horizontalAdvance(label) for label, _ in self._bars().points)
            figures = max(
                metrics.horizontalAdvance(shown(v, self._bars().kind))
                for _, v in self._bars().points
            )
            left = min(names, self.width() // 3) + px(_GAP + _EDGE)
            right = figures + px(_GAP + _EDGE)
            return QRectF(
                left, px(_EDGE), self.width() - left - right, self.height() - px(2 * _EDGE)
            )
        figures = max(
            metrics.horizontalAdvance(mark_words(mark, self._bars().kind)) for mark in self._marks()
        )
        left = figures + px(_GAP + _EDGE)
        top = px(_LEGEND) + px(14)
        height = self.height() - top - px(_AXIS)
        return QRectF(left, top, self.width() - left - px(_EDGE), height)

    def _place_rect(self, place: int) -> QRectF:
        """Return all the room of a place, as the mouse finds it."""
        plot = self._plot()
        if self._is_ranking():
            height = plot.height() / self.places()
            return QRectF(0, plot.top() + place * height, self.width(), height)
        width = plot.width() / self.places()
        return QRectF(plot.left() + place * width, plot.top(), width, plot.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.places():
            if self._is_ranking():
                self._paint_ranking(painter)
            else:
                self._paint_bars(painter)
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_ranking(self, painter: QPainter) -> None:
        plot, kind = self._plot(), self._bars().kind
        values = [value or 0 for _, value in self._bars().points]
        least, most = min(0, *values, 0), max(0, *values, 0)
        scale = plot.width() / ((most - least) or 1)
        zero = plot.left() - least * scale
        metrics = QFontMetrics(font(12))
        for place, (label, value) in enumerate(self._bars().points):
            room = self._place_rect(place)
            self._paint_current(painter, place, room)
            end = zero + (value or 0) * scale
            thick = min(px(_THICKEST), room.height() * 0.7)
            middle = room.center().y()
            bar = QRectF(min(zero, end), middle - thick / 2, abs(end - zero), thick)
            self._paint_bar(painter, bar, px(3))
            painter.setPen(color("text_secondary"))
            painter.setFont(font(12))
            width = plot.left() - px(_GAP + _EDGE)
            name = metrics.elidedText(label, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(QRectF(px(_EDGE), room.top(), width, room.height()), _LEFT, name)
            painter.setPen(color("text"))
            painter.setFont(font(12, 600, tabular=True))
            # Beside its bar: what is below zero stands at the right as well.
            start = max(zero, end) + px(6)
            figure = QRectF(start, room.top(), self.width() - start, room.height())
            painter.drawText(figure, _LEFT, shown(value, kind))

    def _paint_bars(self, painter: QPainter) -> None:
        assert self.report is not None
        plot, figures = self._plot(), self._marks()
        lowest, span = figures[0], figures[-1] - figures[0]

        def height_of(value: int) -> float:
            return plot.bottom() - (value - lowest) * plot.height() / span

        painter.setFont(font(12, tabular=True))
        for mark in figures:
            y = height_of(mark)
            painter.setPen(QPen(color("line_strong" if mark == 0 else "line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(color("text_tertiary"))
            words = QRectF(0, y - px(10), plot.left() - px(_GAP), px(20))
            painter.drawText(words, _RIGHT, mark_words(mark, self._bars().kind))
        width = plot.width() / self.places()
        thick = max(min(width * _BAR_SHARE, px(_WIDEST_BAR)), 1.0)
        for place, (_, value) in enumerate(self._bars().points):
            room = self._place_rect(place)
            self._paint_current(painter, place, room)
            if value:
                top, bottom = sorted((height_of(value), height_of(0)))
                bar = QRectF(room.center().x() - thick / 2, top, thick, max(bottom - top, 1.0))
                self._paint_bar(painter, bar, min(px(3), thick / 3))
        for series in self.report.series[1:]:
            spots = [
                (self._place_rect(place).center().x(), height_of(value))
                for place, (_, value) in enumerate(series.points)
                if value is not None
            ]
            self._paint_line(painter, [QPointF(*spot) for spot in spots])
        self._paint_labels(painter, plot)
        self._paint_legend(painter)

    def _paint_current(self, painter: QPainter, place: int, room: QRectF) -> None:
        if place == self.current:
            painter.fillRect(room, color("row_selected"))

    @staticmethod
    def _paint_bar(painter: QPainter, bar: QRectF, radius: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("action"))
        painter.drawRoundedRect(bar, radius, radius)

    @staticmethod
    def _paint_line(painter: QPainter, spots: Sequence[QPointF]) -> None:
        if not spots:
            return
        path = QPainterPath(spots[0])
        for _, spot in pairwise(spots):
            path.lineTo(spot)
        # The edge keeps it apart from bars of a like brightness, whatever the eye makes of both.
        for tint, thickness in (("surface", 5), ("chart_line", 2)):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color(tint), thickness))
            painter.drawPath(path)
        if len(spots) <= _DOTS:
            painter.setPen(QPen(color("surface"), 1.5))
            painter.setBrush(color("chart_line"))
            for spot in spots:
                painter.drawEllipse(spot, px(4), px(4))

    def _paint_labels(self, painter: QPainter, plot: QRectF) -> None:
        labels = _short([label for label, _ in self._bars().points])
        metrics = QFontMetrics(font(12, tabular=True))
        widest = max(metrics.horizontalAdvance(label) for label in labels) + px(_GAP)
        width = plot.width() / len(labels)
        every = max(-(-widest // max(int(width), 1)), 1)
        painter.setFont(font(12, tabular=True))
        painter.setPen(color("text_secondary"))
        taken = 0.0
        for place in range(0, len(labels), every):
            middle = plot.left() + (place + 0.5) * width
            left = min(max(middle - widest / 2, 0.0), self.width() - widest)
            if left < taken:
                break
            taken = left + widest
            spot = QRectF(left, plot.bottom() + px(3), widest, px(20))
            painter.drawText(spot, _CENTRE, labels[place])

    def _paint_legend(self, painter: QPainter) -> None:
        assert self.report is not None
        painter.setFont(font(12, 500))
        metrics = QFontMetrics(painter.font())
        x = px(_EDGE)
        for series in self.report.series:
            middle = px(_LEGEND) / 2 + px(3)
            if series.shape is Shape.LINE:
                self._paint_line(painter, [QPointF(x, middle), QPointF(x + px(18), middle)])
            else:
                self._paint_bar(painter, QRectF(x, middle - px(5), px(18), px(10)), px(3))
            x += px(18 + 7)
            width = metrics.horizontalAdvance(series.name)
            painter.setPen(color("text_secondary"))
            painter.drawText(QRect(x, px(3), width + px(4), px(_LEGEND)), _LEFT, series.name)
            x += width + px(22)


def _short(labels: Sequence[str]) -> list[str]:
    """Return labels without the year that all of them share."""
    ends = {label[-5:] for label in labels}
    if len(labels) > 1 and len(ends) == 1 and (end := ends.pop()).startswith("/"):
        return [label.removesuffix(end) for label in labels]
    return list(labels)
