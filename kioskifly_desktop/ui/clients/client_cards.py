"""The cards of a client's page: figures side by side, and lines with a caption each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from kioskifly_desktop.core.es_ar import format_date, format_money
from kioskifly_desktop.ui.clients.client_words import ago, debt_note, habit_words, money, times
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.wallet.standing import standing
from kioskifly_desktop.ui.widgets.labels import label, separator, set_tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.portrait import Portrait
    from kioskifly_desktop.ui.clients.client_words import Fact


_BREAK = "\u200b"
_LARGE = 20
_SMALLER = (_LARGE, 18, 16, 14, 12)


class _Value(QLabel):
    """A figure in letters as large as fit: an amount is never cut."""

    def __init__(self) -> None:
        super().__init__("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(_LARGE, 700, tabular=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the largest letters that fit."""
        faces = (font(size, 700, tabular=True) for size in _SMALLER)
        wide = self.width()
        fits = (each for each in faces if _advance(each, self.text()) <= wide)
        self.setFont(next(fits, font(_SMALLER[-1], 700, tabular=True)))


def _advance(face: QFont, words: str) -> int:
    return QFontMetrics(face).horizontalAdvance(words)


class Figure(QVBoxLayout):
    """A caption, a figure under it, and a note."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setSpacing(1)
        self.caption = label(caption, "muted")
        self.value = _Value()
        self.caption.setBuddy(self.value)
        self.note = label("", "tiny")
        self.note.setWordWrap(True)
        for part in (self.caption, self.value, self.note):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.addWidget(part)
        self.addStretch()

    def say(self, value: str, note: str, tone: str = "") -> None:
        """Write the figure and its note."""
        self.value.setText(value)
        self.value.fit()
        self.value.setToolTip(value)
        self.value.setAccessibleName(f"{self.caption.text()}: {value}")
        self.note.setText(note)
        set_tone(self.value, tone)


class Figures(QFrame):
    """How a client stands and buys, in four figures."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.balance = Figure(self.tr("Saldo"))
        self.bought = Figure(self.tr("Compró en 12 meses"))
        self.average = Figure(self.tr("Ticket promedio"))
        self.last = Figure(self.tr("Última compra"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 11, 20, 11)
        row.setSpacing(16)
        for number, each in enumerate((self.balance, self.bought, self.average, self.last)):
            if number:
                row.addWidget(separator(vertical=True))
            row.addLayout(each, 1)

    def show_portrait(self, found: Portrait, *, private: bool) -> None:
        """Write the figures; with `private`, no amounts."""
        stands = standing(found.wallet.client.balance)
        balance = found.wallet.client.balance
        self.balance.caption.setText(self.tr("Saldo") if private else stands.word)
        amount = format_money(abs(balance)) if balance else self.tr("No debe nada")
        tone = {"debt": "debt", "credit": "credit"}.get(stands.ink, "muted")
        self.balance.say(
            money(balance, private=True) if private else amount,
            debt_note(found, private=private),
            "" if private else tone,
        )
        habits = found.habits
        self.bought.say(money(habits.year_net, private=private), times(habits.year_tickets))
        average = habits.average
        self.average.say(
            "—" if average is None else money(average, private=private), habit_words(habits)
        )
        self.last.say(ago(habits.last_visit, found.today), self._since(found))

    def _since(self, found: Portrait) -> str:
        habits = found.habits
        if habits.first_visit is None:
            return self.tr("Todavía no compró con su nombre.")
        words = self.tr("{purchases} desde el {day}")
        return words.format(purchases=times(habits.tickets), day=format_date(habits.first_visit))


class FactsCard(QFrame):
    """A title and lines, hidden while there are none."""

    def __init__(self, title: str, foot: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 11, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(title, "subtitle"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        if foot is not None:
            column.addWidget(foot, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines: list[QLabel] = []
        self.facts: Sequence[Fact] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Write the lines."""
        self.facts = facts
        while self._lines:
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        for row, fact in enumerate(facts):
            caption = label(fact.caption, "muted")
            # An address of e-mail has no spaces to break at.
            words = label(
                fact.words.replace("@", f"{_BREAK}@").replace(".", f".{_BREAK}")
                if "@" in fact.words
                else fact.words
            )
            words.setAccessibleName(f"{fact.caption}: {fact.words}")
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            for column, each in enumerate((caption, words)):
                each.setWordWrap(bool(column))
                self._grid.addWidget(each, row, column, Qt.AlignmentFlag.AlignTop)
                self._lines.append(each)
            set_tone(words, fact.tone)
        self.setVisible(bool(facts))
