"""Where a text says the names it may say: the offer's products, the client's and the shop's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.offers.names import head, product_name, tells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kioskifly_desktop.core.offers.candidates import OfferPlan

GONE = "\0"
"""What stands in a text for a name that was taken out."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’´`][^\W\d_]+)*")
_LOOSE = frozenset(" -.,;:'’/&+°()·\"«»“”")
"""What may stand between two words of a name, or not."""
_FORMAT = ("Cc", "Cf")
_VARIATIONS = "\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name from `start` to `end`: of the candidates in those places, or of nobody's goods."""

    start: int
    end: int
    products: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    folded: str


def plain(text: str) -> str:
    """Return a text in its plainest letters, without what can't be seen."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(
        c
        for c in composed
        if c == "\n" or (unicodedata.category(c) not in _FORMAT and c not in _VARIATIONS)
    )


def mentions(plan: OfferPlan, text: str) -> list[Mention]:
    """Return the names that a plain text says, in order.

    A product is named in full, or by its first words and any of the rest.
    """
    reading = _Reading(text)
    names: list[tuple[str, frozenset[int]]] = [
        (plan.shop_name, frozenset()),
        (plan.first_name, frozenset()),
    ]
    for place, each in enumerate(plan.candidates):
        names += [(each.name, frozenset((place,))), (product_name(each.name), frozenset((place,)))]
    for name, products in sorted(names, key=lambda each: -len(each[0])):
        reading.find(plain(name), products)
    by_head: dict[tuple[str, ...], set[int]] = {}
    for place, each in enumerate(plan.candidates):
        words = [word.folded for word in _words(plain(each.name))]
        by_head.setdefault(head(words), set()).add(place)
    for first, places in by_head.items():
        if first:
            rest = {w.folded for n in places for w in _words(plain(plan.candidates[n].name))}
            reading.find_head(first, rest, frozenset(places))
    return sorted(reading.found, key=lambda each: each.start)


def without(text: str, found: Sequence[Mention]) -> str:
    """Return a text with its mentions taken out, each character's place kept."""
    for each in found:
        text = text[: each.start] + GONE * (each.end - each.start) + text[each.end :]
    return text


class _Reading:
    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _words(text)
        self.taken = [False] * len(self.words)
        self.found: list[Mention] = []

    def find(self, name: str, products: frozenset[int]) -> None:
        """Find where a whole name stands."""
        wanted = _words(name)
        if not wanted:
            return
        gaps = [name[a.end : b.start] for a, b in pairwise(wanted)]
        tail = name[wanted[-1].end :].strip()
        for first in self._starts([word.folded for word in wanted]):
            last = first + len(wanted) - 1
            said = [self._gap(place) for place in range(first, last)]
            if all(_same_gap(a, b) for a, b in zip(said, gaps, strict=True)):
                end = self.words[last].end
                if tail and self.text[end:].lstrip(" ").startswith(tail):
                    end = self.text.index(tail, end) + len(tail)
                self._take(first, last, end, products)

    def find_head(self, first: Sequence[str], rest: set[str], products: frozenset[int]) -> None:
        """Find where a name is said by its first words, and how much of the rest follows."""
        for start in self._starts(first):
            last = start + len(first) - 1
            if not all(_same_gap(self._gap(n), "") for n in range(start, last)):
                continue
            for place in range(last + 1, len(self.words)):
                word = self.words[place].folded
                if self.taken[place] or not _same_gap(self._gap(place - 1), ""):
                    break
                if word in rest and tells(word):
                    last = place
                elif tells(word):
                    break
            self._take(start, last, self.words[last].end, products)

    def _starts(self, wanted: Sequence[str]) -> Iterator[int]:
        for first in range(len(self.words) - len(wanted) + 1):
            span = slice(first, first + len(wanted))
            if any(self.taken[span]):
                continue
            if [word.folded for word in self.words[span]] == list(wanted):
                yield first

    def _gap(self, place: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.words[place].end : self.words[place + 1].start]

    def _take(self, first: int, last: int, end: int, products: frozenset[int]) -> None:
        for place in range(first, last + 1):
            self.taken[place] = True
        self.found.append(Mention(self.words[first].start, end, products))


def _words(text: str) -> list[_Word]:
    # A size is one word however its decimals are written.
    return [
        _Word(each.start(), each.end(), fold(each.group()).replace(" ", ","))
        for each in _WORD.finditer(text)
    ]


def _same_gap(said: str, named: str) -> bool:
    loose = _LOOSE.issuperset(said) and _LOOSE.issuperset(named)
    return loose or said.strip(" ") == named.strip(" ")
