"""A new folder, the first steps by their keys with a printer on the counter, and the first sale.

And the shop of invented data: started, looked at, and left without a trace in one's own.
"""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kioskifly_desktop import app
from kioskifly_desktop.app import Program, Running
from kioskifly_desktop.core.access import verify_pin
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ShopInUseError
from kioskifly_desktop.core.first_run import FirstStep, needs_first_run
from kioskifly_desktop.core.outbox import waiting_jobs
from kioskifly_desktop.core.printers import list_printers
from kioskifly_desktop.core.sales import list_sales
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user
from kioskifly_desktop.tour_tools import settle
from kioskifly_desktop.ui.first_run.example_bar import ExampleBar
from kioskifly_desktop.ui.first_run.first_run_dialog import FirstRunDialog
from kioskifly_desktop.ui.sale.charge_dialog import ChargeDialog
from kioskifly_desktop.ui.sessions.open_dialog import OpenSessionDialog
from tests.factories import make_client, make_product
from tests.fakes.escpos_decoder import decode
from tests.fakes.hands import ALT, Hands, Key
from tests.fakes.tcp_printer import TcpPrinter

SECONDS = 60_000
ALFAJOR = "7790040123458"


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    """Leave the person's own keys alone, and uncaught errors to pytest."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(app, "_watch_for_bugs", lambda _window: None)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "new"


@pytest.fixture
def running(home):
    result = Running(home, "")
    yield result
    result.close()


@pytest.fixture
def device():
    with TcpPrinter() as device:
        yield device


class Owner(Hands):
    """Somebody on their first day."""

    def __init__(self, qtbot, running):
        super().__init__(qtbot, running.program.window)
        self.running = running
        self.shop = running.program.shop

    @property
    def steps(self):
        return self.front(FirstRunDialog)

    def at(self, step):
        assert self.steps.step is step
        assert self.focus is not None

    def describe_the_shop(self):
        """The first two steps."""
        self.at(FirstStep.SHOP)
        self.type("Kiosco Ñandú\t\t27123456780\r")
        self.at(FirstStep.ADMINISTRATOR)
        self.type("Marta\t2580\t2580\r")
        self.at(FirstStep.PRINTER)

    def say_there_is_no_printer(self):
        """The third one."""
        self.at(FirstStep.PRINTER)
        for _ in range(4):
            self.key(Key.Key_Right)
        self.type("\r")
        self.at(FirstStep.START)

    def look_first(self):
        """The fourth one, and the shop of invented data in front."""
        own = self.running.program
        self.at(FirstStep.START)
        self.key(Key.Key_Down)
        self.key(Key.Key_Down)
        self.type("\r")
        self.qtbot.waitUntil(lambda: self.running.program not in {None, own}, timeout=SECONDS)
        return self.running.program


@pytest.fixture
def owner(qtbot, running):
    running.open()
    return Owner(qtbot, running)


def test_a_new_folder_becomes_a_shop_that_sells(qtbot, owner, device):
    shop = owner.shop
    owner.describe_the_shop()
    owner.key(Key.Key_Right)  # by network
    owner.type("\t127.0.0.1\t")
    owner.focus.selectAll()
    owner.type(f"{device.port}\r")
    qtbot.waitUntil(lambda: device.copies == 1, timeout=SECONDS)
    assert "Página de prueba" in printed(device)
    owner.tab_to(owner.steps.steps[2].yes)
    owner.type("\r")
    owner.at(FirstStep.START)
    owner.type("\r")
    page = owner.window.page
    owner.back_at(page.scan)
    assert not owner.window.is_locked(), "who has just answered is in"
    assert shop.user.name == "Marta"
    assert verify_pin(shop.database, shop.user.id, "2580") == shop.user
    assert shop.read(shop_profile).cuit == "27-12345678-0"
    assert owner.window.windowTitle().startswith("Kiosco Ñandú")

    shop.write(make_product, "Alfajor Ñandú", price=850_00, barcodes=(ALFAJOR,))
    owner.key(Key.Key_F12)
    owner.front(OpenSessionDialog)
    owner.type("20000\r")
    owner.back_at(page.scan)
    owner.scan(ALFAJOR)
    owner.key(Key.Key_F4)
    owner.front(ChargeDialog)
    owner.type("\r")
    owner.back_at(page.scan)
    (sale,) = shop.read(list_sales, limit=10)
    assert sale.total == 850_00
    qtbot.waitUntil(lambda: shop.read(waiting_jobs) == [], timeout=SECONDS)
    assert "Kiosco Ñandú" in printed(device)
    assert "27-12345678-0" in printed(device)
    assert shop.read(check) == []


def printed(device):
    """Return what the last paper says."""
    return " ".join(line.text for line in decode(bytes(device.jobs[-1]), code_pages=True).lines)


def test_who_leaves_in_the_middle_comes_back_to_it_past_the_lock(qtbot, owner, running, home):
    owner.describe_the_shop()
    owner.key(Key.Key_Escape)
    owner.key(Key.Key_Escape)
    owner.key(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    running.close()
    running.open()
    again = Owner(qtbot, running)
    assert again.window.is_locked()
    assert QApplication.activeModalWidget() is None
    again.type("2580\r")
    again.at(FirstStep.PRINTER)
    again.say_there_is_no_printer()
    again.type("\r")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert not again.shop.read(needs_first_run)
    running.close()
    running.open()
    assert QApplication.activeModalWidget() is None


def test_a_cashier_is_asked_nothing(qtbot, running, home):
    running.user = "Cajero"
    running.open()
    settle()
    assert QApplication.activeModalWidget() is None
    shop = running.program.shop
    shop.switch_user(shop.read(find_user, "Administrador"))
    assert isinstance(QApplication.activeModalWidget(), FirstRunDialog)


def test_a_shop_from_before_is_asked_nothing(running, home):
    database = open_shop(home)
    with database.read() as work:
        user = find_user(work, "")
    with database.write(user) as work:
        make_client(work)
    database.close()
    running.open()
    assert QApplication.activeModalWidget() is None


def test_a_program_without_its_process_asks_nothing(qtbot, home):
    program = Program(home)  # as the tour and the tests have it
    program.window.show()
    settle()
    assert QApplication.activeModalWidget() is None
    program.close(copy=False)


def test_the_example_is_looked_at_and_left(qtbot, owner, running, home):
    owner.describe_the_shop()
    owner.say_there_is_no_printer()
    program = owner.look_first()
    assert program.database.path == home / "ejemplo" / FILE_NAME
    (bar,) = program.window.findChildren(ExampleBar)
    assert bar.isVisible()
    assert len(program.shop.read(list_clients, ClientQuery())) > 10
    assert program.shop.read(check) == []
    with pytest.raises(ShopInUseError):
        open_shop(home)
    own = (home / FILE_NAME).read_bytes()
    program.shop.write(make_client, "Nadie")
    program.shop.restore_wanted.emit(home / "x.db", None)
    assert "no se restauran copias" in program.window.toasts.toast.text
    assert (home / FILE_NAME).read_bytes() == own

    hands = Hands(qtbot, program.window)
    hands.key(Key.Key_2, ALT)
    assert bar.isVisible(), "on every page"
    bar.own_button.setFocus()
    hands.type(" ")
    qtbot.waitUntil(lambda: running.program not in {None, program}, timeout=SECONDS)
    back = running.program
    assert back.database.path == home / FILE_NAME
    assert back.window.findChildren(ExampleBar) == []
    assert back.window.is_locked(), "the PIN given before is asked for"
    assert QApplication.activeModalWidget() is None
    assert back.shop.read(list_clients, ClientQuery()) == []
    assert back.shop.read(shop_profile).name == "Kiosco Ñandú"
    assert back.shop.read(list_printers) == []
    open_shop(home / "ejemplo").close()
    assert list(home.glob("copias/*")) == []


def test_the_example_is_found_again_as_it_was_left(qtbot, owner, running, home):
    owner.type("Kiosco\r")
    owner.at(FirstStep.ADMINISTRATOR)
    owner.steps.steps[1].later.setChecked(True)
    owner.type("\r")
    owner.say_there_is_no_printer()
    owner.look_first().shop.write(make_client, "Zoilo")
    running.close()
    open_shop(home).close()
    running.open()
    again = running.program
    again.shop.example_wanted.emit()
    qtbot.waitUntil(lambda: running.program not in {None, again}, timeout=SECONDS)
    rows = running.program.shop.read(list_clients, ClientQuery(search="zoilo"))
    assert [row.name for row in rows] == ["Zoilo"]


def test_an_example_that_can_not_be_made_leaves_ones_own_shop_open(qtbot, owner, running, home):
    owner.steps.close()
    (home / "ejemplo").write_text("no es una carpeta")
    first = running.program
    first.shop.example_wanted.emit()
    qtbot.waitUntil(lambda: running.program not in {None, first}, timeout=SECONDS)
    assert running.program.database.path == home / FILE_NAME
    assert "no se puede" in running.program.window.toasts.toast.text.lower()
    running.program.shop.write(make_client)


def test_the_example_opened_by_its_own_folder_leads_to_the_shop_beside_it(qtbot, owner, home):
    owner.steps.close()
    first = owner.running.program
    first.shop.example_wanted.emit()
    qtbot.waitUntil(lambda: owner.running.program not in {None, first}, timeout=SECONDS)
    owner.running.close()
    other: Any = Running(home / "ejemplo", "")
    other.open()
    example = other.program
    assert example.window.findChildren(ExampleBar)
    example.shop.own_shop_wanted.emit()
    qtbot.waitUntil(lambda: other.program not in {None, example}, timeout=SECONDS)
    assert other.program.database.path == home / FILE_NAME
    other.close()
