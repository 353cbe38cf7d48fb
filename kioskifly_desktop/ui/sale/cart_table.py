"""The table of what is being sold: large rows, a stepper, the last line always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHeaderView, QLineEdit, QWidget

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_money, format_quantity, parse_quantity
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sale.cart import ONE, Cart, CartLine, Columns, rebate_words
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.text_size import OWN_SECTIONS
from kioskifly_desktop.ui.theme import color, font, pixmap, px
from kioskifly_desktop.ui.widgets.money_edit import NotABarcode
from kioskifly_desktop.ui.widgets.painted import (
    PADDING,
    RIGHT,
    PaintedDelegate,
    PaintedTable,
    write,
)
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent

_ROW_HEIGHT = 60
_STEP = 40
_WIDTHS = {
    Columns.LESS: _STEP,
    Columns.QUANTITY: 80,
    Columns.MORE: _STEP,
    Columns.PRICE: 128,
    Columns.TOTAL: 146,
    Columns.REMOVE: 52,
}
_NARROW_WIDTHS = {
    Columns.LESS: 32,
    Columns.QUANTITY: 78,
    Columns.MORE: 32,
    Columns.TOTAL: 134,
    Columns.REMOVE: 42,
}
_NARROW = 640
_ICONS = {Columns.LESS: "minus", Columns.MORE: "plus", Columns.REMOVE: "x"}
_BOX_HEIGHT = 36


class QuantityEdit(QLineEdit):
    """The quantity of a line, typed in its place."""

    left = Signal()
    """Nothing is to change."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; a keypad's dot is a comma."""
        keypad = event.modifiers() & Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif keypad and event.key() == Qt.Key.Key_Period:
            self.insert(",")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the focus goes to another field."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()


class CartTable(PaintedTable):
    """Shows the cart and takes clicks; the keyboard stays in the scan field."""

    refused = Signal(str)
    """A rule of the shop was against what was asked; carries the sentence."""
    released = Signal()
    """The focus belongs back in the scan field."""

    def __init__(self, cart: Cart, parent: QWidget | None = None) -> None:
        super().__init__(_ROW_HEIGHT, parent)
        self.setProperty("kind", "cart")
        self.setAccessibleName(self.tr("Lo que se está vendiendo"))
        self.cart = cart
        self.editor: QuantityEdit | None = None
        self.setModel(cart)
        self.setItemDelegate(_CartDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(30)
        header.setProperty(OWN_SECTIONS, True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(False)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._clicked)
        for moved in (cart.rowsRemoved, cart.modelReset):
            moved.connect(self.close_editor)

    @property
    def position(self) -> int:
        """The position of the chosen line, below zero without lines."""
        return self.currentIndex().row()

    def choose(self, position: int) -> None:
        """Choose a line and bring it into sight."""
        position = max(0, min(position, len(self.cart.lines) - 1))
        index = self.cart.index(position, Columns.PRODUCT)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.viewport().update()

    def step(self, change: int) -> None:
        """Choose a line above or below."""
        if self.cart.lines:
            self.choose(self.position + change)

    def add(self, pieces: int) -> None:
        """Raise or lower the chosen line by whole pieces or kilograms."""
        if 0 <= self.position < len(self.cart.lines):
            position = self.position
            try:
                self.cart.set_quantity(position, self.cart.lines[position].quantity + pieces * ONE)
            except ShopError as error:
                self.refused.emit(words_of(error))
            self.choose(position)

    def remove(self, position: int) -> None:
        """Take a line out, and choose the one that comes into its place."""
        self.cart.remove(position)
        self.choose(position)

    def edit_quantity(self, position: int) -> None:
        """Let the quantity of a line be typed in its place."""
        self.close_editor()
        self.choose(position)
        words = format_quantity(self.cart.lines[position].quantity).replace(".", "")
        self.editor = QuantityEdit(words, self.viewport())
        self.editor.setAccessibleName(self.tr("Cantidad"))
        self.editor.setValidator(NotABarcode(self.editor, 11))
        self.editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editor.setFont(font(16, 600, tabular=True))
        self._place_editor()
        self.editor.returnPressed.connect(self._commit)
        self.editor.left.connect(self.close_editor)
        self.editor.selectAll()
        self.editor.show()
        self.editor.setFocus()

    def _place_editor(self) -> None:
        if self.editor is not None:
            first = self.visualRect(self.cart.index(self.position, Columns.LESS))
            last = self.visualRect(self.cart.index(self.position, Columns.MORE))
            self.editor.setGeometry(first.united(last).adjusted(0, px(8), 0, -px(8)))

    @Slot()
    def close_editor(self) -> None:
        """Leave the quantity as it is."""
        if self.editor is not None:
            editor, self.editor = self.editor, None
            editor.hide()
            editor.deleteLater()
            self.released.emit()

    @Slot()
    def _commit(self) -> None:
        assert self.editor is not None
        try:
            self.cart.set_quantity(self.position, parse_quantity(self.editor.text(), least=0))
        except ShopError as error:
            self.refused.emit(words_of(error))
            self.editor.selectAll()
            return
        self.choose(self.position)
        self.close_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the name what the other columns leave; a narrow table does without the price."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        room = self.viewport().width()
        widths = _NARROW_WIDTHS if room < px(_NARROW) else _WIDTHS
        header.setSectionHidden(Columns.PRICE, Columns.PRICE not in widths)
        for column, width in widths.items():
            header.resizeSection(column, px(width))
            room -= px(width)
        header.resizeSection(Columns.PRODUCT, max(room, px(120)))
        self._place_editor()

    @Slot("QModelIndex")
    def _clicked(self, index: QModelIndex) -> None:
        self.choose(index.row())
        match Columns(index.column()):
            case Columns.LESS:
                self.add(-1)
            case Columns.MORE:
                self.add(1)
            case Columns.REMOVE:
                self.remove(index.row())
            case Columns.QUANTITY:
                self.edit_quantity(index.row())
                return
            case _:
                pass
        self.released.emit()


class _CartDelegate(PaintedDelegate):
    """A line's cells."""

    def paint_cell(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint what the column says of the line."""
        line: CartLine = index.data(ROW_ROLE)
        column = Columns(index.column())
        inner = rect.adjusted(PADDING, 0, -PADDING, 0)
        if column is Columns.PRODUCT:
            _product(painter, inner, line)
        elif column is Columns.PRICE:
            words = format_money(line.unit_price)
            ink = "text_secondary" if line.price is None else "text"
            write(painter, inner, words, font(14, tabular=True), ink, align=RIGHT)
        elif column is Columns.TOTAL:
            words = format_money(line.total)
            write(painter, inner, words, font(16, 600, tabular=True), align=RIGHT)
        elif column is Columns.REMOVE:
            self._icon(painter, rect, column)
        else:
            self._stepper(painter, rect, column, line)

    def _stepper(self, painter: QPainter, rect: QRect, column: Columns, line: CartLine) -> None:
        """Paint a part of the box `- 3 +`, which three columns share."""
        box = QRectF(rect.x(), rect.y() + 11.5, rect.width(), _BOX_HEIGHT)
        # The round box spans the three columns: each one paints it whole and shows its part.
        header = self.table.horizontalHeader()
        whole = QRectF(box)
        whole.setLeft(header.sectionViewportPosition(Columns.LESS) + 0.5)
        whole.setRight(
            header.sectionViewportPosition(Columns.MORE) + header.sectionSize(Columns.MORE) - 0.5
        )
        painter.setClipRect(rect)
        painter.setPen(QPen(color("line_strong"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(whole, 8, 8)
        if column is Columns.QUANTITY:
            words, size = line.quantity_words(), 16
            if len(words) > 7:
                size = 13
            centre = Qt.AlignmentFlag.AlignCenter
            area = box.toRect()
            write(painter, area, words, font(size, 600, tabular=True), align=centre)
        else:
            self._icon(painter, rect, column)

    def _icon(self, painter: QPainter, rect: QRect, column: Columns) -> None:
        hovered = self.table.hovered
        lit = hovered.isValid() and self.table.visualRect(hovered) == rect
        ink = color("text" if lit else "text_secondary").name()
        image = pixmap(_ICONS[column], ink, 18, self.ratio(), 2.0)
        painter.drawPixmap(rect.center().x() - 8, rect.center().y() - 8, image)


def _product(painter: QPainter, area: QRect, line: CartLine) -> None:
    """Write the name, under it the code, what is special of the line, and a warning."""
    top = area.center().y() - 20
    write(painter, QRect(area.x(), top, area.width(), 22), line.product.name, font(15, 600))
    small = QRect(area.x(), top + 22, area.width(), 18)
    rebates = "  ·  ".join(rebate_words(line))
    for words, ink in ((_warning(line), "warning"), (rebates, "credit")):
        if words:
            write(painter, small, words, font(12, 600), ink)
            small.setLeft(small.x() + painter.fontMetrics().horizontalAdvance(words) + 10)
    if small.width() > 30:
        face = font(12, tabular=True)
        write(painter, small, "  ·  ".join(_details(line)), face, "text_tertiary")


def _warning(line: CartLine) -> str:
    product = line.product
    if not product.active:
        return _tr("Inactivo: no se vende")
    if not line.is_short:
        return ""
    if product.stock <= 0:
        return _tr("Sin stock")
    left = format_quantity(product.stock, kilograms=product.unit is Unit.KILOGRAM)
    return _tr("Quedan {left}").format(left=left)


def _details(line: CartLine) -> list[str]:
    product = line.product
    parts = []
    if line.applied:
        words = _tr("{percent} por la oferta") if line.is_offer else _tr("{percent} de descuento")
        parts.append(words.format(percent=format_percent(line.applied)))
    if line.unit_price != product.price and product.price:
        parts.append(_tr("de lista {price}").format(price=format_money(product.price)))
    if product.unit is Unit.KILOGRAM:
        parts.append(_tr("{price} el kilo").format(price=format_money(line.unit_price)))
    if product.barcodes:
        parts.append(product.barcodes[0])
    return parts or [_tr("sin código")]


def _tr(text: str) -> str:
    return QCoreApplication.translate("CartTable", text)
