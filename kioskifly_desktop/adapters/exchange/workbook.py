"""Workbooks: the first sheet with something in it, its cells as a person would type them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.exchange.guard import unguarded
from kioskifly_desktop.adapters.exchange.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    short,
    too_many_columns,
    too_many_rows,
)
from kioskifly_desktop.core.errors import (
    ExchangeError,
    FileEmptyError,
    FileKindError,
    FileTooLargeError,
)
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.core.imports import Source, TableRow
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

_MAX_UNPACKED = 400 * 1024 * 1024
_MAX_PARTS = 2000
_SAVE_AS = Phrase("Abrilo en tu planilla de cálculo y guardalo como .xlsx o .csv")
_LARGEST = 10**15
_EMPTY_RUN = 5000
"""Empty rows after which a sheet has ended, whatever it says of itself."""


def workbook_rows(data: bytes, name: str) -> Source:
    """Return the rows of the first sheet of an XLSX that has any.

    Raises:
        ExchangeError: it is no workbook, is damaged, or would unpack to too much.
    """
    _check_package(data, name)
    # It costs a tenth of a second that the window should not wait for.
    from openpyxl import load_workbook  # noqa: PLC0415

    try:
        # What is calculated comes as it was last calculated; no formula, link or macro is run.
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a sheet says of its size may be a lie
                rows = _rows(sheet.iter_rows(values_only=True), name)
                if rows:
                    return Source(name, rows, f"planilla, hoja «{sheet.title}»")
        finally:
            book.close()
    except ExchangeError:
        raise
    except Exception:  # noqa: BLE001 - whatever a damaged workbook makes its reader raise
        what = Phrase("está dañado o no es una planilla")
        raise FileKindError(name=name, what=what, way=_SAVE_AS) from None
    raise FileEmptyError(name=name)


def _check_package(data: bytes, name: str) -> None:
    """Refuse what is no workbook and what would unpack to far more than a shop has."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise FileKindError(name=name, what=Phrase("está dañado"), way=_SAVE_AS) from None
    # zipfile reads no more of a part than it declares, so the sum can't be a lie.
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise FileTooLargeError(name=name, what=Phrase("descomprimido pasa de 400 MB"))
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise FileKindError(
            name=name, what=Phrase("tiene contraseña"), way=Phrase("Guardalo sin contraseña")
        )
    if "mimetype" in names:
        raise FileKindError(
            name=name, what=Phrase("es una planilla de LibreOffice (.ods)"), way=_SAVE_AS
        )
    if "[Content_Types].xml" not in names or not any(each.startswith("xl/") for each in names):
        raise FileKindError(
            name=name, what=Phrase("está comprimido y no es una planilla"), way=_SAVE_AS
        )


def _rows(values: Iterable[tuple[Any, ...]], name: str) -> list[TableRow]:
    rows: list[TableRow] = []
    empty = 0
    for line, cells in enumerate(values, start=1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1].strip():
            texts.pop()
        if not texts:
            empty += 1
            if empty > _EMPTY_RUN:
                break
            continue
        empty = 0
        if len(texts) > MAX_COLUMNS:
            raise too_many_columns(name)
        if len(rows) >= MAX_ROWS:
            raise too_many_rows(name)
        rows.append(TableRow(line, tuple(texts)))
    return rows


def _text(cell: Any) -> str:
    """Return a cell as it would be typed."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "sí" if cell else "no"
    if isinstance(cell, datetime | date):
        return format_date(cell)
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float):
        return _number(cell)
    return unguarded(short(str(cell)))


def _number(value: float) -> str:
    """Return a number with its decimals; three would pass for thousands, so they are four."""
    if not abs(value) < _LARGEST:  # nor what is not a number
        return str(value)
    if value == int(value):
        return str(int(value))
    text = f"{value:.6f}".rstrip("0")
    decimals = len(text.partition(".")[2])
    if decimals > 2:  # noqa: PLR2004 - centavos
        text += "0" * (4 - decimals)
    return text.replace(".", ",")
