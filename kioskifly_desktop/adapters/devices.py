"""The printers at hand as screens ask for them. Every call may take seconds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.adapters.printers import Verdict, find, probe
from kioskifly_desktop.adapters.printers.system_queue import queues
from kioskifly_desktop.adapters.sounds import Speaker
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import Acknowledgement, Answer, StatusReport, Transport

if TYPE_CHECKING:
    from kioskifly_desktop.core.printers import Printer, UsbPrinter
    from kioskifly_desktop.core.sounds import Sound

_ONE_WAY = (StatusReport.NONE, Acknowledgement.NONE)


class SystemDevices:
    """Asks the devices of this computer, for the screens."""

    def __init__(self) -> None:
        self._speaker = Speaker()

    def probe(self, printer: Printer) -> Answer:
        """Ask a printer what it can answer, printing nothing."""
        if printer.transport is Transport.QUEUE:
            known = printer.address in queues()
            trouble = (
                "" if known else Phrase("no existe la cola «{address}»", address=printer.address)
            )
            return Answer(trouble, False, *_ONE_WAY)
        if printer.transport is Transport.FILE:
            return Answer(_file_trouble(Path(printer.address)), False, *_ONE_WAY)
        sent = probe(printer)
        reached = sent.verdict in {Verdict.PRINTED, Verdict.SENT}
        trouble = "" if reached else sent.reason
        return Answer(trouble, sent.paper_low, sent.report, sent.acknowledgement)

    def usb_printers(self) -> list[UsbPrinter]:
        """Return the printers found on USB.

        Raises:
            UsbSearchError: the bus can't be read.
        """
        return find.usb_printers()

    def queues(self) -> list[str]:
        """Return the names of the system's print queues."""
        return queues()

    def play(self, sound: Sound) -> bool:
        """Start a sound; False where there is nothing to play it with."""
        return self._speaker.play(sound)


def _file_trouble(path: Path) -> str:
    """Return why nothing could be written to a file, without writing."""
    try:
        place = path if path.exists() else path.parent
        return "" if os.access(place, os.W_OK) else os_reason(PermissionError(13, ""))
    except OSError as error:
        return os_reason(error)
