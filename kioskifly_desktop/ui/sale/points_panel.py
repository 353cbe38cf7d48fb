"""Points within a charge: how many the client has, and how many they redeem."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.loyalty import loyalty_terms, points_words
from kioskifly_desktop.core.sales import quote
from kioskifly_desktop.ui.sale.tender_rows import QuietField
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.sales import Quote, SaleLineRequest
    from kioskifly_desktop.ui.shop import Shop

_DIGITS = 7


class PointsPanel(QFrame):
    """Shows a client's points and takes how many they redeem; hidden where there are none."""

    changed = Signal()
    entered = Signal()

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._shop = shop
        self._sale: tuple[Sequence[SaleLineRequest], int | None] = ((), None)
        self._quote: Quote | None = None
        self._most = 0
        self.has = label("")
        self.has.setFont(font(15, 600))
        self.earns = label("", "muted")
        self.points = QLineEdit(maxLength=_DIGITS)
        self.points.setValidator(
            QRegularExpressionValidator(QRegularExpression("[0-9]*"), self.points)
        )
        self.field = QuietField(self.tr("Canjear puntos"), self.points)
        self.all_button = button("", "quick")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(10)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.has)
        said.addWidget(self.earns)
        row.addLayout(said)
        row.addStretch()
        row.addWidget(self.field)
        row.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.points.textChanged.connect(self._read)
        self.points.returnPressed.connect(self.entered)
        self.all_button.clicked.connect(self._all)
        self.hide()

    def show_sale(self, lines: Sequence[SaleLineRequest], client_id: int | None) -> None:
        """Show the points of the client of a sale; another client's are forgotten."""
        if client_id != self._sale[1]:
            self.points.clear()
        self._sale = (tuple(lines), client_id)
        self._read()

    def wanted(self) -> int:
        """Return how many points are to be redeemed."""
        return int(self.points.text() or 0) if not self.isHidden() else 0

    def less(self) -> Centavos:
        """Return what the points take off."""
        redeemed = self._quote.redeems if self._quote else 0
        return redeemed * self._shop.read(loyalty_terms).value if redeemed else 0

    def refuse(self, words: str) -> None:
        """Say under the field why so many are not redeemed, with what there is by now."""
        self._read()
        self.field.set_error(words)
        self.points.setFocus()

    @Slot()
    def _read(self) -> None:
        """Price the sale with what is written."""
        lines, client_id = self._sale
        self._quote = None
        self.field.clear_error()
        plain = None
        if lines and client_id is not None and self._shop.read(loyalty_terms).on:
            try:
                plain = self._shop.read(quote, lines, client_id)
            except ShopError:
                plain = None  # the charge says what can't be sold
        self.setVisible(plain is not None and plain.points is not None)
        if plain is not None:
            wanted = int(self.points.text() or 0)
            try:
                self._quote = self._shop.read(quote, lines, client_id, wanted) if wanted else plain
            except ShopError as error:
                self.field.set_error(words_of(error))
            self._write(plain, self._quote or plain)
        self.changed.emit()

    def _write(self, plain: Quote, priced: Quote) -> None:
        points = plain.points or 0
        self.has.setText(
            self.tr("Tiene {points}").format(points=said(points_words(points)))
            if points >= 0
            else self.tr("Debe {points}").format(points=said(points_words(-points)))
        )
        words = self.tr("Esta compra suma {points}")
        self.earns.setText(words.format(points=said(points_words(priced.earns))))
        value = self._shop.read(loyalty_terms).value
        most = self._most = plain.redeemable
        for part in (self.field, self.all_button):
            part.setVisible(bool(most))
        if not most:
            self.points.clear()
        words = self.tr("{points} son {amount}")
        shown = words.format(points=said(points_words(most)), amount=format_money(most * value))
        self.all_button.setText(shown)
        self.all_button.setAccessibleName(self.tr("Canjear {words}").format(words=shown))

    @Slot()
    def _all(self) -> None:
        self.points.setText(str(self._most))
