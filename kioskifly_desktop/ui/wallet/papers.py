"""The papers of a wallet: looking at them, printing them, and the menu that offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from kioskifly_desktop.core.wallet import StatementScope, statement, wallet_summary
from kioskifly_desktop.ui.printing.papers import Papers
from kioskifly_desktop.ui.wallet.statement_date_dialog import StatementDateDialog

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class WalletPapers(Papers):
    """Shows and prints a client's vouchers and statements."""

    def __init__(self, shop: Shop, client_id: int, toasts: ToastHost, window: QWidget) -> None:
        super().__init__(shop, toasts, window)
        self._client_id = client_id

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
        dialog = StatementDateDialog(first, self.over())
        dialog.chosen.connect(self.show_since)
        dialog.open()

    @Slot()
    def show_last_receipt(self) -> None:
        """Show the receipt of the last payment that stands."""
        summary = self._shop.read(wallet_summary, self._client_id)
        if summary.last_receipt_id is not None:
            self.show_voucher(summary.last_receipt_id)

    @Slot()
    def _about_to_show(self) -> None:
        summary = self._shop.read(wallet_summary, self._client_id)
        self.last.setEnabled(summary.last_receipt_id is not None)

    def _statement(self, scope: StatementScope, since: date | None = None) -> None:
        client_id = self._client_id
        self.show_long_report(lambda work: statement(work, client_id, scope, since))
