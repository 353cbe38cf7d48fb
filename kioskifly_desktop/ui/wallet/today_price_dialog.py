"""A client's debt line by line: as it was written, at today's price, and what changes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import format_date, format_money, format_quantity
from kioskifly_desktop.core.wallet import (
    KEPT_NAMES,
    TodayLine,
    TodayPrice,
    UpdateRequest,
    today_price,
    update_to_today,
)
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.labels import card, label, set_tone
from kioskifly_desktop.ui.widgets.notice import EmptyState, Notice
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table
from kioskifly_desktop.ui.widgets.toast import ToastAction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.wallet.papers import WalletPapers
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_WIDTHS = {0: 118, 2: 116, 3: 124, 4: 118, 5: 160}


class TodayPriceDialog(Dialog):
    """The preview; nothing changes until an administrator applies it."""

    def __init__(
        self,
        shop: Shop,
        client_id: int,
        papers: WalletPapers,
        toasts: ToastHost,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, self.tr("Fiado a precio de hoy"), size=(980, 640))
        self._shop = shop
        self._client_id = client_id
        self._papers = papers
        self._toasts = toasts
        self._request_id = uuid4().hex
        self.found: TodayPrice = shop.read(today_price, client_id)
        self.off = Notice(
            self.tr("Está apagado: se puede mirar, pero no aplicar. Se activa en Ajustes, Fiado.")
        )
        self.terms = label("", "muted")
        self.terms.setWordWrap(True)
        self.body.addWidget(self.off)
        self.body.addWidget(self.terms)
        self.body.addWidget(self._table(), 1)
        self.body.addLayout(self._sums())
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.apply_button = self.add_form_buttons(
            self.tr("Actualizar la deuda"), self.apply, left=self.error
        )
        shop.changed.connect(self.refresh)
        self._show()
        self.table.setFocus()

    def _table(self) -> QWidget:
        self.rows: RowsModel[TodayLine] = RowsModel(
            (
                Column(self.tr("Fecha"), lambda row: format_date(row.day)),
                Column(self.tr("Qué llevó"), line_words, tooltip=line_words),
                Column(self.tr("Anotado"), lambda row: format_money(row.written), right=True),
                Column(self.tr("A precio de hoy"), lambda row: format_money(row.today), right=True),
                Column(self.tr("Diferencia"), _difference, right=True),
                Column("", why_words, tooltip=why_words),
            ),
            self._slice,
            parent=self,
        )
        self.table = rows_table(self.rows, self.tr("Línea por línea"), _WIDTHS, row_height=42)
        self.table.setMinimumWidth(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        nothing = self.tr("Acá ves lo que falta pagar, a lo que cuesta hoy.")
        self._stack.addWidget(EmptyState("receipt-text", self.tr("No debe nada"), nothing))
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        return frame

    def _sums(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addStretch(1)
        self.sums = {}
        for name, words in (
            ("written", self.tr("Anotado")),
            ("today", self.tr("A precio de hoy")),
            ("difference", self.tr("Diferencia")),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            caption, figure = label(words, "muted"), label("", "title")
            for part in (caption, figure):
                column.addWidget(part)
            figure.setAccessibleName(words)
            self.sums[name] = figure
            row.addLayout(column)
        return row

    @Slot()
    def refresh(self) -> None:
        """Read it again: a price may have changed meanwhile."""
        self.found = self._shop.read(today_price, self._client_id)
        self._show()

    def _show(self) -> None:
        found = self.found
        self.set_title(self.tr("Fiado a precio de hoy"), found.client.name)
        self.off.setVisible(not found.terms.enabled)
        days = self.tr("desde los {days} días de la compra") if found.terms.grace_days else ""
        words = self.tr("Sube hasta {cap} de lo que costó{days}, y también baja. No es interés.")
        since = f", {days.format(days=found.terms.grace_days)}" if days else ""
        self.terms.setText(words.format(cap=format_percent(found.terms.cap), days=since))
        self.rows.restart()
        self._stack.setCurrentIndex(0 if found.lines else 1)
        for name, figure in self.sums.items():
            amount = getattr(found, name)
            figure.setText(format_money(amount, plus=name == "difference"))
        tone = "debt" if found.difference > 0 else "credit" if found.difference else ""
        set_tone(self.sums["difference"], tone)
        self.apply_button.setEnabled(
            bool(found.difference) and found.terms.enabled and not found.client.archived
        )

    @Slot()
    def apply(self) -> None:
        """Write the update that is shown, and close."""
        if not self.apply_button.isEnabled():
            return
        request = UpdateRequest(self._request_id, self._client_id, self.found.difference)
        try:
            done = self._shop.write(update_to_today, request)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.apply)
            return
        except ShopError as error:
            self.refresh()
            self.error.setText(words_of(error))
            return
        self.accept()
        words = self.tr("Deuda actualizada: {change}. {name}: {balance}.")
        actions = []
        if not done.printing:
            act = self._papers.print_voucher
            actions.append(ToastAction(self.tr("Imprimir"), lambda: act(done.voucher_id)))
        show = self._papers.show_voucher
        actions.append(ToastAction(self.tr("Ver"), lambda: show(done.voucher_id)))
        change = format_money(done.difference, plus=True)
        balance = spoken(done.client_balance)
        name = self.found.client.name
        self._toasts.show(words.format(change=change, name=name, balance=balance), actions)

    def _slice(self, after: TodayLine | None, limit: int) -> Sequence[TodayLine]:
        lines = self.found.lines
        start = 0 if after is None else 1 + next(n for n, row in enumerate(lines) if row is after)
        return lines[start : start + limit]


def line_words(line: TodayLine) -> str:
    """Return what was taken: `0,250 kg Queso`."""
    if not line.quantity:
        return line.description
    return f"{format_quantity(line.quantity, kilograms=line.kilograms)} {line.description}"


def why_words(line: TodayLine) -> str:
    """Return why a line is not at today's price."""
    if line.capped:
        return QCoreApplication.translate("TodayPriceDialog", "Hasta el tope")
    return said(KEPT_NAMES[line.kept]) if line.kept else ""


def _difference(line: TodayLine) -> str:
    return format_money(line.difference, plus=True) if line.difference else "—"
