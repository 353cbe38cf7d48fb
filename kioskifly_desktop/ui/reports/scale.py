"""The scale of a chart: round figures from below what is drawn to above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.es_ar import MINUS, NBSP
from kioskifly_desktop.core.reports import ColumnKind, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES = 4
_STEPS = (1, 2, 5, 10)
_THOUSAND, _MILLION = 1_000_00, 1_000_000_00


def marks(values: Sequence[int], kind: ColumnKind) -> list[int]:
    """Return the figures of a scale, zero among them, that hold all values."""
    unit = {ColumnKind.MONEY: 100, ColumnKind.QUANTITY: 1000}.get(kind, 1)
    least, most = min(0, *values, 0), max(0, *values, 0)
    rough = max((most - least) // _LINES, unit)
    power = unit
    while power * 10 <= rough:
        power *= 10
    step = next(power * each for each in _STEPS if power * each >= rough)
    first, last = least // step, -(-most // step)
    return [step * n for n in range(first, max(last, first + 1) + 1)]


def mark_words(value: int, kind: ColumnKind) -> str:
    """Return a figure of a scale, short: `$ 200 mil`, `$ 1,5 M`."""
    if kind is not ColumnKind.MONEY or abs(value) < 10 * _THOUSAND:
        return shown(value, kind).removesuffix(",00")
    unit, name = (
        (_MILLION, "M")
        if abs(value) >= _MILLION
        else (_THOUSAND, QCoreApplication.translate("Chart", "mil"))
    )
    whole, rest = divmod(abs(value), unit)
    tenths = f",{rest * 10 // unit}" if rest else ""
    sign = MINUS if value < 0 else ""
    return f"{sign}${NBSP}{whole}{tenths}{NBSP}{name}"
