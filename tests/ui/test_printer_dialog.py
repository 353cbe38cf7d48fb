"""The form of a printer, with printers that answer and printers that don't."""

import pytest
from PySide6.QtWidgets import QComboBox
from shiboken6 import isValid

from kioskifly_desktop.core.printers import (
    PRESETS,
    Acknowledgement,
    Printer,
    StatusReport,
    Transport,
    UsbPrinter,
    learn,
    list_printers,
    save_printer,
)
from kioskifly_desktop.ui.settings.printer_dialog import PrinterDialog
from tests.fakes.tcp_printer import TcpPrinter

PRESET_NAMES = [preset.name for preset in PRESETS]


@pytest.fixture
def dialog(window, shop, toasts):
    result = PrinterDialog(shop, toasts, window)
    result.open()
    yield result
    if isValid(result):  # else it was saved and is gone
        result.reject()


def write_host(dialog, text):
    dialog.addresses.parts[Transport.TCP][0].setText(text)


def aim(dialog, device):
    write_host(dialog, "127.0.0.1")
    dialog.addresses.parts[Transport.TCP][1].setText(str(device.port))


def probe(qtbot, dialog):
    dialog.strip.button.click()
    assert not dialog.strip.button.isEnabled()
    assert dialog.strip.word.text() == "Probando…"
    qtbot.waitUntil(dialog.strip.button.isEnabled, timeout=20_000)


@pytest.mark.parametrize("preset", PRESETS, ids=PRESET_NAMES)
def test_a_model_fills_the_paper(dialog, shop, preset):
    dialog.preset.setCurrentText(preset.name)
    dialog.preset.activated.emit(dialog.preset.currentIndex())
    assert dialog.preset.currentText() == preset.name
    dialog.name.setText("Ticketera")
    write_host(dialog, "192.168.0.50")
    dialog.save()
    (saved,) = shop.read(list_printers)
    assert (saved.columns, saved.has_cutter, saved.native_qr) == (
        preset.columns,
        preset.has_cutter,
        preset.native_qr,
    )
    assert (saved.code_page, saved.code_page_number) == (preset.code_page, preset.code_page_number)


def test_the_model_is_a_common_one_until_its_values_are_changed(dialog):
    assert dialog.preset.currentText() == "80 mm genérica, 48 columnas"
    dialog.code_page_number.setText("77")
    assert dialog.preset.currentData() is None
    dialog.code_page_number.setText("19")
    assert dialog.preset.currentText() == "80 mm genérica, 48 columnas"


def test_copies_drawer_and_qr_are_kept(window, shop, toasts):
    record = Printer(0, "Caja", Transport.FILE, "/tmp/x", copies=3, drawer_pin=5, native_qr=True)
    shop.write(save_printer, record)
    (stored,) = shop.read(list_printers)
    dialog = PrinterDialog(shop, toasts, window, stored)
    dialog.open()
    assert dialog._record() == stored
    dialog.copies.setCurrentIndex(1)
    dialog.drawer_pin.setCurrentIndex(1)
    dialog.native_qr.setChecked(False)
    dialog.save()
    (saved,) = shop.read(list_printers)
    assert (saved.copies, saved.drawer_pin, saved.native_qr) == (2, 2, False)


@pytest.mark.parametrize(
    ("mode", "word", "learnt"),
    [
        ("ok", "Contesta", (StatusReport.DLE_EOT, Acknowledgement.GS_R)),
        ("no_ack", "Contesta", (StatusReport.DLE_EOT, Acknowledgement.NONE)),
        ("silent", "No contesta", (StatusReport.NONE, Acknowledgement.NONE)),
    ],
)
def test_the_connection_is_tried_and_what_was_learnt_is_kept(
    qtbot, dialog, shop, mode, word, learnt
):
    with TcpPrinter(mode) as device:
        dialog.name.setText("Ticketera")
        assert dialog.strip.word.text() == "Sin probar"
        aim(dialog, device)
        probe(qtbot, dialog)
        assert dialog.strip.word.text() == word
        dialog.save()
        assert b"".join(bytes(job) for job in device.jobs).replace(b"\x1dr\x01", b"") == b"\x1b@"
    (saved,) = shop.read(list_printers)
    assert (saved.report, saved.acknowledgement) == learnt


def test_a_printer_without_paper_says_so(qtbot, dialog):
    with TcpPrinter(paper_after=0) as device:
        aim(dialog, device)
        probe(qtbot, dialog)
    assert dialog.strip.word.text() == "Contesta"
    assert dialog.strip.sentence.text() == "Se quedó sin papel."


def test_without_an_address_there_is_nothing_to_try(dialog):
    assert not dialog.strip.button.isEnabled()
    write_host(dialog, "192.168.0.50")
    assert dialog.strip.button.isEnabled()


def test_a_printer_that_is_off_teaches_nothing(qtbot, dialog):
    device = TcpPrinter()
    device.close()
    aim(dialog, device)
    probe(qtbot, dialog)
    assert dialog.strip.word.text() == "No se pudo probar"
    assert dialog.strip.sentence.text() == "La impresora rechazó la conexión."
    assert dialog._record().report is StatusReport.UNKNOWN


def test_what_was_learnt_is_of_that_address(window, shop, toasts):
    record = Printer(
        0,
        "Ticketera",
        Transport.TCP,
        "192.168.0.50:9100",
        report=StatusReport.DLE_EOT,
        acknowledgement=Acknowledgement.GS_R,
    )
    shop.write(save_printer, record)
    dialog = PrinterDialog(shop, toasts, window, shop.read(list_printers)[0])
    dialog.open()
    assert dialog.strip.word.text() == "Contesta"
    write_host(dialog, "192.168.0.51")
    assert dialog.strip.word.text() == "Sin probar"
    dialog.save()
    (saved,) = shop.read(list_printers)
    assert (saved.report, saved.acknowledgement) == ("unknown", "unknown")


def test_saving_does_not_forget_what_a_job_taught_meanwhile(window, shop, toasts, printer):
    dialog = PrinterDialog(shop, toasts, window, shop.read(list_printers)[0])
    dialog.open()
    shop.write(learn, printer, StatusReport.DLE_EOT, Acknowledgement.GS_R, paper_low=True)
    dialog.name.setText("Otra")
    dialog.save()
    (saved,) = shop.read(list_printers)
    assert (saved.name, saved.report, saved.paper_low) == ("Otra", StatusReport.DLE_EOT, True)


def test_an_address_changed_during_the_try_keeps_nothing_of_it(qtbot, dialog):
    with TcpPrinter("late", delay=0.2) as device:
        aim(dialog, device)
        dialog.strip.button.click()
        write_host(dialog, "192.168.0.50")
        qtbot.waitUntil(dialog.strip.button.isEnabled, timeout=20_000)
    assert dialog.strip.word.text() == "Sin probar"
    assert dialog._record().report is StatusReport.UNKNOWN


def test_a_form_closed_during_the_try_hears_no_more(qtbot, window, shop, toasts):
    with TcpPrinter("silent") as device:
        dialog = PrinterDialog(shop, toasts, window)
        dialog.open()
        aim(dialog, device)
        dialog.strip.button.click()
        with qtbot.waitSignal(dialog.destroyed):
            dialog.reject()
        qtbot.waitUntil(lambda: bool(device.jobs))
    assert shop.read(list_printers) == []


def choose(dialog, transport):
    dialog.transport.setCurrentIndex(dialog.transport.findData(transport))


class OtherDevices:
    """Devices of another computer: what its system lists."""

    def __init__(self, usb=(), queues=()):
        self.usb, self.names = usb, queues

    def usb_printers(self):
        return self.usb

    def queues(self):
        return self.names


def test_usb_printers_are_listed_to_choose(qtbot, dialog, shop):
    shop.devices = OtherDevices([UsbPrinter("04b8:0e15", "EPSON TM-T20"), UsbPrinter("1:2", "B")])
    choose(dialog, Transport.USB)
    combo = dialog.addresses.parts[Transport.USB][0]
    assert isinstance(combo, QComboBox)
    qtbot.waitUntil(lambda: combo.count() == 2)
    assert combo.currentText() == "EPSON TM-T20 · 04b8:0e15"
    assert dialog._record().address == "04b8:0e15"


def test_queues_are_listed_and_one_can_be_written(qtbot, dialog, shop):
    shop.devices = OtherDevices(queues=["Ticketera", "Laser"])
    choose(dialog, Transport.QUEUE)
    combo = dialog.addresses.parts[Transport.QUEUE][0]
    qtbot.waitUntil(lambda: combo.count() == 2)
    combo.setCurrentText("Laser")
    assert dialog._record().address == "Laser"
    combo.setCurrentText("Cocina")
    assert dialog._record().address == "Cocina"
    shop.devices = OtherDevices()
    dialog.addresses.search_buttons[Transport.QUEUE].click()
    qtbot.waitUntil(lambda: combo.count() == 0)
    assert dialog._record().address == "Cocina"
    assert "no tiene ninguna cola" in dialog.addresses.fields[Transport.QUEUE].message.text()


def test_the_form_fits_a_small_screen(dialog):
    assert dialog.height() <= 768 - 16
    assert dialog.scroller.verticalScrollBar().maximum() == 0
