"""The sign that all one sees is invented, with the way to one's own shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.icons import icon_label
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from kioskifly_desktop.ui.shop import Shop


class ExampleBar(QFrame):
    """A band across the top of the window, which nothing takes away."""

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self.setObjectName("example")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 16, 6)
        row.setSpacing(10)
        row.addWidget(icon_label("triangle-alert", "warning", 18, 2.0))
        self.words = label(self.tr("Estás viendo datos de ejemplo"), "subtitle")
        row.addWidget(self.words)
        more = label(self.tr("Nada de lo que hagas acá toca tu kiosco."), "muted")
        more.setMinimumWidth(1)
        row.addWidget(more, 1)
        self.own_button = button(self.tr("Empezar con mi kiosco"), "primary", icon_name="store")
        self.own_button.clicked.connect(shop.own_shop_wanted)
        row.addWidget(self.own_button)
