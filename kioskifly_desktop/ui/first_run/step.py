"""What every first step is, and the line that says which one it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kioskifly_desktop.ui.theme import color, font, pixmap, px, theme
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.ui.shop import Shop

_DISC = 24
_GAP = 8


class Step(QWidget):
    """One thing to ask: `go_on` keeps it and tells whether that is done."""

    forward_changed = Signal()
    """The words of the button that goes on are others."""
    done = Signal()
    """What was asked is kept, without that button."""

    def __init__(self, shop: Shop, title: str, subtitle: str) -> None:
        super().__init__()
        self.shop = shop
        self.title = title
        self.subtitle = subtitle
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.error.hide()

    def complain(self, error: ShopError | None) -> None:
        """Say what stands against going on where no field is wrong; None takes it back."""
        self.error.setText(str(error or ""))
        self.error.setVisible(error is not None)

    def begin(self) -> None:
        """Put the focus where the step starts, reading what it needs."""

    def forward_words(self) -> str:
        """Return the words of the button that goes on."""
        return self.tr("Siguiente")

    def go_on(self) -> bool:
        """Keep what was asked; False where something is missing, said in its place."""
        raise NotImplementedError


class StepLine(QWidget):
    """The steps by name: those done with a check, and the one at hand."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._magnify)
        self.show_step(0)

    def show_step(self, current: int) -> None:
        """Show which step is at hand."""
        self._current = current
        words = self.tr("Paso {number} de {count}: {name}")
        self.setAccessibleName(
            words.format(number=current + 1, count=len(self._names), name=self._names[current])
        )
        self.update()

    @Slot()
    def _magnify(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return what the discs need."""
        return QSize(px(400), px(_DISC + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a disc and a name for each step, and lines between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc, gap = px(_DISC), px(_GAP)
        metrics = QFontMetricsF(font(14, 600))
        widths = [disc + gap + metrics.horizontalAdvance(name) for name in self._names]
        between = max((self.width() - sum(widths) - 4) / (len(widths) - 1), 2.0 * gap)
        left, middle = 1.0, self.height() / 2
        for number, width in enumerate(widths):
            self._paint_step(painter, QRectF(left, middle - disc / 2, disc, disc), number)
            left += width
            if number < len(widths) - 1:
                done = number < self._current
                painter.setPen(QPen(color("action" if done else "line_strong"), 2))
                painter.drawLine(QPointF(left + gap, middle), QPointF(left + between - gap, middle))
            left += between

    def _paint_step(self, painter: QPainter, disc: QRectF, number: int) -> None:
        current, done = number == self._current, number < self._current
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("action" if current else "action_soft" if done else "neutral_soft"))
        painter.drawEllipse(disc)
        ink = color("on_action" if current else "action" if done else "text_tertiary")
        if done:
            size = px(14)
            tick = pixmap("check", ink.name(), size, self.devicePixelRatioF(), 2.6)
            painter.drawPixmap(disc.center() - QPointF(size / 2, size / 2), tick)
        else:
            painter.setPen(ink)
            painter.setFont(font(13, 700))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
        painter.setFont(font(14, 600 if current else 500))
        painter.setPen(color("text" if current else "text_secondary" if done else "text_tertiary"))
        words = QRectF(disc.right() + px(_GAP), 0, self.width(), self.height())
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, place, self._names[number])
