"""Printers that the system shows as files: serial ports and pipes, real ones."""

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from kioskifly_desktop.adapters.printers import Job, Limits, Verdict, send, status
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.printers import Acknowledgement, StatusReport, Transport
from tests.fakes.papers import RECEIPT, printer

pty = pytest.importorskip("pty", reason="needs POSIX terminals")
tty = pytest.importorskip("tty", reason="needs POSIX terminals")

SHORT = Limits(write=0.3, answer=0.3, drain=0.3, slowest=10**9, slowest_answer=10**9)
TICKET = to_bytes(RECEIPT, printer())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_that_takes_nothing_was_sent_nothing():
    sent = send(printer("/dev/full", Transport.FILE), Job(TICKET))
    assert (sent.verdict, sent.reason) == (Verdict.NOT_SENT, "no queda lugar en el disco")


def test_a_pipe_that_nobody_reads_does_not_hang(tmp_path):
    pipe = tmp_path / "impresora"
    os.mkfifo(pipe)
    assert send(printer(str(pipe), Transport.FILE), Job(TICKET)).verdict is Verdict.NOT_SENT
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        sent = send(printer(str(pipe), Transport.FILE), Job(TICKET))
        assert sent.verdict is Verdict.SENT
        assert os.read(reader, 65_536) == TICKET
        sent = send(printer(str(pipe), Transport.FILE), Job(TICKET * 200), SHORT)
        assert sent.verdict is Verdict.UNCERTAIN
    finally:
        os.close(reader)


@pytest.fixture
def port():
    """A serial port with its other end in hand."""
    try:
        there, here = pty.openpty()
    except OSError as error:
        pytest.skip(f"this system gives no terminals: {error}")
    tty.setraw(here)
    tty.setraw(there)
    yield there, os.ttyname(here)
    os.close(there)
    os.close(here)


def test_a_serial_printer_prints(port):
    there, name = port
    received = bytearray()

    def read():
        while not received.endswith(b"\x1dr\x01"):
            received.extend(os.read(there, 4096))
        os.write(there, b"\x00")

    reader = threading.Thread(target=read)
    reader.start()
    sent = send(printer(f"{name}@9600", Transport.SERIAL), Job(TICKET))
    reader.join(5)
    assert sent.verdict is Verdict.PRINTED
    assert bytes(received).removeprefix(status.ask(1)).startswith(TICKET)


def test_a_stuck_serial_printer_is_uncertain_in_bounded_time(port):
    _, name = port
    sent = send(printer(f"{name}@9600", Transport.SERIAL), Job(TICKET * 50), SHORT)
    assert sent.verdict is Verdict.UNCERTAIN


@pytest.mark.parametrize(
    ("report", "verdict"),
    [(StatusReport.UNKNOWN, Verdict.NOT_SENT), (StatusReport.NONE, Verdict.UNCERTAIN)],
)
def test_a_serial_write_that_times_out_may_have_printed(port, report, verdict):
    _, name = port
    filler = os.open(name, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        with suppress(BlockingIOError):
            while True:
                os.write(filler, b"x")
        sent = send(printer(f"{name}@9600", Transport.SERIAL), Job(TICKET, report=report), SHORT)
    finally:
        os.close(filler)
    assert sent.verdict is verdict


def test_a_serial_port_that_is_not_there_was_sent_nothing():
    sent = send(printer("/dev/ttyNADA@9600", Transport.SERIAL), Job(TICKET))
    assert (sent.verdict, sent.reason) == (Verdict.NOT_SENT, "no existe")


def test_a_serial_printer_may_be_as_slow_as_its_port(port, monkeypatch):
    _, name = port
    spare = []

    def write(device, piece):  # a real port is ready again once nearly all of it has left
        spare.append(device.write_timeout - len(piece) * 10 / device.baudrate)
        return len(piece)

    monkeypatch.setattr("serial.Serial.write", write)
    one_way = Job(b"x" * 3000, report=StatusReport.NONE, acknowledgement=Acknowledgement.NONE)
    sent = send(printer(f"{name}@9600", Transport.SERIAL), one_way)
    assert (sent.verdict, sent.sent) == (Verdict.SENT, 3000)
    assert min(spare) > 0
