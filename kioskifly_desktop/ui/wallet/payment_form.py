"""The form that takes a payment: amount, Caja de Destino, means, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.errors import AmountError, AmountMissingError, ShopError
from kioskifly_desktop.core.es_ar import NBSP, format_money, format_pesos
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.registers import (
    RegisterKind,
    RegisterRow,
    default_method,
    list_registers,
)
from kioskifly_desktop.core.sessions import open_sessions
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.core.wallet import PaymentRequest, register_payment
from kioskifly_desktop.ui.kinds import KIND_ICONS
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.sessions.words import counts_blind
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.theme import icon
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.wrapping import WrappingRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop

NOTES = (1_000_00, 2_000_00, 10_000_00, 20_000_00)
"""The banknotes people pay with, in centavos; each button adds one."""

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class PaymentForm(QWidget):
    """Takes a payment of a client; a request is written once however often it is sent."""

    paid = Signal(object, object)
    """The payment was written; carries its PaymentDone and the amount."""
    opening_wanted = Signal(object)
    """A drawer is to be opened; carries its RegisterRow."""

    def __init__(self, shop: Shop, client_id: int) -> None:
        super().__init__()
        self._shop = shop
        self._client_id = client_id
        self._request_id = uuid4().hex
        self._refused = False
        self._submitting = False
        self._untouched = True
        self._balance: Centavos = 0
        self._registers: dict[int, RegisterRow] = {}
        self._open: set[int] = set()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.amount = MoneyEdit()
        self.register = QComboBox()
        self.method = QComboBox()
        for method, name in METHOD_NAMES.items():
            self.method.addItem(said(name), method.value)
        for combo in (self.register, self.method):
            combo.setProperty("kind", "large")
            # Else the longest name decides how much room is left for the amount.
            combo.setSizeAdjustPolicy(_SHORT)
            combo.setMinimumContentsLength(6)
        self.note = QLineEdit(maxLength=200)
        self.note.setPlaceholderText(self.tr("Nota (opcional)"))
        self.amount_field = Field(self.tr("Monto"), self.amount)
        self.register_field = Field(self.tr("Caja de Destino"), self.register)
        self.method_field = Field(self.tr("Medio de pago"), self.method)
        self.note.setAccessibleName(self.tr("Nota"))
        words = self.tr("Registrar Pago")
        self.submit_button = button(words, "primary", icon_name="check", large=True)
        self.all_button = button("", "quick")
        frame = card()
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        fields = (self.amount_field, self.register_field, self.method_field)
        for column, (field, share) in enumerate(zip(fields, (28, 35, 16), strict=True)):
            grid.addWidget(field, 0, column)
            grid.setColumnStretch(column, share)
        grid.addWidget(self._beside_fields(self.submit_button), 0, 3)
        grid.setColumnStretch(3, 20)
        grid.addLayout(self._quick_amounts(), 1, 0, 1, 2)
        grid.addWidget(self.note, 1, 2, 1, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        self.open_button = button(self.tr("Abrir caja"), "link")
        self.closed = Notice("", "lock", self.open_button)
        outer.addWidget(self.closed)
        outer.addWidget(frame)

    def _beside_fields(self, widget: QWidget) -> QWidget:
        """Return `widget` at the height of the inputs, under no caption."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label("", "caption"))
        column.addWidget(widget)
        column.addStretch()
        return holder

    def _quick_amounts(self) -> WrappingRow:
        row = WrappingRow(6, right=False)
        row.addWidget(self.all_button)
        self.note_buttons = {}
        for value in NOTES:
            chip = button(f"+ {format_pesos(value).rpartition(NBSP)[2]}", "quick")
            chip.setAccessibleName(self.tr("Sumar {amount}").format(amount=format_pesos(value)))
            chip.clicked.connect(self._adder(value))
            row.addWidget(chip)
            self.note_buttons[value] = chip
        return row

    def _adder(self, value: Centavos) -> Callable[[], None]:
        return lambda: self.add(value)

    def _connect(self) -> None:
        for line in (self.amount, self.note):
            line.textChanged.connect(self._touched)
            line.returnPressed.connect(self.submit)
        self.register.currentIndexChanged.connect(self._register_changed)
        self.method.currentIndexChanged.connect(self._touched)
        self.all_button.clicked.connect(self._all)
        self.open_button.clicked.connect(self._open_register)
        self.submit_button.clicked.connect(self.submit)

    def show_client(self, client: Client, *, first: bool) -> None:
        """Show the registers with their balances and what a payment would leave."""
        self._balance = client.balance
        self.setEnabled(not client.archived)
        registers = self._shop.read(list_registers)
        self._fill_registers(registers)
        if first:
            self._prefer(registers, client.preferred_method)
        owes = client.balance > 0
        self.all_button.setVisible(owes)
        if owes:
            words = self.tr("Todo {amount}").format(amount=format_money(client.balance))
            self.all_button.setText(words)
            self.all_button.setAccessibleName(words)
        self._say()

    def add(self, value: Centavos) -> None:
        """Add an amount to the one written, as when counting banknotes."""
        try:
            before = self.amount.amount()
        except AmountError:
            before = 0
        self.amount.set_amount(before + value)
        self.amount.setFocus()
        self.amount.deselect()

    @Slot()
    def submit(self) -> None:
        """Register the payment once, or say under its field what is wrong."""
        if self._submitting or (self._untouched and not self.amount.text()):
            return
        self._submitting = True
        self.submit_button.setEnabled(False)
        try:
            request = self._request()
            done = self._shop.write(register_payment, request)
        except ShopError as error:
            self._show(error)
            return
        finally:
            self._submitting = False
            self._say_button()
        self._request_id = uuid4().hex
        self._clear()
        sound(self._shop, Sound.PAID)
        self.paid.emit(done, request.amount)

    def _request(self) -> PaymentRequest:
        return PaymentRequest(
            request_id=self._request_id,
            client_id=self._client_id,
            amount=self.amount.amount(),
            register_id=self.register.currentData() or 0,
            method=PaymentMethod(self.method.currentData()),
            note=self.note.text(),
        )

    def _show(self, error: ShopError) -> None:
        # A ShopError means that nothing was written; anything else may have been, and keeps its
        # identifier so that sending it again cannot pay twice.
        self._refused = True
        sound(self._shop, Sound.ERROR)
        fields = {"register": self.register_field, "method": self.method_field}
        field = fields.get(error.field, self.amount_field)
        field.set_error(words_of(error))
        field.setFocus()

    def _clear(self) -> None:
        self.amount.clear()
        self.note.clear()
        for field in (self.amount_field, self.register_field, self.method_field):
            field.clear_error()
        self._untouched = True
        self._refused = False
        self._say()
        self.amount.setFocus()

    def _fill_registers(self, registers: list[RegisterRow]) -> None:
        chosen = self.register.currentData()
        self._registers = {row.id: row for row in registers}
        self._open = {session.register_id for session in self._shop.read(open_sessions)}
        blind = counts_blind(self._shop)
        self.register.blockSignals(True)
        self.register.clear()
        for row in registers:
            hidden = blind and row.id in self._open
            words = row.name if hidden else f"{row.name}  ·  {format_money(row.balance)}"
            self.register.addItem(icon(KIND_ICONS[row.kind]), words, row.id)
        self.register.setCurrentIndex(max(self.register.findData(chosen), 0))
        self.register.blockSignals(False)

    def _prefer(self, registers: list[RegisterRow], preferred: PaymentMethod | None) -> None:
        """Start with the client's usual means and a register that takes it."""
        fitting = [n for n, row in enumerate(registers) if default_method(row.kind) is preferred]
        self.register.setCurrentIndex(fitting[0] if fitting else 0)
        self._default_method()
        if preferred is not None:
            self.method.setCurrentIndex(self.method.findData(preferred.value))

    def _default_method(self) -> None:
        register = self._registers.get(self.register.currentData())
        if register is not None:
            method = default_method(register.kind)
            self.method.setCurrentIndex(self.method.findData(method.value))

    @Slot()
    def _all(self) -> None:
        self.amount.set_amount(self._balance)
        self.amount.setFocus()

    @Slot()
    def _register_changed(self) -> None:
        self.register_field.clear_error()
        self._default_method()
        self._touched()

    @Slot()
    def _touched(self) -> None:
        self._untouched = False
        if self._refused:
            self._refused = False
            self._request_id = uuid4().hex
        self._say()

    @Slot()
    def _open_register(self) -> None:
        self.opening_wanted.emit(self._registers[self.register.currentData()])

    def _say_closed(self) -> None:
        """Offer to open the chosen drawer, if nobody has."""
        register = self._registers.get(self.register.currentData())
        closed = (
            register is not None
            and register.kind is RegisterKind.DRAWER
            and register.id not in self._open
        )
        if register is not None and closed:
            words = self.tr("{register} está cerrada: el pago no entra en ningún turno.")
            self.closed.words.setText(words.format(register=register.name))
        self.closed.setVisible(closed)

    def _say(self) -> None:
        """Write what the payment would leave, or what is wrong with the amount."""
        self._say_closed()
        try:
            amount = self.amount.amount()
        except AmountError as error:
            unfinished = not self.amount.text().strip(" $0.,")
            if unfinished or isinstance(error, AmountMissingError):
                self.amount_field.clear_error()
                self.amount_field.set_hint(self.tr("Escribí el monto que entrega el cliente."))
            else:
                self.amount_field.set_error(words_of(error))
        else:
            self.amount_field.clear_error()
            self.amount_field.set_hint(self._outcome(self._balance - amount))
        self._say_button()

    def _outcome(self, left: Centavos) -> str:
        if left == 0:
            return self.tr("Después del pago queda al día.")
        words = (
            self.tr("Después del pago queda debiendo {amount}.")
            if left > 0
            else self.tr("Después del pago queda con {amount} a favor.")
        )
        return words.format(amount=format_money(abs(left)))

    def _say_button(self) -> None:
        try:
            self.amount.amount()
        except AmountError:
            self.submit_button.setEnabled(False)
        else:
            self.submit_button.setEnabled(not self._submitting)
