"""Which products a message names: what it doesn't name is not offered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.offers.names import heads

if TYPE_CHECKING:
    from kioskifly_desktop.core.offers import Candidate, OfferPlan

_WORD = re.compile(r"\w+")


def offered_in(plan: OfferPlan, text: str) -> list[Candidate]:
    """Return the products of an offer that its text names, at least by their first words."""
    said = f" {_words(text)} "
    return [each for each in plan.candidates if _names(said, each.name)]


def _names(said: str, name: str) -> bool:
    known = heads([_words(name)])
    return any(f" {' '.join(head)} " in said for head in known)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
