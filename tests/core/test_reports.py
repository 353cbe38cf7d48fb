"""Reports against the same sales added up row by row, and where each kind of move lands."""

import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.books import Span, result_of
from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.errors import DatesError, NotAllowedError
from kioskifly_desktop.core.reports import (
    REPORTS,
    Period,
    Preset,
    ReportName,
    before,
    cells,
    make_report,
    period_of,
    report_paper,
    row_texts,
    total_texts,
)
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    SaleLineRequest,
    VoidRequest,
    get_sale,
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
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.stock import count_stock
from kioskifly_desktop.core.wallet import MergeRequest, merge_clients
from tests.conftest import Clock
from tests.factories import (
    DRAWER,
    add_debt,
    make_client,
    make_product,
    new_request,
    sell,
    stock_request,
)
from tests.loyalty import buy, give_points, promote
from tests.plain_reports import Plain, day_of, figures, hour_of, ratio
from tests.random_money import AllActs

THURSDAY = date(2026, 3, 5)
FRIDAY = THURSDAY + timedelta(days=1)
WEEKDAYS = ("Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado", "Domingo")
EVER = Period(date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture
def report(read):
    def ask(name, first=THURSDAY, last=None):
        return read(make_report, ReportName(name), Period(first, last or first))

    return ask


@pytest.fixture
def sweet(write):
    return write(make_product, "Alfajor", price=1_000_00, cost=600_00, category="Golosinas")


@pytest.fixture
def cheese(write):
    return write(
        make_product,
        "Queso",
        price=9_999_99,
        cost=6_000_01,
        unit=Unit.KILOGRAM,
        category="Fiambrería",
    )


def give_back(work, sale_id, quantity, **fields):
    line = get_sale(work, sale_id).lines[0].id
    asked = {"refund_register_id": DRAWER, "client_id": None, "reason": "Roto"} | fields
    return return_goods(
        work, ReturnRequest(new_request(), sale_id, (ReturnLine(line, quantity),), **asked)
    )


def void(work, sale_id):
    return void_sale(work, VoidRequest(new_request(), sale_id, "Error"))


def test_a_return_counts_against_its_own_day(write, report, sweet, clock):
    sold = write(sell, (sweet, 3), cash=3_000_00)
    clock.move(days=1)
    write(give_back, sold.sale_id, 2_000)
    days = report("days", THURSDAY, FRIDAY)
    assert days.rows == (
        (THURSDAY, "Jueves", 1, 3_000_00, 0, 3_000_00, 3_000_00),
        (FRIDAY, "Viernes", 0, 0, 2_000_00, -2_000_00, None),
    )
    assert days.totals == ("Total", "", 1, 3_000_00, 2_000_00, 1_000_00, 3_000_00)
    assert report("products").rows == (("Alfajor", "Golosinas", 3_000, "Unidad", 3_000_00, 10_000),)
    assert report("products", FRIDAY).rows == (
        ("Alfajor", "Golosinas", -2_000, "Unidad", -2_000_00, None),
    )
    assert report("margin", FRIDAY).rows == (
        ("Alfajor", "Golosinas", -2_000_00, -1_200_00, -800_00, None),
    )
    assert report("means", FRIDAY).rows == (("Efectivo", 0, 0, 2_000_00, -2_000_00, None),)


def test_a_voided_sale_never_was_even_if_voided_after_midnight(write, report, sweet, clock):
    write(open_session, OpenRequest(new_request(), DRAWER, 0))
    clock.now = datetime(2026, 3, 6, 2, 50, tzinfo=UTC)  # 23:50 of Thursday
    sold = write(sell, (sweet, 1), cash=1_000_00)
    write(sell, (sweet, 2), cash=2_000_00)
    clock.move(minutes=20)
    write(void, sold.sale_id)
    days = report("days", THURSDAY, FRIDAY)
    assert [row[2:4] for row in days.rows] == [(1, 2_000_00), (0, 0)]
    for name in ("hours", "weekdays", "months", "products", "categories", "margin", "clients"):
        assert report(name, THURSDAY, FRIDAY).totals[-3:] != (), name
        assert 1_000_00 not in report(name, THURSDAY, FRIDAY).totals
    assert report("cashiers").totals[:3] == ("Total", 1, 2_000_00)
    assert report("means").totals[2] == 2_000_00


def test_midnight_and_hours_are_the_shops(write, report, sweet, clock):
    for hour, minute in ((2, 59), (3, 0)):  # of the world, 6 March
        clock.now = datetime(2026, 3, 6, hour, minute, 59, 999_000, tzinfo=UTC)
        write(sell, (sweet, 1), cash=1_000_00)
    assert [row[0] for row in report("hours").rows] == ["23:00"]
    assert [row[0] for row in report("hours", FRIDAY).rows] == ["00:00"]
    assert [row[:3] for row in report("days", THURSDAY, FRIDAY).rows] == [
        (THURSDAY, "Jueves", 1),
        (FRIDAY, "Viernes", 1),
    ]


def test_hours_between_the_first_and_the_last_are_all_there(write, report, sweet, clock):
    for hours in (0, 3):
        clock.move(hours=hours)
        write(sell, (sweet, 1), cash=1_000_00)
    found = report("hours")
    assert [(row[0], row[1]) for row in found.rows] == [
        ("12:00", 1),
        ("13:00", 0),
        ("14:00", 0),
        ("15:00", 1),
    ]
    assert [label for label, _ in found.series[0].points] == [row[0] for row in found.rows]


def test_kilograms_are_kept_to_the_gram(write, report, cheese, clock):
    sold = write(sell, SaleLineRequest(cheese, 333), SaleLineRequest(cheese, 1), cash=3_400_00)
    assert sold.total == 3_330_00 + 10_00
    clock.move(hours=1)
    write(give_back, sold.sale_id, 111)
    net = sold.total - 1_110_00
    assert report("products").rows == (("Queso", "Fiambrería", 223, "Kilo", net, 10_000),)
    # 333, 1 and 111 grams of $ 6.000,01, each rounded by itself.
    cost = 1_998_00 + 6_00 - 666_00
    assert report("margin").rows == (
        ("Queso", "Fiambrería", net, cost, net - cost, ratio((net - cost) * 10_000, net)),
    )
    assert row_texts(report("products"), report("products").rows[0])[2] == "0,223"


def test_what_has_no_cost_is_left_out_of_the_margin_and_said(write, report, sweet):
    free = write(make_product, "Caramelo", price=50_00)
    write(sell, (sweet, 1), (free, 2), cash=1_100_00)
    found = report("margin")
    assert found.rows == (
        ("Alfajor", "Golosinas", 1_000_00, 600_00, 400_00, 4_000),
        ("Caramelo", "Sin rubro", 100_00, None, None, None),
    )
    assert found.totals == ("Total", "", 1_100_00, 600_00, 400_00, 4_000)
    assert "$ 100,00, se vendió sin un costo" in found.note.replace("\u00a0", " ")


def test_clients_who_turned_out_to_be_one(write, report, sweet):
    ana, anita, again = (write(make_client, name) for name in ("Ana", "Anita", "Anita 2"))
    for who in (ana, anita, again, None):
        write(sell, (sweet, 1), cash=1_000_00, client_id=who)
    write(merge_clients, MergeRequest(new_request(), anita, again))
    write(merge_clients, MergeRequest(new_request(), ana, anita))
    assert [row[:5] for row in report("clients").rows] == [
        ("Ana", 3, 3_000_00, 0, 3_000_00),
        ("Sin cliente", 1, 1_000_00, 0, 1_000_00),
    ]
    assert report("clients").series[0].points == (("Ana", 3_000_00),)


def test_who_stopped_coming(write, report, sweet, clock):
    ana, beto, carla = (write(make_client, name) for name in ("Ana", "Beto", "Carla"))
    for who in (ana, beto, beto):
        write(sell, (sweet, 1), cash=1_000_00, client_id=who)
    clock.move(days=7)
    sold = write(sell, (sweet, 2), cash=2_000_00, client_id=ana)
    write(sell, (sweet, 1), cash=1_000_00, client_id=carla)
    write(give_back, sold.sale_id, 1_000)
    found = report("lost-clients", THURSDAY + timedelta(days=7))
    assert found.rows == (("Beto", THURSDAY, 2, 2_000_00),)
    assert "05/03/2026" in found.note


def test_sessions_by_the_day_they_were_opened(write, report, clock, cashier):
    session = write(open_session, OpenRequest(new_request(), DRAWER, 100_00), user=cashier)
    opened = clock.now
    clock.move(hours=13)  # Friday
    write(close_session, CloseRequest(new_request(), session.session_id, CashCount(coins=90_00)))
    closed = clock.now
    write(open_session, OpenRequest(new_request(), DRAWER, 0))
    found = report("sessions")
    figures = (-10_00, 0, 90_00, 100_00, 100_00)
    people = (cashier.name, "Administrador")
    assert found.rows == (("Caja 1", opened, closed, *figures, *people),)
    assert found.totals[3] == -10_00
    assert found.note == "Por debajo de cero es faltante."
    later = report("sessions", FRIDAY)
    assert later.rows[0][2:] == (None, None, -90_00, None, None, 0, "Administrador", None)
    assert later.note == "Por debajo de cero es faltante. Turnos todavía abiertos: 1."


def test_how_the_shop_stands(write, report, sweet, cheese):
    client = write(make_client, "Ana")
    write(add_debt, client, 500_00)
    write(count_stock, stock_request(sweet, 7_000))
    write(count_stock, stock_request(cheese, 1_500))
    assert report("stock").rows == (
        ("Queso", "Fiambrería", 1_500, "Kilo", 9_000_02, 14_999_99),
        ("Alfajor", "Golosinas", 7_000, "Unidad", 4_200_00, 7_000_00),
    )
    assert report("stock").series[0].points == (("Fiambrería", 9_000_02), ("Golosinas", 4_200_00))
    assert report("debtors").rows == (("Ana", THURSDAY, 500_00, 0, 0, 500_00),)
    assert report("debtors").period == "Al 05/03/2026 12:00"
    assert report("low-stock").rows == ()
    write(count_stock, stock_request(sweet, 0))
    assert [row[:3] for row in report("low-stock").rows] == [("Alfajor", "Sin proveedor", 0)]


def test_promotions_and_points(write, read, report, sweet, clock):
    client = write(make_client, "Ana")
    write(give_points)
    write(promote, sweet)
    sold = write(buy, [SaleLineRequest(sweet, 4_000)], client=client)
    voided = write(buy, [SaleLineRequest(sweet, 2_000)])
    write(void, voided.sale_id)
    clock.now = datetime(2026, 3, 6, 2, 59, 59, tzinfo=UTC)  # the last second of Thursday
    write(buy, [SaleLineRequest(sweet, 1_000)], client=client, points=10)
    clock.move(seconds=1)
    write(buy, [SaleLineRequest(sweet, 1_000)], client=client)
    found = report("promotions")
    assert found.rows == (
        ("2x1", 1, 2_000_00, 0, 2_000_00, 9_524),
        ("Canje de puntos", 1, 100_00, 0, 100_00, 476),
    )
    moved = {row[0]: row[1:] for row in report("points").rows}
    assert moved == {"Sumados en una compra": (1, 2, 29), "Canjeados": (1, 1, -10)}
    assert report("points", FRIDAY).rows == (("Sumados en una compra", 1, 1, 10),)
    assert report("days", THURSDAY, FRIDAY).totals[5] == 2_000_00 + 900_00 + 1_000_00
    for quantity in (1_000, 3_000):
        write(give_back, sold.sale_id, quantity)
    assert report("promotions", FRIDAY).rows == (("2x1", 0, 0, 2_000_00, -2_000_00, None),)
    assert report("promotions", THURSDAY, FRIDAY).rows[-1] == (
        *("2x1", 1, 2_000_00, 2_000_00, 0, 0),
    )


@pytest.mark.parametrize(
    ("preset", "first", "last"),
    [
        (Preset.TODAY, date(2026, 3, 5), date(2026, 3, 5)),
        (Preset.YESTERDAY, date(2026, 3, 4), date(2026, 3, 4)),
        (Preset.WEEK, date(2026, 3, 2), date(2026, 3, 5)),
        (Preset.MONTH, date(2026, 3, 1), date(2026, 3, 5)),
        (Preset.LAST_MONTH, date(2026, 2, 1), date(2026, 2, 28)),
        (Preset.YEAR, date(2026, 1, 1), date(2026, 3, 5)),
    ],
)
def test_presets(preset, first, last):
    assert period_of(preset, THURSDAY) == Period(first, last)


@pytest.mark.parametrize(
    ("first", "last", "earlier"),
    [
        ("2026-03-05", "2026-03-05", ("2026-02-26", "2026-02-26")),  # a Thursday and the last one
        ("2026-03-02", "2026-03-08", ("2026-02-23", "2026-03-01")),
        ("2026-03-02", "2026-03-09", ("2026-02-16", "2026-02-23")),
        ("2026-03-01", "2026-03-05", ("2026-02-01", "2026-02-05")),
        ("2026-03-01", "2026-03-31", ("2026-02-01", "2026-02-28")),
        ("2026-02-01", "2026-02-28", ("2026-01-01", "2026-01-31")),
        ("2026-03-01", "2026-03-29", ("2026-02-01", "2026-02-28")),
        ("2026-01-01", "2026-03-05", ("2025-01-01", "2025-03-05")),
        ("2024-01-01", "2024-02-29", ("2023-01-01", "2023-02-28")),
    ],
)
def test_the_days_before(first, last, earlier):
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert before(period) == Period(*map(date.fromisoformat, earlier))
    assert before(period).last < period.first


def test_a_period_does_not_end_before_it_begins():
    with pytest.raises(DatesError):
        Period(FRIDAY, THURSDAY)


def test_reports_are_for_who_may_see_them(read, cashier):
    for name in ReportName:
        with pytest.raises(NotAllowedError):
            read(make_report, name, Period(THURSDAY, THURSDAY), user=cashier)


def test_every_report_of_an_empty_shop_has_its_shape(read):
    assert set(REPORTS) == set(ReportName)
    for name in ReportName:
        found = read(make_report, name, Period(THURSDAY, FRIDAY))
        assert len(found.totals) == len(found.columns)
        assert all(len(row) == len(found.columns) for row in found.rows)
        assert found.columns[found.main].kind.is_figure
        assert len(total_texts(found)) == len(found.columns)
        assert read(report_paper, found).blocks


def test_the_short_paper_has_names_and_the_figure_that_matters(write, read, report):
    for number in range(45):
        product = write(make_product, f"Producto {number:02}", price=(100 - number) * 100)
        write(sell, (product, 1), cash=(100 - number) * 100)
    blocks = read(report_paper, report("products")).blocks
    pairs = [(b.left, b.right.replace("\u00a0", " ")) for b in blocks if isinstance(b, Pair)]
    assert ("Producto 00", "$ 100,00") in pairs
    assert ("TOTAL", "$ 3.510,00") in pairs
    assert len([left for left, _ in pairs if left.startswith("Producto")]) == 40
    assert any(getattr(b, "text", "") == "y 5 más" for b in blocks)


def test_a_spreadsheet_gets_numbers(write, report, cheese):
    write(sell, SaleLineRequest(cheese, 1_500), cash=20_000_00)
    (row,) = cells(report("products"))
    assert list(map(str, row)) == ["Queso", "Fiambrería", "1.5", "Kilo", "14999.99", "100"]


def agree(work, period):
    """Compare every report of sales with the plain sums."""
    plain = Plain(work)

    def rows(name):
        return make_report(work, ReportName(name), period).rows

    days = plain.by(period, day_of)
    assert [row[0] for row in rows("days")] == list(period.days())
    for day, _, *rest in rows("days"):
        assert tuple(rest) == figures(*days.get(day, (0, 0, 0)))
    assert {row[0]: tuple(row[1:]) for row in rows("hours") if row[1] or row[3]} == {
        f"{hour:02}:00": figures(*each) for hour, each in plain.by(period, hour_of).items()
    }
    weekdays = plain.by(period, lambda entry, sale: day_of(entry, sale).weekday())
    for number, row in enumerate(rows("weekdays")):
        many = sum(day.weekday() == number for day in period.days())
        each = weekdays.get(number, (0, 0, 0))
        assert row == (WEEKDAYS[number], many, *figures(*each), ratio(each[1] - each[2], many))
    months = plain.by(period, lambda entry, sale: day_of(entry, sale).month)
    assert sum(row[1] for row in rows("months")) == sum(each[0] for each in months.values())

    clients = plain.by(period, lambda _, sale: plain.client_of(sale))
    assert {row[0]: row[1:6] for row in rows("clients")} == {
        name: figures(*each) for name, each in clients.items()
    }
    people = plain.by(period, lambda entry, _: plain.users[entry["user_id"]]["name"])
    assert {row[0]: row[1:] for row in rows("cashiers")} == {
        name: figures(*each) for name, each in people.items()
    }
    assert {row[0]: row[1:4] for row in rows("means")} == plain.means(period)

    goods, moved = plain.goods(period), plain.moved(period)
    names = {key: plain.products[key]["name"] for key in goods}
    assert {row[0]: (row[2], row[4]) for row in rows("products")} == {
        names[key]: (each[0], each[1]) for key, each in goods.items()
    }
    for key, each in goods.items():
        if plain.products[key]["tracks_stock"]:
            assert each[0] == moved[key]
    assert {row[0]: row[2:5] for row in rows("margin")} == {
        names[key]: (net, cost, known - cost) if plain.products[key]["cost"] else (net, None, None)
        for key, (_, net, cost, known) in goods.items()
    }
    nets = {sum(row[place] for row in rows(name)) for name, place in _NETS}
    assert nets == {sum(each[1] - each[2] for each in days.values())}
    return plain


_NETS = (
    *(("days", 5), ("hours", 4), ("months", 4), ("clients", 4), ("products", 4)),
    *(("categories", 2), ("margin", 2), ("means", 4), ("cashiers", 4)),
)


def test_reports_agree_with_rows_postings_and_stock_after_some_hundred_steps(database, clock):
    shop = AllActs(database, clock, Random(20260305))
    for _ in range(350):
        shop.step()
    assert shop.done["void_sale"] > 2
    assert shop.done["return_goods"] > 2
    with database.read(shop.admin) as work:
        plain = agree(work, EVER)
        days = sorted({day_of(entry, None) for _, entry, *_ in plain.kept(EVER)})
        assert len(days) > 5
        for day in days[:8]:
            agree(work, Period(day, day))
        agree(work, Period(days[1], days[-2]))
        # The books undo a sale on the day of its void: over all days both are one.
        books = result_of(work, Span())
        whole = make_report(work, ReportName.MARGIN, EVER)
        assert whole.totals[2:4] == (books.sales - books.discounts - books.returns, books.cost)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(dice=st.randoms(use_true_random=False), steps=st.integers(1, 25), skip=st.integers(0, 9))
def test_the_shortest_way_to_a_wrong_report(dice, steps, skip):
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        database = open_shop(Path(folder), clock=clock)
        try:
            shop = AllActs(database, clock, dice)
            for _ in range(steps):
                shop.step()
            with database.read(shop.admin) as work:
                agree(work, Period(THURSDAY, max(work.today, THURSDAY)))
                agree(
                    work, Period(THURSDAY + timedelta(days=skip), work.today + timedelta(days=skip))
                )
        finally:
            database.close()
