"""The table of clients: moving, acting and typing from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.clients_delegate import ClientsDelegate
from kioskifly_desktop.ui.clients.clients_model import BUTTONS, SORTS, Columns
from kioskifly_desktop.ui.people.sign import mark_action
from kioskifly_desktop.ui.text_size import OWN_SECTIONS
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.wallet.painting import PaintedTable
from kioskifly_desktop.ui.wallet.sort_header import SortHeader
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from kioskifly_desktop.core.clients import ClientRow

ROW_HEIGHT = 60
_ICON_WIDTH = 52
# Column: width where the screen is small, and its share of what a larger one adds.
_WIDTHS = {
    Columns.DOCUMENT: (132, 0.1),
    Columns.CONDITION: (132, 0.14),
    Columns.PHONE: (130, 0.14),
    Columns.LAST: (138, 0.12),
    Columns.BALANCE: (242, 0.08),
}
_SMALL = 1206
_OFFER_WIDTH = 44
_NAME_WIDTH = 220


class ClientsTable(PaintedTable):
    """Clients one per row; each icon is a column of its own."""

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
    typed = Signal(str)
    """A character was typed: it belongs in the search."""
    left_upwards = Signal()
    """The arrow went above the first row."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(ROW_HEIGHT, parent)
        self.no_offers = ""
        self.asks_to_delete = ""
        self.shows_files = False
        self.setAccessibleName(self.tr("Clientes"))
        self.header = SortHeader(SORTS, 16, self)
        self.header.setProperty(OWN_SECTIONS, True)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(
            ClientsDelegate(self, today, lambda: self.no_offers, lambda: self.asks_to_delete)
        )
        # Where the window is too narrow for every column, it scrolls rather than clips.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setCornerWidget(QWidget())
        self.setHorizontalScrollMode(ClientsTable.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)

    def lay_out(self) -> None:
        """Give each column its width; the name takes what is left, never less than it needs."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        room = self.viewport().width()
        spare = max(0, room - px(_SMALL))
        for column in range(1, self.model().columnCount()):
            width, share = _WIDTHS.get(Columns(column), (_ICON_WIDTH, 0.0))
            width = _OFFER_WIDTH if column == Columns.OFFER else width
            header.resizeSection(column, round(px(width) + spare * share))
            room -= header.sectionSize(column)
        header.resizeSection(Columns.NAME, max(room, px(_NAME_WIDTH)))

    def current(self) -> ClientRow | None:
        """Return the chosen client."""
        row: ClientRow | None = self.currentIndex().data(ROW_ROLE)
        return row

    def choose(self, position: int) -> None:
        """Choose a row, and scroll to it if it is out of sight."""
        if 0 <= position < self.model().rowCount():
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self.model().index(position, column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the width."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the chosen client, or pass letters on to the search."""
        row = self.current()
        key = event.key()
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if row and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(row, self.currentIndex().column())
        elif row and keys.matches("clients.delete", event):
            self.removed.emit(row)
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip() and not plain:
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _act(self, row: ClientRow, column: int) -> None:
        signal = {
            Columns.OFFER: self.offer_wanted,
            Columns.EDIT: self.edited,
            Columns.REMOVE: self.removed,
        }.get(Columns(column), self.opened)
        signal.emit(row)

    @Slot("QModelIndex")
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() in BUTTONS:
            self._act(index.data(ROW_ROLE), index.column())

    @Slot("QModelIndex")
    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() not in BUTTONS:
            self._act(index.data(ROW_ROLE), index.column())

    @Slot(QPoint)
    def _menu(self, point: QPoint) -> None:
        row: ClientRow | None = self.indexAt(point).data(ROW_ROLE)
        if row is not None:
            self.menu_of(row).popup(self.viewport().mapToGlobal(point))

    def menu_of(self, row: ClientRow) -> QMenu:
        """Return what can be done with a client."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
