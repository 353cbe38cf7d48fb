"""What promotions took off, and how points moved."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.es_ar import TIME_ZONE
from kioskifly_desktop.core.loyalty import POINTS_NAMES
from kioskifly_desktop.core.loyalty.tables import points_move
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.reports.by_goods import first_bars
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape, share
from kioskifly_desktop.core.reports.sold import IS_SALE, run, sold
from kioskifly_desktop.core.sales.tables import sale, sale_rebate

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

_GIVEN = func.sum(sale_rebate.c.amount).label("given")
_PROMOTIONS = (
    sold(sale_rebate.c.name, func.count(sale.c.id.distinct()).label("tickets"), _GIVEN)
    .join(sale_rebate, sale_rebate.c.sale_id == sale.c.id)
    .where(IS_SALE)
    .group_by(sale_rebate.c.kind, sale_rebate.c.promotion_id, sale_rebate.c.name)
    .order_by(_GIVEN.desc(), sale_rebate.c.name)
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
    """Return what each promotion, and points, took off tickets; what came back is not undone."""
    found = run(work, _PROMOTIONS, period)
    total = sum(row.given for row in found)
    return Report(
        title="Promociones y canjes",
        columns=(
            Column("Promoción"),
            Column("Tickets", ColumnKind.COUNT),
            Column("Descontado", ColumnKind.MONEY),
            Column("Del total", ColumnKind.PERCENT),
        ),
        rows=tuple((row.name, row.tickets, row.given, share(row.given, total)) for row in found),
        totals=("Total", None, total, share(total, total)),
        series=(first_bars("Descontado", [(row.name, row.given) for row in found]),),
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
        title="Puntos",
        columns=(
            Column("Movimiento"),
            Column("Clientes", ColumnKind.COUNT),
            Column("Veces", ColumnKind.COUNT),
            Column("Puntos", ColumnKind.COUNT),
        ),
        rows=tuple((name, row.clients, row.moves, row.points) for name, row in found),
        totals=(
            "Total",
            None,
            sum(row.moves for _, row in found),
            sum(row.points for _, row in found),
        ),
        series=(
            Series(
                "Puntos",
                Shape.RANKING,
                ColumnKind.COUNT,
                tuple((name, row.points) for name, row in found),
            ),
        ),
    )


def _midnight(day: date) -> datetime:
    """Return the instant at which a day of the shop begins."""
    return datetime.combine(day, time(), TIME_ZONE).astimezone(UTC)
