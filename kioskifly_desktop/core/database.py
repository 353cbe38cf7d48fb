"""Opens the shop's file and gives transactions on it: one owner process, one writer at a time."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from kioskifly_desktop.core.audit import record_overrides
from kioskifly_desktop.core.errors import (
    NewerShopError,
    NoShopError,
    NotAShopError,
    ReadOnlyShopError,
    ShopClosedError,
    ShopGoneError,
    ShopInUseError,
    ShopLockedError,
    ShopRescuedError,
)
from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.migrations import HEAD, REVISIONS
from kioskifly_desktop.core.work import SYSTEM, User, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

FILE_NAME = "shop.db"
APPLICATION_ID = 0x4B464C59
"""`KFLY`, in the file's header: tells a shop from any other SQLite file."""

_SCRIPTS = "kioskifly_desktop.core:migrations"
_BUSY_TIMEOUT_MS = 1000
_PRAGMAS = (
    f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}",
    "PRAGMA foreign_keys = ON",
    # NORMAL loses acknowledged payments when the power goes.
    "PRAGMA synchronous = FULL",
)
# A reader never checkpoints: SQLite before 3.51.3 can lose data when two connections do so at the
# same instant.
_READER_PRAGMAS = ("PRAGMA query_only = ON", "PRAGMA wal_autocheckpoint = 0")
_DISK_ERRORS = ("SQLITE_FULL", "SQLITE_IOERR")


class _GoneError(Exception):
    """The file that is written to is not the one at its place."""


class Database:
    """The open file of a shop.

    Writes of all threads pass one connection behind one lock; each thread reads on its own.
    """

    def __init__(
        self,
        path: Path,
        lock: FileLock | None,
        clock: Callable[[], datetime],
        vendor: bytes | None = None,
    ) -> None:
        self.path = path
        self.clock = clock
        self.vendor = vendor
        self._owner_lock = lock
        self._write_lock = threading.Lock()
        self._writers = _engine(path, "BEGIN IMMEDIATE", _PRAGMAS)
        self._readers = _engine(path, "BEGIN", _PRAGMAS + _READER_PRAGMAS)
        self._writer: Connection | None = None
        self._reader = threading.local()
        self._open_readers: list[Connection] = []
        self._closed = False
        self._log = path.with_name(f"{path.name}-wal")
        self._files: list[tuple[int, int] | None] | None = None

    @property
    def is_owner(self) -> bool:
        """Whether this process may write."""
        return self._owner_lock is not None

    @contextmanager
    def read(self, user: User = SYSTEM) -> Iterator[Work]:
        """Give a consistent view of what is committed.

        Raises:
            ShopFileError: the file can't be read.
        """
        with _in_spanish(self.path):
            reader = self._thread_reader()
            with reader.begin():
                yield Work(reader, self.clock(), user, self.vendor)

    @contextmanager
    def read_apart(self, user: User = SYSTEM) -> Iterator[Work]:
        """Give the same through a connection that ends with it, as a passing thread needs.

        Raises:
            ShopFileError: the file can't be read.
        """
        with _in_spanish(self.path), self._readers.connect() as reader, reader.begin():
            yield Work(reader, self.clock(), user, self.vendor)

    @contextmanager
    def write(self, user: User = SYSTEM, authorizer: User | None = None) -> Iterator[Work]:
        """Give a transaction that is durable once the block ends, and undone if it raises.

        `authorizer` gave their PIN for what the person lacks; what that was needed for is kept.

        Raises:
            ShopFileError: the file can't be written; nothing was.
            ShopClosedError: the shop was closed.
        """
        if not (self.is_owner or self._closed):
            raise ShopInUseError(path=self.path.parent)
        with _in_spanish(self.path), self._write_lock:
            if self._closed:
                raise ShopClosedError
            if self._writer is None:
                self._writer = self._writers.connect()
            writer = self._writer
            with self._still_there(writer), _taken_back(writer), writer.begin():
                self._check_files()
                work = Work(writer, self.clock(), user, self.vendor, authorizer)
                yield work
                record_overrides(work)

    def _check_files(self) -> None:
        """Refuse to write into what nobody will find again: a file that was removed or replaced."""
        found = [_identity(self.path), _identity(self._log)]
        if self._files is None:
            self._files = found
        # Where files have no number of their own, nothing can be told.
        if found != self._files and all(each is None or each[1] for each in found):
            raise _GoneError

    @contextmanager
    def _still_there(self, writer: Connection) -> Iterator[None]:
        """Save what this process still holds of a file that is gone, and say where."""
        try:
            yield
        except _GoneError:
            rescued = self.path.with_name(f"shop-rescatado-{utc_now():%Y%m%d-%H%M%S}.db")
            held = writer.connection.driver_connection
            assert isinstance(held, sqlite3.Connection)
            try:
                with closing(sqlite3.connect(rescued)) as target:
                    held.backup(target)
            except sqlite3.Error:
                raise ShopGoneError(path=self.path) from None
            raise ShopRescuedError(path=self.path, rescued=rescued) from None

    def compact(self) -> None:
        """Make the file anew without what was deleted from it, of which it holds traces; seconds.

        Raises:
            ShopFileError: the file can't be written.
            ShopClosedError: the shop was closed.
        """
        with _in_spanish(self.path), self._write_lock:
            if self._closed:
                raise ShopClosedError
            with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
                for pragma in _PRAGMAS:
                    connection.execute(pragma)
                connection.execute("VACUUM")
                # What was deleted is in the log as well.
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection and let another process own the shop."""
        with self._write_lock:
            self._closed = True
            for connection in self._open_readers:
                connection.close()
            self._open_readers.clear()
            self._reader = threading.local()
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        if self._owner_lock is not None:
            self._owner_lock.release()
            self._owner_lock = None

    def _thread_reader(self) -> Connection:
        connection: Connection | None = getattr(self._reader, "connection", None)
        if connection is None:
            connection = self._readers.connect()
            self._reader.connection = connection
            self._open_readers.append(connection)
        return connection


def own(
    folder: Path,
    *,
    create: bool = True,
    clock: Callable[[], datetime] = utc_now,
    vendor: bytes | None = None,
) -> tuple[Database, bool]:
    """Open the shop in `folder` as its only owner; return it and whether it was just created.

    Raises:
        ShopFileError: in use, missing (unless `create`), not a shop, newer, or not writable.
    """
    path = folder / FILE_NAME
    if not create and not _exists(path):
        raise NoShopError(path=folder)
    lock = own_folder(folder)
    try:
        created = not _exists(path)
        if created:
            _create(path)
        revision = _revision(path)
        if revision != HEAD:
            _upgrade(path, revision)
        _keep_log(path)
        database = Database(path, lock, clock, vendor)
        try:
            # Proves at the door, not at the first payment, that the file can be written: of a
            # read-only file BEGIN IMMEDIATE makes a mere read transaction.
            with database.write() as work:
                work.db.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        except Exception:
            database.close()
            raise
    except Exception:
        lock.release()
        raise
    return database, created


def look(folder: Path, *, clock: Callable[[], datetime] = utc_now) -> Database:
    """Open the shop in `folder` for reading only, whoever owns it.

    Raises:
        ShopFileError: missing, not a shop, or of another version.
    """
    path = folder / FILE_NAME
    if not _exists(path):
        raise NoShopError(path=folder)
    if _revision(path) != HEAD:
        # Reading an older layout needs the upgrade first, which only an owner may do.
        database, _ = own(folder, create=False)
        database.close()
    return Database(path, None, clock)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a folder that can't be entered
        raise ReadOnlyShopError(path=path.parent) from None


def own_folder(folder: Path) -> FileLock:
    """Make this process the owner of a folder, and return the lock to release.

    Raises:
        ShopInUseError: another process owns it.
        ReadOnlyShopError: it can't be made or written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "kioskifly.lock", timeout=0, thread_local=False)
        lock.acquire()
    except Timeout:
        raise ShopInUseError(path=folder) from None
    except OSError:
        raise ReadOnlyShopError(path=folder) from None
    return lock


def _identity(path: Path) -> tuple[int, int] | None:
    """Return which file is at a place, whatever its name was before; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _engine(path: Path, begin: str, pragmas: tuple[str, ...], mode: str = "rw") -> Engine:
    # Never made where it isn't: an empty file in the place of one that was lost hides the loss.
    place = f"{path.resolve().as_uri()}?mode={mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(place, isolation_level=None, check_same_thread=False, uri=True)
        for pragma in pragmas:
            connection.execute(pragma)
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Each write and read begins so: straight from the driver it takes a tenth of the time.
        connection.connection.cursor().execute(begin)

    return engine


def _create(path: Path) -> None:
    """Make an empty shop beside its place and move it there whole."""
    orphan = path.with_name(f"{path.name}-wal")
    if _exists(orphan):
        # SQLite would replay the last payments of a shop whose file is gone into the new one.
        raise NotAShopError(path=orphan)
    draft = path.with_suffix(".new")
    with _in_spanish(path):
        try:
            draft.unlink(missing_ok=True)
            _run_migrations(draft)
            draft.replace(path)
        except OSError:
            raise ReadOnlyShopError(path=path.parent) from None


def _keep_log(path: Path) -> None:
    """Let reads and the one writer not wait for each other; copies come without a log."""
    with _in_spanish(path):
        connection = sqlite3.connect(path)
        try:
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
            connection.execute("PRAGMA journal_mode = WAL")  # kept in the file
        finally:
            connection.close()


def _upgrade(path: Path, revision: str) -> None:
    copy = path.with_name(f"{path.stem}-before-{HEAD}-from-{revision}.db")
    draft = copy.with_suffix(".new")
    with _in_spanish(path):
        try:
            # What has the copy's name is whole, whatever dies meanwhile.
            _forget(draft)
            with closing(sqlite3.connect(path)) as now, closing(sqlite3.connect(draft)) as kept:
                now.backup(kept)
            draft.replace(copy)
        except OSError:
            raise ReadOnlyShopError(path=path.parent) from None
        finally:
            with suppress(OSError):
                _forget(draft)
        _run_migrations(path)


def _forget(draft: Path) -> None:
    for each in (draft, draft.with_name(f"{draft.name}-journal")):
        each.unlink(missing_ok=True)


def _run_migrations(path: Path) -> None:
    # Alembic costs half a second and is needed once in the life of a file.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    engine = _engine(path, "BEGIN IMMEDIATE", _PRAGMAS, mode="rwc")
    config = Config()
    config.set_main_option("script_location", _SCRIPTS)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(path: Path) -> str:
    """Return the layout's revision of a file that is a shop.

    Raises:
        ShopFileError: not a shop, or of a newer program.
    """
    with _in_spanish(path):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)
        try:
            connection.execute(f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MS}")
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            tables = "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
            if application != APPLICATION_ID or connection.execute(tables).fetchone() != (1,):
                raise NotAShopError(path=path)
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if row is None:
                raise NotAShopError(path=path)
            (revision,) = row
        finally:
            connection.close()
    if revision not in REVISIONS:
        raise NewerShopError(path=path.parent)
    return str(revision)


@contextmanager
def _taken_back(writer: Connection) -> Iterator[None]:
    """Leave nothing in the log of a commit that failed.

    One whose sync failed stands there whole: after a kill SQLite would find it and take it for
    done, though the person was told that nothing was saved. A commit of nothing goes over it.
    """
    try:
        yield
    except DBAPIError as error:
        if _errorname(error.orig).startswith(_DISK_ERRORS):
            with suppress(DBAPIError, sqlite3.Error), writer.begin():
                writer.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        raise


@contextmanager
def _in_spanish(path: Path) -> Iterator[None]:
    """Turn what the world does to the file into a sentence; a bug stays a bug."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            _raise_for(error.orig, path)
        raise
    except sqlite3.Error as error:
        _raise_for(error, path)
        raise
    except UnicodeDecodeError as error:  # in the words of the file's own schema
        raise NotAShopError(path=path) from error


def _errorname(error: BaseException | None) -> str:
    return getattr(error, "sqlite_errorname", "")


def _raise_for(error: sqlite3.Error, path: Path) -> None:
    name = _errorname(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        raise ShopLockedError(path=path.parent) from error
    if name == "SQLITE_CANTOPEN" and _identity(path) is None and _identity(path.parent):
        raise ShopGoneError(path=path) from error
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", *_DISK_ERRORS)):
        raise ReadOnlyShopError(path=path) from error
    undecodable = str(error).startswith("Could not decode to UTF-8")
    if undecodable or name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        raise NotAShopError(path=path) from error
