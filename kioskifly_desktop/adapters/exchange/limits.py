"""How large a file may be; past it there is a mistake or a trap."""

from __future__ import annotations

from kioskifly_desktop.core.errors import FileTooLargeError
from kioskifly_desktop.core.phrases import Phrase

MAX_ROWS = 250_000
MAX_COLUMNS = 400
LONGEST_CELL = 40_000


def too_many_rows(name: str) -> FileTooLargeError:
    """Return the refusal of a file with too many rows."""
    return FileTooLargeError(name=name, what=Phrase("tiene más de 250.000 filas"))


def too_many_columns(name: str) -> FileTooLargeError:
    """Return the refusal of a file with too many columns."""
    return FileTooLargeError(
        name=name, what=Phrase("tiene más de {max_columns} columnas", max_columns=MAX_COLUMNS)
    )


def short(cell: str) -> str:
    """Return a cell; one that no field takes, cut to where it is still refused."""
    return cell if len(cell) <= LONGEST_CELL else cell[:LONGEST_CELL]
