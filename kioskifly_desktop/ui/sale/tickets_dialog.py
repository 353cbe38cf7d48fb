"""The tickets of the counter: to look at, print again, void, or take goods back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QStackedWidget

from kioskifly_desktop.core.es_ar import format_date, format_money, format_time, local
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.registers import open_session_id
from kioskifly_desktop.core.sales import (
    SaleKind,
    SaleRow,
    get_sale,
    list_sales,
)
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.printing.papers import Papers
from kioskifly_desktop.ui.sale.return_dialog import ReturnDialog
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.tickets.sale_lines import SaleLines
from kioskifly_desktop.ui.tickets.voids import ask_void
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, Question
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_PAGE = 50
_SESSION, _ALL = "session", "all"


class TicketsDialog(Dialog):
    """Lists sales and returns, newest first, with the lines of the chosen one beside."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, *, drawer_id: int | None
    ) -> None:
        super().__init__(parent, self.tr("Tickets y devoluciones"), size=(1120, 640))
        self._shop = shop
        self._toasts = toasts
        self._drawer_id = drawer_id
        self._papers = Papers(shop, toasts, parent)
        self.search = SearchEdit(self.tr("Número de ticket o cliente"), self.tr("Buscar un ticket"))
        self.rows: RowsModel[SaleRow] = RowsModel(
            (
                Column(self.tr("Ticket"), _number),
                Column(self.tr("Cliente y medio"), self._who, tooltip=self._who),
                Column(self.tr("Total"), lambda row: format_money(row.total), right=True),
            ),
            self._fetch,
            page=_PAGE,
            parent=self,
        )
        self.table = rows_table(self.rows, self.tr("Tickets"), {0: 170, 2: 150})
        self.lines = SaleLines()
        self.lines.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lines.setAccessibleName(self.tr("Renglones del ticket"))
        self._session_id = None if drawer_id is None else shop.read(open_session_id, drawer_id)
        self.scope = Segments(
            ((_SESSION, self.tr("Este turno")), (_ALL, self.tr("Todos"))),
            accessible=self.tr("Qué tickets se ven"),
        )
        if self._session_id is None:
            self.scope.choose(_ALL)
            self.scope.hide()
        self._build()
        self.scope.chosen.connect(self._ask_again)
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._to_the_table)
        self.search.installEventFilter(self)
        self.table.activated.connect(self._to_the_lines)
        self.table.selectionModel().currentChanged.connect(self._chosen)
        shop.changed.connect(self._ask_again)
        self._ask_again()
        self.search.setFocus()

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.search, 1)
        top.addWidget(self.scope)
        self.body.addLayout(top)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "receipt-text",
                self.tr("No hay tickets"),
                self.tr("Acá queda cada venta. Probá con otro número o con el cliente."),
            )
        )
        side = card()
        inside = QHBoxLayout(side)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.lines)
        side.setMinimumWidth(300)
        side.setMaximumWidth(400)
        frame = card()
        within = QHBoxLayout(frame)
        within.setContentsMargins(1, 1, 1, 1)
        within.addWidget(self._stack)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(frame, 3)
        row.addWidget(side, 2)
        self.body.addLayout(row, 1)
        self.free_button = button(self.tr("Devolución sin ticket"))
        self.free_button.clicked.connect(self.return_without_ticket)
        Sign(self.free_button, self._shop, Permission.RETURN_WITHOUT_TICKET)
        self.void_button = self._button("tickets.void", self.tr("Anular"), "x", self.void)
        Sign(self.void_button, self._shop, Permission.VOID)
        self.return_button = self._button(
            "tickets.return", self.tr("Devolver"), "undo-2", self.give_back
        )
        self.print_button = self._button(
            "tickets.print", self.tr("Reimprimir"), "printer", self.print_again, "primary"
        )
        self.add_buttons(
            self.void_button, self.return_button, self.print_button, left=self.free_button
        )

    def _button(
        self, key_id: str, words: str, icon_name: str, act: Callable[[], object], kind: str = ""
    ) -> QPushButton:
        result = button(f"{words}   {keys.cap(key_id)}", kind, icon_name=icon_name)
        result.setAccessibleName(words)
        result.clicked.connect(act)
        keys.bind(key_id, self, act)
        return result

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave to the list the keys that mean nothing in an empty search, and the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.table.setFocus()
                QApplication.sendEvent(self.table, event)
                return True
            if keys.matches("tickets.void", event) and not self.search.text():
                self.void()
                return True
        return super().eventFilter(watched, event)

    def current(self) -> SaleRow | None:
        """Return the chosen ticket."""
        index = self.table.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    @Slot()
    def _to_the_table(self) -> None:
        self.table.setFocus()

    @Slot()
    def print_again(self) -> None:
        """Print the chosen ticket again; the paper says that it is a reprint."""
        if (row := self.current()) is not None:
            self._papers.print_voucher(row.voucher_id)

    @Slot()
    def void(self) -> Question | None:
        """Void the chosen sale, saying why."""
        row = self.current()
        if row is None or not self.void_button.isEnabled():
            return None
        question = ask_void(self._shop, self._toasts, self, row)
        question.finished.connect(self._back)
        return question

    @Slot()
    def give_back(self) -> None:
        """Take goods of the chosen sale back."""
        row = self.current()
        if row is not None and self.return_button.isEnabled():
            sale = self._shop.read(get_sale, row.id)
            self._open(
                ReturnDialog(self._shop, self._toasts, self, sale=sale, drawer_id=self._drawer_id)
            )

    @Slot()
    def return_without_ticket(self) -> None:
        """Take goods back whose ticket nobody has."""
        self._open(
            ReturnDialog(self._shop, self._toasts, self, sale=None, drawer_id=self._drawer_id)
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(self._back)
        dialog.open()

    @Slot()
    def _back(self) -> None:
        self.table.setFocus()

    @Slot()
    def _to_the_lines(self) -> None:
        self.lines.setFocus()

    @Slot()
    def _search(self) -> None:
        """Look for what is typed among all of them."""
        if self.search.text().strip() and self.scope.value() != _ALL:
            self.scope.choose(_ALL)
        else:
            self._ask_again()

    @Slot()
    def _ask_again(self) -> None:
        chosen = self.current()
        self.rows.restart()
        position = self.rows.find(lambda row: row.id == chosen.id) if chosen else 0
        self.table.setCurrentIndex(self.rows.index(max(position, 0), 0))
        self._stack.setCurrentIndex(0 if self.rows.rows else 1)
        self._chosen()

    @Slot()
    def _chosen(self) -> None:
        row = self.current()
        sale = self._shop.read(get_sale, row.id) if row else None
        self.lines.show_sale(sale)
        lines = sale.lines if sale and sale.kind is SaleKind.SALE and not sale.voided else ()
        self.void_button.setEnabled(bool(lines))
        self.return_button.setEnabled(any(line.returned < line.quantity for line in lines))
        self.print_button.setEnabled(sale is not None)

    def _fetch(self, after: SaleRow | None, limit: int) -> Sequence[SaleRow]:
        before = after.id if after else None
        return self._shop.read(
            list_sales,
            session_id=self._session_id if self.scope.value() == _SESSION else None,
            search=self.search.text().strip(),
            before=before,
            limit=limit,
        )

    def _who(self, row: SaleRow) -> str:
        parts = (
            self.tr("Anulada") if row.voided else "",
            self.tr("Devolución") if row.kind is SaleKind.RETURN else "",
            said(row.means),
        )
        return f"{row.client or self.tr('Consumidor Final')}\n{' · '.join(filter(None, parts))}"


def _number(row: SaleRow) -> str:
    moment = f"{format_date(local(row.at).date())} {format_time(row.at)}"
    return f"{row.number}\n{moment}"
