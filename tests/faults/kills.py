"""Kills a program again and again while it sells, charges, opens and closes its drawer.

`python -m tests.faults.kills FOLDER KILLS SEED` prints what became of it, as JSON. It forks, so it
runs in a process of its own, without threads.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
import uuid
from collections import Counter
from pathlib import Path
from random import Random

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.ledger import find_request
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, register_sale
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    current_session,
    open_session,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from tests.factories import BANK, DRAWER, make_client, make_product, payment

CARELESS = "careless" in sys.argv
"""Payments are named anew each time, so that asking again pays again: it must be caught."""
PAID, OWED = 10_00, 500_00
_LIFE = 40
"""After so many kills the shop begins anew: reading a long one again each time takes minutes."""
_LONGEST = 0.03
_WORKING = 0.8
"""The others are killed while they start."""


def furnish(folder):
    """Make the shop, and return who works in it, a client and a product."""
    shutil.rmtree(folder, ignore_errors=True)
    database = open_shop(folder)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        ids = make_client(work, "Ana"), make_product(work, "Yerba", price=OWED)
    database.close()
    return admin, *ids


def act(database, people, request_id):
    """Do what a request names, once however often it is asked."""
    admin, client, product = people
    kind = int(request_id.split(".")[1]) % 4
    with database.write(admin) as work:
        if kind == 0:
            named = uuid.uuid4().hex if CARELESS else request_id
            register_payment(work, payment(client, PAID, register=BANK, request_id=named))
        elif kind == 1:
            lines = (SaleLineRequest(product, 1_000),)
            asked = SaleRequest(request_id, lines, client_id=client, on_account=OWED)
            register_sale(work, asked)
        elif find_request(work, request_id) is None:
            # Opened or closed, as it finds the drawer: asked again it would be the other.
            session = current_session(work, DRAWER)
            if session is None:
                open_session(work, OpenRequest(request_id, DRAWER, 0))
            else:
                close_session(work, CloseRequest(request_id, session.id, CashCount(coins=0)))


def work_until_killed(folder, people, life, told):
    """Go on, and tell each request that was done."""
    database = open_shop(folder, create=False)
    os.write(told, b"ready\n")
    for number in range(1_000_000):
        request_id = f"{life}.{number}"
        act(database, people, request_id)
        os.write(told, f"{request_id}\n".encode())


def main(folder, kills, seed):
    """Kill so often, look each time, and return the counts."""
    dice, people = Random(seed), furnish(folder)
    counts = dict.fromkeys(("kills", "acknowledged", "lost", "doubled", "broken"), 0)
    for life in range(kills):
        if life and life % _LIFE == 0:
            people = furnish(folder)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            work_until_killed(folder, people, life, writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            if dice.random() < _WORKING:
                pipe.readline()
            time.sleep(dice.random() * _LONGEST)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            lines = [line.strip() for line in pipe if line.endswith("\n")]
        done = [line for line in lines if line != "ready"]
        look(folder, people, done, life, counts)
    return counts


def look(folder, people, done, life, counts):
    """Count what is wrong after a kill, and do again what was not acknowledged."""
    database = open_shop(folder, create=False)
    again = f"{life}.{len(done)}"
    try:
        with database.read() as work:
            kept = {row[0] for row in _requests(work)}
            counts["broken"] += bool(check(work))
        for each in (*done[-1:], again, again):
            act(database, people, each)
        with database.read() as work:
            after = [row[0] for row in _requests(work)]
            counts["doubled"] += not agrees(work, people, after)
            after = [each for each in after if each.startswith(f"{life}.")]
    finally:
        database.close()
    counts["kills"] += 1
    counts["acknowledged"] += len(done)
    counts["lost"] += sum(each not in kept for each in done)
    counts["doubled"] += sorted(after) != sorted({*done, again})


def agrees(work, people, requests):
    """Tell whether money, sales and papers are those of each request, once."""
    kinds = Counter(int(each.split(".")[1]) % 4 for each in requests if "." in each)
    sales = work.db.exec_driver_sql("SELECT count(*) FROM sale").scalar_one()
    papers = work.db.exec_driver_sql(
        "SELECT count(*) FROM voucher WHERE kind IN ('receipt', 'sale')"
    ).scalar_one()
    return (
        get_client(work, people[1]).balance == kinds[1] * OWED - kinds[0] * PAID
        and get_register(work, BANK).balance == kinds[0] * PAID
        and sales == kinds[1]
        and papers == kinds[0] + kinds[1]
    )


def _requests(work):
    return work.db.exec_driver_sql("SELECT request_id FROM journal_entry").fetchall()


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])), sys.stdout)
