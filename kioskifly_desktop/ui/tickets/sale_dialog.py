"""A sale opened from a list of movements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales import SaleDetail, SaleKind
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.printing.papers import Papers
from kioskifly_desktop.ui.tickets.sale_lines import SaleLines
from kioskifly_desktop.ui.tickets.voids import ask_void
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class SaleDialog(Dialog):
    """The lines of a sale, its papers, and its void."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        parent: QWidget,
        sale: SaleDetail,
        *,
        note: str = "",
    ) -> None:
        went = sale.kind is SaleKind.SALE
        super().__init__(parent, "", size=(560, 620))
        self.set_title(self.tr("Lo que llevó") if went else self.tr("Lo que devolvió"), note)
        self._shop = shop
        self._toasts = toasts
        self._papers = Papers(shop, toasts, parent.window())
        self._sale = sale
        self.lines = SaleLines()
        # Long ones scroll from the keyboard.
        self.lines.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lines.setAccessibleName(self.tr("Renglones de {number}").format(number=sale.number))
        self.lines.show_sale(sale)
        frame = card()
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.lines)
        self.body.addWidget(frame, 1)
        self.void_button = button(self.tr("Anular…"), icon_name="x")
        self.void_button.clicked.connect(self.void)
        Sign(self.void_button, shop, Permission.VOID)
        self.void_button.setVisible(went and not sale.voided)
        self.show_button = button(self.tr("Ver ticket"), icon_name="receipt-text")
        self.show_button.clicked.connect(self.show_paper)
        self.print_button = button(self.tr("Reimprimir"), icon_name="printer")
        self.print_button.clicked.connect(self.print_again)
        keys.tip(self.print_button, self.tr("Reimprimir"), "tickets.print")
        keys.bind("tickets.print", self, self.print_again)
        close = button(self.tr("Cerrar"))
        close.clicked.connect(self.reject)
        self.add_buttons(self.show_button, self.print_button, close, left=self.void_button)
        close.setFocus()

    @Slot()
    def show_paper(self) -> None:
        """Show the ticket as printed."""
        self._papers.show_voucher(self._sale.voucher_id)

    @Slot()
    def print_again(self) -> None:
        """Print the ticket again; the paper says that it is a reprint."""
        self._papers.print_voucher(self._sale.voucher_id)

    @Slot()
    def void(self) -> None:
        """Void the sale, saying why."""
        ask_void(self._shop, self._toasts, self, self._sale).accepted.connect(self.accept)
