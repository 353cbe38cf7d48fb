"""The sessions of a drawer, newest first: who, how long, and how the count came out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.es_ar import format_date, format_money, format_time, local
from kioskifly_desktop.core.sessions import SessionRow, list_sessions, x_report
from kioskifly_desktop.ui.sessions.words import counts_blind, difference_words
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.printing.papers import Papers
    from kioskifly_desktop.ui.shop import Shop


class SessionsTable(QWidget):
    """Past sessions; Enter or a double click shows the report of one, to print it again."""

    def __init__(self, shop: Shop, papers: Papers) -> None:
        super().__init__()
        self._shop = shop
        self._papers = papers
        self._register_id = 0
        self.rows: RowsModel[SessionRow] = RowsModel(
            (
                Column(self.tr("Turno"), self._when),
                Column(self.tr("Quién"), self._who, tooltip=self._who),
                Column(self.tr("Esperado"), lambda row: _money(row.expected), right=True),
                Column(self.tr("Contado"), lambda row: _money(row.counted), right=True),
                Column(self.tr("Diferencia"), self._difference, right=True),
            ),
            self._fetch,
            page=50,
            parent=self,
        )
        widths = {0: 136, 2: 140, 3: 140, 4: 164}
        self.table = rows_table(self.rows, self.tr("Turnos de la caja"), widths)
        self.table.activated.connect(self._open)
        self.show_button = button("", icon_name="receipt-text")
        self.show_button.clicked.connect(self.show_current)
        self.table.selectionModel().currentChanged.connect(self._chosen)
        never = self.tr("Cuando abras y cierres la caja, cada turno queda acá con su informe.")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState("clock", self.tr("Todavía no hubo turnos"), never))
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 16, 10)
        self._hint = label("", "muted")
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)

    def show_register(self, register_id: int) -> None:
        """Read a drawer's sessions; the chosen one stays until there is a newer one."""
        chosen, before = self.current(), self.rows.rows[:1]
        self._register_id = register_id
        self.rows.restart()
        position = 0
        if chosen is not None and before and self._is_newest(before[0]):
            position = self.rows.find(lambda row: row.id == chosen.id)
        self.table.setCurrentIndex(self.rows.index(max(position, 0), 0))
        self._stack.setCurrentIndex(0 if self.rows.rows else 1)
        self._hint.setVisible(bool(self.rows.rows))
        self.show_button.setVisible(bool(self.rows.rows))
        self._chosen()

    def _is_newest(self, session: SessionRow) -> bool:
        return bool(self.rows.rows) and self.rows.rows[0].id == session.id

    def current(self) -> SessionRow | None:
        """Return the session that is chosen."""
        index = self.table.currentIndex()
        return self.rows.row(index) if index.isValid() else None

    @Slot()
    def show_current(self) -> None:
        """Show the report of the chosen session: its close, or how it stands."""
        row = self.current()
        if row is None:
            return
        if row.voucher_id is not None:
            self._papers.show_voucher(row.voucher_id)
        elif not counts_blind(self._shop):
            self._papers.show_report(lambda: self._shop.read(x_report, row.id))

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self.show_current()

    @Slot()
    def _chosen(self) -> None:
        row = self.current()
        closed = row is not None and row.voucher_id is not None
        self.show_button.setEnabled(closed or not counts_blind(self._shop))
        words = self.tr("Ver e imprimir el cierre") if closed else self.tr("Ver el informe X")
        self.show_button.setText(f"  {words}")
        self.show_button.setAccessibleName(words)
        self._hint.setText(
            self.tr("Cierre {number}").format(number=row.number)
            if row is not None and closed
            else self.tr("Este turno sigue abierto.")
        )

    def _fetch(self, after: SessionRow | None, limit: int) -> Sequence[SessionRow]:
        before = after.id if after else None
        return self._shop.read(list_sessions, self._register_id, before=before, limit=limit)

    def _when(self, row: SessionRow) -> str:
        start = format_time(row.opened_at)
        if row.closed_at is None:
            hours = self.tr("desde las {start}").format(start=start)
        else:
            hours = self.tr("{start} a {end} h").format(start=start, end=format_time(row.closed_at))
        return f"{format_date(local(row.opened_at).date())}\n{hours}"

    def _who(self, row: SessionRow) -> str:
        if not row.closed_by or row.closed_by == row.opened_by:
            return row.opened_by
        closed = self.tr("Cerró {name}").format(name=row.closed_by)
        return f"{row.opened_by}\n{closed}"

    def _difference(self, row: SessionRow) -> str:
        return self.tr("Abierta") if row.over_short is None else difference_words(row.over_short)


def _money(amount: Centavos | None) -> str:
    return "—" if amount is None else format_money(amount)
