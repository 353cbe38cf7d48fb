import pickle
import socket
import subprocess
import sys

import pytest

from kioskifly_desktop.adapters.printers import Job, Limits, Verdict, send
from kioskifly_desktop.adapters.printers.cable import seed_capabilities
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.printers import Transport
from tests.fakes.escpos_decoder import decode
from tests.fakes.papers import RECEIPT, printer

SHORT = Limits(
    connect=1, status=0.1, write=0.3, answer=0.3, drain=0.3, slowest=10**9, slowest_answer=10**9
)
TICKET = to_bytes(RECEIPT, printer())
LONG = TICKET[:-7] + b"x" * 20_000_000


def _send(address, data=TICKET, limits=SHORT):
    return send(printer(address), Job(data), limits)


def test_a_printer_that_answers_has_printed(tcp_printer):
    network = tcp_printer()
    assert _send(network.address, limits=Limits()).verdict is Verdict.PRINTED
    (captured,) = network.jobs
    job = decode(bytes(captured))
    assert job.asks == 1
    assert job.cut
    assert any("X-00001-00000457" in line.text for line in job.lines)


def test_each_job_has_a_connection_of_its_own(tcp_printer):
    network = tcp_printer()
    assert [_send(network.address, limits=Limits()).verdict for _ in range(3)] == [
        Verdict.PRINTED
    ] * 3
    assert len(network.jobs) == 3
    assert all(decode(bytes(job)).asks == 1 for job in network.jobs)


def test_a_printer_that_never_answered_yet_is_left_to_a_person(tcp_printer):
    network = tcp_printer("silent")
    sent = _send(network.address)
    assert sent.verdict is Verdict.UNCERTAIN
    assert sent.reason == "todavía no se sabe si esta impresora confirma"
    assert network.job_ended.wait(5)
    assert bytes(network.jobs[0]).startswith(TICKET)


def test_nobody_listening_means_nothing_was_sent(tcp_printer):
    network = tcp_printer()
    network.close()
    sent = _send(network.address)
    assert (sent.verdict, sent.reason) == (Verdict.NOT_SENT, "la impresora rechazó la conexión")


def test_a_full_queue_of_connections_gives_up_in_time():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        waiting = []
        try:
            while True:
                client = socket.socket()
                waiting.append(client)
                client.settimeout(0.2)
                client.connect(listener.getsockname())
        except TimeoutError:
            sent = _send(address, limits=Limits(connect=0.2))
        finally:
            for client in waiting:
                client.close()
    assert (sent.verdict, sent.reason) == (Verdict.NOT_SENT, "no contesta")


@pytest.mark.parametrize(
    "address", ["", "sin puerto", "127.0.0.1:nada", "127.0.0.1:99999", "..:9100"]
)
def test_an_address_that_makes_no_sense_is_said_so(address):
    sent = _send(address)
    assert sent.verdict is Verdict.NOT_SENT
    assert "no es válida" in sent.reason


def test_a_reset_in_the_middle_is_uncertain(tcp_printer):
    network = tcp_printer("reset_after_n", after=300)
    sent = _send(network.address, LONG, Limits())
    assert sent.verdict is Verdict.UNCERTAIN
    assert "cortó la conexión" in sent.reason


def test_hanging_up_without_an_answer_is_uncertain(tcp_printer):
    sent = _send(tcp_printer("close").address, limits=Limits())
    assert sent.verdict is Verdict.UNCERTAIN
    assert "cortó la conexión" in sent.reason


def test_a_printer_that_stops_reading_is_uncertain_in_bounded_time(tcp_printer):
    sent = _send(tcp_printer("never_reads").address, LONG)
    assert (sent.verdict, sent.reason) == (Verdict.UNCERTAIN, "no contesta a mitad de camino")


def test_a_file_receives_every_job_whole(tmp_path):
    path = tmp_path / "salida.bin"
    for _ in range(2):
        assert send(printer(str(path), Transport.FILE), Job(TICKET)).verdict is Verdict.PRINTED
    assert path.read_bytes() == TICKET * 2


def test_a_folder_is_no_printer(tmp_path):
    sent = send(printer(str(tmp_path), Transport.FILE), Job(TICKET))
    assert (sent.verdict, sent.reason) == (Verdict.NOT_SENT, "es una carpeta")
    missing = tmp_path / "no" / "existe"
    assert send(printer(str(missing), Transport.FILE), Job(TICKET)).reason == "no existe"


def test_a_usb_printer_that_is_not_there_was_sent_nothing():
    sent = send(printer("ffff:fffe", Transport.USB), Job(TICKET))
    assert sent.verdict is Verdict.NOT_SENT
    assert sent.reason in {
        "no está conectada",
        "falta la biblioteca libusb en esta computadora",
    }


def test_the_printer_table_is_left_ready_for_one_user(tmp_path, monkeypatch):
    monkeypatch.setenv("ESCPOS_CAPABILITIES_PICKLE_DIR", "")
    folder = tmp_path / "escpos"
    seed_capabilities(folder)
    (seeded,) = folder.iterdir()
    assert "profiles" in pickle.loads(seeded.read_bytes())
    assert folder.stat().st_mode & 0o077 == 0


def test_the_slow_libraries_are_imported_only_when_used():
    program = (
        "import sys, kioskifly_desktop.adapters.pdf, kioskifly_desktop.adapters.outbox_worker;"
        "print(sorted({'escpos', 'reportlab', 'yaml', 'PIL', 'usb', 'serial'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout == "[]\n", done.stderr
