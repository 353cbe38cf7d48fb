"""Servers that speak Chat Completions: Ollama, llama.cpp and many others.

Not all of them know the newer interface, or answer by a schema: what they can't do is left out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.adapters.writers.service import MAX_TOKENS, Service, drafts
from kioskifly_desktop.core.errors import WriterAnswerError, WriterRefusedError
from kioskifly_desktop.core.offers import answer_schema, instructions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import openai

    from kioskifly_desktop.core.offers import Draft


@dataclass(frozen=True, slots=True)
class ChatWriter:
    """Asks a server of the shop's choice."""

    service: Service

    def stream(self, told: Mapping[str, Any], cancelled: Callable[[], bool]) -> Iterator[Draft]:
        """Give the text of a payload as it grows; the last draft is whole.

        Raises:
            WriterError: it could not be had, or nobody waits any more.
        """
        yield from drafts(
            self.service, lambda client: _pieces(self._chunks(client, told)), cancelled
        )

    def _chunks(self, client: openai.OpenAI, told: Mapping[str, Any]) -> Iterable[Any]:
        from openai import BadRequestError, UnprocessableEntityError  # noqa: PLC0415

        schema = {"name": "oferta", "schema": answer_schema(told), "strict": True}
        try:
            return self._ask(
                client, told, response_format={"type": "json_schema", "json_schema": schema}
            )
        except (BadRequestError, UnprocessableEntityError):
            # It knows no schema; the instructions ask for the same.
            return self._ask(client, told)

    def _ask(self, client: openai.OpenAI, told: Mapping[str, Any], **more: Any) -> Iterable[Any]:
        chunks: Iterable[Any] = client.chat.completions.create(
            model=self.service.model,
            messages=[
                {"role": "system", "content": instructions()},
                {"role": "user", "content": json.dumps(told, ensure_ascii=False)},
            ],
            max_tokens=MAX_TOKENS,
            stream=True,
            **more,
        )
        return chunks


def _pieces(chunks: Iterable[Any]) -> Iterator[str]:
    """Give the text of the chunks, to the one that says why it ends."""
    ended = False
    for chunk in chunks:
        for choice in chunk.choices:
            if getattr(choice.delta, "refusal", None) or choice.finish_reason == "content_filter":
                raise WriterRefusedError
            if choice.finish_reason == "length":
                raise WriterAnswerError
            ended = ended or choice.finish_reason is not None
            yield choice.delta.content or ""
    if not ended:
        raise WriterAnswerError
