"""Brings a copy back in the place of the shop's file, which is kept beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.backups.copies import open_copy
from kioskifly_desktop.adapters.backups.files import (
    drafts,
    one_at_a_time,
    sync,
    sync_folder,
    written,
)
from kioskifly_desktop.core.backups import NO_MARK, note_restore
from kioskifly_desktop.core.database import FILE_NAME, own, own_folder
from kioskifly_desktop.core.errors import ReadOnlyShopError, ShopLockedError
from kioskifly_desktop.core.es_ar import local, utc_now

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_LOG, _INDEX, _JOURNAL = "-wal", "-shm", "-journal"


def restore_copy(
    copy: Path, folder: Path, *, passphrase: str = "", by: str = "", now: datetime | None = None
) -> Path | None:
    """Put a copy in the place of a shop's file and return where that one is kept, if there was one.

    The shop must be closed. What comes back says from which copy, and who wanted it if `by` names
    them. The copy is proved first; until it takes its place, in one step, the
    present file is as it was.

    Raises:
        BackupError: the copy can't be opened, trusted or written.
        ReadOnlyShopError: the folder's disk is full.
        ShopInUseError: the shop is open.
        ShopLockedError: another program is reading it.
    """
    lock = own_folder(folder)
    shop = folder / FILE_NAME
    try:
        with one_at_a_time(folder), drafts(folder, NO_MARK) as place, written(folder):
            draft = place / FILE_NAME
            open_copy(copy, draft, passphrase)
            at = now or utc_now()
            _note(place, copy.name, by, at)
            sync(draft)
            kept = _keep(shop, place, local(at))
            draft.replace(shop)
            sync_folder(folder)
    finally:
        lock.release()
    return kept


def _note(place: Path, name: str, by: str, at: datetime) -> None:
    try:
        database, _ = own(place, create=False, clock=lambda: at)
        with closing(database), database.write() as work:
            note_restore(work, name, by)
    except ReadOnlyShopError:
        # Of a full disk: nobody knows the place of the draft.
        raise ReadOnlyShopError(path=place.parent) from None


def _keep(shop: Path, place: Path, at: datetime) -> Path | None:
    """Keep the present file under another name, with all that was written in it."""
    kept = shop.with_name(f"shop-antes-de-restaurar-{at:%Y%m%d-%H%M%S}.db")
    # First as they are, the log before the file: opening a damaged file may cost it its log.
    for end in (_LOG, ""):
        if _beside(shop, end).exists():
            _copy(_beside(shop, end), _beside(kept, end), place)
    if not kept.exists():
        _discard_logs(shop)
        return None
    try:
        with closing(sqlite3.connect(shop, isolation_level=None)) as connection:
            # What waits in the log would be played into the copy that takes this file's place.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise ShopLockedError(path=shop.parent) from None
        _discard_logs(shop)
    else:
        _copy(shop, kept, place)
        _beside(kept, _LOG).unlink(missing_ok=True)
    return kept


def _discard_logs(shop: Path) -> None:
    for end in (_LOG, _INDEX, _JOURNAL):
        _beside(shop, end).unlink(missing_ok=True)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _copy(source: Path, target: Path, place: Path) -> None:
    draft = place / "kept"
    shutil.copyfile(source, draft)
    sync(draft)
    draft.replace(target)
