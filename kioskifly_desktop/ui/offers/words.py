"""What is known of a client and of an offer, in a shopkeeper's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.contact import AIM_NAMES, MESSAGE_NAMES, WRITER_NAMES, WriterKind
from kioskifly_desktop.core.contact.messages import COMES_BACK
from kioskifly_desktop.core.es_ar import business_date, format_date, format_money, local
from kioskifly_desktop.core.loyalty import WEEKDAYS
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said

if TYPE_CHECKING:
    from kioskifly_desktop.core.contact import LiveOffer, MessageRow
    from kioskifly_desktop.core.offers import Candidate, ClientFacts, Favourite


def fact_lines(facts: ClientFacts) -> list[tuple[str, str]]:
    """Return what is known of how a client buys: an icon and a sentence each."""
    lines = [("sparkles", line) for line in _birthday(facts)]
    if facts.last_visit is None:
        return [*lines, ("clock", _tr("Todavía no compró con su nombre."))]
    lines.append(("clock", _last_visit(facts)))
    if usual := _usual(facts):
        lines.append(("store", usual))
    visits = _tr("{n} compra en un año") if facts.visits == 1 else _tr("{n} compras en un año")
    words = visits.format(n=facts.visits)
    if facts.average is not None:
        average = _tr("{amount} en promedio").format(amount=format_money(facts.average))
        words = f"{words}, {average}"
    return [*lines, ("wallet", words)]


def favourite_words(favourite: Favourite) -> str:
    """Return how often a client takes a product, and when last."""
    times = _tr("1 vez") if favourite.times == 1 else _tr("{n} veces").format(n=favourite.times)
    return _tr("{times} · última {day}").format(times=times, day=f"{favourite.last:%d/%m}")


def price_words(candidate: Candidate) -> str:
    """Return what a product of an offer costs."""
    if not candidate.discount:
        return format_money(candidate.price)
    words = _tr("{price} · {less} menos")
    return words.format(
        price=format_money(candidate.offer_price), less=format_percent(candidate.discount)
    )


def live_words(offer: LiveOffer) -> str:
    """Return an offer that a client may still ask for."""
    words = _tr("{name}: {less} menos, hasta el {day}")
    return words.format(
        name=offer.name, less=format_percent(offer.discount), day=format_date(offer.until)
    )


def writer_words(writer: WriterKind) -> str:
    """Return who wrote a text."""
    if writer is WriterKind.BUILTIN:
        return _tr("Texto propio, de esta computadora.")
    return _tr("Escrito por {writer}. Revisalo antes de mandarlo.").format(
        writer=said(WRITER_NAMES[writer])
    )


def sent_words(row: MessageRow) -> str:
    """Return what a message of the past was, and how it began."""
    parts = [said(MESSAGE_NAMES[row.kind])]
    if row.aim is not None:
        parts = [said(AIM_NAMES[row.aim])]
    parts += [product.name for product in row.products]
    return " · ".join(parts) + "\n" + " ".join(row.text.split())


def came_words(row: MessageRow) -> str:
    """Return whether the client came back."""
    if row.came_at is not None:
        days = (local(row.came_at).date() - local(row.at).date()).days
        if days <= 0:
            return _tr("Volvió") + "\n" + _tr("el mismo día")
        after = _tr("1 día después") if days == 1 else _tr("{n} días después").format(n=days)
        return _tr("Volvió") + "\n" + after
    if row.came_back is False:
        return _tr("No volvió") + "\n" + _tr("en {n} días").format(n=COMES_BACK.days)
    until = business_date(row.at + COMES_BACK)
    return _tr("Todavía no") + "\n" + _tr("hasta el {day}").format(day=f"{until:%d/%m}")


def _birthday(facts: ClientFacts) -> list[str]:
    days = facts.birthday_in
    if days is None or days > 30:
        return []
    when = {0: _tr("hoy"), 1: _tr("mañana")}.get(days, _tr("en {n} días").format(n=days))
    return [_tr("Cumple {years} {when}").format(years=facts.turns, when=when)]


def _last_visit(facts: ClientFacts) -> str:
    assert facts.last_visit is not None
    days = facts.days_away or 0
    if days < 0:  # the computer's clock was put back
        return _tr("Última compra el {day}").format(day=format_date(facts.last_visit))
    ago = {0: _tr("hoy"), 1: _tr("ayer")}.get(days, _tr("hace {n} días").format(n=days))
    return _tr("Última compra {ago} ({day})").format(ago=ago, day=format_date(facts.last_visit))


def _usual(facts: ClientFacts) -> str:
    parts = []
    if facts.weekday is not None:
        parts.append(_tr("los {day}").format(day=said(WEEKDAYS[facts.weekday])))
    if facts.hour is not None:
        parts.append(_tr("a eso de las {hour}").format(hour=facts.hour))
    return _tr("Suele venir {when}").format(when=" ".join(parts)) if parts else ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("OfferWords", text)
