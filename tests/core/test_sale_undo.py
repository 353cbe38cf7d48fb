"""Voids and returns: opposite money and stock, never an edit."""

import pytest

from kioskifly_desktop.core.catalog import Unit, get_product
from kioskifly_desktop.core.clients import archive_client, get_client
from kioskifly_desktop.core.documents import Text
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ClientArchivedError,
    ClientNeededError,
    DrawerShortError,
    EmptySaleError,
    NotAllowedError,
    NotReversibleError,
    PriceMissingError,
    ReasonMissingError,
    RegisterArchivedError,
    ReturnedTooMuchError,
    SaleLineNotFoundError,
    SaleNotFoundError,
    SaleNotVoidableError,
    SaleVoidedError,
    WholePiecesError,
)
from kioskifly_desktop.core.ledger import EntryKind
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    get_register,
    register_movements,
    restore_register,
)
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleKind,
    SaleLineRequest,
    Tender,
    VoidRequest,
    get_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    TransferRequest,
    close_session,
    open_session,
    session_report,
    transfer,
)
from kioskifly_desktop.core.stock import stock_moves
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import history
from tests.factories import (
    BANK,
    DRAWER,
    adjust,
    make_client,
    make_product,
    new_request,
    pay,
    sell,
    undo,
)


@pytest.fixture
def candy(write):
    return write(make_product, "Alfajor", price=750_00)


@pytest.fixture
def client(write):
    return write(make_client)


def balance(work, register_id=DRAWER):
    return get_register(work, register_id).balance


def owes(work, client_id):
    return get_client(work, client_id).balance


def void(work, sale_id, reason="Se cobró de más"):
    return void_sale(work, VoidRequest(new_request(), sale_id, reason))


def start(work, float_=0):
    return open_session(work, OpenRequest(new_request(), DRAWER, float_)).session_id


def finish(work, session, counted):
    return close_session(work, CloseRequest(new_request(), session, CashCount(coins=counted)))


def bring_back(work, sale_id, *lines, to=DRAWER, client_id=None, reason="Vencido", **fields):
    """Return (line's position, quantity) pairs of a sale."""
    ids = [line.id for line in get_sale(work, sale_id).lines]
    asked = tuple(ReturnLine(ids[position], quantity) for position, quantity in lines)
    return return_goods(
        work, ReturnRequest(new_request(), sale_id, asked, to, client_id, reason, **fields)
    )


def bring_back_without_ticket(work, *lines, to=DRAWER, client_id=None):
    request = ReturnRequest(new_request(), None, lines, to, client_id, "Sin ticket")
    return return_goods(work, request)


def test_a_void_puts_all_back(write, read, candy, client):
    tenders = (Tender(PaymentMethod.QR, BANK, 200_00),)
    done = write(
        sell, (candy, 1), tenders=tenders, cash=250_00, client_id=client, on_account=300_00
    )
    undone = write(void, done.sale_id)
    assert (undone.sale_id, undone.number) == (done.sale_id, "AVX-00001-00000001")
    assert (undone.total, undone.client_balance) == (750_00, 0)
    assert [read(balance, register) for register in (DRAWER, BANK)] == [0, 0]
    assert (read(owes, client), read(get_product, candy).stock) == (0, 0)
    assert read(get_sale, done.sale_id).voided
    assert [(m.quantity, m.reason) for m in read(stock_moves, candy)] == [
        (1_000, f"Anulación de {done.number}"),
        (-1_000, ""),
    ]
    (row, _) = read(register_movements, DRAWER)
    assert (row.concept, row.reference) == ("Anulación de venta", undone.number)
    assert [(r.kind, r.reversed) for r in read(history, client)] == [
        (EntryKind.REVERSAL, False),
        (EntryKind.SALE, True),
    ]
    ticket = read(voucher_document, done.voucher_id)
    assert any(isinstance(b, Text) and b.text.startswith("ANULADO") for b in ticket.blocks)


def test_a_void_is_an_administrators_and_says_why(write, candy, cashier, everything):
    done = write(sell, (candy, 1), cash=750_00)
    before = everything()
    with pytest.raises(NotAllowedError):
        write(void, done.sale_id, user=cashier)
    with pytest.raises(ReasonMissingError):
        write(void, done.sale_id, reason="  ")
    with pytest.raises(SaleNotFoundError):
        write(void, 99)
    assert everything() == before


def test_a_sale_is_voided_once(write, candy):
    done = write(sell, (candy, 1), cash=750_00)
    write(void, done.sale_id)
    with pytest.raises(SaleNotVoidableError, match="ya está anulada"):
        write(void, done.sale_id)


def test_a_sale_is_voided_within_its_session(write, candy, clock):
    session = write(start)
    done = write(sell, (candy, 1), cash=750_00)
    clock.move(days=1)  # a session that passes midnight is one
    first = write(sell, (candy, 1), cash=750_00)
    write(void, first.sale_id)
    write(finish, session, 750_00)
    write(start, 750_00)
    with pytest.raises(SaleNotVoidableError, match="su turno ya cerró, registrá una devolución"):
        write(void, done.sale_id)
    write(bring_back, done.sale_id, (0, 1_000))


def test_without_a_session_a_sale_is_voided_the_same_day(write, candy, clock):
    done = write(sell, (candy, 1), cash=750_00)
    clock.move(hours=11)
    same_day = write(sell, (candy, 1), cash=750_00)
    write(void, same_day.sale_id)
    clock.move(hours=1)
    with pytest.raises(SaleNotVoidableError, match="es de otro día"):
        write(void, done.sale_id)


def test_neither_a_return_nor_a_sale_with_one_is_voided(write, candy):
    done = write(sell, (candy, 2), cash=1_500_00)
    back = write(bring_back, done.sale_id, (0, 1_000))
    with pytest.raises(SaleNotVoidableError, match="ya se devolvió una parte"):
        write(void, done.sale_id)
    with pytest.raises(SaleNotVoidableError, match="es una devolución"):
        write(void, back.sale_id)


def test_a_void_moves_no_retired_clients_account(write, candy, client):
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    write(pay, client, 750_00)
    write(archive_client, client)
    with pytest.raises(ClientArchivedError):
        write(void, done.sale_id)


def test_the_wallet_does_not_undo_sales(write, candy, client):
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    with pytest.raises(NotReversibleError):
        write(undo, done.entry_id)


def test_what_was_paid_on_account_with_a_voided_sale_stays_paid(write, read, candy, client):
    write(adjust, client, 500_00)
    done = write(sell, (candy, 1), cash=1_250_00, client_id=client, debt_payment=500_00)
    write(void, done.sale_id)
    assert (read(owes, client), read(balance)) == (0, 500_00)


def test_the_void_of_a_payment_leaves_the_open_session(write, read, client):
    """Market test 21: it takes the money out of the session that is open, not the closed one."""
    morning = write(start)
    paid = write(pay, client, 100_00)
    write(finish, morning, 100_00)
    afternoon = write(start, 100_00)
    write(undo, paid.entry_id)
    assert read(session_report, morning).expected == 100_00
    assert read(session_report, afternoon).expected == 0
    assert read(session_report, afternoon).reversals.total == -100_00


def test_lines_come_back_at_what_was_charged_to_the_last_centavo(write, read):
    odd = write(make_product, "Chicle", price=33_35)
    line = SaleLineRequest(odd, 3_000, discount=1_000)
    done = write(sell, line, cash=100_00)
    assert done.total == 90_04  # 100,05 less 10,01
    back = [write(bring_back, done.sale_id, (0, 1_000)).total for _ in range(3)]
    assert back == [30_01, 30_02, 30_01]
    assert sum(back) == done.total
    assert read(balance) == 0
    (sold,) = read(get_sale, done.sale_id).lines
    assert sold.returned == 3_000
    with pytest.raises(ReturnedTooMuchError, match="De Chicle quedan 0 para devolver"):
        write(bring_back, done.sale_id, (0, 1_000))


def test_no_more_comes_back_than_was_sold_in_several_lines_of_a_request(write, candy, everything):
    done = write(sell, (candy, 2), cash=1_500_00)
    before = everything()
    with pytest.raises(ReturnedTooMuchError, match="quedan 1 para"):
        write(bring_back, done.sale_id, (0, 1_000), (0, 2_000))
    assert everything() == before


def test_a_return_in_cash(write, read, candy, client, cashier):
    session = write(start)
    done = write(sell, (candy, 3), cash=2_250_00, client_id=client)
    back = write(bring_back, done.sale_id, (0, 2_000), user=cashier)
    assert (back.number, back.total, back.client_balance) == ("DX-00001-00000001", 1_500_00, 0)
    assert (read(balance), read(get_product, candy).stock) == (750_00, -1_000)
    kept = read(get_sale, back.sale_id)
    assert (kept.kind, kept.original_id, kept.session_id) == (
        SaleKind.RETURN,
        done.sale_id,
        session,
    )
    assert [(p.method, p.amount) for p in kept.payments] == [(PaymentMethod.CASH, 1_500_00)]
    assert (kept.client_id, kept.on_account) == (client, 0)
    (row, _) = read(register_movements, DRAWER)
    assert (row.concept, row.amount) == ("Devolución: Alfajor · Vencido", -1_500_00)


def test_a_return_to_the_account_of_the_tickets_client(write, read, candy, client):
    other = write(make_client, "Otra")
    done = write(sell, (candy, 2), client_id=client, on_account=1_500_00)
    back = write(bring_back, done.sale_id, (0, 1_000), to=None, client_id=other)
    assert (back.client_balance, read(owes, client), read(owes, other)) == (750_00, 750_00, 0)
    (row, _) = read(history, client)
    assert (row.title, row.amount, row.number, row.detail) == (
        "Devolución",
        -750_00,
        back.number,
        "Alfajor · Vencido",
    )
    kept = read(get_sale, back.sale_id)
    assert (kept.on_account, kept.payments) == (750_00, ())


def test_a_ticket_without_client_returns_to_the_account_asked(write, read, candy, client):
    done = write(sell, (candy, 1), cash=750_00)
    with pytest.raises(ClientNeededError):
        write(bring_back, done.sale_id, (0, 1_000), to=None)
    write(bring_back, done.sale_id, (0, 1_000), to=None, client_id=client)
    assert read(owes, client) == -750_00


def test_a_drawer_gives_back_no_more_than_it_has(write, candy, client, everything):
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    write(sell, (candy, 1), cash=740_00, client_id=client, on_account=10_00)
    before = everything()
    with pytest.raises(DrawerShortError, match=r"En «Caja 1» hay \$\xa0740,00"):
        write(bring_back, done.sale_id, (0, 1_000))
    assert everything() == before
    write(bring_back, done.sale_id, (0, 1_000), to=BANK)  # the bank's own business


def test_without_a_ticket_an_administrator_takes_back_at_todays_price(
    write, read, candy, client, cashier
):
    write(sell, (candy, 2), cash=1_500_00)
    line = ReturnLine(None, 1_000, candy)
    with pytest.raises(NotAllowedError):
        write(bring_back_without_ticket, line, user=cashier)
    back = write(bring_back_without_ticket, line)
    assert (back.total, back.client_balance, read(balance)) == (750_00, None, 750_00)
    assert read(get_sale, back.sale_id).original_id is None
    on_account = write(bring_back_without_ticket, line, to=None, client_id=client)
    assert on_account.client_balance == -750_00


def test_without_a_ticket_the_clients_discount_is_not_given_back(write, candy):
    client = write(make_client, "Ana", discount=1_000)
    line = ReturnLine(None, 1_000, candy)
    assert write(bring_back_without_ticket, line, to=None, client_id=client).total == 675_00


def test_without_a_ticket_an_open_price_is_said(write, read):
    loose = write(make_product, "Caramelos", unit=Unit.KILOGRAM)
    write(sell, SaleLineRequest(loose, 100, price=1_000_00), cash=100_00)
    with pytest.raises(PriceMissingError):
        write(bring_back_without_ticket, ReturnLine(None, 50, loose))
    assert write(bring_back_without_ticket, ReturnLine(None, 50, loose, 1_000_00)).total == 50_00
    assert read(get_product, loose).stock == -50


def test_what_cannot_come_back_is_refused(write, candy, everything):
    free = SaleLineRequest(candy, 1_000, discount=10_000)
    done = write(sell, (candy, 1), free, cash=750_00)
    voided = write(sell, (candy, 1), cash=750_00)
    write(void, voided.sale_id)
    back = write(bring_back, done.sale_id, (0, 1_000))
    before = everything()
    for error, sale_id, lines in [
        (SaleVoidedError, voided.sale_id, [(0, 1_000)]),
        (SaleNotFoundError, back.sale_id, [(0, 1_000)]),
        (EmptySaleError, done.sale_id, []),
        (WholePiecesError, done.sale_id, [(1, 500)]),
        (AmountRangeError, done.sale_id, [(1, 1_000)]),  # it cost nothing
    ]:
        with pytest.raises(error):
            write(bring_back, sale_id, *lines)
    with pytest.raises(ReasonMissingError):
        write(bring_back, done.sale_id, (1, 1_000), reason="")
    foreign = ReturnRequest(new_request(), done.sale_id, (ReturnLine(99, 1_000),), 1, None, "Roto")
    with pytest.raises(SaleLineNotFoundError):
        write(return_goods, foreign)
    assert everything() == before


def retire(write, register_id):
    """Archive a register, having passed what it holds to the bank."""
    held = write(get_register, register_id).balance
    write(transfer, TransferRequest(new_request(), register_id, BANK, held, "Se cierra"))
    write(archive_register, register_id)


@pytest.mark.parametrize("undone", ["sale", "payment"])
def test_nothing_is_taken_out_of_a_retired_register(write, read, candy, client, everything, undone):
    old = write(add_register, "Banco viejo", RegisterKind.BANK)
    handed = (Tender(PaymentMethod.TRANSFER, old, 750_00),)
    done = write(sell, (candy, 1), tenders=handed)
    paid = write(pay, client, 100_00, register=old, method=PaymentMethod.TRANSFER)
    retire(write, old)
    before = everything()
    act = (void, done.sale_id) if undone == "sale" else (undo, paid.entry_id)
    with pytest.raises(RegisterArchivedError) as caught:
        write(*act)
    assert "Banco viejo" in str(caught.value)
    assert everything() == before
    write(restore_register, old)
    write(*act)
    assert read(balance, old) == (-750_00 if undone == "sale" else -100_00)
