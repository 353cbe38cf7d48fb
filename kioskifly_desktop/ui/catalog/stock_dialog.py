"""The stock of a product: what came in, what was counted, and every move so far."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.errors import AmountError, NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_date, format_time, local, parse_quantity
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.stock import (
    StockMoveKind,
    StockMoveRow,
    StockRequest,
    adjust_stock,
    count_stock,
    receive_stock,
    stock_moves,
)
from kioskifly_desktop.ui.catalog.products_model import quantity
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit, NotABarcode
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_RECEIVE, _COUNT, _TAKE = "receive", "count", "take"


class StockDialog(Dialog):
    """How many are left, a form to receive, count or take out, and the moves."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget, product_id: int) -> None:
        super().__init__(parent, "", size=(820, 680))
        self._shop = shop
        self._toasts = toasts
        self._request_id = uuid4().hex
        self.product = shop.read(get_product, product_id)
        self.set_title(self.tr("Stock"), self.product.name)
        self.body.addWidget(self._hero())
        self._form_card = self._form()
        self.body.addWidget(self._form_card)
        self.body.addWidget(self._table(), 1)
        self._show_product()
        self._changed()
        self.quantity.setFocus()

    def _hero(self) -> QWidget:
        frame = card()
        self.left = label("", "amount")
        self.minimum = label("", "muted")
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(14)
        row.addWidget(self.left)
        row.addWidget(self.minimum, 1)
        return frame

    def _form(self) -> QWidget:
        options = [
            (_RECEIVE, self.tr("Recibí mercadería")),
            (_COUNT, self.tr("Conté")),
            (_TAKE, self.tr("Saqué o se rompió")),
        ]
        self.act = Segments(options, accessible=self.tr("Qué pasó"))
        self.quantity = QLineEdit(maxLength=20)
        self.quantity.setValidator(NotABarcode(self.quantity))
        self.cost = MoneyEdit(least=0, compact=True)
        self.reason = QLineEdit(maxLength=200)
        self.quantity_field = Field(self.tr("Cantidad"), self.quantity)
        self.cost_field = Field(self.tr("Costo, si cambió"), self.cost)
        self.reason_field = Field(self.tr("Nota"), self.reason)
        self.save_button = button(self.tr("Registrar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        self.sign = Sign(self.save_button, self._shop)
        for line in (self.quantity, self.cost, self.reason):
            line.returnPressed.connect(self.save)
            line.textChanged.connect(self._changed)
        self.act.chosen.connect(self._changed)
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 8)
        column.setSpacing(10)
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        column.addLayout(acts)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.quantity_field, 2)
        row.addWidget(self.cost_field, 2)
        row.addWidget(self.reason_field, 3)
        done = QVBoxLayout()
        done.addSpacing(20)
        done.addWidget(self.save_button)
        done.addStretch(1)
        row.addLayout(done)
        column.addLayout(row)
        return frame

    def _table(self) -> QWidget:
        def amount(milli: int) -> str:
            return quantity(milli, self.product.unit)

        def signed(row: StockMoveRow) -> str:
            return f"{'+' if row.quantity > 0 else ''}{amount(row.quantity)}"

        self.moves: RowsModel[StockMoveRow] = RowsModel(
            (
                Column(self.tr("Fecha"), _when),
                Column(self.tr("Qué pasó"), self._what, tooltip=self._what),
                Column(self.tr("Quién"), lambda row: row.user),
                Column(self.tr("Cantidad"), signed, right=True),
                Column(self.tr("Quedaron"), lambda row: amount(row.level), right=True),
            ),
            self._fetch,
            parent=self,
        )
        widths = {0: 120, 2: 130, 3: 120, 4: 120}
        self.table = rows_table(self.moves, self.tr("Movimientos de stock"), widths)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "history",
                self.tr("Todavía no hay movimientos"),
                self.tr("Lo que recibas, cuentes o vendas va a aparecer acá."),
            )
        )
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        return frame

    @Slot()
    def save(self) -> None:
        """Write the move and stay, ready for another; or say under its field what is wrong."""
        for field in self._fields().values():
            field.clear_error()
        acts = {_RECEIVE: receive_stock, _COUNT: count_stock, _TAKE: adjust_stock}
        act = str(self.act.value())
        try:
            self._shop.write(acts[act], self._request(act))
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            field = self._fields().get(error.field, self.quantity_field)
            field.set_error(words_of(error))
            field.setFocus()
            return
        for line in (self.quantity, self.cost, self.reason):
            line.clear()
        self._request_id = uuid4().hex
        self._show_product()
        left = quantity(self.product.stock, self.product.unit)
        words = self.tr("Stock registrado: quedan {left} de {name}.")
        self._toasts.show(words.format(left=left, name=self.product.name))
        self.quantity.setFocus()

    def _fields(self) -> dict[str, Field]:
        return {
            "quantity": self.quantity_field,
            "cost": self.cost_field,
            "reason": self.reason_field,
        }

    def _request(self, act: str) -> StockRequest:
        typed = self._typed()
        return StockRequest(
            request_id=self._request_id,
            product_id=self.product.id,
            quantity=-typed if act == _TAKE else typed,
            reason=self.reason.text(),
            cost=self._cost() if act == _RECEIVE else None,
        )

    def _typed(self) -> int:
        return parse_quantity(self.quantity.text(), least=0 if self.act.value() == _COUNT else 1)

    def _cost(self) -> Centavos | None:
        if not self.cost.text().strip():
            return None
        try:
            return self.cost.amount()
        except AmountError as error:
            error.field = "cost"
            raise

    def _show_product(self) -> None:
        product = self.product = self._shop.read(get_product, self.product.id)
        self._form_card.setVisible(product.tracks_stock)
        self.moves.restart()
        self._stack.setCurrentIndex(0 if self.moves.rows else 1)
        if not product.tracks_stock:
            self.left.setText(self.tr("No lleva stock"))
            self.minimum.setText(self.tr("Para llevarlo, tildá «Llevar el stock» al editarlo."))
            return
        left = quantity(product.stock, product.unit)
        self.left.setText(self.tr("Quedan {left}").format(left=left))
        words = []
        if product.minimum_stock:
            least = quantity(product.minimum_stock, product.unit)
            words.append(self.tr("El mínimo es {least}.").format(least=least))
        if product.stock <= product.minimum_stock:
            words.append(self.tr("Hay que reponer."))
        self.minimum.setText(" ".join(words))
        set_tone(self.minimum, "warning" if product.stock <= product.minimum_stock else "")

    @Slot()
    def _changed(self) -> None:
        """Take back what was wrong, and say what the stock will be."""
        self._request_id = uuid4().hex
        for field in self._fields().values():
            field.clear_error()
        act = self.act.value()
        self.cost_field.setVisible(act == _RECEIVE)
        cost = Permission.CATALOG if self.cost.text().strip() else None
        self.sign.need(cost if act == _RECEIVE else Permission.STOCK_ADJUST)
        self.reason_field.caption.setText(
            self.tr("Nota, si hace falta") if act == _RECEIVE else self.tr("Motivo")
        )
        try:
            after = self._typed()
        except ShopError:
            self.quantity_field.set_hint("")
            return
        if act == _TAKE:
            after = self.product.stock - after
        elif act == _RECEIVE:
            after += self.product.stock
        words = self.tr("Van a quedar {left}.")
        self.quantity_field.set_hint(words.format(left=quantity(after, self.product.unit)))

    def _fetch(self, after: StockMoveRow | None, limit: int) -> Sequence[StockMoveRow]:
        before = after.id if after else None
        return self._shop.read(stock_moves, self.product.id, before=before, limit=limit)

    def _what(self, row: StockMoveRow) -> str:
        words = {
            StockMoveKind.SALE: self.tr("Venta"),
            StockMoveKind.RETURN: self.tr("Devolución"),
            StockMoveKind.PURCHASE: self.tr("Mercadería recibida"),
            StockMoveKind.ADJUSTMENT: self.tr("Ajuste"),
            StockMoveKind.COUNT: self.tr("Recuento"),
        }
        return "\n".join(part for part in (words[row.kind], row.reason) if part)


def _when(row: StockMoveRow) -> str:
    return f"{format_date(local(row.at).date())}\n{format_time(row.at)} h"
