"""The form of a promise to pay: how much, by when, and what became of the earlier ones."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.contact import (
    PromiseRequest,
    PromiseRow,
    PromiseState,
    add_promise,
    promises,
    withdraw_promise,
)
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_date, format_money, parse_date
from kioskifly_desktop.ui.contact.words import promise_words, state_words
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.notice import Notice
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_FRIDAY = 4


class PromiseDialog(Dialog):
    """Writes down what a client promises to pay."""

    def __init__(self, shop: Shop, client_id: int, toasts: ToastHost, parent: QWidget) -> None:
        self._client = shop.read(get_client, client_id)
        super().__init__(parent, "", size=(640, 0))
        self.set_title(self.tr("Promesa de pago"), self._client.name)
        self._shop = shop
        self._toasts = toasts
        self._request_id = uuid4().hex
        self._today: date = shop.read(_today)
        before = shop.read(promises, client_id)
        self._pending = next((row for row in before if row.state is PromiseState.PENDING), None)
        self._lay_out(before)
        self.withdraw_button = button(self.tr("Quitar la pendiente"))
        self.withdraw_button.clicked.connect(self.withdraw)
        self.withdraw_button.setVisible(self._pending is not None)
        self.save_button = self.add_form_buttons(
            self.tr("Anotar promesa"), self.save, left=self.withdraw_button
        )
        for line in (self.amount, self.day, self.note):
            line.textChanged.connect(self._changed)
            line.returnPressed.connect(self.save)
        self.amount.setFocus()

    def _lay_out(self, before: Sequence[PromiseRow]) -> None:
        if self._pending is not None:
            words = self.tr("{promise} La nueva va en su lugar.")
            shown = promise_words(self._pending, self._today)
            self.body.addWidget(Notice(words.format(promise=f"{shown}."), "calendar-check"))
        owed = max(self._client.balance, 0)
        self.amount = MoneyEdit()
        self.amount.set_amount(owed)
        hint = self.tr("Debe {amount}.").format(amount=format_money(owed))
        self.day = QLineEdit(maxLength=10)
        self.day.setPlaceholderText(self.tr("dd/mm/aaaa"))
        self.note = QLineEdit(maxLength=120)
        self.note.setPlaceholderText(self.tr("Por ejemplo: cuando cobra"))
        self.fields = {
            "amount": Field(self.tr("Monto"), self.amount, hint=hint),
            "due": Field(self.tr("Para cuándo"), self.day),
            "note": Field(self.tr("Nota"), self.note),
        }
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.fields["amount"], 1)
        row.addWidget(self.fields["due"], 1)
        self.body.addLayout(row)
        self.body.addLayout(self._days())
        self.body.addWidget(self.fields["note"])
        if before:
            self.body.addWidget(self._before(before))

    def _days(self) -> QHBoxLayout:
        """Return the days that people name, each a button."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.day_buttons = []
        friday = self._today + timedelta(days=(_FRIDAY - self._today.weekday()) % 7 or 7)
        last = calendar.monthrange(self._today.year, self._today.month)[1]
        for words, day in (
            (self.tr("Mañana"), self._today + timedelta(days=1)),
            (self.tr("El viernes"), friday),
            (self.tr("En una semana"), self._today + timedelta(days=7)),
            (self.tr("Fin de mes"), self._today.replace(day=last)),
        ):
            quick = button(words, "quick")
            quick.clicked.connect(lambda _=False, day=day: self.choose_day(day))
            self.day_buttons.append(quick)
            row.addWidget(quick)
        return row

    def _before(self, before: Sequence[PromiseRow]) -> QWidget:
        self.rows: RowsModel[PromiseRow] = RowsModel(
            (
                Column(self.tr("Para el"), lambda row: format_date(row.due)),
                Column(self.tr("Prometió"), lambda row: format_money(row.amount), right=True),
                Column(self.tr("Pagó"), lambda row: format_money(row.paid), right=True),
                Column(self.tr("Quedó"), state_words),
            ),
            lambda after, _limit: () if after else before,
            parent=self,
        )
        self.rows.restart()
        self.table = rows_table(
            self.rows, self.tr("Promesas anteriores"), {0: 116, 1: 118, 2: 118}, row_height=38
        )
        self.table.setFixedHeight(38 * min(len(before), 4) + 46)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 8, 1, 1)
        caption = label(self.tr("Lo que prometió antes"), "caption")
        caption.setContentsMargins(15, 0, 0, 0)
        inside.addWidget(caption)
        inside.addWidget(self.table)
        return frame

    def choose_day(self, day: date) -> None:
        """Write a day in its field."""
        self.day.setText(format_date(day))
        self.save_button.setFocus()

    @Slot()
    def save(self) -> None:
        """Write the promise down, or say under its field what is wrong."""
        try:
            request = PromiseRequest(
                request_id=self._request_id,
                client_id=self._client.id,
                amount=self.amount.amount(),
                due=self._due(),
                note=self.note.text(),
            )
            self._shop.write(add_promise, request)
        except ShopError as error:
            field = self.fields.get(error.field, self.fields["amount"])
            # The focus first: an amount that it leaves is written anew, as if it were changed.
            field.setFocus()
            field.set_error(words_of(error))
            return
        self.accept()
        words = self.tr("{name} prometió {amount} para el {day}.")
        self._toasts.show(
            words.format(
                name=self._client.name,
                amount=format_money(request.amount),
                day=format_date(request.due),
            )
        )

    def _due(self) -> date:
        try:
            return parse_date(self.day.text())
        except ShopError as error:
            error.field = "due"
            raise

    @Slot()
    def withdraw(self) -> None:
        """Take back the promise that is to come."""
        assert self._pending is not None
        try:
            self._shop.write(withdraw_promise, self._pending.id)
        except ShopError as error:
            self.fields["amount"].set_error(words_of(error))
            return
        self.accept()
        self._toasts.show(self.tr("Promesa quitada."))

    @Slot()
    def _changed(self) -> None:
        self._request_id = uuid4().hex
        for field in self.fields.values():
            field.clear_error()


def _today(work: Work) -> date:
    return work.today
