"""The shield on what an administrator authorizes for a cashier."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu, QPushButton

from kioskifly_desktop.core.catalog import ProductRequest, add_product
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.ui.clients.clients_model import Columns
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.people.sign import Sign, asks_words, sign_action
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from tests.factories import DRAWER, make_client, sale


@pytest.fixture
def button(window):
    result = QPushButton("Anular", window)
    result.resize(120, 40)
    result.show()
    return result


@pytest.fixture
def sign(button, shop):
    return Sign(button, shop, Permission.VOID)


def test_it_follows_who_is_at_the_counter(sign, button, shop, cashier):
    admin = shop.user
    assert not sign.mark.isVisible()
    assert button.toolTip() == ""
    shop.switch_user(cashier)
    assert sign.mark.isVisible()
    assert button.isEnabled()
    assert button.toolTip() == asks_words()
    shop.switch_user(admin)
    assert not sign.mark.isVisible()
    assert button.toolTip() == ""


def test_it_keeps_to_the_corner(sign, button, shop, cashier):
    shop.switch_user(cashier)
    for width in (120, 300):
        button.resize(width, 40)
        assert button.rect().contains(sign.mark.geometry())
        assert sign.mark.geometry().right() > width - 8


def test_what_the_button_says_stays(button, sign, shop, cashier):
    button.setToolTip("F8")
    shop.switch_user(cashier)
    assert button.toolTip() == f"F8\n{asks_words()}"
    button.setToolTip("<span>F9</span>")
    assert button.toolTip() == f"<span>F9</span><br>{asks_words()}"
    sign.need(None)
    assert button.toolTip() == "<span>F9</span>"


def test_what_is_off_says_its_own_reason(sign, button, shop, cashier):
    shop.switch_user(cashier)
    button.setEnabled(False)
    button.setToolTip("El plan admite una caja.")
    assert not sign.mark.isVisible()
    assert button.toolTip() == "El plan admite una caja."
    button.setEnabled(True)
    assert sign.mark.isVisible()


def test_what_anybody_may_do_has_none(sign, button, shop, cashier):
    shop.switch_user(cashier)
    sign.need(Permission.SELL)
    assert not sign.mark.isVisible()
    assert button.toolTip() == ""


def test_a_menu_says_it_too(window, shop, cashier):
    action = QMenu(window).addAction("Anular…")
    sign_action(action, shop, Permission.VOID)
    assert action.icon().isNull()
    shop.switch_user(cashier)
    sign_action(action, shop, Permission.VOID)
    assert not action.icon().isNull()
    assert action.toolTip() == asks_words()


def test_the_charge_has_it_only_where_the_sale_needs_it(shop, toasts, window, cashier):
    goods = shop.write(add_product, ProductRequest("Alfajor", price=900_00, tracks_stock=False))
    request = sale((goods, 1), cash=900_00)
    shop.switch_user(cashier)
    dialog = ChargeDialog(
        shop, toasts, window, lines=request.lines, total=900_00, client_id=None, drawer_id=DRAWER
    )
    dialog.open()
    assert not dialog.sign.is_shown
    cheap = sale((goods, 1), cash=900_00).lines[0]
    cheap = type(cheap)(cheap.product_id, cheap.quantity, discount=50_00)
    dialog.set_sale((cheap,), 450_00, None)
    assert dialog.sign.is_shown
    dialog.set_sale(request.lines, 900_00, None)
    assert not dialog.sign.is_shown
    dialog.reject()


def test_the_bin_of_a_client_has_it_and_the_way_back_has_not(shop, toasts, qtbot, cashier):
    shop.write(make_client, "Ana")
    page = ClientsPage(shop, toasts)
    qtbot.addWidget(page)
    page.resize(1300, 700)
    page.show()
    qtbot.waitExposed(page)
    index = page.model.index(0, Columns.REMOVE)
    assert page.table.asks_to_delete == ""
    before = _painted(page, index)
    shop.switch_user(cashier)
    index = page.model.index(0, Columns.REMOVE)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith(asks_words())
    assert _painted(page, index) != before
    menu = page.table.menu_of(page.table.current() or page.model.rows[0])
    delete = next(each for each in menu.actions() if each.text() == "Eliminar…")
    assert delete.toolTip() == asks_words()


def _painted(page, index):
    area = page.table.visualRect(index)
    image = QImage(page.table.viewport().grab(area).toImage())
    return bytes(image.constBits())
