"""El administrador: who answers for the shop, and the PIN that proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit

from kioskifly_desktop.core.errors import PinError, ShopError
from kioskifly_desktop.core.first_run import name_administrator
from kioskifly_desktop.core.pins import check_pin, is_weak
from kioskifly_desktop.core.users import get_person
from kioskifly_desktop.ui.first_run.step import Step
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop

_PIN = QRegularExpression("[0-9]{0,6}")


class AdministratorStep(Step):
    """A name, and a PIN typed twice; it may be left for later, or as it is."""

    def __init__(self, shop: Shop) -> None:
        super().__init__(
            shop,
            self.tr("¿Quién administra el negocio?"),
            self.tr("Puede todo: anular ventas, cambiar precios, ver los informes, sumar cajeros."),
        )
        self._has_pin = False
        self.name = QLineEdit(maxLength=40)
        self.pin, self.again = _pin_line(), _pin_line()
        self.fields = {
            "name": Field(self.tr("Tu nombre"), self.name, hint=self.tr("Queda en cada venta.")),
            "pin": Field(self.tr("PIN"), self.pin),
            "again": Field(self.tr("El mismo PIN otra vez"), self.again),
        }
        self.later = QCheckBox(self.tr("Sin PIN por ahora"))
        self.meaning = Notice("", "lock-open")
        self._lay_out()
        self.pin.textChanged.connect(self._judge)
        self.again.textChanged.connect(self._judge)
        self.later.toggled.connect(self._show_later)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.fields["name"], 0, 0, 1, 2)
        grid.addWidget(self.fields["pin"], 1, 0)
        grid.addWidget(self.fields["again"], 1, 1)
        self.column.addLayout(grid)
        self.column.addWidget(self.later)
        self.column.addWidget(self.meaning)
        self.column.addWidget(self.error)
        self.column.addStretch()

    def begin(self) -> None:
        """Read who it is; a PIN they have stays unless another one is typed."""
        person = self.shop.read(get_person, self.shop.user.id)
        self._has_pin = person.has_pin
        self.name.setText(person.name)
        self.pin.clear()
        self.again.clear()
        self.later.setVisible(not person.has_pin)
        hint = (
            self.tr("Ya tenés uno: dejalo vacío para que siga.")
            if person.has_pin
            else self.tr("De 4 a 6 números. Lo vas a usar para entrar y para autorizar.")
        )
        self.fields["pin"].set_hint(hint)
        self._clear()
        self._show_later()
        self.name.setFocus()
        self.name.selectAll()

    @Slot()
    def _show_later(self) -> None:
        """Say what it means to go without a PIN, where that is chosen."""
        later = self.later.isChecked() and not self._has_pin
        for line in (self.pin, self.again):
            line.setEnabled(not later)
        if later:
            self.pin.clear()
            self.again.clear()
            self._clear()
        self.meaning.setVisible(later)
        self.meaning.words.setText(
            self.tr(
                "Cualquiera que use esta computadora va a poder lo mismo que vos: anular ventas, "
                "cambiar precios y ver los informes. Podés ponerlo después en Ajustes, Personas."
            )
        )

    @Slot()
    def _judge(self) -> None:
        """Warn of a PIN that is soon guessed, while it is typed."""
        pin = self.pin.text()
        field = self.fields["pin"]
        field.clear_error()
        self.fields["again"].clear_error()
        if len(pin) >= 4 and is_weak(pin):
            field.set_warning(
                self.tr("Es de los primeros que probaría cualquiera. Mejor elegí otro.")
            )

    def _clear(self) -> None:
        self.complain(None)
        for field in self.fields.values():
            field.clear_error()

    def go_on(self) -> bool:
        """Keep the name and the PIN, or say what is wrong under its field."""
        self._clear()
        self._judge()
        pin = "" if self.later.isChecked() and not self._has_pin else self.pin.text()
        if not self._agrees(pin):
            return False
        try:
            person = self.shop.write(name_administrator, self.name.text(), pin or None)
        except ShopError as error:
            self._refuse(error)
            return False
        self.pin.clear()
        self.again.clear()
        if person != self.shop.user:
            self.shop.switch_user(person)
        return True

    def _agrees(self, pin: str) -> bool:
        """Tell whether there is a PIN, the same twice, where one is owed; say so if not."""
        typed = pin or self.again.text()
        if not typed and (self._has_pin or self.later.isChecked()):
            return True
        if not typed:
            self._mark("pin", self.tr("Poné un PIN, o marcá «Sin PIN por ahora»."))
            return False
        try:
            check_pin(pin)
        except PinError as error:
            self._mark("pin", str(error))
            return False
        if not self.again.text():
            # Enter in the first one goes on to the second.
            self.again.setFocus()
            return False
        if pin != self.again.text():
            self.again.clear()
            self._mark("again", self.tr("No es el mismo. Escribilo otra vez."))
            return False
        return True

    def _refuse(self, error: ShopError) -> None:
        if error.field in self.fields:
            self._mark(error.field, str(error))
        else:
            self.complain(error)

    def _mark(self, key: str, words: str) -> None:
        self.fields[key].set_error(words)
        self.fields[key].setFocus()


def _pin_line() -> QLineEdit:
    result = QLineEdit(maxLength=6)
    result.setEchoMode(QLineEdit.EchoMode.Password)
    result.setValidator(QRegularExpressionValidator(_PIN, result))
    return result
