"""Which keys a shortcut may have: not those that people and scanners type, nor a taken one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP
from kioskifly_desktop.core.settings import change_preferences, get_preference
from kioskifly_desktop.ui import keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kioskifly_desktop.core.work import Work

PAGE_NAMES = {
    keys.GLOBAL: QT_TRANSLATE_NOOP("keys", "Todo el programa"),
    keys.SALE: QT_TRANSLATE_NOOP("keys", "Venta"),
    keys.CHARGE: QT_TRANSLATE_NOOP("keys", "Cobrar"),
    keys.CLIENTS: QT_TRANSLATE_NOOP("keys", "Clientes"),
    keys.PRODUCTS: QT_TRANSLATE_NOOP("keys", "Productos"),
    keys.REGISTERS: QT_TRANSLATE_NOOP("keys", "Cajas"),
    keys.TODAY: QT_TRANSLATE_NOOP("keys", "Hoy"),
    keys.REPORTS: QT_TRANSLATE_NOOP("keys", "Informes"),
    keys.SETTINGS: QT_TRANSLATE_NOOP("keys", "Ajustes"),
    keys.WALLET: QT_TRANSLATE_NOOP("keys", "Billetera"),
    keys.CLIENT: QT_TRANSLATE_NOOP("keys", "Perfil del cliente"),
    keys.OFFER: QT_TRANSLATE_NOOP("keys", "Oferta"),
    keys.TICKETS: QT_TRANSLATE_NOOP("keys", "Tickets"),
    keys.HELP: QT_TRANSLATE_NOOP("keys", "Ayuda"),
}
_MENU = QT_TRANSLATE_NOOP("keys", "F10 abre los menús de Windows: elegí otra.")
_TYPED = QT_TRANSLATE_NOOP(
    "keys", "Una letra, un número o un signo solos los escribe el lector: sumale Ctrl o Alt."
)
_MOVES = QT_TRANSLATE_NOOP("keys", "Esa tecla se usa para escribir y moverse: elegí otra.")
_EDITS = QT_TRANSLATE_NOOP("keys", "Con esas se copia, se pega y se elige en los campos.")
_SYSTEM = QT_TRANSLATE_NOOP("keys", "Esas son del sistema: elegí otras.")
_TAKEN = QT_TRANSLATE_NOOP("keys", "{cap} ya es «{words}» ({page}): elegí otra o cambiá esa antes.")

_PREFERENCE = "keys"
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META, _SHIFT = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.ShiftModifier
_ALONE = frozenset(
    {Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
    | {Qt.Key(Qt.Key.Key_F1 + number) for number in range(24)}
)
_NEVER = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_CLIPBOARD = frozenset({Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_A})


def page_name(page: str) -> str:
    """Return where a shortcut acts, as shown."""
    return QCoreApplication.translate("keys", PAGE_NAMES.get(page, page))


def refusal(key: keys.Key, wanted: str) -> str:
    """Return why a shortcut can't have the keys wanted, as a sentence; nothing when it can."""
    if reason := _forbidden(wanted):
        return QCoreApplication.translate("keys", reason)
    together = [
        other
        for other in keys.KEYS
        if other.id != key.id
        and (other.page == key.page or keys.GLOBAL in (other.page, key.page))
        and QKeySequence(keys.in_force(other)) == QKeySequence(wanted)
    ]
    if not together:
        return ""
    return QCoreApplication.translate("keys", _TAKEN).format(
        cap=keys.cap_of(wanted), words=keys.words(together[0]), page=page_name(together[0].page)
    )


def is_fixed(key: keys.Key) -> bool:
    """Tell whether a shortcut is one that can't be given other keys: Enter, Esc, a digit."""
    return bool(_forbidden(key.sequence))


def stored_keys(work: Work) -> dict[str, str]:
    """Return the keys that the shop gave to shortcuts, by the shortcut's name in code."""
    stored: dict[str, str] = json.loads(get_preference(work, _PREFERENCE, "{}"))
    return stored


def store_keys(work: Work, chosen: Mapping[str, str]) -> None:
    """Keep the shop's own keys.

    Raises:
        NotAllowedError: the person may not.
    """
    change_preferences(work, {_PREFERENCE: json.dumps(chosen)})


def _forbidden(wanted: str) -> str:
    combination = QKeySequence(wanted)[0]  # type: ignore[index]  # the stubs lack it
    key, modifiers = combination.key(), combination.keyboardModifiers()
    command = modifiers & (_CTRL | _ALT)
    if key == Qt.Key.Key_F10 and not command:
        return _MENU
    if modifiers & _META or (key == Qt.Key.Key_F4 and command == _ALT):
        return _SYSTEM
    if key in _NEVER:
        return _MOVES
    if command == _CTRL and key in _CLIPBOARD and not modifiers & _SHIFT:
        return _EDITS
    if command or key in _ALONE:
        return ""
    return _TYPED if 0x20 < key < 0x01000000 else _MOVES
