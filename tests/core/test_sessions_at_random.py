"""Shifts of any shape: payments, reversals, money moved by hand, openings and closes."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.errors import NotEnoughCashError
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sessions import (
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    TransferRequest,
    close_session,
    open_session,
    pay_in,
    pay_out,
    session_report,
    transfer,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.factories import BANK, DRAWER, make_client, new_request, pay, undo

AMOUNTS = st.integers(1, 5_000_00)


class Shift(RuleBasedStateMachine):
    """Whatever happens in whatever order, the drawer says what its session says."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.database = open_shop(Path(self.folder.name))
        with self.database.read() as work:
            self.admin = list_users(work)[0]
        with self.database.write(self.admin) as work:
            self.client = make_client(work)
        self.session: int | None = None
        self.drawer = 0
        self.paid = []

    def teardown(self):
        self.database.close()
        self.folder.cleanup()

    def do(self, act, *args, **kwargs):
        with self.database.write(self.admin) as work:
            return act(work, *args, **kwargs)

    def hand(self, amount, act, request):
        """Move money by hand: what isn't in the drawer can't leave it."""
        if amount < 0 and self.drawer < -amount:
            with pytest.raises(NotEnoughCashError):
                self.do(act, request)
            return
        self.do(act, request)
        self.drawer += amount

    @precondition(lambda self: self.session is None)
    @rule(opening_float=st.integers(0, 10_000_00))
    def open(self, opening_float):
        self.session = self.do(
            open_session, OpenRequest(new_request(), DRAWER, opening_float)
        ).session_id
        self.drawer = opening_float

    @precondition(lambda self: self.session is not None)
    @rule(difference=st.integers(-300_00, 300_00))
    def close(self, difference):
        assert self.session is not None
        counted = max(self.drawer + difference, 0)
        done = self.do(
            close_session, CloseRequest(new_request(), self.session, CashCount(coins=counted))
        )
        assert (done.expected, done.over_short) == (self.drawer, counted - self.drawer)
        self.drawer, self.session = counted, None

    @rule(amount=AMOUNTS, register=st.sampled_from([DRAWER, BANK]))
    def take_payment(self, amount, register):
        self.paid.append((self.do(pay, self.client, amount, register=register), register, amount))
        self.drawer += amount if register == DRAWER else 0

    @precondition(lambda self: self.paid)
    @rule(data=st.data())
    def reverse_payment(self, data):
        done, register, amount = self.paid.pop(data.draw(st.integers(0, len(self.paid) - 1)))
        self.do(undo, done.entry_id)
        self.drawer -= amount if register == DRAWER else 0

    @precondition(lambda self: self.session is not None)
    @rule(amount=AMOUNTS, into=st.booleans())
    def move_by_hand(self, amount, into):
        request = CashMovementRequest(new_request(), DRAWER, amount, "Bolsas")
        self.hand(amount if into else -amount, pay_in if into else pay_out, request)

    @rule(amount=AMOUNTS, into=st.booleans())
    def pass_on(self, amount, into):
        ends = (BANK, DRAWER) if into else (DRAWER, BANK)
        request = TransferRequest(new_request(), *ends, amount)
        self.hand(amount if into else -amount, transfer, request)

    @invariant()
    def the_books_agree(self):
        with self.database.read(self.admin) as work:
            assert check(work) == []
            assert get_register(work, DRAWER).balance == self.drawer
            if self.session is not None:
                assert session_report(work, self.session).expected == self.drawer
            everywhere = work.db.exec_driver_sql("SELECT sum(balance) FROM account").scalar_one()
            assert everywhere == 0


TestShift = Shift.TestCase
TestShift.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
