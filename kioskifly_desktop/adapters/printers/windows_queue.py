"""The raw spooler of Windows, through winspool; it also accepts for an unplugged device."""

from __future__ import annotations

import ctypes
import sys

from kioskifly_desktop.adapters.printers.deliver import Sent, Verdict
from kioskifly_desktop.core.phrases import Phrase

if sys.platform == "win32":
    from ctypes import wintypes

    _NAMES = 0x02 | 0x04  # local printers and those connected from the network
    _LEVEL = 4

    class _Document(ctypes.Structure):
        _fields_ = (
            ("name", wintypes.LPWSTR),
            ("output", wintypes.LPWSTR),
            ("data_type", wintypes.LPWSTR),
        )

    class _Queue(ctypes.Structure):
        _fields_ = (
            ("name", wintypes.LPWSTR),
            ("server", wintypes.LPWSTR),
            ("attributes", wintypes.DWORD),
        )

    _SPOOL = ctypes.WinDLL("winspool.drv", use_last_error=True)

    def queues() -> list[str]:
        """Return the names of the system's print queues."""
        needed, count = wintypes.DWORD(), wintypes.DWORD()
        size = ctypes.byref(needed), ctypes.byref(count)
        _SPOOL.EnumPrintersW(_NAMES, None, _LEVEL, None, 0, *size)
        room = ctypes.create_string_buffer(needed.value)
        if not _SPOOL.EnumPrintersW(_NAMES, None, _LEVEL, room, needed, *size):
            return []
        return [str(queue.name) for queue in (_Queue * count.value).from_buffer(room)]

    def enqueue(name: str, data: bytes, title: str) -> Sent:
        """Give a job to a queue as raw bytes."""
        handle = wintypes.HANDLE()
        if not _SPOOL.OpenPrinterW(name, ctypes.byref(handle), None):
            return Sent(Verdict.NOT_SENT, Phrase("no existe la cola «{name}»", name=name))
        try:
            document = _Document(title, None, "RAW")
            if not _SPOOL.StartDocPrinterW(handle, 1, ctypes.byref(document)):
                return Sent(
                    Verdict.NOT_SENT, Phrase("la cola la rechazó: {reason}", reason=_reason())
                )
            written = wintypes.DWORD()
            whole = _SPOOL.WritePrinter(handle, data, len(data), ctypes.byref(written))
            ended = _SPOOL.EndDocPrinter(handle)
            if whole and ended and written.value == len(data):
                reason = Phrase("la cola la recibió y no confirma si salió")
                return Sent(Verdict.SENT, reason, sent=written.value)
            return Sent(Verdict.UNCERTAIN, _reason(), sent=written.value)
        finally:
            _SPOOL.ClosePrinter(handle)

    def _reason() -> str:
        return ctypes.FormatError(ctypes.get_last_error()).strip().rstrip(".")
