"""Where the key of a service is kept: the system's keyring, or a file that only its owner reads.

Never in the shop's file, that is copied and shown; and by address, so that one service's key is
never told to another.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

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
    """The keys of this computer's user, kept in `folder` where the system has no keyring."""

    def __init__(self, folder: Path, keyring: KeyringBackend | None = None) -> None:
        self._path = folder / _FILE
        self._keyring = keyring

    def get(self, url: str) -> str:
        """Return the key of the service at an address; empty if there is none.

        Raises:
            KeyStoreError: the keys can't be read.
        """
        found = self._in_keyring(url)
        return found or self._in_file().get(_origin(url), "")

    def save(self, url: str, key: str) -> None:
        """Keep the key of a service; an empty one forgets it.

        Raises:
            KeyStoreError: it can't be kept.
        """
        from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415

        keyring, origin = self._system(), _origin(url)
        kept = False
        try:
            if key:
                keyring.set_password(_SERVICE, origin, key)
                kept = True
            elif keyring.get_password(_SERVICE, origin):
                keyring.delete_password(_SERVICE, origin)
        except (KeyringError, PasswordDeleteError, RuntimeError):
            kept = False
        stored = self._in_file()
        rest = {where: each for where, each in stored.items() if where != origin}
        self._write(rest if kept or not key else rest | {origin: key}, stored)

    def _system(self) -> KeyringBackend:
        import keyring  # noqa: PLC0415 - it looks for backends as it is imported

        return self._keyring or keyring.get_keyring()

    def _in_keyring(self, url: str) -> str:
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            return self._system().get_password(_SERVICE, _origin(url)) or ""
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


def _origin(url: str) -> str:
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}"
