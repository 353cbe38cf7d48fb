"""A sale: goods against money, a debt, or both, in one transaction with its ticket."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from kioskifly_desktop.core.clients import Client, active_client
from kioskifly_desktop.core.errors import (
    AccountDisabledError,
    AmountRangeError,
    ClientLockedError,
    ClientNeededError,
    DebtLimitError,
    OverdueError,
    PricesChangedError,
    RequestReusedError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    Entry,
    EntryKind,
    Posted,
    find_request,
    post,
    system_account,
)
from kioskifly_desktop.core.loyalty import SalePoints, move_of_sale, sale_points, ticket_words
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.outbox import enqueue_automatic, kick_for
from kioskifly_desktop.core.papers import Issue, SaleSheet, sale_ticket
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.registers import RegisterRow, get_register, open_session_id
from kioskifly_desktop.core.sales.quote import Quote, quote_for
from kioskifly_desktop.core.sales.request import SaleDone, SaleRequest
from kioskifly_desktop.core.sales.rows import (
    ADD_LINES,
    ADD_PAYMENTS,
    ADD_SALE,
    add_rebates,
    balance_of_client,
    derived_id,
    line_row,
    required_reason,
    summary,
)
from kioskifly_desktop.core.sales.tables import SaleKind, sale, sale_line, sale_payment
from kioskifly_desktop.core.sales.tenders import (
    Charge,
    Tender,
    check_register,
    share_out,
)
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.stock import StockMoveKind, move_all
from kioskifly_desktop.core.vouchers import Issued, VoucherKind, issue, voucher_of_entry
from kioskifly_desktop.core.wallet import (
    PaymentDone,
    PaymentRequest,
    check_credit,
    register_payment,
)
from kioskifly_desktop.core.wallet.party import party_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.sales.lines import PricedLine
    from kioskifly_desktop.core.work import Work


_BY_ENTRY = select(sale).where(sale.c.entry_id == bindparam("entry"))
_LINES = (
    select(sale_line.c.product_id, sale_line.c.quantity)
    .where(sale_line.c.sale_id == bindparam("sale"))
    .order_by(sale_line.c.id)
)
_PAYMENTS = (
    select(
        sale_payment.c.method,
        sale_payment.c.register_id,
        sale_payment.c.amount,
        sale_payment.c.tendered,
    )
    .where(sale_payment.c.sale_id == bindparam("sale"))
    .order_by(sale_payment.c.id)
)


def register_sale(work: Work, request: SaleRequest) -> SaleDone:
    """Sell: goods out, money in, the rest on account, ticket issued.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account, sale, sale_line, sale_payment, product, stock_move,
    sale_rebate, points_move, voucher, print_job.

    Raises:
        EmptySaleError, ProductInactiveError, PriceMissingError, QuantityError...: of a line.
        NotAllowedError: a price, a discount, an account or an override beyond what the person may.
        PricesChangedError: the total is not the one expected.
        AmountRangeError: the total or another amount is nothing, or too much.
        PaymentShortError, ChangeError, MethodRegisterError, RegisterArchivedError: of a tender.
        ClientNeededError, ClientArchivedError: of the client.
        AccountDisabledError, DebtLimitError, OverdueError, ClientLockedError: of the client's
            terms.
        PointsOffError, PointsShortError, PointsRangeError: of the points to redeem.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.SELL)
    done = find_request(work, request.request_id)
    if done is not None:
        return _sold_again(work, request, done)
    deal = _agree(work, request)
    charge = deal.charge
    paid = _pay(work, request, charge.debts)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.SALE,
        postings=_postings(work, deal),
        memo=summary(deal.lines),
    )
    sale_id = _record(work, deal, posted.entry_id)
    moves = [(line.product_id, -line.quantity) for line in deal.lines]
    move_all(work, StockMoveKind.SALE, moves, entry_id=posted.entry_id)
    points = _points(work, deal, posted)
    issued, document = _ticket(work, deal, posted, points)
    if any(share.tender.method is PaymentMethod.CASH for share in charge.shares):
        kick_for(work, posted.entry_id, f"Venta {issued.number}")
    printing = enqueue_automatic(work, document, issued.id)
    note = f"Vuelto de {issued.number}"
    paid += _pay(work, request, charge.keeps, first=len(charge.debts), note=note)
    return SaleDone(
        sale_id=sale_id,
        entry_id=posted.entry_id,
        voucher_id=issued.id,
        number=issued.number,
        total=deal.total,
        change=charge.change,
        kept=charge.kept,
        client_balance=paid[-1].client_balance if charge.kept else deal.balance_after(posted),
        printing=printing,
        receipts=tuple(payment.number for payment in paid),
        points=points,
    )


@dataclass(frozen=True, slots=True)
class _Deal:
    """A sale that breaks no rule, before anything is written."""

    request: SaleRequest
    buyer: Client | None
    quote: Quote
    charge: Charge
    registers: Mapping[int, RegisterRow]
    drawer: RegisterRow | None
    authorization: tuple[int | None, str]

    @property
    def lines(self) -> Sequence[PricedLine]:
        """The lines at what is charged for them."""
        return self.quote.lines

    @property
    def total(self) -> Centavos:
        """What is charged."""
        return self.quote.total

    def balance_after(self, posted: Posted) -> Centavos | None:
        """Return what the client owes after the sale's entry; nobody owes without a client."""
        if self.buyer is None:
            return None
        before = self.buyer.balance - self.request.debt_payment
        return posted.balances.get(self.buyer.account_id, before)


def _agree(work: Work, request: SaleRequest) -> _Deal:
    buyer = None if request.client_id is None else active_client(work, request.client_id)
    priced = quote_for(work, request.lines, buyer, request.points)
    total = priced.total
    expected = request.expected_total
    if expected is not None and expected != total:
        raise PricesChangedError(
            field="lines", shown=format_money(expected), total=format_money(total), new_total=total
        )
    _check_amount("lines", total, least=1)
    _check_amount("on_account", request.on_account, most=total)
    _check_amount("debt_payment", request.debt_payment)
    charge = _charge(request, total)
    registers = {
        tender.register_id: check_register(work, tender.method, tender.register_id)
        for tender in request.tenders
    }
    if buyer is None and (request.on_account or request.debt_payment or charge.kept):
        raise ClientNeededError(field="client")
    return _Deal(
        request=request,
        buyer=buyer,
        quote=priced,
        charge=charge,
        registers=registers,
        drawer=_drawer(work, request, registers),
        authorization=_authorization(work, request, buyer) if buyer else (None, ""),
    )


def _charge(request: SaleRequest, total: Centavos) -> Charge:
    return share_out(
        request.tenders,
        to_sale=total - request.on_account,
        to_debt=request.debt_payment,
        keep_change=request.keep_change,
    )


def _drawer(
    work: Work, request: SaleRequest, registers: Mapping[int, RegisterRow]
) -> RegisterRow | None:
    """Return the drawer whose session takes the sale."""
    cash = (t.register_id for t in request.tenders if t.method is PaymentMethod.CASH)
    drawer_id = next(cash, None) if request.drawer_id is None else request.drawer_id
    if drawer_id is None:
        return None
    return registers.get(drawer_id) or get_register(work, drawer_id)


def _authorization(work: Work, request: SaleRequest, buyer: Client) -> tuple[int | None, str]:
    """Return who lets the client pass their terms and why, if they are not kept."""
    if request.on_account:
        work.require(Permission.SELL_ON_ACCOUNT)
    after_paying = replace(buyer, balance=buyer.balance - request.debt_payment)
    try:
        if buyer.lock_reason:
            raise ClientLockedError(field="client", name=buyer.name, reason=buyer.lock_reason)  # noqa: TRY301 - let pass like the others
        if request.on_account:
            check_credit(work, after_paying, request.on_account)
    except (AccountDisabledError, ClientLockedError, DebtLimitError, OverdueError):
        if request.override is None:
            raise
        answers = work.require(Permission.OVERRIDE_LIMIT)
        return answers.id, required_reason(request.override.reason)
    return None, ""


def _postings(work: Work, deal: _Deal) -> list[tuple[int, Centavos]]:
    postings: list[tuple[int, Centavos]] = []
    if deal.buyer and deal.request.on_account:
        postings.append((deal.buyer.account_id, deal.request.on_account))
    stays: Counter[int] = Counter()
    for share in deal.charge.shares:
        stays[deal.registers[share.tender.register_id].account_id] += share.sale
    postings += [(account_id, amount) for account_id, amount in stays.items() if amount]
    return [*postings, (system_account(work, AccountKind.SALES), -deal.total)]


def _record(work: Work, deal: _Deal, entry_id: int) -> int:
    row = {
        "kind": SaleKind.SALE,
        "entry_id": entry_id,
        "client_id": deal.request.client_id,
        "session_id": open_session_id(work, deal.drawer.id) if deal.drawer else None,
        "total": deal.total,
        "on_account": deal.request.on_account,
        "authorized_by": deal.authorization[0],
        "authorization": deal.authorization[1],
    }
    sale_id = ADD_SALE.insert(work.db, row)
    ADD_LINES.many(work.db, [line_row(sale_id, line) for line in deal.lines])
    add_rebates(work, sale_id, deal.lines)
    if payments := _payments(deal.charge):
        ADD_PAYMENTS.many(work.db, [{"sale_id": sale_id, **payment} for payment in payments])
    return sale_id


def _payments(charge: Charge) -> list[dict[str, Any]]:
    return [
        {
            "method": share.tender.method,
            "register_id": share.tender.register_id,
            "amount": share.sale,
            "tendered": share.tender.amount,
        }
        for share in charge.shares
        if share.sale
    ]


def _points(work: Work, deal: _Deal, posted: Posted) -> SalePoints | None:
    priced = deal.quote
    if deal.buyer is None or priced.points is None:
        return None
    return move_of_sale(
        work, deal.buyer.id, posted.entry_id, earned=priced.earns, redeemed=priced.redeems
    )


def _ticket(
    work: Work, deal: _Deal, posted: Posted, points: SalePoints | None
) -> tuple[Issued, Document]:
    request, charge = deal.request, deal.charge
    sheet = SaleSheet(
        goods=[line.goods() for line in deal.lines],
        total=deal.total,
        handed=[(METHOD_NAMES[t.method], t.amount) for t in request.tenders],
        debt_payment=request.debt_payment,
        kept=charge.kept,
        change=charge.change,
        on_account=request.on_account,
        register=deal.drawer.name if deal.drawer else "",
        rebates=deal.quote.rebates,
        points=ticket_words(points),
    )
    return issue(
        work,
        VoucherKind.SALE,
        entry_id=posted.entry_id,
        client_id=request.client_id,
        build=lambda number: sale_ticket(
            shop_profile(work),
            Issue(work.now, work.user.name, posted.entry_id, request.request_id),
            sheet,
            number=number,
            party=party_of(deal.buyer) if deal.buyer else None,
            balance=deal.balance_after(posted) if request.on_account else None,
        ),
    )


def _pay(
    work: Work,
    request: SaleRequest,
    parts: Sequence[tuple[Tender, Centavos]],
    *,
    first: int = 0,
    note: str = "",
) -> list[PaymentDone]:
    """Take payments on account that came with the sale, one for each tender in them."""
    assert not parts or request.client_id is not None, "only a client pays on account"
    return [
        register_payment(
            work,
            PaymentRequest(
                request_id=derived_id(request.request_id, first + i),
                client_id=request.client_id or 0,
                amount=amount,
                register_id=tender.register_id,
                method=tender.method,
                note=note,
            ),
        )
        for i, (tender, amount) in enumerate(parts)
    ]


def _paid_with(work: Work, request_id: str) -> Iterator[Entry]:
    """Give the payments on account that were made with a sale."""
    for i in count():
        entry = find_request(work, derived_id(request_id, i))
        if entry is None:
            return
        yield entry


def _sold_again(work: Work, request: SaleRequest, done: Entry) -> SaleDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    row = work.db.execute(_BY_ENTRY, {"entry": done.id}).first()
    issued = voucher_of_entry(work, done.id)
    if row is None or issued is None or row.kind is not SaleKind.SALE:
        raise RequestReusedError(request_id=request.request_id)
    try:
        charge = _charge(request, row.total)
    except ShopError:
        raise RequestReusedError(request_id=request.request_id) from None
    points = sale_points(work, done.id)
    lines = [tuple(line) for line in work.db.execute(_LINES, {"sale": row.id})]
    payments = [dict(paid) for paid in work.db.execute(_PAYMENTS, {"sale": row.id}).mappings()]
    if (
        (row.client_id, row.on_account) != (request.client_id, request.on_account)
        or (points.redeemed if points else 0) != request.points
        or lines != [(line.product_id, line.quantity) for line in request.lines]
        or payments != _payments(charge)
    ):
        raise RequestReusedError(request_id=request.request_id)
    entries = list(_paid_with(work, request.request_id))
    paid = [-entry.leg(AccountKind.CLIENT).amount for entry in entries]
    if paid != [amount for _, amount in (*charge.debts, *charge.keeps)]:
        raise RequestReusedError(request_id=request.request_id)
    receipts = [voucher_of_entry(work, entry.id) for entry in entries]
    last = entries[-1] if charge.keeps else done
    return SaleDone(
        sale_id=row.id,
        entry_id=done.id,
        voucher_id=issued.id,
        number=issued.number,
        total=row.total,
        change=charge.change,
        kept=charge.kept,
        client_balance=balance_of_client(work, request.client_id, last.id),
        printing=False,
        receipts=tuple(receipt.number for receipt in receipts if receipt),
        points=points,
    )


def _check_amount(
    field: str, amount: Centavos, *, least: Centavos = 0, most: Centavos = MAX_AMOUNT
) -> None:
    if not least <= amount <= most:
        raise AmountRangeError(field=field, maximum=format_money(most))
