"""Writes rows as CSV or XLSX: as they come, whole or not at all, nothing in them that could run."""

from __future__ import annotations

import csv
import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.exchange.guard import guarded, is_dangerous
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.errors import OutputFileError
from kioskifly_desktop.core.es_ar import format_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kioskifly_desktop.core.exports import Cell

_TOLD_EVERY = 500
_SHEET_ROWS = 1_000_000
_MONEY_FORMAT = "#,##0.00"
_DAY_FORMAT = "dd/mm/yyyy"
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write_rows(
    path: Path,
    titles: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    progress: Callable[[int], None] = lambda _done: None,
) -> int:
    """Write rows to an XLSX, or a CSV by any other name, and return how many they were.

    `progress` is told how many are written; what it raises leaves no file.

    Raises:
        OutputFileError: the file can't be written; what was there before stays.
    """
    draft = path.with_name(f".{path.name}.parte")
    write = _write_xlsx if path.suffix.lower() == ".xlsx" else _write_csv
    try:
        try:
            count = write(draft, titles, _told(rows, progress))
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise OutputFileError(path=path, reason=os_reason(error)) from None
    return count


def write_text(path: Path, text: str) -> None:
    """Write a text file.

    Raises:
        OutputFileError: the file can't be written; what was there before stays.
    """
    write_lines(path, (text,), end="")


def write_lines(path: Path, lines: Iterable[str], *, end: str = "\n") -> None:
    """Write a text file line by line, in UTF-8.

    Raises:
        OutputFileError: the file can't be written; what was there before stays.
    """
    draft = path.with_name(f".{path.name}.parte")
    try:
        try:
            with draft.open("w", encoding="utf-8", newline="") as file:
                file.writelines(f"{line}{end}" for line in lines)
            draft.replace(path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
    except OSError as error:
        raise OutputFileError(path=path, reason=os_reason(error)) from None


def _told(
    rows: Iterable[Sequence[Cell]], progress: Callable[[int], None]
) -> Iterable[Sequence[Cell]]:
    for done, row in enumerate(rows):
        if done % _TOLD_EVERY == 0:
            progress(done)
        yield row


def _write_csv(path: Path, titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    # The mark makes a spreadsheet read UTF-8; the semicolon leaves the comma to the decimals.
    count = 0
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(titles)
        for row in rows:
            writer.writerow([_csv_text(cell) for cell in row])
            count += 1
    return count


def _csv_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")  # a number of ours: its minus runs nothing
    if isinstance(cell, date):
        return format_date(cell)
    return guarded(str(cell))


def _write_xlsx(path: Path, titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    from openpyxl import Workbook  # noqa: PLC0415 - a tenth of a second, only for who exports

    book = Workbook(write_only=True)
    try:
        count = _fill(book, titles, rows)
        book.save(path)
    except BaseException:
        _let_go(book)
        raise
    return count


def _fill(book: Any, titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    count = 0
    sheet = _sheet(book, titles)
    for row in rows:
        if count and count % _SHEET_ROWS == 0:
            sheet = _sheet(book, titles)
        sheet.append([_xlsx_cell(sheet, cell) for cell in row])
        count += 1
    return count


def _sheet(book: Any, titles: Sequence[str]) -> Any:
    sheet = book.create_sheet()
    sheet.append([_xlsx_cell(sheet, title) for title in titles])
    return sheet


def _let_go(book: Any) -> None:
    """Close and remove the files in which a workbook's sheets were growing."""
    for sheet in book.worksheets:
        with suppress(Exception):  # a full disk, or a sheet already closed
            sheet.close()
        draft = sheet._writer.out  # noqa: SLF001 - openpyxl has no other way
        Path(draft).unlink(missing_ok=True)


def _xlsx_cell(sheet: Any, cell: Cell) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - as above

    made: Any
    value: Any = cell
    if cell is None or isinstance(cell, int):
        return cell
    if not isinstance(cell, str):
        made = WriteOnlyCell(sheet, value)
        if isinstance(cell, date):
            made.number_format = _DAY_FORMAT
        elif cell != cell.to_integral_value():
            made.number_format = _MONEY_FORMAT
        return made
    text = _NO_XML.sub("", cell)
    if text.startswith("'"):
        text = guarded(text)  # as in a CSV: what is read loses one
    made = WriteOnlyCell(sheet, text)
    made.data_type = "s"  # left alone, what starts with = would be a formula
    if is_dangerous(text):
        made.quotePrefix = True  # stays text also when it is edited
    return made
