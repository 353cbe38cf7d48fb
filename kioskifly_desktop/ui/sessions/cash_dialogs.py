"""Money that moves by hand: put into a register, taken from it, or passed to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kioskifly_desktop.core.errors import (
    AmountError,
    AmountMissingError,
    NotEnoughCashError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.registers import RegisterKind, RegisterRow, list_registers
from kioskifly_desktop.core.sessions import (
    CashMovementRequest,
    TransferRequest,
    list_categories,
    pay_in,
    pay_out,
    transfer,
)
from kioskifly_desktop.ui.kinds import KIND_ICONS
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.sessions.words import counts_blind
from kioskifly_desktop.ui.theme import icon
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class CashDialog(Dialog):
    """An amount, what it leaves in the register, and the button that writes it."""

    sign = -1
    """Which way the money goes: 1 into the register, -1 out of it."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, register: RegisterRow
    ) -> None:
        super().__init__(parent, "", size=(480, 0))
        self._shop = shop
        self._toasts = toasts
        self._register = register
        self._blind = counts_blind(shop)
        self._request_id = uuid4().hex
        self.amount = MoneyEdit()
        self.amount_field = Field(self.tr("Monto"), self.amount)
        self.fields = {"amount": self.amount_field, **self.more_fields()}
        for field in self.fields.values():
            self.body.addWidget(field)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(self.tr("Registrar"), self.save)
        self.amount.textChanged.connect(self._changed)
        self.amount.returnPressed.connect(self._after_amount)
        self._changed()
        self.amount.setFocus()

    def more_fields(self) -> dict[str, Field]:
        """Set the title and return the inputs under the amount, as errors call them."""
        raise NotImplementedError

    def write(self, amount: Centavos) -> str:
        """Write the movement and return what to say of it."""
        raise NotImplementedError

    @Slot()
    def save(self) -> None:
        """Write the movement and close, or say under its field what is wrong."""
        try:
            words = self.write(self.amount.amount())
        except ShopError as error:
            field = self.fields.get(error.field, self.amount_field)
            hidden = self._blind and isinstance(error, NotEnoughCashError)
            field.set_error(
                self.tr("En el cajón no hay tanta plata.") if hidden else words_of(error)
            )
            field.setFocus()
            return
        self.accept()
        self._toasts.show(words)

    def line(self, caption: str, placeholder: str) -> Field:
        """Return a line of text whose Enter writes the movement."""
        editor = QLineEdit(maxLength=200)
        editor.setPlaceholderText(placeholder)
        editor.returnPressed.connect(self.save)
        result = Field(caption, editor)
        editor.textChanged.connect(result.clear_error)
        return result

    def choice(self) -> QComboBox:
        """Return a list whose Enter goes on to the next input."""
        result = QComboBox()
        result.setProperty("kind", "large")
        result.installEventFilter(self)
        return result

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on from a list with Enter, as from the inputs."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(watched, QComboBox) and isinstance(event, QKeyEvent) and event.key() in enter:
            if event.type() == QEvent.Type.KeyPress:
                self._after(watched)
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _after_amount(self) -> None:
        """Go on to the next input: what the money was for is still to be written."""
        self._after(self.amount)

    def _after(self, editor: QWidget) -> None:
        fields = list(self.fields.values())
        before = next(n for n, field in enumerate(fields) if field.editor is editor)
        fields[before + 1].setFocus()

    @Slot()
    def _changed(self) -> None:
        """Say what the register holds, or will hold."""
        self.amount_field.clear_error()
        there = self._register.balance
        left = there
        words = self.tr("En {register} hay {amount}.")
        try:
            left += self.sign * self.amount.amount()
            words = self.tr("En {register} van a quedar {amount}.")
        except AmountMissingError:
            pass
        except AmountError as error:
            if self.amount.text().strip(" $0.,"):
                self.amount_field.set_error(words_of(error))
            return
        if self._blind:
            self.amount_field.set_hint("")
        elif left < 0 and left < there:
            words = self.tr("En {register} no hay tanto: hay {amount}.")
            drawer = self._register.kind is RegisterKind.DRAWER
            tell = self.amount_field.set_error if drawer else self.amount_field.set_warning
            tell(self._fill(words, max(there, 0) if drawer else there))
        else:
            self.amount_field.set_hint(self._fill(words, left))

    def _fill(self, words: str, amount: Centavos) -> str:
        return words.format(register=self._register.name, amount=format_money(amount))


class PayInDialog(CashDialog):
    """Money that comes in and is no client's, as change brought from home."""

    sign = 1

    def more_fields(self) -> dict[str, Field]:
        """Return the reason."""
        self.set_title(self.tr("Ingreso de plata"), self._register.name)
        self.reason = self.line(self.tr("Motivo"), self.tr("Por ejemplo: cambio del banco"))
        return {"reason": self.reason}

    def write(self, amount: Centavos) -> str:
        """Write the pay-in."""
        self._shop.write(pay_in, self.request(amount))
        return self._fill(self.tr("Entraron {amount} a {register}."), amount)

    def request(self, amount: Centavos) -> CashMovementRequest:
        """Return the movement as the inputs have it."""
        editor = self.reason.editor
        assert isinstance(editor, QLineEdit)
        return CashMovementRequest(self._request_id, self._register.id, amount, editor.text())


class PayOutDialog(PayInDialog):
    """Money that is taken for something, as a supplier paid in cash."""

    sign = -1

    def more_fields(self) -> dict[str, Field]:
        """Return what it is for, and the reason."""
        self.set_title(self.tr("Retiro de plata"), self._register.name)
        self.category = self.choice()
        for row in self._shop.read(list_categories):
            self.category.addItem(row.name, row.id)
        self.reason = self.line(self.tr("Motivo"), self.tr("Por ejemplo: pago al sodero"))
        return {"category": Field(self.tr("Concepto"), self.category), "reason": self.reason}

    def write(self, amount: Centavos) -> str:
        """Write the pay-out."""
        request = replace(self.request(amount), category_id=self.category.currentData())
        self._shop.write(pay_out, request)
        return self._fill(self.tr("Salieron {amount} de {register}."), amount)


class TransferDialog(CashDialog):
    """Money that passes to another register, as the takings to the bank."""

    def more_fields(self) -> dict[str, Field]:
        """Return the register that receives, and a note."""
        self.set_title(self.tr("Pase a otra caja"), self._register.name)
        self.target = self.choice()
        for row in self._shop.read(list_registers):
            if row.id != self._register.id:
                self.target.addItem(icon(KIND_ICONS[row.kind]), row.name, row.id)
        note = self.line(self.tr("Nota (opcional)"), self.tr("Por ejemplo: depósito del día"))
        return {"to_register": Field(self.tr("Caja de Destino"), self.target), "note": note}

    def write(self, amount: Centavos) -> str:
        """Write the transfer."""
        note = self.fields["note"].editor
        assert isinstance(note, QLineEdit)
        target = self.target.currentData() or 0
        request = TransferRequest(self._request_id, self._register.id, target, amount, note.text())
        self._shop.write(transfer, request)
        words = self.tr("Pasaron {amount} de {register} a {target}.")
        return words.format(
            amount=format_money(amount),
            register=self._register.name,
            target=self.target.currentText(),
        )
