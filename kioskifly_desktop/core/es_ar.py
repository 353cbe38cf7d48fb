"""Writes and reads money, dates and numbers the Argentine way: the only formatter and parser."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kioskifly_desktop.core.errors import (
    AmountDecimalsError,
    AmountError,
    AmountMissingError,
    AmountRangeError,
    DateError,
    DiscountError,
    QuantityError,
    QuantityRangeError,
)
from kioskifly_desktop.core.money import (
    MAX_AMOUNT,
    MAX_QUANTITY,
    WHOLE,
    BasisPoints,
    Centavos,
    Milli,
)

TIME_ZONE = ZoneInfo("America/Argentina/Buenos_Aires")

NBSP = "\u00a0"
MINUS = "\u2212"

_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_LONGEST_AMOUNT = 400
_AMOUNT_CHARACTERS = re.compile(r"-?[0-9.,]+")


def format_number(centavos: Centavos) -> str:
    """Write centavos without the sign of pesos: `1.500,50`, `−20,00`."""
    whole, cents = divmod(abs(centavos), 100)
    grouped = f"{whole:,}".replace(",", ".")
    return f"{MINUS if centavos < 0 else ''}{grouped},{cents:02d}"


def format_money(centavos: Centavos, *, plus: bool = False) -> str:
    """Write centavos as pesos, no-break space after the `$`: `$ 1.500,50`, `−$ 20,00`."""
    sign = MINUS if centavos < 0 else "+" if plus and centavos > 0 else ""
    return f"{sign}${NBSP}{format_number(abs(centavos))}"


def format_pesos(centavos: Centavos) -> str:
    """Write whole pesos without decimals, as on a quick-amount button: `$ 10.000`."""
    return format_money(centavos).removesuffix(",00")


def parse_money(text: str, *, least: Centavos = 1) -> Centavos:
    """Read an amount: 1500, 1.500, 1500,50, 1.500,50, 1500.50 and `$ 1.500,50`.

    The comma is always decimal. A single dot followed by exactly three digits groups thousands;
    followed by one or two, as a numeric keypad types it, it is decimal.

    Raises:
        AmountError: empty, not understood, more than two decimals, or not within `least` (one
            centavo unless told otherwise) and MAX_AMOUNT.
    """
    compact = re.sub(r"\s", "", text.replace(MINUS, "-"))
    compact = re.sub(r"^(-?)\$", r"\1", compact)
    if not compact:
        raise AmountMissingError(field="amount")
    if len(compact) > _LONGEST_AMOUNT or not _AMOUNT_CHARACTERS.fullmatch(compact):
        raise AmountError(field="amount")
    digits = compact.removeprefix("-")
    if digits.count(",") == 1:
        whole, decimals = digits.split(",")
    elif digits.count(".") == 1 and not _GROUPED.fullmatch(digits):
        whole, decimals = digits.split(".")
    else:
        whole, decimals = digits, ""
    if _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "")
    if not (whole + decimals).isdigit():
        raise AmountError(field="amount")
    if len(decimals) > 2:  # noqa: PLR2004 - centavos are hundredths
        raise AmountDecimalsError(field="amount")
    centavos = int(whole or "0") * 100 + int(decimals.ljust(2, "0"))
    if compact.startswith("-") or not least <= centavos <= MAX_AMOUNT:
        raise AmountRangeError(field="amount", maximum=format_money(MAX_AMOUNT))
    return centavos


def format_quantity(milli: Milli, *, kilograms: bool = False) -> str:
    """Write a quantity: pieces `2`, `1.500`; kilograms with grams, `0,755 kg`."""
    whole, thousandths = divmod(abs(milli), 1000)
    grouped = f"{whole:,}".replace(",", ".")
    decimals = f",{thousandths:03d}"
    if not kilograms:
        decimals = decimals.rstrip("0").rstrip(",")
    sign = MINUS if milli < 0 else ""
    return f"{sign}{grouped}{decimals}{f'{NBSP}kg' if kilograms else ''}"


def parse_quantity(text: str, *, least: Milli = 1) -> Milli:
    """Read a quantity in thousandths: 2, 0,755, 1.500,25, 0.755, and 1 kg; the comma is decimal.

    `1.500` may be a kilogram and a half or fifteen hundred pieces: it is refused.

    Raises:
        QuantityError: empty, not understood, ambiguous, more than three decimals, or not within
            `least` and MAX_QUANTITY.
    """
    compact = re.sub(r"\s|kg$", "", text.strip().casefold().replace(MINUS, "-"))
    match = re.fullmatch(
        r"([-+]?)([0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]{1,3}))?", compact
    )
    if match is None:
        match = re.fullmatch(r"([-+]?)([0-9]*)\.([0-9]{1,3})", compact)
    if match is None or not (match[2] or match[3]):
        raise QuantityError(field="quantity")
    if match[3] is None and "." in match[2] and match[2].count(".") == 1:
        raise QuantityError(field="quantity")
    milli = int(match[2].replace(".", "") or "0") * 1000 + int((match[3] or "0").ljust(3, "0"))
    milli = -milli if match[1] == "-" else milli
    if not least <= milli <= MAX_QUANTITY:
        raise QuantityRangeError(
            field="quantity",
            minimum=format_quantity(least),
            maximum=format_quantity(MAX_QUANTITY),
        )
    return milli


def parse_percent(text: str) -> BasisPoints:
    """Read a discount from 0 to 100: 10, 12,5, 12.5 and `10 %`.

    Raises:
        DiscountError: not understood, more than two decimals, or out of range.
    """
    try:
        discount = parse_money(text.strip().removesuffix("%"), least=0)
    except (AmountError, AmountRangeError):
        raise DiscountError(field="discount") from None
    if discount > WHOLE:
        raise DiscountError(field="discount")
    return discount


def local(instant: datetime) -> datetime:
    """Return the instant on the shop's wall clock."""
    return instant.astimezone(TIME_ZONE)


def business_date(instant: datetime) -> date:
    """Return the shop's calendar day of an instant."""
    return local(instant).date()


def format_date(day: date) -> str:
    """Write a day: `05/03/2026`."""
    return f"{day:%d/%m/%Y}"


def format_short_date(day: date) -> str:
    """Write a day for narrow paper: `05/03/26`."""
    return f"{day:%d/%m/%y}"


def format_time(instant: datetime) -> str:
    """Write the shop's time of an instant: `18:04`."""
    return f"{local(instant):%H:%M}"


def format_datetime(instant: datetime) -> str:
    """Write an instant on the shop's clock: `05/03/2026 18:04`."""
    return f"{local(instant):%d/%m/%Y %H:%M}"


def parse_date(text: str) -> date:
    """Read a day written day first: 5/3/1980, 05-03-1980, 05031980; or ISO 1980-03-05.

    Raises:
        DateError: not such a day. Two-digit years are refused: they would be guessed.
    """
    clean = text.strip()
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", clean):
        year, month, day = (int(part) for part in match.groups())
    elif match := re.fullmatch(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})|(\d{8})", clean):
        eight = match.group(4)
        parts = (eight[:2], eight[2:4], eight[4:]) if eight else match.groups()[:3]
        day, month, year = (int(part) for part in parts)
    else:
        raise DateError(field="birthday")
    try:
        return date(year, month, day)
    except ValueError:
        raise DateError(field="birthday") from None


def fold(text: str) -> str:
    """Return text as it is stored for searching: no case, no accents, letters and digits only.

    `José` and `JOSE` fold alike, so do `Muñoz` and `munoz`; apostrophes vanish (`O'Brien` ->
    `obrien`), any other sign becomes one space.
    """
    # The acute accent used as an apostrophe decomposes into a blank and a mark.
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("´", "'"))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    letters = letters.translate(_FOLD_EXTRA)
    return " ".join(re.sub(r"[^\w]|_", " ", letters.casefold()).split())


_FOLD_EXTRA = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("'`\u2018\u2019\u02bc", "")
)


def utc_now() -> datetime:
    """Return this instant, aware and in UTC."""
    return datetime.now(UTC)
