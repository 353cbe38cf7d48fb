"""Entries that a client says they don't owe: apart from limit, ageing and reminders until settled.

The balance stays as it is: docs/decisions/0014.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import active_client, client
from kioskifly_desktop.core.errors import (
    ReasonMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.errors.debts import (
    DisputedError,
    NotDisputableError,
    NotDisputedError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    account,
    check_request_id,
    find_request,
    journal_entry,
    post,
    posting,
    system_account,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.wallet.allocation import NET, NOT_REVERSED
from kioskifly_desktop.core.wallet.tables import debit_change, dispute, dispute_end

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_LIMIT = 200


@dataclass(frozen=True, slots=True)
class DisputeRequest:
    """An entry that a client says they don't owe, and why."""

    request_id: str
    entry_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class ResolveRequest:
    """What came of a dispute: the entry is owed after all, or it is not."""

    request_id: str
    entry_id: int
    owed: bool
    note: str


@dataclass(frozen=True, slots=True)
class DisputeDone:
    """What a client owes now, and how much the dispute is about; asked again, as it was written."""

    client_balance: Centavos
    amount: Centavos


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """The open dispute of an entry."""

    entry_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class PastDispute:
    """A dispute of an account; `ended_at` and `owed` are None while it is open."""

    at: datetime
    amount: Centavos
    reason: str
    ended_at: datetime | None
    owed: bool | None
    note: str


_DEBIT = (
    select(
        posting.c.account_id,
        NET.label("net"),
        journal_entry.c.kind,
        client.c.id.label("client_id"),
    )
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .join(client, client.c.account_id == posting.c.account_id)
    .where(
        posting.c.entry_id == bindparam("entry"),
        posting.c.amount > 0,
        journal_entry.c.kind.not_in((EntryKind.REVERSAL, EntryKind.PRICE_UPDATE)),
        NOT_REVERSED,
        NET > 0,
    )
)
_OPEN = select(dispute).where(
    dispute.c.entry_id == bindparam("entry"),
    # Of goods that came back nothing is left to settle.
    select(posting.c.id)
    .where(
        posting.c.entry_id == dispute.c.entry_id,
        posting.c.account_id == dispute.c.account_id,
        NOT_REVERSED,
        NET > 0,
    )
    .exists(),
    ~select(dispute_end.c.id).where(dispute_end.c.dispute_id == dispute.c.id).exists(),
)
_OF_ACCOUNT = (
    select(
        dispute.c.at,
        posting.c.amount,
        dispute.c.reason,
        dispute_end.c.at.label("ended_at"),
        dispute_end.c.owed,
        func.coalesce(dispute_end.c.note, "").label("note"),
    )
    .join(
        posting,
        (posting.c.entry_id == dispute.c.entry_id) & (posting.c.account_id == dispute.c.account_id),
    )
    .outerjoin(dispute_end, dispute_end.c.dispute_id == dispute.c.id)
    .where(dispute.c.account_id == bindparam("account"))
    .order_by(dispute.c.id)
)
_BY_REQUEST = select(dispute).where(dispute.c.request_id == bindparam("request"))
_END_BY_REQUEST = (
    select(dispute.c.entry_id, dispute_end.c.owed)
    .join(dispute_end, dispute_end.c.dispute_id == dispute.c.id)
    .where(dispute_end.c.request_id == bindparam("request"))
)
_ADD, _END, _CHANGE = insert(dispute), insert(dispute_end), insert(debit_change)


def dispute_entry(work: Work, request: DisputeRequest) -> DisputeDone:
    """Set apart what a client says they don't owe: a purchase, a charge, what was brought along.

    A repeated `request_id` changes nothing.

    Writes: dispute.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        NotDisputableError: it is no debt that stands.
        DisputedError: it is in dispute.
        ClientArchivedError, ClientMergedError: of the client.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    check_request_id(request.request_id)
    reason = _words(request.reason, "reason")
    done = work.db.execute(_BY_REQUEST, {"request": request.request_id}).first()
    if done is not None:
        if done.entry_id != request.entry_id:
            raise RequestReusedError(request_id=request.request_id)
        return _again(work, request.entry_id)
    debit = _debit(work, request.entry_id)
    active_client(work, debit.client_id)
    if open_dispute(work, request.entry_id) is not None:
        raise DisputedError
    row = {
        "request_id": request.request_id,
        "entry_id": request.entry_id,
        "account_id": debit.account_id,
        "reason": reason,
        "at": work.now,
        "user_id": work.user.id,
    }
    insert_row(work.db, _ADD, row)
    _log(work, AuditKind.DISPUTE, debit, reason)
    return _done(work, debit)


def resolve_dispute(work: Work, request: ResolveRequest) -> DisputeDone:
    """Settle a dispute: the entry is owed again, or what is left of it is taken off the debt.

    Goods that didn't leave the shop go back to the stock apart. A repeated `request_id` changes
    nothing.

    Writes: dispute_end, journal_entry, posting, account, debit_change.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: it isn't said how it was settled.
        NotDisputedError: the entry is in no dispute.
        ClientArchivedError, ClientMergedError: of the client.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    check_request_id(request.request_id)
    note = _words(request.note, "note")
    done = work.db.execute(_END_BY_REQUEST, {"request": request.request_id}).first()
    if done is not None:
        if (done.entry_id, done.owed) != (request.entry_id, request.owed):
            raise RequestReusedError(request_id=request.request_id)
        return _again(work, request.entry_id)
    if find_request(work, request.request_id) is not None:
        raise RequestReusedError(request_id=request.request_id)
    found = work.db.execute(_OPEN, {"entry": request.entry_id}).first()
    if found is None:
        raise NotDisputedError
    debit = _debit(work, request.entry_id)
    active_client(work, debit.client_id)
    credit = None if request.owed else _take_off(work, request, debit, note)
    row = {
        "request_id": request.request_id,
        "dispute_id": found.id,
        "owed": request.owed,
        "entry_id": credit,
        "note": note,
        "at": work.now,
        "user_id": work.user.id,
    }
    insert_row(work.db, _END, row)
    _log(work, AuditKind.DISPUTE_SETTLED, debit, f"{'Se debe' if request.owed else 'No'} · {note}")
    return _done(work, debit)


def open_dispute(work: Work, entry_id: int) -> DisputeRow | None:
    """Return the dispute that an entry is in, None if it is in none."""
    row = work.db.execute(_OPEN, {"entry": entry_id}).first()
    return None if row is None else DisputeRow(row.entry_id, row.reason)


def disputes_of(work: Work, account_id: int) -> list[PastDispute]:
    """Return every dispute of an account, oldest first."""
    return [PastDispute(*row) for row in work.db.execute(_OF_ACCOUNT, {"account": account_id})]


def _take_off(work: Work, request: ResolveRequest, debit: Row[*tuple[Any, ...]], note: str) -> int:
    # What was sold and won't be paid is a loss; other charges never were income.
    sold = debit.kind in (EntryKind.SALE, EntryKind.MERGE)
    counterpart = system_account(work, AccountKind.BAD_DEBTS if sold else AccountKind.ADJUSTMENTS)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.ADJUSTMENT,
        postings=[(debit.account_id, -debit.net), (counterpart, debit.net)],
        memo=note,
    )
    change = {"entry_id": posted.entry_id, "debit_entry_id": request.entry_id}
    work.db.execute(_CHANGE, change | {"amount": -debit.net})
    return posted.entry_id


def _debit(work: Work, entry_id: int) -> Row[*tuple[Any, ...]]:
    row = work.db.execute(_DEBIT, {"entry": entry_id}).first()
    if row is None:
        raise NotDisputableError
    return row


_NOW = (
    select(account.c.balance, posting.c.amount)
    .join(dispute, dispute.c.account_id == account.c.id)
    .join(
        posting,
        (posting.c.entry_id == dispute.c.entry_id) & (posting.c.account_id == account.c.id),
    )
    .where(dispute.c.entry_id == bindparam("entry"))
)


def _again(work: Work, entry_id: int) -> DisputeDone:
    """Return what stands of a dispute that was opened, or settled, before."""
    return DisputeDone(*work.db.execute(_NOW, {"entry": entry_id}).first() or (0, 0))


def _done(work: Work, debit: Row[*tuple[Any, ...]]) -> DisputeDone:
    return DisputeDone(active_client(work, debit.client_id).balance, debit.net)


def _log(work: Work, kind: AuditKind, debit: Row[*tuple[Any, ...]], words: str) -> None:
    owner = active_client(work, debit.client_id)
    record(work, kind, owner.name, f"{format_money(debit.net)} · {words}", client_id=owner.id)


def _words(text: str, field: str) -> str:
    words = clean(text, field=field, limit=_LIMIT, label=Phrase("el motivo"))
    if not words:
        raise ReasonMissingError(field=field)
    return words
