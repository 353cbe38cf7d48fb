"""Icons that follow the look: a tinted icon repaints itself when the theme changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QLabel

from kioskifly_desktop.ui.text_size import OWN_SIZE
from kioskifly_desktop.ui.theme import icon, pixmap, px, theme


@dataclass(frozen=True, slots=True)
class _Icon:
    name: str
    tint: str
    size: int
    stroke: float = 2.2
    active: str = ""
    disabled: str = ""


class _Painter(QObject):
    """Keeps the icon of a button or a label in the colours of the look; dies with it."""

    def __init__(self, widget: QAbstractButton | QLabel) -> None:
        super().__init__(widget)
        self._widget = widget
        self.wanted: _Icon | None = None
        theme.changed.connect(self.paint)

    @Slot()
    def paint(self) -> None:
        """Draw the icon in the look in force."""
        what = self.wanted
        if what is None:
            return
        if isinstance(self._widget, QLabel):
            colour = getattr(theme.tokens, what.tint)
            ratio = self._widget.devicePixelRatioF()
            size = px(what.size)
            self._widget.setPixmap(pixmap(what.name, colour, size, ratio, what.stroke))
            if self._widget.property(OWN_SIZE):
                self._widget.setFixedSize(size, size)
        else:
            size = px(what.size)
            self._widget.setIconSize(QSize(size, size))
            self._widget.setIcon(
                icon(what.name, what.tint, size, active=what.active, disabled=what.disabled)
            )


def set_icon(
    button: QAbstractButton,
    name: str,
    tint: str = "text_secondary",
    size: int = 20,
    *,
    active: str = "",
    disabled: str = "text_tertiary",
) -> None:
    """Give a button an icon in a token's colour; `active` colours it while checked."""
    _paint(button, _Icon(name, tint, size, active=active, disabled=disabled))


def set_label_icon(
    label: QLabel, name: str, tint: str = "text_secondary", size: int = 16, stroke: float = 2.2
) -> None:
    """Put an icon in a label, in a token's colour."""
    _paint(label, _Icon(name, tint, size, stroke))


def icon_label(
    name: str, tint: str = "text_secondary", size: int = 16, stroke: float = 2.2
) -> QLabel:
    """Return a label that is only an icon; the word beside it is what a reader hears."""
    result = QLabel()
    result.setProperty(OWN_SIZE, True)
    result.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    set_label_icon(result, name, tint, size, stroke)
    return result


def _paint(widget: QAbstractButton | QLabel, wanted: _Icon) -> None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    painters = widget.findChildren(_Painter, options=direct)
    painter = painters[0] if painters else _Painter(widget)
    if painter.wanted != wanted:
        painter.wanted = wanted
        painter.paint()
