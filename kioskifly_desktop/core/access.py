"""Who is at the counter: PINs tried, counted and made to wait; what is tried is always kept."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import (
    PinLockedError,
    PinMissingError,
    RescueMissingError,
    ShopError,
    UserNotFoundError,
    WrongPinError,
    WrongRescueCodeError,
)
from kioskifly_desktop.core.permissions import Permission, Role, refusal
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.pins import (
    check_pin,
    hash_pin,
    is_pin,
    new_rescue_code,
    read_rescue_code,
)
from kioskifly_desktop.core.settings import get_preference, set_preference, setting
from kioskifly_desktop.core.users import get_person, list_people, user
from kioskifly_desktop.core.work import User

if TYPE_CHECKING:
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
_RESCUE = "rescue_code"
_USE_UP = delete(setting).where(setting.c.key == _RESCUE)


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


def make_rescue_code(work: Work) -> str:
    """Return a new rescue code, never to be told again; the one there was is worth nothing.

    Raises:
        NotAllowedError: the person may not.
    """
    work.require(Permission.USERS)
    code = new_rescue_code()
    kept = {"hash": hash_pin(read_rescue_code(code)), "at": work.now.isoformat()}
    set_preference(work, _RESCUE, json.dumps(kept))
    record(work, AuditKind.RESCUE_CODE)
    return code


def rescue_code_made(work: Work) -> datetime | None:
    """Return when the rescue code that is worth something was made; None where there is none."""
    kept = _kept_rescue(work)
    return datetime.fromisoformat(kept["at"]) if kept else None


def lacks_rescue_code(work: Work) -> bool:
    """Tell whether an administrator who forgets their PIN may have no way in."""
    return rescue_code_made(work) is None and any(
        each.has_pin and each.active and each.role is Role.ADMIN for each in list_people(work)
    )


def rescue_pin(database: Database, user_id: int, code: str, pin: str) -> User:
    """Give an administrator another PIN for the rescue code, which is used up; return them.

    A wrong code is kept and counted with their wrong PINs, whatever becomes of the rest.

    Writes: user, setting, audit_event, in a transaction of its own.

    Raises:
        RescueCodeError, PinError: what was typed is none; nothing is counted.
        WrongRescueCodeError: it is another; says how many tries are left.
        PinLockedError: too many were wrong; says how long to wait.
        RescueMissingError: no code was made, or it was used.
        NotAllowedError: they are no administrator.
        UserNotFoundError: nobody, or deactivated.
    """
    symbols = read_rescue_code(code)
    check_pin(pin)
    with database.read() as work:
        person = get_person(work, user_id)
        if not person.active:
            raise _gone(work, person)
    if not person.user.may(Permission.USERS):
        raise refusal(Permission.USERS)
    # As `_settle` does: the refusal comes after what it counts.
    with database.write(person.user) as work:
        outcome = _rescue(work, user_id, symbols, pin)
    if isinstance(outcome, ShopError):
        raise outcome
    return outcome


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
    if left := _left_to_wait(work, person, kept.failed_count):
        return _wait_for(work, person, left)
    if is_pin(pin, kept.pin_hash):
        if kept.failed_count:
            work.db.execute(_CHANGE.values(failed_count=0, locked_until=None), {"person": user_id})
        return person.user
    if wait := _count(work, person, kept.failed_count + 1, AuditKind.LOG_IN_FAILED):
        return _wait_for(work, person, wait)
    tries = FREE_TRIES - kept.failed_count - 1
    return WrongPinError(field="pin", name=person.name, left=_tries_left(tries), tries=tries)


def _rescue(work: Work, user_id: int, symbols: str, pin: str) -> User | ShopError:
    person = get_person(work, user_id)
    kept = _kept_rescue(work)
    if kept is None:
        return RescueMissingError()
    failed = work.db.execute(_KEPT, {"person": user_id}).one().failed_count
    if left := _left_to_wait(work, person, failed):
        return _wait_for(work, person, left)
    if is_pin(symbols, kept["hash"]):
        values = {"pin_hash": hash_pin(pin), "failed_count": 0, "locked_until": None}
        work.db.execute(_CHANGE.values(**values), {"person": user_id})
        work.db.execute(_USE_UP)
        record(work, AuditKind.RESCUE, person.name)
        return person.user
    if wait := _count(work, person, failed + 1, AuditKind.RESCUE_FAILED):
        return _wait_for(work, person, wait)
    tries = FREE_TRIES - failed - 1
    return WrongRescueCodeError(field="code", left=_tries_left(tries), tries=tries)


def _kept_rescue(work: Work) -> dict[str, str] | None:
    stored = get_preference(work, _RESCUE, "")
    return json.loads(stored) if stored else None


def _gone(work: Work, person: Person) -> UserNotFoundError:
    names = ", ".join(each.name for each in list_people(work) if each.active)
    return UserNotFoundError(name=person.name, names=names)


def _without_pin(work: Work, person: Person) -> User | ShopError | None:
    """Return what becomes of somebody of whom no PIN is asked; None where one is."""
    if not person.active:
        return _gone(work, person)
    if not person.has_pin:
        return PinMissingError(name=person.name) if needs_pin(work, person.id) else person.user
    return None


def _left_to_wait(work: Work, person: Person, failed: int) -> timedelta:
    """Return how long a person's next try waits, nothing if it doesn't."""
    if person.locked_until is None or person.locked_until <= work.now:
        return timedelta()
    left = person.locked_until - work.now
    if left > wait_after(failed):  # the clock was put back
        left = wait_after(failed)
        work.db.execute(_CHANGE.values(locked_until=work.now + left), {"person": person.id})
    return left


def _count(work: Work, person: Person, failed: int, kind: AuditKind) -> timedelta:
    """Keep a wrong try, and return how long the next one waits."""
    wait = wait_after(failed)
    values = {"failed_count": failed, "locked_until": work.now + wait if wait else None}
    work.db.execute(_CHANGE.values(**values), {"person": person.id})
    record(work, kind, person.name, f"{failed} seguidos" if failed > 1 else "")
    return wait


def _tries_left(tries: int) -> Phrase:
    if tries == 1:
        return Phrase("te queda un intento")
    return Phrase("te quedan {left} intentos", left=tries)


def _wait_for(work: Work, person: Person, wait: timedelta) -> PinLockedError:
    until = work.now + wait
    return PinLockedError(field="pin", name=person.name, wait=_in_words(wait), until=until)


def wait_after(failed: int) -> timedelta:
    """Return how long the next PIN waits after so many wrong ones: 30 s, 60, 120 ... 15 min."""
    if failed < FREE_TRIES:
        return timedelta()
    doublings = min(failed - FREE_TRIES, _DOUBLINGS)
    return timedelta(seconds=min(_FIRST_WAIT * 2**doublings, _LONGEST_WAIT))


def _in_words(wait: timedelta) -> Phrase:
    seconds = -(-wait // timedelta(seconds=1))
    if seconds < 60:  # noqa: PLR2004 - a minute
        return Phrase("1 segundo") if seconds == 1 else Phrase("{count} segundos", count=seconds)
    minutes = -(-seconds // 60)
    return Phrase("1 minuto") if minutes == 1 else Phrase("{count} minutos", count=minutes)
