"""The way to everything about a client, which is loaded when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kioskifly_desktop.ui.clients.client_page import ClientPage
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


def client_page(
    shop: Shop, client_id: int, toasts: ToastHost, parent: QWidget, *, private: bool = False
) -> ClientPage:
    """Return the page of a client, not shown yet."""
    # With it come offers, reports and personal data: a tenth of what a start loads.
    from kioskifly_desktop.ui.clients.client_page import ClientPage  # noqa: PLC0415

    return ClientPage(shop, client_id, toasts, parent, private=private)
