"""A client's wallet: balance, movements, payments and papers, in one dialog."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.contact import MessageKind, promise_of
from kioskifly_desktop.core.errors import ClientNotFoundError
from kioskifly_desktop.core.es_ar import format_money, local
from kioskifly_desktop.core.fiscal import format_document
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales import sale_of_entry
from kioskifly_desktop.core.wallet import (
    MovementRow,
    PaymentDone,
    WalletSummary,
    history,
    wallet_summary,
)
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.contact.words import promise_words
from kioskifly_desktop.ui.offers.entry import OfferButton, open_offer
from kioskifly_desktop.ui.people.sign import sign_action
from kioskifly_desktop.ui.privacy.file_dialog import may_see, open_personal_data
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.tickets.voids import ask_void
from kioskifly_desktop.ui.wallet.adjust_dialog import AdjustDialog
from kioskifly_desktop.ui.wallet.date_range import DateRange
from kioskifly_desktop.ui.wallet.debt_acts import DebtActs
from kioskifly_desktop.ui.wallet.hero import Hero
from kioskifly_desktop.ui.wallet.history_table import WITH_LINES, HistoryTable, owed_words
from kioskifly_desktop.ui.wallet.papers import WalletPapers
from kioskifly_desktop.ui.wallet.payment_form import PaymentForm
from kioskifly_desktop.ui.wallet.reversals import Reversals
from kioskifly_desktop.ui.wallet.today_price_dialog import TodayPriceDialog
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.labels import avatar_pixmap, card, label, separator
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice
from kioskifly_desktop.ui.widgets.toast import Toast, ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QChildEvent
    from PySide6.QtGui import QShowEvent

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.registers import RegisterRow
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_AVATAR = 46
_REVERSIBLE = (
    *(EntryKind.PAYMENT, EntryKind.ADJUSTMENT, EntryKind.OPENING, EntryKind.SALE),
    *(EntryKind.PRICE_UPDATE, EntryKind.WRITE_OFF),
)


class WalletDialog(Dialog):
    """Everything about what a client owes, and the form to pay it."""

    edit_wanted = Signal(int)
    """The form of the client is wanted, over the wallet."""
    page_wanted = Signal()
    """The page of the client is wanted, in the place of the wallet."""

    def __init__(self, shop: Shop, client_id: int, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, "", size=(1040, 744))
        self._shop = shop
        self._client_id = client_id
        self._toasts = toasts
        self.summary: WalletSummary = shop.read(wallet_summary, client_id)
        self.papers = WalletPapers(shop, client_id, toasts, parent.window())
        self.reversals = Reversals(shop, toasts)
        self.debts = DebtActs(shop, toasts)
        self.hero = Hero()
        self.payment = PaymentForm(shop, client_id)
        self.archived = Notice(self.tr("Está archivado: recuperalo para registrarle movimientos."))
        self.scroller.setCornerWidget(QWidget())
        self._header_buttons()
        self.add_head(self.hero)
        self.body.addWidget(self._history(), 1)
        self.body.addWidget(self.archived)
        self.body.addWidget(self.payment)
        self.payment.paid.connect(self._paid)
        self.payment.opening_wanted.connect(self._open_register)
        self.history.menu_wanted.connect(self.show_menu)
        self.history.opened.connect(self._open)
        self.dates.changed.connect(self._narrowed)
        shop.changed.connect(self.refresh)
        self._show_summary(first=True)
        self.history.rows.restart()
        self._show_rows()
        self._order_of_tab()
        self.payment.amount.setFocus()

    def _header_buttons(self) -> None:
        self.offer = OfferButton(self._shop, "wallet.offer", "outline")
        self.offer.button.clicked.connect(self.write_offer)
        keys.bind("wallet.offer", self, self.write_offer)
        words = self.tr("Imprimir")
        self.print_button = icon_button(
            "printer", words, f"{words} ({keys.cap('wallet.print')})", "outline"
        )
        self.print_button.setMenu(self.papers.menu(self))
        self.print_button.setPopupMode(self.print_button.ToolButtonPopupMode.InstantPopup)
        keys.bind("wallet.print", self, self.print_button.showMenu)
        self.more_button = icon_button("ellipsis-vertical", self.tr("Más acciones"))
        self.more_button.setPopupMode(self.more_button.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.adjust_action = menu.addAction(self.tr("Ajuste de saldo…"), self.adjust)
        sign_action(self.adjust_action, self._shop, Permission.ADJUST)
        self.promise_action = menu.addAction(self.tr("Promesa de pago…"), self.promise)
        self.remind_action = menu.addAction(self.tr("Recordatorio por WhatsApp…"), self.remind)
        menu.addAction(self.tr("Resumen por WhatsApp…"), self.send_statement)
        menu.addSeparator()
        self.today_action = menu.addAction(self.tr("Fiado a precio de hoy…"), self.show_today_price)
        self.lost_action = menu.addAction(self.tr("Dar por incobrable…"), self.give_up)
        menu.addSeparator()
        menu.addAction(self.tr("Perfil del cliente")).triggered.connect(self.page_wanted)
        keys.bind("wallet.page", self, self.page_wanted.emit)
        menu.addAction(self.tr("Editar cliente…"), lambda: self.edit_wanted.emit(self._client_id))
        if may_see(self._shop):
            menu.addAction(self.tr("Datos personales…"), self.show_file)
        keys.bind("wallet.promise", self, self.promise_action.trigger)
        keys.bind("wallet.remind", self, self.remind_action.trigger)
        self.more_button.setMenu(menu)
        self.add_header_button(self.offer.button)
        self.add_header_button(self.print_button)
        self.add_header_button(self.more_button)

    def _history(self) -> QWidget:
        self.history = HistoryTable(self._fetch)
        self.dates = DateRange()
        frame = card()
        frame.setMinimumHeight(170)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 7, 12, 7)
        bar.addWidget(label(self.tr("Movimientos"), "subtitle"))
        bar.addWidget(self.dates, 1)
        inside.addLayout(bar)
        inside.addWidget(separator())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.history)
        never = self.tr("Cuando compre a cuenta o pague, lo vas a ver acá.")
        self._stack.addWidget(EmptyState("receipt-text", self.tr("Sin movimientos"), never))
        nothing = self.tr("Probá con otras fechas.")
        self._stack.addWidget(EmptyState("search", self.tr("Nada en esas fechas"), nothing))
        inside.addWidget(self._stack, 1)
        return frame

    def _order_of_tab(self) -> None:
        form = self.payment
        chain = (
            *(form.amount, form.register, form.method, form.submit_button, form.all_button),
            *(
                *form.note_buttons.values(),
                form.note,
                form.open_button,
                self.dates.start,
                self.dates.end,
            ),
            *(self.history, self.offer.button, self.print_button, self.more_button),
            self.close_button,
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def showEvent(self, event: QShowEvent) -> None:
        """Start where the payment is typed, also where the screen is too low for the whole."""
        super().showEvent(event)
        self.scroller.ensureWidgetVisible(self.payment)

    @Slot()
    def refresh(self) -> None:
        """Read the wallet again; what is being typed and the chosen row stay."""
        try:
            self.summary = self._shop.read(wallet_summary, self._client_id)
        except ClientNotFoundError:
            self.reject()
            return
        self.offer.refresh()
        chosen = self.history.current()
        self._show_summary(first=False)
        self.history.rows.reload()
        if chosen is not None:
            position = self.history.rows.find(lambda row: row.posting_id == chosen.posting_id)
            self.history.setCurrentIndex(self.history.rows.index(position, 0))
        self._show_rows()

    def _show_summary(self, *, first: bool) -> None:
        client = self.summary.client
        parts = (
            format_document(client.document_type, client.document_number),
            client.phone,
            self.tr("Cliente desde {month}").format(month=f"{local(client.created_at):%m/%Y}"),
        )
        self.set_title(client.name, "  ·  ".join(filter(None, parts)))
        self.set_leading(avatar_pixmap(client.name, px(_AVATAR), self.devicePixelRatioF()))
        self.hero.show_summary(self.summary)
        self._show_promise()
        self.archived.setVisible(client.archived)
        self.payment.show_client(client, first=first)

    def _show_promise(self) -> None:
        row = self._shop.read(promise_of, self._client_id)
        self.hero.show_promise(promise_words(row, self._shop.read(_today)) if row else "")
        owing = (self.today_action, self.lost_action, self.promise_action, self.remind_action)
        for action in owing:
            action.setEnabled(self.summary.client.balance > 0 and not self.summary.client.archived)

    def _show_rows(self) -> None:
        narrowed = self.dates.since is not None or self.dates.until is not None
        empty = 2 if narrowed else 1
        self._stack.setCurrentIndex(0 if self.history.rows.rows else empty)

    def _fetch(self, after: MovementRow | None, limit: int) -> Sequence[MovementRow]:
        return self._shop.read(
            history,
            self._client_id,
            since=self.dates.since,
            until=self.dates.until,
            before=after.posting_id if after else None,
            limit=limit,
            summary=self.summary,
        )

    @Slot()
    def write_offer(self) -> None:
        """Open an offer for the client."""
        open_offer(self._shop, self._client_id, self._toasts, self)

    @Slot()
    def promise(self) -> None:
        """Open the form of a promise to pay."""
        PromiseDialog(self._shop, self._client_id, self._toasts, self).open()

    @Slot()
    def remind(self) -> None:
        """Open a reminder of what is owed."""
        self._write(MessageKind.REMINDER)

    @Slot()
    def send_statement(self) -> None:
        """Open the statement as a message."""
        self._write(MessageKind.STATEMENT)

    def _write(self, kind: MessageKind) -> None:
        MessageDialog(self._shop, self._client_id, kind, self._toasts, self).open()

    @Slot()
    def show_file(self) -> None:
        """Show all that is held of the client."""
        open_personal_data(self._shop, self._client_id, self._toasts, self)

    @Slot()
    def adjust(self) -> None:
        """Open the form of an adjustment."""
        AdjustDialog(self._shop, self.summary.client, self._toasts, self).open()

    @Slot()
    def show_today_price(self) -> None:
        """Show what the debt comes to at today's prices."""
        TodayPriceDialog(self._shop, self._client_id, self.papers, self._toasts, self).open()

    @Slot()
    def give_up(self) -> None:
        """Ask why the debt won't be paid."""
        self.debts.write_off(self.summary.client, self)

    @Slot(object)
    def _open_register(self, register: RegisterRow) -> None:
        dialog = OpenSessionDialog(self._shop, self._toasts, self, register)
        dialog.finished.connect(lambda _: self.payment.amount.setFocus())
        dialog.open()

    @Slot(object, QPoint)
    def show_menu(self, row: MovementRow, point: QPoint) -> None:
        """Open what can be done with a movement."""
        self.menu_of(row).popup(point)

    def menu_of(self, row: MovementRow) -> QMenu:
        """Return what can be done with a movement."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        voucher_id = row.voucher_id
        if row.kind in WITH_LINES:
            menu.addAction(self._lines_words(row), lambda: self.show_lines(row))
        if voucher_id is not None:
            menu.addAction(self.tr("Ver comprobante"), lambda: self.papers.show_voucher(voucher_id))
            menu.addAction(self.tr("Reimprimir"), lambda: self.papers.print_voucher(voucher_id))
        self.debts.add_to(menu, row, self)
        if row.kind in _REVERSIBLE and not row.reversed:
            menu.addSeparator()
            undo = menu.addAction(self.tr("Anular…"), lambda: self._undo(row))
            sale = row.kind is EntryKind.SALE
            sign_action(undo, self._shop, Permission.VOID if sale else Permission.ADJUST)
        if menu.isEmpty():
            menu.addAction(self.tr("Este movimiento no tiene comprobante")).setEnabled(False)
        return menu

    @Slot(object, object)
    def _paid(self, done: PaymentDone, amount: Centavos) -> None:
        words = self.tr("Pago de {amount} registrado · Recibo {number}")
        actions = []
        if not done.printing:
            act = self.papers.print_voucher
            actions.append(ToastAction(self.tr("Imprimir"), lambda: act(done.voucher_id)))
        show = self.papers.show_voucher
        actions.append(ToastAction(self.tr("Ver"), lambda: show(done.voucher_id)))
        actions.append(self.reversals.undo_action(done.entry_id))
        self._toasts.show(words.format(amount=format_money(amount), number=done.number), actions)

    def childEvent(self, event: QChildEvent) -> None:
        """Lift every notice above the form, once it has been placed."""
        super().childEvent(event)
        if event.polished() and isinstance(event.child(), Toast):
            QTimer.singleShot(0, self, self._lift_toast)

    @Slot()
    def _lift_toast(self) -> None:
        """Put the notice where it covers no field: the next payment may be typed at once."""
        toast = self._toasts.toast
        if toast is not None and toast.parent() is self:
            top = self.payment.mapTo(self, QPoint(0, 0)).y()
            toast.move(toast.x(), top - toast.height() - 10)

    def _undo(self, row: MovementRow) -> None:
        sale = self._shop.read(sale_of_entry, row.entry_id)
        if sale is None:
            self.reversals.ask(row, self)
        else:
            ask_void(self._shop, self._toasts, self, sale)

    def _lines_words(self, row: MovementRow) -> str:
        went = row.kind is EntryKind.SALE
        return self.tr("Ver lo que llevó") if went else self.tr("Ver lo que devolvió")

    def show_lines(self, row: MovementRow) -> None:
        """Open a sale or a return to its lines."""
        sale = self._shop.read(sale_of_entry, row.entry_id)
        assert sale is not None, "a sale's entry has its sale"
        SaleDialog(self._shop, self._toasts, self, sale, note=owed_words(row)).open()

    @Slot(object)
    def _open(self, row: MovementRow) -> None:
        if row.kind in WITH_LINES:
            self.show_lines(row)
        elif row.voucher_id is not None:
            self.papers.show_voucher(row.voucher_id)

    @Slot()
    def _narrowed(self) -> None:
        self.history.rows.restart()
        self.history.scrollToTop()
        self._show_rows()


def _today(work: Work) -> date:
    return work.today
