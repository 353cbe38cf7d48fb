"""What a point costs and is worth."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.errors import LoyaltyFigureError
from kioskifly_desktop.core.es_ar import fold, format_money
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.settings import change_preferences, setting
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

MAX_POINTS = 1_000_000
MAX_MONTHS, MAX_MULTIPLIER = 120, 10

_TERMS = "loyalty.points"


@dataclass(frozen=True, slots=True)
class LoyaltyTerms:
    """How points are earned and what they are worth.

    One for each whole `per_point` centavos of a sale; `expiry_months` 0 is never. Goods of the
    categories `excluded` neither earn nor are paid with points: of tobacco the Ley 26.687
    forbids it.
    """

    on: bool = False
    per_point: Centavos = 1_000_00
    value: Centavos = 10_00
    least: int = 50
    expiry_months: int = 12
    birthday_multiplier: int = 2
    excluded: tuple[str, ...] = ("Cigarrillos", "Tabaco")

    def left_out(self) -> frozenset[str]:
        """Return the categories left out, folded."""
        return frozenset(fold(each) for each in self.excluded)


STORED = select(setting.c.value).where(setting.c.key == _TERMS)
"""What the owner chose, as it is kept."""


def loyalty_terms(work: Work) -> LoyaltyTerms:
    """Return what the owner chose."""
    return terms_of(work.db.execute(STORED).scalar())


def terms_of(stored: str | None) -> LoyaltyTerms:
    """Read the terms as they are kept."""
    if not stored:
        return _USUAL
    values = json.loads(stored)
    return LoyaltyTerms(**values | {"excluded": tuple(values["excluded"])})


def save_loyalty_terms(work: Work, terms: LoyaltyTerms) -> None:
    """Change how points are earned and what they are worth.

    Raises:
        NotAllowedError: the person may not.
        LoyaltyFigureError: a figure is not within reason.
    """
    for field, label, least, most in _FIGURES:
        if not least <= getattr(terms, field) <= most:
            money = field in _MONEY
            minimum, maximum = (format_money(n) if money else f"{n}" for n in (least, most))
            raise LoyaltyFigureError(field=field, label=label, minimum=minimum, maximum=maximum)
    excluded = [clean(each, field="excluded", limit=60) for each in terms.excluded]
    values = asdict(terms) | {"excluded": [each for each in excluded if each]}
    change_preferences(work, {_TERMS: json.dumps(values, ensure_ascii=False)})


_USUAL = LoyaltyTerms()
_MONEY = {"per_point", "value"}
_FIGURES = (
    ("per_point", Phrase("Lo que se gasta por punto"), 1_00, MAX_AMOUNT),
    ("value", Phrase("Lo que vale un punto"), 1, MAX_AMOUNT),
    ("least", Phrase("El mínimo para canjear"), 1, MAX_POINTS),
    ("expiry_months", Phrase("Los meses hasta que vencen"), 0, MAX_MONTHS),
    ("birthday_multiplier", Phrase("Los puntos por cumpleaños"), 1, MAX_MULTIPLIER),
)
