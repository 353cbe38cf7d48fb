"""A file's rows as a table: which one has the titles, and which lines are apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import FileEmptyError
from kioskifly_desktop.core.imports.fields import ImportKind, field_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEARCHED = 12
"""Rows among which the titles are looked for: above them stand names of shops and dates."""
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a file: its line, its cells, and what its reader found wrong with it."""

    line: int
    cells: tuple[str, ...]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What a reader understood: the file's name, its rows, and how they were written."""

    name: str
    rows: Sequence[TableRow]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles; `titled` is false where the titles are only letters of columns."""

    name: str
    titles: tuple[str, ...]
    rows: Sequence[TableRow]
    titled: bool
    words: str = ""


def make_table(source: Source, kind: ImportKind) -> Table:
    """Return the rows of a file with the titles that were found, or letters for want of them.

    Raises:
        FileEmptyError: there is no row with data.
    """
    rows = [row for row in source.rows if row.problem or _says_something(row)]
    position = _titles_at(rows, kind)
    titled = position is not None
    if position is not None:
        titles = tuple(cell.strip() for cell in rows[position].cells)
        rows = rows[position + 1 :]
        titles = tuple(title or column_letter(n) for n, title in enumerate(_unpadded(titles)))
    else:
        width = max((len(_unpadded(row.cells)) for row in rows), default=0)
        titles = tuple(column_letter(n) for n in range(width))
    if not rows:
        raise FileEmptyError(name=source.name)
    return Table(source.name, titles, rows, titled, source.words)


def column_letter(position: int) -> str:
    """Return how a spreadsheet calls a column: A, Z, AA."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def _says_something(row: TableRow) -> bool:
    return any(any(map(str.isalnum, cell)) for cell in row.cells)


def _titles_at(rows: Sequence[TableRow], kind: ImportKind) -> int | None:
    best, most = None, 0
    for position, row in enumerate(rows[:_SEARCHED]):
        filled = [cell for cell in row.cells if cell.strip()]
        known = len({found.key for cell in filled if (found := field_of(kind, cell))})
        # A single word that happens to be a title, among figures, is data.
        figures = any(c.isdigit() for cell in filled for c in cell)
        if known > most and (known > 1 or not figures):
            best, most = position, known
    return best


def _unpadded(cells: Sequence[str]) -> tuple[str, ...]:
    last = max((n for n, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return tuple(cells[:last])
