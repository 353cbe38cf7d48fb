"""The longest time that the window does not answer, at work and under faults: a 20 ms heartbeat.

The acts are those of the soak, by keyboard; each is done to its end with the beat going on.
"""

from __future__ import annotations

import gc
import shutil
import sqlite3
import sys
import threading
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.outbox import change_printer, enqueue
from kioskifly_desktop.core.printers import Transport, list_printers, save_printer
from kioskifly_desktop.core.wallet import StatementScope, statement
from kioskifly_desktop.demo import create_demo_shop
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.pages import load_pages
from kioskifly_desktop.ui.printing.preview_dialog import PreviewDialog
from tests.bench.many_clients import many_clients
from tests.busy_shop import BusyShop, furnish, pause
from tests.fakes.tcp_printer import TcpPrinter
from tests.heartbeat import Heartbeat

_ROUNDS = 6
_LONG = 10_000
_HUGE = 1_000_000
_LIMIT = 50.0
_LOADING_MS = 1500


class Watch:
    """Does acts with the beat going on, and keeps the longest stall of each."""

    def __init__(self):
        self.stalls = defaultdict(list)
        self._beat = Heartbeat()

    def over(self, name, act, settle_ms=60):
        """Do something and note the longest stall from its beginning until all is quiet."""
        self._beat.start()
        result = act()
        pause(settle_ms)
        self.stalls[name].append(self._beat.stop())
        return result


def _normal_work(busy, watch, prefix=""):
    for act in busy.acts:
        for turn in range(_ROUNDS):
            # The first time of each loads and builds: it is told apart.
            name = f"{prefix}{act.__name__}" + ("" if turn else ", the first time")
            watch.over(name, act)


def _long_statement(busy, watch, client_id):
    """Show, turn and print the statement of a client of 10,000 movements."""
    shop, window = busy.shop, busy.window
    wallet = watch.over("wallet of 10,000 movements", lambda: _wallet_of(busy, client_id))
    watch.over("its statement, shown", lambda: (wallet.papers.show_all(), _preview(busy)))
    preview = _preview(busy)
    pause(1500)
    watch.over("its statement, at another width", lambda: (_other_width(preview), pause(3000)))
    watch.over("its statement, printed", lambda: (preview.print_button.click(), pause(4000)))
    for _ in range(3):
        _leave()
    (printer, *_rest) = shop.read(list_printers)
    shop.write(
        save_printer, replace(printer, address=str(Path(printer.address).parent / "no" / "x"))
    )
    for _ in range(3):
        document = shop.read(statement, client_id, StatementScope.ALL, None)
        shop.write(enqueue, document)
    shop.note_change()
    watch.over(
        "change of a printer with 3 of those waiting",
        lambda: (shop.write(change_printer, printer), pause(6000)),
    )
    assert window.isVisible()


def _leave():
    front = QApplication.activeModalWidget()
    if isinstance(front, QDialog):
        front.reject()
        pause(20)


def _other_width(preview):
    preview.columns.choose(32)
    preview.columns.chosen.emit(32)


def _preview(busy):
    return busy.front(PreviewDialog)


def _wallet_of(busy, client_id):
    page = busy.go("clients")
    row = next(
        row for row in busy.shop.read(list_clients, ClientQuery(), limit=-1) if row.id == client_id
    )
    page.open_wallet(row)
    pause(20)
    return QApplication.activeModalWidget()


def _faults(busy, watch):
    """A printer that hangs, a slow disk (another process holds the file), one that is gone."""
    shop = busy.shop
    (printer, *_rest) = shop.read(list_printers)
    with TcpPrinter("never_reads") as dead:
        shop.write(save_printer, replace(printer, transport=Transport.TCP, address=dead.address))
        for _ in range(_ROUNDS):
            watch.over("a sale with a printer that hangs", busy.sell)
    shop.write(save_printer, printer)
    other = sqlite3.connect(shop.database.path, isolation_level=None, check_same_thread=False)
    for _ in range(_ROUNDS):
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
        timer.start()
        watch.over("a sale while another program holds the file 0.3 s", busy.sell)
        timer.join()
    other.close()


def measure(folder, *, huge=False):
    """Return the longest stalls of each act, in milliseconds."""
    shop_folder = folder / "stalls-shop"
    shutil.rmtree(shop_folder, ignore_errors=True)
    create_demo_shop(shop_folder, clients=150, months=2)
    application()
    watch = Watch()
    gc.freeze()  # as a start does
    program = Program(shop_folder)
    program.window.show()
    load_pages(program.window)
    pause(_LOADING_MS)
    furnish(program.shop, shop_folder / "paper.bin")
    busy = BusyShop(program)
    busy.open_drawer()
    _normal_work(busy, watch)
    _faults(busy, watch)
    program.close()
    program.window.deleteLater()
    shop_folder = folder / "stalls-long"
    shutil.rmtree(shop_folder, ignore_errors=True)
    shutil.copytree(many_clients(folder, 1, _LONG), shop_folder)
    program = Program(shop_folder)
    program.window.show()
    furnish(program.shop, shop_folder / "paper.bin")
    _long_statement(BusyShop(program), watch, 1)
    program.close()
    program.window.deleteLater()
    if huge:
        made = many_clients(folder, 1, _HUGE)
        program = Program(made)
        program.window.show()
        busy = BusyShop(program)
        for _ in range(_ROUNDS):
            watch.over("wallet of 1,000,000 movements", lambda: _wallet_of(busy, 1))
            _leave()
        program.close()
    return watch.stalls


def table(stalls):
    """Return the stalls as lines of text, the longest first."""
    lines = [f"{'longest time without an answer (ms)':58}{'median':>8}{'worst':>8}"]
    for name, times in sorted(stalls.items(), key=lambda item: -max(item[1])):
        ordered = sorted(times)
        verdict = "" if ordered[-1] < _LIMIT else "  over 50"
        lines.append(f"{name:58}{ordered[len(ordered) // 2]:8.1f}{ordered[-1]:8.1f}{verdict}")
    return "\n".join(lines)


if __name__ == "__main__":
    started = time.monotonic()
    place = Path(sys.argv[1])
    place.mkdir(parents=True, exist_ok=True)
    print(table(measure(place, huge="huge" in sys.argv[2:])))
    print(f"{time.monotonic() - started:.0f} s")
