"""Código de rescate: when it was made, and making another, which is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kioskifly_desktop.core.access import (
    lacks_rescue_code,
    make_rescue_code,
    rescue_code_made,
    verify_pin,
)
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import format_date, local
from kioskifly_desktop.core.users import get_person
from kioskifly_desktop.ui.people.pin_fields import pin_edit
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop


class RescueCodeCard(QWidget):
    """Tells whether there is a rescue code, and makes it."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self.notice = Notice(
            self.tr("Todavía no hay: si el único administrador se olvida el PIN, no entra.")
        )
        self.state = label("")
        self.state.setWordWrap(True)
        self.make_button = button("", icon_name="lock-open")
        self.make_button.setProperty(
            "synonyms", self.tr("olvidé olvido perdí clave contraseña recuperar entrar")
        )
        self.make_button.clicked.connect(self.make)
        row = QHBoxLayout()
        row.addWidget(self.make_button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.notice)
        column.addWidget(self.state)
        column.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read whether there is one, and since when."""
        made = self._shop.read(rescue_code_made)
        missed = self._shop.read(lacks_rescue_code)
        self.notice.setVisible(missed)
        self.state.setHidden(missed)
        self.state.setText(
            self.tr("Todavía no hay.")
            if made is None
            else self.tr("Hay uno, hecho el {date}.").format(date=format_date(local(made).date()))
        )
        words = self.tr("Hacer el código…") if made is None else self.tr("Hacer otro…")
        self.make_button.setText(f"  {words}")
        self.make_button.setAccessibleName(words)

    @Slot()
    def make(self) -> None:
        """Ask for the PIN, and show a new code once."""
        dialog = RescueCodeDialog(self.window(), self._shop)
        dialog.returns_to(self.make_button)
        dialog.open()


class RescueCodeDialog(Dialog):
    """Asks for the PIN of who makes it, if they have one; then shows the code, this once."""

    def __init__(self, parent: QWidget, shop: Shop) -> None:
        super().__init__(parent, self.tr("Código de rescate"), size=(520, 0))
        self._shop = shop
        self._asks = shop.read(get_person, shop.user.id).has_pin
        self.words = label(
            self.tr("Se muestra una sola vez: tené a mano con qué anotarlo.")
            if shop.read(rescue_code_made) is None
            else self.tr(
                "Se muestra una sola vez: tené a mano con qué anotarlo. "
                "El código de antes deja de valer."
            )
        )
        self.words.setWordWrap(True)
        self.now = pin_edit(self.make)
        self.now_field = Field(self.tr("Tu PIN"), self.now)
        self.now.textChanged.connect(self.now_field.clear_error)
        self.now_field.setVisible(self._asks)
        # No label: the caret of one that is read by keyboard stands there as one more symbol.
        self.code = QLineEdit(readOnly=True)
        self.code.setProperty("kind", "code")
        self.code.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setAccessibleName(self.tr("Código de rescate"))
        self.code.hide()
        for part in (self.words, self.now_field, self.code):
            self.body.addWidget(part)
        self.body.addStretch()
        self.cancel = button(self.tr("Cancelar"))
        self.cancel.clicked.connect(self.reject)
        self.make_button = button(self.tr("Hacer el código"), "primary")
        self.make_button.clicked.connect(self.make)
        self.copy_button = button(self.tr("Copiar"), icon_name="copy")
        self.copy_button.clicked.connect(self.copy)
        self.copy_button.hide()
        self.done_button = button(self.tr("Ya lo anoté"), "primary", icon_name="check")
        self.done_button.clicked.connect(self.accept)
        self.done_button.hide()
        self.add_buttons(self.cancel, self.make_button, self.copy_button, self.done_button)
        (self.now if self._asks else self.make_button).setFocus()

    @Slot()
    def make(self) -> None:
        """Make the code and show it, or say what is wrong with the PIN."""
        try:
            if self._asks:
                verify_pin(self._shop.database, self._shop.user.id, self.now.text())
            code = self._shop.write(make_rescue_code)
        except ShopError as error:
            self.now_field.show()
            self.now_field.set_error(words_of(error))
            self.now.setFocus()
            self.now.selectAll()
            self.now_field.updateGeometry()
            self.fit()
            return
        self.code.setText(code)
        self.code.setAccessibleDescription(" ".join(code.replace("-", "")))
        self.words.setText(
            self.tr(
                "Anotalo y guardalo en un sobre, no en la computadora. Con él un administrador que "
                "se olvidó el PIN se pone otro. Vale una sola vez, y no se vuelve a mostrar."
            )
        )
        asked: tuple[QWidget, ...] = (self.now_field, self.cancel, self.make_button)
        told: tuple[QWidget, ...] = (self.code, self.copy_button, self.done_button)
        for part in (*asked, *told):
            part.setVisible(part in told)
        # Once what was shown has the height that its style gives it.
        QTimer.singleShot(0, self, self.fit)
        self.code.setFocus()

    @Slot()
    def copy(self) -> None:
        """Put the code in the clipboard."""
        QApplication.clipboard().setText(self.code.text())
        words = self.tr("Copiado")
        self.copy_button.setText(f"  {words}")
