"""Statements that the counter repeats, compiled once and run by the driver.

SQLAlchemy goes over a statement each time it runs, 20 µs of a processor; the driver alone needs 4.
A payment runs a dozen of them and a sale of ten lines twenty: docs/performance.md.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy.dialects.sqlite.pysqlite import dialect as sqlite_dialect
from sqlalchemy.exc import IntegrityError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sqlalchemy import Connection
    from sqlalchemy.sql import ClauseElement
    from sqlalchemy.sql.compiler import SQLCompiler
    from sqlalchemy.types import TypeEngine

    Convert = Callable[[Any], Any]

_DIALECT = sqlite_dialect()


@dataclass(frozen=True, slots=True)
class _Compiled:
    """The text, what goes into its marks in their order, and how a row comes out."""

    sql: str
    marks: tuple[str, ...]
    fixed: Mapping[str, Any]
    binds: tuple[tuple[int, Convert], ...]
    row: type[Any] | None
    converts: tuple[tuple[int, Convert], ...]


class Prepared:
    """A Core statement; of an INSERT or an UPDATE of many columns, `columns` names them.

    It knows neither lists in an IN nor defaults that Python fills in.
    """

    def __init__(self, statement: ClauseElement, *columns: str) -> None:
        self.statement = statement
        self._columns = columns
        self._compiled: _Compiled | None = None

    def first(self, db: Connection, values: Mapping[str, Any]) -> Any:
        """Return the first row with its columns by name, None where there is none.

        Raises:
            IntegrityError, sqlite3.Error: what the file refuses; what happens to it.
        """
        compiled = self._ready()
        row = _run(db, compiled, values).fetchone()
        return None if row is None else _made(compiled, row)

    def all(self, db: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Return every row.

        Raises:
            IntegrityError, sqlite3.Error: what the file refuses; what happens to it.
        """
        compiled = self._ready()
        return [_made(compiled, row) for row in _run(db, compiled, values)]

    def scalar(self, db: Connection, values: Mapping[str, Any]) -> Any:
        """Return the first column of the first row, None where there is none.

        Raises:
            IntegrityError, sqlite3.Error: what the file refuses; what happens to it.
        """
        row = self.first(db, values)
        return None if row is None else row[0]

    def insert(self, db: Connection, values: Mapping[str, Any]) -> int:
        """Insert a row and return its id.

        Raises:
            IntegrityError, sqlite3.Error: what the file refuses; what happens to it.
        """
        key = _run(db, self._ready(), values).lastrowid
        assert key is not None, "every table has an integer id"
        return key

    def many(self, db: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Run it once for each row.

        Raises:
            IntegrityError, sqlite3.Error: what the file refuses; what happens to it.
        """
        compiled = self._ready()
        bound = [_bound(compiled, row) for row in rows]
        try:
            _driver(db).executemany(compiled.sql, bound)
        except sqlite3.IntegrityError as error:
            raise IntegrityError(compiled.sql, None, error) from error

    def _ready(self) -> _Compiled:
        if self._compiled is None:
            self._compiled = _compile(self.statement, self._columns)
        return self._compiled


def _run(db: Connection, compiled: _Compiled, values: Mapping[str, Any]) -> sqlite3.Cursor:
    try:
        return _driver(db).execute(compiled.sql, _bound(compiled, values))
    except sqlite3.IntegrityError as error:
        raise IntegrityError(compiled.sql, None, error) from error


def _driver(db: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", db.connection.driver_connection)


def _bound(compiled: _Compiled, values: Mapping[str, Any]) -> list[Any]:
    if compiled.fixed:
        values = {**compiled.fixed, **values}
    bound = [values[name] for name in compiled.marks]
    for place, convert in compiled.binds:
        bound[place] = convert(bound[place])
    return bound


def _made(compiled: _Compiled, row: Sequence[Any]) -> Any:
    assert compiled.row is not None, "it gives rows"
    if compiled.converts:
        values = list(row)
        for place, convert in compiled.converts:
            values[place] = convert(values[place])
        row = values
    return compiled.row._make(row)


def _compile(statement: ClauseElement, columns: Sequence[str]) -> _Compiled:
    compiled = cast(
        "SQLCompiler", statement.compile(dialect=_DIALECT, column_keys=list(columns) or None)
    )
    assert not compiled.insert_prefetch, "a default that Python fills in"
    assert not compiled.post_compile_params, "a list in an IN"
    marks = tuple(compiled.positiontup or ())
    asked = [compiled.binds[name] for name in marks]
    fixed = {
        name: bind.effective_value
        for name, bind in zip(marks, asked, strict=True)
        if not bind.required and name not in columns
    }
    about = (str(compiled), marks, fixed, _converts(asked, "bind"))
    found = compiled._result_columns  # noqa: SLF001 - where the compiler leaves them
    if not found:
        return _Compiled(*about, None, ())
    row = namedtuple("Row", [each.keyname for each in found], rename=True)  # type: ignore[misc]  # noqa: PYI024 - its names are known here
    return _Compiled(*about, row, _converts(found, "result"))


def _converts(typed: Iterable[Any], way: str) -> tuple[tuple[int, Convert], ...]:
    """Return the places of what is not kept as it is given, and how it is."""
    found = [(place, _processor(each.type, way)) for place, each in enumerate(typed)]
    return tuple((place, convert) for place, convert in found if convert is not None)


def _processor(kind: TypeEngine[Any], way: str) -> Convert | None:
    own = kind.dialect_impl(_DIALECT)
    found = own.bind_processor(_DIALECT) if way == "bind" else own.result_processor(_DIALECT, None)
    return cast("Convert | None", found)
