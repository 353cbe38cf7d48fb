"""Which pieces of a cart go into which promotions: docs/decisions/0015.

A piece has its own discount or a place in one promotion, never both. What a set of pieces in a
promotion saves is what the promotion takes off less the discounts its pieces give up.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import comb, prod
from typing import TYPE_CHECKING, TypeAlias

from kioskifly_desktop.core.money import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kioskifly_desktop.core.money import BasisPoints, Centavos

_SMALL = 1_500
"""Sets looked at for every way to share pieces out; a cart with more takes the best set first."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of a line: their price and own discount, how many there are."""

    line: int
    product_id: int
    category: str
    price: Centavos
    discount: BasisPoints
    count: int

    @property
    def given_up(self) -> Centavos:
        """The discount of one piece."""
        return (2 * self.price * self.discount + WHOLE) // (2 * WHOLE)


@dataclass(frozen=True, slots=True)
class Pool:
    """Any `size` pieces of some products or categories, the `reduced` cheapest `percent` off."""

    id: int
    size: int
    reduced: int
    percent: BasisPoints
    products: frozenset[int]
    categories: frozenset[str]

    def admits(self, pieces: Pieces) -> bool:
        """Tell whether pieces count for it."""
        return pieces.product_id in self.products or pieces.category in self.categories

    def sets(self, kinds: Sequence[Pieces]) -> Iterable[_Set]:
        """Give the sets of kinds that make one, the kinds that it admits at their places."""
        places = [i for i, kind in enumerate(kinds) if self.admits(kind)]
        return combinations_with_replacement(places, self.size)

    def count(self, kinds: Sequence[Pieces]) -> int:
        """Return how many sets there are."""
        admitted = sum(1 for kind in kinds if self.admits(kind))
        return comb(admitted + self.size - 1, self.size) if admitted else 0

    def takes_off(self, prices: list[Centavos]) -> Centavos:
        """Return what it takes off pieces at those prices."""
        cheapest = sorted(prices)[: self.reduced]
        return sum((2 * price * self.percent + WHOLE) // (2 * WHOLE) for price in cheapest)


@dataclass(frozen=True, slots=True)
class Combo:
    """So many pieces of each product, together at one price."""

    id: int
    price: Centavos
    parts: tuple[tuple[int, int], ...]

    def admits(self, pieces: Pieces) -> bool:
        """Tell whether pieces count for it."""
        return any(pieces.product_id == product_id for product_id, _ in self.parts)

    def sets(self, kinds: Sequence[Pieces]) -> Iterable[_Set]:
        """Give the sets of kinds that make one."""
        found: list[_Set] = [()]
        for product_id, wanted in self.parts:
            places = [i for i, kind in enumerate(kinds) if kind.product_id == product_id]
            ways = list(combinations_with_replacement(places, wanted))
            found = [(*chosen, *more) for chosen in found for more in ways]
        return found

    def count(self, kinds: Sequence[Pieces]) -> int:
        """Return how many sets there are."""
        of = Counter(kind.product_id for kind in kinds)
        return prod(
            comb(of[product_id] + wanted - 1, wanted) if of[product_id] else 0
            for product_id, wanted in self.parts
        )

    def takes_off(self, prices: list[Centavos]) -> Centavos:
        """Return what it takes off pieces at those prices."""
        return sum(prices) - self.price


Rule: TypeAlias = Pool | Combo
_Set: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """A promotion and how many pieces of each line are in it, `saves` beyond their discounts."""

    promotion_id: int
    pieces: dict[int, int]
    saves: Centavos


def best(cart: Sequence[Pieces], rules: Sequence[Rule]) -> list[Applied]:
    """Return the promotions that save most, by the rule in docs/decisions/0015."""
    admitted = [pieces for pieces in cart if pieces.price and pieces.count]
    found: list[Applied] = []
    for part, of_part in _apart(admitted, rules):
        found += _of_part(part, of_part)
    return found


def _apart(cart: Sequence[Pieces], rules: Sequence[Rule]) -> list[tuple[list[Pieces], list[Rule]]]:
    """Return the cart in parts no promotion reaches across; what none reaches is left out."""
    parts: list[tuple[set[int], list[Rule]]] = []
    for rule in rules:
        reached = {i for i, pieces in enumerate(cart) if rule.admits(pieces)}
        if not reached:
            continue
        together, with_it = set(reached), [rule]
        others = []
        for places, of_part in parts:
            if places & reached:
                together |= places
                with_it = of_part + with_it
            else:
                others.append((places, of_part))
        parts = [*others, (together, with_it)]
    return [([cart[i] for i in sorted(places)], of_part) for places, of_part in parts]


def _of_part(part: Sequence[Pieces], rules: Sequence[Rule]) -> list[Applied]:
    named = {product for rule in rules if isinstance(rule, Combo) for product, _ in rule.parts}
    alike: dict[tuple[object, ...], list[Pieces]] = {}
    for pieces in part:
        reached = tuple(rule.id for rule in rules if rule.admits(pieces))
        product_id = pieces.product_id if pieces.product_id in named else None
        key = (-pieces.price, pieces.discount, reached, product_id or 0)
        alike.setdefault(key, []).append(pieces)
    ordered = [alike[key] for key in sorted(alike)]
    kinds = [each[0] for each in ordered]
    counts = tuple(sum(pieces.count for pieces in each) for each in ordered)
    ways = prod(count + 1 for count in counts) * sum(rule.count(kinds) for rule in rules)
    chosen = (_every_way if ways <= _SMALL else _best_first)(kinds, counts, rules)
    return _on_lines(ordered, chosen)


_Chosen: TypeAlias = list[tuple[Rule, _Set, int, int]]
"""A rule, the kinds in a set of it, what one saves, and how many."""


def _saves(rule: Rule, kinds: Sequence[Pieces], chosen: _Set) -> Centavos:
    given_up = sum(kinds[i].given_up for i in chosen)
    return rule.takes_off([kinds[i].price for i in chosen]) - given_up


class _Search:
    """Every way to take sets, each state looked at once.

    No nested function: one that calls itself is garbage that only the collector takes away, in a
    pause that a scan would wait for.
    """

    def __init__(self, sets: Sequence[tuple[dict[int, int], Centavos]]) -> None:
        self._sets = sets
        self._seen: dict[tuple[tuple[int, ...], int], tuple[Centavos, tuple[int, ...]]] = {}

    def most(self, left: tuple[int, ...], first: int = 0) -> tuple[Centavos, tuple[int, ...]]:
        """Return the most that the pieces left save in sets from the `first` on, and which."""
        key = (left, first)
        if key in self._seen:
            return self._seen[key]
        top: tuple[Centavos, tuple[int, ...]] = (0, ())
        for place in range(first, len(self._sets)):
            needs, gain = self._sets[place]
            for i, n in needs.items():
                if left[i] < n:
                    break
            else:
                rest = list(left)
                for i, n in needs.items():
                    rest[i] -= n
                saved, others = self.most(tuple(rest), place)
                if gain + saved > top[0]:
                    top = (gain + saved, (place, *others))
        self._seen[key] = top
        return top


def _every_way(kinds: Sequence[Pieces], counts: tuple[int, ...], rules: Sequence[Rule]) -> _Chosen:
    """Return the sets that save most of all that there are."""
    sets = [
        (rule, chosen, gain)
        for rule in rules
        for chosen in rule.sets(kinds)
        if (gain := _saves(rule, kinds, chosen)) > 0
    ]
    search = _Search([(dict(Counter(chosen)), gain) for _, chosen, gain in sets])
    picked = Counter(search.most(counts)[1])
    return [(*sets[i], times) for i, times in picked.items()]


def _best_first(kinds: Sequence[Pieces], counts: tuple[int, ...], rules: Sequence[Rule]) -> _Chosen:
    """Return the sets that save most, one after another; the earlier promotion where two tie."""
    left = list(counts)
    found: _Chosen = []
    while True:
        top = max(
            (
                (_saves(rule, kinds, chosen), -place, chosen)
                for place, rule in enumerate(rules)
                for chosen in _runs(rule, kinds, left)
            ),
            default=(0, 0, ()),
        )
        gain, place, chosen = top
        if gain <= 0:
            return found
        needs = Counter(chosen)
        times = min(left[i] // n for i, n in needs.items())
        for i, n in needs.items():
            left[i] -= n * times
        found.append((rules[-place], chosen, gain, times))


def _runs(rule: Rule, kinds: Sequence[Pieces], left: Sequence[int]) -> Iterable[_Set]:
    """Give the sets of neighbours by price; of a combo, the dearest of each product."""
    if isinstance(rule, Pool):
        row = [
            i
            for i, kind in enumerate(kinds)
            if rule.admits(kind)
            for _ in range(min(left[i], rule.size))
        ]
        for start in range(len(row) - rule.size + 1):
            yield tuple(row[start : start + rule.size])
        return
    chosen: list[int] = []
    for product_id, wanted in rule.parts:
        row = [
            i
            for i, kind in enumerate(kinds)
            if kind.product_id == product_id
            for _ in range(min(left[i], wanted))
        ]
        if len(row) < wanted:
            return
        row.sort(key=lambda i: kinds[i].given_up - kinds[i].price)
        chosen += row[:wanted]
    yield tuple(chosen)


def _on_lines(ordered: Sequence[Sequence[Pieces]], chosen: _Chosen) -> list[Applied]:
    """Return the chosen sets by the lines their pieces are taken from, the first ones first."""
    left = {pieces.line: pieces.count for alike in ordered for pieces in alike}
    found: list[Applied] = []
    for rule, places, gain, times in chosen:
        taken: Counter[int] = Counter()
        for place, wanted in Counter(places).items():
            wanted *= times  # noqa: PLW2901 - of all the sets
            for pieces in ordered[place]:
                part = min(wanted, left[pieces.line])
                left[pieces.line] -= part
                taken[pieces.line] += part
                wanted -= part  # noqa: PLW2901 - what is still to take
        found.append(Applied(rule.id, dict(+taken), gain * times))
    return found
