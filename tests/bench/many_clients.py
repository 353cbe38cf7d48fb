"""What there is to do today in a shop of 5,000 clients and 100,000 movements.

Most of its clients owe. Beside it, in turns, what nobody can go below: reading who owes, and when
each ticket was.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from datetime import timedelta
from time import perf_counter

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.contact import promises_due
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.today import birthdays, long_unseen
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import debts_by_age
from tests.bench.timing import compared

CLIENTS, MOVEMENTS = 5_000, 100_000
_ROUNDS = 20
_PERIOD = 500
_DAY = 86_400_000
_OF_THE_PLACE = random.Random(5)  # the same shop every time


def many_clients(folder, clients, movements, *, settles=False):
    """Return the folder of a shop with that many, making it if it isn't there.

    Who `settles` pays all that is owed, of twenty times once; others pay ever less of it.
    """
    made = folder / f"clients-{clients}-{movements}{'-settles' * settles}"
    if (made / FILE_NAME).exists():
        return made
    unfinished = folder / f"{made.name}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    database = open_shop(unfinished)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        add_client(work, ClientRequest("Cliente", phone="351 455-0917"))
        now = work.now
    database.close()
    file = sqlite3.connect(unfinished / FILE_NAME)
    _copy_client(file, clients, now.date())
    _move(file, clients, movements, now, settles=settles)
    file.execute("ANALYZE")
    file.commit()
    file.close()
    return unfinished.rename(made)


def _copy_client(file, clients, today):
    """Add clients like the first one, with accounts and birthdays of their own."""
    first_account = file.execute("SELECT max(id) FROM account").fetchone()[0]
    names = [row[1] for row in file.execute("PRAGMA table_info(client)")]
    row = dict(zip(names, file.execute("SELECT * FROM client").fetchone(), strict=True))
    accounts = range(first_account + 1, first_account + clients)
    file.executemany(
        "INSERT INTO account (id, kind) VALUES (?, 'client')", ((n,) for n in accounts)
    )

    def rows():
        for number, account_id in enumerate(accounts, start=2):
            birthday = today - timedelta(days=_OF_THE_PLACE.randint(5_000, 30_000))
            own = {"id": number, "account_id": account_id, "birthday": birthday.isoformat()}
            yield row | own | {"name": f"Cliente {number}", "name_folded": f"cliente {number}"}

    places = ", ".join(f":{name}" for name in names)
    file.executemany(f"INSERT INTO client VALUES ({places})", rows())


def _move(file, clients, movements, now, *, settles):
    """Let clients buy, half of it on account, and pay part of what they owe."""
    accounts = dict(file.execute("SELECT id, account_id FROM client"))
    sales, drawer = (
        file.execute("SELECT id FROM account WHERE kind = ?", (kind,)).fetchone()[0]
        for kind in ("sales", "register")
    )
    balances = dict.fromkeys((*accounts.values(), sales, drawer), 0)
    entries, postings, tickets = [], [], []
    start = int(now.timestamp() * 1000) - _PERIOD * _DAY
    for number in range(1, movements + 1):
        at = start + number * _PERIOD * _DAY // movements
        # A few clients buy much; many, little.
        client = 1 + int(clients * _OF_THE_PLACE.random() ** 2)
        owner = accounts[client]
        amount = _OF_THE_PLACE.randint(500_00, 20_000_00)
        pays = balances[owner] > 0 and _OF_THE_PLACE.random() < (0.05 if settles else 0.4)
        if pays and settles:
            amount = balances[owner]
        legs = ((drawer, amount), (owner, -amount)) if pays else ((owner, amount), (sales, -amount))
        if not pays:
            tickets.append((number, client, amount, amount))
        day = (now - timedelta(milliseconds=start + _PERIOD * _DAY - at)).date().isoformat()
        entries.append((number, f"b{number}", "payment" if pays else "sale", at, day))
        for account_id, moved in legs:
            balances[account_id] += moved
            postings.append((number, account_id, moved, balances[account_id]))
    file.executemany(
        "INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id)"
        " VALUES (?, ?, ?, ?, ?, 1)",
        entries,
    )
    file.executemany(
        "INSERT INTO posting (entry_id, account_id, amount, balance_after) VALUES (?, ?, ?, ?)",
        postings,
    )
    file.executemany(
        "INSERT INTO sale (kind, entry_id, client_id, total, on_account)"
        " VALUES ('sale', ?, ?, ?, ?)",
        tickets,
    )
    file.executemany(
        "UPDATE account SET balance = ? WHERE id = ?", ((b, key) for key, b in balances.items())
    )


def run(folder):
    """Measure the four reads of the day together."""
    database = open_shop(many_clients(folder, CLIENTS, MOVEMENTS), create=False)
    ours, bare, debtors = [], [], 0
    with database.read() as work:
        for _ in range(_ROUNDS):
            start = perf_counter()
            debtors = len(debts_by_age(work))
            birthdays(work)
            long_unseen(work)
            promises_due(work, work.today)
            middle = perf_counter()
            work.db.exec_driver_sql(
                "SELECT c.name, a.balance FROM account a JOIN client c ON c.account_id = a.id"
                " WHERE a.kind = 'client' AND a.balance > 0"
            ).fetchall()
            work.db.exec_driver_sql(
                "SELECT s.client_id, max(e.business_date) FROM sale s"
                " JOIN journal_entry e ON e.id = s.entry_id GROUP BY s.client_id"
            ).fetchall()
            end = perf_counter()
            ours.append((middle - start) * 1000)
            bare.append((end - middle) * 1000)
    database.close()
    return compared(
        ours,
        bare,
        clients=CLIENTS,
        movements=MOVEMENTS,
        debtors=debtors,
        bare_is="debtors and last tickets, as they are",
        p95_limit=1000,
    )
