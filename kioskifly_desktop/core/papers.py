"""What the shop's papers say. The letter X and its legend: RG (AFIP) 1415, Anexo IV A."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
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
from kioskifly_desktop.core.es_ar import (
    format_date,
    format_datetime,
    format_money,
)
from kioskifly_desktop.core.fiscal import DocumentType, format_document
from kioskifly_desktop.core.words import amount_in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.printers import Printer
    from kioskifly_desktop.core.settings import ShopProfile

LEGEND = "DOCUMENTO NO VÁLIDO COMO FACTURA"


@dataclass(frozen=True, slots=True)
class Party:
    """The client as the paper names them."""

    id: int
    name: str
    document_type: DocumentType
    document_number: str


@dataclass(frozen=True, slots=True)
class Issue:
    """When and by whom a paper is issued, and the entry it proves."""

    at: datetime
    user: str
    entry_id: int = 0
    request_id: str = ""


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
        *_party("Recibimos de", party),
        Rule(),
        Pair(method, format_money(amount)),
        Rule(),
        Pair("TOTAL PAGADO", format_money(amount), Style.TALL),
        Text(f"Son {amount_in_words(amount)}."),
        *([Text(f"Nota: {note}")] if note else []),
        Rule(),
        Pair(_standing_caption("anterior", balance + amount), _absolute(balance + amount)),
        # A credit grows with what is paid; a debt falls.
        Pair("Este pago", format_money(amount if balance + amount <= 0 else -amount, plus=True)),
        Pair(_standing_caption("actual", balance).upper(), _absolute(balance), Style.BOLD),
        Rule(),
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text(f"Atendió: {issue.user} - {register}", align="center"),
        *_tail(profile, issue),
    ]
    return _paper(profile, DocumentKind.PAYMENT, "Recibo de pago", number, body)


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
) -> Document:
    """Return the paper that cancels a receipt; `amount` is what the payment was."""
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        Rule(),
        *_party("Cliente", party),
        Rule(),
        Pair("Anula el recibo", reversed_number),
        Pair("Importe anulado", format_money(amount), Style.TALL),
        Text(f"Motivo: {reason}"),
        Rule(),
        Pair(_standing_caption("actual", balance).upper(), _absolute(balance), Style.BOLD),
        Rule(),
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text(f"Atendió: {issue.user}", align="center"),
        *_tail(profile, issue),
    ]
    return _paper(profile, DocumentKind.REVERSAL, "Anulación de recibo", number, body)


def account_statement(
    profile: ShopProfile,
    party: Party,
    issue: Issue,
    *,
    since: date | None,
    opening: Centavos,
    movements: Sequence[Movement],
    debt_limit: Centavos | None,
) -> Document:
    """Return the statement of an account; amounts above zero raised the debt."""
    closing = movements[-1].balance if movements else opening
    bought = sum(m.amount for m in movements if m.amount > 0)
    paid = sum(m.amount for m in movements if m.amount < 0)
    credit: list[Block] = []
    if debt_limit is not None:
        available = max(debt_limit - closing, 0)
        credit = [
            Rule(),
            Pair("Límite de fiado", format_money(debt_limit)),
            Pair("Disponible", format_money(available)),
        ]
    body: list[Block] = [
        *_party("Cliente", party),
        *([Pair(f"Desde {format_date(since)}", "")] if since else []),
        Pair("Emitido", format_datetime(issue.at)),
        Rule(),
        MovementsHeader(opening=opening),
        *movements,
        Rule(),
        Pair("Compras y cargos", format_money(bought)),
        Pair("Pagos y créditos", format_money(paid)),
        Pair(_closing_caption(closing), _absolute(closing), Style.TALL),
        *credit,
        Space(),
        *_tail(profile, issue),
    ]
    return _paper(profile, DocumentKind.STATEMENT, "Estado de cuenta", "", body)


@dataclass(frozen=True, slots=True)
class CashSheet:
    """A drawer's session as the paper tells it; `lines` and the float add up to `expected`."""

    register: str
    opened_at: datetime
    opened_by: str
    opening_float: Centavos
    lines: Sequence[tuple[str, Centavos]]
    expected: Centavos
    movements: Sequence[tuple[str, Centavos]]


@dataclass(frozen=True, slots=True)
class CashCounted:
    """What was counted at a close: (denomination, how many) pairs, coins, and the difference."""

    notes: Sequence[tuple[Centavos, int]]
    coins: Centavos
    over_short: Centavos
    note: str


def interim_report(profile: ShopProfile, issue: Issue, sheet: CashSheet) -> Document:
    """Return the X report: a session as it stands, which closes nothing."""
    body: list[Block] = [
        *_cash_head(sheet),
        Pair("Emitido", format_datetime(issue.at)),
        *_cash_lines(sheet),
        Space(),
        Text(f"Emitió: {issue.user}", align="center"),
        *_tail(profile, issue),
    ]
    return _paper(profile, DocumentKind.X_REPORT, "Informe X", "", body)


def close_report(
    profile: ShopProfile, issue: Issue, sheet: CashSheet, counted: CashCounted, *, number: str
) -> Document:
    """Return the paper of a session's close: what there should be and what there was."""
    total = sheet.expected + counted.over_short
    body: list[Block] = [
        *_cash_head(sheet),
        Pair("Cierre", format_datetime(issue.at)),
        Pair("Cerró", issue.user),
        *_cash_lines(sheet),
        Rule(),
        Text("ARQUEO (contado)", style=Style.BOLD),
        *(
            Pair(f" {how_many} x {format_money(worth)}", format_money(worth * how_many))
            for worth, how_many in counted.notes
            if how_many
        ),
        *([Pair(" Monedas y otros", format_money(counted.coins))] if counted.coins else []),
        Pair("EFECTIVO CONTADO", format_money(total), Style.BOLD),
        Pair(_difference_caption(counted.over_short), _absolute(counted.over_short), Style.TALL),
        *([Text(f"Nota: {counted.note}")] if counted.note else []),
        Rule(),
        Space(2),
        Signature(("Cajero", "Encargado")),
        *_tail(profile, issue),
    ]
    return _paper(profile, DocumentKind.CLOSE, "Cierre de caja", number, body)


def test_page(printer: Printer, at: datetime) -> Document:
    """Return the page that shows whether a printer's width and accents are right."""
    ruler = "".join(str(n % 10) for n in range(1, printer.columns + 1))
    body: list[Block] = [
        Text("KIOSKIFLY", align="center", style=Style.TITLE),
        Text("Página de prueba", align="center", style=Style.BOLD),
        Rule("="),
        Pair("Impresora", printer.name),
        Pair("Columnas", str(printer.columns)),
        Pair("Página de códigos", f"{printer.code_page} ({printer.code_page_number})"),
        Pair("Fecha", format_datetime(at)),
        Rule(),
        Text("La regla tiene que ocupar una línea justa:"),
        Text(ruler),
        Text("Las letras tienen que verse bien:"),
        Text("ñ Ñ á Á é É í Í ó Ó ú Ú ü Ü ¿ ¡ º ª"),
        Pair("Normal", "$ 1.234,50"),
        Pair("Negrita", "$ 1.234,50", Style.BOLD),
        Pair("Alto", "$ 1.234,50", Style.TALL),
        Rule("="),
    ]
    return Document(DocumentKind.TEST, "Página de prueba", "", tuple(body))


def marked(document: Document, word: str, count: int, at: datetime) -> Document:
    """Return a copy that says under its title `REIMPRESIÓN 1 - 22/11/2026 11:02`."""
    times = f" {count}" if count else ""
    mark = Text(f"{word}{times} - {format_datetime(at)}", align="center", style=Style.BOLD)
    blocks = list(document.blocks)
    legend = next((i for i, b in enumerate(blocks) if isinstance(b, Text) and b.text == LEGEND), -1)
    blocks.insert(legend + 1, mark)
    return replace(document, blocks=tuple(blocks))


def times_marked(document: Document, word: str) -> int:
    """Return how many marks of a word a document bears."""
    return sum(isinstance(b, Text) and b.text.startswith(f"{word} ") for b in document.blocks)


def operation_code(entry_id: int, request_id: str) -> str:
    """Return the short code by which a person spots a duplicate: `000457-7F3A`."""
    digest = hashlib.sha256(request_id.encode()).hexdigest()[:4].upper()
    return f"{entry_id:06d}-{digest}"


def _paper(
    profile: ShopProfile, kind: DocumentKind, title: str, number: str, body: Sequence[Block]
) -> Document:
    letter = "" if kind in {DocumentKind.STATEMENT, DocumentKind.X_REPORT} else "  X"
    head: list[Block] = [
        Text(profile.name, align="center", style=Style.TITLE),
        *(Text(line, align="center") for line in _shop_lines(profile)),
        Rule("="),
        Text(title.upper() + letter, align="center", style=Style.BOLD),
        Text(LEGEND, align="center"),
        *([Pair("N°", number)] if number else []),
    ]
    return Document(kind, title, number, (*head, *body))


def _shop_lines(profile: ShopProfile) -> list[str]:
    cuit = f"CUIT {profile.cuit}" if profile.cuit else ""
    started = f"Inicio act. {profile.started}" if profile.started else ""
    gross_income = f"IIBB {profile.gross_income}" if profile.gross_income else ""
    lines = (
        f"de {profile.owner}" if profile.owner else "",
        " - ".join(filter(None, (cuit, profile.condition))),
        " - ".join(filter(None, (gross_income, started))),
        profile.address,
        f"Tel. {profile.phone}" if profile.phone else "",
    )
    return [line for line in lines if line]


def _party(caption: str, party: Party) -> list[Block]:
    document = format_document(party.document_type, party.document_number)
    lines = [Text(f"{caption}: {party.name} (cta. {party.id:05d})")]
    if document:
        lines.append(Text(document))
    return list(lines)


def _tail(profile: ShopProfile, issue: Issue) -> list[Block]:
    blocks: list[Block] = []
    if issue.entry_id:
        code = operation_code(issue.entry_id, issue.request_id)
        blocks.append(Text(f"Op. {code}", align="center"))
    if profile.footer:
        blocks += [Space(), Text(profile.footer, align="center")]
    return blocks


def _cash_head(sheet: CashSheet) -> list[Block]:
    return [
        Pair("Caja", sheet.register),
        Pair("Apertura", format_datetime(sheet.opened_at)),
        Pair("Abrió", sheet.opened_by),
    ]


def _cash_lines(sheet: CashSheet) -> list[Block]:
    detail: list[Block] = []
    if sheet.movements:
        detail = [
            Rule(),
            Text("DETALLE DE MOVIMIENTOS", style=Style.BOLD),
            *(Pair(f" {reason}", format_money(amount)) for reason, amount in sheet.movements),
        ]
    return [
        Rule(),
        Text("EFECTIVO", style=Style.BOLD),
        Pair(" Fondo inicial", format_money(sheet.opening_float)),
        *(Pair(f" {caption}", format_money(amount)) for caption, amount in sheet.lines),
        Pair("EFECTIVO ESPERADO", format_money(sheet.expected), Style.BOLD),
        *detail,
    ]


def _difference_caption(over_short: Centavos) -> str:
    if over_short < 0:
        return "FALTANTE"
    return "SOBRANTE" if over_short else "SIN DIFERENCIA"


def _absolute(balance: Centavos) -> str:
    return format_money(abs(balance))


def _standing_caption(when: str, balance: Centavos) -> str:
    return f"Saldo {when} a favor" if balance < 0 else f"Saldo {when}"


def _closing_caption(balance: Centavos) -> str:
    if balance < 0:
        return "SALDO A FAVOR"
    return "SALDO A PAGAR" if balance else "CUENTA AL DÍA"
