"""The pictures of promotions, points and what is agreed with a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.loyalty import agreed_terms, points_of
from kioskifly_desktop.tour_tools import open_dialog, settle
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_page import ClientPage
from kioskifly_desktop.ui.loyalty.points_dialog import PointsDialog
from kioskifly_desktop.ui.loyalty.price_list_dialog import PriceListDialog
from kioskifly_desktop.ui.loyalty.promotion_dialog import PromotionDialog
from kioskifly_desktop.ui.loyalty.terms_dialog import TermsDialog
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import ClientRow
    from tests.screenshots import Camera


def shoot_loyalty(camera: Camera) -> None:
    """Take them all."""
    settings = camera.window.show_page(keys.SETTINGS)
    assert isinstance(settings, SettingsPage)
    settings.show_section(settings.points)
    camera.shoot("ajustes-puntos")
    settings.show_section(settings.promotions)
    camera.shoot("ajustes-promociones")
    settings.promotions.promotions.table.selectRow(0)
    settings.promotions.change()
    open_dialog(PromotionDialog)
    camera.leave(PromotionDialog, "promocion")
    settings.promotions.lists.table.selectRow(0)
    settings.promotions.change_list()
    dialog = open_dialog(PriceListDialog)
    product = camera.shop.read(list_products, ProductQuery(search="yerba"))[0]
    dialog.prices[product.id] = (product.name, product.price)
    dialog.own.refresh()
    camera.leave(PriceListDialog, "lista-de-precios")
    found = camera.shop.read(list_clients, ClientQuery(), limit=500)
    with_terms = next(row for row in found if _has_terms(camera, row))
    TermsDialog(camera.shop, camera.window.toasts, camera.window, with_terms.id).open()
    camera.leave(TermsDialog, "condiciones")
    richest = max(found, key=lambda row: camera.shop.read(points_of, row.id))
    ClientPage(camera.shop, richest.id, camera.window.toasts, camera.window).open()
    page = open_dialog(ClientPage)
    page.show_points()
    camera.leave(PointsDialog, "puntos")
    page.reject()
    settle()
    _sale(camera, richest)


def _has_terms(camera: Camera, row: ClientRow) -> bool:
    terms = camera.shop.read(agreed_terms, row.id)
    return bool(terms.discounts)


def _sale(camera: Camera, row: ClientRow) -> None:
    page = camera.window.show_page(keys.SALE)
    assert isinstance(page, SalePage)
    for words in ("oreo", "oreo", "fernet", "coca-cola 2", "yerba pla"):
        product = camera.shop.read(list_products, ProductQuery(search=words))[0]
        page.on_scan(product.barcode)
    page.show_client(row.id)
    camera.shoot("venta-promociones")
    page.charge()
    charge = open_dialog(ChargeDialog)
    QTest.keyClicks(charge.points.points, "60")
    camera.shoot("cobrar-puntos")
    charge.done(0)
    settle()
    while page.cart.lines:
        page.remove_line()
    page.show_client(None)
    settle()
