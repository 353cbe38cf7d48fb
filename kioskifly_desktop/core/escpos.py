"""Encodes a document as the ESC/POS bytes of one print job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.documents import Style
from kioskifly_desktop.core.ticket import lay_out

if TYPE_CHECKING:
    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.logo import Logo
    from kioskifly_desktop.core.printers import Printer

_RESET = b"\x1b@"
_LEAVE_CHINESE = b"\x1c."
_CODE_PAGE = b"\x1bt"
_CUT = b"\x1bd\x04\x1dVB\x00"
_TEAR_OFF = b"\x1bd\x05"

_CENTRE, _LEFT = b"\x1ba\x01", b"\x1ba\x00"
_PICTURE = b"\x1dv0\x00"
_ROWS = 128
_REAL_TIME = ((b"\x10\x04", b"\x10\x0c"), (b"\x10\x05", b"\x10\x0d"), (b"\x10\x14", b"\x10\x1c"))

_LOOKS = {
    Style.NORMAL: (0x00, False),
    Style.BOLD: (0x00, True),
    Style.TALL: (0x01, True),
    Style.TITLE: (0x11, False),
}
"""The argument of `GS !` and whether the letters are bold."""


def _switch(old: Style, new: Style) -> str:
    (old_size, old_bold), (size, bold) = _LOOKS[old], _LOOKS[new]
    resize = f"\x1d!{chr(size)}" if size != old_size else ""
    return resize + (f"\x1bE{chr(bold)}" if bold != old_bold else "")


_SWITCH = {(old, new): _switch(old, new) for old in Style for new in Style}
"""What goes from one look to another, as text."""


def to_bytes(document: Document, printer: Printer, logo: Logo | None = None) -> bytes:
    """Return the job that prints a document: reset, one code page, logo, lines, feed and cut."""
    # Chinese clones boot reading pairs of high bytes as one letter, and ESC @ forgets the page.
    job = bytearray(_RESET + _LEAVE_CHINESE + _CODE_PAGE + bytes([printer.code_page_number]))
    if logo is not None:
        job += _raster(logo)
    style = Style.NORMAL
    text: list[str] = []
    for line in lay_out(document, printer.columns, printer.code_page):
        if line.style is not style:
            text.append(_SWITCH[style, line.style])
            style = line.style
        if line.page is None:
            text += line.text, "\n"
            continue
        codec, number = line.page
        job += "".join(text).encode(printer.code_page)
        text.clear()
        job += _CODE_PAGE + bytes([number]) + line.text.encode(codec) + b"\n"
        job += _CODE_PAGE + bytes([printer.code_page_number])
    text.append(_SWITCH[style, Style.NORMAL])
    # Encoded once: the commands are ASCII, which every code page holds.
    job += "".join(text).encode(printer.code_page)
    job += _CUT if printer.has_cutter else _TEAR_OFF
    return bytes(job)


def _raster(logo: Logo) -> bytes:
    """Return the logo, centred, in pieces that any printer's buffer holds."""
    across = logo.width // 8
    job = bytearray(_CENTRE)
    for top in range(0, logo.height, _ROWS):
        rows = logo.rows[top * across : (top + _ROWS) * across]
        # Dots that a printer would obey at once, as in DLE EOT, lose one of theirs.
        for command, harmless in _REAL_TIME:
            rows = rows.replace(command, harmless)
        job += _PICTURE + across.to_bytes(2, "little") + (len(rows) // across).to_bytes(2, "little")
        job += rows
    return bytes(job + _LEFT)


def drawer_kick(pin: int) -> bytes:
    """Return the job that opens the drawer on pin 2 or 5 of the printer's socket.

    `ESC p`: 50 ms on, as longer pulses open drawers on both pins, and 500 ms off.
    """
    return _RESET + b"\x1bp" + bytes((0 if pin == 2 else 1, 25, 250))  # noqa: PLR2004 - the pin
