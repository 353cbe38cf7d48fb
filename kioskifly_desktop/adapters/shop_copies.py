"""The copies of an open shop, as screens ask for them. Every call may take seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.adapters.backup_worker import BackupWorker
    from kioskifly_desktop.adapters.vault import Vault
    from kioskifly_desktop.core.backups import CopyFacts, CopyRow
    from kioskifly_desktop.core.work import User


class AdaptersCopies:
    """Asks the thread that copies for one more, and the vault for what there is."""

    def __init__(self, worker: BackupWorker, vault: Vault) -> None:
        self._worker = worker
        self._vault = vault

    def make(self, by: User | None = None) -> CopyRow:
        """Make a copy now, for who asks for it.

        Raises:
            ShopError: it can't be made; why is kept for the screens.
        """
        return self._worker.copy_now(by)

    def settings_changed(self) -> None:
        """Look at the clock again."""
        self._worker.wake()

    def rows(self, place: Path) -> list[CopyRow]:
        """Return the copies in a folder, the newest first.

        Raises:
            BackupUnreadableError: it can't be read.
        """
        return self._vault.rows(place)

    def facts(self, path: Path, passphrase: str | None = None) -> CopyFacts:
        """Return what a copy holds, once it is proved; None for the words of this computer.

        Raises:
            BackupError: it can't be opened, or can't be trusted.
            KeyStoreError: the words can't be read.
        """
        return self._vault.facts(path, passphrase)

    def keep_passphrase(self, text: str) -> None:
        """Keep the words of the next copies.

        Raises:
            PassphraseShortError: they are soon guessed.
            KeyStoreError: they can't be kept.
        """
        self._vault.keep_passphrase(text)
