"""Text with separators: comma, semicolon, tab or bar, guessed by which divides most evenly."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice

from kioskifly_desktop.adapters.exchange.guard import unguarded
from kioskifly_desktop.adapters.exchange.limits import (
    MAX_COLUMNS,
    MAX_ROWS,
    short,
    too_many_columns,
    too_many_rows,
)
from kioskifly_desktop.core.imports import Source, TableRow
from kioskifly_desktop.core.phrases import Phrase

_SEPARATORS = ";\t,|"
_NAMES = {
    ";": Phrase("punto y coma"),
    "\t": Phrase("tabulador"),
    ",": Phrase("coma"),
    "|": Phrase("barra"),
}
_SAMPLE = 60
_LONGEST_FIELD = 64 * 1024 * 1024
_SPANS = 40
"""Lines that one cell may have; a quote that nobody closed swallows the rest of the file."""


def separated_rows(text: str, name: str, encoding: str) -> Source:
    """Return the rows of a text with separators.

    Raises:
        FileTooLargeError: of rows or columns.
    """
    said = re.match(r"sep=([;,\t|:^~])\r?\n", text, re.IGNORECASE)
    skipped = 0
    if said:  # a line with which a spreadsheet says it to another
        text, skipped = text[said.end() :], 1
    separator = said[1] if said else _likely_separator(text)
    rows = _rows(text, separator, name, skipped)
    width = _usual_width(rows)
    rows = [_divided_again(row, separator, width) for row in rows]
    return Source(
        name,
        rows,
        Phrase(
            "{encoding}, separado por {separator}",
            encoding=encoding,
            separator=_NAMES.get(separator, separator),
        ),
    )


def _rows(text: str, separator: str, name: str, skipped: int) -> list[TableRow]:
    # A cell of any length is read, to be refused by its line.
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows: list[TableRow] = []
        last = 0
        for cells in reader:
            line, spans = last + 1 + skipped, reader.line_num - last
            last = reader.line_num
            if len(rows) >= MAX_ROWS:
                raise too_many_rows(name)
            if len(cells) > MAX_COLUMNS:
                if any(cell.strip() for cell in cells[MAX_COLUMNS:]):
                    raise too_many_columns(name)
                cells = cells[:MAX_COLUMNS]  # noqa: PLW2901 - empty ones at the end
            problem = Phrase("Tiene comillas que no se cierran.") if spans > _SPANS else ""
            rows.append(TableRow(line, tuple(unguarded(short(cell)) for cell in cells), problem))
        return rows
    finally:
        csv.field_size_limit(before)


def _likely_separator(text: str) -> str:
    def evenness(separator: str) -> tuple[float, int]:
        widths = Counter(_sample_widths(text, separator))
        divided = {width: count for width, count in widths.items() if width > 1}
        if not divided:
            return 0, 0
        width, count = max(divided.items(), key=lambda item: (item[1], item[0]))
        return count / widths.total(), width

    return max(_SEPARATORS, key=evenness)


def _sample_widths(text: str, separator: str) -> list[int]:
    lines = io.StringIO(text[: 256 * 1024], newline="")
    rows = islice(csv.reader(lines, delimiter=separator), _SAMPLE)
    try:
        return [len(cells) for cells in rows if any(cell.strip() for cell in cells)]
    except csv.Error:  # a cell past the limit: no row of it counts
        return []


def _usual_width(rows: list[TableRow]) -> int:
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return widths.most_common(1)[0][0] if widths else 0


def _divided_again(row: TableRow, separator: str, width: int) -> TableRow:
    """Return a row from elsewhere divided by its own separator, if that gives its columns."""
    if len(row.cells) != 1 or width < 2:  # noqa: PLR2004 - one column has no separators
        return row
    if re.search(r"[\r\n]", row.cells[0]):  # quoted whole: a line of it is not a row
        return row
    for other in _SEPARATORS:
        if other == separator or other not in row.cells[0]:
            continue
        cells = next(csv.reader([row.cells[0]], delimiter=other), [])
        if len(cells) == width:
            return TableRow(row.line, tuple(unguarded(cell) for cell in cells), row.problem)
    return row
