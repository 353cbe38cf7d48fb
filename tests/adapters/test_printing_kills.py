"""A program killed while it charges and prints: each payment has one paper or a question."""

import random
import re
import subprocess
import sys
import time
from collections import Counter

import pytest

from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.outbox import JobState, print_job, retry_job, waiting_jobs
from kioskifly_desktop.core.printers import (
    Acknowledgement,
    Printer,
    StatusReport,
    Transport,
    save_printer,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user
from tests.factories import make_client

KILLS = 200
SEED = 20261122
CUT = b"\x1dVB\x00"

PROGRAM = """
import sys, uuid
from pathlib import Path
from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import find_user
from kioskifly_desktop.core.wallet import PaymentRequest, register_payment

database = open_shop(Path(sys.argv[1]))
with database.read() as work:
    user = find_user(work, "")
worker = OutboxWorker(database, lambda: None)
worker.start()
print("ready", flush=True)
while True:
    with database.write(user) as work:
        request = PaymentRequest(uuid.uuid4().hex, 1, 100_00, 1, PaymentMethod.CASH)
        done = register_payment(work, request)
    worker.wake()
    print(done.number, flush=True)
"""


def _killed(folder, seconds):
    """Run the program, kill it, and return the numbers of the payments it acknowledged."""
    running = subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder)], stdout=subprocess.PIPE)
    assert running.stdout
    assert running.stdout.readline() == b"ready\n"
    time.sleep(seconds)
    running.kill()
    out, _ = running.communicate()
    return out.decode().splitlines()[: None if out.endswith(b"\n") else -1]


def _on_paper(device):
    """Count the whole papers of each number, unmarked and marked as reprints."""
    originals: Counter[str] = Counter()
    reprints: Counter[str] = Counter()
    for job in device.jobs:
        if CUT in job:
            (number,) = set(re.findall(rb"X-00001-\d{8}", job))
            marked = "REIMPRESIÓN".encode("cp858") in job
            (reprints if marked else originals)[number.decode()] += 1
    return originals, reprints


def _print_all(database):
    worker = OutboxWorker(database, lambda: None)
    worker.start()
    while True:
        with database.read() as work:
            states = {job.state for job in waiting_jobs(work)}
        if not states & {JobState.QUEUED, JobState.SENDING, JobState.BLOCKED}:
            break
        time.sleep(0.02)
    assert worker.stop(10)


@pytest.mark.long
def test_every_payment_has_one_paper_or_a_question(tmp_path, tcp_printer):
    device = tcp_printer()
    printer = Printer(
        0,
        "Red",
        Transport.TCP,
        device.address,
        report=StatusReport.DLE_EOT,
        acknowledgement=Acknowledgement.GS_R,
    )
    database = open_shop(tmp_path)
    with database.read() as work:
        user = find_user(work, "")
    with database.write(user) as work:
        make_client(work)
        save_printer(work, printer)
    database.close()

    instants = random.Random(SEED)
    acknowledged = []
    for _ in range(KILLS):
        acknowledged += _killed(tmp_path, instants.uniform(0, 0.12))

    database = open_shop(tmp_path)
    _print_all(database)
    originals, reprints = _on_paper(device)
    with database.read() as work:
        rows = work.db.execute(print_job.select()).all()
        assert check(work) == []
    numbers = {row.title.rpartition(" ")[2]: row.state for row in rows}
    assert set(acknowledged) <= set(numbers)
    assert not reprints
    assert max(originals.values()) == 1
    for number, state in numbers.items():
        if state is JobState.UNCERTAIN:
            assert originals[number] <= 1
        else:
            assert (state, originals[number]) == (JobState.PRINTED, 1), number

    uncertain = {number for number, state in numbers.items() if state is JobState.UNCERTAIN}
    assert uncertain, "no kill fell within a job: the test proves nothing"
    with database.write(user) as work:
        for job in waiting_jobs(work):
            retry_job(work, job.id)
    _print_all(database)
    assert _on_paper(device) == (originals, Counter(uncertain))
    database.close()
