"""The card above the list: what clients owe, what they have in credit, how many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import label, separator

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import ClientTotals


class SummaryCard(QFrame):
    """Three figures side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 11, 20, 11)
        self._row.setSpacing(20)
        self.owed, self._owing = self._figure(self.tr("Te deben"), "arrow-up-right", "debt")
        self._row.addWidget(separator(vertical=True))
        self.credit, self._in_credit = self._figure(
            self.tr("Saldo a favor de clientes"), "arrow-down-left", "credit"
        )
        self._row.addWidget(separator(vertical=True))
        self.clients, self._settled = self._figure(self.tr("Clientes"), "users", "")

    def show_totals(self, totals: ClientTotals) -> None:
        """Write the figures."""
        self.owed.setText(format_money(totals.owed))
        self._owing.setText(self._people(totals.owing))
        self.credit.setText(format_money(totals.credit))
        self._in_credit.setText(self._people(totals.in_credit))
        self.clients.setText(str(totals.clients))
        settled = totals.clients - totals.owing - totals.in_credit
        self._settled.setText(self.tr("{count} al día").format(count=settled))

    def _figure(self, caption: str, icon_name: str, tone: str) -> tuple[QLabel, QLabel]:
        column = QVBoxLayout()
        column.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(icon_label(icon_name, tone or "text_secondary", 15, 2.4))
        words = label(caption, "muted")
        head.addWidget(words, 1)
        figure = label("")
        figure.setFont(font(24, 700, tabular=True))
        figure.setProperty("tone", tone)
        words.setBuddy(figure)
        note = label("", "tiny")
        column.addLayout(head)
        column.addWidget(figure)
        column.addWidget(note)
        self._row.addLayout(column, 1)
        return figure, note

    def _people(self, count: int) -> str:
        words = self.tr("{count} cliente") if count == 1 else self.tr("{count} clientes")
        return words.format(count=count)
