"""The paper of a debt brought to today's prices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.documents import (
    Block,
    Document,
    DocumentKind,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import (
    format_date,
    format_datetime,
    format_money,
    format_quantity,
)
from kioskifly_desktop.core.papers.common import (
    Issue,
    Party,
    absolute,
    paper,
    party_lines,
    standing_caption,
    tail,
)
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kioskifly_desktop.core.money import Centavos, Milli
    from kioskifly_desktop.core.settings import ShopProfile


@dataclass(frozen=True, slots=True)
class UpdatedGoods:
    """Unpaid goods: what was `written`, what they come to, and why that is not today's price."""

    day: date
    description: str
    quantity: Milli
    kilograms: bool
    written: Centavos
    today: Centavos
    why: str


def price_update_paper(
    profile: ShopProfile,
    party: Party,
    issue: Issue,
    *,
    number: str,
    goods: Sequence[UpdatedGoods],
    difference: Centavos,
    balance: Centavos,
) -> Document:
    """Return the paper of an update; `balance` is the client's after it."""
    changed = [line for line in goods if line.today != line.written]
    as_written = sum(line.written for line in goods if line.today == line.written)
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        Rule(),
        *party_lines("Cliente", party),
        Rule(),
        *(block for line in changed for block in _line(line)),
        *([Pair("Sin cambio", format_money(as_written))] if as_written else []),
        Rule(),
        Pair("DIFERENCIA", format_money(difference, plus=True), Style.TALL),
        Pair(standing_caption("anterior", balance - difference), absolute(balance - difference)),
        Pair(standing_caption("actual", balance).upper(), absolute(balance), Style.BOLD),
        Text("Según lo acordado. Sin interés: es el precio de hoy de lo que falta pagar."),
        Rule(),
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text(f"Atendió: {issue.user}", align="center"),
        *tail(profile, issue),
    ]
    return paper(
        profile, DocumentKind.PRICE_UPDATE, Phrase("Actualización de precios"), number, body
    )


def _line(line: UpdatedGoods) -> list[Block]:
    quantity = format_quantity(line.quantity, kilograms=line.kilograms)
    why = f" ({line.why.lower()})" if line.why else ""
    return [
        Text(f"{format_date(line.day)} {quantity} {line.description}{why}"),
        Pair("  Anotado", format_money(line.written)),
        Pair("  A precio de hoy", format_money(line.today)),
    ]
