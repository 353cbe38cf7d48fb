"""The day: who is on it, what each row does, what those who wait may see, and when it is read."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop.core.clients import ClientRequest, edit_client
from kioskifly_desktop.core.contact import (
    Aim,
    PromiseRequest,
    add_promise,
)
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.contact.message_dialog import MessageDialog
from kioskifly_desktop.ui.offers.offer_dialog import OfferDialog
from kioskifly_desktop.ui.today.card import HIDDEN
from kioskifly_desktop.ui.today.today_page import TodayPage
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from kioskifly_desktop.ui.widgets.labels import label
from tests.factories import add_debt, make_client, make_product, new_request, pay, sell
from tests.fakes.reads import held_reads, reading

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
CONTROL = Qt.KeyboardModifier.ControlModifier
NBSP = "\u00a0"
TODAY = date(2026, 3, 5)


@pytest.fixture
def shop(shop, clock):
    shop.database.clock = clock
    return shop


@pytest.fixture
def page(shop, toasts, window):
    window.activateWindow()
    result = TodayPage(shop, toasts)
    result.setParent(window)
    result.resize(1100, 700)
    return result


@pytest.fixture
def owing(shop):
    """Return a new client who owes."""

    def run(name, amount=10_000_00, *, promises=None, due=TODAY, **fields):
        client_id = shop.write(make_client, name, phone="351 455-0917", **fields)
        shop.write(add_debt, client_id, amount)
        if promises:
            request = PromiseRequest(new_request(), client_id, promises, due)
            shop.write(add_promise, request)
        return client_id

    return run


@pytest.fixture
def visited(shop, clock):
    """Return a new client who came every five days until 45 days ago."""

    def run(name, **fields):
        client_id = shop.write(make_client, name, phone="351 455-0917", **fields)
        goods = shop.write(make_product, f"Pan de {name}", price=100_00, tracks_stock=False)
        for days in (60, 55, 50, 45):
            shop.database.clock = lambda days=days: clock() - timedelta(days=days)
            shop.write(sell, (goods, 1), cash=100_00, client_id=client_id)
        shop.database.clock = clock
        return client_id

    return run


@pytest.fixture
def read_day(qtbot, page):
    """Show the page, or wait for what it reads again, until a list says so."""

    def run(ready=lambda: True):
        page.show()
        qtbot.waitUntil(lambda: "Leyendo…" not in said(page) and ready())

    return run


@pytest.fixture
def slow(shop):
    with held_reads(shop) as gates:
        yield gates


def cards(page):
    return (page.promises, page.debts, page.birthdays, page.unseen)


def rows(card, role=Qt.ItemDataRole.DisplayRole):
    model = card.model
    return [tuple(model.index(n, c).data(role) for c in range(3)) for n in range(model.rowCount())]


def names(card):
    return [name.partition("\n")[0] for name, _, _ in rows(card)]


def said(page):
    found = page.findChildren(type(label("")))
    return [each.text() for each in found if each.isVisible()]


def choose(card, name):
    card.table.setFocus()
    card.table.setCurrentIndex(card.model.index(names(card).index(name), 0))


def test_each_list_says_who_what_and_the_one_thing_to_do(
    shop, clock, page, owing, visited, read_day
):
    clock.move(days=-60)
    beto = owing("Beto Díaz", 30_000_00, promises=30_000_00, due=date(2026, 1, 10))
    clock.move(days=60)
    ana = owing("Ana Paz", promises=8_000_00)
    shop.write(pay, ana, 3_000_00)
    shop.write(make_client, "Caro Ruiz", birthday=date(1990, 3, 6))
    shop.write(make_client, "Dani Sosa", birthday=date(1980, 3, 5))
    visited("Elsa Vera")
    read_day()
    assert page.heading.text() == "Hoy, 05/03/2026"
    assert rows(page.promises) == [
        ("Beto Díaz\nPrometió para el 10/01/2026 y no cumplió", f"${NBSP}30.000,00", "Recordar"),
        ("Ana Paz\nPrometió para hoy, pagó una parte", f"${NBSP}5.000,00", "Cobrar"),
    ]
    assert [row.client_id for row in page.promises.model.rows] == [beto, ana]
    assert page.promises.count.text() == f"2  ·  ${NBSP}35.000,00"
    assert [(name.partition("\n")[0], *rest) for name, *rest in rows(page.debts)] == [
        ("Beto Díaz", f"${NBSP}30.000,00", "Recordar"),
        ("Ana Paz", f"${NBSP}7.000,00", "Billetera"),
    ]
    assert rows(page.debts)[0][0].endswith(", desde el 04/01/2026")
    assert page.debts.count.text() == f"2  ·  ${NBSP}37.000,00"
    assert rows(page.birthdays) == [
        ("Dani Sosa\nHoy cumple 46", "", "Saludar"),
        ("Caro Ruiz\nMañana cumple 36", "", "Saludar"),
    ]
    assert page.birthdays.count.text() == "2"
    assert rows(page.unseen) == [
        ("Elsa Vera\nHace 45 días; venía cada 5 días", "", "Invitar"),
    ]
    assert page.unseen.count.text() == "1"


def test_a_reader_is_told_whom_the_button_is_for(page, owing, read_day):
    owing("Ana Paz", promises=5_000_00)
    read_day()
    assert rows(page.promises, ACCESSIBLE)[0][2] == "Cobrar: Ana Paz"
    assert [card.table.accessibleName() for card in cards(page)] == [
        "Promesas de pago",
        "Deudas por antigüedad",
        "Cumpleaños de la semana",
        "Hace rato que no vienen",
    ]


def test_a_shop_without_any_of_it_says_what_would_be_there(page, read_day):
    read_day()
    for words in (
        "Nadie prometió para hoy",
        "Nadie debe",
        "Nadie cumple esta semana",
        "Todos vinieron hace poco",
    ):
        assert words in said(page)
    assert [card.count.text() for card in cards(page)] == [""] * 4


def test_a_name_is_shown_as_it_is(page, shop, owing, read_day):
    owing("<b>Ana</b> & Cía", promises=5_000_00, birthday=date(1990, 3, 5))
    read_day()
    for card in cards(page)[:3]:
        assert names(card) == ["<b>Ana</b> & Cía"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_acts_on_the_row_chosen(page, owing, read_day, front, key):
    owing("Ana Paz", 90_000_00, promises=1_000_00)
    owing("Beto Díaz", 80_000_00, promises=2_000_00)
    read_day()
    assert page.promises.table.hasFocus()
    QTest.keyClick(page.promises.table, Qt.Key.Key_Down)
    QTest.keyClick(page.promises.table, key)
    wallet = front()
    assert isinstance(wallet, WalletDialog)
    assert wallet.title.text() == "Beto Díaz"
    wallet.reject()


def test_tab_goes_through_the_lists_and_nothing_in_between(page, shop, owing, visited, read_day):
    owing("Ana Paz", promises=1_000_00)
    shop.write(make_client, "Caro", birthday=date(1990, 3, 5))
    visited("Elsa")
    read_day()
    page.hide_button.setFocus()
    for card in cards(page):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is card.table


def test_each_list_does_its_own_thing(qtbot, page, shop, clock, owing, visited, read_day, front):
    clock.move(days=-60)
    owing("Beto Díaz", promises=5_000_00, due=date(2026, 1, 10))
    clock.move(days=60)
    shop.write(make_client, "Caro Ruiz", birthday=date(1990, 3, 6))
    visited("Elsa Vera", birthday=date(1990, 3, 5))
    read_day()
    for card, kind, person, aim in (
        (page.promises, MessageDialog, "Beto Díaz", None),
        (page.debts, MessageDialog, "Beto Díaz", None),
        (page.birthdays, OfferDialog, "Caro Ruiz", Aim.BIRTHDAY),
        (page.unseen, OfferDialog, "Elsa Vera", Aim.MISSED),
    ):
        choose(card, person)
        QTest.keyClick(card.table, Qt.Key.Key_Return)
        dialog = front()
        assert isinstance(dialog, kind)
        assert person in dialog.title.text() + dialog.subtitle.text()
        if aim is None:
            assert dialog.title.text() == "Recordatorio"
        else:
            assert isinstance(dialog, OfferDialog)
            qtbot.waitUntil(lambda dialog=dialog: dialog.plan is not None)
            assert dialog.plan is not None
            assert dialog.plan.aim is aim
        dialog.reject()


def test_a_click_acts_on_its_button_and_only_chooses_elsewhere(page, owing, read_day, front):
    owing("Ana Paz")
    read_day()
    table = page.debts.table

    def click(column):
        place = table.visualRect(page.debts.model.index(0, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(0)
    click(1)
    assert front() is None
    click(2)
    assert isinstance(front(), WalletDialog)
    front().reject()


def test_who_wants_no_messages_is_not_reminded(page, shop, clock, owing, read_day, front):
    clock.move(days=-60)
    client_id = owing("Beto", promises=5_000_00, due=date(2026, 1, 10))
    refusing = ClientRequest("Beto", phone="351 455-0917", accepts_messages=False)
    shop.write(edit_client, client_id, refusing)
    clock.move(days=60)
    read_day()
    assert rows(page.promises)[0][2] == "Cobrar"
    assert rows(page.debts)[0][2] == "Billetera"
    for card in (page.promises, page.debts):
        card.table.setFocus()
        QTest.keyClick(card.table, Qt.Key.Key_Return)
        assert isinstance(front(), WalletDialog)
        front().reject()


def test_amounts_are_covered_from_those_who_wait(qtbot, page, shop, owing, read_day):
    ana = owing("Ana Paz", promises=8_000_00)
    shop.write(pay, ana, 3_000_00)
    read_day()
    QTest.keyClick(page.promises.table, Qt.Key.Key_H, CONTROL)
    assert page.hide_button.isChecked()
    assert page.hide_button.text().strip() == "Mostrar los montos"

    def everything():
        cells = [
            cell
            for card in cards(page)
            for role in (Qt.ItemDataRole.DisplayRole, ACCESSIBLE, Qt.ItemDataRole.ToolTipRole)
            for row in rows(card, role)
            for cell in row
        ]
        return [words for words in (*cells, *said(page)) if words]

    assert [words for words in everything() if "$" in words] == []
    assert rows(page.debts)[0][1] == HIDDEN
    assert page.debts.count.text() == f"1  ·  {HIDDEN}"
    owing("Beto", 900_00)
    qtbot.waitUntil(lambda: len(page.debts.model.rows) == 2)
    assert [words for words in everything() if "$" in words] == []
    page.hide_button.click()
    assert page.hide_button.text().strip() == "Tapar los montos"
    assert page.debts.count.text() == f"2  ·  ${NBSP}7.900,00"
    assert f"${NBSP}7.000,00" in [amount for _, amount, _ in rows(page.debts)]


def test_what_changes_is_seen_and_the_same_person_stays_chosen(qtbot, page, shop, owing, read_day):
    first = owing("Ana", 90_000_00)
    owing("Beto", 80_000_00)
    owing("Caro", 70_000_00)
    read_day()
    choose(page.debts, "Caro")
    shop.write(pay, first, 90_000_00)
    qtbot.waitUntil(lambda: names(page.debts) == ["Beto", "Caro"])
    assert page.debts.table.currentIndex().row() == 1
    shop.write(pay, page.debts.model.rows[1].client_id, 70_000_00)
    qtbot.waitUntil(lambda: names(page.debts) == ["Beto"])
    assert page.debts.table.currentIndex().row() == 0


def test_reading_again_leaves_the_focus_where_it_is(qtbot, page, shop, owing, read_day):
    shop.write(make_client, "Ana", birthday=date(1990, 3, 5))
    read_day()
    assert page.birthdays.table.hasFocus()
    page.hide_button.setFocus()
    shop.write(make_client, "Beto", birthday=date(1990, 3, 5))
    qtbot.waitUntil(lambda: names(page.birthdays) == ["Ana", "Beto"])
    assert page.hide_button.hasFocus()


def test_the_window_goes_on_while_the_day_is_read(qtbot, page, owing, read_day, slow):
    owing("Ana")
    page.show()
    qtbot.waitUntil(lambda: len(slow) == 1)
    assert said(page).count("Leyendo…") == 4
    assert "Nadie debe" not in said(page)
    QTest.keyClick(page, Qt.Key.Key_H, CONTROL)
    assert page.hide_button.isChecked()
    slow[0].set()
    read_day()
    assert rows(page.debts)[0][:2] == ("Ana\nAl día, desde el 05/03/2026", HIDDEN)


def test_an_answer_that_comes_late_is_not_shown(qtbot, page, clock, slow):
    page.show()
    qtbot.waitUntil(lambda: len(slow) == 1)
    clock.move(days=1)
    page.mark_stale()
    qtbot.waitUntil(lambda: len(slow) == 2)
    slow[1].set()
    qtbot.waitUntil(lambda: page.heading.text() == "Hoy, 06/03/2026")
    slow[0].set()
    qtbot.waitUntil(lambda: not reading())
    QTest.qWait(1)
    assert page.heading.text() == "Hoy, 06/03/2026"


def test_a_hidden_page_reads_once_when_it_is_shown_again(qtbot, page, owing, read_day, slow):
    page.show()
    qtbot.waitUntil(lambda: len(slow) == 1)
    slow[0].set()
    read_day()
    page.hide()
    owing("Ana")
    owing("Beto")
    QTest.qWait(50)
    assert len(slow) == 1
    assert page.debts.model.rows == []
    page.show()
    qtbot.waitUntil(lambda: len(slow) == 2)
    slow[1].set()
    qtbot.waitUntil(lambda: sorted(names(page.debts)) == ["Ana", "Beto"])
    page.hide()
    page.show()
    QTest.qWait(50)
    assert len(slow) == 2


def test_another_day_is_read_when_the_page_is_shown(qtbot, page, shop, clock, read_day):
    shop.write(make_client, "Ana", birthday=date(1990, 3, 6))
    read_day()
    assert rows(page.birthdays)[0][0] == "Ana\nMañana cumple 36"
    page.hide()
    clock.move(days=1)
    page.show()
    qtbot.waitUntil(lambda: page.heading.text() == "Hoy, 06/03/2026")
    assert rows(page.birthdays)[0][0] == "Ana\nHoy cumple 36"


def test_what_can_not_be_read_is_said_and_forgotten_once_it_can(qtbot, page, shop, owing, read_day):
    owing("Ana")
    read_day()
    away = shop.database.path.with_name("lejos")
    shop.database.path.rename(away)
    shop.database.path.mkdir()
    page.mark_stale()
    qtbot.waitUntil(page.error.isVisible)
    assert page.error.words.text()
    assert names(page.debts) == ["Ana"]
    shop.database.path.rmdir()
    away.rename(shop.database.path)
    page.mark_stale()
    qtbot.waitUntil(lambda: not page.error.isVisible())


def test_a_promise_kept_leaves_the_day(qtbot, page, shop, owing, read_day):
    ana = owing("Ana", promises=6_000_00)
    owing("Beto", promises=5_000_00, due=TODAY + timedelta(days=1))
    read_day()
    assert names(page.promises) == ["Ana"]
    shop.write(pay, ana, 6_000_00)
    qtbot.waitUntil(lambda: names(page.promises) == [])
    assert "Nadie prometió para hoy" in said(page)
    assert page.promises.count.text() == ""


def test_the_wallet_of_the_day_opens_the_clients_form(page, owing, read_day, front):
    client_id = owing("Ana")
    read_day()
    choose(page.debts, "Ana")
    QTest.keyClick(page.debts.table, Qt.Key.Key_Return)
    wallet = front()
    wallet.edit_wanted.emit(client_id)
    form = front()
    assert isinstance(form, ClientForm)
    form.reject()
    wallet.reject()


def test_where_it_is_narrow_the_lists_stand_one_under_the_other(page, owing, read_day):
    owing("Ana")
    read_day()
    beside = [card.frame.mapTo(page, QPoint(0, 0)) for card in cards(page)]
    assert beside[0].y() == beside[1].y()
    page.resize(780, 500)
    QTest.qWait(1)
    under = [card.frame.mapTo(page, QPoint(0, 0)) for card in cards(page)]
    assert len({place.x() for place in under}) == 1
    assert sorted({place.y() for place in under}) == [place.y() for place in under]
    assert all(card.frame.width() <= page.width() for card in cards(page))
