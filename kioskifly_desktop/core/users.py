"""The people who use the program."""

from __future__ import annotations

from sqlalchemy import Column, Text, insert, select, update

from kioskifly_desktop.core.errors import NameMissingError, UserNotFoundError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.plan import Limit, require_room
from kioskifly_desktop.core.schema import Choice, Flag, identifier, insert_row, one_of, table
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.work import Role, User, Work

__all__ = ["Role", "User", "add_user", "find_user", "list_users", "rename_user"]

user = table(
    "user",
    identifier(),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Choice(Role), nullable=False),
    Column("active", Flag, nullable=False, default=True),
    one_of("role", Role),
)

_NAME_LIMIT = 40
_LIST = select(user.c.id, user.c.name, user.c.role).where(user.c.active).order_by(user.c.id)


def add_user(work: Work, name: str, role: Role) -> int:
    """Add a person and return their id.

    Raises:
        NotAllowedError: the person adding is not an administrator.
        NameMissingError: no name.
        PlanLimitError: the plan admits no more.
    """
    work.require_admin()
    require_room(work, Limit.USERS)
    return insert_row(work.db, insert(user), {"name": _checked_name(name), "role": role})


def rename_user(work: Work, user_id: int, name: str) -> None:
    """Give a person another name.

    Raises:
        NotAllowedError: the person asking is not an administrator.
        NameMissingError: no name.
    """
    work.require_admin()
    work.db.execute(update(user).where(user.c.id == user_id).values(name=_checked_name(name)))


def list_users(work: Work) -> list[User]:
    """Return the people who may be at the counter, first come first."""
    return [User(*row) for row in work.db.execute(_LIST)]


def find_user(work: Work, name: str) -> User:
    """Return the person of a name, whatever its case and accents; the first if it is empty.

    Raises:
        UserNotFoundError: nobody has that name.
    """
    users = list_users(work)
    for person in users:
        if not name or fold(person.name) == fold(name):
            return person
    raise UserNotFoundError(name=name, names=", ".join(person.name for person in users))


def _checked_name(name: str) -> str:
    shown = clean(name, field="name", limit=_NAME_LIMIT, label="el nombre")
    if not fold(shown):
        raise NameMissingError(field="name")
    return shown
