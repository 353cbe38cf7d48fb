"""A request to a service: its deadline, and in the shop's words whatever goes wrong."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.core.errors import (
    ShopError,
    WriterAnswerError,
    WriterBusyError,
    WriterCancelledError,
    WriterKeyError,
    WriterModelError,
    WriterQuotaError,
    WriterServerError,
    WriterTimeoutError,
    WriterUnreachableError,
)
from kioskifly_desktop.core.offers import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import openai

_logger = logging.getLogger(__name__)

DEADLINE = 10.0
"""Seconds that a cashier waits for a text."""
MAX_TOKENS = 800
"""Of an answer; some models think within them."""

_CONNECT = 5.0
_NO_KEY = "none"
"""What a service without keys is told: the library wants one."""


@dataclass(frozen=True, slots=True)
class Service:
    """Where a writer is, as whom it is asked and for which model; the key is never shown."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    deadline: float = DEADLINE


@contextmanager
def asking(service: Service) -> Iterator[openai.OpenAI]:
    """Give a client that is cut off at the deadline, its errors as the shop's.

    Raises:
        WriterError: the service can't be asked, refuses, or takes too long.
    """
    # It takes a second to import: only here, in a thread that may wait.
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415

    until = time.monotonic() + service.deadline
    timeout = httpx2.Timeout(service.deadline, connect=min(_CONNECT, service.deadline))
    # What the computer's environment says of keys and proxies is not the shop's.
    transport = httpx2.Client(timeout=timeout, trust_env=False)
    client = openai.OpenAI(
        api_key=service.key or _NO_KEY,
        organization="",
        project="",
        base_url=service.url,
        max_retries=0,
        timeout=timeout,
        http_client=transport,
    )
    # Bytes that trickle reset every timeout but this one.
    watchdog = threading.Timer(service.deadline, transport.close)
    watchdog.daemon = True
    watchdog.start()
    try:
        yield client
    except ShopError:
        raise
    except Exception as error:  # noqa: BLE001 - the library falls over strange answers
        late = time.monotonic() >= until
        raise WriterTimeoutError if late else _in_spanish(service, error) from None
    finally:
        watchdog.cancel()
        client.close()


def drafts(
    pieces: Iterable[str], cancelled: Callable[[], bool], *, structured: bool = True
) -> Iterator[Draft]:
    """Give the text of an answer as its pieces come; the last draft is whole.

    Raises:
        WriterAnswerError: it is no answer.
        WriterCancelledError: nobody waits any more.
    """
    answer, shown = "", ""
    for piece in pieces:
        if cancelled():
            raise WriterCancelledError
        answer += piece
        text = _message(answer, whole=False)[0] if structured else answer
        if text != shown:
            shown = text
            yield Draft(text)
    text, products = _message(answer, whole=True) if structured else (answer.strip(), ())
    if not text:
        raise WriterAnswerError
    yield Draft(text, products, whole=True)


def _message(answer: str, *, whole: bool) -> tuple[str, tuple[str, ...]]:
    """Return the text and products of an answer, which may be JSON that is not all there yet."""
    from pydantic_core import from_json  # noqa: PLC0415 - comes with the service's library

    if not answer.strip():
        return "", ()
    try:
        found: Any = from_json(answer, allow_partial=False if whole else "trailing-strings")
    except ValueError:
        if whole:
            raise WriterAnswerError from None
        return "", ()
    if not isinstance(found, dict):
        raise WriterAnswerError
    text, products = found.get("mensaje", ""), found.get("productos", [])
    if not isinstance(text, str) or not isinstance(products, list):
        raise WriterAnswerError
    if not all(isinstance(each, str) for each in products):
        raise WriterAnswerError
    return text.strip() if whole else text, tuple(products)


def _in_spanish(service: Service, error: Exception) -> ShopError:
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415

    code = getattr(error, "code", None)
    # In their order: a time-out is a connection that failed, too.
    for kinds, trouble in (
        ((openai.APITimeoutError, httpx2.TimeoutException), WriterTimeoutError()),
        ((openai.APIConnectionError, httpx2.TransportError), WriterUnreachableError()),
        ((openai.AuthenticationError, openai.PermissionDeniedError), WriterKeyError()),
        (openai.RateLimitError, _busy(code)),
        (openai.NotFoundError, WriterModelError(model=service.model)),
    ):
        if isinstance(error, kinds):
            return trouble
    if code == "model_not_found":
        return WriterModelError(model=service.model)
    # Not its words: they may repeat the request, and the key with it.
    _logger.info("The writer's service failed: %s", type(error).__name__)
    # A hotel's log-in page is a 200 with no answer in it, and the library falls over it.
    return WriterServerError() if isinstance(error, openai.APIError) else WriterAnswerError()


def _busy(code: str | None) -> ShopError:
    return WriterQuotaError() if code == "insufficient_quota" else WriterBusyError()
