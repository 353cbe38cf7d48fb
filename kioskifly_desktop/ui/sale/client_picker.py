"""Choosing the client of a sale: search, or make one with the name that was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QHeaderView, QStackedWidget, QVBoxLayout

from kioskifly_desktop.core.barcodes import is_printed_code
from kioskifly_desktop.core.clients import ClientQuery, ClientRow, list_clients
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.fiscal import format_document
from kioskifly_desktop.core.plan import Limit
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.plan_notice import PlanNotice, set_available
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.wallet.pill import pill
from kioskifly_desktop.ui.wallet.standing import spoken, standing
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card, draw_avatar
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.painted import (
    PADDING,
    RIGHT,
    PaintedDelegate,
    PaintedTable,
    write,
    write_two,
)
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE, Column, RowsModel
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_PAGE = 50
_NAME, _BALANCE = 0, 1
_ROW, _AVATAR, _BALANCE_WIDTH = 54, 36, 250
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class _Delegate(PaintedDelegate):
    """A client in two cells: who they are, how they stand."""

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the name with its document, or the balance with its word."""
        row: ClientRow = index.data(ROW_ROLE)
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        middle = rect.center().y()
        if index.column() == _NAME:
            place = QRectF(inner.x(), middle - _AVATAR / 2 + 1, _AVATAR, _AVATAR)
            draw_avatar(painter, place, row.name)
            inner.setLeft(inner.x() + _AVATAR + PADDING)
            if identity := _identity(row):
                write_two(painter, inner, row.name, identity, font(15, 600))
            else:
                write(painter, inner, row.name, font(15, 600))
            return
        pill(painter, inner.x(), middle, row.balance, self.ratio())
        if row.balance:
            figure, face = format_money(abs(row.balance)), font(15, 600, tabular=True)
            write(painter, inner, figure, face, standing(row.balance).ink, align=RIGHT)


class ClientPicker(Dialog):
    """Lists clients while a name or a document is typed; Enter chooses the one marked."""

    chosen = Signal(int)
    """The client's id, once the dialog is closed."""
    cleared = Signal()
    """The sale is to nobody in particular."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Cliente de la venta"), size=(720, 600))
        self._shop = shop
        self._toasts = toasts
        self.search = SearchEdit(
            self.tr("Buscá por nombre, documento o teléfono"), self.tr("Buscar cliente")
        )
        columns: list[Column[ClientRow]] = [
            Column(
                self.tr("Cliente"),
                lambda row: row.name,
                tooltip=lambda row: row.name,
                accessible=lambda row: f"{row.name} {_identity(row)}".strip(),
            ),
            Column(self.tr("Saldo"), lambda row: spoken(row.balance), right=True),
        ]
        self.model: RowsModel[ClientRow] = RowsModel(columns, self._fetch, page=_PAGE, parent=self)
        self.table = PaintedTable(_ROW)
        self.table.setModel(self.model)
        self.table.setItemDelegate(_Delegate(self.table))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setAccessibleName(self.tr("Clientes"))
        header = self.table.horizontalHeader()
        header.hide()
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_BALANCE, _BALANCE_WIDTH)
        self._build()
        self.search.searched.connect(self._search)
        self.search.installEventFilter(self)
        self.table.clicked.connect(self.choose)
        self.final_button.clicked.connect(self.clear)
        self.new_button.clicked.connect(self.add)
        keys.bind("clients.new", self, self.add)
        self._search()
        self.search.setFocus()

    def _build(self) -> None:
        box = card()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        inside.addWidget(self.stack)
        self.body.addWidget(self.search)
        self.full = PlanNotice(self._shop, Limit.CLIENTS)
        self.body.addWidget(self.full)
        self.body.addWidget(box, 1)
        self.final_button = button(self.tr("Consumidor Final"), icon_name="user")
        words = self.tr("Nuevo cliente")
        self.new_button = button(words, icon_name="user-plus")
        self.new_button.setText(f"  {words}   {keys.cap('clients.new')}")
        set_available(self.new_button, self.full.reason())
        self.choose_button = button(self.tr("Elegir"), "primary", icon_name="check")
        self.choose_button.setText(f"  {self.tr('Elegir')}   Enter")
        self.choose_button.clicked.connect(self.choose)
        self.add_buttons(self.new_button, self.choose_button, left=self.final_button)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Move in the list and choose from it without leaving the search."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MOVES:
            self.table.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.search.search()
                self.choose()
            return True
        return False

    @Slot()
    def choose(self) -> None:
        """Choose the client marked; where nobody matches, make one."""
        index = self.table.currentIndex()
        if index.isValid():
            self._take(self.model.row(index).id)
        elif is_printed_code(self.search.text().strip()):
            sound(self._shop, Sound.UNKNOWN)  # a product scanned by mistake is nobody's name
            self.search.clear()
        elif self.search.text().strip():
            self.add()

    @Slot()
    def clear(self) -> None:
        """Sell to nobody in particular."""
        self.accept()
        self.cleared.emit()

    @Slot()
    def add(self) -> None:
        """Make a client with the name typed, if the plan admits one, and choose them once saved."""
        if self.full.reason():
            sound(self._shop, Sound.ERROR)
            return
        form = ClientForm(self._shop, self._toasts, self, name=self.search.text().strip())
        form.saved.connect(self._take)
        form.open()

    @Slot(int)
    def _take(self, client_id: int) -> None:
        self.accept()
        self.chosen.emit(client_id)

    def _fetch(self, after: ClientRow | None, limit: int) -> Sequence[ClientRow]:
        query = ClientQuery(search=self.search.text())
        return self._shop.read(list_clients, query, after=after, limit=limit)

    @Slot()
    def _search(self) -> None:
        self.model.restart()
        some = bool(self.model.rows)
        self.stack.setCurrentIndex(0)
        self.choose_button.setEnabled(some)
        if some:
            self.table.selectRow(0)
            return
        for old in self.stack.findChildren(EmptyState):
            self.stack.removeWidget(old)
            old.deleteLater()
        self.stack.addWidget(self._nobody())
        self.stack.setCurrentIndex(1)

    def _nobody(self) -> EmptyState:
        """Say that nobody matches, and what Enter does about it."""
        typed = self.search.text().strip()
        title = (
            self.tr("No hay ningún cliente «{name}»").format(name=typed)
            if typed
            else self.tr("Todavía no hay clientes")
        )
        text = self.tr("Enter lo crea y lo pone en esta venta: con el nombre alcanza.")
        return EmptyState("user-plus", title, text if typed and self.full.isHidden() else "")


def _identity(row: ClientRow) -> str:
    return format_document(row.document_type, row.document_number) or row.phone
