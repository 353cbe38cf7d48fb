"""Which debits of an account are still owed: payments settle the oldest first.

So what is owed are the newest debits, back to the one where they add up to the balance. An entry
that was reversed and its reversal settle each other and take no part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, case, func, select

from kioskifly_desktop.core.ledger import account, journal_entry, posting
from kioskifly_desktop.core.schema import Day

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Select

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class Frontier:
    """The oldest debit still owed, of which `owes` is left: newer ones are owed whole.

    `since` is the earliest day of them all: a debt noted later may be from before.
    """

    posting_id: int
    owes: Centavos
    since: date

    def owed_of(self, posting_id: int, amount: Centavos) -> Centavos:
        """Return what is still owed of a debit that was not reversed."""
        if posting_id == self.posting_id:
            return self.owes
        return amount if posting_id > self.posting_id else 0


@dataclass(frozen=True, slots=True)
class Overdue:
    """What is owed past its term, and the day of its oldest debit."""

    amount: Centavos
    since: date


_UNDOING = journal_entry.alias("undoing")


def debits(account_id: ColumnElement[int]) -> Select[int, Centavos, date]:
    """Return the query for the debits of an account that were not reversed."""
    return (
        select(posting.c.id, posting.c.amount, journal_entry.c.business_date)
        .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
        .where(
            posting.c.account_id == account_id,
            posting.c.amount > 0,
            journal_entry.c.reverses.is_(None),
            ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == posting.c.entry_id).exists(),
        )
    )


def oldest_owed(
    account_id: ColumnElement[int], balance: ColumnElement[Centavos]
) -> Select[int, Centavos, date, Centavos, date]:
    """Return the query for the debit where an account's newest ones reach a balance."""
    # Newest first and row by row: it reads back only as far as the balance reaches.
    so_far = func.sum(posting.c.amount).over(order_by=posting.c.id.desc(), rows=(None, 0))
    back_to = func.min(journal_entry.c.business_date, type_=Day).over(
        order_by=posting.c.id.desc(), rows=(None, 0)
    )
    added_up = (
        debits(account_id)
        .add_columns(so_far.label("reached"), back_to.label("since"))
        .correlate(account)
        .subquery()
    )
    reached = added_up.c.reached >= balance
    return select(added_up).where(reached).limit(1).correlate(account)


_OWNER = bindparam("account", type_=Integer)
_FRONTIER = oldest_owed(_OWNER, bindparam("balance", type_=Integer))
_OVERDUE = (
    debits(_OWNER)
    .with_only_columns(
        func.sum(
            case((posting.c.id == bindparam("oldest"), bindparam("owes")), else_=posting.c.amount)
        ),
        func.min(journal_entry.c.business_date),
    )
    .where(
        posting.c.id >= bindparam("oldest"),
        journal_entry.c.business_date < bindparam("first_day_in_term"),
    )
)


def frontier(work: Work, account_id: int, balance: Centavos) -> Frontier | None:
    """Return the oldest debit an account owes at a balance; None where nothing is owed."""
    if balance <= 0:
        return None
    row = work.db.execute(_FRONTIER, {"account": account_id, "balance": balance}).first()
    if row is None:
        return None
    return Frontier(row.id, balance - (row.reached - row.amount), row.since)


def overdue(
    work: Work, account_id: int, oldest: Frontier | None, credit_days: int | None
) -> Overdue | None:
    """Return what is owed for more than `credit_days`; None where nothing is."""
    if credit_days is None:
        return None
    return owed_before(work, account_id, oldest, work.today - timedelta(days=credit_days))


def owed_before(work: Work, account_id: int, oldest: Frontier | None, day: date) -> Overdue | None:
    """Return what is owed of debits older than a day; None where nothing is."""
    if oldest is None or oldest.since >= day:
        return None
    key = {
        "account": account_id,
        "oldest": oldest.posting_id,
        "owes": oldest.owes,
        "first_day_in_term": day,
    }
    amount, since = work.db.execute(_OVERDUE, key).one()
    return None if amount is None else Overdue(int(amount), since)
