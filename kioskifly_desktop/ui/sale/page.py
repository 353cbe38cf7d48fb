"""The sale: scan, see it, charge it; the focus always goes back to the scan field."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from kioskifly_desktop.core.catalog import (
    Product,
    ProductQuery,
    find_code,
    get_product,
    list_products,
)
from kioskifly_desktop.core.errors import NotAllowedError, ProductInactiveError, ShopError
from kioskifly_desktop.core.es_ar import format_quantity, format_time
from kioskifly_desktop.core.sales import ParkRequest, count_parked, park_sale, take_parked
from kioskifly_desktop.core.wallet import WalletSummary, wallet_summary
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.sale.cart import ONE, Cart, CartLine, line_of
from kioskifly_desktop.ui.sale.cart_table import CartTable
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_bar import ClientBar
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.drawer_button import DrawerButton
from kioskifly_desktop.ui.sale.key_bar import KeyBar, KeyButton
from kioskifly_desktop.ui.sale.line_dialogs import ask_discount, ask_price
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.sale.price_check import PriceCheck
from kioskifly_desktop.ui.sale.scan_field import ScanField, split_times
from kioskifly_desktop.ui.sale.side import MEANS, Side
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QDialog, QWidget

    from kioskifly_desktop.core.catalog import ProductRow
    from kioskifly_desktop.core.methods import PaymentMethod
    from kioskifly_desktop.core.money import Milli
    from kioskifly_desktop.core.sales import SaleDone
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z-]{1,20}")
_WIDE, _HIGH = 1000, 600


class SalePage(Page):
    """Sells: the cart, its client, the drawer of this counter, and the charge."""

    page_id = keys.SALE

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget | None = None) -> None:
        super().__init__(shop, toasts, "", parent)
        self.title = self.tr("Venta")
        self.setAccessibleName(self.title)
        self.cart = Cart()
        self.client: WalletSummary | None = None
        self._unknown = ""
        self._times: Milli | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        # What is sold says which page this is: the row of the title goes to the cart.
        self.heading.hide()
        self.client_bar = ClientBar(self.shop)
        self.client_bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scan = ScanField(self.shop, self)
        self.table = CartTable(self.cart)
        self.drawer_button = DrawerButton(self.shop, self.toasts, self)
        self.side = Side(self.drawer_button)
        self.create_button = button("", "link", icon_name="plus")
        self.create_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.notice = Notice("", "triangle-alert", self.create_button)
        self.notice.hide()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self._empty: QWidget | None = None
        box = card()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.stack)
        self._keys()
        left = QVBoxLayout()
        left.setSpacing(10)
        for each in (self.client_bar, self.scan, self.notice):
            left.addWidget(each)
        left.addWidget(box, 1)
        left.addWidget(self.key_bar)
        self._row = QHBoxLayout()
        self._row.setSpacing(18)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.side)
        self.content.addLayout(self._row, 1)

    def _keys(self) -> None:
        """Bind the keys, and offer the usual ones to the hand."""
        self._acts: dict[str, Callable[[], object]] = {
            "sale.quantity": self.change_quantity,
            "sale.remove": self.remove_line,
            "sale.park": self.park,
            "sale.client": self.choose_client,
            "sale.check": self.check_price,
            "sale.tickets": self.show_tickets,
            "sale.discount": self.change_discount,
            "sale.price": self.change_price,
            "sale.product": self.add_product,
            "sale.register": self.drawer_button.choose,
            "sale.hide": self.toggle_private,
            "sale.charge": self.charge,
        }
        for key_id, act in self._acts.items():
            keys.bind(key_id, self, act)
        for name, _, method in MEANS:
            keys.bind(f"sale.{name}", self, partial(self._charge_by, method))
        self.park_button = KeyButton("sale.park", "", self.park)
        words = {
            "sale.quantity": self.tr("Cantidad"),
            "sale.remove": self.tr("Quitar"),
            "sale.park": "",
            "sale.check": self.tr("Precio"),
            "sale.discount": self.tr("Descuento"),
            "sale.tickets": self.tr("Tickets"),
            "sale.price": self.tr("Otro precio"),
        }
        self.key_bar = KeyBar(
            [
                self.park_button
                if key_id == "sale.park"
                else KeyButton(key_id, said, self._acts[key_id])
                for key_id, said in words.items()
            ]
        )

    def _connect(self) -> None:
        self.cart.changed.connect(self._cart_changed)
        self.scan.entered.connect(self._entered)
        self.scan.picked.connect(self._picked)
        self.scan.stepped.connect(self.table.step)
        self.scan.added.connect(self.table.add)
        self.scan.undone.connect(self.undo)
        self.table.refused.connect(self._refuse)
        self.table.released.connect(self.focus_main)
        self.side.charge_wanted.connect(self.charge)
        self.client_bar.choose_wanted.connect(self.choose_client)
        self.client_bar.clear_wanted.connect(self._drop_client)
        self.create_button.clicked.connect(self.add_product)
        self.drawer_button.done.connect(self.focus_main)
        keys.assigned.changed.connect(self._write_keys)

    def refresh(self) -> None:
        """Read the drawer, the client, what is put aside, and again what is being sold."""
        self.drawer_button.refresh()
        self._show_client(None if self.client is None else self.client.client.id)
        self._prices_changed()
        self._write_keys()
        self._cart_changed()

    def focus_main(self) -> None:
        """Put the focus back where codes and names go."""
        self.scan.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the cart on a small screen."""
        super().resizeEvent(event)
        wide, high = self.width() >= _WIDE, self.height() >= _HIGH
        self.side.set_room(wide=wide, high=high)
        self._row.setSpacing(18 if wide else 12)
        edge = 24 if wide else 12
        self.content.setContentsMargins(edge, 16 if high else 8, edge, 4)

    def on_scan(self, code: str) -> None:
        """Add the product of a scanned code; a quantity with `*` typed before it counts."""
        self.table.close_editor()
        written = self.scan.text()
        before = written.rpartition(code)[0] if code in written else written
        self._entered(before.strip() + code if "*" in before else code)
        self.focus_main()

    @Slot(str)
    def _entered(self, text: str) -> None:
        """Take a code, or a quantity that waits for one."""
        try:
            times, code = split_times(text)
            if code:
                self.scan.clear()
                self._take_code(code, times)
        except ShopError as error:
            self.scan.selectAll()
            self._refuse(str(error))

    def _take_code(self, code: str, times: Milli | None) -> None:
        self.side.hide_change()
        found = self.shop.read(find_code, code)
        if found is None:
            self._unknown, self._times = code, times
            words = self.tr("Ningún producto tiene el código {code}.")
            if not _CODE.fullmatch(code):
                words = self.tr("Ningún producto se llama «{code}».")
            self._refuse(words.format(code=code), create=True)
            return
        # Three packages that the scale labelled weigh and cost three times as much.
        quantity, amount = found.quantity, found.amount
        if times is not None:
            quantity = times if quantity is None else quantity * times // ONE
            amount = None if amount is None else amount * times // ONE
        self._add(line_of(found.product, quantity, amount))

    @Slot(object)
    def _picked(self, row: ProductRow) -> None:
        """Add a product chosen by its name."""
        try:
            times, _ = split_times(self.scan.text())
            self.scan.clear()
            self._add(line_of(self._product(row.id), times))
        except ShopError as error:
            self._refuse(str(error))
        self.focus_main()

    def _add(self, line: CartLine) -> None:
        """Add a line, refusing what is not sold any more and asking an open price."""
        product = line.product
        self._hush()
        self.side.hide_change()
        if not product.active:
            self._refuse(str(ProductInactiveError(name=product.name)))
            return
        if not line.unit_price:
            self._open(
                ask_price(self.window(), line, lambda price: self._add(replace(line, price=price)))
            )
            return
        position = self.cart.add(line)
        self.table.choose(position)
        if self.cart.lines[position].is_short:
            words = self.tr("{name}: según el libro quedan {left}. Se vende igual.")
            left = format_quantity(product.stock)
            self._say(words.format(name=product.name, left=left))

    @Slot()
    def check_price(self) -> None:
        """Say what a product costs, selling nothing."""
        self._open(PriceCheck(self.shop, self.window()))

    @Slot()
    def change_quantity(self) -> None:
        """Let the quantity of the chosen line be typed."""
        if self._line() is not None:
            self.table.edit_quantity(self.table.position)

    @Slot()
    def change_discount(self) -> None:
        """Ask the discount of the chosen line."""
        self._ask_of_line(ask_discount, self.cart.set_discount)

    @Slot()
    def change_price(self) -> None:
        """Ask at what price the chosen line is sold."""
        line = self._line()
        if line is not None and line.product.price and not self.shop.user.is_admin:
            self._refuse(str(NotAllowedError()))
            return
        self._ask_of_line(ask_price, self.cart.set_price)

    def _ask_of_line(
        self,
        asks: Callable[[QWidget, CartLine, Callable[[int], None]], QDialog],
        use: Callable[[int, int], None],
    ) -> None:
        line, position = self._line(), self.table.position
        if line is not None:
            self._open(asks(self.window(), line, lambda answer: use(position, answer)))

    @Slot()
    def remove_line(self) -> None:
        """Take the chosen line out."""
        if self._line() is not None:
            self.table.remove(self.table.position)
        self.focus_main()

    @Slot()
    def undo(self) -> None:
        """Take back the last act on the cart."""
        if self.cart.undo():
            self._hush()
            self.table.choose(len(self.cart.lines) - 1)

    @Slot()
    def add_product(self) -> None:
        """Create a product in the middle of the sale, with the code that nobody had."""
        wanted = self._unknown or self.scan.text().strip()
        is_code = bool(_CODE.fullmatch(wanted))
        form = ProductForm(self.shop, self.toasts, self.window(), barcode=wanted if is_code else "")
        if wanted and not is_code:
            form.name.setText(wanted)
        form.saved.connect(self._created)
        self._open(form)

    @Slot(int)
    def _created(self, product_id: int) -> None:
        self.scan.clear()
        times = self._times
        try:
            self._add(line_of(self._product(product_id), times))
        except ShopError as error:
            self._refuse(str(error))

    @Slot()
    def choose_client(self) -> None:
        """Choose the client of the sale, or make one."""
        picker = ClientPicker(self.shop, self.toasts, self.window())
        picker.chosen.connect(self._show_client)
        picker.cleared.connect(self._drop_client)
        self._open(picker)

    @Slot(int)
    def _show_client(self, client_id: int | None) -> None:
        self.client = None if client_id is None else self.shop.read(wallet_summary, client_id)
        self.client_bar.show_client(self.client)
        client = self.client.client if self.client else None
        self.side.show_client(client, private=self.client_bar.private)
        position = self.table.position
        self.cart.set_client_discount(client.discount if client else 0)
        self.table.choose(position)

    @Slot()
    def _drop_client(self) -> None:
        self._show_client(None)
        self.focus_main()

    @Slot()
    def toggle_private(self) -> None:
        """Hide what the client owes from the queue, or show it again."""
        self.client_bar.set_private(not self.client_bar.private)
        client = self.client.client if self.client else None
        self.side.show_client(client, private=self.client_bar.private)

    def _charge_by(self, method: PaymentMethod | None) -> None:
        self.charge(method, on_account=method is None)

    @Slot(object, bool)
    def charge(self, method: PaymentMethod | None = None, on_account: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's slot
        """Charge the sale."""
        if not self.cart.lines:
            self._say(self.tr("Todavía no hay nada para cobrar: escaneá un producto."))
            return
        self.table.close_editor()
        dialog = ChargeDialog(
            self.shop,
            self.toasts,
            self.window(),
            lines=self.cart.requests,
            total=self.cart.total,
            client_id=self.client.client.id if self.client else None,
            drawer_id=self._drawer_id(),
            method=method,
            on_account=on_account,
        )
        dialog.charged.connect(self._charged)
        dialog.prices_changed.connect(self._prices_changed)
        dialog.client_changed.connect(lambda client_id: self._client_changed(dialog, client_id))
        self._open(dialog)

    def _client_changed(self, dialog: ChargeDialog, client_id: int | None) -> None:
        self._show_client(client_id)
        dialog.set_sale(self.cart.requests, self.cart.total, client_id)

    @Slot(object)
    def _charged(self, done: SaleDone) -> None:
        self._start_again()
        self._hush()
        self.side.show_change(done.number, done.change)

    def _start_again(self) -> None:
        self.cart.clear()
        self._show_client(None)
        self.focus_main()

    @Slot()
    def _prices_changed(self) -> None:
        """Read what is being sold again, and say whether a price is another."""
        repriced = self.cart.read_again(self._product)
        if repriced:
            words = self.tr("Cambió el precio de {names}. Mirá el total antes de cobrar.")
            self._say(words.format(names=", ".join(repriced)))

    def _product(self, product_id: int) -> Product:
        return self.shop.read(get_product, product_id)

    @Slot()
    def park(self) -> None:
        """Put the sale aside; with nothing in it, take back one of those put aside."""
        if not self.cart.lines:
            self.show_parked()
            return
        try:
            self.shop.write(self._put_aside)
        except ShopError as error:
            self._refuse(str(error))
            return
        self._hush()
        self._start_again()
        words = self.tr("Venta en espera. Retomala con {key}.")
        self.toasts.show(words.format(key=keys.cap("sale.park")))

    def put_aside(self) -> None:
        """Keep what is being sold when the window closes."""
        if self.cart.lines:
            with suppress(ShopError):
                self.shop.write(self._put_aside)
                self.cart.clear()

    def _put_aside(self, work: Work) -> int:
        client = self.client.client if self.client else None
        label = client.name if client else self.tr("Venta de las {time}")
        label = label.format(time=format_time(work.now))[:60].strip()
        client_id = client.id if client else None
        return park_sale(work, ParkRequest(self.cart.requests, client_id, label))

    @Slot()
    def show_parked(self) -> None:
        """List the sales put aside."""
        if not self.shop.read(count_parked):
            self._say(self.tr("No hay ventas en espera."))
            return
        dialog = ParkedDialog(self.shop, self.window())
        dialog.taken.connect(self._take_parked)
        self._open(dialog)

    @Slot(int)
    def _take_parked(self, parked_id: int) -> None:
        try:
            parked = self.shop.write(take_parked, parked_id)
        except ShopError as error:
            self._refuse(str(error))
            return
        self._hush()
        self.side.hide_change()
        self.cart.clear()
        for line in parked.lines:
            product = self._product(line.product_id)
            self.cart.put(CartLine(product, line.quantity, line.discount, line.price, line.amount))
        self._show_client(parked.client_id)
        self.table.choose(len(self.cart.lines) - 1)

    @Slot()
    def show_tickets(self) -> None:
        """List the tickets of the session, to print, void or take goods back."""
        drawer_id = self._drawer_id()
        self._open(TicketsDialog(self.shop, self.toasts, self.window(), drawer_id=drawer_id))

    def _drawer_id(self) -> int | None:
        drawer = self.drawer_button.drawer
        return None if drawer is None else drawer.id

    def _open(self, dialog: QDialog) -> None:
        self.table.close_editor()
        dialog.finished.connect(self.focus_main)
        dialog.open()

    def _line(self) -> CartLine | None:
        position = self.table.position
        return self.cart.lines[position] if 0 <= position < len(self.cart.lines) else None

    @Slot(str)
    def _refuse(self, words: str, *, create: bool = False) -> None:
        QApplication.beep()
        self._say(words, create=create)

    def _say(self, words: str, *, create: bool = False) -> None:
        self.notice.words.setText(words)
        self.create_button.setVisible(create)
        self.notice.show()

    def _hush(self) -> None:
        self._unknown, self._times = "", None
        self.notice.hide()

    @Slot()
    def _cart_changed(self) -> None:
        self.side.show_lines(self.cart.lines, self.cart.total)
        if self.cart.lines:
            self.stack.setCurrentWidget(self.table)
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        """Say what to do first, once."""
        if self._empty is None:
            anything = self.shop.read(list_products, ProductQuery(), limit=1)
            words = self.tr("O escribí su nombre. Con 3* antes del código llevás tres.")
            if not anything:
                words = self.tr("Todavía no hay productos: el primero lo creás al escanearlo.")
            self._empty = EmptyState("scan-barcode", self.tr("Escaneá un producto"), words)
            self.stack.addWidget(self._empty)
        self.stack.setCurrentWidget(self._empty)

    @Slot()
    def _write_keys(self) -> None:
        parked = self.shop.read(count_parked)
        words = self.tr("En espera ({n})").format(n=parked) if parked else self.tr("En espera")
        self.park_button.set_words(words)
        self.key_bar.make_room()
        create = self.tr("Crear producto   {key}").format(key=keys.cap("sale.product"))
        self.create_button.setText(f"  {create}")
