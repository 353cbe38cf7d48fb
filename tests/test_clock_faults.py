"""A shift under clocks that go wrong: the money never depends on what the clock says."""

import os
import re
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from PySide6.QtWidgets import QLabel

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.backups import copy_standing, note_copy
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.es_ar import business_date
from kioskifly_desktop.core.offers import client_facts
from kioskifly_desktop.core.outbox import claim_next
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.reports import Period, ReportName, make_report
from kioskifly_desktop.core.sales import VoidRequest, void_sale
from kioskifly_desktop.core.sessions import (
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    close_session,
    current_session,
    list_sessions,
    open_session,
    pay_in,
    pay_out,
    session_report,
    tallies_of,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import debts_by_age, history, wallet_summary
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.clients.client_page import ClientPage
from kioskifly_desktop.ui.clients.client_words import ago
from kioskifly_desktop.ui.offers.words import fact_lines
from kioskifly_desktop.ui.sale.page import SalePage
from tests.debts import give_back
from tests.factories import (
    BANK,
    DRAWER,
    add_printer,
    adjust,
    make_client,
    make_product,
    new_request,
    pay,
    sell,
    undo,
)

ACTS = 60
NOON = datetime(2026, 3, 5, 15, tzinfo=UTC)
MINUTE, DAY, YEAR = timedelta(minutes=1), timedelta(days=1), timedelta(days=365)
HALF = ACTS // 2


def _at(hour, day, month, year):
    """Return an instant by the hours of Greenwich; Buenos Aires is three behind, two in summer."""
    return datetime(year, month, day, hour, tzinfo=UTC)


def _wild(n):
    return NOON + Random(n).randint(-2 * 365 * 24 * 60, 2 * 365 * 24 * 60) * MINUTE


CLOCKS = {
    "backwards": lambda n: NOON - 7 * n * MINUTE,
    "stands still": lambda _n: NOON,
    "a day back in the middle": lambda n: NOON + n * MINUTE - DAY * (n > HALF),
    "a year ahead from the middle": lambda n: NOON + n * MINUTE + YEAR * (n > HALF),
    "a year ahead and put right": lambda n: NOON + n * MINUTE + YEAR * (HALF < n < HALF + 15),
    "midnight": lambda n: _at(3, 6, 3, 2026) + (n - HALF) * MINUTE,
    "the end of a year": lambda n: _at(3, 1, 1, 2026) + (n - HALF) * MINUTE,
    "summer time begins": lambda n: _at(3, 19, 10, 2008) + (n - HALF) * MINUTE,
    "summer time ends": lambda n: _at(2, 15, 3, 2009) + (n - HALF) * 4 * MINUTE,
    "anything": _wild,
}


WITHIN_A_DAY = {"backwards", "stands still"}


class _Shift:
    """The same acts whatever the clock: what is done is chosen by a dice of its own."""

    def __init__(self, database, told):
        self.database, self.told, self.dice = database, told, Random(7)
        self.done = 0
        with database.read() as work:
            self.admin = list_users(work)[0]

    def write(self, act, *args, **fields):
        """Do an act at the instant that the clock tells then."""
        self.told["now"] = self.told["clock"](self.done)
        self.done += 1
        with self.database.write(self.admin) as work:
            return act(work, *args, **fields)

    def work(self):
        self.clients = [self.write(make_client, f"Ñandú {n}") for n in range(3)]
        self.write(add_printer)
        self.product = self.write(make_product, "Yerba", price=850_00, tracks_stock=True)
        self.open()
        often = (self.sell, self.owe, self.pay)
        acts = (*often, *often, self.move, self.undo, self.void, self.back, self.turn)
        while self.done < ACTS:
            self.dice.choice(acts)()

    def client(self):
        return self.dice.choice(self.clients)

    def open(self):
        self.write(open_session, OpenRequest(new_request(), DRAWER, 0))

    def turn(self):
        with self.database.read() as work:
            session = current_session(work, DRAWER)
        assert session is not None
        count = CashCount(coins=self.dice.randrange(5_000_00))
        self.write(close_session, CloseRequest(new_request(), session.id, count))
        self.write(open_session, OpenRequest(new_request(), DRAWER, count.total))

    def sell(self):
        self.write(sell, (self.product, 1), cash=850_00)

    def owe(self):
        self.write(sell, (self.product, 2), client_id=self.client(), on_account=1_700_00)

    def pay(self):
        register = self.dice.choice((DRAWER, BANK))
        self.write(pay, self.client(), self.dice.randrange(1, 900_00), register=register)

    def move(self):
        self.write(pay_in, CashMovementRequest(new_request(), DRAWER, 90_00, "Cambio"))
        self.write(pay_out, CashMovementRequest(new_request(), DRAWER, 40_00, "Hielo"))

    def undo(self):
        self.write(undo, self.write(adjust, self.client(), 70_00).entry_id)

    def void(self):
        sold = self.write(sell, (self.product, 1), cash=850_00)
        self.write(void_sale, VoidRequest(new_request(), sold.sale_id, "Error"))

    def back(self):
        sold = self.write(sell, (self.product, 2), client_id=self.clients[0], on_account=1_700_00)
        self.write(give_back, sold.sale_id, 0, 1_000)


def lived(folder, clock):
    """Return a shop after that shift, and its clock's last word."""
    told = {"now": clock(0), "clock": clock}
    database = open_shop(folder, clock=lambda: told["now"])
    shift = _Shift(database, told)
    shift.work()
    return database, shift


def money(work, clients):
    """Return what no clock may change."""
    sessions = list_sessions(work, DRAWER)
    wallets = [history(work, each, limit=1_000) for each in clients]
    return {
        "owed": [get_client(work, each).balance for each in clients],
        "registers": [row.balance for row in list_registers(work)],
        "sessions": [
            (s.id, s.opening_float, s.expected, s.counted, s.over_short) for s in sessions
        ],
        "tallies": [tallies_of(session_report(work, s.id)) for s in sessions],
        "by mean": [session_report(work, s.id).by_mean for s in sessions],
        "wallets": [
            [(row.posting_id, row.amount, row.balance, row.owes) for row in rows]
            for rows in wallets
        ],
        "papers": work.db.exec_driver_sql("SELECT kind, number, entry_id FROM voucher").fetchall(),
        "stock": work.db.exec_driver_sql("SELECT quantity, level FROM stock_move").fetchall(),
    }


@pytest.fixture(scope="module")
def steady(tmp_path_factory):
    """Return what is true under a clock that only goes on."""
    folder = tmp_path_factory.mktemp("steady")
    database, shift = lived(folder, lambda n: NOON + n * MINUTE)
    with closing(database), database.read() as work:
        return money(work, shift.clients)


def _sold(work, first, last):
    """Return what each report of the sales of some days says in all: tickets, net."""
    found = set()
    names = (ReportName.DAYS, ReportName.HOURS, ReportName.WEEKDAYS, ReportName.MONTHS)
    for name in names:
        report = make_report(work, name, Period(first, last))
        titles = [column.title for column in report.columns]
        found.add((report.totals[titles.index("Tickets")], report.totals[titles.index("Neto")]))
    (one,) = found
    return one


@pytest.mark.parametrize("name", CLOCKS)
def test_the_money_does_not_depend_on_the_clock(tmp_path, steady, name):
    database, shift = lived(tmp_path, CLOCKS[name])
    with closing(database), database.read(shift.admin) as work:
        assert check(work) == []
        assert money(work, shift.clients) == steady
        days = _days_agree(work)
        assert (len(days) > 1) is (name not in WITHIN_A_DAY)
        whole = _sold(work, days[0], days[-1])
        each = [_sold(work, day, day) for day in days]
        assert whole == tuple(map(sum, zip(*each, strict=True)))
        _wallets_agree(work, shift.clients, days)
        sessions = make_report(work, ReportName.SESSIONS, Period(days[0], days[-1]))
        assert len(sessions.rows) == len(list_sessions(work, DRAWER))


def _days_agree(work):
    """Return the business days there are; each is that of its own instant."""
    rows = work.db.exec_driver_sql("SELECT at, business_date FROM journal_entry").fetchall()
    for at, day in rows:
        instant = datetime.fromtimestamp(at / 1000, UTC)
        assert business_date(instant).isoformat() == day
    return sorted({business_date(datetime.fromtimestamp(at / 1000, UTC)) for at, _ in rows})


def _wallets_agree(work, clients, days):
    """Make sure that pages and days leave out no movement, and that ages are of the whole debt."""
    debts = {debt.client_id: debt for debt in debts_by_age(work)}
    for client in clients:
        rows = history(work, client, limit=1_000)
        ids = [row.posting_id for row in rows]
        assert ids == sorted(ids, reverse=True)
        paged, before = [], None
        while page := history(work, client, before=before, limit=4):
            paged += page
            before = page[-1].posting_id
        assert paged == rows
        daily = [row for day in days for row in history(work, client, since=day, until=day)]
        assert sorted(row.posting_id for row in daily) == sorted(ids)
        balance = get_client(work, client).balance
        assert sum(row.owes for row in rows) == max(balance, 0)
        debt = debts.get(client)
        assert (debt.current + debt.late + debt.lost if debt else 0) == max(balance, 0)
        assert wallet_summary(work, client).client.balance == balance


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone can't be set here")
def test_a_zone_set_in_the_middle_of_a_shift_changes_nothing(tmp_path, steady, monkeypatch):
    """The hours are those of Argentina, wherever the computer says that it is."""

    def clock(n):
        monkeypatch.setenv("TZ", "Asia/Tokyo" if n > HALF else "Pacific/Honolulu")
        time.tzset()
        return NOON + n * MINUTE

    try:
        database, shift = lived(tmp_path, clock)
        assert os.environ["TZ"] == "Asia/Tokyo"
        with closing(database), database.read() as work:
            assert money(work, shift.clients) == steady
            assert _days_agree(work) == [NOON.date()]
            assert check(work) == []
    finally:
        monkeypatch.undo()
        time.tzset()


def test_papers_of_a_clock_that_was_ahead_come_out(database, clock, write):
    printer = write(add_printer)
    client = write(make_client)
    clock.move(days=365)
    write(pay, client)
    clock.move(days=-365)
    assert write(claim_next, printer) is not None


def test_a_copy_of_a_clock_that_was_ahead_grows_old(database, clock, write, read):
    clock.move(days=365)
    write(note_copy, clock.now)
    assert not read(copy_standing).old
    clock.move(days=-365)
    assert read(copy_standing).old


BELOW_ZERO = re.compile(r"[-\u2212]\d+ días?")


def _words(*widgets):
    """Return all that is written on some widgets and what is in them."""
    shown = [part for widget in widgets for part in (widget, *widget.findChildren(QLabel))]
    return [part.text() for part in shown if isinstance(part, QLabel)]


def test_a_window_whose_clock_was_put_back_counts_no_days_below_zero(qtbot, tmp_path):
    told = {"now": NOON + 90 * DAY}
    with closing(open_shop(tmp_path, clock=lambda: told["now"])) as database:
        with database.read() as work:
            admin = list_users(work)[0]
        with database.write(admin) as work:
            client, product = make_client(work, "Ana"), make_product(work, "Yerba", price=850_00)
            sell(work, (product, 1), client_id=client, on_account=850_00)
    told["now"] = NOON
    program = Program(tmp_path, clock=lambda: told["now"])
    qtbot.addWidget(program.window)
    window, shop = program.window, program.shop
    window.show()
    sale = window.show_page(keys.SALE)
    assert isinstance(sale, SalePage)
    sale.show_client(client)
    page = ClientPage(shop, client, window.toasts, window)
    page.open()
    lines = fact_lines(shop.read(client_facts, client))
    said = [*_words(window, page), *(line for _, line in lines)]
    assert any("Debe desde el 03/06/2026" in words for words in said)
    assert any("Última compra el 03/06/2026" in words for words in said)
    assert [words for words in said if BELOW_ZERO.search(words)] == []
    assert ago(NOON.date() + DAY, NOON.date()) == "06/03/2026"
    page.done(0)
    program.close(copy=False)
