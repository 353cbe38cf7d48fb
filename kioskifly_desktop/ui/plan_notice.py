"""Where the plan admits no more: what adds is off, and says why in sight and on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.plan import Limit, limit_missing
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from kioskifly_desktop.ui.shop import Shop


class PlanNotice(Notice):
    """The reason, hidden while there is none."""

    def __init__(self, shop: Shop, limit: Limit) -> None:
        super().__init__("")
        self._shop = shop
        self._limit = limit
        self.hide()

    def reason(self) -> str:
        """Read and show why one more can't be added; return it, empty where it can."""
        why = said(self._shop.read(limit_missing, self._limit))
        self.words.setText(why)
        self.setVisible(bool(why))
        return why


def set_available(button: QPushButton, reason: str) -> None:
    """Turn a button on, or off with the reason as its tooltip."""
    button.setEnabled(not reason)
    button.setToolTip(reason)
    button.setAccessibleDescription(reason)
