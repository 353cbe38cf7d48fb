"""What promotions and points do, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.loyalty.dates import span_words
from kioskifly_desktop.core.loyalty.tables import EVERY_DAY, Audience, PointsKind, PromotionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.loyalty.points import SalePoints
    from kioskifly_desktop.core.loyalty.promotions import PromotionRequest
    from kioskifly_desktop.core.loyalty.terms import LoyaltyTerms
    from kioskifly_desktop.core.money import BasisPoints

WEEKDAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos")
POINTS_NAMES = {
    PointsKind.EARNED: "Sumados en una compra",
    PointsKind.REDEEMED: "Canjeados",
    PointsKind.TAKEN_BACK: "Descontados por una devolución",
    PointsKind.GIVEN_BACK: "Devueltos",
    PointsKind.EXPIRED: "Vencidos",
    PointsKind.ADJUSTED: "Corrección",
    PointsKind.MERGED: "Por unir dos clientes",
}
_ORDINALS = ("", "", "segunda", "tercera", "cuarta", "quinta", "sexta")


def describe(asked: PromotionRequest, names: Sequence[str], group: str = "") -> str:
    """Return what a promotion does, for whom and when; `names` are those of its goods."""
    days = [word for bit, word in enumerate(WEEKDAYS) if asked.weekdays >> bit & 1]
    when = "" if asked.weekdays == EVERY_DAY else f"los {_listed(days, 'y')}"
    span = span_words(asked.first_day, asked.last_day)
    whom = {
        Audience.ALL: "para todos",
        Audience.CLIENTS: "para clientes",
        Audience.GROUP: f"para el grupo «{group}»",
    }[asked.audience]
    return f"{_what(asked, names)}: {', '.join(filter(None, (whom, when, span)))}."


def describe_points(terms: LoyaltyTerms) -> str:
    """Return how points are earned and what they are worth."""
    if not terms.on:
        return "La compra no suma puntos."
    back = percent_words(terms.value * 10_000 // terms.per_point)
    words = (
        f"Cada {format_money(terms.per_point)} de compra suma 1 punto, que vale "
        f"{format_money(terms.value)}: le devolvés {back}. Se canjean desde "
        f"{terms.least} puntos ({format_money(terms.least * terms.value)})"
    )
    if terms.expiry_months:
        months = "1 mes" if terms.expiry_months == 1 else f"{terms.expiry_months} meses"
        words += f" y vencen a los {months}"
    if terms.birthday_multiplier > 1:
        words += f". El día del cumpleaños suman por {terms.birthday_multiplier}"
    if terms.excluded:
        words += f". No cuentan: {_listed(terms.excluded, 'y')}"
    return f"{words}."


def percent_words(percent: BasisPoints) -> str:
    """Return a percentage: `12,5 %`."""
    return f"{format_quantity(percent * 10)} %"


def points_words(points: int) -> str:
    """Return a number of points: `1 punto`."""
    return "1 punto" if points == 1 else f"{format_quantity(points * 1000)} puntos"


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
        return f"{_listed(parts, 'y')} por {format_money(asked.price)}"
    goods = _listed(names, "o")
    if asked.kind is PromotionKind.N_FOR_M:
        return f"Llevando {asked.size} de {goods} se pagan {asked.pays}"
    percent = percent_words(asked.percent)
    if asked.size == 1:
        return f"{goods} con {percent} de descuento"
    nth = _ORDINALS[asked.size] if asked.size < len(_ORDINALS) else f"{asked.size}.ª"
    return f"La {nth} unidad de {goods}, la más barata, con {percent} de descuento"


def _listed(words: Sequence[str], joined_by: str) -> str:
    if len(words) < 2:  # noqa: PLR2004 - none, or one
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined_by} {words[-1]}"
