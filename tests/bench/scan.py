"""From the end of a scan to its line painted, with 100,000 products.

Beside it, in turns, a table of Qt's own that shows one row more: less than that nothing takes.
"""

from __future__ import annotations

import random
import time
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView

from kioskifly_desktop.app import Program
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.sale.page import SalePage
from tests.bench.big_shop import big_shop, code_of
from tests.bench.timing import compared
from tests.fakes.keyboard import press

PRODUCTS = 100_000
_ROUNDS = 600
_WARM_UP = 40
_LINES = 12
_COLUMNS = 4


class Painted(QObject):
    """Knows when a viewport was asked to paint."""

    def __init__(self, view):
        super().__init__(view)
        self.seen = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched, event):
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def until_painted(painted, act):
    """Return how many milliseconds pass until what `act` changed has been painted."""
    painted.seen = False
    start = time.perf_counter()
    act()
    while not painted.seen:
        # The paint is over when the events of this turn are.
        QCoreApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def run(folder):
    """Measure, and return the result."""
    application()
    program = Program(big_shop(folder, PRODUCTS))
    window, bare = program.window, QTableView()
    rows = QStandardItemModel(0, _COLUMNS)
    bare.setModel(rows)
    bare.resize(window.size())
    bare.show()
    window.show()
    page = window.show_page(keys.SALE)
    assert isinstance(page, SalePage)
    window.activateWindow()
    while not page.scan.hasFocus():
        QCoreApplication.processEvents()
    ours, plain = [], []
    painted, bare_painted = Painted(page.table), Painted(bare)
    numbers = random.Random(3).sample(range(PRODUCTS), _ROUNDS + _WARM_UP)
    for turn, number in enumerate(numbers):
        if turn % _LINES == 0:
            page.cart.clear()
            rows.setRowCount(0)
            QCoreApplication.processEvents()
        code = code_of(number)
        now = 10_000_000 + 10_000 * turn
        for place, character in enumerate(code):
            press(character, now + place)
        QCoreApplication.processEvents()
        before = len(page.cart.lines)
        taken = until_painted(painted, partial(press, "\r", now + len(code)))
        assert len(page.cart.lines) == before + 1, f"{code} made no line"
        row = [QStandardItem(code) for _ in range(_COLUMNS)]
        taken_bare = until_painted(bare_painted, partial(rows.appendRow, row))
        if turn >= _WARM_UP:
            ours.append(taken)
            plain.append(taken_bare)
    page.cart.clear()
    bare.close()
    program.close()
    return compared(
        ours,
        plain,
        products=PRODUCTS,
        bare_is="a bare QTableView showing one row more",
        p95_limit=20,
    )
