"""What the status bar says of the printers."""

from dataclasses import replace

import pytest

from kioskifly_desktop.core.outbox import (
    JobState,
    finish,
    note_trouble,
    open_drawer,
    print_test_page,
)
from kioskifly_desktop.core.printers import (
    Acknowledgement,
    StatusReport,
    learn,
    list_printers,
    save_printer,
)
from kioskifly_desktop.ui.status_bar import StatusBar
from tests.factories import add_printer, claim


@pytest.fixture
def bar(qtbot, shop):
    result = StatusBar(shop)
    qtbot.addWidget(result)
    return result


def said(bar):
    return bar.printing.accessibleName()


def test_without_printers_and_without_papers(bar, shop):
    assert said(bar) == "Sin impresora"
    shop.write(add_printer)
    assert said(bar) == "Nada por imprimir"


def test_a_printer_without_paper_and_its_queue(bar, shop):
    printer = shop.write(add_printer)
    jobs = [shop.write(print_test_page, printer) for _ in range(3)]
    assert said(bar) == "3 por imprimir"
    shop.write(claim)
    shop.write(finish, jobs[0], JobState.BLOCKED, "se quedó sin papel")
    assert said(bar) == "Ticketera: se quedó sin papel · 3 por imprimir"


def test_a_printer_that_stops_in_mid_paper(bar, shop):
    job = shop.write(print_test_page, shop.write(add_printer))
    shop.write(claim)
    shop.write(note_trouble, job, "tiene la tapa abierta")
    assert said(bar) == "Ticketera: tiene la tapa abierta · 1 por imprimir"


def test_questions_are_counted_apart(bar, shop):
    printer = shop.write(add_printer)
    for expected in ("1 pregunta", "2 preguntas"):
        job = shop.write(print_test_page, printer)
        shop.write(claim)
        shop.write(finish, job, JobState.UNCERTAIN, "se cortó")
        assert said(bar) == expected
    shop.write(print_test_page, printer)
    assert said(bar) == "1 por imprimir · 2 preguntas"


def test_paper_near_its_end(bar, shop):
    printer = shop.write(add_printer)
    shop.write(learn, printer, StatusReport.DLE_EOT, Acknowledgement.GS_R, paper_low=True)
    assert said(bar) == "Ticketera: queda poco papel"


def test_the_drawer_is_told_apart_from_the_papers(bar, shop):
    printer = shop.write(add_printer)
    (record,) = shop.read(list_printers)
    shop.write(save_printer, replace(record, drawer_pin=2))
    shop.write(open_drawer, "Cambio")
    assert said(bar) == "Abrir el cajón"
    shop.write(print_test_page, printer)
    assert said(bar) == "Abrir el cajón · 1 por imprimir"


def test_two_printers_stopped(bar, shop):
    for name in ("Mostrador", "Cocina"):
        printer = shop.write(add_printer, name)
        job = shop.write(print_test_page, printer)
        shop.write(claim)
        shop.write(finish, job, JobState.QUEUED, "no contesta")
    assert said(bar) == "2 impresoras paradas · 2 por imprimir"


def test_a_long_reason_is_cut_and_whole_in_the_tooltip(bar, shop):
    job = shop.write(print_test_page, shop.write(add_printer))
    shop.write(claim)
    shop.write(finish, job, JobState.QUEUED, "la cola la rechazó: " + "muy largo " * 15)
    assert bar.printing.text().endswith("…")
    assert "1 por imprimir" in bar.printing.toolTip()
    assert "1 por imprimir" in said(bar)
