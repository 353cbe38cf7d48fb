"""The parts of the sale and where they stand; the page says what they do."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.sales import count_parked, is_quoted, quote
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.sale.cart import Cart, CartLine
from kioskifly_desktop.ui.sale.cart_table import CartTable
from kioskifly_desktop.ui.sale.client_bar import ClientBar
from kioskifly_desktop.ui.sale.drawer_button import DrawerButton
from kioskifly_desktop.ui.sale.key_bar import KeyBar, KeyButton
from kioskifly_desktop.ui.sale.sale_notice import SaleNotice
from kioskifly_desktop.ui.sale.scan_field import ScanField
from kioskifly_desktop.ui.sale.side import Side
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.notice import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.wallet import WalletSummary
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_WIDE, _HIGH = 1000, 600


class Counter(Page):
    """The client, the scan field, the cart and its keys at the left; what there is to pay."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        acts: Mapping[str, Callable[[], object]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shop, toasts, "", parent)
        self.title = self.tr("Venta")
        self.setAccessibleName(self.title)
        self.cart = Cart()
        self.client: WalletSummary | None = None
        self._empty: QWidget | None = None
        self._build(acts)
        self.cart.changed.connect(self._cart_changed)
        keys.assigned.changed.connect(self._write_keys)

    def _build(self, acts: Mapping[str, Callable[[], object]]) -> None:
        # What is sold says which page this is: the row of the title goes to the cart.
        self.heading.hide()
        self.client_bar = ClientBar(self.shop)
        self.client_bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scan = ScanField(self.shop, self)
        self.table = CartTable(self.cart)
        self.drawer_button = DrawerButton(self.shop, self.toasts, self)
        self.side = Side(self.drawer_button)
        self.notice = SaleNotice()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        box = card()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.stack)
        self.key_bar = self._key_bar(acts)
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

    def _key_bar(self, acts: Mapping[str, Callable[[], object]]) -> KeyBar:
        words = {
            "sale.quantity": self.tr("Cantidad"),
            "sale.remove": self.tr("Quitar"),
            "sale.park": self.tr("En espera"),
            "sale.check": self.tr("Precio"),
            "sale.discount": self.tr("Descuento"),
            "sale.tickets": self.tr("Tickets"),
            "sale.price": self.tr("Otro precio"),
        }
        buttons = {key_id: KeyButton(key_id, said, acts[key_id]) for key_id, said in words.items()}
        self.park_button = buttons["sale.park"]
        buttons["sale.price"].leave_room()
        Sign(buttons["sale.price"], self.shop, Permission.PRICE)
        return KeyBar(tuple(buttons.values()))

    def focus_main(self) -> None:
        """Put the focus back where codes and names go."""
        self.scan.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the cart on a small screen."""
        super().resizeEvent(event)
        wide, high = self.width() >= px(_WIDE), self.height() >= px(_HIGH)
        self.side.set_room(wide=wide, high=high)
        self._row.setSpacing(18 if wide else 12)
        edge = 24 if wide else 12
        self.content.setContentsMargins(edge, 16 if high else 8, edge, 4)

    def client_chosen(self) -> Client | None:
        """Return the client of the sale, if it has one."""
        return self.client.client if self.client else None

    def drawer_id(self) -> int | None:
        """Return the drawer of this counter."""
        drawer = self.drawer_button.drawer
        return None if drawer is None else drawer.id

    def chosen_line(self) -> CartLine | None:
        """Return the line that keys act on."""
        position = self.table.position
        return self.cart.lines[position] if 0 <= position < len(self.cart.lines) else None

    @Slot(str)
    def refuse(self, words: str, *, create: bool = False) -> None:
        """Say with a sound why something is not done."""
        sound(self.shop, Sound.UNKNOWN if create else Sound.ERROR)
        self.notice.say(words, create=create)

    @Slot()
    def _cart_changed(self) -> None:
        self._quote()
        self.side.show_lines(self.cart.lines, self.cart.total)
        if self.cart.lines:
            self.stack.setCurrentWidget(self.table)
        else:
            self._show_nothing()

    def _quote(self) -> None:
        """Price the cart with promotions and the client's terms, where there are any."""
        client, priced = self.client_chosen(), None
        asks = self.shop.read(is_quoted, client)
        if self.cart.lines and asks:
            # What can't be sold keeps its own price until the charge says why.
            with suppress(ShopError):
                priced = self.shop.read(quote, self.cart.requests, client.id if client else None)
        self.cart.show_quote(priced.lines if priced else ())

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
