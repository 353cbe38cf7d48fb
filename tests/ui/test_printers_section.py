"""The printers in the settings: their state, what goes where, and looking for them."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.errors import UsbSearchError
from kioskifly_desktop.core.outbox import JobState, finish, print_test_page
from kioskifly_desktop.core.printers import (
    Acknowledgement,
    Route,
    StatusReport,
    Transport,
    UsbPrinter,
    list_printers,
    list_routes,
)
from kioskifly_desktop.ui.settings.printer_dialog import PrinterDialog
from kioskifly_desktop.ui.settings.printers_section import PrintersSection
from kioskifly_desktop.ui.settings.search_dialog import SearchDialog
from tests.factories import add_printer, claim
from tests.fakes.tcp_printer import TcpPrinter


@pytest.fixture
def section(window, shop, toasts):
    result = PrintersSection(shop, toasts)
    result.setParent(window)
    result.resize(window.size())
    result.refresh()
    shop.changed.connect(result.refresh)
    result.show()
    return result


def texts(widget):
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


def test_a_card_says_what_the_printer_answers_and_what_stops_it(section, shop):
    printer = shop.write(add_printer)
    assert any(text.startswith("Sin probar") for text in texts(section))
    job = shop.write(print_test_page, printer)
    shop.write(claim)
    shop.write(finish, job, JobState.BLOCKED, "se quedó sin papel")
    assert "Se quedó sin papel · 1 por imprimir" in texts(section)


def test_routes_are_kept_at_once(section, shop):
    shop.write(add_printer, "Mostrador")
    kitchen = shop.write(add_printer, "Cocina")
    choice = section.routes.printers[DocumentKind.SALE]
    assert [choice.itemText(n) for n in range(3)] == [
        "La primera: Mostrador",
        "Mostrador",
        "Cocina",
    ]
    choice.setCurrentIndex(2)
    section.routes.ways[DocumentKind.PAYMENT].choose(False)
    routes = {route.kind: route for route in shop.read(list_routes)}
    assert routes[DocumentKind.SALE] == Route(DocumentKind.SALE, kitchen, automatic=True)
    assert routes[DocumentKind.PAYMENT] == Route(DocumentKind.PAYMENT, None, automatic=False)
    assert choice.currentText() == "Cocina"


def test_every_kind_of_paper_has_its_row(section, shop):
    shop.write(add_printer)
    shown = set(section.routes.printers)
    assert shown == {route.kind for route in shop.read(list_routes)}
    # Nothing prints these by itself, so nothing offers it.
    assert shown - set(section.routes.ways) == {DocumentKind.STATEMENT, DocumentKind.X_REPORT}


def test_a_cashier_looks_and_does_not_change(section, shop, cashier):
    shop.write(add_printer)
    shop.switch_user(cashier)
    section.refresh()
    assert not section.routes.printers[DocumentKind.SALE].isEnabled()
    assert not section.routes.ways[DocumentKind.SALE].isEnabled()
    assert section.search_button.isHidden()


def test_looking_for_printers_asks_those_of_the_shop(qtbot, section, shop, front):
    gone = TcpPrinter()
    gone.close()
    with TcpPrinter() as device:
        able = shop.write(add_printer, "Mostrador", address=device.address)
        dead = shop.write(add_printer, "Cocina", address=gone.address)
        section.search()
        dialog = front()
        assert isinstance(dialog, SearchDialog)
        qtbot.waitUntil(lambda: dialog.states[able].text().startswith("Contesta"))
        qtbot.waitUntil(lambda: dialog.states[dead].text() == "La impresora rechazó la conexión.")
    assert [(p.report, p.acknowledgement) for p in shop.read(list_printers)] == [
        (StatusReport.DLE_EOT, Acknowledgement.GS_R),
        (StatusReport.UNKNOWN, Acknowledgement.UNKNOWN),
    ]
    dialog.reject()


class OtherDevices:
    """The USB bus of another computer."""

    def __init__(self, found):
        self.found = found

    def usb_printers(self):
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def test_what_is_found_on_usb_is_added(qtbot, section, shop, front):
    shop.devices = OtherDevices([UsbPrinter("04b8:0e15", "EPSON TM-T20")])
    section.search()
    dialog = front()

    def add():
        buttons = dialog.findChildren(QPushButton)
        return next((b for b in buttons if b.accessibleName() == "Agregar"), None)

    qtbot.waitUntil(lambda: add() is not None)
    add().click()
    form = front()
    assert isinstance(form, PrinterDialog)
    assert form.name.text() == "EPSON TM-T20"
    form.save()
    (saved,) = shop.read(list_printers)
    assert (saved.transport, saved.address) == (Transport.USB, "04b8:0e15")


@pytest.mark.parametrize(
    ("found", "words"),
    [([], "No hay ninguna enchufada"), (UsbSearchError(reason="falta libusb"), "falta libusb")],
)
def test_nothing_on_usb_is_said(qtbot, section, shop, front, found, words):
    shop.devices = OtherDevices(found)
    section.search()
    dialog = front()
    qtbot.waitUntil(lambda: words in dialog.usb_state.text())
    dialog.reject()
