"""A request to a service: its deadline, and in the shop's words whatever goes wrong."""

from __future__ import annotations

import logging
import re
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
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
    from collections.abc import Callable, Generator, Iterable, Iterator

    import httpx2
    import openai

_logger = logging.getLogger(__name__)

DEADLINE = 10.0
"""Seconds that a cashier waits for a text."""
MAX_TOKENS = 800
"""Of an answer; some models think within them."""

_CONNECT = 5.0
_LOOK = 0.05
"""Seconds between looks at whether anybody still waits."""
_LONGEST = 6_000
"""Characters of an answer: a model that never ends is not listened to."""
_NO_KEY = "none"
"""What a service without keys is told: the library wants one."""
_THOUGHTS = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
_NO_CREDIT = 402


@dataclass(frozen=True, slots=True)
class Service:
    """Where a writer is, as whom it is asked and for which model; the key is never shown."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    deadline: float = DEADLINE


def drafts(
    service: Service,
    ask: Callable[[openai.OpenAI], Iterable[str]],
    cancelled: Callable[[], bool],
) -> Iterator[Draft]:
    """Give the text of an answer as its pieces come; the last draft is whole.

    `ask` is run in a thread of its own.

    Raises:
        WriterError: it could not be had in time, is no answer, or nobody waits any more.
    """
    answer, shown = "", ""
    with closing(_arriving(service, ask, cancelled)) as pieces:
        for piece in pieces:
            answer += piece
            if len(answer) > _LONGEST:
                raise WriterAnswerError
            text = _message(answer, whole=False)[0]
            if text != shown:
                shown = text
                yield Draft(text)
    text, products = _message(answer, whole=True)
    if not text:
        raise WriterAnswerError
    yield Draft(text, products, whole=True)


def failed(code: object) -> ShopError:
    """Return what is wrong with a service, by the code it gives itself."""
    kinds = {"insufficient_quota": WriterQuotaError, "rate_limit_exceeded": WriterBusyError}
    return kinds.get(str(code), WriterServerError)()


def _arriving(
    service: Service,
    ask: Callable[[openai.OpenAI], Iterable[str]],
    cancelled: Callable[[], bool],
) -> Generator[str, None, None]:
    """Give the pieces of an answer, until it ends, nobody waits or the deadline passes."""
    # What a header can't carry is no key.
    if not (service.key.isascii() and service.key.isprintable()):
        raise WriterKeyError
    client = _client(service)
    arrived: SimpleQueue[str | ShopError | None] = SimpleQueue()
    listener = threading.Thread(
        target=_listen, args=(service, client, ask, arrived), name="writer", daemon=True
    )
    # A name server that is silent can't be hurried, and bytes that trickle pass every timeout:
    # whoever waits leaves in time, and the thread is left to end by itself.
    until = time.monotonic() + service.deadline
    listener.start()
    try:
        while True:
            if cancelled():
                raise WriterCancelledError
            if time.monotonic() >= until:
                raise WriterTimeoutError
            try:
                piece = arrived.get(timeout=_LOOK)
            except Empty:
                continue
            if piece is None:
                return
            if isinstance(piece, ShopError):
                raise piece
            yield piece
    finally:
        client.close()


def _listen(
    service: Service,
    client: openai.OpenAI,
    ask: Callable[[openai.OpenAI], Iterable[str]],
    arrived: SimpleQueue[str | ShopError | None],
) -> None:
    try:
        for piece in ask(client):
            arrived.put(piece)
        arrived.put(None)
    except ShopError as error:
        arrived.put(error)
    except Exception as error:  # noqa: BLE001 - the library falls over strange answers
        arrived.put(_in_spanish(service, error))


def _client(service: Service) -> openai.OpenAI:
    # It takes a second to import: only here, in a thread that may wait.
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415

    key = service.key or _NO_KEY

    def bare(request: httpx2.Request) -> None:
        """Leave only what is needed: the library adds what the environment and it want told."""
        request.headers = httpx2.Headers(
            {
                "host": request.url.netloc.decode("ascii"),
                "authorization": f"Bearer {key}",
                "user-agent": "Kioskifly",
                "accept": "text/event-stream, application/json",
                "content-type": "application/json",
                "content-length": str(len(request.content)),
            }
        )

    timeout = httpx2.Timeout(service.deadline, connect=min(_CONNECT, service.deadline))
    # What the computer's environment says of keys and proxies is not the shop's.
    transport = httpx2.Client(timeout=timeout, trust_env=False, event_hooks={"request": [bare]})
    return openai.OpenAI(
        api_key=key, base_url=service.url, max_retries=0, timeout=timeout, http_client=transport
    )


def _message(answer: str, *, whole: bool) -> tuple[str, tuple[str, ...]]:
    """Return the text and products of an answer, which may be JSON that is not all there yet."""
    from pydantic_core import from_json  # noqa: PLC0415 - comes with the service's library

    # Models that are not held to a schema think aloud, and wrap what they were asked for.
    said = _THOUGHTS.sub("", answer)
    start, end = said.find("{"), said.rfind("}") + 1
    if start < 0:
        if whole:
            raise WriterAnswerError
        return "", ()
    try:
        found: Any = from_json(
            said[start : end if whole else None],
            allow_partial=False if whole else "trailing-strings",
        )
    except ValueError:
        if whole:
            raise WriterAnswerError from None
        return "", ()
    text, products = found.get("mensaje", ""), found.get("productos", [])
    if not isinstance(text, str) or not isinstance(products, list):
        raise WriterAnswerError
    if not all(isinstance(each, str) for each in products):
        raise WriterAnswerError
    return text.strip() if whole else text, tuple(products)


def _in_spanish(service: Service, error: Exception) -> ShopError:
    import httpx2  # noqa: PLC0415
    import openai  # noqa: PLC0415

    code, status = getattr(error, "code", None), getattr(error, "status_code", None)
    # Not its words: they may repeat the request, and the key with it.
    _logger.info("The writer's service failed: %s %s", type(error).__name__, status)
    # In their order: a time-out is a connection that failed, too.
    for is_so, trouble in (
        (
            isinstance(error, openai.APITimeoutError | httpx2.TimeoutException),
            WriterTimeoutError(),
        ),
        (
            isinstance(error, openai.APIConnectionError | httpx2.TransportError),
            WriterUnreachableError(),
        ),
        (
            isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError),
            WriterKeyError(),
        ),
        (status == _NO_CREDIT or code == "insufficient_quota", WriterQuotaError()),
        (isinstance(error, openai.RateLimitError), WriterBusyError()),
        (
            isinstance(error, openai.NotFoundError) or code == "model_not_found",
            WriterModelError(model=service.model),
        ),
    ):
        if is_so:
            return trouble
    # A hotel's log-in page is a 200 with no answer in it, and the library falls over it.
    return failed(code) if isinstance(error, openai.APIError) else WriterAnswerError()
