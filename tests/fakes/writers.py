"""A writer that says what a test tells it, when the test tells it."""

from __future__ import annotations

from queue import Empty, Queue
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.core.errors import WriterCancelledError, WriterError
from kioskifly_desktop.core.offers import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kioskifly_desktop.core.offers import BotSettings

_LOOKS_SECONDS = 0.005


class TalkingBot:
    """Words offers with what is said to it; keeps what it was told and how often it was over."""

    def __init__(self) -> None:
        self.told: list[Mapping[str, Any]] = []
        self.over = 0
        self.wrong: Exception | None = None
        self._queue: Queue[Draft | WriterError] = Queue()

    def say(self, text: str) -> None:
        """Give the text as far as it goes."""
        self._queue.put(Draft(text))

    def end(self, text: str, *products: str) -> None:
        """Give all of the text."""
        self._queue.put(Draft(text, products, whole=True))

    def fail(self, error: WriterError) -> None:
        """Give no text."""
        self._queue.put(error)

    def writer(self, settings: BotSettings) -> TalkingBot:
        """Return itself, or raise what is wrong."""
        del settings
        if self.wrong is not None:
            raise self.wrong
        return self

    def stream(self, told: Mapping[str, Any], cancelled: Callable[[], bool]) -> Iterator[Draft]:
        """Pass on what is said until all is."""
        self.told.append(told)
        try:
            while not cancelled():
                try:
                    said = self._queue.get(timeout=_LOOKS_SECONDS)
                except Empty:
                    continue
                if isinstance(said, WriterError):
                    raise said
                yield said
                if said.whole:
                    return
            raise WriterCancelledError
        finally:
            self.over += 1
