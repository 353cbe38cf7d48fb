"""The demo's shelves: what its kiosk sells, at which hours, and what the suppliers bring."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from stdnum import ean

from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product, get_product
from kioskifly_desktop.core.prices import PriceChange, apply_price_change
from kioskifly_desktop.core.stock import StockRequest, adjust_stock, count_stock, receive_stock
from kioskifly_desktop.demo import names

if TYPE_CHECKING:
    import random
    from datetime import date

    from kioskifly_desktop.core.money import Centavos, Milli
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
    ("Jamón cocido", 1_450_000, "101"),
    ("Queso tybo", 1_320_000, "102"),
    ("Salame milán", 1_890_000, "103"),
    ("Mortadela", 780_000, "104"),
)
_DELICATESSEN = "Fiambrería"
_SUPPLIERS = (  # from Monday to Sunday, the day each one comes
    "Distribuidora Norte",
    "Mayorista San Juan",
    "Lácteos Don Luis",
    "Tabacos Centro",
    "Golosinas del Centro",
    "Fiambres Oncativo",
)
_NO_STOCK = ("Pan francés 1 kg", "Huevos x6")

_PARTS = (11, 15, 18, 24)
"""The hours that end the morning, noon, the afternoon and the evening."""
_DEMAND = {  # of a hundred lines sold in each part of the day
    "Bebidas": (8, 17, 16, 24),
    "Golosinas": (10, 11, 22, 8),
    "Galletitas y snacks": (10, 7, 13, 6),
    "Almacén": (12, 12, 6, 13),
    "Lácteos": (11, 6, 4, 4),
    "Panadería": (14, 7, 4, 2),
    "Frescos": (4, 5, 2, 4),
    "Cigarrillos": (20, 15, 13, 21),
    _DELICATESSEN: (5, 12, 6, 10),
    "Varios": (2, 2, 2, 2),
    "Limpieza": (4, 4, 4, 4),
    "Helados": (0, 2, 8, 2),
}
_FORTNIGHT = 700
"""Pieces sold in two weeks, more or less: what suppliers fill the shelves up to."""
_PIECE: Milli = 1000
_PACK: Milli = 6 * _PIECE
_ROUNDING: Centavos = 50_00
_RISE = 600
_QUARTERS = (1, 4, 7, 10)


@dataclass(slots=True)
class Item:
    """A product of the demo; `level` is None where no stock is kept."""

    id: int
    category: str
    supplier: str
    price: Centavos
    weighed: bool
    level: Milli | None
    full: Milli


class Shelves:
    """The products, their prices and levels as the days pass."""

    def __init__(self, work: Work, rng: random.Random, last: date) -> None:
        self.owner = work.user
        self.rng = rng
        self.count = 0
        self.items: list[Item] = []
        months = (last.year - work.today.year) * 12 + last.month - work.today.month
        rises = sum((work.today.month - 1 + n) % 3 == 0 for n in range(1, months + 1))
        self.deflator = (1 + _RISE / 10_000) ** rises
        kinds = chain.from_iterable([shelf] * shelf[2] for shelf in _SHELVES)
        for (name, price), (category, supplier, _) in zip(names.PRODUCTS, kinds, strict=True):
            code = _barcode(len(self.items) + 1)
            self._add(work, name, price, code, category=category, supplier=supplier)
        for name, price, code in _BY_WEIGHT:
            self._add(work, name, price, code, category=_DELICATESSEN, supplier="Fiambres Oncativo")
        names_in_order = [each[0] for each in (*names.PRODUCTS, *_BY_WEIGHT)]
        named = dict(zip(names_in_order, self.items, strict=True))
        self.companions = {named[a].id: named[b] for a, b in names.COMPANIONS}
        members = [item.category for item in self.items]
        self.weights = [
            list(accumulate(_DEMAND[c][part] / members.count(c) for c in members))
            for part in range(len(_PARTS))
        ]
        self.deliver(work)

    def pick(self, hour: int) -> Item:
        """Return what somebody takes at an hour of the day."""
        part = next(n for n, end in enumerate(_PARTS) if hour < end)
        return self.rng.choices(self.items, cum_weights=self.weights[part])[0]

    def open_day(self, work: Work) -> None:
        """Receive the suppliers of the day; prices rise with the quarter, stock is counted."""
        self.deliver(work, weekday=work.today.weekday())
        if work.today.day == 2 and work.today.month in _QUARTERS:
            self.raise_prices(work, "", _RISE, _ROUNDING)
        if work.today.day == 20:
            self._count(work)

    def deliver(self, work: Work, weekday: int | None = None) -> None:
        """Receive what the suppliers of a weekday bring; None means all of them."""
        for item in self.items:
            if item.level is None or item.level > item.full // 2:
                continue
            if weekday is not None and weekday != _SUPPLIERS.index(item.supplier):
                continue
            pack = _PIECE if item.weighed else _PACK
            missing = -(-(item.full - item.level) // pack) * pack
            cost = item.price * 68 // 100
            receive_stock(work, StockRequest(self._request(), item.id, missing, cost=cost))
            item.level += missing

    def raise_prices(self, work: Work, category: str, rise: int, rounding: Centavos) -> None:
        """Raise the prices of a category, or all."""
        change = PriceChange(category=category, basis_points=rise, rounding=rounding)
        apply_price_change(work, self._request(), change)
        for item in self.items:
            item.price = get_product(work, item.id).price

    def raise_delicatessen(self, work: Work) -> None:
        """Raise the prices of what is sold by weight, as the last change of the demo."""
        self.raise_prices(work, _DELICATESSEN, 800, _ROUNDING)

    def move(self, item: Item, quantity: Milli) -> None:
        """Keep the level of what was sold or came back."""
        if item.level is not None:
            item.level += quantity

    def _add(
        self, work: Work, name: str, price: Centavos, code: str, *, category: str, supplier: str
    ) -> None:
        weighed = category == _DELICATESSEN
        cheaper = max(round(price / self.deflator / _ROUNDING), 1) * _ROUNDING
        kept = name not in _NO_STOCK
        request = ProductRequest(
            name,
            barcodes=(code,),
            category=category,
            supplier=supplier,
            price=cheaper,
            cost=cheaper * 68 // 100,
            unit=Unit.KILOGRAM if weighed else Unit.PIECE,
            tracks_stock=kept,
            minimum_stock=_PIECE if weighed else self.rng.choice((3, 6)) * _PIECE,
        )
        together = sum(count for kind, _, count in _SHELVES if kind == category)
        share = max(_DEMAND[category]) / 100 / (together or len(_BY_WEIGHT))
        full = 6 * _PIECE if weighed else -(-int(share * _FORTNIGHT * _PIECE) // _PACK) * _PACK
        product_id = add_product(work, request)
        level = 0 if kept else None
        self.items.append(Item(product_id, category, supplier, cheaper, weighed, level, full))

    def _count(self, work: Work) -> None:
        kept = [item for item in self.items if item.level]
        for item in self.rng.sample(kept, min(len(kept), 4)):
            assert item.level is not None, "chosen so"
            lost = 0 if item.weighed else self.rng.choice((0, 0, _PIECE))
            item.level -= lost
            request = StockRequest(self._request(), item.id, item.level, "Recuento de la góndola")
            count_stock(work, request)
        broken = self.rng.choice(kept)
        assert broken.level is not None, "chosen so"
        gone = min(broken.level, _PIECE)
        broken.level -= gone
        adjust_stock(work, StockRequest(self._request(), broken.id, -gone, "Se rompió"))

    def _request(self) -> str:
        self.count += 1
        return f"demo-shelf-{self.count}"


def _barcode(number: int) -> str:
    body = f"7790000{number:05d}"
    return body + str(ean.calc_check_digit(body))
