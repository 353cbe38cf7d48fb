"""The table of clients: what each column, key and entry of the menu does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from kioskifly_desktop.core.clients import ClientRow
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.clients_delegate import ClientsDelegate
from kioskifly_desktop.ui.clients.clients_model import BUTTONS, SORTS, Columns
from kioskifly_desktop.ui.people.sign import mark_action
from kioskifly_desktop.ui.widgets.list_table import ListTable, Widths

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

_ROW_HEIGHT = 60
_WIDTHS = Widths(
    small=1206,
    name=188,
    icon=52,
    columns={
        Columns.DOCUMENT: (126, 0.1),
        Columns.CONDITION: (120, 0.14),
        Columns.PHONE: (172, 0.12),
        Columns.LAST: (138, 0.12),
        Columns.BALANCE: (232, 0.1),
        Columns.OFFER: (44, 0.0),
    },
    spared=(Columns.CONDITION, Columns.LAST, Columns.PHONE, Columns.DOCUMENT),
)


class ClientsTable(ListTable[ClientRow]):
    """Clients one per row."""

    opened = Signal(object)
    """The wallet of a ClientRow is wanted."""
    offer_wanted = Signal(object)
    """An offer for a ClientRow is wanted."""
    edited = Signal(object)
    """A ClientRow is to be edited."""
    removed = Signal(object)
    """A ClientRow is to be deleted, archived or restored."""
    page_wanted = Signal(object)
    """The page of a ClientRow is wanted."""
    file_wanted = Signal(object)
    """What is held of a ClientRow is wanted."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(_ROW_HEIGHT, _WIDTHS, SORTS, BUTTONS, parent)
        self.no_offers = ""
        self.asks_to_delete = ""
        self.shows_files = False
        self.setAccessibleName(self.tr("Clientes"))
        self.setItemDelegate(
            ClientsDelegate(self, today, lambda: self.no_offers, lambda: self.asks_to_delete)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete the chosen client, besides what every list does."""
        if (row := self.current()) and keys.matches("clients.delete", event):
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def act(self, row: ClientRow, column: int) -> None:
        """Press a cell's button, or open the wallet."""
        signal = {
            Columns.OFFER: self.offer_wanted,
            Columns.EDIT: self.edited,
            Columns.REMOVE: self.removed,
        }.get(Columns(column), self.opened)
        signal.emit(row)

    def menu_of(self, row: ClientRow) -> QMenu:
        """Return what can be done with a client."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.addAction(self.tr("Abrir billetera"), lambda: self.opened.emit(row))
        menu.addAction(self.tr("Ver perfil"), lambda: self.page_wanted.emit(row))
        offer = menu.addAction(self.tr("Oferta…"), lambda: self.offer_wanted.emit(row))
        offer.setEnabled(not self.no_offers)
        offer.setToolTip(self.no_offers)
        menu.addAction(self.tr("Editar"), lambda: self.edited.emit(row))
        if self.shows_files:
            menu.addAction(self.tr("Datos personales…"), lambda: self.file_wanted.emit(row))
        if row.archived:
            menu.addAction(self.tr("Recuperar"), lambda: self.removed.emit(row))
        else:
            delete = menu.addAction(self.tr("Eliminar…"), lambda: self.removed.emit(row))
            mark_action(delete, self.asks_to_delete)
        return menu
