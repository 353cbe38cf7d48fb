"""What people decide about papers: to print one again, that it came out, to give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.documents import Document
from kioskifly_desktop.core.errors import (
    JobNotFoundError,
    NoPrinterError,
    PrinterError,
    ReasonMissingError,
)
from kioskifly_desktop.core.outbox.jobs import (
    REASON_LIMIT,
    TO_SEND,
    JobState,
    enqueue,
    finish,
    print_job,
)
from kioskifly_desktop.core.papers import client_of, last_mark, marked, test_page
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import (
    Acknowledgement,
    Printer,
    StatusReport,
    learn,
    list_printers,
    save_printer,
)
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.vouchers import voucher_document

if TYPE_CHECKING:
    from sqlalchemy import Row

    from kioskifly_desktop.core.work import Work

_REPRINT = "REIMPRESIÓN"


def print_voucher(work: Work, voucher_id: int) -> int:
    """Print a voucher; from the second time on the paper says that it is a reprint.

    Raises:
        VoucherNotFoundError: there is no such voucher.
        NoPrinterError: the shop has no printer.
    """
    work.require(Permission.PRINT)
    document = voucher_document(work, voucher_id)
    earlier = work.db.execute(
        select(print_job.c.document, print_job.c.state, print_job.c.sent).where(
            print_job.c.voucher_id == voucher_id, print_job.c.copy_no == 1
        )
    ).all()
    last = max((_last_mark(row.document) for row in earlier), default=0)
    # One that was given up when it may have come out has bytes sent: see `discard_job`.
    out = last or any(row.state is not JobState.DISCARDED or row.sent for row in earlier)
    first = work.db.execute(
        select(print_job.c.id).where(
            print_job.c.voucher_id == voucher_id,
            print_job.c.reprint == False,  # noqa: E712 - SQL
        )
    ).first()
    if out:
        document = marked(document, _REPRINT, last + 1, work.now)
        record(work, AuditKind.REPRINT, document.number, f"{last + 1}.ª vez")
    return enqueue(work, document, voucher_id=voucher_id, reprint=first is not None)


def change_printer(work: Work, record: Printer) -> int:
    """Change a printer, or add one; what waits for it is made anew for what it is now.

    Raises:
        NotAllowedError, PrinterError: as `save_printer`.
    """
    printer_id = save_printer(work, record)
    waiting = print_job.c.state.in_(TO_SEND) & (print_job.c.printer_id == printer_id)
    of_paper = print_job.c.document != ""
    work.db.execute(update(print_job).where(waiting, of_paper).values(payload=None))
    return printer_id


def print_test_page(work: Work, printer_id: int) -> int:
    """Print the page that shows a printer's width and accents.

    Raises:
        NoPrinterError: there is no such printer.
    """
    for printer in list_printers(work):
        if printer.id == printer_id:
            return enqueue(work, test_page(printer, work.now), printer_id=printer.id)
    raise NoPrinterError


def retry_job(work: Work, job_id: int) -> None:
    """Send a job again now. Of one that may have come out, the new paper says it is a reprint.

    The bytes are made anew, for the printer as it is now set.

    Raises:
        JobNotFoundError: it does not wait any more.
        PrinterError: what was stored to print is damaged.
    """
    work.require(Permission.PRINT)
    row = _waiting(work, job_id)
    values: dict[str, object] = {"state": JobState.QUEUED, "reason": ""}
    if row.document:  # else it opens the drawer, and its bytes are all there is
        values["payload"] = None
    if row.state is JobState.UNCERTAIN:
        try:
            document = Document.from_json(row.document)
        except ValueError:
            raise PrinterError(reason=Phrase("lo guardado está dañado; descartalo")) from None
        count = last_mark(document, _REPRINT) + 1
        values["document"] = marked(document, _REPRINT, count, work.now).to_json()
    work.db.execute(update(print_job).where(print_job.c.id == job_id).values(values))
    # The printer's jobs keep their order: those before it are tried again now as well.
    ahead = print_job.c.state.in_(TO_SEND) & (print_job.c.printer_id == row.printer_id)
    work.db.execute(update(print_job).where(ahead).values(next_at=work.now))


def confirm_job(work: Work, job_id: int) -> None:
    """Record that a person saw the paper come out.

    A printer that prints and has never answered is one that doesn't: it is not asked about again.

    Raises:
        JobNotFoundError: it does not wait any more.
    """
    work.require(Permission.PRINT)
    row = _waiting(work, job_id)
    finish(work, job_id, JobState.PRINTED, f"confirmado por {work.user.name}", sent=row.sent)
    device = next((each for each in list_printers(work) if each.id == row.printer_id), None)
    if device is not None and device.acknowledgement is Acknowledgement.UNKNOWN:
        report = StatusReport.NONE if device.report is StatusReport.UNKNOWN else None
        learn(work, device.id, report, Acknowledgement.NONE, paper_low=device.paper_low)


def discard_job(work: Work, job_id: int, reason: str) -> None:
    """Give a job up, saying why.

    Raises:
        NotAllowedError: the person may not.
        ReasonMissingError: no reason was given.
        JobNotFoundError: it does not wait any more.
    """
    work.require(Permission.DISCARD_JOB)
    why = clean(reason, field="reason", limit=REASON_LIMIT, label=Phrase("el motivo"))
    if not why:
        raise ReasonMissingError(field="reason")
    row = _waiting(work, job_id)
    sent = max(row.sent, row.state is JobState.UNCERTAIN)  # a kill leaves none counted
    finish(work, job_id, JobState.DISCARDED, f"{why} ({work.user.name})", sent=sent)
    who = client_of(row.document)
    record(work, AuditKind.JOB_DISCARDED, row.title, why, client_id=who)


def _last_mark(stored: str) -> int:
    try:
        return last_mark(Document.from_json(stored), _REPRINT)
    except ValueError:
        return 0


def _waiting(work: Work, job_id: int) -> Row[*tuple[Any, ...]]:
    row = work.db.execute(
        select(
            print_job.c.title,
            print_job.c.state,
            print_job.c.document,
            print_job.c.printer_id,
            print_job.c.sent,
        ).where(
            print_job.c.id == job_id,
            print_job.c.state.in_([*TO_SEND, JobState.UNCERTAIN]),
        )
    ).first()
    if row is None:
        raise JobNotFoundError
    return row
