"""The people who use the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Column, Integer, Text, bindparam, func, insert, select, text, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import (
    LastAdministratorError,
    LastPinError,
    NameMissingError,
    UserNameArchivedError,
    UserNameTakenError,
    UserNotFoundError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.permissions import ROLE_NAMES, Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.pins import check_pin, hash_pin
from kioskifly_desktop.core.plan import Limit, require_room
from kioskifly_desktop.core.schema import (
    Choice,
    Flag,
    Instant,
    identifier,
    insert_row,
    one_of,
    table,
)
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.work import Role, User, Work

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "Person",
    "Role",
    "User",
    "add_user",
    "change_role",
    "deactivate_user",
    "find_person",
    "find_user",
    "list_people",
    "list_users",
    "reactivate_user",
    "rename_user",
    "set_pin",
]

user = table(
    "user",
    identifier(),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Choice(Role), nullable=False),
    Column("active", Flag, nullable=False, default=True),
    # None until the person has one.
    Column("pin_hash", Text),
    # Wrong PINs since the last right one, and until when the next one waits.
    Column("failed_count", Integer, nullable=False, server_default=text("0")),
    Column("locked_until", Instant),
    one_of("role", Role),
)

_NAME_LIMIT = 40


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as listed for who administers people: also those deactivated."""

    id: int
    name: str
    role: Role
    active: bool
    has_pin: bool
    locked_until: datetime | None

    @property
    def user(self) -> User:
        """The person as the counter knows them."""
        return User(self.id, self.name, self.role)


_LIST = select(user.c.id, user.c.name, user.c.role).where(user.c.active).order_by(user.c.id)
_PEOPLE = select(
    user.c.id,
    user.c.name,
    user.c.role,
    user.c.active,
    user.c.pin_hash.is_not(None),
    user.c.locked_until,
).order_by(user.c.id)
_ADMINISTRATORS = (
    select(func.count())
    .select_from(user)
    .where(user.c.active, user.c.role == Role.ADMIN, user.c.id != bindparam("besides"))
)
_CHANGE = update(user).where(user.c.id == bindparam("person"))


def add_user(work: Work, name: str, role: Role, pin: str | None = None) -> int:
    """Add a person and return their id.

    Writes: user, audit_event.

    Raises:
        NotAllowedError: the person adding may not.
        NameMissingError, TextTooLongError, UserNameTakenError: of the name.
        PinError: it is not four to six digits.
        PlanLimitError: the plan admits no more.
    """
    work.require(Permission.USERS)
    require_room(work, Limit.USERS)
    row = {"name": _checked_name(work, name), "role": role}
    if pin is not None:
        check_pin(pin)
        row["pin_hash"] = hash_pin(pin)
    user_id = insert_row(work.db, insert(user), row)
    record(work, AuditKind.USER_ADDED, row["name"], ROLE_NAMES[role])
    return user_id


def rename_user(work: Work, user_id: int, name: str) -> None:
    """Give a person another name.

    Raises:
        NotAllowedError: the person asking may not.
        NameMissingError, TextTooLongError, UserNameTakenError: of the name.
        UserNotFoundError: there is no such person.
    """
    work.require(Permission.USERS)
    before = get_person(work, user_id)
    shown = _checked_name(work, name, besides=user_id)
    if shown == before.name:
        return
    work.db.execute(_CHANGE.values(name=shown), {"person": user_id})
    record(work, AuditKind.USER_RENAMED, shown, f"Antes: {before.name}")


def set_pin(work: Work, user_id: int, pin: str) -> None:
    """Give a person another PIN, which they may do themselves; their wrong tries are forgotten.

    Raises:
        NotAllowedError: it is another's, and the person may not.
        PinError: it is not four to six digits.
        UserNotFoundError: there is no such person.
    """
    if user_id != work.user.id:
        work.require(Permission.USERS)
    person = get_person(work, user_id)
    check_pin(pin)
    work.db.execute(
        _CHANGE.values(pin_hash=hash_pin(pin), failed_count=0, locked_until=None),
        {"person": user_id},
    )
    record(work, AuditKind.USER_PIN, person.name)


def change_role(work: Work, user_id: int, role: Role) -> None:
    """Make a person an administrator or a cashier.

    Raises:
        NotAllowedError: the person asking may not.
        LastAdministratorError: nobody else would be an administrator.
        UserNotFoundError: there is no such person.
    """
    work.require(Permission.USERS)
    person = get_person(work, user_id)
    if person.role is role:
        return
    _check_not_last(work, person)
    work.db.execute(_CHANGE.values(role=role), {"person": user_id})
    record(work, AuditKind.USER_ROLE, person.name, ROLE_NAMES[role])


def deactivate_user(work: Work, user_id: int) -> None:
    """Keep a person out; what they did stays theirs.

    Raises:
        NotAllowedError: the person asking may not.
        LastAdministratorError: nobody else is an administrator.
        UserNotFoundError: there is no such person.
    """
    work.require(Permission.USERS)
    person = get_person(work, user_id)
    if not person.active:
        return
    _check_not_last(work, person)
    work.db.execute(_CHANGE.values(active=False), {"person": user_id})
    record(work, AuditKind.USER_DEACTIVATED, person.name)


def reactivate_user(work: Work, user_id: int) -> None:
    """Let a person in again.

    Raises:
        NotAllowedError: the person asking may not.
        PlanLimitError: the plan admits no more.
        UserNotFoundError: there is no such person.
    """
    work.require(Permission.USERS)
    person = get_person(work, user_id)
    if person.active:
        return
    require_room(work, Limit.USERS)
    work.db.execute(_CHANGE.values(active=True), {"person": user_id})
    record(work, AuditKind.USER_REACTIVATED, person.name)


def list_users(work: Work) -> list[User]:
    """Return the people who may be at the counter, first come first."""
    return [User(*row) for row in work.db.execute(_LIST)]


def list_people(work: Work) -> list[Person]:
    """Return everybody there is and was, first come first."""
    return [Person(*row) for row in work.db.execute(_PEOPLE)]


def get_person(work: Work, user_id: int) -> Person:
    """Return somebody, also who is deactivated.

    Raises:
        UserNotFoundError: there is no such person.
    """
    people = list_people(work)
    for person in people:
        if person.id == user_id:
            return person
    raise _not_found(str(user_id), [person.name for person in people])


def find_user(work: Work, name: str) -> User:
    """Return the person of a name, whatever its case and accents; the first if it is empty.

    Raises:
        UserNotFoundError: nobody has that name.
    """
    users = list_users(work)
    for person in users:
        if not name or fold(person.name) == fold(name):
            return person
    raise _not_found(name, [person.name for person in users])


def find_person(work: Work, name: str) -> Person:
    """Return somebody by name as `find_user` does, also who is deactivated.

    Raises:
        UserNotFoundError: nobody has that name.
    """
    people = list_people(work)
    for person in people:
        if fold(person.name) == fold(name):
            return person
    raise _not_found(name, [person.name for person in people])


def _not_found(name: str, names: list[str]) -> UserNotFoundError:
    return UserNotFoundError(name=name, names=", ".join(names))


def _check_not_last(work: Work, person: Person) -> None:
    if person.role is not Role.ADMIN or not person.active:
        return
    if not work.db.execute(_ADMINISTRATORS, {"besides": person.id}).scalar_one():
        raise LastAdministratorError(name=person.name)
    others = [each for each in list_people(work) if each.id != person.id and each.active]
    pinned = any(each.has_pin for each in others if each.role is Role.ADMIN)
    if person.has_pin and not pinned:
        # Who has no PIN would come in without one from then on.
        raise LastPinError(name=person.name)


def _checked_name(work: Work, name: str, *, besides: int = 0) -> str:
    shown = clean(name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not fold(shown):
        raise NameMissingError(field="name")
    for person in list_people(work):
        if person.id != besides and fold(person.name) == fold(shown):
            kind = UserNameTakenError if person.active else UserNameArchivedError
            raise kind(field="name", name=person.name)
    return shown
