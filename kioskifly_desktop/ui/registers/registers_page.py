"""Cajas: where the money is and how it got there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_date, format_money, format_time, local
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.plan import Limit
from kioskifly_desktop.core.registers import (
    KIND_NAMES,
    RegisterKind,
    RegisterMovementRow,
    RegisterRow,
    archive_register,
    list_registers,
    register_movements,
    restore_register,
)
from kioskifly_desktop.core.sales import sale_of_entry
from kioskifly_desktop.core.sessions import SessionRow, open_sessions
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.people.sign import Sign
from kioskifly_desktop.ui.plan_notice import PlanNotice, set_available
from kioskifly_desktop.ui.printing.papers import Papers
from kioskifly_desktop.ui.registers.drawer_dialog import openings_button
from kioskifly_desktop.ui.registers.register_dialog import RegisterDialog
from kioskifly_desktop.ui.registers.register_list import RegisterList
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.sessions.session_bar import SESSIONS, SessionBar
from kioskifly_desktop.ui.sessions.sessions_table import SessionsTable
from kioskifly_desktop.ui.sessions.words import counts_blind, since_words
from kioskifly_desktop.ui.tickets.sale_dialog import SaleDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.icons import set_icon
from kioskifly_desktop.ui.widgets.labels import card, label, separator, set_tone
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.segments import Segments
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class RegistersPage(Page):
    """The registers at the left, the movements of the chosen one at the right."""

    page_id = keys.REGISTERS

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, self.tr("Cajas"))
        self.new_button = button(self.tr("Nueva caja"), icon_name="plus")
        self.new_button.clicked.connect(self.add)
        self.top.addWidget(openings_button(shop, self))
        self.top.addWidget(self.new_button)
        keys.bind("registers.new", self, self.add)
        self.filter = Segments(
            [(False, self.tr("En uso")), (True, self.tr("Archivadas"))],
            accessible=self.tr("Qué cajas ver"),
        )
        self._sessions: dict[int, SessionRow] = {}
        self._blind = False
        self.list = RegisterList(self._registers, self._describe)
        side = QWidget()
        side.setMinimumWidth(236)
        side.setMaximumWidth(400)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self.filter)
        line.addStretch()
        column.addLayout(line)
        column.addWidget(self.list, 1)
        self.full = PlanNotice(shop, Limit.REGISTERS)
        self.content.addWidget(self.full)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addWidget(side, 2)
        body.addWidget(self._detail(), 4)
        self.content.addLayout(body, 1)
        self.filter.chosen.connect(self.refresh)
        self.list.selectionModel().currentChanged.connect(self.show_register)
        self.bar.view.chosen.connect(self._show_view)
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
                Column(self.tr("Saldo"), self._balance_after, right=True),
            ),
            self._movements,
            parent=self,
        )
        widths = {0: 106, 2: 100, 3: 156, 4: 160}
        self.table = rows_table(self.movements, self.tr("Movimientos de la caja"), widths)
        self.table.activated.connect(self.open_sale)
        self.name = label("", "subtitle")
        self.kind = label("", "muted")
        self.balance = label("", "amount")
        self.state = label("", "mark")
        papers = Papers(self.shop, self.toasts, self)
        self.bar = SessionBar(self.shop, self.toasts, papers, self)
        self.sessions = SessionsTable(self.shop, papers)
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
        self.views = QStackedWidget()
        self.views.addWidget(self.rows_or_empty)
        self.views.addWidget(self.sessions)
        shown = card()
        column = QVBoxLayout(shown)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.bar)
        column.addWidget(separator())
        column.addWidget(self.views, 1)
        self.detail = QStackedWidget()
        self.detail.addWidget(shown)
        self.detail.addWidget(nothing)
        return self.detail

    def _head(self) -> QHBoxLayout:
        self.rename_button = icon_button("pencil", self.tr("Cambiar el nombre"), kind="outline")
        self.rename_button.clicked.connect(self.rename)
        self.archive_button = icon_button("archive", self.tr("Archivar"), kind="outline")
        self.archive_button.clicked.connect(self.archive_or_restore)
        for each in (self.new_button, self.rename_button, self.archive_button):
            Sign(each, self.shop, Permission.REGISTERS)
        words = QVBoxLayout()
        words.setSpacing(3)
        for line in (self.name, self.balance, self.kind, self.state):
            words.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 12)
        head.setSpacing(8)
        head.addLayout(words, 1)
        for each in (self.bar.toggle_button, self.rename_button, self.archive_button):
            head.addWidget(each)
        return head

    @Slot()
    def refresh(self) -> None:
        """Read registers, and the movements of the chosen one."""
        self._sessions = {row.register_id: row for row in self.shop.read(open_sessions)}
        self._today = self.shop.read(lambda work: work.today)
        self._blind = counts_blind(self.shop)
        self.list.reload()
        set_available(self.new_button, self.full.reason())
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
        self.kind.setText(said(KIND_NAMES[register.kind]))
        self.balance.setText(self._describe(register)[1])
        self._show_state(register)
        self.bar.show_register(register)
        words = self.tr("Volver a usar") if register.archived else self.tr("Archivar")
        set_icon(self.archive_button, "undo-2" if register.archived else "archive", "text")
        self.archive_button.setAccessibleName(words)
        self.archive_button.setToolTip(words)
        self.sessions.show_register(register.id)
        self.movements.restart()
        self.rows_or_empty.setCurrentIndex(0 if self.movements.rows else 1)

    def _show_state(self, register: RegisterRow) -> None:
        """Say whether a drawer is open, and since when and by whom."""
        self.state.setVisible(register.kind is RegisterKind.DRAWER and not register.archived)
        session = self._sessions.get(register.id)
        if session is None:
            self.state.setText(self.tr("Cerrada"))
        else:
            since = since_words(session, self._today)
            self.state.setText(f"{since} · {session.opened_by}")
        set_tone(self.state, "action" if session else "")

    @Slot(object)
    def _show_view(self, view: object) -> None:
        self.views.setCurrentIndex(1 if view == SESSIONS else 0)

    @Slot("QModelIndex")
    def open_sale(self, index: QModelIndex) -> None:
        """Open a movement that is a sale's to its lines."""
        sale = self.shop.read(sale_of_entry, self.movements.row(index).entry_id)
        if sale is not None:
            SaleDialog(self.shop, self.toasts, self, sale).open()

    @Slot()
    def add(self) -> None:
        """Open the form of a new register, if the plan admits one more."""
        if why := self.full.reason():
            self.toasts.show(why, error=True)
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
        except NotAllowedError as error:
            authorize(self, self.shop, error, self.archive_or_restore)
            return
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        undo = ToastAction(self.tr("Deshacer"), lambda: self._restore(register), undo=True)
        self.toasts.show(self.tr("Caja «{name}» archivada.").format(name=register.name), [undo])

    def _restore(self, register: RegisterRow) -> None:
        try:
            self.shop.write(restore_register, register.id)
        except NotAllowedError as error:
            authorize(self, self.shop, error, lambda: self._restore(register))
            return
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("Caja «{name}» en uso otra vez.").format(name=register.name))

    def _registers(self) -> Sequence[RegisterRow]:
        wanted = self.filter.value()
        rows = self.shop.read(list_registers, archived=True)
        return [row for row in rows if row.archived == wanted]

    def _hides(self, register: RegisterRow) -> bool:
        """Tell whether what a register holds is still to be counted blind."""
        return self._blind and register.id in self._sessions

    def _describe(self, register: RegisterRow) -> tuple[str, str]:
        """Return the second line of a register's card, and its figure."""
        words = said(KIND_NAMES[register.kind])
        if register.id in self._sessions:
            words = self.tr("{kind} · Abierta").format(kind=words)
        return words, "—" if self._hides(register) else format_money(register.balance)

    def _balance_after(self, row: RegisterMovementRow) -> str:
        register = self.list.current()
        hidden = register is not None and self._hides(register)
        return "—" if hidden else format_money(row.balance)

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
    return "\n".join(part for part in (said(row.concept), row.reference) if part)
