"""Debts given up: what a client owes becomes the shop's loss, and can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import active_client, get_client
from kioskifly_desktop.core.errors import (
    NothingOwedError,
    ReasonMissingError,
    RequestReusedError,
)
from kioskifly_desktop.core.errors.debts import WriteOffError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    find_request,
    post,
    system_account,
)
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.wallet.allocation import disputed
from kioskifly_desktop.core.wallet.goods import unpaid_debits
from kioskifly_desktop.core.wallet.tables import debit_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_REASON_LIMIT = 200
_ADD_CHANGE = insert(debit_change)


@dataclass(frozen=True, slots=True)
class WriteOffRequest:
    """What is given up of a client's debt; `amount` None is all of it."""

    request_id: str
    client_id: int
    amount: Centavos | None
    reason: str


@dataclass(frozen=True, slots=True)
class WriteOffDone:
    """What a debt given up left behind."""

    entry_id: int
    amount: Centavos
    client_balance: Centavos


def write_off(work: Work, request: WriteOffRequest) -> WriteOffDone:
    """Give up what a client owes and is not in dispute, or part of it: the oldest first.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account, debit_change.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        ClientNotFoundError, ClientArchivedError, ClientMergedError: of the client.
        NothingOwedError: nothing is owed.
        WriteOffError: it is nothing, or more than is owed.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    reason = clean(request.reason, field="reason", limit=_REASON_LIMIT, label=Phrase("el motivo"))
    if not reason:
        raise ReasonMissingError(field="reason")
    done = find_request(work, request.request_id)
    if done is not None:
        account_id = get_client(work, request.client_id).account_id
        leg = next((leg for leg in done.legs if leg.account_id == account_id), None)
        if (
            done.kind is not EntryKind.WRITE_OFF
            or leg is None
            or request.amount not in {None, -leg.amount}
        ):
            raise RequestReusedError(request_id=request.request_id)
        return WriteOffDone(done.id, -leg.amount, leg.balance_after)
    owner = active_client(work, request.client_id)
    # What is in dispute isn't owed until that is settled.
    owed = owner.balance - disputed(work, owner.account_id, owner.balance)
    if owed <= 0:
        raise NothingOwedError(name=owner.name)
    amount = owed if request.amount is None else request.amount
    if not 0 < amount <= owed:
        raise WriteOffError(field="amount", name=owner.name, balance=format_money(owed))
    settled = list(_settled(work, owner, amount))
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.WRITE_OFF,
        postings=[
            (owner.account_id, -amount),
            (system_account(work, AccountKind.BAD_DEBTS), amount),
        ],
        memo=reason,
    )
    if settled:
        work.db.execute(
            _ADD_CHANGE,
            [
                {"entry_id": posted.entry_id, "debit_entry_id": debit, "amount": -part}
                for debit, part in settled
            ],
        )
    detail = f"{format_money(amount)} · {reason}"
    record(work, AuditKind.WRITE_OFF, owner.name, detail, client_id=owner.id)
    return WriteOffDone(posted.entry_id, amount, posted.balances[owner.account_id])


def _settled(work: Work, owner: Client, amount: Centavos) -> Iterator[tuple[int, Centavos]]:
    """Give the debits that an amount gives up, and how much of each: the oldest first."""
    for debit in unpaid_debits(work, owner.account_id, owner.balance):
        part = min(amount, debit.owes)
        if part:
            yield debit.entry_id, part
        amount -= part
