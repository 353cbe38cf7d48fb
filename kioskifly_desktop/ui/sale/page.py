"""The sale: scan, see it, charge it; the focus always goes back to the scan field."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kioskifly_desktop.core.barcodes import is_printed_code
from kioskifly_desktop.core.catalog import (
    Product,
    find_code,
    get_product,
)
from kioskifly_desktop.core.errors import NotAllowedError, ProductInactiveError, ShopError
from kioskifly_desktop.core.es_ar import format_quantity
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales import check_discount, count_parked
from kioskifly_desktop.core.wallet import wallet_summary
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.clients.entry import client_page
from kioskifly_desktop.ui.offers.entry import open_offer
from kioskifly_desktop.ui.sale.cart import ONE, CartLine, line_of
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_offers import ClientOffers, offers_of
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.counter import Counter
from kioskifly_desktop.ui.sale.line_dialogs import ask_discount, ask_price
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.sale.parking import put_aside, take_back
from kioskifly_desktop.ui.sale.price_check import PriceCheck
from kioskifly_desktop.ui.sale.scan_field import split_times
from kioskifly_desktop.ui.sale.side import MEANS
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.sentences import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from kioskifly_desktop.core.catalog import ProductRow
    from kioskifly_desktop.core.methods import PaymentMethod
    from kioskifly_desktop.core.money import Milli
    from kioskifly_desktop.core.sales import SaleDone
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z-]{1,20}")
_WIDE, _HIGH = 1000, 600


class SalePage(Counter):
    """Sells: the cart, its client, the drawer of this counter, and the charge."""

    page_id = keys.SALE

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget | None = None) -> None:
        self._unknown = ""
        self._times: Milli | None = None
        self.offers = ClientOffers()
        acts: dict[str, Callable[[], object]] = {
            "sale.quantity": self.change_quantity,
            "sale.remove": self.remove_line,
            "sale.park": self.park,
            "sale.client": self.choose_client,
            "sale.check": self.check_price,
            "sale.tickets": self.show_tickets,
            "sale.discount": self.change_discount,
            "sale.price": self.change_price,
            "sale.product": self.add_product,
            "sale.offer": self.write_offer,
            "sale.page": self.show_client_page,
            "sale.register": self.choose_drawer,
            "sale.hide": self.toggle_private,
            "sale.charge": self.charge,
        }
        super().__init__(shop, toasts, acts, parent)
        for key_id, act in acts.items():
            keys.bind(key_id, self, act)
        for name, _, method in MEANS:
            keys.bind(f"sale.{name}", self, partial(self._charge_by, method))
        self._connect()

    def _connect(self) -> None:
        self.scan.entered.connect(self._entered)
        self.scan.picked.connect(self._picked)
        self.scan.stepped.connect(self.table.step)
        self.scan.added.connect(self.table.add)
        self.scan.undone.connect(self.undo)
        self.table.refused.connect(self.refuse)
        self.table.released.connect(self.focus_main)
        self.side.charge_wanted.connect(self.charge)
        self.client_bar.choose_wanted.connect(self.choose_client)
        self.client_bar.clear_wanted.connect(self._drop_client)
        self.client_bar.offer_wanted.connect(self.write_offer)
        self.client_bar.page_wanted.connect(self.show_client_page)
        self.notice.create_wanted.connect(self.add_product)
        self.drawer_button.done.connect(self.focus_main)

    def refresh(self) -> None:
        """Read the drawer, the client, what is put aside, and again what is being sold."""
        self.drawer_button.refresh()
        client = self.client_chosen()
        self.show_client(client.id if client else None)
        self._prices_changed()
        self._write_keys()

    def on_scan(self, code: str) -> None:
        """Add the product of a scanned code; a quantity with `*` typed before it counts."""
        self.table.close_editor()
        written = self.scan.text()
        whole = written.rpartition("*")[2].strip()
        if whole.endswith(code) and is_printed_code(whole):
            code = whole  # a busy computer made the scanner pause, and only its tail was told apart
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
            self.refuse(words_of(error))

    def _take_code(self, code: str, times: Milli | None) -> None:
        self.side.hide_change()
        found = self.shop.read(find_code, code)
        if found is None:
            self._unknown, self._times = code, times
            words = self.tr("Ningún producto tiene el código {code}.")
            if not _CODE.fullmatch(code):
                words = self.tr("Ningún producto se llama «{code}».")
            self.refuse(words.format(code=code), create=True)
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
            self.refuse(words_of(error))
        self.focus_main()

    def _add(self, line: CartLine) -> None:
        """Add a line, refusing what is not sold any more and asking an open price."""
        product = line.product
        self._hush()
        self.side.hide_change()
        if not product.active:
            self.refuse(str(ProductInactiveError(name=product.name)))
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
            self.notice.say(words.format(name=product.name, left=left))
        elif beyond := self.offers.beyond(product.id):
            self.notice.say(beyond)

    @Slot()
    def check_price(self) -> None:
        """Say what a product costs, selling nothing."""
        self._open(PriceCheck(self.shop, self.window()))

    @Slot()
    def change_quantity(self) -> None:
        """Let the quantity of the chosen line be typed."""
        if self.chosen_line() is not None:
            self.table.edit_quantity(self.table.position)

    @Slot()
    def change_discount(self) -> None:
        """Ask the discount of the chosen line."""

        def use(position: int, discount: int) -> None:
            try:
                self.shop.read(check_discount, discount)
            except NotAllowedError:
                self._say_authorized_later()
            self.cart.set_discount(position, discount)

        self._ask_of_line(ask_discount, use)

    @Slot()
    def change_price(self) -> None:
        """Ask at what price the chosen line is sold."""

        def use(position: int, price: int) -> None:
            if self.cart.lines[position].product.price and not self.shop.user.may(Permission.PRICE):
                self._say_authorized_later()
            self.cart.set_price(position, price)

        self._ask_of_line(ask_price, use)

    def _say_authorized_later(self) -> None:
        self.toasts.show(self.tr("Al cobrar, lo autoriza un administrador con su PIN."))

    def _ask_of_line(
        self,
        asks: Callable[[QWidget, CartLine, Callable[[int], None]], QDialog],
        use: Callable[[int, int], None],
    ) -> None:
        line, position = self.chosen_line(), self.table.position
        if line is not None:
            self._open(asks(self.window(), line, lambda answer: use(position, answer)))

    @Slot()
    def remove_line(self) -> None:
        """Take the chosen line out."""
        if self.chosen_line() is not None:
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
            self.refuse(words_of(error))

    @Slot()
    def choose_client(self) -> None:
        """Choose the client of the sale, or make one."""
        picker = ClientPicker(self.shop, self.toasts, self.window())
        picker.chosen.connect(self.show_client)
        picker.cleared.connect(self._drop_client)
        self._open(picker)

    @Slot(int)
    def show_client(self, client_id: int | None) -> None:
        """Sell to a client, at their discount and with their offers; None is anybody."""
        self.client, self.offers = None, ClientOffers()
        if client_id is not None:
            self.client = self.shop.read(wallet_summary, client_id)
            self.offers = self.shop.read(offers_of, client_id)
        self.client_bar.show_client(self.client, self.offers.live)
        client = self.client_chosen()
        self.side.show_client(client, private=self.client_bar.private)
        position = self.table.position
        self.cart.set_client_discount(client.discount if client else 0, self.offers.discounts)
        self._cart_changed()
        self.table.choose(position)

    @Slot()
    def write_offer(self) -> None:
        """Open an offer for the client of the sale."""
        client = self.client_chosen()
        if client is None:
            self.notice.say(self.tr("Para hacer una oferta, elegí el cliente."))
            return
        dialog = open_offer(self.shop, client.id, self.toasts, self.window())
        if dialog is not None:
            self.table.close_editor()
            dialog.finished.connect(self.focus_main)

    @Slot()
    def show_client_page(self) -> None:
        """Show everything about the client of the sale; what is hidden stays hidden."""
        client = self.client_chosen()
        if client is None:
            self.notice.say(self.tr("Para ver su perfil, elegí el cliente."))
            return
        self.table.close_editor()
        private = self.client_bar.private
        self._open(client_page(self.shop, client.id, self.toasts, self.window(), private=private))

    @Slot()
    def _drop_client(self) -> None:
        self.show_client(None)
        self.focus_main()

    @Slot()
    def toggle_private(self) -> None:
        """Hide what the client owes from the queue, or show it again."""
        self.client_bar.set_private(not self.client_bar.private)
        client = self.client_chosen()
        self.side.show_client(client, private=self.client_bar.private)

    def _charge_by(self, method: PaymentMethod | None) -> None:
        self.charge(method, on_account=method is None)

    @Slot(object, bool)
    def charge(self, method: PaymentMethod | None = None, on_account: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's slot
        """Charge the sale."""
        if not self.cart.lines:
            self.notice.say(self.tr("Todavía no hay nada para cobrar: escaneá un producto."))
            return
        client = self.client_chosen()
        self.table.close_editor()
        dialog = ChargeDialog(
            self.shop,
            self.toasts,
            self.window(),
            lines=self.cart.requests,
            total=self.cart.total,
            client_id=client.id if client else None,
            drawer_id=self.drawer_id(),
            method=method,
            on_account=on_account,
            private=self.client_bar.private,
        )
        dialog.charged.connect(self._charged)
        dialog.prices_changed.connect(self._prices_changed)
        dialog.client_changed.connect(lambda client_id: self._client_changed(dialog, client_id))
        self._open(dialog)

    def _client_changed(self, dialog: ChargeDialog, client_id: int | None) -> None:
        self.show_client(client_id)
        dialog.set_sale(self.cart.requests, self.cart.total, client_id)

    @Slot(object)
    def _charged(self, done: SaleDone) -> None:
        self._start_again()
        self._hush()
        self.side.show_change(done.number, done.change)

    def _start_again(self) -> None:
        self.cart.clear()
        self.show_client(None)
        self.focus_main()

    @Slot()
    def _prices_changed(self) -> None:
        """Read what is being sold again, and say whether a price is another."""
        repriced = self.cart.read_again(self._product)
        if repriced:
            words = self.tr("Cambió el precio de {names}. Mirá el total antes de cobrar.")
            self.notice.say(words.format(names=", ".join(repriced)))
        self._cart_changed()

    def _product(self, product_id: int) -> Product:
        return self.shop.read(get_product, product_id)

    @Slot()
    def park(self) -> None:
        """Put the sale aside; with nothing in it, take back one of those put aside."""
        if not self.cart.lines:
            self.show_parked()
            return
        try:
            self.shop.write(put_aside, self.cart.aside, self.client_chosen())
        except ShopError as error:
            self.refuse(words_of(error))
            return
        self._hush()
        self._start_again()
        words = self.tr("Venta en espera. Retomala con {key}.")
        self.toasts.show(words.format(key=keys.cap("sale.park")))

    def put_aside(self) -> None:
        """Keep what is being sold when the window closes.

        Raises:
            ShopError: as `park_sale`; it stays in the cart.
        """
        if self.cart.lines:
            self.shop.write(put_aside, self.cart.aside, self.client_chosen())
            self.cart.clear()

    @Slot()
    def show_parked(self) -> None:
        """List the sales put aside."""
        if not self.shop.read(count_parked):
            self.notice.say(self.tr("No hay ventas en espera."))
            return
        dialog = ParkedDialog(self.shop, self.window())
        dialog.taken.connect(self._take_parked)
        self._open(dialog)

    @Slot(int)
    def _take_parked(self, parked_id: int) -> None:
        try:
            taken = self.shop.write(take_back, parked_id)
        except ShopError as error:
            self.refuse(words_of(error))
            return
        self._hush()
        self.side.hide_change()
        self.cart.clear()
        for line in taken.lines:
            self.cart.put(line)
        self.show_client(taken.client_id)
        self.table.choose(len(self.cart.lines) - 1)

    @Slot()
    def choose_drawer(self) -> None:
        """Open the drawer of this counter, or choose another."""
        self.drawer_button.choose()

    @Slot()
    def show_tickets(self) -> None:
        """List the tickets of the session, to print, void or take goods back."""
        drawer_id = self.drawer_id()
        self._open(TicketsDialog(self.shop, self.toasts, self.window(), drawer_id=drawer_id))

    def _open(self, dialog: QDialog) -> None:
        self.table.close_editor()
        dialog.finished.connect(self.focus_main)
        dialog.open()

    def _hush(self) -> None:
        self._unknown, self._times = "", None
        self.notice.hide()
        self.toasts.dismiss_undo()
