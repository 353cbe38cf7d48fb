"""Saves a document as a PDF: A4, or a page as wide as a roll and as long as the ticket."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from kioskifly_desktop import __version__
from kioskifly_desktop.adapters import a4
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.documents import PdfPage, Style, Text
from kioskifly_desktop.core.errors import OutputFileError
from kioskifly_desktop.core.ticket import lay_out

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from kioskifly_desktop.core.documents import Document

_MM = 72 / 25.4
_ROLLS = {PdfPage.TICKET_80: (80 * _MM, 48), PdfPage.TICKET_58: (58 * _MM, 32)}
"""The roll's width and its columns."""
_COLUMN = 1.5 * _MM
_COURIER_ADVANCE = 0.6
_LINE = 3.75 * _MM
_MARGIN = 5 * _MM
_LINES_PER_PAGE = 1_250  # PDF readers refuse pages longer than 14.400 points
_BOLD_STYLES = {Style.BOLD, Style.TALL}
_DOUBLE_HEIGHT = {Style.TALL, Style.TITLE}


def save_pdf(document: Document, path: Path, page: PdfPage) -> None:
    """Write the document as a PDF file, whole or not at all.

    Raises:
        OutputFileError: the file can't be written.
    """
    put_whole(_render(document, page), path)


def put_whole(content: bytes, path: Path) -> None:
    """Write a file whole or not at all.

    Raises:
        OutputFileError: the file can't be written.
    """
    path = path.resolve()
    partial = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe is written to, never replaced.
            path.write_bytes(content)
            return
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise OutputFileError(path=path, reason=os_reason(error)) from error


def _render(document: Document, page: PdfPage) -> bytes:
    # Slow to import (0.1 s) and only needed here.
    from reportlab import rl_config  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    rl_config.useA85 = 0
    canvas = Canvas("", pagesize=(a4.WIDTH, a4.HEIGHT), pageCompression=1, invariant=1)
    shop = next((b.text for b in document.blocks if isinstance(b, Text)), "")
    canvas.setTitle(f"{document.title} {document.number}".strip())
    canvas.setAuthor(shop)
    canvas.setCreator(f"Kioskifly Desktop {__version__}")
    if page is PdfPage.A4:
        a4.draw(document, canvas)
    else:
        _draw_ticket(document, canvas, *_ROLLS[page])
    content: bytes = canvas.getpdfdata()
    return content


def _draw_ticket(document: Document, canvas: Canvas, width: float, columns: int) -> None:
    """Draw the printer's own lines in Courier, double sizes included."""
    lines = lay_out(document, columns, a4.CODE_PAGE)
    size = _COLUMN / _COURIER_ADVANCE
    left = (width - columns * _COLUMN) / 2
    for start in range(0, max(len(lines), 1), _LINES_PER_PAGE):
        part = lines[start : start + _LINES_PER_PAGE]
        heights = [_LINE * (1.8 if line.style in _DOUBLE_HEIGHT else 1) for line in part]
        y = height = sum(heights) + 2 * _MARGIN
        y -= _MARGIN
        canvas.setPageSize((width, height))
        text = canvas.beginText()
        for line, line_height in zip(part, heights, strict=True):
            y -= line_height
            double = line.style in _DOUBLE_HEIGHT
            text.setFont(
                "Courier-Bold" if line.style in _BOLD_STYLES else "Courier",
                size * 2 if double else size,
            )
            text.setHorizScale(50 if line.style is Style.TALL else 100)
            text.setTextOrigin(left, y + _LINE * 0.25)
            text.textOut(line.text)
        canvas.drawText(text)
        canvas.showPage()
