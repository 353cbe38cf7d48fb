"""Products from a file, with their stock."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.barcodes import check_barcode
from kioskifly_desktop.core.catalog import (
    ProductRequest,
    Unit,
    add_product,
    product,
    product_barcode,
)
from kioskifly_desktop.core.catalog.record import checked_values
from kioskifly_desktop.core.errors import (
    AlreadyThereError,
    ArchivedRowError,
    DuplicateBarcodeError,
    RowAgainError,
    ShopError,
    UnitError,
    WholePiecesError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.imports.fields import ImportKind
from kioskifly_desktop.core.imports.plan import (
    BATCH,
    ImportDone,
    ImportPlan,
    Problem,
    no_progress,
    parsed,
    problem_of,
    rows_read,
)
from kioskifly_desktop.core.imports.values import amount_of, quantity_of, yes_or_no
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.stock import StockRequest, count_stock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.imports.mapping import Mapping
    from kioskifly_desktop.core.imports.plan import Progress
    from kioskifly_desktop.core.imports.table import Table, TableRow
    from kioskifly_desktop.core.money import Milli
    from kioskifly_desktop.core.work import Work

_REASON = "Importación"
_PIECE: Milli = 1000
_UNITS = {
    **dict.fromkeys(("u", "un", "uni", "unid", "unidad", "unidades", "pieza"), Unit.PIECE),
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogramo", "k"), Unit.KILOGRAM),
}


@dataclass(frozen=True, slots=True)
class ProductReady:
    """A product to add; `stock` is None where the file doesn't tell it."""

    line: int
    request: ProductRequest
    stock: Milli | None


def plan_products(
    work: Work, table: Table, mapping: Mapping, progress: Progress = no_progress
) -> ImportPlan[ProductReady]:
    """Return which rows can be brought in as products, and why the others can't.

    Raises:
        NameColumnError: no column is the name.
        ImportCancelledError: by `progress`.
    """

    def read(row: TableRow, cells: dict[str, str]) -> ProductReady:
        return _read(work, row, cells)

    kind = ImportKind.PRODUCTS
    ready, problems = rows_read(table, mapping, read, kind=kind, progress=progress)
    fresh, repeated = _apart(work, ready)
    return ImportPlan(kind, fresh, sorted([*problems, *repeated], key=lambda each: each.line))


def import_products(
    work: Work, plan: ImportPlan[ProductReady], import_id: str, progress: Progress = no_progress
) -> ImportDone:
    """Add the products that are ready, their stock as counted; all of them or none.

    Raises:
        NotAllowedError: the person may not.
        ImportCancelledError: by `progress`.
        ShopError: what was ready no longer is.
    """
    work.require(Permission.IMPORT)
    total = len(plan.ready)
    for done, each in enumerate(plan.ready):
        if done % BATCH == 0:
            progress(done, total)
        product_id = add_product(work, each.request)
        if each.stock is not None:
            request_id = f"{import_id}:{each.line}"
            count_stock(work, StockRequest(request_id, product_id, each.stock, _REASON))
    record(work, AuditKind.IMPORT, "Productos", f"{total} agregado{'s' * (total != 1)}")
    progress(total, total)
    return ImportDone(total, len(plan.problems))


def _read(work: Work, row: TableRow, cells: dict[str, str]) -> ProductReady:
    if not parsed(cells, "active", yes_or_no, default=True):
        raise ArchivedRowError(field="active")
    stock = parsed(cells, "stock", quantity_of, None)
    tracks = parsed(cells, "tracks_stock", yes_or_no, default=True)
    request = ProductRequest(
        name=cells.get("name", ""),
        barcodes=tuple(filter(None, re.split(r"[\s|]+", cells.get("barcodes", "")))),
        category=cells.get("category", ""),
        supplier=cells.get("supplier", ""),
        price=parsed(cells, "price", amount_of, 0),
        cost=parsed(cells, "cost", amount_of, 0),
        unit=parsed(cells, "unit", _unit, Unit.PIECE),
        tracks_stock=tracks,
        minimum_stock=parsed(cells, "minimum", quantity_of, 0),
    )
    checked_values(work, request, cost=0)
    codes = tuple(dict.fromkeys(map(check_barcode, request.barcodes)))
    if stock is not None and request.unit is Unit.PIECE and stock % _PIECE:
        raise WholePiecesError(field="stock", name=request.name)
    return ProductReady(row.line, _with_codes(request, codes), stock if tracks else None)


def _with_codes(request: ProductRequest, codes: tuple[str, ...]) -> ProductRequest:
    return request if codes == request.barcodes else replace(request, barcodes=codes)


def _unit(text: str) -> Unit:
    unit = _UNITS.get(fold(text))
    if unit is None:
        raise UnitError(unit=text)
    return unit


def _apart(work: Work, ready: Sequence[ProductReady]) -> tuple[list[ProductReady], list[Problem]]:
    """Return the rows that are new, and why the others are not."""
    named = select(product_barcode.c.code, product.c.name).join(
        product, product.c.id == product_barcode.c.product_id
    )
    holders = {row.code: row.name for row in work.db.execute(named)}
    names = set(work.db.execute(select(product.c.name_folded)).scalars())
    fresh: list[ProductReady] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    for each in ready:
        error = _refusal(each, holders, names, lines)
        if error is None:
            fresh.append(each)
            lines |= dict.fromkeys(_identities(each), each.line)
        else:
            problems.append(problem_of(each.line, error, ImportKind.PRODUCTS))
    return fresh, problems


def _identities(each: ProductReady) -> tuple[str, ...]:
    """Return what a product is one by: its codes, for want of them its name."""
    return each.request.barcodes or (f"/{fold(each.request.name)}",)


def _refusal(
    each: ProductReady, holders: dict[str, str], names: set[str], lines: dict[str, int]
) -> ShopError | None:
    for code in each.request.barcodes:
        if code in holders:
            return DuplicateBarcodeError(field="barcodes", code=code, name=holders[code])
    for own in _identities(each):
        if own in lines:
            what = (
                Phrase("es el mismo código, {own}", own=own)
                if each.request.barcodes
                else Phrase("es el mismo producto")
            )
            return RowAgainError(line=lines[own], what=what)
    if not each.request.barcodes and fold(each.request.name) in names:
        return AlreadyThereError(field="name", name=" ".join(each.request.name.split()))
    return None
