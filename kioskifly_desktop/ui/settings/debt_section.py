"""Fiado: whether debts are brought to today's prices, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit

from kioskifly_desktop.core.errors import AmountError, ShopError
from kioskifly_desktop.core.es_ar import parse_money
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.wallet import (
    TodayPriceTerms,
    save_today_price_terms,
    today_price_terms,
)
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.settings.finder import SYNONYMS
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.settings.usual import Usual
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class DebtSection(Section):
    """The terms of the debts at today's price; an administrator's to choose."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self._shown: TodayPriceTerms | None = None
        self.enabled = QCheckBox(self.tr("Llevar las deudas a precio de hoy"))
        self.enabled.setProperty(SYNONYMS, self.tr("inflación aumento actualizar fiado deuda"))
        self.cap = QLineEdit(maxLength=8)
        self.days = QLineEdit(maxLength=3)
        self.days.setValidator(QIntValidator(0, 999, self.days))
        self.fields = {
            "cap": Field(
                self.tr("Tope"),
                self.cap,
                hint=self.tr("Lo más que sube, sobre lo que costó el día que lo llevó."),
            ),
            "grace_days": Field(
                self.tr("Días de gracia"),
                self.days,
                hint=self.tr("Lo comprado hace menos días queda como se anotó."),
            ),
        }
        self.save_button = button(self.tr("Guardar"), "primary", icon_name="check")
        self.save_button.clicked.connect(self.save)
        self.error = label("", "error")
        self.error.setWordWrap(True)
        figures = QHBoxLayout()
        figures.setSpacing(18)
        for field in self.fields.values():
            figures.addWidget(field, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.error, 1)
        buttons.addWidget(self.save_button)
        self.usual = Usual(self.enabled, usual=False)
        self.add_card(
            self.tr("Fiado a precio de hoy"),
            self.tr(
                "Lo que falta pagar se cobra a lo que cuesta hoy, también si bajó. De fábrica no: "
                "hay que acordarlo con el cliente antes, y la Ley 24.240 pide decirle todo lo que "
                "va a pagar. Nunca pasa solo: se mira renglón por renglón, lo aplica "
                "administración, se imprime y se puede anular."
            ),
            self.enabled,
            self.usual,
            figures,
            buttons,
        )
        self.column.addStretch()
        self.setFocusProxy(self.enabled)
        self.enabled.toggled.connect(self._changed)
        for line in (self.cap, self.days):
            line.textChanged.connect(self._changed)
            line.returnPressed.connect(self.save)

    def refresh(self) -> None:
        """Show the stored terms, but not over what is being typed."""
        super().refresh()
        stored = self.shop.read(today_price_terms)
        if stored != self._shown:
            self._shown = stored
            self.enabled.setChecked(stored.enabled)
            self.cap.setText(format_percent(stored.cap))
            self.days.setText(str(stored.grace_days))
        may = self.shop.user.may(Permission.SETTINGS)
        for part in (self.enabled, self.cap, self.days):
            part.setEnabled(may)
        self.usual.follow()
        self._changed()

    @Slot()
    def save(self) -> None:
        """Keep the terms, or say under its field what is wrong."""
        try:
            terms = self._typed()
            self.shop.write(save_today_price_terms, terms)
        except AmountError:
            self.fields["cap"].set_error(self.tr("Probá con 30 %."))
            return
        except ShopError as error:
            field = self.fields.get(error.field)
            if field is None:
                self.error.setText(words_of(error))
            else:
                field.set_error(words_of(error))
            return
        self._shown = terms
        self._changed()
        self.toasts.show(self.tr("Guardado."))

    def _typed(self) -> TodayPriceTerms:
        # Two decimals: hundredths of a percent are read just as centavos are.
        cap = parse_money(self.cap.text().replace("%", ""))
        return TodayPriceTerms(self.enabled.isChecked(), cap, int(self.days.text() or 0))

    @Slot()
    def _changed(self) -> None:
        self.error.setText("")
        for field in self.fields.values():
            field.clear_error()
        try:
            changed = self._typed() != self._shown
        except AmountError:
            changed = True
        self.save_button.setEnabled(changed and self.shop.user.may(Permission.SETTINGS))
