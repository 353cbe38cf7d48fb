"""How a client is greeted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.fiscal import FiscalCondition

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients.record import Client


_TITLES = frozenset(("sr", "sra", "srta", "don", "dona", "dr", "dra", "prof", "lic", "ing", "arq"))


def greeting_name(owner: Client) -> str:
    """Return how a client is greeted: a consumer by the first name, a trade by the whole of it.

    `GÓMEZ, ana` is Ana, and Don José keeps his title.
    """
    if owner.condition is not FiscalCondition.FINAL_CONSUMER:
        return owner.name
    # «Pérez, Juan» and «Juan Pérez» are one person.
    _, _, after = owner.name.partition(",")
    words = (after.strip() or owner.name).split()
    said = words[:2] if fold(words[0]) in _TITLES else words[:1]
    return " ".join(_capitalized(word) for word in said).strip() or owner.name


def _capitalized(word: str) -> str:
    plain = word.strip("«»\"'“”,;:{}()")
    return plain.capitalize() if plain.islower() or plain.isupper() else plain
