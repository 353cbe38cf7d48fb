"""The void of a sale: the opposite entry of its money and its stock, within its session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import active_client
from kioskifly_desktop.core.errors import RequestReusedError, SaleNotVoidableError
from kioskifly_desktop.core.es_ar import business_date, format_money
from kioskifly_desktop.core.ledger import find_request, get_entry, reverse
from kioskifly_desktop.core.loyalty import undo_points
from kioskifly_desktop.core.methods import METHOD_NAMES
from kioskifly_desktop.core.outbox import enqueue_automatic
from kioskifly_desktop.core.papers import Issue, Standing, void_paper
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.registers import cash_session, check_open_registers
from kioskifly_desktop.core.sales.reads import ON_ACCOUNT_NAME, SaleDetail, get_sale
from kioskifly_desktop.core.sales.rows import balance_of_client, required_reason
from kioskifly_desktop.core.sales.tables import SaleKind
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.stock import StockMoveKind, move_all
from kioskifly_desktop.core.vouchers import Issued, VoucherKind, issue, voucher_of_entry
from kioskifly_desktop.core.wallet.goods_back import (
    check_still_owed,
    is_updated,
)
from kioskifly_desktop.core.wallet.party import party_of

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.documents import Document
    from kioskifly_desktop.core.ledger import Entry, Posted
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class VoidRequest:
    """A sale to void, and why."""

    request_id: str
    sale_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class SaleUndone:
    """What a void or a return left behind; `sale_id` is the sale voided, or the return itself."""

    sale_id: int
    entry_id: int
    voucher_id: int
    number: str
    total: Centavos
    client_balance: Centavos | None
    printing: bool


def void_sale(work: Work, request: VoidRequest) -> SaleUndone:
    """Void a sale: money and goods go back where they came from.

    What was paid on account with it stays paid. A repeated `request_id` changes nothing and
    returns the first result.

    Writes: journal_entry, posting, account, points_move, product, stock_move, voucher,
    print_job.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        SaleNotFoundError: there is no such sale.
        SaleNotVoidableError: voided or returned before, or its session closed; says which.
        DisputeSettledError, GivenUpError: a dispute, or a write-off, took it off the debt.
        ClientArchivedError, RegisterArchivedError: it would move the account of what is retired.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.VOID)
    reason = required_reason(request.reason)
    done = find_request(work, request.request_id)
    voided = get_sale(work, request.sale_id)
    if done is not None:
        return _voided_again(work, request, voided, done)
    _check_voidable(work, voided)
    check_still_owed(work, voided.entry_id)
    entry = get_entry(work, voided.entry_id)
    assert entry is not None, "a sale has its entry"
    buyer = (
        active_client(work, voided.client_id) if voided.client_id and voided.on_account else None
    )
    check_open_registers(work, entry)
    posted = reverse(work, request_id=request.request_id, entry=entry, memo=reason)
    undo_points(work, entry.id, posted.entry_id, before=0, after=1, whole=1)
    back = [(line.product_id, line.quantity) for line in voided.lines]
    move_all(
        work,
        StockMoveKind.RETURN,
        back,
        entry_id=posted.entry_id,
        reason=f"Anulación de {voided.number}",
    )
    issued, document = _paper(work, request, voided, buyer, posted)
    detail = f"{format_money(voided.total)} · {reason}"
    record(work, AuditKind.VOID, voided.number, detail, client_id=voided.client_id)
    return SaleUndone(
        sale_id=voided.id,
        entry_id=posted.entry_id,
        voucher_id=issued.id,
        number=issued.number,
        total=voided.total,
        client_balance=balance_of_client(work, voided.client_id, posted.entry_id),
        printing=enqueue_automatic(work, document, issued.id),
    )


def _check_voidable(work: Work, voided: SaleDetail) -> None:
    why = ""
    if voided.kind is SaleKind.RETURN:
        why = Phrase("es una devolución")
    elif voided.voided:
        why = Phrase("ya está anulada")
    elif any(line.returned for line in voided.lines):
        why = Phrase("ya se devolvió una parte, devolvé el resto")
    elif is_updated(work, voided.entry_id):
        why = Phrase("está a precio de hoy, anulá antes esa actualización")
    elif voided.session_id is None and business_date(voided.at) != work.today:
        why = Phrase("es de otro día, registrá una devolución")
    elif voided.session_id is not None and not _is_open(work, voided.session_id):
        why = Phrase("su turno ya cerró, registrá una devolución")
    if why:
        raise SaleNotVoidableError(why=why)


def _is_open(work: Work, session_id: int) -> bool:
    query = select(cash_session.c.closing_entry_id).where(cash_session.c.id == session_id)
    return work.db.execute(query).scalar_one() is None


def _paper(
    work: Work, request: VoidRequest, voided: SaleDetail, buyer: Client | None, posted: Posted
) -> tuple[Issued, Document]:
    given_back = [(METHOD_NAMES[paid.method], paid.amount) for paid in voided.payments]
    if voided.on_account:
        given_back.append((ON_ACCOUNT_NAME, voided.on_account))
    standing = None
    if buyer:
        balance = posted.balances[buyer.account_id]
        standing = Standing(party_of(buyer), balance, -voided.on_account)
    return issue(
        work,
        VoucherKind.VOID,
        entry_id=posted.entry_id,
        client_id=voided.client_id,
        build=lambda number: void_paper(
            shop_profile(work),
            Issue(work.now, work.user.name, posted.entry_id, request.request_id),
            number=number,
            void_number=voided.number,
            total=voided.total,
            given_back=given_back,
            reason=required_reason(request.reason),
            standing=standing,
        ),
    )


def _voided_again(work: Work, request: VoidRequest, voided: SaleDetail, done: Entry) -> SaleUndone:
    """Return the first result of a request, having made sure that it asks for the same."""
    issued = voucher_of_entry(work, done.id)
    if done.reverses != voided.entry_id or issued is None:
        raise RequestReusedError(request_id=request.request_id)
    return SaleUndone(
        sale_id=voided.id,
        entry_id=done.id,
        voucher_id=issued.id,
        number=issued.number,
        total=voided.total,
        client_balance=balance_of_client(work, voided.client_id, done.id),
        printing=False,
    )
