"""What the program may say with a sound, and which of it the shop wants to hear."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from kioskifly_desktop.core.settings import get_preference

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

SOUNDS_PREFERENCE = "sounds"


class Sound(StrEnum):
    """What a sound says."""

    UNKNOWN = "unknown"
    """A code was scanned that nobody knows."""
    ERROR = "error"
    """Something was refused."""
    CHARGED = "charged"
    PAID = "paid"


class Sounds(StrEnum):
    """Which sounds the shop wants."""

    ALL = "all"
    ERRORS = "errors"
    OFF = "off"


# Who scans looks at the product: a refusal has to be heard. What went well is on the screen.
USUAL_SOUNDS = Sounds.ERRORS
_GOOD = {Sound.CHARGED, Sound.PAID}


def wanted_sounds(work: Work) -> Sounds:
    """Return which sounds the shop wants."""
    stored = get_preference(work, SOUNDS_PREFERENCE, USUAL_SOUNDS)
    return Sounds(stored) if stored in set(Sounds) else USUAL_SOUNDS


def is_wanted(work: Work, sound: Sound) -> bool:
    """Tell whether the shop wants to hear a sound."""
    wanted = wanted_sounds(work)
    return wanted is Sounds.ALL or (wanted is Sounds.ERRORS and sound not in _GOOD)
