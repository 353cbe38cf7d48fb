"""What a session shows: itself, those before it, and what it added to its drawer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.errors import SessionNotFoundError
from kioskifly_desktop.core.ledger import EntryKind, journal_entry, posting
from kioskifly_desktop.core.papers import CashSheet, Issue, SalesSheet, interim_report
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.registers import cash_session, register
from kioskifly_desktop.core.sales import SessionSales, Tally, sales_by_mean
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.users import user
from kioskifly_desktop.core.vouchers import number_text, voucher

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import ColumnElement, Row

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_ALL = 2**63 - 1


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session; what only a close knows is None, or empty, while it is open.

    `over_short` above zero is money too much (sobrante), below zero money missing (faltante);
    `opening_over_short` is the same of its opening.
    """

    id: int
    register_id: int
    register: str
    opened_at: datetime
    opened_by: str
    opening_float: Centavos
    opening_over_short: Centavos
    closed_at: datetime | None
    closed_by: str
    expected: Centavos | None
    counted: Centavos | None
    over_short: Centavos | None
    voucher_id: int | None
    number: str


@dataclass(frozen=True, slots=True)
class HandMovement:
    """A pay-in, a pay-out or a transfer; `amount` above zero came in."""

    at: datetime
    kind: EntryKind
    reason: str
    amount: Centavos


@dataclass(frozen=True, slots=True)
class SessionReport:
    """What a session added to its drawer; the tallies and the float add up to `expected`.

    `by_mean` is all that it sold, by whatever means.
    """

    session: SessionRow
    by_mean: SessionSales
    sales: Tally
    returns: Tally
    voids: Tally
    payments_on_account: Tally
    reversals: Tally
    pay_ins: Tally
    pay_outs: Tally
    transfers_in: Tally
    transfers_out: Tally
    others: Tally
    expected: Centavos
    movements: tuple[HandMovement, ...]


def current_session(work: Work, register_id: int) -> SessionRow | None:
    """Return a register's open session, if there is one."""
    rows = _rows(work, cash_session.c.register_id == register_id, _IS_OPEN)
    return rows[0] if rows else None


def open_sessions(work: Work) -> list[SessionRow]:
    """Return the open sessions of all registers."""
    return _rows(work, _IS_OPEN)


def list_sessions(
    work: Work, register_id: int, *, before: int | None = None, limit: int = 50
) -> list[SessionRow]:
    """Return a register's sessions, newest first, older than the session `before`."""
    older = cash_session.c.id < (_ALL if before is None else before)
    return _rows(work, cash_session.c.register_id == register_id, older, limit=limit)


def sessions_opened(work: Work, first: date, last: date) -> list[SessionRow]:
    """Return the sessions that were opened from one day to another, oldest first."""
    return _rows(work, _OPENING.c.business_date.between(first, last))[::-1]


def session_report(work: Work, session_id: int) -> SessionReport:
    """Return what a session added to its drawer, line by line.

    Raises:
        SessionNotFoundError: there is no such session.
    """
    rows = _rows(work, cash_session.c.id == session_id)
    if not rows:
        raise SessionNotFoundError(number=session_id)
    (session,) = rows
    counts: Counter[str] = Counter()
    totals: Counter[str] = Counter()
    for row in work.db.execute(_SUMS, {"session": session_id}):
        line = _line(row.kind, row.undone, row.total)
        counts[line] += row.times
        totals[line] += row.total
    by_hand = [
        HandMovement(row.at, row.kind, row.memo, row.amount)
        for row in work.db.execute(_MOVED_BY_HAND, {"session": session_id})
    ]
    return SessionReport(
        session=session,
        by_mean=sales_by_mean(work, session_id),
        **{line: Tally(counts[line], totals[line]) for line in _CAPTIONS},
        expected=session.opening_float + sum(totals.values()),
        movements=tuple(by_hand),
    )


def x_report(work: Work, session_id: int) -> Document:
    """Return the paper of a session as it stands, which closes nothing.

    Raises:
        SessionNotFoundError: there is no such session.
    """
    report = session_report(work, session_id)
    return interim_report(shop_profile(work), Issue(work.now, work.user.name), sheet_of(report))


def tallies_of(report: SessionReport) -> list[tuple[str, str, Tally]]:
    """Return a report's tallies in the order of the paper: name, Spanish caption, figures."""
    return [(name, caption, getattr(report, name)) for name, caption in _CAPTIONS.items()]


def sheet_of(report: SessionReport) -> CashSheet:
    """Return a report as papers tell it; but for two, sorts without movements are left out."""
    sold = report.by_mean
    return CashSheet(
        register=report.session.register,
        opened_at=report.session.opened_at,
        opened_by=report.session.opened_by,
        opening_float=report.session.opening_float,
        opening_over_short=report.session.opening_over_short,
        lines=tuple(
            (caption, tally.total)
            for name, caption, tally in tallies_of(report)
            if tally.count or name in _ALWAYS
        ),
        sales=SalesSheet(
            tickets=sold.tickets,
            means=tuple((name, total) for name, _, total in sold.means),
            voids=(sold.voids.count, sold.voids.total),
            returns=(sold.returns.count, sold.returns.total),
            total=sold.total,
        ),
        expected=report.expected,
        movements=tuple((line.reason, line.amount) for line in report.movements),
    )


_CAPTIONS = {
    "sales": Phrase("Ventas en efectivo"),
    "voids": Phrase("Anulaciones de ventas"),
    "returns": Phrase("Devoluciones"),
    "payments_on_account": Phrase("Cobranzas de cuenta corriente"),
    "reversals": Phrase("Anulaciones de cobranzas"),
    "pay_ins": Phrase("Ingresos"),
    "pay_outs": Phrase("Retiros"),
    "transfers_in": Phrase("Pases de otras cajas"),
    "transfers_out": Phrase("Pases a otras cajas"),
    "others": Phrase("Otros movimientos"),
}
"""The tallies of a report in the order of the paper, and what it calls them."""

_ALWAYS = ("sales", "payments_on_account")
_LINES = {
    EntryKind.SALE: "sales",
    EntryKind.RETURN: "returns",
    EntryKind.PAYMENT: "payments_on_account",
    EntryKind.CASH_IN: "pay_ins",
    EntryKind.CASH_OUT: "pay_outs",
}
_BY_HAND = (EntryKind.CASH_IN, EntryKind.CASH_OUT, EntryKind.TRANSFER)

_OPENING, _CLOSING = journal_entry.alias("opening"), journal_entry.alias("closing")
_OPENING_LEG = posting.alias("opening_leg")
_OPENER, _CLOSER = user.alias("opener"), user.alias("closer")
_SESSIONS = (
    select(
        cash_session.c.id,
        cash_session.c.register_id,
        register.c.name.label("register"),
        _OPENING.c.at.label("opened_at"),
        _OPENER.c.name.label("opened_by"),
        cash_session.c.opening_float,
        func.coalesce(_OPENING_LEG.c.amount, 0).label("opening_over_short"),
        _CLOSING.c.at.label("closed_at"),
        _CLOSER.c.name.label("closed_by"),
        cash_session.c.expected,
        cash_session.c.counted,
        voucher.c.id.label("voucher_id"),
        voucher.c.kind.label("voucher_kind"),
        voucher.c.point,
        voucher.c.number,
    )
    .join(register, register.c.id == cash_session.c.register_id)
    .join(_OPENING, _OPENING.c.id == cash_session.c.opening_entry_id)
    .join(_OPENER, _OPENER.c.id == _OPENING.c.user_id)
    .outerjoin(
        _OPENING_LEG,
        (_OPENING_LEG.c.entry_id == _OPENING.c.id)
        & (_OPENING_LEG.c.account_id == register.c.account_id)
        & (_OPENING.c.kind == EntryKind.OVER_SHORT),
    )
    .outerjoin(_CLOSING, _CLOSING.c.id == cash_session.c.closing_entry_id)
    .outerjoin(_CLOSER, _CLOSER.c.id == _CLOSING.c.user_id)
    .outerjoin(voucher, voucher.c.entry_id == cash_session.c.closing_entry_id)
    .order_by(cash_session.c.id.desc())
)
_IS_OPEN = cash_session.c.closing_entry_id.is_(None)
_UNDONE = journal_entry.alias("undone")
_MOVED = (
    select()
    .select_from(journal_entry)
    .join(posting, posting.c.entry_id == journal_entry.c.id)
    .outerjoin(_UNDONE, _UNDONE.c.id == journal_entry.c.reverses)
    # Not by the account's own index: of an account all is read, of a session a stretch of entries.
    .join(register, register.c.account_id == posting.c.account_id + 0)
    .join(cash_session, cash_session.c.register_id == register.c.id)
    .where(
        cash_session.c.id == bindparam("session"),
        journal_entry.c.id > cash_session.c.opening_entry_id,
        journal_entry.c.id < func.coalesce(cash_session.c.closing_entry_id, _ALL),
    )
)
_SUMS = _MOVED.add_columns(
    journal_entry.c.kind,
    _UNDONE.c.kind.label("undone"),
    func.sum(posting.c.amount).label("total"),
    func.count().label("times"),
).group_by(journal_entry.c.kind, _UNDONE.c.kind, posting.c.amount > 0)
_MOVED_BY_HAND = (
    _MOVED.add_columns(
        journal_entry.c.at, journal_entry.c.kind, journal_entry.c.memo, posting.c.amount
    )
    .where(journal_entry.c.kind.in_(_BY_HAND))
    .order_by(posting.c.id)
)


def _rows(work: Work, *where: ColumnElement[bool], limit: int = -1) -> list[SessionRow]:
    query = _SESSIONS.where(*where).limit(limit)
    return [_row(row) for row in work.db.execute(query)]


def _row(row: Row[*tuple[Any, ...]]) -> SessionRow:
    return SessionRow(
        id=row.id,
        register_id=row.register_id,
        register=row.register,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        opening_float=row.opening_float,
        opening_over_short=row.opening_over_short,
        closed_at=row.closed_at,
        closed_by=row.closed_by or "",
        expected=row.expected,
        counted=row.counted,
        over_short=None if row.counted is None else row.counted - row.expected,
        voucher_id=row.voucher_id,
        number=number_text(row.voucher_kind, row.point, row.number) if row.number else "",
    )


def _line(kind: EntryKind, undone: EntryKind | None, amount: Centavos) -> str:
    if undone is not None:
        return "voids" if undone is EntryKind.SALE else "reversals"
    if kind is EntryKind.TRANSFER:
        return "transfers_in" if amount > 0 else "transfers_out"
    return _LINES.get(kind, "others")
