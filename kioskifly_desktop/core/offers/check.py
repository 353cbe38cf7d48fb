"""Whether a text says only what the shop may promise: what it names, its prices, its words.

It is strict on purpose: a good text refused costs a second try, a bad one that passes costs trust.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import fold, parse_money
from kioskifly_desktop.core.offers.brief import MAX_EMOJI, MAX_LENGTH, day_text
from kioskifly_desktop.core.offers.candidates import MOST
from kioskifly_desktop.core.offers.forbidden import forbidden_words, has_link
from kioskifly_desktop.core.offers.mentions import GONE, mentions, plain, without
from kioskifly_desktop.core.offers.names import product_name
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.offers.candidates import Candidate, OfferPlan
    from kioskifly_desktop.core.offers.mentions import Mention

# One for a flag, a keycap or a family: what is joined or modified counts once.
_SIGN = (
    r"[\u203C\u2049\u2139\u2190-\u21FF\u2300-\u23FF\u24C2\u25A0-\u27BF\u2934\u2935\u2B00-\u2BFF"
    r"\U0001F000-\U0001FAFF]"
)
_EMOJI = re.compile(
    rf"[\U0001F1E6-\U0001F1FF]{{2}}|[0-9#*]\uFE0F?\u20E3"
    rf"|{_SIGN}[\uFE0F\U0001F3FB-\U0001F3FF]*(?:\u200D{_SIGN}[\uFE0F\U0001F3FB-\U0001F3FF]*)*"
)
_MONEY = re.compile(r"\$\s*(\d[\d.,]*)|(\d[\d.,]*)\s*(?:pesos|mangos)\b", re.IGNORECASE)
_PER_CENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|por\s*ciento)", re.IGNORECASE)
_LESS = re.compile(
    r"\b(?:descuent\w*|descont\w*|rebaj\w*|promo\w*|ofert\w*|precio (?:especial|de amigo|bajo)"
    r"|mejor precio|mas barat\w*|ahorr\w*|off|en lugar de|en vez de|menos)\b"
)
_MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "sep?tiembre"),
    *("octubre", "noviembre", "diciembre"),
)
_WEEKDAYS = ("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})s?\b")
_WEEK = 7
_STARTS = frozenset('.!?¡¿:\n-–—•("«“')
_CAPITALS = frozenset(("hola", "feliz", "whatsapp", "argentina", "kiosco", "gracias"))


def complaint(plan: OfferPlan, text: str, products: Sequence[str] = ()) -> str:
    """Return what is wrong with a text to a client, in a Spanish sentence; empty when it is right.

    `text` has the names filled in; `products` are those the writer says that it named.
    """
    return next(_complaints(plan, text, products), "")


def _complaints(plan: OfferPlan, text: str, products: Sequence[str]) -> Iterator[str]:
    if not text.strip():
        yield Phrase("El mensaje está vacío.")
    if len(text) > MAX_LENGTH:
        yield Phrase("El mensaje pasa los {max_length} caracteres.", max_length=MAX_LENGTH)
    if len(_EMOJI.findall(text)) - len(_EMOJI.findall(plan.shop_name)) > MAX_EMOJI:
        yield Phrase("El mensaje tiene más de {max_emoji} emojis.", max_emoji=MAX_EMOJI)
    named = set(products)
    if strange := named - {product_name(each.name) for each in plan.candidates}:
        yield Phrase(
            "Nombra un producto que no es de la oferta: {strange}.",
            strange=product_name(min(strange)),
        )
    if len(named) > MOST:
        yield Phrase("Nombra más de {most} productos.", most=MOST)
    seen = plain(text)
    found = mentions(plan, seen)
    # What the shop itself calls things is no promise, whatever it says.
    rest = without(seen, found)
    if "{" in rest or "}" in rest:
        yield Phrase("Quedó un dato sin completar.")
    if has_link(rest):
        yield Phrase("El mensaje lleva un enlace o una dirección.")
    if foreign := next(filter(_is_foreign, rest), ""):
        yield Phrase("Usa un signo que no es del castellano: {foreign}", foreign=foreign)
    yield from _strangers(plan, seen, rest)
    yield from _figures(plan, rest, found)
    if words := forbidden_words(_folded(_taken(_PER_CENT, _taken(_MONEY, rest)))):
        yield Phrase("Dice algo que una oferta no dice: «{words}».", words=words)
    yield from _terms(plan, rest, found)


def _figures(plan: OfferPlan, rest: str, found: Sequence[Mention]) -> Iterator[str]:
    """Say which figure of a text is not one of the offer, or not of the product it follows."""
    for each in _MONEY.finditer(rest):
        prices = {price for one in _told(plan, found, each.start()) for price in _prices(one)}
        if _centavos(each.group(1) or each.group(2)) not in prices:
            yield Phrase(
                "Dice un precio que no es el de hoy de ese producto: {each}.", each=_shown(each)
            )
    rest = _taken(_MONEY, rest)
    for each in _PER_CENT.finditer(rest):
        rates = {str(one.discount // 100) for one in _told(plan, found, each.start())} - {"0"}
        if each.group(1) not in rates:
            yield Phrase("Dice un descuento que no es el de la oferta: {each}.", each=_shown(each))
    rest = _taken(_day_pattern(plan), _taken(_PER_CENT, rest))
    allowed = {str(plan.facts.days_away)} if plan.tells_days_away else set()
    for number in re.findall(r"[\d.,]*\d", rest):
        if number not in allowed:
            yield Phrase("Dice un número que no es de la oferta: {number}.", number=number)
    if sign := re.search("[$%]", rest):
        yield Phrase("Dice un precio o un descuento sin su número: {group}", group=sign.group())


def _told(plan: OfferPlan, found: Sequence[Mention], place: int) -> Sequence[Candidate]:
    """Return the products that a figure is of: those named last before it, else any."""
    before = [each.products for each in found if each.products and each.end <= place]
    return [plan.candidates[n] for n in before[-1]] if before else plan.candidates


def _prices(candidate: Candidate) -> set[Centavos]:
    less = candidate.price - candidate.offer_price
    return {candidate.price, candidate.offer_price, less} - {0}


def _terms(plan: OfferPlan, rest: str, found: Sequence[Mention]) -> Iterator[str]:
    """Say what a text promises that the offer doesn't, or leaves out of what it promises."""
    until, folded = plan.valid_until, _folded(rest)
    near = until is not None and (until - plan.today).days <= _WEEK
    for day in _WEEKDAY.findall(folded):
        if until is None or not near or day != _WEEKDAYS[until.weekday()]:
            yield Phrase("Dice un día que no es el de la oferta: {day}.", day=day)
    less = _LESS.search(folded) or _PER_CENT.search(rest)
    if less and until is None:
        yield Phrase("Habla de «{less}» y la oferta no tiene descuento.", less=_shown(less))
    offered = {one.offer_price for one in plan.candidates if one.discount}
    told = {_centavos(each.group(1) or each.group(2)) for each in _MONEY.finditer(rest)}
    if until is not None and (less or told & offered):
        if not any(each.products for each in found):
            yield Phrase("Habla de un descuento sin decir de qué producto.")
        if not _day_pattern(plan).search(rest):
            yield Phrase("No dice hasta qué día vale: {until}.", until=day_text(until))


def _strangers(plan: OfferPlan, seen: str, rest: str) -> Iterator[str]:
    """Say which product of a text, or what name, is not one of the offer."""
    sizes = {len(each) for each in plan.catalogue}
    for part in rest.split(GONE):
        words = fold(part).split()
        for size in sizes:
            for start in range(len(words) - size + 1):
                if tuple(words[start : start + size]) in plan.catalogue:
                    named = " ".join(words[start : start + size])
                    yield Phrase("Nombra un producto que no es de la oferta: {named}.", named=named)
    own = (*(each.name for each in plan.candidates), plan.shop_name, plan.first_name)
    usual = _CAPITALS.union(word for name in own for word in fold(name).split())
    for word in re.finditer(r"[^\W\d_]+", rest):
        shown = word.group()
        if shown.islower() or fold(shown) in usual:
            continue
        if shown[1:].islower() or len(shown) == 1:
            before = seen[: word.start()].rstrip(" ")[-1:]
            if not before or before in _STARTS or unicodedata.category(before) in {"So", "Sk"}:
                continue
        yield Phrase("Nombra algo que no es de la oferta: {shown}.", shown=shown)


def _day_pattern(plan: OfferPlan) -> re.Pattern[str]:
    """Return what the last day of an offer looks like; nothing does without one."""
    day = plan.valid_until
    if day is None:
        return re.compile(r"(?!)")
    year = rf"(?:20)?{day.year % 100:02}"
    return re.compile(
        rf"(?<![\d/])0?{day.day}(?:/0?{day.month}(?:/{year})?(?![\d/])"
        rf"|\s+de\s+{_MONTHS[day.month - 1]}(?:\s+(?:de|del)\s+{year})?\b)",
        re.IGNORECASE,
    )


def _taken(pattern: re.Pattern[str], rest: str) -> str:
    """Return a text without what matches, each character's place kept."""
    return pattern.sub(lambda found: GONE * len(found.group()), rest)


def _shown(found: re.Match[str]) -> str:
    return " ".join(found.group().split())


def _folded(rest: str) -> str:
    """Return a text as words, what was taken out still between them."""
    return " | ".join(fold(part) for part in rest.split(GONE))


def _is_foreign(character: str) -> bool:
    if character.isascii():
        return False
    if character.isalpha():
        return not unicodedata.name(character, "").startswith("LATIN")
    return character.isnumeric() or unicodedata.category(character) in {"Sc", "Co", "Cn"}


def _centavos(shown: str) -> Centavos | None:
    try:
        return parse_money(shown.rstrip(".,"))
    except ShopError:
        return None
