"""Stock: what came, what went and what was counted; added, never changed or removed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.catalog import Unit, get_product, product
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    QuantityRangeError,
    ReasonMissingError,
    RequestReusedError,
    StockNotTrackedError,
    WholePiecesError,
)
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.ledger import check_request_id
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_QUANTITY, MAX_STOCK, Centavos, Milli
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import (
    Choice,
    Instant,
    among,
    identifier,
    insert_row,
    one_of,
    table,
)
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.catalog import Product
    from kioskifly_desktop.core.work import Work


class StockMoveKind(StrEnum):
    """Why stock moved."""

    SALE = "sale"
    RETURN = "return"
    PURCHASE = "purchase"
    ADJUSTMENT = "adjustment"
    COUNT = "count"


STOCK_MOVE_NAMES = {
    StockMoveKind.SALE: Phrase("Venta"),
    StockMoveKind.RETURN: Phrase("Devolución"),
    StockMoveKind.PURCHASE: Phrase("Compra"),
    StockMoveKind.ADJUSTMENT: Phrase("Ajuste"),
    StockMoveKind.COUNT: Phrase("Recuento"),
}

stock_move = table(
    "stock_move",
    identifier(),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False),
    Column("kind", Choice(StockMoveKind), nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    # What a person asked for has a request of its own; what a sale moved, the sale's entry.
    Column("request_id", Text, unique=True),
    Column("entry_id", Integer, ForeignKey("journal_entry.id")),
    Column("cost", Integer),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("reason", Text, nullable=False),
    one_of("kind", StockMoveKind),
    CheckConstraint("quantity <> 0 OR kind = 'count'", name="quantity"),
)
Index("ix_stock_move_product_id_id", stock_move.c.product_id, stock_move.c.id)
Index("ix_stock_move_entry_id", stock_move.c.entry_id)

_REASON_LIMIT = 200
_PIECE: Milli = 1000


@dataclass(frozen=True, slots=True)
class StockRequest:
    """Stock to move, in thousandths; `cost` in centavos by piece or kilogram, where it is known."""

    request_id: str
    product_id: int
    quantity: Milli
    reason: str = ""
    cost: Centavos | None = None


@dataclass(frozen=True, slots=True)
class StockDone:
    """What a move left behind."""

    move_id: int
    quantity: Milli
    level: Milli


@dataclass(frozen=True, slots=True)
class StockMoveRow:
    """A move of a product's stock; `quantity` above zero came in, `level` is what was left."""

    id: int
    at: datetime
    kind: StockMoveKind
    quantity: Milli
    level: Milli
    reason: str
    user: str


_MOVE = (
    update(product)
    .where(product.c.id == bindparam("product"))
    .values(stock=product.c.stock + bindparam("change"))
    .returning(product.c.stock)
)
# The transaction holds the file's only write lock: no level moves between reading and writing.
_TRACKED = Prepared(
    select(product.c.id, product.c.stock).where(
        among(product.c.id, "products"), product.c.tracks_stock.is_(True)
    )
)
_REACH = Prepared(
    update(product).where(product.c.id == bindparam("product")).values(stock=bindparam("level"))
)
_ADD_MOVES = Prepared(
    insert(stock_move),
    *("product_id", "kind", "quantity", "level", "entry_id", "at", "user_id", "reason"),
)
_ADD = insert(stock_move)
_BY_REQUEST = select(stock_move).where(stock_move.c.request_id == bindparam("request"))


def receive_stock(work: Work, request: StockRequest) -> StockDone:
    """Add what a supplier brought; a cost that is given becomes the product's.

    Raises:
        NotAllowedError: the cost changes and the person is not an administrator.
        QuantityRangeError, WholePiecesError, AmountRangeError: of the figures.
        ProductNotFoundError, StockNotTrackedError: of the product.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.STOCK_PURCHASE)
    _check_quantity(request.quantity, least=1)
    if request.cost is not None and not 0 <= request.cost <= MAX_AMOUNT:
        raise AmountRangeError(field="cost", maximum=format_money(MAX_AMOUNT))
    done = _done_before(work, StockMoveKind.PURCHASE, request)
    if done is not None:
        return done
    received = get_product(work, request.product_id)
    moved = _requested(work, StockMoveKind.PURCHASE, request, received, request.quantity)
    if request.cost is not None and request.cost != received.cost:
        work.require(Permission.CATALOG)
        work.db.execute(
            update(product)
            .where(product.c.id == received.id)
            .values(cost=request.cost, updated_at=work.now, updated_by=work.user.id)
        )
    return moved


def adjust_stock(work: Work, request: StockRequest) -> StockDone:
    """Correct a level by a signed quantity, as when something broke.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        QuantityRangeError, WholePiecesError, ProductNotFoundError, StockNotTrackedError,
        RequestReusedError: as `receive_stock`.
    """
    work.require(Permission.STOCK_ADJUST)
    _check_quantity(abs(request.quantity), least=1)
    done = _done_before(work, StockMoveKind.ADJUSTMENT, request)
    if done is not None:
        return done
    if not clean(request.reason, field="reason", limit=_REASON_LIMIT, label=Phrase("el motivo")):
        raise ReasonMissingError(field="reason")
    adjusted = get_product(work, request.product_id)
    return _requested(work, StockMoveKind.ADJUSTMENT, request, adjusted, request.quantity)


def count_stock(work: Work, request: StockRequest) -> StockDone:
    """Set the level to what was counted; the difference is the move, also when there is none.

    Raises:
        NotAllowedError: the person may not.
        QuantityRangeError, WholePiecesError, ProductNotFoundError, StockNotTrackedError,
        RequestReusedError: as `receive_stock`.
    """
    work.require(Permission.STOCK_ADJUST)
    _check_quantity(request.quantity, least=0)
    done = _done_before(work, StockMoveKind.COUNT, request)
    if done is not None:
        return done
    counted = get_product(work, request.product_id)
    return _requested(work, StockMoveKind.COUNT, request, counted, request.quantity - counted.stock)


def move_stock(
    work: Work,
    product_id: int,
    kind: StockMoveKind,
    quantity: Milli,
    *,
    entry_id: int | None = None,
    reason: str = "",
) -> StockDone | None:
    """Move stock as part of something larger, below zero too; None where it is not tracked.

    Writes: stock_move, product.

    Raises:
        ProductNotFoundError: there is no such product.
        QuantityRangeError: the level would leave its bounds.
    """
    moved = get_product(work, product_id)
    if not moved.tracks_stock:
        return None
    return _move(work, moved, kind, quantity, entry_id=entry_id, reason=reason)


def move_all(
    work: Work,
    kind: StockMoveKind,
    changes: Sequence[tuple[int, Milli]],
    *,
    entry_id: int,
    reason: str = "",
) -> None:
    """Move the stock of what an entry sold or took back; products without stock are left alone.

    Raises:
        QuantityRangeError: a level would leave its bounds.
    """
    asked = {"products": {product_id for product_id, _ in changes}}
    levels = {row.id: row.stock for row in _TRACKED.all(work.db, asked)}
    moves = []
    for product_id, quantity in changes:
        if product_id not in levels:
            continue
        levels[product_id] += quantity
        if abs(levels[product_id]) > MAX_STOCK:
            raise _out_of_stock_range()
        moves.append(
            {
                "product_id": product_id,
                "kind": kind,
                "quantity": quantity,
                "level": levels[product_id],
                "entry_id": entry_id,
                "at": work.now,
                "user_id": work.user.id,
                "reason": reason,
            }
        )
    if moves:
        reached = [{"product": moved, "level": level} for moved, level in levels.items()]
        _REACH.many(work.db, reached)
        _ADD_MOVES.many(work.db, moves)


def stock_moves(
    work: Work, product_id: int, *, before: int | None = None, limit: int = 100
) -> list[StockMoveRow]:
    """Return a product's moves, newest first, older than the move `before`."""
    query = (
        select(
            stock_move.c.id,
            stock_move.c.at,
            stock_move.c.kind,
            stock_move.c.quantity,
            stock_move.c.level,
            stock_move.c.reason,
            user.c.name,
        )
        .join(user, user.c.id == stock_move.c.user_id)
        .where(stock_move.c.product_id == product_id)
        .order_by(stock_move.c.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(stock_move.c.id < before)
    return [StockMoveRow(*row) for row in work.db.execute(query)]


def _requested(
    work: Work, kind: StockMoveKind, request: StockRequest, moved: Product, change: Milli
) -> StockDone:
    if not moved.tracks_stock:
        raise StockNotTrackedError(name=moved.name)
    if moved.unit is Unit.PIECE and request.quantity % _PIECE:
        raise WholePiecesError(field="quantity", name=moved.name)
    return _move(
        work,
        moved,
        kind,
        change,
        request_id=request.request_id,
        reason=clean(
            request.reason, field="reason", limit=_REASON_LIMIT, label=Phrase("el motivo")
        ),
        cost=request.cost if kind is StockMoveKind.PURCHASE else None,
    )


def _move(
    work: Work, moved: Product, kind: StockMoveKind, quantity: Milli, **values: Any
) -> StockDone:
    try:
        change = {"product": moved.id, "change": quantity}
        level = int(work.db.execute(_MOVE, change).scalar_one())
    except IntegrityError:
        raise _out_of_stock_range() from None
    row = {
        "product_id": moved.id,
        "kind": kind,
        "quantity": quantity,
        "level": level,
        "at": work.now,
        "user_id": work.user.id,
    }
    return StockDone(insert_row(work.db, _ADD, row | values), quantity, level)


def _out_of_stock_range() -> QuantityRangeError:
    return QuantityRangeError(
        field="quantity",
        minimum=format_quantity(-MAX_STOCK),
        maximum=format_quantity(MAX_STOCK),
    )


def _done_before(work: Work, kind: StockMoveKind, request: StockRequest) -> StockDone | None:
    """Return the first result of a request, having made sure that it asks for the same."""
    check_request_id(request.request_id)
    row = work.db.execute(_BY_REQUEST, {"request": request.request_id}).first()
    if row is None:
        return None
    asked = row.level if kind is StockMoveKind.COUNT else row.quantity
    if (row.kind, row.product_id, asked) != (kind, request.product_id, request.quantity):
        raise RequestReusedError(request_id=request.request_id)
    return StockDone(row.id, row.quantity, row.level)


def _check_quantity(quantity: Milli, *, least: Milli) -> None:
    if not least <= quantity <= MAX_QUANTITY:
        raise QuantityRangeError(
            field="quantity",
            minimum=format_quantity(least),
            maximum=format_quantity(MAX_QUANTITY),
        )
