"""What is changed of a sale behind the program's back is told."""

import sqlite3
from contextlib import closing

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    Tender,
    VoidRequest,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    open_session,
)
from tests.factories import BANK, DRAWER, make_client, make_product, new_request, sell


@pytest.fixture
def tampered(folder, write, read):
    """Give a way to change a shop that sold, and what check says then."""
    client = write(make_client)
    candy = write(make_product, "Alfajor", price=100_00)
    copy = write(make_product, "Fotocopia", price=50_00, tracks_stock=False)
    session = write(open_session, OpenRequest(new_request(), DRAWER, 0)).session_id  # entry 1
    card = (Tender(PaymentMethod.DEBIT_CARD, BANK, 60_00),)
    mixed = {"tenders": card, "client_id": client, "on_account": 30_00}
    write(sell, (candy, 3), (copy, 1), cash=260_00, **mixed)  # entry 2, lines 1 and 2
    line = ReturnLine(1, 1_000)
    back = ReturnRequest(new_request(), 1, (line,), DRAWER, None, "Roto")
    write(return_goods, back)  # entry 3, sale 2, line 3
    write(sell, (candy, 1), cash=100_00)  # entry 4, sale 3, line 4
    write(void_sale, VoidRequest(new_request(), 3, "Error"))  # entry 5
    closing_count = CloseRequest(new_request(), session, CashCount(coins=160_00))
    write(close_session, closing_count)  # entry 6
    assert read(check) == []

    def tamper(*statements):
        with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
            kept = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            guards = kept.fetchall()
            for name, _ in guards:
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                assert connection.execute(statement).rowcount != 0
            for _, sql in guards:
                connection.execute(sql)
            connection.commit()
        return read(check)

    return tamper


FAULTS = {
    "the total of a sale": (
        "UPDATE sale SET total = total + 100 WHERE id = 1",
        (
            "La venta 1 dice $\xa0351,00: sus renglones suman $\xa0350,00, lo cobrado $\xa0350,00 "
            "y su asiento $\xa0350,00."
        ),
    ),
    "a line": (
        "UPDATE sale_line SET total = total - 1 WHERE id = 2",
        "La venta 1 dice $\xa0350,00: sus renglones suman $\xa0349,99",
    ),
    "a line that is gone": ("DELETE FROM sale_line WHERE id = 2", "La venta 1 dice"),
    "a payment": (
        "UPDATE sale_payment SET amount = amount - 1 WHERE id = 1",
        "La venta 1 dice $\xa0350,00: sus renglones suman $\xa0350,00, lo cobrado $\xa0349,99",
    ),
    "a payment to another register": (
        "UPDATE sale_payment SET register_id = 3 WHERE id = 1",
        "La venta 1 dice $\xa060,00 por un medio de pago y su asiento mueve $\xa00,00.",
    ),
    "what is on account": (
        "UPDATE sale SET on_account = on_account - 1 WHERE id = 1",
        "La venta 1 dice $\xa029,99 por un medio de pago y su asiento mueve $\xa030,00.",
    ),
    "the total of a return": (
        "UPDATE sale SET total = total + 1 WHERE id = 2",
        "La venta 2 dice $\xa0100,01",
    ),
    "a sale that turns into a return": (
        "UPDATE sale SET kind = 'return' WHERE id = 1",
        (
            "La venta 1 dice $\xa0350,00: sus renglones suman $\xa0350,00, lo cobrado $\xa0350,00 "
            "y su asiento −$\xa0350,00."
        ),
    ),
    "a quantity": (
        "UPDATE sale_line SET quantity = 4000 WHERE id = 1",
        "La venta 1 lleva −4 de Alfajor y el stock se movió −3.",
    ),
    "a product": (
        "UPDATE sale_line SET product_id = 2 WHERE id = 4",
        "La venta 3 lleva 0 de Alfajor y el stock se movió −1.",
    ),
    "the stock of a void": (
        "UPDATE stock_move SET entry_id = 3 WHERE entry_id = 5",
        "La venta 2 lleva 1 de Alfajor y el stock se movió 2.",
    ),
    "more returned than sold": (
        "UPDATE sale_line SET quantity = 4000 WHERE id = 3",
        "De Alfajor, en la venta 1, se vendieron 3 y se devolvió de más (4).",
    ),
    "more refunded than charged": (
        "UPDATE sale_line SET total = 30001 WHERE id = 3",
        "De Alfajor, en la venta 1, se vendieron 3 y se devolvió de más (1).",
    ),
    "the paper of a ticket": (
        "DELETE FROM voucher WHERE entry_id = 4",
        "El asiento 4 no tiene su comprobante.",
    ),
    "the paper of a void": (
        "DELETE FROM voucher WHERE entry_id = 5",
        "El asiento 5 no tiene su comprobante.",
    ),
    "the paper of a return": (
        "DELETE FROM voucher WHERE entry_id = 3",
        "El asiento 3 no tiene su comprobante.",
    ),
    "a sale that is gone": (
        "DELETE FROM sale WHERE id = 2",
        "El ticket del asiento 3 no tiene su venta.",
    ),
    "a sale of another session": (
        "UPDATE cash_session SET opening_entry_id = 3 WHERE id = 1",
        "La venta 1 no es del turno 1 que dice.",
    ),
}


@pytest.mark.broken_books
@pytest.mark.parametrize(("statement", "sentence"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(tampered, statement, sentence):
    found = tampered(statement)
    assert any(line.startswith(sentence) for line in found), found


@pytest.mark.broken_books
def test_a_sale_after_the_close_is_not_of_the_session(tampered, write):
    found = tampered(
        "UPDATE cash_session SET closing_entry_id = 3 WHERE id = 1",
    )
    assert "La venta 3 no es del turno 1 que dice." in found
