"""How promises are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.contact import PromiseRow, PromiseState
from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP
from kioskifly_desktop.core.es_ar import format_date, format_money

if TYPE_CHECKING:
    from datetime import date

_STATES = {
    PromiseState.PENDING: QT_TRANSLATE_NOOP("promises", "Pendiente"),
    PromiseState.KEPT: QT_TRANSLATE_NOOP("promises", "Cumplida"),
    PromiseState.BROKEN: QT_TRANSLATE_NOOP("promises", "No cumplida"),
    PromiseState.WITHDRAWN: QT_TRANSLATE_NOOP("promises", "Reemplazada o quitada"),
}


def state_words(row: PromiseRow) -> str:
    """Return what became of a promise."""
    return QCoreApplication.translate("promises", _STATES[row.state])


def promise_words(row: PromiseRow, today: date, *, amount: bool = True) -> str:
    """Return a promise in a line: how much, for when, and what came in for it."""
    days = (row.due - today).days
    if days < 0:
        words = _tr("Prometió {amount} para el {day} y no cumplió")
    else:
        words = {
            0: _tr("Prometió {amount} para hoy"),
            1: _tr("Prometió {amount} para mañana"),
        }.get(days, _tr("Prometió {amount} para el {day}"))
    shown = format_money(row.amount) if amount else ""
    told = words.format(amount=shown, day=format_date(row.due)).replace("  ", " ")
    if row.paid:
        part = _tr(" (pagó {paid})") if amount else _tr(", pagó una parte")
        told += part.format(paid=format_money(row.paid))
    return told


def _tr(text: str) -> str:
    return QCoreApplication.translate("promises", text)
