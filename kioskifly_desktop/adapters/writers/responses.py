"""OpenAI's own interface: https://platform.openai.com/docs/api-reference/responses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.writers.service import MAX_TOKENS, Service, drafts, failed
from kioskifly_desktop.core.errors import (
    WriterAnswerError,
    WriterKeyMissingError,
    WriterRefusedError,
)
from kioskifly_desktop.core.offers import answer_schema, instructions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import openai

    from kioskifly_desktop.core.offers import Draft


@dataclass(frozen=True, slots=True)
class ResponsesWriter:
    """Asks OpenAI; nothing is kept there."""

    service: Service

    def stream(self, told: Mapping[str, Any], cancelled: Callable[[], bool]) -> Iterator[Draft]:
        """Give the text of a payload as it grows; the last draft is whole.

        Raises:
            WriterError: it could not be had, or nobody waits any more.
        """
        if not self.service.key:
            raise WriterKeyMissingError
        yield from drafts(self.service, lambda client: _pieces(self._ask(client, told)), cancelled)

    def _ask(self, client: openai.OpenAI, told: Mapping[str, Any]) -> Iterable[Any]:
        events: Iterable[Any] = client.responses.create(
            model=self.service.model,
            instructions=instructions(),
            input=json.dumps(told, ensure_ascii=False),
            text={
                "format": {
                    "type": "json_schema",
                    "name": "oferta",
                    "schema": answer_schema(told),
                    "strict": True,
                }
            },
            max_output_tokens=MAX_TOKENS,
            store=False,
            stream=True,
        )
        return events


def _pieces(events: Iterable[Any]) -> Iterator[str]:
    """Give the text of the events, to the one that says it is complete."""
    for event in events:
        if event.type == "response.output_text.delta":
            yield event.delta
        elif event.type.startswith("response.refusal"):
            raise WriterRefusedError
        elif event.type == "error":
            raise failed(event.code)
        elif event.type == "response.failed":
            raise failed(event.response.error and event.response.error.code)
        elif event.type == "response.incomplete":
            details = event.response.incomplete_details
            filtered = details and details.reason == "content_filter"
            raise WriterRefusedError if filtered else WriterAnswerError
        elif event.type == "response.completed":
            return
    raise WriterAnswerError
