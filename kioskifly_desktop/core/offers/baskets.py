"""What is bought together: support, confidence and lift over the shop's own tickets.

Of products A and B and the tickets looked at: support is the part of them with both, confidence
the part of those with A that have B, and lift how many times more often than by chance.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from heapq import nsmallest
from math import sqrt
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select, union

from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import BindParameter

    from kioskifly_desktop.core.work import Work

HORIZON = 60_000
"""The newest tickets looked at, half a year of a very busy kiosk: habits change, and the answer
must come while somebody waits."""
ANCHORS = 5
LEAST_TOGETHER = 3


@dataclass(frozen=True, slots=True)
class Complement:
    """A product bought with another, `because`, on `together` tickets."""

    product_id: int
    because: int
    together: int
    support: float
    confidence: float
    lift: float


_NEWEST = select(func.coalesce(func.max(sale.c.id), 0))
_AFTER: BindParameter[int] = bindparam("after")
_TICKETS = select(func.count()).select_from(sale).where(sale.c.id > _AFTER)
# Goods given back and sales undone are no tickets; they are few, so they are counted as if they
# were and taken away: asking it of each ticket would take three times as long.
_RETURNS = select(sale.c.id).where(sale.c.id > _AFTER, sale.c.kind == SaleKind.RETURN)
_FIRST_ENTRY = select(sale.c.entry_id).where(sale.c.id > _AFTER).order_by(sale.c.id).limit(1)
_UNDONE = select(journal_entry.c.reverses).where(
    journal_entry.c.reverses >= _FIRST_ENTRY.scalar_subquery()
)
_VOIDED = select(sale.c.id).where(sale.c.entry_id.in_(_UNDONE))
_LEFT_OUT = select(sale_line.c.sale_id, sale_line.c.product_id).where(
    sale_line.c.sale_id.in_(union(_RETURNS, _VOIDED))
)
_WITH = sale_line.alias("with")
# One anchor at a time: grouped by one column it takes two thirds of the time.
_TOGETHER = (
    select(_WITH.c.product_id, func.count(sale_line.c.sale_id.distinct()))
    .join(_WITH, _WITH.c.sale_id == sale_line.c.sale_id)
    .where(sale_line.c.product_id == bindparam("anchor"), sale_line.c.sale_id > _AFTER)
    .group_by(_WITH.c.product_id)
    .having(func.count() >= LEAST_TOGETHER)
)
_NAMED = func.json_each(bindparam("products")).table_valued("value")
_ALONE = (
    select(sale_line.c.product_id, func.count(sale_line.c.sale_id.distinct()))
    .where(sale_line.c.product_id.in_(select(_NAMED.c.value)), sale_line.c.sale_id > _AFTER)
    .group_by(sale_line.c.product_id)
)


def complements(
    work: Work, product_ids: Sequence[int], limit: int = 20, *, horizon: int = HORIZON
) -> list[Complement]:
    """Return what is bought with the first `ANCHORS` products more often than by chance.

    The least likely to be chance first: by how many standard deviations the tickets with both
    pass those expected. A product stands once, with the anchor that it goes with best, and none
    of the anchors is among them. At least `LEAST_TOGETHER` tickets must have both. Looks at the
    newest `horizon` tickets.
    """
    anchors = list(dict.fromkeys(product_ids))[:ANCHORS]
    after = work.db.execute(_NEWEST).scalar_one() - horizon
    left_out = _left_out(work, after)
    together = {each: _together(work, each, after, left_out.values()) for each in anchors}
    others = set().union(*together.values()).difference(anchors)
    alone = _alone(work, sorted(others.union(anchors)), after, left_out.values())
    tickets = work.db.execute(_TICKETS, {"after": after}).scalar_one() - len(left_out)
    best: dict[int, tuple[float, int, int]] = {}
    for because in anchors:
        for other in others.intersection(together[because]):
            count, expected = together[because][other], alone[because] * alone[other] / tickets
            if count < LEAST_TOGETHER or count <= expected:
                continue
            rank = (expected - count) / sqrt(expected), other, because
            if other not in best or rank < best[other]:
                best[other] = rank
    return [
        Complement(
            product_id=other,
            because=because,
            together=together[because][other],
            support=together[because][other] / tickets,
            confidence=together[because][other] / alone[because],
            lift=together[because][other] * tickets / (alone[because] * alone[other]),
        )
        for _, other, because in nsmallest(limit, best.values())
    ]


def _left_out(work: Work, after: int) -> dict[int, set[int]]:
    """Return the products of each sale that is no ticket."""
    found: dict[int, set[int]] = {}
    for sale_id, product_id in work.db.execute(_LEFT_OUT, {"after": after}):
        found.setdefault(sale_id, set()).add(product_id)
    return found


def _together(work: Work, anchor: int, after: int, left_out: Iterable[set[int]]) -> Counter[int]:
    rows = work.db.execute(_TOGETHER, {"anchor": anchor, "after": after})
    counts: Counter[int] = Counter({row[0]: row[1] for row in rows})
    for products in left_out:
        if anchor in products:
            counts.subtract(products)
    return counts


def _alone(
    work: Work, product_ids: Sequence[int], after: int, left_out: Iterable[set[int]]
) -> Counter[int]:
    key = {"products": json.dumps(product_ids), "after": after}
    counts: Counter[int] = Counter({row[0]: row[1] for row in work.db.execute(_ALONE, key)})
    for products in left_out:
        counts.subtract(products)
    return counts
