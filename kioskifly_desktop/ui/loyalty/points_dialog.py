"""A client's points: what moved them, and an adjustment by hand with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import MINUS, format_datetime, format_quantity
from kioskifly_desktop.core.loyalty import (
    POINTS_NAMES,
    PointsRequest,
    PointsRow,
    adjust_points,
    points_history,
    points_of,
    points_words,
)
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.list_card import framed
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SHOWN = 6


class PointsDialog(Dialog):
    """The moves of a client's points, newest first, over the form that corrects them."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget, client_id: int) -> None:
        self._client = shop.read(get_client, client_id)
        has = said(points_words(shop.read(points_of, client_id)))
        super().__init__(parent, self.tr("Puntos"), f"{self._client.name} · {has}", size=(680, 0))
        self._shop = shop
        self._toasts = toasts
        self._request_id = uuid4().hex
        self.moves: RowsModel[PointsRow] = RowsModel(
            (
                Column(self.tr("Cuándo"), lambda row: format_datetime(row.at)),
                Column(self.tr("Qué fue"), lambda row: said(POINTS_NAMES[row.kind])),
                Column(self.tr("Puntos"), lambda row: _signed(row.points), right=True),
                Column(self.tr("Quedaron"), lambda row: _signed(row.balance, plus=""), right=True),
            ),
            lambda after, limit: shop.read(points_history, client_id, limit) if not after else (),
            parent=self,
        )
        widths = {0: 150, 2: 90, 3: 110}
        self.table = rows_table(self.moves, self.tr("Movimientos"), widths, row_height=38)
        self.table.setMinimumWidth(0)
        self.table.setFixedHeight(_SHOWN * 38 + 42)
        self.side = Segments(
            [(1, self.tr("Sumar")), (-1, self.tr("Quitar"))], accessible=self.tr("Qué se hace")
        )
        self.points = QLineEdit(maxLength=7)
        self.points_field = Field(self.tr("Puntos"), self.points)
        self.reason = QLineEdit(maxLength=120)
        hint = self.tr("Queda en el registro de actividad.")
        self.reason_field = Field(self.tr("Motivo"), self.reason, hint=hint)
        for part in (framed(self.table), self.side, self.points_field, self.reason_field):
            self.body.addWidget(part)
        self.save_button = self.add_form_buttons(self.tr("Corregir"), self.save)
        self.side.chosen.connect(self._changed)
        for line, field in ((self.points, self.points_field), (self.reason, self.reason_field)):
            line.textChanged.connect(self._changed)
            line.textChanged.connect(field.clear_error)
            line.returnPressed.connect(self.save)
        self.moves.restart()
        self.points.setFocus()

    @Slot()
    def save(self) -> None:
        """Write the correction and close, or say under its field what is wrong."""
        side, typed = self.side.value(), self.points.text().strip().replace(".", "")
        assert isinstance(side, int)
        number = int(typed) if typed.isascii() and typed.isdecimal() else 0
        request = PointsRequest(
            self._request_id, self._client.id, side * number, self.reason.text()
        )
        try:
            left = self._shop.write(adjust_points, request)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            field = self.reason_field if error.field == "reason" else self.points_field
            field.set_error(words_of(error))
            field.setFocus()
            self.fit()
            return
        self.accept()
        words = self.tr("Puntos corregidos. {name}: {points}.")
        self._toasts.show(words.format(name=self._client.name, points=said(points_words(left))))

    @Slot()
    def _changed(self) -> None:
        # Another correction is another request.
        self._request_id = uuid4().hex


def _signed(points: int, *, plus: str = "+") -> str:
    return f"{MINUS if points < 0 else plus}{format_quantity(abs(points) * 1000)}"
