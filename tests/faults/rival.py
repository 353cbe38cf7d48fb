"""One of some processes that work in the same shop at once.

`python -m tests.faults.rival FOLDER NAME ACTS SEED [together]` prints what it did, as JSON. Rivals
take turns: each lets go of the shop after some acts. `together`, each owns it all the time, as
where the lock is lost: only the transactions keep them apart.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from kioskifly_desktop.adapters.exchange import read_rows
from kioskifly_desktop.core.errors import (
    NoOpenSessionError,
    SessionOpenError,
    ShopInUseError,
    ShopLockedError,
)
from kioskifly_desktop.core.imports import ImportKind, guess, make_table, plan_import, run_import
from kioskifly_desktop.core.ledger import find_request
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
from tests.factories import BANK, DRAWER, payment

PAID, OWED = 10_00, 500_00
_LOCK = "kioskifly.lock"
_TURN = 3


class Rival:
    """Does its own requests, those of all, and opens and closes whenever it can."""

    def __init__(self, folder, name, seed, *, together):
        self.folder, self.name, self.together = folder, name, together
        self.dice = random.Random(seed)
        self.done: list[str] = []
        self.counts: Counter[str] = Counter()
        with closing(self.open()) as database, database.read() as work:
            self.admin = next(user for user in list_users(work) if user.is_admin)

    def open(self):
        while True:
            if self.together:
                (self.folder / _LOCK).unlink(missing_ok=True)
            try:
                return open_shop(self.folder, create=False)
            except (ShopInUseError, ShopLockedError):
                time.sleep(0.002)

    def work(self, acts):
        """Do so many acts of each sort, in an order of its own."""
        wanted = [(kind, n) for n in range(acts) for kind in ("own", "shared", "session")]
        wanted += [("import", 0)]
        self.dice.shuffle(wanted)
        while wanted:
            with closing(self.open()) as database:
                for _ in range(len(wanted) if self.together else _TURN):
                    if wanted:
                        self.insist(database, *wanted.pop())
            time.sleep(self.dice.random() * 0.01)

    def insist(self, database, kind, number):
        """Do an act, however often somebody else is in the way."""
        while True:
            try:
                with database.write(self.admin) as work:
                    self.act(work, kind, number)
            except ShopLockedError:
                self.counts["waited"] += 1
            except (SessionOpenError, NoOpenSessionError):
                self.counts["refused"] += 1
                return
            else:
                return

    def act(self, work, kind, number):
        request_id = f"{'all' if kind == 'shared' else self.name}-{number}"
        if kind == "session":
            self.turn(work, f"{request_id}-session", opens=number % 2 == 0)
        elif kind == "import":
            self.bring(work)
        else:
            if number % 2:
                lines = (SaleLineRequest(1, 1_000),)
                register_sale(work, SaleRequest(request_id, lines, client_id=1, on_account=OWED))
            else:
                register_payment(work, payment(1, PAID, register=BANK, request_id=request_id))
            self.done.append(request_id)

    def turn(self, work, request_id, *, opens):
        """Open the drawer, or close what somebody opened; each of them asks by itself."""
        session = current_session(work, DRAWER)
        if opens:
            open_session(work, OpenRequest(request_id, DRAWER, 0))
            self.counts["opened"] += 1
        elif session is not None:
            close_session(work, CloseRequest(request_id, session.id, CashCount(coins=0)))
            self.counts["closed"] += 1
        assert find_request(work, request_id) is not None or not opens

    def bring(self, work):
        """Bring in the file that all of them bring in, as the command line does."""
        table = make_table(read_rows(self.folder / "file.csv"), ImportKind.CLIENTS)
        ready = plan_import(work, ImportKind.CLIENTS, table, guess(work, table, ImportKind.CLIENTS))
        self.counts["brought"] += run_import(work, ready, f"{self.name}-import").added


def main(folder, name, acts, seed, *, together):
    rival = Rival(folder, name, seed, together=together)
    rival.work(acts)
    return {"done": rival.done} | dict(rival.counts)


if __name__ == "__main__":
    place, named, many, seeded, *how = sys.argv[1:]
    told = main(Path(place), named, int(many), int(seeded), together=how == ["together"])
    json.dump(told, sys.stdout)
