"""Products from a spreadsheet's CSV: all of it or, with every bad row named, nothing."""

from __future__ import annotations

import csv
import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product
from kioskifly_desktop.core.errors import ProductFileError, ProductRowError, ShopError, UnitError
from kioskifly_desktop.core.es_ar import fold, parse_money, parse_quantity
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.stock import StockRequest, count_stock

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

COLUMNS = (
    "nombre",
    "codigo",
    "precio",
    "costo",
    "rubro",
    "proveedor",
    "unidad",
    "stock",
    "minimo",
)
_SEPARATORS = ";\t,"
_REASON = "Importación"
_UNITS = {
    "": Unit.PIECE,
    "u": Unit.PIECE,
    "un": Unit.PIECE,
    "unidad": Unit.PIECE,
    "kg": Unit.KILOGRAM,
    "kilo": Unit.KILOGRAM,
    "kilogramo": Unit.KILOGRAM,
}


@dataclass(frozen=True, slots=True)
class ImportDone:
    """How many products a file added."""

    added: int


def import_products(work: Work, data: bytes) -> ImportDone:
    """Add the products of a CSV, UTF-8 or cp1252, separated by semicolon, comma or tab.

    Raises:
        NotAllowedError: the person may not.
        ProductFileError: every row that breaks a rule, with its line; undo what was written.
    """
    work.require(Permission.IMPORT)
    lines = _text(data).splitlines()
    header = lines[0] if lines else ""
    separator = max(_SEPARATORS, key=header.count)
    titles = [fold(title) for title in next(csv.reader([header], delimiter=separator), [])]
    unknown = [title for title in titles if title not in COLUMNS]
    if "nombre" not in titles or unknown or len(set(titles)) != len(titles):
        known = ", ".join(COLUMNS)
        raise ProductFileError(problems=f"La primera línea lleva los títulos: {known}.")
    problems = []
    added = 0
    rows = csv.reader(lines[1:], delimiter=separator)
    try:
        for cells in rows:
            if not any(cell.strip() for cell in cells):
                continue
            try:
                _add(work, titles, cells)
                added += 1
            except ShopError as error:
                problems.append(f"Línea {rows.line_num + 1}: {error}")
    except csv.Error:
        problems.append(f"Línea {rows.line_num + 1}: no se entiende como planilla.")
    if not added and not problems:
        problems.append("El archivo no tiene ningún producto.")
    if problems:
        raise ProductFileError(problems="\n".join(problems))
    record(work, AuditKind.IMPORT, "Productos", f"{added} agregado{'s' * (added != 1)}")
    return ImportDone(added)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Every byte is a letter of cp1252 but five, which no spreadsheet writes.
        return data.decode("cp1252", errors="replace")


def _add(work: Work, titles: list[str], values: list[str]) -> None:
    if len(values) > len(titles):
        raise ProductRowError
    row = dict(zip(titles, values, strict=False))
    cells = {column: row.get(column, "").strip() for column in COLUMNS}
    unit = _UNITS.get(fold(cells["unidad"]))
    if unit is None:
        raise UnitError(unit=cells["unidad"])
    request = ProductRequest(
        name=cells["nombre"],
        barcodes=tuple(re.split(r"[\s|]+", cells["codigo"])),
        category=cells["rubro"],
        supplier=cells["proveedor"],
        price=parse_money(cells["precio"], least=0) if cells["precio"] else 0,
        cost=parse_money(cells["costo"], least=0) if cells["costo"] else 0,
        unit=unit,
        minimum_stock=parse_quantity(cells["minimo"], least=0) if cells["minimo"] else 0,
    )
    product_id = add_product(work, request)
    if cells["stock"]:
        level = parse_quantity(cells["stock"], least=0)
        count_stock(work, StockRequest(uuid.uuid4().hex, product_id, level, _REASON))
