"""The opening of a drawer: what is in it, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Slot

from kioskifly_desktop.core.errors import AmountError, AmountMissingError, ShopError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.sessions import OpenRequest, open_session
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.sessions.words import counts_blind, difference_words
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.registers import RegisterRow
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class OpenSessionDialog(Dialog):
    """Takes the opening float of a drawer and opens it."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, register: RegisterRow
    ) -> None:
        title = self.tr("Abrir {register}").format(register=register.name)
        super().__init__(parent, title, size=(480, 0))
        self._shop = shop
        self._toasts = toasts
        self._register = register
        self._request_id = uuid4().hex
        # A drawer nobody has used has nothing to agree with.
        self._quiet = counts_blind(shop) or register.last_at is None
        words = label(self.tr("Contá la plata que hay en el cajón y escribí cuánta es."))
        words.setWordWrap(True)
        self.amount = MoneyEdit(least=0)
        self.amount_field = Field(self.tr("Fondo inicial"), self.amount)
        self.body.addWidget(words)
        self.body.addWidget(self.amount_field)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(
            self.tr("Abrir caja"), self.save, icon_name="lock-open"
        )
        self.amount.textChanged.connect(self._changed)
        self.amount.returnPressed.connect(self.save)
        self._changed()
        self.amount.setFocus()

    @Slot()
    def save(self) -> None:
        """Open the drawer and close the dialog, or say under the field what is wrong."""
        try:
            opening_float = self.amount.amount()
            request = OpenRequest(self._request_id, self._register.id, opening_float)
            done = self._shop.write(open_session, request)
        except ShopError as error:
            self.amount_field.set_error(words_of(error))
            self.amount_field.setFocus()
            return
        self.accept()
        words = self.tr("{register} abierta con {amount}.")
        words = words.format(register=self._register.name, amount=format_money(opening_float))
        if done.over_short and not self._quiet:
            words = f"{words} {difference_words(done.over_short)}."
        self._toasts.show(words)

    @Slot()
    def _changed(self) -> None:
        """Say how the count stands against what should be in the drawer."""
        self.amount_field.clear_error()
        books = self._register.balance
        try:
            difference = self.amount.amount() - books
        except AmountMissingError:
            words = self.tr("Tendría que haber {amount}.").format(amount=format_money(books))
            self.amount_field.set_hint("" if self._quiet else words)
            return
        except AmountError as error:
            self.amount_field.set_error(words_of(error))
            return
        if self._quiet:
            self.amount_field.set_hint("")
        elif difference == 0:
            self.amount_field.set_hint(self.tr("Coincide con lo que tendría que haber."))
        else:
            words = self.tr("{difference}: tendría que haber {amount}. Queda anotado.")
            words = words.format(
                difference=difference_words(difference), amount=format_money(books)
            )
            self.amount_field.set_warning(words)
