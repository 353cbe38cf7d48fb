"""Copies: made in one step while the shop is open, read again before they count, and rotated."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from kioskifly_desktop.adapters.backups.seal import is_sealed, seal, unseal
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.database import FILE_NAME, look
from kioskifly_desktop.core.errors import (
    BackupBooksError,
    BackupDamagedError,
    BackupFolderError,
    NewerShopError,
    PassphraseMissingError,
    ShopFileError,
)
from kioskifly_desktop.core.es_ar import local, utc_now
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.sales.tables import sale
from kioskifly_desktop.core.settings import shop_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""How many copies are kept: the newest of each of the last days, weeks and months that have one."""

_NAME = re.compile(r"kioskifly-(\d{8}-\d{6})\.(db|kfly)")
_STAMP = "%Y%m%d-%H%M%S"
_DRAFT = ".kioskifly-"


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy in a folder; `at` is the shop's local time, `size` in bytes."""

    path: Path
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


def make_copy(
    shop: Path, folder: Path, *, passphrase: str = "", now: datetime | None = None
) -> CopyRow:
    """Copy a shop's file into a folder while it is in use, and take away copies no longer kept.

    The copy is read again and its books proved before it gets its name; until then, and if
    anything fails, the ones before are as they were.

    Raises:
        BackupFolderError: it can't be written there.
        BackupDamagedError, BackupBooksError: what was copied can't be trusted.
    """
    at = local(now or utc_now())
    name = f"kioskifly-{at.strftime(_STAMP)}.{'kfly' if passphrase else 'db'}"
    with _drafts(folder) as drafts:
        plain = drafts / FILE_NAME
        copy_file(shop, plain)
        prove(plain)
        draft = plain
        if passphrase:
            draft = drafts / name
            seal(plain, draft, passphrase)
            again = drafts / "again.db"
            unseal(draft, again, passphrase)
            if again.read_bytes() != plain.read_bytes():
                raise BackupDamagedError(path=draft)
        target = folder / name
        draft.replace(target)
        sync_folder(folder)
    for old in _no_longer_kept(list_copies(folder)):
        with _world(folder):
            old.path.unlink(missing_ok=True)
    return _row(target)


def list_copies(folder: Path) -> list[CopyRow]:
    """Return the copies in a folder, the newest first; a folder that isn't there has none.

    Raises:
        BackupFolderError: it can't be read.
    """
    if not folder.exists():
        return []
    with _world(folder):
        found = [_row(path) for path in folder.iterdir() if _NAME.fullmatch(path.name)]
    return sorted(found, key=lambda copy: copy.path.name, reverse=True)


def copy_facts(path: Path, passphrase: str = "") -> CopyFacts:
    """Return what a copy holds, once it is proved.

    Raises:
        BackupError: it can't be opened, or can't be trusted.
    """
    with opened_copy(path, passphrase) as plain:
        database = look(plain.parent)
        try:
            with database.read() as work:
                last = select(journal_entry.c.at).order_by(journal_entry.c.id.desc()).limit(1)
                return CopyFacts(
                    shop=shop_profile(work).name,
                    clients=work.db.execute(select(func.count()).select_from(client)).scalar_one(),
                    sales=work.db.execute(select(func.count()).select_from(sale)).scalar_one(),
                    last_entry_at=work.db.execute(last).scalar(),
                )
        finally:
            database.close()


@contextmanager
def opened_copy(path: Path, passphrase: str = "") -> Iterator[Path]:
    """Give a plain, proved file of a copy, in a folder of its own that goes with it.

    Raises:
        BackupError: it can't be opened, or can't be trusted.
    """
    with tempfile.TemporaryDirectory(prefix="kioskifly-") as place, _world(path):
        plain = Path(place) / FILE_NAME
        if is_sealed(path):
            if not passphrase:
                raise PassphraseMissingError(field="passphrase", path=path)
            unseal(path, plain, passphrase)
        else:
            shutil.copyfile(path, plain)
        prove(plain, named=path)
        yield plain


def copy_file(source: Path, target: Path) -> None:
    """Copy a database as it is at one instant, whoever is writing in it.

    Raises:
        BackupDamagedError: it can't be read.
    """
    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True)) as reader,
            closing(sqlite3.connect(target)) as writer,
        ):
            # Only the owner's writer checkpoints.
            reader.execute("PRAGMA query_only = ON")
            reader.execute("PRAGMA wal_autocheckpoint = 0")
            # In one step: one of many starts over whenever somebody writes in between.
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname in {"SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN"}:
            raise BackupFolderError(path=target.parent, reason=_reason(error)) from None
        raise
    except sqlite3.DatabaseError:
        raise BackupDamagedError(path=source) from None
    _sync(target)


def prove(plain: Path, *, named: Path | None = None) -> None:
    """Read a copy again, whole.

    Raises:
        BackupDamagedError: it can't be read.
        BackupBooksError: its books don't agree.
        NewerShopError: it is of a newer program.
    """
    shown = named or plain
    try:
        database = look(plain.parent)
        try:
            with database.read() as work:
                pages, size = (
                    work.db.exec_driver_sql(f"PRAGMA {what}").scalar_one()
                    for what in ("page_count", "page_size")
                )
                if plain.stat().st_size != pages * size:
                    raise BackupDamagedError(path=shown)
                problems = check(work)
        finally:
            database.close()
    except NewerShopError:
        raise NewerShopError(path=shown) from None
    except ShopFileError:
        raise BackupDamagedError(path=shown) from None
    if problems:
        raise BackupBooksError(path=shown, problem=problems[0])


def sync_folder(folder: Path) -> None:
    """Make what was renamed in a folder last, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _no_longer_kept(copies: Sequence[CopyRow]) -> list[CopyRow]:
    kept: set[Path] = set()
    for key, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept |= _newest_of_each(copies, key, most)
    return [copy for copy in copies if copy.path not in kept]


def _newest_of_each(
    copies: Sequence[CopyRow], key: Callable[[datetime], Hashable], most: int
) -> set[Path]:
    """Return the newest copy of each of the last spans that have one; copies go newest first."""
    newest: dict[Hashable, Path] = {}
    for copy in copies:
        newest.setdefault(key(copy.at), copy.path)
    return set(list(newest.values())[:most])


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month


def _row(path: Path) -> CopyRow:
    named = _NAME.fullmatch(path.name)
    assert named is not None, "only copies have a row"
    at = datetime.strptime(named[1], _STAMP)  # noqa: DTZ007 - the shop's own clock, as people read it
    return CopyRow(path, at, path.stat().st_size, sealed=named[2] == "kfly")


@contextmanager
def _drafts(folder: Path) -> Iterator[Path]:
    """Give a place to work in on the folder's own disk, and leave nothing of it."""
    with _world(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{_DRAFT}*"):  # by a power cut
            shutil.rmtree(left, ignore_errors=True)
        drafts = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder))
        try:
            yield drafts
        finally:
            shutil.rmtree(drafts, ignore_errors=True)


@contextmanager
def _world(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BackupFolderError(path=path, reason=os_reason(error)) from None


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _reason(error: sqlite3.Error) -> str:
    full = error.sqlite_errorname == "SQLITE_FULL"
    return "no queda lugar en el disco" if full else "no se puede escribir ahí"
