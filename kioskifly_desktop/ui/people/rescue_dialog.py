"""The way in for an administrator who forgot their PIN: the rescue code, and a new PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.access import log_in, rescue_code_made, rescue_pin
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.ui.people.pin_fields import PinFields
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.users import User
    from kioskifly_desktop.ui.shop import Shop

_LONGEST = 40
"""With whatever somebody puts between the groups."""


class RescueDialog(Dialog):
    """Asks for the rescue code and a new PIN; stands over the locked screen and shows no more."""

    rescued = Signal(object)
    """The person, who is in with their new PIN."""

    def __init__(self, parent: QWidget, shop: Shop, person: User) -> None:
        super().__init__(parent, self.tr("Me olvidé el PIN"), person.name, size=(480, 0))
        self._shop = shop
        self._person = person
        has_code = shop.read(rescue_code_made) is not None
        self.missing = Notice(
            self.tr(
                "Nadie hizo un código de rescate, o ya se usó. Otro administrador te puede cambiar "
                "el PIN en Ajustes, Personas. Si no hay otro, queda volver a una copia."
            )
        )
        self.explains = label(
            self.tr("Con el código de rescate que guardaste te ponés otro PIN."), "muted"
        )
        self.explains.setWordWrap(True)
        self.code = QLineEdit(maxLength=_LONGEST)
        self.code.returnPressed.connect(self.save)
        self.code_field = Field(
            self.tr("Código de rescate"),
            self.code,
            hint=self.tr("16 letras y números, con guiones o sin ellos."),
        )
        self.code.textChanged.connect(self.code_field.clear_error)
        self.pins = PinFields(self.save)
        cancel = button(self.tr("Cancelar") if has_code else self.tr("Volver"))
        cancel.clicked.connect(self.reject)
        self.accept_button = button(self.tr("Cambiar el PIN"), "primary", icon_name="check")
        self.accept_button.clicked.connect(self.save)
        self.missing.setVisible(not has_code)
        self.body.addWidget(self.missing)
        for part in (self.explains, self.code_field, self.pins):
            part.setVisible(has_code)
            self.body.addWidget(part)
        self.body.addStretch()
        self.accept_button.setVisible(has_code)
        self.add_buttons(cancel, self.accept_button)
        (self.code if has_code else cancel).setFocus()

    @Slot()
    def save(self) -> None:
        """Use the code up for the new PIN and go in, or say what is wrong under its field."""
        if not self.code.text().strip():
            self._refuse(self.tr("Escribí el código."))
            return
        pin = self.pins.take()
        if pin is None:
            return
        try:
            rescue_pin(self._shop.database, self._person.id, self.code.text(), pin)
            person = log_in(self._shop.database, self._person.id, pin)
        except ShopError as error:
            self._refuse(words_of(error))
            return
        self.accept()
        self.rescued.emit(person)

    def _refuse(self, sentence: str) -> None:
        self.code_field.set_error(sentence)
        self.code.setFocus()
        self.code.selectAll()
        self.code_field.updateGeometry()
        self.fit()
