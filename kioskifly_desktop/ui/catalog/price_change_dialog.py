"""Many prices at once: by how much, of what, and what each becomes before it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.catalog import categories, suppliers
from kioskifly_desktop.core.errors import AmountError, NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_date, format_money, local, parse_money
from kioskifly_desktop.core.permissions import Permission, refusal
from kioskifly_desktop.core.prices import (
    PriceChange,
    PricePreview,
    apply_price_change,
    last_price_change,
    preview_price_change,
    undo_price_change,
)
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign, asked_of
from kioskifly_desktop.ui.percent import change_in_percent, format_percent
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SETTLE_MS = 150
_UP, _DOWN = 1, -1


class PriceChangeDialog(Dialog):
    """Percentage, rubro, proveedor and rounding; under them, each price before and after."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, *, category: str = ""
    ) -> None:
        super().__init__(
            parent,
            self.tr("Cambiar precios"),
            self.tr("Nada cambia hasta que apliques, y después se puede deshacer."),
            size=(940, 690),
        )
        self._shop = shop
        self._toasts = toasts
        self._request_id = uuid4().hex
        self._preview: Sequence[PricePreview] = ()
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.preview)
        self.body.addLayout(self._inputs(category))
        self.body.addWidget(self._table(), 1)
        self._buttons()
        self._show_last()
        self.preview()
        self.percent.setFocus()

    def _inputs(self, category: str) -> QVBoxLayout:
        self.side = Segments(
            [(_UP, self.tr("Suben")), (_DOWN, self.tr("Bajan"))],
            accessible=self.tr("Suben o bajan"),
        )
        self.percent = QLineEdit(maxLength=10)
        self.percent.setPlaceholderText(self.tr("Por ejemplo: 12,5"))
        self.percent.returnPressed.connect(self._entered)
        self.rounding = QComboBox()
        for centavos, words in (
            (1_000, self.tr("A $ 10")),
            (5_000, self.tr("A $ 50")),
            (10_000, self.tr("A $ 100")),
            (100, self.tr("A $ 1")),
            (1, self.tr("Sin redondear")),
        ):
            self.rounding.addItem(words, centavos)
        self.category = _among(self.tr("Todos"), self._shop.read(categories))
        self.category.setCurrentIndex(max(self.category.findData(category), 0))
        self.supplier = _among(self.tr("Todos"), self._shop.read(suppliers))
        self.percent_field = Field(self.tr("Porcentaje"), self.percent)
        upper = QHBoxLayout()
        upper.setSpacing(14)
        for part, share in (
            (Field(self.tr("Los precios"), self.side), 0),
            (self.percent_field, 3),
            (Field(self.tr("Rubro"), self.category), 3),
            (Field(self.tr("Proveedor"), self.supplier), 3),
            (Field(self.tr("Redondeo"), self.rounding), 2),
        ):
            upper.addWidget(part, share)
        self.percent.textChanged.connect(self._changed)
        self.side.chosen.connect(self._changed)
        for combo in (self.category, self.supplier, self.rounding):
            combo.currentIndexChanged.connect(self._changed)
        result = QVBoxLayout()
        result.addLayout(upper)
        return result

    def _table(self) -> QWidget:
        self.rows: RowsModel[PricePreview] = RowsModel(
            (
                Column(self.tr("Producto"), lambda row: row.name, tooltip=lambda row: row.name),
                Column(self.tr("Hoy"), lambda row: format_money(row.old), right=True),
                Column(self.tr("Queda en"), lambda row: format_money(row.new), right=True),
                Column(
                    self.tr("Diferencia"),
                    lambda row: format_money(row.new - row.old, plus=True),
                    right=True,
                ),
                Column(
                    self.tr("Cambio"), lambda row: change_in_percent(row.old, row.new), right=True
                ),
            ),
            self._slice,
            parent=self,
        )
        widths = {1: 140, 2: 140, 3: 140, 4: 110}
        self.table = rows_table(self.rows, self.tr("Vista previa"), widths, row_height=42)
        self._nothing = EmptyState(
            "percent",
            self.tr("Escribí el porcentaje"),
            self.tr("Acá ves cada precio antes y después de cambiarlo."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        return frame

    def _buttons(self) -> None:
        self.last = label("", "tiny")
        self.undo_button = button(self.tr("Deshacer ese cambio"), "link", icon_name="undo-2")
        self.undo_button.clicked.connect(self._undo_last)
        Sign(self.undo_button, self._shop, Permission.CATALOG)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.last)
        line.addWidget(self.undo_button)
        line.addStretch(1)
        self.body.addLayout(line)
        cancel = button(self.tr("Cancelar"))
        cancel.clicked.connect(self.reject)
        self.apply_button = button(self.tr("Aplicar"), "primary", icon_name="check")
        self.apply_button.clicked.connect(self.apply)
        Sign(self.apply_button, self._shop, Permission.CATALOG)
        self.error = label("", "error")
        self.add_buttons(cancel, self.apply_button, left=self.error)

    @Slot()
    def preview(self) -> None:
        """Work out what each price would become."""
        self._settle.stop()
        self._preview = ()
        self.percent_field.clear_error()
        try:
            change = self._change()
            self._preview = self._shop.read(preview_price_change, change)
        except AmountError:
            if self.percent.text().strip():
                self.percent_field.set_error(self.tr("Probá con 10 o 12,5."))
        except ShopError as error:
            self.percent_field.set_error(words_of(error))
        self.rows.restart()
        self._say()

    @Slot()
    def apply(self) -> None:
        """Write the prices shown and close; nothing, while others are still to be shown."""
        if not self.apply_button.isEnabled():
            return
        try:
            change = self._change()
            done = self._shop.write(apply_price_change, self._request_id, change)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.apply)
            return
        except ShopError as error:
            self.error.setText(words_of(error))
            return
        self.accept()
        words = self.tr("Cambió el precio de {count} productos ({percent}).")
        if done.count == 1:
            words = self.tr("Cambió el precio de {count} producto ({percent}).")
        shop, toasts, batch_id = self._shop, self._toasts, done.batch_id
        percent = format_percent(change.basis_points, plus=True)
        undo = ToastAction(
            self.tr("Deshacer"),
            lambda: undo_prices(shop, toasts, batch_id),
            undo=True,
            asks=asked_of(shop, Permission.CATALOG),
        )
        toasts.show(words.format(count=done.count, percent=percent), [undo])

    @Slot()
    def _entered(self) -> None:
        """Enter shows the prices; another one, on the button, writes them."""
        self.preview()
        self.apply_button.setFocus()

    def _change(self) -> PriceChange:
        side = self.side.value()
        assert isinstance(side, int)
        return PriceChange(
            category=self.category.currentData(),
            supplier=self.supplier.currentData(),
            # Two decimals: hundredths of a percent are read just as centavos are.
            basis_points=side * parse_money(self.percent.text().replace("%", "")),
            rounding=self.rounding.currentData(),
        )

    def _slice(self, after: PricePreview | None, limit: int) -> Sequence[PricePreview]:
        start = 0
        if after is not None:
            start = 1 + next(n for n, row in enumerate(self._preview) if row is after)
        return self._preview[start : start + limit]

    def _say(self) -> None:
        count = len(self._preview)
        words = self.tr("Aplicar a {count} productos")
        if count <= 1:
            words = self.tr("Aplicar a {count} producto") if count else self.tr("Aplicar")
        words = words.format(count=count)
        self.apply_button.setText(f"  {words}")
        self.apply_button.setAccessibleName(words)
        self.apply_button.setEnabled(count > 0)
        self._stack.setCurrentIndex(0 if count else 1)

    def _show_last(self) -> None:
        batch = self._shop.read(last_price_change)
        self._last = batch
        self.undo_button.setVisible(batch is not None and not batch.undone)
        if batch is None:
            self.last.setText("")
            return
        words = self.tr("Último cambio: {percent} el {day}, {count} productos.")
        if batch.undone:
            words = self.tr("Último cambio: {percent} el {day}, {count} productos. Deshecho.")
        self.last.setText(
            words.format(
                percent=format_percent(batch.change.basis_points, plus=True),
                day=format_date(local(batch.at).date()),
                count=batch.count,
            )
        )

    @Slot()
    def _undo_last(self) -> None:
        if self._last is None:
            return
        if not self._shop.may(Permission.CATALOG):
            authorize(self, self._shop, refusal(Permission.CATALOG), self._undo_last)
            return
        undo_prices(self._shop, self._toasts, self._last.id)
        self._show_last()
        self.preview()

    @Slot()
    def _changed(self) -> None:
        # Another question is another request: only the same one may be answered twice as one.
        self._request_id = uuid4().hex
        self.error.clear()
        self.apply_button.setEnabled(False)
        self._settle.start()


def undo_prices(shop: Shop, toasts: ToastHost, batch_id: int) -> None:
    """Put back the prices that a change of many still holds, and say so."""
    try:
        shop.write(undo_price_change, batch_id)
    except NotAllowedError as error:
        authorize(toasts.front(), shop, error, lambda: undo_prices(shop, toasts, batch_id))
        return
    except ShopError as error:
        toasts.show(words_of(error), error=True)
        return
    words = QCoreApplication.translate("PriceChangeDialog", "Los precios volvieron a como estaban.")
    toasts.show(words)


def _among(everything: str, names: Sequence[str]) -> QComboBox:
    result = QComboBox()
    result.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    result.setMinimumContentsLength(10)
    result.addItem(everything, "")
    for name in names:
        result.addItem(name, name)
    return result
