"""What sales, voids and returns write alike."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import ReasonMissingError
from kioskifly_desktop.core.ledger import balance_at
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.sales.tables import sale, sale_line, sale_payment, sale_rebate
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.sales.lines import PricedLine
    from kioskifly_desktop.core.work import Work

_SALE_COLUMNS = ("kind", "entry_id", "client_id", "session_id", "total", "on_account")
ADD_SALE = Prepared(insert(sale), *_SALE_COLUMNS, "authorized_by", "authorization")
ADD_RETURN = Prepared(insert(sale), *_SALE_COLUMNS, "original_id")
ADD_LINES = Prepared(
    insert(sale_line),
    *("sale_id", "product_id", "description", "unit", "quantity", "price", "discount"),
    *("total", "cost", "original_line_id"),
)
ADD_PAYMENTS = Prepared(
    insert(sale_payment), "sale_id", "method", "register_id", "amount", "tendered"
)
_ADD_REBATES = insert(sale_rebate)
_LINES = select(sale_line.c.id).where(sale_line.c.sale_id == bindparam("sale"))

_REASON_LIMIT = 200


def summary(lines: Sequence[PricedLine]) -> str:
    """Return a sale in few words: `Yerba 1 kg y 3 más`."""
    others = len(lines) - 1
    return lines[0].description + (f" y {others} más" if others else "")


def line_row(sale_id: int, line: PricedLine, original_line_id: int | None = None) -> dict[str, Any]:
    """Return a line as it is kept."""
    return {
        "sale_id": sale_id,
        "product_id": line.product_id,
        "description": line.description,
        "unit": line.unit,
        "quantity": line.quantity,
        "price": line.price,
        "discount": line.discount,
        "total": line.total,
        "cost": line.cost,
        "original_line_id": original_line_id,
    }


def add_rebates(work: Work, sale_id: int, lines: Sequence[PricedLine]) -> None:
    """Keep what promotions and points took off the lines of a sale.

    Writes: sale_rebate.
    """
    if not any(line.rebates for line in lines):
        return
    ids = work.db.execute(_LINES.order_by(sale_line.c.id), {"sale": sale_id}).scalars()
    rows = [
        {
            "sale_id": sale_id,
            "line_id": line_id,
            "kind": rebate.kind,
            "promotion_id": rebate.promotion_id,
            "name": rebate.name,
            "amount": rebate.amount,
        }
        for line_id, line in zip(ids, lines, strict=True)
        for rebate in line.rebates
    ]
    work.db.execute(_ADD_REBATES, rows)


def derived_id(request_id: str, number: int) -> str:
    """Return the identifier of a payment that came with a sale, the same at each retry."""
    return hashlib.sha256(f"{request_id}/{number}".encode()).hexdigest()[:40]


def balance_of_client(work: Work, client_id: int | None, entry_id: int) -> Centavos | None:
    """Return what a client owed once an entry was made; nobody owes without a client."""
    if client_id is None:
        return None
    return balance_at(work, get_client(work, client_id).account_id, entry_id)


def required_reason(text: str) -> str:
    """Return a reason, trimmed.

    Raises:
        ReasonMissingError: there is none.
    """
    reason = clean(text, field="reason", limit=_REASON_LIMIT, label=Phrase("el motivo"))
    if not reason:
        raise ReasonMissingError(field="reason")
    return reason
