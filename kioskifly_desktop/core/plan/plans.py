"""What each plan gives: the only place where its figures are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from datetime import date


class Feature(StrEnum):
    """What a plan may have or lack."""

    OFFERS = "offers"


FEATURE_NAMES = {Feature.OFFERS: Phrase("Generación de ofertas personalizadas")}


class Limit(StrEnum):
    """What a plan may bound; the names of `Plan`'s fields."""

    CLIENTS = "clients"
    USERS = "users"
    REGISTERS = "registers"


LIMIT_NAMES = {
    Limit.CLIENTS: (Phrase("cliente"), Phrase("clientes")),
    Limit.USERS: (Phrase("usuario"), Phrase("usuarios")),
    Limit.REGISTERS: (Phrase("caja"), Phrase("cajas")),
}
"""Of one and of many."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a shop may do; None is without limit, `expires` is the last day it holds."""

    name: str
    clients: int | None
    users: int | None
    registers: int | None
    features: frozenset[Feature]
    expires: date | None = None

    def most(self, limit: Limit) -> int | None:
        """Return how many of something the plan admits, None without limit."""
        found: int | None = getattr(self, limit)
        return found


FREE = Plan("Gratis", clients=2_000, users=5, registers=6, features=frozenset({Feature.OFFERS}))
"""The plan of a shop without a key: more than a kiosk fills while it tries the program."""

PLANS = (
    FREE,
    Plan("Comercio", clients=20_000, users=20, registers=20, features=frozenset(Feature)),
    Plan("Cadena", clients=None, users=None, registers=None, features=frozenset(Feature)),
)
"""The plans there are, each one above the one before."""
