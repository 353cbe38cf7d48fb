"""The ways into an offer, and what was offered at the counter."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.catalog import get_product
from kioskifly_desktop.core.contact import (
    MessageKind,
    MessageRequest,
    OfferedProduct,
    record_message,
)
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.ui.clients.clients_model import Columns
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.sale.cart import line_of
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import make_client, make_product, new_request, sell
from tests.plans import PUBLIC, key, plan

CONTROL = Qt.KeyboardModifier.ControlModifier
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
PRICE = 3_000_00


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def without_offers(shop):
    shop.write(install_plan, key(plan(clients=None, features=())))


@pytest.fixture
def yerba(shop):
    return shop.write(make_product, "Yerba Playadito", price=PRICE, tracks_stock=False)


@pytest.fixture
def marta(shop, yerba):
    return shop.write(make_client, "Marta Benítez", phone="351 455-0917")


@pytest.fixture
def clients(shop, toasts, window, marta):
    result = ClientsPage(shop, toasts)
    result.setParent(window)
    result.resize(QSize(1270, 700))
    result.show()
    result.table.setFocus()
    return result


@pytest.fixture
def sale(shop, toasts, window):
    result = SalePage(shop, toasts, window)
    result.resize(1100, 700)
    result.show()
    return result


@pytest.fixture
def offer(shop, marta, yerba):
    """Have yerba offered to Marta at so many basis points less."""

    def run(discount, days=7):
        less = PRICE - PRICE * discount // 10_000
        until = shop.read(lambda work: work.today) + timedelta(days=days)
        product = OfferedProduct(yerba, "Yerba Playadito", PRICE, less, discount)
        request = MessageRequest(
            new_request(),
            marta,
            MessageKind.OFFER,
            "Yerba",
            products=(product,),
            valid_until=until,
            insist=True,
        )
        shop.write(record_message, request)

    return run


def front(kind):
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    return dialog


def add(page, product_id, **fields):
    page._add(line_of(page.shop.read(get_product, product_id), **fields))


def test_the_robot_of_a_client_has_words_and_opens_an_offer(clients):
    index = clients.model.index(0, Columns.OFFER)
    assert index.data(ACCESSIBLE) == "Oferta para Marta Benítez"
    place = clients.table.visualRect(index).center()
    QTest.mouseClick(clients.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert front(OfferDialog).title.text() == "Oferta para Marta Benítez"


def test_the_key_opens_an_offer_from_the_list(clients):
    QTest.keyClick(clients.table, Qt.Key.Key_O, CONTROL)
    front(OfferDialog)


def test_the_key_opens_an_offer_from_the_wallet(qtbot, shop, toasts, window, marta):
    wallet = WalletDialog(shop, marta, toasts, window)
    wallet.open()
    qtbot.waitUntil(wallet.isActiveWindow)
    QTest.keyClick(wallet.payment.amount, Qt.Key.Key_O, CONTROL)
    assert front(OfferDialog).parent() is wallet


def test_the_key_opens_an_offer_from_the_sale(sale, marta):
    sale.show_client(marta)
    QTest.keyClick(sale.scan, Qt.Key.Key_O, CONTROL)
    front(OfferDialog)


def test_a_sale_to_nobody_says_to_choose_a_client(sale):
    assert not sale.client_bar.offer.button.isVisible()
    QTest.keyClick(sale.scan, Qt.Key.Key_O, CONTROL)
    assert sale.window().findChildren(OfferDialog) == []
    assert "elegí el cliente" in sale.notice.words.text()


@pytest.mark.usefixtures("without_offers")
def test_a_plan_without_offers_says_so_everywhere(shop, toasts, window, clients, sale, marta):
    clients.refresh()
    sale.show_client(marta)
    wallet = WalletDialog(shop, marta, toasts, window)
    why = wallet.offer.button.toolTip()
    assert "ofertas" in why.casefold()
    assert clients.model.index(0, Columns.OFFER).data(ACCESSIBLE).endswith(why)
    for each in (wallet.offer.button, sale.client_bar.offer.button):
        assert not each.isEnabled()
        assert each.accessibleDescription() == why
    QTest.keyClick(clients.table, Qt.Key.Key_O, CONTROL)
    assert window.findChildren(OfferDialog) == []
    assert toasts.toast.text == why


def test_who_refuses_messages_is_told_apart(shop, clients):
    shop.write(make_client, "Ana", accepts_messages=False)
    told = clients.model.index(0, Columns.OFFER).data(ACCESSIBLE)
    assert told == "Oferta para Ana. Pidió no recibir mensajes."


def test_what_was_offered_is_charged_and_said(shop, sale, marta, yerba, offer):
    offer(1_000)
    sale.show_client(marta)
    assert sale.client_bar.offers.text() == "1 oferta"
    assert "Yerba Playadito: 10\u00a0% menos" in sale.client_bar.offers.toolTip()
    add(sale, yerba)
    assert sale.cart.total == 2_700_00
    assert sale.cart.lines[0].is_offer
    done = shop.write(sell, *sale.cart.requests, cash=sale.cart.total, client_id=marta)
    assert done.number
    sale.show_client(None)
    assert sale.cart.total == PRICE
    assert not sale.client_bar.offers.isVisible()


@pytest.mark.parametrize(("own", "total"), [(500, 2_700_00), (2_000, 2_400_00)])
def test_the_larger_of_the_offer_and_the_clients_discount_counts(
    shop, sale, yerba, marta, offer, own, total
):
    offer(1_000)
    sale.show_client(marta)
    sale.cart.set_client_discount(own, sale.offers.discounts)
    add(sale, yerba)
    assert sale.cart.total == total
    assert sale.cart.lines[0].is_offer is (own < 1_000)


def test_an_offer_is_of_the_products_own_price(sale, marta, yerba, offer):
    offer(1_000)
    sale.show_client(marta)
    add(sale, yerba)
    sale.cart.set_price(0, 2_000_00)
    assert sale.cart.total == 2_000_00
    assert sale.cart.requests[0].discount == 0


def test_an_offer_that_is_over_is_not_charged(sale, marta, yerba, offer):
    offer(1_000, days=-1)
    sale.show_client(marta)
    add(sale, yerba)
    assert sale.cart.total == PRICE
    assert not sale.client_bar.offers.isVisible()


def test_a_cashier_gives_no_more_than_a_cashier_may(shop, sale, marta, yerba, offer, cashier):
    offer(2_000)
    shop.switch_user(cashier)
    sale.show_client(marta)
    add(sale, yerba)
    assert sale.cart.total == PRICE
    assert "lo autoriza un administrador" in sale.notice.words.text()


def test_a_sale_put_aside_reads_the_offers_again(sale, marta, yerba, offer, shop):
    offer(1_000)
    sale.show_client(marta)
    add(sale, yerba)
    assert sale.cart.aside[0].discount == 0
    sale.park()
    assert sale.cart.lines == []
    sale.show_parked()
    parked = QApplication.activeModalWidget()
    assert isinstance(parked, ParkedDialog)
    parked.take()
    assert sale.cart.total == 2_700_00
