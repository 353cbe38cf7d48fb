"""Whether a client may be written to now, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact.phone import shop_area, whatsapp_number
from kioskifly_desktop.core.contact.tables import message
from kioskifly_desktop.core.contact.terms import FIRST_HOUR, LAST_HOUR, message_terms
from kioskifly_desktop.core.contact.words import MessageKind
from kioskifly_desktop.core.errors import MessagesRefusedError, WhatsAppNumberError
from kioskifly_desktop.core.es_ar import business_date, local
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.plan import Feature, feature_missing
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.wallet import is_overdue

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands against a message, and the number it would go to.

    `blocked` is why none may be sent; `cautions` are passed over by a person who insists. Where
    there is no `number` (digits, as WhatsApp dials it), `number_problem` tells why.
    """

    blocked: str
    cautions: tuple[str, ...]
    number: str
    number_problem: str


_LAST = (
    select(message.c.at)
    .where(message.c.client_id == bindparam("client"))
    .order_by(message.c.id.desc())
    .limit(1)
)


def message_standing(work: Work, client_id: int, kind: MessageKind) -> Standing:
    """Return whether a message of a kind may go to a client now, and where it would go.

    Raises:
        ClientNotFoundError: there is no such client.
    """
    found = get_client(work, client_id)
    number, problem = "", ""
    try:
        number = whatsapp_number(found.phone, shop_area(shop_profile(work).phone))
    except WhatsAppNumberError as error:
        problem = error.words
    return Standing(
        blocked=_blocked(work, found, kind),
        cautions=tuple(
            filter(None, (_overdue(work, found, kind), _recent(work, found), _late(work, kind)))
        ),
        number=number,
        number_problem=problem,
    )


def _blocked(work: Work, found: Client, kind: MessageKind) -> str:
    if found.archived:
        return Phrase("{name} está archivado.", name=found.name)
    if not found.accepts_messages:
        return MessagesRefusedError(name=found.name).words
    return feature_missing(work, Feature.OFFERS) if kind is MessageKind.OFFER else ""


def _overdue(work: Work, found: Client, kind: MessageKind) -> str:
    if kind is MessageKind.OFFER and is_overdue(work, found):
        return Phrase("Tiene una deuda vencida: primero conviene cobrar.")
    return ""


def _recent(work: Work, found: Client) -> str:
    last = work.db.execute(_LAST, {"client": found.id}).scalar()
    if last is None:
        return ""
    days = (work.today - business_date(last)).days
    if not 0 <= days < message_terms(work).quiet_days:
        return ""
    when = {0: Phrase("hoy"), 1: Phrase("ayer")}.get(days, Phrase("hace {days} días", days=days))
    return Phrase("Ya le mandaste un mensaje {when}.", when=when)


def _late(work: Work, kind: MessageKind) -> str:
    if kind is MessageKind.OFFER or FIRST_HOUR <= local(work.now).hour < LAST_HOUR:
        return ""
    return Phrase(
        "Lo que se debe se pide de {first_hour} a {last_hour}.",
        first_hour=FIRST_HOUR,
        last_hour=LAST_HOUR,
    )
