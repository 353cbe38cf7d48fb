"""The client of the sale over the cart."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.core.wallet import wallet_summary
from kioskifly_desktop.ui.sale.client_bar import ClientBar
from tests.factories import add_debt, make_client, pay


@pytest.fixture
def bar(shop, window, qtbot):
    result = ClientBar(shop)
    result.setParent(window)
    result.resize(900, 68)
    result.show()
    return result


@pytest.fixture
def show(shop, bar):
    def run(debt=0, paid=0, **terms):
        client_id = shop.write(make_client, "Marta Benítez", **terms)
        if debt:
            shop.write(add_debt, client_id, debt)
        if paid:
            shop.write(pay, client_id, paid)
        bar.show_client(shop.read(wallet_summary, client_id))

    return run


def test_without_a_client_it_offers_to_choose_one(bar, qtbot):
    assert bar.name.text() == "Consumidor Final"
    assert "F9" in bar.choose_button.text()
    for part in (bar.balance, bar.word, bar.clear_button, bar.discount):
        assert not part.isVisible()
    with qtbot.waitSignal(bar.choose_wanted):
        bar.choose_button.click()
    with qtbot.waitSignal(bar.choose_wanted):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton)


def test_a_debt_is_told_with_its_word_and_what_may_still_be_taken(bar, show):
    show(300_00, debt_limit=1_000_00)
    assert (bar.word.text(), bar.balance.text()) == ("Debe", "$\u00a0300,00")
    assert bar.balance.property("tone") == "debt"
    assert bar.arrow.isVisible()
    assert "Puede llevar $\u00a0700,00 más" in bar.note.text()
    assert not bar.discount.isVisible()


def test_credit_and_zero_have_their_words(bar, show):
    show(paid=200_00)
    assert (bar.word.text(), bar.balance.text()) == ("A favor", "$\u00a0200,00")
    assert bar.balance.property("tone") == "credit"
    show()
    assert bar.word.text() == "Al día"
    assert not bar.balance.isVisible()


def test_the_age_of_the_debt_and_what_is_past_its_term(shop, bar, show):
    late = datetime.now(UTC) + timedelta(days=34)
    client_id = shop.write(make_client, "Pedro", credit_days=30)
    shop.write(add_debt, client_id, 300_00)
    shop.database.clock = lambda: late
    bar.show_client(shop.read(wallet_summary, client_id))
    assert "Debe desde hace 34 días" in bar.note.text()
    assert "Vencido $\u00a0300,00" in bar.note.text()
    assert bar.note.property("tone") == "warning"


def test_discount_and_a_closed_account_are_said(bar, show):
    show(discount=1_250, account_enabled=False)
    assert bar.discount.text() == "Descuento 12,5\u00a0%"
    assert "Cuenta cerrada" in bar.note.text()


def test_the_privacy_key_hides_every_figure(bar, show):
    show(300_00, debt_limit=1_000_00)
    bar.set_private(True)
    told = " ".join(part.text() for part in (bar.word, bar.balance, bar.note))
    assert not any(digit in told for digit in "0123456789")
    assert "Debe" not in told
    assert bar.balance.property("tone") == ""
    bar.set_private(False)
    assert bar.balance.text() == "$\u00a0300,00"


def test_the_client_can_be_taken_away(bar, show, qtbot):
    show()
    with qtbot.waitSignal(bar.clear_wanted):
        bar.clear_button.click()
    bar.show_client(None)
    assert bar.name.text() == "Consumidor Final"


def test_a_long_name_gives_way_to_the_balance(bar, show, qtbot):
    show(300_00, debt_limit=1_000_00)
    bar.resize(520, 68)
    bar.name.setText("María de los Ángeles Rodríguez Villalba y Asociados " * 3)
    qtbot.waitUntil(lambda: QLabel.text(bar.name).endswith("…"))
    assert bar.choose_button.geometry().right() < bar.width()
    assert bar.balance.width() >= bar.balance.sizeHint().width()


def test_nobody_wears_the_last_clients_initials(bar, show):
    assert bar.nobody.isVisible()
    assert not bar.avatar.isVisible()
    show()
    assert bar.avatar.isVisible()
    assert not bar.nobody.isVisible()
    bar.show_client(None)
    assert bar.nobody.isVisible()
    assert not bar.avatar.isVisible()
