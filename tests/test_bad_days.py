"""The real window on a disk that is full or a file that is held: it says so, goes on and closes."""

from contextlib import closing, contextmanager

import pytest

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.backups import BackupSettings, save_backup_settings
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.outbox import print_voucher
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.wallet.wallet_dialog import WalletDialog
from tests.fakes.hands import Hands, Key
from tests.faults.asked import furnish
from tests.faults.disks import full, small
from tests.faults.holder import held


@contextmanager
def _full(folder):
    with full(folder.parent):
        yield


@contextmanager
def _held(folder):
    with held(folder / "shop.db"):
        yield


TROUBLES = {"full": (_full, "No se puede escribir en"), "held": (_held, "Otro programa está")}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    with small(place):
        yield place / "shop"


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_the_window(qtbot, folder, trouble):
    happens, words = trouble
    counter = furnish(folder)
    program = Program(folder)
    qtbot.addWidget(program.window)
    shop = program.shop
    shop.write(save_backup_settings, BackupSettings(folder=str(folder.parent / "copies")))
    shop.write(save_printer, Printer(0, "Ticketera", Transport.FILE, str(folder / "paper")))
    program.window.show()
    hands = Hands(qtbot, program.window)
    page = program.window.show_page(keys.CLIENTS)
    assert isinstance(page, ClientsPage)
    page.search.setFocus()
    hands.type("ana\r")
    wallet = hands.front(WalletDialog)
    hands.type("300")
    with happens(folder):
        for _ in range(3):
            hands.key(Key.Key_Return)
            qtbot.waitUntil(lambda: wallet.payment.amount_field.message.text().startswith(words))
    hands.key(Key.Key_Return)
    qtbot.waitUntil(lambda: not wallet.payment.amount.text())
    assert shop.read(get_client, counter.client).balance == 700_00
    wallet.reject()
    shop.write(print_voucher, 1)
    with happens(folder):
        program.close()
    with closing(open_shop(folder, create=False)) as database, database.read() as work:
        assert check(work) == []
        assert get_client(work, counter.client).balance == 700_00
