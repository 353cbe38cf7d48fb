"""El administrador: who answers for the shop, and the PIN that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.first_run import name_administrator
from kioskifly_desktop.core.users import get_person
from kioskifly_desktop.ui.first_run.step import Step
from kioskifly_desktop.ui.people.pin_fields import PinFields
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop


class AdministratorStep(Step):
    """A name, and a PIN typed twice; it may be left for later, and one there is stays."""

    def __init__(self, shop: Shop) -> None:
        super().__init__(
            shop,
            self.tr("¿Quién administra el negocio?"),
            self.tr("Puede todo: anular ventas, cambiar precios, ver los informes, sumar cajeros."),
        )
        self._has_pin = False
        self.name = QLineEdit(maxLength=40)
        self.name_field = Field(
            self.tr("Tu nombre"), self.name, hint=self.tr("Queda en cada venta.")
        )
        self.pins = PinFields(
            self.clear_complaint,
            hint=self.tr("De 4 a 6 números. Lo vas a usar para entrar y para autorizar."),
        )
        self.later = QCheckBox(self.tr("Sin PIN por ahora"))
        self.later.toggled.connect(self._show_later)
        self.meaning = Notice(
            self.tr(
                "Cualquiera que use esta computadora va a poder lo mismo que vos: anular ventas, "
                "cambiar precios y ver los informes. Podés ponerlo después en Ajustes, Personas."
            ),
            "lock-open",
        )
        self.has_one = label(self.tr("Ya tenés tu PIN. Se cambia en Ajustes, Personas."), "muted")
        for each in (self.name_field, self.pins, self.later, self.meaning, self.has_one):
            self.column.addWidget(each)
        self.column.addWidget(self.error)
        self.column.addStretch()

    def begin(self) -> None:
        """Read who it is; a PIN they have is changed where the one in force is asked for."""
        person = self.shop.read(get_person, self.shop.user.id)
        self._has_pin = person.has_pin
        self.name.setText(person.name)
        self.name_field.clear_error()
        self.complain(None)
        self.pins.setVisible(not person.has_pin)
        self.later.setVisible(not person.has_pin)
        self.has_one.setVisible(person.has_pin)
        self._show_later()
        self.name.setFocus()
        self.name.selectAll()

    @Slot()
    def _show_later(self) -> None:
        """Say what it means to go without a PIN, where that is chosen."""
        later = self.later.isChecked() and not self._has_pin
        self.pins.setEnabled(not later)
        self._clear_pins()
        self.meaning.setVisible(later)

    def _clear_pins(self) -> None:
        self.pins.pin.clear()
        self.pins.again.clear()
        self.pins.pin_field.clear_error()
        self.pins.again_field.clear_error()

    @Slot()
    def clear_complaint(self) -> None:
        """Take back what stood against going on."""
        self.complain(None)

    def go_on(self) -> bool:
        """Keep the name and the PIN, or say what is wrong under its field."""
        self.complain(None)
        self.name_field.clear_error()
        pin = None
        if not (self._has_pin or self.later.isChecked()):
            pin = self._pin()
            if pin is None:
                return False
        try:
            person = self.shop.write(name_administrator, self.name.text(), pin)
        except ShopError as error:
            if error.field == "name":
                self.name_field.set_error(words_of(error))
                self.name.setFocus()
            else:
                self.complain(error)
            return False
        self._clear_pins()
        if person != self.shop.user:
            self.shop.switch_user(person)
        return True

    def _pin(self) -> str | None:
        """Return the PIN, or None after saying what is missing."""
        if self.pins.empty():
            words = self.tr("Poné un PIN, o marcá «Sin PIN por ahora».")
            self.pins.pin_field.set_error(words)
            self.pins.pin.setFocus()
            return None
        if self.pins.pin.hasFocus() and not self.pins.again.text():
            self.pins.again.setFocus()
            return None
        return self.pins.take()
