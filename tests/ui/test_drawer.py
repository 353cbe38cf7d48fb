"""Opening the drawer by hand, and the record of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kioskifly_desktop.core.outbox import drawer_openings, waiting_jobs
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.registers.drawer_dialog import DrawerDialog
from kioskifly_desktop.ui.widgets.dialog import Question
from tests.factories import add_printer
from tests.lending import lend, lent


@pytest.fixture
def main(qtbot, shop):
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitExposed(result)
    return result


def press_key(widget):
    QTest.keySequence(widget, keys.sequence("drawer"))


def test_the_key_asks_why_and_opens_even_from_a_field(qtbot, main, shop, front):
    shop.write(add_printer, drawer_pin=2)
    main.show_page(keys.CLIENTS)
    qtbot.keyClicks(main.page.search, "mar")
    press_key(main.page.search)
    question = front()
    assert isinstance(question, Question)
    question.yes.click()
    assert question.reason.has_error()
    assert shop.read(drawer_openings) == []
    qtbot.keyClicks(question.reason.editor, "cambio para el proveedor")
    qtbot.keyClick(question.reason.editor, Qt.Key.Key_Return)
    (opening,) = shop.read(drawer_openings)
    assert (opening.reason, opening.entry_id) == ("cambio para el proveedor", None)
    assert [job.title for job in shop.read(waiting_jobs)] == ["Abrir el cajón"]


def test_a_cashier_opens_it_with_an_administrators_pin(qtbot, main, shop, cashier, front):
    shop.write(add_printer, drawer_pin=2)
    shop.switch_user(cashier)
    press_key(main)
    front().reason.editor.setText("Cambio")
    front().confirm()
    assert shop.read(drawer_openings) == []
    lend()
    assert [row.reason for row in shop.read(drawer_openings)] == ["Cambio"]
    assert lent(shop) == ["Abrir el cajón"]


def test_without_a_drawer_the_question_says_where_to_set_it(qtbot, main, shop, front):
    shop.write(add_printer)
    press_key(main)
    question = front()
    qtbot.keyClicks(question.reason.editor, "x")
    question.yes.click()
    assert "Ajustes" in question.error.text()
    question.reject()


def test_the_openings_are_listed_newest_first(qtbot, window, shop, toasts, front):
    dialog = DrawerDialog(shop, window)
    dialog.open()
    assert dialog.rows_or_empty.currentIndex() == 1
    shop.write(add_printer, drawer_pin=5)
    for reason in ("cambio", "arqueo"):
        dialog.open_button.click()
        question = front()
        qtbot.keyClicks(question.reason.editor, reason)
        question.yes.click()
    assert dialog.rows_or_empty.currentIndex() == 0
    shown = [[dialog.model.index(row, column).data() for column in (1, 2, 3)] for row in range(2)]
    assert shown == [
        ["arqueo", "A mano", shop.user.name],
        ["cambio", "A mano", shop.user.name],
    ]
    dialog.reject()


def test_the_openings_are_reached_from_the_registers(main, front):
    page = main.show_page(keys.REGISTERS)
    openings = next(
        each
        for each in page.findChildren(type(page.new_button))
        if each.accessibleName() == "Aperturas del cajón"
    )
    openings.click()
    dialog = front()
    assert isinstance(dialog, DrawerDialog)
    dialog.reject()
