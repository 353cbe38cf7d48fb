"""What the sale has to say: a line over the cart, with the way out where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot

from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.widgets.buttons import button
from kioskifly_desktop.ui.widgets.notice import Notice


class SaleNotice(Notice):
    """A warning that doesn't interrupt; it offers to create the product that nobody knew."""

    create_wanted = Signal()

    def __init__(self) -> None:
        self.create_button = button("", "link", icon_name="plus")
        super().__init__("", "triangle-alert", self.create_button)
        self.create_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.create_button.clicked.connect(self.create_wanted)
        keys.assigned.changed.connect(self._write_key)
        self._write_key()
        self.hide()

    def say(self, words: str, *, create: bool = False) -> None:
        """Show a sentence, and the button if a product can be created of it."""
        self.words.setText(words)
        self.create_button.setVisible(create)
        self.show()

    @Slot()
    def _write_key(self) -> None:
        words = self.tr("Crear producto   {key}").format(key=keys.cap("sale.product"))
        self.create_button.setText(f"  {words}")
        self.create_button.setAccessibleName(self.tr("Crear producto"))
