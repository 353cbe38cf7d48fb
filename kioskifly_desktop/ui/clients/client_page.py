"""Everything about a client in one place, and the ways to what is done with them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.contact import MessageKind
from kioskifly_desktop.core.errors import ClientNotFoundError
from kioskifly_desktop.core.es_ar import local
from kioskifly_desktop.core.fiscal import format_document
from kioskifly_desktop.core.portrait import Bought, Portrait, portrait, purchases, trend
from kioskifly_desktop.core.sales import SaleRow, get_sale
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients import client_words as words_of
from kioskifly_desktop.ui.clients.client_cards import FactsCard, Figures
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.visit_calendar import VisitCalendar
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.loyalty.points_dialog import PointsDialog
from kioskifly_desktop.ui.loyalty.terms_dialog import TermsDialog
from kioskifly_desktop.ui.offers.entry import OfferButton, open_offer
from kioskifly_desktop.ui.privacy.file_dialog import may_see, open_personal_data
from kioskifly_desktop.ui.reports.chart import Chart
from kioskifly_desktop.ui.sentences import spoken
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.wallet.papers import WalletPapers
from kioskifly_desktop.ui.wallet.today_price_dialog import TodayPriceDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.labels import avatar_pixmap, card, label
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QFrame, QPushButton, QTableView

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_AVATAR, _SIDE = 46, 316
_ROW, _HEADER, _SHOWN = 50, 42, 6
_PAGE = 50


class ClientPage(Dialog):
    """How a client stands, what they buy and when, what was agreed; amounts hide at a key."""

    def __init__(
        self,
        shop: Shop,
        client_id: int,
        toasts: ToastHost,
        parent: QWidget,
        *,
        private: bool = False,
    ) -> None:
        super().__init__(parent, "", size=(1120, 728))
        self._shop = shop
        self._client_id = client_id
        self._toasts = toasts
        self.private = private
        self.found: Portrait = shop.read(portrait, client_id)
        self.papers = WalletPapers(shop, client_id, toasts, parent.window())
        self._header_buttons()
        self.archived = Notice(self.tr("Está archivado: su historia queda acá."))
        self.figures = Figures()
        self.body.addWidget(self.archived)
        self.body.addWidget(self.figures)
        self.body.addLayout(self._columns())
        self._foot()
        for key_id, act in self._acts().items():
            keys.bind(key_id, self, act)
        shop.changed.connect(self.refresh)
        self._write()
        self.rows.restart()
        self._show_empty()
        self._order_of_tab()
        self.wallet_button.setFocus()

    def _acts(self) -> dict[str, Callable[[], object]]:
        return {
            "client.wallet": self.open_wallet,
            "client.edit": self.edit,
            "client.offer": self.write_offer,
            "client.remind": self.remind_action.trigger,
            "client.promise": self.promise_action.trigger,
            "client.print": self.print_button.showMenu,
            "client.hide": self.toggle_private,
        }

    def _header_buttons(self) -> None:
        self.offer = OfferButton(self._shop, "client.offer", "outline")
        self.offer.button.clicked.connect(self.write_offer)
        words = self.tr("Imprimir")
        self.print_button = icon_button("printer", words, kind="outline")
        keys.tip(self.print_button, words, "client.print")
        self.print_button.setMenu(self.papers.menu(self))
        self.print_button.setPopupMode(self.print_button.ToolButtonPopupMode.InstantPopup)
        self.more_button = icon_button("ellipsis-vertical", self.tr("Más acciones"))
        self.more_button.setPopupMode(self.more_button.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self.hide_action = menu.addAction("", self.toggle_private)
        menu.addSeparator()
        self.remind_action = menu.addAction(self.tr("Recordatorio por WhatsApp…"), self.remind)
        menu.addAction(self.tr("Resumen por WhatsApp…"), self.send_statement)
        self.promise_action = menu.addAction(self.tr("Promesa de pago…"), self.promise)
        self.today_action = menu.addAction(self.tr("Fiado a precio de hoy…"), self.show_today_price)
        menu.addSeparator()
        self.terms_action = menu.addAction(self.tr("Condiciones especiales…"), self.edit_terms)
        self.points_action = menu.addAction(self.tr("Puntos…"), self.show_points)
        menu.addAction(self.tr("Editar cliente…"), self.edit)
        if may_see(self._shop):
            menu.addAction(self.tr("Datos personales…"), self.show_file)
        self.more_button.setMenu(menu)
        for each in (self.offer.button, self.print_button, self.more_button):
            self.add_header_button(each)

    def _columns(self) -> QHBoxLayout:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(14)
        left.addWidget(self._trend())
        left.addWidget(self._visits())
        left.addWidget(self._purchases())
        left.addStretch()
        self.card = FactsCard(self.tr("Datos"))
        self.agreed = FactsCard(self.tr("Puntos y condiciones"))
        self.told = FactsCard(self.tr("Ofertas y promesas"))
        for each in (self.agreed, self.told, self._products(), self.card):
            right.addWidget(each)
        right.addStretch()
        side = QWidget()
        right.setContentsMargins(0, 0, 0, 0)
        side.setLayout(right)
        side.setFixedWidth(_SIDE)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _trend(self) -> QFrame:
        self.chart = Chart()
        self.chart_said = label("", "muted")
        self.chart.pointed.connect(self._say_point)
        self._chart_stack = QStackedWidget()
        self._chart_stack.addWidget(self.chart)
        how = self.tr("{key} los muestra.").format(key=keys.cap("client.hide"))
        hidden = EmptyState("lock", self.tr("Los montos están tapados"), how)
        self._chart_stack.addWidget(hidden)
        title = self.tr("Cómo viene comprando")
        self._chart_card = _titled(title, self._chart_stack, self.chart_said)
        return self._chart_card

    def _visits(self) -> QFrame:
        self.calendar = VisitCalendar()
        self.day_said = label("", "muted")
        self.calendar.pointed.connect(self._say_day)
        self._visits_card = _titled(self.tr("Cuándo vino"), self.calendar, self.day_said)
        return self._visits_card

    def _purchases(self) -> QFrame:
        self.rows: RowsModel[SaleRow] = RowsModel(
            (
                Column(self.tr("Ticket"), words_of.purchase_words),
                Column(self.tr("Qué fue"), words_of.purchase_means),
                Column(self.tr("Total"), lambda row: self._money(row.total), right=True),
            ),
            self._fetch,
            page=_PAGE,
            parent=self,
        )
        self.table = rows_table(
            self.rows, self.tr("Compras y devoluciones"), {0: 172, 2: 160}, row_height=_ROW
        )
        self.table.setMinimumWidth(0)
        self.table.activated.connect(self.open_ticket)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        never = self.tr("Acá queda cada compra que haga con su nombre.")
        self._stack.addWidget(EmptyState("receipt-text", self.tr("Sin compras"), never))
        return _titled(self.tr("Compras"), self._stack, edge=1)

    def _products(self) -> QFrame:
        self.products: RowsModel[Bought] = RowsModel(
            (
                Column(self.tr("Producto"), words_of.product_words, tooltip=lambda row: row.name),
                Column(
                    self.tr("Cantidad"),
                    words_of.quantity_words,
                    right=True,
                    tooltip=lambda row: self._money(row.net),
                ),
            ),
            lambda after, _limit: self.found.habits.products if after is None else (),
            parent=self,
        )
        self.products_table = rows_table(
            self.products, self.tr("Lo que más lleva"), {1: 96}, row_height=_ROW
        )
        self.products_table.setMinimumWidth(0)
        self._products_card = _titled(self.tr("Lo que más lleva"), self.products_table, edge=1)
        return self._products_card

    def _foot(self) -> None:
        self.edit_button = self._button("client.edit", self.tr("Editar"), "pencil", self.edit)
        self.wallet_button = self._button(
            "client.wallet", self.tr("Billetera"), "wallet", self.open_wallet, "primary"
        )
        self.add_buttons(self.edit_button, self.wallet_button)

    def _button(
        self, key_id: str, words: str, icon_name: str, act: Callable[[], object], kind: str = ""
    ) -> QPushButton:
        result = button(words, kind, icon_name=icon_name)
        result.clicked.connect(act)
        keys.tip(result, words, key_id)
        return result

    def _order_of_tab(self) -> None:
        chain = (
            *(self.wallet_button, self.edit_button, self.chart, self.calendar, self.table),
            *(self.products_table, self.offer.button, self.print_button, self.more_button),
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll what doesn't fit the screen by the page, from wherever the focus is."""
        bar = self.scroller.verticalScrollBar()
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            bar.setValue(bar.value() + step * bar.pageStep())
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Bring into sight what takes the focus, also from the buttons under it."""
        moved = super().focusNextPrevChild(forward)
        taken: QWidget | None = self.focusWidget()
        if taken is not None and self.scroller.isAncestorOf(taken):
            self.scroller.ensureWidgetVisible(taken)
        return moved

    @Slot()
    def refresh(self) -> None:
        """Read the client again; the chosen purchase stays chosen."""
        try:
            self.found = self._shop.read(portrait, self._client_id)
        except ClientNotFoundError:
            self.reject()
            return
        self.offer.refresh()
        chosen = self.table.currentIndex()
        sale_id = self.rows.row(chosen).id if chosen.isValid() else None
        self._write()
        self.rows.reload()
        position = self.rows.find(lambda row: row.id == sale_id)
        self.table.setCurrentIndex(self.rows.index(position, 0))
        self._show_empty()

    @Slot()
    def toggle_private(self) -> None:
        """Hide the amounts from those who wait, or show them again."""
        self.private = not self.private
        self._write()
        self.table.viewport().update()

    def _write(self) -> None:
        found, private = self.found, self.private
        client = found.wallet.client
        parts = (
            format_document(client.document_type, client.document_number),
            client.phone,
            self.tr("Cliente desde {month}").format(month=f"{local(client.created_at):%m/%Y}"),
        )
        self.set_title(client.name, "  ·  ".join(filter(None, parts)))
        self.set_leading(avatar_pixmap(client.name, px(_AVATAR), self.devicePixelRatioF()))
        self.archived.setVisible(client.archived)
        self.figures.show_portrait(found, private=private)
        for each in (self._chart_card, self._visits_card):
            each.setVisible(found.habits.first_visit is not None)
        self.chart.show_report(spoken(trend(found.habits)))
        self._chart_stack.setCurrentIndex(1 if private else 0)
        self._say_point()
        self.calendar.show_days(found.habits.days, found.today, private=private)
        self._say_day()
        self.agreed.show_facts(words_of.agreed_facts(found, private=private))
        self.told.show_facts(words_of.told_facts(found, private=private))
        self.card.show_facts(words_of.card_facts(found))
        self.products.reload()
        self._fit_table(self.products_table, len(self.products.rows))
        self._products_card.setVisible(bool(self.products.rows))
        words = self.tr("Mostrar los montos") if private else self.tr("Tapar los montos")
        self.hide_action.setText(f"{words}\t{keys.cap('client.hide')}")
        for action in (self.remind_action, self.promise_action, self.today_action):
            action.setEnabled(client.balance > 0 and not client.archived)

    def _show_empty(self) -> None:
        self._stack.setCurrentIndex(0 if self.rows.rows else 1)
        shown = min(max(len(self.rows.rows), 3), _SHOWN)
        self._stack.setFixedHeight(px(shown * _ROW + _HEADER))

    @staticmethod
    def _fit_table(table: QTableView, rows: int) -> None:
        table.setFixedHeight(px(rows * _ROW + _HEADER))

    @Slot()
    def _say_point(self) -> None:
        """Write what the chart's month was or, with none pointed at, how it goes."""
        told = self.chart.words() if self.chart.current >= 0 else ""
        told = told or words_of.change_words(self.found.habits) or self.chart.words()
        self.chart_said.setText("" if self.private else told)
        self.chart_said.setVisible(bool(self.chart_said.text()))

    @Slot()
    def _say_day(self) -> None:
        self.day_said.setText(self.calendar.words())

    def _money(self, amount: Centavos) -> str:
        return words_of.money(amount, private=self.private)

    def _fetch(self, after: SaleRow | None, limit: int) -> Sequence[SaleRow]:
        before = after.id if after else None
        return self._shop.read(purchases, self._client_id, before=before, limit=limit)

    @Slot("QModelIndex")
    def open_ticket(self, index: QModelIndex) -> None:
        """Open a purchase to its lines and its paper."""
        row = self.rows.row(index)
        sale = self._shop.read(get_sale, row.id)
        dialog = SaleDialog(self._shop, self._toasts, self, sale, note=row.number)
        dialog.returns_to(self.table)
        self._open(dialog)

    @Slot()
    def open_wallet(self) -> WalletDialog:
        """Open the wallet; its way here comes back here."""
        wallet = WalletDialog(self._shop, self._client_id, self._toasts, self)
        wallet.edit_wanted.connect(lambda _: self._edit_over(wallet))
        wallet.page_wanted.connect(wallet.accept)
        self._open(wallet)
        return wallet

    def _open(self, dialog: Dialog) -> None:
        """Open what tells amounts, hidden while they are hidden here."""
        dialog.open()
        if self.private:
            dialog.cover()

    @Slot()
    def edit(self) -> None:
        """Open the client's form."""
        self._edit_over(self)

    def _edit_over(self, parent: QWidget) -> None:
        ClientForm(self._shop, self._toasts, parent, self._client_id).open()

    @Slot()
    def edit_terms(self) -> None:
        """Open what is agreed with the client."""
        TermsDialog(self._shop, self._toasts, self, self._client_id).open()

    @Slot()
    def show_points(self) -> None:
        """Open what moved the client's points, to correct them."""
        PointsDialog(self._shop, self._toasts, self, self._client_id).open()

    @Slot()
    def write_offer(self) -> None:
        """Open an offer for the client, or say why there is none."""
        open_offer(self._shop, self._client_id, self._toasts, self)

    @Slot()
    def remind(self) -> None:
        """Open a reminder of what is owed."""
        self._message(MessageKind.REMINDER)

    @Slot()
    def send_statement(self) -> None:
        """Open the statement as a message."""
        self._message(MessageKind.STATEMENT)

    def _message(self, kind: MessageKind) -> None:
        self._open(MessageDialog(self._shop, self._client_id, kind, self._toasts, self))

    @Slot()
    def promise(self) -> None:
        """Open the form of a promise to pay."""
        self._open(PromiseDialog(self._shop, self._client_id, self._toasts, self))

    @Slot()
    def show_today_price(self) -> None:
        """Show what the debt comes to at today's prices."""
        dialog = TodayPriceDialog(self._shop, self._client_id, self.papers, self._toasts, self)
        self._open(dialog)

    @Slot()
    def show_file(self) -> None:
        """Show all that is held of the client."""
        open_personal_data(self._shop, self._client_id, self._toasts, self)


def _titled(title: str, inside: QWidget, *under: QWidget, edge: int = 16) -> QFrame:
    """Return a card with a title over what it holds."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(edge, 11, edge, max(edge - 4, 1))
    column.setSpacing(6)
    heading = label(title, "subtitle")
    heading.setContentsMargins(16 - edge, 0, 0, 0)
    column.addWidget(heading)
    column.addWidget(inside)
    for each in under:
        column.addWidget(each)
    return frame
