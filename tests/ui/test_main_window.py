import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.core.outbox import JobState, finish, print_test_page
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.help_dialog import HelpDialog
from kioskifly_desktop.ui.key_rules import page_name
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.printing.queue_dialog import QueueDialog
from tests.factories import add_debt, claim, make_client

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def main(qtbot, shop):
    result = MainWindow(shop)
    qtbot.addWidget(result)
    result.show()
    result.activateWindow()
    qtbot.waitExposed(result)
    return result


def test_pages_are_built_when_first_shown(qtbot, main):
    assert list(main.pages) == [keys.SALE]
    qtbot.keyClick(main, Qt.Key.Key_3, ALT)
    assert main.page is main.pages[keys.PRODUCTS]
    assert main.page.search.hasFocus()
    qtbot.keyClick(main, Qt.Key.Key_4, ALT)
    assert main.page is main.pages[keys.REGISTERS]
    assert main.page.list.hasFocus()
    qtbot.keyClick(main, Qt.Key.Key_2, ALT)
    qtbot.keyClick(main, Qt.Key.Key_5, ALT)
    assert main.page is main.pages[keys.TODAY]
    qtbot.keyClick(main, Qt.Key.Key_6, ALT)
    assert main.page is main.pages[keys.REPORTS]
    qtbot.keyClick(main, Qt.Key.Key_7, ALT)
    assert main.page is main.pages[keys.SETTINGS]
    qtbot.keyClick(main, Qt.Key.Key_1, ALT)
    assert main.page is main.pages[keys.SALE]
    assert main.page.scan.hasFocus()
    assert len(main.pages) == 7


def test_a_hidden_page_reads_again_when_shown(main, shop):
    registers = main.show_page(keys.REGISTERS)
    main.show_page(keys.CLIENTS)
    shop.write(add_register, "Caja 2", RegisterKind.DRAWER)
    assert len(registers.list.rows.rows) == 3
    main.show_page(keys.REGISTERS)
    assert len(registers.list.rows.rows) == 4


def test_f2_goes_to_where_the_work_starts(qtbot, main):
    page = main.show_page(keys.REGISTERS)
    page.new_button.setFocus()
    qtbot.keyClick(main, Qt.Key.Key_F2)
    assert page.list.hasFocus()


def test_f1_twice_shows_every_key_of_the_table(qtbot, main, front):
    qtbot.keyClick(main, Qt.Key.Key_F1)
    dialog = front()
    assert isinstance(dialog, HelpDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert front() is dialog
    shown = set(dialog.view.toPlainText().splitlines())
    assert {keys.cap(key) for key in keys.KEYS} <= shown
    assert {keys.words(key) for key in keys.KEYS} <= shown
    assert {page_name(page) for page in (keys.TODAY, keys.OFFER)} <= shown
    dialog.reject()


def test_the_rail_shows_the_keys_of_its_pages_in_their_order(main):
    buttons = main.rail.group.buttons()
    assert [each.text() for each in buttons] == [
        *("Venta", "Clientes", "Productos", "Cajas", "Hoy", "Informes", "Ajustes"),
    ]
    caps = [each.findChild(QLabel).text() for each in buttons]
    assert caps == ["1", "2", "3", "4", "5", "6", "7"]
    assert buttons[4].toolTip() == "Hoy (Alt 5)"


def test_the_day_starts_where_there_is_something_to_do(qtbot, main, shop):
    client_id = shop.write(make_client, "Marta Benítez")
    shop.write(add_debt, client_id, 1_000_00)
    main.activateWindow()
    qtbot.keyClick(main, Qt.Key.Key_5, ALT)
    qtbot.waitUntil(main.page.debts.table.hasFocus)
    assert ("Ctrl H", "Tapar los montos") in keys.hints(keys.TODAY)
    main.page.hide_button.setFocus()
    qtbot.keyClick(main, Qt.Key.Key_F2)
    assert main.page.debts.table.hasFocus()


def test_the_switch_in_the_status_bar_changes_the_user(main, shop, cashier):
    assert "Administrador" in main.status.person.text()
    main.status.people.aboutToShow.emit()
    choice = next(a for a in main.status.people.actions() if cashier.name in a.text())
    choice.trigger()
    assert shop.user == cashier
    assert cashier.name in main.status.person.text()


def test_the_printer_is_told_and_its_queue_one_click_away(main, shop, printer, front):
    assert main.status.printing.text().strip() == "Nada por imprimir"
    job = shop.write(print_test_page, printer)
    assert main.status.printing.text().strip() == "1 por imprimir"
    shop.write(print_test_page, printer)
    assert main.status.printing.text().strip() == "2 por imprimir"
    shop.write(claim)
    shop.write(finish, job, JobState.PRINTED)
    assert main.status.printing.text().strip() == "1 por imprimir"
    main.status.printing.click()
    dialog = front()
    assert isinstance(dialog, QueueDialog)
    dialog.reject()


def test_without_a_printer_the_click_leads_to_adding_one(main):
    assert main.status.printing.text().strip() == "Sin impresora"
    main.status.printing.click()
    assert main.page is main.pages[keys.SETTINGS]
    assert main.page.stack.currentWidget() is main.page.printers


def test_a_small_screen_scrolls_and_hides_only_the_hints(qtbot, main):
    main.resize(1366, 768)
    assert main.status._hints.isVisible()
    main.show_page(keys.CLIENTS)
    main.resize(main.minimumSize())
    scroller = main.stack.parentWidget().parentWidget()
    assert scroller.horizontalScrollBar().maximum() > 0
    person = main.status.person
    qtbot.waitUntil(lambda: person.width() >= person.sizeHint().width())
    assert person.geometry().right() < main.status.width()
    assert not main.status._hints.isVisible()


def test_no_two_keys_of_a_page_are_the_same():
    for page in {key.page for key in keys.KEYS}:
        used = [key.sequence for key in keys.KEYS if key.page in (page, keys.GLOBAL)]
        assert len(used) == len(set(used))


def test_no_key_is_a_bare_character_a_scanner_types():
    for key in keys.KEYS:
        assert len(QKeySequence(key.sequence).toString()) > 1, key.id
