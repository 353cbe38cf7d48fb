"""What every report of sales begins with: the sales and returns of a period, voided ones left out.

A sale counts on its own day, and so does a return, against it. A voided sale never was, be it
voided on that day or after midnight.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, case, exists, func, select

from kioskifly_desktop.core.ledger import EntryKind, journal_entry
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales.tables import SaleKind, sale

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Row, Select

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

_UNDOING = journal_entry.alias("undoing")
IS_SALE = sale.c.kind == SaleKind.SALE
SIGN = case((IS_SALE, 1), else_=-1)
_HALF_UP = 500
_UNIT = 1000


def tickets() -> ColumnElement[int]:
    """Return how many sales there are."""
    return func.sum(case((IS_SALE, 1), else_=0)).label("tickets")


def charged(amount: ColumnElement[int]) -> ColumnElement[int]:
    """Return what an amount adds up to over the sales."""
    return func.sum(case((IS_SALE, amount), else_=0)).label("charged")


def returned(amount: ColumnElement[int]) -> ColumnElement[int]:
    """Return what an amount adds up to over the returns."""
    return func.sum(case((IS_SALE, 0), else_=amount)).label("returned")


def cost_of(cost: ColumnElement[int], quantity: ColumnElement[int]) -> ColumnElement[int]:
    """Return what a line cost, half a centavo up, as its price is."""
    return (cost * quantity + _HALF_UP) // _UNIT


def sold(*columns: Any) -> Select[Any]:
    """Return the query of columns of what was sold in a period: `run` tells it which."""
    return (
        select(*columns)
        .select_from(journal_entry)
        .join(sale, sale.c.entry_id == journal_entry.c.id)
        .where(
            journal_entry.c.business_date.between(bindparam("first"), bindparam("last")),
            journal_entry.c.kind.in_((EntryKind.SALE, EntryKind.RETURN)),
            ~exists().where(_UNDOING.c.reverses == journal_entry.c.id),
        )
    )


def run(work: Work, query: Select[Any], period: Period) -> list[Row[*tuple[Any, ...]]]:
    """Return the rows of a query of a period.

    Raises:
        NotAllowedError: the person may not see reports.
    """
    work.require(Permission.REPORTS)
    key = {"first": period.first, "last": period.last}
    return list(work.db.execute(query, key).all())
