"""The cash drawer: opened by its printer, at once or not at all, and every time on record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Index, Integer, Text, bindparam, insert, select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import NoDrawerError, ReasonMissingError
from kioskifly_desktop.core.escpos import drawer_kick
from kioskifly_desktop.core.outbox.jobs import REASON_LIMIT, JobState, job_row, print_job
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import list_printers
from kioskifly_desktop.core.schema import Instant, identifier, table
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.work import Work

drawer_opening = table(
    "drawer_opening",
    identifier(),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("entry_id", Integer, ForeignKey("journal_entry.id")),
    Column("reason", Text, nullable=False),
)
Index("ix_drawer_opening_entry_id", drawer_opening.c.entry_id)

_ADD = insert(drawer_opening)
_ADD_JOB = insert(print_job)
_KICKING = select(print_job.c.id).where(
    print_job.c.drawer == True,  # noqa: E712 - SQL
    print_job.c.state == JobState.QUEUED,
    print_job.c.created_at == bindparam("now"),
)


@dataclass(frozen=True, slots=True)
class DrawerOpening:
    """An opening of the drawer; `entry_id` is the movement of cash it was for, None by hand."""

    id: int
    at: datetime
    user: str
    entry_id: int | None
    reason: str


def open_drawer(work: Work, reason: str) -> None:
    """Open the drawer by hand.

    Writes: drawer_opening, print_job.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        NoDrawerError: no printer has a drawer.
    """
    work.require(Permission.DRAWER)
    why = clean(reason, field="reason", limit=REASON_LIMIT, label=Phrase("el motivo"))
    if not why:
        raise ReasonMissingError(field="reason")
    if not _open(work, None, why):
        raise NoDrawerError
    record(work, AuditKind.DRAWER_OPENED, why)


def kick_for(work: Work, entry_id: int, reason: str) -> None:
    """Open the drawer for a movement of cash, if a printer has one."""
    _open(work, entry_id, reason)


def drawer_openings(
    work: Work, *, before: int | None = None, limit: int = 100
) -> list[DrawerOpening]:
    """Return the openings of the drawer, newest first, older than the opening `before`."""
    query = (
        select(
            drawer_opening.c.id,
            drawer_opening.c.at,
            user.c.name,
            drawer_opening.c.entry_id,
            drawer_opening.c.reason,
        )
        .join(user, user.c.id == drawer_opening.c.user_id)
        .order_by(drawer_opening.c.id.desc())
        .limit(limit)
    )
    if before is not None:
        query = query.where(drawer_opening.c.id < before)
    return [DrawerOpening(*row) for row in work.db.execute(query)]


def _open(work: Work, entry_id: int | None, reason: str) -> bool:
    device = next((each for each in list_printers(work) if each.drawer_pin), None)
    if device is None:
        return False
    work.db.execute(
        _ADD,
        {"at": work.now, "user_id": work.user.id, "entry_id": entry_id, "reason": reason},
    )
    if work.db.execute(_KICKING, {"now": work.now}).first():
        return True  # a charge of several movements opens it once
    kick = {
        "title": "Abrir el cajón",
        "document": "",
        "payload": drawer_kick(device.drawer_pin),
        "drawer": True,
    }
    work.db.execute(_ADD_JOB, job_row(work, device.id, kick))
    return True
