"""What a client buys and when, from the tickets of the last year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.catalog import product
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.es_ar import local
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

PERIOD = timedelta(days=365)
FAVOURITES = 8

_HABIT = 3
"""Visits on the same weekday, or at the same hour, that make it usual."""


@dataclass(frozen=True, slots=True)
class Favourite:
    """A product on `times` of a client's tickets, the last one on a day."""

    product_id: int
    name: str
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """A client's year; what is not known, or is no habit, is None.

    `weekday` counts from Monday, 0; `average` is a ticket's; `birthday_in` days they turn `turns`;
    `usual_gap` is of days between visits.
    """

    visits: int
    favourites: tuple[Favourite, ...]
    weekday: int | None
    hour: int | None
    average: Centavos | None
    last_visit: date | None
    days_away: int | None
    birthday_in: int | None
    turns: int | None
    usual_gap: int | None = None


_UNDOING = journal_entry.alias("undoing")
_OWN = (
    sale.c.client_id == bindparam("client"),
    sale.c.kind == SaleKind.SALE,
    journal_entry.c.business_date >= bindparam("since"),
    ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == sale.c.entry_id).exists(),
)
_BY_SALE = journal_entry.c.id == sale.c.entry_id
_VISITS = (
    select(journal_entry.c.at, journal_entry.c.business_date, sale.c.total)
    .join(journal_entry, _BY_SALE)
    .where(*_OWN)
)
_FAVOURITES = (
    select(
        sale_line.c.product_id,
        product.c.name,
        func.count(sale_line.c.sale_id.distinct()),
        func.max(journal_entry.c.business_date, type_=journal_entry.c.business_date.type),
    )
    .select_from(sale)
    .join(journal_entry, _BY_SALE)
    .join(sale_line, sale_line.c.sale_id == sale.c.id)
    .join(product, product.c.id == sale_line.c.product_id)
    .where(*_OWN)
    .group_by(sale_line.c.product_id)
)


def client_facts(work: Work, client_id: int) -> ClientFacts:
    """Return what a client bought in the last year, voided sales apart.

    Raises:
        ClientNotFoundError: there is no such client.
    """
    birthday = get_client(work, client_id).birthday
    key = {"client": client_id, "since": work.today - PERIOD}
    visits = work.db.execute(_VISITS, key).all()
    moments = [local(row.at) for row in visits]
    last = max((row.business_date for row in visits), default=None)
    coming = next_birthday(birthday, work.today) if birthday else None
    return ClientFacts(
        visits=len(visits),
        favourites=_favourites(work, key),
        weekday=_habit(moment.weekday() for moment in moments),
        hour=_habit(moment.hour for moment in moments),
        average=sum(row.total for row in visits) // len(visits) if visits else None,
        last_visit=last,
        days_away=(work.today - last).days if last else None,
        birthday_in=(coming - work.today).days if coming else None,
        turns=coming.year - birthday.year if coming and birthday else None,
        usual_gap=_usual_gap({row.business_date for row in visits}),
    )


def next_birthday(birthday: date, today: date) -> date:
    """Return the next day a birthday falls on, today included; of 29 February, the 28th."""
    day = _in_year(birthday, today.year)
    return day if day >= today else _in_year(birthday, today.year + 1)


def _in_year(birthday: date, year: int) -> date:
    try:
        return birthday.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _usual_gap(days: set[date]) -> int | None:
    gaps = [(after - before).days for before, after in pairwise(sorted(days))]
    return median_low(gaps) if gaps else None


def _favourites(work: Work, key: dict[str, object]) -> tuple[Favourite, ...]:
    bought = [Favourite(*row) for row in work.db.execute(_FAVOURITES, key)]
    bought.sort(key=lambda each: (-each.times, -each.last.toordinal(), each.product_id))
    return tuple(bought[:FAVOURITES])


def _habit(values: Iterable[int]) -> int | None:
    """Return the value that comes up most; None where it is no habit."""
    most = Counter(values).most_common(1)
    return most[0][0] if most and most[0][1] >= _HABIT else None
