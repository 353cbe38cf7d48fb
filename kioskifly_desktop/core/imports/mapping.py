"""Which column is which: chosen before for such a file, else guessed from titles and contents."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from stdnum import ean

from kioskifly_desktop.core.errors import ColumnChoiceError, ShopError
from kioskifly_desktop.core.es_ar import fold, parse_date
from kioskifly_desktop.core.imports.fields import FIELDS, ImportKind, field_of, find_field
from kioskifly_desktop.core.imports.values import signed_amount
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.settings import get_preference, set_preference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kioskifly_desktop.core.imports.table import Table
    from kioskifly_desktop.core.work import Work

Mapping: TypeAlias = tuple[str, ...]
"""Of each column, the key of its field; empty where it is left out."""

_REMEMBERED = "import_mappings"
_MOST_REMEMBERED = 20
_SAMPLE = 50
_SURE = 0.8
_NAME_LETTERS = 3
_DOCUMENT_DIGITS = (7, 8, 11)
_PHONE_DIGITS = range(6, 16)
_LEFT_OUT = ("", "-")


def guess(work: Work, table: Table, kind: ImportKind) -> Mapping:
    """Return which column is which, as chosen before for these titles or as it seems."""
    stored = json.loads(get_preference(work, _REMEMBERED, "{}")).get(_signature(table, kind))
    if stored is not None and table.titled and len(stored) == len(table.titles):
        return tuple(stored)
    columns = [""] * len(table.titles)
    if table.titled:
        _guess_by_titles(table, kind, columns)
    _guess_by_contents(table, kind, columns)
    return tuple(columns)


def remember(work: Work, table: Table, kind: ImportKind, mapping: Mapping) -> None:
    """Keep what was chosen for files with these titles.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.IMPORT)
    if not table.titled:
        return
    stored = json.loads(get_preference(work, _REMEMBERED, "{}"))
    stored.pop(_signature(table, kind), None)
    stored[_signature(table, kind)] = list(mapping)
    kept = dict(list(stored.items())[-_MOST_REMEMBERED:])
    set_preference(work, _REMEMBERED, json.dumps(kept, ensure_ascii=False))


def choose(table: Table, kind: ImportKind, mapping: Mapping, pairs: Iterable[str]) -> Mapping:
    """Return a mapping changed by `column=field` pairs; without a field, a column is left out.

    Raises:
        ColumnChoiceError: there is no such column or field.
    """
    columns = list(mapping)
    for pair in pairs:
        title, _, word = pair.rpartition("=")
        folded = fold(title)
        position = next((n for n, each in enumerate(table.titles) if fold(each) == folded), None)
        if position is None:
            choices = ", ".join(table.titles[:_MOST_REMEMBERED])
            raise ColumnChoiceError(what=Phrase("la columna"), name=title, choices=choices)
        key = "" if word.strip() in _LEFT_OUT else find_field(kind, word).key
        columns = ["" if key and each == key else each for each in columns]
        columns[position] = key
    return tuple(columns)


def _signature(table: Table, kind: ImportKind) -> str:
    return "|".join((kind.value, *(fold(title) for title in table.titles)))


def _guess_by_titles(table: Table, kind: ImportKind, columns: list[str]) -> None:
    """Note the columns that are called as a field, its own name before its other ones."""
    titles = [fold(title) for title in table.titles]
    # Both sides of an account, of which neither is what is owed.
    sides = {"debe", "haber"} if "haber" in titles else set()
    for own in (True, False):
        for position, title in enumerate(titles):
            found = field_of(kind, title)
            if found is None or title in sides or columns[position] or found.key in columns:
                continue
            if not own or title == fold(found.title):
                columns[position] = found.key


def _guess_by_contents(table: Table, kind: ImportKind, columns: list[str]) -> None:
    """Name what no title named; only the sure ones where there are titles."""
    tests = _CLIENT_TESTS if kind is ImportKind.CLIENTS else _PRODUCT_TESTS
    known = {each.key for each in FIELDS[kind]}
    for key, fits in tests:
        if key in columns or key not in known or (table.titled and key != "name"):
            continue
        free = (n for n, taken in enumerate(columns) if not taken)
        position = next((n for n in free if _most(_sample(table, n), fits)), None)
        if position is not None:
            columns[position] = key


def _sample(table: Table, position: int) -> list[str]:
    cells = (
        row.cells[position].strip() for row in table.rows[:_SAMPLE] if position < len(row.cells)
    )
    return [cell for cell in cells if cell]


def _most(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(fits, cells)) >= _SURE * len(cells)


def _digits(cell: str) -> int:
    return sum(c.isdigit() for c in cell)


def _is_email(cell: str) -> bool:
    return bool(re.fullmatch(r"[^@\s]+@[^@\s]+\.\w+", cell))


def _is_day(cell: str) -> bool:
    return bool(re.fullmatch(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}", cell)) and _reads(parse_date, cell)


def _is_document(cell: str) -> bool:
    return bool(re.fullmatch(r"[\d.\s-]+", cell)) and _digits(cell) in _DOCUMENT_DIGITS


def _is_phone(cell: str) -> bool:
    shaped = re.fullmatch(r"\+?[\d\s()-]+", cell)
    return bool(shaped) and "," not in cell and _digits(cell) in _PHONE_DIGITS


def _is_amount(cell: str) -> bool:
    return _reads(signed_amount, cell)


def _is_code(cell: str) -> bool:
    return bool(re.fullmatch(r"\d{8}|\d{12}|\d{13}", cell)) and bool(ean.is_valid(cell))


def _is_name(cell: str) -> bool:
    return sum(c.isalpha() for c in cell) >= _NAME_LETTERS


def _reads(reader: Callable[[str], object], cell: str) -> bool:
    try:
        reader(cell)
    except ShopError:
        return False
    return True


_CLIENT_TESTS = (
    ("email", _is_email),
    ("day", _is_day),
    ("document", _is_document),
    ("balance", lambda cell: _is_amount(cell) and (not _is_phone(cell) or "," in cell)),
    ("phone", _is_phone),
    ("balance", _is_amount),
    ("name", _is_name),
)
_PRODUCT_TESTS = (("barcodes", _is_code), ("price", _is_amount), ("name", _is_name))
