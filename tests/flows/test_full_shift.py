"""A whole shift by keyboard alone: from the float to the count, and the drawer agrees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from stdnum import ean

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sales import list_sales
from kioskifly_desktop.core.sessions import DENOMINATIONS, list_sessions
from kioskifly_desktop.ui.clients.client_form import ClientForm
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sale.client_picker import ClientPicker
from kioskifly_desktop.ui.sale.page import SalePage
from kioskifly_desktop.ui.sale.parked_dialog import ParkedDialog
from kioskifly_desktop.ui.sale.return_dialog import ReturnDialog
from kioskifly_desktop.ui.sale.tickets_dialog import TicketsDialog
from kioskifly_desktop.ui.sessions.close_dialog import CloseSessionDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.factories import BANK, DRAWER, add_printer, make_client, make_product
from tests.fakes.escpos_decoder import decode
from tests.fakes.hands import ALT, CONTROL, Hands, Key
from tests.fakes.tcp_printer import TcpPrinter


def barcode(number):
    body = f"7790000{number:05d}"
    return body + ean.calc_check_digit(body)


ALFAJOR, GASEOSA, YERBA = (barcode(number) for number in range(3))
PRICES = {ALFAJOR: 850_00, GASEOSA: 2_300_50, YERBA: 4_999_99}
NAMES = {ALFAJOR: "Alfajor Ñandú", GASEOSA: "Gaseosa 1,5 l", YERBA: "Yerba mate 1 kg"}
JAMON, JAMON_PRICE = "101", 14_500_00
FLOAT = 20_000_00


@dataclass
class Told:
    """What the cashier would write down in a notebook."""

    drawer: int = 0
    bank: int = 0
    owed: dict[str, int] = field(default_factory=dict)
    sales: int = 0
    on_account: int = 0


class Cashier(Hands):
    """Serves one customer after another, and writes down what each one paid."""

    def __init__(self, qtbot, program):
        super().__init__(qtbot, program.window)
        self.page = program.window.page
        self.shop = program.shop
        self.told = Told()

    def take(self, *codes):
        """Put goods in the cart and return what they cost."""
        for code in codes:
            self.scan(code)
        return sum(PRICES[code] for code in codes)

    def choose(self, name):
        """Choose the client of the sale."""
        self.key(Key.Key_F9)
        self.front(ClientPicker)
        self.type(f"{name}\r")
        self.back_at(self.page.scan)

    def charge(self, typed=""):
        """Open the charge, type, and confirm."""
        self.key(Key.Key_F4)
        self.front(ChargeDialog)
        self.type(f"{typed}\r")
        self.served()

    def by_means(self, digit, typed=""):
        """Choose a means within the charge, and type its amount."""
        self.key(Key.Key_F4)
        self.type(digit)
        self.type(typed)

    def served(self):
        """The focus is where the next customer begins, and the cart is empty."""
        self.back_at(self.page.scan)
        assert self.page.cart.lines == []
        assert self.page.client is None
        self.told.sales += 1
        assert len(self.shop.read(list_sales, limit=1000)) == self.told.sales

    def owes(self, name, amount):
        """Write down what a client owes more, or less."""
        self.told.owed[name] = self.told.owed.get(name, 0) + amount


@pytest.fixture
def device():
    with TcpPrinter() as device:
        yield device


@pytest.fixture
def program(qtbot, tmp_path, device):
    program = Program(tmp_path / "shop")
    furnish(program.shop, device.address)
    qtbot.addWidget(program.window)
    program.window.show()
    yield program
    program.close()


def furnish(shop, printer):
    """Put goods on the shelves, clients in the book and a printer on the counter."""
    for code, price in PRICES.items():
        shop.write(make_product, NAMES[code], price=price, barcodes=(code,))
    shop.write(make_product, "Jamón", price=JAMON_PRICE, unit=Unit.KILOGRAM, barcodes=(JAMON,))
    shop.write(add_printer, address=printer, columns=42)
    for name in ("Marta Benítez", "Julián Sosa"):
        shop.write(make_client, name)


@pytest.fixture
def cashier(qtbot, program):
    assert isinstance(program.window.page, SalePage)
    return Cashier(qtbot, program)


def open_drawer(cashier):
    cashier.back_at(cashier.page.scan)
    cashier.key(Key.Key_F12)
    cashier.front(OpenSessionDialog)
    cashier.type("20000\r")
    cashier.back_at(cashier.page.scan)
    cashier.told.drawer = FLOAT


def sell_for_cash(cashier):
    """Seventeen sales for cash: scanned, typed, many of one, by weight, by name."""
    for _ in range(6):
        cashier.told.drawer += cashier.take(ALFAJOR, GASEOSA)
        cashier.charge()
    for _ in range(6):
        cashier.told.drawer += cashier.take(YERBA)
        cashier.charge("20000")
        assert cashier.page.side.change.text().endswith("15.000,01")
    for _ in range(2):
        cashier.type("3*")
        cashier.scan(ALFAJOR)
        cashier.charge()
        cashier.told.drawer += 3 * PRICES[ALFAJOR]
    for _ in range(2):
        cashier.type(f"2*{GASEOSA}\r")
        cashier.type(f"0,755*{JAMON}\r")
        cashier.charge()
        cashier.told.drawer += 2 * PRICES[GASEOSA] + 10_947_50
    cashier.type("nand\r")
    cashier.charge()
    cashier.told.drawer += PRICES[ALFAJOR]


def sell_by_other_means(cashier):
    """One by card, one part in cash and part by card, and one that waits while another goes."""
    total = cashier.take(YERBA, YERBA)
    cashier.key(Key.Key_F4)
    cashier.front(ChargeDialog)
    cashier.by_means("2")
    cashier.type("\r")
    cashier.served()
    cashier.told.bank += total

    total = cashier.take(YERBA, GASEOSA)
    cashier.key(Key.Key_F4)
    cashier.front(ChargeDialog)
    cashier.type("5000")
    cashier.by_means("2")
    cashier.type("\r")
    cashier.served()
    cashier.told.drawer += 5_000_00
    cashier.told.bank += total - 5_000_00

    waiting = cashier.take(GASEOSA, ALFAJOR)
    cashier.key(Key.Key_F8)
    cashier.back_at(cashier.page.scan)
    cashier.told.drawer += cashier.take(ALFAJOR)
    cashier.charge()
    cashier.key(Key.Key_F8)
    cashier.front(ParkedDialog)
    cashier.type("\r")
    cashier.back_at(cashier.page.scan)
    assert cashier.page.cart.total == waiting
    cashier.charge()
    cashier.told.drawer += waiting


def sell_on_account(cashier):
    """Eight on account: known clients, one made in the middle of a sale, and one in part."""
    for name in ("marta", "marta", "marta", "julian", "julian"):
        cashier.choose(name)
        cashier.owes(name, cashier.take(GASEOSA, YERBA))
        cashier.key(Key.Key_6, CONTROL)
        cashier.front(ChargeDialog)
        cashier.type("\r")
        cashier.served()

    total = cashier.take(ALFAJOR)
    cashier.key(Key.Key_F9)
    cashier.front(ClientPicker)
    cashier.type("Nora Paz\r")
    form = cashier.front(ClientForm)
    assert form.name.text() == "Nora Paz"
    cashier.type("\r")
    cashier.back_at(cashier.page.scan)
    cashier.owes("nora", total + cashier.take(ALFAJOR))
    cashier.key(Key.Key_6, CONTROL)
    cashier.front(ChargeDialog)
    cashier.type("\r")
    cashier.served()

    cashier.choose("nora")
    cashier.owes("nora", cashier.take(YERBA))
    cashier.key(Key.Key_6, CONTROL)
    cashier.front(ChargeDialog)
    cashier.type("\r")
    cashier.served()

    cashier.choose("julian")
    total = cashier.take(ALFAJOR)
    cashier.key(Key.Key_F4)
    cashier.front(ChargeDialog)
    cashier.by_means("6", "300")
    cashier.by_means("1", "560\r")
    cashier.served()
    assert cashier.page.side.change.text().endswith("10,00")
    cashier.owes("julian", 300_00)
    cashier.told.drawer += total - 300_00


def take_back(cashier):
    """An alfajor of the first sale comes back, and its money leaves the drawer."""
    cashier.key(Key.Key_T, CONTROL)
    cashier.front(TicketsDialog)
    cashier.type("1\r")
    cashier.key(Key.Key_D, CONTROL)
    dialog = cashier.front(ReturnDialog)
    cashier.type("1")
    cashier.tab_to(dialog.reason)
    cashier.type("vencido\r")
    cashier.front(TicketsDialog)
    cashier.key(Key.Key_Escape)
    cashier.back_at(cashier.page.scan)
    cashier.told.drawer -= PRICES[ALFAJOR]


def take_payment(cashier):
    """Old debt is paid at the wallet, in cash."""
    cashier.key(Key.Key_2, ALT)
    cashier.type("marta")
    cashier.key(Key.Key_Return)
    cashier.front(WalletDialog)
    cashier.type("5000,50\r")
    cashier.key(Key.Key_Escape)
    cashier.key(Key.Key_1, ALT)
    cashier.back_at(cashier.page.scan)
    cashier.owes("marta", -5_000_50)
    cashier.told.drawer += 5_000_50


def change_of_mind(cashier):
    """Esc in the charge leaves everything as it was."""
    total = cashier.take(YERBA, ALFAJOR)
    cashier.key(Key.Key_F4)
    cashier.front(ChargeDialog)
    cashier.type("9999")
    cashier.key(Key.Key_Escape)
    cashier.back_at(cashier.page.scan)
    assert cashier.page.cart.total == total
    cashier.charge()
    cashier.told.drawer += total


def count_drawer(cashier):
    """Count note by note what there should be, down to the coins."""
    cashier.key(Key.Key_4, ALT)
    cashier.key(Key.Key_T, CONTROL)
    dialog = cashier.front(CloseSessionDialog)
    left = cashier.told.drawer
    for note in DENOMINATIONS:
        how_many, left = divmod(left, note)
        cashier.type(f"{how_many or ''}\r")
    cashier.type(f"{left // 100},{left % 100:02d}\r")
    assert dialog.difference.text() == "Coincide: la caja cierra justa."
    cashier.type("\r")
    cashier.key(Key.Key_Space)
    cashier.qtbot.waitUntil(lambda: not dialog.isVisible())


def on_paper(device):
    """Return the number of each paper that came out, and all their words."""
    words = [" ".join(line.text for line in decode(bytes(job)).lines) for job in device.jobs]
    whole = " ".join(words)
    return set(re.findall(r"N°\s+([A-Z]+-\d{5}-\d{8})", whole)), whole


def test_a_shift_by_keyboard_alone_agrees_to_the_centavo(qtbot, program, device, cashier):
    shop, told = program.shop, cashier.told
    open_drawer(cashier)
    sell_for_cash(cashier)
    sell_by_other_means(cashier)
    sell_on_account(cashier)
    change_of_mind(cashier)
    take_back(cashier)
    take_payment(cashier)
    assert told.sales == 30
    count_drawer(cashier)

    (turno,) = shop.read(list_sessions, DRAWER)
    assert (turno.expected, turno.counted, turno.over_short) == (told.drawer, told.drawer, 0)
    assert shop.read(get_register, DRAWER).balance == told.drawer
    assert shop.read(get_register, BANK).balance == told.bank
    for name, owed in told.owed.items():
        (row,) = shop.read(list_clients, ClientQuery(search=name))
        assert row.balance == owed
    assert shop.read(check) == []

    qtbot.waitUntil(lambda: not shop.read(waiting_jobs), timeout=30_000)
    numbers, words = on_paper(device)
    assert numbers == {f"TX-00001-{n:08d}" for n in range(1, 31)} | {
        "DX-00001-00000001",
        "X-00001-00000001",
        "CX-00001-00000001",
    }
    assert "Alfajor Ñandú" in words


@pytest.mark.usefixtures("finger_left_on_enter")
def test_a_finger_left_on_enter_does_each_thing_once(qtbot, program, device, cashier):
    test_a_shift_by_keyboard_alone_agrees_to_the_centavo(qtbot, program, device, cashier)
