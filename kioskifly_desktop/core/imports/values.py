"""Cells as people and spreadsheets write them, read without guessing."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import AmountError, CellError
from kioskifly_desktop.core.es_ar import MINUS, fold, parse_date, parse_money, parse_quantity
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.money import Centavos, Milli

_LONGEST = 60
# With four decimals or more nobody means thousands: a spreadsheet worked it out.
_WORKED_OUT = re.compile(r"\d{1,12}[.,]\d{4,}")
_PESOS = r"^\s*(?:ARS|AR\$|\$)\s*"
_TRUE = frozenset({"si", "s", "x", "1", "true", "verdadero", "yes"})
_FALSE = frozenset({"no", "n", "0", "false", "falso"})


def signed_amount(text: str) -> Centavos:
    """Read an amount, in favour below zero: -1.500, (1.500), `A favor $ 1.500`.

    A dash at the end of a price, as in `$ 1.500.-`, stands for no centavos. One right after the
    figures may be that or a minus: it is not guessed.

    Raises:
        AmountError: not an amount, or one with two signs.
    """
    cell = text.strip().replace(MINUS, "-")
    words = re.match(r"(?i)(debe|a favor|al d[ií]a)\s*:?\s*", cell)
    said = fold(words[1]) if words else ""
    if words:
        cell = cell[words.end() :]
        if said == "al dia" and not cell:
            return 0
    within = re.fullmatch(r"\((.*)\)", cell)
    bare = re.sub(_PESOS, "", within[1] if within else cell).strip()
    minus = bare.startswith("-")
    bare = re.sub(r"(?<=\d)[.,]-+$", "", re.sub(_PESOS, "", bare[minus:]))
    if (said != "" and (within or minus)) or (within and minus):
        raise AmountError(field="amount")
    amount = amount_of(bare)
    return -amount if minus or within or said == "a favor" else amount


def amount_of(text: str) -> Centavos:
    """Read an amount from zero up; what a spreadsheet worked out is rounded to the centavo.

    Raises:
        AmountError: not an amount.
    """
    cell = re.sub(rf"{_PESOS}|\s+$", "", text)
    if len(cell) > _LONGEST:
        raise AmountError(field="amount")
    if _WORKED_OUT.fullmatch(cell):
        exact = Decimal(cell.replace(",", "."))
        cell = f"{exact.quantize(Decimal('0.01'), ROUND_HALF_UP)}".replace(".", ",")
    return parse_money(cell, least=0)


def quantity_of(text: str) -> Milli:
    """Read a quantity from zero up; what a spreadsheet worked out is rounded to the thousandth.

    Raises:
        QuantityError: not a quantity.
    """
    cell = text.strip()
    if _WORKED_OUT.fullmatch(cell):
        exact = Decimal(cell.replace(",", "."))
        cell = f"{exact.quantize(Decimal('0.001'), ROUND_HALF_UP)}".replace(".", ",")
    return parse_quantity(cell, least=0)


def day_of(text: str) -> date:
    """Read a day, with or without its time.

    Raises:
        DateError: not a day.
    """
    return parse_date(re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2})?.*$", "", text.strip()))


def yes_or_no(text: str) -> bool:
    """Read sí or no.

    Raises:
        CellError: neither.
    """
    word = fold(text)
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    raise CellError(text=text[:_LONGEST], way=Phrase("«sí» o «no»"))


def whole_of(text: str) -> int:
    """Read a whole number from zero up.

    Raises:
        CellError: it isn't one.
    """
    if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
        raise CellError(text=text[:_LONGEST], way=Phrase("un número entero"))
    return int(text)
