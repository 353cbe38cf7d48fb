"""Money that moves by hand: into a register, out of it, or from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ExpenseCategoryError,
    NoOpenSessionError,
    NotEnoughCashError,
    ReasonMissingError,
    RequestReusedError,
    SameRegisterError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    Entry,
    EntryKind,
    find_request,
    post,
    system_account,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.registers import RegisterKind, RegisterRow, get_register, open_register
from kioskifly_desktop.core.sessions.categories import get_category
from kioskifly_desktop.core.sessions.reads import current_session
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.work import Work

_TEXT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class CashMovementRequest:
    """Money put into a register or taken from it by hand: `amount` centavos, above zero.

    Of money taken, `category_id` is what for; None is the first category.
    """

    request_id: str
    register_id: int
    amount: Centavos
    reason: str
    category_id: int | None = None


@dataclass(frozen=True, slots=True)
class TransferRequest:
    """Money passed from a register to another: `amount` centavos, above zero."""

    request_id: str
    from_register_id: int
    to_register_id: int
    amount: Centavos
    note: str = ""


@dataclass(frozen=True, slots=True)
class CashMovementDone:
    """What a movement left behind; of a transfer, the balance where the money came from."""

    entry_id: int
    register_balance: Centavos


def pay_in(work: Work, request: CashMovementRequest) -> CashMovementDone:
    """Put money into a register that is not a client's, like change brought from home.

    Raises:
        RegisterNotFoundError, RegisterArchivedError: of the register.
        NoOpenSessionError: it is a drawer and its session is not open.
        ReasonMissingError, AmountRangeError, RequestReusedError.
    """
    income = system_account(work, AccountKind.OTHER_INCOME)
    return _by_hand(work, request, EntryKind.CASH_IN, income)


def pay_out(work: Work, request: CashMovementRequest) -> CashMovementDone:
    """Take money from a register for an expense, like a supplier paid in cash.

    Raises:
        RegisterNotFoundError, RegisterArchivedError: of the register.
        NoOpenSessionError: it is a drawer and its session is not open.
        NotEnoughCashError: it is a drawer and holds less than that.
        ExpenseCategoryError: there is no such category, or it is retired.
        ReasonMissingError, AmountRangeError, RequestReusedError.
    """
    category = get_category(work, request.category_id)
    if category.archived and find_request(work, request.request_id) is None:
        raise ExpenseCategoryError(field="category")
    return _by_hand(work, request, EntryKind.CASH_OUT, category.account_id)


def transfer(work: Work, request: TransferRequest) -> CashMovementDone:
    """Pass money from a register to another; a drawer may be closed, as a safe always is.

    Raises:
        RegisterNotFoundError, RegisterArchivedError: of either register.
        SameRegisterError: both are the same.
        NotEnoughCashError: it comes from a drawer that holds less than that.
        AmountRangeError, RequestReusedError.
    """
    work.require(Permission.CASH)
    _check_amount(request.amount)
    if request.from_register_id == request.to_register_id:
        raise SameRegisterError(field="to_register")
    done = find_request(work, request.request_id)
    find = get_register if done else open_register
    source, target = find(work, request.from_register_id), find(work, request.to_register_id)
    postings = [(source.account_id, -request.amount), (target.account_id, request.amount)]
    if done is not None:
        return _moved_again(request.request_id, done, EntryKind.TRANSFER, postings)
    note = clean(request.note, field="note", limit=_TEXT_LIMIT, label=Phrase("la nota"))
    _check_cash(source, request.amount)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.TRANSFER,
        postings=postings,
        memo=f"De {source.name} a {target.name}" + (f" · {note}" if note else ""),
    )
    return CashMovementDone(posted.entry_id, posted.balances[source.account_id])


def _by_hand(
    work: Work, request: CashMovementRequest, kind: EntryKind, counterpart: int
) -> CashMovementDone:
    work.require(Permission.CASH)
    _check_amount(request.amount)
    reason = clean(request.reason, field="reason", limit=_TEXT_LIMIT, label=Phrase("el motivo"))
    if not reason:
        raise ReasonMissingError(field="reason")
    done = find_request(work, request.request_id)
    find = get_register if done else open_register
    owner = find(work, request.register_id)
    amount = request.amount if kind is EntryKind.CASH_IN else -request.amount
    postings = [(owner.account_id, amount), (counterpart, -amount)]
    if done is not None:
        return _moved_again(request.request_id, done, kind, postings)
    if owner.kind is RegisterKind.DRAWER and current_session(work, owner.id) is None:
        raise NoOpenSessionError(field="register", register=owner.name)
    if amount < 0:
        _check_cash(owner, -amount)
    posted = post(work, request_id=request.request_id, kind=kind, postings=postings, memo=reason)
    return CashMovementDone(posted.entry_id, posted.balances[owner.account_id])


def _moved_again(
    request_id: str, done: Entry, kind: EntryKind, postings: Sequence[tuple[int, Centavos]]
) -> CashMovementDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    if done.kind is not kind or [(leg.account_id, leg.amount) for leg in done.legs] != postings:
        raise RequestReusedError(request_id=request_id)
    return CashMovementDone(done.id, done.legs[0].balance_after)


def _check_cash(source: RegisterRow, amount: Centavos) -> None:
    """Refuse to take from a drawer notes that are not in it; a bank may be overdrawn."""
    held = max(source.balance, 0)
    if source.kind is RegisterKind.DRAWER and amount > held:
        raise NotEnoughCashError(field="amount", register=source.name, amount=format_money(held))


def _check_amount(amount: Centavos) -> None:
    if not 0 < amount <= MAX_AMOUNT:
        raise AmountRangeError(field="amount", maximum=format_money(MAX_AMOUNT))
