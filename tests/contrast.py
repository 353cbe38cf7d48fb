"""How well a colour is told from another: WCAG 2.2's contrast ratio."""

from __future__ import annotations

from functools import cache


def ratio(one: int, other: int) -> float:
    """Return the contrast of two colours, as 0xRRGGBB: from 1, none, to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(colour: int) -> float:
    red, green, blue = (_linear((colour >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
