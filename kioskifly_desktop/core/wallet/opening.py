"""What a client owed before the program: an entry, of the day the debt is from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.clients import active_client, get_client
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    FutureDayError,
    RequestReusedError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    Draft,
    EntryKind,
    find_request,
    post,
    post_between,
    system_account,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kioskifly_desktop.core.work import Work

_NOTE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class OpeningRequest:
    """What a client brings from before: `amount` above zero is owed. None as `day` is today."""

    request_id: str
    client_id: int
    amount: Centavos
    day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class OpeningDone:
    """What an opening balance left behind."""

    entry_id: int
    client_balance: Centavos


def open_balance(work: Work, request: OpeningRequest) -> OpeningDone:
    """Note what a client owed before, or had in favour.

    A repeated `request_id` changes nothing and returns the first result.

    Writes: journal_entry, posting, account.

    Raises:
        NotAllowedError: the person may not.
        AmountRangeError, FutureDayError: of the amount and the day.
        ClientNotFoundError, ClientArchivedError, ClientMergedError: of the client.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    check_opening(work, request.amount, request.day)
    done = find_request(work, request.request_id)
    if done is not None:
        owner = get_client(work, request.client_id)
        leg = next((leg for leg in done.legs if leg.account_id == owner.account_id), None)
        if done.kind is not EntryKind.OPENING or leg is None or leg.amount != request.amount:
            raise RequestReusedError(request_id=request.request_id)
        return OpeningDone(done.id, leg.balance_after)
    owner = active_client(work, request.client_id)
    counterpart = system_account(work, AccountKind.ADJUSTMENTS)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.OPENING,
        postings=[(owner.account_id, request.amount), (counterpart, -request.amount)],
        memo=clean(request.note, field="note", limit=_NOTE_LIMIT, label=Phrase("la nota")),
        day=request.day,
    )
    return OpeningDone(posted.entry_id, posted.balances[owner.account_id])


def open_balances(work: Work, drafts: Sequence[Draft], note: str) -> None:
    """Note what clients just added owed before, as `open_balance` does each one.

    Raises:
        ShopError: as `open_balance`.
    """
    work.require(Permission.ADJUST)
    for draft in drafts:
        check_opening(work, draft.amount, draft.day)
    counterpart = system_account(work, AccountKind.ADJUSTMENTS)
    post_between(work, EntryKind.OPENING, counterpart, drafts, note)


def check_opening(work: Work, amount: Centavos, day: date | None) -> None:
    """Refuse nothing, too much, and a day to come.

    Raises:
        AmountRangeError, FutureDayError: naming the field.
    """
    if not 0 < abs(amount) <= MAX_AMOUNT:
        raise AmountRangeError(field="amount", maximum=format_money(MAX_AMOUNT))
    if day is not None and day > work.today:
        raise FutureDayError(field="day")
