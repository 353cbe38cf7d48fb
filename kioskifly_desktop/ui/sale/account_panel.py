"""The client's account within a charge: where it stands, its debt, its change, its limits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from kioskifly_desktop.core.errors import (
    AmountError,
    AmountMissingError,
    ClientLockedError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import NBSP, format_money
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.wallet import check_credit, wallet_summary
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sale.tender_rows import QuietField
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.wallet.standing import spoken, standing
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label, set_tone
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.wallet import WalletSummary
    from kioskifly_desktop.ui.shop import Shop

HIDDEN = f"${NBSP}• • •"
"""What stands for a figure that the queue must not see."""


class AccountPanel(QFrame):
    """Shows what the charge does to the client's account, and takes old debt with it."""

    changed = Signal()
    entered = Signal()

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._shop = shop
        self.summary: WalletSummary | None = None
        self.private = False
        self.name = label("")
        self.name.setFont(font(15, 600))
        self.now = label("")
        self.now.setFont(font(15, 600, tabular=True))
        self.available = label("", "muted")
        self.after = label("", "muted")
        self.debt = MoneyEdit(least=0, compact=True)
        self.debt_field = QuietField(self.tr("Cobrar también deuda"), self.debt)
        self.all_button = button("", "quick")
        self.keep = QCheckBox()
        self.blocked = Notice("", "lock")
        self.reason = QLineEdit(maxLength=200)
        self.reason_field = Field(
            self.tr("Autorizar igual: motivo"),
            self.reason,
            hint=self._name_kept(),
        )
        self._lay_out()
        self.debt.textChanged.connect(self.changed)
        self.keep.toggled.connect(self.changed)
        self.reason.textChanged.connect(self.reason_field.clear_error)
        for line in (self.debt, self.reason):
            line.returnPressed.connect(self.entered)
        self.all_button.clicked.connect(self._all)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.name)
        head.addWidget(self.now)
        head.addStretch()
        head.addWidget(self.available)
        column.addLayout(head)
        column.addWidget(self.after)
        column.addWidget(self.blocked)
        column.addWidget(self.reason_field)
        debts = QHBoxLayout()
        debts.setSpacing(10)
        debts.addWidget(self.debt_field, 1)
        debts.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignBottom)
        debts.addStretch(1)
        column.addLayout(debts)
        column.addWidget(self.keep)

    def show_client(self, client_id: int | None) -> None:
        """Show the account of a client, or nothing without one; what was another's is forgotten."""
        if self.summary is not None and self.summary.client.id != client_id:
            self.debt.clear()
            self.reason.clear()
            self.keep.setChecked(False)
        self.summary = summary = (
            None if client_id is None else self._shop.read(wallet_summary, client_id)
        )
        self.setVisible(summary is not None)
        owes = summary.client.balance if summary else 0
        for part in (self.debt_field, self.all_button):
            part.setVisible(owes > 0)
        if owes <= 0:
            self.debt.clear()
        if summary is None:
            return
        self.name.setText(summary.client.name)
        ink = "" if self.private else standing(owes).ink
        self.now.setText(HIDDEN if self.private else spoken(owes))
        set_tone(self.now, {"debt": "debt", "credit": "credit"}.get(ink, "muted"))
        self.available.setText("" if self.private else available_words(summary))
        amount = "" if self.private else format_money(owes)
        words = self.tr("Todo {amount}").format(amount=amount).strip()
        self.all_button.setText(words)
        self.all_button.setAccessibleName(words)

    def debt_payment(self) -> Centavos:
        """Return how much old debt is paid with the sale.

        Raises:
            AmountError: what is written isn't an amount; the field says so.
        """
        try:
            return self.debt.amount()
        except AmountMissingError:
            return 0
        except AmountError as error:
            self.debt_field.set_error(words_of(error))
            raise

    def show_outcome(self, on_account: Centavos, debt: Centavos, surplus: Centavos) -> None:
        """Say how the account is left, and whether its terms allow it."""
        if self.summary is None:
            return
        client = self.summary.client
        self.debt_field.clear_error()
        if debt > client.balance:
            excess = HIDDEN if self.private else format_money(debt - client.balance)
            words = self.tr("{excess} más de lo que debe: queda a favor.")
            self.debt_field.set_warning(words.format(excess=excess))
        self.keep.setVisible(surplus > 0)
        words = self.tr("Dejar el vuelto de {change} en la cuenta")
        self.keep.setText(words.format(change=format_money(surplus)))
        kept = surplus if self.keeps_change else 0
        after = client.balance - debt + on_account - kept
        words = self.tr("Con esta venta queda: {balance}")
        self.after.setText(words.format(balance=spoken(after)))
        self.after.setVisible(after != client.balance and not self.private)
        refusal = ""
        if client.lock_reason:
            refusal = str(ClientLockedError(name=client.name, reason=client.lock_reason))
        elif on_account:
            try:
                paid = replace(client, balance=client.balance - debt)
                self._shop.read(check_credit, paid, on_account)
            except ShopError as error:
                refusal = self._hidden_refusal() if self.private else words_of(error)
        self.blocked.words.setText(refusal)
        self.blocked.setVisible(bool(refusal))
        self.reason_field.setVisible(bool(refusal))

    def _name_kept(self) -> str:
        if self._shop.user.may(Permission.OVERRIDE_LIMIT):
            return self.tr("Queda anotado en la venta, con tu nombre.")
        return self.tr("Queda anotado en la venta, con el nombre de quien lo autorice.")

    def _hidden_refusal(self) -> str:
        words = self.tr("La cuenta no lo permite: {key} muestra por qué.")
        return words.format(key=keys.cap("sale.hide"))

    @property
    def keeps_change(self) -> bool:
        """Tell whether the change stays on the account."""
        return self.summary is not None and self.keep.isVisibleTo(self) and self.keep.isChecked()

    @property
    def is_blocked(self) -> bool:
        """Tell whether the terms of the account don't allow what is charged to it."""
        return self.summary is not None and self.blocked.isVisibleTo(self)

    @property
    def authorization(self) -> str:
        """Return why an administrator passes the terms of the account, or nothing."""
        asked = self.reason_field.isVisibleTo(self)
        return self.reason.text().strip() if asked else ""

    @Slot()
    def _all(self) -> None:
        if self.summary is not None:
            self.debt.set_amount(self.summary.client.balance)


def available_words(summary: WalletSummary) -> str:
    """Say how much more a client may take on account: `Puede llevar $ 1.500,00 más`."""
    client = summary.client
    if not client.account_enabled:
        return _tr("Cuenta cerrada")
    if client.debt_limit is None:
        return _tr("Sin límite de fiado")
    over = client.balance - summary.disputed - client.debt_limit
    if over > 0:
        return _tr("Pasó su límite por {over}").format(over=format_money(over))
    words = _tr("Puede llevar {amount} más")
    return words.format(amount=format_money(summary.available or 0))


def _tr(text: str) -> str:
    return QCoreApplication.translate("AccountPanel", text)
