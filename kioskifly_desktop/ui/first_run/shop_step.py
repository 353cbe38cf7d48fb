"""El negocio: what every paper says of it, and what the papers are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.first_run import describe_shop
from kioskifly_desktop.core.settings import ShopProfile, shop_profile
from kioskifly_desktop.ui.first_run.step import Step
from kioskifly_desktop.ui.settings.profile_fields import ProfileFields
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop

_FIELDS = ("name", "owner", "cuit", "condition", "gross_income", "started", "address")


class ShopStep(Step):
    """The form of the shop's own data; only the name is owed."""

    def __init__(self, shop: Shop) -> None:
        super().__init__(
            shop,
            self.tr("¿Cómo se llama tu negocio?"),
            self.tr("Solo hace falta el nombre. Lo demás sale impreso si lo completás."),
        )
        self._before = ShopProfile()
        self.form = ProfileFields(_FIELDS)
        self.form.line("name").setPlaceholderText(self.tr("Por ejemplo: Kiosco El Sol"))
        self.notice = Notice(
            self.tr(
                "Los comprobantes de Kioskifly llevan la letra X: no son válidos como factura y no "
                "la reemplazan. Si te corresponde facturar una venta, también la fiada, hacé la "
                "factura aparte al momento de vender."
            ),
            "receipt-text",
        )
        self.column.addWidget(self.notice)
        self.column.addWidget(self.form)
        self.column.addWidget(self.error)
        self.column.addStretch()

    def begin(self) -> None:
        """Read the shop's data; the name that the program gave is nobody's."""
        self._before = self.shop.read(shop_profile)
        self.form.fill(self._before)
        name = self.form.line("name")
        if self._before == ShopProfile():
            name.clear()
        name.setFocus()
        name.selectAll()

    def go_on(self) -> bool:
        """Keep the data, or say what is wrong under its field."""
        self.form.clear_errors()
        self.complain(None)
        try:
            self.shop.write(describe_shop, self.form.profile(self._before))
        except ShopError as error:
            if not self.form.show_error(error):
                self.complain(error)
            return False
        return True
