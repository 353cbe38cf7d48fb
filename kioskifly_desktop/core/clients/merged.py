"""Who turned out to be another client; added, never changed: docs/decisions/0011."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    bindparam,
    insert,
    select,
)

from kioskifly_desktop.core.schema import Instant, identifier, insert_row, table

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

client_merge = table(
    "client_merge",
    identifier(),
    Column("request_id", Text, nullable=False, unique=True),
    Column("merged_id", Integer, ForeignKey("client.id"), nullable=False, unique=True),
    Column("kept_id", Integer, ForeignKey("client.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    CheckConstraint("kept_id <> merged_id", name="kept"),
)
Index("ix_client_merge_kept_id", client_merge.c.kept_id)

_ADD = insert(client_merge)


_KEPT = select(client_merge.c.kept_id).where(client_merge.c.merged_id == bindparam("merged"))


def stands_for(work: Work, client_id: int) -> int:
    """Return who a client turned out to be; themselves, if nobody else."""
    while (kept := work.db.execute(_KEPT, {"merged": client_id}).scalar()) is not None:
        client_id = kept
    return client_id


def log_merge(work: Work, request_id: str, *, merged_id: int, kept_id: int) -> None:
    """Write down that a client is another one."""
    row = {
        "request_id": request_id,
        "merged_id": merged_id,
        "kept_id": kept_id,
        "at": work.now,
        "user_id": work.user.id,
    }
    insert_row(work.db, _ADD, row)
