"""Shops of every earlier layout, with as much in them as that layout could hold."""

import sqlite3
from contextlib import closing
from datetime import date

from kioskifly_desktop.core.clients import archive_client
from kioskifly_desktop.core.contact import (
    MessageKind,
    MessageRequest,
    PromiseRequest,
    add_promise,
    record_message,
)
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.loyalty import PriceList, save_price_list
from kioskifly_desktop.core.outbox import open_drawer
from kioskifly_desktop.core.prices import PriceChange, apply_price_change
from kioskifly_desktop.core.printers import Route, save_route
from kioskifly_desktop.core.privacy import anonymise_client
from kioskifly_desktop.core.sales import (
    ParkRequest,
    SaleLineRequest,
    VoidRequest,
    park_sale,
    void_sale,
)
from kioskifly_desktop.core.sessions import (
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    TransferRequest,
    close_session,
    current_session,
    open_session,
    pay_in,
    pay_out,
    transfer,
)
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.stock import count_stock, receive_stock
from kioskifly_desktop.core.users import Role, add_user, list_users, set_pin
from kioskifly_desktop.core.wallet import (
    DisputeRequest,
    MergeRequest,
    TodayPriceTerms,
    UpdateRequest,
    WriteOffRequest,
    dispute_entry,
    merge_clients,
    save_today_price_terms,
    today_price,
    update_to_today,
    write_off,
)
from tests.core.test_migrations import shop_at
from tests.debts import give_back
from tests.factories import (
    BANK,
    DRAWER,
    add_printer,
    adjust,
    make_client,
    make_product,
    new_request,
    pay,
    sell,
    stock_request,
    undo,
)
from tests.loyalty import buy, give_points, promote

DAYS = 4


def live(folder, revision, clock):
    """Open a shop and do for some days what a program of that revision could do."""
    with closing(open_shop(folder, clock=clock)) as database:
        with database.read() as work:
            admin = list_users(work)[0]
        shop = _OldShop(database, admin, int(revision))
        shop.begin()
        for day in range(DAYS):
            shop.work_a_day(day)
            clock.move(days=1)


class _OldShop:
    """Does each thing only where the layout had a place for it."""

    def __init__(self, database, admin, revision):
        self.database, self.admin, self.revision = database, admin, revision

    def write(self, act, *args, since=1, **fields):
        """Do an act in a transaction of its own, unless the layout didn't know it."""
        if self.revision < since:
            return None
        with self.database.write(self.admin) as work:
            return act(work, *args, **fields)

    def begin(self):
        self.clients = [
            self.write(make_client, f"Ñandú {number}", document_number="") for number in range(6)
        ]
        self.write(add_printer, drawer_pin=2)
        self.products = [
            self.write(
                make_product,
                f"Yerba {number}",
                price=850_00,
                cost=500_00,
                barcodes=(f"Y{number}",),
                since=2,
            )
            for number in range(4)
        ]
        self.write(save_shop_profile, ShopProfile("Kiosco Ñandú"))
        self.write(save_route, Route(DocumentKind.SALE, 1, automatic=True), since=5)
        self.write(save_today_price_terms, TodayPriceTerms(enabled=True, grace_days=0), since=11)
        self.write(promote, self.products[0], since=12)
        self.write(give_points, since=12)

    def work_a_day(self, day):
        one, other, last = self.clients[day], self.clients[day + 1], self.clients[5]
        self.write(open_session, OpenRequest(new_request(), DRAWER, 0), since=3)
        moved = self.write(adjust, one, 900_00)
        self.write(adjust, other, 300_00)
        self.write(pay, one, 400_00)
        self.write(pay, one, 100_00, register=BANK)
        self.write(undo, moved.entry_id)
        self._goods()
        self._sales(one, other)
        self.write(pay_in, CashMovementRequest(new_request(), DRAWER, 50_00, "Cambio"), since=3)
        self.write(pay_out, CashMovementRequest(new_request(), DRAWER, 20_00, "Hielo"), since=3)
        self.write(transfer, TransferRequest(new_request(), DRAWER, BANK, 10_00), since=3)
        self.write(open_drawer, "Cambio", since=5)
        self._people(day, one, last)
        self._debts(other)
        if day < DAYS - 1 and self.revision >= 3:
            with self.database.read() as work:
                session = current_session(work, DRAWER)
            assert session is not None
            count = CashCount(coins=500_00)
            self.write(close_session, CloseRequest(new_request(), session.id, count))

    def _goods(self):
        for product in self.products:
            self.write(receive_stock, stock_request(product, 9_000), since=2)
        self.write(count_stock, stock_request(self.products[1], 8_000), since=2)
        self.write(apply_price_change, new_request(), PriceChange(basis_points=500), since=2)

    def _sales(self, one, other):
        if self.revision < 4:
            return
        first, second = self.products[:2]
        with self.database.read() as work:
            price = work.db.exec_driver_sql(
                "SELECT price FROM product WHERE id = ?", (second,)
            ).scalar_one()
        self.write(sell, (second, 2), client_id=one, on_account=2 * price)
        back = self.write(sell, (second, 1), client_id=other, on_account=price)
        self.write(give_back, back.sale_id, 0, 1_000)
        self.write(sell, (second, 1), cash=price)
        void = self.write(sell, (second, 1), cash=price)
        self.write(void_sale, VoidRequest(new_request(), void.sale_id, "Error"))
        self.write(buy, [SaleLineRequest(first, 3_000)], client=one)
        self.write(park_sale, ParkRequest((SaleLineRequest(first, 1_000),)))

    def _people(self, day, one, last):
        due = date(2027, 1, 1)
        self.write(add_promise, PromiseRequest(new_request(), one, 100_00, due), since=6)
        self.write(
            record_message,
            MessageRequest(new_request(), one, MessageKind.REMINDER, "Hola", insist=True),
            since=6,
        )
        if day == 0:
            person = self.write(add_user, "Persona", Role.CASHIER, since=7)
            self.write(set_pin, person, "2580", since=7)
        twin = self.write(make_client, f"Repetido {day}")
        self.write(adjust, twin, 70_00)
        self.write(merge_clients, MergeRequest(new_request(), last, twin), since=8)
        forgotten = self.write(make_client, f"Olvidado {day}")
        self.write(anonymise_client, forgotten, "Lo pidió", since=9)
        gone = self.write(make_client, f"Ido {day}")
        self.write(archive_client, gone)

    def _debts(self, other):
        entry = self.write(adjust, other, 33_00, since=11)
        if entry is not None:
            self.write(dispute_entry, DisputeRequest(new_request(), entry.entry_id, "No es suyo"))
            with self.database.read() as work:
                shown = today_price(work, self.clients[0]).difference
            if shown:
                self.write(update_to_today, UpdateRequest(new_request(), self.clients[0], shown))
            lost = self.write(make_client, "Perdido")
            self.write(adjust, lost, 45_00)
            self.write(write_off, WriteOffRequest(new_request(), lost, None, "Se mudó"))
            self.write(save_price_list, PriceList(0, f"Lista {entry.entry_id}", -500), since=12)


def make_older(folder, scratch, revision, clock):
    """Leave in `folder` a shop of that revision, which has lived."""
    live(scratch, revision, clock)
    shop_at(folder, revision, "DELETE FROM user")
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as old:
        old.execute("ATTACH ? AS lived", (str(scratch / FILE_NAME),))
        old.execute("BEGIN")
        for table in (*tables_of(old), "client_search", "product_search"):
            _take_over(old, table, int(revision))
        assert old.execute("PRAGMA foreign_key_check").fetchall() == []
        old.execute("COMMIT")
        old.execute("DETACH lived")
        # As every program left its file.
        old.execute("PRAGMA journal_mode = WAL")


def _take_over(old, table, revision):
    theirs = columns_of(old, "lived", table)
    if not theirs or not columns_of(old, "main", table):
        return
    shared = [name for name in columns_of(old, "main", table) if name in theirs]
    if table.endswith("_search"):
        shared = ["rowid", "words"]
    names, values = ", ".join(f'"{name}"' for name in shared), ""
    if table == "printer" and revision < 5:
        names, values = f"{names}, automatic", ", 1"
    where = ""
    if table == "account":
        where = f" WHERE {_KNOWN[max(each for each in _KNOWN if each <= revision)]}"
    chosen = names.removesuffix(", automatic")
    old.execute(
        f'INSERT INTO main."{table}" ({names}) SELECT {chosen}{values} FROM lived."{table}"{where}'
    )


_KNOWN = {
    1: "kind IN ('sales', 'adjustments', 'client', 'register')",
    3: "kind NOT IN ('price_updates', 'bad_debts', 'expenses') OR id = "
    "(SELECT min(id) FROM lived.account WHERE kind = 'expenses')",
    11: "kind <> 'expenses' OR id = (SELECT min(id) FROM lived.account WHERE kind = 'expenses')",
    14: "true",
}
"""The accounts of the shop that each layout had; what left a drawer had one for all."""


def revision_of(path):
    """Return the layout of a file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def tables_of(connection):
    """Return the tables of a file, without those of its searches and of its revision."""
    rows = connection.execute(
        "SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name"
    )
    return [
        name
        for (name,) in rows
        if not name.startswith(("sqlite_", "alembic_", "client_search", "product_search"))
    ]


def columns_of(connection, schema, table):
    rows = connection.execute("SELECT name FROM pragma_table_info(?, ?)", (table, schema))
    return [name for (name,) in rows]


def held(path, columns=None):
    """Return of each table its rows, of those columns or of all; without what a layout adds."""
    with closing(sqlite3.connect(path)) as connection:
        if columns is None:
            columns = {
                table: [
                    name
                    for name in columns_of(connection, "main", table)
                    # Which printer printed by itself is a route since.
                    if (table, name) != ("printer", "automatic")
                ]
                for table in tables_of(connection)
            }
        of_the_counter = "WHERE kind IN ('client', 'register')"
        return columns, {
            table: connection.execute(
                f"SELECT {', '.join(_quoted(names))} FROM {table} "
                f"{of_the_counter if table == 'account' else ''} ORDER BY 1, 2"
            ).fetchall()
            for table, names in columns.items()
        }


def _quoted(names):
    return (f'"{name}"' for name in names)
