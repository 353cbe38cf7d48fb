"""From the press of the button to a payment that is safe on the disk, with its receipt.

Beside it, in turns, the rows that it wrote put into a copy of the file by SQLite alone.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from time import perf_counter

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import PaymentRequest, register_payment
from tests.bench.timing import compared

_ROUNDS, _WARM = 1_000, 50
_BANK = 2
_TABLES = ("journal_entry", "posting", "voucher")


def run(folder):
    """Measure payments, each in a transaction of its own."""
    shop = folder / "payment"
    shutil.rmtree(shop, ignore_errors=True)
    database = open_shop(shop)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        client = add_client(work, ClientRequest("Cliente"))
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
            request = PaymentRequest(f"b{number}", client, 100_00, _BANK, PaymentMethod.TRANSFER)
            begun = perf_counter()
            with database.write(admin) as work:
                done = register_payment(work, request)
            ours.append(1000 * (perf_counter() - begun))
            plain.append(_put(bare, *_rows_of(source, done.entry_id)))
    database.close()
    return compared(
        ours[_WARM:], plain[_WARM:], bare_is="the same rows by SQLite alone", payments=_ROUNDS
    )


def _rows_of(source, entry_id):
    """Return what an entry left: (insert, rows) pairs, and the balances of its accounts."""
    inserts = []
    for name in _TABLES:
        key = "id" if name == "journal_entry" else "entry_id"
        rows = source.execute(f"SELECT * FROM {name} WHERE {key} = ?", (entry_id,)).fetchall()
        places = ", ".join("?" * len(rows[0]))
        inserts.append((f"INSERT INTO {name} VALUES ({places})", rows))
    moved = "SELECT balance, last_entry_id, id FROM account WHERE last_entry_id = ?"
    return inserts, source.execute(moved, (entry_id,)).fetchall()


def _put(bare, inserts, balances):
    begun = perf_counter()
    bare.execute("BEGIN IMMEDIATE")
    for insert, rows in inserts:
        bare.executemany(insert, rows)
    bare.executemany("UPDATE account SET balance = ?, last_entry_id = ? WHERE id = ?", balances)
    bare.execute("COMMIT")
    return 1000 * (perf_counter() - begun)
