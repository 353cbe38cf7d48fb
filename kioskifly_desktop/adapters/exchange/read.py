"""Reads the rows of a file by what it is, whatever its name says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.exchange.encodings import decoded
from kioskifly_desktop.adapters.exchange.separated import separated_rows
from kioskifly_desktop.adapters.exchange.vcard import vcard_rows
from kioskifly_desktop.adapters.exchange.workbook import workbook_rows
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.errors import (
    FileEmptyError,
    FileKindError,
    FileTooLargeError,
    FileUnreadableError,
)
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.core.imports import Source

MAX_BYTES = 64 * 1024 * 1024
_SAVE_AS = Phrase("Abrilo en tu planilla de cálculo y guardalo como .xlsx o .csv")
_KINDS = (
    (b"\xd0\xcf\x11\xe0", Phrase("es una planilla vieja (.xls) o tiene contraseña"), _SAVE_AS),
    (b"%PDF", Phrase("es un PDF"), Phrase("Pedí la planilla de la que salió")),
    (b"\x89PNG", Phrase("es una imagen"), Phrase("Hace falta una planilla")),
    (b"\xff\xd8\xff", Phrase("es una imagen"), Phrase("Hace falta una planilla")),
    (b"GIF8", Phrase("es una imagen"), Phrase("Hace falta una planilla")),
    (b"\x1f\x8b", Phrase("está comprimido"), Phrase("Descomprimilo primero")),
    (b"Rar!", Phrase("está comprimido"), Phrase("Descomprimilo primero")),
    (b"7z\xbc\xaf", Phrase("está comprimido"), Phrase("Descomprimilo primero")),
    (b"SQLite format 3", Phrase("es una base de datos"), Phrase("Hace falta una planilla")),
    (b"{\\rtf", Phrase("es un documento de texto"), _SAVE_AS),
)
_ZIP = b"PK"
_START = 4096


def read_rows(path: Path) -> Source:
    """Return the rows of a CSV, an XLSX or a vCard.

    Raises:
        ExchangeError: it can't be read, is none of them, or is too large; a sentence.
    """
    name = path.name
    data = _bytes(path)
    if not data.strip():
        raise FileEmptyError(name=name)
    for magic, what, way in _KINDS:
        if data.startswith(magic):
            raise FileKindError(name=name, what=what, way=way)
    if data.startswith(_ZIP):
        return workbook_rows(data, name)
    text, encoding = decoded(data, name)
    start = text[:_START].lstrip().casefold()
    if start.startswith("begin:vcard"):
        return vcard_rows(text, name)
    if re.match(r"<(!doctype|html|\?xml|table)", start):
        raise FileKindError(
            name=name, what=Phrase("es una página web con nombre de planilla"), way=_SAVE_AS
        )
    return separated_rows(text, name, encoding)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = (
            os_reason(error) if isinstance(error, OSError) else Phrase("el nombre no es válido")
        )
        raise FileUnreadableError(name=path, reason=reason) from None
    if len(data) > MAX_BYTES:
        raise FileTooLargeError(
            name=path.name, what=Phrase("pasa de {max_bytes} MB", max_bytes=MAX_BYTES >> 20)
        )
    return data
