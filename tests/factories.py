"""Short ways to what a test needs before it begins; each is the program's own act."""

from itertools import count

from kioskifly_desktop.adapters.backup_worker import BackupWorker
from kioskifly_desktop.adapters.shop_copies import AdaptersCopies
from kioskifly_desktop.adapters.vault import Vault
from kioskifly_desktop.core.catalog import ProductRequest, add_product, find_code
from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.outbox import claim_next
from kioskifly_desktop.core.printers import Printer, Transport, list_printers, save_printer
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, Tender, register_sale
from kioskifly_desktop.core.stock import StockRequest
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    PaymentRequest,
    ReversalRequest,
    adjust_balance,
    register_payment,
    reverse_movement,
)

DRAWER, BANK, E_WALLET = 1, 2, 3
OPEN_PRICE = "MERC"

_numbers = count(1)


def new_request():
    return f"test-{next(_numbers)}"


def make_client(work, name="María Gómez", **fields):
    return add_client(work, ClientRequest(name, **fields))


def add_debt(work, client_id, amount, **fields):
    """Sell goods of an open price on account."""
    return register_sale(work, sale_on_account(work, client_id, amount, **fields))


def sale_on_account(work, client_id, amount, **fields):
    fields.setdefault("request_id", new_request())
    goods = find_code(work, OPEN_PRICE)
    product_id = (
        goods.product.id
        if goods
        else make_product(work, "Mercadería", barcodes=(OPEN_PRICE,), tracks_stock=False)
    )
    line = SaleLineRequest(product_id, 1000, price=amount)
    return SaleRequest(lines=(line,), client_id=client_id, on_account=amount, **fields)


def sale(*lines, cash=0, tenders=(), **fields):
    """Ask for a sale of (product, pieces) pairs or lines, `cash` into the drawer."""
    fields.setdefault("request_id", new_request())
    asked = tuple(
        line if isinstance(line, SaleLineRequest) else SaleLineRequest(line[0], line[1] * 1000)
        for line in lines
    )
    handed = (*tenders, Tender(PaymentMethod.CASH, DRAWER, cash)) if cash else tuple(tenders)
    return SaleRequest(lines=asked, tenders=handed, **fields)


def sell(work, *lines, **fields):
    return register_sale(work, sale(*lines, **fields))


def payment(client_id, amount=100_00, *, register=DRAWER, method=PaymentMethod.CASH, **fields):
    fields.setdefault("request_id", new_request())
    return PaymentRequest(
        client_id=client_id, amount=amount, register_id=register, method=method, **fields
    )


def pay(work, client_id, amount=100_00, **fields):
    return register_payment(work, payment(client_id, amount, **fields))


def adjust(work, client_id, amount, reason="Cuaderno"):
    return adjust_balance(work, AdjustmentRequest(new_request(), client_id, amount, reason))


def undo(work, entry_id, reason="Error de carga"):
    return reverse_movement(work, ReversalRequest(new_request(), entry_id, reason))


def add_printer(work, name="Ticketera", **fields):
    record = {"transport": Transport.TCP, "address": "127.0.0.1:9100"} | fields
    return save_printer(work, Printer(0, name, **record))


def claim(work):
    """Take the next job that any printer has due, None if none has."""
    claims = (claim_next(work, each.id) for each in list_printers(work))
    return next((found for found in claims if found), None)


def make_product(work, name="Alfajor", **fields):
    return add_product(work, ProductRequest(name, **fields))


def stock_request(product_id, quantity, **fields):
    return StockRequest(new_request(), product_id, quantity, **fields)


def shop_copies(database, keys, notify=lambda: None):
    """Return what makes the copies of a shop when it is asked to, and not by the clock."""
    vault = Vault(database.path.parent, keys)
    return AdaptersCopies(BackupWorker(database, vault, notify), vault)
