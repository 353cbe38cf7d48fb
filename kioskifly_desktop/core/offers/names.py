"""The names of an offer: how they are said, and by which of their words they are known."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NAME_LIMIT = 60
SHOP = "el kiosco"
"""What a shop without a name is called."""

_KEPT = frozenset("-.,;:'’´/&+%°()¡!¿?«»“”\"·")
_TELLING = 2
"""Words that tell a product: `coca cola`, `pan de molde`; what follows is size and taste."""
_STOPWORDS = frozenset(
    (
        *(
            "a",
            "al",
            "con",
            "de",
            "del",
            "el",
            "en",
            "la",
            "las",
            "lo",
            "los",
            "para",
            "por",
            "sin",
        ),
        *("y", "tu", "un", "una", "x", "c", "cc", "g", "gr", "kg", "l", "lt", "ml", "u"),
    )
)


def said(name: str, limit: int | None = None) -> str:
    """Return a name as a message says it: one line, and no sign that means something else.

    Braces are the places of names, stars and such are WhatsApp's own.
    """
    plain = "".join(c if _is_kept(c) else " " for c in unicodedata.normalize("NFC", name))
    return re.sub(r" ([.,;:!?)])", r"\1", " ".join(plain.split()))[:limit].strip()


def product_name(name: str) -> str:
    """Return a product's name as it is said and as it leaves, of bounded length."""
    return said(name, NAME_LIMIT)


def heads(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return the first words of folded product names, up to the second that tells."""
    return frozenset(filter(None, (head(name.split()) for name in names)))


def head(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that a product is known by."""
    telling = 0
    for count, word in enumerate(words, 1):
        telling += word not in _STOPWORDS
        if telling == _TELLING:
            return tuple(words[:count])
    return tuple(words) if telling else ()


def tells(word: str) -> bool:
    """Whether a folded word tells a product from others."""
    return word not in _STOPWORDS


def _is_kept(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character in _KEPT
