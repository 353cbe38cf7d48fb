"""Sentences in which what is of people, goods and money is set apart, to be told or not."""

from __future__ import annotations

import re

from kioskifly_desktop.core.es_ar import format_money, format_quantity

# Of private use in Unicode: `core/text` takes them away from all that is kept.
_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}]")
_APART = re.compile(f"{_OPEN}[^{_CLOSE}]*{_CLOSE}")


def private(found: object) -> str:
    """Return what was found, set apart."""
    return f"{_OPEN}{_MARKS.sub('', str(found))}{_CLOSE}"


def money(amount: int) -> str:
    """Return an amount as it is read, set apart."""
    return private(format_money(amount))


def quantity(thousandths: int) -> str:
    """Return a quantity as it is read, set apart."""
    return private(format_quantity(thousandths))


def whole(sentence: str) -> str:
    """Return a sentence with all of it."""
    return _MARKS.sub("", sentence)


def by_number(sentence: str) -> str:
    """Return a sentence without what was set apart: the numbers of its rows stay."""
    return _APART.sub("…", sentence)
