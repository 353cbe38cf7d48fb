"""Goods that come back: which of a ticket and how many, and where the money goes."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QScrollArea, QWidget

from kioskifly_desktop.core.catalog import Product, ProductRow, Unit, find_code, get_product
from kioskifly_desktop.core.clients import Client, get_client
from kioskifly_desktop.core.errors import (
    ClientNeededError,
    EmptySaleError,
    NotAllowedError,
    QuantityError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import format_money, format_quantity, parse_quantity
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleDetail,
    line_total,
    part_of,
    return_goods,
)
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.sale.cart import ONE, line_of
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.line_dialogs import ask_price
from kioskifly_desktop.ui.sale.scan_field import ScanField
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.tickets.sale_lines import line_words
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.money_edit import NotABarcode

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_ACCOUNT = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that may come back: of the ticket, or a product without one."""

    line_id: int | None
    product_id: int | None
    most: Milli | None
    total: Centavos
    quantity: Milli
    edit: QLineEdit
    price: Centavos | None = None

    def returned(self) -> Milli:
        """Return how much of it comes back, nothing while the field is empty.

        Raises:
            QuantityError: not understood, or more than there is.
        """
        if not self.edit.text().strip():
            return 0
        found = parse_quantity(self.edit.text(), least=0)
        if self.most is not None and found > self.most:
            raise QuantityError(field="lines")
        return found

    def worth(self, discount: BasisPoints) -> Centavos:
        """Return what the part that comes back cost, after what came back before."""
        if self.most is None:
            return line_total(self.total, self.returned(), discount)
        before = self.quantity - self.most
        until_now = part_of(self.total, before, self.quantity)
        return part_of(self.total, before + self.returned(), self.quantity) - until_now


class ReturnDialog(Dialog):
    """Takes lines of a sale back, or with `sale` None products whose ticket is lost."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        parent: QWidget,
        *,
        sale: SaleDetail | None,
        drawer_id: int | None,
    ) -> None:
        title = self.tr("Devolución de {number}") if sale else self.tr("Devolución sin ticket")
        super().__init__(parent, title.format(number=sale.number if sale else ""), size=(760, 560))
        self._shop = shop
        self._toasts = toasts
        self._sale = sale
        self._drawer_id = drawer_id
        self._request_id = uuid4().hex
        self._rows: list[_Row] = []
        self._client: Client | None = None
        self._build()
        for line in sale.lines if sale else ():
            left = line.quantity - line.returned
            if left > 0:
                kilograms = line.unit is Unit.KILOGRAM
                words = self.tr("quedan {left}").format(
                    left=format_quantity(left, kilograms=kilograms)
                )
                edit = self._add(line.description, f"{line_words(line)}  ·  {words}")
                self._rows.append(_Row(line.id, None, left, line.total, line.quantity, edit))
        self._say()
        first = self._rows[0].edit if self._rows else self.scan
        first.setFocus()

    def _build(self) -> None:
        self.scan = ScanField(self._shop, self)
        self.scan.entered.connect(self.on_scan)
        self.scan.picked.connect(self._picked)
        self.scan.setVisible(self._sale is None)
        self.body.addWidget(self.scan)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        self.refund = QComboBox()
        self._fill_refunds()
        self.reason = QLineEdit(maxLength=200)
        self.reason.setPlaceholderText(self.tr("Por ejemplo: vencido"))
        self.refund_field = Field(self.tr("La plata vuelve a"), self.refund)
        self.reason_field = Field(self.tr("Motivo"), self.reason)
        foot = QGridLayout()
        foot.setHorizontalSpacing(18)
        foot.setColumnStretch(0, 1)
        foot.setColumnStretch(1, 1)
        foot.addWidget(self.refund_field, 0, 0)
        foot.addWidget(self.reason_field, 0, 1)
        self.body.addLayout(foot)
        self.total = label("")
        self.total.setFont(font(24, 700, tabular=True))
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.body.addWidget(self.error)
        cancel = button(self.tr("Cancelar"))
        cancel.clicked.connect(self.reject)
        self.save_button = button(self.tr("Devolver"), "primary", icon_name="undo-2", large=True)
        self.save_button.clicked.connect(self.save)
        self.refund.installEventFilter(self)
        self.reason.returnPressed.connect(self.save)
        self.reason.textChanged.connect(self.reason_field.clear_error)
        self.add_buttons(cancel, self.save_button, left=self.total)

    def _fill_refunds(self) -> None:
        """Offer the registers, the counter's drawer first, and the client's account."""
        sale = self._sale
        registers = self._shop.read(list_registers)
        registers.sort(key=lambda each: each.id != self._drawer_id)
        for each in registers:
            self.refund.addItem(each.name, each.id)
        if sale is None:
            self.refund.addItem(self.tr("Cuenta de un cliente…"), _ACCOUNT)
            self.refund.activated.connect(self._refund_chosen)
            self.refund.currentIndexChanged.connect(self._say)
            return
        if sale.client_id is not None:
            words = self.tr("Cuenta de {client}").format(client=sale.client)
            self.refund.addItem(words, _ACCOUNT)
        self.refund.setCurrentIndex(max(self._proposed(sale), 0))

    def _proposed(self, sale: SaleDetail) -> int:
        """Return where the money goes unless told: the way most of it came, cash to this drawer."""
        if sale.on_account:
            return self.refund.findData(_ACCOUNT)
        most = max(sale.payments, key=lambda paid: paid.amount)
        return 0 if most.method is PaymentMethod.CASH else self.refund.findText(most.register)

    @Slot()
    def _refund_chosen(self) -> None:
        if self.refund.currentData() == _ACCOUNT:
            self.choose_client()

    @Slot()
    def choose_client(self) -> None:
        """Choose whose account takes what comes back without a ticket."""
        picker = ClientPicker(self._shop, self._toasts, self)
        picker.chosen.connect(self._client_chosen)
        picker.cleared.connect(self._no_client)
        picker.returns_to(self.reason)
        picker.open()

    @Slot(int)
    def _client_chosen(self, client_id: int) -> None:
        self._client = self._shop.read(get_client, client_id)
        words = self.tr("Cuenta de {client}").format(client=self._client.name)
        self.refund.setItemText(self.refund.findData(_ACCOUNT), words)
        self._say()

    @Slot()
    def _no_client(self) -> None:
        self._client = None
        self.refund.setItemText(self.refund.findData(_ACCOUNT), self.tr("Cuenta de un cliente…"))
        self.refund.setCurrentIndex(0)

    def _taker(self) -> Client | None:
        """Return the client whose account takes it, of those chosen here."""
        return self._client if self.refund.currentData() == _ACCOUNT else None

    def _add(self, name: str, details: str) -> QLineEdit:
        """Add a line with the field of how many come back."""
        row = self._grid.rowCount()
        words = QWidget()
        inside = QGridLayout(words)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(0)
        title = label(name, "subtitle")
        title.setWordWrap(True)
        inside.addWidget(title, 0, 0)
        inside.addWidget(label(details, "muted"), 1, 0)
        edit = QLineEdit()
        edit.setValidator(NotABarcode(edit))
        edit.setPlaceholderText("0")
        edit.setFixedWidth(110)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.setAccessibleName(self.tr("Cuánto vuelve de {name}").format(name=name))
        edit.textChanged.connect(self._say)
        # Through the line, so that the list scrolls to the next one.
        edit.returnPressed.connect(edit.focusNextChild)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(edit, row, 1)
        self.setTabOrder(self._rows[-1].edit if self._rows else self.scan, edit)
        self.setTabOrder(edit, self.refund)
        return edit

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on from where the money goes to the reason with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter:
            self.reason.setFocus()
        return enter

    @Slot(str)
    def on_scan(self, code: str) -> None:
        """Add a product that comes back without its ticket."""
        if self._sale is not None:
            sound(self._shop, Sound.UNKNOWN)
            return
        self.scan.clear()
        found = self._shop.read(find_code, code)
        if found is None:
            sound(self._shop, Sound.UNKNOWN)
            self.error.setText(self.tr("Ningún producto tiene el código {code}").format(code=code))
            return
        self._add_product(found.product)

    @Slot(object)
    def _picked(self, row: ProductRow) -> None:
        self.scan.clear()
        self._add_product(self._shop.read(get_product, row.id))

    def _add_product(self, product: Product) -> None:
        """Add a product, or one more of it where it already is."""
        again = next((row for row in self._rows if row.product_id == product.id), None)
        if again is not None:
            with suppress(QuantityError):
                more = again.returned() + ONE
                again.edit.setText(format_quantity(more).replace(".", ""))
            again.edit.setFocus()
            again.edit.selectAll()
            return
        if not product.price:
            ask_price(self, line_of(product), lambda price: self._append(product, price)).open()
            return
        self._append(product)

    def _append(self, product: Product, price: Centavos | None = None) -> None:
        """Add a product; one that has no price comes back at the one that was said."""
        costs = price or product.price
        edit = self._add(product.name, format_money(costs))
        self._rows.append(_Row(None, product.id, None, costs, ONE, edit, price))
        edit.setText("1")
        edit.setFocus()
        edit.selectAll()

    @Slot()
    def save(self) -> None:
        """Take the goods back, or say what is wrong."""
        self.save_button.setEnabled(False)
        try:
            done = self._shop.write(return_goods, self._request())
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            # Nothing was written: what is sent next is another request.
            self._request_id = uuid4().hex
            self._show(error)
            return
        finally:
            self.save_button.setEnabled(True)
        self.accept()
        words = self.tr("Devolución {number} por {total}")
        parts = [words.format(number=done.number, total=format_money(done.total))]
        if done.client_balance is not None and self.refund.currentData() == _ACCOUNT:
            parts.append(spoken(done.client_balance))
        self._toasts.show(" · ".join(parts))

    def _request(self) -> ReturnRequest:
        lines = tuple(
            ReturnLine(row.line_id, quantity, row.product_id, row.price)
            for row in self._rows
            if (quantity := row.returned())
        )
        if not lines:
            raise EmptySaleError(field="lines")
        register_id = self.refund.currentData()
        sale, taker = self._sale, self._taker()
        client_id = taker.id if taker else None
        return ReturnRequest(
            request_id=self._request_id,
            sale_id=sale.id if sale else None,
            lines=lines,
            refund_register_id=None if register_id == _ACCOUNT else register_id,
            client_id=sale.client_id if sale else client_id,
            reason=self.reason.text(),
            drawer_id=self._drawer_id,
        )

    def _show(self, error: ShopError) -> None:
        if isinstance(error, ClientNeededError) and self._sale is None:
            self.choose_client()
            return
        if error.field == "reason":
            self.reason_field.set_error(words_of(error))
            self.reason_field.setFocus()
            return
        self.error.setText(
            self.tr("Elegí cuánto vuelve de cada producto.")
            if isinstance(error, EmptySaleError)
            else words_of(error)
        )

    @Slot()
    def _say(self) -> None:
        """Write what is given back."""
        self.error.clear()
        try:
            taker = self._taker()
            discount = taker.discount if taker else 0
            total = sum(row.worth(discount) for row in self._rows)
        except QuantityError:
            self.total.clear()
            self.error.setText(self.tr("Revisá las cantidades: no puede volver más de lo vendido."))
            return
        self.total.setText(self.tr("Vuelven {total}").format(total=format_money(total)))
