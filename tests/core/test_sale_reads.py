"""What sales show, and the carts put aside."""

import pytest

from kioskifly_desktop.core.catalog import ProductRequest, edit_product
from kioskifly_desktop.core.clients import archive_client, delete_client
from kioskifly_desktop.core.errors import (
    ClientArchivedError,
    ClientHasMovementsError,
    EmptySaleError,
    ParkedSaleNotFoundError,
    ProductNotFoundError,
    SaleNotFoundError,
    TextTooLongError,
)
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import RegisterKind, add_register, archive_register
from kioskifly_desktop.core.sales import (
    ParkRequest,
    SaleKind,
    SaleLineRequest,
    SessionSales,
    Tally,
    Tender,
    VoidRequest,
    count_parked,
    default_register,
    discard_parked,
    find_sale,
    get_sale,
    list_parked,
    list_sales,
    park_sale,
    register_preference,
    sale_of_entry,
    sales_by_mean,
    take_parked,
    void_sale,
)
from kioskifly_desktop.core.sales.returns import ReturnLine, ReturnRequest, return_goods
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    open_session,
    session_report,
    tallies_of,
)
from kioskifly_desktop.core.settings import set_preference
from kioskifly_desktop.core.vouchers import find_voucher
from kioskifly_desktop.core.wallet import statement
from tests.factories import (
    BANK,
    DRAWER,
    E_WALLET,
    make_client,
    make_product,
    new_request,
    pay,
    sell,
    undo,
)

CASH, CARD, QR = PaymentMethod.CASH, PaymentMethod.DEBIT_CARD, PaymentMethod.QR


@pytest.fixture
def candy(write):
    return write(make_product, "Alfajor", price=750_00)


@pytest.fixture
def client(write):
    return write(make_client)


@pytest.fixture
def session(write):
    return write(open_session, OpenRequest(new_request(), DRAWER, 100_00)).session_id


def void(work, sale_id):
    return void_sale(work, VoidRequest(new_request(), sale_id, "Error"))


def bring_back(work, product_id, **fields):
    lines = (ReturnLine(None, 1_000, product_id),)
    request = {"refund_register_id": DRAWER, "client_id": None, "reason": "Roto"} | fields
    return return_goods(work, ReturnRequest(new_request(), None, lines, **request))


def test_the_list_tells_sales_newest_first_page_by_page(write, read, candy, client):
    sales = [
        write(sell, (candy, 1), cash=750_00),
        write(sell, (candy, 1), (candy, 2), client_id=client, on_account=1_000_00, cash=1_250_00),
        write(sell, (candy, 1), tenders=(Tender(QR, E_WALLET, 300_00), Tender(QR, BANK, 450_00))),
    ]
    void_done = write(void, sales[0].sale_id)
    assert void_done.number == "AVX-00001-00000001"
    back = write(bring_back, candy)
    rows = read(list_sales)
    assert [(r.number, r.means, r.items, r.total, r.voided) for r in rows] == [
        (back.number, "Efectivo", 1, 750_00, False),
        (sales[2].number, "QR", 1, 750_00, False),
        (sales[1].number, "Efectivo + Cuenta corriente", 2, 2_250_00, False),
        (sales[0].number, "Efectivo", 1, 750_00, True),
    ]
    assert (rows[0].kind, rows[1].kind) == (SaleKind.RETURN, SaleKind.SALE)
    assert (rows[2].client, rows[2].on_account, rows[2].user) == (
        "María Gómez",
        1_000_00,
        "Administrador",
    )
    first = read(list_sales, limit=3)
    rest = read(list_sales, before=first[-1].id)
    assert [*first, *rest] == rows
    assert read(list_sales, before=rest[-1].id) == []


@pytest.mark.parametrize(
    ("search", "numbers"),
    [
        ("TX-00001-00000002", [2]),
        ("tx-2", [2]),
        ("2", [2]),
        ("gomez", [2]),
        ("  MARÍA ", [2]),
        ("maría gom", [2]),
        ("%", []),
        ("9", []),
        ("", [3, 2, 1]),
    ],
)
def test_sales_are_found_by_number_or_client(write, read, candy, client, search, numbers):
    for asked in ({}, {"client_id": client}, {}):
        write(sell, (candy, 1), cash=750_00, **asked)
    assert [row.id for row in read(list_sales, search=search)] == numbers


def test_sales_of_a_session_and_of_a_client(write, read, candy, client, session):
    one = write(sell, (candy, 1), cash=750_00)
    two = write(sell, (candy, 1), client_id=client, on_account=750_00)
    assert [r.id for r in read(list_sales, session_id=session)] == [one.sale_id]
    assert [r.id for r in read(list_sales, client_id=client)] == [two.sale_id]


def test_a_ticket_is_found_by_its_number(write, read, candy):
    done = write(sell, (candy, 2), cash=1_500_00)
    back = write(bring_back, candy)
    for number in (done.number, "TX-1-1", " tx-1 ", "1"):
        assert read(find_sale, number) == done.sale_id
    assert read(find_sale, back.number) == back.sale_id
    assert read(find_voucher, done.number) == done.voucher_id
    assert read(find_voucher, back.number) == back.voucher_id
    for number in ("TX-00001-00000002", "X-1", "", "uno", "99999999999"):
        with pytest.raises(SaleNotFoundError):
            read(find_sale, number)
    with pytest.raises(SaleNotFoundError):
        read(get_sale, 99)


def test_a_wallets_movement_opens_to_its_lines(write, read, candy, client):
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    paid = write(pay, client, 10_00)
    assert read(sale_of_entry, done.entry_id) == read(get_sale, done.sale_id)
    assert read(sale_of_entry, paid.entry_id) is None


def test_the_statement_lists_sales_on_account_without_any_invoice(write, read, candy, client):
    """Market test 15."""
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    document = read(statement, client)
    assert any(
        getattr(block, "amount", None) == 750_00 and done.number in block.reference
        for block in document.blocks
    )


def test_a_client_who_bought_is_not_deleted(write, candy, client, everything):
    write(sell, (candy, 1), cash=750_00, client_id=client)
    before = everything()
    with pytest.raises(ClientHasMovementsError):
        write(delete_client, client)
    assert everything() == before


def test_a_sessions_sales_by_means(write, read, candy, client, session):
    cards = (Tender(CARD, BANK, 300_00), Tender(CARD, BANK, 400_00))  # one ticket all the same
    write(sell, (candy, 2), cash=2_000_00)
    write(sell, (candy, 1), tenders=cards, cash=50_00)
    write(sell, (candy, 1), client_id=client, on_account=600_00, cash=150_00)
    write(sell, (candy, 1), client_id=client, on_account=750_00, drawer_id=DRAWER)
    voided = write(sell, (candy, 1), cash=750_00)
    write(void, voided.sale_id)
    write(bring_back, candy)
    write(pay, client, 100_00)  # a cobranza, no sale
    assert read(sales_by_mean, session) == SessionSales(
        tickets=5,
        means=(
            ("Efectivo", 4, 2_450_00),
            ("Débito", 1, 700_00),
            ("Cuenta corriente", 2, 1_350_00),
        ),
        returns=Tally(1, 750_00),
        voids=Tally(1, 750_00),
        total=3_000_00,
    )
    assert read(sales_by_mean, 99) == SessionSales(0, (), Tally(), Tally(), 0)


def test_the_report_tells_what_each_sort_added_to_the_drawer(write, read, candy, client, session):
    """Market tests 1 and 10: cobranzas count, and the change given doesn't."""
    write(sell, (candy, 1), cash=1_000_00)
    write(sell, (candy, 1), cash=2_000_00, client_id=client, debt_payment=1_000_00)
    voided = write(sell, (candy, 1), cash=750_00)
    write(void, voided.sale_id)
    write(bring_back, candy)
    paid = write(pay, client, 20_00)
    write(undo, paid.entry_id)
    report = read(session_report, session)
    moved = {name: tally for name, _, tally in tallies_of(report) if tally.count}
    assert moved == {
        "sales": Tally(3, 2_250_00),
        "voids": Tally(1, -750_00),
        "returns": Tally(1, -750_00),
        "payments_on_account": Tally(2, 1_020_00),
        "reversals": Tally(1, -20_00),
    }
    assert report.expected == 100_00 + 1_750_00
    assert report.by_mean == read(sales_by_mean, session)


def test_a_day_of_only_sales_on_account_closes_with_the_float(write, read, candy, client, session):
    """Market test 8."""
    for _ in range(3):
        write(sell, (candy, 1), client_id=client, on_account=750_00, drawer_id=DRAWER)
    count = CashCount(coins=100_00)
    done = write(close_session, CloseRequest(new_request(), session, count))
    assert (done.expected, done.over_short) == (100_00, 0)
    assert read(session_report, session).by_mean.total == 2_250_00


def test_a_session_closes_with_carts_put_aside_and_keeps_them(write, read, candy, session):
    """Market test 14."""
    write(park_sale, ParkRequest((SaleLineRequest(candy, 1_000),), label="Señora del 3.º"))
    write(close_session, CloseRequest(new_request(), session, CashCount(coins=100_00)))
    assert read(count_parked) == 1


def test_a_cart_put_aside_comes_back_as_it_was(write, read, candy, client, clock, cashier):
    lines = (
        SaleLineRequest(candy, 2_000, 500),
        SaleLineRequest(candy, 1_000, price=700_00, amount=700_00),
    )
    parked = write(park_sale, ParkRequest(lines, client, " Ramón "), user=cashier)
    clock.move(minutes=5)
    other = write(park_sale, ParkRequest(lines[:1]))
    first, second = read(list_parked)
    assert (first.id, second.id, read(count_parked)) == (parked, other, 2)
    assert (first.user, first.client, first.label, first.items, first.total) == (
        cashier.name,
        "María Gómez",
        "Ramón",
        2,
        2_125_00,
    )
    assert (second.client, second.label, second.total) == ("", "", 1_425_00)
    taken = write(take_parked, parked)
    assert (taken.lines, taken.client_id, taken.label) == (lines, client, "Ramón")
    assert read(count_parked) == 1
    with pytest.raises(ParkedSaleNotFoundError, match="ya no está"):
        write(take_parked, parked)
    write(discard_parked, other)
    with pytest.raises(ParkedSaleNotFoundError):
        write(discard_parked, other)
    assert read(list_parked) == []


def test_a_list_still_on_screen_never_takes_a_cart_put_aside_later(write, read, candy):
    lines = (SaleLineRequest(candy, 1_000),)
    shown = write(park_sale, ParkRequest(lines, label="Ramón"))
    write(take_parked, shown)
    write(park_sale, ParkRequest(lines, label="Nora"))
    with pytest.raises(ParkedSaleNotFoundError):
        write(take_parked, shown)
    assert [row.label for row in read(list_parked)] == ["Nora"]


def test_a_cart_put_aside_costs_what_it_costs_today(write, read, candy):
    client = write(make_client, "Ana", discount=1_000)
    write(park_sale, ParkRequest((SaleLineRequest(candy, 1_000),), client))
    write(edit_product, candy, ProductRequest("Alfajor", price=800_00))
    (row,) = read(list_parked)
    assert row.total == 720_00


def test_what_cannot_be_put_aside_is_refused(write, candy, client, everything):
    write(archive_client, client)
    line = SaleLineRequest(candy, 1_000)
    before = everything()
    for error, request in [
        (EmptySaleError, ParkRequest(())),
        (ProductNotFoundError, ParkRequest((SaleLineRequest(99, 1_000),))),
        (ClientArchivedError, ParkRequest((line,), client)),
        (TextTooLongError, ParkRequest((line,), label="a" * 61)),
    ]:
        with pytest.raises(error):
            write(park_sale, request)
    assert everything() == before


def test_each_means_has_its_register_unless_told(write, read):
    second = write(add_register, "Caja 2", RegisterKind.DRAWER)
    names = {method: read(default_register, method).id for method in PaymentMethod}
    assert names == {
        CASH: DRAWER,
        CARD: BANK,
        PaymentMethod.CREDIT_CARD: BANK,
        PaymentMethod.TRANSFER: BANK,
        QR: E_WALLET,
    }
    assert read(default_register, CASH, second).id == second
    assert read(default_register, QR, second).id == E_WALLET
    write(set_preference, register_preference(CARD), str(E_WALLET))
    write(set_preference, register_preference(CASH), str(BANK))  # where no cash goes
    assert read(default_register, CARD).id == E_WALLET
    assert read(default_register, CASH).id == DRAWER
    write(archive_register, E_WALLET)
    assert (read(default_register, CARD).id, read(default_register, QR).id) == (BANK, BANK)
    write(archive_register, BANK)
    assert read(default_register, QR) is None
