"""Printers that hang stop neither the window nor the program's end, and no job is lost."""

from collections import Counter

import pytest
from PySide6.QtCore import QTimer

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.outbox import JobState, print_test_page, waiting_jobs
from kioskifly_desktop.core.shop_file import open_shop
from tests.factories import add_printer
from tests.fakes.tcp_printer import TcpPrinter

MODES = ("hangs", "never_reads", "no_ack")
STEPS = 20


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


def jobs(program):
    return program.shop.read(waiting_jobs)


def sending(program):
    return [job.printer for job in jobs(program) if job.state is JobState.SENDING]


def test_the_window_lives_while_every_printer_hangs(qtbot, program, devices):
    ticks: Counter[str] = Counter()
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.update(sending(program)))
    timer.start(10)
    queue_jobs(program, devices)
    qtbot.waitUntil(lambda: set(ticks) == set(MODES), timeout=20_000)
    # One attempt on each of these takes seconds. Were the window waiting with it, it would tick
    # once before and once after.
    quick = {"hangs", "never_reads"}
    qtbot.waitUntil(lambda: not quick & set(sending(program)), timeout=30_000)
    timer.stop()
    assert min(ticks.values()) >= STEPS, ticks


def test_the_program_ends_with_its_jobs_kept(qtbot, program, devices, tmp_path):
    queue_jobs(program, devices)
    qtbot.waitUntil(lambda: bool(sending(program)))
    program.close()
    again = open_shop(tmp_path / "shop", create=False)
    with again.read() as work:
        kept = waiting_jobs(work)
    again.close()
    assert sorted(job.printer for job in kept) == sorted(MODES)
