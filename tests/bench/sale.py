"""A sale of ten lines to a client: where nothing is on promotion, and where there is all of it.

`program` is the sale with four promotions, points and the client's own terms; beside it, in turns,
the same sale in a shop that uses none. `quote_ms` is what the screen waits for at each scan.
"""

from __future__ import annotations

import random
import shutil
import statistics
from time import perf_counter

from kioskifly_desktop.core.loyalty import (
    AgreedTerms,
    CategoryDiscount,
    PromotionKind,
    save_agreed_terms,
    save_group,
    set_groups,
)
from kioskifly_desktop.core.sales import SaleLineRequest, quote, register_sale
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.bench.timing import compared
from tests.factories import make_client, make_product, sale
from tests.loyalty import give_points, promote

_PRODUCTS, _LINES = 40, 10
_ROUNDS, _WARM_UP = 300, 30
_CARTS = random.Random(1)  # the same carts every time


def _shop(folder, *, loyal):
    """Return an open shop, who sells in it, its products and its client."""
    shutil.rmtree(folder, ignore_errors=True)
    database = open_shop(folder)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        products = [
            make_product(
                work,
                f"Producto {n}",
                price=1_000_00 + n * 1_00,
                category=("Golosinas", "Bebidas")[n % 2],
                tracks_stock=False,
            )
            for n in range(_PRODUCTS)
        ]
        client = make_client(work, "Ana")
        if loyal:
            promote(work, "Golosinas", name="3x2", size=3, pays=2)
            promote(work, products[1], products[3], name="2x1")
            nth = {"kind": PromotionKind.NTH_PERCENT, "percent": 5_000}
            promote(work, "Bebidas", name="Segunda", **nth)
            combo = {"kind": PromotionKind.COMBO, "price": 2_000_00}
            promote(work, (products[0], 1), (products[1], 2), name="Combo", **combo)
            give_points(work)
            set_groups(work, client, [save_group(work, 0, "Vecinos")])
            save_agreed_terms(work, client, AgreedTerms((CategoryDiscount("Bebidas", 500),)))
    return database, admin, products, client


def _sell(shop):
    """Return the milliseconds of a quote and of its sale."""
    database, admin, products, client = shop
    cart = tuple(
        SaleLineRequest(product, _CARTS.choice((1_000, 1_000, 2_000)))
        for product in _CARTS.sample(products, _LINES)
    )
    with database.read(admin) as work:
        start = perf_counter()
        total = quote(work, cart, client).total
        quoted = perf_counter() - start
    request = sale(*cart, cash=total, client_id=client)
    start = perf_counter()
    with database.write(admin) as work:
        register_sale(work, request)
    return quoted * 1000, (perf_counter() - start) * 1000


def run(folder):
    """Measure sales in both shops, in turns."""
    loyal = _shop(folder / "sale-loyal", loyal=True)
    plain = _shop(folder / "sale-plain", loyal=False)
    kept: list[list[float]] = [[], [], [], []]
    for turn in range(_ROUNDS + _WARM_UP):
        (quoted, sold), (plain_quoted, plain_sold) = _sell(loyal), _sell(plain)
        if turn >= _WARM_UP:
            for times, took in zip(kept, (sold, plain_sold, quoted, plain_quoted), strict=True):
                times.append(took)
    for database, *_ in (loyal, plain):
        database.close()
    ours, bare, quotes, plain_quotes = kept
    return compared(
        ours,
        bare,
        lines=_LINES,
        promotions=4,
        quote_ms=round(statistics.median(quotes), 3),
        plain_quote_ms=round(statistics.median(plain_quotes), 3),
        bare_is="the same sale where nothing is on promotion",
        quote_limit=2,
    )
