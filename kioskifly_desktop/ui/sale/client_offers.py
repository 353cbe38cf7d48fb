"""The offers a client was sent and may still ask for, as the counter applies them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.contact import LiveOffer, live_offers
from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.core.sales import check_discount
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.percent import format_percent

if TYPE_CHECKING:
    from kioskifly_desktop.core.money import BasisPoints
    from kioskifly_desktop.core.work import Work


class ClientOffers(NamedTuple):
    """All there are, and by product the discounts that this person may give."""

    live: tuple[LiveOffer, ...] = ()
    discounts: dict[int, BasisPoints] = {}  # noqa: RUF012 - never changed

    def beyond(self, product_id: int) -> str:
        """Return why the offer of a product is not applied; nothing where it is, or there is none.

        A cashier gives no more than a cashier may.
        """
        offer = next((each for each in self.live if each.product_id == product_id), None)
        if offer is None or product_id in self.discounts:
            return ""
        words = QCoreApplication.translate(
            "ClientOffers",
            "{name} tiene {less} por una oferta: ponelo con {key} y lo autoriza un administrador.",
        )
        key = keys.cap("sale.discount")
        return words.format(name=offer.name, less=format_percent(offer.discount), key=key)


def offers_of(work: Work, client_id: int) -> ClientOffers:
    """Return the offers of a client."""
    live = tuple(live_offers(work, client_id))
    return ClientOffers(live, {each.product_id: each.discount for each in live if _may(work, each)})


def _may(work: Work, offer: LiveOffer) -> bool:
    try:
        check_discount(work, offer.discount)
    except NotAllowedError:
        return False
    return True
