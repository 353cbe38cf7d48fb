"""The right side of the sale: the total, huge; the means; what was given back last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sale.cart import ONE
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.text_size import OWN_SIZE
from kioskifly_desktop.ui.theme import font, px
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import label, restyle, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.sale.cart import CartLine

ACCOUNT = "account"
MEANS: tuple[tuple[str, str, PaymentMethod | None], ...] = (
    ("cash", "banknote", PaymentMethod.CASH),
    ("debit_card", "credit-card", PaymentMethod.DEBIT_CARD),
    ("credit_card", "credit-card", PaymentMethod.CREDIT_CARD),
    ("transfer", "landmark", PaymentMethod.TRANSFER),
    ("qr", "smartphone", PaymentMethod.QR),
    (ACCOUNT, "wallet", None),
)
_WIDTH, _NARROW_WIDTH = 350, 268
_TILE, _LOW_TILE = 64, 40
_EDGE = 20
_SIZES = (44, 38, 32, 27, 22)


class Side(QFrame):
    """Shows what there is to pay and offers to charge it."""

    charge_wanted = Signal(object, bool)
    """The sale is to be charged; carries the means to begin with, or None, and if on account."""

    def __init__(self, drawer: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setProperty(OWN_SIZE, True)
        self._words = format_money(0)
        self._low = False
        self.total = label("")
        self.total.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.count = label("", "muted")
        self.count.setWordWrap(True)
        self.debt = label("")
        self.debt.setFont(font(14, 600, tabular=True))
        self.change_caption = label("", "muted")
        self.change = label("")
        self.change.setFont(font(36, 700, tabular=True))
        self.charge_button = button("", "primary", large=True)
        self.charge_button.setProperty("huge", True)
        self.charge_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.charge_button.clicked.connect(lambda: self.charge_wanted.emit(None, False))
        self._means = QWidget()
        self._means.setLayout(self._tiles())
        self._column = QVBoxLayout(self)
        self._column.setSpacing(3)
        self._column.addWidget(drawer)
        self._column.addSpacing(8)
        self._column.addWidget(label(self.tr("Total"), "muted"))
        for each in (self.total, self.count, self.debt):
            self._column.addWidget(each)
        self._column.addSpacing(10)
        self._column.addWidget(self._means)
        self._column.addStretch(1)
        self._column.addWidget(self.change_caption)
        self._column.addWidget(self.change)
        self._column.addSpacing(8)
        self._column.addWidget(self.charge_button)
        self.show_lines((), 0)
        self.show_client(None)
        self.hide_change()
        self.set_room(wide=True, high=True)
        keys.assigned.changed.connect(self._write_keys)

    def _tiles(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        self.tiles: dict[str, QToolButton] = {}
        for place, (name, icon_name, method) in enumerate(MEANS):
            tile = QToolButton()
            tile.setText(self.tr("A cuenta") if method is None else said(METHOD_NAMES[method]))
            tile.setProperty("kind", "tile")
            tile.setProperty(OWN_SIZE, True)
            tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            tile.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            tile.setCursor(Qt.CursorShape.PointingHandCursor)
            set_icon(tile, icon_name, "text_secondary", 22)
            keys.tip(tile, tile.text(), f"sale.{name}")
            tile.clicked.connect(
                lambda _=False, method=method: self.charge_wanted.emit(method, method is None)
            )
            grid.addWidget(tile, place // 2, place % 2)
            self.tiles[name] = tile
        return grid

    def set_room(self, *, wide: bool, high: bool) -> None:
        """Take the room there is: a small screen gets smaller tiles and margins."""
        self._low = not high
        self.setFixedWidth(px(_WIDTH if wide else _NARROW_WIDTH))
        edge = _EDGE if wide else 14
        self._column.setContentsMargins(edge, edge if high else 10, edge, edge if high else 10)
        style = Qt.ToolButtonStyle
        for tile in self.tiles.values():
            tile.setFixedHeight(px(_TILE if high else _LOW_TILE))
            if bool(tile.property("low")) == high:
                tile.setProperty("low", not high)
                restyle(tile)
            tile.setToolButtonStyle(
                style.ToolButtonTextUnderIcon if high else style.ToolButtonTextBesideIcon
            )
        grid = self._means.layout()
        assert isinstance(grid, QGridLayout)
        grid.setSpacing(10 if high else 6)
        self._fit_total()
        self._write_keys()
        self._share_height()

    def show_lines(self, lines: Sequence[CartLine], total: Centavos) -> None:
        """Write the total and how much it is of."""
        self._words = format_money(total)
        self._fit_total()
        self.count.setText(self._count_words(lines))
        for each in (self.charge_button, *self.tiles.values()):
            if each.isEnabled() != bool(lines):
                each.setEnabled(bool(lines))
        self._write_keys()

    def _count_words(self, lines: Sequence[CartLine]) -> str:
        if not lines:
            return self.tr("Todavía no hay nada")
        # What is weighed is one thing in the bag.
        weighed = Unit.KILOGRAM
        units = sum(ONE if line.product.unit is weighed else line.quantity for line in lines)
        words = [
            self.tr("1 unidad")
            if units == ONE
            else self.tr("{n} unidades").format(n=format_quantity(units)),
            self.tr("1 producto")
            if len(lines) == 1
            else self.tr("{n} productos").format(n=len(lines)),
        ]
        if saved := sum(line.saved for line in lines):
            words.append(self.tr("descuento {saved}").format(saved=format_money(saved)))
        return " · ".join(words)

    def show_client(self, client: Client | None, *, private: bool = False) -> None:
        """Write what the client owes; nothing of nobody, nor in front of the queue."""
        self.debt.setVisible(client is not None and not private)
        if client is not None:
            tone = "debt" if client.balance > 0 else "credit" if client.balance < 0 else "muted"
            arrow = {"debt": "↗ ", "credit": "↙ "}.get(tone, "")
            self.debt.setText(arrow + spoken(client.balance))
            set_tone(self.debt, tone)

    def show_change(self, number: str, change: Centavos) -> None:
        """Write what is given back of a sale, until the next one begins."""
        self.change_caption.setText(
            self.tr("Vuelto del ticket {number}").format(number=number)
            if change
            else self.tr("Cobrado: ticket {number}").format(number=number)
        )
        self.change.setText(format_money(change) if change else self.tr("Sin vuelto"))
        for each in (self.change_caption, self.change):
            each.show()
        self._share_height()

    def hide_change(self) -> None:
        """Forget the last sale."""
        if not self.change.isHidden():
            for each in (self.change_caption, self.change):
                each.hide()
            self._share_height()

    def _share_height(self) -> None:
        # Where both don't fit, the change stands in place of the means, of no use until a scan.
        self._means.setVisible(not self._low or self.change.isHidden())

    def _fit_total(self) -> None:
        """Write the total as large as it fits."""
        room = self.width() - 2 * _EDGE
        for size in _SIZES:
            face = font(size, 700, tabular=True)
            if QFontMetrics(face).horizontalAdvance(self._words) <= room:
                break
        if self.total.font() != face:
            self.total.setFont(face)
        self.total.setText(self._words)

    @Slot()
    def _write_keys(self) -> None:
        """Write the button: all of it where it fits, else without the total."""
        key = keys.cap("sale.charge")
        short = self.tr("Cobrar")
        words = self.tr("Cobrar {total}").format(total=self._words)
        shown = short
        if self.charge_button.isEnabled():
            room = QFontMetrics(font(18, 600)).horizontalAdvance(f"{words}    {key}") + 24
            shown = words if room <= self.width() - 2 * _EDGE else short
        self.charge_button.setText(f"{shown}    {key}")
        self.charge_button.setAccessibleName(words)
