"""Every paper as it comes out, line by line and byte by byte."""

import pytest

from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.escpos import drawer_kick, to_bytes
from kioskifly_desktop.core.papers import test_page as page_of_test
from kioskifly_desktop.core.printers import COLUMNS, DRAWER_PINS
from kioskifly_desktop.core.ticket import as_text
from tests.fakes.papers import (
    CLOSE,
    DUPLICATE,
    ON_ACCOUNT,
    PRICE_UPDATE,
    RECEIPT,
    RETURN,
    REVERSAL,
    SALE,
    SOLD_AT,
    STATEMENT,
    VOID,
    X_REPORT,
    printer,
)

PAPERS = {
    "receipt": RECEIPT,
    "reversal": REVERSAL,
    "statement": STATEMENT,
    "close": CLOSE,
    "x_report": X_REPORT,
    "sale": SALE,
    "on_account": ON_ACCOUNT,
    "on_account_duplicate": DUPLICATE,
    "void": VOID,
    "return": RETURN,
    "price_update": PRICE_UPDATE,
}


def _dump(data):
    return "".join(f"{data[n : n + 16].hex(' ')}\n" for n in range(0, len(data), 16))


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_as_approved(golden, name, columns):
    golden(f"{name}_{columns}.txt", as_text(PAPERS[name], columns))


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_is_sent_as_approved(golden, name, columns):
    golden(f"{name}_{columns}.hex", _dump(to_bytes(PAPERS[name], printer(columns=columns))))


@pytest.mark.parametrize("columns", COLUMNS)
def test_the_test_page_comes_out_as_approved(golden, columns):
    device = printer(columns=columns)
    page = page_of_test(device, SOLD_AT)
    golden(f"test_{columns}.txt", as_text(page, columns))
    golden(f"test_{columns}.hex", _dump(to_bytes(page, device)))


@pytest.mark.parametrize("pin", [pin for pin in DRAWER_PINS if pin])
def test_the_drawer_is_kicked_as_approved(golden, pin):
    golden(f"drawer_{pin}.hex", _dump(drawer_kick(pin)))


def test_no_kind_of_paper_is_left_out():
    assert {paper.kind for paper in PAPERS.values()} | {DocumentKind.TEST} == set(DocumentKind)
