"""A shop at work for as long as wanted: real widgets, by keyboard, one act after another."""

from __future__ import annotations

import random
import time

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from stdnum import ean

from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.reports import ReportName
from kioskifly_desktop.core.sales import list_parked
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import make_product
from tests.fakes.hands import ALT, CONTROL, Hands, Key

CODES = tuple(body + ean.calc_check_digit(body) for body in ("779900000001", "779900000002"))
_PATIENCE = 20.0


class Patience:
    """Waits as pytest-qt does, where there is no test."""

    def waitUntil(self, reached):  # noqa: N802 - the name pytest-qt gave it
        deadline = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > deadline:
                message = "the screen did not come to where it should"
                raise TimeoutError(message)
            pause(2)


class _Nap(QEventLoop):
    """Connected to nothing: a connection to Qt's own `quit` leaves its name in memory each time."""

    def timerEvent(self, _event):  # noqa: N802 - the name Qt gave it
        self.quit()


def pause(milliseconds):
    """Let the window work so long; other threads go on meanwhile."""
    loop = _Nap()
    timer = loop.startTimer(milliseconds)
    loop.exec()
    loop.killTimer(timer)


def furnish(shop, paper):
    """Put on the shelves what is scanned, and a printer that writes to a file."""
    for number, code in enumerate(CODES):
        shop.write(
            make_product, f"Golosina {number}", price=850_00, barcodes=(code,), tracks_stock=False
        )
    shop.write(save_printer, Printer(0, "Ticketera", Transport.FILE, str(paper), columns=42))


class BusyShop(Hands):
    """Does the acts of a day at random, each to its end."""

    def __init__(self, program, seed=7):
        super().__init__(Patience(), program.window)
        self.shop = program.shop
        self.random = random.Random(seed)
        self.names = [row.name for row in self.shop.read(list_clients, ClientQuery(), limit=50)]
        self.done = 0
        self.acts = {
            self.search: 4,
            self.look_at_wallet: 4,
            self.pay: 3,
            self.sell: 6,
            self.sell_on_account: 3,
            self.park_and_take: 2,
            self.look_at_report: 2,
            self.look_at_page: 2,
            self.look_at_settings: 2,
            self.lock: 1,
        }

    def act(self):
        """Do one act of the day and return its name."""
        chosen = self.random.choices(tuple(self.acts), tuple(self.acts.values()))[0]
        chosen()
        self.done += 1
        return chosen.__name__

    def go(self, page_id):
        """Go to a page by its key."""
        number = 1 + list(self.window.rail.buttons).index(page_id)
        self.key(getattr(Key, f"Key_{number}"), ALT)
        page = self.window.pages[page_id]
        self.qtbot.waitUntil(page.isVisible)
        pause(1)
        return page

    def open_drawer(self):
        """Begin the session of the drawer, as a day begins."""
        self.at_sale()
        self.key(Key.Key_F12)
        self.front(OpenSessionDialog)
        self.type("20000\r")
        self.at_sale()

    def at_sale(self):
        """Return to where sales begin."""
        page = self.go(keys.SALE)
        self.back_at(page.scan)
        return page

    def clients(self, name):
        """Find a client by some letters of the name, key by key."""
        page = self.go(keys.CLIENTS)
        page.search.clear()
        for letter in name[:5]:
            self.type(letter)
            pause(1)
        self.qtbot.waitUntil(lambda: page.model.rowCount() > 0)
        return page

    def search(self):
        """Look for a client."""
        self.clients(self.random.choice(self.names))

    def look_at_wallet(self):
        """Open a wallet and close it."""
        self._wallet()
        self.key(Key.Key_Escape)
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def _wallet(self):
        self.clients(self.random.choice(self.names))
        self.key(Key.Key_Return)
        dialog = self.front(WalletDialog)
        pause(5)
        return dialog

    def pay(self):
        """Take a payment at the wallet."""
        wallet = self._wallet()
        if wallet.payment.amount.isEnabled():
            wallet.payment.amount.setFocus()
            self.type("10\r")
            pause(5)
        self.key(Key.Key_Escape)
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def _take(self):
        page = self.at_sale()
        for _ in range(self.random.randint(1, 5)):
            self.scan(self.random.choice(CODES))
        self.qtbot.waitUntil(lambda: page.cart.lines)
        return page

    def _charge(self, page, *press):
        self.key(*press)
        self.front(ChargeDialog)
        self.type("\r")
        self.back_at(page.scan)

    def sell(self):
        """Sell for cash."""
        self._charge(self._take(), Key.Key_F4)

    def sell_on_account(self):
        """Sell to the first client of a list, on account where they may."""
        page = self._take()
        self.key(Key.Key_F9)
        self.front(ClientPicker)
        self.type(self.random.choice(self.names)[:6])
        pause(5)
        self.type("\r")
        self.back_at(page.scan)
        self._charge(page, Key.Key_F4)

    def park_and_take(self):
        """Put a cart aside, take it back and sell it."""
        page = self._take()
        self.key(Key.Key_F8)
        self.qtbot.waitUntil(lambda: not page.cart.lines)
        assert self.shop.read(list_parked)
        self.key(Key.Key_F8)
        self.front(ParkedDialog)
        self.type("\r")
        self.back_at(page.scan)
        self.qtbot.waitUntil(lambda: page.cart.lines)
        self._charge(page, Key.Key_F4)

    def look_at_report(self):
        """Read a report of the month."""
        page = self.go(keys.REPORTS)
        page.choose(self.random.choice(list(ReportName)))
        self.qtbot.waitUntil(lambda: page.report is not None)
        pause(5)

    def look_at_page(self):
        """Look at the goods, the registers or the day."""
        self.go(self.random.choice((keys.PRODUCTS, keys.REGISTERS, keys.TODAY)))
        pause(5)

    def look_at_settings(self):
        """Look at a section of the settings, found by what it says."""
        page = self.go(keys.SETTINGS)
        sections = (page.profile, page.printers, page.scanner, page.look, page.keys, page.points)
        section = self.random.choice(sections)
        page.show_section(section)
        pause(5)

    def lock(self):
        """Leave the counter and come back."""
        self.at_sale()
        self.key(Key.Key_B, CONTROL)
        self.qtbot.waitUntil(self.window.is_locked)
        self.key(Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.window.is_locked())
        pause(1)
