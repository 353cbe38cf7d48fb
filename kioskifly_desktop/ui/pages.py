"""The pages of the window, each loaded when it is first shown, or before that in spare time."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kioskifly_desktop.ui import background, keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from kioskifly_desktop.ui.page import Page
    from kioskifly_desktop.ui.shop import Shop
    from kioskifly_desktop.ui.widgets.toast import ToastHost


def _sale() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.sale.page import SalePage

    return SalePage


def _clients() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.clients.clients_page import ClientsPage

    return ClientsPage


def _products() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.catalog.products_page import ProductsPage

    return ProductsPage


def _registers() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.registers.registers_page import RegistersPage

    return RegistersPage


def _today() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.today.today_page import TodayPage

    return TodayPage


def _reports() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.reports.reports_page import ReportsPage

    return ReportsPage


def _settings() -> Callable[[Shop, ToastHost], Page]:
    from kioskifly_desktop.ui.settings.settings_page import SettingsPage

    return SettingsPage


_CLIENT_PAGE = "kioskifly_desktop.ui.clients.client_page"
_LOADERS = {
    keys.SALE: _sale,
    keys.CLIENTS: _clients,
    keys.PRODUCTS: _products,
    keys.REGISTERS: _registers,
    keys.TODAY: _today,
    keys.REPORTS: _reports,
    keys.SETTINGS: _settings,
}


def build_page(page_id: str, shop: Shop, toasts: ToastHost) -> Page:
    """Return a new page."""
    return _LOADERS[page_id]()(shop, toasts)


def load_pages(owner: QObject) -> None:
    """Load in a thread what the first look at each page needs, and at a client."""

    def load() -> None:
        for page in _LOADERS.values():
            page()
        import_module(_CLIENT_PAGE)

    background.run(owner, load, lambda _: None, lambda _: None)
