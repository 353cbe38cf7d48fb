import sqlite3
from contextlib import closing

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.stock import receive_stock
from tests.factories import (
    adjust,
    make_client,
    make_product,
    pay,
    stock_request,
    undo,
)

CLIENT, OTHER = 17, 18
"""The accounts of both clients: after those of the shop and of its registers."""

GUARDS = [
    f"{table}_no_{act}"
    for table in (
        "journal_entry",
        "posting",
        "voucher",
        "price_batch",
        "price_change",
        "stock_move",
        "sale",
        "sale_line",
        "sale_payment",
        "drawer_opening",
        "message",
        "message_product",
        "client_consent",
    )
    for act in ("update", "delete")
]


@pytest.fixture
def tampered(database, folder, write, read):
    """Give a way to change a lived-in shop behind the program's back, and what check says then."""
    one = write(make_client, "Ana", accepts_messages=False)
    two = write(make_client, "Beto")
    write(adjust, one, 50_00)  # entry 1, postings 1 and 2
    write(pay, one, 20_00)  # entry 2, postings 3 and 4, voucher 1
    write(pay, two, 10_00)  # entry 3, voucher 2
    write(adjust, two, 5_00)  # entry 4
    write(undo, 2)  # entry 5, voucher 3
    write(pay, one, 1_00)  # entry 6, voucher 4: X-00001-00000003
    soda = write(make_product, "Soda", price=10_00)  # price change 1
    write(receive_stock, stock_request(soda, 5_000))  # moves 1 and 2
    write(receive_stock, stock_request(soda, 2_000))
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
    "amount": (
        "UPDATE posting SET amount = amount + 100 WHERE id = 4",
        ["El asiento 2 no cierra: suma $\xa01,00 en 2 renglones.", "El renglón 4 de la cuenta"],
    ),
    "both amounts of an entry": (
        "UPDATE posting SET amount = amount * 2 WHERE entry_id = 3",
        [f"El renglón 5 de la cuenta {OTHER} dice saldo −$\xa010,00 y suma −$\xa020,00."],
    ),
    "balance after": (
        "UPDATE posting SET balance_after = balance_after - 1 WHERE id = 1",
        [f"El renglón 1 de la cuenta {CLIENT} dice saldo $\xa049,99 y suma $\xa050,00."],
    ),
    "balance of an account": (
        f"UPDATE account SET balance = balance + 1 WHERE id = {CLIENT}",
        [f"La cuenta {CLIENT} dice saldo $\xa049,01 y sus movimientos suman $\xa049,00."],
    ),
    "last movement of an account": (
        f"UPDATE account SET last_entry_id = 1 WHERE id = {CLIENT}",
        [f"La cuenta {CLIENT} dice saldo"],
    ),
    "one side of an entry": ("DELETE FROM posting WHERE id = 8", ["El asiento 4 no cierra"]),
    "both sides of an entry": (
        "DELETE FROM posting WHERE entry_id = 4",
        ["El asiento 4 no cierra: suma $\xa00,00 en 0 renglones."],
    ),
    "a reversal of something else": (
        "UPDATE journal_entry SET reverses = 3 WHERE id = 5",
        ["El asiento 5 no es el opuesto exacto del 3 que anula."],
    ),
    "a reversal of another amount": (
        "UPDATE posting SET amount = amount * 2 WHERE entry_id = 5",
        ["El asiento 5 no es el opuesto exacto del 2 que anula."],
    ),
    "a receipt in the middle": (
        "DELETE FROM voucher WHERE id = 2",
        [
            "La numeración de «receipt» (punto 1) tiene huecos: 2 comprobantes del 1 al 3.",
            "El asiento 3 no tiene su comprobante.",
        ],
    ),
    "the last receipt": (
        "DELETE FROM voucher WHERE id = 4",
        ["El asiento 6 no tiene su comprobante."],
    ),
    "the paper of a reversal": (
        "DELETE FROM voucher WHERE id = 3",
        ["El asiento 5 no tiene su comprobante."],
    ),
    "the first number": (
        "UPDATE voucher SET number = number + 1 WHERE kind = 'reversal'",
        ["La numeración de «reversal» (punto 1) tiene huecos: 1 comprobantes del 2 al 2."],
    ),
    "somebody who does not exist": (
        "UPDATE journal_entry SET user_id = 99 WHERE id = 1",
        ["Una fila de «journal_entry» (n.º 1) apunta a algo que no existe."],
    ),
    "a quantity of stock": (
        "UPDATE stock_move SET quantity = quantity + 1000 WHERE id = 2",
        [
            "El movimiento de stock 2 de Soda dice 7 y suma 8.",
            "El stock de Soda (n.º 1) dice 7 y sus movimientos suman 8.",
        ],
    ),
    "a level on the way": (
        "UPDATE stock_move SET level = 6000 WHERE id = 1",
        ["El movimiento de stock 1 de Soda dice 6 y suma 5."],
    ),
    "the level of a product": (
        "UPDATE product SET stock = 0",
        ["El stock de Soda (n.º 1) dice 0 y sus movimientos suman 7."],
    ),
    "a price set behind the log": (
        "UPDATE product SET price = price + 1",
        ["El precio de Soda (n.º 1) dice $\xa010,01 y sus cambios llegan a $\xa010,00."],
    ),
    "a product out of the search": (
        "DELETE FROM product_search WHERE rowid = 1",
        ["El buscador conoce 0 productos de 1."],
    ),
    "a refusal of messages forgotten": (
        "UPDATE client SET accepts_messages = 1 WHERE id = 1",
        ["Ana (n.º 1) figura como que acepta mensajes y dijo lo contrario."],
    ),
    "a refusal of messages nobody said": (
        "UPDATE client SET accepts_messages = 0 WHERE id = 2",
        ["Beto (n.º 2) figura como que no acepta mensajes y dijo lo contrario."],
    ),
    "a client out of the search": (
        "DELETE FROM client_search WHERE rowid = 1",
        ["El buscador conoce 1 clientes de 2."],
    ),
}


@pytest.mark.broken_books
@pytest.mark.parametrize(("statement", "sentences"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named(tampered, statement, sentences):
    found = tampered(statement)
    for sentence in sentences:
        assert any(line.startswith(sentence) for line in found), found


@pytest.mark.broken_books
@pytest.mark.parametrize("guard", GUARDS)
def test_a_missing_guard_is_named(database, folder, read, guard):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute(f"DROP TRIGGER {guard}")
    table, _, act = guard.rpartition("_no_")
    assert read(check) == [f"Falta la protección contra cambios de «{table}» ({act})."]


@pytest.mark.broken_books
def test_damage_of_the_file_is_named(tampered):
    found = tampered(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'ix_posting_entry_id ON posting (entry_id)',"
        " 'ix_posting_entry_id ON posting (amount)') WHERE name = 'ix_posting_entry_id'",
    )
    assert any(line.startswith("El archivo está dañado: ") for line in found), found


@pytest.mark.broken_books
def test_many_faults_are_told_briefly(database, write, read, folder):
    client = write(make_client)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executemany(
            "INSERT INTO journal_entry (request_id, kind, at, business_date, user_id)"
            " VALUES (?, 'sale', 0, '2026-01-01', 1)",
            [(f"r{n}",) for n in range(100)],
        )
        connection.commit()
    assert client
    # Each neither closes nor follows the one before.
    assert len(read(check)) == 2 * 20
