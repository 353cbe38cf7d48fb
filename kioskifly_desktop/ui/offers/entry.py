"""The ways into an offer, from wherever a client is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.plan import Feature, feature_missing
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.sentences import said
from kioskifly_desktop.ui.widgets.icon_button import icon_button
from kioskifly_desktop.ui.widgets.labels import plain_tooltip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton, QWidget

    from kioskifly_desktop.core.contact import Aim
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


def open_offer(
    shop: Shop, client_id: int, toasts: ToastHost, parent: QWidget, aim: Aim | None = None
) -> OfferDialog | None:
    """Open the offer of a client and return it, or say why the plan has none."""
    if why := no_offers(shop):
        toasts.show(why, error=True)
        return None
    dialog = OfferDialog(shop, client_id, toasts, parent, aim)
    dialog.open()
    return dialog


def no_offers(shop: Shop) -> str:
    """Return why the plan has no offers, nothing where it does."""
    return said(shop.read(feature_missing, Feature.OFFERS))


class OfferButton:
    """The robot that opens an offer: off, with the reason, where the plan has none."""

    def __init__(self, shop: Shop, key_id: str, kind: str = "ghost") -> None:
        self._shop = shop
        self._key_id = key_id
        self._words = QCoreApplication.translate("OfferButton", "Oferta para el cliente")
        self.button: QToolButton = icon_button("bot", self._words, kind=kind)
        self.refresh()

    def refresh(self) -> None:
        """Read again whether the plan has offers."""
        why = no_offers(self._shop)
        self.button.setEnabled(not why)
        words = why or f"{self._words} ({keys.cap(self._key_id)})"
        self.button.setToolTip(plain_tooltip(words))
        self.button.setAccessibleDescription(why)
