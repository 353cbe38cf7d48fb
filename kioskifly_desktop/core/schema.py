"""Column types and tables of the shop's file: STRICT, so that a wrong type is refused."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    bindparam,
    func,
    select,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement, Connection, Dialect, Insert
    from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(instant: datetime) -> int:
    """Return an aware instant as it is stored: whole milliseconds since 1970, UTC."""
    return (instant - _EPOCH) // timedelta(milliseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant as whole milliseconds since 1970."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> int | None:
        """Override TypeDecorator."""
        return None if value is None else milliseconds(value)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        """Override TypeDecorator."""
        return None if value is None else _EPOCH + timedelta(milliseconds=value)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, _dialect: Dialect) -> str | None:
        """Override TypeDecorator."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> date | None:
        """Override TypeDecorator."""
        return None if value is None else date.fromisoformat(value)


E = TypeVar("E", bound=StrEnum)


class Choice(TypeDecorator[E]):
    """One of the values of a StrEnum, as text."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[E]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: E | None, _dialect: Dialect) -> str | None:
        """Override TypeDecorator."""
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> E | None:
        """Override TypeDecorator."""
        return None if value is None else self.kind(value)


class Flag(TypeDecorator[bool]):
    """True or false as 1 or 0."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, _dialect: Dialect) -> int | None:  # noqa: FBT001 - SQLAlchemy's signature
        """Override TypeDecorator."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> bool | None:
        """Override TypeDecorator."""
        return None if value is None else bool(value)


class Ids(TypeDecorator["Collection[int]"]):
    """Many ids as one value, a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Collection[int] | None, _dialect: Dialect) -> str | None:
        """Override TypeDecorator."""
        return None if value is None else json.dumps(sorted(value))


def among(ids: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Return that an id is one of those that the parameter `name` lists.

    However many they are, the statement is the same, and SQLite's limit of parameters is far.
    """
    listed = func.json_each(bindparam(name, type_=Ids())).table_valued("value", name=name)
    return ids.in_(select(listed.c.value))


def identifier() -> Column[int]:
    """Return the table's own `id`."""
    return Column("id", Integer, primary_key=True)


def table(name: str, *items: SchemaItem, reuses_ids: bool = True) -> Table:
    """Declare a STRICT table of the shop's file."""
    return Table(name, metadata, *items, sqlite_strict=True, sqlite_autoincrement=not reuses_ids)


def one_of(column: str, kind: type[StrEnum]) -> CheckConstraint:
    """Return the constraint that a column holds a value of the enumeration."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def insert_row(db: Connection, statement: Insert, row: Mapping[str, Any]) -> int:
    """Insert a row and return its id."""
    key = db.execute(statement, row).inserted_primary_key
    assert key is not None, "every table has an integer id"
    return int(key[0])
