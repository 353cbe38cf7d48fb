"""Sends a job by the way its printer is reached."""

from __future__ import annotations

import threading
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.os_errors import UnreachableError, os_reason
from kioskifly_desktop.adapters.printers.deliver import (
    STRANGER,
    UNCONFIRMED,
    Job,
    Limits,
    Sent,
    Verdict,
    deliver,
)
from kioskifly_desktop.adapters.printers.system_queue import enqueue
from kioskifly_desktop.adapters.printers.tcp import Tcp
from kioskifly_desktop.adapters.printers.to_file import append
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import Acknowledgement, StatusReport, Transport

if TYPE_CHECKING:
    from kioskifly_desktop.adapters.printers.link import Link
    from kioskifly_desktop.core.printers import Printer

_NOTHING = b"\x1b@"
_PROBE_PATIENCE = 2.0

_turns: defaultdict[tuple[Transport, str], threading.Lock] = defaultdict(threading.Lock)
"""One conversation at a time with each device: opening it again would break the one going on."""


def send(printer: Printer, job: Job, limits: Limits | None = None, *, title: str = "") -> Sent:
    """Send one job, in one connection of its own, within bounded time."""
    with _turn(printer):
        return _send(printer, job, limits or Limits(), title)


def _turn(printer: Printer) -> threading.Lock:
    return _turns[printer.transport, printer.address]


def _send(printer: Printer, job: Job, limits: Limits, title: str) -> Sent:
    if printer.transport is Transport.FILE:
        return append(printer.address, job.data, limits)
    if printer.transport is Transport.QUEUE:
        return enqueue(printer.address, job.data, title or printer.name)
    try:
        link = _open(printer, limits)
    except UnreachableError as error:
        return Sent(Verdict.NOT_SENT, str(error))
    try:
        return deliver(link, job, limits)
    finally:
        link.close()


def probe(printer: Printer, limits: Limits | None = None) -> Sent:
    """Ask a printer what it can answer, printing nothing: see `report` and `acknowledgement`.

    What a printer that took the question doesn't answer is `NONE` in the result.
    """
    turn = _turn(printer)
    if not turn.acquire(blocking=False):
        return Sent(Verdict.NOT_SENT, Phrase("está imprimiendo: probá cuando termine"))
    try:
        limits = limits or Limits(patience=_PROBE_PATIENCE)
        sent = _send(printer, Job(_NOTHING), limits, "")
    finally:
        turn.release()
    if sent.verdict is Verdict.UNCERTAIN and sent.reason in {UNCONFIRMED, STRANGER}:
        sent = replace(sent, verdict=Verdict.SENT)
    if sent.verdict not in (Verdict.PRINTED, Verdict.SENT):
        return sent
    return replace(
        sent,
        report=sent.report or StatusReport.NONE,
        acknowledgement=sent.acknowledgement or Acknowledgement.NONE,
    )


def _open(printer: Printer, limits: Limits) -> Link:
    if printer.transport is Transport.TCP:
        return Tcp(printer.address, limits.connect)
    # python-escpos takes 0.2 s to import and only these two transports need it.
    from kioskifly_desktop.adapters.printers import cable  # noqa: PLC0415

    try:
        if printer.transport is Transport.USB:
            return cable.Usb(printer.address)
        return cable.Serial(printer.address)
    except OSError as error:
        raise UnreachableError(os_reason(error)) from error
