"""What waits for a printer or a person, and how each printer stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.outbox.jobs import WAITING, JobState, print_job
from kioskifly_desktop.core.printers import Printer, list_printers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job that waits for the printer or for a person; `sent` is how many bytes of it left.

    A `drawer` job opens the drawer and puts nothing on paper.
    """

    id: int
    title: str
    printer_id: int
    printer: str
    state: JobState
    reason: str
    attempts: int
    copy_no: int
    drawer: bool
    sent: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PrinterState:
    """How a printer stands: its oldest waiting job says why it waits.

    `waiting` counts papers; `drawer` is whether an opening of the drawer waits as well.
    """

    printer: Printer
    waiting: int
    reason: str
    uncertain: int
    drawer: bool = False


def waiting_jobs(work: Work) -> list[JobRow]:
    """Return the jobs that wait for the printer or for a person, oldest first."""
    names = {printer.id: printer.name for printer in list_printers(work)}
    rows = work.db.execute(
        select(print_job).where(print_job.c.state.in_(WAITING)).order_by(print_job.c.id)
    )
    return [
        JobRow(
            id=row.id,
            title=row.title,
            printer_id=row.printer_id,
            printer=names.get(row.printer_id, ""),
            state=row.state,
            reason=row.reason,
            attempts=row.attempts,
            copy_no=row.copy_no,
            drawer=row.drawer,
            sent=row.sent,
            created_at=row.created_at,
        )
        for row in rows
    ]


def printer_states(work: Work) -> list[PrinterState]:
    """Return how each printer stands, with the jobs of deleted printers at the first."""
    printers = list_printers(work)
    jobs = waiting_jobs(work)
    known = {printer.id for printer in printers}
    return [
        _state(
            printer,
            [
                job
                for job in jobs
                if job.printer_id == printer.id
                or (printer is printers[0] and job.printer_id not in known)
            ],
        )
        for printer in printers
    ]


def _state(printer: Printer, jobs: Sequence[JobRow]) -> PrinterState:
    moving = [job for job in jobs if job.state is not JobState.UNCERTAIN]
    return PrinterState(
        printer,
        waiting=sum(not job.drawer for job in moving),
        reason=moving[0].reason if moving else "",
        uncertain=len(jobs) - len(moving),
        drawer=any(job.drawer for job in moving),
    )
