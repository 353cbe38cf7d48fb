"""The form that adds or renames a register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.registers import (
    KIND_NAMES,
    RegisterKind,
    RegisterRow,
    add_register,
    rename_register,
)
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class RegisterDialog(Dialog):
    """Name and kind of a register; a register's kind never changes."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, register: RegisterRow | None = None
    ) -> None:
        title = self.tr("Cambiar el nombre") if register else self.tr("Nueva caja")
        super().__init__(parent, title, register.name if register else "", size=(480, 0))
        self._shop = shop
        self._toasts = toasts
        self._register = register
        self.name = QLineEdit(register.name if register else "")
        self.name.setPlaceholderText(self.tr("Por ejemplo: Caja 1"))
        self.name.returnPressed.connect(self.save)
        self.name_field = Field(self.tr("Nombre"), self.name)
        self.body.addWidget(self.name_field)
        self.kind = QComboBox()
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(said(words), kind)
        if register is None:
            hint = self.tr("El tipo no se puede cambiar después.")
            self.body.addWidget(Field(self.tr("Tipo"), self.kind, hint=hint))
        self.body.addStretch()
        self.accept_button = self.add_form_buttons(self.tr("Guardar"), self.save)
        self.name.setFocus()

    def save(self) -> None:
        """Add or rename the register, or say what is wrong under the field."""
        name = self.name.text()
        try:
            if self._register is None:
                self._shop.write(add_register, name, RegisterKind(self.kind.currentData()))
            else:
                self._shop.write(rename_register, self._register.id, name)
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.save)
            return
        except ShopError as error:
            self.name_field.set_error(words_of(error))
            self.name.setFocus()
            return
        self.accept()
        self._toasts.show(self.tr("Caja «{name}» guardada.").format(name=name.strip()))
