"""Brings a copy back in the place of the shop's file, which is kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.backups.copies import opened_copy, sync_folder
from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.database import FILE_NAME, own_folder
from kioskifly_desktop.core.errors import BackupFolderError
from kioskifly_desktop.core.es_ar import local, utc_now

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_LOG, _INDEX = "-wal", "-shm"


def restore_copy(
    copy: Path, folder: Path, *, passphrase: str = "", now: datetime | None = None
) -> Path | None:
    """Put a copy in the place of a shop's file and return where that one is kept, if there was one.

    The shop must be closed. The copy is proved first; until it takes its place, in one step, the
    present file is as it was.

    Raises:
        BackupError: the copy can't be opened, trusted or written.
        ShopInUseError: the shop is open.
    """
    lock = own_folder(folder)
    shop, draft = folder / FILE_NAME, folder / "restoring.db"
    try:
        with opened_copy(copy, passphrase) as plain:
            shutil.copyfile(plain, draft)
        with draft.open("rb+") as file:
            os.fsync(file.fileno())
        with closing(sqlite3.connect(draft)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")  # kept in the file
        kept = _keep(shop, local(now or utc_now()))
        draft.replace(shop)
        sync_folder(folder)
    except OSError as error:
        raise BackupFolderError(path=folder, reason=os_reason(error)) from None
    finally:
        draft.unlink(missing_ok=True)
        lock.release()
    return kept


def _keep(shop: Path, at: datetime) -> Path | None:
    """Keep the present file under another name, with all that was written in it."""
    if not shop.exists():
        return None
    kept = shop.with_name(f"shop-antes-de-restaurar-{at:%Y%m%d-%H%M%S}.db")
    # First as they are: opening a damaged file may cost it its log.
    for end in ("", _LOG):
        if _beside(shop, end).exists():
            _copy(_beside(shop, end), _beside(kept, end))
    try:
        with closing(sqlite3.connect(shop)) as connection:
            # What waits in the log would be played into the copy that takes this file's place.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError:
        for end in (_LOG, _INDEX):
            _beside(shop, end).unlink(missing_ok=True)
    else:
        _copy(shop, kept)
        _beside(kept, _LOG).unlink(missing_ok=True)
    return kept


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
