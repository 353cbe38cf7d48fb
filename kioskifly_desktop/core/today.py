"""Who to greet and who to invite back today; promises and debts have modules of their own.

Clients who take no messages, and retired ones, are left out.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise, product
from statistics import median_low
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.offers.facts import next_birthday
from kioskifly_desktop.core.sales.tables import sale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kioskifly_desktop.core.work import Work

_OLDEST = 120
_YEAR = timedelta(days=365)
_LONG, _FOR_EVER = timedelta(days=14), timedelta(days=180)
_HABIT = 4
"""Visits in a year that make a client one of those who come."""


@dataclass(frozen=True, slots=True)
class BirthdayRow:
    """A client who turns `turns` on a day."""

    client_id: int
    name: str
    day: date
    turns: int


@dataclass(frozen=True, slots=True)
class UnseenRow:
    """A client who came on `visits` days of the last year, every `usual_gap` days, until `last`."""

    client_id: int
    name: str
    last: date
    days: int
    visits: int
    usual_gap: int


_MAY_BE_WRITTEN_TO = (
    client.c.archived == False,  # noqa: E712 - SQL
    client.c.accepts_messages == True,  # noqa: E712 - SQL
)
# Days of birth that are looked up one by one: no client is read who has another.
_BIRTHDAYS = select(client.c.id, client.c.name, client.c.name_folded, client.c.birthday).where(
    client.c.birthday.in_(bindparam("births", expanding=True)), *_MAY_BE_WRITTEN_TO
)
_UNDOING = journal_entry.alias("undoing")
_VOIDED = (
    select(sale.c.id)
    .join(_UNDOING, _UNDOING.c.reverses == sale.c.entry_id)
    .where(_UNDOING.c.reverses > 0)  # not null, in the way that an index is used for
)
_BY_SALE = journal_entry.c.id == sale.c.entry_id
# The last ticket of each client is read from the index alone; the others', only of who is away.
_LAST = (
    select(func.max(sale.c.id).label("id"))
    .where(sale.c.client_id.is_not(None), sale.c.id.not_in(_VOIDED))
    .group_by(sale.c.client_id)
    .cte("last")
)
_AWAY = (
    select(client.c.id, client.c.name)
    .select_from(_LAST)
    .join(sale, sale.c.id == _LAST.c.id)
    .join(journal_entry, _BY_SALE)
    .join(client, client.c.id == sale.c.client_id)
    .where(
        journal_entry.c.business_date.between(bindparam("gone"), bindparam("away")),
        *_MAY_BE_WRITTEN_TO,
    )
    .cte("away")
)
_VISITS = (
    select(_AWAY.c.id, _AWAY.c.name, journal_entry.c.business_date)
    .join(sale, sale.c.client_id == _AWAY.c.id)
    .join(journal_entry, _BY_SALE)
    .where(
        journal_entry.c.business_date >= bindparam("since"),
        sale.c.id.not_in(_VOIDED),
    )
    .order_by(_AWAY.c.id)
)


def birthdays(work: Work, days: int = 7) -> list[BirthdayRow]:
    """Return whose birthday is today or within some days, the nearest first."""
    births = [born for n in range(days + 1) for born in _births(work.today + timedelta(days=n))]
    rows = [
        (next_birthday(row.birthday, work.today), row)
        for row in work.db.execute(_BIRTHDAYS, {"births": births})
    ]
    rows.sort(key=lambda each: (each[0], each[1].name_folded, each[1].id))
    return [BirthdayRow(row.id, row.name, day, day.year - row.birthday.year) for day, row in rows]


def long_unseen(work: Work, limit: int = 100) -> list[UnseenRow]:
    """Return who used to come and stays away, who missed most visits first.

    They came at least four days of the year, and are away for more than a fortnight and twice what
    they let pass between visits (the median), but not for more than half a year. A visit is a day
    with a ticket that was not voided.
    """
    key = {
        "gone": work.today - _FOR_EVER,
        "away": work.today - _LONG - timedelta(days=1),
        "since": work.today - _YEAR,
    }
    rows = work.db.execute(_VISITS, key)
    found = [
        unseen
        for (client_id, name), visits in groupby(rows, key=lambda row: (row.id, row.name))
        if (unseen := _unseen(client_id, name, {row.business_date for row in visits}, work.today))
    ]
    found.sort(key=lambda row: (-row.days / row.usual_gap, row.name, row.client_id))
    return found[:limit]


def _births(day: date) -> Iterator[date]:
    """Yield the days of birth whose birthday is a day: of 29 February too, where it has none."""
    days = (28, 29) if (day.month, day.day) == (2, 28) else (day.day,)
    for year, number in product(range(day.year - _OLDEST, day.year), days):
        if number <= monthrange(year, day.month)[1]:
            born = day.replace(year=year, day=number)
            if next_birthday(born, day) == day:
                yield born


def _unseen(client_id: int, name: str, visits: set[date], today: date) -> UnseenRow | None:
    if len(visits) < _HABIT:
        return None
    days = sorted(visits)
    gap = median_low([(after - before).days for before, after in pairwise(days)])
    away = (today - days[-1]).days
    if away <= 2 * gap:
        return None
    return UnseenRow(client_id, name, days[-1], away, len(days), gap)
