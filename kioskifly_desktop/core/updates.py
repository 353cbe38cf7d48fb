"""Whether there is a newer program: asked only if the shop allows it, and never installed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kioskifly_desktop import __version__
from kioskifly_desktop.core.errors import ShopError, UpdateAnswerError
from kioskifly_desktop.core.settings import change_preferences, get_preference, set_preference
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

UPDATES_URL = "https://kioskifly.example/version.json"
"""Where the program asks; what comes is read by `read_answer`."""
MAX_ANSWER = 20_000
"""Bytes of an answer; a longer one is none of ours."""

_ASKS, _LAST = "updates", "updates.last"
_EVERY = timedelta(days=1)
_VERSION = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})", re.ASCII)
_LONGEST_PAGE, _LONGEST_NOTES = 300, 600


@dataclass(frozen=True, slots=True)
class Release:
    """A version of the program: the page it is downloaded from, and what is new in it."""

    version: str
    page: str
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """When it was last asked, and what the last good answer was."""

    at: datetime | None = None
    release: Release | None = None


def asks_for_updates(work: Work) -> bool:
    """Tell whether the shop allows the question; unless it says so, it doesn't."""
    return get_preference(work, _ASKS, "") == "1"


def allow_question(work: Work, *, allowed: bool) -> None:
    """Let the program ask, or not.

    Raises:
        NotAllowedError: the person may not.
    """
    change_preferences(work, {_ASKS: "1" if allowed else "0"})


def last_asked(work: Work) -> Asked:
    """Return when it was last asked and what is known since."""
    try:
        kept = json.loads(get_preference(work, _LAST, "{}"))
        at, release = kept.get("at"), kept.get("release")
        return Asked(
            datetime.fromisoformat(at).astimezone(UTC) if at else None,
            Release(**release) if release else None,
        )
    except (ValueError, TypeError, AttributeError):
        return Asked()


def is_due(work: Work) -> bool:
    """Tell whether to ask now: the shop allows it, and today nobody did."""
    if not asks_for_updates(work):
        return False
    at = last_asked(work).at
    # A clock that went back must not stop it for a year.
    return at is None or not timedelta(0) <= work.now - at < _EVERY


def note_answer(work: Work, release: Release | None) -> None:
    """Keep that it was asked; without an answer, what was known stays."""
    known = release or last_asked(work).release
    kept = {"at": work.now.isoformat(), "release": asdict(known) if known else None}
    set_preference(work, _LAST, json.dumps(kept, ensure_ascii=False))


def newer_release(work: Work, running: str = __version__) -> Release | None:
    """Return the newest version known if it is newer than this one, and the shop wants to know."""
    release = last_asked(work).release
    if release is None or not asks_for_updates(work) or not is_newer(release.version, running):
        return None
    return release


def is_newer(version: str, than: str) -> bool:
    """Compare two versions as numbers: 0.10.0 comes after 0.9.1."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    return tuple(map(int, found.groups())) if found else ()


def read_answer(answer: bytes) -> Release:
    """Read what the site says: `{"version": "0.2.0", "page": "https://…", "notes": "…"}`.

    Raises:
        UpdateAnswerError: it is anything else, or its page isn't one to open.
    """
    try:
        found = json.loads(answer.decode("utf-8"))
        version, page, notes = found["version"], found["page"], found.get("notes", "")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise UpdateAnswerError from None
    texts = (version, page, notes)
    if not all(isinstance(each, str) for each in texts) or not _VERSION.fullmatch(version):
        raise UpdateAnswerError
    if not is_page(page):
        raise UpdateAnswerError
    try:
        said = clean(notes, field="notes", limit=_LONGEST_NOTES, multiline=True)
    except ShopError:
        raise UpdateAnswerError from None
    return Release(version, page, said)


def is_page(address: str) -> bool:
    """Tell whether an address may be opened in the browser: https, a site by its name, no more."""
    if len(address) > _LONGEST_PAGE or not re.fullmatch(r"[!-~]+", address):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    named = re.fullmatch(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", parts.hostname or "")
    return parts.scheme == "https" and bool(named) and "@" not in parts.netloc and port is None
