"""Messages that went to clients, kept for ever, and whether the client came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.clients import active_client
from kioskifly_desktop.core.contact.standing import message_standing
from kioskifly_desktop.core.contact.tables import message, message_product
from kioskifly_desktop.core.contact.words import Aim, MessageKind, Tone, WriterKind
from kioskifly_desktop.core.errors import (
    MessageCautionError,
    MessagesRefusedError,
    MessageTextError,
    RequestReusedError,
)
from kioskifly_desktop.core.ledger import check_request_id, journal_entry
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.plan import Feature, require_feature
from kioskifly_desktop.core.sales.tables import SaleKind, sale
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.core.work import Work

MAX_TEXT = 200_000
COMES_BACK = timedelta(days=7)
"""How soon after a message a visit counts as an answer to it."""

_ALL = 2**63 - 1


@dataclass(frozen=True, slots=True)
class OfferedProduct:
    """A product of an offer: today's price and the one offered, equal without a discount."""

    product_id: int
    name: str
    price: Centavos
    offer_price: Centavos
    discount: BasisPoints


@dataclass(frozen=True, slots=True)
class MessageRequest:
    """A message that was sent; `insist` passes over the cautions."""

    request_id: str
    client_id: int
    kind: MessageKind
    text: str
    tone: Tone | None = None
    aim: Aim | None = None
    writer: WriterKind | None = None
    products: tuple[OfferedProduct, ...] = ()
    valid_until: date | None = None
    insist: bool = False


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message of the past.

    `came_at` is the client's first purchase within `COMES_BACK`; `came_back` is None while that
    time runs and they have not come.
    """

    id: int
    at: datetime
    user: str
    kind: MessageKind
    aim: Aim | None
    tone: Tone | None
    writer: WriterKind | None
    text: str
    valid_until: date | None
    products: tuple[OfferedProduct, ...]
    came_at: datetime | None
    came_back: bool | None


@dataclass(frozen=True, slots=True)
class LiveOffer:
    """A product that a client was offered and may still ask for."""

    product_id: int
    name: str
    discount: BasisPoints
    offer_price: Centavos
    until: date


_ADD = insert(message)
_ADD_PRODUCT = insert(message_product)
_BY_REQUEST = select(message).where(message.c.request_id == bindparam("request"))
_LAST_SALE = select(func.coalesce(func.max(sale.c.id), 0))
_UNDOING = journal_entry.alias("undoing")
_FIRST_SALE = (
    select(journal_entry.c.at)
    .join(sale, sale.c.entry_id == journal_entry.c.id)
    .where(
        sale.c.client_id == message.c.client_id,
        sale.c.kind == SaleKind.SALE,
        sale.c.id > message.c.after_sale_id,
        ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == sale.c.entry_id).exists(),
    )
    .order_by(sale.c.id)
    .limit(1)
    .correlate(message)
    .scalar_subquery()
)
_LIST = (
    select(message, user.c.name.label("user"), _FIRST_SALE.label("came_at"))
    .join(user, user.c.id == message.c.user_id)
    .where(message.c.client_id == bindparam("client"), message.c.id < bindparam("before"))
    .order_by(message.c.id.desc())
)
_PRODUCTS = (
    select(message_product)
    .where(message_product.c.message_id.in_(bindparam("messages", expanding=True)))
    .order_by(message_product.c.id)
)
_LIVE = (
    select(
        message_product.c.product_id,
        message_product.c.name,
        message_product.c.discount,
        message_product.c.offer_price,
        message.c.valid_until,
    )
    .join(message, message.c.id == message_product.c.message_id)
    .where(
        message.c.client_id == bindparam("client"),
        message.c.valid_until >= bindparam("today"),
        message_product.c.discount > 0,
    )
    .order_by(message_product.c.discount, message.c.id)
)


def record_message(work: Work, request: MessageRequest) -> int:
    """Keep a message that was sent and return its id; a repeated `request_id` keeps it once.

    Writes: message, message_product.

    Raises:
        MessageTextError, TextTooLongError: of the text.
        ClientNotFoundError, ClientArchivedError: of the client.
        MessagesRefusedError: the client takes no messages, insist or not.
        MessageCautionError: something stands against it and nobody insists.
        PlanFeatureError: an offer, and the plan has none.
        ProductNotFoundError: a product offered doesn't exist.
        RequestReusedError: the identifier belongs to another message.
    """
    work.require(Permission.CONTACT)
    check_request_id(request.request_id)
    text = clean(
        request.text, field="text", limit=MAX_TEXT, label=Phrase("el mensaje"), multiline=True
    )
    if not text:
        raise MessageTextError(field="text")
    done = work.db.execute(_BY_REQUEST, {"request": request.request_id}).first()
    if done is not None:
        if (done.client_id, done.kind, done.text) != (request.client_id, request.kind, text):
            raise RequestReusedError(request_id=request.request_id)
        return int(done.id)
    _check(work, request)
    row = {
        "request_id": request.request_id,
        "client_id": request.client_id,
        "kind": request.kind,
        "at": work.now,
        "user_id": work.user.id,
        "text": text,
        "tone": request.tone,
        "aim": request.aim,
        "writer": request.writer,
        "valid_until": request.valid_until,
        "after_sale_id": work.db.execute(_LAST_SALE).scalar_one(),
    }
    message_id = insert_row(work.db, _ADD, row)
    if request.products:
        work.db.execute(_ADD_PRODUCT, [_offered(message_id, each) for each in request.products])
    return message_id


def messages(
    work: Work, client_id: int, *, before: int | None = None, limit: int = 50
) -> list[MessageRow]:
    """Return the messages to a client, newest first, older than the message `before`."""
    key = {"client": client_id, "before": _ALL if before is None else before}
    rows = work.db.execute(_LIST.limit(limit), key).all()
    products: dict[int, list[OfferedProduct]] = {row.id: [] for row in rows}
    for each in work.db.execute(_PRODUCTS, {"messages": sorted(products)}):
        offered = OfferedProduct(
            each.product_id, each.name, each.price, each.offer_price, each.discount
        )
        products[each.message_id].append(offered)
    return [_row(work, row, products[row.id]) for row in rows]


def live_offers(work: Work, client_id: int) -> list[LiveOffer]:
    """Return what a client was offered for less and still stands, the best of each product."""
    key = {"client": client_id, "today": work.today}
    best = {row.product_id: LiveOffer(*row) for row in work.db.execute(_LIVE, key)}
    return list(best.values())


def _check(work: Work, request: MessageRequest) -> None:
    found = active_client(work, request.client_id)
    if not found.accepts_messages:
        raise MessagesRefusedError(name=found.name)
    if request.kind is MessageKind.OFFER:
        require_feature(work, Feature.OFFERS)
    cautions = message_standing(work, request.client_id, request.kind).cautions
    if cautions and not request.insist:
        raise MessageCautionError(caution=" ".join(cautions))
    for each in request.products:
        get_product(work, each.product_id)


def _offered(message_id: int, product: OfferedProduct) -> dict[str, Any]:
    return {
        "message_id": message_id,
        "product_id": product.product_id,
        "name": product.name,
        "price": product.price,
        "offer_price": product.offer_price,
        "discount": product.discount,
    }


def _row(work: Work, row: Row[*tuple[Any, ...]], products: Sequence[OfferedProduct]) -> MessageRow:
    came_at = row.came_at if row.came_at and row.came_at - row.at <= COMES_BACK else None
    over = work.now - row.at > COMES_BACK
    return MessageRow(
        id=row.id,
        at=row.at,
        user=row.user,
        kind=row.kind,
        aim=row.aim,
        tone=row.tone,
        writer=row.writer,
        text=row.text,
        valid_until=row.valid_until,
        products=tuple(products),
        came_at=came_at,
        came_back=True if came_at else False if over else None,
    )
