"""The conversation of one job with a printer, and the verdict on it."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.os_errors import os_reason
from kioskifly_desktop.adapters.printers import status
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import Acknowledgement, StatusReport

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.adapters.printers.link import Link

_PIECE = 1024
_OFFLINE = 0x08
_NO_ANSWER = Phrase("no contesta")
STRANGER = Phrase("todavía no se sabe si esta impresora confirma")
_STALE, _MOMENT = 20, 0.01
_ONE_WAY = Phrase("la impresora no confirma lo que imprime")
UNCONFIRMED = Phrase("no confirmó lo que le llegó")


class Verdict(StrEnum):
    """What is known of a job after sending it."""

    PRINTED = "printed"
    """The printer answered after processing it."""
    NOT_SENT = "not_sent"
    """No byte left: it can be sent again safely."""
    BLOCKED = "blocked"
    """No byte left because the printer says what it lacks: it goes on when that is mended."""
    SENT = "sent"
    """Every byte left and the printer doesn't answer, as many never do."""
    UNCERTAIN = "uncertain"
    """Some bytes left: only a person can say what came out."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A verdict, and its cause as a Spanish phrase where it is not a success.

    `sent` is how many bytes of the job left. `report` and `acknowledgement` are what the printer
    proved it can do, None where nothing was learnt.
    """

    verdict: Verdict
    reason: str = ""
    sent: int = 0
    paper_low: bool = False
    report: StatusReport | None = None
    acknowledgement: Acknowledgement | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to wait; sending and answering get more for longer jobs."""

    connect: float = 2.0
    status: float = 0.5
    write: float = 5.0
    answer: float = 2.0
    patience: float = 60.0
    """How long a healthy printer may take to answer while it says that nothing is wrong."""
    drain: float = 1.0
    slowest: int = 500
    """Bytes per second below which a printer counts as stuck."""
    slowest_answer: int = 2000


def _ignore(_reason: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Job:
    """What is delivered and how: the bytes, the printer's abilities, and who wants to know.

    `waiting` is called with a Spanish phrase when the printer stops in mid-job and is waited for;
    `stop` ends that wait.
    """

    data: bytes
    id: int = 0
    report: StatusReport = StatusReport.UNKNOWN
    acknowledgement: Acknowledgement = Acknowledgement.UNKNOWN
    waiting: Callable[[str], None] = _ignore
    stop: threading.Event = field(default_factory=threading.Event)


def deliver(link: Link, job: Job, limits: Limits) -> Sent:
    """Ask how the printer is, send the job, and wait for its acknowledgement."""
    found = _Found()
    if job.report is not StatusReport.NONE:
        try:
            found = _look(link, limits)
        except OSError as error:
            return Sent(Verdict.NOT_SENT, os_reason(error))
        if found.condition is None and job.report is StatusReport.DLE_EOT:
            return Sent(Verdict.NOT_SENT, _NO_ANSWER)
        if found.condition and found.condition.trouble:
            return Sent(
                Verdict.BLOCKED,
                found.condition.trouble,
                paper_low=found.condition.paper_low,
                report=StatusReport.DLE_EOT,
            )
    return _Delivery(link, job, limits, found).run()


@dataclass(frozen=True, slots=True)
class _Found:
    condition: status.Condition | None = None


def _look(link: Link, limits: Limits) -> _Found:
    """Ask the printer how it is; nothing is found if it doesn't answer."""
    answers = []
    for n in (1, 2, 3, 4):
        answer = _ask(link, n, limits)
        if answer is None:
            return _Found()
        answers.append(answer)
    printer, *rest = answers
    condition = status.condition(*rest)
    if printer & _OFFLINE and not condition.trouble:
        condition = status.Condition(Phrase("está fuera de línea"), condition.paper_low)
    return _Found(condition)


def _ask(link: Link, n: int, limits: Limits) -> int | None:
    question = status.ask(n)
    if link.write(question, limits.status) < len(question):
        return None
    received = b""
    deadline = time.monotonic() + limits.status
    while (remaining := deadline - time.monotonic()) > 0:
        received += link.read(remaining)
        if (answer := status.answer_in(received)) is not None:
            return answer
    return None


class _Delivery:
    """The part of a job after which its bytes can't be called back."""

    def __init__(self, link: Link, job: Job, limits: Limits, found: _Found) -> None:
        self._link = link
        self._job = job
        self._limits = limits
        self._answers_status = found.condition is not None
        self._paper_low = bool(found.condition and found.condition.paper_low)
        self._sent = 0
        self._id = job.id if job.acknowledgement is Acknowledgement.GS_H else None

    def run(self) -> Sent:
        data = self._job.data + self._question()
        try:
            self._drain()
            self._write(data)
            if self._job.acknowledgement is Acknowledgement.NONE:
                self._link.finish(self._limits.drain)
                return self._verdict(Verdict.SENT, _ONE_WAY)
            unanswered = self._await_answer(len(data))
            self._link.finish(self._limits.drain)
        except OSError as error:
            if not self._sent and not self._link.may_have_left:
                return self._verdict(Verdict.NOT_SENT, os_reason(error))
            return self._verdict(Verdict.UNCERTAIN, _halfway(os_reason(error)))
        if unanswered is None:
            return self._verdict(Verdict.PRINTED)
        if self._job.acknowledgement is Acknowledgement.UNKNOWN:
            unanswered = unanswered or STRANGER
        return self._verdict(Verdict.UNCERTAIN, unanswered or UNCONFIRMED)

    def _question(self) -> bytes:
        if self._job.acknowledgement is Acknowledgement.NONE:
            return b""
        return status.ASK_ACK if self._id is None else status.ask_for(self._id)

    def _drain(self) -> None:
        """Leave unread nothing that answers an older job."""
        for _ in range(_STALE):
            if not self._link.read(_MOMENT):
                return

    def _write(self, data: bytes) -> None:
        deadline = time.monotonic() + self._limits.write + len(data) / self._limits.slowest
        while self._sent < len(data):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                raise TimeoutError
            piece = data[self._sent : self._sent + _PIECE]
            try:
                self._sent += self._link.write(piece, min(remaining, self._limits.status))
            except TimeoutError:
                # A full buffer took nothing; a link that can't tell has to give up.
                if self._link.may_have_left or self._job.stop.is_set():
                    raise

    def _await_answer(self, length: int) -> str | None:
        """Wait for the acknowledgement; return None once it came, else what is known.

        A printer whose paper ends holds the rest of the job and prints it after a reload: sending
        it again would duplicate it, so it is waited for as long as it says what it lacks.
        """
        heard = bytearray()
        said = ""
        limit = self._limits.answer + length / self._limits.slowest_answer
        patience = time.monotonic() + limit + self._limits.patience
        while not self._answered(heard, limit):
            limit = self._limits.status
            if self._job.stop.is_set():
                return Phrase("el programa se cerró antes de que confirmara")
            condition = self._condition(heard) if self._answers_status else None
            if condition is None:
                return None if self._acknowledged(heard) else said
            if condition.trouble:
                patience = time.monotonic() + self._limits.patience
                if condition.trouble != said:
                    said = condition.trouble
                    self._job.waiting(said)
            elif time.monotonic() > patience:
                return UNCONFIRMED
        return None

    def _answered(self, heard: bytearray, limit: float) -> bool:
        deadline = time.monotonic() + limit
        while not self._acknowledged(heard):
            remaining = deadline - time.monotonic()
            if remaining <= 0 or self._job.stop.is_set():
                return False
            heard += self._link.read(min(remaining, self._limits.status))
        return True

    def _acknowledged(self, heard: bytearray) -> bool:
        return status.acknowledges(bytes(heard), self._id)

    def _condition(self, heard: bytearray) -> status.Condition | None:
        """Ask the printer how it is in mid-job, keeping whatever else it says meanwhile."""
        answers = []
        for n in (2, 3, 4):
            before = len(heard)
            self._link.write(status.ask(n), self._limits.status)
            deadline = time.monotonic() + self._limits.status
            while (answer := status.answer_in(bytes(heard[before:]))) is None:
                remaining = deadline - time.monotonic()
                if remaining <= 0:
                    return None
                heard += self._link.read(remaining)
            answers.append(answer)
        return status.condition(*answers)

    def _verdict(self, verdict: Verdict, reason: str = "") -> Sent:
        answered = verdict is Verdict.PRINTED
        return Sent(
            verdict,
            reason,
            sent=min(self._sent, len(self._job.data)),
            paper_low=self._paper_low,
            report=StatusReport.DLE_EOT if self._answers_status else None,
            acknowledgement=(Acknowledgement.GS_H if self._id is not None else Acknowledgement.GS_R)
            if answered
            else None,
        )


def _halfway(reason: str) -> Phrase:
    return Phrase("{reason} a mitad de camino", reason=reason)
