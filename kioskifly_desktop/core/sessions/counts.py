"""The opening and the close of a drawer, each with what was counted in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from kioskifly_desktop.core.chain import anchor
from kioskifly_desktop.core.errors import (
    CashCountError,
    NoOpenSessionError,
    NotADrawerError,
    RequestReusedError,
    SessionOpenError,
)
from kioskifly_desktop.core.es_ar import format_datetime, format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    Entry,
    EntryKind,
    find_request,
    post,
    system_account,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.outbox import enqueue_automatic
from kioskifly_desktop.core.papers import CashCounted, Issue, close_report
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.registers import (
    RegisterKind,
    cash_session,
    get_register,
    open_register,
)
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.sessions.reads import current_session, session_report, sheet_of
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.vouchers import Issued, VoucherKind, issue, voucher_of_entry

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

DENOMINATIONS: tuple[Centavos, ...] = (
    20_000_00,
    10_000_00,
    2_000_00,
    1_000_00,
    500_00,
    200_00,
    100_00,
    50_00,
    20_00,
    10_00,
)
"""The notes that circulate, largest first."""

_NOTE_LIMIT = 200

_ADD = insert(cash_session)
_CLOSE = (
    update(cash_session)
    .where(cash_session.c.id == bindparam("session"))
    .values(
        closing_entry_id=bindparam("closing"),
        expected=bindparam("expects"),
        counted=bindparam("counts"),
    )
)
_OPENED_BY = select(cash_session).where(cash_session.c.opening_entry_id == bindparam("entry"))
_CLOSED_BY = select(cash_session).where(cash_session.c.closing_entry_id == bindparam("entry"))


@dataclass(frozen=True, slots=True)
class CashCount:
    """What was counted: (denomination, how many) pairs, and the coins together, in centavos."""

    notes: tuple[tuple[Centavos, int], ...] = ()
    coins: Centavos = 0

    @property
    def total(self) -> Centavos:
        """Return what it adds up to, in centavos."""
        return sum(worth * how_many for worth, how_many in self.notes) + self.coins


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """The opening of a drawer with `opening_float` centavos counted in it."""

    request_id: str
    register_id: int
    opening_float: Centavos


@dataclass(frozen=True, slots=True)
class SessionDone:
    """What an opening left behind, and how far the count was from the register's account."""

    session_id: int
    over_short: Centavos


@dataclass(frozen=True, slots=True)
class CloseRequest:
    """The close of a session with what was counted in its drawer."""

    request_id: str
    session_id: int
    count: CashCount
    note: str = ""


@dataclass(frozen=True, slots=True)
class CloseDone:
    """What a close left behind."""

    session_id: int
    expected: Centavos
    counted: Centavos
    over_short: Centavos
    voucher_id: int
    number: str
    printing: bool


def open_session(work: Work, request: OpenRequest) -> SessionDone:
    """Open a drawer with what was counted in it; a difference is recorded, never refused.

    The float of a drawer that never held money is no difference.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account, cash_session.

    Raises:
        RegisterNotFoundError, RegisterArchivedError, NotADrawerError: of the register.
        SessionOpenError: its session is open.
        CashCountError: the float is below zero or too large.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.CASH)
    _check_count(CashCount(coins=request.opening_float), field="opening_float")
    done = find_request(work, request.request_id)
    if done is not None:
        return _opened_again(work, request, done)
    drawer = open_register(work, request.register_id)
    if drawer.kind is not RegisterKind.DRAWER:
        raise NotADrawerError(field="register", register=drawer.name)
    if current := current_session(work, drawer.id):
        since = format_datetime(current.opened_at)
        raise SessionOpenError(field="register", register=drawer.name, since=since)
    # The first money of a new drawer is the owner's, nobody's mistake.
    is_first = drawer.last_at is None and request.opening_float > 0
    over_short = 0 if is_first else request.opening_float - drawer.balance
    row = {
        "register_id": drawer.id,
        "opening_entry_id": _record_first_float(work, request, drawer.account_id)
        if is_first
        else _record_count(
            work, request.request_id, drawer.account_id, over_short, "Apertura de caja"
        ),
        "opening_float": request.opening_float,
    }
    return SessionDone(insert_row(work.db, _ADD, row), over_short)


def close_session(work: Work, request: CloseRequest) -> CloseDone:
    """Close a session with what was counted; a difference is recorded, never refused.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account, cash_session, voucher, print_job.

    Raises:
        SessionNotFoundError: there is no such session.
        NoOpenSessionError: it is closed already.
        CashCountError: the count has an unknown note, a figure below zero or is too large.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.CASH)
    _check_count(request.count, field="count")
    note = clean(request.note, field="note", limit=_NOTE_LIMIT, label=Phrase("la nota"))
    done = find_request(work, request.request_id)
    if done is not None:
        return _closed_again(work, request, done)
    report = session_report(work, request.session_id)
    if report.session.closed_at is not None:
        raise NoOpenSessionError(field="register", register=report.session.register)
    drawer = get_register(work, report.session.register_id)
    over_short = request.count.total - report.expected
    entry_id = _record_count(
        work,
        request.request_id,
        drawer.account_id,
        over_short,
        "Cierre de caja" + (f" · {note}" if note else ""),
    )
    closing = {"closing": entry_id, "expects": report.expected, "counts": request.count.total}
    work.db.execute(_CLOSE, {"session": request.session_id, **closing})
    issued, document = issue(
        work,
        VoucherKind.CLOSE,
        entry_id=entry_id,
        client_id=None,
        build=lambda number: close_report(
            shop_profile(work),
            Issue(work.now, work.user.name, entry_id, request.request_id),
            sheet_of(report),
            CashCounted(request.count.notes, request.count.coins, over_short, note),
            number=number,
            anchor=anchor(work.db),
        ),
    )
    printing = enqueue_automatic(work, document, issued.id)
    return _close_done(
        request.session_id, report.expected, request.count.total, issued, printing=printing
    )


def _record_first_float(work: Work, request: OpenRequest, account_id: int) -> int:
    """Add the entry of the first money of a drawer; return its id."""
    counterpart = system_account(work, AccountKind.ADJUSTMENTS)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.CASH_IN,
        postings=[(account_id, request.opening_float), (counterpart, -request.opening_float)],
        memo="Fondo inicial",
    )
    return posted.entry_id


def _record_count(
    work: Work, request_id: str, account_id: int, over_short: Centavos, memo: str
) -> int:
    """Add the entry of a count, which makes the account say what was counted; return its id."""
    counterpart = system_account(work, AccountKind.OVER_SHORT)
    posted = post(
        work,
        request_id=request_id,
        kind=EntryKind.OVER_SHORT,
        postings=[(account_id, over_short), (counterpart, -over_short)] if over_short else (),
        memo=memo,
    )
    return posted.entry_id


def _opened_again(work: Work, request: OpenRequest, done: Entry) -> SessionDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    row = work.db.execute(_OPENED_BY, {"entry": done.id}).first()
    asked = (request.register_id, request.opening_float)
    if row is None or (row.register_id, row.opening_float) != asked:
        raise RequestReusedError(request_id=request.request_id)
    counted = done.kind is EntryKind.OVER_SHORT and done.legs
    return SessionDone(row.id, done.leg(AccountKind.REGISTER).amount if counted else 0)


def _closed_again(work: Work, request: CloseRequest, done: Entry) -> CloseDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    row = work.db.execute(_CLOSED_BY, {"entry": done.id}).first()
    issued = voucher_of_entry(work, done.id)
    if (
        row is None
        or issued is None
        or (row.id, row.counted) != (request.session_id, request.count.total)
    ):
        raise RequestReusedError(request_id=request.request_id)
    return _close_done(row.id, row.expected, row.counted, issued, printing=False)


def _close_done(
    session_id: int, expected: Centavos, counted: Centavos, issued: Issued, *, printing: bool
) -> CloseDone:
    return CloseDone(
        session_id=session_id,
        expected=expected,
        counted=counted,
        over_short=counted - expected,
        voucher_id=issued.id,
        number=issued.number,
        printing=printing,
    )


def _check_count(count: CashCount, *, field: str) -> None:
    known = all(worth in DENOMINATIONS and how_many >= 0 for worth, how_many in count.notes)
    if not known or count.coins < 0 or count.total > MAX_AMOUNT:
        raise CashCountError(field=field, maximum=format_money(MAX_AMOUNT))
