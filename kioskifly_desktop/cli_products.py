"""The orders of the catalogue: list the products."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, command, print_json, reading
from kioskifly_desktop.core.es_ar import format_money, format_quantity

if TYPE_CHECKING:
    import argparse


def add_product_commands(commands: Any) -> None:
    """Add `products`."""
    products = command(commands, "products", _products, "lista los productos")
    products.add_argument("--search", default="", metavar="TEXTO")
    products.add_argument("--json", action="store_true")


def _products(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.catalog import (  # noqa: PLC0415
        ProductQuery,
        Unit,
        get_product,
        list_products,
    )

    with reading(options) as work:
        rows = list_products(work, ProductQuery(search=options.search), limit=-1)
        found = [get_product(work, row.id) for row in rows] if options.json else []
    if options.json:
        keys = ("id", "name", "barcodes", "price", "cost", "stock", "unit", "category")
        print_json({"products": [{key: getattr(item, key) for key in keys} for item in found]})
        return DONE
    for row in rows:
        kilograms = row.unit is Unit.KILOGRAM
        stock = format_quantity(row.stock, kilograms=kilograms) if row.tracks_stock else ""
        print(
            f"{row.id:>5}  {row.name:<40} {row.barcode:<14} {row.category:<20} "
            f"{format_money(row.price):>16} {stock:>12}"
        )
    return DONE
