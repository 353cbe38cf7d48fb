"""Jobs to print, committed with the money and done after it; a job is never lost in silence."""

from kioskifly_desktop.core.outbox.drawer import (
    DrawerOpening,
    drawer_openings,
    kick_for,
    open_drawer,
)
from kioskifly_desktop.core.outbox.jobs import (
    Claim,
    JobState,
    Rendered,
    claim_next,
    enqueue,
    enqueue_automatic,
    finish,
    make_ahead,
    next_attempt_at,
    note_trouble,
    print_job,
    recover,
    render,
)
from kioskifly_desktop.core.outbox.people import (
    change_printer,
    confirm_job,
    discard_job,
    print_test_page,
    print_voucher,
    retry_job,
)
from kioskifly_desktop.core.outbox.reads import JobRow, PrinterState, printer_states, waiting_jobs

__all__ = [
    "Claim",
    "DrawerOpening",
    "JobRow",
    "JobState",
    "PrinterState",
    "Rendered",
    "change_printer",
    "claim_next",
    "confirm_job",
    "discard_job",
    "drawer_openings",
    "enqueue",
    "enqueue_automatic",
    "finish",
    "kick_for",
    "make_ahead",
    "next_attempt_at",
    "note_trouble",
    "open_drawer",
    "print_job",
    "print_test_page",
    "print_voucher",
    "printer_states",
    "recover",
    "render",
    "retry_job",
    "waiting_jobs",
]
