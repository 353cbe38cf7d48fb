"""What is asked for at the counter, to be asked for again: each act by a request of its own."""

from dataclasses import dataclass
from pathlib import Path

from kioskifly_desktop.core.clients import ClientRequest
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.imports import ClientReady, ImportKind, ImportPlan, run_import
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, register_sale
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
from kioskifly_desktop.core.work import User
from tests.factories import DRAWER, add_debt, make_client, make_product, payment

FEW = 40
REQUEST, CODE = "asked", "YERBA500"


@dataclass(frozen=True)
class Counter:
    """A closed shop with a client who owes, a product and an open session."""

    path: Path
    admin: User
    client: int
    product: int
    session: int


def furnish(folder):
    """Make that shop."""
    database = open_shop(folder)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        client = make_client(work, "Ana")
        add_debt(work, client, 1_000_00)
        product = make_product(work, "Yerba", price=500_00, barcodes=(CODE,))
        session = open_session(work, OpenRequest("open", DRAWER, 0)).session_id
    database.close()
    return Counter(folder / FILE_NAME, admin, client, product, session)


def pay(counter, work):
    return register_payment(work, payment(counter.client, 300_00, request_id=REQUEST))


def sell(counter, work):
    lines = (SaleLineRequest(counter.product, 2_000),)
    asked = SaleRequest(REQUEST, lines, client_id=counter.client, on_account=1_000_00)
    return register_sale(work, asked)


def close(counter, work):
    return close_session(work, CloseRequest(REQUEST, counter.session, CashCount(coins=7_00)))


ACTS = {"payment": pay, "sale": sell, "close": close}


def bring(_counter, work):
    """Bring clients in; asked for again they would be others."""
    clients = [ClientRequest(f"Ñandú {number}") for number in range(FEW)]
    ready = [ClientReady(n, each, 10_00, None, None) for n, each in enumerate(clients)]
    return run_import(work, ImportPlan(ImportKind.CLIENTS, ready, []), REQUEST)
