"""Where secrets are kept: the system's keyring, or a file that only its owner reads.

Never in the shop's file, that is copied and shown. The key of a service goes by its address, so
that it is never told to another.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from platformdirs import user_config_path

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.core.errors import KeyStoreError
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Kioskifly"
_FILE = "claves.json"
_KEYRING = Phrase("el llavero del sistema")
_logger = logging.getLogger(__name__)


def keys_folder() -> Path:
    """Return where this computer's user keeps keys."""
    return user_config_path("kioskifly", appauthor=False)


class KeyStore:
    """The keys of this computer's user, kept in `folder` where the system has no keyring."""

    def __init__(self, folder: Path, keyring: KeyringBackend | None = None) -> None:
        self._path = folder / _FILE
        self._keyring = keyring

    def get(self, url: str) -> str:
        """Return the secret of a name, or of a service's address; empty if there is none.

        Raises:
            KeyStoreError: the keys can't be read.
        """
        stored = self._in_file()
        if stored is None:
            raise KeyStoreError(path=self._path, reason=Phrase("está dañado"))
        # What is in the file is newer: the keyring didn't take it.
        return stored.get(_origin(url)) or self._in_keyring(url)

    def save(self, url: str, key: str) -> None:
        """Keep a secret; an empty one forgets it.

        Raises:
            KeyStoreError: it can't be kept, or forgotten.
        """
        origin = _origin(url)
        stored = self._in_file()  # a damaged one is begun anew: nobody can read it any more
        rest = {where: each for where, each in (stored or {}).items() if where != origin}
        if key and not self._taken_by_keyring(origin, key):
            rest |= {origin: key}
        if rest != stored:
            self._write(rest)
        if not key:
            self._forgotten_by_keyring(origin)

    def _system(self) -> KeyringBackend:
        import keyring  # noqa: PLC0415 - it looks for backends as it is imported

        return self._keyring or keyring.get_keyring()

    def _in_keyring(self, url: str) -> str:
        try:
            return self._system().get_password(_SERVICE, _origin(url)) or ""
        except Exception as error:  # noqa: BLE001 - each system's keyring fails in its own way
            _note(error)
            return ""

    def _taken_by_keyring(self, origin: str, key: str) -> bool:
        try:
            keyring = self._system()
            keyring.set_password(_SERVICE, origin, key)
            # Where it is switched off it takes whatever it is given, and keeps nothing.
            return keyring.get_password(_SERVICE, origin) == key
        except Exception as error:  # noqa: BLE001 - see _in_keyring
            _note(error)
            return False

    def _forgotten_by_keyring(self, origin: str) -> None:
        from keyring.errors import NoKeyringError  # noqa: PLC0415 - see _system

        try:
            keyring = self._system()
            if keyring.get_password(_SERVICE, origin):
                keyring.delete_password(_SERVICE, origin)
        except NoKeyringError:
            return
        except Exception as error:  # noqa: BLE001 - see _in_keyring
            _note(error)
            raise KeyStoreError(
                path=_KEYRING, reason=Phrase("está cerrado o no contesta")
            ) from None

    def _in_file(self) -> dict[str, str] | None:
        """Return the keys by origin; None if the file is damaged."""
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise KeyStoreError(path=self._path, reason=os_reason(error)) from None
        except ValueError:
            return None
        if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
            return None
        return found

    def _write(self, keys: dict[str, str]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            # Made with 0600 from its first byte, and put in its place whole.
            descriptor, draft = tempfile.mkstemp(dir=self._path.parent, prefix=_FILE)
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    json.dump(keys, file)
                    file.flush()
                    os.fsync(file.fileno())
                Path(draft).replace(self._path)
            except OSError:
                Path(draft).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise KeyStoreError(path=self._path, reason=os_reason(error)) from None


def _note(error: Exception) -> None:
    # Not its words: they are of whoever made the keyring, and may tell the key.
    _logger.info("The system's keyring failed: %s", type(error).__name__)


def _origin(name: str) -> str:
    """Return what a secret goes by: its name, or of an address the part that tells the server."""
    if "://" not in name:
        return name
    parts = urlsplit(name)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}"
