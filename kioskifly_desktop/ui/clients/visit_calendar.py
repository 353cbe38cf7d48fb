"""A small calendar of the days a client came; the arrows and the mouse say what each one was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kioskifly_desktop.core.es_ar import format_date, format_money
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.portrait import MONTH_NAMES, WEEKS, Day, first_week
from kioskifly_desktop.ui.roles import give_role
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.theme import color, font, px, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

_WEEK = 7
_LARGEST, _SMALLEST = 19, 11
_LEFT, _TOP, _LEGEND = 26, 20, 28
_WEEKDAYS = (
    *(Phrase("lunes"), Phrase("martes"), Phrase("miércoles"), Phrase("jueves")),
    *(Phrase("viernes"), Phrase("sábado"), Phrase("domingo")),
)
# The size tells as much as the tint, whatever the eye makes of tints.
_SIZES = (0.0, 0.42, 0.68, 0.94)
_STEPS = {
    Qt.Key.Key_Left: -_WEEK,
    Qt.Key.Key_Right: _WEEK,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
}
_CENTRE = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class VisitCalendar(QWidget):
    """Draws a square a day, a column a week; `current` is the day pointed at."""

    pointed = Signal()
    """Another day is pointed at, or none; `words` say what there is to say."""

    def __init__(self) -> None:
        super().__init__()
        self.current: date | None = None
        self._private = False
        self._days: dict[date, Day] = {}
        self._today = date.min
        self._first = date.min
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Días que vino"))
        give_role(self, QAccessible.Role.Chart)
        theme.changed.connect(self._paint_again)

    @Slot()
    def _paint_again(self) -> None:
        self.update()

    def show_days(self, days: Sequence[Day], today: date, *, private: bool) -> None:
        """Draw what was done on each day until today; with `private`, amounts are not told."""
        self._days = {each.day: each for each in days}
        self._today, self._first, self._private = today, first_week(today), private
        self._tell()
        self.update()

    def words(self) -> str:
        """Return what the day pointed at was, or else what the calendar says."""
        return self.accessibleDescription()

    def point_at(self, day: date | None) -> None:
        """Point at a day, and say what it was."""
        if day is not None:
            day = max(self._first, min(day, self._today))
        if day != self.current:
            self.current = day
            self._tell()
            self.pointed.emit()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for squares of the largest size."""
        return QSize(
            px(_LEFT) + WEEKS * px(_LARGEST), px(_TOP) + _WEEK * px(_LARGEST) + px(_LEGEND)
        )

    def minimumSizeHint(self) -> QSize:
        """Do with small ones."""
        return QSize(px(_LEFT) + WEEKS * px(_SMALLEST), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the days with the arrows; Escape points at none."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            step = timedelta(days=_STEPS[key] if self.current else 0)
            self.point_at((self.current or self._today) + step)
        elif key == Qt.Key.Key_Home:
            self.point_at(self._first)
        elif key == Qt.Key.Key_End:
            self.point_at(self._today)
        elif key == Qt.Key.Key_Escape and self.current:
            self.point_at(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the day under the mouse."""
        size = self._square()
        column = int((event.position().x() - px(_LEFT)) // size)
        row = int((event.position().y() - px(_TOP)) // size)
        inside = 0 <= column < WEEKS and 0 <= row < _WEEK
        day = self._first + timedelta(days=column * _WEEK + row) if inside else None
        self.point_at(day if day and day <= self._today else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        if not self.hasFocus():
            self.point_at(None)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing any more."""
        self.point_at(None)
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the calendar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        size = self._square()
        painter.setPen(color("text_tertiary"))
        for row in range(0, _WEEK, 2):
            room = QRectF(0, px(_TOP) + row * size, px(_LEFT) - px(6), size)
            initial = said(_WEEKDAYS[row])[:1].upper()
            painter.drawText(room, _CENTRE, initial)
        self._paint_months(painter, size)
        day = self._first
        while day <= self._today:
            number = (day - self._first).days
            spot = QPointF(px(_LEFT) + (number // _WEEK) * size, px(_TOP) + (number % _WEEK) * size)
            found = self._days.get(day)
            self._paint_day(painter, QRectF(spot.x(), spot.y(), size, size), found)
            if day == self.current:
                painter.setPen(QPen(color("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(spot.x(), spot.y(), size, size), 3, 3)
            day += timedelta(days=1)
        self._paint_legend(painter, size)
        if self.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _square(self) -> float:
        return max(1.0, min((self.width() - px(_LEFT)) / WEEKS, px(_LARGEST)))

    def _paint_months(self, painter: QPainter, size: float) -> None:
        metrics = painter.fontMetrics()
        taken = 0.0
        for week in range(WEEKS):
            monday = self._first + timedelta(weeks=week)
            # A month is named over the week with its first day.
            sunday = monday + timedelta(days=_WEEK - 1)
            if sunday.day > _WEEK and week:
                continue
            name = said(MONTH_NAMES[sunday.month - 1])
            left = px(_LEFT) + week * size
            width = metrics.horizontalAdvance(name) + 4
            if left >= taken and left + width <= self.width():
                painter.drawText(QRectF(left, 0, width, px(_TOP)), _BESIDE, name)
                taken = left + width + px(4)

    def _paint_day(self, painter: QPainter, room: QRectF, found: Day | None) -> None:
        inner = room.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(inner, 3, 3)
        tickets = min(found.tickets, len(_SIZES) - 1) if found else 0
        if tickets:
            side = inner.width() * _SIZES[tickets]
            mark = QRectF(0, 0, side, side)
            mark.moveCenter(inner.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("action"))
            painter.drawRoundedRect(mark, 2, 2)
        elif found is not None:
            # Only brought something back: a stroke, as nothing was bought.
            painter.setPen(QPen(color("chart_line"), 2))
            middle, reach = inner.center(), inner.width() * 0.3
            painter.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))

    def _paint_legend(self, painter: QPainter, size: float) -> None:
        top = px(_TOP) + _WEEK * size + px(6)
        side = min(size, px(15))
        left = float(px(_LEFT))
        samples = (
            (Day(date.min, 1, 0, 0), self.tr("1 compra")),
            (Day(date.min, 2, 0, 0), self.tr("2")),
            (Day(date.min, 3, 0, 0), self.tr("3 o más")),
            (Day(date.min, 0, 0, 0), self.tr("sólo devolvió")),
        )
        for sample, words in samples:
            self._paint_day(painter, QRectF(left, top, side, side), sample)
            left += side + px(5)
            width = painter.fontMetrics().horizontalAdvance(words) + 2
            painter.setPen(color("text_secondary"))
            painter.drawText(QRectF(left, top, width, side), _BESIDE, words)
            left += width + px(14)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._day_words() if self.current else self._all_words())

    def _all_words(self) -> str:
        came = sum(1 for each in self._days.values() if each.tickets)
        words = self.tr("Vino 1 día") if came == 1 else self.tr("Vino {n} días").format(n=came)
        since = self.tr("{words} desde el {day}.")
        return since.format(words=words, day=format_date(self._first))

    def _day_words(self) -> str:
        assert self.current is not None
        day = f"{said(_WEEKDAYS[self.current.weekday()])} {format_date(self.current)}"
        found = self._days.get(self.current)
        if found is None:
            return self.tr("{day}: no vino").format(day=day)
        parts = []
        if found.tickets:
            count = (
                self.tr("1 compra")
                if found.tickets == 1
                else self.tr("{n} compras").format(n=found.tickets)
            )
            parts.append(count + self._amount(found.charged))
        if found.returned:
            parts.append(self.tr("devolvió") + self._amount(found.returned))
        return f"{day}: {', '.join(parts)}"

    def _amount(self, amount: int) -> str:
        return "" if self._private else f" {format_money(amount)}"
