"""The plan in the settings, and what is off where it admits no more."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kioskifly_desktop.core.clients import ClientFilter, ClientQuery, archive_client, list_clients
from kioskifly_desktop.core.plan import Limit, current_plan, install_plan, limit_missing
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.registers.register_dialog import RegisterDialog
from kioskifly_desktop.ui.registers.registers_page import RegistersPage
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.settings.settings_page import SettingsPage
from tests.factories import make_client
from tests.plans import PUBLIC, key, plan


def _today(work):
    return work.today


@pytest.fixture
def vendor():
    return PUBLIC


@pytest.fixture
def show(shop, toasts, window):
    def run(kind):
        page = kind(shop, toasts)
        page.setParent(window)
        page.resize(window.size())
        page.show()
        return page

    return run


@pytest.fixture
def full(shop):
    """Fill a plan of two clients and four registers."""
    shop.write(install_plan, key())
    clients = [shop.write(make_client, name) for name in ("Ana", "Beto")]
    shop.write(add_register, "Caja 2", RegisterKind.DRAWER)
    return clients


def test_the_section_shows_the_plan_its_use_and_its_features(show, shop):
    shop.write(make_client)
    section = show(SettingsPage).plan
    assert section.name.text() == "Plan Gratis"
    assert section.until.text() == "Sin vencimiento"
    assert [section.uses[limit].text() for limit in Limit] == [
        "1 de 2.000 clientes",
        "2 de 5 usuarios",
        "3 de 6 cajas",
    ]
    assert [line.text() for line in section.features.values()] == [
        "Generación de ofertas personalizadas"
    ]
    assert section.problem.isHidden()


def test_a_key_pasted_changes_the_plan_at_once(show, shop, toasts):
    section = show(SettingsPage).plan
    until = shop.read(_today) + timedelta(days=9)
    QApplication.clipboard().setText(f" {key(plan(clients=None, features=(), expires=until))}\r\n")
    section.key.paste()
    section.install_button.click()
    assert section.name.text() == "Plan Prueba"
    assert section.until.text() == f"Vence el {until:%d/%m/%Y}"
    assert section.uses[Limit.CLIENTS].text() == "0 clientes, sin límite"
    assert section.bars[Limit.CLIENTS].isHidden()
    (line,) = section.features.values()
    assert line.text() == "Generación de ofertas personalizadas: no incluida"
    assert section.key.text() == ""
    assert toasts.toast is not None


def test_a_key_that_does_not_hold_is_explained_under_the_field(show, shop):
    section = show(SettingsPage).plan
    section.key.setText(key()[:-20])
    QTest.keyClick(section.key, Qt.Key.Key_Return)
    assert section.key_field.has_error()
    assert "le falta el final" in section.key_field.message.text()
    assert section.key.text()
    assert shop.read(current_plan).name == "Gratis"


def test_the_section_says_why_a_key_gives_nothing_any_more(show, shop):
    yesterday = shop.read(_today) - timedelta(days=1)
    # Installed by somebody whose clock was late.
    shop.database.clock = lambda clock=shop.database.clock: clock() - timedelta(days=100)
    shop.write(install_plan, key(plan(expires=yesterday)))
    shop.database.clock = lambda clock=shop.database.clock: clock() + timedelta(days=100)
    section = show(SettingsPage).plan
    assert section.name.text() == "Plan Gratis"
    assert not section.problem.isHidden()
    assert f"venció el {yesterday:%d/%m/%Y}" in section.problem.words.text()


def test_a_cashier_sees_the_plan_and_installs_none(show, shop, cashier):
    section = show(SettingsPage).plan
    shop.switch_user(cashier)
    assert section.name.text() == "Plan Gratis"
    assert not section.key.isEnabled()
    assert section.install_button.isHidden()
    section.key.setText(key())
    section.install()
    assert shop.read(current_plan).name == "Gratis"
    assert section.key_field.has_error()


def test_at_the_limit_a_new_client_is_off_and_says_why(full, show, shop, front):
    page = show(ClientsPage)
    why = shop.read(limit_missing, Limit.CLIENTS)
    assert "2 clientes" in why
    assert not page.new_button.isEnabled()
    assert page.new_button.toolTip() == page.new_button.accessibleDescription() == why
    assert page.full.words.text() == why
    assert page.full.isVisible()
    page.add()
    assert front() is None
    page.search.setText("zzz")
    page.search.search()
    (extra,) = [
        each
        for each in page.findChildren(QPushButton)
        if each.accessibleName() == "Nuevo cliente" and each is not page.new_button
    ]
    assert not extra.isEnabled()


def test_room_made_turns_it_on_again(full, show, shop):
    page = show(ClientsPage)
    shop.write(archive_client, full[0])
    assert page.new_button.isEnabled()
    assert page.new_button.toolTip() == ""
    assert page.full.isHidden()


def test_who_is_archived_does_not_come_back_where_there_is_no_room(full, show, shop, toasts):
    page = show(ClientsPage)
    shop.write(archive_client, full[0])
    shop.write(make_client, "Carla")
    page.filter.choose(ClientFilter.ARCHIVED)
    (row,) = page.model.rows
    page.remove(row)
    assert [each.archived for each in page.model.rows] == [True]
    assert toasts.toast is not None


def test_a_form_left_open_says_it_when_the_last_place_is_taken(show, shop, front):
    shop.write(install_plan, key(plan(clients=1)))
    page = show(ClientsPage)
    page.add()
    form = front()
    assert isinstance(form, ClientForm)
    form.name.setText("Carla")
    shop.write(make_client, "Ana")
    form.save()
    assert form.isVisible()
    assert "1 cliente" in form.fields["name"].message.text()
    assert [row.name for row in shop.read(list_clients, ClientQuery())] == ["Ana"]
    form.done(0)


def test_at_the_limit_the_sale_chooses_clients_and_makes_none(full, shop, toasts, window, front):
    picker = ClientPicker(shop, toasts, window)
    picker.open()
    assert not picker.new_button.isEnabled()
    assert picker.new_button.toolTip() == shop.read(limit_missing, Limit.CLIENTS)
    assert picker.full.isVisible()
    QTest.keyClicks(picker.search, "nadie")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert front() is picker
    chosen: list[int] = []
    picker.chosen.connect(chosen.append)
    picker.search.setText("beto")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert chosen == [full[1]]


def test_at_the_limit_a_new_register_is_off_and_says_why(full, show, shop, cashier, front):
    page = show(RegistersPage)
    why = shop.read(limit_missing, Limit.REGISTERS)
    assert not page.new_button.isEnabled()
    assert page.new_button.toolTip() == page.full.words.text() == why
    assert page.full.isVisible()
    page.add()
    assert front() is None
    shop.switch_user(cashier)
    assert page.full.words.text() == page.new_button.toolTip() == why


def test_a_register_that_no_longer_fits_is_refused_in_its_form(show, shop, front):
    shop.write(install_plan, key())
    page = show(RegistersPage)
    page.add()
    form = front()
    assert isinstance(form, RegisterDialog)
    form.name.setText("Caja 9")
    shop.write(add_register, "Caja 2", RegisterKind.DRAWER)
    form.save()
    assert form.name_field.has_error()
    form.reject()
