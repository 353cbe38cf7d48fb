"""How often the shop writes to a client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import QuietDaysError
from kioskifly_desktop.core.settings import change_preferences, get_preference

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

MAX_QUIET_DAYS = 90
FIRST_HOUR, LAST_HOUR = 8, 21
"""What is owed is not asked for at night."""

_QUIET_DAYS = "messages.quiet_days"


@dataclass(frozen=True, slots=True)
class MessageTerms:
    """The days that a client is left in peace after a message."""

    quiet_days: int = 7


def message_terms(work: Work) -> MessageTerms:
    """Return what the shop chose."""
    stored = get_preference(work, _QUIET_DAYS, "")
    return MessageTerms(int(stored)) if stored else MessageTerms()


def save_message_terms(work: Work, terms: MessageTerms) -> None:
    """Change how often the shop writes.

    Raises:
        NotAllowedError: the person may not.
        QuietDaysError: the days are not within reason.
    """
    if not 0 <= terms.quiet_days <= MAX_QUIET_DAYS:
        raise QuietDaysError(field="quiet_days", maximum=MAX_QUIET_DAYS)
    change_preferences(work, {_QUIET_DAYS: str(terms.quiet_days)})
