"""Sales by product and by category, and what is left of them once the goods are paid for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func

from kioskifly_desktop.core.catalog import UNIT_NAMES, product
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape, share
from kioskifly_desktop.core.reports.sold import SIGN, cost_of, run, sold
from kioskifly_desktop.core.sales.tables import sale, sale_line

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Select

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

CHARTED = 10
"""How many bars a chart of many names has: the first ones."""

NO_CATEGORY = Phrase("Sin rubro")
_NET = func.sum(SIGN * sale_line.c.total).label("net")
_QUANTITY = func.sum(SIGN * sale_line.c.quantity).label("quantity")
_HAS_COST = sale_line.c.cost > 0


def _lines(*columns: Any) -> Select[Any]:
    return (
        sold(*columns)
        .join(sale_line, sale_line.c.sale_id == sale.c.id)
        .join(product, product.c.id == sale_line.c.product_id)
    )


_BY_PRODUCT = (
    _lines(product.c.name, product.c.category, sale_line.c.unit, _QUANTITY, _NET)
    .group_by(sale_line.c.product_id, sale_line.c.unit)
    .order_by(_NET.desc(), product.c.name_folded, product.c.id)
)
_BY_CATEGORY = (
    _lines(
        func.min(product.c.category).label("category"),
        func.count(sale.c.id.distinct()).label("papers"),
        _NET,
    )
    .group_by(product.c.category_folded)
    .order_by(_NET.desc(), product.c.category_folded)
)
_MARGIN = (
    _lines(
        product.c.name,
        product.c.category,
        _NET,
        func.sum(case((_HAS_COST, SIGN * sale_line.c.total), else_=0)).label("known"),
        func.sum(SIGN * cost_of(sale_line.c.cost, sale_line.c.quantity)).label("cost"),
        func.max(_HAS_COST).label("has_cost"),
    )
    .group_by(sale_line.c.product_id)
    .order_by(_NET.desc(), product.c.name_folded, product.c.id)
)


def by_product(work: Work, period: Period) -> Report:
    """Return what was sold of each product, the best first."""
    found = run(work, _BY_PRODUCT, period)
    total = sum(row.net for row in found)
    return Report(
        title=Phrase("Ventas por producto"),
        columns=(
            Column(Phrase("Producto")),
            Column(Phrase("Rubro")),
            Column(Phrase("Cantidad"), ColumnKind.QUANTITY),
            Column(Phrase("Medida")),
            Column(Phrase("Neto"), ColumnKind.MONEY),
            Column(Phrase("Del total"), ColumnKind.PERCENT),
        ),
        rows=tuple(
            (
                row.name,
                row.category or NO_CATEGORY,
                row.quantity,
                UNIT_NAMES[row.unit],
                row.net,
                share(row.net, total),
            )
            for row in found
        ),
        totals=(Phrase("Total"), "", None, "", total, share(total, total)),
        series=(first_bars(Phrase("Neto"), [(row.name, row.net) for row in found]),),
    )


def by_category(work: Work, period: Period) -> Report:
    """Return what was sold of each category, the best first."""
    found = run(work, _BY_CATEGORY, period)
    total = sum(row.net for row in found)
    return Report(
        title=Phrase("Ventas por rubro"),
        columns=(
            Column(Phrase("Rubro")),
            Column(Phrase("Comprobantes"), ColumnKind.COUNT),
            Column(Phrase("Neto"), ColumnKind.MONEY),
            Column(Phrase("Del total"), ColumnKind.PERCENT),
        ),
        rows=tuple(
            (row.category or NO_CATEGORY, row.papers, row.net, share(row.net, total))
            for row in found
        ),
        totals=(Phrase("Total"), None, total, share(total, total)),
        series=(
            first_bars(Phrase("Neto"), [(row.category or NO_CATEGORY, row.net) for row in found]),
        ),
    )


def margin(work: Work, period: Period) -> Report:
    """Return what each product left, of what was sold knowing its cost.

    Raises:
        NotAllowedError: the person may not see costs.
    """
    work.require(Permission.SEE_COSTS)
    found = sorted(
        run(work, _MARGIN, period), key=lambda row: (row.cost - row.known, row.name.casefold())
    )
    net, known, cost = (sum(getattr(row, name) for row in found) for name in _SUMMED)
    missing = net - known
    return Report(
        title=Phrase("Ganancia por producto"),
        columns=(
            Column(Phrase("Producto")),
            Column(Phrase("Rubro")),
            Column(Phrase("Neto"), ColumnKind.MONEY),
            Column(Phrase("Costo"), ColumnKind.MONEY),
            Column(Phrase("Ganancia"), ColumnKind.MONEY),
            Column(Phrase("Margen"), ColumnKind.PERCENT),
        ),
        rows=tuple(
            (
                row.name,
                row.category or NO_CATEGORY,
                row.net,
                *(
                    (row.cost, row.known - row.cost, share(row.known - row.cost, row.known))
                    if row.has_cost
                    else (None, None, None)
                ),
            )
            for row in found
        ),
        totals=(Phrase("Total"), "", net, cost, known - cost, share(known - cost, known)),
        series=(
            first_bars(
                Phrase("Ganancia"),
                [(row.name, row.known - row.cost) for row in found if row.has_cost],
            ),
        ),
        note=_without_cost(missing, known),
    )


_SUMMED = ("net", "known", "cost")


def _without_cost(missing: int, known: int) -> str:
    if not missing:
        return ""
    return Phrase(
        "La ganancia es sobre {known}: lo demás, {missing}, se vendió sin un costo cargado.",
        known=format_money(known),
        missing=format_money(missing),
    )


def first_bars(name: str, points: list[tuple[str, int]]) -> Series:
    """Return the bars of the first names."""
    return Series(name, Shape.RANKING, ColumnKind.MONEY, tuple(points[:CHARTED]))
