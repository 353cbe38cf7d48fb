"""An open way to a printer, whatever carries it."""

from __future__ import annotations

from typing import Protocol


class Link(Protocol):
    """An open way to a printer. Every call may raise `OSError`."""

    may_have_left: bool
    """Whether a failed write may have sent something."""

    def write(self, piece: bytes, limit: float) -> int:
        """Send what can be sent within `limit` seconds; return how many bytes left."""

    def read(self, limit: float) -> bytes:
        """Return what the printer says within `limit` seconds, empty if nothing."""

    def finish(self, limit: float) -> None:
        """Let the printer take what it was sent; `TimeoutError` if it visibly doesn't."""

    def close(self) -> None:
        """Give the device back at once."""
