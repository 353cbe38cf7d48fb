"""Copies: made in one step while the shop is open, read again before they count, and rotated.

A copy's name says when it was made, of which shop (its mark) and what is in it (the start of its
SHA-256), so that a single changed byte is noticed: `kioskifly-20261122-120000-a1b2c3-9f2c61d0.db`.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from kioskifly_desktop.adapters.backups.files import (
    digest,
    drafts,
    one_at_a_time,
    readable,
    sync,
    sync_folder,
    written,
)
from kioskifly_desktop.adapters.backups.seal import CHUNK, is_sealed, seal, unseal, unsealed
from kioskifly_desktop.core.backups import CopyFacts, CopyRow, copy_mark
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.database import FILE_NAME, look
from kioskifly_desktop.core.errors import (
    BackupBooksError,
    BackupDamagedError,
    BackupFolderError,
    BackupSourceBooksError,
    BackupSourceError,
    NewerShopError,
    NoShopError,
    NotAShopError,
    PassphraseMissingError,
)
from kioskifly_desktop.core.es_ar import local, utc_now
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.sales.tables import SaleKind, sale
from kioskifly_desktop.core.settings import shop_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from kioskifly_desktop.core.work import Work

DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""How many copies are kept: the newest of each of the last days, weeks and months that have one."""

_NAME = re.compile(r"kioskifly-(\d{8}-\d{6})-([0-9a-f]{6})-([0-9a-f]{8})\.(db|kfly)")
_STAMP = "%Y%m%d-%H%M%S"
_SUM = 8
_PLAIN, _SEALED = "db", "kfly"


def make_copy(
    shop: Path, folder: Path, *, passphrase: str = "", now: datetime | None = None
) -> CopyRow:
    """Copy a shop's file into a folder while it is in use, and take away copies no longer kept.

    The copy is read again and its books proved before it gets its name; until then, and if
    anything fails, the ones before are as they were. Of the folder only the last step is made: a
    stick that isn't plugged in has no folder.

    Raises:
        BackupError: it can't be written there, or what was copied can't be trusted.
        NoShopError: there is no shop to copy.
    """
    at = local(now or utc_now())
    with written(folder):
        folder.mkdir(exist_ok=True)
    mark = _mark(shop)
    with one_at_a_time(shop.parent):
        with _proved(shop, folder, mark, passphrase) as draft, written(folder):
            end = _SEALED if passphrase else _PLAIN
            stamp, content = at.strftime(_STAMP), digest(draft)[:_SUM]
            target = folder / f"kioskifly-{stamp}-{mark}-{content}.{end}"
            draft.replace(target)
            sync_folder(folder)
            row = _row(target)
            assert row is not None, "it was just named so"
        ours = [copy for copy in list_copies(folder) if copy.mark == mark and copy != row]
        for old in _no_longer_kept([row, *ours]):
            with written(folder):
                old.path.unlink(missing_ok=True)
    return row


def save_copy(shop: Path, target: Path, *, passphrase: str = "") -> None:
    """Copy a shop's file, while it is in use, to a file of a name that somebody chose.

    Its SHA-256 goes beside it, in a file as `sha256sum` writes them.

    Raises:
        BackupError: it can't be written there, or what was copied can't be trusted.
        NoShopError: there is no shop to copy.
    """
    folder, mark = target.resolve().parent, _mark(shop)
    with (
        one_at_a_time(shop.parent),
        _proved(shop, folder, mark, passphrase) as draft,
        written(target),
    ):
        noted, content = _sum_file(target), digest(draft)
        noted.unlink(missing_ok=True)
        draft.replace(target)
        noted.write_text(f"{content}  {target.name}\n", "utf-8")
        sync(noted)
        sync_folder(folder)


def list_copies(folder: Path) -> list[CopyRow]:
    """Return the copies in a folder, the newest first; a folder that isn't there has none.

    Raises:
        BackupUnreadableError: it can't be read.
    """
    with readable(folder):
        if not folder.is_dir():
            return []
        found = [row for path in folder.iterdir() if (row := _row(path)) is not None]
    return sorted(found, key=lambda copy: (copy.at, copy.path.name), reverse=True)


def copy_facts(path: Path, passphrase: str = "") -> CopyFacts:
    """Return what a copy holds, once it is proved.

    Raises:
        BackupError: it can't be opened, or can't be trusted.
    """
    with readable(path), TemporaryDirectory(prefix="kioskifly-") as place:
        open_copy(path, Path(place) / FILE_NAME, passphrase)
        database = look(Path(place))
        try:
            with database.read() as work:
                return _facts(work)
        finally:
            database.close()


def _facts(work: Work) -> CopyFacts:
    sold = select(func.count()).select_from(sale).where(sale.c.kind == SaleKind.SALE)
    last = select(journal_entry.c.at).order_by(journal_entry.c.id.desc()).limit(1)
    return CopyFacts(
        shop=shop_profile(work).name,
        clients=work.db.execute(select(func.count()).select_from(client)).scalar_one(),
        sales=work.db.execute(sold).scalar_one(),
        last_entry_at=work.db.execute(last).scalar(),
    )


def open_copy(path: Path, plain: Path, passphrase: str = "") -> None:
    """Write the plain file of a copy and prove it, bringing it up to this program if it is older.

    Raises:
        BackupError: it can't be opened, or can't be trusted.
        OSError: it can't be written.
    """
    with readable(path):
        if not digest(path).startswith(_expected(path)):
            raise BackupDamagedError(path=path)
        sealed = is_sealed(path)
    if sealed and not passphrase:
        raise PassphraseMissingError(field="passphrase", path=path)
    if sealed:
        unseal(path, plain, passphrase)
    else:
        shutil.copyfile(path, plain)
    prove(plain, named=path)


def _expected(path: Path) -> str:
    """Return how the SHA-256 of a copy begins, as far as it was noted."""
    if named := _NAME.fullmatch(path.name):
        return named[3]
    try:
        return _sum_file(path).read_text("utf-8").split()[0]
    except (FileNotFoundError, UnicodeDecodeError, IndexError):
        return ""


def _sum_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.sha256")


def copy_file(source: Path, target: Path) -> None:
    """Copy a database as it is at one instant, whoever is writing in it.

    Raises:
        BackupSourceError: it can't be read.
        BackupFolderError: it can't be written.
        OSError: it can't be written.
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
    except sqlite3.DatabaseError as error:
        name = error.sqlite_errorname
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise BackupSourceError(path=source) from None
        raise BackupFolderError(path=target.parent, reason=_reason(name)) from error
    sync(target)


def prove(plain: Path, *, named: Path) -> None:
    """Read a copy again, whole; `named` is what it is called in the sentences.

    Raises:
        BackupDamagedError: it can't be read.
        BackupBooksError: its books don't agree.
        NewerShopError: it is of a newer program.
    """
    try:
        database = look(plain.parent)
        try:
            with database.read() as work:
                pages, size = (
                    work.db.exec_driver_sql(f"PRAGMA {what}").scalar_one()
                    for what in ("page_count", "page_size")
                )
                if plain.stat().st_size != pages * size:
                    raise BackupDamagedError(path=named)
                problems = check(work)
        finally:
            database.close()
    except NewerShopError:
        raise NewerShopError(path=named) from None
    except (NotAShopError, NoShopError):
        raise BackupDamagedError(path=named) from None
    if problems:
        raise BackupBooksError(path=named, problem=problems[0])


@contextmanager
def _proved(shop: Path, folder: Path, mark: str, passphrase: str) -> Iterator[Path]:
    """Give a proved copy that waits, in the folder, for its name.

    Of a sealed one nothing plain is ever written in the folder, where it could be recovered.
    """
    with drafts(folder, mark) as outside:
        if not passphrase:
            yield _plain(shop, outside)
            return
        sealed = outside / "sealed"
        with drafts(shop.parent, f"{mark}-in") as inside:
            plain = _plain(shop, inside)
            with written(folder):
                seal(plain, sealed, passphrase)
                if not _holds(sealed, plain, passphrase):
                    raise BackupDamagedError(path=sealed)
        yield sealed


def _plain(shop: Path, place: Path) -> Path:
    plain = place / FILE_NAME
    copy_file(shop, plain)
    try:
        prove(plain, named=shop)
    except BackupDamagedError:
        raise BackupSourceError(path=shop) from None
    except BackupBooksError as error:
        raise BackupSourceBooksError(problem=error.fields["problem"]) from None
    return plain


def _holds(sealed: Path, plain: Path, passphrase: str) -> bool:
    with plain.open("rb") as file:
        same = all(chunk == file.read(CHUNK) for chunk in unsealed(sealed, passphrase))
        return same and not file.read(1)


def _mark(shop: Path) -> str:
    try:
        database = look(shop.parent)
        try:
            with database.read_apart() as work:
                return copy_mark(work)
        finally:
            database.close()
    except NotAShopError:
        raise BackupSourceError(path=shop) from None


def _no_longer_kept(copies: Sequence[CopyRow]) -> list[CopyRow]:
    """Return those to take away; the first one is new, and stays whatever the clock says."""
    kept = {copies[0].path}
    newest_first = sorted(copies, key=lambda copy: copy.at, reverse=True)
    for key, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        kept |= _newest_of_each(newest_first, key, most)
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


def _row(path: Path) -> CopyRow | None:
    """Return the row of a copy; None for any other file, or one that just went away."""
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        at = datetime.strptime(named[1], _STAMP)  # noqa: DTZ007 - the shop's own clock, as people read it
        size = path.stat().st_size
    except (ValueError, FileNotFoundError):
        return None
    return CopyRow(path, named[2], at, size, sealed=named[4] == _SEALED)


def _reason(name: str) -> str:
    if name == "SQLITE_FULL":
        return Phrase("no queda lugar en el disco")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Phrase("otro programa está usando el archivo del negocio")
    return "el disco no deja leer o escribir"
