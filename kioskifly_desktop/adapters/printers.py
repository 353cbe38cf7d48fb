"""Carries a job's bytes to a printer and says what is known of them afterwards."""

from __future__ import annotations

import errno
import os
import socket
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from kioskifly_desktop.adapters.os_errors import UnreachableError, os_reason
from kioskifly_desktop.core.printers import Transport

if TYPE_CHECKING:
    from kioskifly_desktop.core.printers import Printer

_PIECE = 1024
_LAST_PORT = 65_535
_ASK = b"\x1dr\x01"
"""`GS r 1`, executed in the order of the job: its answer means all before it was processed."""


class Verdict(StrEnum):
    """What is known of a job after sending it."""

    PRINTED = "printed"
    """The printer answered after processing it."""
    NOT_SENT = "not_sent"
    """No byte left: it can be sent again safely."""
    SENT = "sent"
    """Every byte left and the printer doesn't answer, as many never do."""
    UNCERTAIN = "uncertain"
    """Some bytes left: only a person can say what came out."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A verdict, and its cause as a Spanish phrase where it is not a success."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to wait; sending and answering get more for longer jobs."""

    connect: float = 2.0
    write: float = 5.0
    answer: float = 2.0
    drain: float = 1.0
    slowest: int = 500
    """Bytes per second below which a printer counts as stuck."""
    slowest_answer: int = 2000


class Link(Protocol):
    """An open way to a printer."""

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


def send(printer: Printer, data: bytes, limits: Limits | None = None) -> Sent:
    """Send one job, in one connection of its own, within bounded time."""
    limits = limits or Limits()
    if printer.transport is Transport.FILE:
        return _append(printer.address, data, limits)
    try:
        link = _open(printer, limits)
    except UnreachableError as error:
        return Sent(Verdict.NOT_SENT, str(error))
    try:
        return _deliver(link, data, limits)
    finally:
        link.close()


def _open(printer: Printer, limits: Limits) -> Link:
    if printer.transport is Transport.TCP:
        return _Tcp(printer.address, limits)
    # python-escpos takes 0.2 s to import and only these two transports need it.
    from kioskifly_desktop.adapters import cable  # noqa: PLC0415

    if printer.transport is Transport.USB:
        return cable.Usb(printer.address)
    return cable.Serial(printer.address)


def _deliver(link: Link, data: bytes, limits: Limits) -> Sent:
    job = data + _ASK
    sent = 0
    deadline = time.monotonic() + limits.write + len(job) / limits.slowest
    try:
        while sent < len(job):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise TimeoutError
            sent += link.write(job[sent : sent + _PIECE], remaining)
        answered = _answered(link, limits.answer + len(job) / limits.slowest_answer)
        link.finish(limits.drain)
    except OSError as error:
        if not sent and not link.may_have_left:
            return Sent(Verdict.NOT_SENT, os_reason(error))
        return Sent(Verdict.UNCERTAIN, f"{os_reason(error)} a mitad de camino")
    if answered:
        return Sent(Verdict.PRINTED)
    return Sent(Verdict.SENT, "la impresora no confirma lo que imprime")


def _answered(link: Link, limit: float) -> bool:
    received = b""
    deadline = time.monotonic() + limit
    while (remaining := deadline - time.monotonic()) > 0:
        received += link.read(remaining)
        if acknowledges(received):
            return True
    return False


def acknowledges(received: bytes) -> bool:
    """Return whether an answer to `GS r` is among the bytes received.

    It has bits 4 and 7 clear. Four-byte automatic status reports, whose last three bytes look
    like it, begin with bit 4 set and bits 0, 1 and 7 clear.
    """
    position = 0
    while position < len(received):
        byte = received[position]
        if byte & 0x93 == 0x10:  # noqa: PLR2004 - the mask of the docstring
            position += 4
        elif byte & 0x90 == 0:
            return True
        else:
            position += 1
    return False


class _Tcp:
    may_have_left = False

    def __init__(self, address: str, limits: Limits) -> None:
        host, _, port = address.rpartition(":")
        # Checked here because the resolver takes any number modulo 65536.
        if not (port.isascii() and port.isdigit() and 0 < int(port) <= _LAST_PORT):
            reason = f"la dirección «{address}» no es válida"
            raise UnreachableError(reason)
        try:
            self._socket = socket.create_connection((host, int(port)), timeout=limits.connect)
        except socket.gaierror:
            reason = f"no se encuentra «{host}» en la red"
            raise UnreachableError(reason) from None
        except OSError as error:
            raise UnreachableError(os_reason(error)) from error
        except UnicodeError:
            reason = f"la dirección «{address}» no es válida"
            raise UnreachableError(reason) from None
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, piece: bytes, limit: float) -> int:
        self._socket.settimeout(limit)
        return self._socket.send(piece)

    def read(self, limit: float) -> bytes:
        self._socket.settimeout(limit)
        try:
            received = self._socket.recv(64)
        except TimeoutError:
            return b""
        if not received:
            raise ConnectionAbortedError(errno.ECONNABORTED, "closed before answering")
        return received

    def finish(self, limit: float) -> None:
        # Closing with unread bytes resets the connection, and some printers then drop the job.
        deadline = time.monotonic() + limit
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            while (remaining := deadline - time.monotonic()) > 0:
                self._socket.settimeout(remaining)
                if not self._socket.recv(64):
                    break

    def close(self) -> None:
        self._socket.close()


def _append(path: str, data: bytes, limits: Limits) -> Sent:
    """Add the job to a file, whole or not at all, or push it into a device."""
    flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
    # A device or a pipe that nobody reads must not stop the thread for ever.
    flags |= getattr(os, "O_NONBLOCK", 0)
    if not path.startswith("/dev/"):
        flags |= os.O_CREAT
    try:
        descriptor = os.open(path, flags, 0o666)
    except OSError as error:
        return Sent(Verdict.NOT_SENT, os_reason(error))
    try:
        status = os.fstat(descriptor)
        is_file = stat.S_ISREG(status.st_mode)
        sent, failure = _push(descriptor, data, limits)
        if is_file:
            if failure:
                os.ftruncate(descriptor, status.st_size)
                return Sent(Verdict.NOT_SENT, failure)
            os.fsync(descriptor)
            return Sent(Verdict.PRINTED)
    except OSError as error:
        return Sent(Verdict.UNCERTAIN, os_reason(error))
    finally:
        os.close(descriptor)
    if failure:
        return Sent(Verdict.UNCERTAIN if sent else Verdict.NOT_SENT, failure)
    return Sent(Verdict.SENT, "la impresora no confirma lo que imprime")


def _push(descriptor: int, data: bytes, limits: Limits) -> tuple[int, str]:
    """Write all; return how many bytes left and, if not all, why."""
    sent = 0
    deadline = time.monotonic() + limits.write + len(data) / limits.slowest
    while sent < len(data):
        try:
            sent += os.write(descriptor, data[sent : sent + _PIECE])
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return sent, os_reason(TimeoutError())
            time.sleep(0.02)
        except OSError as error:
            return sent, os_reason(error)
    return sent, ""
