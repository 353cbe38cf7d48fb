"""What the page of a client says, in a shopkeeper's words; with `private`, no amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.contact import PromiseState
from kioskifly_desktop.core.es_ar import (
    NBSP,
    format_date,
    format_money,
    format_quantity,
    format_short_date,
    format_time,
    local,
)
from kioskifly_desktop.core.loyalty import WEEKDAYS, points_words
from kioskifly_desktop.core.loyalty.dates import span_words
from kioskifly_desktop.core.sales import SaleKind
from kioskifly_desktop.core.wallet import AGE_NAMES, Age
from kioskifly_desktop.ui.contact.words import promise_words, state_words
from kioskifly_desktop.ui.offers.words import live_words
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.portrait import Bought, Habits, Portrait
    from kioskifly_desktop.core.sales import SaleRow

HIDDEN = f"${NBSP}• • •"
_PROMISES = 3


class Fact(NamedTuple):
    """A line of a card: what it is about, and what it says."""

    caption: str
    words: str
    tone: str = ""


def money(amount: Centavos, *, private: bool) -> str:
    """Return an amount, or what stands in its place."""
    return HIDDEN if private else format_money(amount)


def debt_note(found: Portrait, *, private: bool) -> str:
    """Return how old a debt is, and how much of it is in dispute."""
    if private:
        return ""
    doubtful = found.wallet.disputed
    words = _tr("{amount} en disputa").format(amount=format_money(doubtful)) if doubtful else ""
    return " · ".join(filter(None, (_age_words(found), words)))


def _age_words(found: Portrait) -> str:
    if found.age is None:
        return ""
    day = format_date(found.age.since)
    if found.age.age is Age.CURRENT:
        return _tr("Debe desde el {day}").format(day=day)
    return _tr("{age}, desde el {day}").format(age=said(AGE_NAMES[found.age.age]), day=day)


def times(count: int) -> str:
    """Return a number of purchases."""
    return (
        _tr("1 compra")
        if count == 1
        else _tr("{n} compras").format(n=format_quantity(count * 1000))
    )


def ago(day: date | None, today: date) -> str:
    """Return how long ago a day was."""
    if day is None:
        return _tr("Nunca")
    days = (today - day).days
    if days < 0:  # the computer's clock was put back
        return format_date(day)
    return {0: _tr("Hoy"), 1: _tr("Ayer")}.get(days) or _tr("Hace {n} días").format(n=days)


def habit_words(habits: Habits) -> str:
    """Return when a client usually comes, nothing where there is no habit."""
    parts = []
    if habits.weekday is not None:
        parts.append(_tr("los {day}").format(day=said(WEEKDAYS[habits.weekday])))
    if habits.gap is not None:
        every = _tr("cada día") if habits.gap == 1 else _tr("cada {n} días").format(n=habits.gap)
        parts.append(every)
    return _tr("Suele venir {when}").format(when=", ".join(parts)) if parts else ""


def change_words(habits: Habits) -> str:
    """Return whether a client buys more or less than before, nothing where it can't be told."""
    change = habits.change
    if change is None:
        return ""
    if not change:
        return _tr("En los últimos tres meses completos compró lo mismo que en los tres de antes.")
    words = (
        _tr("En los últimos tres meses completos compró {percent} más que en los tres de antes.")
        if change > 0
        else _tr("En los últimos tres meses completos compró {percent} menos que en los de antes.")
    )
    return words.format(percent=format_percent(round(abs(change), -2)))


def product_words(row: Bought) -> str:
    """Return a product and how often it is taken."""
    times_words = _tr("1 vez") if row.tickets == 1 else _tr("{n} veces").format(n=row.tickets)
    last = _tr("última {day}").format(day=format_short_date(row.last))
    return f"{row.name}\n{times_words} · {last}"


def quantity_words(row: Bought) -> str:
    """Return how much was taken of a product."""
    kilograms = row.unit is Unit.KILOGRAM
    shown = format_quantity(row.quantity, kilograms=kilograms)
    return shown if kilograms else shown + NBSP + _tr("u.")


def purchase_words(row: SaleRow) -> str:
    """Return the number of a ticket and when it was."""
    return f"{row.number}\n{format_date(local(row.at).date())} {format_time(row.at)}"


def purchase_means(row: SaleRow) -> str:
    """Return what a ticket was, and how it was paid."""
    items = _tr("1 renglón") if row.items == 1 else _tr("{n} renglones").format(n=row.items)
    kind = _tr("Devolución") if row.kind is SaleKind.RETURN else _tr("Compra")
    head = " · ".join(filter(None, (kind, _tr("Anulada") if row.voided else "", items)))
    return f"{head}\n{said(row.means)}"


def agreed_facts(found: Portrait, *, private: bool) -> list[Fact]:
    """Return the points of a client and what was agreed with them."""
    client = found.wallet.client
    facts = []
    if client.lock_reason:
        facts.append(Fact(_tr("Bloqueado"), client.lock_reason, "warning"))
    if found.points is not None:
        facts.append(Fact(_tr("Puntos"), _points(found, found.points, private=private)))
    limit = client.debt_limit
    if not client.account_enabled:
        facts.append(Fact(_tr("Fiado"), _tr("No se le fía"), "warning"))
    elif limit is not None:
        facts.append(Fact(_tr("Límite de fiado"), money(limit, private=private)))
    else:
        facts.append(Fact(_tr("Límite de fiado"), _tr("Sin límite")))
    if client.credit_days is not None:
        days = _tr("1 día") if client.credit_days == 1 else _tr("{n} días")
        facts.append(Fact(_tr("Plazo"), days.format(n=client.credit_days)))
    if client.discount:
        facts.append(Fact(_tr("Descuento"), format_percent(client.discount)))
    facts += [
        Fact(
            _tr("{percent} en").format(percent=format_percent(each.percent)),
            " ".join(
                filter(None, (each.category, said(span_words(each.first_day, each.last_day))))
            ),
        )
        for each in found.discounts
    ]
    if found.price_list:
        facts.append(Fact(_tr("Lista de precios"), found.price_list))
    if found.groups:
        facts.append(Fact(_tr("Grupos"), ", ".join(found.groups)))
    return facts


def _points(found: Portrait, points: int, *, private: bool) -> str:
    if points < 0:
        return _tr("Debe {points}").format(points=said(points_words(-points)))
    if not found.points_worth:
        return said(points_words(points))
    worth = money(found.points_worth, private=private)
    return _tr("{points}, valen {amount}").format(points=said(points_words(points)), amount=worth)


def told_facts(found: Portrait, *, private: bool) -> list[Fact]:
    """Return the offers and the promises of a client, the newest of each."""
    facts = [Fact(_tr("Oferta"), live_words(each)) for each in found.offers]
    for each in found.promises[:_PROMISES]:
        if each.state in {PromiseState.PENDING, PromiseState.BROKEN}:
            words = promise_words(each, found.today, amount=not private)
        else:
            amount = money(each.amount, private=private)
            day = format_date(each.due)
            until = _tr("para el {day}").format(day=day)
            words = f"{state_words(each)}: {amount}, {until}"
        tone = "warning" if each.state is PromiseState.BROKEN else ""
        facts.append(Fact(_tr("Promesa"), words, tone))
    if not found.wallet.client.accepts_messages:
        facts.append(Fact(_tr("Mensajes"), _tr("No quiere recibir"), "warning"))
    return facts


def card_facts(found: Portrait) -> list[Fact]:
    """Return what is known of a client besides what is in the heading."""
    client = found.wallet.client
    birthday = f"{client.birthday:%d/%m}" if client.birthday else ""
    told = (
        (_tr("Dirección"), client.address),
        (_tr("E-mail"), client.email),
        (_tr("Cumpleaños"), birthday),
        (_tr("Notas"), client.notes),
        (_tr("También figuró como"), ", ".join(found.also)),
    )
    return [Fact(caption, words) for caption, words in told if words]


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClientWords", text)
