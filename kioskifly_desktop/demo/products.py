"""The demo's shelves: what the kiosk of the demo sells, whose it is and how much is left."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from stdnum import ean

from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product
from kioskifly_desktop.core.prices import PriceChange, apply_price_change
from kioskifly_desktop.core.stock import (
    StockMoveKind,
    StockRequest,
    adjust_stock,
    count_stock,
    move_stock,
    receive_stock,
)
from kioskifly_desktop.demo import names

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.work import Work

# Each category takes the names that follow one another in `names.PRODUCTS`.
_SHELVES = (
    ("Bebidas", "Distribuidora Norte", 9),
    ("Golosinas", "Golosinas del Centro", 7),
    ("Galletitas y snacks", "Golosinas del Centro", 4),
    ("Almacén", "Mayorista San Juan", 4),
    ("Lácteos", "Lácteos Don Luis", 3),
    ("Panadería", "Panadería La Cañada", 1),
    ("Almacén", "Mayorista San Juan", 5),
    ("Frescos", "Granja El Trébol", 1),
    ("Cigarrillos", "Tabacos Centro", 3),
    ("Varios", "Mayorista San Juan", 1),
    ("Limpieza", "Mayorista San Juan", 5),
    ("Varios", "Mayorista San Juan", 1),
    ("Helados", "Distribuidora Norte", 1),
)
_BY_WEIGHT = (
    ("Jamón cocido", "Fiambrería", 1_450_000, "101"),
    ("Queso tybo", "Fiambrería", 1_320_000, "102"),
    ("Salame milán", "Fiambrería", 1_890_000, "103"),
    ("Mortadela", "Fiambrería", 780_000, "104"),
)
_NO_STOCK = ("Pan francés 1 kg", "Huevos x6")
_GRAMS, _PIECES = 250, 1000


def fill_shelves(work: Work, first: datetime, last: datetime) -> None:
    """Add the products with codes, and their moves from the first instant to the last."""
    rng = random.Random(1)  # noqa: S311 - no secret; its own dice, so that people stay who they are
    begun = replace(work, now=first)
    prices = iter(names.PRODUCTS)
    added: list[int] = []
    for category, supplier, many in _SHELVES:
        for _ in range(many):
            name, price = next(prices)
            request = ProductRequest(
                name,
                barcodes=(_barcode(len(added) + 1),),
                category=category,
                supplier=supplier,
                price=price,
                cost=price * rng.randint(62, 74) // 100_00 * 100,
                tracks_stock=name not in _NO_STOCK,
                minimum_stock=rng.choice((3, 6, 12)) * _PIECES,
            )
            product_id = add_product(begun, request)
            added.append(product_id)
            if request.tracks_stock:
                _move(work, rng, product_id, first=first, last=last, measure=_PIECES)
    assert next(prices, None) is None, "every product has its shelf"
    for name, category, price, code in _BY_WEIGHT:
        weighed = ProductRequest(
            name,
            barcodes=(code,),
            category=category,
            supplier="Fiambres Oncativo",
            price=price,
            cost=price * 68 // 100,
            unit=Unit.KILOGRAM,
            minimum_stock=1000,
        )
        product_id = add_product(begun, weighed)
        _move(work, rng, product_id, first=first, last=last, measure=_GRAMS)
    raised = PriceChange(category="Fiambrería", basis_points=800, rounding=10_00)
    apply_price_change(replace(work, now=last), "demo-prices", raised)


def _move(
    work: Work,
    rng: random.Random,
    product_id: int,
    *,
    first: datetime,
    last: datetime,
    measure: int,
) -> None:
    def at(part: float) -> Work:
        return replace(work, now=first + (last - first) * part)

    def request(what: str, quantity: int, reason: str = "") -> StockRequest:
        return StockRequest(f"demo-{what}-{product_id}", product_id, quantity, reason)

    bought = rng.randint(24, 72) * measure
    receive_stock(at(0.1), request("first", bought, "Primera compra"))
    sold = rng.randint(10, 23) * measure
    move_stock(at(0.4), product_id, StockMoveKind.SALE, -sold, reason="Ventas del mes")
    counted = bought - sold - rng.choice((0, 0, 0, 1, 2)) * measure
    count_stock(at(0.6), request("count", counted, "Recuento de la góndola"))
    if rng.random() < 0.2:  # noqa: PLR2004 - odds of an invented shop
        adjust_stock(at(0.7), request("broken", -measure, "Se rompió"))
        counted -= measure
    if rng.random() < 0.7:  # noqa: PLR2004 - odds of an invented shop
        receive_stock(at(0.8), request("second", 12 * measure))
        counted += 12 * measure
    gone = min(rng.randint(3, 40) * measure, counted)
    if gone:
        end = replace(work, now=last - timedelta(minutes=1))
        move_stock(end, product_id, StockMoveKind.SALE, -gone, reason="Ventas del mes")


def _barcode(number: int) -> str:
    body = f"7790000{number:05d}"
    return body + str(ean.calc_check_digit(body))
