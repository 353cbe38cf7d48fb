"""The form of a promise to pay: what it takes, what it refuses, what came of the ones before."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.contact import (
    PromiseRequest,
    PromiseState,
    add_promise,
    promises,
    withdraw_promise,
)
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.ui.contact.promise_dialog import PromiseDialog
from kioskifly_desktop.ui.widgets.labels import label
from kioskifly_desktop.ui.widgets.notice import Notice
from tests.factories import add_debt, make_client, new_request, pay
from tests.fakes.keyboard import type_text

NBSP = "\u00a0"
TODAY = date(2026, 3, 5)
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def shop(shop, clock):
    shop.database.clock = clock
    return shop


@pytest.fixture
def marta(shop):
    """Return who owes $ 18.450,00."""
    client_id = shop.write(make_client, "Marta Benítez")
    shop.write(add_debt, client_id, 18_450_00)
    return client_id


@pytest.fixture
def form(qtbot, shop, toasts, window, marta):
    return opened(qtbot, shop, toasts, window, marta)


@pytest.fixture
def open_form(qtbot, shop, toasts, window, marta):
    return lambda: opened(qtbot, shop, toasts, window, marta)


def opened(qtbot, shop, toasts, window, client_id):
    result = PromiseDialog(shop, client_id, toasts, window)
    result.open()
    qtbot.waitExposed(result)
    return result


def promise(shop, client_id, amount=5_000_00, due=TODAY, note=""):
    return shop.write(add_promise, PromiseRequest(new_request(), client_id, amount, due, note))


def said(dialog):
    return [each.text() for each in dialog.findChildren(type(label(""))) if each.isVisible()]


def kept(shop, client_id):
    return [(row.amount, row.due, row.note, row.state) for row in shop.read(promises, client_id)]


def test_it_starts_with_all_that_is_owed_and_a_day_to_write(form):
    assert (form.title.text(), form.subtitle.text()) == ("Promesa de pago", "Marta Benítez")
    assert form.amount.text() == "18.450,00"
    assert form.fields["amount"].message.text() == f"Debe ${NBSP}18.450,00."
    assert form.day.text() == ""
    assert form.withdraw_button.isHidden()
    assert form.focusWidget() is form.amount


def test_what_is_written_is_kept_and_said(shop, toasts, marta, form):
    form.amount.setText("5.000")
    form.day.setText("9/3/2026")
    form.note.setText("  cuando   cobra ")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert kept(shop, marta) == [(5_000_00, date(2026, 3, 9), "cuando cobra", PromiseState.PENDING)]
    shown = f"Marta Benítez prometió ${NBSP}5.000,00 para el 09/03/2026."
    assert shown in said(toasts.toast)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (date(2026, 3, 5), ("06/03/2026", "06/03/2026", "12/03/2026", "31/03/2026")),
        (date(2026, 3, 6), ("07/03/2026", "13/03/2026", "13/03/2026", "31/03/2026")),
        (date(2026, 12, 31), ("01/01/2027", "01/01/2027", "07/01/2027", "31/12/2026")),
        (date(2028, 2, 27), ("28/02/2028", "03/03/2028", "05/03/2028", "29/02/2028")),
    ],
    ids=str,
)
def test_the_days_that_people_name_are_one_press_away(shop, clock, marta, open_form, day, names):
    clock.move(days=(day - TODAY).days)
    form = open_form()
    chosen = []
    for each in form.day_buttons:
        each.click()
        assert form.focusWidget() is form.save_button
        chosen.append(form.day.text())
    assert tuple(chosen) == names
    QTest.keyClick(form.save_button, Qt.Key.Key_Space)
    assert [format_date(due) for _, due, _, _ in kept(shop, marta)] == [names[-1]]


@pytest.mark.parametrize(
    ("amount", "day", "field", "sentence"),
    [
        ("", "06/03/2026", "amount", "monto"),
        ("0", "06/03/2026", "amount", ""),
        ("18.450,01", "06/03/2026", "amount", f"a lo que debe: ${NBSP}18.450,00."),
        ("5.000", "", "due", "fecha"),
        ("5.000", "31/02/2026", "due", "No entiendo esa fecha"),
        ("5.000", "04/03/2026", "due", "para hoy o dentro del año"),
        ("5.000", "06/03/2027", "due", "para hoy o dentro del año"),
    ],
)
def test_what_is_wrong_is_said_under_its_field_until_it_changes(
    shop, marta, form, amount, day, field, sentence
):
    form.amount.setText(amount)
    form.day.setText(day)
    form.save_button.click()
    assert form.isVisible()
    assert [name for name, each in form.fields.items() if each.has_error()] == [field]
    assert sentence in form.fields[field].message.text()
    assert form.focusWidget() is form.fields[field].editor
    assert kept(shop, marta) == []
    form.fields[field].editor.setText("1")
    assert not form.fields[field].has_error()


def test_an_amount_written_in_short_hides_no_error_of_the_day(qtbot, marta, form):
    assert marta
    qtbot.waitUntil(form.amount.hasFocus)
    type_text("5000", into=form.amount)
    QTest.keyClick(form.amount, Qt.Key.Key_Return)
    assert (form.amount.text(), form.focusWidget()) == ("5.000,00", form.day)
    assert form.fields["due"].message.text().startswith("No entiendo esa fecha")


def test_an_answer_that_was_lost_is_not_promised_twice(shop, marta, form, monkeypatch):
    write = shop.write

    def lost(act, *args):
        write(act, *args)
        raise RuntimeError

    form.day.setText("9/3/2026")
    monkeypatch.setattr(shop, "write", lost)
    with pytest.raises(RuntimeError):
        form.save()
    assert form.isVisible()
    monkeypatch.undo()
    form.save_button.click()
    assert not form.isVisible()
    assert len(kept(shop, marta)) == 1


def test_a_debt_that_was_paid_meanwhile_promises_nothing(shop, marta, form):
    form.day.setText("9/3/2026")
    shop.write(pay, marta, 18_450_00)
    form.save_button.click()
    assert form.fields["amount"].message.text() == "Marta Benítez no debe nada."
    assert kept(shop, marta) == []


def test_a_new_promise_says_which_one_it_takes_the_place_of(shop, marta, open_form):
    promise(shop, marta, due=TODAY + timedelta(days=1))
    form = open_form()
    [notice] = [each.words.text() for each in form.findChildren(Notice)]
    assert notice == f"Prometió ${NBSP}5.000,00 para mañana. La nueva va en su lugar."
    form.amount.setText("7.000")
    form.day.setText("12/3/2026")
    form.save()
    assert kept(shop, marta) == [
        (7_000_00, date(2026, 3, 12), "", PromiseState.PENDING),
        (5_000_00, date(2026, 3, 6), "", PromiseState.WITHDRAWN),
    ]


def test_the_pending_one_is_taken_back(shop, toasts, marta, open_form):
    promise(shop, marta)
    form = open_form()
    assert form.withdraw_button.isVisible()
    form.withdraw_button.click()
    assert not form.isVisible()
    assert "Promesa quitada." in said(toasts.toast)
    assert [state for *_, state in kept(shop, marta)] == [PromiseState.WITHDRAWN]


def test_one_taken_back_meanwhile_is_said(shop, marta, open_form):
    number = promise(shop, marta)
    form = open_form()
    shop.write(withdraw_promise, number)
    form.withdraw_button.click()
    assert form.isVisible()
    assert form.fields["amount"].message.text() == "Esa promesa ya no está pendiente."


def test_what_came_of_each_is_told_whole(qtbot, shop, clock, marta, open_form):
    promise(shop, marta, 1_000_00)
    shop.write(pay, marta, 1_000_00)
    clock.move(days=1)
    promise(shop, marta, 10_000_00, TODAY + timedelta(days=1))
    shop.write(pay, marta, 2_000_00)
    clock.move(days=1)
    promise(shop, marta, 3_000_00, TODAY + timedelta(days=9))
    promise(shop, marta, 4_000_00, TODAY + timedelta(days=9))
    form = open_form()
    rows = [
        tuple(form.rows.index(n, c).data(ACCESSIBLE) for c in range(4))
        for n in range(form.rows.rowCount())
    ]
    assert rows == [
        ("14/03/2026", f"${NBSP}4.000,00", f"${NBSP}0,00", "Pendiente"),
        ("14/03/2026", f"${NBSP}3.000,00", f"${NBSP}0,00", "Reemplazada o quitada"),
        ("06/03/2026", f"${NBSP}10.000,00", f"${NBSP}2.000,00", "No cumplida"),
        ("05/03/2026", f"${NBSP}1.000,00", f"${NBSP}1.000,00", "Cumplida"),
    ]
    table = form.table
    for column in range(4):
        assert table.sizeHintForColumn(column) <= table.columnWidth(column), column
    content, viewport = form.scroller.widget(), form.scroller.viewport()
    qtbot.waitUntil(lambda: content.width() == viewport.width())
    assert content.minimumSizeHint().width() <= viewport.width()
    assert content.height() <= viewport.height()


def test_closing_promises_nothing(shop, marta, form):
    form.day.setText("9/3/2026")
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert kept(shop, marta) == []
