"""Between the cart on the screen and the carts put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.es_ar import format_time
from kioskifly_desktop.core.sales import ParkRequest, park_sale, take_parked
from kioskifly_desktop.ui.sale.cart import CartLine

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.sales import SaleLineRequest
    from kioskifly_desktop.core.work import Work

_LABEL_LENGTH = 60


class Taken(NamedTuple):
    """A cart taken back."""

    lines: list[CartLine]
    client_id: int | None


def put_aside(work: Work, lines: tuple[SaleLineRequest, ...], client: Client | None) -> int:
    """Put a cart aside by the name of its client, or by the hour, and return its id.

    Raises:
        ShopError: as `park_sale`.
    """
    hour = QCoreApplication.translate("SalePage", "Venta de las {time}")
    label = client.name if client else hour.format(time=format_time(work.now))
    client_id = client.id if client else None
    return park_sale(work, ParkRequest(lines, client_id, label[:_LABEL_LENGTH].strip()))


def take_back(work: Work, parked_id: int) -> Taken:
    """Take a cart back, at today's prices.

    Raises:
        ParkedSaleNotFoundError: somebody took it before.
    """
    parked = take_parked(work, parked_id)
    lines = [
        CartLine(
            get_product(work, line.product_id),
            line.quantity,
            line.discount,
            line.price,
            line.amount,
        )
        for line in parked.lines
    ]
    return Taken(lines, parked.client_id)
