"""The cash drawer: opening it by hand, and the list of every time it was opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.es_ar import format_date, format_time, local
from kioskifly_desktop.core.outbox import DrawerOpening, drawer_openings, open_drawer
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.people.authorize import lent_in
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog, ask
from kioskifly_desktop.ui.widgets.labels import card
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop


def ask_to_open_drawer(shop: Shop, over: QWidget) -> None:
    """Ask for the reason and open the drawer."""
    ask(
        over,
        QCoreApplication.translate("drawer", "Abrir el cajón"),
        QCoreApplication.translate("drawer", "Queda anotado quién lo abrió, cuándo y por qué."),
        QCoreApplication.translate("drawer", "Abrir"),
        lambda reason: shop.write(open_drawer, reason),
        reason=True,
        lend=lent_in(shop),
    )


def openings_button(shop: Shop, page: QWidget) -> QPushButton:
    """Return the button of the openings, for a page's title row."""
    result = button(
        QCoreApplication.translate("drawer", "Aperturas del cajón"), icon_name="history"
    )
    result.clicked.connect(lambda: DrawerDialog(shop, page).open())
    return result


class DrawerDialog(Dialog):
    """Who opened the drawer, when and why."""

    def __init__(self, shop: Shop, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("Aperturas del cajón"),
            self.tr("Las de cada cobro en efectivo y las que se hicieron a mano."),
            size=(820, 600),
        )
        self._shop = shop
        self.model = RowsModel[DrawerOpening](
            (
                Column(self.tr("Fecha"), _when),
                Column(self.tr("Motivo"), lambda row: row.reason, tooltip=lambda row: row.reason),
                Column(self.tr("Cómo"), self._how),
                Column(self.tr("Quién"), lambda row: row.user),
            ),
            self._read,
            parent=self,
        )
        self.table = rows_table(
            self.model, self.tr("Aperturas del cajón"), {0: 130, 2: 150, 3: 160}
        )
        empty = EmptyState(
            "banknote",
            self.tr("Todavía no se abrió"),
            self.tr("Se abre solo al cobrar en efectivo si la impresora tiene cajón."),
        )
        self.rows_or_empty = QStackedWidget()
        self.rows_or_empty.addWidget(self.table)
        self.rows_or_empty.addWidget(empty)
        box = card()
        column = QVBoxLayout(box)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.rows_or_empty)
        self.body.addWidget(box, 1)
        close = button(self.tr("Cerrar"))
        close.clicked.connect(self.reject)
        self.open_button = button(self.tr("Abrir el cajón"), icon_name="lock-open")
        self.open_button.setToolTip(keys.cap("drawer"))
        self.open_button.clicked.connect(self.ask)
        Sign(self.open_button, shop, Permission.DRAWER)
        self.add_buttons(close, left=self.open_button)
        close.setFocus()
        shop.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the openings again."""
        self.model.reload()
        self.rows_or_empty.setCurrentIndex(0 if self.model.rows else 1)

    @Slot()
    def ask(self) -> None:
        """Open the drawer by hand, saying why."""
        ask_to_open_drawer(self._shop, self)

    def _how(self, row: DrawerOpening) -> str:
        return self.tr("A mano") if row.entry_id is None else self.tr("Con un cobro")

    def _read(self, after: DrawerOpening | None, limit: int) -> Sequence[DrawerOpening]:
        return self._shop.read(drawer_openings, before=after.id if after else None, limit=limit)


def _when(row: DrawerOpening) -> str:
    return f"{format_date(local(row.at).date())}\n{format_time(row.at)} h"
