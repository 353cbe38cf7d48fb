"""The demo's clients: who they are, what was agreed with them and how they behave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kioskifly_desktop.core.clients import ClientRequest
from kioskifly_desktop.core.fiscal import DocumentType, FiscalCondition
from kioskifly_desktop.demo import names

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from kioskifly_desktop.core.money import BasisPoints, Centavos
    from kioskifly_desktop.demo.products import Item

_HABITS = ((1.3, 3), (0.5, 4), (0.2, 3), (0.02, 1))
"""Visits a week, and how many things at most."""
_PHONES = (
    ("351 {area}-{rest:04d}", 38),
    ("0351 15 {area}{rest:04d}", 12),
    ("351-15-{area}-{rest:04d}", 8),
    ("+54 9 351 {area}-{rest:04d}", 12),
    ("15 {area} {rest:04d}", 8),
    ("{area}{rest:04d}", 8),
    ("03543 15 42{rest:04d}", 5),
    ("11 4{area}-{rest:04d}", 4),
    ("+598 99 {area} {area}", 2),
    ("{area}-{rest:04d} int. 4", 3),
)
"""How people leave their number, of a hundred; of the last, a person must make sense."""


@dataclass(slots=True)
class Person:
    """A client of the demo, and how they behave."""

    id: int
    visits_a_week: float
    basket: int
    pays: float
    favourites: list[Item]
    discount: BasisPoints
    gone: date | None
    owes: Centavos = 0
    promised: tuple[date, Centavos] | None = None


class People:
    """Makes clients, each with a document of their own."""

    def __init__(self, rng: random.Random, last: date) -> None:
        self.rng = rng
        self.last = last
        self.documents: set[str] = set()

    def behave(
        self, client_id: int, request: ClientRequest, since: date, last: date, items: list[Item]
    ) -> Person:
        """Return how a client will behave from a day on."""
        rng = self.rng
        visits, basket = rng.choices(_HABITS, (12, 25, 35, 28))[0]
        gone = None
        if rng.random() < 0.18:
            # Came no more: debts of every age stay behind, as in any notebook.
            gone = since + timedelta(days=rng.randint(10, max((last - since).days, 11)))
        return Person(
            id=client_id,
            visits_a_week=visits,
            basket=basket,
            pays=rng.choice((0.3, 0.5, 0.7, 0.8, 0.9)),
            favourites=rng.sample(items, 5),
            discount=request.discount,
            gone=gone,
        )

    def request(self, number: int) -> ClientRequest:
        """Return what the form says of the client of a number."""
        rng = self.rng
        first = ""
        if number % 9 == 4:
            name = f"{rng.choice(names.TRADES)} {rng.choice(names.TRADE_NAMES)}"
            condition = rng.choice(
                (
                    FiscalCondition.MONOTRIBUTO,
                    FiscalCondition.MONOTRIBUTO,
                    FiscalCondition.REGISTERED,
                )
            )
            document_type, document = DocumentType.CUIT, self._document(self._cuit)
        else:
            first = rng.choice(names.FIRST_NAMES)
            name = f"{first} {rng.choice(names.SURNAMES)}"
            if rng.random() < 0.15:
                name += f" {rng.choice(names.SURNAMES)}"
            condition = FiscalCondition.FINAL_CONSUMER
            document_type, document = DocumentType.NONE, ""
            if rng.random() < 0.75:
                document_type, document = DocumentType.DNI, self._document(self._dni)
        return ClientRequest(
            name=name,
            condition=condition,
            document_type=document_type,
            document_number=document,
            birthday=self._birthday(number) if first else None,
            address=f"{rng.choice(names.STREETS)} {rng.randint(10, 4900)}"
            if rng.random() < 0.6
            else "",
            phone=self._phone() if rng.random() < 0.85 else "",
            debt_limit=rng.choice((None, None, None, 3_000_000, 5_000_000, 8_000_000, 15_000_000)),
            credit_days=rng.choice((None, None, None, 30, 45, 60)),
            account_enabled=rng.random() >= 0.03,
            discount=1000 if rng.random() < 0.06 else 0,
            accepts_messages=rng.random() >= 0.06,
        )

    def _birthday(self, number: int) -> date | None:
        rng = self.rng
        if number % 25 == 6:
            # Within a week of today, which is the day after the last.
            soon = self.last + timedelta(days=rng.randint(1, 8))
            return soon.replace(year=rng.randrange(1948, 2004, 4))
        born = date(1945, 1, 1) + timedelta(days=rng.randint(0, 365 * 60))
        return born if rng.random() < 0.4 else None

    def _phone(self) -> str:
        shapes, weights = zip(*_PHONES, strict=True)
        shape: str = self.rng.choices(shapes, weights)[0]
        return shape.format(area=self.rng.randint(200, 799), rest=self.rng.randint(0, 9999))

    def _document(self, make: Callable[[], str]) -> str:
        while True:
            document = make()
            if document not in self.documents:
                self.documents.add(document)
                return document

    def _dni(self) -> str:
        return str(self.rng.randint(10_000_000, 47_000_000))

    def _cuit(self) -> str:
        while True:
            body = f"{self.rng.choice((20, 27, 30))}{self.rng.randint(10_000_000, 71_999_999)}"
            weights = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
            digit = 11 - sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
            if digit != 10:
                return f"{body}{digit % 11}"
