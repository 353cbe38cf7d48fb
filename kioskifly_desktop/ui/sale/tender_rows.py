"""What is handed over: one row for each means, of which one takes what is left to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.core.errors import AmountError, AmountMissingError
from kioskifly_desktop.core.es_ar import format_number
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import RegisterKind, RegisterRow, list_registers
from kioskifly_desktop.core.sales import Tender, default_register
from kioskifly_desktop.ui.kinds import KIND_ICONS
from kioskifly_desktop.ui.roles import name_group
from kioskifly_desktop.ui.sale.means import ACCOUNT, OFFER_OF, Means
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.theme import font, icon
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.ui.shop import Shop

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_CAPTION, _AMOUNT, _HEIGHT = 116, 164, 48
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuietField(Field):
    """An input whose line underneath takes room only when it says something."""

    def _say(self, kind: str, text: str) -> None:
        super()._say(kind, text)
        self.message.setVisible(bool(text))


class TenderRow(QWidget):
    """A means, its amount and the register it goes to.

    Until an amount is typed the row takes the rest: cash shows it in grey, the others written.
    """

    changed = Signal()
    removed = Signal()
    entered = Signal()
    focused = Signal()
    means_wanted = Signal()

    def __init__(self, shop: Shop, means: Means, drawer_id: int | None) -> None:
        super().__init__()
        self.means = means
        self._rest_words = ""
        offer = OFFER_OF[means]
        words = self.tr("Paga con") if means is PaymentMethod.CASH else offer.tr()
        name_group(self, offer.tr())
        self.amount = MoneyEdit(least=0)
        self.field = QuietField(words, self.amount)
        self.register = QComboBox()
        self.register.setProperty("kind", "large")
        self.register.setSizeAdjustPolicy(_SHORT)
        self.register.setMinimumContentsLength(6)
        self.register.setAccessibleName(self.tr("Caja de Destino"))
        self.register.setToolTip(self.tr("Caja de Destino"))
        self.remove_button = icon_button("x", self.tr("Quitar {means}").format(means=offer.tr()))
        self.remove_button.clicked.connect(self.removed)
        if means is None:
            self.register.hide()
        else:
            self._fill_registers(shop, means, drawer_id)
        self.field.caption.hide()
        caption = label(words)
        caption.setFont(font(14, 600))
        caption.setFixedWidth(_CAPTION)
        caption.setBuddy(self.amount)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for part in (caption, self.register, self.remove_button):
            part.setMinimumHeight(_HEIGHT)
        self.amount.setMinimumWidth(_AMOUNT)
        row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.field, 10)
        row.addWidget(self.register, 12, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        self.amount.textEdited.connect(self.changed)
        self.amount.returnPressed.connect(self.entered)
        self.amount.installEventFilter(self)

    def _fill_registers(self, shop: Shop, method: PaymentMethod, drawer_id: int | None) -> None:
        drawers = method is PaymentMethod.CASH
        for register in shop.read(list_registers):
            if (register.kind is RegisterKind.DRAWER) is drawers:
                self._add(register)
        usual = shop.read(default_register, method, drawer_id)
        if usual is not None:
            self.register.setCurrentIndex(max(self.register.findData(usual.id), 0))

    def _add(self, register: RegisterRow) -> None:
        self.register.addItem(icon(KIND_ICONS[register.kind]), register.name, register.id)

    @property
    def takes_rest(self) -> bool:
        """Tell whether nobody has said how much: the row takes what is left to pay."""
        return self.amount.text() in ("", self._rest_words)

    def show_rest(self, rest: Centavos) -> None:
        """Write what is left to pay."""
        words = format_number(rest)
        if self.means is PaymentMethod.CASH:
            self.amount.setPlaceholderText(words)
            return
        self._rest_words = words
        if self.amount.text() != words:
            selected = self.amount.hasSelectedText() or not self.amount.text()
            self.amount.setText(words)
            if selected and self.amount.hasFocus():
                self.amount.selectAll()

    def read(self) -> Centavos:
        """Return the amount typed.

        Raises:
            AmountError: it isn't one.
        """
        try:
            return self.amount.amount()
        except AmountMissingError:
            return 0

    def take_focus(self) -> None:
        """Put the focus in the amount, so that typing replaces it."""
        self.amount.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.amount.selectAll()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave an Enter held down without effect, and go to the means with the `+` key."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Plus:
            self.means_wanted.emit()
            return True
        return event.key() in _ENTER and event.isAutoRepeat()


class TenderRows(QWidget):
    """The rows of a charge: cash to begin with."""

    changed = Signal()
    entered = Signal()
    means_wanted = Signal()
    current_changed = Signal(object)
    """Another row is being written; carries its means."""

    def __init__(self, shop: Shop, drawer_id: int | None) -> None:
        super().__init__()
        self._shop = shop
        self._drawer_id = drawer_id
        self._due: Centavos = 0
        self._most_on_account: Centavos = 0
        self._kept: dict[Means, str] = {}
        self.rows: list[TenderRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.current = self._add(PaymentMethod.CASH)

    def show_due(self, due: Centavos, most_on_account: Centavos) -> None:
        """Take what there is to pay, and how much of it may go on account."""
        self._due, self._most_on_account = due, most_on_account
        self._share()

    def row(self, means: Means) -> TenderRow | None:
        """Return the row of a means, if it is used."""
        return next((row for row in self.rows if row.means == means), None)

    def choose(self, means: Means) -> None:
        """Go to the row of a means, or add it for what is left to pay.

        What was typed stays, and an amount whose row had to go comes back with it.
        """
        row = self.row(means)
        if row is None:
            self._make_room()
            row = self._add(means)
        self._share()
        self._go(row)

    def exact(self) -> None:
        """Write in the current row exactly what is left to pay."""
        row = self.current
        row.amount.set_amount(self._rest(but=row))
        row.take_focus()
        self._share()

    def hand(self, amount: Centavos) -> None:
        """Write banknotes handed over in the row of cash."""
        self.choose(PaymentMethod.CASH)
        row = self.row(PaymentMethod.CASH)
        assert row is not None
        row.amount.set_amount(amount)
        row.take_focus()
        self._share()

    def remove(self, row: TenderRow) -> None:
        """Take a row out; the last one gives way to cash."""
        self._drop(row)
        if not self.rows:
            self._add(PaymentMethod.CASH)
        self._share()
        self._go(self.rows[-1])

    def amounts(self) -> list[tuple[TenderRow, Centavos]]:
        """Return each row with its amount, the one that takes the rest too.

        Raises:
            AmountError: one of them isn't an amount; its row says so.
        """
        taker = self._taker()
        rest = self._rest(but=taker)
        result = []
        for row in self.rows:
            amount = rest if row is taker else 0 if row.takes_rest else self._read(row)
            if amount and row.means is ACCOUNT and row is taker:
                amount = min(amount, self._most_on_account)
            result.append((row, amount))
        return result

    def tenders(self) -> tuple[Tender, ...]:
        """Return what goes to a register, by each means."""
        return tuple(
            Tender(row.means, row.register.currentData() or 0, amount)
            for row, amount in self.amounts()
            if amount and row.means is not None
        )

    def on_account(self) -> Centavos:
        """Return what goes on the client's account."""
        return sum(amount for row, amount in self.amounts() if row.means is ACCOUNT)

    def rest_for_cash(self) -> Centavos:
        """Return what would be left to pay in cash."""
        return self._rest(but=self.row(PaymentMethod.CASH))

    @staticmethod
    def _read(row: TenderRow) -> Centavos:
        try:
            return row.read()
        except AmountError as error:
            row.field.set_error(words_of(error))
            raise

    def _taker(self) -> TenderRow | None:
        return next((row for row in reversed(self.rows) if row.takes_rest), None)

    def _rest(self, *, but: TenderRow | None) -> Centavos:
        """Return what the other rows leave to pay."""
        others = 0
        for row in self.rows:
            if row is not but and not row.takes_rest:
                try:
                    others += row.read()
                except AmountError:
                    continue
        return max(self._due - others, 0)

    @Slot()
    def _share(self) -> None:
        taker = self._taker()
        for row in self.rows:
            row.field.clear_error()
            if row.takes_rest:
                rest = self._rest(but=row) if row is taker else 0
                most = self._most_on_account if row.means is ACCOUNT else rest
                row.show_rest(min(rest, most))
            row.remove_button.setVisible(len(self.rows) > 1)
        self.changed.emit()

    def _make_room(self) -> None:
        """Take out rows without an amount, and the current one if it pays for everything."""
        for row in [row for row in self.rows if row.takes_rest]:
            self._drop(row)
        if self.rows and self._rest(but=None) == 0:
            self._drop(self.current if self.current in self.rows else self.rows[-1])

    def _add(self, means: Means) -> TenderRow:
        row = TenderRow(self._shop, means, self._drawer_id)
        row.amount.setText(self._kept.pop(means, ""))
        row.changed.connect(self._share)
        row.entered.connect(self.entered)
        row.means_wanted.connect(self.means_wanted)
        row.register.currentIndexChanged.connect(self._share)
        row.removed.connect(lambda: self.remove(row))
        row.focused.connect(lambda: self._focus(row))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()  # a row that only will be shown can't take the focus yet
        return row

    def _drop(self, row: TenderRow) -> None:
        if not row.takes_rest:
            self._kept[row.means] = row.amount.text()
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _go(self, row: TenderRow) -> None:
        self._focus(row)
        row.take_focus()

    def _focus(self, row: TenderRow) -> None:
        self.current = row
        self.current_changed.emit(row.means)
