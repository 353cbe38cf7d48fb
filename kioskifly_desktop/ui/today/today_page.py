"""The day: who promised to pay, whose birthday comes, who stays away, and how old the debts are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from kioskifly_desktop.core.contact import (
    Aim,
    MessageKind,
    PromiseRow,
    PromiseState,
    promises_due,
)
from kioskifly_desktop.core.es_ar import format_date, format_money
from kioskifly_desktop.core.today import BirthdayRow, UnseenRow, birthdays, long_unseen
from kioskifly_desktop.core.wallet import AGE_NAMES, Age, DebtAge, debts_by_age
from kioskifly_desktop.ui import background, keys
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.entry import client_page
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.contact.words import promise_words
from kioskifly_desktop.ui.offers.entry import open_offer
from kioskifly_desktop.ui.page import Page
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.theme import px
from kioskifly_desktop.ui.today.card import HIDDEN, TodayCard, Words
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.dialog import Dialog
    from kioskifly_desktop.ui.widgets.toast import ToastHost

_TWO_COLUMNS = 860


@dataclass(frozen=True, slots=True)
class _Day:
    today: date
    promises: Sequence[PromiseRow]
    birthdays: Sequence[BirthdayRow]
    unseen: Sequence[UnseenRow]
    debts: Sequence[DebtAge]


class TodayPage(Page):
    """Four lists, each row with its one act; nothing of them is printed or leaves together."""

    page_id = keys.TODAY

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts, "")
        self.heading.setText(self.tr("Hoy"))
        self._asked = 0
        self._first = True
        self._today: date = shop.read(_today)
        self.private = False
        self.hide_button = button(self.tr("Tapar los montos"), icon_name="lock")
        self.hide_button.setCheckable(True)
        self.hide_button.toggled.connect(self.set_private)
        keys.tip(self.hide_button, self.tr("Que no los vea quien espera"), "today.hide")
        keys.bind("today.hide", self, self.hide_button.toggle)
        self.top.addWidget(self.hide_button)
        self.error = Notice("")
        self.error.hide()
        self.content.addWidget(self.error)
        self._cards()
        self.content.addWidget(self._grid(), 1)

    def _cards(self) -> None:
        self.promises: TodayCard[PromiseRow] = TodayCard(
            "calendar-check",
            self.tr("Promesas de pago"),
            Words(
                lambda row: row.id,
                lambda row: row.client,
                lambda row: promise_words(row, self._today, amount=False),
                lambda row: format_money(row.amount - row.paid),
                lambda row: self.tr("Recordar") if _is_broken(row) else self.tr("Cobrar"),
            ),
            (
                self.tr("Nadie prometió para hoy"),
                self.tr("Las promesas se anotan en la billetera del cliente."),
            ),
            112,
        )
        self.debts: TodayCard[DebtAge] = TodayCard(
            "hand-coins",
            self.tr("Deudas por antigüedad"),
            Words(
                lambda row: row.client_id,
                lambda row: row.name,
                self._debt_fact,
                lambda row: format_money(row.balance),
                lambda row: self.tr("Recordar") if _is_late(row) else self.tr("Billetera"),
            ),
            (self.tr("Nadie debe"), self.tr("Acá vas a ver lo fiado, lo más viejo primero.")),
            112,
        )
        self.birthdays: TodayCard[BirthdayRow] = TodayCard(
            "cake",
            self.tr("Cumpleaños de la semana"),
            Words(
                lambda row: row.client_id,
                lambda row: row.name,
                self._birthday_fact,
                lambda _: "",
                lambda _: self.tr("Saludar"),
            ),
            (
                self.tr("Nadie cumple esta semana"),
                self.tr("Cargá los cumpleaños en la ficha de cada cliente."),
            ),
            112,
        )
        self.unseen: TodayCard[UnseenRow] = TodayCard(
            "clock",
            self.tr("Hace rato que no vienen"),
            Words(
                lambda row: row.client_id,
                lambda row: row.name,
                self._unseen_fact,
                lambda _: "",
                lambda _: self.tr("Invitar"),
            ),
            (
                self.tr("Todos vinieron hace poco"),
                self.tr("Acá vas a ver a los de siempre cuando falten."),
            ),
            112,
        )
        self.promises.table.acted.connect(self.act_on_promise)
        self.debts.table.acted.connect(self.act_on_debt)
        self.birthdays.table.acted.connect(self.greet)
        self.unseen.table.acted.connect(self.invite)

    def _grid(self) -> QScrollArea:
        content = QWidget()
        content.setObjectName("scrolled")
        self._places = QGridLayout(content)
        self._places.setContentsMargins(0, 0, 0, 8)
        self._places.setSpacing(14)
        self._columns = 0
        self._place()
        scroller = QScrollArea()
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setWidget(content)
        return scroller

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards side by side, or where there is no room one under the other."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = 2 if self.width() >= px(_TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        cards = (self.promises, self.debts, self.birthdays, self.unseen)
        for number, frame in enumerate(each.frame for each in cards):
            self._places.addWidget(frame, number // columns, number % columns)
        for n in range(4):
            self._places.setColumnStretch(n, int(n < columns))
            self._places.setRowStretch(n, int(n < 4 // columns))

    def showEvent(self, event: QShowEvent) -> None:
        """Read again also where another day has come."""
        if self.shop.read(_today) != self._today:
            self.mark_stale()
        super().showEvent(event)

    def refresh(self) -> None:
        """Read the day in another thread: on a large shop it takes a while."""
        self._asked += 1
        asked = self._asked

        def arrived(day: _Day) -> None:
            if asked == self._asked:
                self._show(day)

        def failed(error: ShopError) -> None:
            if asked == self._asked:
                self.error.words.setText(words_of(error))
                self.error.show()

        background.run(self, lambda: self.shop.read_apart(_read), arrived, failed)

    def focus_main(self) -> None:
        """Start at the first list that has something."""
        cards = (self.promises, self.debts, self.birthdays, self.unseen)
        first = next((each for each in cards if each.model.rows), self.promises)
        first.table.setFocus()

    @Slot(bool)
    def set_private(self, private: bool) -> None:  # noqa: FBT001 - Qt's signature
        """Cover the amounts from those who wait, or show them again."""
        self.private = private
        self.hide_button.setText(
            "  " + (self.tr("Mostrar los montos") if private else self.tr("Tapar los montos"))
        )
        self._write_totals()
        for each in (self.promises, self.debts, self.birthdays, self.unseen):
            each.set_private(private)

    def _show(self, day: _Day) -> None:
        first, self._first = self._first, False
        self.error.hide()
        self._today = day.today
        self.heading.setText(self.tr("Hoy, {day}").format(day=format_date(day.today)))
        self.promises.show_rows(day.promises, "")
        self.debts.show_rows(day.debts, "")
        self.birthdays.show_rows(day.birthdays, str(len(day.birthdays)))
        self.unseen.show_rows(day.unseen, str(len(day.unseen)))
        self.set_private(self.private)
        if first and self.isVisible():
            self.focus_main()

    def _write_totals(self) -> None:
        promised = [row.amount - row.paid for row in self.promises.model.rows]
        owed = [row.balance for row in self.debts.model.rows]
        self.promises.count.setText(self._total(promised))
        self.debts.count.setText(self._total(owed))

    def _total(self, amounts: Sequence[Centavos]) -> str:
        total = HIDDEN if self.private else format_money(sum(amounts))
        return f"{len(amounts)}  ·  {total}" if amounts else ""

    @Slot(object)
    def act_on_promise(self, row: PromiseRow) -> None:
        """Collect what was promised, or remind of it once the day is past."""
        if _is_broken(row):
            self._remind(row.client_id)
        else:
            self._open_wallet(row.client_id)

    @Slot(object)
    def act_on_debt(self, row: DebtAge) -> None:
        """Remind of a debt that is late; of any other, open the wallet."""
        if _is_late(row):
            self._remind(row.client_id)
        else:
            self._open_wallet(row.client_id)

    @Slot(object)
    def greet(self, row: BirthdayRow) -> None:
        """Write an offer for a birthday."""
        open_offer(self.shop, row.client_id, self.toasts, self, Aim.BIRTHDAY)

    @Slot(object)
    def invite(self, row: UnseenRow) -> None:
        """Write an offer to who stays away."""
        open_offer(self.shop, row.client_id, self.toasts, self, Aim.MISSED)

    def _remind(self, client_id: int) -> None:
        self._open(MessageDialog(self.shop, client_id, MessageKind.REMINDER, self.toasts, self))

    def _open_wallet(self, client_id: int) -> None:
        wallet = WalletDialog(self.shop, client_id, self.toasts, self)
        wallet.edit_wanted.connect(lambda found: self._edit_over(wallet, found))
        wallet.page_wanted.connect(wallet.accept)
        wallet.page_wanted.connect(lambda: self._show_client(client_id))
        self._open(wallet)

    def _open(self, dialog: Dialog) -> None:
        """Open what tells amounts, hidden while they are hidden here."""
        dialog.open()
        if self.private:
            dialog.cover()

    def _show_client(self, client_id: int) -> None:
        client_page(self.shop, client_id, self.toasts, self, private=self.private).open()

    def _edit_over(self, wallet: WalletDialog, client_id: int) -> None:
        ClientForm(self.shop, self.toasts, wallet, client_id).open()

    def _debt_fact(self, row: DebtAge) -> str:
        since = self.tr("{age}, desde el {day}")
        return since.format(age=said(AGE_NAMES[row.age]), day=format_date(row.since))

    def _birthday_fact(self, row: BirthdayRow) -> str:
        days = (row.day - self._today).days
        when = {0: self.tr("Hoy"), 1: self.tr("Mañana")}.get(days) or self.tr("El {day}").format(
            day=format_date(row.day)
        )
        return self.tr("{when} cumple {years}").format(when=when, years=row.turns)

    def _unseen_fact(self, row: UnseenRow) -> str:
        words = self.tr("Hace {days} días; venía cada {gap} días")
        return words.format(days=row.days, gap=row.usual_gap)


def _is_broken(row: PromiseRow) -> bool:
    """Tell whether a promise is to be reminded of: its day is past, and they take messages."""
    return row.state is PromiseState.BROKEN and row.accepts_messages


def _is_late(row: DebtAge) -> bool:
    """Tell whether a debt is to be reminded of."""
    return row.age is not Age.CURRENT and row.accepts_messages


def _today(work: Work) -> date:
    return work.today


def _read(work: Work) -> _Day:
    return _Day(
        today=work.today,
        promises=promises_due(work, work.today),
        birthdays=birthdays(work),
        unseen=long_unseen(work),
        debts=debts_by_age(work),
    )
