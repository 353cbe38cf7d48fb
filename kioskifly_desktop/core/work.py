"""Who does what, when, in which transaction: the first argument of every core function."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import business_date
from kioskifly_desktop.core.permissions import GRANTED, Permission, Role, refusal

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

__all__ = ["SYSTEM", "Role", "User", "Work"]


@dataclass(frozen=True, slots=True)
class User:
    """A person at the counter."""

    id: int
    name: str
    role: Role

    @property
    def is_admin(self) -> bool:
        """Whether this person is an administrator; what they may do, `may` tells."""
        return self.role is Role.ADMIN

    def may(self, permission: Permission) -> bool:
        """Tell whether this person's role has a permission."""
        return permission in GRANTED[self.role]


SYSTEM = User(id=0, name="Kioskifly", role=Role.ADMIN)
"""The program itself, for reads and for the printer's bookkeeping. It has no row, so the foreign
keys refuse any movement of money in its name."""


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction, its instant (aware, UTC) and the person it is done for.

    `vendor` is the public key that signs plans, None for the program's own. `authorizer` gave their
    PIN for what the person lacks; `overrides` is what that was needed for.
    """

    db: Connection
    now: datetime
    user: User
    vendor: bytes | None = None
    authorizer: User | None = None
    overrides: list[Permission] = field(default_factory=list)

    @property
    def today(self) -> date:
        """The shop's calendar day."""
        return business_date(self.now)

    def allows(self, permission: Permission) -> bool:
        """Tell whether the person's own role has a permission."""
        return self.user.may(permission)

    def require(self, permission: Permission) -> User:
        """Return who answers for an act: the person, or else who authorizes it.

        Raises:
            NotAllowedError: neither has the permission; `fields["permission"]` names it.
        """
        if self.user.may(permission):
            return self.user
        if self.authorizer is None or not self.authorizer.may(permission):
            raise refusal(permission)
        if permission not in self.overrides:
            self.overrides.append(permission)
        return self.authorizer
