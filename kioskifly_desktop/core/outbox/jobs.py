"""The jobs themselves: added with the money, taken by a printer's thread, finished by a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    bindparam,
    func,
    insert,
    select,
    text,
    update,
)

from kioskifly_desktop.core.documents import Document, DocumentKind
from kioskifly_desktop.core.errors import NoPrinterError
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.logo import Logo, shop_logo
from kioskifly_desktop.core.papers import duplicate
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.printers import Printer, list_printers, route_of
from kioskifly_desktop.core.schema import Choice, Flag, Instant, identifier, one_of, table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from kioskifly_desktop.core.work import Work


class JobState(StrEnum):
    """Where a job stands. Sent is not printed: only the printer's answer makes it so."""

    QUEUED = "queued"
    BLOCKED = "blocked"
    SENDING = "sending"
    PRINTED = "printed"
    UNCONFIRMED = "unconfirmed"
    UNCERTAIN = "uncertain"
    DISCARDED = "discarded"


TO_SEND = (JobState.QUEUED, JobState.BLOCKED)
"""States in which no byte has left."""
WAITING = (*TO_SEND, JobState.SENDING, JobState.UNCERTAIN)
"""States that still need the printer or a person."""

print_job = table(
    "print_job",
    identifier(),
    Column("title", Text, nullable=False),
    Column("document", Text, nullable=False),
    # None where the bytes depend on a printer that is not known yet: they are made when sent.
    Column("payload", LargeBinary),
    Column("voucher_id", Integer, ForeignKey("voucher.id")),
    Column("copy_no", Integer, nullable=False),
    Column("reprint", Flag, nullable=False),
    Column("drawer", Flag, nullable=False),
    Column("printer_id", Integer, nullable=False),
    Column("state", Choice(JobState), nullable=False),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("sent", Integer, nullable=False, server_default=text("0")),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Integer, ForeignKey("user.id"), nullable=False),
    Column("next_at", Instant, nullable=False),
    Column("finished_at", Instant),
    one_of("state", JobState),
)
Index("ix_print_job_voucher_id", print_job.c.voucher_id)
Index(
    "ix_print_job_waiting",
    print_job.c.printer_id,
    print_job.c.id,
    sqlite_where=print_job.c.state.in_(WAITING),
)
Index(
    "uq_print_job_original",
    print_job.c.voucher_id,
    print_job.c.copy_no,
    unique=True,
    sqlite_where=print_job.c.reprint == False,  # noqa: E712 - SQL
)

REASON_LIMIT = 200
_BACK_OFF_SECONDS = (2, 5, 15, 30)
_BLOCKED_SECONDS = 2
_DRAWER_SECONDS = 10

_ADD = insert(print_job)
_LAST_ID = select(func.coalesce(func.max(print_job.c.id), 0))
_HEAD = select(func.min(print_job.c.id)).where(print_job.c.state.in_(TO_SEND))
_NEXT = select(
    print_job.c.id,
    print_job.c.title,
    print_job.c.document,
    print_job.c.payload,
    print_job.c.printer_id,
    print_job.c.drawer,
    print_job.c.created_at,
    print_job.c.next_at,
)
_SENDING = print_job.c.state == JobState.SENDING
_FINISH = update(print_job).where(print_job.c.id == bindparam("job"))


@dataclass(frozen=True, slots=True)
class Claim:
    """A job taken to be sent: its bytes, and the printer it goes to."""

    job_id: int
    title: str
    payload: bytes
    printer: Printer


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as its job keeps it, and its bytes for a printer, made before the job is."""

    printer: Printer
    payload: bytes | None
    document: str


@dataclass(frozen=True, slots=True)
class MadeAhead:
    """The bytes of a job that waits, made anew before the transaction that takes it."""

    job_id: int
    document: str
    printer: Printer
    logo: Logo | None
    payload: bytes


def render(work: Work, document: Document) -> Rendered:
    """Return the bytes of a long document, so that adding its job is quick; writes nothing.

    Raises:
        NoPrinterError: the shop has no printer.
    """
    device = route_of(work, document.kind)[0]
    if device is None:
        raise NoPrinterError
    logo = shop_logo(work) if device.prints_logo else None
    return Rendered(device, _render(document, device, logo), document.to_json())


def enqueue(
    work: Work,
    document: Document,
    *,
    voucher_id: int | None = None,
    printer_id: int | None = None,
    reprint: bool = False,
    rendered: Rendered | None = None,
) -> int:
    """Add a job for a printer, the document's own if none is named; return its id.

    A printer set to several copies gets as many jobs, of which the first is returned; what was
    sold on account always has a duplicate for the shop.

    Raises:
        NotAllowedError: the person may not.
        NoPrinterError: the shop has no printer.
    """
    work.require(Permission.PRINT)
    known = {each.id: each for each in list_printers(work)}
    device = known.get(printer_id or 0) or route_of(work, document.kind)[0]
    if device is None:
        raise NoPrinterError
    return _add(work, document, device, voucher_id=voucher_id, reprint=reprint, rendered=rendered)


def enqueue_automatic(work: Work, document: Document, voucher_id: int) -> bool:
    """Add a job if its kind of document prints by itself; return whether it does."""
    device, automatic = route_of(work, document.kind)
    if device is None or not automatic:
        return False
    _add(work, document, device, voucher_id=voucher_id)
    return True


def _add(
    work: Work,
    document: Document,
    device: Printer,
    *,
    voucher_id: int | None,
    reprint: bool = False,
    rendered: Rendered | None = None,
) -> int:
    copies = [document] * (1 if reprint else device.copies)
    if document.kind is DocumentKind.ON_ACCOUNT and not reprint:
        copies = [document, duplicate(document), *copies[2:]]
    logo = shop_logo(work) if device.prints_logo else None

    def bytes_of(copy: Document) -> bytes | None:
        if rendered is not None and copy is document and rendered.printer == device:
            return rendered.payload
        return _render(copy, device, logo)

    def text_of(copy: Document) -> str:
        return rendered.document if rendered is not None and copy is document else copy.to_json()

    rows = [
        job_row(
            work,
            device.id,
            {
                "title": f"{copy.title} {copy.number}".strip(),
                "document": text_of(copy),
                "payload": bytes_of(copy),
                "voucher_id": voucher_id,
                "copy_no": n,
                "reprint": reprint,
            },
        )
        for n, copy in enumerate(copies, start=1)
    ]
    first = work.db.execute(_LAST_ID).scalar_one() + 1
    work.db.execute(_ADD, rows)
    return int(first)


def _render(document: Document, device: Printer, logo: Logo | None) -> bytes | None:
    """Return the bytes of a job; None if they can't be made, which never stops a sale."""
    try:
        return to_bytes(document, device, logo)
    except Exception:  # noqa: BLE001 - the money comes first, whatever this was
        return None


def job_row(work: Work, printer_id: int, row: Mapping[str, object]) -> dict[str, object]:
    """Return a job's row with what every new job has."""
    return {
        "voucher_id": None,
        "copy_no": 1,
        "reprint": False,
        "drawer": False,
        "printer_id": printer_id,
        "state": JobState.QUEUED,
        "created_at": work.now,
        "created_by": work.user.id,
        "next_at": work.now,
        **row,
    }


def make_ahead(work: Work, printer_id: int) -> MadeAhead | None:
    """Return the bytes of a printer's next job if they have to be made anew; writes nothing.

    Made within `claim_next`, those of a long paper would keep every sale waiting.
    """
    printers = list_printers(work)
    device = next((each for each in printers if each.id == printer_id), None)
    if device is None:
        return None
    head = _HEAD.where(_of(device, printers)).scalar_subquery()
    row = work.db.execute(_NEXT.where(print_job.c.id == head)).first()
    if row is None or (row.payload is not None and row.printer_id == device.id):
        return None
    logo = shop_logo(work) if device.prints_logo else None
    try:
        payload = to_bytes(Document.from_json(row.document), device, logo)
    except Exception:  # noqa: BLE001 - whoever takes the job meets it too, and says so
        return None
    return MadeAhead(row.id, row.document, device, logo, payload)


def claim_next(work: Work, printer_id: int, ahead: MadeAhead | None = None) -> Claim | None:
    """Take a printer's oldest job if it is due, marking it before its first byte leaves.

    What `make_ahead` returned is used where it still is of that job. Jobs of one printer keep
    their order. A printer that was deleted gives its jobs to the first of those that remain. A
    drawer that could not be opened at once stays shut.
    """
    printers = list_printers(work)
    device = next((each for each in printers if each.id == printer_id), None)
    if device is None:
        return None
    head = _HEAD.where(_of(device, printers)).scalar_subquery()
    row = work.db.execute(_NEXT.where(print_job.c.id == head)).first()
    if row is None or _due(row.next_at, work.now) > work.now:
        return None
    if row.drawer and abs(work.now - row.created_at) > timedelta(seconds=_DRAWER_SECONDS):
        finish(work, row.id, JobState.DISCARDED, Phrase("la impresora no estaba lista"))
        return claim_next(work, printer_id)
    payload = row.payload
    if payload is None or row.printer_id != device.id:
        logo = shop_logo(work) if device.prints_logo else None
        try:
            if ahead is not None and (ahead.job_id, ahead.document, ahead.printer, ahead.logo) == (
                row.id,
                row.document,
                device,
                logo,
            ):
                payload = ahead.payload
            else:
                payload = to_bytes(Document.from_json(row.document), device, logo)
        except Exception:  # noqa: BLE001 - as above
            # A damaged row must not stop the papers behind it; a person decides about this one.
            finish(
                work, row.id, JobState.UNCERTAIN, Phrase("lo guardado para imprimir está dañado")
            )
            return claim_next(work, printer_id)
    work.db.execute(
        _FINISH,
        {
            "job": row.id,
            "state": JobState.SENDING,
            "reason": "",
            "payload": payload,
            "printer_id": device.id,
        },
    )
    work.db.execute(
        update(print_job).where(print_job.c.id == row.id).values(attempts=print_job.c.attempts + 1)
    )
    return Claim(row.id, row.title, payload, device)


def _of(device: Printer, printers: list[Printer]) -> ColumnElement[bool]:
    mine = print_job.c.printer_id == device.id
    if device.id != printers[0].id:
        return mine
    return mine | print_job.c.printer_id.not_in([each.id for each in printers])


def finish(work: Work, job_id: int, state: JobState, reason: str = "", *, sent: int = 0) -> None:
    """Record how sending went; `QUEUED` tries again later, waiting longer each time."""
    job = work.db.execute(
        select(print_job.c.attempts, print_job.c.drawer).where(print_job.c.id == job_id)
    ).one()
    if job.drawer and state is JobState.UNCERTAIN:
        state = JobState.DISCARDED  # nobody can be asked to open it twice
    values: dict[str, object] = {"state": state, "reason": reason[:REASON_LIMIT], "sent": sent}
    if state is JobState.QUEUED:
        step = min(max(job.attempts, 1), len(_BACK_OFF_SECONDS)) - 1
        values["next_at"] = work.now + timedelta(seconds=_BACK_OFF_SECONDS[step])
    elif state is JobState.BLOCKED:
        values["next_at"] = work.now + timedelta(seconds=_BLOCKED_SECONDS)
    else:
        values["finished_at"] = work.now
    work.db.execute(_FINISH, values | {"job": job_id})


def note_trouble(work: Work, job_id: int, reason: str) -> None:
    """Record why a printer stopped in the middle of a job that goes on when it is mended."""
    work.db.execute(_FINISH, {"job": job_id, "reason": reason[:REASON_LIMIT]})


def recover(work: Work) -> int:
    """Mark as uncertain what was being sent when the program died; return how many."""
    sending = list(work.db.scalars(select(print_job.c.id).where(_SENDING)))
    for job_id in sending:
        finish(work, job_id, JobState.UNCERTAIN, Phrase("el programa se cerró mientras imprimía"))
    return len(sending)


def next_attempt_at(work: Work, printer_id: int) -> datetime | None:
    """Return when a printer's next job is due, if any waits."""
    printers = list_printers(work)
    device = next((each for each in printers if each.id == printer_id), None)
    if device is None:
        return None
    head = _HEAD.where(_of(device, printers)).scalar_subquery()
    due: datetime | None = work.db.execute(
        select(print_job.c.next_at).where(print_job.c.id == head)
    ).scalar()
    return due and _due(due, work.now)


def _due(at: datetime, now: datetime) -> datetime:
    """Return when to try: now if it is further off than any pause, as the clock was set back."""
    return now if at - now > timedelta(seconds=_BACK_OFF_SECONDS[-1]) else at
