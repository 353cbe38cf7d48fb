"""Cajas: where the money is and how it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_date, format_money, format_time, local
from kioskifly_desktop.core.registers import (
    KIND_NAMES,
    RegisterMovementRow,
    RegisterRow,
    archive_register,
    list_registers,
    register_movements,
    restore_register,
)
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.registers.drawer_dialog import openings_button
from kioskifly_desktop.ui.registers.register_dialog import RegisterDialog
from kioskifly_desktop.ui.registers.register_list import RegisterList
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import card, label, separator
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class RegistersPage(Page):
    """The registers at the left, the movements of the chosen one at the right."""

    page_id = keys.REGISTERS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Cajas"))
        self.new_button = button(self.tr("Nueva caja"), "primary", icon_name="plus")
        self.new_button.clicked.connect(self.add)
        self.top.addWidget(openings_button(shop, toasts, self))
        self.top.addWidget(self.new_button)
        keys.bind("registers.new", self, self.add)
        self.filter = Segments(
            [(False, self.tr("En uso")), (True, self.tr("Archivadas"))],
            accessible=self.tr("Qué cajas ver"),
        )
        self.list = RegisterList(self._registers)
        side = QWidget()
        side.setMinimumWidth(320)
        side.setMaximumWidth(400)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.filter)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self.list, 1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addWidget(side, 2)
        body.addWidget(self._detail(), 4)
        self.content.addLayout(body, 1)
        self.filter.chosen.connect(self.refresh)
        self.list.selectionModel().currentChanged.connect(self.show_register)
        self.setTabOrder(self.filter, self.list)

    def _detail(self) -> QWidget:
        self.movements = RowsModel[RegisterMovementRow](
            (
                Column(self.tr("Fecha"), _when),
                Column(self.tr("Concepto"), _what, tooltip=_what),
                Column(self.tr("Quién"), lambda row: row.user),
                Column(
                    self.tr("Monto"), lambda row: format_money(row.amount, plus=True), right=True
                ),
                Column(self.tr("Saldo"), lambda row: format_money(row.balance), right=True),
            ),
            self._movements,
            parent=self,
        )
        widths = {0: 120, 2: 120, 3: 150, 4: 160}
        self.table = rows_table(self.movements, self.tr("Movimientos de la caja"), widths)
        self.name = label("", "subtitle")
        self.kind = label("", "muted")
        self.balance = label("", "amount")
        self.rename_button = button(self.tr("Cambiar el nombre"), icon_name="pencil")
        self.rename_button.clicked.connect(self.rename)
        self.archive_button = button(self.tr("Archivar"), icon_name="archive")
        self.archive_button.clicked.connect(self.archive_or_restore)
        words = QVBoxLayout()
        words.setSpacing(1)
        for line in (self.name, self.balance, self.kind):
            words.addWidget(line)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 14)
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addWidget(self.rename_button)
        head.addWidget(self.archive_button)
        quiet = EmptyState(
            "history",
            self.tr("Todavía no hay movimientos"),
            self.tr("Los pagos que recibas en esta caja van a aparecer acá."),
        )
        nothing = EmptyState(
            "archive",
            self.tr("No hay cajas archivadas"),
            self.tr("Una caja se puede archivar cuando su saldo es cero."),
        )
        self.rows_or_empty = QStackedWidget()
        self.rows_or_empty.addWidget(self.table)
        self.rows_or_empty.addWidget(quiet)
        shown = card()
        column = QVBoxLayout(shown)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(separator())
        column.addWidget(self.rows_or_empty, 1)
        self.detail = QStackedWidget()
        self.detail.addWidget(shown)
        self.detail.addWidget(nothing)
        return self.detail

    @Slot()
    def refresh(self) -> None:
        """Read registers, and the movements of the chosen one."""
        self.list.reload()
        self.new_button.setEnabled(self.shop.user.is_admin)
        self.show_register()

    def focus_main(self) -> None:
        """Go to the list."""
        self.list.setFocus()

    @Slot()
    def show_register(self) -> None:
        """Show the chosen register's balance and movements."""
        register = self.list.current()
        self.detail.setCurrentIndex(0 if register else 1)
        if register is None:
            return
        self.name.setText(register.name)
        self.kind.setText(KIND_NAMES[register.kind])
        self.balance.setText(format_money(register.balance))
        admin = self.shop.user.is_admin
        reason = "" if admin else self.tr("Solo administración puede cambiar las cajas.")
        for each in (self.rename_button, self.archive_button):
            each.setEnabled(admin)
            each.setToolTip(reason)
        self.new_button.setToolTip(reason)
        words = self.tr("Volver a usar") if register.archived else self.tr("Archivar")
        self.archive_button.setText(f"  {words}")
        self.movements.restart()
        self.rows_or_empty.setCurrentIndex(0 if self.movements.rows else 1)

    @Slot()
    def add(self) -> None:
        """Open the form of a new register."""
        if not self.shop.user.is_admin:
            self.toasts.show(str(NotAllowedError()), error=True)
            return
        RegisterDialog(self.shop, self.toasts, self).open()

    @Slot()
    def rename(self) -> None:
        """Open the form with the chosen register's name."""
        if register := self.list.current():
            RegisterDialog(self.shop, self.toasts, self, register).open()

    @Slot()
    def archive_or_restore(self) -> None:
        """Retire the chosen register, or bring it back."""
        register = self.list.current()
        if register is None:
            return
        if register.archived:
            self._restore(register)
            return
        try:
            self.shop.write(archive_register, register.id)
        except ShopError as error:
            self.toasts.show(str(error), error=True)
            return
        undo = ToastAction(self.tr("Deshacer"), lambda: self._restore(register), undo=True)
        self.toasts.show(self.tr("Caja «{name}» archivada.").format(name=register.name), [undo])

    def _restore(self, register: RegisterRow) -> None:
        try:
            self.shop.write(restore_register, register.id)
        except ShopError as error:
            self.toasts.show(str(error), error=True)
            return
        self.toasts.show(self.tr("Caja «{name}» en uso otra vez.").format(name=register.name))

    def _registers(self) -> Sequence[RegisterRow]:
        wanted = self.filter.value()
        rows = self.shop.read(list_registers, archived=True)
        return [row for row in rows if row.archived == wanted]

    def _movements(
        self, after: RegisterMovementRow | None, limit: int
    ) -> Sequence[RegisterMovementRow]:
        register = self.list.current()
        if register is None:
            return ()
        before = after.posting_id if after else None
        return self.shop.read(register_movements, register.id, before=before, limit=limit)


def _when(row: RegisterMovementRow) -> str:
    return f"{format_date(local(row.at).date())}\n{format_time(row.at)} h"


def _what(row: RegisterMovementRow) -> str:
    return "\n".join(part for part in (row.concept, row.reference) if part)
