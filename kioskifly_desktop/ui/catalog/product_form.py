"""The form of a product: what it is, its codes, its price, its stock."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from kioskifly_desktop.core.catalog import (
    Product,
    ProductRequest,
    Unit,
    add_product,
    categories,
    edit_product,
    get_product,
    suppliers,
)
from kioskifly_desktop.core.errors import (
    AmountError,
    AmountMissingError,
    BarcodeError,
    NotAllowedError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import format_quantity, parse_quantity
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.stock import StockRequest, receive_stock
from kioskifly_desktop.ui.catalog.codes_edit import CodesEdit
from kioskifly_desktop.ui.catalog.products_model import margin, quantity
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit, NotABarcode
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SHORTEST_BARCODE = 8
_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ProductForm(Dialog):
    """Adds a product, with a scanned code if one is given, or edits one."""

    saved = Signal(int)
    """The product's id, once written."""

    def __init__(
        self,
        shop: Shop,
        toasts: ToastHost,
        parent: QWidget,
        product_id: int | None = None,
        *,
        barcode: str = "",
    ) -> None:
        super().__init__(parent, "", size=(860, 0))
        self._shop = shop
        self._toasts = toasts
        self._product_id = product_id
        self._request_id = uuid4().hex
        self._build_inputs()
        self._lay_out()
        self.set_title(self.tr("Nuevo producto"))
        if product_id is not None:
            self._fill(shop.read(get_product, product_id))
        elif barcode:
            self._add_code(barcode)
        self._connect()
        self._unit_changed()
        self._tracking_changed()
        self._prices_changed()
        self._opened_with = self._state()
        self._price_before = self.price.text()
        self.sign = Sign(self.save_button, shop)
        self.price.textChanged.connect(self._price_changed)
        self.name.setFocus()

    def _build_inputs(self) -> None:
        self.name = QLineEdit(maxLength=120)
        self.unit = Segments(
            [(Unit.PIECE, self.tr("Por unidad")), (Unit.KILOGRAM, self.tr("Por kilo"))],
            accessible=self.tr("Cómo se vende"),
        )
        self.price = MoneyEdit(least=0, compact=True)
        self.cost = MoneyEdit(least=0, compact=True)
        self.category = self._choice(self._shop.read(categories))
        self.supplier = self._choice(self._shop.read(suppliers))
        self.codes = CodesEdit()
        self.tracks_stock = QCheckBox(self.tr("Llevar el stock"))
        self.tracks_stock.setChecked(True)
        self.initial = QLineEdit(maxLength=20)
        self.minimum = QLineEdit(maxLength=20)
        for line in (self.initial, self.minimum):
            line.setValidator(NotABarcode(line))
        self.active = QCheckBox(self.tr("A la venta"))
        self.active.setChecked(True)

    def _lay_out(self) -> None:
        self.fields = {
            "name": Field(self.tr("Nombre"), self.name),
            "unit": Field(self.tr("Se vende"), self.unit),
            "price": Field(self.tr("Precio"), self.price),
            "cost": Field(
                self.tr("Costo"), self.cost, hint=self.tr("Lo que te cobra el proveedor.")
            ),
            "category": Field(self.tr("Rubro"), self.category),
            "barcodes": Field(self.tr("Códigos de barras"), self.codes),
            "supplier": Field(self.tr("Proveedor"), self.supplier),
            "tracks_stock": Field("", self.tracks_stock, hint=self.tr("Cada venta lo descuenta.")),
            "quantity": Field(self.tr("Stock inicial"), self.initial),
            "minimum_stock": Field(
                self.tr("Stock mínimo"),
                self.minimum,
                hint=self.tr("Desde ahí, avisa que hay poco."),
            ),
            "active": Field(
                "", self.active, hint=self.tr("Sin tildar, deja de aparecer al vender.")
            ),
        }
        new = self._product_id is None
        places = {
            "name": (0, 0, 4),
            "unit": (0, 4, 2),
            "price": (1, 0, 2),
            "cost": (1, 2, 2),
            "category": (1, 4, 2),
            "barcodes": (2, 0, 4),
            "supplier": (2, 4, 2),
            "tracks_stock": (3, 0, 2),
            "quantity" if new else "active": (3, 2, 2) if new else (3, 4, 2),
            "minimum_stock": (3, 4, 2) if new else (3, 2, 2),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for name, (row, column, span) in places.items():
            grid.addWidget(self.fields[name], row, column, 1, span)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        for name in ("tracks_stock", "active"):
            # Level with the inputs beside them, which have a caption above.
            self.fields[name].setContentsMargins(0, 24, 0, 0)
        self.body.addLayout(grid)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(self.tr("Guardar"), self.save)
        chain = (
            *(self.fields[name].editor for name in places),
            self.cancel_button,
            self.save_button,
        )
        for before, after in pairwise(chain):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.name.returnPressed.connect(self._name_entered)
        for line in (self.price, self.cost, self.initial, self.minimum):
            line.returnPressed.connect(self.save)
        self.codes.left_empty.connect(self.save)
        self.codes.refused.connect(self._code_refused)
        self.unit.chosen.connect(self._unit_changed)
        self.tracks_stock.toggled.connect(self._tracking_changed)
        for money in (self.price, self.cost):
            money.textChanged.connect(self._prices_changed)

    @Slot()
    def save(self) -> None:
        """Write the product and close, or say under its field what is wrong."""
        for field in self.fields.values():
            field.clear_error()
        try:
            request = self._request()
            if self._product_id is None:
                product_id = self._shop.write(_create, request, self._initial(), self._request_id)
            else:
                product_id = self._product_id
                self._shop.write(edit_product, product_id, request)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            self._show(error)
            return
        self.accept()
        self._toasts.show(self.tr("{name} quedó guardado.").format(name=request.name.strip()))
        self.saved.emit(product_id)

    def reject(self) -> None:
        """Close, asking first if something typed would be lost."""
        if self._state() == self._opened_with:
            super().reject()
            return
        ask(
            self,
            self.tr("¿Cerrar sin guardar?"),
            self.tr("Se pierde lo que cambiaste de este producto."),
            self.tr("Cerrar sin guardar"),
            super().reject,
        )

    def on_scan(self, code: str) -> None:
        """Add a scanned code to the product, wherever the focus is."""
        if self._add_code(code):
            self.codes.line.clear()

    @Slot()
    def _name_entered(self) -> None:
        """Enter in the name goes on to the price; a barcode scanned there goes to the codes."""
        text = self.name.text().strip()
        if text.isdecimal() and len(text) >= _SHORTEST_BARCODE and self._add_code(text):
            self.name.clear()
        elif text and self.price.isEnabled() and not self.price.text().strip():
            self.price.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.save()

    def _add_code(self, text: str) -> bool:
        self._code_refused("")
        return self.codes.add(text)

    @Slot(str)
    def _code_refused(self, why: str) -> None:
        field = self.fields["barcodes"]
        if why:
            field.set_error(why)
        else:
            field.clear_error()

    def _request(self) -> ProductRequest:
        return ProductRequest(
            name=self.name.text(),
            barcodes=self.codes.codes(),
            category=self.category.currentText(),
            supplier=self.supplier.currentText(),
            price=self._money("price", self.price),
            cost=self._cost(),
            unit=self._unit(),
            tracks_stock=self.tracks_stock.isChecked(),
            minimum_stock=self._quantity("minimum_stock", self.minimum),
            active=self.active.isChecked(),
        )

    def _cost(self) -> Centavos | None:
        """Return the cost; None, which leaves it, from who doesn't see the one there is."""
        if self._product_id and not self._shop.user.may(Permission.SEE_COSTS):
            return None
        return self._money("cost", self.cost) if self.cost.text().strip() else 0

    def _initial(self) -> int:
        return self._quantity("quantity", self.initial) if self.tracks_stock.isChecked() else 0

    def _unit(self) -> Unit:
        return Unit(str(self.unit.value()))

    @staticmethod
    def _money(name: str, editor: MoneyEdit) -> Centavos:
        try:
            return editor.amount()
        except AmountError as error:
            error.field = name
            raise

    @staticmethod
    def _quantity(name: str, editor: QLineEdit) -> int:
        if not editor.text().strip():
            return 0
        try:
            return parse_quantity(editor.text(), least=0)
        except ShopError as error:
            error.field = name
            raise

    def _show(self, error: ShopError) -> None:
        name = {"amount": "price", "barcode": "barcodes", "code": "barcodes"}.get(
            error.field, error.field
        )
        if isinstance(error, BarcodeError):
            name = "barcodes"
        field = self.fields.get(name, self.fields["name"])
        missing = isinstance(error, AmountMissingError)
        field.set_error(self.tr("Escribí el precio.") if missing else words_of(error))
        field.setFocus()
        self.fit()
        self.scroller.ensureWidgetVisible(field)

    def _fill(self, product: Product) -> None:
        self.set_title(self.tr("Editar producto"), product.name)
        self.name.setText(product.name)
        self.name.setCursorPosition(0)
        self.unit.choose(product.unit)
        self.price.set_amount(product.price)
        if product.cost:
            self.cost.set_amount(product.cost)
        self.category.setCurrentText(product.category)
        self.supplier.setCurrentText(product.supplier)
        self.codes.set_codes(product.barcodes)
        self.tracks_stock.setChecked(product.tracks_stock)
        if product.minimum_stock:
            # Without the thousands' dot, which could be read as a decimal.
            self.minimum.setText(format_quantity(product.minimum_stock).replace(".", ""))
        self.active.setChecked(product.active)
        if product.tracks_stock:
            left = quantity(product.stock, product.unit)
            self.fields["tracks_stock"].set_hint(self.tr("Quedan {left}.").format(left=left))
        if not self._shop.user.may(Permission.SEE_COSTS):
            self.fields["cost"].editor.setEnabled(False)
            self.fields["cost"].set_hint(self.tr("Solo administración ve los costos."))

    @Slot()
    def _unit_changed(self) -> None:
        kilograms = self._unit() is Unit.KILOGRAM
        self.fields["price"].caption.setText(
            self.tr("Precio por kilo") if kilograms else self.tr("Precio")
        )
        for editor in (self.initial, self.minimum):
            editor.setPlaceholderText(self.tr("0,000 kg") if kilograms else self.tr("0"))

    @Slot()
    def _tracking_changed(self) -> None:
        for editor in (self.initial, self.minimum):
            editor.setEnabled(self.tracks_stock.isChecked())

    @Slot()
    def _prices_changed(self) -> None:
        try:
            words = margin(self.price.amount(), self.cost.amount())
        except AmountError:
            words = ""
        sentence = words[:1].upper() + words[1:] + "." if words else ""
        self.fields["price"].clear_error()
        self.fields["price"].set_hint(sentence)

    @Slot()
    def _price_changed(self) -> None:
        changed = self._product_id is not None and self.price.text() != self._price_before
        self.sign.need(Permission.CATALOG if changed else None)

    def _choice(self, names: Sequence[str]) -> QComboBox:
        """Return a field that completes with the names in use and takes a new one."""
        line = QLineEdit(maxLength=60)
        # The box around it already is a field.
        line.setStyleSheet(
            f"border: none; padding: 0; background: transparent; min-height: {px(30)}px;"
        )
        line.returnPressed.connect(self.save)
        result = QComboBox()
        result.setEditable(True)
        result.setLineEdit(line)
        result.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        result.setSizeAdjustPolicy(_SHORT)
        result.setMinimumContentsLength(12)
        result.addItems(["", *names])
        return result

    def _state(self) -> tuple[object, ...]:
        lines = (self.name, self.price, self.cost, self.initial, self.minimum, self.codes.line)
        return (
            *(line.text() for line in lines),
            *(combo.currentText() for combo in (self.category, self.supplier)),
            *(box.isChecked() for box in (self.tracks_stock, self.active)),
            self.unit.value(),
            self.codes.chosen(),
        )


def _create(work: Work, request: ProductRequest, stock: int, request_id: str) -> int:
    """Add a product and what there is of it, together or not at all."""
    product_id = add_product(work, request)
    if stock:
        receive_stock(work, StockRequest(request_id, product_id, stock))
    return product_id
