"""Charging: goods against money, a debt, or both."""

import pytest

from kioskifly_desktop.core.catalog import Unit, get_product
from kioskifly_desktop.core.clients import archive_client, get_client
from kioskifly_desktop.core.errors import (
    AccountDisabledError,
    AmountRangeError,
    ChangeError,
    ClientArchivedError,
    ClientNeededError,
    DebtLimitError,
    MethodRegisterError,
    NotAllowedError,
    OverdueError,
    PaymentShortError,
    ReasonMissingError,
    RegisterArchivedError,
    RequestIdError,
)
from kioskifly_desktop.core.ledger import EntryKind, get_entry
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import (
    RegisterKind,
    add_register,
    archive_register,
    get_register,
    register_movements,
)
from kioskifly_desktop.core.sales import (
    Override,
    SaleLineRequest,
    Tender,
    get_sale,
)
from kioskifly_desktop.core.sessions import OpenRequest, open_session
from kioskifly_desktop.core.stock import stock_moves
from kioskifly_desktop.core.wallet import history
from tests.factories import (
    BANK,
    DRAWER,
    E_WALLET,
    add_debt,
    make_client,
    make_product,
    new_request,
    sell,
)

CASH, CARD, QR = PaymentMethod.CASH, PaymentMethod.DEBIT_CARD, PaymentMethod.QR


@pytest.fixture
def candy(write):
    return write(make_product, "Alfajor", price=750_00)


@pytest.fixture
def bread(write):
    return write(make_product, "Pan", price=2_400_00, cost=1_500_00, unit=Unit.KILOGRAM)


@pytest.fixture
def client(write):
    return write(make_client)


def balance(work, register_id=DRAWER):
    return get_register(work, register_id).balance


def owes(work, client_id):
    return get_client(work, client_id).balance


def test_a_cash_sale_moves_money_stock_and_paper_at_once(write, read, candy, bread, cashier):
    done = write(
        sell,
        (candy, 2),
        SaleLineRequest(bread, 755),
        cash=4_000_00,
        user=cashier,
    )
    assert (done.total, done.change, done.kept) == (3_312_00, 688_00, 0)
    assert (done.number, done.printing, done.receipts) == ("TX-00001-00000001", False, ())
    assert done.client_balance is None
    assert read(balance) == 3_312_00
    sold = read(get_sale, done.sale_id)
    assert (sold.total, sold.on_account, sold.user) == (3_312_00, 0, cashier.name)
    assert [(p.method, p.register, p.amount, p.tendered) for p in sold.payments] == [
        (CASH, "Caja 1", 3_312_00, 4_000_00)
    ]
    assert [(x.description, x.quantity, x.price, x.total, x.cost) for x in sold.lines] == [
        ("Alfajor", 2_000, 750_00, 1_500_00, 0),
        ("Pan", 755, 2_400_00, 1_812_00, 1_500_00),
    ]
    assert read(get_product, candy).stock == -2_000
    assert read(get_product, bread).stock == -755
    entry = read(get_entry, done.entry_id)
    assert (entry.kind, entry.memo) == (EntryKind.SALE, "Alfajor y 1 más")


def test_a_mixed_sale_gives_change_and_owes_exactly_the_rest(write, read, candy, client):
    """Market test 4: 750 = 300 on account + 460 in cash gives 10 back and a debt of 300 more."""
    write(add_debt, client, 40_00)
    done = write(sell, (candy, 1), cash=460_00, client_id=client, on_account=300_00)
    assert (done.total, done.change, done.client_balance) == (750_00, 10_00, 340_00)
    assert read(owes, client) == 340_00
    assert read(balance) == 450_00
    (row, _) = read(history, client)
    assert (row.amount, row.balance, row.number, row.detail) == (
        300_00,
        340_00,
        done.number,
        "Alfajor",
    )


def test_a_sale_on_account_moves_no_register(write, read, candy, client):
    done = write(sell, (candy, 1), client_id=client, on_account=750_00)
    assert (done.client_balance, read(owes, client)) == (750_00, 750_00)
    assert [read(balance, register) for register in (DRAWER, BANK, E_WALLET)] == [0, 0, 0]
    assert read(get_sale, done.sale_id).payments == ()


def test_each_means_goes_to_its_register(write, read, candy):
    tenders = (
        Tender(CARD, BANK, 100_00),
        Tender(PaymentMethod.TRANSFER, BANK, 150_00),
        Tender(QR, E_WALLET, 200_00),
    )
    done = write(sell, (candy, 1), tenders=tenders, cash=500_00)
    assert done.change == 200_00
    assert [read(balance, r) for r in (DRAWER, BANK, E_WALLET)] == [300_00, 250_00, 200_00]
    assert len(read(register_movements, BANK)) == 1  # one posting for both means
    assert [p.method for p in read(get_sale, done.sale_id).payments] == [
        *(t.method for t in tenders),
        CASH,
    ]
    (row,) = read(register_movements, DRAWER)
    assert (row.concept, row.amount, row.reference) == ("Venta", 300_00, done.number)


def test_cash_that_all_goes_back_is_no_payment(write, read, candy):
    done = write(sell, (candy, 1), tenders=(Tender(CARD, BANK, 750_00),), cash=20_00)
    assert (done.change, read(balance), read(balance, BANK)) == (20_00, 0, 750_00)
    assert len(read(get_sale, done.sale_id).payments) == 1


def test_change_leaves_the_last_cash_first(write, read, candy):
    second = write(add_register, "Caja 2", RegisterKind.DRAWER)
    tenders = (Tender(CASH, DRAWER, 700_00), Tender(CASH, second, 100_00))
    assert write(sell, (candy, 1), tenders=tenders).change == 50_00
    assert (read(balance), read(balance, second)) == (700_00, 50_00)
    assert (
        write(sell, (candy, 1), tenders=(tenders[0], Tender(CASH, second, 60_00))).change == 10_00
    )
    tenders = (Tender(CASH, DRAWER, 800_00), Tender(CASH, second, 30_00))
    assert write(sell, (candy, 1), tenders=tenders).change == 80_00
    assert (read(balance), read(balance, second)) == (2_150_00, 100_00)


def test_a_card_gives_no_change(write, candy, everything):
    before = everything()
    with pytest.raises(ChangeError, match=r"Sobran \$\xa050,00 y sólo el efectivo da vuelto"):
        write(sell, (candy, 1), tenders=(Tender(CARD, BANK, 800_00),))
    with pytest.raises(ChangeError, match=r"Sobran \$\xa030,00"):
        write(sell, (candy, 1), tenders=(Tender(CARD, BANK, 780_00),), cash=20_00, client_id=None)
    assert everything() == before


def test_what_is_missing_is_told_to_the_centavo(write, candy, client, everything):
    before = everything()
    with pytest.raises(PaymentShortError, match=r"Faltan \$\xa00,01\.") as short:
        write(sell, (candy, 1), cash=449_99, client_id=client, on_account=300_00)
    assert short.value.fields["missing"] == 1
    with pytest.raises(PaymentShortError) as short:
        write(sell, (candy, 1), cash=750_00, client_id=client, debt_payment=10_00)
    assert short.value.fields["missing"] == 10_00
    assert everything() == before


def test_an_old_debt_is_paid_in_the_same_charge(write, read, candy, client):
    """Market test 1: what pays the debt is a cobranza with its receipt, apart from the sale."""
    write(add_debt, client, 2_000_00)
    tenders = (Tender(CARD, BANK, 1_000_00),)
    done = write(
        sell, (candy, 1), tenders=tenders, cash=2_000_00, client_id=client, debt_payment=2_000_00
    )
    assert (done.change, done.kept, done.client_balance) == (250_00, 0, 0)
    assert done.receipts == ("X-00001-00000001", "X-00001-00000002")
    assert (read(balance), read(balance, BANK)) == (1_750_00, 1_000_00)
    assert [(r.kind, r.amount, r.register) for r in read(history, client)] == [
        (EntryKind.PAYMENT, -1_750_00, "Caja 1"),
        (EntryKind.PAYMENT, -250_00, "Banco"),
        (EntryKind.SALE, 2_000_00, ""),
    ]
    assert [(p.amount, p.tendered) for p in read(get_sale, done.sale_id).payments] == [
        (750_00, 1_000_00)
    ]


def test_paying_more_than_the_debt_leaves_exactly_the_difference(write, read, candy, client):
    """Market test 3, in the charge of a sale."""
    write(add_debt, client, 100_00)
    done = write(sell, (candy, 1), cash=1_000_00, client_id=client, debt_payment=250_00)
    assert done.client_balance == read(owes, client) == -150_00


def test_the_change_may_stay_on_the_account(write, read, candy, client):
    done = write(sell, (candy, 1), cash=1_000_00, client_id=client, keep_change=True)
    assert (done.change, done.kept, done.client_balance) == (0, 250_00, -250_00)
    assert read(owes, client) == -250_00
    (row,) = read(history, client)
    assert row.detail == f"Efectivo · Vuelto de {done.number}"
    assert done.receipts == (row.number,)
    assert read(balance) == 1_000_00
    exact = write(sell, (candy, 1), cash=750_00, client_id=client, keep_change=True)
    assert (exact.kept, exact.receipts, exact.client_balance) == (0, (), -250_00)


def test_a_credit_used_once_cannot_be_used_again(write, read, client):
    """Market test 5: what is in favor counts once against the limit."""
    goods = write(make_product, "Yerba", price=500_00)
    shopper = write(make_client, "Ana", debt_limit=0)
    write(sell, (goods, 1), cash=1_000_00, client_id=shopper, keep_change=True)
    write(sell, (goods, 1), client_id=shopper, on_account=500_00)
    assert read(owes, shopper) == 0
    with pytest.raises(DebtLimitError):
        write(sell, (goods, 1), client_id=shopper, on_account=500_00)


def test_the_limit_blocks_and_tells_what_is_missing(write, candy, everything):
    """Market test 16."""
    client = write(make_client, "Ana", debt_limit=1_000_00)
    write(sell, (candy, 1), client_id=client, on_account=750_00)
    before = everything()
    with pytest.raises(DebtLimitError, match=r"Ana pasaría su límite por \$\xa0500,00") as blocked:
        write(sell, (candy, 1), client_id=client, on_account=750_00)
    assert blocked.value.fields["missing"] == 500_00
    assert everything() == before
    write(sell, (candy, 1), cash=500_00, client_id=client, on_account=250_00)


def test_paying_in_the_same_charge_frees_credit(write, read, candy):
    client = write(make_client, "Ana", debt_limit=750_00)
    write(sell, (candy, 1), client_id=client, on_account=750_00)
    done = write(
        sell, (candy, 1), cash=750_00, client_id=client, on_account=750_00, debt_payment=750_00
    )
    assert done.client_balance == read(owes, client) == 750_00
    assert [row.balance for row in read(history, client)] == [750_00, 0, 750_00]


def test_an_administrator_passes_the_terms_and_it_is_kept(write, read, candy, cashier, clock):
    poor = write(make_client, "Ana", debt_limit=0)
    banned = write(make_client, "Beto", account_enabled=False)
    late = write(make_client, "Ceci", credit_days=10)
    write(add_debt, late, 10_00)
    clock.move(days=11)
    for client, error in [
        (poor, DebtLimitError),
        (banned, AccountDisabledError),
        (late, OverdueError),
    ]:
        terms = {"client_id": client, "on_account": 750_00}
        with pytest.raises(error):
            write(sell, (candy, 1), **terms)
        with pytest.raises(NotAllowedError):
            write(sell, (candy, 1), **terms, override=Override("Cobra mañana"), user=cashier)
        with pytest.raises(ReasonMissingError):
            write(sell, (candy, 1), **terms, override=Override(" "))
        done = write(sell, (candy, 1), **terms, override=Override(" Cobra mañana "))
        sold = read(get_sale, done.sale_id)
        assert (sold.authorized_by, sold.authorization) == ("Administrador", "Cobra mañana")


def test_an_override_that_is_not_needed_leaves_no_trace(write, read, candy, client, cashier):
    terms = {"client_id": client, "on_account": 750_00}
    done = write(sell, (candy, 1), **terms, override=Override("Por las dudas"), user=cashier)
    sold = read(get_sale, done.sale_id)
    assert (sold.authorized_by, sold.authorization) == ("", "")


@pytest.mark.parametrize(
    "asked",
    [
        {"on_account": 750_00},
        {"cash": 760_00, "debt_payment": 10_00},
        {"cash": 760_00, "keep_change": True},
    ],
)
def test_an_account_is_some_clients(write, candy, everything, asked):
    before = everything()
    with pytest.raises(ClientNeededError, match="elegí el cliente"):
        write(sell, (candy, 1), **asked)
    assert everything() == before


def test_an_archived_client_buys_nothing(write, candy, client):
    write(archive_client, client)
    with pytest.raises(ClientArchivedError):
        write(sell, (candy, 1), cash=750_00, client_id=client)


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"tenders": (Tender(CASH, DRAWER, 0),)}, AmountRangeError),
        ({"tenders": (Tender(CASH, DRAWER, -5), Tender(CASH, DRAWER, 755_05))}, AmountRangeError),
        ({"cash": 100_00, "on_account": 750_01}, AmountRangeError),
        ({"cash": 750_00, "on_account": -1}, AmountRangeError),
        ({"cash": 750_00, "debt_payment": -1}, AmountRangeError),
        ({"tenders": (Tender(CASH, BANK, 750_00),)}, MethodRegisterError),
        ({"tenders": (Tender(QR, DRAWER, 750_00),)}, MethodRegisterError),
        ({"cash": 750_00, "request_id": "no, señor"}, RequestIdError),
    ],
)
def test_a_charge_that_cannot_be_is_refused(write, candy, client, everything, asked, error):
    before = everything()
    with pytest.raises(error):
        write(sell, (candy, 1), client_id=client, **asked)
    assert everything() == before


def test_a_retired_register_takes_no_money(write, candy):
    write(archive_register, BANK)
    with pytest.raises(RegisterArchivedError):
        write(sell, (candy, 1), tenders=(Tender(CARD, BANK, 750_00),))


def test_the_counters_session_takes_the_sale_whatever_the_means(write, read, candy, client):
    opened = write(open_session, OpenRequest(new_request(), DRAWER, 0))
    terms = {"client_id": client, "on_account": 750_00}
    for asked, session in [
        ({"cash": 750_00}, opened.session_id),
        ({**terms, "drawer_id": DRAWER}, opened.session_id),
        (terms, None),
        ({"tenders": (Tender(CARD, BANK, 750_00),), "drawer_id": DRAWER}, opened.session_id),
    ]:
        done = write(sell, (candy, 1), **asked)
        assert read(get_sale, done.sale_id).session_id == session


def test_a_product_without_stock_moves_none(write, read):
    service = write(make_product, "Fotocopia", price=50_00, tracks_stock=False)
    write(sell, (service, 3), cash=150_00)
    assert read(stock_moves, service) == []
    assert read(get_product, service).stock == 0


def test_a_product_in_two_lines_moves_twice_with_running_levels(write, read, candy):
    write(sell, (candy, 1), (candy, 2), cash=2_250_00)
    assert [(m.quantity, m.level) for m in read(stock_moves, candy)] == [
        (-2_000, -3_000),
        (-1_000, -1_000),
    ]
