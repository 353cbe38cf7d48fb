"""What a span left: sales, what the goods cost, what was spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import case, func, or_, select

from kioskifly_desktop.core.books.accounts import PURCHASES, WITHDRAWALS, Group, book_accounts
from kioskifly_desktop.core.books.journal import Span, moved_in, within
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    journal_entry,
    posting,
    system_account,
)
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from kioskifly_desktop.core.books.accounts import BookAccount
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_UNIT = 1000
"""A cost is of one unit, a quantity in thousandths."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came in and what it took; a void counts against its sale, on its own day.

    `sales` is of list prices; `income` and `expenses` are what other accounts moved, by name.
    `goods` and `owner` left the registers too, but are no loss: goods cost when they are sold.
    """

    sales: Centavos
    discounts: Centavos
    returns: Centavos
    cost: Centavos
    income: tuple[tuple[str, Centavos], ...]
    expenses: tuple[tuple[str, Centavos], ...]
    goods: Centavos
    owner: Centavos

    @property
    def sold(self) -> Centavos:
        """Return what the sales left, as the account of sales has it."""
        return self.sales - self.discounts - self.returns

    @property
    def gross(self) -> Centavos:
        """Return what is left of the sales once the goods are paid for."""
        return self.sold - self.cost

    @property
    def net(self) -> Centavos:
        """Return what is left of all."""
        came, went = (sum(amount for _, amount in of) for of in (self.income, self.expenses))
        return self.gross + came - went


def _worth(price: ColumnElement[int]) -> ColumnElement[int]:
    """Return what a line is worth at a price of the unit: half a centavo up, as it is charged."""
    return (2 * price * sale_line.c.quantity + _UNIT) // (2 * _UNIT)


_BACK = sale.c.kind == SaleKind.RETURN
_UNDONE = journal_entry.c.id != sale.c.entry_id
_SIGN = case((_BACK, -1), else_=1) * case((_UNDONE, -1), else_=1)
_OFF = case((_BACK, 0), else_=_worth(sale_line.c.price) - sale_line.c.total)
_LINES = (
    select(
        func.coalesce(func.sum(_SIGN * _worth(sale_line.c.cost)), 0),
        func.coalesce(func.sum(_SIGN * _OFF), 0),
    )
    .select_from(journal_entry)
    .join(
        sale,
        or_(sale.c.entry_id == journal_entry.c.id, sale.c.entry_id == journal_entry.c.reverses),
    )
    .join(sale_line, sale_line.c.sale_id == sale.c.id)
)

_FIRST = journal_entry.alias("first")
_IS_RETURN = func.coalesce(_FIRST.c.kind, journal_entry.c.kind) == EntryKind.RETURN
_SOLD = (
    select(
        func.coalesce(func.sum(case((_IS_RETURN, 0), else_=-posting.c.amount)), 0),
        func.coalesce(func.sum(case((_IS_RETURN, posting.c.amount), else_=0)), 0),
    )
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .outerjoin(_FIRST, _FIRST.c.id == journal_entry.c.reverses)
)


def result_of(work: Work, span: Span) -> Result:
    """Return what a span left.

    Raises:
        NotAllowedError: the person may not.
    """
    sales = system_account(work, AccountKind.SALES)
    moved = {key: sides for key, sides in moved_in(work, span).items() if key != sales}
    accounts = sorted(book_accounts(work, moved.keys()).values(), key=lambda each: each.path)
    rows = [(each, moved[each.id][0] - moved[each.id][1]) for each in accounts]
    sold = within(_SOLD.where(posting.c.account_id + 0 == sales), span)
    sold_at, returns = work.db.execute(sold).one()
    cost, discounts = work.db.execute(within(_LINES, span)).one()
    return Result(
        sales=sold_at + discounts,
        discounts=discounts,
        returns=returns,
        cost=cost,
        income=tuple((name, -amount) for name, amount in _of(rows, Group.INCOME)),
        expenses=tuple(_of(rows, Group.EXPENSES)),
        goods=sum(amount for _, amount in _of(rows, Group.EXPENSES, PURCHASES)),
        owner=sum(amount for _, amount in _of(rows, Group.EQUITY, WITHDRAWALS)),
    )


def _of(
    moved: Iterable[tuple[BookAccount, Centavos]], group: Group, under: str = ""
) -> list[tuple[str, Centavos]]:
    """Return the names of a group's accounts and what each moved, debit above zero."""
    return [
        (account.name, amount)
        for account, amount in moved
        if (account.group, account.under) == (group, under)
    ]
