"""The table of a million clients painted anew, and one of Qt's own with as many cells in sight."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from kioskifly_desktop.app import Program
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from tests.bench.million import million
from tests.bench.timing import compared

CLIENTS = 1_000_000
_ROUNDS, _WARM_UP, _SEEN = 200, 10, 100


def run(folder):
    """Measure a repaint of all that is seen."""
    application()
    program = Program(million(folder, CLIENTS))
    program.window.show()
    page = program.window.show_page(keys.CLIENTS)
    assert isinstance(page, ClientsPage)
    table, bare = page.table, QTableView()
    # What isn't seen isn't painted, however many rows there are.
    rows = QStandardItemModel()
    for _ in range(_SEEN):
        rows.appendRow([QStandardItem("Marta Benítez") for _ in range(page.model.columnCount())])
    bare.setModel(rows)
    bare.verticalHeader().setDefaultSectionSize(table.rowHeight(0))
    bare.resize(table.size())
    bare.show()
    for _ in range(20):
        QCoreApplication.processEvents()
    ours, plain = [], []
    for turn in range(_WARM_UP + _ROUNDS):
        taken, taken_bare = _repainted(table), _repainted(bare)
        if turn >= _WARM_UP:
            ours.append(taken)
            plain.append(taken_bare)
    bare.close()
    program.close()
    return compared(
        ours, plain, bare_is="a QTableView with a model of Qt's", clients=CLIENTS, ratio_limit=2
    )


def _repainted(table):
    start = time.perf_counter()
    table.viewport().repaint()
    return (time.perf_counter() - start) * 1000
