"""The right of a charge: what there is to pay, what is given back, and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kioskifly_desktop.core.es_ar import format_money, format_pesos
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.theme import font
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.labels import key_hints, label, restyle, separator, set_tone

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos

_WIDTH = 330
_LARGE, _SMALLER, _ROOM = 44, 34, 12
_STEPS = (100_00, 1_000_00, 5_000_00, 10_000_00, 20_000_00)
_NOTE = 2_000_00
_MOST = 5


def handed_sums(amount: Centavos) -> list[Centavos]:
    """Return the round sums people hand over: 3.450 -> 3.500, 4.000, 5.000, 10.000, 20.000."""
    if amount <= 0:
        return []
    sums = {_NOTE, *(-(-amount // step) * step for step in _STEPS)}
    return sorted(each for each in sums if each > amount)[:_MOST]


class HandedSums(QWidget):
    """A button for each sum that may be handed over in cash."""

    handed = Signal(int)
    """A sum was handed over; carries it, in centavos."""
    exact_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.exact_button = button("", "quick")
        self.exact_button.clicked.connect(self.exact_wanted)
        self.buttons = [button("", "quick") for _ in range(_MOST)]
        for each in (self.exact_button, *self.buttons):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._row.addWidget(each)
        for place, each in enumerate(self.buttons):
            each.clicked.connect(lambda _=False, place=place: self._hand(place))
        self._row.addStretch()
        self._sums: list[Centavos] = []
        keys.assigned.changed.connect(self._write_exact)
        self._write_exact()

    def show_sums(self, amount: Centavos) -> None:
        """Offer the sums above an amount."""
        self._sums = handed_sums(amount)
        for place, each in enumerate(self.buttons):
            each.setVisible(place < len(self._sums))
            if place < len(self._sums):
                words = format_pesos(self._sums[place])
                each.setText(words)
                each.setAccessibleName(self.tr("Paga con {amount}").format(amount=words))

    def _hand(self, place: int) -> None:
        self.handed.emit(self._sums[place])

    @Slot()
    def _write_exact(self) -> None:
        self.exact_button.setText(self.tr("Justo   {key}").format(key=keys.cap("charge.exact")))
        self.exact_button.setAccessibleName(self.tr("Justo"))


class ChargeSide(QFrame):
    """Shows the amount to pay, the change, and what Enter does."""

    charge_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFixedWidth(_WIDTH)
        self.due = label("")
        self.parts = label("", "muted")
        self.given = label("", "muted")
        self.caption = label("", "subtitle")
        self.change = label("")
        self.error = label("", "error")
        self.error.setWordWrap(True)
        self.charge_button = button("", "primary", large=True)
        self.charge_button.setProperty("huge", True)
        self.charge_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.charge_button.clicked.connect(self.charge_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(4)
        column.addWidget(label(self.tr("A cobrar"), "muted"))
        for part in (self.due, self.parts):
            column.addWidget(part)
        column.addSpacing(10)
        column.addWidget(separator())
        column.addSpacing(10)
        for part in (self.given, self.caption, self.change):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.error)
        column.addSpacing(6)
        column.addWidget(self.charge_button)
        column.addSpacing(4)
        hints = key_hints((("+  1-6", self.tr("Otro medio")), ("Esc", self.tr("Volver"))))
        column.addWidget(hints)

    def show_amounts(
        self,
        total: Centavos,
        debt: Centavos,
        given: Centavos,
        on_account: Centavos,
        change: Centavos,
    ) -> None:
        """Write what there is to pay, what is handed over, and the change; below zero it lacks."""
        self._write(self.due, total + debt, weight=700)
        self.parts.setVisible(bool(debt))
        words = self.tr("Venta {total} + deuda {debt}")
        self.parts.setText(words.format(total=format_money(total), debt=format_money(debt)))
        paid = [self.tr("Entrega {amount}").format(amount=format_money(given))] if given else []
        if on_account:
            paid.append(self.tr("A cuenta {amount}").format(amount=format_money(on_account)))
        self.given.setText("  ·  ".join(paid))
        short = change < 0
        self.caption.setText(self.tr("Falta") if short else self.tr("Vuelto"))
        self._write(self.change, abs(change), weight=700)
        for part in (self.caption, self.change):
            set_tone(part, "warning" if short else "" if change else "muted")
        words = self.tr("Cobrar {total}").format(total=format_money(total + debt))
        self.charge_button.setText(f"{words}   Enter")
        self.charge_button.setAccessibleName(words)
        restyle(self.charge_button)

    def show_unknown(self) -> None:
        """Say nothing of the change while an amount isn't one."""
        self.change.setText("—")
        set_tone(self.change, "muted")

    def say(self, words: str) -> None:
        """Say what is in the way of the charge, or nothing any more."""
        self.error.setText(words)
        self.error.setVisible(bool(words))

    @staticmethod
    def _write(figure: QLabel, amount: Centavos, *, weight: int) -> None:
        words = format_money(amount)
        size = _LARGE if len(words) <= _ROOM else _SMALLER
        figure.setFont(font(size, weight, tabular=True))
        figure.setText(words)
