"""Percentages as the trade writes them, held in hundredths of one: 1050 is 10,5 %."""

from __future__ import annotations

from kioskifly_desktop.core.es_ar import MINUS, NBSP, format_number


def format_percent(basis_points: int, *, plus: bool = False) -> str:
    """Write hundredths of a percent: `10 %`, `+12,5 %`, `−3,25 %`."""
    whole, _, decimals = format_number(abs(basis_points)).partition(",")
    decimals = decimals.rstrip("0")
    sign = MINUS if basis_points < 0 else "+" if plus and basis_points > 0 else ""
    return f"{sign}{whole}{',' if decimals else ''}{decimals}{NBSP}%"


def change_in_percent(old: int, new: int) -> str:
    """Write how much a price changed, to a tenth; a dash where there was none."""
    if old <= 0:
        return "—"
    tenths = (abs(new - old) * 2000 + old) // (2 * old)
    return format_percent((tenths if new >= old else -tenths) * 10, plus=True)
