"""The list of clients: searched, filtered and sorted by the database, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    func,
    or_,
    select,
    text,
)

from kioskifly_desktop.core.clients.record import client
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.fiscal import (
    RULES,
    DocumentType,
    FiscalCondition,
)
from kioskifly_desktop.core.ledger import (
    EntryKind,
    account,
    journal_entry,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work


class ClientFilter(StrEnum):
    """Which clients are listed."""

    ALL = "all"
    DEBT = "debt"
    CREDIT = "credit"
    ARCHIVED = "archived"


class ClientSort(StrEnum):
    """By what the list is sorted."""

    NAME = "name"
    DOCUMENT = "document"
    CONDITION = "condition"
    PHONE = "phone"
    BALANCE = "balance"
    LAST_MOVEMENT = "last_movement"


@dataclass(frozen=True, slots=True)
class ClientQuery:
    """What the list shows and in which order."""

    search: str = ""
    only: ClientFilter = ClientFilter.ALL
    sort: ClientSort = ClientSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ClientRow:
    """A client as listed; `balance` in centavos, above zero the client owes."""

    id: int
    name: str
    document_type: DocumentType
    document_number: str
    condition: FiscalCondition
    phone: str
    balance: Centavos
    last_entry_id: int | None
    last_at: datetime | None
    last_kind: EntryKind | None
    archived: bool


@dataclass(frozen=True, slots=True)
class ClientTotals:
    """The clients in use: how many, how many owe and how much, how many have credit."""

    clients: int
    owing: int
    owed: Centavos
    in_credit: int
    credit: Centavos


def list_clients(
    work: Work, query: ClientQuery, *, after: ClientRow | None = None, limit: int = 100
) -> list[ClientRow]:
    """Return a page of clients: those that follow the row `after` in the query's order."""
    order = _ORDERS[query.sort]
    listed = _filtered(_LIST, query)
    if listed is None:
        return []
    if after is not None:
        key = order.of_row(after)
        beyond = order.column < key if query.descending else order.column > key
        next_id = client.c.id < after.id if query.descending else client.c.id > after.id
        listed = listed.where(or_(beyond, and_(order.column == key, next_id)))
    columns = (order.column, client.c.id)
    listed = listed.order_by(*(c.desc() if query.descending else c for c in columns))
    return [_row(row) for row in work.db.execute(listed.limit(limit))]


def count_clients(work: Work, query: ClientQuery) -> int:
    """Return how many clients a query lists."""
    count = select(func.count()).select_from(_JOINED)
    counted = _filtered(count, query)
    return 0 if counted is None else int(work.db.execute(counted).scalar_one())


def client_totals(work: Work) -> ClientTotals:
    """Return the figures of the clients in use."""
    owes, credit = account.c.balance > 0, account.c.balance < 0
    row = work.db.execute(
        select(
            func.count(),
            func.count().filter(owes),
            func.coalesce(func.sum(account.c.balance).filter(owes), 0),
            func.count().filter(credit),
            func.coalesce(-func.sum(account.c.balance).filter(credit), 0),
        )
        .select_from(_JOINED)
        .where(client.c.archived == False)  # noqa: E712 - SQL
    ).one()
    return ClientTotals(*row)


def match_expression(search: str) -> str | None:
    """Return the full-text query of what was typed, or None when it can match nothing.

    Only folded letters and digits reach the query language; every word is a prefix.
    """
    alternatives = []
    words = fold(search).split()
    if words:
        alternatives.append(" AND ".join(f'"{word}"*' for word in words))
    if len(words) > 1 and "".join(words).isdigit():
        # 20.123.456 and 11 5842-0917 are one number each.
        alternatives.append(f'"{"".join(words)}"*')
    return " OR ".join(f"({a})" for a in alternatives) or None


@dataclass(frozen=True, slots=True)
class _Order:
    column: ColumnElement[Any]
    of_row: Callable[[ClientRow], Any]


_CONDITION_RANK = {
    condition: rank
    for rank, condition in enumerate(sorted(RULES, key=lambda c: fold(RULES[c].short_name)))
}
_DOCUMENT_WIDTH = 20
_ORDERS: Mapping[ClientSort, _Order] = {
    ClientSort.NAME: _Order(client.c.name_folded, lambda row: fold(row.name)),
    ClientSort.DOCUMENT: _Order(
        func.substr("0" * _DOCUMENT_WIDTH + client.c.document_number, -_DOCUMENT_WIDTH),
        lambda row: row.document_number[-_DOCUMENT_WIDTH:].rjust(_DOCUMENT_WIDTH, "0"),
    ),
    ClientSort.CONDITION: _Order(
        case({int(c): rank for c, rank in _CONDITION_RANK.items()}, value=client.c.condition),
        lambda row: _CONDITION_RANK[row.condition],
    ),
    ClientSort.PHONE: _Order(client.c.phone, lambda row: row.phone),
    ClientSort.BALANCE: _Order(account.c.balance, lambda row: row.balance),
    ClientSort.LAST_MOVEMENT: _Order(
        func.coalesce(account.c.last_entry_id, 0), lambda row: row.last_entry_id or 0
    ),
}

_JOINED = client.join(account, account.c.id == client.c.account_id)
_LIST = select(
    client.c.id,
    client.c.name,
    client.c.document_type,
    client.c.document_number,
    client.c.condition,
    client.c.phone,
    account.c.balance,
    account.c.last_entry_id,
    journal_entry.c.at,
    journal_entry.c.kind,
    client.c.archived,
).select_from(
    _JOINED.outerjoin(journal_entry, journal_entry.c.id == account.c.last_entry_id),
)


def _filtered(listed: Select[Any], query: ClientQuery) -> Select[Any] | None:
    listed = listed.where(client.c.archived == (query.only is ClientFilter.ARCHIVED))
    if query.only is ClientFilter.DEBT:
        listed = listed.where(account.c.balance > 0)
    elif query.only is ClientFilter.CREDIT:
        listed = listed.where(account.c.balance < 0)
    if query.search.strip():
        expression = match_expression(query.search)
        if expression is None:
            return None
        found = text("SELECT rowid FROM client_search WHERE client_search MATCH :match")
        listed = listed.where(
            client.c.id.in_(found.bindparams(match=expression).columns(rowid=Integer))
        )
    return listed


def _row(row: Row[*tuple[Any, ...]]) -> ClientRow:
    client_id, name, document_type, number, condition, *rest = row
    return ClientRow(
        client_id, name, DocumentType(document_type), number, FiscalCondition(condition), *rest
    )
