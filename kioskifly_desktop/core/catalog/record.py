"""A product: added, changed, found by what the scanner read."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    delete,
    insert,
    select,
    text,
    update,
)

from kioskifly_desktop.core.barcodes import (
    CODE,
    check_barcode,
    normalize,
    read_scale_label,
    scale_labels,
)
from kioskifly_desktop.core.catalog.price_log import log_price
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    DuplicateBarcodeError,
    NameMissingError,
    ProductNotFoundError,
    QuantityRangeError,
)
from kioskifly_desktop.core.es_ar import fold, format_money, format_quantity
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_QUANTITY, MAX_STOCK, Centavos, Milli
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import (
    Choice,
    Flag,
    Instant,
    identifier,
    insert_row,
    one_of,
    table,
)
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.work import Work


class Unit(StrEnum):
    """How a product is measured."""

    PIECE = "piece"
    KILOGRAM = "kilogram"


UNIT_NAMES = {Unit.PIECE: Phrase("Unidad"), Unit.KILOGRAM: Phrase("Kilo")}

product = table(
    "product",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("category_folded", Text, nullable=False),
    Column("supplier", Text, nullable=False),
    Column("supplier_folded", Text, nullable=False),
    Column("price", Integer, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("unit", Choice(Unit), nullable=False),
    Column("tracks_stock", Flag, nullable=False),
    Column("minimum_stock", Integer, nullable=False),
    Column("stock", Integer, nullable=False, server_default=text("0")),
    Column("active", Flag, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("updated_by", Integer, ForeignKey("user.id"), nullable=False),
    one_of("unit", Unit),
    CheckConstraint(f"price BETWEEN 0 AND {MAX_AMOUNT}", name="price"),
    CheckConstraint(f"cost BETWEEN 0 AND {MAX_AMOUNT}", name="cost"),
    CheckConstraint(f"minimum_stock BETWEEN 0 AND {MAX_QUANTITY}", name="minimum_stock"),
    CheckConstraint(f"stock BETWEEN {-MAX_STOCK} AND {MAX_STOCK}", name="stock"),
)
Index("ix_product_name_folded_id", product.c.name_folded, product.c.id)
Index("ix_product_category_folded_id", product.c.category_folded, product.c.id)
Index("ix_product_supplier_folded_id", product.c.supplier_folded, product.c.id)

product_barcode = table(
    "product_barcode",
    identifier(),
    Column("product_id", Integer, ForeignKey("product.id"), nullable=False),
    Column("code", Text, nullable=False, unique=True),
)
Index("ix_product_barcode_product_id_id", product_barcode.c.product_id, product_barcode.c.id)

_NAME_LIMIT = 120
_GROUP_LIMIT = 60


@dataclass(frozen=True, slots=True)
class ProductRequest:
    """What a form says of a product: centavos by piece or kilogram, stock in thousandths.

    `cost` None leaves it as it is.
    """

    name: str
    barcodes: tuple[str, ...] = ()
    category: str = ""
    supplier: str = ""
    price: Centavos = 0
    cost: Centavos | None = None
    unit: Unit = Unit.PIECE
    tracks_stock: bool = True
    minimum_stock: Milli = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class Product:
    """A product whole; `stock` is its level in thousandths.

    `cost` is None for who may not see it.
    """

    id: int
    name: str
    barcodes: tuple[str, ...]
    category: str
    supplier: str
    price: Centavos
    cost: Centavos | None
    unit: Unit
    tracks_stock: bool
    minimum_stock: Milli
    active: bool
    stock: Milli
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What a code stands for; a scale's label also says how much, in thousandths or centavos."""

    product: Product
    quantity: Milli | None = None
    amount: Centavos | None = None


_ADD = insert(product)
_GET = select(product).where(product.c.id == bindparam("product"))
_CODES = (
    select(product_barcode.c.code)
    .where(product_barcode.c.product_id == bindparam("product"))
    .order_by(product_barcode.c.id)
)
_ADD_CODE = insert(product_barcode)
_DROP_CODES = delete(product_barcode).where(product_barcode.c.product_id == bindparam("product"))
_BY_CODE = select(product_barcode.c.product_id).where(product_barcode.c.code == bindparam("code"))
_HOLDER = (
    select(product.c.name)
    .join(product_barcode, product_barcode.c.product_id == product.c.id)
    .where(product_barcode.c.code == bindparam("code"), product.c.id != bindparam("besides"))
)
_INDEX_ADD = text("INSERT INTO product_search (rowid, words) VALUES (:id, :words)")
_INDEX_DROP = text("DELETE FROM product_search WHERE rowid = :id")


def add_product(work: Work, request: ProductRequest) -> int:
    """Add a product, its stock at zero, and return its id.

    Writes: product, product_barcode, price_change, product_search.

    Raises:
        ShopError: the first field that breaks a rule, named in `field`.
        DuplicateBarcodeError: another product has one of the codes; names it.
    """
    work.require(Permission.EDIT_PRODUCT)
    values = checked_values(work, request, cost=0)
    codes = _checked_codes(work, request.barcodes)
    values |= {"created_at": work.now, "created_by": work.user.id}
    product_id = insert_row(work.db, _ADD, values)
    _put_codes(work, product_id, codes)
    log_price(work, product_id, 0, request.price)
    work.db.execute(_INDEX_ADD, {"id": product_id, "words": _words(values, codes)})
    return product_id


def edit_product(work: Work, product_id: int, request: ProductRequest) -> None:
    """Change what is known of a product.

    Raises:
        NotAllowedError: the price or the cost changes and the person is not an administrator.
        ShopError: as `add_product`, or there is no such product.
    """
    work.require(Permission.EDIT_PRODUCT)
    before = _whole(work, product_id)
    values = checked_values(work, request, cost=before.cost)
    # Who may not see the cost may not find it out by trying either.
    blind = request.cost is not None and not work.allows(Permission.SEE_COSTS)
    if blind or (before.price, before.cost) != (values["price"], values["cost"]):
        work.require(Permission.CATALOG)
    codes = _checked_codes(work, request.barcodes, besides=product_id)
    work.db.execute(update(product).where(product.c.id == product_id).values(values))
    if codes != before.barcodes:
        work.db.execute(_DROP_CODES, {"product": product_id})
        _put_codes(work, product_id, codes)
    log_price(work, product_id, before.price, request.price)
    work.db.execute(_INDEX_DROP, {"id": product_id})
    work.db.execute(_INDEX_ADD, {"id": product_id, "words": _words(values, codes)})


def get_product(work: Work, product_id: int) -> Product:
    """Return a product, without its cost for who may not see it.

    Raises:
        ProductNotFoundError: there is none.
    """
    found = _whole(work, product_id)
    return found if work.allows(Permission.SEE_COSTS) else replace(found, cost=None)


def _whole(work: Work, product_id: int) -> Product:
    row = work.db.execute(_GET, {"product": product_id}).first()
    if row is None:
        raise ProductNotFoundError(product=product_id)
    return Product(
        id=row.id,
        name=row.name,
        barcodes=tuple(work.db.execute(_CODES, {"product": product_id}).scalars()),
        category=row.category,
        supplier=row.supplier,
        price=row.price,
        cost=row.cost,
        unit=row.unit,
        tracks_stock=row.tracks_stock,
        minimum_stock=row.minimum_stock,
        active=row.active,
        stock=row.stock,
        created_at=row.created_at,
    )


def find_code(work: Work, code: str) -> Found | None:
    """Return the product of a code or of a scale's label, also an inactive one; None if unknown."""
    compact = normalize(code)
    if not CODE.fullmatch(compact):
        return None
    own = _of_code(work, compact)
    if own is not None:
        return Found(own)
    reading = read_scale_label(scale_labels(work), compact)
    if reading is None:
        return None
    weighed = _of_code(work, reading.code) or _of_code(work, reading.code.lstrip("0"))
    return None if weighed is None else Found(weighed, reading.quantity, reading.amount)


def _of_code(work: Work, code: str) -> Product | None:
    product_id = work.db.execute(_BY_CODE, {"code": code}).scalar()
    return None if product_id is None else get_product(work, product_id)


def checked_values(work: Work, request: ProductRequest, cost: Centavos | None) -> dict[str, Any]:
    """Return the row of a request that breaks no rule by itself; `cost` is used if it names none.

    Raises:
        ShopError: the first field that breaks one, named in `field`.
    """
    if request.cost is not None:
        cost = request.cost
    name = clean(request.name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not name:
        raise NameMissingError(field="name")
    category = clean(
        request.category, field="category", limit=_GROUP_LIMIT, label=Phrase("el rubro")
    )
    supplier = clean(
        request.supplier, field="supplier", limit=_GROUP_LIMIT, label=Phrase("el proveedor")
    )
    for field, amount in (("price", request.price), ("cost", cost)):
        if amount is None or not 0 <= amount <= MAX_AMOUNT:
            raise AmountRangeError(field=field, maximum=format_money(MAX_AMOUNT))
    if not 0 <= request.minimum_stock <= MAX_QUANTITY:
        raise QuantityRangeError(
            field="minimum_stock", minimum="0", maximum=format_quantity(MAX_QUANTITY)
        )
    return {
        "name": name,
        "name_folded": fold(name),
        "category": category,
        "category_folded": fold(category),
        "supplier": supplier,
        "supplier_folded": fold(supplier),
        "price": request.price,
        "cost": cost,
        "unit": Unit(request.unit),
        "tracks_stock": request.tracks_stock,
        "minimum_stock": request.minimum_stock,
        "active": request.active,
        "updated_at": work.now,
        "updated_by": work.user.id,
    }


def _checked_codes(work: Work, barcodes: Sequence[str], *, besides: int = 0) -> tuple[str, ...]:
    # The same code written twice, or as UPC-A and EAN-13, is one.
    codes = tuple(dict.fromkeys(check_barcode(code) for code in barcodes if code.strip()))
    for code in codes:
        holder = work.db.execute(_HOLDER, {"code": code, "besides": besides}).scalar()
        if holder is not None:
            raise DuplicateBarcodeError(field="barcodes", code=code, name=holder)
    return codes


def _put_codes(work: Work, product_id: int, codes: Sequence[str]) -> None:
    if codes:
        rows = [{"product_id": product_id, "code": code} for code in codes]
        work.db.execute(_ADD_CODE, rows)


def _words(values: dict[str, Any], codes: Sequence[str]) -> str:
    folded = (values["name_folded"], values["category_folded"], values["supplier_folded"])
    return " ".join([*folded, *map(fold, codes)]).strip()
