"""What a span left: sales, what the goods cost, what was spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, func, or_, select

from kioskifly_desktop.core.books.accounts import Group
from kioskifly_desktop.core.books.journal import trial_balance, within
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line

if TYPE_CHECKING:
    from kioskifly_desktop.core.books.journal import Span, TrialRow
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_UNIT = 1000
"""A cost is of one unit, a quantity in thousandths."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came in and what it took: `income` and `expenses` by the names of their accounts.

    Sales are net of returns and voids, each on its own day, and so is what the goods cost.
    """

    income: tuple[tuple[str, Centavos], ...]
    cost: Centavos
    expenses: tuple[tuple[str, Centavos], ...]

    @property
    def gross(self) -> Centavos:
        """Return what is left of the income once the goods are paid for."""
        return sum(amount for _, amount in self.income) - self.cost

    @property
    def net(self) -> Centavos:
        """Return what is left of all."""
        return self.gross - sum(amount for _, amount in self.expenses)


# A line's cost, half a centavo up, as its price is.
_LINE_COST = (2 * sale_line.c.cost * sale_line.c.quantity + _UNIT) // (2 * _UNIT)
_SIGN = case((sale.c.kind == SaleKind.SALE, 1), else_=-1) * case(
    (journal_entry.c.id == sale.c.entry_id, 1), else_=-1
)
_COST = (
    select(func.coalesce(func.sum(_SIGN * _LINE_COST), 0))
    .select_from(journal_entry)
    .join(
        sale,
        or_(sale.c.entry_id == journal_entry.c.id, sale.c.entry_id == journal_entry.c.reverses),
    )
    .join(sale_line, sale_line.c.sale_id == sale.c.id)
)


def result_of(work: Work, span: Span) -> Result:
    """Return what a span left.

    Raises:
        NotAllowedError: the person may not.
    """
    rows = trial_balance(work, span)
    cost = int(work.db.execute(within(_COST, span)).scalar_one())
    income = [(row.account.name, row.credit - row.debit) for row in rows if _is(row, Group.INCOME)]
    spent = [(row.account.name, row.debit - row.credit) for row in rows if _is(row, Group.EXPENSES)]
    return Result(tuple(income), cost, tuple(spent))


def _is(row: TrialRow, group: Group) -> bool:
    return row.account.group is group
