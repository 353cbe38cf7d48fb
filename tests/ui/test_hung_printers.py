"""Printers that hang stop neither the window nor the program's end, and no job is lost."""

import pytest
from PySide6.QtCore import QTimer

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.outbox import JobState, print_test_page, waiting_jobs
from kioskifly_desktop.core.shop_file import open_shop
from tests.factories import add_printer
from tests.fakes.tcp_printer import TcpPrinter

MODES = ("hangs", "never_reads", "no_ack")
STEPS = 100


@pytest.fixture
def devices():
    running = [TcpPrinter(mode) for mode in MODES]
    yield running
    for device in running:
        device.close()


@pytest.fixture
def program(qtbot, tmp_path):
    program = Program(tmp_path / "shop")
    qtbot.addWidget(program.window)
    program.window.show()
    qtbot.waitExposed(program.window)
    yield program
    program.close()


def queue_jobs(program, devices):
    for device in devices:
        printer = program.shop.write(add_printer, device.mode, address=device.address)
        program.shop.write(print_test_page, printer)


def states(program):
    return [job.state for job in program.shop.read(waiting_jobs)]


def test_the_window_lives_while_every_printer_hangs(qtbot, program, devices):
    ticks = {"all": 0, "sending": 0}

    def tick():
        ticks["all"] += 1
        ticks["sending"] += JobState.SENDING in states(program)

    timer = QTimer()
    timer.timeout.connect(tick)
    timer.start(10)
    queue_jobs(program, devices)
    qtbot.waitUntil(lambda: ticks["sending"] >= STEPS, timeout=20_000)
    timer.stop()
    # A window that waited for a printer would have ticked once for each of its waits.
    assert len(states(program)) == len(MODES)


def test_the_program_ends_with_its_jobs_kept(qtbot, program, devices, tmp_path):
    queue_jobs(program, devices)
    qtbot.waitUntil(lambda: JobState.SENDING in states(program))
    program.close()
    again = open_shop(tmp_path / "shop", create=False)
    with again.read() as work:
        kept = waiting_jobs(work)
    again.close()
    assert sorted(job.printer for job in kept) == sorted(MODES)
