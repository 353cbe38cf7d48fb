import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from kioskifly_desktop.adapters.outbox_worker import OutboxWorker
from kioskifly_desktop.core.database import own
from kioskifly_desktop.core.errors import PrinterError
from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.outbox import (
    JobState,
    enqueue,
    print_job,
    retry_job,
    waiting_jobs,
)
from kioskifly_desktop.core.printers import save_printer
from kioskifly_desktop.core.users import add_user, find_user
from kioskifly_desktop.core.work import Role
from tests.factories import claim
from tests.fakes.escpos_decoder import decode
from tests.fakes.papers import RECEIPT, STATEMENT, printer

PATIENCE = 10


class News:
    """Waits for what the worker tells."""

    def __init__(self):
        self._changed = threading.Condition()

    def __call__(self):
        with self._changed:
            self._changed.notify_all()

    def until(self, condition):
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE), "it never happened"


class Clock:
    """The shop's clock, which can be put forward."""

    def __init__(self):
        self.ahead = timedelta()

    def __call__(self):
        return utc_now() + self.ahead


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def shop(tmp_path, clock):
    """A new shop with a cashier."""
    database, _ = own(tmp_path, clock=clock)
    with database.write() as work:
        add_user(work, "Lucía", Role.CASHIER)
    yield database
    database.close()


@pytest.fixture
def news():
    return News()


@pytest.fixture
def worker(shop, news):
    working = OutboxWorker(shop, news)
    yield working
    assert working.stop(PATIENCE)


def _add_printer(shop, address):
    with shop.write() as work:
        save_printer(work, replace(printer(address), id=0))


def _enqueue(shop, document=RECEIPT):
    with shop.read() as work:
        user = find_user(work, "Lucía")
    with shop.write(user) as work:
        return enqueue(work, document)


def _jobs(shop):
    with shop.read() as work:
        rows = work.db.execute(print_job.select().order_by(print_job.c.id)).all()
    return [(row.state, row.attempts, row.reason) for row in rows]


def _states(shop):
    return [state for state, _, _ in _jobs(shop)]


def test_a_job_is_printed_once(shop, worker, news, tcp_printer):
    network = tcp_printer()
    _add_printer(shop, network.address)
    worker.start()
    _enqueue(shop)
    worker.wake()
    news.until(lambda: _states(shop) == [JobState.PRINTED])
    (captured,) = network.jobs
    assert any("X-00001-00000457" in line.text for line in decode(bytes(captured)).lines)


def test_jobs_come_out_in_order(shop, worker, news, tcp_printer):
    network = tcp_printer()
    _add_printer(shop, network.address)
    for document in (RECEIPT, STATEMENT, RECEIPT):
        _enqueue(shop, document)
    worker.start()
    news.until(lambda: _states(shop) == [JobState.PRINTED] * 3)
    titles = [decode(bytes(job)).lines for job in network.jobs]
    assert ["ESTADO DE CUENTA" in {line.text.strip() for line in x} for x in titles] == [
        False,
        True,
        False,
    ]


def test_a_printer_that_is_off_keeps_the_job_and_prints_it_when_it_returns(
    shop, worker, news, tcp_printer
):
    off = tcp_printer()
    off.close()
    _add_printer(shop, off.address)
    job = _enqueue(shop)
    worker.start()
    news.until(lambda: _jobs(shop)[0][1] == 1 and _states(shop) == [JobState.QUEUED])
    assert _jobs(shop)[0][2] == "la impresora rechazó la conexión"

    network = tcp_printer()
    with shop.write() as work:
        work.db.exec_driver_sql("UPDATE printer SET address = ?", (network.address,))
    with shop.write() as work:
        retry_job(work, job)
    worker.wake()
    news.until(lambda: _states(shop) == [JobState.PRINTED])
    assert len(network.jobs) == 1


def test_a_job_waits_its_back_off(shop, worker, news, clock, tcp_printer):
    off = tcp_printer()
    off.close()
    _add_printer(shop, off.address)
    _enqueue(shop)
    worker.start()
    news.until(lambda: _jobs(shop)[0][1:] == (1, "la impresora rechazó la conexión"))
    worker.wake()
    clock.ahead = timedelta(minutes=1)
    worker.wake()
    news.until(lambda: _jobs(shop)[0][1] == 2 and _states(shop) == [JobState.QUEUED])


def test_a_reset_is_left_to_a_person(shop, worker, news, clock, tcp_printer):
    network = tcp_printer("reset_after_n", after=300)
    _add_printer(shop, network.address)
    _enqueue(shop)
    worker.start()
    news.until(lambda: _states(shop) == [JobState.UNCERTAIN])
    clock.ahead = timedelta(hours=1)
    worker.wake()
    assert worker.stop(PATIENCE)
    assert len(network.jobs) == 1


def test_what_was_being_sent_when_the_program_died_is_uncertain(shop, worker, news, tcp_printer):
    network = tcp_printer()
    _add_printer(shop, network.address)
    _enqueue(shop)
    with shop.write() as work:
        claim(work)
    assert _states(shop) == [JobState.SENDING]
    worker.start()
    news.until(lambda: _states(shop) == [JobState.UNCERTAIN])
    assert network.jobs == []


def test_a_job_that_cannot_be_rendered_stops_no_sale_and_asks_a_person(
    shop, worker, news, tcp_printer
):
    network = tcp_printer()
    _add_printer(shop, network.address)
    with shop.write() as work:
        work.db.exec_driver_sql("UPDATE printer SET code_page = 'nada'")
    job = _enqueue(shop)
    worker.start()
    news.until(lambda: _states(shop) == [JobState.UNCERTAIN])
    with shop.read() as work:
        assert waiting_jobs(work)[0].reason == "lo guardado para imprimir está dañado"
    with shop.write() as work:
        work.db.exec_driver_sql("UPDATE printer SET code_page = 'cp858'")
        retry_job(work, job)
    worker.wake()
    news.until(lambda: _states(shop) == [JobState.PRINTED])


def test_a_damaged_row_asks_a_person_and_lets_the_next_paper_through(
    shop, worker, news, tcp_printer
):
    network = tcp_printer()
    _add_printer(shop, network.address)
    damaged = _enqueue(shop)
    with shop.write() as work:
        work.db.execute(update(print_job).values(document="{", payload=None))
    _enqueue(shop)
    worker.start()
    news.until(lambda: _states(shop) == [JobState.UNCERTAIN, JobState.PRINTED])
    assert len(network.jobs) == 1
    with shop.read() as work:
        assert "dañado" in waiting_jobs(work)[0].reason
    with shop.write() as work, pytest.raises(PrinterError, match="dañado"):
        retry_job(work, damaged)


def test_it_stops_at_once_when_there_is_nothing_to_do(shop, news):
    idle = OutboxWorker(shop, news)
    idle.start()
    assert idle.stop(PATIENCE)
    assert OutboxWorker(shop, news).stop(0)
