"""The words that seal the copies: written twice, kept by this computer, never shown again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kioskifly_desktop.core.backups import (
    backup_settings,
    checked_passphrase,
    save_backup_settings,
)
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import ask
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class PassphraseCard(QWidget):
    """Puts words on the next copies, changes them, and takes them off."""

    def __init__(self, shop: Shop, toasts: ToastHost) -> None:
        super().__init__()
        self._shop = shop
        self._toasts = toasts
        self.state = label("")
        self.state.setWordWrap(True)
        self.first, self.second = QLineEdit(), QLineEdit()
        for line in (self.first, self.second):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.returnPressed.connect(self.save)
        self.first_field = Field(self.tr("Clave nueva"), self.first)
        self.second_field = Field(self.tr("Otra vez"), self.second)
        self.save_button = button(self.tr("Guardar clave"), icon_name="lock")
        self.save_button.clicked.connect(self.save)
        self.remove_button = button(self.tr("Dejar de usar clave"), "link")
        self.remove_button.clicked.connect(self.ask_to_remove)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.first_field, 1)
        row.addWidget(self.second_field, 1)
        # Beside the inputs, between their captions and their messages.
        place = QVBoxLayout()
        place.addSpacing(self.first_field.caption.sizeHint().height() + 5)
        place.addWidget(self.save_button)
        place.addStretch()
        row.addLayout(place)
        top = QHBoxLayout()
        top.addWidget(self.state, 1)
        top.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(row)

    def refresh(self, *, sealed: bool) -> None:
        """Say whether the next copies are sealed; what is being typed stays."""
        admin = self._shop.user.may(Permission.BACKUP)
        self.state.setText(
            self.tr("Las próximas copias llevan clave.")
            if sealed
            else self.tr("Las copias no llevan clave.")
        )
        self.remove_button.setVisible(admin and sealed)
        for each in (self.first_field, self.second_field, self.save_button):
            each.setVisible(admin)

    @Slot()
    def save(self) -> None:
        """Keep the words in this computer, then seal the copies from the next one on."""
        self.first_field.clear_error()
        self.second_field.clear_error()
        try:
            words = checked_passphrase(self.first.text())
        except ShopError as error:
            self.first_field.set_error(words_of(error))
            self.first.setFocus()
            return
        if self.second.text() != self.first.text():
            self.second_field.set_error(self.tr("No es igual a la de al lado."))
            self.second.setFocus()
            return
        copies = self._shop.copies
        self.save_button.setEnabled(False)
        background.run(
            self, lambda: copies.keep_passphrase(words), self._kept, self._refuse, must_end=True
        )

    def _kept(self, _: None) -> None:
        self.save_button.setEnabled(True)
        if self._seal(sealed=True):
            self.first.clear()
            self.second.clear()
            self._toasts.show(self.tr("Las próximas copias llevan esa clave. Anotala."))

    def _refuse(self, error: ShopError) -> None:
        self.save_button.setEnabled(True)
        self.first_field.set_error(words_of(error))

    def _seal(self, *, sealed: bool) -> bool:
        try:
            self._shop.write(_save_sealed, sealed)
        except ShopError as error:
            self._refuse(error)
            return False
        self._shop.copies.settings_changed()
        return True

    @Slot()
    def ask_to_remove(self) -> None:
        """Ask before the next copies go without words."""
        ask(
            self,
            self.tr("¿Dejar de usar clave?"),
            self.tr(
                "Las próximas copias las puede leer cualquiera que las tenga. Las de antes siguen "
                "con la clave que tenían."
            ),
            self.tr("Dejar de usar clave"),
            self._remove,
        )

    def _remove(self) -> None:
        if self._seal(sealed=False):
            self._toasts.show(self.tr("Las próximas copias van sin clave."))


def _save_sealed(work: Work, sealed: bool) -> None:  # noqa: FBT001 - what was chosen
    save_backup_settings(work, replace(backup_settings(work), sealed=sealed))
