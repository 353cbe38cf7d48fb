"""Which debits of an account are still owed: payments settle the oldest first.

So what is owed are the newest debits, back to the one where they add up to the balance. An entry
that was reversed and its reversal settle each other and take no part. What is in dispute takes no
part either, and neither do updates of prices and goods that came back by themselves: they change
the debit of the goods, and with it what is left to settle.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, case, func, select

from kioskifly_desktop.core.ledger import EntryKind, account, journal_entry, posting
from kioskifly_desktop.core.schema import Day
from kioskifly_desktop.core.wallet.tables import debit_change, dispute, dispute_end

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
_UNDONE_CHANGE = journal_entry.alias("undone_change")
NET = posting.c.amount + func.coalesce(
    select(func.sum(debit_change.c.amount))
    .where(
        debit_change.c.debit_entry_id == posting.c.entry_id,
        ~select(_UNDONE_CHANGE.c.id)
        .where(_UNDONE_CHANGE.c.reverses == debit_change.c.entry_id)
        .exists(),
    )
    .correlate(posting)
    .scalar_subquery(),
    0,
)
"""What a debit came to: as it was written, with all that changed it since."""
NOT_REVERSED = ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == posting.c.entry_id).exists()
OPEN_DISPUTES = select(dispute.c.entry_id).where(
    ~select(dispute_end.c.id).where(dispute_end.c.dispute_id == dispute.c.id).exists()
)


def debits(account_id: ColumnElement[int]) -> Select[int, Centavos, date]:
    """Return the query for the debits of an account that were not reversed nor are in dispute."""
    return (
        select(posting.c.id, NET.label("amount"), journal_entry.c.business_date)
        .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
        .where(
            posting.c.account_id == account_id,
            posting.c.amount > 0,
            journal_entry.c.reverses.is_(None),
            journal_entry.c.kind != EntryKind.PRICE_UPDATE,
            NOT_REVERSED,
            NET > 0,
            posting.c.entry_id.not_in(OPEN_DISPUTES),
        )
    )


def disputed_of(account_id: ColumnElement[int]) -> ColumnElement[Centavos]:
    """Return what the debits of an account that are in dispute add up to."""
    found = (
        select(func.coalesce(func.sum(NET), 0))
        .select_from(dispute)
        .join(
            posting,
            (posting.c.entry_id == dispute.c.entry_id)
            # Not by the account's own index: of an account all is read, of a dispute one entry.
            & (posting.c.account_id + 0 == dispute.c.account_id),
        )
        .where(
            dispute.c.account_id == account_id,
            ~select(dispute_end.c.id).where(dispute_end.c.dispute_id == dispute.c.id).exists(),
            NOT_REVERSED,
            NET > 0,
        )
    )
    return found.correlate(account).scalar_subquery()


def oldest_owed(
    account_id: ColumnElement[int], balance: ColumnElement[Centavos]
) -> Select[int, Centavos, date, Centavos, date]:
    """Return the query for the debit where an account's newest ones reach a balance."""
    # Newest first and row by row: it reads back only as far as the balance reaches.
    so_far = func.sum(NET).over(order_by=posting.c.id.desc(), rows=(None, 0))
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
        func.sum(case((posting.c.id == bindparam("oldest"), bindparam("owes")), else_=NET)),
        func.min(journal_entry.c.business_date),
    )
    .where(
        posting.c.id >= bindparam("oldest"),
        journal_entry.c.business_date < bindparam("first_day_in_term"),
    )
)


_DISPUTED = select(disputed_of(_OWNER))


def disputed(work: Work, account_id: int, balance: Centavos) -> Centavos:
    """Return how much of a balance is in dispute."""
    return min(in_dispute(work, account_id), balance) if balance > 0 else 0


def in_dispute(work: Work, account_id: int) -> Centavos:
    """Return what the purchases and charges in dispute came to, paid or not."""
    return int(work.db.execute(_DISPUTED, {"account": account_id}).scalar_one())


def frontier(work: Work, account_id: int, balance: Centavos) -> Frontier | None:
    """Return the oldest debit an account owes at a balance; None where nothing is owed.

    What is in dispute is not owed, until that is settled.
    """
    balance -= disputed(work, account_id, balance)
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
