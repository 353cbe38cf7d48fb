"""Goods that come back, with their ticket or without: opposite money and stock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.catalog import Unit
from kioskifly_desktop.core.clients import active_client, get_client
from kioskifly_desktop.core.clients.merged import stands_for
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ClientNeededError,
    DrawerShortError,
    EmptySaleError,
    PriceMissingError,
    RequestReusedError,
    ReturnedTooMuchError,
    SaleLineNotFoundError,
    SaleNotFoundError,
    SaleVoidedError,
)
from kioskifly_desktop.core.es_ar import format_money, format_quantity
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    find_request,
    post,
    system_account,
)
from kioskifly_desktop.core.loyalty import agreed_with, undo_points
from kioskifly_desktop.core.methods import METHOD_NAMES
from kioskifly_desktop.core.money import MAX_AMOUNT
from kioskifly_desktop.core.outbox import enqueue_automatic, kick_for
from kioskifly_desktop.core.papers import Issue, ReturnSheet, Standing, return_paper
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.registers import (
    RegisterKind,
    default_method,
    open_register,
    open_session_id,
)
from kioskifly_desktop.core.sales.lines import PricedLine, Rebate, check_quantity, find_products
from kioskifly_desktop.core.sales.reads import SaleDetail, get_sale, sale_of_entry
from kioskifly_desktop.core.sales.rows import (
    ADD_LINES,
    ADD_PAYMENTS,
    ADD_RETURN,
    balance_of_client,
    derived_id,
    line_row,
    required_reason,
    summary,
)
from kioskifly_desktop.core.sales.tables import RebateKind, SaleKind
from kioskifly_desktop.core.sales.totals import line_gross, line_total, part_of
from kioskifly_desktop.core.sales.void import SaleUndone
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.stock import StockMoveKind, move_all
from kioskifly_desktop.core.vouchers import Issued, VoucherKind, issue, voucher_of_entry
from kioskifly_desktop.core.wallet.goods_back import (
    check_still_owed,
    is_updated,
    settle_own_debt,
    undo_updates,
)
from kioskifly_desktop.core.wallet.party import party_of

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.ledger import Entry, Posted
    from kioskifly_desktop.core.money import Centavos, Milli
    from kioskifly_desktop.core.registers import RegisterRow
    from kioskifly_desktop.core.work import Work


_UPDATES = -1
"""Tells the identifier of what a return takes back of an update from those of payments."""


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """What comes back, in thousandths: a line of the ticket, or without one a product.

    `price` is for a product that has none of its own.
    """

    line_id: int | None
    quantity: Milli
    product_id: int | None = None
    price: Centavos | None = None


@dataclass(frozen=True, slots=True)
class ReturnRequest:
    """Goods to take back; `sale_id` None without a ticket.

    The money leaves `refund_register_id`, or with None goes to the account of the ticket's client,
    else of `client_id`. `drawer_id` is the counter's, as in a sale.
    """

    request_id: str
    sale_id: int | None
    lines: tuple[ReturnLine, ...]
    refund_register_id: int | None
    client_id: int | None
    reason: str
    drawer_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Deal:
    """A return that breaks no rule, before anything is written."""

    request: ReturnRequest
    original: SaleDetail | None
    lines: list[tuple[PricedLine, int | None]]
    total: Centavos
    buyer: Client | None
    register: RegisterRow | None
    reason: str

    @property
    def priced(self) -> list[PricedLine]:
        """Return the lines without their originals."""
        return [line for line, _ in self.lines]


def return_goods(work: Work, request: ReturnRequest) -> SaleUndone:
    """Take goods back at what was charged for them; without a ticket, at today's price.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account, sale, sale_line, sale_payment, debit_change,
    points_move, product, stock_move, voucher, print_job.

    Raises:
        NotAllowedError: there is no ticket, or goods on account are paid out, and the person may
            not.
        SaleNotFoundError, SaleVoidedError, SaleLineNotFoundError: of the ticket.
        ReturnedTooMuchError: of a line less is left to return.
        DisputeSettledError, GivenUpError: a dispute, or a write-off, took it off the debt.
        DrawerShortError: the drawer has less than the refund.
        ClientNeededError, ClientArchivedError: of the account that takes the refund.
        EmptySaleError, ReasonMissingError, AmountRangeError, QuantityRangeError, WholePiecesError,
        ProductNotFoundError, RegisterNotFoundError, RegisterArchivedError, RequestReusedError.
    """
    work.require(Permission.SELL)
    done = find_request(work, request.request_id)
    if done is not None:
        return _returned_again(work, request, done)
    deal = _agree(work, request)
    buyer_id = deal.buyer.id if deal.buyer else None
    updated = _undo_updates(work, deal)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.RETURN,
        postings=_postings(work, deal),
        memo=f"{summary(deal.priced)} · {deal.reason}",
    )
    sale_id = _record(work, deal, posted.entry_id)
    _settle_debt(work, deal, posted.entry_id)
    _undo_points(work, deal, posted.entry_id)
    back = [(line.product_id, line.quantity) for line in deal.priced]
    move_all(work, StockMoveKind.RETURN, back, entry_id=posted.entry_id, reason=deal.reason)
    issued, document = _paper(work, deal, posted, updated)
    if deal.register is not None and deal.register.kind is RegisterKind.DRAWER:
        kick_for(work, posted.entry_id, f"Devolución {issued.number}")
    return SaleUndone(
        sale_id=sale_id,
        entry_id=posted.entry_id,
        voucher_id=issued.id,
        number=issued.number,
        total=deal.total,
        client_balance=balance_of_client(work, buyer_id, posted.entry_id),
        printing=enqueue_automatic(work, document, issued.id),
    )


def _agree(work: Work, request: ReturnRequest) -> _Deal:
    reason = required_reason(request.reason)
    if not request.lines:
        raise EmptySaleError(field="lines")
    original = None if request.sale_id is None else get_sale(work, request.sale_id)
    buyer = _buyer(work, request, original)
    if original is None:
        work.require(Permission.RETURN_WITHOUT_TICKET)
        lines = _without_ticket(work, request, buyer)
    else:
        lines = _of_ticket(original, request)
    total = sum(line.total for line, _ in lines)
    if not 0 < total <= MAX_AMOUNT:
        raise AmountRangeError(field="lines", maximum=format_money(MAX_AMOUNT))
    register = None
    if request.refund_register_id is not None:
        register = open_register(work, request.refund_register_id)
        if original is not None and original.on_account:
            # Money for goods that may still be owed.
            work.require(Permission.ADJUST)
        if register.kind is RegisterKind.DRAWER and register.balance < total:
            balance = format_money(register.balance)
            raise DrawerShortError(field="register", register=register.name, balance=balance)
    elif buyer is None:
        raise ClientNeededError(field="client")
    return _Deal(request, original, lines, total, buyer, register, reason)


def _buyer(work: Work, request: ReturnRequest, original: SaleDetail | None) -> Client | None:
    """Return whose account the goods come off, None where they were of nobody's."""
    client_id, moved = request.client_id, request.refund_register_id is None
    if original is not None:
        check_still_owed(work, original.entry_id)
        if original.client_id is not None:
            client_id = stands_for(work, original.client_id)
        # Money back moves no account, unless what the goods had gone up goes with them.
        moved = moved or is_updated(work, original.entry_id)
    if client_id is None:
        return None
    return active_client(work, client_id) if moved else get_client(work, client_id)


def _of_ticket(original: SaleDetail, request: ReturnRequest) -> list[tuple[PricedLine, int | None]]:
    if original.kind is SaleKind.RETURN:
        raise SaleNotFoundError(number=original.number)
    if original.voided:
        raise SaleVoidedError(number=original.number)
    sold = {line.id: line for line in original.lines}
    returned = {line.id: line.returned for line in original.lines}
    lines: list[tuple[PricedLine, int | None]] = []
    for asked in request.lines:
        line = sold.get(asked.line_id or 0)
        if line is None:
            raise SaleLineNotFoundError(field="lines")
        check_quantity(line.description, line.unit, asked.quantity)
        before, after = returned[line.id], returned[line.id] + asked.quantity
        if after > line.quantity:
            left = format_quantity(line.quantity - before, kilograms=line.unit is Unit.KILOGRAM)
            raise ReturnedTooMuchError(field="lines", name=line.description, left=left)
        returned[line.id] = after
        refund, rebate = (
            part_of(whole, after, line.quantity) - part_of(whole, before, line.quantity)
            for whole in (line.total, line.rebate)
        )
        back = PricedLine(
            product_id=line.product_id,
            description=line.description,
            unit=line.unit,
            quantity=asked.quantity,
            price=line.price,
            discount=line.discount,
            gross=line_gross(line.price, asked.quantity),
            total=refund,
            cost=line.cost,
            rebates=(Rebate(RebateKind.PROMOTION, None, "", rebate),) if rebate else (),
        )
        lines.append((back, line.id))
    return lines


def _without_ticket(
    work: Work, request: ReturnRequest, buyer: Client | None
) -> list[tuple[PricedLine, int | None]]:
    products = find_products(work, (asked.product_id or 0 for asked in request.lines))
    agreed = agreed_with(work, buyer, products)
    lines: list[tuple[PricedLine, int | None]] = []
    for asked in request.lines:
        found = products[asked.product_id or 0]
        check_quantity(found.name, found.unit, asked.quantity)
        price = agreed.price(found.id, found.price) or asked.price or 0
        if not 0 < price <= MAX_AMOUNT:
            raise PriceMissingError(field="price", name=found.name)
        discount = agreed.discount_on(found.category_folded)
        back = PricedLine(
            product_id=found.id,
            description=found.name,
            unit=found.unit,
            quantity=asked.quantity,
            price=price,
            discount=discount,
            gross=line_gross(price, asked.quantity),
            total=line_total(price, asked.quantity, discount),
            cost=found.cost,
        )
        lines.append((back, None))
    return lines


def _postings(work: Work, deal: _Deal) -> list[tuple[int, Centavos]]:
    given = deal.register or deal.buyer
    assert given is not None, "the refund goes somewhere"
    return [(given.account_id, -deal.total), (system_account(work, AccountKind.SALES), deal.total)]


def _record(work: Work, deal: _Deal, entry_id: int) -> int:
    register, drawer_id = deal.register, deal.request.drawer_id
    if drawer_id is None and register and register.kind is RegisterKind.DRAWER:
        drawer_id = register.id
    row = {
        "kind": SaleKind.RETURN,
        "entry_id": entry_id,
        "client_id": deal.buyer.id if deal.buyer else None,
        "session_id": None if drawer_id is None else open_session_id(work, drawer_id),
        "original_id": deal.request.sale_id,
        "total": deal.total,
        "on_account": 0 if register else deal.total,
    }
    sale_id = ADD_RETURN.insert(work.db, row)
    ADD_LINES.many(work.db, [line_row(sale_id, line, of) for line, of in deal.lines])
    if register:
        paid = {"method": default_method(register.kind), "register_id": register.id}
        paid |= {"sale_id": sale_id, "amount": deal.total, "tendered": deal.total}
        ADD_PAYMENTS.many(work.db, [paid])
    return sale_id


def _undo_updates(work: Work, deal: _Deal) -> Centavos:
    original = deal.original
    if original is None or original.client_id is None:
        return 0
    left = {
        line.id: line.total - part_of(line.total, line.returned, line.quantity)
        for line in original.lines
    }
    refunds: dict[int, Centavos] = {}
    for line, of in deal.lines:
        refunds[of or 0] = refunds.get(of or 0, 0) + line.total
    return undo_updates(
        work,
        derived_id(deal.request.request_id, _UPDATES),
        original.entry_id,
        original.client_id,
        [(of, refund, left[of]) for of, refund in refunds.items()],
    )


def _settle_debt(work: Work, deal: _Deal, entry_id: int) -> None:
    original = deal.original
    if original is None or not original.on_account or deal.register is not None:
        return
    # The debt of who is another's by now went over whole, among the other's.
    if deal.buyer is not None and deal.buyer.id == original.client_id:
        settle_own_debt(work, entry_id, original.entry_id, deal.total)


def _undo_points(work: Work, deal: _Deal, entry_id: int) -> None:
    original = deal.original
    if original is None:
        return
    before = sum(part_of(line.total, line.returned, line.quantity) for line in original.lines)
    undo_points(
        work,
        original.entry_id,
        entry_id,
        before=before,
        after=before + deal.total,
        whole=original.total,
    )


def _paper(work: Work, deal: _Deal, posted: Posted, updated: Centavos) -> tuple[Issued, Document]:
    register, buyer = deal.register, deal.buyer
    sheet = ReturnSheet(
        goods=[line.goods() for line in deal.priced],
        total=deal.total,
        original_number=deal.original.number if deal.original else "",
        refund=METHOD_NAMES[default_method(register.kind)] if register else "",
        reason=deal.reason,
        updated=updated,
    )
    standing = None
    moved = updated if register else updated + deal.total
    if buyer and moved:
        balance = get_client(work, buyer.id).balance
        standing = Standing(party_of(buyer), balance, -moved)
    return issue(
        work,
        VoucherKind.RETURN,
        entry_id=posted.entry_id,
        client_id=buyer.id if buyer else None,
        build=lambda number: return_paper(
            shop_profile(work),
            Issue(work.now, work.user.name, posted.entry_id, deal.request.request_id),
            sheet,
            number=number,
            party=party_of(buyer) if buyer else None,
            standing=standing,
        ),
    )


def _returned_again(work: Work, request: ReturnRequest, done: Entry) -> SaleUndone:
    """Return the first result of a request, having made sure that it asks for the same."""
    back, issued = sale_of_entry(work, done.id), voucher_of_entry(work, done.id)
    if (
        back is None
        or issued is None
        or (back.kind, back.original_id) != (SaleKind.RETURN, request.sale_id)
        or _asked(work, request) != [(line.product_id, line.quantity) for line in back.lines]
        or (back.on_account > 0) is not (request.refund_register_id is None)
    ):
        raise RequestReusedError(request_id=request.request_id)
    return SaleUndone(
        sale_id=back.id,
        entry_id=done.id,
        voucher_id=issued.id,
        number=issued.number,
        total=back.total,
        client_balance=balance_of_client(work, back.client_id, done.id),
        printing=False,
    )


def _asked(work: Work, request: ReturnRequest) -> list[tuple[int, Milli]]:
    """Return the products and quantities that a request gives back."""
    sold: dict[int, int] = {}
    if request.sale_id is not None:
        sold = {line.id: line.product_id for line in get_sale(work, request.sale_id).lines}
    products = [sold.get(line.line_id or 0, line.product_id or 0) for line in request.lines]
    return [(each, line.quantity) for each, line in zip(products, request.lines, strict=True)]
