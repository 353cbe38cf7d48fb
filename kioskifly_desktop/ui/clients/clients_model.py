"""What each column of the clients says, to the eye and to a screen reader."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.clients import ClientRow, ClientSort
from kioskifly_desktop.core.es_ar import business_date, format_date, format_time
from kioskifly_desktop.core.fiscal import DOCUMENT_NAMES, RULES, format_document
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


class Columns(IntEnum):
    """The columns, in their order; cashiers have no last one."""

    NAME = 0
    OFFER = 1
    DOCUMENT = 2
    CONDITION = 3
    PHONE = 4
    LAST = 5
    BALANCE = 6
    WALLET = 7
    EDIT = 8
    REMOVE = 9


BUTTONS = frozenset({Columns.OFFER, Columns.WALLET, Columns.EDIT, Columns.REMOVE})
"""The columns that are an icon to press."""


SORTS = {
    Columns.NAME: ClientSort.NAME,
    Columns.DOCUMENT: ClientSort.DOCUMENT,
    Columns.CONDITION: ClientSort.CONDITION,
    Columns.PHONE: ClientSort.PHONE,
    Columns.LAST: ClientSort.LAST_MOVEMENT,
    Columns.BALANCE: ClientSort.BALANCE,
}
NOTHING = "—"


def columns(
    *, today: Callable[[], date], no_offers: Callable[[], str], asks_to_delete: Callable[[], str]
) -> list[Column[ClientRow]]:
    """Return the columns; `no_offers` tells why nobody gets one, `asks_to_delete` who allows it."""

    def last(row: ClientRow) -> str:
        return f"{last_title(row)} {last_moment(row, today())}".strip()

    def offer(row: ClientRow) -> str:
        why = no_offers() or refusal(row)
        words = _tr("Oferta para {name}").format(name=row.name)
        return f"{words}. {why}" if why else words

    def remove(row: ClientRow) -> str:
        words, asks = remove_words(row), asks_to_delete()
        return f"{words}. {asks}" if asks and not row.archived else words

    return [
        Column(_tr("Cliente"), lambda row: row.name, tooltip=lambda row: row.name),
        _action(offer),
        Column(_tr("Documento"), _document, tooltip=_document_tooltip),
        Column(_tr("Condición fiscal"), _condition, tooltip=_condition_name),
        Column(_tr("Teléfono"), lambda row: row.phone, tooltip=lambda row: row.phone),
        Column(_tr("Último movimiento"), last),
        Column(_tr("Saldo"), lambda row: spoken(row.balance), right=True),
        _action(_wallet_words),
        _action(_edit_words),
        _action(remove),
    ]


def last_title(row: ClientRow) -> str:
    """Return what the client's last movement was."""
    titles = {
        EntryKind.SALE: _tr("Compra a cuenta"),
        EntryKind.PAYMENT: _tr("Pago"),
        EntryKind.ADJUSTMENT: _tr("Ajuste"),
        EntryKind.REVERSAL: _tr("Anulación"),
        EntryKind.RETURN: _tr("Devolución"),
        EntryKind.OPENING: _tr("Saldo inicial"),
        EntryKind.MERGE: _tr("Fusión"),
        EntryKind.PRICE_UPDATE: _tr("Actualización de precios"),
        EntryKind.WRITE_OFF: _tr("Incobrable"),
    }
    return titles[row.last_kind] if row.last_kind else _tr("Sin movimientos")


def last_moment(row: ClientRow, today: date) -> str:
    """Return when the client's last movement was, as people say it."""
    if row.last_at is None:
        return ""
    day = business_date(row.last_at)
    near = {0: _tr("hoy {time}"), 1: _tr("ayer {time}")}.get((today - day).days)
    return near.format(time=format_time(row.last_at)) if near else format_date(day)


def document_parts(row: ClientRow) -> tuple[str, str]:
    """Return a document's number and the name of its type; a dash where there is none."""
    name = DOCUMENT_NAMES[row.document_type]
    number = format_document(row.document_type, row.document_number).removeprefix(name).strip()
    return (number, name) if number else (NOTHING, "")


def refusal(row: ClientRow) -> str:
    """Return why a client gets no messages; nothing where they may get them."""
    if row.archived:
        return _tr("Está archivado.")
    return "" if row.accepts_messages else _tr("Pidió no recibir mensajes.")


def remove_words(row: ClientRow) -> str:
    """Return what the last column's icon does to a client."""
    words = _tr("Recuperar a {name}") if row.archived else _tr("Eliminar a {name}")
    return words.format(name=row.name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ClientsTable", text)


def _action(words: Callable[[ClientRow], str]) -> Column[ClientRow]:
    return Column("", lambda _: "", tooltip=words, accessible=words)


def _document(row: ClientRow) -> str:
    return format_document(row.document_type, row.document_number)


def _document_tooltip(row: ClientRow) -> str:
    return _document(row) or DOCUMENT_NAMES[row.document_type]


def _condition(row: ClientRow) -> str:
    return RULES[row.condition].short_name


def _condition_name(row: ClientRow) -> str:
    return RULES[row.condition].name


def _wallet_words(row: ClientRow) -> str:
    return _tr("Abrir billetera de {name}").format(name=row.name)


def _edit_words(row: ClientRow) -> str:
    return _tr("Editar a {name}").format(name=row.name)
