"""What is special of the client of a sale: a lock, their prices, discounts and points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.loyalty import (
    agreed_terms,
    loyalty_terms,
    points_of,
    points_words,
    price_lists,
)
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class TermsShown:
    """In words: why they are locked, empty if they are not, and what they are sold by."""

    lock: str
    words: tuple[str, ...]


def terms_shown(work: Work, client: Client) -> TermsShown:
    """Return what the bar says of a client's terms today."""
    words = []
    terms = loyalty_terms(work)
    if terms.on:
        points = points_of(work, client.id, terms)
        owed = _tr("Debe {points}").format(points=said(points_words(-points)))
        words.append(owed if points < 0 else said(points_words(points)))
    if client.price_list_id is not None:
        names = {each.id: each.name for each in price_lists(work)}
        words.append(_tr("Lista {name}").format(name=names.get(client.price_list_id, "")))
    words += [
        _tr("{percent} en {category}").format(
            percent=format_percent(each.percent), category=each.category
        )
        for each in agreed_terms(work, client.id).discounts
        if (each.first_day is None or each.first_day <= work.today)
        and (each.last_day is None or work.today <= each.last_day)
    ]
    lock = client.lock_reason
    return TermsShown(_tr("Bloqueado: {reason}").format(reason=lock) if lock else "", tuple(words))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClientTerms", text)
