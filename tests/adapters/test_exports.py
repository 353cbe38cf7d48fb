"""What goes out comes back the same, and nothing in it runs in a spreadsheet."""

import csv
import shutil
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kioskifly_desktop.adapters.exchange import read_rows, write_rows
from kioskifly_desktop.adapters.exchange.guard import guarded, is_dangerous, unguarded
from kioskifly_desktop.core.catalog import (
    ProductQuery,
    ProductRequest,
    Unit,
    add_product,
    get_product,
    list_products,
)
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import (
    ClientQuery,
    ClientRequest,
    add_client,
    get_client,
    list_clients,
)
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ExportCancelledError, NotAllowedError, OutputFileError
from kioskifly_desktop.core.exports import ExportKind, count_rows, export_rows, export_titles
from kioskifly_desktop.core.fiscal import DocumentType, FiscalCondition
from kioskifly_desktop.core.imports import (
    ImportKind,
    guess,
    make_table,
    plan_import,
    run_import,
)
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_QUANTITY
from kioskifly_desktop.core.sales import SaleLineRequest
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.stock import StockRequest, count_stock
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import OpeningRequest, open_balance
from tests.factories import add_debt, make_client, make_product, new_request, pay, sell, undo
from tests.loyalty import buy, promote

BOTH = pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
DANGEROUS = ("=1+1", "+54 351", "-2", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x", "'=x")

words = st.one_of(
    st.sampled_from(DANGEROUS),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40),
)
names = words.filter(lambda text: any(map(str.isalnum, text)))
amounts = st.integers(0, MAX_AMOUNT)
clients = st.lists(
    st.tuples(
        st.builds(
            ClientRequest,
            name=names,
            condition=st.just(FiscalCondition.FINAL_CONSUMER),
            document_type=st.just(DocumentType.DNI),
            document_number=st.integers(1_000_001, 99_999_999).map(str),
            birthday=st.none() | st.dates(date(1920, 1, 1), date(2026, 3, 1)),
            address=words,
            phone=st.sampled_from(("", "+54 9 351 455-0917", "351 455-0917", "@3514550917")),
            email=st.sampled_from(("", "a@b.com", "=a@b.com")),
            notes=st.lists(words, max_size=3).map("\n".join),
            preferred_method=st.none() | st.sampled_from(PaymentMethod),
            debt_limit=st.none() | amounts,
            credit_days=st.none() | st.integers(0, 3650),
            account_enabled=st.booleans(),
            discount=st.integers(0, 10_000),
            accepts_messages=st.booleans(),
        ),
        st.integers(-MAX_AMOUNT, MAX_AMOUNT),
    ),
    max_size=6,
    unique_by=lambda pair: pair[0].document_number,
)
products = st.lists(
    st.tuples(
        st.builds(
            ProductRequest,
            name=names,
            barcodes=st.lists(
                st.from_regex(r"[A-Z]{3}-?[0-9]{0,4}", fullmatch=True), max_size=3
            ).map(tuple),
            category=words,
            supplier=words,
            price=amounts,
            cost=amounts,
            unit=st.sampled_from(Unit),
            tracks_stock=st.booleans(),
            minimum_stock=st.integers(0, MAX_QUANTITY),
        ),
        st.none() | st.integers(0, MAX_QUANTITY // 1000).map(lambda whole: whole * 1000),
    ),
    max_size=6,
)
quick = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


class Shops:
    """Two shops: what one has goes to the other by a file."""

    def __init__(self, template, clock):
        self.folder = Path(tempfile.mkdtemp())
        self.shops = []
        for name in ("from", "to"):
            place = self.folder / name
            place.mkdir()
            shutil.copy(template, place / FILE_NAME)
            self.shops.append(open_shop(place, create=False, clock=clock))
        with self.shops[0].read() as work:
            self.admin = next(user for user in list_users(work) if user.is_admin)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for each in self.shops:
            with each.read() as work:
                assert check(work) == []
            each.close()
        shutil.rmtree(self.folder)

    def send(self, kind, suffix):
        source, target = self.shops
        path = self.folder / f"file{suffix}"
        export = ExportKind(kind.value)
        with source.read(self.admin) as work:
            rows = export_rows(work, export)
            assert write_rows(path, export_titles(export), rows) == count_rows(work, export)
            if not count_rows(work, export):
                return
        table = make_table(read_rows(path), kind)
        with target.write(self.admin) as work:
            plan = plan_import(work, kind, table, guess(work, table, kind))
            assert list(map(str, plan.problems)) == []
            run_import(work, plan, "import")


def cards(database):
    with database.read() as work:
        rows = list_clients(work, ClientQuery(), limit=-1)
        for card in (get_client(work, row.id) for row in rows):
            yield {
                field: getattr(card, field)
                for field in card.__slots__
                if field not in {"id", "account_id", "created_at"}
            }


def goods(database):
    with database.read() as work:
        rows = list_products(work, ProductQuery(), limit=-1)
        for card in (get_product(work, row.id) for row in rows):
            yield {
                field: getattr(card, field)
                for field in card.__slots__
                if field not in {"id", "created_at"}
            }


def sorted_by_all(rows):
    return sorted(rows, key=repr)


@BOTH
@quick
@given(people=clients)
@example(people=[(ClientRequest("'=cmd|' /C calc'!A0", notes="=1\n+2"), -1)])
def test_clients_come_back_as_they_went(template, clock, suffix, people):
    with Shops(template, clock) as shops:
        with shops.shops[0].write(shops.admin) as work:
            for request, balance in people:
                client_id = add_client(work, request)
                if balance:
                    opening = OpeningRequest(new_request(), client_id, balance)
                    open_balance(work, opening)
        shops.send(ImportKind.CLIENTS, suffix)
        source, target = shops.shops
        assert sorted_by_all(cards(target)) == sorted_by_all(cards(source))


@BOTH
@quick
@given(shelf=products)
def test_products_come_back_as_they_went(template, clock, suffix, shelf):
    with Shops(template, clock) as shops:
        seen = set()
        with shops.shops[0].write(shops.admin) as work:
            for number, (request, stock) in enumerate(shelf):
                codes = tuple(c for c in request.barcodes if c not in seen) or (f"OWN-{number}",)
                seen |= set(codes)
                product_id = add_product(
                    work, ProductRequest(**{**fields_of(request), "barcodes": codes})
                )
                if stock is not None and request.tracks_stock:
                    count_stock(work, StockRequest(new_request(), product_id, stock, "x"))
        shops.send(ImportKind.PRODUCTS, suffix)
        source, target = shops.shops
        assert sorted_by_all(goods(target)) == sorted_by_all(goods(source))


def fields_of(request):
    return {field: getattr(request, field) for field in request.__slots__}


@given(text=st.one_of(st.sampled_from(DANGEROUS), st.text(alphabet="'=+-@\t\r\n a\uff1d")))
def test_the_guard_is_taken_away_as_it_was_put(text):
    assert unguarded(guarded(text)) == text
    assert not is_dangerous(guarded(text))


@pytest.mark.parametrize("text", [*DANGEROUS[:-1], "\t=1", "\r=1", "\n=1", " =1"])
def test_nothing_runs_in_a_spreadsheet(tmp_path, text):
    rows = [(text, f"x{text}", Decimal("-1.5"), date(2026, 3, 5), None, 7)]
    write_rows(tmp_path / "a.csv", [text] * 6, iter(rows))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        (_, cells) = csv.reader(file, delimiter=";")
    assert cells == [f"'{text}", f"x{text}", "-1,5", "05/03/2026", "", "7"]

    write_rows(tmp_path / "a.xlsx", [text] * 6, iter(rows))
    sheet: Any = load_workbook(tmp_path / "a.xlsx").active
    (cell, other, amount, day, nothing, whole) = next(sheet.iter_rows(min_row=2))
    assert cell.data_type == "s"
    assert cell.value.lstrip() == text.replace("\r", "\n").lstrip()
    assert cell.quotePrefix
    assert not other.quotePrefix
    assert amount.value == -1.5
    assert (day.value.date(), nothing.value, whole.value) == (date(2026, 3, 5), None, 7)


@BOTH
def test_movements_and_sales_go_out(tmp_path, read, write, suffix):
    client = write(make_client, "=Ana")
    done = write(add_debt, client, 100_00)
    paid = write(pay, client, 30_00)
    write(undo, paid.entry_id)
    goods = write(make_product, "Alfajor", price=500_00, barcodes=("A1", "B2"))
    write(sell, (goods, 2), cash=1_000_00)
    assert done.client_balance == 100_00

    def taken(kind):
        path = tmp_path / f"{kind}{suffix}"
        with_titles = export_titles(kind)
        written = read(lambda work: write_rows(path, with_titles, export_rows(work, kind)))
        assert written == read(count_rows, kind)
        titles, *rows = [row.cells for row in read_rows(path).rows]
        assert titles == with_titles
        return [dict(zip(titles, row, strict=False)) for row in rows]

    movements = taken(ExportKind.MOVEMENTS)
    assert [row["Movimiento"] for row in movements] == ["Compra a cuenta", "Pago", "Anulación"]
    assert [row["Saldo"] for row in movements] == ["100", "70", "100"]
    assert movements[0]["Cliente"] == "=Ana"
    assert movements[1]["Comprobante"] == "X-00001-00000001"
    sales = taken(ExportKind.SALES)
    assert [(row["Producto"], row["Cantidad"], row["Total"]) for row in sales] == [
        ("Mercadería", "1", "100"),
        ("Alfajor", "2", "1000"),
    ]
    assert sales[1]["Código"] == "A1 B2"


def test_what_promotions_took_off_is_a_column(write, read):
    sweet = write(make_product, "Alfajor", price=500_00)
    write(promote, sweet)
    write(buy, [SaleLineRequest(sweet, 2_000)])
    titles = export_titles(ExportKind.SALES)
    (row,) = read(lambda work: list(export_rows(work, ExportKind.SALES)))
    told = dict(zip(titles, row, strict=True))
    assert (told["Precio"], told["Promociones"], told["Total"]) == (500, -500, 500)


def test_exporting_is_the_administrators(read, cashier):
    with pytest.raises(NotAllowedError):
        read(export_rows, ExportKind.CLIENTS, user=cashier)


@BOTH
def test_what_is_cancelled_leaves_what_was_there(tmp_path, suffix):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"before")
    drafts = set(Path(tempfile.gettempdir()).glob("openpyxl.*"))

    def progress(done):
        if done:
            raise ExportCancelledError

    with pytest.raises(ExportCancelledError):
        write_rows(path, ["a"], ((n,) for n in range(2000)), progress)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]
    assert set(Path(tempfile.gettempdir()).glob("openpyxl.*")) == drafts


@BOTH
def test_a_folder_that_is_not_there(tmp_path, suffix):
    with pytest.raises(OutputFileError, match="no existe"):
        write_rows(tmp_path / "no" / f"a{suffix}", ["a"], iter([(1,)]))
