"""PINs and rescue codes: what is one, and how it is kept without being known."""

from __future__ import annotations

import os
import re
import secrets

from kioskifly_desktop.core.errors import PinError, RescueCodeError

# docs/decisions/0010-pins.md has the figures.
_MEMORY_KIB, _ITERATIONS, _LANES = 19_456, 2, 1
_SALT, _LENGTH = 16, 32
MIN_PIN, MAX_PIN = 4, 6
"""How many digits a PIN has."""

_RUNS = ("01234567890", "09876543210")

# Crockford's base32: no letter that is read as another one, or as a figure.
_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011", " -\N{EN DASH}\N{NO-BREAK SPACE}\t\r\n")
_GROUPS, _GROUP = 4, 4


def check_pin(pin: str) -> None:
    """Refuse what is no PIN.

    Raises:
        PinError: it is not four to six digits.
    """
    if not re.fullmatch(rf"[0-9]{{{MIN_PIN},{MAX_PIN}}}", pin):
        raise PinError(field="pin")


def is_weak(pin: str) -> bool:
    """Tell whether a PIN is the first one that anybody would try: 0000, 1234, 4321, 1212."""
    half = len(pin) // 2
    return (
        len(set(pin)) == 1
        or any(pin in run for run in _RUNS)
        or (len(pin) % 2 == 0 and pin[:half] == pin[half:])
    )


def new_rescue_code() -> str:
    """Return 80 bits of chance as people copy them: 7K3M-X0QD-9ZRT-4HVB."""
    groups = ("".join(secrets.choice(_SYMBOLS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def read_rescue_code(text: str) -> str:
    """Return the symbols of a rescue code, however it was copied.

    Raises:
        RescueCodeError: it is none.
    """
    symbols = text.upper().translate(_READ_AS)
    if len(symbols) != _GROUPS * _GROUP or not set(symbols) <= set(_SYMBOLS):
        raise RescueCodeError(field="code")
    return symbols


def hash_pin(pin: str) -> str:
    """Return what is kept of a PIN or of a code: Argon2id, with its salt and its parameters."""
    # Imported late: a start without PINs goes without it.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    return Argon2id(
        salt=os.urandom(_SALT),
        length=_LENGTH,
        iterations=_ITERATIONS,
        lanes=_LANES,
        memory_cost=_MEMORY_KIB,
    ).derive_phc_encoded(pin.encode())


def is_pin(pin: str, kept: str) -> bool:
    """Tell whether a PIN is the one that was kept; of what is damaged, none is."""
    from cryptography.exceptions import InvalidKey  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    try:
        Argon2id.verify_phc_encoded(pin.encode(), kept)
    except (InvalidKey, ValueError):
        return False
    return True
