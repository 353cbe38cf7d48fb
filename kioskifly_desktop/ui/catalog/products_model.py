"""What each column of the products says, to the eye and to a screen reader."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.catalog import ProductRow, ProductSort, Unit
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos


class Columns(IntEnum):
    """The columns, in their order."""

    NAME = 0
    CATEGORY = 1
    PRICE = 2
    COST = 3
    STOCK = 4
    MOVE = 5
    HISTORY = 6
    EDIT = 7


SORTS = {
    Columns.NAME: ProductSort.NAME,
    Columns.CATEGORY: ProductSort.CATEGORY,
    Columns.PRICE: ProductSort.PRICE,
    Columns.COST: ProductSort.COST,
    Columns.STOCK: ProductSort.STOCK,
}
NOTHING = "—"


def columns() -> list[Column[ProductRow]]:
    """Return the columns."""
    return [
        Column(_tr("Producto"), _name, tooltip=lambda row: row.name),
        Column(_tr("Rubro y proveedor"), _category, tooltip=_category),
        Column(_tr("Precio"), _price, right=True),
        Column(_tr("Costo"), lambda row: format_money(row.cost) if row.cost else "", right=True),
        Column(_tr("Stock"), _stock, right=True),
        _action(_tr("Stock de {name}")),
        _action(_tr("Historia de precios de {name}")),
        _action(_tr("Editar {name}")),
    ]


def quantity(milli: int, unit: Unit) -> str:
    """Return a quantity in the product's unit."""
    return format_quantity(milli, kilograms=unit is Unit.KILOGRAM)


def stock_warning(row: ProductRow) -> str:
    """Return the word for a stock at or under its minimum, or nothing."""
    if not row.tracks_stock or not row.active:
        return ""
    if row.stock <= 0:
        return _tr("Sin stock")
    return _tr("Poco stock") if row.stock <= row.minimum_stock else ""


def margin(price: Centavos, cost: Centavos) -> str:
    """Return what a price leaves over its cost, as a sentence; nothing without both."""
    if not price or not cost:
        return ""
    if price < cost:
        return _tr("por debajo del costo")
    # Rounded half up, as a person would.
    percent = ((price - cost) * 200 + cost) // (2 * cost)
    return _tr("ganás {percent} %").format(percent=f"{percent:,}".replace(",", "."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProductsTable", text)


def _action(words: str) -> Column[ProductRow]:
    def named(row: ProductRow) -> str:
        return words.format(name=row.name)

    return Column("", lambda _: "", tooltip=named, accessible=named)


def _name(row: ProductRow) -> str:
    words = [row.name, row.barcode, "" if row.active else _tr("inactivo")]
    return ", ".join(word for word in words if word)


def _category(row: ProductRow) -> str:
    return ", ".join(word for word in (row.category, row.supplier) if word)


def _price(row: ProductRow) -> str:
    words = format_money(row.price)
    return _tr("{price} por kg").format(price=words) if row.unit is Unit.KILOGRAM else words


def _stock(row: ProductRow) -> str:
    if not row.tracks_stock:
        return _tr("sin control de stock")
    words = [quantity(row.stock, row.unit), stock_warning(row)]
    return ", ".join(word for word in words if word)
