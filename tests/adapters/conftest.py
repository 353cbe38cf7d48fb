"""Fixtures of the paper: printers that listen on this machine."""

import os
from pathlib import Path

import pytest

from tests.fakes.tcp_printer import TcpPrinter

TICKETS = Path(__file__).parent.parent / "data" / "tickets"
REGENERATE = "KIOSKIFLY_REGENERATE_TICKETS"


@pytest.fixture
def golden():
    """Compare with a file of tests/data/tickets; written anew with the variable set.

    KIOSKIFLY_REGENERATE_TICKETS=1 pytest tests/adapters/test_golden_tickets.py, then read the diff.
    """

    def compare(name, content):
        path = TICKETS / name
        if os.environ.get(REGENERATE):
            path.write_text(content, encoding="utf-8", newline="\n")
        assert content == path.read_text(encoding="utf-8"), f"{name}: see {REGENERATE}"

    return compare


@pytest.fixture
def tcp_printer():
    """Return a way to switch printers on; all are off afterwards."""
    running = []

    def switch_on(mode="ok", **options):
        running.append(TcpPrinter(mode, **options))
        return running[-1]

    yield switch_on
    for printer in running:
        printer.close()
