"""Labels, key caps, cards and avatars: the small parts every screen is made of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.theme import font, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

_TINTS = ("#5B6BB0", "#2F7F86", "#8A5A9E", "#9A6B2F", "#3F7A4E", "#A34F63", "#4B6F96")


def label(text: str, kind: str = "") -> QLabel:
    """Return a label of plain text: names come from people and are never read as HTML."""
    result = QLabel(said(text))
    result.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        result.setProperty("kind", kind)
    return result


def plain_tooltip(text: str) -> str:
    """Return text that a tooltip shows as it is: left alone, Qt would read tags in a name."""
    if "<" not in text:
        return text
    from html import escape  # noqa: PLC0415 - not before the first paint

    return f"<span>{escape(text)}</span>".replace("\n", "<br>")


def restyle(widget: QWidget) -> None:
    """Read the style sheet again after a property it depends on has changed."""
    face = QFont(widget.font()) if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) else None
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    if face is not None:
        # The style brings back the font of when it first dressed the widget.
        widget.setFont(face)
    widget.update()


def set_tone(widget: QWidget, tone: str) -> None:
    """Colour a label's text: `debt`, `credit`, `warning`, `muted` or the empty usual one."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        restyle(widget)


def key_hints(pairs: Iterable[tuple[str, str]]) -> QWidget:
    """Return a row of key caps, each with the word of what it does."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for number, (key, words) in enumerate(pairs):
        if number:
            layout.addSpacing(10)
        layout.addWidget(label(key, "key"))
        layout.addWidget(label(words, "tiny"))
    layout.addStretch()
    row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return row


def card() -> QFrame:
    """Return an empty rounded surface."""
    result = QFrame()
    result.setProperty("kind", "card")
    return result


def separator(*, vertical: bool = False) -> QFrame:
    """Return a hairline."""
    result = QFrame()
    result.setProperty("kind", "separator")
    if vertical:
        result.setFixedWidth(1)
    else:
        result.setFixedHeight(1)
    return result


def verbatim(words: str) -> str:
    """Return words as a button or an action must hold them: an ampersand of theirs is no key."""
    return words.replace("&", "&&")


def initials(name: str) -> str:
    """Return up to two capitals of a name: first and last word that start with a letter."""
    words = [letters for word in name.split() if (letters := [c for c in word if c.isalpha()])]
    if not words:
        return ""
    last = words[-1][0] if len(words) > 1 else ""
    return (words[0][0] + last).upper()[:2]


def draw_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    """Paint a disc with the initials of a name, in a tint the name always keeps."""
    ratio = painter.device().devicePixelRatio() * painter.transform().m11()
    painter.drawPixmap(rect.topLeft(), avatar_pixmap(name, round(rect.height()), ratio))


def avatar_pixmap(name: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the avatar of a name as an image, `size` logical pixels square."""
    from hashlib import blake2s  # noqa: PLC0415 - not before the first paint

    digest = blake2s(name.encode("utf-8", "replace"), digest_size=1).digest()
    tint = _TINTS[digest[0] % len(_TINTS)]
    return _disc(initials(name), tint, size, ratio, dark=theme.tokens.dark)


@lru_cache(maxsize=512)
def _disc(letters: str, colour: str, size: int, ratio: float, *, dark: bool) -> QPixmap:
    image = QPixmap(QSize(size, size) * ratio)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    tint, rect = QColor(colour), QRectF(0, 0, size, size)
    fill = QColor(tint)
    fill.setAlphaF(0.34 if dark else 0.16)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(rect)
    painter.setPen(tint.lighter(165) if dark else tint.darker(125))
    face = font(14, 600)
    face.setPixelSize(round(size * 0.34))
    painter.setFont(face)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return image
