"""The sales put aside, to take one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from kioskifly_desktop.core.es_ar import business_date, format_datetime, format_money, format_time
from kioskifly_desktop.core.sales import ParkedRow, discard_parked, list_parked
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.rows_model import ROW_ROLE, Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop


class ParkedDialog(Dialog):
    """Lists the sales put aside, the last one first; Enter takes one back."""

    taken = Signal(int)
    """The id of the sale to go on with."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Ventas en espera"),
            self.tr("Enter retoma la elegida, Supr la descarta."),
            size=(700, 440),
        )
        self._shop = shop
        self._today = shop.read(_today)
        self.rows: RowsModel[ParkedRow] = RowsModel(
            (
                Column(self.tr("Hora"), self._when),
                Column(self.tr("De quién"), lambda row: row.client or row.label),
                Column(self.tr("Productos"), lambda row: str(row.items), right=True),
                Column(self.tr("Total"), lambda row: format_money(row.total), right=True),
            ),
            self._fetch,
            parent=self,
        )
        self.table = rows_table(self.rows, self.windowTitle(), {0: 150, 2: 110, 3: 150})
        self.table.doubleClicked.connect(self.take)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        self.body.addWidget(frame, 1)
        self.discard_button = button(self.tr("Descartar"), icon_name="trash-2")
        self.discard_button.clicked.connect(self.discard)
        back = button(self.tr("Volver"))
        back.clicked.connect(self.reject)
        self.take_button = button(self.tr("Retomar"), "primary", icon_name="check")
        self.take_button.clicked.connect(self.take)
        self.add_buttons(back, self.take_button, left=self.discard_button)
        self._fill()
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Discard with Supr, take back with Enter."""
        if event.key() == Qt.Key.Key_Delete:
            self.discard()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            self.focusWidget() is self.table
        ):
            self.take()
        else:
            super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Go on with the chosen sale."""
        if row := self._chosen():
            self.accept()
            self.taken.emit(row.id)

    @Slot()
    def discard(self) -> None:
        """Throw the chosen sale away, asking first."""
        if (row := self._chosen()) is None:
            return

        def throw_away() -> None:
            self._shop.write(discard_parked, row.id)
            self._fill()

        words = self.tr("{whose}: {total} que no se cobraron.")
        ask(
            self,
            self.tr("¿Descartar esta venta?"),
            words.format(whose=row.client or row.label, total=format_money(row.total)),
            self.tr("Descartar"),
            throw_away,
        )

    def _chosen(self) -> ParkedRow | None:
        row: ParkedRow | None = self.table.currentIndex().data(ROW_ROLE)
        return row

    def _when(self, row: ParkedRow) -> str:
        today = business_date(row.at) == self._today
        return format_time(row.at) if today else format_datetime(row.at)

    def _fetch(self, after: ParkedRow | None, _limit: int) -> Sequence[ParkedRow]:
        return self._shop.read(list_parked)[::-1] if after is None else ()

    def _fill(self) -> None:
        self.rows.restart()
        self.table.selectRow(0)
        for each in (self.take_button, self.discard_button):
            each.setEnabled(bool(self.rows.rows))


def _today(work: Work) -> object:
    return work.today
