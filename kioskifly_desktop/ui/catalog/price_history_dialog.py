"""The prices that a product had, and who set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.es_ar import format_datetime, format_money
from kioskifly_desktop.core.prices import PriceRow, price_history
from kioskifly_desktop.ui.percent import change_in_percent
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop


class PriceHistoryDialog(Dialog):
    """Each change of a product's price, newest first."""

    def __init__(self, shop: Shop, parent: QWidget, product_id: int) -> None:
        product = shop.read(get_product, product_id)
        price = format_money(product.price)
        super().__init__(parent, self.tr("Historia de precios"), size=(900, 540))
        words = self.tr("{name}  ·  hoy {price}").format(name=product.name, price=price)
        self.set_title(self.tr("Historia de precios"), words)
        rows = sorted(shop.read(price_history, product_id), key=lambda row: row.at, reverse=True)
        self.rows: RowsModel[PriceRow] = RowsModel(
            (
                Column(self.tr("Fecha y hora"), lambda row: format_datetime(row.at)),
                Column(self.tr("Quién"), lambda row: row.user),
                Column(self.tr("Antes"), _before, right=True),
                Column(self.tr("Precio"), lambda row: format_money(row.new), right=True),
                Column(
                    self.tr("Cambio"), lambda row: change_in_percent(row.old, row.new), right=True
                ),
            ),
            lambda after, _limit: rows if after is None else (),
            parent=self,
        )
        self.rows.restart()
        widths = {0: 170, 2: 150, 3: 150, 4: 110}
        self.table = rows_table(self.rows, self.tr("Precios anteriores"), widths)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        if not rows:
            self.table.hide()
            inside.addWidget(
                EmptyState(
                    "history",
                    self.tr("El precio nunca cambió"),
                    self.tr("Cada cambio queda anotado acá, con quién lo hizo y cuándo."),
                )
            )
        self.body.addWidget(frame, 1)
        self.table.setFocus()


def _before(row: PriceRow) -> str:
    return format_money(row.old) if row.old else "—"
