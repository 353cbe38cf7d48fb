import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.access import FREE_TRIES
from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.core.outbox import drawer_openings, open_drawer
from kioskifly_desktop.core.permissions import Permission, refusal
from kioskifly_desktop.core.sales import SaleLineRequest, register_sale
from kioskifly_desktop.core.settings import save_shop_profile, shop_profile
from kioskifly_desktop.core.users import Role, add_user, list_users, set_pin
from kioskifly_desktop.ui.people.authorize import authorize
from tests.factories import add_printer, make_product, sale
from tests.lending import asked, lend, lent

PIN = "2580"


@pytest.fixture
def tries():
    """Hold who was at the counter each time the drawer was asked for."""
    return []


@pytest.fixture
def counter(shop, cashier, window, tries):
    """Give a way to open the drawer as the cashier does."""
    shop.write(add_printer, drawer_pin=2)
    shop.switch_user(cashier)

    def opens():
        tries.append(shop.user)
        try:
            shop.write(open_drawer, "Cambio")
        except NotAllowedError as error:
            authorize(window, shop, error, opens)

    return opens


@pytest.fixture
def admin_pin(shop):
    shop.write(set_pin, shop.user.id, PIN)


def type_pin(digits):
    pad = asked().pad
    QTest.keyClicks(pad, digits)
    QTest.keyClick(pad, Qt.Key.Key_Return)


def test_a_pin_does_it_once_in_the_cashiers_name(admin_pin, counter, tries, shop, cashier):
    counter()
    assert shop.read(drawer_openings) == []
    assert asked().focusWidget() is asked().pad
    type_pin(PIN)
    (opening,) = shop.read(drawer_openings)
    assert opening.user == cashier.name
    assert lent(shop) == ["Abrir el cajón"]
    assert tries == [cashier, cashier]
    assert QApplication.activeModalWidget() is None


def test_what_was_lent_is_not_kept(admin_pin, counter, shop):
    counter()
    type_pin(PIN)
    with pytest.raises(NotAllowedError):
        shop.write(open_drawer, "Otra vez")
    assert not shop.may(Permission.DRAWER)


def test_a_wrong_pin_does_nothing_and_says_so(admin_pin, counter, tries, shop):
    counter()
    type_pin("1111")
    assert "te quedan 4 intentos" in asked().pad.message.text()
    assert shop.read(drawer_openings) == []
    asked().reject()
    assert tries == [shop.user]
    assert lent(shop) == []


def test_too_many_wrong_ones_wait(admin_pin, counter, shop):
    counter()
    for _ in range(FREE_TRIES):
        type_pin("1111")
    dialog = asked()
    assert dialog.pad.is_waiting
    assert "0:30" in dialog.pad.message.text()
    type_pin(PIN)
    assert shop.read(drawer_openings) == []
    dialog.reject()


def test_either_administrator_lends_it(admin_pin, shop, counter, cashier):
    shop.switch_user(next(u for u in shop.read(list_users) if u.may(Permission.USERS)))
    marta = shop.write(add_user, "Marta", Role.ADMIN, "1379")
    shop.switch_user(cashier)
    counter()
    assert asked().who.isVisible()
    asked().who.choose(marta)
    assert "Marta" in asked().asking.text()
    type_pin("1379")
    assert len(shop.read(drawer_openings)) == 1


def test_an_administrator_without_a_pin_authorizes_with_a_button(counter, shop):
    counter()
    assert not asked().who.isVisible()
    assert not asked().pad.isVisible()
    lend()
    assert len(shop.read(drawer_openings)) == 1
    assert lent(shop) == ["Abrir el cajón"]


def test_what_an_administrator_lends_ends_with_the_act(admin_pin, counter, shop, window):
    def fails():
        shop.write(save_shop_profile, shop.read(shop_profile))
        raise RuntimeError

    authorize(window, shop, refusal(Permission.SETTINGS), fails)
    with pytest.raises(RuntimeError):
        asked().try_pin(PIN)
    assert not shop.may(Permission.SETTINGS)


def test_all_that_is_lent_is_named(shop, cashier, window, admin_pin):
    product = shop.write(make_product, "Alfajor", price=1_000_00)
    shop.switch_user(cashier)
    line = SaleLineRequest(product, 1_000, 5_000, 900_00)
    request = sale(line, cash=450_00)

    def charge():
        try:
            shop.write(register_sale, request)
        except NotAllowedError as error:
            authorize(window, shop, error, charge)

    charge()
    words = asked().subtitle.text()
    assert "«Descontar más del 10 %» y «Vender a otro precio»" in words
    type_pin(PIN)
    assert sorted(lent(shop)) == ["Descontar más del 10 %", "Vender a otro precio"]
