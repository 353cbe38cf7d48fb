"""Where secrets are kept: the system's keyring, or a file that only its owner reads.

Never in the shop's file, that is copied and shown. Each has a name: a service's key its address,
so that it is never told to another; the words of the copies, the shop's folder.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_config_path

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.errors import KeyStoreError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Kioskifly"
_FILE = "claves.json"


def keys_folder() -> Path:
    """Return where this computer's user keeps keys."""
    return user_config_path("kioskifly", appauthor=False)


class KeyStore:
    """The secrets of this computer's user, kept in `folder` where the system has no keyring."""

    def __init__(self, folder: Path, keyring: KeyringBackend | None = None) -> None:
        self._path = folder / _FILE
        self._keyring = keyring

    def get(self, name: str) -> str:
        """Return a secret; empty if there is none.

        Raises:
            KeyStoreError: they can't be read.
        """
        # A keyring that was locked while a secret was saved may hold the one before.
        return self._in_file().get(name, "") or self._in_keyring(name)

    def save(self, name: str, secret: str) -> None:
        """Keep a secret; an empty one forgets it.

        Raises:
            KeyStoreError: it can't be kept, or not forgotten.
        """
        from keyring.errors import KeyringError, KeyringLocked  # noqa: PLC0415

        keyring = self._system()
        kept = False
        try:
            if secret:
                keyring.set_password(_SERVICE, name, secret)
                kept = True
            elif keyring.get_password(_SERVICE, name):
                keyring.delete_password(_SERVICE, name)
        except (KeyringError, RuntimeError) as error:
            if isinstance(error, KeyringLocked) and not secret:
                raise KeyStoreError(path=keyring.name, reason="está bloqueado") from None
        stored = self._in_file()
        rest = {each: words for each, words in stored.items() if each != name}
        self._write(rest if kept or not secret else rest | {name: secret}, stored)

    def _system(self) -> KeyringBackend:
        import keyring  # noqa: PLC0415 - it looks for backends as it is imported

        return self._keyring or keyring.get_keyring()

    def _in_keyring(self, name: str) -> str:
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            return self._system().get_password(_SERVICE, name) or ""
        except (KeyringError, RuntimeError):  # there is none, or it is locked
            return ""

    def _in_file(self) -> dict[str, str]:
        try:
            return dict(json.loads(self._path.read_text("utf-8")))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise KeyStoreError(path=self._path, reason=os_reason(error)) from None
        except ValueError:
            raise KeyStoreError(path=self._path, reason="está dañado") from None

    def _write(self, keys: dict[str, str], before: dict[str, str]) -> None:
        if keys == before:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Made with 0600 from its first byte, and put in its place whole.
            descriptor, draft = tempfile.mkstemp(dir=self._path.parent, prefix=_FILE)
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    json.dump(keys, file)
                Path(draft).replace(self._path)
            except OSError:
                Path(draft).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise KeyStoreError(path=self._path, reason=os_reason(error)) from None
