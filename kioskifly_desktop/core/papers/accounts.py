"""Papers of a client's account: the receipt, its reversal, the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.documents import (
    Block,
    Document,
    DocumentKind,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import format_date, format_datetime, format_money
from kioskifly_desktop.core.papers.common import (
    ANCHOR,
    Issue,
    Party,
    absolute,
    paper,
    party_lines,
    standing_caption,
    tail,
)
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.words import amount_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.settings import ShopProfile


def payment_receipt(
    profile: ShopProfile,
    party: Party,
    issue: Issue,
    *,
    number: str,
    method: str,
    register: str,
    amount: Centavos,
    balance: Centavos,
    note: str,
) -> Document:
    """Return the receipt of a payment on account; `balance` is the client's after it."""
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        Rule(),
        *party_lines("Recibimos de", party),
        Rule(),
        Pair(method, format_money(amount)),
        Rule(),
        Pair("TOTAL PAGADO", format_money(amount), Style.TALL),
        Text(f"Son {amount_in_words(amount)}."),
        *([Text(f"Nota: {note}")] if note else []),
        Rule(),
        Pair(standing_caption("anterior", balance + amount), absolute(balance + amount)),
        # A credit grows with what is paid; a debt falls.
        Pair("Este pago", format_money(amount if balance + amount <= 0 else -amount, plus=True)),
        Pair(standing_caption("actual", balance).upper(), absolute(balance), Style.BOLD),
        Rule(),
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text(f"Atendió: {issue.user} - {register}", align="center"),
        *tail(profile, issue),
    ]
    return paper(profile, DocumentKind.PAYMENT, Phrase("Recibo de pago"), number, body)


def reversal_receipt(
    profile: ShopProfile,
    party: Party,
    issue: Issue,
    *,
    number: str,
    reversed_number: str,
    amount: Centavos,
    balance: Centavos,
    reason: str,
    what: str = "recibo",
) -> Document:
    """Return the paper that cancels a receipt, or another paper; `amount` is what it was."""
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        Rule(),
        *party_lines("Cliente", party),
        Rule(),
        Pair(f"Anula {what}" if what != "recibo" else "Anula el recibo", reversed_number),
        Pair("Importe anulado", format_money(amount), Style.TALL),
        Text(f"Motivo: {reason}"),
        Rule(),
        Pair(standing_caption("actual", balance).upper(), absolute(balance), Style.BOLD),
        Rule(),
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text(f"Atendió: {issue.user}", align="center"),
        *tail(profile, issue),
    ]
    return paper(
        profile, DocumentKind.REVERSAL, Phrase("Anulación de {what}", what=what), number, body
    )


def account_statement(
    profile: ShopProfile,
    party: Party,
    issue: Issue,
    *,
    since: date | None,
    opening: Centavos,
    movements: Sequence[Movement],
    owing_since: date | None,
    debt_limit: Centavos | None,
    anchor: str,
) -> Document:
    """Return the statement of an account; amounts above zero raised the debt.

    `anchor` is the journal's: `chain.anchor`.
    """
    closing = movements[-1].balance if movements else opening
    bought = sum(m.amount for m in movements if m.amount > 0)
    paid = sum(m.amount for m in movements if m.amount < 0)
    terms: list[Block] = []
    if owing_since is not None:
        terms.append(Pair("Impago más antiguo", format_date(owing_since)))
    if debt_limit is not None:
        available = max(debt_limit - closing, 0)
        terms += [
            Pair("Límite de fiado", format_money(debt_limit)),
            Pair("Disponible", format_money(available)),
        ]
    body: list[Block] = [
        *party_lines("Cliente", party),
        *([Pair(f"Desde {format_date(since)}", "")] if since else []),
        Pair("Emitido", format_datetime(issue.at)),
        Rule(),
        MovementsHeader(opening=opening),
        *movements,
        Rule(),
        Pair("Compras y cargos", format_money(bought)),
        Pair("Pagos y créditos", format_money(paid)),
        Pair(_closing_caption(closing), absolute(closing), Style.TALL),
        *([Rule(), *terms] if terms else []),
        Rule(),
        Pair(ANCHOR, anchor),
        Space(),
        *tail(profile, issue),
    ]
    return paper(profile, DocumentKind.STATEMENT, Phrase("Estado de cuenta"), "", body)


def _closing_caption(balance: Centavos) -> str:
    if balance < 0:
        return "SALDO A FAVOR"
    return "SALDO A PAGAR" if balance else "CUENTA AL DÍA"
