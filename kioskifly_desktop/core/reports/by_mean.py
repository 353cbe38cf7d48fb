"""Sales by means of payment, what went on account among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func

from kioskifly_desktop.core.methods import METHOD_NAMES
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.by_goods import first_bars
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, share
from kioskifly_desktop.core.reports.sold import IS_SALE, charged, returned, run, sold
from kioskifly_desktop.core.sales.reads import ON_ACCOUNT_NAME
from kioskifly_desktop.core.sales.tables import sale, sale_payment

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Row

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

_TICKETS = func.count(case((IS_SALE, sale.c.id)).distinct()).label("tickets")
_PAID = (
    sold(
        sale_payment.c.method,
        _TICKETS,
        charged(sale_payment.c.amount),
        returned(sale_payment.c.amount),
    )
    .join(sale_payment, sale_payment.c.sale_id == sale.c.id)
    .group_by(sale_payment.c.method)
)
_ON_ACCOUNT = sold(_TICKETS, charged(sale.c.on_account), returned(sale.c.on_account)).where(
    sale.c.on_account > 0
)


def by_mean(work: Work, period: Period) -> Report:
    """Return by which means what was sold was paid; of a ticket, by several of them."""
    paid = {row.method: row for row in run(work, _PAID, period)}
    (on_account,) = run(work, _ON_ACCOUNT, period)
    found = [
        (name, *_figures(paid[method])) for method, name in METHOD_NAMES.items() if method in paid
    ]
    if on_account.charged is not None:
        found.append((ON_ACCOUNT_NAME, *_figures(on_account)))
    total = sum(net for *_, net in found)
    return Report(
        title=Phrase("Ventas por medio de pago"),
        columns=(
            Column(Phrase("Medio")),
            Column(Phrase("Tickets"), ColumnKind.COUNT),
            Column(Phrase("Ventas"), ColumnKind.MONEY),
            Column(Phrase("Devoluciones"), ColumnKind.MONEY),
            Column(Phrase("Neto"), ColumnKind.MONEY),
            Column(Phrase("Del total"), ColumnKind.PERCENT),
        ),
        rows=tuple((*row, share(row[-1], total)) for row in found),
        totals=(
            Phrase("Total"),
            None,
            sum(row[2] for row in found),
            sum(row[3] for row in found),
            total,
            share(total, total),
        ),
        series=(first_bars(Phrase("Neto"), [(row[0], row[-1]) for row in found]),),
    )


def _figures(row: Row[*tuple[Any, ...]]) -> tuple[int, int, int, int]:
    return (row.tickets, row.charged, row.returned, row.charged - row.returned)
