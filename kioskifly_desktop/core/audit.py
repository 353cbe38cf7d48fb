"""Who did what: rows that are only ever added."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    column,
    func,
    insert,
    select,
)
from sqlalchemy import table as light_table

from kioskifly_desktop.core.es_ar import TIME_ZONE, fold
from kioskifly_desktop.core.permissions import PERMISSION_NAMES, Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import Choice, Instant, identifier, table
from kioskifly_desktop.core.work import SYSTEM

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from kioskifly_desktop.core.work import Work


class AuditKind(StrEnum):
    """What is kept of what people do."""

    LOG_IN = "log_in"
    LOG_IN_FAILED = "log_in_failed"
    LOCK = "lock"
    OVERRIDE = "override"
    CLIENT_DELETED = "client_deleted"
    CLIENT_ARCHIVED = "client_archived"
    CLIENT_RESTORED = "client_restored"
    CLIENT_ANONYMISED = "client_anonymised"
    CLIENT_MERGED = "client_merged"
    SETTINGS_CHANGED = "settings_changed"
    REGISTER_CHANGED = "register_changed"
    REPRINT = "reprint"
    JOB_DISCARDED = "job_discarded"
    DRAWER_OPENED = "drawer_opened"
    USER_ADDED = "user_added"
    USER_RENAMED = "user_renamed"
    USER_ROLE = "user_role"
    USER_PIN = "user_pin"
    RESCUE_CODE = "rescue_code"
    RESCUE = "rescue"
    RESCUE_FAILED = "rescue_failed"
    USER_DEACTIVATED = "user_deactivated"
    USER_REACTIVATED = "user_reactivated"
    PLAN_INSTALLED = "plan_installed"
    BACKUP_MADE = "backup_made"
    BACKUP_FAILED = "backup_failed"
    RESTORE = "restore"
    IMPORT = "import"
    EXPORT = "export"
    PRICE_BATCH = "price_batch"
    CLIENT_TERMS = "client_terms"
    CLIENT_LOCK = "client_lock"
    POINTS = "points"
    PROMOTION = "promotion"
    VOID = "void"
    ADJUSTMENT = "adjustment"
    PRICE_UPDATE = "price_update"
    DISPUTE = "dispute"
    DISPUTE_SETTLED = "dispute_settled"
    WRITE_OFF = "write_off"


AUDIT_NAMES = {
    AuditKind.LOG_IN: Phrase("Entró"),
    AuditKind.LOG_IN_FAILED: Phrase("PIN equivocado"),
    AuditKind.LOCK: Phrase("Bloqueó la pantalla"),
    AuditKind.OVERRIDE: Phrase("Autorización"),
    AuditKind.CLIENT_DELETED: Phrase("Eliminó un cliente"),
    AuditKind.CLIENT_ARCHIVED: Phrase("Archivó un cliente"),
    AuditKind.CLIENT_RESTORED: Phrase("Recuperó un cliente"),
    AuditKind.CLIENT_ANONYMISED: Phrase("Anonimizó un cliente"),
    AuditKind.CLIENT_MERGED: Phrase("Unió dos clientes"),
    AuditKind.SETTINGS_CHANGED: Phrase("Cambió ajustes"),
    AuditKind.REGISTER_CHANGED: Phrase("Cambió una caja"),
    AuditKind.REPRINT: Phrase("Reimprimió"),
    AuditKind.JOB_DISCARDED: Phrase("Descartó una impresión"),
    AuditKind.DRAWER_OPENED: Phrase("Abrió el cajón"),
    AuditKind.USER_ADDED: Phrase("Agregó un usuario"),
    AuditKind.USER_RENAMED: Phrase("Renombró un usuario"),
    AuditKind.USER_ROLE: Phrase("Cambió el rol de un usuario"),
    AuditKind.USER_PIN: Phrase("Cambió un PIN"),
    AuditKind.RESCUE_CODE: Phrase("Hizo un código de rescate"),
    AuditKind.RESCUE: Phrase("Usó el código de rescate"),
    AuditKind.RESCUE_FAILED: Phrase("Código de rescate equivocado"),
    AuditKind.USER_DEACTIVATED: Phrase("Desactivó un usuario"),
    AuditKind.USER_REACTIVATED: Phrase("Reactivó un usuario"),
    AuditKind.PLAN_INSTALLED: Phrase("Cargó un plan"),
    AuditKind.BACKUP_MADE: Phrase("Hizo una copia"),
    AuditKind.BACKUP_FAILED: Phrase("Falló una copia"),
    AuditKind.RESTORE: Phrase("Restauró una copia"),
    AuditKind.IMPORT: Phrase("Importó datos"),
    AuditKind.EXPORT: Phrase("Exportó datos"),
    AuditKind.PRICE_BATCH: Phrase("Cambió precios"),
    AuditKind.CLIENT_TERMS: Phrase("Cambió condiciones de un cliente"),
    AuditKind.CLIENT_LOCK: Phrase("Bloqueó o desbloqueó un cliente"),
    AuditKind.POINTS: Phrase("Corrigió puntos"),
    AuditKind.PROMOTION: Phrase("Cambió promociones, listas o grupos"),
    AuditKind.VOID: Phrase("Anuló una venta"),
    AuditKind.ADJUSTMENT: Phrase("Corrigió una cuenta"),
    AuditKind.PRICE_UPDATE: Phrase("Actualizó una deuda"),
    AuditKind.DISPUTE: Phrase("Puso en disputa"),
    AuditKind.DISPUTE_SETTLED: Phrase("Resolvió una disputa"),
    AuditKind.WRITE_OFF: Phrase("Dio por incobrable"),
}

audit_event = table(
    "audit_event",
    identifier(),
    Column("at", Instant, nullable=False),
    # None is the program itself.
    Column("user_id", Integer, ForeignKey("user.id")),
    # No constraint on the values: one could only grow by making an append-only table anew.
    Column("kind", Choice(AuditKind), nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("authorized_by", Integer, ForeignKey("user.id")),
    Column("words", Text, nullable=False),
    # Whom it tells of. No key: who never moved is deleted, and what was done with them stays.
    Column("client_id", Integer),
)
Index("ix_audit_event_kind_id", audit_event.c.kind, audit_event.c.id)
Index("ix_audit_event_user_id_id", audit_event.c.user_id, audit_event.c.id)
Index(
    "ix_audit_event_client_id_id",
    audit_event.c.client_id,
    audit_event.c.id,
    sqlite_where=audit_event.c.client_id.is_not(None),
)

_LONGEST = 500
_ADD = insert(audit_event)
# The table of people belongs to a module above this one.
_PERSON = light_table("user", column("id"), column("name"))
_WHO, _AUTHORIZER = _PERSON.alias("who"), _PERSON.alias("authorizer")
_LIST = (
    select(
        audit_event.c.id,
        audit_event.c.at,
        _WHO.c.name,
        audit_event.c.kind,
        audit_event.c.subject,
        audit_event.c.detail,
        _AUTHORIZER.c.name,
    )
    .outerjoin(_WHO, _WHO.c.id == audit_event.c.user_id)
    .outerjoin(_AUTHORIZER, _AUTHORIZER.c.id == audit_event.c.authorized_by)
    .order_by(audit_event.c.id.desc())
)


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """Which events are listed; both days count, and a person is who did it or who authorized it."""

    kind: AuditKind | None = None
    user_id: int | None = None
    since: date | None = None
    until: date | None = None
    search: str = ""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """Something that somebody did; `authorized_by` is who lent their PIN, if anybody did."""

    id: int
    at: datetime
    user: str
    kind: AuditKind
    subject: str
    detail: str
    authorized_by: str


def tells_of(client_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that an event tells of a client, and not of who had the number before.

    A client deleted without movements leaves it to the next one.
    """
    before = audit_event.alias("before")
    deleted = (
        select(func.coalesce(func.max(before.c.id), 0))
        .where(before.c.client_id == client_id, before.c.kind == AuditKind.CLIENT_DELETED)
        .scalar_subquery()
    )
    return (audit_event.c.client_id == client_id) & (audit_event.c.id > deleted)


def record(
    work: Work,
    kind: AuditKind,
    subject: str = "",
    detail: str = "",
    *,
    client_id: int | None = None,
) -> None:
    """Write down what the person does, in the transaction that does it.

    `client_id` is whom the words name, if they name a client: see docs/decisions/0012.

    Writes: audit_event.
    """
    authorizer = work.authorizer if work.overrides else None
    row = {
        "at": work.now,
        "user_id": work.user.id or None,
        "kind": kind,
        "subject": subject[:_LONGEST],
        "detail": detail[:_LONGEST],
        "authorized_by": authorizer.id if authorizer else None,
        "words": fold(f"{subject[:_LONGEST]} {detail[:_LONGEST]}"),
        "client_id": client_id,
    }
    work.db.execute(_ADD, row)


def record_overrides(work: Work) -> None:
    """Write down what was done with another's PIN: the last act of each transaction."""
    for permission in work.overrides:
        record(work, AuditKind.OVERRIDE, PERMISSION_NAMES[permission])


def events(
    work: Work, query: AuditQuery, *, before: int | None = None, limit: int = 100
) -> list[AuditRow]:
    """Return what was done, newest first, older than the event `before`.

    Raises:
        NotAllowedError: the person may not see it.
    """
    work.require(Permission.AUDIT)
    listed = _LIST.limit(limit)
    if before is not None:
        listed = listed.where(audit_event.c.id < before)
    if query.kind is not None:
        listed = listed.where(audit_event.c.kind == query.kind)
    if query.user_id is not None:
        by = (audit_event.c.user_id, audit_event.c.authorized_by)
        listed = listed.where((by[0] == query.user_id) | (by[1] == query.user_id))
    if query.since is not None:
        listed = listed.where(audit_event.c.at >= _midnight(query.since))
    if query.until is not None and query.until < date.max:
        listed = listed.where(audit_event.c.at < _midnight(query.until + timedelta(days=1)))
    for word in fold(query.search).split():
        listed = listed.where(audit_event.c.words.contains(word, autoescape=True))
    return [
        AuditRow(
            id=row[0],
            at=row[1],
            user=row[2] or SYSTEM.name,
            kind=row[3],
            subject=row[4],
            detail=row[5],
            authorized_by=row[6] or "",
        )
        for row in work.db.execute(listed)
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TIME_ZONE)
