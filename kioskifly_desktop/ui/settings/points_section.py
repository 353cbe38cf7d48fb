"""Puntos: how they are earned, what they are worth, and what gives more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.loyalty import (
    BonusRow,
    LoyaltyTerms,
    delete_bonus,
    describe_points,
    list_bonuses,
    loyalty_terms,
    save_loyalty_terms,
)
from kioskifly_desktop.core.loyalty.dates import span_words
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.loyalty.small_dialogs import BonusDialog
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.list_card import ListCard
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit
from kioskifly_desktop.ui.widgets.rows_model import Column

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PointsSection(Section):
    """The terms of the points, with a sentence that says what they do, and the bonuses."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._stored: LoyaltyTerms | None = None
        self.on = QCheckBox(self.tr("Los clientes suman puntos"))
        self.per_point, self.value = MoneyEdit(compact=True), MoneyEdit(compact=True)
        self.least = QLineEdit(maxLength=7)
        self.months, self.birthday = QLineEdit(maxLength=3), QLineEdit(maxLength=2)
        self.excluded = QLineEdit(maxLength=300)
        self.fields = {
            "per_point": Field(self.tr("Un punto cada"), self.per_point),
            "value": Field(self.tr("Un punto vale"), self.value),
            "least": Field(self.tr("Se canjean desde"), self.least, hint=self.tr("Puntos.")),
            "expiry_months": Field(
                self.tr("Vencen a los"), self.months, hint=self.tr("Meses; 0 es nunca.")
            ),
            "birthday_multiplier": Field(
                self.tr("El día del cumpleaños, por"),
                self.birthday,
                hint=self.tr("2 es el doble; 1, como siempre."),
            ),
            "excluded": Field(
                self.tr("Rubros que no cuentan"),
                self.excluded,
                hint=self.tr("Separados con comas. La ley no deja premiar el tabaco."),
            ),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 3, place % 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.preview = label("", "muted")
        self.preview.setWordWrap(True)
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch()
        self.add_card(
            self.tr("Puntos"),
            self.tr("Cada compra de un cliente suma, y los puntos pagan parte de otra."),
            self.on,
            grid,
            self.preview,
            row,
        )
        self._add_bonuses()
        self.column.addStretch()
        self.on.toggled.connect(self._say)
        for line in (*self._lines(), self.excluded):
            line.textChanged.connect(self._say)
            line.returnPressed.connect(self.save)
        self.setFocusProxy(self.on)

    def _add_bonuses(self) -> None:
        self.add_button = button(self.tr("Agregar"), icon_name="plus")
        self.remove_button = button(self.tr("Borrar"))
        self.bonuses: ListCard[BonusRow] = ListCard(
            self.tr("Puntos extra"),
            [
                Column(self.tr("Producto"), self._bonus_words),
                Column(
                    self.tr("Puntos por unidad"), lambda row: str(row.request.points), right=True
                ),
            ],
            {1: 170},
            lambda: self.shop.read(list_bonuses),
            [(self.add_button, self.add), (self.remove_button, self.remove)],
        )
        self.add_card(
            self.tr("Puntos extra"),
            self.tr("Productos que suman más, siempre o por unos días."),
            self.bonuses,
        )

    def refresh(self) -> None:
        """Read the terms and the bonuses; what is being written stays."""
        super().refresh()
        terms = self.shop.read(loyalty_terms)
        if terms != self._stored:
            self._stored = terms
            self._fill(terms)
        may = self.shop.user.may(Permission.SETTINGS)
        for each in (self.on, *self.fields.values(), self.save_button):
            each.setEnabled(may)
        self.bonuses.setEnabled(self.shop.user.may(Permission.CATALOG))
        self.bonuses.refresh()

    def _fill(self, terms: LoyaltyTerms) -> None:
        self.on.setChecked(terms.on)
        self.per_point.set_amount(terms.per_point)
        self.value.set_amount(terms.value)
        self.least.setText(str(terms.least))
        self.months.setText(str(terms.expiry_months))
        self.birthday.setText(str(terms.birthday_multiplier))
        self.excluded.setText(", ".join(terms.excluded))
        self._say()

    def terms(self) -> LoyaltyTerms:
        """Return the terms as they are written.

        Raises:
            AmountError: an amount is none.
        """
        amounts = {}
        for name, line in (("per_point", self.per_point), ("value", self.value)):
            try:
                amounts[name] = line.amount()
            except ShopError as error:
                self.fields[name].set_error(words_of(error))
                raise
        return LoyaltyTerms(
            on=self.on.isChecked(),
            **amounts,
            least=_number(self.least),
            expiry_months=_number(self.months),
            birthday_multiplier=_number(self.birthday),
            excluded=tuple(filter(None, map(str.strip, self.excluded.text().split(",")))),
        )

    @Slot()
    def save(self) -> None:
        """Keep the terms, or say under the field what is wrong."""
        try:
            self.shop.write(save_loyalty_terms, self.terms())
        except ShopError as error:
            if error.field in self.fields:
                self.fields[error.field].set_error(words_of(error))
                self.fields[error.field].setFocus()
            elif error.field != "amount":
                self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(self.tr("Puntos guardados."))

    @Slot()
    def _say(self) -> None:
        for field in self.fields.values():
            field.clear_error()
        try:
            terms = self.terms()
        except ShopError:
            self.preview.setText("")
            return
        self.preview.setText(said(describe_points(terms)))

    def _bonus_words(self, row: BonusRow) -> str:
        span = said(span_words(row.request.first_day, row.request.last_day))
        return f"{row.name}\n" + (span or self.tr("siempre"))

    def add(self) -> None:
        """Ask for a new bonus."""
        dialog = BonusDialog(self.shop, self.toasts, self.window())
        dialog.returns_to(self)
        dialog.open()

    def remove(self) -> None:
        """Delete the chosen bonus; points it gave stay."""
        if (row := self.bonuses.chosen()) is not None:
            try:
                self.shop.write(delete_bonus, row.id)
            except ShopError as error:
                self.toasts.show(words_of(error), error=True)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.per_point, self.value, self.least, self.months, self.birthday


def _number(line: QLineEdit) -> int:
    text = line.text().strip()
    return int(text) if text.isascii() and text.isdecimal() else -1
