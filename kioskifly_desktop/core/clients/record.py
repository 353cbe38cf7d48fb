"""A client: added, changed, archived, and deleted only without a past."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients.consent import log_consent
from kioskifly_desktop.core.clients.merged import client_merge
from kioskifly_desktop.core.clients.tables import MAX_CREDIT_DAYS, client
from kioskifly_desktop.core.clients.trust import log_terms, require_terms
from kioskifly_desktop.core.errors import (
    AmountRangeError,
    BirthdayError,
    ClientAnonymousError,
    ClientArchivedError,
    ClientHasMovementsError,
    ClientMergedError,
    ClientNotFoundError,
    ClientOwesError,
    CreditDaysError,
    DiscountError,
    DuplicateArchivedDocumentError,
    DuplicateDocumentError,
    EmailError,
    NameMissingError,
    PhoneError,
)
from kioskifly_desktop.core.es_ar import fold, format_money
from kioskifly_desktop.core.fiscal import (
    DocumentType,
    FiscalCondition,
    validate_identity,
)
from kioskifly_desktop.core.ledger import (
    AccountKind,
    account,
    open_account,
    posting,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, WHOLE, BasisPoints, Centavos
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.plan import Limit, require_room
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from kioskifly_desktop.core.methods import PaymentMethod
    from kioskifly_desktop.core.work import Work

_NAME_LIMIT = 120
_LIMITS = {"address": 160, "phone": 40, "email": 120, "notes": 1000}
_LABELS = {
    "address": Phrase("la dirección"),
    "phone": Phrase("el teléfono"),
    "email": Phrase("el e-mail"),
    "notes": Phrase("las notas"),
}
_OLDEST_YEARS = 120
_PHONE_DIGITS = range(6, 16)


@dataclass(frozen=True, slots=True)
class ClientRequest:
    """What a form says of a client.

    `debt_limit` in centavos and `credit_days` are None without limit; `discount` in basis points.
    """

    name: str
    condition: int = FiscalCondition.FINAL_CONSUMER
    document_type: int = DocumentType.NONE
    document_number: str = ""
    birthday: date | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    notes: str = ""
    preferred_method: PaymentMethod | None = None
    debt_limit: Centavos | None = None
    credit_days: int | None = None
    account_enabled: bool = True
    discount: BasisPoints = 0
    accepts_messages: bool = True


NO_TERMS = ClientRequest("")
"""What a client is trusted with if nobody says otherwise."""


@dataclass(frozen=True, slots=True)
class Client:
    """A client whole; the terms as in `ClientRequest`, `balance` above zero is owed."""

    id: int
    name: str
    condition: FiscalCondition
    document_type: DocumentType
    document_number: str
    birthday: date | None
    address: str
    phone: str
    email: str
    notes: str
    preferred_method: PaymentMethod | None
    debt_limit: Centavos | None
    credit_days: int | None
    account_enabled: bool
    discount: BasisPoints
    accepts_messages: bool
    archived: bool
    created_at: datetime
    balance: Centavos
    account_id: int
    merged_into: int | None
    anonymised: bool
    price_list_id: int | None
    lock_reason: str


ADD = insert(client)
_GET = Prepared(
    select(client, account.c.balance, client_merge.c.kept_id.label("merged_into"))
    .join(account, account.c.id == client.c.account_id)
    .outerjoin(client_merge, client_merge.c.merged_id == client.c.id)
    .where(client.c.id == bindparam("client"))
)
INDEX_ADD = text("INSERT INTO client_search (rowid, words) VALUES (:id, :words)")
INDEX_DROP = text("DELETE FROM client_search WHERE rowid = :id")


def add_client(work: Work, request: ClientRequest) -> int:
    """Add a client with an account at zero and return its id.

    Writes: account, client, client_search, client_consent.

    Raises:
        ShopError: the first field that breaks a rule, named in `field`.
        DuplicateDocumentError: another client has that document; names them.
        PlanLimitError: the plan admits no more.
    """
    work.require(Permission.EDIT_CLIENT)
    require_room(work, Limit.CLIENTS)
    values = _validated(work, request)
    require_terms(work, request, NO_TERMS)
    values["account_id"] = open_account(work, AccountKind.CLIENT)
    values["created_at"] = work.now
    values["created_by"] = work.user.id
    client_id = insert_row(work.db, ADD, values)
    work.db.execute(INDEX_ADD, {"id": client_id, "words": index_words(values)})
    if not request.accepts_messages:
        log_consent(work, client_id, accepts=False)
    return client_id


def edit_client(work: Work, client_id: int, request: ClientRequest) -> None:
    """Change what is known of a client.

    Raises:
        ShopError: as `add_client`, or there is no such client.
    """
    work.require(Permission.EDIT_CLIENT)
    before = get_client(work, client_id)
    refuse_anonymous(before)
    values = _validated(work, request, besides=client_id)
    require_terms(work, request, before)
    log_terms(work, client_id, request, before)
    work.db.execute(update(client).where(client.c.id == client_id).values(values))
    work.db.execute(INDEX_DROP, {"id": client_id})
    work.db.execute(INDEX_ADD, {"id": client_id, "words": index_words(values)})
    if request.accepts_messages != before.accepts_messages:
        log_consent(work, client_id, accepts=request.accepts_messages)


def archive_client(work: Work, client_id: int) -> None:
    """Retire a client whose balance is zero.

    Raises:
        NotAllowedError: the person may not.
        ClientOwesError: the balance is not zero.
    """
    work.require(Permission.DELETE_CLIENT)
    found = get_client(work, client_id)
    if found.balance:
        word = "debe" if found.balance > 0 else "a favor"
        shown = f"{word} {format_money(abs(found.balance))}"
        raise ClientOwesError(name=found.name, balance=shown)
    _set_archived(work, client_id, archived=True)
    record(work, AuditKind.CLIENT_ARCHIVED, found.name, client_id=client_id)


def restore_client(work: Work, client_id: int) -> None:
    """Bring a retired client back.

    Raises:
        PlanLimitError: the plan admits no more; who is retired takes no place in it.
        ClientMergedError: it is another's account now.
        ClientAnonymousError: it is nobody's any more.
    """
    work.require(Permission.EDIT_CLIENT)
    found = get_client(work, client_id)
    refuse_merged(work, found)
    refuse_anonymous(found)
    if found.archived:
        require_room(work, Limit.CLIENTS)
    _set_archived(work, client_id, archived=False)
    record(work, AuditKind.CLIENT_RESTORED, found.name, client_id=client_id)


def delete_client(work: Work, client_id: int) -> None:
    """Remove a client who never had a movement nor a message, and what they said of messages.

    Raises:
        NotAllowedError: the person may not.
        ClientHasMovementsError: there are movements, sales or messages, whatever the balance.
    """
    work.require(Permission.DELETE_CLIENT)
    found = get_client(work, client_id)
    moved = select(posting.c.id).where(posting.c.account_id == found.account_id).limit(1)
    if work.db.execute(moved).first():
        raise ClientHasMovementsError(name=found.name)
    try:
        work.db.execute(delete(client).where(client.c.id == client_id))
    except IntegrityError:  # bought without owing, or was written to
        raise ClientHasMovementsError(name=found.name) from None
    work.db.execute(INDEX_DROP, {"id": client_id})
    work.db.execute(delete(account).where(account.c.id == found.account_id))
    record(work, AuditKind.CLIENT_DELETED, found.name, client_id=client_id)


def get_client(work: Work, client_id: int) -> Client:
    """Return a client.

    Raises:
        ClientNotFoundError: there is none.
    """
    storable = -(2**63) <= client_id < 2**63  # typed on a command line it may be anything
    row = _GET.first(work.db, {"client": client_id}) if storable else None
    if row is None:
        raise ClientNotFoundError(client=client_id)
    return Client(
        id=row.id,
        name=row.name,
        condition=FiscalCondition(row.condition),
        document_type=DocumentType(row.document_type),
        document_number=row.document_number,
        birthday=row.birthday,
        address=row.address,
        phone=row.phone,
        email=row.email,
        notes=row.notes,
        preferred_method=row.preferred_method,
        debt_limit=row.debt_limit,
        credit_days=row.credit_days,
        account_enabled=row.account_enabled,
        discount=row.discount,
        accepts_messages=row.accepts_messages,
        archived=row.archived,
        created_at=row.created_at,
        balance=row.balance,
        account_id=row.account_id,
        merged_into=row.merged_into,
        anonymised=row.anonymised_at is not None,
        price_list_id=row.price_list_id,
        lock_reason=row.lock_reason,
    )


def active_client(work: Work, client_id: int) -> Client:
    """Return a client who takes movements.

    Raises:
        ClientNotFoundError: there is none.
        ClientArchivedError: the client is retired.
        ClientMergedError: it is another's account now.
    """
    found = get_client(work, client_id)
    refuse_merged(work, found)
    if found.archived:
        raise ClientArchivedError(name=found.name)
    return found


def search_words(name: str, document_number: str, phone: str) -> str:
    """Return what the search finds a client by: folded name, document, ends of the phone."""
    parts = re.findall(r"\d+", phone)
    ends = ["".join(parts[i:]) for i in range(len(parts))]
    return " ".join([fold(name), fold(document_number).replace(" ", ""), *ends]).strip()


def refuse_merged(work: Work, found: Client) -> None:
    """Refuse who turned out to be another client.

    Raises:
        ClientMergedError: says with whom to go on.
    """
    if found.merged_into is not None:
        into = get_client(work, found.merged_into)
        raise ClientMergedError(name=found.name, into=into.name)


def refuse_anonymous(found: Client) -> None:
    """Refuse who is nobody any more.

    Raises:
        ClientAnonymousError: always of them.
    """
    if found.anonymised:
        raise ClientAnonymousError(name=found.name)


def _validated(work: Work, request: ClientRequest, *, besides: int = 0) -> dict[str, Any]:
    values = checked_values(work, request)
    _refuse_duplicate(work, values["document_key"], besides)
    return values


def checked_values(work: Work, request: ClientRequest) -> dict[str, Any]:
    """Return the row of a request that breaks no rule by itself.

    Raises:
        ShopError: the first field that breaks one, named in `field`.
    """
    name = clean(request.name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not name:
        raise NameMissingError(field="name")
    condition, document_type, number = validate_identity(
        request.condition, request.document_type, request.document_number
    )
    key = document_key(document_type, number)
    _check_birthday(work, request.birthday)
    _check_terms(request)
    texts = {
        field: clean(
            getattr(request, field),
            field=field,
            limit=limit,
            label=_LABELS[field],
            multiline=field == "notes",
        )
        for field, limit in _LIMITS.items()
    }
    if texts["phone"] and sum(c.isdigit() for c in texts["phone"]) not in _PHONE_DIGITS:
        raise PhoneError(field="phone")
    if texts["email"] and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", texts["email"]):
        raise EmailError(field="email")
    return texts | {
        "name": name,
        "name_folded": fold(name),
        "condition": int(condition),
        "document_type": int(document_type),
        "document_number": number,
        "document_key": key,
        "birthday": request.birthday,
        "preferred_method": request.preferred_method,
        "debt_limit": request.debt_limit,
        "credit_days": request.credit_days,
        "account_enabled": request.account_enabled,
        "discount": request.discount,
        "accepts_messages": request.accepts_messages,
        "updated_at": work.now,
        "updated_by": work.user.id,
    }


def document_key(document_type: DocumentType, number: str) -> str | None:
    """Return what a document is one by; None without a number."""
    if not number:
        return None
    tax = document_type in (DocumentType.CUIT, DocumentType.CUIL, DocumentType.CDI)
    return f"{'tax' if tax else int(document_type)}:{number}"


def _refuse_duplicate(work: Work, key: str | None, besides: int) -> None:
    if key is None:
        return
    holder = select(client.c.name, client.c.archived).where(
        client.c.document_key == key, client.c.id != besides
    )
    row = work.db.execute(holder).first()
    if row is not None:
        kind = DuplicateArchivedDocumentError if row.archived else DuplicateDocumentError
        raise kind(field="document_number", name=row.name)


def _check_birthday(work: Work, birthday: date | None) -> None:
    if birthday and not work.today.year - _OLDEST_YEARS <= birthday.year <= work.today.year:
        raise BirthdayError(field="birthday")
    if birthday and birthday > work.today:
        raise BirthdayError(field="birthday")


def _check_terms(request: ClientRequest) -> None:
    if request.debt_limit is not None and not 0 <= request.debt_limit <= MAX_AMOUNT:
        raise AmountRangeError(field="debt_limit", maximum=format_money(MAX_AMOUNT))
    if request.credit_days is not None and not 0 <= request.credit_days <= MAX_CREDIT_DAYS:
        raise CreditDaysError(field="credit_days", maximum=MAX_CREDIT_DAYS)
    if not 0 <= request.discount <= WHOLE:
        raise DiscountError(field="discount")


def _set_archived(work: Work, client_id: int, *, archived: bool) -> None:
    work.db.execute(
        update(client)
        .where(client.c.id == client_id)
        .values(archived=archived, updated_at=work.now, updated_by=work.user.id)
    )


def index_words(values: Mapping[str, Any]) -> str:
    """Return what the search finds a row by."""
    return search_words(values["name"], values["document_number"], values["phone"])
