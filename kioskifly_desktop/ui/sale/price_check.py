"""What a product costs, without selling it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from kioskifly_desktop.core.catalog import Unit, find_code
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui.sale.scan_field import ScanField
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import label, set_tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.catalog import Product, ProductRow
    from kioskifly_desktop.ui.shop import Shop


class PriceCheck(Dialog):
    """Shows the price of what is scanned or typed, as large as the shop can read it."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Consultar precio"), size=(620, 400))
        self._shop = shop
        self.scan = ScanField(shop, self)
        self.scan.entered.connect(self.on_scan)
        self.scan.picked.connect(self._picked)
        self.name = label(self.tr("Escaneá el producto"), "subtitle")
        self.price = label("")
        self.price.setFont(font(52, 700, tabular=True))
        self.note = label("", "muted")
        self.body.addWidget(self.scan)
        self.body.addStretch()
        for each in (self.name, self.price, self.note):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(each)
        self.body.addStretch()
        close = button(self.tr("Cerrar"))
        close.clicked.connect(self.reject)
        self.add_buttons(close)
        self.scan.setFocus()

    @Slot(str)
    def on_scan(self, code: str) -> None:
        """Show the product of a code."""
        self.scan.clear()
        if not code.strip():
            return
        found = self._shop.read(find_code, code)
        if found is None:
            sound(self._shop, Sound.UNKNOWN)
            self.name.setText(self.tr("Ningún producto tiene el código {code}").format(code=code))
            self.price.clear()
            self.note.clear()
            return
        self._show(found.product)

    @Slot(object)
    def _picked(self, row: ProductRow) -> None:
        self.scan.clear()
        self._show(row)

    def _show(self, product: Product | ProductRow) -> None:
        self.name.setText(product.name)
        self.price.setText(format_money(product.price))
        parts = [self.tr("por kg")] if product.unit is Unit.KILOGRAM else []
        if product.tracks_stock:
            level = format_quantity(product.stock, kilograms=product.unit is Unit.KILOGRAM)
            parts.append(self.tr("hay {level}").format(level=level))
        if not product.active:
            parts.append(self.tr("ya no se vende"))
        self.note.setText("  ·  ".join(parts))
        set_tone(self.note, "" if product.active else "warning")
