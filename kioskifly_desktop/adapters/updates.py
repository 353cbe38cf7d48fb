"""Asks a site which version is the newest: one request, which says nothing of the shop."""

from __future__ import annotations

import http.client
import os
import ssl
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kioskifly_desktop.core.errors import UpdateAnswerError, UpdateUnreachableError
from kioskifly_desktop.core.updates import MAX_ANSWER, UPDATES_URL, Release, read_answer

if TYPE_CHECKING:
    from typing import NoReturn

_VARIABLE = "KIOSKIFLY_UPDATES_URL"
"""Another place to ask, for tests and for who hands the program out."""
_AGENT = "Kioskifly"
_SECONDS, _ALL_SECONDS = 5.0, 15.0
_CHUNK = 4096
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def latest_release(url: str = "") -> Release:
    """Ask which version is the newest. It may take seconds.

    Raises:
        UpdateUnreachableError: there is no answer.
        UpdateAnswerError: the answer is none of ours.
    """
    place = url or os.environ.get(_VARIABLE, "") or UPDATES_URL
    _check_place(place)
    # No more than this and the host's name: no version, no language, nothing to tell shops by.
    request = urllib.request.Request(place, headers={"User-Agent": _AGENT})  # noqa: S310 - checked above
    try:
        with _opener(place).open(request, timeout=_SECONDS) as answer:
            return read_answer(_read(answer))
    except urllib.error.HTTPError as error:
        error.close()
        raise UpdateAnswerError from None
    except (OSError, http.client.HTTPException, ValueError):
        raise UpdateUnreachableError from None


def _check_place(place: str) -> None:
    """Refuse to ask in the open, save on this same computer."""
    try:
        parts = urlsplit(place)
        safe = parts.scheme == "https" or (
            parts.scheme == "http" and parts.hostname in _LOOPBACK and parts.port
        )
    except ValueError:
        safe = False
    if not safe:
        raise UpdateUnreachableError


def _opener(place: str) -> urllib.request.OpenerDirector:
    handlers: list[Any] = [_NoRedirect()]
    if urlsplit(place).scheme == "https":
        import truststore  # noqa: PLC0415 - the system's own certificates, wherever they are

        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        handlers.append(urllib.request.HTTPSHandler(context=context))
    else:
        handlers.append(urllib.request.ProxyHandler({}))
    return urllib.request.build_opener(*handlers)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The answer is where it is asked, or nowhere: a hotel's log-in page is none."""

    def redirect_request(self, *_args: Any) -> NoReturn:
        """Override HTTPRedirectHandler."""
        raise UpdateAnswerError


def _read(answer: Any) -> bytes:
    until = time.monotonic() + _ALL_SECONDS
    read = b""
    while chunk := answer.read1(_CHUNK):
        read += chunk
        if len(read) > MAX_ANSWER or time.monotonic() > until:
            raise UpdateAnswerError
    return read
