"""The look: colours, type and icons, from one table of tokens for light and one for dark."""

from __future__ import annotations

import re
from contextlib import contextmanager
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from kioskifly_desktop import resources
from kioskifly_desktop.ui.stylesheet import stylesheet
from kioskifly_desktop.ui.text_size import Magnifier
from kioskifly_desktop.ui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


LOOK_PREFERENCE = "look"
TEXT_PREFERENCE = "text_size"
PERCENTS = (100, 110, 125, 150)
"""How large the text may be, of its usual size."""


class Look(StrEnum):
    """Which table of tokens is in force."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look in force; `changed` follows every switch, so painted parts repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.look = Look.SYSTEM
        self.percent = 100
        self._magnifier: Magnifier | None = None
        self._application: QApplication | None = None

    def apply(self, application: QApplication, look: Look, percent: int | None = None) -> None:
        """Dress the whole application in `look`, its text at `percent` of the usual size.

        `SYSTEM` follows the desktop from then on; without `percent` the text keeps its size.
        """
        self.look = look
        self.percent = percent or self.percent
        if self._application is not application:
            self._application = application
            self._magnifier = Magnifier(application)
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        if look is Look.SYSTEM:
            scheme = QGuiApplication.styleHints().colorScheme()
            look = Look.DARK if scheme is Qt.ColorScheme.Dark else Look.LIGHT
        self.tokens = DARK if look is Look.DARK else LIGHT
        if self._magnifier is not None:
            self._magnifier.begin(self.percent)
        application.setStyle("Fusion")
        _load_fonts()
        application.setFont(font(14))
        application.setPalette(_palette(self.tokens))
        application.setStyleSheet(stylesheet(self.tokens, _arrow_file, self.percent))
        if self._magnifier is not None:
            self._magnifier.magnify()
        self.changed.emit()
        if self._magnifier is not None:
            self._magnifier.share_out()

    def wears(self, application: QApplication, look: Look, percent: int) -> bool:
        """Tell whether an application is dressed so already."""
        worn = (self._application, self.look, self.percent)
        return worn == (application, look, percent)

    @Slot()
    def _follow(self) -> None:
        if self.look is Look.SYSTEM and self._application is not None:
            self.apply(self._application, Look.SYSTEM)


def stored_percent(text: str) -> int:
    """Return the size of the text that was kept, or the usual one."""
    return next((percent for percent in PERCENTS if str(percent) == text), PERCENTS[0])


theme = Theme()
"""The one look of the process, as there is one QApplication."""


def color(token: str) -> QColor:
    """Return a token's colour in the look in force."""
    return QColor(getattr(theme.tokens, token))


def px(pixels: int) -> int:
    """Return a length in pixels, magnified as the text is."""
    return round(pixels * theme.percent / 100)


@contextmanager
def magnified(painter: QPainter, rect: QRect) -> Iterator[QRect]:
    """Paint in `rect` as if the text had its usual size; what is painted comes out magnified."""
    percent = theme.percent
    if percent == 100:
        yield rect
        return
    factor = percent / 100
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(factor, factor)
    theme.percent = 100
    try:
        yield QRect(0, 0, round(rect.width() / factor), round(rect.height() / factor))
    finally:
        theme.percent = percent
        painter.restore()


def font(pixels: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return Inter at a size in pixels, magnified as all text is.

    `tabular` figures share one width, for columns of money.
    """
    # A copy knows its glyphs already; one made anew looks for them each time it is painted with.
    return QFont(_font(px(pixels), weight, tabular, pixels >= 22))


@lru_cache
def _font(pixels: int, weight: int, tabular: bool, tight: bool) -> QFont:  # noqa: FBT001 - a key
    result = QFont("Inter")
    result.setPixelSize(pixels)
    result.setWeight(QFont.Weight(weight))
    if tabular:
        result.setFeature(QFont.Tag("tnum"), 1)
    if tight:
        result.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98)
    return result


@lru_cache(maxsize=512)
def pixmap(
    name: str, colour: str, size: int = 20, ratio: float = 1.0, stroke: float = 1.9
) -> QPixmap:
    """Return a Lucide icon drawn in `colour` (`#rrggbb`), `size` logical pixels square."""
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    renderer = QSvgRenderer(QByteArray(_svg(name, colour, stroke)))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def icon(
    name: str,
    tint: str = "text_secondary",
    size: int = 20,
    *,
    active: str = "",
    disabled: str = "",
) -> QIcon:
    """Return an icon in a token's colour, crisp on every screen there is."""
    tokens = theme.tokens
    result = QIcon()
    # Drawn for every usual scale, the icons were a tenth of the time to the first paint.
    for ratio in {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}:
        result.addPixmap(pixmap(name, getattr(tokens, tint), size, ratio))
        if active:
            image = pixmap(name, getattr(tokens, active), size, ratio)
            result.addPixmap(image, QIcon.Mode.Normal, QIcon.State.On)
        if disabled:
            image = pixmap(name, getattr(tokens, disabled), size, ratio)
            result.addPixmap(image, QIcon.Mode.Disabled)
    return result


def _svg(name: str, colour: str, stroke: float) -> bytes:
    source = (resources.ROOT / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    source = source.replace("currentColor", colour)
    return re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{stroke}"', source).encode()


def _arrow_file(name: str, colour: str) -> str:
    """Write a tinted icon where a style sheet can name it, and return its path."""
    cache = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    )
    folder = cache / "kioskifly" / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}-{colour.removeprefix('#')}.svg"
    if not file.exists():
        file.write_bytes(_svg(name, colour, 2.2))
    return file.as_posix()


@lru_cache(maxsize=1)
def _load_fonts() -> None:
    for file in sorted((resources.ROOT / "fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for key, value in (
        (role.Window, tokens.background),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.WindowText, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.Highlight, tokens.action),
        (role.HighlightedText, tokens.on_action),
        (role.ToolTipBase, tokens.rail),
        (role.ToolTipText, tokens.rail_text_active),
        (role.PlaceholderText, tokens.text_tertiary),
        (role.Accent, tokens.action),
        (role.Link, tokens.action),
        (role.Mid, tokens.line_strong),
    ):
        palette.setColor(key, QColor(value))
    return palette
