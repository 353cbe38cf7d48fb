"""Two clients who turned out to be one: docs/decisions/0011."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import Client, active_client, client, edit_client, get_client
from kioskifly_desktop.core.clients.merged import client_merge, log_merge
from kioskifly_desktop.core.clients.record import ClientRequest
from kioskifly_desktop.core.errors import (
    DocumentsDifferError,
    RequestReusedError,
    SameClientError,
)
from kioskifly_desktop.core.errors.debts import DisputeOpenError
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.ledger import (
    EntryKind,
    check_request_id,
    journal_entry,
    post,
    posting,
)
from kioskifly_desktop.core.loyalty import merge_groups, merge_lock, merge_points
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.wallet.allocation import NET, debits, frontier, in_dispute

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_NOTES_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class MergeRequest:
    """Who stays, and who is the same person under another name."""

    request_id: str
    keep_id: int
    merged_id: int


@dataclass(frozen=True, slots=True)
class MergeDone:
    """What the one who stays owes now."""

    client_balance: Centavos


_DEBTS = (
    debits(bindparam("account"))
    .with_only_columns(journal_entry.c.business_date, func.sum(NET))
    .where(posting.c.id > bindparam("oldest"))
    .group_by(journal_entry.c.business_date)
    .order_by(journal_entry.c.business_date)
)
_DAY_OF = (
    select(journal_entry.c.business_date)
    .join(posting, posting.c.entry_id == journal_entry.c.id)
    .where(posting.c.id == bindparam("posting"))
)
_MERGED = (
    select(client.c.id, client.c.name)
    .join(client_merge, client_merge.c.merged_id == client.c.id)
    .where(client_merge.c.kept_id == bindparam("client"))
    .order_by(client_merge.c.id)
)
_BY_REQUEST = select(client_merge).where(client_merge.c.request_id == bindparam("request"))


def merge_clients(work: Work, request: MergeRequest) -> MergeDone:
    """Make one client of two: what the merged one owes, or has in favour, goes to who stays.

    Debts keep their days. What only the merged one's card says goes to the card of who stays; both
    histories stay where they are. A repeated `request_id` changes nothing.

    Writes: journal_entry, posting, account, client_merge, client, client_search,
    client_consent, points_move, client_group_member.

    Raises:
        NotAllowedError: the person may not.
        SameClientError, DocumentsDifferError, DisputeOpenError: they can't be one.
        ClientNotFoundError, ClientArchivedError, ClientMergedError: of either.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    check_request_id(request.request_id)
    if request.keep_id == request.merged_id:
        raise SameClientError
    done = work.db.execute(_BY_REQUEST, {"request": request.request_id}).first()
    if done is not None:
        if (done.kept_id, done.merged_id) != (request.keep_id, request.merged_id):
            raise RequestReusedError(request_id=request.request_id)
        return MergeDone(get_client(work, request.keep_id).balance)
    kept, merged = active_client(work, request.keep_id), active_client(work, request.merged_id)
    if _documents_differ(kept, merged):
        raise DocumentsDifferError(one=kept.name, other=merged.name)
    if in_dispute(work, merged.account_id):
        raise DisputeOpenError(name=merged.name)
    memo = f"{merged.name} (n.º {merged.id}) con {kept.name} (n.º {kept.id})"
    for number, (day, amount) in enumerate(_what_goes(work, merged), start=1):
        post(
            work,
            request_id=f"{request.request_id}:{number}",
            kind=EntryKind.MERGE,
            postings=[(merged.account_id, -amount), (kept.account_id, amount)],
            memo=memo,
            day=day,
        )
    merge_points(work, kept.id, merged.id)
    merge_groups(work, kept.id, merged.id)
    merge_lock(work, kept.id, merged.id)
    log_merge(work, request.request_id, merged_id=merged.id, kept_id=kept.id)
    # By number: each row names one client, whose name may have to go one day.
    detail = f"con el n.º {kept.id}"
    record(work, AuditKind.CLIENT_MERGED, merged.name, detail, client_id=merged.id)
    gone: dict[str, Any] = {"archived": True}
    if not kept.document_number:
        # The document goes to who stays; two clients can't have it.
        gone |= {"document_key": None}
    row = update(client).where(client.c.id == merged.id)
    work.db.execute(row.values(**gone, updated_at=work.now, updated_by=work.user.id))
    edit_client(work, kept.id, _card_of_both(kept, merged))
    return MergeDone(get_client(work, kept.id).balance)


def merged_clients(work: Work, client_id: int) -> list[tuple[int, str]]:
    """Return who turned out to be a client, as (id, name) pairs."""
    return [(row.id, row.name) for row in work.db.execute(_MERGED, {"client": client_id})]


def _what_goes(work: Work, merged: Client) -> list[tuple[date, Centavos]]:
    """Return the days of what a client owes and how much is of each; of a favour, today."""
    if merged.balance <= 0:
        return [(work.today, merged.balance)] if merged.balance else []
    oldest = frontier(work, merged.account_id, merged.balance)
    assert oldest is not None, "who owes has debits"
    key = {"account": merged.account_id, "oldest": oldest.posting_id}
    days: dict[date, Centavos] = {}
    first = work.db.execute(_DAY_OF, {"posting": oldest.posting_id}).scalar_one()
    for day, amount in [(first, oldest.owes), *work.db.execute(_DEBTS, key)]:
        days[day] = days.get(day, 0) + amount
    return sorted(days.items())


def _documents_differ(one: Client, other: Client) -> bool:
    if not (one.document_number and other.document_number):
        return False
    return _person_number(one) != _person_number(other)


def _person_number(who: Client) -> str:
    tax = who.document_type in {DocumentType.CUIT, DocumentType.CUIL, DocumentType.CDI}
    return who.document_number[2:10].lstrip("0") if tax else who.document_number


def _card_of_both(kept: Client, merged: Client) -> ClientRequest:
    """Return the card of who stays, its blanks filled from the other's."""
    first = kept if kept.document_number or not merged.document_number else merged
    notes = "\n".join(dict.fromkeys(filter(None, (kept.notes, merged.notes))))
    return ClientRequest(
        name=kept.name,
        condition=first.condition,
        document_type=first.document_type,
        document_number=first.document_number,
        birthday=kept.birthday or merged.birthday,
        address=kept.address or merged.address,
        phone=kept.phone or merged.phone,
        email=kept.email or merged.email,
        notes=notes if len(notes) <= _NOTES_LIMIT else kept.notes,
        preferred_method=kept.preferred_method or merged.preferred_method,
        debt_limit=kept.debt_limit,
        credit_days=kept.credit_days,
        account_enabled=kept.account_enabled,
        discount=kept.discount,
        # Who said no once, said no.
        accepts_messages=kept.accepts_messages and merged.accepts_messages,
    )
