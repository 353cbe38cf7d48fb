"""A form of few fields and one button that keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class SmallForm(Dialog):
    """Fields and a button that keeps them; what is wrong goes under the first one."""

    def __init__(self, shop: Shop, toasts: ToastHost, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, size=(480, 0))
        self.shop = shop
        self.toasts = toasts
        self.save_button = self.add_form_buttons(self.tr("Guardar"), self.save)

    def add_field(self, caption: str, text: str = "", *, hint: str = "", limit: int = 60) -> Field:
        """Put a line of text under the others."""
        line = QLineEdit(text, maxLength=limit)
        line.returnPressed.connect(self.save)
        field = Field(caption, line, hint=hint)
        line.textChanged.connect(field.clear_error)
        self.body.addWidget(field)
        return field

    def keep(self) -> None:
        """Write what is in the fields.

        Raises:
            ShopError: something is wrong with it.
        """
        raise NotImplementedError

    def refuse(self, error: ShopError) -> None:
        """Say what is wrong where it can be put right."""
        raise NotImplementedError

    @Slot()
    def save(self) -> None:
        """Keep it, or say what is wrong."""
        try:
            self.keep()
        except ShopError as error:
            self.refuse(error)
            self.fit()
            return
        self.accept()
        self.toasts.show(self.tr("Guardado."))
