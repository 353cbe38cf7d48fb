"""The papers of a wallet: looking at them, printing them, and the menu that offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.outbox import enqueue, print_voucher
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import StatementScope, statement, wallet_summary
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from kioskifly_desktop.ui.wallet.statement_date_dialog import StatementDateDialog

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class WalletPapers(QObject):
    """Shows and prints a client's vouchers and statements.

    It outlives the wallet: the notice of a payment stays, and shows its receipt, once the wallet
    is closed.
    """

    def __init__(self, shop: Shop, client_id: int, toasts: ToastHost, window: QWidget) -> None:
        super().__init__()
        self._shop = shop
        self._client_id = client_id
        self._toasts = toasts
        self._window = window

    def _over(self) -> QWidget:
        """Return the dialog in front, or else the window."""
        return QApplication.activeModalWidget() or self._window

    def menu(self, owner: QWidget) -> QMenu:
        """Return the menu of the print button."""
        menu = QMenu(owner)
        menu.addAction(self.tr("Estado de cuenta completo"), self.show_all)
        menu.addAction(self.tr("Estado de cuenta desde una fecha…"), self.ask_since)
        menu.addAction(self.tr("Estado de cuenta desde que quedó en cero"), self.show_since_zero)
        menu.addSeparator()
        self.last = menu.addAction(self.tr("Último recibo"), self.show_last_receipt)
        menu.aboutToShow.connect(self._about_to_show)
        return menu

    def show_voucher(self, voucher_id: int) -> None:
        """Show a voucher as printed."""
        self._preview(
            lambda: self._shop.read(voucher_document, voucher_id),
            lambda _: self._shop.write(print_voucher, voucher_id),
        )

    def print_voucher(self, voucher_id: int) -> None:
        """Send a voucher to the printer."""
        try:
            self._shop.write(print_voucher, voucher_id)
        except ShopError as error:
            self._toasts.show(str(error), error=True)
        else:
            self.say_queued()

    @Slot()
    def show_all(self) -> None:
        """Show the statement of every movement."""
        self._statement(StatementScope.ALL)

    @Slot()
    def show_since_zero(self) -> None:
        """Show the statement since the balance was last zero."""
        self._statement(StatementScope.SINCE_ZERO)

    @Slot(object)
    def show_since(self, day: date) -> None:
        """Show the statement from a day on."""
        self._statement(StatementScope.SINCE_DATE, day)

    @Slot()
    def ask_since(self) -> None:
        """Ask for the day and show the statement from it on."""
        first = self._shop.read(lambda work: work.today.replace(day=1))
        dialog = StatementDateDialog(first, self._over())
        dialog.chosen.connect(self.show_since)
        dialog.open()

    @Slot()
    def show_last_receipt(self) -> None:
        """Show the receipt of the last payment that stands."""
        summary = self._shop.read(wallet_summary, self._client_id)
        if summary.last_receipt_id is not None:
            self.show_voucher(summary.last_receipt_id)

    @Slot()
    def say_queued(self) -> None:
        """Say that a paper waits for the printer."""
        self._toasts.show(self.tr("Enviado a la impresora."))

    @Slot()
    def _about_to_show(self) -> None:
        summary = self._shop.read(wallet_summary, self._client_id)
        self.last.setEnabled(summary.last_receipt_id is not None)

    def _statement(self, scope: StatementScope, since: date | None = None) -> None:
        self._preview(
            lambda: self._shop.read(statement, self._client_id, scope, since),
            lambda document: self._shop.write(enqueue, document),
        )

    def _preview(self, read: Callable[[], Document], send: Callable[[Document], object]) -> None:
        try:
            document = read()
        except ShopError as error:
            self._toasts.show(str(error), error=True)
            return

        def on_print() -> None:
            send(document)

        preview = PreviewDialog(self._shop, document, self._over(), on_print=on_print)
        preview.accepted.connect(self.say_queued)
        preview.open()
