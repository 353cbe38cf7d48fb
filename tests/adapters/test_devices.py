"""Looking for printers, and asking them without printing."""

import errno
import os
import sys
import threading
from contextlib import suppress

import pytest
import usb.core

from kioskifly_desktop.adapters.devices import SystemDevices
from kioskifly_desktop.adapters.printers import Job, Verdict, find, probe, send
from kioskifly_desktop.core.errors import UsbSearchError
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.printers import Acknowledgement, StatusReport, Transport, UsbPrinter
from tests.fakes.papers import RECEIPT, printer
from tests.fakes.usb_bus import Bus, Gadget

TICKET = to_bytes(RECEIPT, printer())
KEYBOARD, PRINTER, OTHER = 3, 7, 255


def test_only_printers_are_found_on_usb():
    bus = Bus(
        Gadget(0x04B8, 0x0E15, PRINTER, "TM-T20\x07II"),
        Gadget(0x046D, 0xC31C, KEYBOARD, "Teclado"),
        Gadget(0x0416, 0x5011, OTHER, "POS58"),
        Gadget(0x1234, 0x5678, OTHER, "Pendrive"),
    )
    assert find.usb_printers(bus) == [
        UsbPrinter("04b8:0e15", "TM-T20II"),
        UsbPrinter("0416:5011", "POS58"),
    ]


def test_a_printer_that_may_not_be_opened_is_listed_by_its_number():
    bus = Bus(Gadget(0x04B8, 0x0E15, PRINTER, "TM-T20", opens=False))
    assert find.usb_printers(bus) == [UsbPrinter("04b8:0e15", "04b8:0e15")]


def test_a_bus_that_cannot_be_read_is_a_sentence():
    class Broken(Bus):
        def enumerate_devices(self):
            raise usb.core.USBError(os.strerror(errno.EIO), errno=errno.EIO)

    with pytest.raises(UsbSearchError, match="no deja leer"):
        find.usb_printers(Broken())


def test_a_printer_that_reports_and_never_confirms_is_known_at_once(tcp_printer):
    device = tcp_printer("no_ack")
    answer = SystemDevices().probe(printer(device.address))
    assert not answer.trouble
    assert (answer.report, answer.acknowledgement) == (StatusReport.DLE_EOT, Acknowledgement.NONE)
    assert bytes(device.paper) == b"\x1b@"


def test_a_file_is_looked_at_and_not_written(tmp_path):
    path = tmp_path / "papel.bin"
    devices = SystemDevices()
    assert not devices.probe(printer(str(path), Transport.FILE)).trouble
    assert not path.exists()
    gone = devices.probe(printer(str(tmp_path / "no" / "papel.bin"), Transport.FILE))
    assert gone.trouble


def test_a_queue_is_asked_for_and_given_nothing():
    answer = SystemDevices().probe(printer("no-hay-tal-cola", Transport.QUEUE))
    assert answer.trouble == "no existe la cola «no-hay-tal-cola»"


def test_a_printer_at_work_is_not_asked(tcp_printer):
    device = tcp_printer(paper_after=10)
    stop = threading.Event()
    stopped = threading.Event()
    job = Job(TICKET, waiting=lambda _: stopped.set(), stop=stop)
    verdicts = []
    thread = threading.Thread(
        target=lambda: verdicts.append(send(printer(device.address), job).verdict)
    )
    thread.start()
    assert stopped.wait(20)
    assert probe(printer(device.address)).reason.startswith("está imprimiendo")
    device.reload()
    thread.join(20)
    assert verdicts == [Verdict.PRINTED]
    assert device.copies == 1


_reached: list[object] = []
_watching = threading.Event()


def _watch(event, arguments):
    if event == "socket.connect" and _watching.is_set():
        _reached.append(arguments[1])


sys.addaudithook(_watch)


def test_nothing_but_the_address_is_looked_at(tcp_printer):
    device = tcp_printer()
    devices = SystemDevices()
    _watching.set()
    try:
        devices.probe(printer(device.address))
        with suppress(UsbSearchError):  # where libusb is missing
            devices.usb_printers()
        devices.queues()
    finally:
        _watching.clear()
    assert _reached == [("127.0.0.1", device.port)]
