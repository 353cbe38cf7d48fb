"""Promises to pay: an amount by a day, kept or broken as the ledger tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update

from kioskifly_desktop.core.clients import active_client, client
from kioskifly_desktop.core.contact.tables import promise
from kioskifly_desktop.core.errors import (
    NothingOwedError,
    PromiseAmountError,
    PromiseDayError,
    PromiseNotFoundError,
    PromiseOverError,
    RequestReusedError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    EntryKind,
    account,
    check_request_id,
    journal_entry,
    posting,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Row, Select

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_NOTE_LIMIT = 120
_LONGEST = timedelta(days=365)


class PromiseState(StrEnum):
    """What became of a promise."""

    PENDING = "pending"
    KEPT = "kept"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PromiseRequest:
    """What a client says they will pay, and by when."""

    request_id: str
    client_id: int
    amount: Centavos
    due: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise; `paid` is what came in for it until its day."""

    id: int
    client_id: int
    client: str
    amount: Centavos
    due: date
    note: str
    at: datetime
    user: str
    paid: Centavos
    state: PromiseState
    accepts_messages: bool


_ADD = insert(promise)
_BY_REQUEST = select(promise).where(promise.c.request_id == bindparam("request"))
_BY_ID = select(promise.c.client_id).where(promise.c.id == bindparam("promise"))
_WITHDRAW = (
    update(promise)
    .where(promise.c.id == bindparam("promise"))
    .values(withdrawn_at=bindparam("now"))
)
_LAST_POSTING = select(func.coalesce(func.max(posting.c.id), 0))
_MOVES = (
    select(
        posting.c.amount,
        posting.c.balance_after,
        journal_entry.c.id,
        journal_entry.c.kind,
        journal_entry.c.business_date,
        journal_entry.c.reverses,
    )
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .where(posting.c.account_id == bindparam("account"), posting.c.id > bindparam("after"))
    .order_by(posting.c.id)
)
_LIST = (
    select(
        promise,
        client.c.name,
        client.c.account_id,
        client.c.accepts_messages,
        user.c.name.label("user"),
    )
    .join(client, client.c.id == promise.c.client_id)
    .join(user, user.c.id == promise.c.user_id)
)
_OF_CLIENT = _LIST.where(promise.c.client_id == bindparam("client")).order_by(promise.c.id.desc())
# A client's later promise stands in the place of the ones before.
_LATER = promise.alias("later")
_STANDING = _LIST.join(account, account.c.id == client.c.account_id).where(
    promise.c.withdrawn_at.is_(None),
    ~select(_LATER.c.id)
    .where(
        _LATER.c.client_id == promise.c.client_id,
        _LATER.c.id > promise.c.id,
        _LATER.c.withdrawn_at.is_(None),
    )
    .exists(),
    account.c.balance > 0,
)
_DUE = _STANDING.where(promise.c.due <= bindparam("until")).order_by(promise.c.due, promise.c.id)
_STANDING_OF = _STANDING.where(promise.c.client_id == bindparam("client"))


def add_promise(work: Work, request: PromiseRequest) -> int:
    """Keep a promise and return its id; what the client promised before, still to come, is off.

    A repeated `request_id` keeps it once. Writes: promise.

    Raises:
        ClientNotFoundError, ClientArchivedError: of the client.
        NothingOwedError: the client owes nothing.
        PromiseAmountError: it is not up to what is owed.
        PromiseDayError: it is past, or more than a year away.
        TextTooLongError: of the note.
        RequestReusedError: the identifier belongs to another promise.
    """
    work.require(Permission.CONTACT)
    check_request_id(request.request_id)
    note = clean(request.note, field="note", limit=_NOTE_LIMIT, label=Phrase("la nota"))
    done = work.db.execute(_BY_REQUEST, {"request": request.request_id}).first()
    if done is not None:
        same = (done.client_id, done.amount, done.due, done.note)
        if same != (request.client_id, request.amount, request.due, note):
            raise RequestReusedError(request_id=request.request_id)
        return int(done.id)
    found = active_client(work, request.client_id)
    if found.balance <= 0:
        raise NothingOwedError(field="amount", name=found.name)
    if not 0 < request.amount <= found.balance:
        raise PromiseAmountError(field="amount", maximum=format_money(found.balance))
    if not work.today <= request.due <= work.today + _LONGEST:
        raise PromiseDayError(field="due")
    before = promise_of(work, request.client_id)
    if before is not None and before.state is PromiseState.PENDING:
        work.db.execute(_WITHDRAW, {"promise": before.id, "now": work.now})
    row = {
        "request_id": request.request_id,
        "client_id": request.client_id,
        "amount": request.amount,
        "due": request.due,
        "note": note,
        "at": work.now,
        "user_id": work.user.id,
        "after_posting_id": work.db.execute(_LAST_POSTING).scalar_one(),
    }
    return insert_row(work.db, _ADD, row)


def withdraw_promise(work: Work, promise_id: int) -> None:
    """Take back a promise that is still to come.

    Raises:
        PromiseNotFoundError: there is none.
        PromiseOverError: it was kept, broken or taken back.
    """
    work.require(Permission.CONTACT)
    client_id = work.db.execute(_BY_ID, {"promise": promise_id}).scalar()
    if client_id is None:
        raise PromiseNotFoundError(promise=promise_id)
    states = {row.id: row.state for row in promises(work, client_id)}
    if states[promise_id] is not PromiseState.PENDING:
        raise PromiseOverError
    work.db.execute(_WITHDRAW, {"promise": promise_id, "now": work.now})


def promises(work: Work, client_id: int) -> list[PromiseRow]:
    """Return what a client promised, newest first."""
    return [_row(work, row) for row in work.db.execute(_OF_CLIENT, {"client": client_id}).all()]


def promise_of(work: Work, client_id: int) -> PromiseRow | None:
    """Return a debtor's last promise while it is to come or broken."""
    return next(iter(_standing(work, _STANDING_OF, client=client_id)), None)


def promises_due(work: Work, until: date) -> list[PromiseRow]:
    """Return the last promises of debtors, to come until a day or broken, the oldest day first."""
    return _standing(work, _DUE, until=until)


def _standing(work: Work, query: Select[Any], **key: Any) -> list[PromiseRow]:
    rows = [_row(work, row) for row in work.db.execute(query, key).all()]
    return [row for row in rows if row.state in (PromiseState.PENDING, PromiseState.BROKEN)]


def _row(work: Work, row: Row[*tuple[Any, ...]]) -> PromiseRow:
    paid, settled = _came_in(work, row)
    state = PromiseState.PENDING
    if row.withdrawn_at is not None:
        state = PromiseState.WITHDRAWN
    elif settled or paid >= row.amount:
        state = PromiseState.KEPT
    elif row.due < work.today:
        state = PromiseState.BROKEN
    return PromiseRow(
        id=row.id,
        client_id=row.client_id,
        client=row.name,
        amount=row.amount,
        due=row.due,
        note=row.note,
        at=row.at,
        user=row.user,
        paid=paid,
        state=state,
        accepts_messages=row.accepts_messages,
    )


def _came_in(work: Work, row: Row[*tuple[Any, ...]]) -> tuple[Centavos, bool]:
    """Return what was paid in time for a promise, and whether nothing was owed at some moment.

    An entry and its reversal, both later than the promise, take no part.
    """
    key = {"account": row.account_id, "after": row.after_posting_id}
    moves = work.db.execute(_MOVES, key).all()
    undone = {move.reverses for move in moves}
    late = {move.id for move in moves}
    owed = moves[0].balance_after - moves[0].amount if moves else row.amount
    paid, settled = 0, False
    for move in moves:
        if move.business_date > row.due or move.id in undone or move.reverses in late:
            continue
        owed += move.amount
        # A debt that went to another account with its client was not paid.
        settled = settled or (owed <= 0 and move.kind is not EntryKind.MERGE)
        if move.kind is EntryKind.PAYMENT:
            paid -= move.amount
    return paid, settled
