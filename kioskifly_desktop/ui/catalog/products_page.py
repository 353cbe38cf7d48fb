"""Productos: what is sold, at what price, and how many are left."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from kioskifly_desktop.core.catalog import (
    ProductFilter,
    ProductQuery,
    ProductRow,
    categories,
    count_products,
    find_code,
    get_product,
    list_products,
)
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.price_change_dialog import PriceChangeDialog
from kioskifly_desktop.ui.catalog.price_history_dialog import PriceHistoryDialog
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.catalog.products_model import SORTS, columns
from kioskifly_desktop.ui.catalog.products_table import ProductsTable
from kioskifly_desktop.ui.catalog.stock_dialog import StockDialog
from kioskifly_desktop.ui.exchange.menu import ExchangeButton
from kioskifly_desktop.ui.list_page import ListPage
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.scanner import SCAN_FIELD
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import RowsModel
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_LOOKS_LIKE_A_CODE = re.compile(r"(?=.*\d)[0-9A-Za-z-]{4,20}")


class ProductsPage(ListPage[ProductRow]):
    """The search, where codes are scanned too, and the table of products."""

    page_id = keys.PRODUCTS
    sorts = SORTS
    table: ProductsTable

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Productos"))
        self.query: ProductQuery = ProductQuery()
        self._scanned = ""
        self._offered = ""
        self.prices_button = button(self.tr("Cambiar precios"), icon_name="percent")
        self.new_button = button(self.tr("Nuevo producto"), "primary", icon_name="plus")
        self.files = ExchangeButton(self, ImportKind.PRODUCTS)
        self.top.addWidget(self.files.button)
        self.top.addWidget(self.prices_button)
        self.top.addWidget(self.new_button)
        self.content.addLayout(self._tools())
        self.table = ProductsTable()
        self.model: RowsModel[ProductRow] = RowsModel(columns(), self._fetch, parent=self.table)
        self.table.setModel(self.model)
        self.table.lay_out()
        self.place_list()
        self._connect()
        tabs = (self.search, self.filter, self.category, self.prices_button, self.new_button)
        for before, after in zip(tabs, (*tabs[1:], self.table), strict=True):
            self.setTabOrder(before, after)

    def _tools(self) -> QHBoxLayout:
        self.search = SearchEdit(
            self.tr("Escaneá un código o buscá por nombre"), self.tr("Buscar productos")
        )
        self.search.setMinimumWidth(150)
        self.search.setProperty(SCAN_FIELD, True)
        self.filter = Segments(
            [
                (ProductFilter.ALL, self.tr("Todos")),
                (ProductFilter.LOW_STOCK, self.tr("Poco stock")),
                (ProductFilter.INACTIVE, self.tr("Inactivos")),
            ],
            accessible=self.tr("Qué productos ver"),
        )
        self.category = QComboBox()
        self.category.setAccessibleName(self.tr("Rubro"))
        self.category.setToolTip(self.tr("Rubro"))
        self.category.setMinimumWidth(190)
        self.category.addItem(self.tr("Todos los rubros"), "")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.search, 1)
        row.addWidget(self.filter)
        row.addWidget(self.category)
        return row

    def _connect(self) -> None:
        self.search.returnPressed.connect(self._enter)
        self.category.currentIndexChanged.connect(self._choose_category)
        self.prices_button.clicked.connect(self.change_prices)
        Sign(self.prices_button, self.shop, Permission.CATALOG)
        self.new_button.clicked.connect(self.add)
        self.table.edited.connect(self.edit)
        self.table.moved.connect(self.move_stock)
        self.table.history_wanted.connect(self.show_prices)
        keys.bind("products.quick", self, self.add)
        keys.bind("products.new", self, self.add)
        keys.bind("products.edit", self, self._edit_current)
        keys.bind("products.stock", self, self._move_current)
        keys.bind("products.prices", self, self.change_prices)

    def refresh(self) -> None:
        """Read the list again; the chosen product and the place stay."""
        self.files.refresh()
        self._fill_categories()
        self.reload()
        self.filter.set_counts(
            {
                only: self.shop.read(count_products, ProductQuery(only=only))
                for only in ProductFilter
            }
        )
        self.say()

    def on_scan(self, code: str) -> None:
        """Look for a scanned code, in place of whatever was searched for."""
        self.search.setFocus()
        self.search.setText(code)
        self.search.search()
        self._enter()

    @Slot()
    def add(self) -> None:
        """Open the form of a new product, with the code that was not found."""
        form = ProductForm(self.shop, self.toasts, self.window(), barcode=self._unknown_code())
        form.saved.connect(self.show_product)
        form.open()

    @Slot(object)
    def edit(self, row: ProductRow) -> None:
        """Open the form of a product."""
        form = ProductForm(self.shop, self.toasts, self.window(), row.id)
        form.returns_to(self.table)
        form.open()

    @Slot(object)
    def move_stock(self, row: ProductRow) -> None:
        """Open the stock of a product."""
        dialog = StockDialog(self.shop, self.toasts, self.window(), row.id)
        dialog.returns_to(self.table)
        dialog.open()

    @Slot(object)
    def show_prices(self, row: ProductRow) -> None:
        """Open the prices that a product had."""
        dialog = PriceHistoryDialog(self.shop, self.window(), row.id)
        dialog.returns_to(self.table)
        dialog.open()

    @Slot()
    def change_prices(self) -> None:
        """Open the change of many prices at once."""
        PriceChangeDialog(
            self.shop, self.toasts, self.window(), category=self.query.category
        ).open()

    @Slot(int)
    def show_product(self, product_id: int) -> None:
        """Choose a product in the list, widening what is shown until it includes it."""
        if self._choose(product_id):
            return
        product = self.shop.read(get_product, product_id)
        only = ProductFilter.ALL if product.active else ProductFilter.INACTIVE
        self.search.setText(product.name)
        self.filter.choose(only)
        self.category.setCurrentIndex(0)
        self.ask(search=product.name, only=only, category="")
        self._choose(product_id)

    def _choose(self, product_id: int) -> bool:
        position = self.model.find(lambda row: row.id == product_id)
        self.table.choose(position)
        if position >= 0:
            self.table.setFocus()
        return position >= 0

    @Slot()
    def _enter(self) -> None:
        """Choose the product of a scanned code; else edit the chosen one, or offer to create it."""
        code = self.search.text().strip()
        found = self.shop.read(find_code, code) if code else None
        if found is not None:
            self.show_product(found.product.id)
            self._scanned = self.search.text()
        elif self.model.rows:
            self._edit_current()
        elif code and code == self._offered:
            self.add()
        else:
            self._offered = code
            self.search.selectAll()

    def _unknown_code(self) -> str:
        """Return the code searched for that no product has, or nothing."""
        code = self.query.search.strip()
        if not _LOOKS_LIKE_A_CODE.fullmatch(code) or self.shop.read(find_code, code):
            return ""
        return "" if self.model.rows else code

    def _fill_categories(self) -> None:
        names = self.shop.read(categories)
        if names == [self.category.itemData(n) for n in range(1, self.category.count())]:
            return
        self.category.blockSignals(True)
        while self.category.count() > 1:
            self.category.removeItem(1)
        for name in names:
            self.category.addItem(name, name)
        self.category.setCurrentIndex(max(self.category.findData(self.query.category), 0))
        self.category.blockSignals(False)
        self.query = replace(self.query, category=self.category.currentData())

    def _fetch(self, after: ProductRow | None, limit: int) -> Sequence[ProductRow]:
        return self.shop.read(list_products, self.query, after=after, limit=limit)

    def count(self) -> int:
        """Count the products that answer."""
        count = self.shop.read(count_products, self.query)
        words = self.tr("{count} producto") if count == 1 else self.tr("{count} productos")
        self.shown.setText(words.format(count=count))
        return count

    def nothing(self) -> EmptyState:
        """Say why no product is shown, and what to do."""
        code, search = self._unknown_code(), self.query.search.strip()
        words = (
            self.tr("Crear producto con este código   {key}").format(key=keys.cap("products.quick"))
            if code
            else self.tr("Nuevo producto")
        )
        add = button(words, "primary" if code else "", icon_name="plus")
        add.setAccessibleName(" ".join(words.split()))
        add.clicked.connect(self.add)
        if code:
            return EmptyState(
                "scan-barcode",
                self.tr("Ningún producto tiene el código {code}").format(code=code),
                self.tr("Crealo ahora: el código queda puesto. También con Enter otra vez."),
                add,
            )
        if search:
            return EmptyState(
                "search",
                self.tr("Nada con «{search}»").format(search=search),
                self.tr("Probá con menos letras, con otro rubro o con el código."),
                add,
            )
        if self.query == ProductQuery(sort=self.query.sort, descending=self.query.descending):
            return EmptyState(
                "package",
                self.tr("Todavía no hay productos"),
                self.tr("Escaneá el primero en el buscador, o cargalo a mano."),
                add,
            )
        sentences = {
            ProductFilter.ALL: self.tr("No hay productos en este rubro."),
            ProductFilter.LOW_STOCK: self.tr("Ningún producto está por debajo de su mínimo."),
            ProductFilter.INACTIVE: self.tr("Acá quedan los productos que dejes de vender."),
        }
        return EmptyState("package", sentences[self.query.only], "")

    @Slot(str)
    def search_for(self, words: str) -> None:
        """Look for what was written; what was offered before it is over."""
        self._offered = ""
        super().search_for(words)

    @Slot(int)
    def _choose_category(self) -> None:
        self.ask(category=self.category.currentData())

    @Slot(str)
    def type_on(self, characters: str) -> None:
        """Pass on what is typed in the table; a scan replaces the one before it."""
        before = "" if self.search.text() == self._scanned else self.search.text()
        self.search.setFocus()
        self.search.setText(before + characters)

    @Slot()
    def _edit_current(self) -> None:
        if row := self.table.current():
            self.edit(row)

    @Slot()
    def _move_current(self) -> None:
        if row := self.table.current():
            self.move_stock(row)
