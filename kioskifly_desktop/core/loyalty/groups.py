"""Groups of clients: neighbours, teachers, who buys wholesale."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import (
    GroupInUseError,
    LoyaltyNotFoundError,
    NameMissingError,
    NameTakenError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.loyalty.tables import client_group, client_group_member, promotion
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import insert_row
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from collections.abc import Collection

    from kioskifly_desktop.core.work import Work

_NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group as listed."""

    id: int
    name: str
    clients: int


_LIST = (
    select(client_group.c.id, client_group.c.name, func.count(client_group_member.c.client_id))
    .outerjoin(client_group_member, client_group_member.c.group_id == client_group.c.id)
    .group_by(client_group.c.id)
    .order_by(client_group.c.name_folded)
)
_OF = select(client_group_member.c.group_id).where(
    client_group_member.c.client_id == bindparam("client")
)
_FREE = (
    update(promotion)
    .where(promotion.c.group_id == bindparam("of_group"), promotion.c.removed == True)  # noqa: E712 - SQL
    .values(audience="clients", group_id=None)
)


def save_group(work: Work, group_id: int, name: str) -> int:
    """Add a group, `group_id` 0, or rename one; return its id.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError, TextTooLongError, NameTakenError: of the name.
        LoyaltyNotFoundError: there is no such group.
    """
    work.require(Permission.CLIENT_TERMS)
    named = clean(name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not named:
        raise NameMissingError(field="name")
    values = {"name": named, "name_folded": fold(named)}
    log = partial(record, work, AuditKind.PROMOTION, f"Grupo {named}")
    try:
        if not group_id:
            group_id = insert_row(work.db, insert(client_group), values)
            log("Agregado")
            return group_id
        row = update(client_group).where(client_group.c.id == group_id).values(values)
        if not work.db.execute(row).rowcount:
            raise LoyaltyNotFoundError
    except IntegrityError:
        raise NameTakenError(field="name", name=named) from None
    log("Cambiado")
    return group_id


def delete_group(work: Work, group_id: int) -> None:
    """Delete a group; its clients stay.

    Raises:
        NotAllowedError: the person may not.
        GroupInUseError: a promotion is for it.
    """
    work.require(Permission.CLIENT_TERMS)
    named = select(client_group.c.name).where(client_group.c.id == group_id)
    name = work.db.execute(named).scalar()
    work.db.execute(_FREE, {"of_group": group_id})
    try:
        gone = work.db.execute(delete(client_group).where(client_group.c.id == group_id))
    except IntegrityError:
        raise GroupInUseError(name=name) from None
    if gone.rowcount:
        record(work, AuditKind.PROMOTION, f"Grupo {name}", "Borrado")


def set_groups(work: Work, client_id: int, groups: Collection[int]) -> None:
    """Put a client in these groups and no other.

    Raises:
        NotAllowedError: the person may not.
        ClientNotFoundError, LoyaltyNotFoundError: of the client, of a group.
    """
    work.require(Permission.CLIENT_TERMS)
    found, before = get_client(work, client_id), groups_of(work, client_id)
    mine = client_group_member.c.client_id == client_id
    work.db.execute(delete(client_group_member).where(mine))
    rows = [{"client_id": client_id, "group_id": each} for each in sorted(set(groups))]
    try:
        if rows:
            work.db.execute(insert(client_group_member), rows)
    except IntegrityError:
        raise LoyaltyNotFoundError from None
    if before != set(groups):
        names = ", ".join(each.name for each in list_groups(work) if each.id in groups)
        words = f"Grupos: {names or 'ninguno'}"
        record(work, AuditKind.CLIENT_TERMS, found.name, words, client_id=client_id)


def merge_groups(work: Work, kept_id: int, merged_id: int) -> None:
    """Put who stays in the groups of who turned out to be them.

    Writes: client_group_member.
    """
    more = groups_of(work, merged_id) - groups_of(work, kept_id)
    if more:
        rows = [{"client_id": kept_id, "group_id": each} for each in sorted(more)]
        work.db.execute(insert(client_group_member), rows)


def list_groups(work: Work) -> list[GroupRow]:
    """Return the groups by name."""
    return [GroupRow(*row) for row in work.db.execute(_LIST)]


def groups_of(work: Work, client_id: int) -> set[int]:
    """Return the groups a client is in."""
    return set(work.db.execute(_OF, {"client": client_id}).scalars())
