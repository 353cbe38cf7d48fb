"""A file sealed with words: AES-256-GCM in chunks, its key by scrypt (RFC 7914).

The file is the header, then each chunk with its tag. Chunks are numbered in their nonces, and the
last one says so in what is authenticated beside it, so none can be changed, moved or cut off.
"""

from __future__ import annotations

import hashlib
import os
import struct
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import BackupDamagedError, PassphraseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"KFLYCOPY1\n"

_SALT, _PREFIX, _TAG = 16, 8, 16
CHUNK = 1 << 20
_COST, _BLOCK, _PARALLEL = 1 << 15, 8, 3
_MEMORY = 64 << 20
_HEADER = len(MAGIC) + _SALT + _PREFIX
_PROOF = b"kioskifly"
"""Sealed first, so that wrong words are told apart from a damaged file."""


def is_sealed(path: Path) -> bool:
    """Tell whether a file is sealed.

    Raises:
        OSError: it can't be read.
    """
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def seal(plain: Path, sealed: Path, passphrase: str) -> None:
    """Write a file sealed.

    Raises:
        OSError: it can't be read or written.
    """
    header = MAGIC + os.urandom(_SALT + _PREFIX)
    cipher = _cipher(passphrase, header)
    with plain.open("rb") as source, sealed.open("wb") as target:
        target.write(header)
        target.write(cipher.encrypt(_nonce(header, 0), _PROOF, header))
        for number, (chunk, last) in enumerate(_chunks(source, CHUNK), 1):
            target.write(cipher.encrypt(_nonce(header, number), chunk, _beside(header, last)))
        target.flush()
        os.fsync(target.fileno())


def unseal(sealed: Path, plain: Path, passphrase: str) -> None:
    """Write what is in a sealed file.

    Raises:
        PassphraseError: those are not its words.
        BackupDamagedError: it is not whole.
        OSError: it can't be read or written.
    """
    with plain.open("wb") as target:
        for chunk in unsealed(sealed, passphrase):
            target.write(chunk)


def unsealed(sealed: Path, passphrase: str) -> Iterator[bytes]:
    """Give what is in a sealed file, in chunks.

    Raises:
        PassphraseError: those are not its words.
        BackupDamagedError: it is not whole.
        OSError: it can't be read.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - only for sealed copies

    with sealed.open("rb") as source:
        header = source.read(_HEADER)
        proof = source.read(len(_PROOF) + _TAG)
        if len(header) != _HEADER or len(proof) != len(_PROOF) + _TAG:
            raise BackupDamagedError(path=sealed)
        cipher = _cipher(passphrase, header)
        try:
            cipher.decrypt(_nonce(header, 0), proof, header)
        except InvalidTag:
            raise PassphraseError(field="passphrase", path=sealed) from None
        try:
            for number, (chunk, last) in enumerate(_chunks(source, CHUNK + _TAG), 1):
                yield cipher.decrypt(_nonce(header, number), chunk, _beside(header, last))
        except InvalidTag:
            raise BackupDamagedError(path=sealed) from None


def _cipher(passphrase: str, header: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    salt = header[len(MAGIC) : len(MAGIC) + _SALT]
    key = hashlib.scrypt(
        passphrase.encode(), salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL, maxmem=_MEMORY, dklen=32
    )
    return AESGCM(key)


def _nonce(header: bytes, number: int) -> bytes:
    return header[-_PREFIX:] + struct.pack(">I", number)


def _beside(header: bytes, last: bool) -> bytes:  # noqa: FBT001 - a fact, not an option
    return header + (b"last" if last else b"more")


def _chunks(source: BinaryIO, size: int) -> Iterator[tuple[bytes, bool]]:
    """Give a file in chunks, each with whether it is the last; an empty file is one."""
    chunk = source.read(size)
    while True:
        following = source.read(size)
        yield chunk, not following
        if not following:
            return
        chunk = following
