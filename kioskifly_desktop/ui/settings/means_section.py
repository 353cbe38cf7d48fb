"""Medios de pago: the register that each means of payment goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QGridLayout

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.registers import RegisterKind, list_registers
from kioskifly_desktop.core.sales import default_register, register_preference
from kioskifly_desktop.core.settings import change_preferences, get_preference
from kioskifly_desktop.ui.kinds import KIND_ICONS
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.settings.section import Section
from kioskifly_desktop.ui.theme import icon, theme
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class MeansSection(Section):
    """A choice of register for each means; a charge proposes it, and any other can be picked."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__(shop, toasts)
        self.choices = {method: QComboBox() for method in PaymentMethod}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for number, (method, choice) in enumerate(self.choices.items()):
            choice.setProperty("method", method.value)
            choice.activated.connect(self.save)
            field = Field(said(METHOD_NAMES[method]), choice)
            if method is PaymentMethod.CASH:
                field.set_hint(self.tr("En cada mostrador, el efectivo va al cajón abierto ahí."))
            grid.addWidget(field, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.add_card(
            self.tr("Adónde va cada medio"),
            self.tr(
                "Es la caja que se propone al cobrar; ahí se puede elegir otra. De fábrica, la "
                "primera que recibe ese medio: con varias, elegí la que usás."
            ),
            grid,
        )
        self.column.addStretch()
        theme.changed.connect(self.refresh)
        self.setFocusProxy(self.choices[PaymentMethod.CASH])

    @Slot()
    def refresh(self) -> None:
        """Read the registers and what was chosen."""
        super().refresh()
        registers = self.shop.read(list_registers)
        for method, choice in self.choices.items():
            choice.clear()
            usual = self.shop.read(default_register, method)
            stored = self.shop.read(get_preference, register_preference(method), "")
            fitting = [
                register
                for register in registers
                if (register.kind is RegisterKind.DRAWER) is (method is PaymentMethod.CASH)
            ]
            for register in fitting:
                words, picture = register.name, icon(KIND_ICONS[register.kind], size=18)
                choice.addItem(picture, words, str(register.id))
            if not fitting:
                choice.addItem(self.tr("No hay ninguna caja para este medio"), "")
            shown = stored if choice.findData(stored) >= 0 else str(usual.id if usual else "")
            choice.setCurrentIndex(max(choice.findData(shown), 0))
            choice.setEnabled(self.shop.user.may(Permission.SETTINGS) and bool(fitting))

    @Slot(int)
    def save(self) -> None:
        """Keep the register chosen for a means."""
        choice = self.sender()
        assert isinstance(choice, QComboBox)
        method = PaymentMethod(choice.property("method"))
        words = self.tr("{means} va a {register}.").format(
            means=said(METHOD_NAMES[method]), register=choice.currentText()
        )
        try:
            self.shop.write(change_preferences, {register_preference(method): choice.currentData()})
        except ShopError as error:
            self.toasts.show(words_of(error), error=True)
            return
        self.toasts.show(words)
