import pytest
from PySide6.QtCore import Qt

from kioskifly_desktop.core.clients import ClientFilter, ClientRequest, add_client, edit_client
from kioskifly_desktop.ui.clients import clients_page
from kioskifly_desktop.ui.clients.clients_model import Columns
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import EmptyState
from tests.factories import add_debt
from tests.lending import lend, lent

NBSP = "\u00a0"
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


def add(shop, name, owes=0, **fields):
    client_id = shop.write(add_client, ClientRequest(name, **fields))
    if owes:
        shop.write(add_debt, client_id, owes)
    return client_id


@pytest.fixture
def page(qtbot, shop, toasts, window):
    result = ClientsPage(shop, toasts)
    result.setParent(window)
    result.resize(1270, 740)
    window.resize(1270, 740)
    result.show()
    return result


def names(page):
    return [row.name for row in page.model.rows]


def words(widget):
    return [each.text() for each in widget.findChildren(type(label("")))]


def test_an_empty_shop_says_what_to_do_first(page, shop):
    assert "Todavía no hay clientes" in words(page.findChild(EmptyState))
    add(shop, "Marta")
    assert page.table.isVisible()


def test_nothing_found_repeats_what_was_searched(qtbot, page, shop):
    add(shop, "Marta")
    qtbot.keyClicks(page.search, "xyz")
    # The state before this one may still await its deletion.
    qtbot.waitUntil(lambda: "Nada con «xyz»" in words(page.findChildren(EmptyState)[-1]))
    assert not page.table.isVisible()


def test_the_figures_and_the_counts_follow_every_change(page, shop):
    add(shop, "Marta", 1_845_000)
    add(shop, "Julián")
    assert page.summary.owed.text() == f"${NBSP}18.450,00"
    assert page.filter._button(ClientFilter.ALL).text() == "Todos  2"
    assert page.filter._button(ClientFilter.DEBT).text() == "Con deuda  1"
    assert page.shown.text() == f"2 clientes  ·  te deben ${NBSP}18.450,00 en total"


def test_of_many_who_are_found_it_is_enough_to_know_that_they_are_many(
    qtbot, page, shop, monkeypatch
):
    monkeypatch.setattr(clients_page, "_COUNTED", 3)
    for number in range(5):
        add(shop, f"Marta {number}")
    assert page.shown.text().startswith("5 clientes  ·")
    qtbot.keyClicks(page.search, "mar")
    qtbot.waitUntil(lambda: page.shown.text().startswith("3 clientes o más  ·"))
    assert len(names(page)) == 5
    qtbot.keyClicks(page.search, "ta 2")
    qtbot.waitUntil(lambda: page.shown.text().startswith("1 cliente  ·"))


def test_a_screen_reader_hears_what_each_icon_does_and_the_balance(page, shop):
    add(shop, "Marta", 100)
    spoken = [
        page.model.index(0, column).data(ACCESSIBLE)
        for column in (Columns.BALANCE, Columns.WALLET, Columns.EDIT, Columns.REMOVE)
    ]
    assert spoken == [
        f"Debe ${NBSP}1,00",
        "Abrir billetera de Marta",
        "Editar a Marta",
        "Eliminar a Marta",
    ]


def test_a_cashier_deletes_with_an_administrators_pin(page, shop, cashier, front):
    client_id = add(shop, "Marta")
    shop.switch_user(cashier)
    page.remove(page.model.rows[0])
    front().confirm()
    assert [row.id for row in page.model.rows] == [client_id]
    lend()
    assert page.model.rows == []
    assert lent(shop) == ["Eliminar o archivar clientes"]


def test_every_column_fits_a_small_screen(page, shop):
    add(shop, "Distribuidora y Almacén de Golosinas La Esquina de Pereyra Hermanos", 99_999_999)
    header = page.table.horizontalHeader()
    assert header.length() <= page.table.viewport().width()
    assert header.sectionSize(Columns.NAME) >= 220


def test_a_click_on_a_caption_sorts_and_a_second_one_turns_around(page, shop):
    for name, owes in (("Ana", 300), ("Bruno", 100), ("Carla", 200)):
        add(shop, name, owes)
    header = page.table.header
    header.sectionClicked.emit(Columns.BALANCE)
    assert names(page) == ["Bruno", "Carla", "Ana"]
    header.sectionClicked.emit(Columns.BALANCE)
    assert names(page) == ["Ana", "Carla", "Bruno"]
    header.sectionClicked.emit(Columns.WALLET)
    assert names(page) == ["Ana", "Carla", "Bruno"]


def test_the_chosen_client_and_the_place_survive_a_change(page, shop):
    ids = [add(shop, f"Cliente {n:03}") for n in range(150)]
    page.show_client(ids[130])
    scroll = page.table.verticalScrollBar().value()
    assert scroll > 0
    shop.write(edit_client, ids[0], ClientRequest("Cliente 000 bis"))
    assert page.table.current().id == ids[130]
    assert page.table.verticalScrollBar().value() == scroll


def test_letters_typed_in_the_table_search_and_arrows_come_and_go(qtbot, page, shop):
    add(shop, "Ana")
    add(shop, "Bruno")
    page.table.setFocus()
    qtbot.keyClicks(page.table, "b")
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "ru")
    qtbot.waitUntil(lambda: names(page) == ["Bruno"])
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Up)
    assert page.search.hasFocus()


def test_enter_acts_on_the_icon_it_stands_on(qtbot, page, shop):
    add(shop, "Ana")
    asked = []
    page.table.edited.disconnect(page.edit)
    page.table.edited.connect(lambda row: asked.append(row.name))
    page.table.setCurrentIndex(page.model.index(0, Columns.EDIT))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked == ["Ana"]


def test_it_paints_long_names_and_every_document_in_both_looks(qapp, page, shop):
    add(shop, "Una razón social larguísima que no entra en dos renglones de la tabla", 5)
    add(shop, "x", document_type=94, document_number="AB123456")
    light = page.table.grab().toImage()
    theme.apply(qapp, Look.DARK)
    dark = page.table.grab().toImage()
    assert light.size() == dark.size()
    for x in range(4, light.width() - 20, 7):
        assert light.pixelColor(x, 90).lightness() != dark.pixelColor(x, 90).lightness()
