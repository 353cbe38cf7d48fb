"""What promotions and points do, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.loyalty.dates import span_words
from kioskifly_desktop.core.loyalty.tables import EVERY_DAY, Audience, PointsKind, PromotionKind
from kioskifly_desktop.core.phrases import Phrase, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.loyalty.points import SalePoints
    from kioskifly_desktop.core.loyalty.promotions import PromotionRequest
    from kioskifly_desktop.core.loyalty.terms import LoyaltyTerms
    from kioskifly_desktop.core.money import BasisPoints

WEEKDAYS = (
    Phrase("lunes"),
    Phrase("martes"),
    Phrase("miércoles"),
    Phrase("jueves"),
    Phrase("viernes"),
    Phrase("sábados"),
    Phrase("domingos"),
)
POINTS_NAMES = {
    PointsKind.EARNED: Phrase("Sumados en una compra"),
    PointsKind.REDEEMED: Phrase("Canjeados"),
    PointsKind.TAKEN_BACK: Phrase("Descontados por una devolución"),
    PointsKind.GIVEN_BACK: Phrase("Devueltos"),
    PointsKind.EXPIRED: Phrase("Vencidos"),
    PointsKind.ADJUSTED: Phrase("Corrección"),
    PointsKind.MERGED: Phrase("Por unir dos clientes"),
}
_ORDINALS = (
    *("", "", Phrase("segunda"), Phrase("tercera"), Phrase("cuarta"), Phrase("quinta")),
    Phrase("sexta"),
)


def describe(asked: PromotionRequest, names: Sequence[str], group: str = "") -> str:
    """Return what a promotion does, for whom and when; `names` are those of its goods."""
    days = [word for bit, word in enumerate(WEEKDAYS) if asked.weekdays >> bit & 1]
    when = "" if asked.weekdays == EVERY_DAY else Phrase("los {days}", days=_and(days))
    span = span_words(asked.first_day, asked.last_day)
    whom = {
        Audience.ALL: Phrase("para todos"),
        Audience.CLIENTS: Phrase("para clientes"),
        Audience.GROUP: Phrase("para el grupo «{group}»", group=group),
    }[asked.audience]
    return joined(
        "", (_what(asked, names), ": ", joined(", ", filter(None, (whom, when, span))), ".")
    )


def describe_points(terms: LoyaltyTerms) -> str:
    """Return how points are earned and what they are worth."""
    if not terms.on:
        return Phrase("La compra no suma puntos.")
    back = percent_words(terms.value * 10_000 // terms.per_point)
    words: list[str] = [
        Phrase(
            "Cada {per_point} de compra suma 1 punto, que vale {value}: le devolvés "
            "{back}. Se canjean desde {least} puntos ({worth})",
            per_point=format_money(terms.per_point),
            value=format_money(terms.value),
            back=back,
            least=terms.least,
            worth=format_money(terms.least * terms.value),
        )
    ]
    if terms.expiry_months:
        months = (
            Phrase("1 mes")
            if terms.expiry_months == 1
            else Phrase("{count} meses", count=terms.expiry_months)
        )
        words.append(Phrase(" y vencen a los {months}", months=months))
    if terms.birthday_multiplier > 1:
        times = terms.birthday_multiplier
        words.append(Phrase(". El día del cumpleaños suman por {times}", times=times))
    if terms.excluded:
        words.append(Phrase(". No cuentan: {names}", names=_and(terms.excluded)))
    return joined("", (*words, "."))


def percent_words(percent: BasisPoints) -> str:
    """Return a percentage: `12,5 %`."""
    return f"{format_quantity(percent * 10)} %"


def points_words(points: int) -> str:
    """Return a number of points: `1 punto`."""
    if points == 1:
        return Phrase("1 punto")
    return Phrase("{count} puntos", count=format_quantity(points * 1000))


def ticket_words(points: SalePoints | None) -> str:
    """Return what a ticket says of its client's points."""
    if points is None or not (points.earned or points.redeemed or points.balance):
        return ""
    used = f"canjeaste {points.redeemed}" if points.redeemed else ""
    earned = f"sumaste {points.earned}" if points.earned else ""
    has = f"tenés {points.balance}" if points.balance >= 0 else f"debés {-points.balance}"
    return f"Puntos: {', '.join(filter(None, (used, earned, has)))}"


def _what(asked: PromotionRequest, names: Sequence[str]) -> str:
    if asked.kind is PromotionKind.COMBO:
        parts = [f"{goods.quantity} {name}" for goods, name in zip(asked.goods, names, strict=True)]
        return Phrase("{goods} por {price}", goods=_and(parts), price=format_money(asked.price))
    goods = _or(names)
    if asked.kind is PromotionKind.N_FOR_M:
        return Phrase(
            "Llevando {size} de {goods} se pagan {pays}",
            size=asked.size,
            goods=goods,
            pays=asked.pays,
        )
    percent = percent_words(asked.percent)
    if asked.size == 1:
        return Phrase("{goods} con {percent} de descuento", goods=goods, percent=percent)
    nth = _ORDINALS[asked.size] if asked.size < len(_ORDINALS) else f"{asked.size}.ª"
    return Phrase(
        "La {nth} unidad de {goods}, la más barata, con {percent} de descuento",
        nth=nth,
        goods=goods,
        percent=percent,
    )


def _and(words: Sequence[str]) -> str:
    if len(words) < 2:  # noqa: PLR2004 - none, or one
        return joined("", words)
    return Phrase("{most} y {last}", most=joined(", ", words[:-1]), last=words[-1])


def _or(words: Sequence[str]) -> str:
    if len(words) < 2:  # noqa: PLR2004 - none, or one
        return joined("", words)
    return Phrase("{most} o {last}", most=joined(", ", words[:-1]), last=words[-1])
