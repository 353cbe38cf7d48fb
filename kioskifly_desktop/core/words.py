"""Writes an amount in Spanish words, as a receipt states it."""

from __future__ import annotations

from kioskifly_desktop.core.money import MAX_BALANCE, Centavos

# fmt: off
_UNITS = (
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    "once", "doce", "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho",
    "diecinueve", "veinte", "veintiuno", "veintidós", "veintitrés", "veinticuatro",
    "veinticinco", "veintiséis", "veintisiete", "veintiocho", "veintinueve",
)
_TENS = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS = (
    "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos",
    "setecientos", "ochocientos", "novecientos",
)
# fmt: on


def amount_in_words(centavos: Centavos) -> str:
    """Return an amount of zero or more as words: `pesos quince mil con 00/100`."""
    assert 0 <= centavos <= MAX_BALANCE, centavos
    whole, cents = divmod(centavos, 100)
    return f"pesos {_number(whole)} con {cents:02d}/100"


def _number(n: int) -> str:
    for scale, one, many in (
        (10**12, "un billón", "billones"),
        (10**6, "un millón", "millones"),
        (1000, "mil", "mil"),
    ):
        if n >= scale:
            count, rest = divmod(n, scale)
            head = one if count == 1 else f"{_before_scale(_number(count))} {many}"
            return f"{head} {_number(rest)}" if rest else head
    return _below_thousand(n)


def _below_thousand(n: int) -> str:
    if n < len(_UNITS):
        return _UNITS[n]
    if n < 100:  # noqa: PLR2004 - one hundred
        ten, unit = divmod(n - 30, 10)
        return f"{_TENS[ten]} y {_UNITS[unit]}" if unit else _TENS[ten]
    if n == 100:  # noqa: PLR2004 - one hundred
        return "cien"
    hundred, rest = divmod(n, 100)
    return f"{_HUNDREDS[hundred - 1]} {_below_thousand(rest)}" if rest else _HUNDREDS[hundred - 1]


def _before_scale(words: str) -> str:
    """Shorten a final `uno`, as it must be before `mil` and `millones`."""
    if words.endswith("veintiuno"):
        return words.removesuffix("uno") + "ún"
    return words.removesuffix("o") if words.endswith("uno") else words
