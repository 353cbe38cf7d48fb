"""The base of every page: its title row, and reading again when the shop has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kioskifly_desktop.core.sounds import Sound
from kioskifly_desktop.ui.sounds import sound
from kioskifly_desktop.ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


class Page(QWidget):
    """A page of the window: `top` is its title row, `content` the room under it.

    A visible page reads again when the shop changes; a hidden one when it is next shown.
    """

    page_id = ""

    def __init__(
        self, shop: Shop, toasts: ToastHost, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.shop = shop
        self.toasts = toasts
        self.title = title
        self._stale = True
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(24, 16, 24, 4)
        self.content.setSpacing(14)
        self.top = QHBoxLayout()
        self.top.setSpacing(10)
        self.heading = label(title, "title")
        self.heading.setMinimumHeight(34)
        self.top.addWidget(self.heading)
        self.top.addStretch(1)
        self.content.addLayout(self.top)
        shop.changed.connect(self.mark_stale)
        shop.user_changed.connect(self.mark_stale)

    def hasHeightForWidth(self) -> bool:
        """Scroll from where the tables are at their least, not from where they are at ease."""
        return False

    def refresh(self) -> None:
        """Read what the page shows."""

    def focus_main(self) -> None:
        """Put the focus where the work of the page starts."""

    def on_scan(self, code: str) -> None:
        """Take a code that was scanned while the page is in front; this one has no use for it."""
        del code
        sound(self.shop, Sound.UNKNOWN)

    @Slot()
    def mark_stale(self) -> None:
        """Read again: now if the page is visible, else when it is shown."""
        if self.isVisible():
            self._stale = False
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the page was hidden."""
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)
