"""What is sold: products asked for, found in the catalogue and priced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kioskifly_desktop.core.catalog import Unit, product
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    DiscountError,
    EmptySaleError,
    LabelAmountError,
    PriceMissingError,
    ProductInactiveError,
    ProductNotFoundError,
    QuantityRangeError,
    WholePiecesError,
)
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.loyalty import agreed_with
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_QUANTITY, WHOLE
from kioskifly_desktop.core.papers import Goods
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.sales.totals import label_agrees, line_gross, line_total
from kioskifly_desktop.core.schema import among

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.loyalty import Agreed
    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli
    from kioskifly_desktop.core.sales.tables import RebateKind
    from kioskifly_desktop.core.work import Work

CASHIER_DISCOUNT: BasisPoints = 1_000
"""What anybody who sells may take off a line."""

_PIECE: Milli = 1000


@dataclass(frozen=True, slots=True)
class SaleLineRequest:
    """A product to sell: thousandths, discount in basis points, `price` None for its own.

    `amount` is what a scale's label says the line costs before its discount.
    """

    product_id: int
    quantity: Milli
    discount: BasisPoints = 0
    price: Centavos | None = None
    amount: Centavos | None = None


@dataclass(frozen=True, slots=True)
class Rebate:
    """What a promotion, or points, take off a line besides its discount."""

    kind: RebateKind
    promotion_id: int | None
    name: str
    amount: Centavos


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line at what is charged for it; `total` is net of its rebates."""

    product_id: int
    description: str
    unit: Unit
    quantity: Milli
    price: Centavos
    discount: BasisPoints
    gross: Centavos
    total: Centavos
    cost: Centavos
    category: str = ""
    rebates: tuple[Rebate, ...] = ()

    @property
    def rebate(self) -> Centavos:
        """What its rebates take off."""
        return sum(rebate.amount for rebate in self.rebates)

    def goods(self) -> Goods:
        """Return the line as papers tell it."""
        return Goods(
            self.description,
            self.quantity,
            self.unit is Unit.KILOGRAM,
            self.price,
            self.gross,
            self.discount,
            self.total,
            self.rebate,
        )


_PRODUCTS = Prepared(
    select(
        product.c.id,
        product.c.name,
        product.c.unit,
        product.c.price,
        product.c.cost,
        product.c.active,
        product.c.category_folded,
    ).where(among(product.c.id, "products"))
)


def price_lines(
    work: Work,
    requests: Sequence[SaleLineRequest],
    buyer: Client | None,
    *,
    discounts: bool = True,
    sells: bool = True,
) -> list[PricedLine]:
    """Return what is asked for at a client's prices of today; the largest discount counts.

    `discounts` False knows that the client has none by category; `sells` False only looks, and
    asks nobody's permission.

    Raises:
        EmptySaleError: there is no line.
        NotAllowedError: a price is another than the product's, or a discount larger than
            `CASHIER_DISCOUNT`, and the person may not.
        ProductNotFoundError, ProductInactiveError, PriceMissingError: of a product.
        QuantityRangeError, WholePiecesError, DiscountError, AmountRangeError,
        LabelAmountError: of the figures.
    """
    if not requests:
        raise EmptySaleError(field="lines")
    products = find_products(work, (request.product_id for request in requests))
    agreed = agreed_with(work, buyer, products, discounts=discounts)
    if sells:
        for request in requests:
            _check_permissions(work, products[request.product_id], request, agreed)
    return [_priced(products[r.product_id], r, agreed) for r in requests]


def find_products(work: Work, ids: Iterable[int]) -> dict[int, Row[*tuple[Any, ...]]]:
    """Return what a sale needs of some products.

    Raises:
        ProductNotFoundError: one doesn't exist.
    """
    wanted = set(ids)
    found = {row.id: row for row in _PRODUCTS.all(work.db, {"products": wanted})}
    for missing in wanted - found.keys():
        raise ProductNotFoundError(product=missing)
    return found


def check_quantity(name: str, unit: Unit, quantity: Milli) -> None:
    """Refuse a quantity that can't be sold.

    Raises:
        QuantityRangeError: it is nothing, or too much.
        WholePiecesError: a part of a piece.
    """
    if not 0 < quantity <= MAX_QUANTITY:
        least = format_quantity(_PIECE if unit is Unit.PIECE else 1)
        raise QuantityRangeError(
            field="quantity", minimum=least, maximum=format_quantity(MAX_QUANTITY)
        )
    if unit is Unit.PIECE and quantity % _PIECE:
        raise WholePiecesError(field="quantity", name=name)


def check_discount(work: Work, discount: BasisPoints) -> None:
    """Refuse a discount of a line that this person can't give.

    Raises:
        DiscountError: it is not from nothing to all.
        NotAllowedError: it is more than `CASHIER_DISCOUNT` and they may not.
    """
    _check_part(discount)
    if discount > CASHIER_DISCOUNT:
        work.require(Permission.DISCOUNT)


def _check_part(discount: BasisPoints) -> None:
    if not 0 <= discount <= WHOLE:
        raise DiscountError(field="discount")


def _check_permissions(
    work: Work, sold: Row[*tuple[Any, ...]], request: SaleLineRequest, agreed: Agreed
) -> None:
    check_discount(work, request.discount)
    usual = (None, sold.price, agreed.price(sold.id, sold.price))
    if sold.price and request.price not in usual:
        work.require(Permission.PRICE)


def _priced(sold: Row[*tuple[Any, ...]], request: SaleLineRequest, agreed: Agreed) -> PricedLine:
    if not sold.active:
        raise ProductInactiveError(field="lines", name=sold.name)
    check_quantity(sold.name, sold.unit, request.quantity)
    _check_part(request.discount)
    own = agreed.price(sold.id, sold.price)
    price = own if request.price is None else request.price
    if not sold.price and not price:
        raise PriceMissingError(field="price", name=sold.name)
    if not 0 <= price <= MAX_AMOUNT:
        raise AmountRangeError(field="price", maximum=format_money(MAX_AMOUNT))
    amount = request.amount
    printed = sold.price if request.price is None else price  # by who knows of no client
    if amount is not None and not label_agrees(printed, request.quantity, amount):
        raise LabelAmountError(field="lines", name=sold.name)
    if price != printed:
        amount = None
    larger = max(request.discount, agreed.discount_on(sold.category_folded))
    return PricedLine(
        product_id=sold.id,
        description=sold.name,
        unit=sold.unit,
        quantity=request.quantity,
        price=price,
        discount=larger,
        gross=line_gross(price, request.quantity, amount),
        total=line_total(price, request.quantity, larger, amount),
        cost=sold.cost,
        category=sold.category_folded,
    )
