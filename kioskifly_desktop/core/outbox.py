"""Jobs to print, committed with the money and done after it; a job is never lost in silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    bindparam,
    func,
    insert,
    select,
    text,
    update,
)

from kioskifly_desktop.core.documents import Document, DocumentKind
from kioskifly_desktop.core.errors import (
    JobNotFoundError,
    NoPrinterError,
    PrinterError,
    ReasonMissingError,
)
from kioskifly_desktop.core.papers import duplicate, marked, test_page, times_marked
from kioskifly_desktop.core.printers import Printer, list_printers
from kioskifly_desktop.core.schema import Choice, Instant, identifier, insert_row, one_of, table
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.vouchers import voucher_document

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from kioskifly_desktop.core.work import Work


class JobState(StrEnum):
    """Where a job stands. Sent is not printed: only the printer's answer makes it so."""

    QUEUED = "queued"
    SENDING = "sending"
    PRINTED = "printed"
    UNCONFIRMED = "unconfirmed"
    UNCERTAIN = "uncertain"
    DISCARDED = "discarded"


print_job = table(
    "print_job",
    identifier(),
    Column("title", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("voucher_id", Integer, ForeignKey("voucher.id")),
    Column("printer_id", Integer, nullable=False),
    Column("state", Choice(JobState), nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("finished_at", Instant),
    one_of("state", JobState),
)
Index("ix_print_job_voucher_id", print_job.c.voucher_id)
Index(
    "ix_print_job_waiting",
    print_job.c.id,
    sqlite_where=print_job.c.state.in_(
        [JobState.QUEUED, JobState.SENDING, JobState.UNCERTAIN],
    ),
)

WAITING = (JobState.QUEUED, JobState.SENDING, JobState.UNCERTAIN)
"""States that still need the printer or a person."""

_BACK_OFF_SECONDS = (2, 5, 15, 30)
_REASON_LIMIT = 200
_REPRINT = "REIMPRESIÓN"

# Jobs of one printer keep their order: only the oldest of each is a candidate.
_HEADS = (
    select(func.min(print_job.c.id))
    .where(print_job.c.state == JobState.QUEUED)
    .group_by(print_job.c.printer_id)
)
_NEXT = (
    select(print_job.c.id, print_job.c.document, print_job.c.printer_id)
    .where(print_job.c.id.in_(_HEADS), print_job.c.next_at <= bindparam("now"))
    .order_by(print_job.c.id)
    .limit(1)
)
_ADD = insert(print_job)
_NEXT_AT = select(func.min(print_job.c.next_at)).where(print_job.c.id.in_(_HEADS))


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job that waits for the printer or for a person."""

    id: int
    title: str
    printer: str
    state: JobState
    reason: str
    attempts: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Claim:
    """A job taken to be sent, and the printer it goes to."""

    job_id: int
    document: Document
    printer: Printer


def enqueue(
    work: Work, document: Document, *, voucher_id: int | None = None, printer_id: int | None = None
) -> int:
    """Add a job for a printer, the shop's first if none is named; return its id.

    Raises:
        NoPrinterError: the shop has no printer.
    """
    printers = list_printers(work)
    if not printers:
        raise NoPrinterError
    known = {printer.id for printer in printers}
    chosen = printer_id if printer_id in known else None
    return _add(work, document, chosen or printers[0].id, voucher_id)


def enqueue_automatic(work: Work, document: Document, voucher_id: int) -> bool:
    """Add a job, and one for its duplicate, for the printer that prints by itself, if there is one.

    Return whether there is.
    """
    for printer in list_printers(work):
        if printer.automatic:
            _add(work, document, printer.id, voucher_id)
            _add_duplicate(work, document, printer.id)
            return True
    return False


def print_voucher(work: Work, voucher_id: int) -> int:
    """Print a voucher; from the second time on the paper says that it is a reprint.

    Raises:
        VoucherNotFoundError: there is no such voucher.
        NoPrinterError: the shop has no printer.
    """
    document = voucher_document(work, voucher_id)
    before = work.db.execute(
        select(func.count()).where(
            print_job.c.voucher_id == voucher_id, print_job.c.state != JobState.DISCARDED
        )
    ).scalar_one()
    if before:
        document = marked(document, _REPRINT, before, work.now)
    job_id = enqueue(work, document, voucher_id=voucher_id)
    if not before:
        _add_duplicate(work, document, list_printers(work)[0].id)
    return job_id


def print_test_page(work: Work, printer_id: int) -> int:
    """Print the page that shows a printer's width and accents.

    Raises:
        NoPrinterError: there is no such printer.
    """
    for printer in list_printers(work):
        if printer.id == printer_id:
            return enqueue(work, test_page(printer, work.now), printer_id=printer.id)
    raise NoPrinterError


def _add(work: Work, document: Document, printer_id: int, voucher_id: int | None) -> int:
    row = {
        "title": f"{document.title} {document.number}".strip(),
        "document": document.to_json(),
        "voucher_id": voucher_id,
        "printer_id": printer_id,
        "state": JobState.QUEUED,
        "created_at": work.now,
        "created_by": work.user.id,
        "next_at": work.now,
    }
    return insert_row(work.db, _ADD, row)


def _add_duplicate(work: Work, document: Document, printer_id: int) -> None:
    """Add a job for the copy that the shop keeps; it counts as no reprint of its voucher."""
    if document.kind is DocumentKind.ON_ACCOUNT:
        _add(work, duplicate(document), printer_id, None)


def claim_next(work: Work) -> Claim | None:
    """Take the oldest job that is due, marking it before its first byte leaves.

    A printer that was deleted gives its jobs to the first of those that remain.
    """
    printers = list_printers(work)
    row = work.db.execute(_NEXT, {"now": work.now}).first()
    if row is None or not printers:
        return None
    printer = next((p for p in printers if p.id == row.printer_id), printers[0])
    try:
        document = Document.from_json(row.document)
    except ValueError:
        # A damaged row must not stop the papers behind it; a person decides about this one.
        finish(work, row.id, JobState.UNCERTAIN, "lo guardado para imprimir está dañado")
        return claim_next(work)
    work.db.execute(
        update(print_job)
        .where(print_job.c.id == row.id)
        .values(state=JobState.SENDING, attempts=print_job.c.attempts + 1)
    )
    return Claim(row.id, document, printer)


def finish(work: Work, job_id: int, state: JobState, reason: str = "") -> None:
    """Record how sending went; `QUEUED` tries again later, waiting longer each time."""
    attempts = work.db.execute(
        select(print_job.c.attempts).where(print_job.c.id == job_id)
    ).scalar_one()
    values: dict[str, object] = {"state": state, "reason": reason[:_REASON_LIMIT]}
    if state is JobState.QUEUED:
        step = min(max(attempts, 1), len(_BACK_OFF_SECONDS)) - 1
        values["next_at"] = work.now + timedelta(seconds=_BACK_OFF_SECONDS[step])
    else:
        values["finished_at"] = work.now
    work.db.execute(update(print_job).where(print_job.c.id == job_id).values(values))


def recover(work: Work) -> int:
    """Mark as uncertain what was being sent when the program died; return how many."""
    result = work.db.execute(
        update(print_job)
        .where(print_job.c.state == JobState.SENDING)
        .values(state=JobState.UNCERTAIN, reason="el programa se cerró mientras imprimía")
    )
    return result.rowcount


def next_attempt_at(work: Work) -> datetime | None:
    """Return when the next job is due, if any waits."""
    found: datetime | None = work.db.execute(_NEXT_AT).scalar()
    return found


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
            printer=names.get(row.printer_id, ""),
            state=row.state,
            reason=row.reason,
            attempts=row.attempts,
            created_at=row.created_at,
        )
        for row in rows
    ]


def retry_job(work: Work, job_id: int) -> None:
    """Send a job again now. Of one that may have come out, the new paper says it is a reprint.

    Raises:
        JobNotFoundError: it does not wait any more.
        PrinterError: what was stored to print is damaged.
    """
    row = _waiting(work, job_id)
    values: dict[str, object] = {"state": JobState.QUEUED, "next_at": work.now, "reason": ""}
    if row.state is JobState.UNCERTAIN:
        try:
            document = Document.from_json(row.document)
        except ValueError:
            raise PrinterError(reason="lo guardado está dañado; descartalo") from None
        count = times_marked(document, _REPRINT) + 1
        values["document"] = marked(document, _REPRINT, count, work.now).to_json()
    work.db.execute(update(print_job).where(print_job.c.id == job_id).values(values))


def confirm_job(work: Work, job_id: int) -> None:
    """Record that a person saw the paper come out.

    Raises:
        JobNotFoundError: it does not wait any more.
    """
    _waiting(work, job_id)
    finish(work, job_id, JobState.PRINTED, f"confirmado por {work.user.name}")


def discard_job(work: Work, job_id: int, reason: str) -> None:
    """Give a job up, saying why.

    Raises:
        NotAllowedError: the person is not an administrator.
        ReasonMissingError: no reason was given.
        JobNotFoundError: it does not wait any more.
    """
    work.require_admin()
    why = clean(reason, field="reason", limit=_REASON_LIMIT, label="el motivo")
    if not why:
        raise ReasonMissingError(field="reason")
    _waiting(work, job_id)
    finish(work, job_id, JobState.DISCARDED, f"{why} ({work.user.name})")


def _waiting(work: Work, job_id: int) -> Row[*tuple[Any, ...]]:
    row = work.db.execute(
        select(print_job.c.state, print_job.c.document).where(
            print_job.c.id == job_id,
            print_job.c.state.in_([JobState.QUEUED, JobState.UNCERTAIN]),
        )
    ).first()
    if row is None:
        raise JobNotFoundError
    return row
