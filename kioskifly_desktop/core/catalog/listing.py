"""The list of products: searched, filtered and sorted by the database, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, func, select

from kioskifly_desktop.core.catalog.record import Unit, product, product_barcode
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.search import follows, matching

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kioskifly_desktop.core.money import Centavos, Milli
    from kioskifly_desktop.core.work import Work


class ProductFilter(StrEnum):
    """Which products are listed."""

    ALL = "all"
    LOW_STOCK = "low_stock"
    INACTIVE = "inactive"


class ProductSort(StrEnum):
    """By what the list is sorted."""

    NAME = "name"
    CATEGORY = "category"
    PRICE = "price"
    COST = "cost"
    STOCK = "stock"


@dataclass(frozen=True, slots=True)
class ProductQuery:
    """What the list shows and in which order."""

    search: str = ""
    only: ProductFilter = ProductFilter.ALL
    category: str = ""
    sort: ProductSort = ProductSort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as listed; `barcode` is its first, if any, `cost` None for who may not see it."""

    id: int
    name: str
    category: str
    supplier: str
    price: Centavos
    cost: Centavos | None
    unit: Unit
    tracks_stock: bool
    minimum_stock: Milli
    stock: Milli
    active: bool
    barcode: str


def list_products(
    work: Work, query: ProductQuery, *, after: ProductRow | None = None, limit: int = 100
) -> list[ProductRow]:
    """Return a page of products: those that follow the row `after` in the query's order."""
    sees_costs = work.allows(Permission.SEE_COSTS)
    hidden = query.sort is ProductSort.COST and not sees_costs  # its order would tell
    order = _ORDERS[ProductSort.NAME if hidden else query.sort]
    columns = (order.column, product.c.id)
    listed = _filtered(_LIST, query)
    if listed is None:
        return []
    if after is not None:
        key = (order.of_row(after), after.id)
        listed = listed.where(follows(columns, key, descending=query.descending))
    listed = listed.order_by(*(c.desc() if query.descending else c for c in columns))
    rows = [ProductRow(*row) for row in work.db.execute(listed.limit(limit))]
    return rows if sees_costs else [replace(row, cost=None) for row in rows]


def count_products(work: Work, query: ProductQuery) -> int:
    """Return how many products a query lists."""
    counted = _filtered(select(func.count()).select_from(product), query)
    return 0 if counted is None else int(work.db.execute(counted).scalar_one())


def categories(work: Work) -> list[str]:
    """Return the categories in use; of two that only differ in case or accents, one."""
    return _groups(work, product.c.category, product.c.category_folded)


def suppliers(work: Work) -> list[str]:
    """Return the suppliers in use; of two that only differ in case or accents, one."""
    return _groups(work, product.c.supplier, product.c.supplier_folded)


@dataclass(frozen=True, slots=True)
class _Order:
    column: ColumnElement[Any]
    of_row: Callable[[ProductRow], Any]


_ORDERS: Mapping[ProductSort, _Order] = {
    ProductSort.NAME: _Order(product.c.name_folded, lambda row: fold(row.name)),
    ProductSort.CATEGORY: _Order(product.c.category_folded, lambda row: fold(row.category)),
    ProductSort.PRICE: _Order(product.c.price, lambda row: row.price),
    ProductSort.COST: _Order(product.c.cost, lambda row: row.cost),
    ProductSort.STOCK: _Order(product.c.stock, lambda row: row.stock),
}

_FIRST_CODE = (
    select(product_barcode.c.code)
    .where(product_barcode.c.product_id == product.c.id)
    .order_by(product_barcode.c.id)
    .limit(1)
    .scalar_subquery()
)
_LIST = select(
    product.c.id,
    product.c.name,
    product.c.category,
    product.c.supplier,
    product.c.price,
    product.c.cost,
    product.c.unit,
    product.c.tracks_stock,
    product.c.minimum_stock,
    product.c.stock,
    product.c.active,
    func.coalesce(_FIRST_CODE, ""),
)


def _filtered(listed: Select[Any], query: ProductQuery) -> Select[Any] | None:
    listed = listed.where(product.c.active == (query.only is not ProductFilter.INACTIVE))
    if query.only is ProductFilter.LOW_STOCK:
        # Without a minimum, only what the books say is gone or oversold is low.
        listed = listed.where(product.c.tracks_stock, product.c.stock <= product.c.minimum_stock)
    if query.category:
        listed = listed.where(product.c.category_folded == fold(query.category))
    if query.search.strip():
        found = matching("product_search", query.search)
        if found is None:
            return None
        listed = listed.where(product.c.id.in_(found))
    return listed


def _groups(work: Work, shown: ColumnElement[str], folded: ColumnElement[str]) -> list[str]:
    query = select(func.min(shown)).where(folded != "").group_by(folded).order_by(folded)
    return list(work.db.execute(query).scalars())
