"""What is done with a register: open it, close it, and move money by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kioskifly_desktop.core.errors import NoOpenSessionError
from kioskifly_desktop.core.registers import RegisterKind, RegisterRow
from kioskifly_desktop.core.sales import count_parked
from kioskifly_desktop.core.sessions import SessionRow, current_session, x_report
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sessions.cash_dialogs import (
    CashDialog,
    PayInDialog,
    PayOutDialog,
    TransferDialog,
)
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.sessions.words import counts_blind
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.ui.printing.papers import Papers
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

MOVEMENTS, SESSIONS = "movements", "sessions"


class SessionBar(QWidget):
    """The acts on a register; `toggle_button` is placed by whoever shows the bar."""

    def __init__(self, shop: Shop, toasts: ToastHost, papers: Papers, page: QWidget) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self._papers = papers
        self._page = page
        self._register: RegisterRow | None = None
        self.session: SessionRow | None = None
        self.view = Segments(
            [(MOVEMENTS, self.tr("Movimientos")), (SESSIONS, self.tr("Turnos"))],
            accessible=self.tr("Qué ver de la caja"),
        )
        self.toggle_button = button("", "primary", icon_name="lock-open", large=True)
        self.toggle_button.setMinimumWidth(158)
        self.toggle_button.clicked.connect(self.toggle)
        keys.tip(self.toggle_button, self.tr("Abrir o cerrar la caja"), "registers.session")
        keys.bind("registers.session", page, self.toggle)
        self.in_button = self._button("registers.in", self.tr("Ingreso"), "plus", self.pay_in)
        self.out_button = self._button("registers.out", self.tr("Retiro"), "minus", self.pay_out)
        self.transfer_button = self._button(
            "registers.transfer", self.tr("Pase"), "arrow-right-left", self.transfer
        )
        self.report_button = self._button(
            "registers.report", self.tr("Informe X"), "receipt-text", self.show_report
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 16, 12)
        row.setSpacing(8)
        row.addWidget(self.view, 0, Qt.AlignmentFlag.AlignTop)
        acts = WrappingRow(8)
        for each in (self.in_button, self.out_button, self.transfer_button, self.report_button):
            acts.addWidget(each)
        row.addLayout(acts, 1)

    def _button(
        self, key_id: str, words: str, icon_name: str, act: Callable[[], None]
    ) -> QPushButton:
        result = button(words, icon_name=icon_name)
        keys.tip(result, words, key_id)
        result.clicked.connect(act)
        keys.bind(key_id, self._page, act)
        return result

    def show_register(self, register: RegisterRow) -> None:
        """Offer what can be done with a register as it is now."""
        self._register = register
        self.session = self._shop.read(current_session, register.id)
        drawer = register.kind is RegisterKind.DRAWER
        is_open = self.session is not None
        self.view.setVisible(drawer)
        if not drawer:
            self.view.choose(MOVEMENTS)
        self.toggle_button.setVisible(drawer and not register.archived)
        words = self.tr("Cerrar caja") if is_open else self.tr("Abrir caja")
        self.toggle_button.setText(f"  {words}")
        self.toggle_button.setAccessibleName(words)
        set_icon(self.toggle_button, "lock" if is_open else "lock-open", "on_action", 18)
        for each in (self.in_button, self.out_button):
            each.setEnabled(not register.archived and (is_open or not drawer))
        self.transfer_button.setEnabled(not register.archived)
        self.report_button.setVisible(is_open and not counts_blind(self._shop))

    @Slot()
    def toggle(self) -> None:
        """Open the register, or count it and close it."""
        register = self._register
        if register is None or not self.toggle_button.isVisible():
            return
        if self.session is None:
            OpenSessionDialog(self._shop, self._toasts, self._page, register).open()
            return
        CloseSessionDialog(
            self._shop,
            self._toasts,
            self._papers,
            self._page,
            self.session,
            parked=self._shop.read(count_parked),
        ).open()

    @Slot()
    def pay_in(self) -> None:
        """Put money into the register."""
        self._by_hand(PayInDialog, self.in_button)

    @Slot()
    def pay_out(self) -> None:
        """Take money out of the register."""
        self._by_hand(PayOutDialog, self.out_button)

    @Slot()
    def transfer(self) -> None:
        """Pass money to another register."""
        self._by_hand(TransferDialog, self.transfer_button)

    @Slot()
    def show_report(self) -> None:
        """Show the session as it stands, closing nothing."""
        session = self.session
        if session is not None and self.report_button.isVisible():
            self._papers.show_report(lambda: self._shop.read(x_report, session.id))

    def _by_hand(self, kind: type[CashDialog], allowed: QPushButton) -> None:
        register = self._register
        if register is None or register.archived:
            return
        if not allowed.isEnabled():
            self._toasts.show(str(NoOpenSessionError(register=register.name)), error=True)
            return
        kind(self._shop, self._toasts, self._page, register).open()
