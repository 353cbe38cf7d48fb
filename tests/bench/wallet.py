"""A wallet of a million movements beside one of a hundred; its dialog beside an empty one."""

from __future__ import annotations

import random
from contextlib import closing
from time import perf_counter

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QTableView, QVBoxLayout

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.wallet import history, wallet_summary
from kioskifly_desktop.ui.application import application
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.bench.many_clients import many_clients
from tests.bench.scan import Painted
from tests.bench.timing import compared

MANY, FEW = 1_000_000, 100
_ROUNDS, _PAGE, _DIALOGS, _WARM_UP = 300, 50, 40, 5
_CLIENT = 1
_VISIBLE_ROWS, _COLUMNS = 6, 6


def first_page(folder):
    """Measure what the first look reads: the account at a glance and its newest movements."""

    def look(work):
        wallet_summary(work, _CLIENT)
        history(work, _CLIENT, limit=_PAGE)

    return _beside_few(folder, look, "the same, of 100 movements", 1.2)


def deep_page(folder):
    """Measure a page anywhere beside the first one of the same wallet."""
    rng = random.Random(2)
    with closing(open_shop(_wallet(folder, MANY), create=False)) as shop, shop.read() as work:
        newest = history(work, _CLIENT, limit=1)[0].posting_id
        ours, plain = [], []
        for _ in range(_ROUNDS):
            before = rng.randint(_PAGE * 4, newest)
            ours.append(_taken(history, work, _CLIENT, before=before, limit=_PAGE))
            plain.append(_taken(history, work, _CLIENT, limit=_PAGE))
    return compared(ours, plain, bare_is="its first page", movements=MANY, ratio_limit=1.5)


def dialog(folder):
    """Measure from the key to the dialog painted."""
    application()
    program = Program(_wallet(folder, FEW))
    window = program.window
    window.show()
    ours, plain = [], []
    for turn in range(_WARM_UP + _DIALOGS):
        taken = _shown(lambda: WalletDialog(program.shop, _CLIENT, window.toasts, window))
        bare = _shown(lambda: _Empty(window))
        if turn >= _WARM_UP:
            ours.append(taken)
            plain.append(bare)
    program.close()
    return compared(ours, plain, bare_is="a QDialog with a table of Qt's", ratio_limit=2)


class _Empty(QDialog):
    """A dialog of the same size with a table of as many rows as are seen."""

    def __init__(self, parent):
        super().__init__(parent)
        rows = QStandardItemModel(_VISIBLE_ROWS, _COLUMNS)
        for row in range(_VISIBLE_ROWS):
            for column in range(_COLUMNS):
                rows.setItem(row, column, QStandardItem("Compra a cuenta 123"))
        self.table = QTableView()
        self.table.setModel(rows)
        rows.setParent(self.table)
        QVBoxLayout(self).addWidget(self.table)
        self.resize(1040, 744)


def _shown(make):
    """Return how many milliseconds pass until a dialog that is made has been painted."""
    start = perf_counter()
    dialog = make()
    dialog.open()
    painted = Painted(dialog.findChild(QTableView))
    while not painted.seen:
        QCoreApplication.processEvents()
    taken = (perf_counter() - start) * 1000
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.processEvents()
    return taken


def _beside_few(folder, look, bare_is, limit):
    ours, plain = [], []
    with (
        closing(open_shop(_wallet(folder, MANY), create=False)) as many,
        closing(open_shop(_wallet(folder, FEW), create=False)) as few,
        many.read() as of_many,
        few.read() as of_few,
    ):
        for _ in range(_ROUNDS):
            ours.append(_taken(look, of_many))
            plain.append(_taken(look, of_few))
    return compared(ours, plain, bare_is=bare_is, movements=MANY, ratio_limit=limit)


def _taken(act, *arguments, **options):
    start = perf_counter()
    act(*arguments, **options)
    return (perf_counter() - start) * 1000


def _wallet(folder, movements):
    """Return a shop whose one client pays now and then all that is owed."""
    return many_clients(folder, 1, movements, settles=True)
