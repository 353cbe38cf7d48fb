"""The papers as they come out, line by line and byte by byte."""

import pytest

from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.printers import COLUMNS
from kioskifly_desktop.core.ticket import as_text
from tests.fakes.papers import (
    CLOSE,
    ON_ACCOUNT,
    RECEIPT,
    RETURN,
    SALE,
    STATEMENT,
    VOID,
    X_REPORT,
    printer,
)

PAPERS = {
    "receipt": RECEIPT,
    "statement": STATEMENT,
    "close": CLOSE,
    "x_report": X_REPORT,
    "sale": SALE,
    "on_account": ON_ACCOUNT,
    "void": VOID,
    "return": RETURN,
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
