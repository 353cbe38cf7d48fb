"""What is bought together, found for one client over a million ticket lines.

The anchors are the worst there are: the five products of most tickets. Beside it, in turns, what
nobody can go below: the lines of those five counted from their index.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, time, timedelta
from itertools import accumulate
from time import monotonic, perf_counter
from typing import Any

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.contact import Aim
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.es_ar import business_date, utc_now
from kioskifly_desktop.core.offers import complements, plan_offer
from kioskifly_desktop.core.offers.baskets import ANCHORS, HORIZON
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.bench.big_shop import big_shop
from tests.bench.timing import compared

LINES = 1_000_000
PRODUCTS = 2_000
_TICKET = (1, 2, 3, 4, 5, 6, 8)
_HOW_MANY = (22, 22, 18, 14, 10, 8, 6)
_DAYS = 700
_POPULAR = 0.031
_A_VISIT, _A_VOID, _A_RETURN = 0.001, 0.01, 0.01
_BATCH = 20_000
_ROUNDS, _WARM_UP = 60, 3

_ENTRY = (
    "INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id, memo, reverses)"
    " VALUES (?, ?, ?, ?, ?, 1, '', ?)"
)
_SALE = (
    "INSERT INTO sale (id, kind, entry_id, client_id, total, on_account) VALUES (?, ?, ?, ?, ?, 0)"
)
_LINE = (
    "INSERT INTO sale_line"
    " (sale_id, product_id, description, unit, quantity, price, discount, total, cost)"
    " VALUES (?, ?, 'Producto', 'piece', 1000, 100000, 0, 100000, 60000)"
)


def busy_shop(folder):
    """Return the folder of a shop with that many ticket lines, making it if it isn't there."""
    made = folder / f"shop-{LINES}-lines"
    if (made / FILE_NAME).exists():
        return made
    unfinished = folder / f"shop-{LINES}-lines.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(big_shop(folder, PRODUCTS), unfinished)
    database = open_shop(unfinished)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        client = add_client(work, ClientRequest("Ana Ruiz"))
    database.close()
    start = monotonic()
    with closing(sqlite3.connect(unfinished / FILE_NAME)) as connection:
        _sell(connection, client)
        connection.execute(
            "UPDATE product SET cost = price * 6 / 10, stock = 10000, tracks_stock = 0"
        )
        connection.commit()
    unfinished.rename(made)
    print(f"made {LINES} ticket lines in {monotonic() - start:.0f} s")
    return made


def _sell(connection, client):
    """Write sales, some voided and some of goods given back, straight into the tables."""
    made_in = random.Random(11)  # the same shop every time
    rest = [1 / rank**0.8 for rank in range(10, PRODUCTS + 10 - ANCHORS)]
    # Each of the first ones is on a ticket of ten, as cigarettes and the big bottle are.
    weights = list(accumulate([sum(rest) * _POPULAR / (1 - ANCHORS * _POPULAR)] * ANCHORS + rest))
    products = range(1, PRODUCTS + 1)
    today = business_date(utc_now())
    entries: list[tuple[Any, ...]] = []
    sales: list[tuple[Any, ...]] = []
    lines: list[tuple[Any, ...]] = []
    written = 0
    entry = 1_000
    number = 0
    while written + len(lines) < LINES:
        number += 1
        entry += 1
        day = today - timedelta(days=_DAYS - _DAYS * (written + len(lines)) // LINES)
        moment = int(datetime.combine(day, time(18), UTC).timestamp() * 1000)
        kind = "return" if made_in.random() < _A_RETURN else "sale"
        buyer = client if made_in.random() < _A_VISIT else None
        entries.append((entry, f"bench-{entry}", kind, moment, str(day), None))
        sales.append((number, kind, entry, buyer, 100_000))
        wanted = made_in.choices(_TICKET, _HOW_MANY)[0]
        bought = made_in.choices(products, cum_weights=weights, k=wanted)
        lines += [(number, product) for product in bought]
        if kind == "sale" and made_in.random() < _A_VOID:
            entry += 1
            undone = (entry, f"bench-{entry}", "reversal", moment, str(day), entry - 1)
            entries.append(undone)
        if len(lines) >= _BATCH:
            written += len(lines)
            _flush(connection, entries, sales, lines)
    _flush(connection, entries, sales, lines)


def _flush(connection, entries, sales, lines):
    for query, rows in ((_ENTRY, entries), (_SALE, sales), (_LINE, lines)):
        connection.executemany(query, rows)
        rows.clear()


def _timed(act):
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def run(folder):
    """Measure, and return the result."""
    made = busy_shop(folder)
    with closing(sqlite3.connect(made / FILE_NAME)) as connection:
        count = "SELECT product_id, count(*) FROM sale_line GROUP BY product_id ORDER BY 2 DESC"
        anchors = [row[0] for row in connection.execute(f"{count} LIMIT {ANCHORS}")]
        after = connection.execute("SELECT max(id) FROM sale").fetchone()[0] - HORIZON
        marks = ", ".join("?" * ANCHORS)
        plain = (
            f"SELECT product_id, count(*) FROM sale_line INDEXED BY ix_sale_line_product_id_sale_id"
            f" WHERE product_id IN ({marks}) AND sale_id > ? GROUP BY product_id"
        )
        database = open_shop(made, create=False)
        ours, bare = [], []
        with database.read() as work:
            found = complements(work, anchors)
            assert found, "nothing is bought together"
            whole = _timed(lambda: plan_offer(work, 1, Aim.COMPLEMENT))
            for turn in range(_ROUNDS + _WARM_UP):
                taken = _timed(lambda: complements(work, anchors))
                floor = _timed(lambda: connection.execute(plain, (*anchors, after)).fetchall())
                if turn >= _WARM_UP:
                    ours.append(taken)
                    bare.append(floor)
        database.close()
    return compared(
        ours,
        bare,
        lines=LINES,
        whole_offer_ms=round(whole, 1),
        bare_is="the anchors' lines counted from the index",
        p95_limit=200,
    )
