"""Many clients at once, as an import brings them: the same rules, a fraction of the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, func, insert, select

from kioskifly_desktop.core.clients.consent import log_consent
from kioskifly_desktop.core.clients.record import (
    ADD,
    INDEX_ADD,
    NO_TERMS,
    ClientRequest,
    checked_values,
    index_words,
)
from kioskifly_desktop.core.clients.tables import client
from kioskifly_desktop.core.clients.trust import require_terms
from kioskifly_desktop.core.errors import DuplicateArchivedDocumentError, DuplicateDocumentError
from kioskifly_desktop.core.ledger import AccountKind, account
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.plan import Limit, require_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kioskifly_desktop.core.work import Work

_HOLDERS = select(client.c.document_key, client.c.name, client.c.archived).where(
    client.c.document_key.in_(bindparam("keys", expanding=True))
)
_LAST = select(func.coalesce(func.max(client.c.id), 0))
_LAST_ACCOUNT = select(func.coalesce(func.max(account.c.id), 0))
_ADD_ACCOUNT = insert(account)


class NewClient(NamedTuple):
    """A client just added."""

    id: int
    account_id: int


def add_clients(work: Work, requests: Sequence[ClientRequest]) -> list[NewClient]:
    """Add clients as `add_client` does each one, none of them if one breaks a rule.

    Writes: account, client, client_search, client_consent.

    Raises:
        ShopError: as `add_client`.
    """
    work.require(Permission.EDIT_CLIENT)
    require_room(work, Limit.CLIENTS, len(requests))
    rows = [checked_values(work, request) for request in requests]
    for request in requests:
        require_terms(work, request, NO_TERMS)
    holders = document_holders(work, (row["document_key"] for row in rows))
    for row in rows:
        key = row["document_key"]
        if key in holders:
            raise holders[key]
        if key:
            holders[key] = DuplicateDocumentError(field="document_number", name=row["name"])
    # The transaction holds the file's only write lock: nobody else takes these ids.
    first = int(work.db.execute(_LAST).scalar_one()) + 1
    first_account = int(work.db.execute(_LAST_ACCOUNT).scalar_one()) + 1
    added = [NewClient(first + n, first_account + n) for n in range(len(rows))]
    for row, new in zip(rows, added, strict=True):
        row |= {
            "id": new.id,
            "account_id": new.account_id,
            "created_at": work.now,
            "created_by": work.user.id,
        }
    if rows:
        accounts = [{"id": new.account_id, "kind": AccountKind.CLIENT} for new in added]
        work.db.execute(_ADD_ACCOUNT, accounts)
        work.db.execute(ADD, rows)
        work.db.execute(INDEX_ADD, [{"id": row["id"], "words": index_words(row)} for row in rows])
    for request, new in zip(requests, added, strict=True):
        if not request.accepts_messages:
            log_consent(work, new.id, accepts=False)
    return added


def document_holders(work: Work, keys: Iterable[str | None]) -> dict[str, DuplicateDocumentError]:
    """Return, of documents that are some client's already, why they can't be another's."""
    asked = {"keys": sorted({key for key in keys if key})}
    holders: dict[str, DuplicateDocumentError] = {}
    if not asked["keys"]:
        return holders
    for row in work.db.execute(_HOLDERS, asked):
        kind = DuplicateArchivedDocumentError if row.archived else DuplicateDocumentError
        holders[row.document_key] = kind(field="document_number", name=row.name)
    return holders
