"""Every way a network printer fails, the verdict on it, and how many papers came out.

| fault                                | verdict            | papers |
|--------------------------------------|--------------------|--------|
| none, acknowledged by GS r or GS ( H | printed            | 1      |
| refuses                              | not sent           | 0      |
| doesn't accept, hangs                | not sent           | 0      |
| accepts and never reads              | not sent           | 0      |
| resets after n bytes                 | uncertain          | 0      |
| hangs up without answering           | uncertain          | 0 or 1 |
| out of paper before                  | blocked            | 0      |
| cover open before                    | blocked            | 0      |
| out of paper in mid-job, reloaded    | printed            | 1      |
| out of paper in mid-job, switched off| uncertain          | part   |
| slow                                 | printed            | 1      |
| answers garbage                      | not sent           | 0      |
| answers late                         | not sent           | 0      |
| never acknowledges                   | uncertain          | 1      |
| one-way, known to be                 | sent               | 1      |
| one-way, never asked before          | uncertain, once    | 1      |
"""

import threading

import pytest

from kioskifly_desktop.adapters.printers import Job, Limits, Verdict, probe, send, status
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.printers import Acknowledgement, StatusReport
from tests.fakes.papers import RECEIPT, printer

TICKET = to_bytes(RECEIPT, printer())
ANSWERS = {"report": StatusReport.DLE_EOT, "acknowledgement": Acknowledgement.GS_R}
ONE_WAY = {"report": StatusReport.NONE, "acknowledgement": Acknowledgement.NONE}
LIMITS = Limits(connect=1, status=0.3, write=1, answer=0.3, patience=1, drain=0.3)


def _send(device, abilities=ANSWERS, limits=LIMITS, **more):
    return send(printer(device.address), Job(TICKET, 7, **abilities, **more), limits)


@pytest.mark.parametrize("acknowledgement", [Acknowledgement.GS_R, Acknowledgement.GS_H])
def test_healthy(tcp_printer, acknowledgement):
    device = tcp_printer()
    sent = _send(device, ANSWERS | {"acknowledgement": acknowledgement})
    assert (sent.verdict, sent.sent, sent.reason) == (Verdict.PRINTED, len(TICKET), "")
    assert device.copies == 1


def test_refuses(tcp_printer):
    device = tcp_printer()
    device.close()
    sent = _send(device)
    assert (sent.verdict, sent.reason) == (Verdict.NOT_SENT, "la impresora rechazó la conexión")


@pytest.mark.parametrize("mode", ["hangs", "never_reads", "garbage", "late"])
def test_no_answer_about_its_state_means_nothing_is_sent(tcp_printer, mode):
    device = tcp_printer(mode)
    sent = _send(device)
    assert (sent.verdict, sent.sent, sent.reason) == (Verdict.NOT_SENT, 0, "no contesta")
    device.close()
    assert device.paper == b""


@pytest.mark.parametrize("after", [1, 100, len(TICKET) - 1])
def test_resets_in_mid_job(tcp_printer, after):
    device = tcp_printer("reset_after_n", after=after)
    sent = _send(device)
    assert sent.verdict is Verdict.UNCERTAIN
    assert sent.reason == "la impresora cortó la conexión a mitad de camino"
    assert device.copies == 0


def test_hangs_up_without_answering(tcp_printer):
    device = tcp_printer("close")
    assert _send(device).verdict is Verdict.UNCERTAIN
    assert device.copies <= 1


@pytest.mark.parametrize(
    ("sick", "reason"),
    [({"paper_left": 0}, "se quedó sin papel"), ({"cover_open": True}, "tiene la tapa abierta")],
)
def test_blocked_until_mended(tcp_printer, sick, reason):
    device = tcp_printer()
    for name, value in sick.items():
        setattr(device, name, value)
    sent = _send(device)
    assert (sent.verdict, sent.sent, sent.reason) == (Verdict.BLOCKED, 0, reason)
    device.reload()
    assert _send(device).verdict is Verdict.PRINTED
    assert device.copies == 1


def test_paper_that_ends_in_mid_job_is_waited_for_and_comes_out_once(tcp_printer):
    device = tcp_printer(paper_after=300)
    told = []

    def waiting(reason):
        told.append(reason)
        device.reload()

    sent = _send(device, waiting=waiting)
    assert (sent.verdict, told) == (Verdict.PRINTED, ["se quedó sin papel"])
    assert device.copies == 1
    assert bytes(device.paper) == TICKET


def test_closing_the_program_while_the_printer_waits_for_paper(tcp_printer):
    device = tcp_printer(paper_after=300)
    stop = threading.Event()
    sent = _send(device, waiting=lambda _reason: stop.set(), stop=stop)
    assert sent.verdict is Verdict.UNCERTAIN
    assert "el programa se cerró" in sent.reason


def test_switched_off_while_it_waits_for_paper(tcp_printer):
    device = tcp_printer(paper_after=300)
    sent = _send(device, waiting=lambda _reason: device.close())
    assert sent.verdict is Verdict.UNCERTAIN
    assert device.copies == 0


def test_slow(tcp_printer):
    device = tcp_printer("slow", rate=2000)
    assert _send(device).verdict is Verdict.PRINTED
    assert device.copies == 1


def test_never_acknowledges(tcp_printer):
    device = tcp_printer("no_ack")
    sent = _send(device)
    assert (sent.verdict, sent.reason) == (Verdict.UNCERTAIN, "no confirmó lo que le llegó")
    assert device.copies == 1


@pytest.mark.parametrize(
    ("abilities", "verdict"), [(ONE_WAY, Verdict.SENT), ({}, Verdict.UNCERTAIN)]
)
def test_one_way(tcp_printer, abilities, verdict):
    device = tcp_printer("silent")
    sent = _send(device, abilities)
    assert sent.verdict is verdict
    assert device.job_ended.wait(5)
    assert device.copies == 1


@pytest.mark.parametrize("abilities", [ANSWERS, {}])
def test_a_print_server_that_takes_all_and_hangs_loses_nothing(tcp_printer, abilities):
    """Its connection opens and its buffer takes the job, which never comes out."""
    device = tcp_printer("never_reads")
    assert _send(device, abilities).verdict in (Verdict.NOT_SENT, Verdict.UNCERTAIN)
    assert device.copies == 0


def test_an_old_acknowledgement_is_not_this_jobs(tcp_printer):
    device = tcp_printer("stale")
    sent = _send(device)
    assert sent.verdict is Verdict.UNCERTAIN


def test_low_paper_is_said_and_does_not_stop(tcp_printer):
    device = tcp_printer(paper_low=True)
    sent = _send(device)
    assert (sent.verdict, sent.paper_low) == (Verdict.PRINTED, True)


def test_what_a_printer_can_answer_is_learnt_without_printing(tcp_printer):
    able, unable = tcp_printer(), tcp_printer("silent")
    found = probe(printer(able.address), LIMITS)
    assert (found.report, found.acknowledgement) == (*ANSWERS.values(),)
    found = probe(printer(unable.address), LIMITS)
    assert (found.report, found.acknowledgement) == (*ONE_WAY.values(),)
    assert able.copies == unable.copies == 0
    unable.close()
    assert probe(printer(unable.address), LIMITS).report is None


@pytest.mark.parametrize("byte", range(256))
def test_only_well_formed_answers_count(byte):
    answer = bytes([byte])
    assert (status.answer_in(answer) == byte) is (byte & 0b10010011 == 0b00010010)
    assert status.acknowledges(answer) is (byte in {0x00, 0x03, 0x0C, 0x0F})
    assert not status.acknowledges(answer, 7)


def test_an_acknowledgement_names_its_job():
    answer = b"\x37\x22" + status.ask_for(7)[-4:] + b"\x00"
    assert status.acknowledges(b"\xff" + answer, 7)
    assert not status.acknowledges(answer, 8)
    assert not status.acknowledges(answer[:-1], 7)


def test_automatic_status_is_not_an_acknowledgement():
    report = b"\x14\x00\x00\x0f"
    assert not status.acknowledges(b"")
    assert not status.acknowledges(report)
    assert not status.acknowledges(report + b"\x12\x11\x13")
    assert status.acknowledges(report + b"\x12" + b"\x00")


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ((0x12, 0x12, 0x12), ""),
        ((0x32, 0x12, 0x12), "se quedó sin papel"),
        ((0x12, 0x12, 0x72), "se quedó sin papel"),
        ((0x16, 0x12, 0x12), "tiene la tapa abierta"),
        ((0x12, 0x1A, 0x12), "tiene trabada la cuchilla"),
        ((0x52, 0x12, 0x12), "tiene un error: apagala y prendela"),
        ((0x12, 0x32, 0x12), "tiene un error: apagala y prendela"),
    ],
)
def test_what_the_status_bits_say(answers, trouble):
    assert status.condition(*answers).trouble == trouble
