"""Copies of the shop: where and when they are made, and whether the last good one is old."""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import BackupHoursError, PassphraseShortError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.settings import change_preferences, get_preference, set_preference
from kioskifly_desktop.core.users import list_people

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

OWN_FOLDER = "copias"
"""Beside the shop's file, where no other folder was chosen."""
MAX_HOURS = 24
MIN_PASSPHRASE = 8
MARK_SIZE = 6
NO_MARK = "0" * MARK_SIZE

_SETTINGS, _LAST, _TROUBLE, _MARK = "backup", "backup.last", "backup.trouble", "backup.mark"
_OLD = timedelta(days=3)
_FIRST_WEEK = timedelta(days=7)
_FIRST_ENTRY = select(journal_entry.c.at).order_by(journal_entry.c.id).limit(1)


@dataclass(frozen=True, slots=True)
class BackupSettings:
    """Where copies go and when: every so many `hours`, 0 for never by the clock."""

    folder: str = ""
    hours: int = 4
    on_close: bool = True
    sealed: bool = False

    def place(self, shop_folder: Path) -> Path:
        """Return the folder of the copies of a shop."""
        return Path(self.folder) if self.folder else shop_folder / OWN_FOLDER


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy in a folder; `at` is the shop's local time, `size` in bytes."""

    path: Path
    mark: str
    at: datetime
    size: int
    sealed: bool


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What a copy holds."""

    shop: str
    clients: int
    sales: int
    last_entry_at: datetime | None


@dataclass(frozen=True, slots=True)
class CopyStanding:
    """How the shop's copies stand; `trouble` is why the last one failed, if it did."""

    last: datetime | None
    old: bool
    trouble: str


def backup_settings(work: Work) -> BackupSettings:
    """Return where and when copies are made."""
    stored = get_preference(work, _SETTINGS, "")
    return BackupSettings(**json.loads(stored)) if stored else BackupSettings()


def save_backup_settings(work: Work, settings: BackupSettings) -> None:
    """Change where and when copies are made.

    Raises:
        NotAllowedError: the person is not an administrator.
        BackupHoursError: there are no such hours.
    """
    if not 0 <= settings.hours <= MAX_HOURS:
        raise BackupHoursError(field="hours", maximum=MAX_HOURS)
    stored = json.dumps(asdict(settings), ensure_ascii=False)
    # What went wrong with other settings says nothing of these.
    change_preferences(work, {_SETTINGS: stored})
    set_preference(work, _TROUBLE, "")


def checked_passphrase(text: str) -> str:
    """Return words fit to seal with, the same however the keyboard composed them.

    Raises:
        PassphraseShortError: they are soon guessed.
    """
    words = plain_passphrase(text)
    if len(words) < MIN_PASSPHRASE:
        raise PassphraseShortError(field="passphrase", minimum=MIN_PASSPHRASE)
    return words


def plain_passphrase(text: str) -> str:
    """Return words as they seal, of whatever length."""
    return unicodedata.normalize("NFKC", text).strip()


def note_copy(work: Work, at: datetime, name: str = "") -> None:
    """Record that a good copy was made; `name` is that of one that somebody asked for."""
    set_preference(work, _LAST, at.isoformat())
    set_preference(work, _TROUBLE, "")
    if name:
        note_asked_copy(work, name)


def note_asked_copy(work: Work, name: str) -> None:
    """Write down that somebody made a copy, wherever they wanted it."""
    record(work, AuditKind.BACKUP_MADE, name)


def note_failed_copy(work: Work, reason: str, *, asked: bool = False) -> None:
    """Record why a copy could not be made; by the clock, once for each reason."""
    if asked or reason != get_preference(work, _TROUBLE, ""):
        record(work, AuditKind.BACKUP_FAILED, "", reason)
    set_preference(work, _TROUBLE, reason)


def note_restore(work: Work, name: str, by: str) -> None:
    """Write down, in a shop that was brought back, from which copy and who wanted it.

    Who wanted it is known by name: the people of the copy may be others. Nobody is known where
    the shop didn't open.
    """
    person = next((each for each in list_people(work) if fold(each.name) == fold(by)), None)
    detail = f"La quiso {by}" if by else "El negocio no se abría"
    if person is not None:
        work, detail = replace(work, user=person.user), ""
    record(work, AuditKind.RESTORE, name, detail)


def copy_standing(work: Work) -> CopyStanding:
    """Return how old the last good copy is; none is missed before the first week is over."""
    last = _last_copy(work)
    trouble = get_preference(work, _TROUBLE, "")
    if last is not None:
        # Far in the future: made before the computer's clock was put right, nobody knows when.
        return CopyStanding(last, abs(work.now - last) > _OLD, trouble)
    began = work.db.execute(_FIRST_ENTRY).scalar()
    return CopyStanding(None, began is not None and work.now - began > _FIRST_WEEK, trouble)


def next_copy_at(work: Work) -> datetime | None:
    """Return when the next copy by the clock is due; None for never."""
    hours = backup_settings(work).hours
    if not hours:
        return None
    last = _last_copy(work)
    # One in the future was made before the computer's clock was put right.
    if last is None or last > work.now:
        return work.now
    return last + timedelta(hours=hours)


def copy_mark(work: Work) -> str:
    """Return what tells the copies of this shop from another's in the same folder."""
    return get_preference(work, _MARK, NO_MARK)


def give_mark(work: Work) -> None:
    """Give the shop its mark, once."""
    if copy_mark(work) == NO_MARK:
        set_preference(work, _MARK, secrets.token_hex(MARK_SIZE // 2))


def _last_copy(work: Work) -> datetime | None:
    stored = get_preference(work, _LAST, "")
    return datetime.fromisoformat(stored) if stored else None
