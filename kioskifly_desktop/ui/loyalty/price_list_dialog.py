"""A price list: its name, its percentage, and the products that have a price of their own in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.loyalty import PriceList, save_price_list
from kioskifly_desktop.ui.loyalty.goods_edit import GoodsEdit
from kioskifly_desktop.ui.loyalty.small_dialogs import signed_percent
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.small_form import SmallForm
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.list_card import ListCard, framed
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PriceListDialog(SmallForm):
    """What is typed of a list; a product is found by name or code and given its price."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, shown: PriceList | None = None
    ) -> None:
        title = self.tr("Cambiar la lista") if shown else self.tr("Nueva lista de precios")
        super().__init__(shop, toasts, parent, title)
        self._shown = shown or PriceList(0, "")
        self.prices: dict[int, tuple[str, Centavos]] = {
            each: (shop.read(get_product, each).name, price)
            for each, price in self._shown.prices.items()
        }
        self.name = self.add_field(self.tr("Nombre"), self._shown.name)
        self.percent = self.add_field(
            self.tr("Sobre el precio de venta, %"),
            format_percent(self._shown.percent).removesuffix("%").strip() if shown else "",
            hint=self.tr("−10 es un diez por ciento más barato; 5, un cinco más caro."),
            limit=7,
        )
        self.goods = GoodsEdit(shop, categories_too=False, many=False)
        self.goods.changed.connect(self._price_wanted)
        self.price = MoneyEdit()
        self.price.returnPressed.connect(self.add)
        self.price.textChanged.connect(self._price_typed)
        self.price_field = Field(self.tr("Precio en la lista"), self.price)
        self.add_button, self.remove_button = button(self.tr("Agregar")), button(self.tr("Quitar"))
        self.own: ListCard[tuple[int, tuple[str, Centavos]]] = ListCard(
            self.tr("Con precio propio"),
            [
                Column(self.tr("Con precio propio"), lambda row: row[1][0]),
                Column(self.tr("Precio"), lambda row: format_money(row[1][1]), right=True),
            ],
            {1: 130},
            lambda: sorted(self.prices.items(), key=lambda row: row[1][0]),
            [(self.add_button, self.add), (self.remove_button, self.remove)],
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.goods, 1)
        row.addWidget(self.price_field)
        self.price_field.setFixedWidth(170)
        self.body.addLayout(row)
        self.body.addWidget(framed(self.own))
        self.own.refresh()
        self.name.setFocus()

    @Slot()
    def _price_wanted(self) -> None:
        self.price.setFocus()

    @Slot()
    def _price_typed(self) -> None:
        self.price_field.clear_error()

    @Slot()
    def add(self) -> None:
        """Give the product found its price in the list."""
        if not self.goods.goods:
            self.goods.add()
        if not self.goods.goods:
            if not self.goods.field.has_error():
                self.goods.refuse(self.tr("Elegí el producto."))
            return
        try:
            price = self.price.amount()
        except ShopError as error:
            self.price_field.set_error(words_of(error))
            self.price_field.setFocus()
            return
        (goods, name), *_ = self.goods.goods
        assert goods.product_id is not None
        self.prices[goods.product_id] = (name, price)
        self.goods.goods = []
        self.goods.field.clear_error()
        self.goods.line.clear()
        self.price.clear()
        self.own.refresh()
        self.fit()
        self.goods.setFocus()

    @Slot()
    def remove(self) -> None:
        """Let the chosen product follow the percentage again."""
        if (row := self.own.chosen()) is not None:
            del self.prices[row[0]]
            self.own.refresh()

    @Slot()
    def save(self) -> None:
        """Keep it; a price that was typed and not added is added first."""
        if self.goods.line.text().strip() or self.price.text().strip():
            self.add()
        if not self.goods.field.has_error() and not self.price_field.has_error():
            super().save()

    def keep(self) -> None:
        """Write the list."""
        prices = {product_id: price for product_id, (_, price) in self.prices.items()}
        percent = signed_percent(_text(self.percent))
        self.shop.write(
            save_price_list, PriceList(self._shown.id, _text(self.name), percent, prices)
        )

    def refuse(self, error: ShopError) -> None:
        """Say it under its field."""
        fields = {"name": self.name, "prices": self.price_field}
        field = fields.get(error.field, self.percent)
        field.set_error(words_of(error))
        field.setFocus()


def _text(field: Field) -> str:
    assert isinstance(field.editor, QLineEdit)
    return field.editor.text()
