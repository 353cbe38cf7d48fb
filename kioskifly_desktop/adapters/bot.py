"""The services that word offers, as screens ask for them. Every call may take seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.contact import WriterKind
from kioskifly_desktop.core.errors import WriterAnswerError, WriterKeyMissingError

if TYPE_CHECKING:
    from kioskifly_desktop.adapters.keys import KeyStore
    from kioskifly_desktop.core.offers import BotSettings, Writer

_TRIAL = {
    "objetivo": "Agradecer",
    "tono": "Breve",
    "productos": [{"nombre": "Alfajor", "precio": "$ 1.000", "veces": 1, "motivo": "prueba"}],
}
"""A made-up offer: trying a service tells it nothing of the shop."""


class AdaptersBot:
    """Reaches the service that the shop chose, with the key that this computer keeps."""

    def __init__(self, keys: KeyStore, deadline: float | None = None) -> None:
        self._keys = keys
        self._deadline = deadline

    def writer(self, settings: BotSettings) -> Writer | None:
        """Return who words an offer; None for the shop's own texts.

        Raises:
            KeyStoreError: the key can't be read.
        """
        if settings.writer is WriterKind.BUILTIN:
            return None
        return self._writer(settings, self._keys.get(settings.url))

    def probe(self, settings: BotSettings, key: str | None = None) -> str:
        """Ask a service for a made-up text and return what it wrote; `key` is one not kept yet.

        Raises:
            WriterError: it doesn't answer as it should.
            KeyStoreError: the key can't be read.
        """
        wanted = self._keys.get(settings.url) if key is None else key
        if settings.writer is WriterKind.OPENAI and not wanted:
            raise WriterKeyMissingError
        text = ""
        for draft in self._writer(settings, wanted).stream(_TRIAL, lambda: False):
            text = draft.text
        if not text:
            raise WriterAnswerError
        return text

    def has_key(self, settings: BotSettings) -> bool:
        """Tell whether this computer keeps a key of the service.

        Raises:
            KeyStoreError: the keys can't be read.
        """
        return bool(self._keys.get(settings.url))

    def save_key(self, settings: BotSettings, key: str) -> None:
        """Keep the key of the service.

        Raises:
            KeyStoreError: it can't be kept.
        """
        self._keys.save(settings.url, key.strip())

    def forget_key(self, settings: BotSettings) -> None:
        """Forget the key of the service.

        Raises:
            KeyStoreError: it can't be forgotten.
        """
        self._keys.save(settings.url, "")

    def _writer(self, settings: BotSettings, key: str) -> Writer:
        from kioskifly_desktop.adapters.writers import (  # noqa: PLC0415 - rarely used
            ChatWriter,
            ResponsesWriter,
        )
        from kioskifly_desktop.adapters.writers.service import (  # noqa: PLC0415 - the same
            DEADLINE,
            Service,
        )

        local = settings.writer is WriterKind.COMPATIBLE
        model = settings.local_model if local else settings.model
        service = Service(settings.url, model, key, self._deadline or DEADLINE)
        return ChatWriter(service) if local else ResponsesWriter(service)
