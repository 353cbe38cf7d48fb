"""What moves a client's account: payments, adjustments, and their undoing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import active_client, client, get_client
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    NotReversibleError,
    ReasonMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.errors.debts import UpdateNotLastError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    Entry,
    EntryKind,
    find_request,
    get_entry,
    post,
    posting,
    reverse,
    system_account,
)
from kioskifly_desktop.core.methods import MEMO_SEPARATOR, METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.outbox import enqueue_automatic, kick_for
from kioskifly_desktop.core.papers import (
    Issue,
    payment_receipt,
    reversal_receipt,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.registers import (
    RegisterKind,
    check_open_registers,
    get_register,
    open_register,
)
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.vouchers import (
    Issued,
    VoucherKind,
    issue,
    voucher_of_entry,
)
from kioskifly_desktop.core.wallet.goods import STANDING_UPDATE
from kioskifly_desktop.core.wallet.goods_back import check_still_owed
from kioskifly_desktop.core.wallet.party import party_of
from kioskifly_desktop.core.wallet.tables import price_update_line

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

_NOTE_LIMIT = 200
_REVERSIBLE = (
    EntryKind.PAYMENT,
    EntryKind.ADJUSTMENT,
    EntryKind.OPENING,
    EntryKind.PRICE_UPDATE,
    EntryKind.WRITE_OFF,
)


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """A payment on account: `amount` centavos into a register. `request_id` makes it once."""

    request_id: str
    client_id: int
    amount: Centavos
    register_id: int
    method: PaymentMethod
    note: str = ""


@dataclass(frozen=True, slots=True)
class PaymentDone:
    """What a payment left behind."""

    entry_id: int
    voucher_id: int
    number: str
    client_balance: Centavos
    register_balance: Centavos
    printing: bool


@dataclass(frozen=True, slots=True)
class AdjustmentRequest:
    """A correction of a balance: `amount` above zero raises the debt."""

    request_id: str
    client_id: int
    amount: Centavos
    reason: str


@dataclass(frozen=True, slots=True)
class AdjustmentDone:
    """What an adjustment left behind."""

    entry_id: int
    client_balance: Centavos


@dataclass(frozen=True, slots=True)
class ReversalRequest:
    """The undoing of a payment or an adjustment by its opposite."""

    request_id: str
    entry_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReversalDone:
    """What a reversal left behind; an adjustment's has no voucher."""

    entry_id: int
    voucher_id: int | None
    number: str
    client_balance: Centavos
    printing: bool


def register_payment(work: Work, request: PaymentRequest) -> PaymentDone:
    """Take a payment on account: the debt falls, the register rises, the receipt is issued.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account, voucher, print_job.

    Raises:
        ClientNotFoundError, ClientArchivedError: of the client.
        RegisterNotFoundError, RegisterArchivedError: of the register.
        AmountRangeError: the amount is not between 1 centavo and MAX_AMOUNT.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.COLLECT)
    _check_amount(request.amount)
    done = find_request(work, request.request_id)
    if done is not None:
        return _payment_again(work, request, done)
    payer = active_client(work, request.client_id)
    destination = open_register(work, request.register_id)
    note = clean(request.note, field="note", limit=_NOTE_LIMIT, label=Phrase("la nota"))
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.PAYMENT,
        postings=[
            (payer.account_id, -request.amount),
            (destination.account_id, request.amount),
        ],
        memo=METHOD_NAMES[request.method] + (f"{MEMO_SEPARATOR}{note}" if note else ""),
    )
    balance = posted.balances[payer.account_id]
    issued, document = issue(
        work,
        VoucherKind.RECEIPT,
        entry_id=posted.entry_id,
        client_id=payer.id,
        build=lambda number: payment_receipt(
            shop_profile(work),
            party_of(payer),
            Issue(work.now, work.user.name, posted.entry_id, request.request_id),
            number=number,
            method=METHOD_NAMES[request.method],
            register=destination.name,
            amount=request.amount,
            balance=balance,
            note=note,
        ),
    )
    if request.method is PaymentMethod.CASH and destination.kind is RegisterKind.DRAWER:
        kick_for(work, posted.entry_id, f"Pago {issued.number}")
    return PaymentDone(
        entry_id=posted.entry_id,
        voucher_id=issued.id,
        number=issued.number,
        client_balance=balance,
        register_balance=posted.balances[destination.account_id],
        printing=enqueue_automatic(work, document, issued.id),
    )


def adjust_balance(work: Work, request: AdjustmentRequest) -> AdjustmentDone:
    """Correct a balance, as when the paper notebook is brought in.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        ClientNotFoundError, ClientArchivedError, AmountRangeError, RequestReusedError.
    """
    work.require(Permission.ADJUST)
    reason = _reason(request.reason)
    _check_amount(abs(request.amount))
    done = find_request(work, request.request_id)
    if done is not None:
        return _adjusted_again(work, request, done)
    owner = active_client(work, request.client_id)
    counterpart = system_account(work, AccountKind.ADJUSTMENTS)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.ADJUSTMENT,
        postings=[(owner.account_id, request.amount), (counterpart, -request.amount)],
        memo=reason,
    )
    detail = f"{format_money(request.amount, plus=True)} · {reason}"
    record(work, AuditKind.ADJUSTMENT, owner.name, detail, client_id=owner.id)
    return AdjustmentDone(posted.entry_id, posted.balances[owner.account_id])


def reverse_movement(work: Work, request: ReversalRequest) -> ReversalDone:
    """Undo a movement by an opposite entry: any but purchases, returns and merges.

    Of one with a paper, its undoing has one too.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        NotReversibleError: the entry is none of them.
        DisputeSettledError, GivenUpError: a dispute, or a write-off, took it off the debt.
        UpdateNotLastError: it is an update of prices, and another came after it.
        ClientArchivedError, RegisterArchivedError: it would move the account of what is retired.
        AlreadyReversedError: it has been undone.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    reason = _reason(request.reason)
    done = find_request(work, request.request_id)
    if done is not None:
        if done.reverses != request.entry_id:
            raise RequestReusedError(request_id=request.request_id)
        again = voucher_of_entry(work, done.id)
        balance = done.leg(AccountKind.CLIENT).balance_after
        return _reversal_done(done.id, again, balance, printing=False)
    entry = get_entry(work, request.entry_id)
    if entry is None or entry.kind not in _REVERSIBLE:
        raise NotReversibleError
    leg = entry.leg(AccountKind.CLIENT)
    check_still_owed(work, entry.id)
    if entry.kind is EntryKind.PRICE_UPDATE:
        _check_last_update(work, entry, leg.account_id)
    owner = active_client(
        work, work.db.execute(_CLIENT_OF, {"account": leg.account_id}).scalar_one()
    )
    check_open_registers(work, entry)
    posted = reverse(work, request_id=request.request_id, entry=entry, memo=reason)
    detail = f"{format_money(-leg.amount, plus=True)} · {reason}"
    record(work, AuditKind.ADJUSTMENT, owner.name, detail, client_id=owner.id)
    balance = posted.balances[leg.account_id]
    receipt = voucher_of_entry(work, entry.id)
    if receipt is None:
        return _reversal_done(posted.entry_id, None, balance, printing=False)
    issued, document = issue(
        work,
        VoucherKind.REVERSAL,
        entry_id=posted.entry_id,
        client_id=owner.id,
        build=lambda number: reversal_receipt(
            shop_profile(work),
            party_of(owner),
            Issue(work.now, work.user.name, posted.entry_id, request.request_id),
            number=number,
            reversed_number=receipt.number,
            amount=abs(leg.amount),
            balance=balance,
            reason=reason,
            what=_PAPERS.get(entry.kind, "recibo"),
        ),
    )
    printing = enqueue_automatic(work, document, issued.id)
    return _reversal_done(posted.entry_id, issued, balance, printing=printing)


_PAPERS = {EntryKind.PRICE_UPDATE: Phrase("actualización")}
_LATER_UPDATE = (
    select(price_update_line.c.id)
    .join(posting, posting.c.entry_id == price_update_line.c.entry_id)
    .where(
        posting.c.account_id == bindparam("account"),
        price_update_line.c.entry_id > bindparam("entry"),
        STANDING_UPDATE,
    )
    .limit(1)
)
_GIVEN_BACK = (
    select(price_update_line.c.id)
    .where(price_update_line.c.entry_id == bindparam("entry"), price_update_line.c.price == 0)
    .limit(1)
)


def _check_last_update(work: Work, entry: Entry, account_id: int) -> None:
    """Refuse what goods that came back took with them, and all but the last update."""
    key = {"account": account_id, "entry": entry.id}
    if work.db.execute(_GIVEN_BACK, {"entry": entry.id}).first():
        raise NotReversibleError
    if work.db.execute(_LATER_UPDATE, key).first():
        raise UpdateNotLastError


_CLIENT_OF = select(client.c.id).where(client.c.account_id == bindparam("account"))


def _adjusted_again(work: Work, request: AdjustmentRequest, done: Entry) -> AdjustmentDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    owner = get_client(work, request.client_id)
    leg = next((leg for leg in done.legs if leg.account_id == owner.account_id), None)
    if done.kind is not EntryKind.ADJUSTMENT or leg is None or leg.amount != request.amount:
        raise RequestReusedError(request_id=request.request_id)
    return AdjustmentDone(done.id, leg.balance_after)


def _payment_again(work: Work, request: PaymentRequest, done: Entry) -> PaymentDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    issued = voucher_of_entry(work, done.id)
    same = {
        (get_client(work, request.client_id).account_id, -request.amount),
        (get_register(work, request.register_id).account_id, request.amount),
    }
    if (
        done.kind is not EntryKind.PAYMENT
        or issued is None
        or {(leg.account_id, leg.amount) for leg in done.legs} != same
        or done.memo.partition(MEMO_SEPARATOR)[0] != METHOD_NAMES[request.method]
    ):
        raise RequestReusedError(request_id=request.request_id)
    return PaymentDone(
        entry_id=done.id,
        voucher_id=issued.id,
        number=issued.number,
        client_balance=done.leg(AccountKind.CLIENT).balance_after,
        register_balance=done.leg(AccountKind.REGISTER).balance_after,
        printing=False,
    )


def _reversal_done(
    entry_id: int, issued: Issued | None, balance: Centavos, *, printing: bool
) -> ReversalDone:
    return ReversalDone(
        entry_id=entry_id,
        voucher_id=issued.id if issued else None,
        number=issued.number if issued else "",
        client_balance=balance,
        printing=printing,
    )


def _check_amount(amount: Centavos) -> None:
    if not 0 < amount <= MAX_AMOUNT:
        raise AmountRangeError(field="amount", maximum=format_money(MAX_AMOUNT))


def _reason(text: str) -> str:
    reason = clean(text, field="reason", limit=_NOTE_LIMIT, label=Phrase("el motivo"))
    if not reason:
        raise ReasonMissingError(field="reason")
    return reason
