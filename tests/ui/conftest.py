import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.devices import SystemDevices
from kioskifly_desktop.adapters.exchange import AdaptersExchange
from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.adapters.paper import AdaptersPaper
from kioskifly_desktop.adapters.support import AdaptersSupport
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.ui.shop import Shop
from kioskifly_desktop.ui.theme import Look, theme
from kioskifly_desktop.ui.widgets.toast import ToastHost
from tests.factories import shop_copies


@pytest.fixture(autouse=True)
def dressed(qapp):
    # What the test before left open goes only now: its dialog would be the one in front.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if theme.look is not Look.LIGHT:
        theme.apply(qapp, Look.LIGHT)


@pytest.fixture
def shop(tmp_path, vendor):
    database = open_shop(tmp_path / "shop", vendor=vendor)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    keys = KeyStore(tmp_path)
    yield Shop(
        database,
        admin,
        AdaptersPaper(),
        SystemDevices(),
        AdaptersBot(keys),
        copies=shop_copies(database, keys),
        exchange=AdaptersExchange(),
        support=AdaptersSupport(database.path.parent),
    )
    database.close()


@pytest.fixture
def cashier(shop):
    return next(user for user in shop.read(list_users) if not user.is_admin)


@pytest.fixture
def printer(shop, tmp_path):
    record = Printer(0, "Ticketera", Transport.FILE, str(tmp_path / "paper.bin"), columns=42)
    return shop.write(save_printer, record)


@pytest.fixture
def window(qtbot):
    """A plain window for widgets to live in."""
    result = QWidget()
    result.resize(1100, 700)
    qtbot.addWidget(result)
    result.show()
    qtbot.waitExposed(result)
    return result


@pytest.fixture
def toasts(window):
    return ToastHost(window)


@pytest.fixture
def front():
    """Return the dialog in front, whatever it is."""
    return QApplication.activeModalWidget
