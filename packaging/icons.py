"""Writes the program's icons, of its one drawing: `python packaging/icons.py build/icons`."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

NAME = "ar.kioskifly.Desktop"
DRAWING = Path(__file__).parents[1] / "resources" / "brand" / f"{NAME}.svg"
ICO = (16, 24, 32, 48, 64, 128, 256)
ICNS = (16, 32, 128, 256, 512, 1024)


def drawn(renderer: QSvgRenderer, size: int) -> Image.Image:
    """Return the drawing as a square of `size` pixels, drawn anew so that its edges are sharp."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGBA")


def main(folder: Path) -> None:
    """Write NAME-SIZE.png, kioskifly.ico and kioskifly.icns into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    _app = QGuiApplication.instance() or QGuiApplication(["icons", "-platform", "offscreen"])
    renderer = QSvgRenderer(str(DRAWING))
    images = {size: drawn(renderer, size) for size in {*ICO, *ICNS}}
    for size, image in images.items():
        image.save(folder / f"{NAME}-{size}.png", optimize=True)
    windows, apple = ([images[size] for size in sizes] for sizes in (ICO, ICNS))
    windows[-1].save(
        folder / "kioskifly.ico", sizes=[each.size for each in windows], append_images=windows[:-1]
    )
    apple[-1].save(folder / "kioskifly.icns", append_images=apple[:-1])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
