"""Sales: goods against money or a debt; voided or returned, never edited."""

from kioskifly_desktop.core.sales.by_mean import SessionSales, Tally, sales_by_mean
from kioskifly_desktop.core.sales.lines import (
    CASHIER_DISCOUNT,
    PricedLine,
    Rebate,
    SaleLineRequest,
    check_discount,
    price_lines,
)
from kioskifly_desktop.core.sales.parked import (
    ParkedRow,
    ParkedSale,
    ParkRequest,
    count_parked,
    discard_parked,
    list_parked,
    park_sale,
    take_parked,
)
from kioskifly_desktop.core.sales.quote import Quote, is_quoted, quote
from kioskifly_desktop.core.sales.reads import (
    RebateRow,
    SaleDetail,
    SaleLineRow,
    SalePaymentRow,
    SaleRow,
    find_sale,
    get_sale,
    list_sales,
    sale_of_entry,
)
from kioskifly_desktop.core.sales.register import register_sale
from kioskifly_desktop.core.sales.request import Override, SaleDone, SaleRequest
from kioskifly_desktop.core.sales.returns import ReturnLine, ReturnRequest, return_goods
from kioskifly_desktop.core.sales.tables import RebateKind, SaleKind
from kioskifly_desktop.core.sales.tenders import Tender, default_register, register_preference
from kioskifly_desktop.core.sales.totals import label_quantity, line_total, part_of
from kioskifly_desktop.core.sales.void import SaleUndone, VoidRequest, void_sale

__all__ = [
    "CASHIER_DISCOUNT",
    "Override",
    "ParkRequest",
    "ParkedRow",
    "ParkedSale",
    "PricedLine",
    "Quote",
    "Rebate",
    "RebateKind",
    "RebateRow",
    "ReturnLine",
    "ReturnRequest",
    "SaleDetail",
    "SaleDone",
    "SaleKind",
    "SaleLineRequest",
    "SaleLineRow",
    "SalePaymentRow",
    "SaleRequest",
    "SaleRow",
    "SaleUndone",
    "SessionSales",
    "Tally",
    "Tender",
    "VoidRequest",
    "check_discount",
    "count_parked",
    "default_register",
    "discard_parked",
    "find_sale",
    "get_sale",
    "is_quoted",
    "label_quantity",
    "line_total",
    "list_parked",
    "list_sales",
    "park_sale",
    "part_of",
    "price_lines",
    "quote",
    "register_preference",
    "register_sale",
    "return_goods",
    "sale_of_entry",
    "sales_by_mean",
    "take_parked",
    "void_sale",
]
