import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import AlreadyReversedError, BalanceOverflowError, RequestIdError
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    get_entry,
    is_reversed,
    post,
    reverse,
    system_account,
)
from kioskifly_desktop.core.money import MAX_AMOUNT, MAX_BALANCE
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.wallet import history
from tests.factories import BANK, DRAWER, E_WALLET, add_debt, adjust, make_client, pay, undo

AMOUNT = st.one_of(st.integers(1, MAX_AMOUNT), st.sampled_from([1, 2, MAX_AMOUNT]))
STEP = st.one_of(
    st.tuples(st.just("pay"), st.integers(0, 2), AMOUNT, st.sampled_from([DRAWER, BANK, E_WALLET])),
    st.tuples(st.just("charge"), st.integers(0, 2), AMOUNT),
    st.tuples(st.just("adjust"), st.integers(0, 2), AMOUNT, st.sampled_from([1, -1])),
    st.tuples(st.just("undo"), st.integers(0, 50)),
)


class Model:
    """What the balances must be, told by the simplest means."""

    def __init__(self, work):
        self.work = work
        self.clients = [make_client(work, name) for name in ("Ana", "Beto", "Carla")]
        self.balances = dict.fromkeys(self.clients, 0)
        self.registers = {DRAWER: 0, BANK: 0, E_WALLET: 0}
        self.reversible = []

    def do(self, step):
        kind, *details = step
        getattr(self, f"do_{kind}")(*details)

    def do_pay(self, who, amount, register):
        client = self.clients[who]
        done = pay(self.work, client, amount, register=register)
        self.balances[client] -= amount
        self.registers[register] += amount
        assert done.client_balance == self.balances[client]
        assert done.register_balance == self.registers[register]
        self.reversible.append((done.entry_id, client, -amount, register))

    def do_charge(self, who, amount):
        client = self.clients[who]
        self.balances[client] += amount
        assert add_debt(self.work, client, amount).client_balance == self.balances[client]

    def do_adjust(self, who, amount, sign):
        client = self.clients[who]
        done = adjust(self.work, client, sign * amount)
        self.balances[client] += sign * amount
        assert done.client_balance == self.balances[client]
        self.reversible.append((done.entry_id, client, sign * amount, None))

    def do_undo(self, which):
        if not self.reversible:
            return
        entry, client, amount, register = self.reversible.pop(which % len(self.reversible))
        done = undo(self.work, entry)
        self.balances[client] -= amount
        if register:
            self.registers[register] += amount
        assert done.client_balance == self.balances[client]
        with pytest.raises(AlreadyReversedError):
            undo(self.work, entry)

    def must_hold(self):
        assert check(self.work) == []
        for client, balance in self.balances.items():
            assert get_client(self.work, client).balance == balance
            rows = history(self.work, client, limit=1000)[::-1]
            running = 0
            for row in rows:
                running += row.amount
                assert row.balance == running
            assert running == balance
        assert {row.id: row.balance for row in list_registers(self.work)} == self.registers
        total = self.work.db.exec_driver_sql("SELECT sum(balance) FROM account").scalar()
        assert total == 0


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(STEP, max_size=25))
def test_whatever_happens_the_books_agree(database, admin, steps):
    with database.write(admin) as work:
        savepoint = work.db.begin_nested()
        model = Model(work)
        for step in steps:
            model.do(step)
        model.must_hold()
        savepoint.rollback()


def test_a_year_of_movements_keeps_the_books(database, admin):
    dice = random.Random(20260305)
    with database.write(admin) as work:
        model = Model(work)
        for _ in range(600):
            who, amount = dice.randrange(3), dice.randint(1, 90_000_00)
            model.do(
                dice.choice(
                    [
                        ("pay", who, amount, dice.choice([DRAWER, BANK, E_WALLET])),
                        ("charge", who, amount),
                        ("adjust", who, amount, dice.choice([1, -1])),
                        ("undo", dice.randrange(600)),
                    ]
                )
            )
        model.must_hold()


@pytest.mark.parametrize("sign", [1, -1])
def test_a_balance_out_of_bounds_writes_nothing(database, admin, write, read, everything, sign):
    client = write(make_client)
    with database.write(admin) as work:
        other = system_account(work, AccountKind.SALES)
        mine = get_client(work, client).account_id
        nearly = sign * (MAX_BALANCE - 99)
        post(
            work, request_id="big", kind=EntryKind.SALE, postings=[(mine, nearly), (other, -nearly)]
        )
    before = everything()
    with pytest.raises(BalanceOverflowError) as caught:
        write(adjust, client, sign * 1_00)
    assert caught.value.field == "amount"
    assert everything() == before

    write(adjust, client, sign * 99)
    assert read(get_client, client).balance == sign * MAX_BALANCE


def test_an_entry_adds_up_and_has_two_sides(work_on):
    work, one, other = work_on
    for postings in ([(one, 5), (other, -4)], [(one, 0)], []):
        with pytest.raises(AssertionError):
            post(work, request_id="r", kind=EntryKind.SALE, postings=postings)


@pytest.fixture
def work_on(database, admin):
    """Give a transaction and two accounts to post on."""
    with database.write(admin) as work:
        client = make_client(work)
        accounts = get_client(work, client).account_id, system_account(work, AccountKind.SALES)
        yield work, *accounts


@pytest.mark.parametrize("request_id", ["", " ", "a b", "x" * 65, "ñ", "a\n", "\0", "\ud800", "¡"])
def test_a_request_has_a_plain_name(work_on, request_id):
    work, one, other = work_on
    with pytest.raises(RequestIdError) as caught:
        post(work, request_id=request_id, kind=EntryKind.SALE, postings=[(one, 1), (other, -1)])
    assert caught.value.field == "request_id"


@pytest.mark.parametrize("request_id", ["x", "x" * 64, "2f1c-9.A:_b"])
def test_a_plain_name_is_taken_once(database, admin, write, everything, request_id):
    client = write(make_client)

    def act():
        with database.write(admin) as work:
            one = get_client(work, client).account_id
            other = system_account(work, AccountKind.SALES)
            post(work, request_id=request_id, kind=EntryKind.SALE, postings=[(one, 1), (other, -1)])

    act()
    before = everything()
    with pytest.raises(IntegrityError):
        act()
    assert everything() == before


def test_a_reversal_is_the_exact_opposite_and_happens_once(work_on):
    work, one, other = work_on
    posted = post(work, request_id="r1", kind=EntryKind.SALE, postings=[(one, 7), (other, -7)])
    entry = get_entry(work, posted.entry_id)
    assert entry is not None
    assert not is_reversed(work, entry.id)

    undone = get_entry(work, reverse(work, request_id="r2", entry=entry, memo="x").entry_id)

    assert undone is not None
    assert [(leg.account_id, leg.amount) for leg in undone.legs] == [(one, -7), (other, 7)]
    assert (undone.kind, undone.reverses, undone.memo) == (EntryKind.REVERSAL, entry.id, "x")
    assert is_reversed(work, entry.id)
    with pytest.raises(AlreadyReversedError):
        reverse(work, request_id="r3", entry=entry, memo="x")


def test_there_is_no_entry_that_was_never_made(read):
    assert read(get_entry, 1) is None
