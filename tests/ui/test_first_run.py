"""The first steps by their keys: what is asked, refused, kept, and come back to."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from kioskifly_desktop.core.access import needs_pin, verify_pin
from kioskifly_desktop.core.first_run import FirstStep, mark_example, needs_first_run, next_step
from kioskifly_desktop.core.outbox import JobState, claim_next, finish, note_trouble, waiting_jobs
from kioskifly_desktop.core.printers import (
    Printer,
    Transport,
    UsbPrinter,
    list_printers,
    save_printer,
)
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile, shop_profile
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.ui.exchange.import_dialog import ImportDialog
from kioskifly_desktop.ui.first_run.example_bar import ExampleBar
from kioskifly_desktop.ui.first_run.first_run_dialog import FirstRunDialog
from kioskifly_desktop.ui.first_run.start_step import Start
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.settings.profile_section import ProfileSection
from tests.fakes.hands import ALT, Key
from tests.fakes.keyboard import type_text


class NothingFound:
    """Devices of a computer that lists none."""

    def usb_printers(self):
        return []

    def queues(self):
        return []


class OneOnUsb(NothingFound):
    """Devices of a computer with a printer plugged in."""

    def usb_printers(self):
        return [UsbPrinter("04b8:0e15", "EPSON TM-T20")]


@pytest.fixture
def start(qtbot, window, shop, toasts):
    """Return the first steps, opened as at a start."""
    opened = []
    shop.devices = NothingFound()

    def run():
        dialog = FirstRunDialog(shop, toasts, window)
        opened.append(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    yield run
    for dialog in opened:
        if isValid(dialog):
            dialog.close()


@pytest.fixture
def dialog(start):
    return start()


def key(key, modifiers=None):
    place = QApplication.focusWidget()
    assert place is not None
    if modifiers is None:
        QTest.keyClick(place, key)
    else:
        QTest.keyClick(place, key, modifiers)


def front() -> Any:
    """Return the dialog in front."""
    return QApplication.activeModalWidget()


def now(dialog):
    return dialog.step


def at(dialog, step):
    dialog.show_step(step)
    return dialog.steps[step]


def test_enter_goes_through_all_the_steps(dialog, shop):
    type_text("Kiosco Ñandú\r")
    assert now(dialog) is FirstStep.ADMINISTRATOR
    type_text("Marta\t2580\t2580\r")
    assert now(dialog) is FirstStep.PRINTER
    for _ in range(4):
        key(Key.Key_Right)
    type_text("\r")
    assert now(dialog) is FirstStep.START
    type_text("\r")
    assert not shop.read(needs_first_run)
    assert shop.read(shop_profile) == ShopProfile("Kiosco Ñandú")
    assert shop.user.name == "Marta"
    assert verify_pin(shop.database, shop.user.id, "2580") == shop.user
    assert front() is None


def test_each_step_is_kept_and_the_next_start_comes_to_the_one_left(qtbot, start, shop):
    type_text("Kiosco Ñandú\r", into=start().steps[0].form.line("name"))
    type_text("Marta")
    left = front()
    with qtbot.waitSignal(left.destroyed):
        left.close_button.click()
    assert front() is None, "it asks nothing"
    assert shop.read(next_step) is FirstStep.ADMINISTRATOR
    again = start()
    assert now(again) is FirstStep.ADMINISTRATOR
    assert again.steps[1].name.text() == "Administrador"
    key(Key.Key_Escape)
    assert again.steps[0].form.line("name").text() == "Kiosco Ñandú"


def test_back_by_escape_by_the_arrow_and_by_the_button(dialog):
    at(dialog, FirstStep.START)
    key(Key.Key_Escape)
    assert now(dialog) is FirstStep.PRINTER
    key(Key.Key_Left, ALT)
    assert now(dialog) is FirstStep.ADMINISTRATOR
    dialog.back_button.click()
    assert now(dialog) is FirstStep.SHOP
    assert not dialog.back_button.isVisible()
    key(Key.Key_Left, ALT)
    assert now(dialog) is FirstStep.SHOP
    key(Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_arrow_goes_on_as_enter_does(dialog):
    type_text("Kiosco")
    key(Key.Key_Right, ALT)
    assert now(dialog) is FirstStep.ADMINISTRATOR


def test_the_name_is_owed(dialog, shop):
    type_text("  \r")
    assert now(dialog) is FirstStep.SHOP
    assert dialog.steps[0].form.fields["name"].has_error()
    assert dialog.steps[0].form.line("name").hasFocus()
    assert shop.read(next_step) is FirstStep.SHOP


def test_it_is_said_plainly_that_the_papers_are_no_invoices(dialog):
    words = dialog.steps[0].notice.words.text()
    assert dialog.steps[0].notice.isVisible()
    assert "letra X" in words
    assert "no son válidos como factura" in words


def test_the_cuit_is_judged_while_it_is_typed(qtbot, dialog, shop):
    form = dialog.steps[0].form
    type_text("Kiosco", into=form.line("name"))
    form.line("cuit").setFocus()
    type_text("27-12345678-4")
    field = form.fields["cuit"]
    qtbot.waitUntil(field.has_error)
    assert "el último dígito no coincide" in field.message.text()
    type_text("\r")
    assert now(dialog) is FirstStep.SHOP
    assert field.has_error()
    assert field.editor.hasFocus()
    key(Key.Key_Backspace)
    type_text("0")
    qtbot.waitUntil(lambda: field.message.text() == "CUIT 27-12345678-0")
    assert not field.has_error()
    type_text("\r")
    assert shop.read(shop_profile).cuit == "27-12345678-0"


def test_the_condition_is_chosen_or_written(dialog, shop):
    form = dialog.steps[0].form
    type_text("Kiosco", into=form.line("name"))
    form.fields["condition"].editor.setCurrentText("Responsable Inscripto")
    form.line("condition").setFocus()
    type_text(" (RI)\r")
    assert now(dialog) is FirstStep.ADMINISTRATOR
    assert shop.read(shop_profile).condition == "Responsable Inscripto (RI)"


def test_what_the_step_does_not_ask_stays(start, shop):
    shop.write(save_shop_profile, ShopProfile("Kiosco", phone="351 455-0917", footer="¡Gracias!"))
    dialog = start()
    assert dialog.steps[0].form.line("name").text() == "Kiosco"
    type_text("Otro\r")
    assert shop.read(shop_profile) == ShopProfile("Otro", phone="351 455-0917", footer="¡Gracias!")


def test_a_pin_is_owed_unless_it_is_left_for_later(dialog, shop):
    step = at(dialog, FirstStep.ADMINISTRATOR)
    type_text("Marta\r")
    assert step.pins.pin_field.has_error()
    assert "Sin PIN por ahora" in step.pins.pin_field.message.text()
    assert not step.meaning.isVisible()
    step.later.setFocus()
    key(Key.Key_Space)
    assert step.meaning.isVisible()
    assert "Cualquiera" in step.meaning.words.text()
    assert not step.pins.pin.isEnabled()
    key(Key.Key_Return)
    assert now(dialog) is FirstStep.PRINTER
    assert shop.user.name == "Marta"
    assert not shop.read(needs_pin, shop.user.id)


@pytest.mark.parametrize(
    ("typed", "wrong", "words"),
    [
        ("12\t12\r", "pin_field", "de 4 a 6 números"),
        ("2580\t2581\r", "again_field", "No son iguales"),
        ("\t2580\r", "pin_field", "de 4 a 6 números"),
    ],
)
def test_a_pin_that_is_none_or_not_the_same_twice(dialog, shop, typed, wrong, words):
    step = at(dialog, FirstStep.ADMINISTRATOR)
    type_text("Marta\t" + typed)
    assert now(dialog) is FirstStep.ADMINISTRATOR
    field = getattr(step.pins, wrong)
    assert words in field.message.text()
    assert field.editor.hasFocus()
    assert not shop.read(needs_pin, shop.user.id)
    assert shop.user.name == "Administrador"


def test_a_pin_takes_digits_alone_and_is_not_shown(dialog):
    step = at(dialog, FirstStep.ADMINISTRATOR)
    type_text("\t2a5 8-0123")
    assert step.pins.pin.text() == "258012"
    assert "258" not in step.pins.pin.displayText()
    type_text("\r")
    assert step.pins.again.hasFocus(), "Enter in the first goes on to the second"


def test_a_weak_pin_is_warned_of_and_allowed(dialog, shop):
    step = at(dialog, FirstStep.ADMINISTRATOR)
    type_text("\t1234")
    assert step.pins.pin_field.message.property("kind") == "warning"
    type_text("\t1234\r")
    assert now(dialog) is FirstStep.PRINTER
    assert verify_pin(shop.database, shop.user.id, "1234") == shop.user


def test_a_pin_there_was_stays_and_is_changed_elsewhere(dialog, shop):
    step = at(dialog, FirstStep.ADMINISTRATOR)
    type_text("Marta\t2580\t2580\r")
    step = at(dialog, FirstStep.ADMINISTRATOR)
    assert not step.pins.isVisible(), "the one in force isn't asked for here"
    assert not step.later.isVisible()
    assert "Ajustes, Personas" in step.has_one.text()
    type_text("María\r")
    assert now(dialog) is FirstStep.PRINTER
    assert shop.user.name == "María"
    assert verify_pin(shop.database, shop.user.id, "2580") == shop.user


def test_a_name_that_somebody_has_is_refused_with_its_pin(dialog, shop, cashier):
    step = at(dialog, FirstStep.ADMINISTRATOR)
    type_text(f"{cashier.name}\t2580\t2580\r")
    assert "Ya hay un usuario" in step.name_field.message.text()
    assert not shop.read(needs_pin, shop.user.id)
    assert [user.name for user in shop.read(list_users)] == ["Administrador", "Cajero"]


def by_network(dialog, address="127.0.0.1"):
    step = at(dialog, FirstStep.PRINTER)
    step.ways.choose(Transport.TCP)
    step.addresses.parts[Transport.TCP][0].setFocus()
    type_text(address)
    return step


def test_a_printer_of_the_usb_is_found_and_tried(qtbot, start, shop):
    shop.devices = OneOnUsb()
    dialog = start()
    step = at(dialog, FirstStep.PRINTER)
    combo = step.addresses.parts[Transport.USB][0]
    qtbot.waitUntil(lambda: combo.count() == 1)
    assert dialog.forward_button.text() == "Imprimir la prueba"
    assert not step.question.isVisible()
    type_text("\r")
    assert step.question.isVisible()
    (kept,) = shop.read(list_printers)
    assert (kept.transport, kept.address) == (Transport.USB, "04b8:0e15")
    (job,) = shop.read(waiting_jobs)
    assert job.title == "Página de prueba"
    assert step.yes.hasFocus()
    type_text("\r")
    assert now(dialog) is FirstStep.START


def test_an_address_that_is_none_is_said_under_it(dialog, shop):
    step = by_network(dialog, "192 168\r")
    assert step.addresses.fields[Transport.TCP].has_error()
    assert not step.question.isVisible()
    assert shop.read(list_printers) == []


def test_a_page_that_came_out_badly_is_tried_with_another_model(dialog, shop):
    step = by_network(dialog, "127.0.0.1\r")
    step.no.click()
    assert not step.question.isVisible()
    assert "revisá el cable" in step.model_field.message.text()
    assert step.model.hasFocus()
    assert shop.read(waiting_jobs) == []
    step.model.setCurrentIndex(2)
    type_text("\r")
    (kept,) = shop.read(list_printers)
    assert kept.columns == 32
    assert step.question.isVisible()
    step.yes.click()
    assert now(dialog) is FirstStep.START
    assert len(shop.read(list_printers)) == 1


def test_what_stops_the_page_is_said_and_nobody_can_say_it_came_out(dialog, shop):
    step = by_network(dialog, "127.0.0.1\r")
    (kept,) = shop.read(list_printers)
    job = shop.write(claim_next, kept.id)
    shop.write(finish, job.job_id, JobState.BLOCKED, "se quedó sin papel")
    assert step.asking.text() == "Todavía no salió"
    assert step.state.text().startswith("Se quedó sin papel.")
    assert not step.yes.isVisible()
    assert step.no.hasFocus()
    shop.write(note_trouble, job.job_id, "")
    assert step.asking.text() == "¿Salió bien?"
    assert step.yes.isVisible()


def test_a_printer_that_never_answers_is_believed(dialog, shop):
    step = by_network(dialog, "127.0.0.1\r")
    (kept,) = shop.read(list_printers)
    job = shop.write(claim_next, kept.id)
    shop.write(finish, job.job_id, JobState.UNCERTAIN, "no contesta", sent=9)
    step.yes.click()
    assert shop.read(waiting_jobs) == []
    assert now(dialog) is FirstStep.START


def test_another_address_takes_the_question_back(dialog):
    step = by_network(dialog, "127.0.0.1\r")
    assert dialog.forward_button.text() == "Imprimir otra vez"
    step.addresses.parts[Transport.TCP][0].setText("127.0.0.2")
    assert not step.question.isVisible()
    assert dialog.forward_button.text() == "Imprimir la prueba"


def test_who_gives_the_printer_up_keeps_none(dialog, shop):
    step = by_network(dialog, "127.0.0.1\r")
    step.no.click()
    step.ways.choose(None)
    assert dialog.forward_button.text() == "Siguiente"
    dialog.forward()
    assert now(dialog) is FirstStep.START
    assert shop.read(list_printers) == []
    assert shop.read(waiting_jobs) == []


def test_the_printers_there_were_are_kept_whatever_is_tried(start, shop):
    shop.write(save_printer, Printer(0, "Cocina", Transport.TCP, "127.0.0.1:9100"))
    dialog = start()
    step = at(dialog, FirstStep.PRINTER)
    assert step.ways.value() is None
    assert "Ya está cargada «Cocina»" in step.without.text()
    by_network(dialog, "127.0.0.1\r")
    step.no.click()
    step.ways.choose(None)
    dialog.forward()
    assert [each.name for each in shop.read(list_printers)] == ["Cocina"]


def test_one_that_came_out_well_is_not_tried_again_on_the_way_back(dialog):
    by_network(dialog, "127.0.0.1\r").yes.click()
    dialog.back()
    assert dialog.forward_button.text() == "Siguiente"
    dialog.forward()
    assert now(dialog) is FirstStep.START


def test_who_wants_to_bring_clients_gets_there(qtbot, dialog, shop):
    at(dialog, FirstStep.START)
    key(Key.Key_Down)
    assert dialog.steps[3].choice() is Start.IMPORT
    type_text("\r")
    assert isinstance(front(), ImportDialog)
    assert not shop.read(needs_first_run)
    front().reject()


def test_who_wants_to_look_first_is_taken_to_the_example(qtbot, dialog, shop):
    at(dialog, FirstStep.START)
    key(Key.Key_Down)
    key(Key.Key_Down)
    with qtbot.waitSignal(shop.example_wanted):
        type_text("\r")
    assert not shop.read(needs_first_run)


def test_an_example_says_so_and_offers_no_other(qtbot, start, shop):
    shop.write(mark_example)
    step = at(start(), FirstStep.START)
    assert not step.cards[Start.EXAMPLE].isVisible()
    main = MainWindow(shop)
    qtbot.addWidget(main)
    main.show()
    (bar,) = main.findChildren(ExampleBar)
    assert bar.isVisible()
    assert "datos de ejemplo" in bar.words.text()
    with qtbot.waitSignal(shop.own_shop_wanted):
        bar.own_button.click()


def test_a_shop_of_ones_own_has_no_such_sign(qtbot, shop):
    main = MainWindow(shop)
    qtbot.addWidget(main)
    assert main.findChildren(ExampleBar) == []


def test_they_are_seen_again_from_the_settings(qtbot, shop, toasts, window, cashier):
    section = ProfileSection(shop, toasts)
    section.setParent(window)
    section.show()
    section.refresh()
    with qtbot.waitSignal(shop.first_run_wanted):
        section.steps_button.click()
    shop.switch_user(cashier)
    section.refresh()
    assert not section.steps.isVisible()


def test_the_window_opens_them(qtbot, shop):
    main = MainWindow(shop)
    qtbot.addWidget(main)
    main.show()
    shop.first_run_wanted.emit()
    assert isinstance(front(), FirstRunDialog)
    front().close()


@pytest.mark.parametrize("step", list(FirstStep))
def test_every_step_fits_a_usual_screen(dialog, step):
    at(dialog, step)
    QApplication.processEvents()
    assert dialog.scroller.verticalScrollBar().maximum() == 0
