"""Small questions about a line: how many, at what discount, at what price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QLineEdit

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.es_ar import (
    format_money,
    parse_percent,
)
from kioskifly_desktop.ui.percent import format_percent
from kioskifly_desktop.ui.sentences import words_of
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.field import Field
from kioskifly_desktop.ui.widgets.money_edit import MoneyEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.sale.cart import CartLine


class LineDialog(Dialog):
    """Asks one thing of a line; `use` takes the answer and may refuse it with a ShopError."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        line: CartLine,
        *,
        edit: QLineEdit,
        use: Callable[[], None],
        hint: str = "",
    ) -> None:
        super().__init__(parent, title, line.product.name, size=(440, 0))
        self._use = use
        self.edit = edit
        self.field = Field(title, edit, hint=hint)
        self.body.addWidget(self.field)
        self.body.addStretch()
        self.save_button = self.add_form_buttons(self.tr("Aceptar"), self.save)
        edit.returnPressed.connect(self.save)
        edit.textChanged.connect(self.field.clear_error)
        edit.setFocus()
        edit.selectAll()

    @Slot()
    def save(self) -> None:
        """Use the answer and close, or say under the field what is wrong."""
        try:
            self._use()
        except ShopError as error:
            self.field.set_error(words_of(error))
            self.field.setFocus()
            return
        self.accept()


def ask_discount(parent: QWidget, line: CartLine, use: Callable[[int], None]) -> LineDialog:
    """Ask for a discount in percent."""
    edit = QLineEdit(format_percent(line.discount) if line.discount else "")
    edit.setPlaceholderText("10")
    return LineDialog(
        parent,
        _tr("Descuento (%)"),
        line,
        edit=edit,
        use=lambda: use(parse_percent(edit.text() or "0")),
    )


def ask_price(parent: QWidget, line: CartLine, use: Callable[[int], None]) -> LineDialog:
    """Ask at what price to sell it."""
    edit = MoneyEdit()
    if line.unit_price:
        edit.set_amount(line.unit_price)
    own = line.product.price
    hint = _tr("Precio de lista {price}").format(price=format_money(own)) if own else ""
    return LineDialog(
        parent, _tr("Precio"), line, edit=edit, use=lambda: use(edit.amount()), hint=hint
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("LineDialog", text)
