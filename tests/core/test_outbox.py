from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.documents import DocumentKind
from kioskifly_desktop.core.errors import (
    JobNotFoundError,
    NoDrawerError,
    NoPrinterError,
    NotAllowedError,
    PrinterError,
    ReasonMissingError,
    VoucherNotFoundError,
)
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.outbox import (
    JobState,
    change_printer,
    claim_next,
    confirm_job,
    discard_job,
    drawer_openings,
    enqueue,
    finish,
    make_ahead,
    next_attempt_at,
    open_drawer,
    print_test_page,
    print_voucher,
    printer_states,
    recover,
    retry_job,
    waiting_jobs,
)
from kioskifly_desktop.core.papers import test_page as page_for_testing
from kioskifly_desktop.core.printers import (
    Acknowledgement,
    Printer,
    Route,
    StatusReport,
    Transport,
    delete_printer,
    learn,
    list_printers,
    list_routes,
    route_of,
    save_printer,
    save_route,
)
from tests.factories import add_printer, claim, make_client, pay, undo
from tests.fakes.escpos_decoder import decode


@pytest.fixture
def printer(write):
    return write(add_printer, "Mostrador")


@pytest.fixture
def paper(write, read, clock, printer):
    """Return a paper to print."""
    return page_for_testing(read(list_printers)[0], clock.now)


@pytest.fixture
def row(database):
    """Look at a job, waiting or not."""

    def run(job):
        with database.read() as work:
            return work.db.exec_driver_sql(
                "SELECT state, reason, attempts, finished_at FROM print_job WHERE id = ?", (job,)
            ).one()

    return run


def marks(payload):
    lines = [line.text.strip() for line in decode(payload, code_pages=True).lines]
    return [line for line in lines if line.startswith("REIMPRESIÓN")]


def test_jobs_of_a_printer_keep_their_order(write, read, clock, paper, printer):
    jobs = [write(enqueue, paper) for _ in range(3)]
    assert [job.id for job in read(waiting_jobs)] == jobs
    assert read(next_attempt_at, printer) == clock.now

    claimed = write(claim)
    assert (claimed.job_id, claimed.printer.name) == (jobs[0], "Mostrador")
    assert claimed.payload == to_bytes(paper, read(list_printers)[0])
    write(finish, jobs[0], JobState.QUEUED, "no responde")
    assert write(claim) is None, "the second one must wait for the first"

    clock.move(seconds=2)
    for job in jobs:
        assert write(claim).job_id == job
        write(finish, job, JobState.PRINTED)
    assert write(claim) is None
    assert read(next_attempt_at, printer) is None
    assert read(waiting_jobs) == []


def test_a_printer_that_fails_does_not_stop_another(write, clock, paper, printer):
    other = write(add_printer, "Depósito")
    first = write(enqueue, paper, printer_id=printer)
    second = write(enqueue, paper, printer_id=other)
    assert write(claim).job_id == first
    write(finish, first, JobState.QUEUED)
    claimed = write(claim)
    assert (claimed.job_id, claimed.printer.id) == (second, other)


def test_each_failure_waits_longer(write, read, clock, paper, printer):
    job = write(enqueue, paper)
    for attempt, seconds in enumerate((2, 5, 15, 30, 30, 30), start=1):
        assert write(claim).job_id == job
        write(finish, job, JobState.QUEUED, "sin papel")
        assert read(next_attempt_at, printer) == clock.now + timedelta(seconds=seconds)
        (waiting,) = read(waiting_jobs)
        assert (waiting.state, waiting.reason, waiting.attempts) == ("queued", "sin papel", attempt)
        clock.move(seconds=seconds, milliseconds=-1)
        assert write(claim) is None
        clock.move(milliseconds=1)


def test_what_was_being_sent_when_the_program_died_is_uncertain(write, read, paper):
    jobs = [write(enqueue, paper) for _ in range(2)]
    write(claim)
    assert write(recover) == 1
    assert [job.state for job in read(waiting_jobs)] == [JobState.UNCERTAIN, JobState.QUEUED]
    assert read(waiting_jobs)[0].reason == "el programa se cerró mientras imprimía"
    assert write(recover) == 0
    assert write(claim).job_id == jobs[1], "an uncertain job waits for a person"


def test_only_what_may_have_come_out_is_marked_when_sent_again(write, clock, paper):
    job = write(enqueue, paper)
    write(claim)
    write(finish, job, JobState.QUEUED, "no responde")
    write(retry_job, job)
    claimed = write(claim)
    assert marks(claimed.payload) == []

    for n, minutes in ((1, ["05"]), (2, ["10", "05"])):
        write(finish, job, JobState.UNCERTAIN, "se cortó")
        clock.move(minutes=5)
        write(retry_job, job)
        claimed = write(claim)
        times = range(n, 0, -1)
        assert marks(claimed.payload) == [
            f"REIMPRESIÓN {time} - 05/03/2026 12:{minute}"
            for time, minute in zip(times, minutes, strict=True)
        ]


def test_a_retry_does_not_wait(write, clock, paper):
    job = write(enqueue, paper)
    for _ in range(3):
        write(claim)
        write(finish, job, JobState.QUEUED, "no responde")
        write(retry_job, job)
    assert write(claim).job_id == job


def test_a_person_saw_it_come_out(write, read, paper, row, cashier):
    job = write(enqueue, paper)
    write(claim)
    write(recover)
    write(confirm_job, job, user=cashier)
    assert row(job)[:2] == ("printed", "confirmado por Cajero")
    assert row(job).finished_at
    assert read(waiting_jobs) == []


def test_a_job_is_given_up_by_an_administrator_who_says_why(write, read, paper, row, cashier):
    job = write(enqueue, paper)
    with pytest.raises(NotAllowedError):
        write(discard_job, job, "sobra", user=cashier)
    for empty in ("", " \x00\t"):
        with pytest.raises(ReasonMissingError):
            write(discard_job, job, empty)
    write(discard_job, job, " ya\x1b no hace falta ")
    assert row(job)[:2] == ("discarded", "ya no hace falta (Administrador)")
    assert read(waiting_jobs) == []
    assert write(claim) is None


@pytest.mark.parametrize("state", [JobState.PRINTED, JobState.UNCONFIRMED, JobState.SENDING])
def test_only_a_waiting_job_is_touched(write, paper, row, state):
    job = write(enqueue, paper)
    write(claim)
    if state is not JobState.SENDING:
        write(finish, job, state)
    before = row(job)
    for act in (
        lambda: write(retry_job, job),
        lambda: write(confirm_job, job),
        lambda: write(discard_job, job, "x"),
        lambda: write(retry_job, 99),
    ):
        with pytest.raises(JobNotFoundError):
            act()
    assert row(job) == before


def test_a_deleted_printers_jobs_go_to_another(write, read, paper, printer):
    job = write(enqueue, paper, printer_id=printer)
    write(delete_printer, printer)
    assert write(claim) is None
    assert [waiting.printer for waiting in read(waiting_jobs)] == [""]

    other = write(add_printer, "Nueva")
    claimed = write(claim)
    assert (claimed.job_id, claimed.printer.id) == (job, other)


def test_printing_needs_a_printer(write, read, clock, paper, printer):
    with pytest.raises(NoPrinterError):
        write(print_test_page, 99)
    assert read(waiting_jobs) == []
    write(print_test_page, printer)
    assert [job.title for job in read(waiting_jobs)] == ["Página de prueba"]

    write(delete_printer, printer)
    done = write(pay, write(make_client))
    assert not done.printing
    for act, detail in ((enqueue, paper), (print_voucher, done.voucher_id)):
        with pytest.raises(NoPrinterError):
            write(act, detail)


def test_a_voucher_printed_again_says_so(write, read, clock):
    done = write(pay, write(make_client, "Ana"))
    write(add_printer)
    assert [marks(write_and_claim(write, done)) for _ in range(3)] == [
        [],
        ["REIMPRESIÓN 1 - 05/03/2026 12:00"],
        ["REIMPRESIÓN 2 - 05/03/2026 12:00"],
    ]
    with pytest.raises(VoucherNotFoundError):
        write(print_voucher, 99)


def write_and_claim(write, done):
    job = write(print_voucher, done.voucher_id)
    claimed = write(claim)
    write(finish, job, JobState.PRINTED)
    assert claimed.job_id == job
    return claimed.payload


def test_a_receipt_printed_by_itself_counts_and_a_discarded_one_does_not(write, read):
    write(add_printer)
    done = write(pay, write(make_client, "Ana"))
    assert done.printing
    (automatic,) = read(waiting_jobs)
    write(discard_job, automatic.id, "sin papel")
    assert marks(write_and_claim(write, done)) == []
    assert len(marks(write_and_claim(write, done))) == 1


def test_an_undone_receipt_is_printed_as_undone(write, read, clock):
    done = write(pay, write(make_client, "Ana"))
    write(undo, done.entry_id)
    write(add_printer)
    lines = [line.text.strip() for line in decode(write_and_claim(write, done)).lines]
    assert any(line.startswith("ANULADO") for line in lines)
    assert any(line.startswith("RECIBO DE PAGO") for line in lines)


def test_each_kind_of_document_goes_where_it_is_sent(write, read, cashier):
    counter, store = write(add_printer, "Mostrador"), write(add_printer, "Depósito")
    client = write(make_client)
    write(pay, client)
    assert write(claim).printer.id == counter
    write(save_route, Route(DocumentKind.PAYMENT, store, automatic=True))
    write(pay, client)
    assert write(claim_next, store).printer.id == store
    write(save_route, Route(DocumentKind.PAYMENT, store, automatic=False))
    done = write(pay, client)
    assert not done.printing
    write(print_voucher, done.voucher_id)
    assert write(claim_next, store)
    with pytest.raises(NotAllowedError):
        write(save_route, Route(DocumentKind.PAYMENT, None, automatic=True), user=cashier)
    write(delete_printer, store)
    assert read(route_of, DocumentKind.PAYMENT)[0].id == counter
    kinds = {route.kind: route.automatic for route in read(list_routes)}
    assert (kinds[DocumentKind.PAYMENT], kinds[DocumentKind.CLOSE]) == (False, True)
    assert not kinds[DocumentKind.STATEMENT]


def test_a_printer_of_two_copies_prints_two_and_a_reprint_one(write, read):
    write(add_printer, copies=2)
    done = write(pay, write(make_client))
    assert [job.copy_no for job in read(waiting_jobs)] == [1, 2]
    first, second = write(claim), None
    write(finish, first.job_id, JobState.PRINTED)
    second = write(claim)
    assert first.payload == second.payload
    write(finish, second.job_id, JobState.PRINTED)
    write(print_voucher, done.voucher_id)
    (again,) = read(waiting_jobs)
    assert again.copy_no == 1
    assert marks(write(claim).payload) == ["REIMPRESIÓN 1 - 05/03/2026 12:00"]


def test_an_original_is_printed_once_whatever_asks(write, read, paper):
    write(add_printer)
    done = write(pay, write(make_client))
    with pytest.raises(IntegrityError):
        write(enqueue, paper, voucher_id=done.voucher_id)


def test_a_blocked_job_is_tried_again_soon_and_keeps_its_bytes(write, read, clock, paper, printer):
    job = write(enqueue, paper)
    payload = write(claim).payload
    write(finish, job, JobState.BLOCKED, "se quedó sin papel")
    assert write(claim) is None
    (state,) = read(printer_states)
    assert (state.waiting, state.reason, state.uncertain) == (1, "se quedó sin papel", 0)
    for _ in range(50):
        clock.move(seconds=2)
        assert write(claim).payload == payload
        write(finish, job, JobState.BLOCKED, "se quedó sin papel")
    assert read(next_attempt_at, printer) == clock.now + timedelta(seconds=2)


def test_what_a_printer_answers_is_learnt(write, read, printer):
    write(learn, printer, StatusReport.DLE_EOT, Acknowledgement.GS_R, paper_low=True)
    (stored,) = read(list_printers)
    assert (stored.report, stored.acknowledgement) == ("dle_eot", "gs_r")
    assert stored.paper_low
    write(learn, printer, None, None, paper_low=False)
    (stored,) = read(list_printers)
    assert (stored.report, stored.acknowledgement, stored.paper_low) == ("dle_eot", "gs_r", False)


def test_the_drawer_opens_at_once_or_not_at_all(write, read, clock, cashier, row):
    with pytest.raises(NoDrawerError):
        write(open_drawer, "cambio")
    write(add_printer, drawer_pin=2)
    with pytest.raises(NotAllowedError):
        write(open_drawer, "cambio", user=cashier)
    with pytest.raises(ReasonMissingError):
        write(open_drawer, " ")
    write(open_drawer, "cambio para el vecino")
    claimed = write(claim)
    assert claimed.payload == b"\x1b@\x1bp\x00\x19\xfa"
    write(finish, claimed.job_id, JobState.UNCERTAIN, "se cortó")
    assert row(claimed.job_id).state == "discarded"

    write(open_drawer, "otra vez")
    clock.move(seconds=11)
    assert write(claim) is None
    assert read(waiting_jobs) == []
    assert [(o.reason, o.entry_id) for o in read(drawer_openings)] == [
        ("otra vez", None),
        ("cambio para el vecino", None),
    ]


def test_a_printer_is_kept_and_changed(write, read, cashier):
    record = Printer(0, " Mostrador\x1b ", Transport.SERIAL, "/dev/ttyUSB0@9600", columns=32)
    printer = write(save_printer, record)
    (stored,) = read(list_printers)
    assert (stored.id, stored.name, stored.columns) == (printer, "Mostrador", 32)
    assert (stored.has_cutter, stored.copies, stored.code_page) == (True, 1, "cp858")

    changed = Printer(
        printer, "Otra", Transport.TCP, "10.0.0.5:9100", 42, "cp1252", 16, has_cutter=False
    )
    assert write(save_printer, changed) == printer
    assert read(list_printers) == [changed]
    for act, detail in ((save_printer, changed), (delete_printer, printer)):
        with pytest.raises(NotAllowedError):
            write(act, detail, user=cashier)
    write(delete_printer, printer)
    assert read(list_printers) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": " "}, "name"),
        ({"address": "10.0.0.5"}, "address"),
        ({"address": ""}, "address"),
        ({"transport": Transport.USB, "address": "04b8"}, "address"),
        ({"transport": Transport.SERIAL, "address": "/dev/ttyUSB0"}, "address"),
        ({"transport": Transport.FILE, "address": ""}, "address"),
        ({"columns": 40}, "columns"),
        ({"code_page": "utf-8"}, "code_page"),
        ({"code_page_number": 256}, "code_page"),
    ],
)
def test_a_printer_says_how_it_is_reached(write, read, fields, field):
    with pytest.raises(PrinterError) as caught:
        write(add_printer, **fields)
    assert caught.value.field == field
    assert read(list_printers) == []


def test_the_drawer_tried_again_keeps_its_bytes(write, read):
    write(add_printer, drawer_pin=5)
    write(open_drawer, "cambio")
    first = write(claim)
    write(finish, first.job_id, JobState.QUEUED, "no contesta")
    write(retry_job, first.job_id)
    assert write(claim).payload == first.payload


def test_a_printer_that_prints_and_never_answered_is_not_asked_about_again(write, read, printer):
    for state in ("unknown", "none"):
        (stored,) = read(list_printers)
        assert (stored.report, stored.acknowledgement) == (state, state)
        done = write(pay, write(make_client))
        assert done.printing
        job = write(claim).job_id
        write(finish, job, JobState.UNCERTAIN, "todavía no se sabe si esta impresora confirma")
        write(confirm_job, job)


def test_what_waits_for_a_printer_is_made_anew_when_it_changes(write, read, paper, printer):
    job = write(enqueue, paper)
    (stored,) = read(list_printers)
    narrow = replace(stored, columns=32)
    assert write(change_printer, narrow) == printer
    claimed = write(claim)
    assert claimed.job_id == job
    assert claimed.payload == to_bytes(paper, narrow)


def test_a_new_printer_is_not_taken_for_a_deleted_one(write, read, paper, printer):
    write(enqueue, paper)
    write(delete_printer, printer)
    other = write(add_printer, "Angosta", columns=32)
    assert other != printer
    assert write(claim).payload == to_bytes(paper, read(list_printers)[0])


def test_a_job_being_sent_says_nothing_of_its_last_failure(write, read, paper):
    job = write(enqueue, paper)
    write(claim)
    write(finish, job, JobState.QUEUED, "no contesta")
    write(retry_job, job)
    write(claim)
    (sending,) = read(waiting_jobs)
    assert (sending.state, sending.reason) == (JobState.SENDING, "")


@pytest.mark.parametrize("left", [500, 0], ids=["cut short", "killed"])
def test_what_may_have_come_out_and_was_given_up_is_a_reprint_the_next_time(write, printer, left):
    done = write(lambda work: pay(work, make_client(work)))
    job = write(claim).job_id
    write(lambda work: finish(work, job, JobState.UNCERTAIN, sent=left))
    write(discard_job, job, "nadie sabe")
    write(print_voucher, done.voucher_id)
    (mark,) = marks(write(claim).payload)
    assert mark.startswith("REIMPRESIÓN 1 ")


def test_two_papers_never_bear_the_same_number(write, printer):
    done = write(lambda work: pay(work, make_client(work)))
    job = write(claim).job_id
    write(finish, job, JobState.UNCERTAIN)
    write(retry_job, job)
    seen = [marks(write(claim).payload)[0]]
    write(finish, job, JobState.PRINTED)
    job = write(print_voucher, done.voucher_id)
    seen.append(marks(write(claim).payload)[0])
    write(finish, job, JobState.UNCERTAIN)
    write(retry_job, job)
    seen.append(marks(write(claim).payload)[0])
    assert [mark.split()[1] for mark in seen] == ["1", "2", "3"]


def test_a_clock_set_back_stops_no_paper(write, read, clock, paper, printer):
    write(enqueue, paper)
    clock.move(days=-365)
    assert read(next_attempt_at, printer) == clock.now
    assert write(claim) is not None


def test_bytes_made_ahead_are_those_that_are_sent(write, read, paper, printer):
    write(enqueue, paper)
    narrow = replace(read(list_printers)[0], columns=32)
    write(change_printer, narrow)
    ahead = read(make_ahead, printer)
    assert ahead.payload == to_bytes(paper, narrow)
    told_apart = replace(ahead, payload=b"made ahead")
    assert write(claim_next, printer, told_apart).payload == b"made ahead"


def test_bytes_made_ahead_for_what_the_printer_was_are_made_again(write, read, paper, printer):
    write(enqueue, paper)
    narrow = replace(read(list_printers)[0], columns=32)
    write(change_printer, narrow)
    ahead = read(make_ahead, printer)
    wide = replace(narrow, columns=48)
    write(change_printer, wide)
    assert write(claim_next, printer, ahead).payload == to_bytes(paper, wide)


def test_nothing_is_made_ahead_of_a_job_that_has_its_bytes(write, read, paper, printer):
    assert read(make_ahead, printer) is None
    write(enqueue, paper)
    assert read(make_ahead, printer) is None
    assert read(make_ahead, printer + 1) is None
