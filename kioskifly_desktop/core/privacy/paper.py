"""The same that `client_file` tells, to be read: the paper that is handed to the client."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.core.contact import MESSAGE_NAMES, MessageKind, PromiseState
from kioskifly_desktop.core.documents import (
    Block,
    DocumentKind,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
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
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.papers.common import paper, standing_caption
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.sales import SaleKind
from kioskifly_desktop.core.settings import shop_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.work import Work

_CARD = {
    "name": Phrase("Nombre"),
    "number": Phrase("Número de cliente"),
    "condition": Phrase("Condición fiscal"),
    "document_type": Phrase("Tipo de documento"),
    "document": Phrase("Documento"),
    "phone": Phrase("Teléfono"),
    "email": Phrase("E-mail"),
    "address": Phrase("Dirección"),
    "birthday": Phrase("Cumpleaños"),
    "notes": Phrase("Notas"),
    "preferred_method": Phrase("Medio de pago preferido"),
    "debt_limit": Phrase("Límite de fiado"),
    "credit_days": Phrase("Días para pagar"),
    "discount": Phrase("Descuento"),
    "account_enabled": Phrase("Compra a cuenta"),
    "price_list": Phrase("Lista de precios"),
    "category_discounts": Phrase("Descuentos por rubro"),
    "groups": Phrase("Grupos"),
    "lock_reason": Phrase("Bloqueado"),
    "accepts_messages": Phrase("Acepta mensajes"),
    "archived": Phrase("Archivado"),
    "created_at": Phrase("Cliente desde"),
}
_STATES = {
    PromiseState.PENDING: "pendiente",
    PromiseState.KEPT: "cumplida",
    PromiseState.BROKEN: "no cumplida",
    PromiseState.WITHDRAWN: "dada de baja",
}


def card_words(card: dict[str, Any]) -> list[tuple[str, str]]:
    """Return what a client's card says, caption and words; what it leaves blank is not there."""
    said = {key: _said(key, card[key]) for key in _CARD}
    if not said["document"]:
        said["document_type"] = ""
    return [(_CARD[key], words) for key, words in said.items() if words]


def file_paper(work: Work, file: dict[str, Any]) -> Document:
    """Return what `client_file` told as a paper."""
    moment = format_datetime(_at(file["made_at"]))
    body = [Pair("Emitido", moment), *_person(file)]
    return paper(shop_profile(work), DocumentKind.STATEMENT, Phrase("Datos personales"), "", body)


def _person(held: dict[str, Any]) -> list[Block]:
    balance = held["balance"]
    blocks: list[Block] = [
        *_section("Ficha"),
        *(_line(caption, words) for caption, words in card_words(held["client"])),
        Pair(standing_caption("actual", balance), format_money(abs(balance))),
    ]
    for title, key, tell in (
        ("Qué dijo de los mensajes", "consents", _consent),
        ("Mensajes", "messages", _message),
        ("Promesas de pago", "promises", _promise),
        ("Movimientos en disputa", "disputes", _dispute),
        ("Compras y devoluciones", "sales", _sale),
        ("Puntos", "points", _points),
        ("Comprobantes", "papers", _paper),
        ("Registro de actividad", "audit", _told),
    ):
        if held[key]:
            blocks += _section(title)
            blocks += [block for each in held[key] for block in tell(each)]
    if held["movements"]:
        first = held["movements"][0]
        blocks += [*_section("Cuenta"), MovementsHeader(first["balance"] - first["amount"])]
        blocks += [_movement(each) for each in held["movements"]]
    for each in held["merged"]:
        blocks += [*_section(f"También figuró como {each['client']['name']}"), *_person(each)]
    return blocks


def _section(title: str) -> list[Block]:
    return [Space(), Rule(), Text(title.upper(), style=Style.BOLD)]


def _line(caption: str, words: str) -> Block:
    return Text(f"{caption}: {words}")


def _said(key: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    return _WORDS[key](value) if key in _WORDS else str(value)


def _yes(value: object) -> str:
    return Phrase("Sí") if value else Phrase("No")


_WORDS: dict[str, Callable[[Any], str]] = {
    "birthday": lambda value: format_date(date.fromisoformat(value)),
    "preferred_method": lambda value: METHOD_NAMES[PaymentMethod(value)],
    "debt_limit": format_money,
    "discount": lambda value: f"{format_quantity(value * 10)} %" if value else "",
    "category_discounts": lambda value: ", ".join(
        f"{each['category']} {format_quantity(each['percent'] * 10)} %" for each in value
    ),
    "groups": ", ".join,
    "account_enabled": _yes,
    "accepts_messages": _yes,
    "archived": lambda value: Phrase("Sí") if value else "",
    "created_at": lambda value: format_datetime(_at(value)),
}


def _consent(row: dict[str, Any]) -> list[Block]:
    words = "Acepta mensajes" if row["accepts_messages"] else "No quiere mensajes"
    return [Pair(f"{format_datetime(_at(row['at']))}  {words}", row["user"])]


def _message(row: dict[str, Any]) -> list[Block]:
    kind = MESSAGE_NAMES[MessageKind(row["kind"])]
    return [Text(f"{format_datetime(_at(row['at']))}  {kind}"), Text(row["text"]), Space()]


def _promise(row: dict[str, Any]) -> list[Block]:
    state = _STATES[PromiseState(row["state"])]
    due = format_date(date.fromisoformat(row["due"]))
    note = f" · {row['note']}" if row["note"] else ""
    return [Pair(f"Para el {due}, {state}{note}", format_money(row["amount"]))]


def _dispute(row: dict[str, Any]) -> list[Block]:
    ends = {None: "abierta", True: "se debe", False: "no se debe"}
    words = " · ".join(filter(None, (row["reason"], ends[row["owed"]], row["note"])))
    return [Pair(f"{format_date(_at(row['at']))}  {words}", format_money(row["amount"]))]


def _sale(row: dict[str, Any]) -> list[Block]:
    kind = "Devolución" if row["kind"] == SaleKind.RETURN else "Compra"
    voided = " (anulada)" if row["voided"] else ""
    head = f"{format_datetime(_at(row['at']))}  {kind} {row['paper']}{voided}"
    why = [Text(f"  Autorizada: {row['authorization']}")] if row["authorization"] else []
    return [
        Pair(head, format_money(row["total"])),
        *why,
        *(Pair(f"  {each['name']}", format_money(-each["amount"])) for each in row["rebates"]),
        *(
            Text(f"  {format_quantity(line['quantity_thousandths'])} x {line['product']}")
            for line in row["lines"]
        ),
    ]


def _points(row: dict[str, Any]) -> list[Block]:
    when = format_date(_at(row["at"]))
    return [Pair(f"{when} {row['move']}", f"{row['points']:+d} = {row['balance']}")]


def _paper(row: dict[str, Any]) -> list[Block]:
    return [Pair(row["number"], format_datetime(_at(row["issued_at"])))]


def _told(row: dict[str, Any]) -> list[Block]:
    words = " · ".join(filter(None, (row["act"], row["subject"], row["detail"])))
    return [Text(f"{format_datetime(_at(row['at']))}  {words}")]


def _movement(row: dict[str, Any]) -> Movement:
    day = format_date(date.fromisoformat(row["day"]))
    words = " ".join(filter(None, (row["movement"], row["paper"])))
    return Movement(day, words, row["amount"], row["balance"], reference=words)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
