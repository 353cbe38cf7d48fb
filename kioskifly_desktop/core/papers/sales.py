"""Papers of a sale: its ticket, in cash or on account, its void, and what was returned of it."""

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
    format_datetime,
    format_money,
    format_number,
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

    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli
    from kioskifly_desktop.core.settings import ShopProfile


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of a ticket: `gross` is before the discount, `total` after it and the rebates."""

    description: str
    quantity: Milli
    kilograms: bool
    price: Centavos
    gross: Centavos
    discount: BasisPoints
    total: Centavos
    rebate: Centavos = 0

    @property
    def discounted(self) -> Centavos:
        """What it costs without its rebates."""
        return self.total + self.rebate


@dataclass(frozen=True, slots=True)
class Standing:
    """The client and the balance that the paper's movement left, `moved` by it."""

    party: Party
    balance: Centavos
    moved: Centavos


@dataclass(frozen=True, slots=True)
class SaleSheet:
    """A sale as its ticket tells it: goods, what was handed over, and where the rest went.

    `rebates` are the names of promotions, and of points, with what each took off; `points` tells
    of the client's.
    """

    goods: Sequence[Goods]
    total: Centavos
    handed: Sequence[tuple[str, Centavos]]
    debt_payment: Centavos
    kept: Centavos
    change: Centavos
    on_account: Centavos
    register: str
    rebates: Sequence[tuple[str, Centavos]] = ()
    points: str = ""


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """What came back and how its money was given: `refund` names the means, or is empty.

    `updated` is what later prices had added to its debt, which goes with it.
    """

    goods: Sequence[Goods]
    total: Centavos
    original_number: str
    refund: str
    reason: str
    updated: Centavos = 0


def sale_ticket(
    profile: ShopProfile,
    issue: Issue,
    sheet: SaleSheet,
    *,
    number: str,
    party: Party | None,
    balance: Centavos | None,
) -> Document:
    """Return the ticket of a sale; `balance` is the client's after one on account."""
    place = f" - {sheet.register}" if sheet.register else ""
    ending: list[Block] = [Rule(), Space()]
    if balance is not None:
        ending = _balances(balance, sheet.on_account)
        ending += [Space(2), Signature(("Firma conforme",)), Space()]
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        *(party_lines("Cliente", party) if party else []),
        Rule(),
        *_goods(sheet.goods),
        Rule(),
        *_discounts(sheet),
        Pair("TOTAL", format_money(sheet.total), Style.TALL),
        Rule(),
        *_means(sheet),
        *ending,
        *([Text(sheet.points, align="center")] if sheet.points else []),
        Text(f"Atendió: {issue.user}{place}", align="center"),
        *tail(profile, issue),
    ]
    if balance is None:
        return paper(profile, DocumentKind.SALE, Phrase("Ticket de venta"), number, body)
    return paper(
        profile, DocumentKind.ON_ACCOUNT, Phrase("Ticket a cuenta corriente"), number, body
    )


def void_paper(
    profile: ShopProfile,
    issue: Issue,
    *,
    number: str,
    void_number: str,
    total: Centavos,
    given_back: Sequence[tuple[str, Centavos]],
    reason: str,
    standing: Standing | None,
) -> Document:
    """Return the paper that cancels a ticket; `given_back` tells by which means."""
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        *(party_lines("Cliente", standing.party) if standing else []),
        Rule(),
        Pair("Anula el ticket", void_number),
        Pair("Importe anulado", format_money(total), Style.TALL),
        *(Pair(caption, format_money(amount)) for caption, amount in given_back),
        Text(f"Motivo: {reason}"),
        *(_balances(standing.balance, standing.moved) if standing else [Rule()]),
        *_signed(profile, issue),
    ]
    return paper(profile, DocumentKind.VOID, Phrase("Anulación de venta"), number, body)


def return_paper(
    profile: ShopProfile,
    issue: Issue,
    sheet: ReturnSheet,
    *,
    number: str,
    party: Party | None,
    standing: Standing | None,
) -> Document:
    """Return the paper of goods that came back; `standing` where the account took the money."""
    given = f"Devuelto ({sheet.refund})" if sheet.refund else "A la cuenta"
    body: list[Block] = [
        Pair("Fecha", format_datetime(issue.at)),
        *(party_lines("Cliente", party) if party else []),
        Pair("Del ticket", sheet.original_number or "sin ticket"),
        Rule(),
        *_goods(sheet.goods, rebates=True),
        Rule(),
        Pair("TOTAL DEVUELTO", format_money(sheet.total), Style.TALL),
        Pair(given, format_money(sheet.total)),
        *(
            [Pair("Actualización de la deuda", format_money(-sheet.updated, plus=True))]
            if sheet.updated
            else []
        ),
        Text(f"Motivo: {sheet.reason}"),
        *(_balances(standing.balance, standing.moved) if standing else [Rule()]),
        *_signed(profile, issue),
    ]
    return paper(profile, DocumentKind.RETURN, Phrase("Devolución"), number, body)


def _goods(goods: Sequence[Goods], *, rebates: bool = False) -> list[Block]:
    blocks: list[Block] = []
    for line in goods:
        blocks.append(Text(line.description))
        quantity = format_quantity(line.quantity, kilograms=line.kilograms)
        if line.discount:
            percent = format_quantity(line.discount * 10)
            blocks += [
                Pair(f"  {quantity} x {format_number(line.price)}", format_number(line.gross)),
                Pair(f"  Descuento {percent} %", format_number(line.discounted - line.gross)),
            ]
        else:
            blocks.append(
                Pair(f"  {quantity} x {format_number(line.price)}", format_number(line.discounted))
            )
        if rebates and line.rebate:
            blocks.append(Pair("  Promociones y puntos", format_number(-line.rebate)))
    return blocks


def _discounts(sheet: SaleSheet) -> list[Block]:
    gross = sum(line.gross for line in sheet.goods)
    count = len(sheet.goods)
    items = "1 ítem" if count == 1 else f"{count} ítems"
    if gross == sheet.total:
        return [Text(items)]
    discounts = sum(line.discounted - line.gross for line in sheet.goods)
    return [
        Pair(f"Subtotal ({items})", format_money(gross)),
        *([Pair("Descuentos", format_money(discounts))] if discounts else []),
        *(Pair(name, format_money(-amount)) for name, amount in sheet.rebates),
    ]


def _means(sheet: SaleSheet) -> list[Block]:
    caption = "Entrega ({})" if sheet.on_account else "{}"
    rows = [(caption.format(means), amount, Style.NORMAL) for means, amount in sheet.handed]
    rows += [
        ("Pago de deuda", -sheet.debt_payment, Style.NORMAL),
        ("Queda en la cuenta", -sheet.kept, Style.NORMAL),
        ("Vuelto", sheet.change, Style.BOLD),
        ("A CUENTA", sheet.on_account, Style.BOLD),
    ]
    return [Pair(text, format_money(amount), style) for text, amount, style in rows if amount]


def _balances(balance: Centavos, moved: Centavos) -> list[Block]:
    before = balance - moved
    return [
        Rule(),
        Pair(standing_caption("anterior", before), absolute(before)),
        Pair(standing_caption("actual", balance).upper(), absolute(balance), Style.BOLD),
        Rule(),
    ]


def _signed(profile: ShopProfile, issue: Issue) -> list[Block]:
    return [
        Space(2),
        Signature(("Firma y aclaración",)),
        Space(),
        Text(f"Atendió: {issue.user}", align="center"),
        *tail(profile, issue),
    ]
