"""Price lists: a percentage on the catalogue, and prices of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    DiscountError,
    LoyaltyNotFoundError,
    NameMissingError,
    NameTakenError,
    PriceListInUseError,
)
from kioskifly_desktop.core.es_ar import MINUS, fold, format_money, format_quantity
from kioskifly_desktop.core.loyalty.tables import price_list, price_list_item
from kioskifly_desktop.core.money import MAX_AMOUNT, WHOLE
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.core.work import Work

_NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class PriceList:
    """A price list; `percent` on the catalogue's price of what `prices` doesn't name."""

    id: int
    name: str
    percent: BasisPoints = 0
    prices: Mapping[int, Centavos] = field(default_factory=dict)


_LIST = select(price_list.c.id, price_list.c.name, price_list.c.percent).order_by(
    price_list.c.name_folded
)
_ITEMS = select(
    price_list_item.c.price_list_id, price_list_item.c.product_id, price_list_item.c.price
)
_PERCENT = select(price_list.c.percent).where(price_list.c.id == bindparam("list"))
_BUYER = select(client.c.id).where(client.c.price_list_id == bindparam("list")).limit(1)
_PRICES = select(price_list_item.c.product_id, price_list_item.c.price).where(
    price_list_item.c.price_list_id == bindparam("list"),
    price_list_item.c.product_id.in_(bindparam("products", expanding=True)),
)


def list_prices(
    work: Work, list_id: int, products: Iterable[int]
) -> Callable[[int, Centavos], Centavos]:
    """Return what gives the price of a product on a list, from its own and the catalogue's."""
    percent = work.db.execute(_PERCENT, {"list": list_id}).scalar_one()
    key = {"list": list_id, "products": sorted(set(products))}
    named = {row.product_id: row.price for row in work.db.execute(_PRICES, key)}

    def price(product_id: int, own: Centavos) -> Centavos:
        of_list = (2 * own * (WHOLE + percent) + WHOLE) // (2 * WHOLE)
        return int(named.get(product_id, min(of_list, MAX_AMOUNT)))

    return price


def price_lists(work: Work) -> list[PriceList]:
    """Return the price lists by name."""
    prices: dict[int, dict[int, Centavos]] = {}
    for list_id, product_id, price in work.db.execute(_ITEMS):
        prices.setdefault(list_id, {})[product_id] = price
    return [PriceList(*row, prices.get(row.id, {})) for row in work.db.execute(_LIST)]


def save_price_list(work: Work, asked: PriceList) -> int:
    """Add a price list, its id 0, or change one; return its id.

    Writes: price_list, price_list_item.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError, TextTooLongError, NameTakenError: of the name.
        DiscountError, AmountRangeError: of the percentage, of a price.
        LoyaltyNotFoundError: there is no such list or product.
    """
    work.require(Permission.CATALOG)
    name = clean(asked.name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not name:
        raise NameMissingError(field="name")
    if not -WHOLE < asked.percent <= 10 * WHOLE:
        raise DiscountError(field="percent")
    if not all(0 < price <= MAX_AMOUNT for price in asked.prices.values()):
        raise AmountRangeError(field="prices", maximum=format_money(MAX_AMOUNT))
    values = {"name": name, "name_folded": fold(name), "percent": asked.percent}
    try:
        if not asked.id:
            list_id = insert_row(work.db, insert(price_list), values)
        else:
            list_id = asked.id
            row = update(price_list).where(price_list.c.id == list_id).values(values)
            if not work.db.execute(row).rowcount:
                raise LoyaltyNotFoundError
    except IntegrityError:
        raise NameTakenError(field="name", name=name) from None
    work.db.execute(delete(price_list_item).where(price_list_item.c.price_list_id == list_id))
    rows = [
        {"price_list_id": list_id, "product_id": product_id, "price": price}
        for product_id, price in asked.prices.items()
    ]
    try:
        if rows:
            work.db.execute(insert(price_list_item), rows)
    except IntegrityError:
        raise LoyaltyNotFoundError(field="prices") from None
    record(work, AuditKind.PROMOTION, f"Lista {name}", _words(asked))
    return list_id


def delete_price_list(work: Work, list_id: int) -> None:
    """Delete a price list that no client buys by.

    Raises:
        NotAllowedError: the person may not.
        PriceListInUseError: a client does.
    """
    work.require(Permission.CATALOG)
    found = select(price_list.c.name).where(price_list.c.id == list_id)
    name = work.db.execute(found).scalar()
    if work.db.execute(_BUYER, {"list": list_id}).first():
        raise PriceListInUseError(name=name)
    if work.db.execute(delete(price_list).where(price_list.c.id == list_id)).rowcount:
        record(work, AuditKind.PROMOTION, f"Lista {name}", "Borrada")


def _words(asked: PriceList) -> str:
    sign = MINUS if asked.percent < 0 else "+"
    own = len(asked.prices)
    products = "1 precio propio" if own == 1 else f"{own} precios propios"
    return f"{sign}{format_quantity(abs(asked.percent) * 10)} %" + (f"; {products}" if own else "")
