"""The text of a plan's key: what it grants, signed by the vendor, checked without a network."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import (
    PlanKeyAlteredError,
    PlanKeyCutError,
    PlanKeyForgedError,
    PlanKeyNewerError,
    PlanKeyUnknownError,
    ShopError,
)
from kioskifly_desktop.core.plan.plans import Feature, Plan

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

VENDOR_KEY = bytes.fromhex("78473b2abbe820336dd2730bf519552c085cef838130e53517a0a0ce7d9ff661")
"""The Ed25519 key that knows what the vendor's private one signed; `packaging/plan_keys.py` makes
both."""

_VERSION = "1"
_PREFIX = "KIOSKI"
_GROUP = 5
_SIGNATURE, _CHECKSUM = 64, 4
_LONGEST = 4000
"""A key has some two hundred letters; a message it came in may be around it."""
_SEPARATOR = "|"
# Chat programs change hyphens for dashes, break lines and add marks that nobody sees.
_DASHES = "-‐‑‒–—−"  # noqa: RUF001 - they are looked for
_MARK = re.compile(rf"{_PREFIX}\s*[{_DASHES}](.*)", re.IGNORECASE | re.DOTALL)
_NOISE = re.compile(rf"[{_DASHES}\s\u00ad\u200b-\u200f\u2060\ufeff]+")


@dataclass(frozen=True, slots=True)
class PlanKey:
    """What a key grants: its plan, when it was made, and the only shop that may use it, if any.

    `shop` is a CUIT or a shop's name.
    """

    plan: Plan
    issued: date
    shop: str = ""


def make_key(grant: PlanKey, signer: Ed25519PrivateKey) -> str:
    """Return the text of a key, signed.

    Raises:
        ValueError: a text holds the separator, or the whole is too long.
    """
    plan = grant.plan
    fields = (
        _VERSION,
        plan.name,
        *("" if most is None else str(most) for most in (plan.clients, plan.users, plan.registers)),
        ",".join(sorted(plan.features)),
        grant.shop,
        grant.issued.isoformat(),
        plan.expires.isoformat() if plan.expires else "",
    )
    if any(_SEPARATOR in field for field in fields):
        message = f"a key's texts can't hold {_SEPARATOR}"
        raise ValueError(message)
    return seal(_SEPARATOR.join(fields).encode(), signer)


def seal(terms: bytes, signer: Ed25519PrivateKey) -> str:
    """Return terms, signed, as text that can be pasted.

    Raises:
        ValueError: they are too long.
    """
    signed = bytes([len(terms)]) + terms  # ValueError past 255
    whole = signed + signer.sign(signed)
    letters = _letters(whole + zlib.crc32(whole).to_bytes(_CHECKSUM, "big"))
    groups = (letters[i : i + _GROUP] for i in range(0, len(letters), _GROUP))
    return "-".join((_PREFIX, *groups))


def read_key(text: str, vendor: bytes = VENDOR_KEY) -> PlanKey:
    """Return what a key grants, whoever it was made for and whenever it expires.

    Raises:
        ShopError: it is no key, is cut or altered, is not signed by `vendor`, or is newer than
            the program.
    """
    found = _read(text, vendor)
    if isinstance(found, PlanKey):
        return found
    raise found(field="key")


@lru_cache(maxsize=16)
def _read(text: str, vendor: bytes) -> PlanKey | type[ShopError]:
    """Return the same, or the error: what is stored is asked for at every turn."""
    match = _MARK.search(text) if len(text) <= _LONGEST else None
    if match is None:
        return PlanKeyUnknownError
    letters = _NOISE.sub("", match[1]).upper()
    try:
        data = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        data = b""
    # The letters that carry the length come first, so a cut key knows what it lacks.
    start = _start(letters)
    if start is None or len(letters) < _length(start):
        return PlanKeyCutError
    whole, checksum = data[:-_CHECKSUM], data[-_CHECKSUM:]
    as_given = len(letters) == _length(start) and _letters(data) == letters
    if not as_given or zlib.crc32(whole).to_bytes(_CHECKSUM, "big") != checksum:
        return PlanKeyAlteredError
    signed, signature = whole[:-_SIGNATURE], whole[-_SIGNATURE:]
    if not _is_signed(signed, signature, vendor):
        return PlanKeyForgedError
    try:
        return _grant(signed[1:].decode())
    except ValueError:  # signed, and not understood
        return PlanKeyNewerError


def _grant(terms: str) -> PlanKey:
    version, name, clients, users, registers, features, shop, issued, expires = terms.split(
        _SEPARATOR
    )
    if version != _VERSION:
        raise ValueError(version)
    known = set(Feature)
    plan = Plan(
        name,
        clients=_most(clients),
        users=_most(users),
        registers=_most(registers),
        # A feature this program is too old to have is no reason to refuse the others.
        features=frozenset(Feature(each) for each in features.split(",") if each in known),
        expires=date.fromisoformat(expires) if expires else None,
    )
    return PlanKey(plan, date.fromisoformat(issued), shop)


def _most(text: str) -> int | None:
    return int(text) if text else None


def _is_signed(signed: bytes, signature: bytes, vendor: bytes) -> bool:
    # Shops without a key, almost all while they try the program, never wait for this library.
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(vendor).verify(signature, signed)
    except InvalidSignature:
        return False
    return True


def _letters(data: bytes) -> str:
    return base64.b32encode(data).decode().rstrip("=")


def _start(letters: str) -> int | None:
    """Return the first byte, how long the terms are, if so much is there and is readable."""
    try:
        return base64.b32decode(f"{letters[:2]:A<8}")[0] if len(letters) > 1 else None
    except ValueError:
        return 0


def _length(terms: int) -> int:
    """Return how many letters a key with terms so long has."""
    return -(-(1 + terms + _SIGNATURE + _CHECKSUM) * 8 // 5)
