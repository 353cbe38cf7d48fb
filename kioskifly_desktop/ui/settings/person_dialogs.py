"""The forms of a person: name and role, and the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kioskifly_desktop.core.access import verify_pin
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import ROLE_NAMES, Role
from kioskifly_desktop.core.users import add_user, change_role, get_person, rename_user, set_pin
from kioskifly_desktop.ui.people.pin_fields import PinFields, pin_edit
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from kioskifly_desktop.core.users import Person
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PinDialog(Dialog):
    """A person's new PIN; their own asks first for the one they have."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget, person: Person) -> None:
        title = self.tr("Cambiar el PIN") if person.has_pin else self.tr("Poner un PIN")
        super().__init__(parent, title, person.name, size=(480, 0))
        self._shop = shop
        self._toasts = toasts
        self._person = person
        self.now = pin_edit(self.save)
        self.now_field = Field(self.tr("PIN de ahora"), self.now)
        self.now.textChanged.connect(self.now_field.clear_error)
        self._asks = person.has_pin and person.id == shop.user.id
        if self._asks:
            self.body.addWidget(self.now_field)
        self.pins = PinFields(self.save)
        self.body.addWidget(self.pins)
        if not self._asks and person.has_pin:
            words = self.tr("El PIN que tenía deja de valer, y si estaba esperando entra ya.")
            self.body.addWidget(label(words, "muted"))
        self.body.addStretch()
        self.accept_button = self.add_form_buttons(self.tr("Guardar"), self.save)
        (self.now if self._asks else self.pins).setFocus()

    @Slot()
    def save(self) -> None:
        """Give the person their PIN, or say what is wrong under the field."""
        pin = self.pins.take()
        if pin is None:
            return
        try:
            if self._asks:
                verify_pin(self._shop.database, self._person.id, self.now.text())
        except ShopError as error:
            _refuse(self, self.now_field, error)
            self.now.selectAll()
            return
        try:
            self._shop.write(set_pin, self._person.id, pin)
        except ShopError as error:
            _refuse(self, self.pins.pin_field, error)
            return
        self.accept()
        self._toasts.show(self.tr("{name} tiene otro PIN.").format(name=self._person.name))


class PersonDialog(Dialog):
    """Name and role of a person, and of a new one also the PIN."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, person: Person | None = None
    ) -> None:
        title = self.tr("Cambiar los datos") if person else self.tr("Nueva persona")
        super().__init__(parent, title, person.name if person else "", size=(480, 0))
        self._shop = shop
        self._toasts = toasts
        self._person = person
        self.name = QLineEdit(person.name if person else "")
        self.name.returnPressed.connect(self.save)
        self.name_field = Field(self.tr("Nombre"), self.name)
        self.name.textChanged.connect(self.name_field.clear_error)
        self.role = Segments(
            [(role, said(ROLE_NAMES[role])) for role in (Role.CASHIER, Role.ADMIN)],
            accessible=self.tr("Rol"),
        )
        self.role.choose(person.role if person else Role.CASHIER)
        self.role_field = Field(self.tr("Rol"), self.role)
        self.role.chosen.connect(self._tell_role)
        self.pins = PinFields(self.save, hint=self.tr("Puede quedar vacío por ahora."))
        self.body.addWidget(self.name_field)
        self.body.addWidget(self.role_field)
        if person is None:
            self.body.addWidget(self.pins)
        self.body.addStretch()
        self.accept_button = self.add_form_buttons(self.tr("Guardar"), self.save)
        self._tell_role()
        self.name.setFocus()

    @Slot()
    def _tell_role(self) -> None:
        self.role_field.clear_error()
        self.role_field.set_hint(
            self.tr("Puede todo: precios, ajustes, personas y anulaciones.")
            if self.role.value() is Role.ADMIN
            else self.tr("Vende y cobra. Lo demás lo autoriza un administrador con su PIN.")
        )

    @Slot()
    def save(self) -> None:
        """Keep the person, or say what is wrong under the field."""
        pin = "" if self._person or self.pins.empty() else self.pins.take()
        if pin is None:
            return
        role = Role(str(self.role.value()))
        try:
            if self._person is None:
                self._shop.write(add_user, self.name.text(), role, pin or None)
            else:
                changed = self._shop.write(_change, self._person.id, self.name.text(), role)
        except ShopError as error:
            _refuse(self, self.name_field if error.field == "name" else self.role_field, error)
            return
        self.accept()
        self._toasts.show(
            self.tr("Los datos de {name} están guardados.").format(name=self.name.text().strip())
        )
        if self._person is not None and changed.id == self._shop.user.id:
            self._shop.switch_user(changed.user)


def _change(work: Work, person_id: int, name: str, role: Role) -> Person:
    rename_user(work, person_id, name)
    change_role(work, person_id, role)
    return get_person(work, person_id)


def _refuse(dialog: Dialog, field: Field, error: ShopError) -> None:
    """Say under a field what is wrong, with room for all of it."""
    field.set_error(words_of(error))
    field.setFocus()
    field.updateGeometry()
    dialog.fit()
