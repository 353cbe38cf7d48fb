"""What promotions took off, and how points moved."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from operator import sub
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.es_ar import TIME_ZONE
from kioskifly_desktop.core.loyalty import POINTS_NAMES
from kioskifly_desktop.core.loyalty.tables import points_move
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.by_goods import first_bars
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape, share
from kioskifly_desktop.core.reports.sold import IS_SALE, run, sold
from kioskifly_desktop.core.sales.tables import sale, sale_line, sale_rebate
from kioskifly_desktop.core.sales.totals import part_of

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

_RULE = (sale_rebate.c.kind, sale_rebate.c.promotion_id, sale_rebate.c.name)
_GIVEN = func.sum(sale_rebate.c.amount).label("given")
_PROMOTIONS = (
    sold(*_RULE, func.count(sale.c.id.distinct()).label("tickets"), _GIVEN)
    .join(sale_rebate, sale_rebate.c.sale_id == sale.c.id)
    .where(IS_SALE)
    .group_by(*_RULE)
)
_SOLD, _EARLIER = sale_line.alias("sold"), sale_line.alias("earlier")
_BEFORE = (
    select(func.coalesce(func.sum(_EARLIER.c.quantity), 0))
    .where(_EARLIER.c.original_line_id == _SOLD.c.id, _EARLIER.c.id < sale_line.c.id)
    .correlate(_SOLD, sale_line)
    .scalar_subquery()
)
_BACK = (
    sold(*_RULE, sale_rebate.c.amount, _SOLD.c.quantity, _BEFORE, sale_line.c.quantity)
    .join(sale_line, sale_line.c.sale_id == sale.c.id)
    .join(_SOLD, _SOLD.c.id == sale_line.c.original_line_id)
    .join(
        sale_rebate,
        (sale_rebate.c.sale_id == _SOLD.c.sale_id) & (sale_rebate.c.line_id == _SOLD.c.id),
    )
    .where(~IS_SALE)
)
_POINTS = (
    select(
        points_move.c.kind,
        func.count().label("moves"),
        func.sum(points_move.c.points).label("points"),
        func.count(points_move.c.client_id.distinct()).label("clients"),
    )
    .where(points_move.c.at >= bindparam("since"), points_move.c.at < bindparam("until"))
    .group_by(points_move.c.kind)
)


def promotions(work: Work, period: Period) -> Report:
    """Return what each promotion, and points, took off tickets, less what came back of it."""
    given = {row[:3]: row for row in run(work, _PROMOTIONS, period)}
    back: Counter[tuple[Any, ...]] = Counter()
    for *key, amount, sold_of, before, quantity in run(work, _BACK, period):
        both = (part_of(amount, much, sold_of) for much in (before + quantity, before))
        back[tuple(key)] += sub(*both)
    net = {key: (given[key].given if key in given else 0) - back[key] for key in given | back}
    total = sum(net.values())
    rows = [
        (
            key[2],
            given[key].tickets if key in given else 0,
            net[key] + back[key],
            back[key],
            net[key],
            share(net[key], total),
        )
        for key in sorted(net, key=lambda key: (-net[key], key[2]))
    ]
    return Report(
        title=Phrase("Promociones y canjes"),
        columns=(
            Column(Phrase("Promoción")),
            Column(Phrase("Tickets"), ColumnKind.COUNT),
            Column(Phrase("Descontado"), ColumnKind.MONEY),
            Column(Phrase("Vuelto en devoluciones"), ColumnKind.MONEY),
            Column(Phrase("Neto"), ColumnKind.MONEY),
            Column(Phrase("Del total"), ColumnKind.PERCENT),
        ),
        rows=tuple(rows),
        totals=(
            Phrase("Total"),
            None,
            sum(row[2] for row in rows),
            sum(row[3] for row in rows),
            total,
            share(total, total),
        ),
        series=(first_bars(Phrase("Neto"), [(row[0], row[4]) for row in rows]),),
    )


def points(work: Work, period: Period) -> Report:
    """Return how clients' points moved.

    Raises:
        NotAllowedError: the person may not see reports.
    """
    work.require(Permission.REPORTS)
    key = {"since": _midnight(period.first), "until": _midnight(period.last + timedelta(days=1))}
    moved = {row.kind: row for row in work.db.execute(_POINTS, key)}
    found = [(name, moved[kind]) for kind, name in POINTS_NAMES.items() if kind in moved]
    return Report(
        title=Phrase("Puntos"),
        columns=(
            Column(Phrase("Movimiento")),
            Column(Phrase("Clientes"), ColumnKind.COUNT),
            Column(Phrase("Veces"), ColumnKind.COUNT),
            Column(Phrase("Puntos"), ColumnKind.COUNT),
        ),
        rows=tuple((name, row.clients, row.moves, row.points) for name, row in found),
        totals=(
            Phrase("Total"),
            None,
            sum(row.moves for _, row in found),
            sum(row.points for _, row in found),
        ),
        series=(
            Series(
                Phrase("Puntos"),
                Shape.RANKING,
                ColumnKind.COUNT,
                tuple((name, row.points) for name, row in found),
            ),
        ),
    )


def _midnight(day: date) -> datetime:
    """Return the instant at which a day of the shop begins."""
    return datetime.combine(day, time(), TIME_ZONE).astimezone(UTC)
