"""Each act of the counter that an administrator authorizes: asked once, kept, or left undone."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.sales import get_sale
from kioskifly_desktop.core.users import set_pin
from kioskifly_desktop.ui.exchange.notebook_dialog import NotebookDialog
from kioskifly_desktop.ui.people.authorize import AuthorizeDialog
from tests.counter_acts import ACTS, ADJUSTED, IMPORTED, PRICE, Counter, front, void
from tests.factories import make_product
from tests.lending import asked, lent

PIN = "2580"


@pytest.fixture
def at(shop, toasts, window, qtbot, tmp_path, cashier):
    """Give the counter, with a PIN for its administrator."""
    files = tmp_path / "out"
    files.mkdir()
    shop.write(set_pin, shop.user.id, PIN)
    counter = Counter(shop, toasts, window, qtbot, files, cashier)
    counter.goods = shop.write(make_product, "Alfajor", price=PRICE, tracks_stock=False)
    yield counter
    assert shop.read(check) == []


def kept(at):
    """Return all that the shop keeps, save who tried what, and the files it left."""
    with at.shop.database.read() as work:
        found = work.db.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        ).scalars()
        return (
            sorted(file.name for file in at.files.iterdir()),
            {
                name: [tuple(row) for row in work.db.exec_driver_sql(f"SELECT * FROM {name}")]
                for name in found.all()
                if name not in {"audit_event", "user"}
            },
        )


def close_all():
    while isinstance(dialog := front(), QDialog):
        dialog.done(QDialog.DialogCode.Rejected)


def type_pin(digits):
    QTest.keyClicks(asked().pad, digits)
    QTest.keyClick(asked().pad, Qt.Key.Key_Return)


def ask(at, act):
    act()
    at.qtbot.waitUntil(lambda: isinstance(front(), AuthorizeDialog))


@pytest.mark.parametrize(("set_up", "permissions"), ACTS)
def test_it_is_asked_once_and_kept_with_who_allowed_it(at, set_up, permissions):
    act = set_up(at)
    at.shop.switch_user(at.cashier)
    ask(at, act)
    before = kept(at)
    type_pin("1111")
    assert "te quedan 4 intentos" in asked().pad.message.text()
    type_pin(PIN)
    at.qtbot.waitUntil(lambda: len(lent(at.shop)) == len(permissions))
    assert sorted(lent(at.shop)) == sorted(permissions)
    assert kept(at) != before
    assert not isinstance(front(), AuthorizeDialog)
    assert at.shop.lender is None
    close_all()


@pytest.mark.parametrize(("set_up", "permissions"), ACTS)
def test_without_a_pin_nothing_is_done(at, set_up, permissions):
    act = set_up(at)
    at.shop.switch_user(at.cashier)
    ask(at, act)
    before = kept(at)
    type_pin("1111")
    asked().reject()
    assert kept(at) == before
    assert lent(at.shop) == []
    assert permissions
    close_all()


def test_an_administrator_is_asked_nothing(at):
    act = void(at)
    act()
    assert lent(at.shop) == []
    (sale,) = [at.shop.read(get_sale, 1)]
    assert sale.voided
    close_all()


def test_one_pin_passes_the_whole_notebook(at):
    at.shop.switch_user(at.cashier)
    notebook = at.opened(NotebookDialog, at.toasts, at.window)

    def write(name, amount):
        notebook.name.setText(name)
        notebook.amount.setText(amount)

    write("Ana", "1500")
    ask(at, notebook.save)
    type_pin(PIN)
    assert notebook.authorized.text() == "Autoriza Administrador, hasta que cierres el cuaderno."
    write("Tito", "20,50")
    notebook.save()
    notebook.undo()
    write("Pía", "3")
    notebook.finish()
    assert not notebook.isVisible()
    rows = at.shop.read(list_clients, ClientQuery())
    assert {row.name: row.balance for row in rows} == {"Ana": 1_500_00, "Tito": 0, "Pía": 3_00}
    assert sorted(lent(at.shop)) == [ADJUSTED] * 4 + [IMPORTED] * 3
    again = at.opened(NotebookDialog, at.toasts, at.window)
    again.name.setText("Zoe")
    again.amount.setText("1")
    ask(at, again.finish)
    assert again.isVisible(), "the line that nobody authorized is not lost"
    asked().reject()
    assert again.name.text() == "Zoe"
    close_all()


def test_what_is_under_way_is_done_for_who_began_it(at):
    """A file is brought in a thread: who lends has left, and another person may be there."""
    done: list[Any] = []
    admin = at.shop.user
    at.shop.switch_user(at.cashier)
    with at.shop.lent_by(admin):
        run = at.shop.writing_apart(lambda work: done.append((work.user, work.authorizer)))
    at.shop.switch_user(admin)
    run()
    assert done == [(at.cashier, admin)]
