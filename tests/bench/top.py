"""A shop of 2.7 million sales: its close, its check and its copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from time import perf_counter, sleep

from kioskifly_desktop.adapters.backups.copies import copy_file
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.sessions import CashCount, CloseRequest, close_session, list_sessions
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from kioskifly_desktop.demo.top import TOP, Scale, create_top_shop
from tests.bench.timing import compared
from tests.factories import payment

_CLOSES, _COPIES, _PAUSE = 40, 3, 0.005
_DAY = Scale(clients=500, with_account=300, products=2_000, tickets=1_500, days=1, weeks=1)
_SUMS = """
    SELECT entry.kind, undone.kind, sum(moved.amount), count(*)
    FROM posting AS moved JOIN journal_entry AS entry ON entry.id = moved.entry_id
    LEFT JOIN journal_entry AS undone ON undone.id = entry.reverses
    WHERE moved.entry_id > ? AND moved.entry_id < ? AND +moved.account_id = ?
    GROUP BY 1, 2
""", """
    SELECT paid.method, paid.register_id, sum(paid.amount), count(*)
    FROM sale JOIN sale_payment AS paid ON paid.sale_id = sale.id
    WHERE sale.session_id = ? GROUP BY 1, 2
""", """
    SELECT kind, count(*), sum(total), sum(on_account) FROM sale WHERE session_id = ? GROUP BY kind
"""


def top_shop(folder, scale=TOP):
    """Return the folder of a shop of a scale, making it if it isn't there."""
    made = folder / f"top-{scale.tickets * scale.days * scale.weeks}"
    if not (made / FILE_NAME).exists():
        create_top_shop(made, scale)
    return made


def close(folder):
    """Measure the close of a day of 1,500 tickets, undone each time but the sums."""
    with closing(open_shop(top_shop(folder, _DAY), create=False)) as shop:
        with shop.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
            session = max(list_sessions(work), key=lambda each: each.id)
        print(session)
    return session
