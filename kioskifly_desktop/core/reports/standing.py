"""How the shop stands today: who owes it, and what is on its shelves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.catalog import UNIT_NAMES, product
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.by_goods import NO_CATEGORY, first_bars
from kioskifly_desktop.core.reports.report import (
    Column,
    ColumnKind,
    Report,
    Series,
    Shape,
)
from kioskifly_desktop.core.reports.sold import cost_of
from kioskifly_desktop.core.wallet import AGE_NAMES, Age, debts_by_age

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

_TRACKED = select(
    product.c.name,
    product.c.category,
    product.c.supplier,
    product.c.unit,
    product.c.stock,
    product.c.minimum_stock,
    product.c.cost,
    product.c.price,
).where(product.c.tracks_stock)
_WORTH = (
    _TRACKED.add_columns(
        cost_of(product.c.cost, product.c.stock).label("at_cost"),
        cost_of(product.c.price, product.c.stock).label("at_price"),
    )
    .where(product.c.stock > 0)
    .order_by(cost_of(product.c.cost, product.c.stock).desc(), product.c.name_folded, product.c.id)
)
_LOW = _TRACKED.where(product.c.active, product.c.stock <= product.c.minimum_stock).order_by(
    product.c.supplier_folded, product.c.name_folded, product.c.id
)


def debtors(work: Work) -> Report:
    """Return what each client owes by the age of the debt, the oldest first.

    Raises:
        NotAllowedError: the person may not see reports.
    """
    work.require(Permission.REPORTS)
    found = debts_by_age(work)
    ages = {
        Age.CURRENT: sum(debt.current for debt in found),
        Age.LATE: sum(debt.late for debt in found),
        Age.LOST: sum(debt.lost for debt in found),
    }
    return Report(
        title=Phrase("Deudores por antigüedad"),
        columns=(
            Column(Phrase("Cliente")),
            Column(Phrase("Debe desde"), ColumnKind.DAY),
            *(Column(AGE_NAMES[age], ColumnKind.MONEY) for age in ages),
            Column(Phrase("Debe"), ColumnKind.MONEY),
        ),
        rows=tuple(
            (debt.name, debt.since, debt.current, debt.late, debt.lost, debt.balance)
            for debt in found
        ),
        totals=(Phrase("Total"), None, *ages.values(), sum(debt.balance for debt in found)),
        series=(
            Series(
                Phrase("Debe"),
                Shape.RANKING,
                ColumnKind.MONEY,
                tuple((AGE_NAMES[age], amount) for age, amount in ages.items()),
            ),
        ),
        note=Phrase(
            "Sin lo que está en disputa. Moroso: pasó el día 10 del mes que siguió a "
            "la compra; incobrable: pasaron además 60 días."
        ),
    )


def stock_value(work: Work) -> Report:
    """Return what the goods on the shelves cost, and what they would be sold for.

    Raises:
        NotAllowedError: the person may not see reports, or costs.
    """
    work.require(Permission.SEE_COSTS)
    work.require(Permission.REPORTS)
    found = work.db.execute(_WORTH).all()
    by_category: dict[str, int] = {}
    for row in found:
        name = row.category or NO_CATEGORY
        by_category[name] = by_category.get(name, 0) + row.at_cost
    best = sorted(by_category.items(), key=lambda each: (-each[1], each[0]))
    free = sum(row.at_price for row in found if not row.cost)
    return Report(
        title=Phrase("Valor del stock"),
        columns=(
            Column(Phrase("Producto")),
            Column(Phrase("Rubro")),
            Column(Phrase("Stock"), ColumnKind.QUANTITY),
            Column(Phrase("Medida")),
            Column(Phrase("Al costo"), ColumnKind.MONEY),
            Column(Phrase("A precio de venta"), ColumnKind.MONEY),
        ),
        rows=tuple(
            (
                row.name,
                row.category or NO_CATEGORY,
                row.stock,
                UNIT_NAMES[row.unit],
                row.at_cost if row.cost else None,
                row.at_price,
            )
            for row in found
        ),
        totals=(
            Phrase("Total"),
            "",
            None,
            "",
            sum(row.at_cost for row in found),
            sum(row.at_price for row in found),
        ),
        series=(first_bars(Phrase("Al costo"), best),),
        note=Phrase("Hay productos sin un costo cargado: no suman al costo.") if free else "",
    )


def low_stock(work: Work) -> Report:
    """Return what has to be bought: at its minimum or below, by who brings it.

    Raises:
        NotAllowedError: the person may not see reports.
    """
    work.require(Permission.REPORTS)
    found = work.db.execute(_LOW).all()
    return Report(
        title=Phrase("Stock bajo"),
        columns=(
            Column(Phrase("Producto")),
            Column(Phrase("Proveedor")),
            Column(Phrase("Stock"), ColumnKind.QUANTITY),
            Column(Phrase("Mínimo"), ColumnKind.QUANTITY),
            Column(Phrase("Falta"), ColumnKind.QUANTITY),
            Column(Phrase("Medida")),
        ),
        rows=tuple(
            (
                row.name,
                row.supplier or Phrase("Sin proveedor"),
                row.stock,
                row.minimum_stock,
                row.minimum_stock - row.stock,
                UNIT_NAMES[row.unit],
            )
            for row in found
        ),
        totals=(Phrase("Productos: {found}", found=len(found)), "", None, None, None, ""),
    )
