"""The orders of the catalogue: list the products, bring them in from a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.cli_tools import DONE, Parser, command, print_json, reading, writing
from kioskifly_desktop.core.errors import ProductFileError
from kioskifly_desktop.core.es_ar import format_money, format_quantity

if TYPE_CHECKING:
    import argparse


def add_product_commands(commands: Any) -> None:
    """Add `products` and `products import`."""
    products = command(commands, "products", _products, "lista los productos")
    products.add_argument("--search", default="", metavar="TEXTO")
    products.add_argument("--json", action="store_true")
    acts = products.add_subparsers(metavar="import", parser_class=Parser)
    importing = command(acts, "import", _import, "agrega los productos de una planilla CSV")
    importing.add_argument("file", type=Path, metavar="ARCHIVO.csv")
    importing.add_argument("--json", action="store_true")


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


def _import(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.product_file import import_products  # noqa: PLC0415

    try:
        data = options.file.read_bytes()
    except OSError as error:
        problem = f"No se puede leer {options.file}: {os_reason(error)}."
        raise ProductFileError(problems=problem) from None
    with writing(options, create=True) as work:
        done = import_products(work, data)
    if options.json:
        print_json({"added": done.added})
    else:
        print(f"Productos agregados: {done.added}.")
    return DONE
