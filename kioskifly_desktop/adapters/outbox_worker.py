"""Prints the outbox's jobs in a thread of its own, one at a time."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.escpos import to_bytes
from kioskifly_desktop.adapters.printers import Job, Sent, Verdict, send
from kioskifly_desktop.core.outbox import JobState, claim_next, finish, next_attempt_at, recover

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.outbox import Claim

_logger = logging.getLogger(__name__)

_STATES = {
    Verdict.PRINTED: JobState.PRINTED,
    Verdict.SENT: JobState.UNCONFIRMED,
    Verdict.UNCERTAIN: JobState.UNCERTAIN,
    Verdict.NOT_SENT: JobState.QUEUED,
}
_AFTER_ERROR = 2.0
_LONGEST_WAIT = 60.0  # the computer's clock can be set back


class OutboxWorker:
    """The thread that prints. `notify` is called from it whenever a job moved."""

    def __init__(self, database: Database, notify: Callable[[], None]) -> None:
        self._database = database
        self._notify = notify
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._recovered = False
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        """Begin printing; what was being sent when the program died becomes uncertain."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox now: something was added or asked to be tried again."""
        self._wake.set()

    def stop(self, timeout: float) -> bool:
        """Finish the job at hand and end; return whether it ended within `timeout` seconds."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                wait = self._step()
            except Exception:
                _logger.exception("the outbox stumbled and goes on")
                wait = _AFTER_ERROR
            if not self._stopping.is_set():
                self._wake.wait(wait)

    def _step(self) -> float | None:
        """Print the next job; return how long to wait for another, None until woken."""
        if not self._recovered:
            with self._database.write() as work:
                found = recover(work)
            self._recovered = True
            if found:
                self._notify()
        with self._database.read() as work:
            due, now = next_attempt_at(work), work.now
        if due is None:
            return None
        if due > now:
            return min((due - now).total_seconds(), _LONGEST_WAIT)
        with self._database.write() as work:
            claim = claim_next(work)
        if claim is None:
            return None
        self._print(claim)
        return 0.0

    def _print(self, claim: Claim) -> None:
        """Send a claimed job, outside any transaction, and record how it went."""
        self._notify()
        sent = _send(claim)
        while not self._record(claim, sent) and not self._stopping.wait(_AFTER_ERROR):
            pass
        self._notify()

    def _record(self, claim: Claim, sent: Sent) -> bool:
        try:
            with self._database.write() as work:
                finish(work, claim.job_id, _STATES[sent.verdict], sent.reason)
        except Exception:
            # Unrecorded it stays as `sending`, which the next start takes for uncertain.
            _logger.exception("job %s was %s and could not be recorded", claim.job_id, sent.verdict)
            return False
        return True


def _send(claim: Claim) -> Sent:
    try:
        data = to_bytes(claim.document, claim.printer)
    except Exception:
        _logger.exception("job %s can't be rendered", claim.job_id)
        return Sent(Verdict.NOT_SENT, "error interno al preparar el papel")
    try:
        return send(claim.printer, Job(data, claim.job_id))
    except Exception:
        _logger.exception("job %s failed while being sent", claim.job_id)
        return Sent(Verdict.UNCERTAIN, "error interno a mitad de camino")
