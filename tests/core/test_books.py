"""The accountant's books against sums made by hand from the rows of the file."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from kioskifly_desktop.core.books import (
    ENTRY_NAMES,
    PATH,
    Group,
    Span,
    balances_before,
    book_accounts,
    book_entries,
    find_account,
    mayor,
    result_of,
    trial_balance,
)
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import AccountNotFoundError, NotAllowedError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import AccountKind, EntryKind
from kioskifly_desktop.core.reports import Period, ReportName, accounting, make_report
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    VoidRequest,
    get_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.sessions import (
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    close_session,
    list_categories,
    open_session,
    pay_in,
    pay_out,
)
from kioskifly_desktop.core.wallet import OpeningRequest, WriteOffRequest, open_balance, write_off
from tests.factories import DRAWER, add_debt, make_client, make_product, new_request, pay, sell
from tests.naive_shop import half_up
from tests.random_money import AllActs


@pytest.fixture
def lived(database, clock):
    """A shop of some hundred random acts, and what its file says of them."""
    shop = AllActs(database, clock, Random(7))
    for _ in range(350):
        shop.step()
    assert {"register_sale", "return_goods", "void_sale", "pay_out", "pay_in"} <= shop.done.keys()


def rows(read, table):
    def ask(work):
        return [dict(row._mapping) for row in work.db.exec_driver_sql(f"SELECT * FROM {table}")]

    return read(ask)


def by_hand(read, since, until):
    """Add up a span from the rows alone: (sales, discounts, returns, cost, moved by account)."""
    entries = {row["id"]: row for row in rows(read, "journal_entry")}
    sales_account = next(row["id"] for row in rows(read, "account") if row["kind"] == "sales")
    inside = {
        key
        for key, row in entries.items()
        if since <= date.fromisoformat(row["business_date"]) <= until
    }
    moved: Counter[int] = Counter()
    returns = 0
    for row in rows(read, "posting"):
        if row["entry_id"] in inside:
            moved[row["account_id"]] += row["amount"]
            of_return = entries[row["entry_id"]]["kind"] == "return"
            returns += row["amount"] if of_return and row["account_id"] == sales_account else 0
    undoing = {row["reverses"]: key for key, row in entries.items() if row["reverses"]}
    sold = {row["id"]: row for row in rows(read, "sale")}
    listed = cost = discounts = 0
    for line in rows(read, "sale_line"):
        of = sold[line["sale_id"]]
        way = 1 if of["kind"] == "sale" else -1
        times = (of["entry_id"] in inside) - (undoing.get(of["entry_id"]) in inside)
        cost += way * times * half_up(Fraction(line["cost"] * line["quantity"], 1000))
        if of["kind"] == "sale":
            gross = half_up(Fraction(line["price"] * line["quantity"], 1000))
            listed += times * gross
            discounts += times * (gross - line["total"])
    return listed, discounts, returns, cost, moved


def test_a_span_is_what_its_rows_add_up_to(lived, read):
    days = sorted(date.fromisoformat(row["business_date"]) for row in rows(read, "journal_entry"))
    accounts = read(book_accounts)
    middle = days[len(days) // 2]
    months = {Span(day.replace(day=1), day) for day in days}
    for span in months | {Span(days[0], middle), Span(middle, middle)}:
        sales, discounts, returns, cost, moved = by_hand(read, span.since, span.until)
        result = read(result_of, span)
        assert (result.sales, result.discounts) == (sales, discounts)
        assert (result.returns, result.cost) == (returns, cost)
        spent = {
            accounts[key].name: amount
            for key, amount in moved.items()
            if accounts[key].group is Group.EXPENSES and not accounts[key].under
        }
        assert {name: amount for name, amount in result.expenses if amount} == {
            name: amount for name, amount in spent.items() if amount
        }
        all_results = (Group.INCOME, Group.EXPENSES)
        kept = -sum(moved[key] for key in moved if accounts[key].group in all_results)
        assert result.net == kept - cost + result.goods


def test_the_trial_balance_and_each_mayor_agree_with_the_accounts(lived, read):
    days = sorted(date.fromisoformat(row["business_date"]) for row in rows(read, "journal_entry"))
    balances = {row["id"]: row["balance"] for row in rows(read, "account")}
    middle = days[len(days) // 2]
    for span in (Span(), Span(since=middle)):
        trial = read(trial_balance, span)
        assert sum(row.debit for row in trial) == sum(row.credit for row in trial) > 0
        assert sum(row.opening for row in trial) == 0
        assert {row.account.id: row.closing for row in trial if row.closing} == {
            key: amount for key, amount in balances.items() if amount
        }
        for row in trial:
            moves = read(lambda work, of=row, span=span: list(mayor(work, of.account.id, span)))
            assert sum(move.amount for move in moves) == row.debit - row.credit
            assert not moves or moves[-1].balance == row.closing
    assert read(balances_before, Span()) == {}
    until = read(trial_balance, Span(until=middle))
    _, _, _, _, moved = by_hand(read, days[0], middle)
    assert {row.account.id: row.closing for row in until} == {**moved}


def test_the_journal_has_every_posting_once_in_the_order_of_its_days(lived, read):
    entries = read(lambda work: list(book_entries(work, Span())))
    assert [(each.day, each.id) for each in entries] == sorted(
        (each.day, each.id) for each in entries
    )
    assert sum(len(each.legs) for each in entries) == len(rows(read, "posting"))
    assert all(sum(amount for _, amount in each.legs) == 0 for each in entries)


def test_a_debt_noted_late_stands_on_its_own_day(write, read, clock):
    ana = write(make_client)
    write(add_debt, ana, 50_00)
    clock.move(days=2)
    today = read(lambda work: work.today)
    old = today - timedelta(days=30)
    write(open_balance, OpeningRequest(new_request(), ana, 100_00, old))
    account_id = next(row["account_id"] for row in rows(read, "client"))
    assert read(lambda work: [(each.day, each.id) for each in book_entries(work, Span())]) == [
        (old, 2),
        (today - timedelta(days=2), 1),
    ]
    assert read(lambda work: [m.balance for m in mayor(work, account_id, Span())]) == [
        100_00,
        150_00,
    ]


@pytest.fixture
def month(write, read):
    """A month with one of everything, of figures that are told apart."""

    def fill(work):
        alfajor = make_product(work, "Alfajor", price=1_000_00, cost=600_00)
        session = open_session(work, OpenRequest(new_request(), DRAWER, 0)).session_id
        for _ in range(5):
            sell(work, (alfajor, 1), cash=1_000_00)
        ana = make_client(work, discount=10_00)
        on_sale = sell(work, (alfajor, 2), cash=1_800_00, client_id=ana)
        line = get_sale(work, on_sale.sale_id).lines[0].id
        back = ReturnLine(line, 1000)
        return_goods(
            work,
            ReturnRequest(new_request(), on_sale.sale_id, (back,), DRAWER, None, "No le gustó"),
        )
        wrong = sell(work, (alfajor, 3), cash=3_000_00)
        void_sale(work, VoidRequest(new_request(), wrong.sale_id, "Error"))
        beto = make_client(work, "Beto")
        add_debt(work, beto, 700_00)
        pay(work, beto, 200_00)
        write_off(work, WriteOffRequest(new_request(), beto, None, "Se mudó"))
        pay_in(work, CashMovementRequest(new_request(), DRAWER, 50_00, "Cartón vendido"))
        for number, row in enumerate(list_categories(work), 1):
            pay_out(
                work,
                CashMovementRequest(new_request(), DRAWER, number * 11_00, "Pago", row.id),
            )
        # In the drawer: 5000 + 1800 - 900 + 200 + 50 - 28 * 11.
        counted = 5_842_00 - 9_00
        close_session(work, CloseRequest(new_request(), session, CashCount(coins=counted)))

    write(fill)


def test_the_result_tells_each_thing_apart(month, read):
    result = read(result_of, Span())
    assert (result.sales, result.discounts, result.returns) == (7_700_00, 200_00, 900_00)
    assert (result.sold, result.cost, result.gross) == (6_600_00, 6 * 600_00, 3_000_00)
    assert dict(result.income) == {"Otros ingresos": 50_00}
    assert dict(result.expenses) == {
        "Otros": 11_00,
        "Alquiler": 33_00,
        "Servicios": 44_00,
        "Sueldos": 55_00,
        "Impuestos": 66_00,
        "Diferencias de caja": 9_00,
        "Deudas incobrables": 500_00,
    }
    assert (result.goods, result.owner) == (22_00, 77_00)
    assert result.net == 3_000_00 + 50_00 - 718_00


def test_every_account_has_its_name_and_its_place(month, read):
    paths = {account.path for account in read(book_accounts).values()}
    assert len(paths) == len(read(book_accounts))
    assert {
        ("Activo", "Cajas", "Caja 1"),
        ("Activo", "Clientes", "0001 María Gómez"),
        ("Gastos", "Alquiler"),
        ("Gastos", "Compras", "Mercadería"),
        ("Gastos", "Deudas incobrables"),
        ("Ingresos", "Actualización de deudas"),
        ("Patrimonio", "Retiros", "Retiros del dueño"),
    } < paths
    assert not [path for path in paths if "Sin titular" in path]


def test_every_kind_has_its_name(read):
    assert set(ENTRY_NAMES) == set(EntryKind)
    assert len(set(ENTRY_NAMES.values())) == len(EntryKind)
    kinds = {row["kind"] for row in rows(read, "account")}
    assert kinds == set(AccountKind) - {AccountKind.CLIENT}


def test_the_books_are_for_who_sees_reports(read, cashier):
    for ask in (trial_balance, result_of, balances_before):
        with pytest.raises(NotAllowedError):
            read(ask, Span(), user=cashier)
    with pytest.raises(NotAllowedError):
        read(lambda w: list(book_entries(w, Span())), user=cashier)
    with pytest.raises(NotAllowedError):
        read(lambda w: list(mayor(w, 1, Span())), user=cashier)


def reported(work, name, period, **account):
    return make_report(work, ReportName(name), period, **account)


def test_the_books_as_reports_are_the_postings(lived, read, month_long):
    """Every figure of the four reports, from the rows of the file, over two spans."""
    for period in month_long:
        entries = {row["id"]: row for row in rows(read, "journal_entry")}
        postings = rows(read, "posting")
        day_of = {key: date.fromisoformat(row["business_date"]) for key, row in entries.items()}
        within = [row for row in postings if period.first <= day_of[row["entry_id"]] <= period.last]
        before = [row for row in postings if day_of[row["entry_id"]] < period.first]
        clients = {row["account_id"] for row in rows(read, "client")}
        names = {key: each.path for key, each in read(book_accounts).items()}

        lines = {
            key: PATH.join(path[:-1] if key in clients else path) for key, path in names.items()
        }
        journal = read(reported, "journal", period)
        in_order = sorted(within, key=lambda row: (day_of[row["entry_id"]], row["id"]))
        assert [(row[2], (row[3] or 0) - (row[4] or 0)) for row in journal.rows] == [
            (row["entry_id"], row["amount"]) for row in in_order
        ]
        debit = sum(row["amount"] for row in within if row["amount"] > 0)
        assert journal.totals[3:5] == (debit, debit)

        trial = {row[0]: row[1:] for row in read(reported, "trial-balance", period).rows}
        told: dict[str, list[int]] = {}
        for row in (*before, *within):
            told.setdefault(lines[row["account_id"]], [0, 0, 0, 0])
        for row in before:
            told[lines[row["account_id"]]][0] += row["amount"]
        for row in within:
            told[lines[row["account_id"]]][1 if row["amount"] > 0 else 2] += abs(row["amount"])
        for figures in told.values():
            figures[3] = figures[0] + figures[1] - figures[2]
        assert trial == {name: tuple(each) for name, each in told.items() if any(each)}

        for key in {row["account_id"] for row in postings}:
            ledger = read(reported, "ledger", period, account_id=key)
            came = sum(row["amount"] for row in before if row["account_id"] == key)
            moved = [row["amount"] for row in in_order if row["account_id"] == key]
            assert [(row[3] or 0) - (row[4] or 0) for row in ledger.rows] == moved
            assert ledger.totals[-1] == came + sum(moved)
            assert format_money(came) in ledger.note

        result = read(reported, "result", period)
        left = read(result_of, Span(period.first, period.last))
        assert sum(row[1] for row in result.rows) == result.totals[1] == left.net


@pytest.fixture
def month_long(lived, read):
    days = sorted(date.fromisoformat(row["business_date"]) for row in rows(read, "journal_entry"))
    return Period(days[0], days[-1]), Period(days[len(days) // 3], days[2 * len(days) // 3])


def test_a_span_that_begins_with_a_count_that_agrees(write, read, clock):
    client = write(make_client)
    write(add_debt, client, 70_00)
    session = write(open_session, OpenRequest(new_request(), DRAWER, 0)).session_id
    account = read(get_client, client).account_id
    for _ in range(2):
        clock.move(days=1)
        today = read(lambda work: work.today)
        if session:
            write(close_session, CloseRequest(new_request(), session, CashCount(coins=0)))
            session = 0
        assert read(balances_before, Span(today))[account] == 70_00
        write(add_debt, client, 1_00)
        row = next(row for row in read(trial_balance, Span(today)) if row.account.id == account)
        assert (row.opening, row.closing) == (70_00, 71_00)
        write(pay, client, 1_00)


def test_an_old_debt_written_down_later_was_there_before(write, read, clock):
    client = write(make_client)
    write(add_debt, client, 5_00)
    since = read(lambda work: work.today)
    old = OpeningRequest(new_request(), client, 70_00, since - timedelta(days=9))
    write(open_balance, old)
    account = read(get_client, client).account_id
    assert read(balances_before, Span(since))[account] == 70_00
    assert account not in read(balances_before, Span(old.day))
    clock.move(days=1)
    assert read(balances_before, Span(since + timedelta(days=1)))[account] == 75_00


def test_a_long_journal_is_cut_and_says_so(write, read, monkeypatch):
    monkeypatch.setattr(accounting, "MOST", 3)
    client = write(make_client)
    for _ in range(4):
        write(add_debt, client, 1_00)
    today = read(lambda work: work.today)
    for name, rows_each in (("journal", 2), ("ledger", 1)):
        account = read(find_account, "Ventas").id if name == "ledger" else None
        report = read(reported, name, Period(today, today), account_id=account)
        assert len(report.rows) == 3 * rows_each
        assert "Son los primeros" in report.note
        assert report.totals[3:5] == (None, None)


def test_an_account_is_found_as_it_is_typed(month, read):
    assert read(find_account, "caja 1").path == ("Activo", "Cajas", "Caja 1")
    assert read(find_account, "GASTOS › compras › mercaderia").name == "Mercadería"
    with pytest.raises(AccountNotFoundError):
        read(find_account, "Caja 77")
    with pytest.raises(AccountNotFoundError):
        read(reported, "ledger", Period(date(2026, 3, 1), date(2026, 3, 2)), account_id=9_999)


def test_what_goods_cost_is_for_who_may_see_it(read, cashier):
    for name in ("result", "trial-balance", "journal", "ledger"):
        with pytest.raises(NotAllowedError):
            read(reported, name, Period(date(2026, 3, 1), date(2026, 3, 2)), user=cashier)
