"""What a cart costs a client: prices, discounts, promotions, points; docs/decisions/0015."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import PointsOffError, PointsRangeError, PointsShortError
from kioskifly_desktop.core.loyalty import (
    Pieces,
    best,
    bonuses_of,
    in_use,
    is_birthday,
    points_of,
    running,
)
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.sales.lines import PricedLine, Rebate, price_lines
from kioskifly_desktop.core.sales.tables import RebateKind
from kioskifly_desktop.core.sales.totals import shared_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.loyalty import InUse, Rule
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.sales.lines import SaleLineRequest
    from kioskifly_desktop.core.work import Work

POINTS_NAME = Phrase("Canje de puntos")

_PIECE = 1000


@dataclass(frozen=True, slots=True)
class Quote:
    """What a cart costs, line by line; `earns` and `redeems` count points.

    The client has `points`, None where the shop gives none; this cart takes up to `redeemable`.
    """

    lines: tuple[PricedLine, ...]
    total: Centavos
    earns: int = 0
    redeems: int = 0
    points: int | None = None
    redeemable: int = 0

    @property
    def rebates(self) -> list[tuple[str, Centavos]]:
        """What promotions and points take off, by name."""
        found: Counter[str] = Counter()
        for line in self.lines:
            for rebate in line.rebates:
                found[rebate.name] += rebate.amount
        return list(found.items())


def quote(
    work: Work, lines: Sequence[SaleLineRequest], client_id: int | None, points: int = 0
) -> Quote:
    """Return what a cart costs a client today, redeeming so many points; nothing is sold yet.

    Raises:
        ClientNotFoundError: there is no such client.
        ShopError: of a line, as `price_lines`; of the points, as `quote_for`.
    """
    buyer = None if client_id is None else get_client(work, client_id)
    return quote_for(work, lines, buyer, points, sells=False)


def is_quoted(work: Work, buyer: Client | None) -> bool:
    """Tell whether a cart of theirs may cost anything else than its prices less its discounts."""
    used = in_use(work, buyer.id if buyer else None)
    listed = buyer is not None and buyer.price_list_id is not None
    return used.promotions or used.discounts or listed


def quote_for(
    work: Work,
    requests: Sequence[SaleLineRequest],
    buyer: Client | None,
    points: int = 0,
    *,
    sells: bool = True,
) -> Quote:
    """Return what a cart costs a client that is at hand, to sell it or only to look.

    Raises:
        PointsOffError: points are asked for, of nobody or where there are none.
        PointsShortError, PointsRangeError: the sale takes none, or takes fewer.
    """
    client_id = buyer.id if buyer else None
    used = in_use(work, client_id)
    lines = price_lines(work, requests, buyer, discounts=used.discounts, sells=sells)
    if used.promotions and (rules := running(work, client_id)):
        lines = _promoted(lines, rules)
    terms = used.terms
    if buyer is None or not terms.on:
        if points:
            raise PointsOffError(field="points")
        return Quote(tuple(lines), sum(line.total for line in lines))
    return _with_points(work, buyer, used, lines, points)


def _promoted(lines: list[PricedLine], rules: Mapping[int, tuple[str, Rule]]) -> list[PricedLine]:
    cart = [
        Pieces(
            i, line.product_id, line.category, line.price, line.discount, line.quantity // _PIECE
        )
        for i, line in enumerate(lines)
        if line.unit is Unit.PIECE
    ]
    applied = best(cart, [rule for _, rule in rules.values()])
    if not applied:
        return lines
    inside: Counter[int] = Counter()
    for each in applied:
        inside.update(each.pieces)
    gave_up = {pieces.line: pieces.given_up for pieces in cart}
    found = list(lines)
    for i, count in inside.items():
        # Where all pieces are in promotions there is no discount left to show.
        if count * _PIECE == lines[i].quantity and lines[i].discount:
            found[i] = replace(lines[i], discount=0, total=lines[i].gross)
    rebates: Counter[tuple[int, int]] = Counter()
    left = {i: found[i].total for i in inside}
    for each in applied:
        plain = {i: gave_up[i] if found[i].discount else 0 for i in each.pieces}
        back = sum(count * (gave_up[i] - plain[i]) for i, count in each.pieces.items())
        weights = [count * (found[i].price - plain[i]) for i, count in each.pieces.items()]
        for i, share in zip(each.pieces, shared_out(each.saves + back, weights), strict=True):
            part = min(share, left[i])
            left[i] -= part
            rebates[i, each.promotion_id] += part
    for (i, promotion_id), amount in rebates.items():
        if amount:
            name = rules[promotion_id][0]
            rebate = Rebate(RebateKind.PROMOTION, promotion_id, name, amount)
            found[i] = _less(found[i], rebate)
    return found


def _with_points(
    work: Work, buyer: Client, used: InUse, lines: list[PricedLine], points: int
) -> Quote:
    terms, left_out = used.terms, used.terms.left_out()
    has = points_of(work, buyer.id, terms)
    counts = [line.category not in left_out for line in lines]
    weights = [line.total if count else 0 for line, count in zip(lines, counts, strict=True)]
    total = sum(line.total for line in lines)
    # Something is left to pay: a ticket of nothing is none.
    most = max(0, min(has, sum(weights) // terms.value, (total - 1) // terms.value))
    redeemable = most if most >= terms.least else 0
    if points:
        if not redeemable:
            raise PointsShortError(field="points", least=terms.least)
        if not terms.least <= points <= redeemable:
            raise PointsRangeError(field="points", least=terms.least, most=redeemable)
        shares = shared_out(points * terms.value, weights)
        lines = [
            _less(line, Rebate(RebateKind.POINTS, None, POINTS_NAME, share)) if share else line
            for line, share in zip(lines, shares, strict=True)
        ]
    counted = [line for line, count in zip(lines, counts, strict=True) if count]
    earns = sum(line.total for line in counted) // terms.per_point
    if is_birthday(buyer.birthday, work.today):
        earns *= terms.birthday_multiplier
    if used.bonuses:
        given = bonuses_of(work, (line.product_id for line in counted))
        earns += sum(given.get(line.product_id, 0) * (line.quantity // _PIECE) for line in counted)
    return Quote(
        lines=tuple(lines),
        total=sum(line.total for line in lines),
        earns=earns,
        redeems=points,
        points=has,
        redeemable=redeemable,
    )


def _less(line: PricedLine, rebate: Rebate) -> PricedLine:
    return replace(line, total=line.total - rebate.amount, rebates=(*line.rebates, rebate))
