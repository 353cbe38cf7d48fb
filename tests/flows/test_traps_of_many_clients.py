"""A shop of 100,000 clients: what a screen asks of the file doesn't grow with it."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtTest import QTest

from kioskifly_desktop.adapters.bot import AdaptersBot
from kioskifly_desktop.adapters.devices import SystemDevices
from kioskifly_desktop.adapters.exchange import AdaptersExchange
from kioskifly_desktop.adapters.keys import KeyStore
from kioskifly_desktop.adapters.paper import AdaptersPaper
from kioskifly_desktop.adapters.support import AdaptersSupport
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.clients_page import ClientsPage
from kioskifly_desktop.ui.main_window import MainWindow
from kioskifly_desktop.ui.shop import Shop
from tests.factories import make_client, shop_copies

MANY = 100_000
FIRST = ("Ana", "Beto", "Carla", "Darío", "Elsa", "Fabián", "Gladys", "Hugo", "Inés", "Ñato")
LAST = ("Gómez", "Núñez", "Sosa", "Benítez", "Quiroga", "Peña", "Álvarez", "Ibáñez", "Luna")
FOLDED = {f"{first} {last}": fold(f"{first} {last}") for first in FIRST for last in LAST}
RARE = "Zulema Wuthrich"


def fill(work):
    """Add the crowd beneath the shop's own way of adding, which indexes one at a time."""
    known = make_client(work, RARE)
    query = f"SELECT * FROM client WHERE id = {known}"
    row = dict(work.db.exec_driver_sql(query).one()._mapping)
    (account,) = work.db.exec_driver_sql("SELECT max(id) FROM account").one()
    del row["id"]
    clients = []
    for n in range(1, MANY + 1):
        name = f"{FIRST[n % 10]} {LAST[n % 9]}"
        own = {"name": f"{name} {n}", "name_folded": f"{FOLDED[name]} {n}"}
        clients.append(tuple((row | own | {"account_id": account + n}).values()))
    accounts = [(account + n, (n % 7) * 100) for n in range(1, MANY + 1)]
    work.db.exec_driver_sql(
        "INSERT INTO account (id, kind, balance) VALUES (?, 'client', ?)", accounts
    )
    marks = ", ".join("?" for _ in row)
    names_of = ", ".join(f'"{column}"' for column in row)
    work.db.exec_driver_sql(f"INSERT INTO client ({names_of}) VALUES ({marks})", clients)
    work.db.exec_driver_sql(
        "INSERT INTO client_search (rowid, words) SELECT id, name_folded FROM client WHERE id > ?",
        (known,),
    )


@pytest.fixture(scope="module")
def town(template, tmp_path_factory):
    """Give the open shop of a whole town."""
    folder = tmp_path_factory.mktemp("town")
    shutil.copy(template, folder / FILE_NAME)
    database = open_shop(folder, create=False)
    with database.read() as work:
        admin = list_users(work)[0]
    with database.write(admin) as work:
        fill(work)
    keys = KeyStore(folder)
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


class Meter:
    """Counts in thousands what the file's engine does, which is the same on any machine."""

    def __init__(self, shop):
        with shop.database.read() as work:
            self.connection = work.db.connection.dbapi_connection
        self.thousands = 0

    def __enter__(self):
        self.thousands = 0
        self.connection.set_progress_handler(self._tick, 1000)
        return self

    def __exit__(self, *exc):
        self.connection.set_progress_handler(None, 0)

    def _tick(self):
        self.thousands += 1
        return 0


@pytest.mark.parametrize(
    ("search", "most"),
    [("", 50), ("zulema", 50), ("wuth zul", 50), ("gomez 99", 50), ("zz", 50), ("g", 1000)],
)
def test_a_search_among_100_000_clients_does_little(town, search, most):
    with Meter(town) as meter:
        rows = town.read(list_clients, ClientQuery(search), limit=100)
    assert len(rows) <= 100
    assert meter.thousands < most, "a look at every client takes two million steps"


def test_each_letter_typed_reads_one_page_of_100_000_clients(qtbot, town):
    window = MainWindow(town)
    qtbot.addWidget(window)
    window.show()
    page = window.show_page(keys.CLIENTS)
    assert isinstance(page, ClientsPage)
    assert len(page.model.rows) == 100
    for typed in ("z", "u", "l"):
        QTest.keyClicks(page.search, typed)
        qtbot.waitUntil(lambda: page.model.rows[0].name == RARE)
        assert len(page.model.rows) <= 100
    assert [row.name for row in page.model.rows] == [RARE]
