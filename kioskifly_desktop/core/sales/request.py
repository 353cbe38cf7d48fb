"""A sale as it is asked for, and what it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kioskifly_desktop.core.loyalty import SalePoints
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.sales.lines import SaleLineRequest
    from kioskifly_desktop.core.sales.tenders import Tender


@dataclass(frozen=True, slots=True)
class Override:
    """An administrator lets a client pass the terms of the account, and says why."""

    reason: str


@dataclass(frozen=True, slots=True)
class SaleRequest:
    """A sale to charge. `request_id` makes it once.

    `drawer_id` is the counter's: its open session takes the sale, whatever the means; None is that
    of the first cash. `expected_total` is what the screen showed. What is handed over beyond the
    sale and `debt_payment` is change, or with `keep_change` a payment on account. `points` are
    those to redeem.
    """

    request_id: str
    lines: tuple[SaleLineRequest, ...]
    tenders: tuple[Tender, ...] = ()
    client_id: int | None = None
    on_account: Centavos = 0
    drawer_id: int | None = None
    debt_payment: Centavos = 0
    keep_change: bool = False
    expected_total: Centavos | None = None
    override: Override | None = None
    points: int = 0


@dataclass(frozen=True, slots=True)
class SaleDone:
    """What a sale left behind; `receipts` are the numbers of what was paid on account with it."""

    sale_id: int
    entry_id: int
    voucher_id: int
    number: str
    total: Centavos
    change: Centavos
    kept: Centavos
    client_balance: Centavos | None
    printing: bool
    receipts: tuple[str, ...]
    points: SalePoints | None = None
