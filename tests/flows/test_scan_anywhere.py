"""A code scanned in the real window goes where codes belong, whatever has the focus."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from kioskifly_desktop.core.catalog import ProductRequest, add_product
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.product_form import ProductForm
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.dialog import ask
from tests.fakes.keyboard import scan, type_text

COLA, UNKNOWN = "7790895000997", "7791234567898"


@pytest.fixture
def cola(shop):
    return shop.write(add_product, ProductRequest("Coca-Cola 500 ml", (COLA,), price=150_000))


@pytest.fixture
def products(qtbot, main, cola):
    """The page of products, with the focus where its work starts."""
    qtbot.waitUntil(main.isActiveWindow)
    page = main.show_page(keys.PRODUCTS)
    qtbot.waitUntil(page.search.hasFocus)
    return page


@pytest.mark.parametrize("end", ["\r", "\t"])
@pytest.mark.parametrize("place", ["search", "category", "new_button", "table"])
def test_on_the_products_it_finds_the_product(qtbot, products, cola, place, end):
    getattr(products, place).setFocus()
    scan(COLA, end)
    assert products.table.current().id == cola
    assert QApplication.activeModalWidget() is None
    scan(COLA, end)
    assert products.table.current().id == cola


def test_one_code_after_another_searches_for_the_last(products):
    scan(COLA)
    scan(UNKNOWN)
    assert products.search.text() == UNKNOWN
    assert products.model.rows == []


def test_an_unknown_one_twice_offers_its_product(qtbot, products, front):
    scan(UNKNOWN)
    scan(UNKNOWN)
    form = front()
    assert isinstance(form, ProductForm)
    assert form.codes.chosen() == (UNKNOWN,)
    form.done(0)


@pytest.mark.parametrize("place", ["name", "price", "minimum", "codes"])
def test_in_the_form_of_a_product_it_is_a_code(qtbot, products, front, place):
    products.add()
    form = front()
    getattr(form, place).setFocus()
    line = form.codes.line if place == "codes" else getattr(form, place)
    qtbot.waitUntil(line.hasFocus)
    scan(UNKNOWN)
    assert form.codes.chosen() == (UNKNOWN,)
    assert line.text() == ""
    assert form.isVisible()
    form.done(0)


def test_while_a_payment_is_typed_it_is_no_amount(qtbot, main, shop, marta, front):
    qtbot.waitUntil(main.isActiveWindow)
    page = main.show_page(keys.CLIENTS)
    qtbot.keyClicks(page.search, "benit")
    page.search.search()
    page.open_wallet(page.model.rows[0])
    wallet = front()
    assert isinstance(wallet, WalletDialog)
    type_text("1500", into=wallet.payment.amount)
    scan(COLA)
    assert wallet.payment.amount.text() == "1500"
    assert shop.read(get_client, marta).balance == 1_845_000
    type_text("\r")
    assert shop.read(get_client, marta).balance == 1_845_000 - 150_000
    wallet.close()


def test_it_answers_no_question(qtbot, main, front):
    qtbot.waitUntil(main.isActiveWindow)
    done: list[int] = []
    question = ask(main, "¿Seguro?", "No se puede deshacer.", "Eliminar", lambda: done.append(1))
    yes: QPushButton = question.yes
    yes.setFocus()
    qtbot.waitUntil(yes.hasFocus)
    scan(COLA)
    assert done == []
    assert question.isVisible()
    question.reject()
