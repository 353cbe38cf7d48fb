"""A client whole: what they buy and when, how their account stands, and what was agreed.

Reads only, and no costs: whoever may open a wallet may see it. As in the reports, a voided sale
never was, a return counts against its own day, and what was bought by a client who turned out to
be this one counts here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import merge
from itertools import islice, pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, case, exists, func, select

from kioskifly_desktop.core.catalog import product
from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.clients.merged import client_merge
from kioskifly_desktop.core.contact import live_offers, promises
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.loyalty import (
    agreed_terms,
    groups_of,
    list_groups,
    loyalty_terms,
    points_of,
    price_lists,
)
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape, ratio
from kioskifly_desktop.core.sales import SaleRow, list_sales
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line
from kioskifly_desktop.core.wallet import age_of_debt, wallet_summary

if TYPE_CHECKING:
    from kioskifly_desktop.core.catalog import Unit
    from kioskifly_desktop.core.contact import LiveOffer, PromiseRow
    from kioskifly_desktop.core.loyalty import CategoryDiscount
    from kioskifly_desktop.core.money import Centavos, Milli
    from kioskifly_desktop.core.wallet import DebtAge, WalletSummary
    from kioskifly_desktop.core.work import Work

MONTHS = 12
WEEKS = 26
PRODUCTS = 10
MONTH_NAMES = (
    *(Phrase("ene"), Phrase("feb"), Phrase("mar"), Phrase("abr"), Phrase("may"), Phrase("jun")),
    *(Phrase("jul"), Phrase("ago"), Phrase("sep"), Phrase("oct"), Phrase("nov"), Phrase("dic")),
)
_HABIT = 3
"""Days on the same weekday that make it usual."""


@dataclass(frozen=True, slots=True)
class Day:
    """What a client did on a day: `net` is what they bought less what they brought back."""

    day: date
    tickets: int
    charged: Centavos
    returned: Centavos

    @property
    def net(self) -> Centavos:
        """What was left of it."""
        return self.charged - self.returned


@dataclass(frozen=True, slots=True)
class Month:
    """The same, of the month that begins on `first`."""

    first: date
    tickets: int
    charged: Centavos
    returned: Centavos

    @property
    def net(self) -> Centavos:
        """What was left of it."""
        return self.charged - self.returned


@dataclass(frozen=True, slots=True)
class Bought:
    """A product on `tickets` of a client's, less what they brought back."""

    product_id: int
    name: str
    unit: Unit
    tickets: int
    quantity: Milli
    net: Centavos
    last: date


@dataclass(frozen=True, slots=True)
class Habits:
    """How a client buys: the last twelve months, this one included, and the days of 26 weeks.

    `tickets` is of all times, as `first_visit`; the rest is of the twelve months. `weekday` counts
    from Monday, 0, and `gap` is the usual one in days; both None where there is no habit.
    """

    tickets: int
    first_visit: date | None
    last_visit: date | None
    months: tuple[Month, ...]
    days: tuple[Day, ...]
    products: tuple[Bought, ...]
    average: Centavos | None
    weekday: int | None
    gap: int | None

    @property
    def year_tickets(self) -> int:
        """How many times they bought in the twelve months."""
        return sum(month.tickets for month in self.months)

    @property
    def year_net(self) -> Centavos:
        """What they bought in the twelve months, less what they brought back."""
        return sum(month.net for month in self.months)

    @property
    def change(self) -> int | None:
        """The last whole quarter against the one before, in hundredths of a percent."""
        now, then = (sum(m.net for m in self.months[a:b]) for a, b in ((-4, -1), (-7, -4)))
        return ratio((now - then) * 10_000, then) if then > 0 else None


@dataclass(frozen=True, slots=True)
class Portrait:
    """A client whole; `points` is None where the shop gives none, as `price_list` is empty."""

    today: date
    wallet: WalletSummary
    age: DebtAge | None
    also: tuple[str, ...]
    habits: Habits
    points: int | None
    points_worth: Centavos
    price_list: str
    groups: tuple[str, ...]
    discounts: tuple[CategoryDiscount, ...]
    offers: tuple[LiveOffer, ...]
    promises: tuple[PromiseRow, ...]


_SELF = select(bindparam("client", type_=Integer).label("id")).cte("family", recursive=True)
_FAMILY = _SELF.union(
    select(client_merge.c.merged_id).join(_SELF, client_merge.c.kept_id == _SELF.c.id)
)
_ALSO = select(client.c.id, client.c.name).join(_FAMILY, _FAMILY.c.id == client.c.id)
_UNDOING = journal_entry.alias("undoing")
_DAY = journal_entry.c.business_date
_IS_SALE = sale.c.kind == SaleKind.SALE
_SIGN = case((_IS_SALE, 1), else_=-1)
_OWN = (
    sale.c.client_id.in_(bindparam("clients", expanding=True)),
    ~exists().where(_UNDOING.c.reverses == journal_entry.c.id),
    bindparam("until") >= _DAY,
)
_BY_ENTRY = journal_entry.c.id == sale.c.entry_id
_DAYS = (
    select(
        _DAY,
        func.sum(case((_IS_SALE, 1), else_=0)),
        func.sum(case((_IS_SALE, sale.c.total), else_=0)),
        func.sum(case((_IS_SALE, 0), else_=sale.c.total)),
    )
    .select_from(sale)
    .join(journal_entry, _BY_ENTRY)
    .where(*_OWN)
    .group_by(_DAY)
    .order_by(_DAY)
)
# Added up first, and ordered and named after: each figure is made once.
_GOODS = (
    select(
        sale_line.c.product_id,
        sale_line.c.unit,
        func.count(sale.c.id.distinct()).filter(_IS_SALE).label("tickets"),
        func.sum(_SIGN * sale_line.c.quantity).label("quantity"),
        func.sum(_SIGN * sale_line.c.total).label("net"),
        func.max(_DAY, type_=_DAY.type).filter(_IS_SALE).label("last"),
    )
    .select_from(sale)
    .join(journal_entry, _BY_ENTRY)
    .join(sale_line, sale_line.c.sale_id == sale.c.id)
    .where(*_OWN, bindparam("since") <= _DAY)
    .group_by(sale_line.c.product_id, sale_line.c.unit)
    .cte("goods")
    .prefix_with("MATERIALIZED")
)
_PRODUCTS = (
    select(
        _GOODS.c.product_id,
        product.c.name,
        _GOODS.c.unit,
        _GOODS.c.tickets,
        _GOODS.c.quantity,
        _GOODS.c.net,
        _GOODS.c.last,
    )
    .join(product, product.c.id == _GOODS.c.product_id)
    .where(_GOODS.c.tickets > 0)
    .order_by(_GOODS.c.tickets.desc(), _GOODS.c.net.desc(), _GOODS.c.product_id, _GOODS.c.unit)
    .limit(PRODUCTS)
)


def portrait(work: Work, client_id: int) -> Portrait:
    """Return a client whole.

    Raises:
        ClientNotFoundError: there is none.
    """
    wallet = wallet_summary(work, client_id)
    family = _family(work, client_id)
    terms = loyalty_terms(work)
    points = points_of(work, client_id, terms) if terms.on else None
    agreed = agreed_terms(work, client_id)
    lists = {each.id: each.name for each in price_lists(work)} if agreed.price_list_id else {}
    mine = groups_of(work, client_id)
    return Portrait(
        today=work.today,
        wallet=wallet,
        age=age_of_debt(work, client_id),
        also=tuple(name for each, name in family.items() if each != client_id),
        habits=habits(work, tuple(family)),
        points=points,
        points_worth=max(points or 0, 0) * terms.value,
        price_list=lists.get(agreed.price_list_id or 0, ""),
        groups=tuple(each.name for each in list_groups(work) if each.id in mine) if mine else (),
        discounts=agreed.discounts,
        offers=tuple(live_offers(work, client_id)),
        promises=tuple(promises(work, client_id)),
    )


def habits(work: Work, clients: tuple[int, ...]) -> Habits:
    """Return how clients, taken as one, buy."""
    first = first_month(work.today)
    key = {"clients": clients, "until": work.today, "since": first}
    days = [Day(*row) for row in work.db.execute(_DAYS, key)]
    visits = [each for each in days if each.tickets]
    recent = [each.day for each in visits if each.day >= first]
    months = _months(days, work.today)
    tickets = sum(month.tickets for month in months)
    charged = sum(month.charged for month in months)
    return Habits(
        tickets=sum(each.tickets for each in visits),
        first_visit=visits[0].day if visits else None,
        last_visit=visits[-1].day if visits else None,
        months=months,
        days=tuple(each for each in days if each.day >= first_week(work.today)),
        products=tuple(Bought(*row) for row in work.db.execute(_PRODUCTS, key)),
        average=(2 * charged + tickets) // (2 * tickets) if tickets else None,
        weekday=_weekday(recent),
        gap=_gap(recent),
    )


def purchases(
    work: Work, client_id: int, *, before: int | None = None, limit: int = 50
) -> list[SaleRow]:
    """Return a client's sales and returns, newest first, older than the sale `before`.

    Those of a client who turned out to be this one are theirs.
    """
    each = (
        list_sales(work, client_id=who, before=before, limit=limit)
        for who in _family(work, client_id)
    )
    newest_first = merge(*each, key=lambda row: row.id, reverse=True)
    return list(islice(newest_first, limit))


def trend(found: Habits) -> Report:
    """Return the twelve months as a report, and over each whole one the mean of its quarter."""
    names = [
        joined(" ", (MONTH_NAMES[month.first.month - 1], f"{month.first:%y}"))
        for month in found.months
    ]
    nets = [month.net for month in found.months]
    means = [ratio(sum(nets[n - 2 : n + 1]), 3) if n > 1 else None for n in range(MONTHS - 1)]
    money = ColumnKind.MONEY
    rows = tuple(
        (name, month.tickets, month.net) for name, month in zip(names, found.months, strict=True)
    )
    return Report(
        title=Phrase("Compras por mes"),
        columns=(
            Column(Phrase("Mes")),
            Column(Phrase("Tickets"), ColumnKind.COUNT),
            Column(Phrase("Compró"), money),
        ),
        rows=rows,
        totals=(Phrase("Total"), found.year_tickets, found.year_net),
        series=(
            Series(Phrase("Compró"), Shape.BARS, money, tuple(zip(names, nets, strict=True))),
            Series(
                Phrase("Promedio de tres meses"),
                Shape.LINE,
                money,
                tuple(zip(names, [*means, None], strict=True)),
            ),
        ),
    )


def first_month(today: date) -> date:
    """Return the first day of the twelve months that end with this one."""
    month = today.year * 12 + today.month - MONTHS
    return date(month // 12, month % 12 + 1, 1)


def first_week(today: date) -> date:
    """Return the Monday of the first of the weeks that end with this one."""
    return today - timedelta(days=today.weekday(), weeks=WEEKS - 1)


def _family(work: Work, client_id: int) -> dict[int, str]:
    """Return a client and who turned out to be them, by name."""
    rows = work.db.execute(_ALSO, {"client": client_id}).all()
    return {row.id: row.name for row in rows}


def _months(days: list[Day], today: date) -> tuple[Month, ...]:
    tickets, charged, returned = Counter[date](), Counter[date](), Counter[date]()
    for each in days:
        first = each.day.replace(day=1)
        tickets[first] += each.tickets
        charged[first] += each.charged
        returned[first] += each.returned
    start = first_month(today)
    firsts = [
        date(start.year + (start.month - 1 + n) // 12, (start.month - 1 + n) % 12 + 1, 1)
        for n in range(MONTHS)
    ]
    return tuple(Month(each, tickets[each], charged[each], returned[each]) for each in firsts)


def _weekday(days: list[date]) -> int | None:
    most = Counter(day.weekday() for day in days).most_common(1)
    return most[0][0] if most and most[0][1] >= _HABIT else None


def _gap(days: list[date]) -> int | None:
    gaps = [(after - before).days for before, after in pairwise(days)]
    return median_low(gaps) if len(gaps) >= _HABIT - 1 else None
