"""Prices raised or lowered together: seen first, applied at once, undone if regretted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.catalog import (
    PriceRow,
    log_price,
    price_batch,
    price_change,
    price_history,
    product,
)
from kioskifly_desktop.core.errors import (
    NoPriceChangesError,
    PriceBatchNotFoundError,
    PriceBatchUndoneError,
    PriceChangeError,
    PriceTooHighError,
    RequestReusedError,
)
from kioskifly_desktop.core.es_ar import fold, format_money, format_number
from kioskifly_desktop.core.ledger import check_request_id
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.work import Work

__all__ = [
    "PriceBatch",
    "PriceChange",
    "PriceChangeDone",
    "PricePreview",
    "PriceRow",
    "apply_price_change",
    "changed_price",
    "last_price_change",
    "preview_price_change",
    "price_history",
    "undo_price_change",
]

_WHOLE = 10_000
_LEAST, _MOST = -9_000, 100_000
_MAX_ROUNDING: Centavos = 1_000_00


@dataclass(frozen=True, slots=True)
class PriceChange:
    """Which active products change by how much; an empty category or supplier means any.

    `basis_points` are hundredths of one per cent; prices end in multiples of `rounding` centavos.
    """

    category: str = ""
    supplier: str = ""
    basis_points: int = 0
    rounding: Centavos = 1


@dataclass(frozen=True, slots=True)
class PricePreview:
    """A price that would change."""

    product_id: int
    name: str
    old: Centavos
    new: Centavos


@dataclass(frozen=True, slots=True)
class PriceChangeDone:
    """What was changed, or changed back: the batch and how many prices."""

    batch_id: int
    count: int


@dataclass(frozen=True, slots=True)
class PriceBatch:
    """A mass price change of the past."""

    id: int
    at: datetime
    user: str
    change: PriceChange
    count: int
    undone: bool


_ADD_BATCH = insert(price_batch)
_SET_PRICE = (
    update(product)
    .where(product.c.id == bindparam("product"))
    .values(
        price=bindparam("new_price"),
        updated_at=bindparam("now"),
        updated_by=bindparam("by"),
    )
)
_COUNT = select(func.count()).where(price_change.c.batch_id == bindparam("batch"))
_BY_REQUEST = select(price_batch).where(price_batch.c.request_id == bindparam("request"))
_BATCH = select(price_batch.c.id).where(
    price_batch.c.id == bindparam("batch"), price_batch.c.undoes.is_(None)
)
_UNDOING = select(price_batch.c.id).where(price_batch.c.undoes == bindparam("batch"))
_STANDING = (
    select(price_change.c.product_id, price_change.c.old, price_change.c.new)
    .join(product, product.c.id == price_change.c.product_id)
    .where(price_change.c.batch_id == bindparam("batch"), product.c.price == price_change.c.new)
    .order_by(price_change.c.id)
)


def changed_price(price: Centavos, change: PriceChange) -> Centavos:
    """Return a price after a change: to the nearest multiple, halves up, never down to nothing."""
    step = change.rounding
    exact = price * (_WHOLE + change.basis_points)
    steps = (2 * exact + _WHOLE * step) // (2 * _WHOLE * step)
    return max(steps, 1) * step if price else 0


def preview_price_change(work: Work, change: PriceChange) -> list[PricePreview]:
    """Return the prices that would change, by name.

    Raises:
        PriceChangeError: the percentage or the rounding make no sense.
        PriceTooHighError: a price would leave its bounds; names the product.
    """
    if not (_LEAST <= change.basis_points <= _MOST and 1 <= change.rounding <= _MAX_ROUNDING):
        raise PriceChangeError(field="basis_points")
    query = select(product.c.id, product.c.name, product.c.price).where(product.c.active)
    if change.category:
        query = query.where(product.c.category_folded == fold(change.category))
    if change.supplier:
        query = query.where(product.c.supplier_folded == fold(change.supplier))
    changes = []
    for row in work.db.execute(query.order_by(product.c.name_folded, product.c.id)):
        new = changed_price(row.price, change)
        if new > MAX_AMOUNT:
            raise PriceTooHighError(
                field="basis_points", name=row.name, maximum=format_money(MAX_AMOUNT)
            )
        if new != row.price:
            changes.append(PricePreview(row.id, row.name, row.price, new))
    return changes


def apply_price_change(work: Work, request_id: str, change: PriceChange) -> PriceChangeDone:
    """Change prices together; a repeated `request_id` changes nothing more.

    Writes: price_batch, price_change, product.

    Raises:
        NotAllowedError: the person may not.
        NoPriceChangesError: no price would change.
        RequestReusedError: the identifier belongs to another change.
        PriceChangeError, PriceTooHighError: as `preview_price_change`.
    """
    work.require(Permission.CATALOG)
    check_request_id(request_id)
    done = work.db.execute(_BY_REQUEST, {"request": request_id}).first()
    if done is not None:
        if change != PriceChange(done.category, done.supplier, done.basis_points, done.rounding):
            raise RequestReusedError(request_id=request_id)
        return PriceChangeDone(done.id, _count(work, done.id))
    changes = preview_price_change(work, change)
    if not changes:
        raise NoPriceChangesError
    batch_id = _open_batch(work, change, request_id=request_id)
    for row in changes:
        _set_price(work, row.product_id, row.old, row.new, batch_id)
    record(work, AuditKind.PRICE_BATCH, _prices(len(changes)), _in_words(change))
    return PriceChangeDone(batch_id, len(changes))


def undo_price_change(work: Work, batch_id: int) -> PriceChangeDone:
    """Give the products of a batch their prices back, save those that changed since.

    Raises:
        NotAllowedError: the person may not.
        PriceBatchNotFoundError: there is no such batch.
        PriceBatchUndoneError: it has been undone before.
    """
    work.require(Permission.CATALOG)
    if work.db.execute(_BATCH, {"batch": batch_id}).first() is None:
        raise PriceBatchNotFoundError(batch=batch_id)
    if work.db.execute(_UNDOING, {"batch": batch_id}).first() is not None:
        raise PriceBatchUndoneError
    standing = work.db.execute(_STANDING, {"batch": batch_id}).all()
    undoing = _open_batch(work, PriceChange(), undoes=batch_id)
    for row in standing:
        _set_price(work, row.product_id, row.new, row.old, undoing)
    record(work, AuditKind.PRICE_BATCH, _prices(len(standing)), "Deshecho")
    return PriceChangeDone(undoing, len(standing))


def last_price_change(work: Work) -> PriceBatch | None:
    """Return the newest mass price change, undone or not."""
    query = (
        select(price_batch, user.c.name)
        .join(user, user.c.id == price_batch.c.user_id)
        .where(price_batch.c.undoes.is_(None))
        .order_by(price_batch.c.id.desc())
        .limit(1)
    )
    row = work.db.execute(query).first()
    if row is None:
        return None
    return PriceBatch(
        id=row.id,
        at=row.at,
        user=row.name,
        change=PriceChange(row.category, row.supplier, row.basis_points, row.rounding),
        count=_count(work, row.id),
        undone=work.db.execute(_UNDOING, {"batch": row.id}).first() is not None,
    )


def _open_batch(
    work: Work, change: PriceChange, *, request_id: str | None = None, undoes: int | None = None
) -> int:
    row = {
        "request_id": request_id,
        "undoes": undoes,
        "at": work.now,
        "user_id": work.user.id,
        "category": change.category,
        "supplier": change.supplier,
        "basis_points": change.basis_points,
        "rounding": change.rounding,
    }
    return insert_row(work.db, _ADD_BATCH, row)


def _set_price(work: Work, product_id: int, old: Centavos, new: Centavos, batch_id: int) -> None:
    price = {"product": product_id, "new_price": new, "now": work.now, "by": work.user.id}
    work.db.execute(_SET_PRICE, price)
    log_price(work, product_id, old, new, batch_id=batch_id)


def _prices(count: int) -> str:
    return f"{count} precio{'s' * (count != 1)}"


def _in_words(change: PriceChange) -> str:
    percent = f"{format_number(change.basis_points)} %"
    return " · ".join(part for part in (percent, change.category, change.supplier) if part)


def _count(work: Work, batch_id: int) -> int:
    return int(work.db.execute(_COUNT, {"batch": batch_id}).scalar_one())
