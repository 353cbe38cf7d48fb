"""Every shortcut of the program, in one table: the screens bind from it and F1 shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QKeyCombination, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

GLOBAL, SALE, CLIENTS, PRODUCTS, REGISTERS = "", "sale", "clients", "products", "registers"
SETTINGS, WALLET, CHARGE, TICKETS = "settings", "wallet", "charge", "tickets"
OFFER, TODAY, REPORTS, CLIENT = "offer", "today", "reports", "client"
HELP = "help"


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
    Key("page.sale", "Alt+1", QT_TRANSLATE_NOOP("keys", "Venta")),
    Key("page.clients", "Alt+2", QT_TRANSLATE_NOOP("keys", "Clientes")),
    Key("page.products", "Alt+3", QT_TRANSLATE_NOOP("keys", "Productos")),
    Key("page.registers", "Alt+4", QT_TRANSLATE_NOOP("keys", "Cajas")),
    Key("page.today", "Alt+5", QT_TRANSLATE_NOOP("keys", "Hoy")),
    Key("page.reports", "Alt+6", QT_TRANSLATE_NOOP("keys", "Informes")),
    Key("page.settings", "Alt+7", QT_TRANSLATE_NOOP("keys", "Ajustes")),
    Key("drawer", "Ctrl+G", QT_TRANSLATE_NOOP("keys", "Abrir el cajón")),
    Key("lock", "Ctrl+B", QT_TRANSLATE_NOOP("keys", "Bloquear o cambiar de persona")),
    Key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("keys", "Deshacer lo último, o lo que dice el aviso")),
    Key("back", "Esc", QT_TRANSLATE_NOOP("keys", "Cerrar o volver, sin cambiar nada")),
    Key("sale.check", "F3", QT_TRANSLATE_NOOP("keys", "Consultar precio"), SALE),
    Key("sale.charge", "F4", QT_TRANSLATE_NOOP("keys", "Cobrar"), SALE),
    Key("sale.quantity", "F5", QT_TRANSLATE_NOOP("keys", "Cantidad"), SALE),
    Key("sale.product", "F6", QT_TRANSLATE_NOOP("keys", "Crear producto"), SALE),
    Key("sale.remove", "F7", QT_TRANSLATE_NOOP("keys", "Quitar"), SALE),
    Key("sale.park", "F8", QT_TRANSLATE_NOOP("keys", "Dejar en espera o retomar"), SALE),
    Key("sale.client", "F9", QT_TRANSLATE_NOOP("keys", "Cliente"), SALE),
    Key("sale.register", "F12", QT_TRANSLATE_NOOP("keys", "Caja de este mostrador"), SALE),
    Key("sale.discount", "Ctrl+D", QT_TRANSLATE_NOOP("keys", "Descuento del renglón"), SALE),
    Key("sale.price", "Ctrl+L", QT_TRANSLATE_NOOP("keys", "Otro precio"), SALE),
    Key("sale.hide", "Ctrl+H", QT_TRANSLATE_NOOP("keys", "Tapar lo que debe el cliente"), SALE),
    Key("sale.tickets", "Ctrl+T", QT_TRANSLATE_NOOP("keys", "Tickets y devoluciones"), SALE),
    Key("sale.offer", "Ctrl+O", QT_TRANSLATE_NOOP("keys", "Oferta para el cliente"), SALE),
    Key("sale.page", "Ctrl+I", QT_TRANSLATE_NOOP("keys", "Perfil del cliente"), SALE),
    Key("sale.cash", "Ctrl+1", QT_TRANSLATE_NOOP("keys", "Cobrar en efectivo"), SALE),
    Key("sale.debit_card", "Ctrl+2", QT_TRANSLATE_NOOP("keys", "Cobrar con débito"), SALE),
    Key("sale.credit_card", "Ctrl+3", QT_TRANSLATE_NOOP("keys", "Cobrar con crédito"), SALE),
    Key("sale.transfer", "Ctrl+4", QT_TRANSLATE_NOOP("keys", "Cobrar por transferencia"), SALE),
    Key("sale.qr", "Ctrl+5", QT_TRANSLATE_NOOP("keys", "Cobrar con QR"), SALE),
    Key("sale.account", "Ctrl+6", QT_TRANSLATE_NOOP("keys", "Anotar en la cuenta"), SALE),
    Key(
        "charge.means",
        "F4",
        QT_TRANSLATE_NOOP("keys", "Otro medio: después, 1 a 6 (también con la tecla +)"),
        CHARGE,
    ),
    Key("charge.exact", "F5", QT_TRANSLATE_NOOP("keys", "Justo lo que falta"), CHARGE),
    Key("clients.wallet", "Return", QT_TRANSLATE_NOOP("keys", "Billetera"), CLIENTS, hint=True),
    Key("clients.new", "Ctrl+N", QT_TRANSLATE_NOOP("keys", "Nuevo"), CLIENTS, hint=True),
    Key("clients.edit", "Ctrl+E", QT_TRANSLATE_NOOP("keys", "Editar"), CLIENTS, hint=True),
    Key("clients.offer", "Ctrl+O", QT_TRANSLATE_NOOP("keys", "Oferta"), CLIENTS, hint=True),
    Key("clients.page", "Ctrl+I", QT_TRANSLATE_NOOP("keys", "Perfil"), CLIENTS, hint=True),
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
    Key("wallet.promise", "Ctrl+R", QT_TRANSLATE_NOOP("keys", "Promesa de pago"), WALLET),
    Key("wallet.remind", "Ctrl+M", QT_TRANSLATE_NOOP("keys", "Recordatorio"), WALLET),
    Key("wallet.offer", "Ctrl+O", QT_TRANSLATE_NOOP("keys", "Oferta"), WALLET),
    Key("wallet.page", "Ctrl+I", QT_TRANSLATE_NOOP("keys", "Perfil del cliente"), WALLET),
    Key("client.wallet", "F9", QT_TRANSLATE_NOOP("keys", "Billetera"), CLIENT),
    Key("client.edit", "Ctrl+E", QT_TRANSLATE_NOOP("keys", "Editar"), CLIENT),
    Key("client.offer", "Ctrl+O", QT_TRANSLATE_NOOP("keys", "Oferta"), CLIENT),
    Key("client.remind", "Ctrl+M", QT_TRANSLATE_NOOP("keys", "Recordatorio"), CLIENT),
    Key("client.promise", "Ctrl+R", QT_TRANSLATE_NOOP("keys", "Promesa de pago"), CLIENT),
    Key("client.print", "Ctrl+P", QT_TRANSLATE_NOOP("keys", "Imprimir"), CLIENT),
    Key("client.hide", "Ctrl+H", QT_TRANSLATE_NOOP("keys", "Tapar los montos"), CLIENT),
    Key("offer.open", "Ctrl+Return", QT_TRANSLATE_NOOP("keys", "Abrir WhatsApp"), OFFER),
    Key("offer.again", "Ctrl+R", QT_TRANSLATE_NOOP("keys", "Otra versión"), OFFER),
    Key("offer.copy", "Ctrl+Shift+C", QT_TRANSLATE_NOOP("keys", "Copiar el mensaje"), OFFER),
    Key("today.hide", "Ctrl+H", QT_TRANSLATE_NOOP("keys", "Tapar los montos"), TODAY, hint=True),
    Key("reports.print", "Ctrl+P", QT_TRANSLATE_NOOP("keys", "Imprimir"), REPORTS, hint=True),
    Key("reports.save", "Ctrl+S", QT_TRANSLATE_NOOP("keys", "Guardar"), REPORTS, hint=True),
    Key("tickets.print", "Ctrl+P", QT_TRANSLATE_NOOP("keys", "Reimprimir"), TICKETS),
    Key("tickets.return", "Ctrl+D", QT_TRANSLATE_NOOP("keys", "Devolver"), TICKETS),
    Key("tickets.void", "Del", QT_TRANSLATE_NOOP("keys", "Anular"), TICKETS),
    Key(
        "registers.session",
        "Ctrl+T",
        QT_TRANSLATE_NOOP("keys", "Abrir o cerrar la caja"),
        REGISTERS,
        hint=True,
    ),
    Key("registers.in", "Ctrl+I", QT_TRANSLATE_NOOP("keys", "Ingreso"), REGISTERS, hint=True),
    Key("registers.out", "Ctrl+R", QT_TRANSLATE_NOOP("keys", "Retiro"), REGISTERS, hint=True),
    Key("registers.transfer", "Ctrl+M", QT_TRANSLATE_NOOP("keys", "Pase a otra caja"), REGISTERS),
    Key("registers.report", "Ctrl+P", QT_TRANSLATE_NOOP("keys", "Informe X"), REGISTERS),
    Key("registers.new", "Ctrl+N", QT_TRANSLATE_NOOP("keys", "Nueva caja"), REGISTERS),
    Key("help.back", "Alt+Left", QT_TRANSLATE_NOOP("keys", "Volver a la hoja anterior"), HELP),
)
_BY_ID = {key.id: key for key in KEYS}
_CAPS = {
    "Return": "Enter",
    "Del": QT_TRANSLATE_NOOP("keys", "Supr"),
    "Ins": QT_TRANSLATE_NOOP("keys", "Insert"),
    "PgUp": QT_TRANSLATE_NOOP("keys", "Re Pág"),
    "PgDown": QT_TRANSLATE_NOOP("keys", "Av Pág"),
    "Left": "←",
}


class Assignments(QObject):
    """The keys that the shop gave to shortcuts in place of ours, by the shortcut's name in code."""

    changed = Signal()
    """Captions and tooltips that name a key write it again."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: Mapping[str, str] = {}

    def assign(self, chosen: Mapping[str, str]) -> None:
        """Put the shop's own keys in force, everywhere and at once."""
        chosen = {key_id: wanted for key_id, wanted in chosen.items() if key_id in _BY_ID}
        if chosen != self.chosen:
            self.chosen = chosen
            self.changed.emit()


assigned = Assignments()


class _Shortcut(QShortcut):
    """A shortcut that follows its assignment."""

    def __init__(self, key_id: str, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(sequence(key_id), widget)
        self._key_id = key_id
        self._act = act
        assigned.changed.connect(self.rebind)
        # Not to the act itself, which may be Qt's own: see `Dialog.reject`.
        self.activated.connect(self._press)

    @Slot()
    def _press(self) -> None:
        self._act()

    @Slot()
    def rebind(self) -> None:
        """Take the keys in force."""
        self.setKey(sequence(self._key_id))


class _Tip(QObject):
    """A tooltip that names a shortcut and follows its assignment."""

    def __init__(self, widget: QWidget, words: str, key_id: str) -> None:
        super().__init__(widget)
        self._widget, self._words, self._key_id = widget, words, key_id
        assigned.changed.connect(self.write)
        self.write()

    @Slot()
    def write(self) -> None:
        """Write the tooltip."""
        self._widget.setToolTip(f"{self._words} ({cap(self._key_id)})")


def in_force(key: Key) -> str:
    """Return the keys of a shortcut in Qt's words: the shop's, else ours."""
    return assigned.chosen.get(key.id, key.sequence)


def sequence(key_id: str) -> QKeySequence:
    """Return the keys of a shortcut."""
    return QKeySequence(in_force(_BY_ID[key_id]))


def words(key: Key) -> str:
    """Return what a shortcut does, as shown."""
    return QCoreApplication.translate("keys", key.words)


def cap(key: Key | str) -> str:
    """Return a shortcut as written on a key cap: `Ctrl N`, `Supr`."""
    return cap_of(in_force(_BY_ID[key] if isinstance(key, str) else key))


def cap_of(keys: str) -> str:
    """Return keys in Qt's words as written on a key cap."""
    for qt_name, written in _CAPS.items():
        keys = keys.replace(qt_name, QCoreApplication.translate("keys", written))
    return keys.replace("+", " ")


def hints(page: str) -> list[tuple[str, str]]:
    """Return the key caps and words that the status bar shows on a page."""
    shown = [key for key in KEYS if key.hint and key.page == page]
    shown += [key for key in KEYS if key.hint and key.page == GLOBAL]
    return [(cap(key), words(key)) for key in shown]


def bind(key_id: str, widget: QWidget, act: Callable[[], object]) -> QShortcut:
    """Make a shortcut act while the focus is within `widget`, or in its whole window."""
    shortcut = _Shortcut(key_id, widget, act)
    if not widget.isWindow():
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    return shortcut


def matches(key_id: str, event: QKeyEvent) -> bool:
    """Tell whether a key press is a shortcut's, where a widget looks at keys by itself."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return sequence(key_id) == QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))


def tip(widget: QWidget, words: str, key_id: str) -> None:
    """Give a widget a tooltip that names its shortcut, whatever its keys become."""
    _Tip(widget, words, key_id)
