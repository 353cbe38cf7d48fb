"""OpenAI's own interface: https://platform.openai.com/docs/api-reference/responses."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.writers.service import MAX_TOKENS, Service, asking, drafts
from kioskifly_desktop.core.errors import (
    WriterAnswerError,
    WriterKeyMissingError,
    WriterRefusedError,
    WriterServerError,
)
from kioskifly_desktop.core.offers import answer_schema, instructions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
        with asking(self.service) as client:
            events = client.responses.create(
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
            yield from drafts(_pieces(events), cancelled)


def _pieces(events: Iterable[Any]) -> Iterator[str]:
    """Give the text of the events, to the one that says it is complete."""
    for event in events:
        if event.type == "response.output_text.delta":
            yield event.delta
        elif event.type.startswith("response.refusal"):
            raise WriterRefusedError
        elif event.type in {"response.failed", "error"}:
            raise WriterServerError
        elif event.type == "response.incomplete":
            raise WriterAnswerError
        elif event.type == "response.completed":
            return
        else:
            # A beat of the heart: somebody may have stopped waiting.
            yield ""
    raise WriterAnswerError
