"""Who is at the counter: PINs tried, counted and made to wait; what is tried is always kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import (
    PinLockedError,
    PinMissingError,
    ShopError,
    UserNotFoundError,
    WrongPinError,
)
from kioskifly_desktop.core.permissions import Role
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.pins import is_pin
from kioskifly_desktop.core.users import get_person, list_people, user
from kioskifly_desktop.core.work import User

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.users import Person
    from kioskifly_desktop.core.work import Work

FREE_TRIES = 5
"""Wrong PINs before one has to wait."""

_FIRST_WAIT, _LONGEST_WAIT = 30, 15 * 60
_DOUBLINGS = 5  # past the longest
_MOST = timedelta(seconds=_LONGEST_WAIT)

_KEPT = select(user.c.pin_hash, user.c.failed_count).where(user.c.id == bindparam("person"))
_CHANGE = update(user).where(user.c.id == bindparam("person"))


def needs_pin(work: Work, user_id: int) -> bool:
    """Tell whether a person gives a PIN to be at the counter.

    Who has none enters without, save an administrator where another one has.
    """
    people = list_people(work)
    person = next((each for each in people if each.id == user_id), None)
    if person is None or person.has_pin:
        return True
    return person.role is Role.ADMIN and any(
        each.has_pin and each.active and each.role is Role.ADMIN for each in people
    )


def anybody_has_pin(work: Work) -> bool:
    """Tell whether a locked screen would keep anybody out."""
    return any(each.has_pin and each.active for each in list_people(work))


def waits_until(work: Work, user_id: int) -> datetime | None:
    """Return until when a person's next PIN waits; None where it doesn't."""
    person = get_person(work, user_id)
    if person.locked_until is None or person.locked_until <= work.now:
        return None
    failed = work.db.execute(_KEPT, {"person": user_id}).one().failed_count
    return min(person.locked_until, work.now + wait_after(failed))


def log_in(database: Database, user_id: int, pin: str) -> User:
    """Return the person that comes to the counter with a PIN, and write it down.

    Raises:
        WrongPinError, PinLockedError, PinMissingError, UserNotFoundError: as `verify_pin`.
    """
    return _settle(database, user_id, pin, AuditKind.LOG_IN)


def verify_pin(database: Database, user_id: int, pin: str) -> User:
    """Return the person whose PIN it is; a wrong one is kept, whatever becomes of the rest.

    Writes: user, audit_event, in a transaction of its own.

    Raises:
        WrongPinError: it is another; says how many tries are left.
        PinLockedError: too many were wrong; says how long to wait, also after a restart.
        PinMissingError: an administrator has none and another one does.
        UserNotFoundError: nobody, or deactivated.
    """
    return _settle(database, user_id, pin, None)


def recognise(work: Work, user_id: int, pin: str) -> User:
    """Return the person whose PIN it is, where nothing can be written: no wrong one is counted.

    Raises:
        WrongPinError, PinLockedError, PinMissingError, UserNotFoundError: as `verify_pin`.
    """
    person = get_person(work, user_id)
    known = _without_pin(work, person)
    if isinstance(known, ShopError):
        raise known
    if known is not None:
        return known
    kept = work.db.execute(_KEPT, {"person": user_id}).one()
    if person.locked_until is not None and person.locked_until > work.now:
        raise _wait_for(work, person, min(person.locked_until - work.now, _MOST))
    if not is_pin(pin, kept.pin_hash):
        raise WrongPinError(
            field="pin", name=person.name, left=Phrase("probá de nuevo"), tries=None
        )
    return person.user


def log_lock(work: Work) -> None:
    """Write down that the person left the counter locked."""
    record(work, AuditKind.LOCK)


def _settle(database: Database, user_id: int, pin: str, kind: AuditKind | None) -> User:
    with database.read() as work:
        person = get_person(work, user_id)
    # The refusal is raised once the transaction that counts it is over.
    with database.write(person.user) as work:
        outcome = _try(work, user_id, pin)
        if kind is not None and isinstance(outcome, User):
            record(work, kind)
    if isinstance(outcome, ShopError):
        raise outcome
    return outcome


def _try(work: Work, user_id: int, pin: str) -> User | ShopError:
    person = get_person(work, user_id)
    known = _without_pin(work, person)
    if known is not None:
        return known
    kept = work.db.execute(_KEPT, {"person": user_id}).one()
    if refused := _locked(work, person, kept.failed_count):
        return refused
    if is_pin(pin, kept.pin_hash):
        if kept.failed_count:
            work.db.execute(_CHANGE.values(failed_count=0, locked_until=None), {"person": user_id})
        return person.user
    return _count(work, person, kept.failed_count + 1)


def _without_pin(work: Work, person: Person) -> User | ShopError | None:
    """Return what becomes of somebody of whom no PIN is asked; None where one is."""
    if not person.active:
        names = ", ".join(each.name for each in list_people(work) if each.active)
        return UserNotFoundError(name=person.name, names=names)
    if not person.has_pin:
        return PinMissingError(name=person.name) if needs_pin(work, person.id) else person.user
    return None


def _locked(work: Work, person: Person, failed: int) -> PinLockedError | None:
    if person.locked_until is None or person.locked_until <= work.now:
        return None
    left = person.locked_until - work.now
    if left > wait_after(failed):  # the clock was put back
        left = wait_after(failed)
        work.db.execute(_CHANGE.values(locked_until=work.now + left), {"person": person.id})
    return PinLockedError(
        field="pin", name=person.name, wait=_in_words(left), until=work.now + left
    )


def _count(work: Work, person: Person, failed: int) -> ShopError:
    wait = wait_after(failed)
    values = {"failed_count": failed, "locked_until": work.now + wait if wait else None}
    work.db.execute(_CHANGE.values(**values), {"person": person.id})
    record(work, AuditKind.LOG_IN_FAILED, person.name, f"{failed} seguidos" if failed > 1 else "")
    if wait:
        return _wait_for(work, person, wait)
    left = FREE_TRIES - failed
    words = (
        Phrase("te queda un intento")
        if left == 1
        else Phrase("te quedan {left} intentos", left=left)
    )
    return WrongPinError(field="pin", name=person.name, left=words, tries=left)


def _wait_for(work: Work, person: Person, wait: timedelta) -> PinLockedError:
    until = work.now + wait
    return PinLockedError(field="pin", name=person.name, wait=_in_words(wait), until=until)


def wait_after(failed: int) -> timedelta:
    """Return how long the next PIN waits after so many wrong ones: 30 s, 60, 120 ... 15 min."""
    if failed < FREE_TRIES:
        return timedelta()
    doublings = min(failed - FREE_TRIES, _DOUBLINGS)
    return timedelta(seconds=min(_FIRST_WAIT * 2**doublings, _LONGEST_WAIT))


def _in_words(wait: timedelta) -> str:
    seconds = -(-wait // timedelta(seconds=1))
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds} segundo{'s' * (seconds != 1)}"
    minutes = -(-seconds // 60)
    return f"{minutes} minuto{'s' * (minutes != 1)}"
