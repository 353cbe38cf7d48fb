"""What is opened and closed all day leaves nothing in memory, however often."""

import ctypes
import gc
import random
import sys
import weakref

import pytest
from PySide6.QtCore import SIGNAL, QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

from kioskifly_desktop.core.sales import SaleLineRequest
from kioskifly_desktop.ui.catalog.products_page import ProductsPage
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.scan_field import ScanField
from kioskifly_desktop.ui.widgets.dialog import Dialog
from kioskifly_desktop.ui.widgets.search_edit import SearchEdit
from tests.factories import DRAWER, make_client, make_product

pytestmark = pytest.mark.no_qt_log  # it keeps what Qt says of each window
_TIMES = 8
_LEFT = 0.5
"""Blocks of memory for each time. What leaks, leaks at least one each time."""


def blocks():
    """Return how many blocks of memory Python's objects hold, once what is closed is gone."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    # Python keeps there the names that Qt asks for, some thousands of them.
    sys._clear_type_cache()
    # Weak references to what is gone are swept away from time to time, not at once.
    weak = sum(type(each) is weakref.ReferenceType for each in gc.get_objects())
    return sys.getallocatedblocks() - weak


class _Malloc(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in ("arena", "", "", "", "mapped", "", "", "used", "free", "top")
    )


def native_bytes():
    """Return how many bytes of memory are in use, without those of Python's small objects."""
    blocks()
    mallinfo = ctypes.CDLL(None).mallinfo2
    mallinfo.restype = _Malloc
    now = mallinfo()
    return now.used + now.mapped


def left_by(act):
    """Return how many blocks an act leaves each time, once the caches it fills are full."""
    rounds = []
    for _ in range(3):
        before = blocks()
        for _ in range(_TIMES):
            act()
        rounds.append((blocks() - before) / _TIMES)
    return min(rounds)


def close_front(kind):
    front = QApplication.activeModalWidget()
    assert isinstance(front, kind)
    QApplication.processEvents()
    front.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def client(shop):
    return shop.write(make_client, "Marta Benítez", debt_limit=1_000_00)


def test_a_wallet(qtbot, shop, toasts, client):
    page = ClientsPage(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    (row,) = page.model.rows
    assert row.id == client

    def act():
        page.open_wallet(row)
        close_front(object)

    assert left_by(act) < _LEFT


def test_a_profile(qtbot, shop, toasts, client):
    page = ClientsPage(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    (row,) = page.model.rows
    assert row.id == client

    def act():
        page.show_page(row)
        close_front(object)

    assert left_by(act) < _LEFT


def test_a_charge(shop, toasts, window, client):
    goods = shop.write(make_product, "Yerba", price=750_00, tracks_stock=False)
    lines = (SaleLineRequest(goods, 1000),)

    def act():
        ChargeDialog(
            shop, toasts, window, lines=lines, total=750_00, client_id=client, drawer_id=DRAWER
        ).open()
        close_front(ChargeDialog)

    assert left_by(act) < _LEFT


def test_the_choice_of_a_client(shop, toasts, window, client):
    def act():
        ClientPicker(shop, toasts, window).open()
        close_front(ClientPicker)

    assert left_by(act) < _LEFT


def test_a_product(qtbot, shop, toasts):
    shop.write(make_product, "Yerba", price=750_00)
    page = ProductsPage(shop, toasts)
    qtbot.addWidget(page)
    page.show()
    (row,) = page.model.rows

    def act():
        page.edit(row)
        close_front(object)

    assert left_by(act) < _LEFT


def test_a_notice(toasts):
    def act():
        toasts.show("Venta 1")
        toasts.dismiss()

    assert left_by(act) < _LEFT


def test_what_was_searched_for_is_not_kept_to_be_undone(qtbot, window):
    line = SearchEdit("Buscar", "Buscar")
    line.setParent(window)
    line.show()
    qtbot.keyClicks(line, "Marta")
    assert line.isUndoAvailable()
    line.clear()
    assert not line.isUndoAvailable()


def test_what_was_scanned_is_not_kept_to_be_undone(qtbot, shop, window):
    line = ScanField(shop, window)
    line.setParent(window)
    line.show()
    qtbot.keyClicks(line, "7790895000")
    assert line.isUndoAvailable()
    line.clear()
    assert not line.isUndoAvailable()


def test_the_cross_of_a_search_is_connected_to_its_button_once(qtbot, window):
    line = SearchEdit("Buscar", "Buscar")
    line.setParent(window)
    line.show()
    connected = set()
    for _ in range(5):
        line.setText("Marta")
        (cross,) = [each for each in line.actions() if each.text() == "Borrar la búsqueda"]
        connected.add(cross.receivers(SIGNAL("changed()")))
        cross.trigger()
        qtbot.waitUntil(lambda: not line.text())
    assert len(connected) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="asks the C library of Linux")
def test_the_style_of_the_parts_of_a_dialog(window):
    chance = random.Random(7)
    others = []

    def act():
        dialog = Dialog(window, "Tabla")
        dialog.body.addWidget(QTableView())
        choice = QComboBox()
        choice.addItems(["Efectivo", "Débito"])
        dialog.body.addWidget(choice)
        dialog.open()
        close_front(Dialog)
        # The next one is not at the same address: what is kept for an address is kept once.
        others.append([QObject() for _ in range(chance.randrange(40))])
        del others[:-40]

    for _ in range(60):
        act()
    others.clear()
    before = native_bytes()
    for _ in range(60):
        act()
    others.clear()
    assert (native_bytes() - before) / 60 < 500
