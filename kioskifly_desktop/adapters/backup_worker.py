"""Copies the shop by the clock and as it closes, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.backups import make_copy, remember_place
from kioskifly_desktop.core.backups import (
    backup_settings,
    give_mark,
    next_copy_at,
    note_copy,
    note_failed_copy,
)
from kioskifly_desktop.core.errors import (
    BackupBusyError,
    BackupFolderMissingError,
    PassphraseUnsetError,
    ShopClosedError,
    ShopError,
)
from kioskifly_desktop.core.work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from kioskifly_desktop.adapters.vault import Vault
    from kioskifly_desktop.core.backups import CopyRow
    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.work import User

_logger = logging.getLogger(__name__)

_SETTLE = 60.0
"""Before the first look: a start has enough to do."""
_LONGEST_WAIT = 600.0  # the computer's clock can be set back
_AGAIN = timedelta(minutes=15)
"""After a copy that failed: a stick may have been plugged in."""


class BackupWorker:
    """The thread that copies. `notify` is called from any thread when a copy was made or failed."""

    def __init__(self, database: Database, vault: Vault, notify: Callable[[], None]) -> None:
        self._database = database
        self._vault = vault
        self._notify = notify
        self._failed_at: datetime | None = None
        self._last_one = False
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backup", daemon=True)

    def start(self) -> None:
        """Begin to look at the clock."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the clock now: the settings have changed."""
        self._failed_at = None
        self._wake.set()

    def copy_now(self, by: User | None = None) -> CopyRow:
        """Make a copy, whatever the clock says, for who asks for it; it may take long.

        Raises:
            ShopError: it can't be made; why is kept for the screens.
        """
        try:
            row = self._copy(by)
        except (BackupBusyError, ShopClosedError):
            raise
        except ShopError as error:
            self._failed_at = self._database.clock()
            with self._database.write(by or SYSTEM) as work:
                note_failed_copy(work, str(error), asked=by is not None)
            self._notify()
            raise
        self._failed_at = None
        self._notify()
        return row

    def step(self) -> float | None:
        """Make a copy if one is due; return the seconds to the next look, None until woken."""
        with self._database.read_apart() as work:
            due, now = next_copy_at(work), work.now
        if due is None:
            return None
        if self._failed_at is not None and self._failed_at <= now:
            due = max(due, self._failed_at + _AGAIN)
        if due > now:
            return min((due - now).total_seconds(), _LONGEST_WAIT)
        self._try()
        return 0.0

    def stop(self, timeout: float, *, copy: bool) -> bool:
        """End, first with the copy of the close if it is wanted; return whether all was in time.

        A copy that takes longer goes with the process: it has no name until it is whole.
        """
        self._last_one = copy
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._wake.wait(_SETTLE)
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                wait = self.step()
            except ShopClosedError:
                return
            except Exception:
                _logger.exception("the copies stumbled and go on")
                wait = _LONGEST_WAIT
            if not self._stopping.is_set():
                self._wake.wait(wait)
        if self._last_one:
            self._at_close()

    def _at_close(self) -> None:
        try:
            with self._database.read_apart() as work:
                wanted = backup_settings(work).on_close
            if wanted:
                self._try()
        except ShopClosedError:
            _logger.info("the copy of the close took too long to be noted")
        except Exception:
            _logger.exception("the copy of the close failed")

    def _try(self) -> None:
        try:
            self.copy_now()
        except ShopClosedError:
            raise
        except ShopError as error:
            # The world's doing, which the screens tell; it is tried again.
            self._failed_at = self._database.clock()
            # Not its words: what doesn't add up may be a client's.
            _logger.info("no copy: %s", type(error).__name__)

    def _copy(self, by: User | None) -> CopyRow:
        with self._database.write() as work:
            give_mark(work)
            settings, at = backup_settings(work), work.now
        shop = self._database.path
        place = settings.place(shop.parent)
        if settings.folder and not place.is_dir():
            raise BackupFolderMissingError(path=place)
        passphrase = self._vault.passphrase() if settings.sealed else ""
        if settings.sealed and not passphrase:
            raise PassphraseUnsetError
        row = make_copy(shop, place, passphrase=passphrase, now=at)
        remember_place(shop.parent, place)
        with self._database.write(by or SYSTEM) as work:
            note_copy(work, at, row.path.name if by else "")
        return row
