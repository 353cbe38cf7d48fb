"""Libro diario, mayor and balance de sumas y saldos, all of them from the postings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, case, func, select

from kioskifly_desktop.core.books.accounts import BookAccount, book_accounts
from kioskifly_desktop.core.ledger import EntryKind, account, journal_entry, posting
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import Day
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime
    from typing import Any

    from sqlalchemy import Select

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_PAGE = 2000

ENTRY_NAMES = {
    EntryKind.SALE: Phrase("Venta"),
    EntryKind.PAYMENT: Phrase("Cobro"),
    EntryKind.ADJUSTMENT: Phrase("Ajuste"),
    EntryKind.REVERSAL: Phrase("Anulación"),
    EntryKind.CASH_IN: Phrase("Ingreso"),
    EntryKind.CASH_OUT: Phrase("Retiro"),
    EntryKind.TRANSFER: Phrase("Pase entre cajas"),
    EntryKind.RETURN: Phrase("Devolución"),
    EntryKind.OVER_SHORT: Phrase("Diferencia de caja"),
    EntryKind.OPENING: Phrase("Saldo inicial"),
    EntryKind.MERGE: Phrase("Fusión de clientes"),
    EntryKind.PRICE_UPDATE: Phrase("Actualización de deuda"),
    EntryKind.WRITE_OFF: Phrase("Deuda incobrable"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """The days from one to another, both of them in it; None is without end."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class BookEntry:
    """An entry of the journal; of its (account id, amount) legs, debit is above zero."""

    id: int
    day: date
    at: datetime
    kind: EntryKind
    memo: str
    user: str
    legs: tuple[tuple[int, Centavos], ...]


@dataclass(frozen=True, slots=True)
class MayorRow:
    """What an entry moved on one account, and how it was left; by the entry's own day."""

    entry_id: int
    day: date
    kind: EntryKind
    memo: str
    amount: Centavos
    balance: Centavos


@dataclass(frozen=True, slots=True)
class TrialRow:
    """An account in a span: what it came with, both its sides, and what it goes on with."""

    account: BookAccount
    opening: Centavos
    debit: Centavos
    credit: Centavos

    @property
    def closing(self) -> Centavos:
        """Return the balance at the end of the span."""
        return self.opening + self.debit - self.credit


_ENTRIES = (
    select(
        journal_entry.c.id,
        journal_entry.c.business_date,
        journal_entry.c.at,
        journal_entry.c.kind,
        journal_entry.c.memo,
        user.c.name,
        posting.c.account_id,
        posting.c.amount,
    )
    .join(posting, posting.c.entry_id == journal_entry.c.id)
    .join(user, user.c.id == journal_entry.c.user_id)
    .order_by(journal_entry.c.business_date, journal_entry.c.id, posting.c.id)
)
_MOVES = (
    select(
        journal_entry.c.id,
        journal_entry.c.business_date,
        journal_entry.c.kind,
        journal_entry.c.memo,
        posting.c.amount,
    )
    .join(posting, posting.c.entry_id == journal_entry.c.id)
    .order_by(journal_entry.c.business_date, journal_entry.c.id, posting.c.id)
)
_AMOUNT = posting.c.amount
_SIDES = (
    select(
        posting.c.account_id,
        func.sum(case((_AMOUNT > 0, _AMOUNT), else_=0)).label("debit"),
        func.sum(case((_AMOUNT < 0, -_AMOUNT), else_=0)).label("credit"),
    )
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .group_by(posting.c.account_id)
)
_HELD = select(account.c.id, account.c.balance).where(account.c.balance != 0)
_SINCE, _FIRST = bindparam("since", type_=Day), bindparam("first", type_=Integer)
_FIRST_SINCE = select(func.min(journal_entry.c.id + 0)).where(
    journal_entry.c.business_date >= _SINCE
)
# A count that agrees has no postings.
_FIRST_POSTING = func.coalesce(
    select(posting.c.id)
    .where(posting.c.entry_id >= _FIRST)
    .order_by(posting.c.entry_id, posting.c.id)
    .limit(1)
    .scalar_subquery(),
    2**63 - 1,
)
_EARLIER = posting.alias("earlier")
_LEFT = select(
    account.c.id,
    select(_EARLIER.c.balance_after)
    .where(
        _EARLIER.c.account_id == account.c.id,
        _EARLIER.c.id < _FIRST_POSTING,
    )
    .order_by(_EARLIER.c.id.desc())
    .limit(1)
    .correlate(account)
    .scalar_subquery()
    .label("balance"),
)
_LATE = (
    select(posting.c.account_id, func.sum(_AMOUNT))
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    # By the days, whose index has the ids as well; SQLite would go by the accounts.
    .where(journal_entry.c.business_date < _SINCE, journal_entry.c.id + 0 > _FIRST)
    .group_by(posting.c.account_id + 0)
)


def book_entries(work: Work, span: Span) -> Iterator[BookEntry]:
    """Give the entries of a span by day and number, as read; never all of them at once.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.REPORTS)
    rows = work.db.execute(within(_ENTRIES, span).execution_options(yield_per=_PAGE))
    for _, group in groupby(rows, key=lambda row: row[0]):
        legs = list(group)
        first = legs[0]
        moved = tuple((row.account_id, row.amount) for row in legs)
        yield BookEntry(
            id=first.id,
            day=first.business_date,
            at=first.at,
            kind=first.kind,
            memo=first.memo,
            user=first.name,
            legs=moved,
        )


def mayor(work: Work, account_id: int, span: Span) -> Iterator[MayorRow]:
    """Give the movements of an account in a span, with the balance that each left by its day.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.REPORTS)
    balance = balances_before(work, span).get(account_id, 0)
    # By the days: of an account with millions of movements they are few.
    query = within(_MOVES.where(posting.c.account_id + 0 == account_id), span)
    for row in work.db.execute(query.execution_options(yield_per=_PAGE)):
        balance += row.amount
        yield MayorRow(
            entry_id=row.id,
            day=row.business_date,
            kind=row.kind,
            memo=row.memo,
            amount=row.amount,
            balance=balance,
        )


def balances_before(work: Work, span: Span) -> dict[int, Centavos]:
    """Return what each account that had something came with to a span.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.REPORTS)
    if span.since is None:
        return {}
    since = {"since": span.since}
    first = work.db.execute(_FIRST_SINCE, since).scalar_one()
    if first is None:
        return {row.id: row.balance for row in work.db.execute(_HELD)}
    # What each was left with by the entries before, and those that came late for an earlier day.
    since |= {"first": first}
    balances = {row.id: row.balance for row in work.db.execute(_LEFT, since)}
    for account_id, amount in work.db.execute(_LATE, since):
        balances[account_id] = (balances[account_id] or 0) + amount
    return {account_id: amount for account_id, amount in balances.items() if amount}


def moved_in(work: Work, span: Span) -> dict[int, tuple[Centavos, Centavos]]:
    """Return the debits and the credits of each account that moved in a span.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.REPORTS)
    rows = work.db.execute(within(_SIDES, span))
    return {row.account_id: (row.debit, row.credit) for row in rows}


def trial_balance(work: Work, span: Span) -> list[TrialRow]:
    """Return the accounts that moved in a span or came to it with something, by their names.

    Debits and credits add up to the same, and so do the balances.

    Raises:
        NotAllowedError: the person may not.
    """
    opening, moved = balances_before(work, span), moved_in(work, span)
    accounts = book_accounts(work, opening.keys() | moved.keys())
    rows = [
        TrialRow(account, opening.get(key, 0), *moved.get(key, (0, 0)))
        for key, account in accounts.items()
    ]
    return sorted(rows, key=lambda row: row.account.path)


def within(query: Select[Any], span: Span) -> Select[Any]:
    """Return a query of entries, of those of a span."""
    if span.since is not None:
        query = query.where(journal_entry.c.business_date >= span.since)
    if span.until is not None:
        query = query.where(journal_entry.c.business_date <= span.until)
    return query
