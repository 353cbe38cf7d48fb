"""Jobs added to a file, or pushed into a device that takes them as one."""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.adapters.printers.deliver import Sent, Verdict
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from kioskifly_desktop.adapters.printers.deliver import Limits

_PIECE = 1024


def append(path: str, data: bytes, limits: Limits) -> Sent:
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
            return Sent(Verdict.PRINTED, sent=sent)
    except OSError as error:
        return Sent(Verdict.UNCERTAIN, os_reason(error))
    finally:
        os.close(descriptor)
    if failure:
        return Sent(Verdict.UNCERTAIN if sent else Verdict.NOT_SENT, failure, sent=sent)
    return Sent(Verdict.SENT, Phrase("la impresora no confirma lo que imprime"), sent=sent)


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
