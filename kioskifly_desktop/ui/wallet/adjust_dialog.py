"""The form of an adjustment, as when the paper notebook is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.core.errors import AmountError, NotAllowedError, ShopError
from kioskifly_desktop.core.wallet import AdjustmentRequest, adjust_balance
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class AdjustDialog(Dialog):
    """Raises or lowers what a client owes, with the reason."""

    def __init__(self, shop: Shop, client: Client, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Ajuste de saldo"), client.name, size=(520, 430))
        self._shop = shop
        self._client = client
        self._toasts = toasts
        self._request_id = uuid4().hex
        self.side = Segments(
            [(1, self.tr("Debe más")), (-1, self.tr("Debe menos"))],
            accessible=self.tr("Hacia dónde se ajusta"),
        )
        self.amount = MoneyEdit()
        self.amount_field = Field(self.tr("Monto"), self.amount)
        self.reason = QLineEdit(maxLength=200)
        self.reason.setPlaceholderText(self.tr("Por ejemplo: saldo del cuaderno"))
        hint = self.tr("Queda guardado con el movimiento.")
        self.reason_field = Field(self.tr("Motivo"), self.reason, hint=hint)
        for part in (self.side, self.amount_field, self.reason_field):
            self.body.addWidget(part)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(self.tr("Ajustar"), self.save)
        self.side.chosen.connect(self._changed)
        self.amount.textChanged.connect(self._changed)
        self.reason.textChanged.connect(self._reason_changed)
        for line in (self.amount, self.reason):
            line.returnPressed.connect(self.save)
        self._changed()
        self.amount.setFocus()

    @Slot()
    def save(self) -> None:
        """Write the adjustment and close, or say under its field what is wrong."""
        fields = {"amount": self.amount_field, "reason": self.reason_field}
        try:
            request = AdjustmentRequest(
                request_id=self._request_id,
                client_id=self._client.id,
                amount=self._signed(),
                reason=self.reason.text(),
            )
            done = self._shop.write(adjust_balance, request)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            field = fields.get(error.field, self.amount_field)
            field.set_error(words_of(error))
            field.setFocus()
            return
        self.accept()
        words = self.tr("Ajuste registrado. {name}: {balance}.")
        balance = spoken(done.client_balance)
        self._toasts.show(words.format(name=self._client.name, balance=balance))

    def _signed(self) -> int:
        side = self.side.value()
        assert isinstance(side, int)
        return side * self.amount.amount()

    @Slot()
    def _changed(self) -> None:
        self._request_id = uuid4().hex
        self.amount_field.clear_error()
        try:
            after = self._client.balance + self._signed()
        except AmountError:
            words = self.tr("Ahora: {balance}.").format(balance=spoken(self._client.balance))
        else:
            words = self.tr("Después del ajuste: {balance}.").format(balance=spoken(after))
        self.amount_field.set_hint(words)

    @Slot()
    def _reason_changed(self) -> None:
        self.reason_field.clear_error()
