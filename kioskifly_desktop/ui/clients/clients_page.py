"""Clientes: who buys by name, what they owe, and the way to their wallets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.clients import (
    ClientFilter,
    ClientQuery,
    ClientRow,
    ClientTotals,
    archive_client,
    client_totals,
    count_clients,
    delete_client,
    list_clients,
    restore_client,
)
from kioskifly_desktop.core.errors import ClientHasMovementsError, ShopError
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.plan import Feature, Limit, feature_missing
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_model import SORTS, Columns, columns
from kioskifly_desktop.ui.clients.clients_table import ClientsTable
from kioskifly_desktop.ui.clients.entry import client_page
from kioskifly_desktop.ui.clients.summary_card import SummaryCard
from kioskifly_desktop.ui.exchange.menu import ExchangeButton
from kioskifly_desktop.ui.offers.entry import open_offer
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.people.sign import asked_of
from kioskifly_desktop.ui.plan_notice import PlanNotice, set_available
from kioskifly_desktop.ui.privacy.file_dialog import may_see, open_personal_data
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Question, ask
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import RowsModel
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_COUNTED = 2000
"""Of what is looked up no more are counted: with each key it would take longer than finding."""


class ClientsPage(Page):
    """The figures, the search and the table of clients."""

    page_id = keys.CLIENTS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Clientes"))
        self.query = ClientQuery()
        self._totals = ClientTotals(0, 0, 0, 0, 0)
        self._day = shop.read(_today)
        self.summary = SummaryCard()
        self.content.addWidget(self.summary)
        self.content.addLayout(self._tools())
        self.full = PlanNotice(shop, Limit.CLIENTS)
        self.content.addWidget(self.full)
        self.table = ClientsTable(self._today)
        self._empty: QWidget = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        self.content.addWidget(frame, 1)
        self.shown = label("", "tiny")
        self.content.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignRight)
        self._build_model()
        self._connect()
        self.setTabOrder(self.search, self.filter)
        self.setTabOrder(self.filter, self.new_button)
        self.setTabOrder(self.new_button, self.table)

    def _tools(self) -> QHBoxLayout:
        self.search = SearchEdit(
            self.tr("Nombre, documento o teléfono"), self.tr("Buscar clientes")
        )
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(420)
        self.filter = Segments(
            [
                (ClientFilter.ALL, self.tr("Todos")),
                (ClientFilter.DEBT, self.tr("Con deuda")),
                (ClientFilter.CREDIT, self.tr("A favor")),
                (ClientFilter.ARCHIVED, self.tr("Archivados")),
            ],
            accessible=self.tr("Qué clientes ver"),
        )
        self.files = ExchangeButton(self, ImportKind.CLIENTS)
        self.new_button = button(self.tr("Nuevo cliente"), "primary", icon_name="user-plus")
        self.top.addWidget(self.files.button)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 3)
        row.addWidget(self.filter)
        row.addStretch(2)
        row.addWidget(self.new_button)
        return row

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self._open_current)
        self.filter.chosen.connect(self._filter)
        self.new_button.clicked.connect(self.add)
        self.table.header.sorted_by.connect(self._sort)
        self.table.opened.connect(self.open_wallet)
        self.table.offer_wanted.connect(self.offer)
        self.table.page_wanted.connect(self.show_page)
        self.table.edited.connect(self.edit)
        self.table.removed.connect(self.remove)
        self.table.file_wanted.connect(self.show_file)
        self.table.typed.connect(self._type)
        self.table.left_upwards.connect(self.search.setFocus)
        keys.bind("clients.new", self, self.add)
        keys.bind("clients.edit", self, self._edit_current)
        keys.bind("clients.offer", self, self._offer_to_current)
        keys.bind("clients.page", self, self._show_current)

    def refresh(self) -> None:
        """Read the list and the figures again; the chosen client and the place stay."""
        self.table.no_offers = self.shop.read(feature_missing, Feature.OFFERS)
        self.table.shows_files = may_see(self.shop)
        self.table.asks_to_delete = asked_of(self.shop, Permission.DELETE_CLIENT)
        chosen = self.table.current()
        scroll = self.table.verticalScrollBar().value()
        self.model.reload()
        position = self.model.find(lambda row: chosen is not None and row.id == chosen.id)
        self.table.choose(max(position, 0))
        self.table.verticalScrollBar().setValue(scroll)
        self._totals = self.shop.read(client_totals)
        self.summary.show_totals(self._totals)
        set_available(self.new_button, self.full.reason())
        self.files.refresh()
        self.filter.set_counts(
            {
                ClientFilter.ALL: self._totals.clients,
                ClientFilter.DEBT: self._totals.owing,
                ClientFilter.CREDIT: self._totals.in_credit,
            }
        )
        self._say()

    def focus_main(self) -> None:
        """Put the focus in the search."""
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search down into the table."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.model.rows:
            self.table.choose(max(self.table.currentIndex().row(), 0))
            self.table.setFocus()
            return
        super().keyPressEvent(event)

    @Slot()
    def add(self) -> None:
        """Open the form of a new client, if the plan admits one more."""
        if why := self.full.reason():
            self.toasts.show(why, error=True)
            return
        form = ClientForm(self.shop, self.toasts, self.window())
        form.saved.connect(self.show_client)
        form.open()

    @Slot(object)
    def edit(self, row: ClientRow) -> None:
        """Open the form of a client."""
        self._edit_over(self.window(), row.id)

    @Slot(object)
    def open_wallet(self, row: ClientRow) -> None:
        """Open a client's wallet."""
        wallet = WalletDialog(self.shop, row.id, self.toasts, self.window())
        wallet.edit_wanted.connect(lambda client_id: self._edit_over(wallet, client_id))
        wallet.page_wanted.connect(wallet.accept)
        wallet.page_wanted.connect(lambda: self.show_page(row))
        wallet.returns_to(self.table)
        wallet.open()

    @Slot(object)
    def show_page(self, row: ClientRow) -> None:
        """Show everything about a client."""
        page = client_page(self.shop, row.id, self.toasts, self.window())
        page.returns_to(self.table)
        page.open()

    @Slot(object)
    def offer(self, row: ClientRow) -> None:
        """Write an offer for a client, or say why there is none."""
        dialog = open_offer(self.shop, row.id, self.toasts, self.window())
        if dialog is not None:
            dialog.returns_to(self.table)

    @Slot(object)
    def show_file(self, row: ClientRow) -> None:
        """Show all that is held of a client."""
        open_personal_data(self.shop, row.id, self.toasts, self.window())

    def _edit_over(self, parent: QWidget, client_id: int) -> None:
        ClientForm(self.shop, self.toasts, parent, client_id).open()

    @Slot(int)
    def show_client(self, client_id: int) -> None:
        """Choose a client in the list, if what is shown includes them."""
        position = self.model.find(lambda row: row.id == client_id)
        while position < 0 and self.model.canFetchMore():
            self.model.fetchMore()
            position = self.model.find(lambda row: row.id == client_id)
        self.table.choose(position)
        self.table.setFocus()

    @Slot(object)
    def remove(self, row: ClientRow) -> None:
        """Ask before deleting a client; archive one with movements, restore an archived one."""
        if row.archived:
            self._restore(row)
        elif row.last_entry_id is not None:
            self._offer_archive(row, str(ClientHasMovementsError(name=row.name)))
        else:
            self._ask_delete(row)

    def _ask_delete(self, row: ClientRow) -> Question:
        def delete() -> None:
            self.shop.write(delete_client, row.id)
            self.toasts.show(self.tr("{name} fue eliminado.").format(name=row.name))

        return ask(
            self.window(),
            self.tr("¿Eliminar a {name}?").format(name=row.name),
            self.tr("Nunca tuvo movimientos. Se borran sus datos y no se puede deshacer."),
            self.tr("Eliminar"),
            delete,
            lend=lent_in(self.shop),
        )

    def _offer_archive(self, row: ClientRow, why: str) -> Question:
        def archive() -> None:
            self.shop.write(archive_client, row.id)
            self.toasts.show(
                self.tr("{name} quedó archivado.").format(name=row.name),
                [ToastAction(self.tr("Deshacer"), lambda: self._restore(row), undo=True)],
            )

        return ask(
            self.window(),
            self.tr("¿Archivar a {name}?").format(name=row.name),
            why + self.tr(" Sale de la lista y conserva su historial."),
            self.tr("Archivar"),
            archive,
            lend=lent_in(self.shop),
        )

    def _restore(self, row: ClientRow) -> None:
        try:
            self.shop.write(restore_client, row.id)
        except ShopError as error:
            self.toasts.show(str(error), error=True)
            return
        self.toasts.show(self.tr("{name} vuelve a la lista.").format(name=row.name))

    def _build_model(self) -> None:
        self.model: RowsModel[ClientRow] = RowsModel(
            columns(
                today=self._today,
                no_offers=lambda: self.table.no_offers,
                asks_to_delete=lambda: self.table.asks_to_delete,
            ),
            self._fetch,
            parent=self.table,
        )
        old = self.table.model()
        self.table.setModel(self.model)
        self.table.lay_out()
        if old is not None:
            old.deleteLater()

    def _fetch(self, after: ClientRow | None, limit: int) -> Sequence[ClientRow]:
        self._day = self.shop.read(_today)
        return self.shop.read(list_clients, self.query, after=after, limit=limit)

    def _today(self) -> date:
        return self._day

    def _ask_again(self) -> None:
        """Show the first page of a new question, its first client chosen."""
        self.model.restart()
        self.table.choose(0)
        self.table.scrollToTop()
        self._say()

    def _say(self) -> None:
        """Write the line under the table, or what stands in place of an empty one."""
        most = _COUNTED if self.query.search.strip() else -1
        count = self.shop.read(count_clients, self.query, at_most=most)
        words = self.tr("{count} cliente") if count == 1 else self.tr("{count} clientes")
        if count == most:
            words = self.tr("{count} clientes o más")
        owed = self.tr("te deben {owed} en total").format(owed=format_money(self._totals.owed))
        shown = words.format(count=format_quantity(count * 1000))
        self.shown.setText(f"{shown}  ·  {owed}")
        if count:
            self._stack.setCurrentIndex(0)
            return
        self._stack.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = self._nothing()
        self._stack.addWidget(self._empty)
        self._stack.setCurrentIndex(1)

    def _nothing(self) -> EmptyState:
        add = button(self.tr("Nuevo cliente"), icon_name="user-plus")
        add.clicked.connect(self.add)
        set_available(add, self.full.reason())
        search = self.query.search.strip()
        if search:
            return EmptyState(
                "search",
                self.tr("Nada con «{search}»").format(search=search),
                self.tr("Probá con menos letras, con el documento o con el teléfono."),
                add,
            )
        if self.query.only is ClientFilter.ALL:
            return EmptyState(
                "users",
                self.tr("Todavía no hay clientes"),
                self.tr("Cargá al primero, o pasá el cuaderno desde «Archivos»."),
                add,
            )
        sentences = {
            ClientFilter.DEBT: self.tr("Nadie te debe nada."),
            ClientFilter.CREDIT: self.tr("Ningún cliente tiene saldo a favor."),
            ClientFilter.ARCHIVED: self.tr("Acá quedan los clientes que archives."),
        }
        return EmptyState("users", sentences[self.query.only], "")

    @Slot(str)
    def _search(self, words: str) -> None:
        self.query = replace(self.query, search=words)
        self._ask_again()

    @Slot(object)
    def _filter(self, only: ClientFilter) -> None:
        self.query = replace(self.query, only=only)
        self._ask_again()

    @Slot(int, bool)
    def _sort(self, column: int, descending: bool) -> None:  # noqa: FBT001 - a signal's slot
        self.query = replace(self.query, sort=SORTS[Columns(column)], descending=descending)
        self._ask_again()

    @Slot(str)
    def _type(self, characters: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + characters)

    @Slot()
    def _open_current(self) -> None:
        if row := self.table.current():
            self.open_wallet(row)

    @Slot()
    def _offer_to_current(self) -> None:
        if row := self.table.current():
            self.offer(row)

    @Slot()
    def _show_current(self) -> None:
        if row := self.table.current():
            self.show_page(row)

    @Slot()
    def _edit_current(self) -> None:
        if row := self.table.current():
            self.edit(row)


def _today(work: Work) -> date:
    return work.today
