"""The pictures of a client's page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.clients import ClientQuery, ClientRequest, ClientSort, add_client
from kioskifly_desktop.core.contact import PromiseRequest, add_promise
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    LoyaltyTerms,
    PointsRequest,
    adjust_points,
    save_agreed_terms,
    save_loyalty_terms,
)
from kioskifly_desktop.tour_tools import open_dialog, settle
from kioskifly_desktop.ui.clients.client_page import ClientPage

if TYPE_CHECKING:
    from tests.screenshots import Camera


def shoot_client(camera: Camera) -> None:
    """Take them all."""
    row = camera.client(ClientQuery(sort=ClientSort.BALANCE, descending=True))
    shop = camera.shop
    shop.write(save_loyalty_terms, LoyaltyTerms(on=True))
    shop.write(adjust_points, PointsRequest(uuid4().hex, row.id, 340, "Sorteo"))
    shop.write(save_agreed_terms, row.id, AgreedTerms((CategoryDiscount("Golosinas", 10_00),)))
    today = shop.read(lambda work: work.today)
    shop.write(add_promise, PromiseRequest(uuid4().hex, row.id, 10_000_00, today))
    camera.clients.show_page(row)
    page = open_dialog(ClientPage)
    camera.shoot("perfil")
    bar = page.scroller.verticalScrollBar()
    for number in (2, 3, 4):
        if bar.value() == bar.maximum():
            break
        QTest.keyClick(page, Qt.Key.Key_PageDown)
        camera.shoot(f"perfil-{number}")
    bar.setValue(0)
    page.calendar.setFocus()
    for _ in range(3):
        QTest.keyClick(page.calendar, Qt.Key.Key_Left)
    camera.shoot("perfil-dia")
    page.chart.setFocus()
    QTest.keyClick(page.chart, Qt.Key.Key_Right)
    camera.shoot("perfil-mes")
    page.toggle_private()
    camera.shoot("perfil-tapado")
    page.reject()
    settle()
    new = shop.write(add_client, ClientRequest(f"Nadia Nueva {camera.label}"))
    ClientPage(shop, new, camera.window.toasts, camera.window).open()
    page = open_dialog(ClientPage)
    camera.shoot("perfil-nuevo")
    page.reject()
    settle()
