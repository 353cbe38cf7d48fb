"""What a session sold, by means of payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.methods import METHOD_NAMES
from kioskifly_desktop.core.sales.reads import ON_ACCOUNT_NAME
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_payment

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class Tally:
    """How many movements of a sort there were and what they add up to."""

    count: int = 0
    total: Centavos = 0


@dataclass(frozen=True, slots=True)
class SessionSales:
    """What a session sold: (name, tickets, centavos) by means, voided ones too.

    `returns` and `voids` are above zero, and taken off `total`.
    """

    tickets: int
    means: tuple[tuple[str, int, Centavos], ...]
    returns: Tally
    voids: Tally
    total: Centavos


_UNDOING = journal_entry.alias("undoing")
_SOLD = (sale.c.session_id == bindparam("session"), sale.c.kind == SaleKind.SALE)
_BY_METHOD = (
    select(
        sale_payment.c.method,
        func.count(sale.c.id.distinct()),
        func.sum(sale_payment.c.amount),
    )
    .join(sale, sale.c.id == sale_payment.c.sale_id)
    .where(*_SOLD)
    .group_by(sale_payment.c.method)
)
_ON_ACCOUNT = select(func.count(), func.sum(sale.c.on_account)).where(*_SOLD, sale.c.on_account > 0)
_BY_KIND = (
    select(sale.c.kind, func.count(), func.sum(sale.c.total))
    .where(sale.c.session_id == bindparam("session"))
    .group_by(sale.c.kind)
)
# A join would go over all that was ever reversed.
_VOIDED = select(func.count(), func.coalesce(func.sum(sale.c.total), 0)).where(
    *_SOLD, select(_UNDOING.c.id).where(_UNDOING.c.reverses == sale.c.entry_id).exists()
)


def sales_by_mean(work: Work, session_id: int) -> SessionSales:
    """Return what a session sold, by means of payment."""
    key = {"session": session_id}
    paid = {method: rest for method, *rest in work.db.execute(_BY_METHOD, key)}
    means = [(name, *paid[method]) for method, name in METHOD_NAMES.items() if method in paid]
    count, on_account = work.db.execute(_ON_ACCOUNT, key).one()
    if count:
        means.append((ON_ACCOUNT_NAME, count, on_account))
    kinds = {kind: Tally(*rest) for kind, *rest in work.db.execute(_BY_KIND, key)}
    sold = kinds.get(SaleKind.SALE, Tally())
    returns = kinds.get(SaleKind.RETURN, Tally())
    voids = Tally(*work.db.execute(_VOIDED, key).one())
    return SessionSales(
        tickets=sold.count,
        means=tuple(means),
        returns=returns,
        voids=voids,
        total=sold.total - returns.total - voids.total,
    )
