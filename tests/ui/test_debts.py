"""Debts on the screen: at today's price, in dispute, given up, and their terms."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from kioskifly_desktop.core.catalog import ProductRequest, edit_product
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.users import list_users, set_pin
from kioskifly_desktop.core.wallet import (
    TodayPriceTerms,
    history,
    save_today_price_terms,
    today_price_terms,
)
from kioskifly_desktop.ui.people.authorize import AuthorizeDialog
from kioskifly_desktop.ui.settings.debt_section import DebtSection
from kioskifly_desktop.ui.wallet.history_table import Columns, owed_words
from kioskifly_desktop.ui.wallet.today_price_dialog import TodayPriceDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import adjust, make_client, make_product, sell

PIN = "2580"


def plain(words):
    return words.replace("\xa0", " ")


@pytest.fixture
def ana(shop):
    """Make a client whose yerba got dearer since."""
    shop.write(save_today_price_terms, TodayPriceTerms(enabled=True, cap=2_000, grace_days=0))
    client = shop.write(make_client, "Ana")
    yerba = shop.write(make_product, "Yerba", price=1_000_00)
    soda = shop.write(make_product, "Gaseosa", price=500_00)
    shop.write(sell, (yerba, 2), (soda, 1), client_id=client, on_account=2_500_00)
    shop.write(adjust, client, 300_00)
    shop.write(edit_product, yerba, ProductRequest("Yerba", price=1_300_00))
    shop.write(edit_product, soda, ProductRequest("Gaseosa", price=450_00))
    return client


@pytest.fixture
def open_wallet(qtbot, shop, toasts, window):
    def open_it(client_id):
        wallet = WalletDialog(shop, client_id, toasts, window)
        wallet.open()
        qtbot.waitExposed(wallet)
        return wallet

    return open_it


def act(menu, words):
    next(each for each in menu.actions() if each.text() == words).trigger()


def answer(question, words):
    question.reason.findChild(QLineEdit).setText(words)
    question.yes.click()


def cells(dialog):
    model = dialog.rows
    return [
        [plain(str(model.index(row, column).data())) for column in range(1, 6)]
        for row in range(model.rowCount())
    ]


def test_the_preview_says_each_line_and_an_administrator_applies_it(open_wallet, shop, ana, front):
    wallet = open_wallet(ana)
    wallet.today_action.trigger()
    dialog = front()
    assert isinstance(dialog, TodayPriceDialog)
    assert cells(dialog) == [
        ["2 Yerba", "$ 2.000,00", "$ 2.400,00", "+$ 400,00", "Hasta el tope"],
        ["1 Gaseosa", "$ 500,00", "$ 450,00", "−$ 50,00", ""],
        ["Cuaderno", "$ 300,00", "$ 300,00", "—", "Sin productos"],
    ]
    assert {name: plain(each.text()) for name, each in dialog.sums.items()} == {
        "written": "$ 2.800,00",
        "today": "$ 3.150,00",
        "difference": "+$ 350,00",
    }
    assert plain(dialog.terms.text()) == (
        "Sube hasta 20 % de lo que costó, y también baja. No es interés."
    )
    assert dialog.off.isHidden()
    dialog.apply_button.click()
    assert front() is wallet
    assert shop.read(get_client, ana).balance == 3_150_00
    row = shop.read(history, ana)[0]
    assert (row.title, owed_words(row)) == ("Actualización de precios", "")
    act(wallet.menu_of(row), "Anular…")
    question = front()
    answer(question, "No estaba avisada")
    assert shop.read(get_client, ana).balance == 2_800_00


def test_what_changes_meanwhile_is_shown_before_it_is_applied(open_wallet, shop, ana, front):
    wallet = open_wallet(ana)
    wallet.today_action.trigger()
    dialog = front()
    shop.write(edit_product, 1, ProductRequest("Yerba", price=1_100_00))
    assert plain(dialog.sums["difference"].text()) == "+$ 150,00"
    shop.write(save_today_price_terms, TodayPriceTerms())
    assert not dialog.off.isHidden()
    assert not dialog.apply_button.isEnabled()


def test_a_cashier_asks_for_an_administrators_pin(open_wallet, shop, ana, cashier, front, qtbot):
    admin = next(each for each in shop.read(list_users) if each.is_admin)
    shop.write(set_pin, admin.id, PIN)
    shop.switch_user(cashier)
    wallet = open_wallet(ana)
    wallet.today_action.trigger()
    dialog = front()
    dialog.apply_button.click()
    asked = front()
    assert isinstance(asked, AuthorizeDialog)
    asked.try_pin(PIN)
    qtbot.waitUntil(lambda: front() is wallet)
    assert shop.read(get_client, ana).balance == 3_150_00
    assert shop.user == cashier


def test_a_movement_is_set_apart_and_settled(open_wallet, shop, ana, front):
    wallet = open_wallet(ana)
    row = shop.read(history, ana)[0]
    act(wallet.menu_of(row), "Marcar en disputa…")
    question = front()
    answer(question, "Eso no lo llevé")
    row = wallet.history.rows.rows[0]
    assert (row.disputed, owed_words(row)) == (True, "En disputa")
    assert shop.read(get_client, ana).balance == 2_800_00
    spoken = wallet.history.rows.index(0, Columns.DEBIT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("En disputa")
    words = [each.text() for each in wallet.menu_of(row).actions() if each.text()]
    assert "Marcar en disputa…" not in words
    act(wallet.menu_of(row), "Resolver: no se debe…")
    question = front()
    assert any("Eso no lo llevé" in each.text() for each in question.findChildren(QLabel))
    answer(question, "Era de otra")
    assert shop.read(get_client, ana).balance == 2_500_00
    assert not any(each.disputed for each in wallet.history.rows.rows)


def test_a_debt_is_given_up_with_its_reason(open_wallet, shop, ana, front):
    wallet = open_wallet(ana)
    wallet.lost_action.trigger()
    question = front()
    question.yes.click()
    assert shop.read(get_client, ana).balance == 2_800_00  # it says why, or nothing happens
    answer(question, "Se mudó")
    assert shop.read(get_client, ana).balance == 0
    assert not wallet.lost_action.isEnabled()
    assert not wallet.today_action.isEnabled()


def test_the_terms_are_off_until_they_are_chosen(qtbot, shop, toasts, cashier):
    section = DebtSection(shop, toasts)
    qtbot.addWidget(section)
    section.refresh()
    assert not section.enabled.isChecked()
    assert not section.save_button.isEnabled()
    section.enabled.setChecked(True)
    section.cap.setText("mucho")
    section.save_button.click()
    assert plain(section.fields["cap"].message.text()) == "Probá con 30 %."
    section.cap.setText("0,5")
    section.save_button.click()
    assert "El tope va de 1 a 1000 %" in section.fields["cap"].message.text()
    section.cap.setText("25,5 %")
    section.days.setText("15")
    section.save_button.click()
    assert shop.read(today_price_terms) == TodayPriceTerms(True, 2_550, 15)
    assert not section.save_button.isEnabled()
    shop.switch_user(cashier)
    section.refresh()
    assert not section.enabled.isEnabled()
