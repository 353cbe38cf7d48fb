"""What the shop's papers say."""

from kioskifly_desktop.core.papers.accounts import (
    account_statement,
    payment_receipt,
    reversal_receipt,
)
from kioskifly_desktop.core.papers.cash import (
    CashCounted,
    CashSheet,
    SalesSheet,
    close_report,
    interim_report,
)
from kioskifly_desktop.core.papers.common import (
    Issue,
    Party,
    account_mark,
    client_of,
    duplicate,
    last_mark,
    marked,
    operation_code,
    without_party,
)
from kioskifly_desktop.core.papers.printer import TEST_TITLE, test_page
from kioskifly_desktop.core.papers.sales import (
    Goods,
    ReturnSheet,
    SaleSheet,
    Standing,
    return_paper,
    sale_ticket,
    void_paper,
)
from kioskifly_desktop.core.papers.updates import UpdatedGoods, price_update_paper

__all__ = [
    "TEST_TITLE",
    "CashCounted",
    "CashSheet",
    "Goods",
    "Issue",
    "Party",
    "ReturnSheet",
    "SaleSheet",
    "SalesSheet",
    "Standing",
    "UpdatedGoods",
    "account_mark",
    "account_statement",
    "client_of",
    "close_report",
    "duplicate",
    "interim_report",
    "last_mark",
    "marked",
    "operation_code",
    "payment_receipt",
    "price_update_paper",
    "return_paper",
    "reversal_receipt",
    "sale_ticket",
    "test_page",
    "void_paper",
    "without_party",
]
