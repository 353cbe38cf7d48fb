"""A list of clients narrowed with each key, among a million of them.

Beside it, in turns, the first 50 that the full-text index gives by itself, in no order.
"""

from __future__ import annotations

import random
from contextlib import closing
from time import perf_counter

from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.search import match_expression
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.demo.names import FIRST_NAMES, SURNAMES
from tests.bench.million import million
from tests.bench.timing import compared

CLIENTS = 1_000_000
_PEOPLE, _PAGE = 60, 50
_PLAIN = "SELECT rowid FROM client_search WHERE client_search MATCH ? LIMIT 50"


def typed():
    """Return what is in the search box after each key, as people look somebody up."""
    rng = random.Random(9)  # the same people every time
    wanted = []
    for _ in range(_PEOPLE):
        name = f"{rng.choice(FIRST_NAMES)} {rng.choice(SURNAMES)}"
        surname_first = " ".join(reversed(name.split(" ", 1)))
        wanted.append(rng.choice((name, name.lower(), surname_first, name.rsplit(maxsplit=1)[-1])))
        wanted.append(str(rng.randint(10_000_000, 47_000_000)))
    return [whole[:end] for whole in wanted for end in range(1, len(whole) + 1)]


def run(folder):
    """Measure each key."""
    ours, plain = [], []
    with (
        closing(open_shop(million(folder, CLIENTS), create=False)) as database,
        database.read() as work,
    ):
        for search in typed():
            begun = perf_counter()
            list_clients(work, ClientQuery(search=search), limit=_PAGE)
            middle = perf_counter()
            work.db.exec_driver_sql(_PLAIN, (match_expression(search),)).fetchall()
            plain.append((perf_counter() - middle) * 1000)
            ours.append((middle - begun) * 1000)
    return compared(
        ours,
        plain,
        bare_is="the index alone, first 50",
        clients=CLIENTS,
        p95_limit=20,
    )
