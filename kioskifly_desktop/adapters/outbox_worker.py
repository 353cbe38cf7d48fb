"""Prints the outbox: a thread for each printer, one job at a time and one connection a job."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.printers import Job, Sent, Verdict, send
from kioskifly_desktop.core.errors import ShopClosedError
from kioskifly_desktop.core.outbox import (
    JobState,
    claim_next,
    finish,
    make_ahead,
    next_attempt_at,
    note_trouble,
    recover,
)
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import learn, list_printers

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.outbox import Claim

_logger = logging.getLogger(__name__)

_STATES = {
    Verdict.PRINTED: JobState.PRINTED,
    Verdict.SENT: JobState.UNCONFIRMED,
    Verdict.UNCERTAIN: JobState.UNCERTAIN,
    Verdict.BLOCKED: JobState.BLOCKED,
    Verdict.NOT_SENT: JobState.QUEUED,
}
_AFTER_ERROR = 2.0
_LONGEST_WAIT = 60.0  # the computer's clock can be set back


class OutboxWorker:
    """The threads that print. `notify` is called from them whenever a job moved."""

    def __init__(self, database: Database, notify: Callable[[], None]) -> None:
        self._database = database
        self._notify = notify
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._lines: dict[int, _Line] = {}
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin printing; what was being sent when the program died becomes uncertain."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox now: something was added or asked to be tried again."""
        self._wake.set()

    def stop(self, timeout: float) -> bool:
        """End, not waiting for printers; return whether all ended within `timeout` seconds."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        """Keep a line going for each printer, and tell them all when something was added."""
        recovered = False
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                if not recovered:
                    recovered = self._recover()
                self._keep_lines()
            except ShopClosedError:
                break
            except Exception:
                _logger.exception("the outbox stumbled and goes on")
                self._wake.wait(_AFTER_ERROR)
                continue
            self._wake.wait()
        for line in self._lines.values():
            line.end()
        for line in self._lines.values():
            line.thread.join()

    def _recover(self) -> bool:
        with self._database.write() as work:
            found = recover(work)
        if found:
            self._notify()
        return True

    def _keep_lines(self) -> None:
        with self._database.read() as work:
            wanted = {printer.id for printer in list_printers(work)}
        for printer_id in set(self._lines) - wanted:
            self._lines.pop(printer_id).end()
        for printer_id in wanted - set(self._lines):
            self._lines[printer_id] = _Line(self._database, printer_id, self._notify)
        for line in self._lines.values():
            line.wake.set()


class _Line:
    """The thread of one printer."""

    def __init__(self, database: Database, printer_id: int, notify: Callable[[], None]) -> None:
        self._database = database
        self._printer_id = printer_id
        self._notify = notify
        self._stopping = threading.Event()
        self.wake = threading.Event()
        self.thread = threading.Thread(target=self._run, name=f"printer-{printer_id}", daemon=True)
        self.thread.start()

    def end(self) -> None:
        """Begin no other job; what waits for the printer's answer stays uncertain."""
        self._stopping.set()
        self.wake.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self.wake.clear()
            try:
                wait = self._step()
            except ShopClosedError:
                return
            except Exception:
                _logger.exception("printer %s stumbled and goes on", self._printer_id)
                wait = _AFTER_ERROR
            if not self._stopping.is_set():
                self.wake.wait(wait)

    def _step(self) -> float | None:
        """Print the next job; return how long to wait for another, None until woken."""
        with self._database.read() as work:
            due, now = next_attempt_at(work, self._printer_id), work.now
        if due is None:
            return None
        if due > now:
            return min((due - now).total_seconds(), _LONGEST_WAIT)
        with self._database.read() as work:
            ahead = make_ahead(work, self._printer_id)
        with self._database.write() as work:
            claim = claim_next(work, self._printer_id, ahead)
        if claim is not None:
            self._print(claim)
        return 0.0

    def _print(self, claim: Claim) -> None:
        """Send a claimed job, outside any transaction, and record how it went."""
        self._notify()
        sent = self._send(claim)
        while not self._record(claim, sent) and not self._stopping.wait(_AFTER_ERROR):
            pass
        self._notify()

    def _send(self, claim: Claim) -> Sent:
        def waiting(reason: str) -> None:
            try:
                with self._database.write() as work:
                    note_trouble(work, claim.job_id, reason)
            except Exception:
                # What can't be noted must not hang up on a printer that waits for paper.
                _logger.exception("job %s waits: %s", claim.job_id, reason)
            self._notify()

        job = Job(
            claim.payload,
            claim.job_id,
            claim.printer.report,
            claim.printer.acknowledgement,
            waiting,
            self._stopping,
        )
        try:
            return send(claim.printer, job, title=claim.title)
        except Exception:
            _logger.exception("job %s failed while being sent", claim.job_id)
            return Sent(Verdict.UNCERTAIN, Phrase("error interno a mitad de camino"))

    def _record(self, claim: Claim, sent: Sent) -> bool:
        try:
            with self._database.write() as work:
                finish(work, claim.job_id, _STATES[sent.verdict], sent.reason, sent=sent.sent)
                if sent.report or sent.acknowledgement:
                    learn(
                        work,
                        claim.printer.id,
                        sent.report,
                        sent.acknowledgement,
                        paper_low=sent.paper_low,
                    )
        except ShopClosedError:
            # Unrecorded it stays as `sending`, which the next start takes for uncertain.
            return True
        except Exception:
            _logger.exception("job %s was %s and could not be recorded", claim.job_id, sent.verdict)
            return False
        return True
