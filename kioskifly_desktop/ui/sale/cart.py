"""What is being sold: lines with their prices, as a model that the table shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kioskifly_desktop.core.catalog import Product, Unit
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.sales import SaleLineRequest, label_quantity, line_total
from kioskifly_desktop.core.sales.lines import check_quantity
from kioskifly_desktop.core.sales.totals import line_gross
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli
    from kioskifly_desktop.core.sales import PricedLine, Rebate

ONE: Milli = 1000


class Columns(IntEnum):
    """The columns of the cart; each button is one, so that a screen reader can name it."""

    PRODUCT = 0
    LESS = 1
    QUANTITY = 2
    MORE = 3
    PRICE = 4
    TOTAL = 5
    REMOVE = 6


@dataclass(frozen=True, slots=True)
class CartLine:
    """A product being sold; `price` is another than its own where one was agreed.

    `amount` is what a scale's label says the line costs. `client_discount` is the client's, in
    basis points, and `offer` that of an offer they were sent: the largest counts. An offer is of
    the product's own price, not of another that was agreed. `quoted` is what promotions and the
    client's terms make of it, until something of the cart changes.
    """

    product: Product
    quantity: Milli
    discount: BasisPoints = 0
    price: Centavos | None = None
    amount: Centavos | None = None
    client_discount: BasisPoints = 0
    offer: BasisPoints = 0
    quoted: PricedLine | None = None

    @property
    def unit_price(self) -> Centavos:
        """What a piece or a kilogram costs."""
        if self.quoted is not None:
            return self.quoted.price
        return self.product.price if self.price is None else self.price

    @property
    def applied(self) -> BasisPoints:
        """The discount that counts."""
        if self.quoted is not None:
            return self.quoted.discount
        return max(self.discount, self.client_discount, self.offered)

    @property
    def offered(self) -> BasisPoints:
        """The discount of the offer, where it is the product's own price that is charged."""
        return self.offer if self.price is None else 0

    @property
    def is_offer(self) -> bool:
        """Whether it is the offer that counts."""
        return self.offered > max(self.discount, self.client_discount)

    @property
    def total(self) -> Centavos:
        """What the line costs."""
        if self.quoted is not None:
            return self.quoted.total
        return line_total(self.unit_price, self.quantity, self.applied, self.amount)

    @property
    def saved(self) -> Centavos:
        """What discounts and promotions take off."""
        if self.quoted is not None:
            return self.quoted.gross - self.quoted.total
        return line_gross(self.unit_price, self.quantity, self.amount) - self.total

    @property
    def rebates(self) -> tuple[Rebate, ...]:
        """What promotions take off."""
        return self.quoted.rebates if self.quoted else ()

    @property
    def is_short(self) -> bool:
        """Whether the books say that there is less of it than is being sold."""
        return self.product.tracks_stock and self.product.stock < self.quantity

    @property
    def request(self) -> SaleLineRequest:
        """The line as the sale asks for it."""
        discount = max(self.discount, self.offered)
        return SaleLineRequest(self.product.id, self.quantity, discount, self.price, self.amount)

    @property
    def aside(self) -> SaleLineRequest:
        """The line as it is put aside: the client's offers are read again when it comes back."""
        return replace(self.request, discount=self.discount)

    def quantity_words(self) -> str:
        """Write how many, or how much: `3`, `0,755 kg`."""
        return format_quantity(self.quantity, kilograms=self.product.unit is Unit.KILOGRAM)


def line_of(
    product: Product, quantity: Milli | None = None, amount: Centavos | None = None
) -> CartLine:
    """Return the line of what was scanned: a piece, or what the scale's label says."""
    if amount is None:
        return CartLine(product, ONE if quantity is None else quantity)
    if product.price:
        return CartLine(product, label_quantity(product.price, amount), amount=amount)
    return CartLine(product, ONE, price=amount)


class Cart(QAbstractTableModel):
    """The lines of a sale, the last one added at the end."""

    changed = Signal()
    """A line or the client's discount is another: the total is too."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[CartLine] = []
        self.client_discount: BasisPoints = 0
        self.offers: dict[int, BasisPoints] = {}
        self._undo: list[list[CartLine]] = []

    @property
    def total(self) -> Centavos:
        """What all of it costs."""
        return sum(line.total for line in self.lines)

    @property
    def aside(self) -> tuple[SaleLineRequest, ...]:
        """The lines as they are put aside."""
        return tuple(line.aside for line in self.lines)

    @property
    def requests(self) -> tuple[SaleLineRequest, ...]:
        """The lines as the sale asks for them."""
        return tuple(line.request for line in self.lines)

    def add(self, added: CartLine) -> int:
        """Add a line, or raise the quantity of the same product at the same price.

        Return the position of the line.

        Raises:
            QuantityError: nothing of it, too much, or a part of what is sold by the piece.
        """
        added = self._priced(added)
        for position, line in enumerate(self.lines):
            if line.amount is None and added.amount is None and _same(line, added):
                raised = _checked(replace(line, quantity=line.quantity + added.quantity))
                self._remember()
                self._put(position, raised)
                return position
        _checked(added)
        self._remember()
        self.put(added)
        return len(self.lines) - 1

    def put(self, line: CartLine) -> None:
        """Put a line at the end as it is."""
        position = len(self.lines)
        self.beginInsertRows(QModelIndex(), position, position)
        self.lines.append(self._priced(line))
        self.endInsertRows()
        self.changed.emit()

    def set_quantity(self, position: int, quantity: Milli) -> None:
        """Give a line another quantity; nothing of it removes the line.

        Raises:
            QuantityError: too much, or a part of what is sold by the piece.
        """
        if quantity <= 0:
            self.remove(position)
            return
        line = _checked(replace(self.lines[position], quantity=quantity, amount=None))
        self._remember()
        self._put(position, line)

    def set_discount(self, position: int, discount: BasisPoints) -> None:
        """Give a line a discount of its own."""
        self._remember()
        self._put(position, replace(self.lines[position], discount=discount))

    def set_price(self, position: int, price: Centavos | None) -> None:
        """Sell a line at another price; None is the product's own."""
        self._remember()
        self._put(position, replace(self.lines[position], price=price, amount=None))

    def remove(self, position: int) -> None:
        """Take a line out."""
        self._remember()
        self.beginRemoveRows(QModelIndex(), position, position)
        del self.lines[position]
        self.endRemoveRows()
        self.changed.emit()

    def fill(self, lines: Sequence[CartLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = [self._priced(line) for line in lines]
        self.endResetModel()
        self.changed.emit()

    def clear(self) -> None:
        """Start a new sale."""
        self.client_discount, self.offers = 0, {}
        self._undo.clear()
        self.fill(())

    def set_client_discount(
        self, discount: BasisPoints, offers: Mapping[int, BasisPoints] | None = None
    ) -> None:
        """Apply the discount of the client of the sale, and those offered to them by product."""
        if (discount, offers or {}) != (self.client_discount, self.offers):
            self.client_discount, self.offers = discount, dict(offers or {})
            self.fill(self.lines)

    def show_quote(self, quoted: Sequence[PricedLine]) -> None:
        """Show what each line costs with promotions and the client's terms; nothing is as usual."""
        if not quoted and not any(line.quoted for line in self.lines):
            return
        priced = quoted or (None,) * len(self.lines)
        self.lines = [
            replace(line, quoted=each) for line, each in zip(self.lines, priced, strict=True)
        ]
        last = self.index(len(self.lines) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def read_again(self, read: Callable[[int], Product]) -> list[str]:
        """Read every product again, and return the names of those with another price."""
        repriced = []
        for position, line in enumerate(self.lines):
            product = read(line.product.id)
            if product == line.product:
                continue
            if product.price != line.product.price:
                repriced.append(product.name)
            quantity = line.quantity
            if line.amount is not None and product.price:
                quantity = label_quantity(product.price, line.amount)
            self._put(position, replace(line, product=product, quantity=quantity))
        return repriced

    def undo(self) -> bool:
        """Take the last act back; return whether there was one."""
        if not self._undo:
            return False
        self.fill(self._undo.pop())
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Columns)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return what a cell says, or its line."""
        line = self.lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._says(line, Columns(index.column()))
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Return a column's title, on the side of its figures."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _titles().get(Columns(section), "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            aligned = {Columns.PRODUCT: Qt.AlignmentFlag.AlignLeft}
            centred = {Columns.QUANTITY: Qt.AlignmentFlag.AlignHCenter}
            side = (aligned | centred).get(Columns(section), Qt.AlignmentFlag.AlignRight)
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _says(self, line: CartLine, column: Columns) -> str:
        name = line.product.name
        says = {
            Columns.PRODUCT: ". ".join((name, *rebate_words(line))),
            Columns.LESS: _tr("Uno menos de {name}").format(name=name),
            Columns.QUANTITY: line.quantity_words(),
            Columns.MORE: _tr("Uno más de {name}").format(name=name),
            Columns.PRICE: format_money(line.unit_price),
            Columns.TOTAL: format_money(line.total),
            Columns.REMOVE: _tr("Quitar {name}").format(name=name),
        }
        return says[column]

    def _priced(self, line: CartLine) -> CartLine:
        offer = self.offers.get(line.product.id, 0)
        return replace(line, client_discount=self.client_discount, offer=offer)

    def _remember(self) -> None:
        self._undo.append(list(self.lines))

    def _put(self, position: int, line: CartLine) -> None:
        self.lines[position] = line
        self.dataChanged.emit(self.index(position, 0), self.index(position, self.columnCount() - 1))
        self.changed.emit()


def _checked(line: CartLine) -> CartLine:
    check_quantity(line.product.name, line.product.unit, line.quantity)
    return line


def rebate_words(line: CartLine) -> list[str]:
    """Return what promotions take off a line: `2x1 −$ 100,00`."""
    return [f"{each.name} {format_money(-each.amount)}" for each in line.rebates]


def _same(line: CartLine, added: CartLine) -> bool:
    return (
        line.product.id == added.product.id
        and line.price == added.price
        and line.discount == added.discount
        and line.product.price == added.product.price
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cart", text)


def _titles() -> dict[Columns, str]:
    return {
        Columns.PRODUCT: _tr("Producto"),
        Columns.QUANTITY: _tr("Cantidad"),
        Columns.PRICE: _tr("Precio"),
        Columns.TOTAL: _tr("Subtotal"),
    }
