"""Papers of a drawer's session: the X report and the close."""

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
from kioskifly_desktop.core.es_ar import format_datetime, format_money
from kioskifly_desktop.core.papers.common import ANCHOR, Issue, absolute, paper, tail
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.settings import ShopProfile


@dataclass(frozen=True, slots=True)
class SalesSheet:
    """What a session sold: (means, centavos), and how many voids and returns, and their total."""

    tickets: int
    means: Sequence[tuple[str, Centavos]]
    voids: tuple[int, Centavos]
    returns: tuple[int, Centavos]
    total: Centavos


@dataclass(frozen=True, slots=True)
class CashSheet:
    """A drawer's session as the paper tells it; `lines` and the float add up to `expected`."""

    register: str
    opened_at: datetime
    opened_by: str
    opening_float: Centavos
    opening_over_short: Centavos
    sales: SalesSheet
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
        *_sales_lines(sheet.sales),
        *_cash_lines(sheet),
        Space(),
        Text(f"Emitió: {issue.user}", align="center"),
        *tail(profile, issue),
    ]
    return paper(profile, DocumentKind.X_REPORT, Phrase("Informe X"), "", body)


def close_report(
    profile: ShopProfile,
    issue: Issue,
    sheet: CashSheet,
    counted: CashCounted,
    *,
    number: str,
    anchor: str,
) -> Document:
    """Return the paper of a session's close: what there should be and what there was.

    `anchor` is the journal's: `chain.anchor`.
    """
    total = sheet.expected + counted.over_short
    body: list[Block] = [
        *_cash_head(sheet),
        Pair("Cierre", format_datetime(issue.at)),
        Pair("Cerró", issue.user),
        *_sales_lines(sheet.sales),
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
        Pair(_difference_caption(counted.over_short), absolute(counted.over_short), Style.TALL),
        *([Text(f"Nota: {counted.note}")] if counted.note else []),
        Rule(),
        Pair(ANCHOR, anchor),
        Space(2),
        Signature(("Cajero", "Encargado")),
        *tail(profile, issue),
    ]
    return paper(profile, DocumentKind.CLOSE, Phrase("Cierre de caja"), number, body)


def _cash_head(sheet: CashSheet) -> list[Block]:
    difference = sheet.opening_over_short
    caption = _difference_caption(difference).capitalize()
    return [
        Pair("Caja", sheet.register),
        Pair("Apertura", format_datetime(sheet.opened_at)),
        Pair("Abrió", sheet.opened_by),
        *([Pair(f"{caption} al abrir", absolute(difference))] if difference else []),
    ]


def _sales_lines(sales: SalesSheet) -> list[Block]:
    tickets = "1 ticket" if sales.tickets == 1 else f"{sales.tickets} tickets"
    taken_off = (("Anulaciones", *sales.voids), ("Devoluciones", *sales.returns))
    return [
        Rule(),
        Text(f"VENTAS ({tickets})", style=Style.BOLD),
        *(Pair(f" {means}", format_money(amount)) for means, amount in sales.means),
        *(
            Pair(f" {caption} ({count})", format_money(-amount))
            for caption, count, amount in taken_off
            if count
        ),
        Pair("TOTAL DE VENTAS", format_money(sales.total), Style.BOLD),
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
