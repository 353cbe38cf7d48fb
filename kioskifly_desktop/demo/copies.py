"""Rows of a stretch of time again and again, each time later, as if the shop had gone on."""

# ruff: noqa: S608 - the names are those of its own tables

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.chain import chain_up
from kioskifly_desktop.core.schema import Day, Instant, metadata

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from sqlalchemy import Column, Connection, Table

_DRIFT = {
    ("posting", "balance_after"): "SELECT sum(amount) FROM {table} WHERE id > {before}"
    " AND account_id = row.account_id",
    ("stock_move", "level"): "SELECT sum(quantity) FROM {table} WHERE id > {before}"
    " AND product_id = row.product_id",
    ("voucher", "number"): "SELECT count(*) FROM {table} WHERE id > {before} AND kind = row.kind",
}
"""Columns that run on, and by how much a copy is beyond the one before it."""
_DOCUMENT = """
    replace(
        replace(row.document, printf('-%08d"', row.number), printf('-%08d"', row.number + {drift})),
        strftime('%d/%m/%Y', row.issued_at / 1000 - 10800, 'unixepoch'),
        strftime('%d/%m/%Y', row.issued_at / 1000 - 10800 + {later} / 1000, 'unixepoch'))
"""
_FAST = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -500000", "foreign_keys = OFF")
_REACHED = (
    """
    UPDATE account SET (balance, last_entry_id) = (
        SELECT balance_after, entry_id FROM posting
        WHERE account_id = account.id ORDER BY id DESC LIMIT 1)
    WHERE id IN (SELECT account_id FROM one_posting)
    """,
    """
    UPDATE product SET stock = (
        SELECT level FROM stock_move WHERE product_id = product.id ORDER BY id DESC LIMIT 1)
    WHERE id IN (SELECT product_id FROM one_stock_move)
    """,
)


def last_ids(db: Connection) -> dict[str, int]:
    """Return each table's last id, 0 of an empty one."""
    return {
        table.name: db.exec_driver_sql(
            f"SELECT coalesce(max(id), 0) FROM {table.name}"
        ).scalar_one()
        for table in metadata.tables.values()
        if "id" in table.c
    }


def copy_rows(db: Connection, before: Mapping[str, int], times: int, every: timedelta) -> None:
    """Have what was added since `before` there `times` times in all, each one `every` later.

    The file must be nobody else's, and is lost if this is interrupted.
    """
    for pragma in _FAST:
        db.exec_driver_sql(f"PRAGMA {pragma}")
    now = last_ids(db)
    steps = {name: now[name] - last for name, last in before.items() if now[name] > last}
    tables = [table for table in metadata.sorted_tables if table.name in steps]
    kept = _put_aside(db, "index", steps)
    for table in tables:
        drifts = [_DRIFT[key] for key in _DRIFT if key[0] == table.name]
        drift = drifts[0] if drifts else "SELECT 0"
        drift = drift.format(table=table.name, before=before[table.name])
        db.exec_driver_sql(
            f"CREATE TEMP TABLE one_{table.name} AS SELECT row.*, ({drift}) AS drift"
            f" FROM {table.name} AS row WHERE id > {before[table.name]} ORDER BY id"
        )
        values = [_value(table, column, before, steps, every) for column in table.c]
        names = ", ".join(f'"{column.name}"' for column in table.c)
        db.exec_driver_sql(
            "WITH RECURSIVE copy(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < ?)"
            f" INSERT INTO {table.name} ({names})"
            # Not sorted: the rows come in this order, and sorting them would take a copy of all.
            f" SELECT {', '.join(values)} FROM copy CROSS JOIN one_{table.name} AS row"
            " WHERE n < ?",
            (times, times),
        )
    for sql in kept:
        db.exec_driver_sql(sql)
    for statement in _REACHED:
        db.exec_driver_sql(statement)
    guards = _put_aside(db, "trigger", ("journal_entry",))
    chain_up(db)
    for sql in guards:
        db.exec_driver_sql(sql)
    db.exec_driver_sql("ANALYZE main")


def _value(
    table: Table,
    column: Column[object],
    before: Mapping[str, int],
    steps: Mapping[str, int],
    every: timedelta,
) -> str:
    """Return what a column of a copy holds, in SQL; `n` is the copy's number, from 1."""
    own, later = f'row."{column.name}"', f"n * {every.days * 86_400_000}"
    for key in column.foreign_keys:
        other = key.column.table.name
        if other in steps:
            return f"{own} + n * {steps[other]} * ({own} > {before[other]})"
    if column.primary_key:
        own += f" + n * {steps[table.name]}"
    elif (table.name, column.name) in _DRIFT:
        own += " + n * row.drift"
    elif isinstance(column.type, Instant):
        own += f" + {later}"
    elif isinstance(column.type, Day):
        own = f"date({own}, (n * {every.days}) || ' days')"
    elif column.name == "request_id":
        own = f"printf('%04d-', n) || {own}"
    elif (table.name, column.name) == ("voucher", "document"):
        own = _DOCUMENT.format(drift="n * row.drift", later=later)
    return own


def _put_aside(db: Connection, kind: str, tables: Mapping[str, int] | tuple[str, ...]) -> list[str]:
    """Drop what is made of those tables, and return how to make it again."""
    rows = db.exec_driver_sql(
        "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,)
    )
    found = [row for row in rows.all() if row.tbl_name in tables]
    for row in found:
        db.exec_driver_sql(f"DROP {kind} {row.name}")
    return [row.sql for row in found]
