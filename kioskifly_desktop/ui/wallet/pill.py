"""The pill of a balance: its word and arrow, tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from kioskifly_desktop.ui.theme import color, font, pixmap
from kioskifly_desktop.ui.wallet.standing import standing
from kioskifly_desktop.ui.widgets.painted import write

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from kioskifly_desktop.core.money import Centavos


def pill(painter: QPainter, left: int, middle: int, balance: Centavos, ratio: float) -> None:
    """Draw the word and arrow of a balance in a tinted pill, `middle` its vertical centre."""
    stands = standing(balance)
    face = font(12, 600)
    width = QFontMetrics(face).horizontalAdvance(stands.word) + 34
    box = QRectF(left, middle - 12, width, 25)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(stands.soft))
    painter.drawRoundedRect(box, 12.5, 12.5)
    arrow = pixmap(stands.icon, color(stands.ink).name(), 13, ratio, 2.6)
    painter.drawPixmap(left + 9, middle - 6, arrow)
    write(painter, QRect(left + 25, middle - 12, width, 25), stands.word, face, stands.ink)
