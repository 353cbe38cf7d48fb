"""What is bought together, found the slow and plain way: ticket by ticket."""

from __future__ import annotations

from itertools import product
from math import sqrt

LEAST = 3
ANCHORS = 5


def slow_complements(tickets, anchors, limit=20):
    """Return (product, because, together, support, confidence, lift) of the best complements.

    `tickets` are sets of products.
    """
    anchors = list(dict.fromkeys(anchors))[:ANCHORS]
    others = set().union(*tickets) - set(anchors)
    best: dict[int, tuple[tuple[float, int, int], tuple[float, ...]]] = {}
    for because, other in product(anchors, others):
        both = sum(because in ticket and other in ticket for ticket in tickets)
        if both < LEAST:
            continue
        with_one = sum(because in ticket for ticket in tickets)
        with_other = sum(other in ticket for ticket in tickets)
        lift = both * len(tickets) / (with_one * with_other)
        if both * len(tickets) <= with_one * with_other:
            continue
        expected = with_one * with_other / len(tickets)
        surprise = (both - expected) / sqrt(expected)
        found = (other, because, both, both / len(tickets), both / with_one, lift)
        key = (-surprise, other, because)
        if other not in best or key < best[other][0]:
            best[other] = (key, found)
    return [found for _, found in sorted(best.values())][:limit]
