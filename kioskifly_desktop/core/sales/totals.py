"""What a line costs: whole centavos, halves rounded up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.money import WHOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli

_UNIT: Milli = 1000


def line_total(
    price: Centavos, quantity: Milli, discount: BasisPoints, amount: Centavos | None = None
) -> Centavos:
    """Return what a line costs after its discount; `amount` is what a scale's label says of it."""
    gross = line_gross(price, quantity, amount)
    return gross - rounded(gross * discount, WHOLE)


def line_gross(price: Centavos, quantity: Milli, amount: Centavos | None = None) -> Centavos:
    """Return what a line costs before its discount."""
    return rounded(price * quantity, _UNIT) if amount is None else amount


def label_agrees(price: Centavos, quantity: Milli, amount: Centavos) -> bool:
    """Return whether an amount is the price of a quantity, give or take its last thousandth."""
    return abs(amount * _UNIT - price * quantity) <= max(price, _UNIT)


def label_quantity(price: Centavos, amount: Centavos) -> Milli:
    """Return how much a label's amount buys at a price above zero, in whole thousandths."""
    return rounded(amount * _UNIT, price)


def part_of(total: Centavos, quantity: Milli, whole: Milli) -> Centavos:
    """Return what a part of a line cost; the parts of a line add up to its total."""
    return rounded(total * quantity, whole)


def rounded(dividend: int, divisor: int) -> int:
    """Divide what is not below zero, a half rounded up."""
    return (2 * dividend + divisor) // (2 * divisor)


def shared_out(amount: Centavos, weights: Sequence[Centavos]) -> list[Centavos]:
    """Share an amount out in proportion, in whole centavos that add up to it.

    No share is above its weight where the amount is not above them all together.
    """
    whole = sum(weights)
    shares, passed, given = [], 0, 0
    for weight in weights:
        passed += weight
        reached = amount * passed // whole if whole else 0
        shares.append(reached - given)
        given = reached
    return shares
