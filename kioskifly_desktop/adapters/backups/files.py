"""What copies ask of the disk: places to work in, one at a time, and that what is written lasts."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.errors import (
    BackupBusyError,
    BackupFolderError,
    BackupUnreadableError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_DRAFT = ".kioskifly-"
_LOCK = "copying.lock"
_PATIENCE = 60.0
_CHUNK = 1 << 20
_UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


@contextmanager
def one_at_a_time(shop_folder: Path) -> Iterator[None]:
    """Let nobody else copy or bring back the shop of a folder meanwhile.

    Raises:
        BackupBusyError: somebody has been at it for a minute.
        BackupFolderError: the folder can't be written.
    """
    lock = FileLock(shop_folder / _LOCK, timeout=_PATIENCE, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise BackupBusyError from None
    except OSError as error:
        raise BackupFolderError(path=shop_folder, reason=os_reason(error)) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def drafts(folder: Path, mark: str) -> Iterator[Path]:
    """Give a place to work in on a folder's own disk, and leave nothing of it.

    Asked for within `one_at_a_time`: what a power cut left of the same shop goes too.

    Raises:
        BackupFolderError: it can't be written.
    """
    prefix = f"{_DRAFT}{mark}-"
    with written(folder):
        for left in folder.glob(f"{prefix}*"):
            shutil.rmtree(left, ignore_errors=True)
        place = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


@contextmanager
def written(path: Path) -> Iterator[None]:
    """Say in a sentence why something can't be written."""
    try:
        yield
    except OSError as error:
        raise BackupFolderError(path=path, reason=os_reason(error)) from None


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Say in a sentence why something can't be read."""
    try:
        yield
    except OSError as error:
        raise BackupUnreadableError(path=path, reason=os_reason(error)) from None


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    result = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            result.update(chunk)
    return result.hexdigest()


def sync(path: Path) -> None:
    """Make what was written in a file last."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make what was renamed in a folder last, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _UNABLE:  # some network and FUSE file systems
            raise
    finally:
        os.close(descriptor)
