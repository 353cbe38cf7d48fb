"""A counter in a process of its own: `python -m tests.fakes.counter FOLDER SALES [take-turns]`.

Says each sale's number once it is committed, and prints as the program does. With `take-turns` it
lets go of the shop after each sale and waits for its turn when another process has it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.errors import ShopInUseError
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, Tender, register_sale
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.factories import DRAWER

if TYPE_CHECKING:
    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.work import Work


def sell_one(work: Work) -> str:
    """Sell one of the first product for cash."""
    (product,) = list_products(work, ProductQuery(), limit=1)
    lines = (SaleLineRequest(product.id, 1000),)
    tenders = (Tender(PaymentMethod.CASH, DRAWER, product.price),)
    return register_sale(work, SaleRequest(uuid4().hex, lines, tenders)).number


def sell(database: Database) -> None:
    """Sell one and say its number."""
    with database.read() as work:
        user = list_users(work)[0]
    with database.write(user) as work:
        number = sell_one(work)
    print(number, flush=True)  # noqa: T201 - the parent reads it


def wait_for_shop(folder: Path) -> Database:
    """Own the shop as soon as nobody else does."""
    while True:
        try:
            return open_shop(folder, create=False)
        except ShopInUseError:
            time.sleep(0.005)


def main(folder: Path, sales: int, *, take_turns: bool) -> None:
    """Sell so many."""
    if take_turns:
        for _ in range(sales):
            database = wait_for_shop(folder)
            sell(database)
            database.close()
        return
    database = open_shop(folder, create=False)
    worker = OutboxWorker(database, lambda: None)
    worker.start()
    for _ in range(sales):
        sell(database)
        worker.wake()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), take_turns=sys.argv[3:] == ["take-turns"])
