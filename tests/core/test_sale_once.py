"""A sale happens once and whole: retries, two windows, a process that dies."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import DBAPIError

from kioskifly_desktop.core import outbox
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.documents import DocumentKind, Text
from kioskifly_desktop.core.errors import RequestReusedError
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.outbox import print_voucher, waiting_jobs
from kioskifly_desktop.core.printers import Route, list_printers, save_route
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    Tender,
    VoidRequest,
    get_sale,
    register_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.vouchers import voucher_document
from tests.factories import (
    BANK,
    DRAWER,
    add_debt,
    add_printer,
    claim,
    make_client,
    make_product,
    new_request,
    pay,
    sale,
    sell,
)


@pytest.fixture
def candy(write):
    return write(make_product, "Alfajor", price=750_00)


@pytest.fixture
def client(write):
    return write(make_client)


@pytest.mark.parametrize(
    "asked",
    [
        {"cash": 1_000_00},
        {"cash": 460_00, "on_account": 300_00},
        {"cash": 2_000_00, "debt_payment": 1_000_00},
        {"cash": 2_000_00, "debt_payment": 500_00, "keep_change": True},
        {"cash": 10_00, "tenders": (Tender(PaymentMethod.QR, BANK, 750_00),)},
    ],
)
def test_a_repeated_request_gives_the_first_result(write, candy, client, everything, asked):
    write(add_debt, client, 1_000_00)
    request = sale((candy, 1), client_id=client, **asked)
    first = write(register_sale, request)
    after = everything()
    assert write(register_sale, request) == first
    assert everything() == after


def test_a_retry_gives_the_first_result_whatever_came_after(write, candy, client):
    request = sale((candy, 1), client_id=client, on_account=750_00)
    first = write(register_sale, request)
    write(pay, client, 500_00)
    assert write(register_sale, request) == first


def test_a_retry_of_what_leaves_the_account_alone_answers_the_balance_of_then(write, candy, client):
    write(add_debt, client, 500_00)
    bought = sale((candy, 2), cash=1_500_00, client_id=client)
    sold = write(register_sale, bought)
    line = get_line(write, sold)
    back = ReturnRequest("vuelve", sold.sale_id, (line,), DRAWER, None, "Vencido")
    returned = write(return_goods, back)
    undone_sale = write(sell, (candy, 1), cash=750_00, client_id=client)
    undo = VoidRequest("anula", undone_sale.sale_id, "Error")
    voided = write(void_sale, undo)
    assert [each.client_balance for each in (sold, returned, voided)] == [500_00] * 3
    write(pay, client, 100_00)
    assert write(register_sale, bought) == sold
    assert write(return_goods, back) == returned
    assert write(void_sale, undo) == voided


def get_line(write, done):
    (line,) = write(get_sale, done.sale_id).lines
    return ReturnLine(line.id, 1_000)


@pytest.mark.parametrize(
    "other",
    [
        {"lines": (SaleLineRequest(1, 2_000),)},
        {"lines": (SaleLineRequest(1, 1_000), SaleLineRequest(1, 1_000))},
        {"tenders": (Tender(PaymentMethod.CASH, DRAWER, 451_00),)},
        {"tenders": (Tender(PaymentMethod.QR, BANK, 450_00),)},
        {"tenders": ()},
        {"on_account": 250_00},
        {"client_id": 2},
        {"debt_payment": 10_00},
    ],
)
def test_an_identifier_names_one_sale_for_ever(write, candy, client, other, everything):
    write(make_client, "Otra")
    asked = {"client_id": client, "on_account": 300_00}
    request = sale((candy, 1), cash=450_00, **asked)
    write(register_sale, request)
    changed = {name: getattr(request, name) for name in request.__dataclass_fields__} | other
    before = everything()
    with pytest.raises(RequestReusedError):
        write(register_sale, type(request)(**changed))
    assert everything() == before


def test_an_identifier_of_another_operation_sells_nothing(write, candy, client):
    paid = write(pay, client, 10_00, request_id="uno")
    assert paid.number
    with pytest.raises(RequestReusedError):
        write(sell, (candy, 1), cash=750_00, request_id="uno")
    done = write(sell, (candy, 1), cash=750_00, request_id="dos")
    with pytest.raises(RequestReusedError):
        write(void_sale, VoidRequest("uno", done.sale_id, "Error"))
    write(void_sale, VoidRequest("tres", done.sale_id, "Error"))
    with pytest.raises(RequestReusedError):
        write(sell, (candy, 1), cash=750_00, request_id="tres")
    with pytest.raises(RequestReusedError):
        write(
            return_goods,
            ReturnRequest("dos", None, (ReturnLine(None, 1_000, candy),), DRAWER, None, "Roto"),
        )


@pytest.mark.parametrize(
    "table",
    [
        "journal_entry",
        "posting",
        "sale",
        "sale_line",
        "sale_payment",
        "stock_move",
        "voucher",
        "print_job",
    ],
)
def test_a_failure_at_any_step_leaves_nothing(write, candy, client, everything, folder, table):
    """Market test 12: either the ledger, the register, the stock and the paper, or none."""
    write(add_printer)
    write(add_debt, client, 100_00)
    before = everything()
    asked = {"client_id": client, "on_account": 300_00, "debt_payment": 100_00}
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute(
            f"CREATE TRIGGER jam BEFORE INSERT ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    with pytest.raises(DBAPIError, match="the disk is full"):
        write(sell, (candy, 1), cash=560_00, **asked)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.execute("DROP TRIGGER jam")
    assert everything() == before
    write(sell, (candy, 1), cash=560_00, **asked)


def test_two_windows_never_issue_the_same_number(database, admin, candy):
    """Market test 13: numbers come from the file, in the transaction that uses them."""
    numbers = []
    for _ in range(2):
        with database.write(admin) as work:
            numbers.append(sell(work, (candy, 1), cash=750_00).number)
    with database.write(admin) as work:
        numbers += [sell(work, (candy, 1), cash=750_00).number for _ in range(2)]
    assert numbers == [f"TX-00001-0000000{n}" for n in range(1, 5)]


def test_a_sale_that_failed_leaves_no_gap_in_the_numbers(write, candy):
    def sell_and_die(work):
        sell(work, (candy, 1), cash=750_00)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write(sell_and_die)
    assert write(sell, (candy, 1), cash=750_00).number == "TX-00001-00000001"


def words(document):
    return [block.text for block in document.blocks if isinstance(block, Text)]


def test_a_ticket_on_account_is_printed_twice(write, read, candy, client, database):
    write(add_printer)
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    assert done.printing
    assert [job.title for job in read(waiting_jobs)] == [
        f"Ticket a cuenta corriente {done.number}",
        f"Ticket a cuenta corriente (duplicado) {done.number}",
    ]
    kept = read(voucher_document, done.voucher_id)
    assert kept.kind is DocumentKind.ON_ACCOUNT
    assert "DUPLICADO" not in words(kept)
    claims = []
    for _ in range(2):
        found = write(claim)
        claims.append(found.payload)
        write(outbox.finish, found.job_id, outbox.JobState.PRINTED)
    (printer,) = read(list_printers)
    assert claims[0] == to_bytes(kept, printer)
    assert b"DUPLICADO" in claims[1]
    write(print_voucher, done.voucher_id)
    assert "REIMPRESIÓN 1 ".encode(printer.code_page) in write(claim).payload


def test_a_cash_ticket_is_printed_once(write, read, candy, client):
    write(add_printer)
    write(sell, (candy, 1), cash=750_00, client_id=client)
    assert len(read(waiting_jobs)) == 1


def test_a_ticket_on_account_asked_for_by_hand_comes_with_its_duplicate(write, read, candy, client):
    write(add_printer)
    write(save_route, Route(DocumentKind.ON_ACCOUNT, None, automatic=False))
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    assert not done.printing
    write(print_voucher, done.voucher_id)
    assert len(read(waiting_jobs)) == 2
    write(print_voucher, done.voucher_id)
    assert len(read(waiting_jobs)) == 3


def test_cash_opens_the_drawer_once_and_other_means_do_not(write, read, candy, client):
    write(add_printer, drawer_pin=2)
    write(sell, (candy, 1), client_id=client, on_account=750_00)
    assert read(outbox.drawer_openings) == []
    done = write(sell, (candy, 1), cash=1_500_00, client_id=client, debt_payment=750_00)
    openings = read(outbox.drawer_openings)
    assert [opening.reason for opening in openings] == [
        f"Venta {done.number}",
        f"Pago {done.receipts[0]}",
    ]
    titles = [job.title for job in read(waiting_jobs)]
    assert titles.count("Abrir el cajón") == 1
    (ticket,) = [n for n, title in enumerate(titles) if title.endswith(done.number)]
    assert titles.index("Abrir el cajón") < ticket


def test_void_and_return_are_once_too(write, read, candy, client, everything):
    done = write(sell, (candy, 3), client_id=client, on_account=2_250_00)
    line = read(get_sale, done.sale_id).lines[0].id
    back = ReturnRequest(
        new_request(), done.sale_id, (ReturnLine(line, 1_000),), None, None, "Roto"
    )
    other = write(sell, (candy, 1), cash=750_00)
    void = VoidRequest(new_request(), other.sale_id, "Error")
    first = [write(return_goods, back), write(void_sale, void)]
    after = everything()
    assert [write(return_goods, back), write(void_sale, void)] == first
    assert everything() == after
    assert read(get_client, client).balance == 1_500_00


def test_the_same_request_with_another_debt_is_another_operation(write, candy, client):
    write(add_debt, client, 500_00)
    asked = {"cash": 1_250_00, "client_id": client, "request_id": "R"}
    done = write(sell, (candy, 1), debt_payment=500_00, **asked)
    assert write(sell, (candy, 1), debt_payment=500_00, **asked).receipts == done.receipts
    for other in ({"debt_payment": 400_00}, {}, {"debt_payment": 400_00, "keep_change": True}):
        with pytest.raises(RequestReusedError):
            write(sell, (candy, 1), **asked, **other)
