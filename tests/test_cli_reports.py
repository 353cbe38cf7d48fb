"""Reports on the command line."""

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from kioskifly_desktop.cli import run
from kioskifly_desktop.core.audit import AuditKind, AuditQuery, events
from kioskifly_desktop.core.shop_file import look_into_shop
from tests.factories import make_product, sell

DAYS = ("--from", "05/03/2026", "--to", "05/03/2026")


@pytest.fixture
def kioskifly(database, write):
    """Give a way to run an order on a shop that sold two alfajores."""
    alfajor = write(make_product, "=Alfajor", price=750_00, cost=500_00, category="Golosinas")
    write(sell, (alfajor, 2), cash=1_500_00)
    database.close()

    def order(*arguments):
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = run(["--data", str(database.path.parent), *map(str, arguments)])
        return status, out.getvalue(), err.getvalue()

    return order


def test_a_report_in_words(kioskifly):
    status, out, err = kioskifly("report", "margin", *DAYS)
    assert (status, err) == (0, "")
    title, head, row, totals = (line.replace("\u00a0", " ") for line in out.splitlines())
    assert title == "Ganancia por producto, 05/03/2026"
    assert head.split() == ["Producto", "Rubro", "Neto", "Costo", "Ganancia", "Margen"]
    assert row.endswith("$ 1.500,00  $ 1.000,00  $ 500,00  33,3 %")
    assert totals.split() == [
        "Total",
        *["$", "1.500,00", "$", "1.000,00", "$", "500,00", "33,3", "%"],
    ]


def test_a_report_for_programs(kioskifly):
    status, out, _ = kioskifly("report", "days", *DAYS, "--json")
    told = json.loads(out)
    assert status == 0
    assert told["rows"] == [["2026-03-05", "Jueves", 1, 1_500_00, 0, 1_500_00, 1_500_00]]
    assert told["totals"] == ["Total", "", 1, 1_500_00, 0, 1_500_00, 1_500_00]
    kinds = [column["kind"] for column in told["columns"]]
    assert kinds[:4] == ["day", "text", "count", "money"]


def test_a_report_in_files_is_written_down(kioskifly, tmp_path, database):
    sheet, book, paper = (tmp_path / f"informe.{end}" for end in ("csv", "xlsx", "pdf"))
    for option, path in (("--csv", sheet), ("--csv", book), ("--pdf", paper)):
        assert kioskifly("report", "products", *DAYS, option, path)[0] == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert (row["Producto"], row["Cantidad"], row["Neto"]) == ("'=Alfajor", "2", "1500")
    rows = list(load_workbook(book).worksheets[0].values)
    assert rows[1][:5] == ("=Alfajor", "Golosinas", 2, "Unidad", 1500)
    words = "".join(page.extract_text() for page in PdfReader(paper).pages)
    for said in ("Ventas por producto", "05/03/2026", "=Alfajor", "$ 1.500,00", "Página 1"):
        assert said in words.replace("\u00a0", " ")
    shop = look_into_shop(database.path.parent)
    with shop.read() as work:
        taken = [row.subject for row in events(work, AuditQuery(AuditKind.EXPORT))]
    shop.close()
    assert taken == ["Ventas por producto"] * 3


@pytest.mark.parametrize(
    ("asked", "period"),
    [
        (("--from", "05/03/2026"), "05/03/2026"),
        (("--to", "01/03/2026"), "01/03/2026"),
        (("--from", "01/03/2026", "--to", "02/03/2026"), "01/03/2026 al 02/03/2026"),
    ],
)
def test_days_asked_for(kioskifly, asked, period, monkeypatch):
    status, out, _ = kioskifly("report", "days", *asked, "--json")
    told = json.loads(out)
    assert status == 0
    assert told["period"].startswith(period)
    assert told["rows"][0][0] == "-".join(reversed(period[:10].split("/")))


def test_days_the_wrong_way_round(kioskifly):
    days = ("--from", "05/03/2026", "--to", "04/03/2026")
    status, out, err = kioskifly("report", "days", *days)
    assert (status, out) == (1, "")
    assert "anterior a la de inicio" in err


def test_a_long_report_goes_over_pages_and_keeps_its_titles(database, write, kioskifly, tmp_path):
    paper = tmp_path / "dias.pdf"
    year = ("--from", "01/01/2026", "--to", "31/12/2026")
    assert kioskifly("report", "days", *year, "--pdf", paper)[0] == 0
    pages = [page.extract_text() for page in PdfReader(paper).pages]
    assert len(pages) > 5
    assert all("Promedio por ticket" in page for page in pages)
    assert sum(page.count("/2026 ") for page in pages) > 0
    assert "31/12/2026" in pages[-1]
