"""Who does what, when, in which transaction: the first argument of every core function."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import NotAllowedError
from kioskifly_desktop.core.es_ar import business_date

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection


class Role(StrEnum):
    """What a person may do."""

    ADMIN = "admin"
    CASHIER = "cashier"


@dataclass(frozen=True, slots=True)
class User:
    """A person at the counter."""

    id: int
    name: str
    role: Role

    @property
    def is_admin(self) -> bool:
        """Whether this person may correct, delete and configure."""
        return self.role is Role.ADMIN


SYSTEM = User(id=0, name="Kioskifly", role=Role.ADMIN)
"""The program itself, for reads and for the printer's bookkeeping. It has no row, so the foreign
keys refuse any movement of money in its name."""


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction, its instant (aware, UTC) and the person it is done for.

    `vendor` is the public key that signs plans, None for the program's own.
    """

    db: Connection
    now: datetime
    user: User
    vendor: bytes | None = None

    @property
    def today(self) -> date:
        """The shop's calendar day."""
        return business_date(self.now)

    def require_admin(self) -> None:
        """Refuse a cashier.

        Raises:
            NotAllowedError: the person is not an administrator.
        """
        if not self.user.is_admin:
            raise NotAllowedError
