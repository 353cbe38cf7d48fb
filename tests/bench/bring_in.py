"""100,000 clients from a CSV, with what each one owes: read, planned and written, with progress.

Beside it, what nobody can go below: reading the file's cells, and inserting as many plain rows.
"""

from __future__ import annotations

import csv
import shutil
import sqlite3
from time import perf_counter

from kioskifly_desktop.adapters.exchange import read_rows
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.imports import ImportKind, guess, make_table, plan_import, run_import
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.bench.timing import compared
from tests.plans import PUBLIC, key, plan

CLIENTS = 100_000
_LIMIT_MS = 60_000


def write_file(path, clients):
    """Write a CSV as a spreadsheet does, every client with a document, a phone and a debt."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("Nombre", "DNI", "Teléfono", "Dirección", "Saldo", "Fecha"))
        for number in range(clients):
            writer.writerow(
                (
                    f"Cliente {number} Pérez",
                    20_000_000 + number,
                    f"351 4{number:06d}",
                    f"San Martín {number}",
                    f"{number % 9000 + 1},50",
                    f"{number % 28 + 1:02d}/01/2026",
                )
            )


def bring_in(folder, path):
    """Import the file into a new shop; return its milliseconds and how often it told of itself."""
    told = []
    database = open_shop(folder, vendor=PUBLIC)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        install_plan(work, key(plan("Cadena", None, None, None)))
    start = perf_counter()
    table = make_table(read_rows(path), ImportKind.CLIENTS)
    with database.read(admin) as work:
        mapping = guess(work, table, ImportKind.CLIENTS)
        ready = plan_import(work, ImportKind.CLIENTS, table, mapping, lambda *_: told.append(1))
    with database.write(admin) as work:
        done = run_import(work, ready, "bench", lambda *_: told.append(1))
    took = (perf_counter() - start) * 1000
    with database.read(admin) as work:
        assert check(work) == []
    database.close()
    assert done.added == CLIENTS
    return took, len(told)


def run(folder):
    """Measure one import of each."""
    path = folder / f"clients-{CLIENTS}.csv"
    write_file(path, CLIENTS)
    place = folder / "bring_in"
    ours, bare, told = [], [], 0
    for _ in range(2):
        shutil.rmtree(place, ignore_errors=True)
        took, told = bring_in(place, path)
        ours.append(took)
        start = perf_counter()
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, delimiter=";"))
        plain = sqlite3.connect(place / "plain.db")
        plain.execute("CREATE TABLE client (a, b, c, d, e, f)")
        plain.executemany("INSERT INTO client VALUES (?, ?, ?, ?, ?, ?)", rows)
        plain.commit()
        plain.close()
        bare.append((perf_counter() - start) * 1000)
    return compared(
        ours,
        bare,
        clients=CLIENTS,
        told=told,
        bare_is="its cells read and inserted as they are",
        p95_limit=_LIMIT_MS,
    )
