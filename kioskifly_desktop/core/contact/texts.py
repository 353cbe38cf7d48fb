"""What a client is written of their account: a reminder, or the whole of it for WhatsApp.

It goes to the client's own number only, and asks kindly (Ley 24.240, art. 8 bis): it names no debt
nor debtor, sets no term of its own and warns of nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import quote

from kioskifly_desktop.core.clients import get_client, greeting_name
from kioskifly_desktop.core.contact.phone import whatsapp_link
from kioskifly_desktop.core.contact.promises import PromiseState, promise_of
from kioskifly_desktop.core.contact.words import Tone
from kioskifly_desktop.core.errors import NothingOwedError
from kioskifly_desktop.core.es_ar import NBSP, format_date, format_money, format_short_date
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.wallet import StatementScope, statement_rows
from kioskifly_desktop.core.wallet.allocation import disputed

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.wallet import MovementRow
    from kioskifly_desktop.core.work import Work

MAX_LINK = 1900
"""Browsers and phones open longer links cut, or not at all."""

_LONGEST_NUMBER = "9" * 15
_LONGEST_NAME = 60
_BANK_KEY = re.compile(r"\d{22}")
_LABEL = re.compile(r"^(alias|cvu|cbu)\b\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Words:
    """How each tone says things; `how` and `where` tell how to pay, with an alias and without.

    The alias stands in brackets: a full stop after it would be taken for part of it.
    """

    reminder: str
    statement: str
    how: str
    where: str
    promise: str
    came_in: str
    even: str
    farewell: str
    goodbye: str


_WORDS = {
    Tone.SHORT: _Words(
        reminder="Hola, {name}. Tu cuenta en {shop}: {amount}.",
        statement="Cuenta de {name} en {shop} al {day}:",
        how="Podés transferir ({account}).",
        where="",
        promise="Quedamos en {amount} para {when}.",
        came_in="Ya recibimos {amount}.",
        even="Cuenta al día.",
        farewell="¡Gracias!",
        goodbye="¡Gracias!",
    ),
    Tone.FRIENDLY: _Words(
        reminder="¡Hola, {name}! ¿Cómo va? Te escribimos de {shop}: en tu cuenta hay anotados"
        " {amount}.",
        statement="¡Hola, {name}! Te pasamos el detalle de tu cuenta en {shop}, al {day}:",
        how="Podés pasar por el local o transferir ({account}).",
        where="Podés pasar por el local cuando te quede cómodo.",
        promise="Como quedamos, contamos con {amount} para {when}.",
        came_in="De eso ya recibimos {amount}.",
        even="Tu cuenta está al día.",
        farewell="Si ya pagaste o algo no te cierra, avisanos y lo vemos. ¡Muchas gracias!",
        goodbye="Si algo no te cierra, avisanos y lo vemos. ¡Muchas gracias!",
    ),
    Tone.FORMAL: _Words(
        reminder="{full_name}: le escribimos de {shop} para recordarle que su cuenta tiene un"
        " saldo de {amount} al {day}.",
        statement="{full_name}: le enviamos el detalle de su cuenta en {shop} al {day}.",
        how="Puede abonarlo en el local o por transferencia ({account}).",
        where="Puede abonarlo en el local.",
        promise="Según lo conversado, esperamos {amount} para {when}.",
        came_in="A cuenta de eso ya recibimos {amount}.",
        even="Su cuenta está al día.",
        farewell="Si ya lo hizo, no tenga en cuenta este mensaje. Quedamos a su disposición."
        " Muchas gracias.",
        goodbye="Quedamos a su disposición por cualquier consulta. Muchas gracias.",
    ),
}


def reminder_text(work: Work, client_id: int, tone: Tone) -> str:
    """Return a kind reminder of what a client owes.

    Raises:
        ClientNotFoundError: there is no such client.
        NothingOwedError: nothing is owed.
    """
    owner = get_client(work, client_id)
    # What is in dispute is not asked for.
    owed = owner.balance - disputed(work, owner.account_id, owner.balance)
    if owed <= 0:
        raise NothingOwedError(name=owner.name)
    said = (
        _opening(work, replace(owner, balance=owed), _WORDS[tone].reminder),
        *_settling(work, owner, tone),
        _WORDS[tone].farewell,
    )
    return _plain(" ".join(filter(None, said)))


def statement_texts(work: Work, client_id: int, tone: Tone, since: date | None = None) -> list[str]:
    """Return a client's account from a day on, whole without one, in parts that fit in a link.

    Raises:
        ClientNotFoundError: there is no such client.
    """
    owner = get_client(work, client_id)
    scope = StatementScope.ALL if since is None else StatementScope.SINCE_DATE
    rows = statement_rows(work, owner, scope, since)
    before = rows[0].balance - rows[0].amount if rows else owner.balance
    lines = [
        _opening(work, owner, _WORDS[tone].statement),
        f"Saldo anterior: {_balance(before)}",
        *map(_movement, rows),
        f"Saldo: {_balance(owner.balance)}" if owner.balance else _WORDS[tone].even,
        *(_settling(work, owner, tone) if owner.balance > 0 else ()),
        _WORDS[tone].goodbye,
    ]
    return _parts([_plain(line) for line in lines if line])


def _opening(work: Work, owner: Client, words: str) -> str:
    return words.format(
        name=_short(greeting_name(owner)),
        full_name=_short(owner.name),
        shop=_short(shop_profile(work).name),
        amount=format_money(owner.balance),
        day=format_date(work.today),
    )


def _settling(work: Work, owner: Client, tone: Tone) -> list[str]:
    """Return what was promised and is to come, and how to pay."""
    words = _WORDS[tone]
    alias = shop_profile(work).payment_alias
    promise = promise_of(work, owner.id)
    if promise is None or promise.state is not PromiseState.PENDING:
        return [words.how.format(account=_account(alias)) if alias else words.where]
    days = (promise.due - work.today).days
    when = {0: "hoy", 1: "mañana"}.get(days, f"el {format_date(promise.due)}")
    return [
        words.promise.format(amount=format_money(promise.amount), when=when),
        words.came_in.format(amount=format_money(promise.paid)) if promise.paid > 0 else "",
        words.how.format(account=_account(alias)) if alias else "",
    ]


def _account(alias: str) -> str:
    """Return the shop's account with its kind: an alias has letters, a CVU begins with 000."""
    own = _LABEL.sub("", alias)
    if not _BANK_KEY.fullmatch(own.replace(" ", "")):
        return f"alias {own}"
    return f"{'CVU' if own.startswith('000') else 'CBU'} {own}"


def _movement(row: MovementRow) -> str:
    moved = format_money(row.amount, plus=True)
    return f"{format_short_date(row.business_date)} {row.concept}: {moved} ({_left(row.balance)})"


def _left(balance: Centavos) -> str:
    return f"a favor {format_money(-balance)}" if balance < 0 else f"saldo {format_money(balance)}"


def _balance(balance: Centavos) -> str:
    return f"{format_money(abs(balance))}{' a favor' if balance < 0 else ''}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def _plain(text: str) -> str:
    # A no-break space takes twice the room of a plain one in a link.
    return text.replace(NBSP, " ")


def _parts(lines: list[str]) -> list[str]:
    """Join lines into as few parts as fit each in a link; several say which of how many."""
    if len(whatsapp_link(_LONGEST_NUMBER, "\n".join(lines))) <= MAX_LINK:
        return ["\n".join(lines)]
    for digits in count(1):
        numbering = f"({'9' * digits}/{'9' * digits})\n"
        room = MAX_LINK - len(whatsapp_link(_LONGEST_NUMBER, numbering))
        parts = _packed(lines, room)
        if len(str(len(parts))) <= digits:
            break
    return [
        "\n".join((f"({number}/{len(parts)})", *part)) for number, part in enumerate(parts, start=1)
    ]


def _packed(lines: list[str], room: int) -> list[list[str]]:
    parts: list[list[str]] = []
    left = 0
    for line in lines:
        size = len(quote(f"{line}\n", safe=""))
        if not parts or size > left:
            parts.append([])
            left = room
        parts[-1].append(line)
        left -= size
    return parts
