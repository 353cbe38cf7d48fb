"""Every shortcut of the program, in one table: the screens bind from it and F1 shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

GLOBAL, CLIENTS, PRODUCTS, REGISTERS = "", "clients", "products", "registers"
SETTINGS, WALLET = "settings", "wallet"


@dataclass(frozen=True, slots=True)
class Key:
    """A shortcut: its name in code, its keys, what it does, where, and if the status bar says."""

    id: str
    sequence: str
    words: str
    page: str = GLOBAL
    hint: bool = False


KEYS = (
    Key("help", "F1", QT_TRANSLATE_NOOP("keys", "Ayuda"), hint=True),
    Key("search", "F2", QT_TRANSLATE_NOOP("keys", "Ir a la búsqueda o la lista")),
    Key("page.clients", "Alt+1", QT_TRANSLATE_NOOP("keys", "Clientes")),
    Key("page.products", "Alt+2", QT_TRANSLATE_NOOP("keys", "Productos")),
    Key("page.registers", "Alt+3", QT_TRANSLATE_NOOP("keys", "Cajas")),
    Key("page.settings", "Alt+4", QT_TRANSLATE_NOOP("keys", "Ajustes")),
    Key("drawer", "Ctrl+G", QT_TRANSLATE_NOOP("keys", "Abrir el cajón")),
    Key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("keys", "Deshacer, mientras se ve el aviso")),
    Key("back", "Esc", QT_TRANSLATE_NOOP("keys", "Cerrar o volver, sin cambiar nada")),
    Key("clients.wallet", "Return", QT_TRANSLATE_NOOP("keys", "Billetera"), CLIENTS, hint=True),
    Key("clients.new", "Ctrl+N", QT_TRANSLATE_NOOP("keys", "Nuevo"), CLIENTS, hint=True),
    Key("clients.edit", "Ctrl+E", QT_TRANSLATE_NOOP("keys", "Editar"), CLIENTS, hint=True),
    Key("clients.delete", "Del", QT_TRANSLATE_NOOP("keys", "Eliminar o archivar"), CLIENTS),
    Key("products.edit", "Ctrl+E", QT_TRANSLATE_NOOP("keys", "Editar"), PRODUCTS, hint=True),
    Key(
        "products.quick",
        "F6",
        QT_TRANSLATE_NOOP("keys", "Alta rápida, con el código escaneado"),
        PRODUCTS,
    ),
    Key("products.new", "Ctrl+N", QT_TRANSLATE_NOOP("keys", "Nuevo"), PRODUCTS, hint=True),
    Key("products.stock", "Ctrl+S", QT_TRANSLATE_NOOP("keys", "Stock"), PRODUCTS, hint=True),
    Key("products.prices", "Ctrl+R", QT_TRANSLATE_NOOP("keys", "Cambiar precios"), PRODUCTS),
    Key("wallet.print", "Ctrl+P", QT_TRANSLATE_NOOP("keys", "Imprimir"), WALLET),
    Key("registers.new", "Ctrl+N", QT_TRANSLATE_NOOP("keys", "Nueva caja"), REGISTERS, hint=True),
)
_BY_ID = {key.id: key for key in KEYS}
_SPANISH_CAPS = {"Return": "Enter", "Del": "Supr", "+": " "}


def sequence(key_id: str) -> QKeySequence:
    """Return the keys of a shortcut."""
    return QKeySequence(_BY_ID[key_id].sequence)


def words(key: Key) -> str:
    """Return what a shortcut does, as shown."""
    return QCoreApplication.translate("keys", key.words)


def cap(key: Key | str) -> str:
    """Return a shortcut as written on a key cap: `Ctrl N`, `Supr`."""
    result = (_BY_ID[key] if isinstance(key, str) else key).sequence
    for qt_name, spanish in _SPANISH_CAPS.items():
        result = result.replace(qt_name, spanish)
    return result


def hints(page: str) -> list[tuple[str, str]]:
    """Return the key caps and words that the status bar shows on a page."""
    shown = [key for key in KEYS if key.hint and key.page == page]
    shown += [key for key in KEYS if key.hint and key.page == GLOBAL]
    return [(cap(key), words(key)) for key in shown]


def bind(key_id: str, widget: QWidget, act: Callable[[], object]) -> QShortcut:
    """Make a shortcut act while the focus is within `widget`, or in its whole window."""
    shortcut = QShortcut(sequence(key_id), widget)
    if not widget.isWindow():
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut
