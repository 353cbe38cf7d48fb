"""Anonimizar: what goes, what stays, and the name typed to be sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.errors import NotAllowedError, ShopError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.privacy import anonymise_client
from kioskifly_desktop.ui import background
from kioskifly_desktop.ui.people.authorize import authorize
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class AnonymiseDialog(Dialog):
    """Asks for the client's name and a reason; there is no way back."""

    def __init__(
        self, shop: Shop, client_id: int, name: str, toasts: ToastHost, parent: QWidget
    ) -> None:
        super().__init__(parent, "", size=(520, 0))
        self.set_title(self.tr("Anonimizar a {name}").format(name=name))
        self._shop = shop
        self._client_id = client_id
        self._name = name
        self._toasts = toasts
        for words in (
            self.tr(
                "Se borran su nombre, documento, teléfono, e-mail, dirección, cumpleaños y notas, "
                "los textos de los mensajes y las promesas, y su nombre en los comprobantes."
            ),
            self.tr(
                "La cuenta, las ventas y los comprobantes quedan con sus números: hay que "
                "guardarlos diez años."
            ),
        ):
            sentence = label(words)
            sentence.setWordWrap(True)
            self.body.addWidget(sentence)
        self.body.addWidget(
            Notice(
                self.tr(
                    "No se puede deshacer. Las copias del negocio hechas antes conservan sus "
                    "datos: borrá las que ya no precises."
                )
            )
        )
        self.typed = QLineEdit()
        self.typed.setMaxLength(120)
        self.name_field = Field(
            self.tr("Escribí el nombre para confirmar"),
            self.typed,
            hint=self.tr("Tal como figura: {name}").format(name=name),
        )
        self.why = QLineEdit()
        self.why.setMaxLength(120)
        self.reason_field = Field(
            self.tr("Motivo"), self.why, hint=self.tr("Por ejemplo: lo pidió por escrito.")
        )
        self.error = Notice("")
        self.error.hide()
        for each in (self.name_field, self.reason_field, self.error):
            self.body.addWidget(each)
        self.body.addStretch()
        self.cancel_button = button(self.tr("Cancelar"))
        self.cancel_button.clicked.connect(self.reject)
        self.forget_button = button(self.tr("Anonimizar"), "primary")
        self.forget_button.clicked.connect(self.forget)
        self.typed.returnPressed.connect(self._to_the_reason)
        self.why.returnPressed.connect(self.forget)
        self.typed.textChanged.connect(self.name_field.clear_error)
        self.why.textChanged.connect(self.reason_field.clear_error)
        self.add_buttons(self.cancel_button, self.forget_button)
        self.typed.setFocus()

    @Slot()
    def _to_the_reason(self) -> None:
        self.why.setFocus()

    @Slot()
    def forget(self) -> None:
        """Make nobody of the client, or say why not."""
        if fold(self.typed.text()) != fold(self._name):
            self.name_field.set_error(
                self.tr("Escribilo igual que acá: {name}").format(name=self._name)
            )
            self.name_field.setFocus()
            return
        try:
            alias = self._shop.write(anonymise_client, self._client_id, self.why.text())
        except NotAllowedError as error:
            authorize(self, self._shop, error, self.forget)
        except ShopError as error:
            self._refuse(error)
        else:
            self._forgotten(alias)

    def _refuse(self, error: ShopError) -> None:
        if error.field == "reason":
            self.reason_field.set_error(words_of(error))
            self.reason_field.setFocus()
            return
        self.error.words.setText(words_of(error))
        self.error.show()
        self.fit()

    def _forgotten(self, alias: str) -> None:
        toasts, database = self._toasts, self._shop.database
        # Traces are left in the file until it is made anew, which may take seconds.
        background.run(
            self._shop,
            database.compact,
            lambda _: None,
            lambda error: toasts.show(words_of(error), error=True),
            must_end=True,
        )
        self.accept()
        toasts.show(self.tr("Ahora es {alias}.").format(alias=alias))
