"""Clientes: who buys by name, what they owe, and the way to their wallets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
from kioskifly_desktop.ui.clients.clients_model import SORTS, columns
from kioskifly_desktop.ui.clients.clients_table import ClientsTable
from kioskifly_desktop.ui.clients.entry import client_page
from kioskifly_desktop.ui.clients.summary_card import SummaryCard
from kioskifly_desktop.ui.exchange.menu import ExchangeButton
from kioskifly_desktop.ui.list_page import ListPage
from kioskifly_desktop.ui.offers.entry import open_offer
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.people.sign import asked_of
from kioskifly_desktop.ui.plan_notice import PlanNotice, set_available
from kioskifly_desktop.ui.privacy.file_dialog import may_see, open_personal_data
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Question, ask
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import RowsModel
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_COUNTED = 2000
"""Of what is looked up no more are counted: with each key it would take longer than finding."""


class ClientsPage(ListPage[ClientRow]):
    """The figures, the search and the table of clients."""

    page_id = keys.CLIENTS
    sorts = SORTS
    table: ClientsTable

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Clientes"))
        self.query: ClientQuery = ClientQuery()
        self._totals = ClientTotals(0, 0, 0, 0, 0)
        self._day = shop.read(_today)
        self.summary = SummaryCard()
        self.content.addWidget(self.summary)
        self.content.addLayout(self._tools())
        self.full = PlanNotice(shop, Limit.CLIENTS)
        self.content.addWidget(self.full)
        self.table = ClientsTable(self._today)
        self._build_model()
        self.place_list()
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
        self.search.returnPressed.connect(self._open_current)
        self.new_button.clicked.connect(self.add)
        self.table.opened.connect(self.open_wallet)
        self.table.offer_wanted.connect(self.offer)
        self.table.page_wanted.connect(self.show_page)
        self.table.edited.connect(self.edit)
        self.table.removed.connect(self.remove)
        self.table.file_wanted.connect(self.show_file)
        keys.bind("clients.new", self, self.add)
        keys.bind("clients.edit", self, self._edit_current)
        keys.bind("clients.offer", self, self._offer_to_current)
        keys.bind("clients.page", self, self._show_current)

    def refresh(self) -> None:
        """Read the list and the figures again; the chosen client and the place stay."""
        self.table.no_offers = said(self.shop.read(feature_missing, Feature.OFFERS))
        self.table.shows_files = may_see(self.shop)
        self.table.asks_to_delete = asked_of(self.shop, Permission.DELETE_CLIENT)
        self.reload()
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
        self.say()

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
            self.toasts.show(words_of(error), error=True)
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

    def count(self) -> int:
        """Count the clients who answer; what they owe is told of all."""
        most = _COUNTED if self.query.search.strip() else -1
        count = self.shop.read(count_clients, self.query, at_most=most)
        words = self.tr("{count} cliente") if count == 1 else self.tr("{count} clientes")
        if count == most:
            words = self.tr("{count} clientes o más")
        owed = self.tr("te deben {owed} en total").format(owed=format_money(self._totals.owed))
        shown = words.format(count=format_quantity(count * 1000))
        self.shown.setText(f"{shown}  ·  {owed}")
        return count

    def nothing(self) -> EmptyState:
        """Say why no client is shown, and what to do."""
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
