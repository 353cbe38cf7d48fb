"""From the press of the button to what is safe on the disk: a payment, and a sale on account.

Beside each, in turns, the rows that it wrote put into a copy of the file by SQLite alone.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from time import perf_counter, sleep

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, register_sale
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import PaymentRequest, register_payment
from tests.bench.timing import compared
from tests.factories import make_product
from tests.faults.io import SYNC, watched

_ROUNDS, _WARM = 1_000, 50
_BANK, _LINES, _PRICE = 2, 10, 1_000_00
_TABLES = ("journal_entry", "posting", "sale", "stock_move", "voucher")


def run(folder):
    """Measure payments, each in a transaction of its own."""

    def pay(work, client, _goods, number):
        request = PaymentRequest(f"b{number}", client, 100_00, _BANK, PaymentMethod.TRANSFER)
        return register_payment(work, request)

    return _measure(folder / "payment", pay)


def slow_disk(folder):
    """Measure the same on a disk whose sync takes 2 ms more."""

    def slow(_path, act, _offset, _data):
        if act == SYNC:
            sleep(0.002)
        return 0

    with watched(slow):
        return run(folder) | {"ratio_limit": 1.2}


def on_account(folder):
    """Measure sales of ten lines on a client's account."""

    def sell(work, client, goods, number):
        lines = tuple(SaleLineRequest(each, 1_000) for each in goods)
        owed = _LINES * _PRICE
        request = SaleRequest(f"s{number}", lines, client_id=client, on_account=owed)
        return register_sale(work, request)

    return _measure(folder / "on-account", sell)


def _measure(shop, act):
    shutil.rmtree(shop, ignore_errors=True)
    database = open_shop(shop)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        client = add_client(work, ClientRequest("Cliente"))
        goods = [make_product(work, f"Producto {n}", price=_PRICE) for n in range(_LINES)]
    copy = shop / "copy.db"
    with (
        closing(sqlite3.connect(shop / FILE_NAME)) as source,
        closing(sqlite3.connect(copy, isolation_level=None)) as bare,
    ):
        source.backup(bare)
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("PRAGMA foreign_keys = ON")
        ours, plain = [], []
        for number in range(_WARM + _ROUNDS):
            begun = perf_counter()
            with database.write(admin) as work:
                done = act(work, client, goods, number)
            ours.append(1000 * (perf_counter() - begun))
            plain.append(_put(bare, *_rows_of(source, done.entry_id)))
    database.close()
    return compared(
        ours[_WARM:],
        plain[_WARM:],
        bare_is="the same rows by SQLite alone",
        writes=_ROUNDS,
        ratio_limit=2,
    )


def _rows_of(source, entry_id):
    """Return what an entry left: (insert, rows) pairs, and (update, rows) pairs of what moved."""
    inserts = []
    for name in _TABLES:
        key = "id" if name == "journal_entry" else "entry_id"
        inserts.append(_insert(source, name, f"{key} = {entry_id}"))
    of_sale = f"sale_id IN (SELECT id FROM sale WHERE entry_id = {entry_id})"
    inserts.insert(3, _insert(source, "sale_line", of_sale))
    moved = "SELECT balance, last_entry_id, id FROM account WHERE last_entry_id = ?"
    levels = "SELECT level, product_id FROM stock_move WHERE entry_id = ?"
    return [each for each in inserts if each[1]], [
        (
            "UPDATE account SET balance = ?, last_entry_id = ? WHERE id = ?",
            source.execute(moved, (entry_id,)).fetchall(),
        ),
        (
            "UPDATE product SET stock = ? WHERE id = ?",
            source.execute(levels, (entry_id,)).fetchall(),
        ),
    ]


def _insert(source, name, where):
    rows = source.execute(f"SELECT * FROM {name} WHERE {where}").fetchall()
    places = ", ".join("?" * len(rows[0])) if rows else ""
    return f"INSERT INTO {name} VALUES ({places})", rows


def _put(bare, inserts, updates):
    begun = perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    for statement, rows in (*inserts, *updates):
        if rows:
            bare.executemany(statement, rows)
    bare.execute("COMMIT")
    return 1000 * (perf_counter() - begun)
