"""What an import would do: the rows that are ready, and every other one with its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from kioskifly_desktop.core.errors import NameColumnError, RowProblemsError, ShopError
from kioskifly_desktop.core.imports.fields import FIELDS, ImportKind
from kioskifly_desktop.core.phrases import Phrase, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.imports.mapping import Mapping
    from kioskifly_desktop.core.imports.table import Table, TableRow

Progress: TypeAlias = Callable[[int, int], None]
"""Is told how many of how many rows are done; raises ImportCancelledError to undo them all."""

BATCH = 1000
_MOST_NAMED = 100
_SEPARATORS = ";\t|"
_FEW = 3

Ready = TypeVar("Ready")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that can't be brought in, by its line, with the reason and the column it is in."""

    line: int
    reason: str
    column: str = ""

    def __str__(self) -> str:
        """Return it as it is read: `Línea 3, Precio: ...`."""
        return self.words

    @property
    def words(self) -> Phrase:
        """It as it is read."""
        place = joined("", (", ", self.column)) if self.column else ""
        return Phrase(
            "Línea {line}{place}: {reason}", line=self.line, place=place, reason=self.reason
        )


@dataclass(frozen=True, slots=True)
class ImportPlan(Generic[Ready]):
    """Rows ready to be written, and the others; `refusal` is why not even the ready ones can."""

    kind: ImportKind
    ready: Sequence[Ready]
    problems: Sequence[Problem]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class ImportDone:
    """How many rows were written, and how many were left out."""

    added: int
    left_out: int


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def check_whole(plan: ImportPlan[Ready]) -> None:
    """Refuse a plan with rows that can't be brought in.

    Raises:
        RowProblemsError: naming them.
    """
    if not plan.problems:
        return
    lines: list[str] = [problem.words for problem in plan.problems[:_MOST_NAMED]]
    more = len(plan.problems) - len(lines)
    if more:
        lines.append(Phrase("… y {more} filas más con problemas.", more=more))
    raise RowProblemsError(problems=joined("\n", lines))


def rows_read(
    table: Table,
    mapping: Mapping,
    read: Callable[[TableRow, dict[str, str]], Ready],
    *,
    kind: ImportKind,
    progress: Progress = no_progress,
) -> tuple[list[Ready], list[Problem]]:
    """Return what `read` makes of each row's mapped cells, and why it can't of the others.

    Raises:
        NameColumnError: no column is the name.
    """
    if "name" not in mapping:
        raise NameColumnError(field="mapping")
    ready: list[Ready] = []
    problems: list[Problem] = []
    total = len(table.rows)
    for done, row in enumerate(table.rows):
        if done % BATCH == 0:
            progress(done, total)
        reason = row.problem or _shape(row, table)
        if reason:
            problems.append(Problem(row.line, reason))
            continue
        pairs = zip(mapping, row.cells, strict=False)
        cells = {key: text for key, cell in pairs if key and (text := cell.strip())}
        try:
            ready.append(read(row, cells))
        except ShopError as error:
            problems.append(problem_of(row.line, error, kind))
    progress(total, total)
    return ready, problems


def problem_of(line: int, error: ShopError, kind: ImportKind) -> Problem:
    """Return why a row can't be brought in, naming the column where one is to blame."""
    key = _KEYS.get(error.field, error.field)
    known = next((each for each in FIELDS[kind] if each.key == key), None)
    return Problem(line, error.words, known.title if known else "")


def parsed(cells: dict[str, str], key: str, parse: Callable[[str], Value], default: Value) -> Value:
    """Return what a cell says, `default` where it is empty.

    Raises:
        ShopError: it isn't understood; naming the field.
    """
    if key not in cells:
        return default
    try:
        return parse(cells[key])
    except ShopError as error:
        error.field = key
        raise


def _shape(row: TableRow, table: Table) -> str:
    if any(cell.strip() for cell in row.cells[len(table.titles) :]):
        return Phrase("Tiene más columnas que los títulos.")
    if len(row.cells) == 1 and len(table.titles) >= _FEW:
        cell = row.cells[0]
        if any(separator in cell for separator in _SEPARATORS):
            return Phrase("Sus columnas no están separadas como las de las demás.")
    return ""


# Fields of core's errors that go by another name in a file.
_KEYS = {
    "document_number": "document",
    "minimum_stock": "minimum",
    "quantity": "stock",
    "preferred_method": "method",
    "amount": "balance",
}
