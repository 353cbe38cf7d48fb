"""Promotions, a client's terms and points at the counter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.catalog import find_code
from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    PointsRequest,
    PriceList,
    adjust_points,
    pause_promotion,
    points_of,
    save_agreed_terms,
    save_price_list,
)
from kioskifly_desktop.core.sales import get_sale, list_sales
from kioskifly_desktop.ui.sale.cart import Columns
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.page import SalePage
from tests.factories import make_client, make_product, new_request
from tests.loyalty import give_points, promote

NBSP = "\u00a0"


@pytest.fixture
def candy(shop):
    return shop.write(
        make_product, "Alfajor", price=100_00, category="Golosinas", barcodes=("7790001",)
    )


@pytest.fixture
def ana(shop):
    return shop.write(make_client, "Ana")


@pytest.fixture
def page(qtbot, shop, toasts, window, candy):
    result = SalePage(shop, toasts, window)
    result.resize(window.size())
    result.show()
    qtbot.waitExposed(result)
    return result


def scan(page, times=1):
    page.on_scan("7790001") if times == 1 else page._entered(f"{times}*7790001")


def charging(page, front):
    page.charge()
    dialog = front()
    assert isinstance(dialog, ChargeDialog)
    return dialog


def last_sale(shop):
    return shop.read(get_sale, shop.read(list_sales)[0].id)


def says(page, row, column):
    return page.cart.index(row, column).data().replace(NBSP, " ")


def test_a_promotion_shows_under_its_line_and_is_charged(shop, page, candy, front):
    number = shop.write(promote, candy, name="2x1")
    scan(page)
    assert says(page, 0, Columns.PRODUCT) == "Alfajor"
    scan(page)
    assert page.cart.total == 100_00
    assert says(page, 0, Columns.PRODUCT) == "Alfajor. 2x1 −$ 100,00"
    assert says(page, 0, Columns.TOTAL) == "$ 100,00"
    assert "descuento $ 100,00" in page.side.count.text().replace(NBSP, " ")
    dialog = charging(page, front)
    shop.write(pause_promotion, number, paused=True)
    dialog.charge()  # the promotion ended meanwhile: the cart shows what it costs now
    assert page.cart.total == 200_00
    assert says(page, 0, Columns.PRODUCT) == "Alfajor"
    shop.write(pause_promotion, number, paused=False)
    page.refresh()
    charging(page, front).charge()
    assert last_sale(shop).total == 100_00
    assert page.cart.lines == []


def test_taking_a_line_back_takes_its_promotion_back(shop, page, candy):
    shop.write(promote, candy)
    scan(page, 2)
    page.table.add(-1)
    assert page.cart.total == 100_00
    assert page.cart.lines[0].rebates == ()
    page.undo()
    assert (page.cart.total, len(page.cart.lines[0].rebates)) == (100_00, 1)
    page.remove_line()
    assert page.cart.total == 0


def test_a_client_brings_prices_discounts_and_a_lock(shop, page, candy, ana, front):
    prices = shop.write(save_price_list, PriceList(0, "Mayorista", -1_000))
    half = CategoryDiscount("Golosinas", 5_000)
    shop.write(save_agreed_terms, ana, AgreedTerms((half,), prices, "Cheque rechazado"))
    scan(page)
    page.show_client(ana)
    assert page.cart.total == 45_00
    assert says(page, 0, Columns.PRICE) == "$ 90,00"
    note = page.client_bar.note.text().replace(NBSP, " ")
    assert note.startswith("Bloqueado: Cheque rechazado  ·  Lista Mayorista  ·  50 % en Golosinas")
    dialog = charging(page, front)
    assert "bloqueado" in dialog.account.blocked.words.text()
    dialog.charge()
    assert dialog.isVisible()
    assert dialog.account.reason_field.has_error()
    dialog.account.reason.setText("Pagó hoy")
    dialog.charge()
    assert last_sale(shop).authorization == "Pagó hoy"
    page.show_client(None)
    scan(page)
    assert page.cart.total == 100_00


def test_points_are_redeemed_at_the_charge(qtbot, shop, page, candy, ana, front, toasts):
    shop.write(give_points, least=5)
    shop.write(adjust_points, PointsRequest(new_request(), ana, 30, "Regalo"))
    scan(page, 3)
    page.show_client(ana)
    assert "30 puntos" in page.client_bar.note.text()
    dialog = charging(page, front)
    assert dialog.points.isVisible()
    assert dialog.points.has.text() == "Tiene 30 puntos"
    assert dialog.points.earns.text() == "Esta compra suma 3 puntos"
    dialog.points.points.setText("3")
    assert "de 5 a 29" in dialog.points.field.message.text()
    dialog.charge()
    assert dialog.isVisible()
    QTest.mouseClick(dialog.points.all_button, Qt.MouseButton.LeftButton)
    assert dialog.points.points.text() == "29"
    assert dialog.side.due.text().replace(NBSP, " ") == "$ 10,00"
    dialog.points.points.setText("20")
    assert dialog.side.due.text().replace(NBSP, " ") == "$ 100,00"
    assert dialog.points.earns.text() == "Esta compra suma 1 punto"
    dialog.charge()
    sold = last_sale(shop)
    assert (sold.total, sold.points.redeemed) == (100_00, 20)
    assert shop.read(points_of, ana) == 11


def test_another_client_forgets_the_points_typed(shop, page, candy, ana, front):
    shop.write(give_points, least=5)
    shop.write(adjust_points, PointsRequest(new_request(), ana, 30, "Regalo"))
    beto = shop.write(make_client, "Beto")
    shop.write(adjust_points, PointsRequest(new_request(), beto, 20, "Regalo"))
    scan(page, 3)
    page.show_client(ana)
    dialog = charging(page, front)
    dialog.points.points.setText("10")
    dialog.client_changed.emit(beto)
    assert dialog.points.has.text() == "Tiene 20 puntos"
    assert dialog.points.wanted() == 0
    dialog.charge()
    assert last_sale(shop).total == 300_00


def test_without_promotions_nor_points_nothing_is_asked(shop, page, candy, front):
    scan(page)
    assert page.cart.lines[0].quoted is None
    assert charging(page, front).points.isHidden()
    assert shop.read(find_code, "7790001").product.id == candy


def test_a_cashier_sees_a_promotion_beside_a_discount_that_waits_for_a_pin(
    shop, page, candy, cashier
):
    other = shop.write(make_product, "Turrón", price=50_00, barcodes=("7790002",))
    shop.write(promote, candy)
    shop.switch_user(cashier)
    page.on_scan("7790002")
    page.cart.set_discount(0, 5_000)
    scan(page, 2)
    assert page.cart.total == 25_00 + 100_00
    assert page.cart.lines[0].product.id == other


def test_what_is_put_aside_comes_back_with_its_promotion(shop, page, candy, front):
    shop.write(promote, candy, name="2x1")
    scan(page, 2)
    assert page.cart.total == 100_00
    page.park()
    assert not page.cart.lines
    page.show_parked()
    front().take()
    assert page.cart.total == 100_00
    assert "2x1" in says(page, 0, Columns.PRODUCT)
