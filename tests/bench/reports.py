"""A day's reports of a shop with 2.7 million sales, three years of them.

Beside each, in turns, what nobody can go below: reading the day's tickets and lines one by one.
"""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from time import perf_counter

from kioskifly_desktop.core.catalog import ProductRequest, add_product
from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.reports import REPORTS, Period, ReportName, make_report
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.bench.timing import compared

SALES, DAYS = 2_700_000, 1_000
_PRODUCTS, _CLIENTS = 2_000, 1_000
_ROUNDS, _AGO = 20, 400
_OF_A_DAY = [name for name, kind in REPORTS.items() if kind.has_period]
_DAY = 86_400_000
_PLAIN = """
    SELECT sale.total, line.total, line.cost, line.quantity, entry.at, entry.user_id
    FROM journal_entry AS entry JOIN sale ON sale.entry_id = entry.id
    JOIN sale_line AS line ON line.sale_id = sale.id
    WHERE entry.business_date = ?
"""
# A ticket every 32 seconds and a bit, one of two lines; one in fifty comes back, one is voided.
_FILL = (
    """
    CREATE TEMP TABLE made AS
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :sales)
    SELECT i, :start + i * :span / :sales AS at, CASE WHEN i % 50 = 7 THEN 'return' ELSE 'sale' END
    AS kind, (i * 7919) % :products + 1 AS one, (i * 104729) % :products + 1 AS two,
    CASE WHEN i % 3 = 0 THEN (i * 31) % :clients + 1 END AS client FROM n
    """,
    """
    INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id, memo)
    SELECT i, 'bench-' || i, kind, at, date((at - 10800000) / 1000, 'unixepoch'), 1 + i % 2, ''
    FROM made
    """,
    """
    INSERT INTO posting (entry_id, account_id, amount, balance_after)
    SELECT i, CASE leg WHEN 1 THEN 1 ELSE 4 END, leg * 150000, leg * i
    FROM made, (SELECT 1 AS leg UNION ALL SELECT -1) ORDER BY i
    """,
    """
    INSERT INTO sale (id, kind, entry_id, client_id, total, on_account)
    SELECT i, kind, i, client, 150000, CASE WHEN client % 2 = 1 THEN 150000 ELSE 0 END FROM made
    """,
    """
    INSERT INTO sale_line (sale_id, product_id, description, unit, quantity, price, discount,
                           total, cost)
    SELECT i, one, 'Producto', 'piece', 1000, 50000, 0, 50000, 30000 FROM made
    """,
    """
    INSERT INTO sale_line (sale_id, product_id, description, unit, quantity, price, discount,
                           total, cost)
    SELECT i, two, 'Producto', 'piece', 2000, 50000, 0, 100000, 30000 FROM made
    """,
    """
    INSERT INTO sale_payment (sale_id, method, register_id, amount, tendered)
    SELECT i, 'cash', 1, 150000, 200000 FROM made WHERE client IS NULL OR client % 2 = 0
    """,
    """
    INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id, memo, reverses)
    SELECT :sales + i, 'void-' || i, 'reversal', at, date((at - 10800000) / 1000, 'unixepoch'), 1,
    '', i FROM made WHERE i % 50 = 9
    """,
)


def many_sales(folder, sales, days):
    """Return the folder of a shop with that many, making it if it isn't there."""
    made = folder / f"sales-{sales}-{days}"
    if (made / FILE_NAME).exists():
        return made
    unfinished = folder / f"{made.name}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    database = open_shop(unfinished)
    with database.read() as work:
        admin, now = next(user for user in list_users(work) if user.is_admin), work.now
    with database.write(admin) as work:
        for number in range(_PRODUCTS):
            add_product(
                work,
                ProductRequest(
                    f"Producto {number}", category=f"Rubro {number % 12}", price=500_00, cost=300_00
                ),
            )
        for number in range(_CLIENTS):
            add_client(work, ClientRequest(f"Cliente {number}"))
    database.close()
    key = {"sales": sales, "products": _PRODUCTS, "clients": _CLIENTS, "span": days * _DAY}
    key["start"] = int((now - timedelta(days=days)).timestamp() * 1000)
    file = sqlite3.connect(unfinished / FILE_NAME)
    file.execute("PRAGMA synchronous = OFF")
    file.execute("PRAGMA cache_size = -500000")
    indexes = file.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name"
        " IN ('journal_entry', 'posting', 'sale', 'sale_line', 'sale_payment')"
    ).fetchall()
    for name, _ in indexes:
        file.execute(f"DROP INDEX {name}")
    for statement in _FILL:
        file.execute(statement, key if ":" in statement else {})
    for _, sql in indexes:
        file.execute(sql)
    file.commit()
    file.close()
    return unfinished.rename(made)


def run(folder):
    """Measure every report of one day, together."""
    database = open_shop(many_sales(folder, SALES, DAYS), create=False)
    ours, bare = [], []
    slowest: dict[ReportName, float] = {}
    with database.read() as work:
        day = work.today - timedelta(days=_AGO)
        for _ in range(_ROUNDS):
            start = perf_counter()
            for name in _OF_A_DAY:
                began = perf_counter()
                make_report(work, name, Period(day, day))
                slowest[name] = max(slowest.get(name, 0), perf_counter() - began)
            middle = perf_counter()
            work.db.exec_driver_sql(_PLAIN, (day.isoformat(),)).fetchall()
            ours.append((middle - start) * 1000)
            bare.append((perf_counter() - middle) * 1000)
    database.close()
    return compared(
        ours,
        bare,
        bare_is="the day's lines, once",
        sales=SALES,
        reports={name.value: round(took * 1000, 1) for name, took in slowest.items()},
        p95_limit=1000,
    )
