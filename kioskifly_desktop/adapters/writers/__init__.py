"""Services that word offers, reached through the client library of OpenAI."""

from kioskifly_desktop.adapters.writers.chat import ChatWriter
from kioskifly_desktop.adapters.writers.responses import ResponsesWriter

__all__ = ["ChatWriter", "ResponsesWriter"]
