"""Carts put aside while another client is served."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select

from kioskifly_desktop.core.clients import active_client, client, get_client
from kioskifly_desktop.core.errors import EmptySaleError, ParkedSaleNotFoundError
from kioskifly_desktop.core.loyalty import agreed_with
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.sales.lines import SaleLineRequest, find_products
from kioskifly_desktop.core.sales.tables import parked_sale
from kioskifly_desktop.core.sales.totals import line_total
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_LABEL_LIMIT = 60


@dataclass(frozen=True, slots=True)
class ParkRequest:
    """A cart to put aside; `label` tells whose it is."""

    lines: tuple[SaleLineRequest, ...]
    client_id: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """A cart put aside as listed, at the client's prices of today, without promotions."""

    id: int
    at: datetime
    user: str
    client: str
    label: str
    items: int
    total: Centavos


@dataclass(frozen=True, slots=True)
class ParkedSale:
    """A cart taken back."""

    lines: tuple[SaleLineRequest, ...]
    client_id: int | None
    label: str


_ADD = insert(parked_sale)
_GET = select(parked_sale).where(parked_sale.c.id == bindparam("parked"))
_DROP = delete(parked_sale).where(parked_sale.c.id == bindparam("parked"))
_LIST = (
    select(
        parked_sale.c.id,
        parked_sale.c.at,
        user.c.name.label("user"),
        client.c.name.label("client"),
        parked_sale.c.client_id,
        parked_sale.c.label,
        parked_sale.c.cart,
    )
    .join(user, user.c.id == parked_sale.c.user_id)
    .outerjoin(client, client.c.id == parked_sale.c.client_id)
    .order_by(parked_sale.c.id)
)
_COUNT = select(func.count()).select_from(parked_sale)


def park_sale(work: Work, request: ParkRequest) -> int:
    """Put a cart aside and return its id.

    Writes: parked_sale.

    Raises:
        EmptySaleError: there is nothing in it.
        ProductNotFoundError, ClientNotFoundError, ClientArchivedError, TextTooLongError.
    """
    work.require(Permission.SELL)
    if not request.lines:
        raise EmptySaleError(field="lines")
    find_products(work, (line.product_id for line in request.lines))
    if request.client_id is not None:
        active_client(work, request.client_id)
    row = {
        "at": work.now,
        "user_id": work.user.id,
        "client_id": request.client_id,
        "label": clean(request.label, field="label", limit=_LABEL_LIMIT, label=Phrase("el nombre")),
        "cart": json.dumps([asdict(line) for line in request.lines]),
    }
    return insert_row(work.db, _ADD, row)


def list_parked(work: Work) -> list[ParkedRow]:
    """Return the carts put aside, oldest first."""
    rows = []
    for row in work.db.execute(_LIST).all():
        lines = _lines(row.cart)
        rows.append(
            ParkedRow(
                id=row.id,
                at=row.at,
                user=row.user,
                client=row.client or "",
                label=row.label,
                items=len(lines),
                total=_total(work, lines, row.client_id),
            )
        )
    return rows


def take_parked(work: Work, parked_id: int) -> ParkedSale:
    """Take a cart back: it is put aside no more.

    Raises:
        ParkedSaleNotFoundError: somebody took it before.
    """
    work.require(Permission.SELL)
    row = work.db.execute(_GET, {"parked": parked_id}).first()
    if row is None:
        raise ParkedSaleNotFoundError
    work.db.execute(_DROP, {"parked": parked_id})
    return ParkedSale(_lines(row.cart), row.client_id, row.label)


def discard_parked(work: Work, parked_id: int) -> None:
    """Throw a cart away.

    Raises:
        ParkedSaleNotFoundError: it is not there any more.
    """
    take_parked(work, parked_id)


def count_parked(work: Work) -> int:
    """Return how many carts are put aside."""
    return int(work.db.execute(_COUNT).scalar_one())


def _lines(cart: str) -> tuple[SaleLineRequest, ...]:
    return tuple(SaleLineRequest(**line) for line in json.loads(cart))


def _total(work: Work, lines: Sequence[SaleLineRequest], client_id: int | None) -> Centavos:
    products = find_products(work, (line.product_id for line in lines))
    buyer = None if client_id is None else get_client(work, client_id)
    agreed = agreed_with(work, buyer, products)
    total = 0
    for line in lines:
        found = products[line.product_id]
        price = agreed.price(found.id, found.price) if line.price is None else line.price
        discount = max(line.discount, agreed.discount_on(found.category_folded))
        amount = line.amount if price in (line.price, found.price) else None
        total += line_total(price, line.quantity, discount, amount)
    return total
