"""A concept that money leaves the registers for: a new one, or the name of one there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from kioskifly_desktop.core.sessions import (
    EXPENSE_KIND_NAMES,
    CategoryRow,
    ExpenseKind,
    add_category,
    rename_category,
)
from kioskifly_desktop.ui.sentences import said, words_of
from kioskifly_desktop.ui.small_form import SmallForm
from kioskifly_desktop.ui.widgets.field import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class ExpenseDialog(SmallForm):
    """The name of a concept and, of a new one, what it is to the result of a month."""

    def __init__(
        self, shop: Shop, toasts: ToastHost, parent: QWidget, shown: CategoryRow | None = None
    ) -> None:
        title = self.tr("Cambiar el nombre") if shown else self.tr("Nuevo concepto")
        super().__init__(shop, toasts, parent, title)
        self._shown = shown
        self.name = self.add_field(self.tr("Nombre"), shown.name if shown else "", limit=40)
        self.kind = QComboBox()
        for kind in (ExpenseKind.EXPENSE, ExpenseKind.GOODS, ExpenseKind.OWNER, ExpenseKind.OTHER):
            self.kind.addItem(said(EXPENSE_KIND_NAMES[kind]), kind)
        if shown is None:
            hint = self.tr("La mercadería cuesta recién al venderse; lo que retirás no es gasto.")
            self.body.addWidget(Field(self.tr("Qué es"), self.kind, hint=hint))
        self.name.setFocus()

    def keep(self) -> None:
        """Write the concept."""
        assert isinstance(self.name.editor, QLineEdit)
        name = self.name.editor.text()
        if self._shown is None:
            self.shop.write(add_category, name, ExpenseKind(self.kind.currentData()))
        else:
            self.shop.write(rename_category, self._shown.id, name)

    def refuse(self, error: ShopError) -> None:
        """Say it under the name."""
        self.name.set_error(words_of(error))
        self.name.setFocus()
