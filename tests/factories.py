"""Short ways to what a test needs before it begins; each is the program's own act."""

from itertools import count

from kioskifly_desktop.core.catalog import ProductRequest, add_product
from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.printers import Printer, Transport, save_printer
from kioskifly_desktop.core.stock import StockRequest
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    ChargeRequest,
    PaymentRequest,
    ReversalRequest,
    adjust_balance,
    charge_on_account,
    register_payment,
    reverse_movement,
)

DRAWER, BANK, E_WALLET = 1, 2, 3

_numbers = count(1)


def new_request():
    return f"test-{next(_numbers)}"


def make_client(work, name="María Gómez", **fields):
    return add_client(work, ClientRequest(name, **fields))


def add_debt(work, client_id, amount, detail="Mercadería"):
    return charge_on_account(work, ChargeRequest(new_request(), client_id, amount, detail))


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


def make_product(work, name="Alfajor", **fields):
    return add_product(work, ProductRequest(name, **fields))


def stock_request(product_id, quantity, **fields):
    return StockRequest(new_request(), product_id, quantity, **fields)
