"""Network printers: one connection for each job, bounded in every step."""

from __future__ import annotations

import errno
import socket
import time
from contextlib import suppress

from kioskifly_desktop.adapters.os_errors import UnreachableError, os_reason
from kioskifly_desktop.core.phrases import Phrase

_LAST_PORT = 65_535


class Tcp:
    """A network printer, `host:port`."""

    may_have_left = False

    def __init__(self, address: str, limit: float) -> None:
        host, _, port = address.rpartition(":")
        # Checked here because the resolver takes any number modulo 65536.
        if not (port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT):
            reason = Phrase("la dirección «{address}» no es válida", address=address)
            raise UnreachableError(reason)
        try:
            self._socket = socket.create_connection((host, int(port)), timeout=limit)
        except socket.gaierror:
            reason = Phrase("no se encuentra «{host}» en la red", host=host)
            raise UnreachableError(reason) from None
        except OSError as error:
            raise UnreachableError(os_reason(error)) from error
        except UnicodeError:
            reason = Phrase("la dirección «{address}» no es válida", address=address)
            raise UnreachableError(reason) from None
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, piece: bytes, limit: float) -> int:
        """Send what the connection takes; `TimeoutError` if it takes nothing."""
        self._socket.settimeout(limit)
        return self._socket.send(piece)

    def read(self, limit: float) -> bytes:
        """Return the printer's answer; `ConnectionAbortedError` if it hung up instead."""
        self._socket.settimeout(limit)
        try:
            received = self._socket.recv(64)
        except TimeoutError:
            return b""
        if not received:
            raise ConnectionAbortedError(errno.ECONNABORTED, "closed before answering")
        return received

    def finish(self, limit: float) -> None:
        """Hang up politely: unread bytes would reset the connection, and the job be dropped."""
        deadline = time.monotonic() + limit
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            while (remaining := deadline - time.monotonic()) > 0:
                self._socket.settimeout(remaining)
                if not self._socket.recv(64):
                    break

    def close(self) -> None:
        """Close the connection."""
        self._socket.close()
