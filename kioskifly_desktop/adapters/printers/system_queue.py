"""Printers behind the system's own queue: CUPS through `lp`, Windows through its raw spooler."""

from __future__ import annotations

import shutil
import subprocess
import sys

from kioskifly_desktop.adapters.printers.deliver import Sent, Verdict
from kioskifly_desktop.core.phrases import Phrase

_LIMIT = 10.0
_MISSING = "does not exist"


def queues() -> list[str]:
    """Return the names of the system's print queues, none where it has no spooler."""
    if sys.platform == "win32":
        from kioskifly_desktop.adapters.printers import windows_queue  # noqa: PLC0415 - Windows only

        return windows_queue.queues()
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return []
    try:
        found = _run([lpstat, "-e"], b"")
    except subprocess.TimeoutExpired:
        return []
    return found.stdout.decode(errors="replace").split() if found.returncode == 0 else []


def enqueue(name: str, data: bytes, title: str) -> Sent:
    """Give a job to a queue as it is; what the queue does with it can't be known."""
    if sys.platform == "win32":
        from kioskifly_desktop.adapters.printers import windows_queue  # noqa: PLC0415 - Windows only

        return windows_queue.enqueue(name, data, title)
    lp = shutil.which("lp")
    if lp is None:
        return Sent(Verdict.NOT_SENT, Phrase("falta el programa «lp» de CUPS en esta computadora"))
    try:
        # The dashes keep a queue's name from being read as an option.
        done = _run([lp, "-o", "raw", "-t", title, f"-d{name}", "--", "-"], data)
    except subprocess.TimeoutExpired:
        return Sent(Verdict.UNCERTAIN, Phrase("la cola de impresión no contesta"), sent=len(data))
    return _verdict(name, data, done)


def _verdict(name: str, data: bytes, done: subprocess.CompletedProcess[bytes]) -> Sent:
    if done.returncode == 0:
        return Sent(
            Verdict.SENT, Phrase("la cola la recibió y no confirma si salió"), sent=len(data)
        )
    if done.returncode < 0:  # killed, perhaps after it had handed the job over
        return Sent(Verdict.UNCERTAIN, Phrase("la cola de impresión se cortó"), sent=len(data))
    said = done.stderr.decode(errors="replace").strip().rpartition(": ")[2]
    if _MISSING in said:
        return Sent(Verdict.NOT_SENT, Phrase("no existe la cola «{name}»", name=name))
    return Sent(
        Verdict.NOT_SENT,
        Phrase("la cola la rechazó: {said}", said=said) if said else Phrase("la cola la rechazó"),
    )


def _run(command: list[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    # The reasons are read, so they come in one language.
    return subprocess.run(  # noqa: S603 - our own programs, no shell
        command,
        input=data,
        capture_output=True,
        timeout=_LIMIT,
        check=False,
        env={"LC_ALL": "C", "PATH": _PATH},
    )


_PATH = "/usr/bin:/bin:/usr/local/bin"
