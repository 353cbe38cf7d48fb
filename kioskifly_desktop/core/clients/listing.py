"""The list of clients: searched, filtered and sorted by the database, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    case,
    func,
    select,
    text,
)

from kioskifly_desktop.core.clients.tables import client
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
from kioskifly_desktop.core.schema import among
from kioskifly_desktop.core.search import follows, match_expression, matching

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import BasisPoints, Centavos
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
    """A client as listed; `balance` in centavos, above zero the client owes; terms as `Client`."""

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
    debt_limit: Centavos | None
    credit_days: int | None
    account_enabled: bool
    discount: BasisPoints
    accepts_messages: bool


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
    """Return a page of clients: those that follow the row `after` in the query's order.

    Who is looked up by name comes first if their name begins so; the others follow by name if they
    are few, else as they were added: to sort them all takes long, and nobody reads that far.
    """
    by_name = query.sort is ClientSort.NAME and not query.descending
    if query.search.strip() and by_name and query.only is ClientFilter.ALL:
        return _looked_up(work, query.search, after, limit)
    order = _ORDERS[query.sort]
    columns = (order.column, client.c.id)
    listed = _filtered(_LIST, query)
    if listed is None:
        return []
    if after is not None:
        key = (order.of_row(after), after.id)
        listed = listed.where(follows(columns, key, descending=query.descending))
    listed = listed.order_by(*(c.desc() if query.descending else c for c in columns))
    return [_row(row) for row in work.db.execute(listed.limit(limit))]


def count_clients(work: Work, query: ClientQuery, *, at_most: int = -1) -> int:
    """Return how many clients a query lists, counting no further than `at_most`."""
    counted = _filtered(select(client.c.id).select_from(_JOINED), query)
    if counted is None:
        return 0
    up_to = counted.limit(at_most).subquery()
    return int(work.db.execute(select(func.count()).select_from(up_to)).scalar_one())


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
    client.c.debt_limit,
    client.c.credit_days,
    client.c.account_enabled,
    client.c.discount,
    client.c.accepts_messages,
).select_from(
    _JOINED.outerjoin(journal_entry, journal_entry.c.id == account.c.last_entry_id),
)

_FEW = 500
"""Found clients that are sorted by name."""
_TIMES = 8
_IN_USE = _LIST.where(client.c.archived == False)  # noqa: E712 - SQL
_BEGINS = client.c.name_folded.between(bindparam("start"), bindparam("end"))
_BY_NAME = (client.c.name_folded, client.c.id)
_BEGINNING = _IN_USE.where(_BEGINS).order_by(*_BY_NAME).limit(bindparam("limit"))
_OTHERS = _IN_USE.where(among(client.c.id, "ids"), ~_BEGINS).limit(bindparam("limit"))
_OTHERS_BY_NAME, _OTHERS_BY_ID = _OTHERS.order_by(*_BY_NAME), _OTHERS.order_by(client.c.id)
_INDEXED = text("""
    SELECT rowid FROM client_search WHERE client_search MATCH :match AND rowid > :last
    ORDER BY rowid LIMIT :limit
""")


def _looked_up(work: Work, search: str, after: ClientRow | None, limit: int) -> list[ClientRow]:
    match = match_expression(search)
    if match is None:
        return []
    start = fold(search)
    key = {"start": start, "end": f"{start}\U0010ffff", "limit": limit}
    rows = []
    if after is None or fold(after.name).startswith(start):
        rows = _rows(work, _BEGINNING, key, after)
        if len(rows) == limit:
            return rows
        after = None
    found = _indexed(work, match, 0, _FEW + 1)
    if len(found) <= _FEW:
        key |= {"ids": found, "limit": limit - len(rows)}
        return rows + _rows(work, _OTHERS_BY_NAME, key, after)
    if after is not None:
        found = _indexed(work, match, after.id, _FEW)
    size = _FEW
    while found:
        key |= {"ids": found, "limit": limit - len(rows)}
        rows += _rows(work, _OTHERS_BY_ID, key, None)
        if len(rows) == limit:
            break
        # Each time more: where nearly all are archived it must end too.
        size *= _TIMES
        found = _indexed(work, match, found[-1], size)
    return rows


def _rows(
    work: Work, listed: Select[Any], key: Mapping[str, Any], after: ClientRow | None
) -> list[ClientRow]:
    if after is not None:
        listed = listed.where(follows(_BY_NAME, (fold(after.name), after.id), descending=False))
    return [_row(row) for row in work.db.execute(listed, key)]


def _indexed(work: Work, match: str, last: int, limit: int) -> list[int]:
    """Return the ids that the full-text index finds beyond one of them."""
    found = work.db.execute(_INDEXED, {"match": match, "last": last, "limit": limit})
    return list(found.scalars())


def _filtered(listed: Select[Any], query: ClientQuery) -> Select[Any] | None:
    listed = listed.where(client.c.archived == (query.only is ClientFilter.ARCHIVED))
    if query.only is ClientFilter.DEBT:
        listed = listed.where(account.c.balance > 0)
    elif query.only is ClientFilter.CREDIT:
        listed = listed.where(account.c.balance < 0)
    if query.search.strip():
        found = matching("client_search", query.search)
        if found is None:
            return None
        listed = listed.where(client.c.id.in_(found))
    return listed


def _row(row: Row[*tuple[Any, ...]]) -> ClientRow:
    client_id, name, document_type, number, condition, *rest = row
    return ClientRow(
        client_id, name, DocumentType(document_type), number, FiscalCondition(condition), *rest
    )
