"""The copies of a shop and the words that open them, whether or not the shop itself opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.backups import (
    copy_facts,
    find_copies,
    list_copies,
    remembered_places,
    restore_copy,
)
from kioskifly_desktop.core.backups import checked_passphrase, plain_passphrase

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.adapters.keys import KeyStore
    from kioskifly_desktop.core.backups import CopyFacts, CopyRow


class Vault:
    """What is known of the copies of the shop in `folder`. Every call may take seconds."""

    def __init__(self, folder: Path, keys: KeyStore) -> None:
        self.folder = folder
        self._keys = keys
        self._name = f"copias {folder.resolve()}"

    def passphrase(self) -> str:
        """Return the words that this computer keeps; empty if there are none.

        Raises:
            KeyStoreError: they can't be read.
        """
        return self._keys.get(self._name)

    def keep_passphrase(self, text: str) -> None:
        """Keep the words of the next copies.

        Raises:
            PassphraseShortError: they are soon guessed.
            KeyStoreError: they can't be kept.
        """
        self._keys.save(self._name, checked_passphrase(text))

    def rows(self, place: Path) -> list[CopyRow]:
        """Return the copies in a folder, the newest first.

        Raises:
            BackupUnreadableError: it can't be read.
        """
        return list_copies(place)

    def found(self) -> list[CopyRow]:
        """Return the copies in the folders where they were last made, the newest first."""
        return find_copies(self.folder)

    def places(self) -> list[Path]:
        """Return those folders."""
        return remembered_places(self.folder)

    def facts(self, path: Path, passphrase: str | None = None) -> CopyFacts:
        """Return what a copy holds, once it is proved; None for the words of this computer.

        Raises:
            BackupError: it can't be opened, or can't be trusted.
            KeyStoreError: the words can't be read.
        """
        return copy_facts(path, self._words(passphrase))

    def restore(self, path: Path, passphrase: str | None = None, *, by: str = "") -> Path | None:
        """Put a copy in the place of the shop, closed, and return where that one is kept.

        `by` is the name of who wants it, empty if nobody can be known.

        Raises:
            BackupError: it can't be opened, trusted or written.
            ShopFileError: the shop is open.
            KeyStoreError: the words can't be read.
        """
        return restore_copy(path, self.folder, passphrase=self._words(passphrase), by=by)

    def _words(self, passphrase: str | None) -> str:
        return self.passphrase() if passphrase is None else plain_passphrase(passphrase)
