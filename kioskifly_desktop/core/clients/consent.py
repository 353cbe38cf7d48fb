"""Whether a client takes messages: what they said, and when (Ley 25.326, art. 27)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Index, Integer, bindparam, insert, select

from kioskifly_desktop.core.schema import Flag, Instant, identifier, table
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.work import Work

client_consent = table(
    "client_consent",
    identifier(),
    Column("client_id", Integer, ForeignKey("client.id", ondelete="CASCADE"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("accepts", Flag, nullable=False),
)
Index("ix_client_consent_client_id_id", client_consent.c.client_id, client_consent.c.id)


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a client said of messages, and to whom."""

    at: datetime
    user: str
    accepts: bool


_ADD = insert(client_consent)
_HISTORY = (
    select(client_consent.c.at, user.c.name, client_consent.c.accepts)
    .join(user, user.c.id == client_consent.c.user_id)
    .where(client_consent.c.client_id == bindparam("client"))
    .order_by(client_consent.c.id.desc())
)


def log_consent(work: Work, client_id: int, *, accepts: bool) -> None:
    """Write down that a client wants messages, or wants none."""
    row = {"client_id": client_id, "at": work.now, "user_id": work.user.id, "accepts": accepts}
    work.db.execute(_ADD, row)


def consent_history(work: Work, client_id: int) -> list[ConsentRow]:
    """Return what a client said of messages, newest first; nothing said means yes."""
    return [ConsentRow(*row) for row in work.db.execute(_HISTORY, {"client": client_id})]
