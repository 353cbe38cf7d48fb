"""A shop of 2.7 million sales: the close of its day, its check and its copy."""

from __future__ import annotations

import os
import random
import shutil
import threading
from contextlib import closing, suppress
from dataclasses import asdict, replace
from itertools import count
from time import perf_counter, sleep
from uuid import uuid4

from kioskifly_desktop.adapters.backups.copies import copy_file
from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, Tender, register_sale
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    open_session,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from kioskifly_desktop.demo import TOP, create_top_shop
from tests.bench.timing import compared, summary
from tests.factories import DRAWER, payment

_TICKETS, _CLOSES, _COPIES, _COPIED_WEEKS = 1_500, 60, 3, 20
_MOVED = """
    SELECT entry.kind, undone.kind, sum(moved.amount), count(*)
    FROM posting AS moved JOIN journal_entry AS entry ON entry.id = moved.entry_id
    LEFT JOIN journal_entry AS undone ON undone.id = entry.reverses
    WHERE moved.entry_id > :opening AND +moved.account_id = :account GROUP BY 1, 2
"""
_BY_MEANS = """
    SELECT paid.method, count(DISTINCT sale.id), sum(paid.amount)
    FROM sale JOIN sale_payment AS paid ON paid.sale_id = sale.id
    WHERE sale.session_id = :session GROUP BY 1
"""
_SOLD = """
    SELECT kind, count(*), sum(total), sum(on_account), sum(on_account > 0)
    FROM sale WHERE session_id = :session GROUP BY kind
"""
_OF_SESSION = """
    SELECT session.id AS session, opening_entry_id AS opening, account_id AS account
    FROM cash_session AS session JOIN register ON register.id = register_id
    WHERE session.id = :session
"""
_PROOF = ("PRAGMA quick_check", "SELECT account_id, sum(amount) FROM posting GROUP BY account_id")


def top_shop(folder, weeks=TOP.weeks):
    """Return the folder of the shop, making it if it isn't there."""
    made = folder / f"top-{weeks}"
    if not (made / FILE_NAME).exists():
        print(f"making the shop of {weeks} weeks: minutes, and up to 13 GB")
        create_top_shop(made, replace(TOP, weeks=weeks))
    return made


class _UndoneError(Exception):
    """Nothing of this is to stay."""


def close(folder):
    """Measure the close of a day of 1,500 tickets, all but its commit."""
    ours, plain = [], []
    with closing(open_shop(top_shop(folder), create=False)) as shop, suppress(_UndoneError):
        with shop.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
        with shop.write(admin) as work:
            session = _day(work)
            key = work.db.exec_driver_sql(_OF_SESSION, {"session": session}).mappings().one()
            for number in range(_CLOSES):
                work.db.exec_driver_sql("SAVEPOINT close")
                ours.append(
                    _taken(close_session, work, CloseRequest(f"c{number}", session, CashCount()))
                )
                work.db.exec_driver_sql("ROLLBACK TO close")
                begun = perf_counter()
                for sums in (_MOVED, _BY_MEANS, _SOLD):
                    work.db.exec_driver_sql(sums, dict(key)).fetchall()
                plain.append((perf_counter() - begun) * 1000)
            raise _UndoneError
    return compared(ours, plain, bare_is="the same sums alone", tickets=_TICKETS, ratio_limit=2)


def _day(work):
    """Sell a day's tickets in an open session and return it."""
    rng = random.Random(4)
    session = open_session(work, OpenRequest("open", DRAWER, 0)).session_id
    goods = list_products(work, ProductQuery(), limit=200)
    clients = list_clients(work, ClientQuery(), limit=100)
    for number in range(_TICKETS):
        taken = rng.sample(goods, rng.choice((1, 2, 3, 4)))
        lines = tuple(SaleLineRequest(each.id, 1_000) for each in taken)
        total = sum(each.price for each in taken)
        request = SaleRequest(f"d{number}", lines, client_id=rng.choice(clients).id)
        if number % 5 > 1:
            cash = (Tender(PaymentMethod.CASH, DRAWER, total),)
            register_sale(work, replace(request, tenders=cash))
        else:
            register_sale(work, replace(request, on_account=total))
    return session


def prove(folder):
    """Measure `check` of a shop that has its place in memory."""
    return _prove(top_shop(folder, _COPIED_WEEKS), rounds=3)


def prove_whole(folder):
    """Measure it once of the whole shop: minutes."""
    return _prove(top_shop(folder), rounds=1)


def _prove(place, rounds):
    ours, plain = [], []
    with closing(open_shop(place, create=False)) as shop, shop.read() as work:
        for _ in range(rounds):
            ours.append(_taken(check, work))
            plain.append(sum(_taken(_all, work, statement) for statement in _PROOF))
    return compared(ours, plain, bare_is="quick_check and one SUM GROUP BY", ratio_limit=2)


def _all(work, statement):
    work.db.exec_driver_sql(statement).fetchall()


def copy(folder):
    """Measure a copy of the open shop, with payments going on, and what these take meanwhile."""
    source, target = top_shop(folder, _COPIED_WEEKS) / FILE_NAME, folder / "copied.db"
    ours, plain, quiet, meanwhile = [], [], [], []
    with closing(open_shop(source.parent, create=False)) as shop:
        with shop.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
            client = list_clients(work, ClientQuery(), limit=1)[0].id
        pay = _payer(shop, admin, client)
        for _ in range(_COPIES):
            target.unlink(missing_ok=True)
            plain.append(_taken(_copy_plainly, source, target))
            target.unlink()
            quiet += [pay() for _ in range(200)]
            copying = threading.Thread(
                target=lambda: ours.append(_taken(copy_file, source, target))
            )
            copying.start()
            while copying.is_alive():
                meanwhile.append(pay())
                sleep(0.02)
            copying.join()
    target.unlink()
    return compared(
        ours,
        plain,
        bare_is="cp and fsync",
        ratio_limit=2,
        payment_ms=asdict(summary(quiet)),
        payment_meanwhile_ms=asdict(summary(meanwhile)),
    )


def _copy_plainly(source, target):
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def _payer(shop, admin, client):
    """Return a function that pays once and says how long it took."""
    numbers = count()
    run = uuid4().hex[:8]

    def pay():
        begun = perf_counter()
        with shop.write(admin) as work:
            register_payment(work, payment(client, 100, request_id=f"{run}-{next(numbers)}"))
        return (perf_counter() - begun) * 1000

    return pay


def _taken(act, *arguments):
    start = perf_counter()
    act(*arguments)
    return (perf_counter() - start) * 1000
