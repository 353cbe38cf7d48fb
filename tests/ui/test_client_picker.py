"""Choosing the client of a sale, by keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.clients import ClientQuery, archive_client, list_clients
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.widgets.notice import EmptyState
from tests.factories import add_debt, make_client


@pytest.fixture
def clients(shop):
    names = ("José Ñuñez", "Marta Benítez", "Pedro Maciel")
    ids = [shop.write(make_client, name) for name in names]
    shop.write(add_debt, ids[1], 300_00)
    return ids


class Answered(ClientPicker):
    """Keeps what it answered."""

    def __init__(self, *args):
        self.answers: list[int | None] = []
        super().__init__(*args)


@pytest.fixture
def picker(shop, toasts, window, qtbot):
    dialog = Answered(shop, toasts, window)
    dialog.chosen.connect(dialog.answers.append)
    dialog.cleared.connect(lambda: dialog.answers.append(None))
    dialog.open()
    qtbot.waitUntil(dialog.search.hasFocus)
    return dialog


def enter(picker):
    QTest.keyClick(picker.search, Qt.Key.Key_Return)


def test_a_name_typed_without_its_accents_and_enter_choose(clients, picker):
    QTest.keyClicks(picker.search, "jose nun")
    enter(picker)
    assert picker.answers == [clients[0]]
    assert not picker.isVisible()


def test_the_arrows_move_without_leaving_the_search(clients, picker):
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    assert picker.search.hasFocus()
    enter(picker)
    assert picker.answers == [clients[2]]


def test_a_balance_is_told_with_its_word(clients, picker):
    said = [picker.model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["Al día", "Debe $\u00a0300,00", "Al día"]


def test_nobody_matches_and_enter_makes_them_with_the_name_typed(shop, clients, picker, front):
    QTest.keyClicks(picker.search, "Zoila Vera")
    picker.search.search()
    nobody = picker.stack.currentWidget()
    assert isinstance(nobody, EmptyState)
    enter(picker)
    form = front()
    assert isinstance(form, ClientForm)
    assert form.name.text() == "Zoila Vera"
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    [made] = shop.read(list_clients, ClientQuery(search="zoila"))
    assert picker.answers == [made.id]
    assert not picker.isVisible()


def test_a_new_client_may_be_made_though_others_match(clients, picker, front):
    QTest.keyClicks(picker.search, "Marta")
    QTest.keyClick(picker.search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = front()
    assert isinstance(form, ClientForm)
    assert form.name.text() == "Marta"
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert picker.isVisible()
    assert picker.answers == []


def test_final_consumer_clears(clients, picker):
    picker.final_button.click()
    assert picker.answers == [None]


def test_escape_changes_nothing(clients, picker):
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert picker.answers == []
    assert not picker.isVisible()


def test_an_enter_held_down_chooses_nobody(clients, picker):
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(picker.search, event)
    assert picker.answers == []


def test_without_clients_enter_does_nothing(picker, front):
    enter(picker)
    assert front() is picker
    assert picker.answers == []


def test_an_archived_client_is_not_offered(shop, clients, toasts, window):
    shop.write(archive_client, clients[0])
    assert [row.id for row in ClientPicker(shop, toasts, window).model.rows] == clients[1:]


def test_a_product_scanned_by_mistake_makes_no_client(clients, picker, front):
    QTest.keyClicks(picker.search, "7790895000997")
    enter(picker)
    assert front() is picker
    assert picker.search.text() == ""
    assert picker.answers == []
