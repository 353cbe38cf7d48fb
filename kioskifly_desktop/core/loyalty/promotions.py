"""Promotions: added, changed, paused, and the rules of those that run today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.catalog import Unit, product
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ComboGoodsError,
    GroupMissingError,
    LoyaltyFigureError,
    LoyaltyNotFoundError,
    NameMissingError,
    NameTakenError,
    PromotionGoodsError,
    WeekdaysError,
)
from kioskifly_desktop.core.es_ar import fold, format_money
from kioskifly_desktop.core.loyalty.best import Combo, Pool, Rule
from kioskifly_desktop.core.loyalty.dates import check_dates, in_force
from kioskifly_desktop.core.loyalty.groups import groups_of
from kioskifly_desktop.core.loyalty.tables import (
    EVERY_DAY,
    RUNNING,
    Audience,
    PromotionKind,
    client_group,
    promotion,
    promotion_item,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, WHOLE
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.core.work import Work

MAX_SIZE = 24
_NAME_LIMIT, _CATEGORY_LIMIT = 40, 60


@dataclass(frozen=True, slots=True)
class PromotionGoods:
    """What a promotion is on: a product, or without one a category.

    `quantity` counts in combos only.
    """

    product_id: int | None = None
    category: str = ""
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class PromotionRequest:
    """A promotion, its `weekdays` as bits, Monday the lowest.

    Of `size` pieces `pays` are paid, or the `size`-th is `percent` off, or all cost `price`.
    """

    name: str
    kind: PromotionKind
    goods: tuple[PromotionGoods, ...]
    size: int = 2
    pays: int = 1
    percent: BasisPoints = 0
    price: Centavos = 0
    audience: Audience = Audience.ALL
    group_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    weekdays: int = EVERY_DAY


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion as listed; `goods` by name."""

    id: int
    request: PromotionRequest
    names: tuple[str, ...]
    group: str
    paused: bool


_GET = (
    select(promotion, client_group.c.name.label("group"))
    .outerjoin(client_group, client_group.c.id == promotion.c.group_id)
    .where(promotion.c.removed == False)  # noqa: E712 - SQL
    .order_by(promotion.c.paused, promotion.c.name_folded)
)
_ITEMS = (
    select(promotion_item, product.c.name)
    .outerjoin(product, product.c.id == promotion_item.c.product_id)
    .where(promotion_item.c.promotion_id.in_(bindparam("promotions", expanding=True)))
    .order_by(promotion_item.c.id)
)
_RUNNING = (
    select(promotion)
    .where(*RUNNING, in_force(promotion, bindparam("day")))
    .order_by(promotion.c.id)
)
_PIECES = select(product.c.id).where(
    product.c.id.in_(bindparam("products", expanding=True)), product.c.unit == Unit.PIECE
)


def save_promotion(work: Work, promotion_id: int, request: PromotionRequest) -> int:
    """Add a promotion, `promotion_id` 0, or change one; return its id.

    Writes: promotion, promotion_item, audit_event.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError, TextTooLongError, NameTakenError: of the name.
        PromotionGoodsError, ComboGoodsError, LoyaltyFigureError, AmountRangeError: of what it
            asks and gives.
        DatesError, WeekdaysError, GroupMissingError: of when and for whom.
        LoyaltyNotFoundError: there is no such promotion, product or group.
    """
    work.require(Permission.CATALOG)
    values = _checked(work, request)
    values |= {"updated_at": work.now, "updated_by": work.user.id}
    record(work, AuditKind.PROMOTION, values["name"], "Cambiada" if promotion_id else "Agregada")
    try:
        if promotion_id:
            _change(work, promotion_id, values)
            mine = promotion_item.c.promotion_id == promotion_id
            work.db.execute(delete(promotion_item).where(mine))
        else:
            values |= {"paused": False, "removed": False}
            values |= {"created_at": work.now, "created_by": work.user.id}
            promotion_id = insert_row(work.db, insert(promotion), values)
    except IntegrityError as error:
        if "UNIQUE" in str(error.orig):
            raise NameTakenError(field="name", name=values["name"]) from None
        raise LoyaltyNotFoundError(field="group_id") from None
    rows = [{"promotion_id": promotion_id, **_item(goods)} for goods in request.goods]
    try:
        work.db.execute(insert(promotion_item), rows)
    except IntegrityError:
        raise LoyaltyNotFoundError(field="goods") from None
    return promotion_id


def pause_promotion(work: Work, promotion_id: int, *, paused: bool) -> None:
    """Stop a promotion, or let it run again.

    Raises:
        NotAllowedError: the person may not.
        LoyaltyNotFoundError: there is no such promotion.
    """
    work.require(Permission.CATALOG)
    values = {"paused": paused, "updated_at": work.now, "updated_by": work.user.id}
    name = _change(work, promotion_id, values)
    record(work, AuditKind.PROMOTION, name, "Pausada" if paused else "Reanudada")


def remove_promotion(work: Work, promotion_id: int) -> None:
    """Take a promotion off the list for good.

    Raises:
        NotAllowedError: the person may not.
        LoyaltyNotFoundError: there is no such promotion.
    """
    work.require(Permission.CATALOG)
    values = {"removed": True, "updated_at": work.now, "updated_by": work.user.id}
    record(work, AuditKind.PROMOTION, _change(work, promotion_id, values), "Quitada")


def list_promotions(work: Work) -> list[Promotion]:
    """Return the promotions, those that run first."""
    rows = work.db.execute(_GET).all()
    items = _items(work, [row.id for row in rows])
    return [_promotion(row, items[row.id]) for row in rows]


def running(work: Work, client_id: int | None) -> dict[int, tuple[str, Rule]]:
    """Return the names and rules of the promotions for a client, or for nobody in particular."""
    rows = work.db.execute(_RUNNING, {"day": work.today}).all()
    if not rows:
        return {}
    today = 1 << work.today.weekday()
    groups: set[int] = set()
    if client_id is not None and any(row.group_id is not None for row in rows):
        groups = groups_of(work, client_id)
    mine = [
        row
        for row in rows
        if row.weekdays & today
        and (
            row.audience is Audience.ALL
            or (row.audience is Audience.CLIENTS and client_id is not None)
            or row.group_id in groups
        )
    ]
    items = _items(work, [row.id for row in mine])
    return {row.id: (row.name, _rule(row, items[row.id])) for row in mine}


def _change(work: Work, promotion_id: int, values: dict[str, Any]) -> str:
    """Write values into a promotion that is on the list, and return its name."""
    row = update(promotion).where(promotion.c.id == promotion_id, promotion.c.removed == False)  # noqa: E712 - SQL
    name = work.db.execute(row.values(values).returning(promotion.c.name)).scalar()
    if name is None:
        raise LoyaltyNotFoundError
    return str(name)


def _items(work: Work, ids: list[int]) -> dict[int, list[Row[*tuple[Any, ...]]]]:
    found: dict[int, list[Row[*tuple[Any, ...]]]] = {each: [] for each in ids}
    if ids:
        for item in work.db.execute(_ITEMS, {"promotions": ids}):
            found[item.promotion_id].append(item)
    return found


def _rule(row: Row[*tuple[Any, ...]], items: Sequence[Row[*tuple[Any, ...]]]) -> Rule:
    if row.kind is PromotionKind.COMBO:
        return Combo(row.id, row.price, tuple((item.product_id, item.quantity) for item in items))
    n_for_m = row.kind is PromotionKind.N_FOR_M
    return Pool(
        id=row.id,
        size=row.size,
        reduced=row.size - row.pays if n_for_m else 1,
        percent=WHOLE if n_for_m else row.percent,
        products=frozenset(item.product_id for item in items if item.product_id is not None),
        categories=frozenset(item.category_folded for item in items if item.category_folded),
    )


def _promotion(row: Row[*tuple[Any, ...]], items: Sequence[Row[*tuple[Any, ...]]]) -> Promotion:
    goods = tuple(
        PromotionGoods(each.product_id, each.category or "", each.quantity) for each in items
    )
    request = PromotionRequest(
        name=row.name,
        kind=row.kind,
        goods=goods,
        size=row.size,
        pays=row.pays,
        percent=row.percent,
        price=row.price,
        audience=row.audience,
        group_id=row.group_id,
        first_day=row.first_day,
        last_day=row.last_day,
        weekdays=row.weekdays,
    )
    names = tuple(each.name or each.category for each in items)
    return Promotion(row.id, request, names, row.group or "", row.paused)


def _item(goods: PromotionGoods) -> dict[str, Any]:
    category = clean(goods.category, field="goods", limit=_CATEGORY_LIMIT, label=Phrase("el rubro"))
    named = goods.product_id is None
    return {
        "product_id": goods.product_id,
        "category": category if named else None,
        "category_folded": fold(category) if named else None,
        "quantity": goods.quantity,
    }


def _checked(work: Work, request: PromotionRequest) -> dict[str, Any]:
    name = clean(request.name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not name:
        raise NameMissingError(field="name")
    if not request.goods or not all(g.product_id or g.category.strip() for g in request.goods):
        raise PromotionGoodsError(field="goods")
    if request.kind is PromotionKind.COMBO:
        _check_combo(work, request)
    else:
        _check_figures(request)
    check_dates(request.first_day, request.last_day)
    if not 0 < request.weekdays <= EVERY_DAY:
        raise WeekdaysError(field="weekdays")
    of_group = request.audience is Audience.GROUP
    if of_group and request.group_id is None:
        raise GroupMissingError(field="group_id")
    return {
        "name": name,
        "name_folded": fold(name),
        "kind": request.kind,
        "size": request.size,
        "pays": request.pays,
        "percent": request.percent,
        "price": request.price,
        "audience": request.audience,
        "group_id": request.group_id if of_group else None,
        "first_day": request.first_day,
        "last_day": request.last_day,
        "weekdays": request.weekdays,
    }


def _check_figures(request: PromotionRequest) -> None:
    if request.kind is PromotionKind.N_FOR_M:
        _check_figure("size", Phrase("Cuántas se llevan"), request.size, 2, MAX_SIZE)
        _check_figure("pays", Phrase("Cuántas se pagan"), request.pays, 1, request.size - 1)
    else:
        _check_figure("size", Phrase("La unidad con descuento"), request.size, 1, MAX_SIZE)
        percent = request.percent
        if not 0 < percent <= WHOLE:
            raise LoyaltyFigureError(
                field="percent", label="El descuento", minimum="0,01 %", maximum="100 %"
            )


def _check_figure(field: str, label: str, figure: int, least: int, most: int) -> None:
    if not least <= figure <= most:
        raise LoyaltyFigureError(field=field, label=label, minimum=least, maximum=most)


def _check_combo(work: Work, request: PromotionRequest) -> None:
    products = [goods.product_id for goods in request.goods]
    pieces = work.db.execute(_PIECES, {"products": [each or 0 for each in products]}).all()
    quantities = [goods.quantity for goods in request.goods]
    if (
        None in products
        or len(pieces) != len(products)
        or min(quantities) < 1
        or not 1 < sum(quantities) <= MAX_SIZE
    ):
        raise ComboGoodsError(field="goods")
    if not 0 < request.price <= MAX_AMOUNT:
        raise AmountRangeError(field="price", maximum=format_money(MAX_AMOUNT))
