"""Pasar el cuaderno: name, amount, day, Enter, next; and the total to compare with the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QStringListModel, Qt, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kioskifly_desktop.core.clients import ClientQuery, ClientRow, list_clients
from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import fold, format_date, format_money, parse_date
from kioskifly_desktop.core.imports import NotebookLine, pass_line
from kioskifly_desktop.core.wallet import ReversalRequest, reverse_movement
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.wallet.standing import spoken
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import card, key_hints, label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.notice import EmptyState
from kioskifly_desktop.ui.widgets.rows_model import Column, RowsModel
from kioskifly_desktop.ui.widgets.tables import rows_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import User, Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_SUGGESTED = 8
_TOTAL_WIDTH = 300


@dataclass(frozen=True, slots=True)
class _Passed:
    """A line that was passed."""

    entry_id: int
    name: str
    day: date
    amount: Centavos
    balance: Centavos
    added: bool


class NotebookDialog(Dialog):
    """Passes the notebook's lines, each kept as it is passed."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget) -> None:
        super().__init__(parent, "", size=(860, 660))
        self.set_title(
            self.tr("Pasar el cuaderno"),
            self.tr("Lo que debe cada uno hasta hoy queda como saldo inicial de su cuenta."),
        )
        self._shop = shop
        self._toasts = toasts
        self._request_id = uuid4().hex
        self._today: date = shop.read(_today)
        self._client: ClientRow | None = None
        self._passed: list[_Passed] = []
        self._lender: User | None = None
        shop.user_changed.connect(self.forget_lender)
        self.authorized = label("", "tiny")
        self.authorized.hide()
        self.body.addWidget(self._form())
        self.body.addWidget(self._lines(), 1)
        self.body.addWidget(self.authorized)
        self.total = label("", "amount")
        self.total.setMinimumWidth(_TOTAL_WIDTH)
        self.count = label("", "muted")
        self.undo_button = button(self.tr("Deshacer la última"), icon_name="undo-2")
        self.undo_button.clicked.connect(self.undo)
        close = button(self.tr("Listo"))
        close.clicked.connect(self.finish)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.total)
        figures.addWidget(self.count)
        left = QWidget()
        left.setLayout(figures)
        self.add_buttons(self.undo_button, close, left=left)
        self._show()
        self.name.setFocus()

    def _form(self) -> QWidget:
        self.name = QLineEdit(maxLength=120)
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(self.completer)
        self.amount = MoneyEdit(compact=True)
        self.day = QLineEdit(format_date(self._today), maxLength=10)
        self.day.setPlaceholderText(self.tr("dd/mm/aaaa"))
        self.fields = {
            "name": Field(self.tr("Nombre"), self.name),
            "amount": Field(self.tr("Debe"), self.amount),
            "day": Field(self.tr("Desde"), self.day),
        }
        self.name.textEdited.connect(self._suggest)
        self.name.textChanged.connect(self._changed)
        self.amount.textChanged.connect(self._changed)
        self.day.textChanged.connect(self._changed)
        self.name.returnPressed.connect(self._go_on)
        self.amount.returnPressed.connect(self._to_day)
        self.day.returnPressed.connect(self.save)
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 8)
        row = QHBoxLayout()
        row.setSpacing(14)
        for key, stretch in (("name", 5), ("amount", 3), ("day", 2)):
            row.addWidget(self.fields[key], stretch)
        column.addLayout(row)
        column.addWidget(key_hints([("Enter", self.tr("al campo que sigue, y a otro renglón"))]))
        return frame

    def _lines(self) -> QWidget:
        self.lines: RowsModel[_Passed] = RowsModel(
            (
                Column(self.tr("Nombre"), _who),
                Column(self.tr("Desde"), lambda row: format_date(row.day)),
                Column(self.tr("Pasado"), lambda row: format_money(row.amount), right=True),
                Column(self.tr("Queda"), lambda row: spoken(row.balance), right=True),
            ),
            lambda after, _limit: () if after else self._passed[::-1],
            parent=self,
        )
        table = rows_table(
            self.lines, self.tr("Renglones pasados"), {1: 110, 2: 150, 3: 200}, row_height=44
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(table)
        text = self.tr("Escribí nombre, monto y desde cuándo. Cada renglón queda guardado.")
        self._stack.addWidget(EmptyState("notebook-pen", self.tr("El primer renglón"), text))
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._stack)
        return frame

    @Slot()
    def forget_lender(self) -> None:
        """Ask again: somebody came to the counter since."""
        self._lender = None
        self.authorized.hide()

    @Slot()
    def save(self) -> bool:
        """Keep the line and start the next one, or say under its field what is wrong."""
        return self._save(self.save)

    def _save(self, again: Callable[[], object]) -> bool:
        """Tell whether the line is kept; `again` follows once somebody authorizes it."""
        try:
            line = NotebookLine(
                request_id=self._request_id,
                name=self.name.text(),
                amount=self.amount.amount(),
                day=self._day(),
                client_id=self._client.id if self._client else None,
            )
            with self._shop.lent_by(self._shop.lender or self._lender):
                done = self._shop.write(pass_line, line)
        except NotAllowedError as error:
            self._ask(error, again)
            return False
        except ShopError as error:
            field = self.fields.get(error.field, self.fields["name"])
            # First the focus: the amount that loses it is written anew, which takes errors back.
            field.setFocus()
            field.set_error(words_of(error))
            return False
        assert line.day is not None
        self._passed.append(
            _Passed(done.entry_id, done.name, line.day, line.amount, done.balance, done.added)
        )
        self.name.clear()
        self.amount.clear()
        self._show()
        self.name.setFocus()
        return True

    def _ask(self, error: NotAllowedError, then: Callable[[], object]) -> None:
        """Ask for one PIN, which serves until the notebook is closed."""

        def lent() -> None:
            self._lender = self._shop.lender
            assert self._lender is not None
            words = self.tr("Autoriza {name}, hasta que cierres el cuaderno.")
            self.authorized.setText(words.format(name=self._lender.name))
            self.authorized.show()
            then()

        authorize(self, self._shop, error, lent)

    @Slot()
    def finish(self) -> None:
        """Close, once the line that was being written is kept too."""
        written = self.name.text().strip() or self.amount.text().strip()
        if not written or self._save(self.finish):
            self.accept()

    @Slot()
    def undo(self) -> None:
        """Take the last line back, by the opposite entry, and put it in the fields again."""
        last = self._passed[-1]
        reason = self.tr("Mal pasado del cuaderno")
        request = ReversalRequest(f"undo-{last.entry_id}", last.entry_id, reason)
        try:
            with self._shop.lent_by(self._shop.lender or self._lender):
                self._shop.write(reverse_movement, request)
        except NotAllowedError as error:
            self._ask(error, self.undo)
            return
        except ShopError as error:
            self.fields["name"].set_error(words_of(error))
            return
        self._passed.pop()
        self._show()
        self.name.setText(last.name)
        self._find(last.name)
        self.amount.set_amount(last.amount)
        self.day.setText(format_date(last.day))
        self.name.setFocus()
        self.name.selectAll()

    def _day(self) -> date:
        try:
            return parse_date(self.day.text())
        except ShopError as error:
            error.field = "day"
            raise

    @Slot()
    def _go_on(self) -> None:
        self._find(self.name.text())
        if self.name.text().strip():
            self.amount.setFocus()
            self.amount.selectAll()

    @Slot()
    def _to_day(self) -> None:
        self.day.setFocus()
        self.day.selectAll()

    @Slot(str)
    def _suggest(self, text: str) -> None:
        found = self._shop.read(list_clients, ClientQuery(search=text), limit=_SUGGESTED)
        self._names.setStringList([row.name for row in found] if text.strip() else [])

    @Slot()
    def _changed(self) -> None:
        self._request_id = uuid4().hex
        for field in self.fields.values():
            field.clear_error()
        if self.sender() is self.name:
            self._find(self.name.text())

    def _find(self, name: str) -> None:
        """Take the client of that name, if there is one and only one; else it will be new."""
        folded = fold(name)
        rows = self._shop.read(list_clients, ClientQuery(search=name), limit=50) if folded else []
        same = [row for row in rows if fold(row.name) == folded]
        self._client = same[0] if len(same) == 1 else None
        hint = ""
        if self._client is not None:
            hint = self.tr("Ya es cliente: {standing}. Se suma a su cuenta.").format(
                standing=spoken(self._client.balance)
            )
        elif len(same) > 1:
            hint = self.tr("Hay {n} con ese nombre: va a ser otro más.").format(n=len(same))
        elif folded:
            hint = self.tr("Cliente nuevo.")
        self.fields["name"].set_hint(hint)

    def _show(self) -> None:
        self.lines.restart()
        self._stack.setCurrentIndex(0 if self._passed else 1)
        self.undo_button.setEnabled(bool(self._passed))
        self.total.setText(format_money(sum(row.amount for row in self._passed)))
        count = len(self._passed)
        words = self.tr("en {n} renglón") if count == 1 else self.tr("en {n} renglones")
        self.count.setText(words.format(n=count))


def _who(row: _Passed) -> str:
    return row.name


def _today(work: Work) -> date:
    return work.today
