"""Kills a program again and again while it brings clients or products in from a file.

`python -m tests.faults.import_kills FOLDER KIND ROWS KILLS SEED` prints what became of it, as JSON.
It forks, so it runs in a process of its own, without threads.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sys
import time
import uuid
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from kioskifly_desktop.adapters.exchange import read_rows
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.imports import ImportKind, guess, make_table, plan_import, run_import
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.plans import PUBLIC, key, plan

CARELESS = "careless" in sys.argv
"""Written in pieces, each in a transaction of its own: it must be caught."""
_PIECE = 100
_STAGES = (2, 7, 1)
"""How many are killed while they start, read and plan; while they write; when it is over."""


def write_file(path, kind, rows):
    """Write a file of clients, some without a document or a debt; or of products with stock."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        if kind is ImportKind.CLIENTS:
            writer.writerow(("Nombre", "DNI", "Teléfono", "Saldo"))
            for row in range(rows):
                document = str(20_000_000 + row) if row % 3 else ""
                owed = f"{row + 1},50" if row % 2 else ""
                writer.writerow((f"Ñandú {row}", document, f"351 4{row:06d}", owed))
        else:
            writer.writerow(("Producto", "Código de barras", "Precio", "Costo", "Stock"))
            for row in range(rows):
                code = f"KF{row:06d}" if row % 3 else ""
                writer.writerow((f"Golosina {row}", code, f"{row + 10}", "5", str(row % 50)))


def opened(folder):
    return open_shop(folder, create=False, vendor=PUBLIC)


def bring(database, kind, path, writing=lambda: None):
    """Read the file, plan and write, as the window and the command line do; return how many."""
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    table = make_table(read_rows(path), kind)
    with database.read(admin) as work:
        ready = plan_import(work, kind, table, guess(work, table, kind))
    writing()
    if CARELESS:
        rows = list(ready.ready)
        for start in range(0, len(rows), _PIECE):
            piece = replace(ready, ready=rows[start : start + _PIECE])
            with database.write(admin) as work:
                run_import(work, piece, f"piece-{start}")
        return len(rows)
    with database.write(admin) as work:
        return run_import(work, ready, uuid.uuid4().hex).added


def killed(folder, kind, path, after, stage):
    """Kill so many seconds after a stage begins; tell whether it was acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with closing(opened(folder)) as database:
            bring(database, kind, path, lambda: os.write(writing, b"writing\n"))
            os.write(writing, b"done\n")
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        heard = [pipe.readline() for _ in range(stage)]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "done\n" in {*heard, *pipe}


def held(database):
    """Return what an import writes: how many of each, what is owed, what is on the shelves."""
    with database.read() as work:
        return work.db.exec_driver_sql(
            """
            SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM product),
                (SELECT count(*) FROM product_barcode), (SELECT count(*) FROM price_change),
                (SELECT count(*) FROM journal_entry), (SELECT count(*) FROM stock_move),
                (SELECT coalesce(sum(balance), 0) FROM account WHERE kind = 'client'),
                (SELECT coalesce(sum(stock), 0) FROM product),
                (SELECT count(*) FROM audit_event WHERE kind = 'import')
            """
        ).one()


def main(base, kind, rows, kills, seed):
    """Kill so often, look each time, ask again twice, and return the counts."""
    empty, folder, path, dice = base / "empty", base / "shop", base / "file.csv", Random(seed)
    with closing(open_shop(empty, vendor=PUBLIC)) as database:
        with database.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
        with database.write(admin) as work:
            install_plan(work, key(plan("Cadena", None, None, None)))
        nothing = held(database)
    write_file(path, kind, rows)

    def anew():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(empty, folder)

    anew()
    times = [time.monotonic()]
    with closing(opened(folder)) as database:
        assert bring(database, kind, path, lambda: times.append(time.monotonic())) == rows
        whole = held(database)
    times.append(time.monotonic())
    counts = dict.fromkeys(("kills", "whole", "half", "lost", "doubled", "broken"), 0)
    for _ in range(kills):
        anew()
        (stage,) = dice.choices(range(3), _STAGES)
        after = dice.random() * (times[2] - times[min(stage, 1)])
        acknowledged = killed(folder, kind, path, after, stage)
        with closing(opened(folder)) as database:
            found = held(database)
            counts["kills"] += 1
            counts["whole"] += found == whole
            counts["half"] += found not in (nothing, whole)
            if CARELESS and counts["half"]:
                break
            counts["lost"] += acknowledged and found != whole
            again = [bring(database, kind, path) for _ in range(2)]
            after = held(database)
            # Asked for again in vain it is an import of nobody, and the audit says so.
            counts["doubled"] += sum(again) + found[kind is ImportKind.PRODUCTS] != rows
            counts["doubled"] += after[:-1] != whole[:-1]
            with database.read() as work:
                counts["broken"] += bool(check(work))
    return counts


if __name__ == "__main__":
    place, named, so_many, times, seeded = sys.argv[1:6]
    told = main(Path(place), ImportKind(named), int(so_many), int(times), int(seeded))
    json.dump(told, sys.stdout)
