"""A picture as a printer's dots, and those dots as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from kioskifly_desktop.core.errors import ImageFileError
from kioskifly_desktop.core.logo import MAX_HEIGHT, MAX_WIDTH, Logo

if TYPE_CHECKING:
    from pathlib import Path

_BYTE = 8


def read_logo(path: Path) -> Logo:
    """Return the picture of a file in black dots on white, no larger than a logo may be.

    Raises:
        ImageFileError: the file is no picture.
    """
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        raise ImageFileError(name=path.name)
    return logo_of(picture)


def logo_of(picture: QImage) -> Logo:
    """Return a picture in dots: what can be seen through is white, and greys are dithered."""
    size = picture.size()
    if size.width() > MAX_WIDTH or size.height() > MAX_HEIGHT:
        size.scale(MAX_WIDTH, MAX_HEIGHT, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(1, 1))
        picture = picture.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    width = -(-size.width() // _BYTE) * _BYTE
    sheet = QImage(width, size.height(), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage((width - size.width()) // 2, 0, picture)
    painter.end()
    dots = sheet.convertToFormat(
        QImage.Format.Format_Mono,
        Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.OrderedDither,
    )
    if dots.color(1) != QColor(Qt.GlobalColor.black).rgb():
        dots.invertPixels()  # paper's ones are black
    # Qt keeps each row in whole words of four bytes.
    across = width // _BYTE
    rows = b"".join(
        bytes(memoryview(dots.constScanLine(row)))[:across]  # type: ignore[arg-type]  # a memoryview
        for row in range(dots.height())
    )
    return Logo(width, rows)


def logo_image(logo: Logo) -> QImage:
    """Return a logo as a picture of one bit a dot."""
    image = QImage(
        logo.rows, logo.width, logo.height, logo.width // _BYTE, QImage.Format.Format_Mono
    )
    image.setColorTable([QColor(Qt.GlobalColor.white).rgb(), QColor(Qt.GlobalColor.black).rgb()])
    return image.copy()
