"""Points of a client: earned, redeemed, given back, expired; every move stays."""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, or_, select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import active_client, get_client
from kioskifly_desktop.core.errors import (
    LoyaltyFigureError,
    ReasonMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.ledger import check_request_id
from kioskifly_desktop.core.loyalty.tables import PointsKind, points_move
from kioskifly_desktop.core.loyalty.terms import MAX_POINTS, LoyaltyTerms, loyalty_terms
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from datetime import date, datetime

    from kioskifly_desktop.core.work import Work

_REASON_LIMIT = 120
_FEBRUARY, _LEAP_DAY = 2, 29


@dataclass(frozen=True, slots=True)
class PointsRequest:
    """Points to give to a client, or below zero to take, and why."""

    request_id: str
    client_id: int
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A move of a client's points, and what it left them with."""

    at: datetime
    kind: PointsKind
    points: int
    balance: int
    entry_id: int | None


@dataclass(frozen=True, slots=True)
class SalePoints:
    """What a sale did to a client's points, and what they were left with."""

    earned: int
    redeemed: int
    balance: int


_ADD = insert(points_move)
_LAST = (
    select(points_move.c.balance)
    .where(points_move.c.client_id == bindparam("client"))
    .order_by(points_move.c.id.desc())
    .limit(1)
)
# What is spent is of the oldest: of what is left, only what came since may still be good.
_SINCE = select(func.coalesce(func.sum(points_move.c.points), 0)).where(
    points_move.c.client_id == bindparam("client"),
    points_move.c.counts_from >= bindparam("day"),
    or_(points_move.c.points > 0, points_move.c.kind == PointsKind.TAKEN_BACK),
)
_OF_ENTRY = (
    select(points_move)
    .where(points_move.c.entry_id == bindparam("entry"))
    .order_by(points_move.c.id)
)
_BY_REQUEST = select(points_move).where(points_move.c.request_id == bindparam("request"))
_HISTORY = (
    select(
        points_move.c.at,
        points_move.c.kind,
        points_move.c.points,
        points_move.c.balance,
        points_move.c.entry_id,
    )
    .where(points_move.c.client_id == bindparam("client"))
    .order_by(points_move.c.id.desc())
    .limit(bindparam("most"))
)


def points_of(work: Work, client_id: int, terms: LoyaltyTerms | None = None) -> int:
    """Return the points a client has today, without those that expired; below zero they owe."""
    balance = _balance(work, client_id)
    return balance - _due(work, client_id, balance, terms or loyalty_terms(work))


def points_history(work: Work, client_id: int, limit: int = 100) -> list[PointsRow]:
    """Return the moves of a client's points, newest first."""
    key = {"client": client_id, "most": limit}
    return [PointsRow(*row) for row in work.db.execute(_HISTORY, key)]


def adjust_points(work: Work, request: PointsRequest) -> int:
    """Give a client points, or take some, and return what they have.

    A repeated `request_id` changes nothing.

    Writes: points_move, audit_event.

    Raises:
        NotAllowedError: the person may not.
        LoyaltyFigureError: there are none, or too many.
        ReasonMissingError, TextTooLongError: of the reason.
        ClientNotFoundError, ClientArchivedError, RequestReusedError.
    """
    work.require(Permission.ADJUST)
    check_request_id(request.request_id)
    done = work.db.execute(_BY_REQUEST, {"request": request.request_id}).first()
    if done is not None:
        if (done.client_id, done.points) != (request.client_id, request.points):
            raise RequestReusedError(request_id=request.request_id)
        return int(done.balance)
    if not 1 <= abs(request.points) <= MAX_POINTS:
        raise LoyaltyFigureError(
            field="points", label=Phrase("Los puntos"), minimum=1, maximum=MAX_POINTS
        )
    reason = clean(request.reason, field="reason", limit=_REASON_LIMIT, label=Phrase("el motivo"))
    if not reason:
        raise ReasonMissingError(field="reason")
    found = active_client(work, request.client_id)
    settle(work, found.id, loyalty_terms(work))
    record(
        work, AuditKind.POINTS, found.name, f"{request.points:+d} · {reason}", client_id=found.id
    )
    return _move(work, found.id, PointsKind.ADJUSTED, request.points, request_id=request.request_id)


def settle(work: Work, client_id: int, terms: LoyaltyTerms) -> int:
    """Write down what expired of a client's points, and return what is left.

    Writes: points_move.
    """
    balance = _balance(work, client_id)
    due = _due(work, client_id, balance, terms)
    return _move(work, client_id, PointsKind.EXPIRED, -due) if due else balance


def move_of_sale(
    work: Work, client_id: int, entry_id: int, *, earned: int, redeemed: int
) -> SalePoints:
    """Take what a sale redeems, and give what it earns.

    Writes: points_move.
    """
    balance = settle(work, client_id, loyalty_terms(work))
    if redeemed:
        balance = _move(work, client_id, PointsKind.REDEEMED, -redeemed, entry_id=entry_id)
    if earned:
        balance = _move(work, client_id, PointsKind.EARNED, earned, entry_id=entry_id)
    return SalePoints(earned, redeemed, balance)


def sale_points(work: Work, entry_id: int) -> SalePoints | None:
    """Return what a sale, or a return, did to its client's points, if it did."""
    rows = work.db.execute(_OF_ENTRY, {"entry": entry_id}).all()
    if not rows:
        return None
    earned = sum(
        row.points for row in rows if row.kind in (PointsKind.EARNED, PointsKind.TAKEN_BACK)
    )
    redeemed = -sum(
        row.points for row in rows if row.kind in (PointsKind.REDEEMED, PointsKind.GIVEN_BACK)
    )
    return SalePoints(earned, redeemed, rows[-1].balance)


def undo_points(
    work: Work, entry_id: int, undoing_id: int, *, before: int, after: int, whole: int
) -> SalePoints | None:
    """Move back the points of a sale, the part from `before` to `after` of `whole`; tell of it.

    Nothing is taken back of points old enough to have expired.

    Writes: points_move.
    """
    rows = work.db.execute(_OF_ENTRY, {"entry": entry_id}).all()
    if not rows:
        return None
    terms = loyalty_terms(work)
    client_id = rows[0].client_id
    while (into := get_client(work, client_id).merged_into) is not None:
        client_id = into
    settle(work, client_id, terms)
    for row in rows:
        moved = abs(row.points)
        part = _part(moved, after, whole) - _part(moved, before, whole)
        if not part:
            continue
        if row.kind is PointsKind.REDEEMED:
            _move(work, client_id, PointsKind.GIVEN_BACK, part, entry_id=undoing_id)
        elif row.kind is PointsKind.EARNED and not _expires(row.counts_from, terms, work.today):
            _move(
                work,
                client_id,
                PointsKind.TAKEN_BACK,
                -part,
                entry_id=undoing_id,
                counts_from=row.counts_from,
            )
    return sale_points(work, undoing_id)


def merge_points(work: Work, kept_id: int, merged_id: int) -> None:
    """Give the points of a client who turned out to be another to who stays.

    Writes: points_move.
    """
    points = settle(work, merged_id, loyalty_terms(work))
    if points:
        _move(work, merged_id, PointsKind.MERGED, -points)
        settle(work, kept_id, loyalty_terms(work))
        _move(work, kept_id, PointsKind.MERGED, points)


def is_birthday(birthday: date | None, today: date) -> bool:
    """Tell whether a day is a birthday; of who was born on 29/2, the 28th in other years."""
    if birthday is None:
        return False
    leap_day = (birthday.month, birthday.day) == (_FEBRUARY, _LEAP_DAY)
    day = birthday.day - (leap_day and not isleap(today.year))
    return (birthday.month, day) == (today.month, today.day)


def _balance(work: Work, client_id: int) -> int:
    return int(work.db.execute(_LAST, {"client": client_id}).scalar() or 0)


def _due(work: Work, client_id: int, balance: int, terms: LoyaltyTerms) -> int:
    if balance <= 0 or not terms.expiry_months:
        return 0
    key = {"client": client_id, "day": _months_before(work.today, terms.expiry_months)}
    return max(0, balance - max(0, int(work.db.execute(_SINCE, key).scalar_one())))


def _expires(counts_from: date, terms: LoyaltyTerms, today: date) -> bool:
    months = terms.expiry_months
    return bool(months) and counts_from < _months_before(today, months)


def _months_before(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return day.replace(
        year=years, month=month + 1, day=min(day.day, monthrange(years, month + 1)[1])
    )


def _part(points: int, part: int, whole: int) -> int:
    return (2 * points * part + whole) // (2 * whole)


def _move(
    work: Work,
    client_id: int,
    kind: PointsKind,
    points: int,
    *,
    entry_id: int | None = None,
    counts_from: date | None = None,
    request_id: str | None = None,
) -> int:
    balance = _balance(work, client_id) + points
    row = {
        "client_id": client_id,
        "kind": kind,
        "points": points,
        "balance": balance,
        "counts_from": counts_from or work.today,
        "at": work.now,
        "user_id": work.user.id,
        "entry_id": entry_id,
        "request_id": request_id,
    }
    work.db.execute(_ADD, row)
    return balance
