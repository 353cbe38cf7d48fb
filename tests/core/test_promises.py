"""Promises to pay: the ledger tells whether they were kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kioskifly_desktop.core.clients import archive_client
from kioskifly_desktop.core.contact import (
    PromiseRequest,
    PromiseState,
    add_promise,
    promise_of,
    promises,
    promises_due,
    withdraw_promise,
)
from kioskifly_desktop.core.errors import (
    ClientArchivedError,
    ClientNotFoundError,
    NothingOwedError,
    PromiseAmountError,
    PromiseDayError,
    PromiseNotFoundError,
    PromiseOverError,
    RequestReusedError,
    TextTooLongError,
)
from kioskifly_desktop.core.sales import (
    ReturnLine,
    ReturnRequest,
    VoidRequest,
    get_sale,
    return_goods,
    void_sale,
)
from tests.factories import add_debt, adjust, make_client, new_request, pay, undo

PENDING, KEPT, BROKEN, WITHDRAWN = PromiseState
TODAY = date(2026, 3, 5)
DUE = date(2026, 3, 10)
OWED = 100_00


@pytest.fixture
def promise(write):
    def run(client, amount=40_00, due=DUE, **fields):
        fields.setdefault("request_id", new_request())
        return write(
            add_promise, PromiseRequest(client_id=client, amount=amount, due=due, **fields)
        )

    return run


@pytest.fixture
def debtor(write):
    client = write(make_client, "Ana")
    write(add_debt, client, OWED)
    return client


@pytest.fixture
def refused(promise, everything):
    """Prove that a promise is refused and leaves no trace; return the refusal."""

    def run(refusal, *args, **fields):
        before = everything()
        with pytest.raises(refusal) as caught:
            promise(*args, **fields)
        assert everything() == before
        return caught.value

    return run


@pytest.fixture
def fate(read):
    """Tell what became of a client's last promise, and what was paid for it."""

    def run(client):
        newest = read(promises, client)[0]
        return newest.state, newest.paid

    return run


def day(clock, number, hour=12):
    """Move the clock to an hour of a day of March."""
    clock.now = datetime(2026, 3, number, 3, tzinfo=UTC) + timedelta(hours=hour)


def test_a_promise_is_kept_whole(debtor, write, read, promise, clock, cashier):
    request = PromiseRequest("uno", debtor, OWED, DUE, " Cuando\ncobre ")
    number = write(add_promise, request, user=cashier)
    (row,) = read(promises, debtor)
    assert (row.id, row.client_id, row.client) == (number, debtor, "Ana")
    assert (row.amount, row.due, row.note) == (OWED, DUE, "Cuando cobre")
    assert (row.at, row.user) == (clock.now, cashier.name)
    assert (row.paid, row.state) == (0, PENDING)
    assert read(promise_of, debtor) == row
    assert write(add_promise, request) == number
    assert read(promises, debtor) == [row]


def test_a_promise_is_of_what_is_owed(debtor, write, refused, promise):
    for amount in (0, -1, OWED + 1):
        refusal = refused(PromiseAmountError, debtor, amount)
        assert refusal.field == "amount"
        assert "$\xa0100,00" in str(refusal)
    nobody = write(make_client, "Beto")
    assert str(refused(NothingOwedError, nobody, 1)) == "Beto no debe nada."
    write(pay, nobody, 10_00)
    refused(NothingOwedError, nobody, 1)
    for amount in (1, OWED):
        promise(debtor, amount)


def test_a_promise_is_for_the_coming_year(debtor, promise, refused):
    for due in (TODAY - timedelta(days=1), TODAY + timedelta(days=366)):
        assert refused(PromiseDayError, debtor, due=due).field == "due"
    for due in (TODAY, TODAY + timedelta(days=365)):
        promise(debtor, due=due)


def test_a_promise_has_a_client_and_a_short_note(debtor, write, refused):
    refused(ClientNotFoundError, 99)
    gone = write(make_client)
    write(archive_client, gone)
    refused(ClientArchivedError, gone)
    assert refused(TextTooLongError, debtor, note="x" * 121).field == "note"


def test_a_request_means_one_promise(debtor, promise, refused):
    promise(debtor, request_id="uno")
    refused(RequestReusedError, debtor, 30_00, request_id="uno")
    refused(RequestReusedError, debtor, due=TODAY, request_id="uno")
    refused(RequestReusedError, debtor, note="Otra", request_id="uno")


def test_payments_of_the_amount_in_time_keep_it(debtor, write, promise, fate, clock):
    write(pay, debtor, 30_00)  # before it was promised
    promise(debtor)
    assert fate(debtor) == (PENDING, 0)
    day(clock, 7)
    write(pay, debtor, 25_00)
    assert fate(debtor) == (PENDING, 25_00)
    day(clock, 10, hour=23)
    write(pay, debtor, 14_99)
    assert fate(debtor) == (PENDING, 39_99)
    write(pay, debtor, 1)
    assert fate(debtor) == (KEPT, 40_00)
    day(clock, 30)
    write(add_debt, debtor, 50_00)
    assert fate(debtor) == (KEPT, 40_00)


def test_a_day_late_it_is_broken_and_stays_so(debtor, write, promise, fate, clock):
    promise(debtor)
    day(clock, 10, hour=23)
    assert fate(debtor) == (PENDING, 0)
    day(clock, 11, hour=0)
    assert fate(debtor) == (BROKEN, 0)
    write(pay, debtor, OWED)
    assert fate(debtor) == (BROKEN, 0)


def test_a_payment_undone_counts_for_nothing(debtor, write, promise, fate, clock):
    promise(debtor, OWED)
    mistaken = write(pay, debtor, OWED).entry_id
    assert fate(debtor) == (KEPT, OWED)
    write(pay, debtor, 10_00)  # with both, nothing was owed
    write(undo, mistaken)
    assert fate(debtor) == (PENDING, 10_00)
    day(clock, 11)
    assert fate(debtor) == (BROKEN, 10_00)


def test_a_payment_undone_leaves_what_was_owed_as_it_was(debtor, write, promise, fate):
    promise(debtor, OWED)
    write(undo, write(pay, debtor, OWED).entry_id)
    write(adjust, debtor, -OWED + 1)
    assert fate(debtor) == (PENDING, 0)
    write(adjust, debtor, -1)
    assert fate(debtor) == (KEPT, 0)


def test_a_payment_undone_after_the_day_did_not_keep_it(debtor, write, promise, fate, clock):
    promise(debtor)
    mistaken = write(pay, debtor, 40_00).entry_id
    day(clock, 11)
    assert fate(debtor) == (KEPT, 40_00)
    write(undo, mistaken)
    assert fate(debtor) == (BROKEN, 0)


def test_undoing_a_payment_of_before_takes_nothing_from_it(debtor, write, promise, fate):
    earlier = write(pay, debtor, 50_00).entry_id
    promise(debtor)
    write(undo, earlier)
    assert fate(debtor) == (PENDING, 0)
    write(pay, debtor, 40_00)
    assert fate(debtor) == (KEPT, 40_00)


def test_goods_given_back_keep_a_promise_when_nothing_is_left(write, read, promise, fate):
    client = write(make_client)
    bought = write(add_debt, client, OWED).sale_id
    promise(client)
    line = read(get_sale, bought).lines[0]

    def give_back(grams):
        lines = (ReturnLine(line.id, grams),)
        write(return_goods, ReturnRequest(new_request(), bought, lines, None, None, "No va"))

    write(pay, client, 20_00)
    write(adjust, client, -79_99)
    assert fate(client) == (PENDING, 20_00)
    give_back(1000)
    assert fate(client) == (KEPT, 20_00)
    write(add_debt, client, 500_00)
    assert fate(client) == (KEPT, 20_00)


def test_a_purchase_voided_never_was(debtor, write, promise, fate, clock):
    promise(debtor, OWED)
    mistaken = write(add_debt, debtor, 30_00).sale_id
    write(pay, debtor, 20_00)
    write(void_sale, VoidRequest(new_request(), mistaken, "Error"))
    assert fate(debtor) == (PENDING, 20_00)
    write(adjust, debtor, -80_00)
    assert fate(debtor) == (KEPT, 20_00)


def test_a_new_promise_takes_the_place_of_one_still_to_come(debtor, read, promise, clock):
    first = promise(debtor)
    second = promise(debtor, 60_00)
    assert [(row.id, row.state) for row in read(promises, debtor)] == [
        (second, PENDING),
        (first, WITHDRAWN),
    ]
    day(clock, 11)
    third = promise(debtor, due=date(2026, 3, 20))
    assert [row.state for row in read(promises, debtor)] == [PENDING, BROKEN, WITHDRAWN]
    assert read(promise_of, debtor).id == third


def test_a_kept_promise_stays_kept_with_a_new_one(debtor, write, read, promise):
    promise(debtor)
    write(pay, debtor, 40_00)
    promise(debtor, 60_00)
    assert [row.state for row in read(promises, debtor)] == [PENDING, KEPT]


def test_only_what_is_to_come_is_taken_back(debtor, write, read, promise, clock, everything):
    taken = promise(debtor)
    write(withdraw_promise, taken)
    assert read(promises, debtor)[0].state is WITHDRAWN
    assert read(promise_of, debtor) is None
    kept = promise(debtor, 10_00)
    write(pay, debtor, 10_00)
    broken = promise(debtor)
    day(clock, 11)
    before = everything()
    for over in (taken, kept, broken):
        with pytest.raises(PromiseOverError):
            write(withdraw_promise, over)
    with pytest.raises(PromiseNotFoundError):
        write(withdraw_promise, 99)
    assert everything() == before


def test_the_promise_of_a_debtor_is_the_last_while_it_is_not_kept(
    debtor, write, read, promise, clock
):
    assert read(promise_of, debtor) is None
    promise(debtor)
    day(clock, 11)
    broken = read(promise_of, debtor)
    assert broken.state is BROKEN
    write(withdraw_promise, promise(debtor, 30_00, date(2026, 3, 15)))
    assert read(promise_of, debtor) == broken
    promise(debtor, 30_00, date(2026, 3, 15))
    write(pay, debtor, 30_00)
    assert read(promise_of, debtor) is None  # the broken one is past too
    promise(debtor, 20_00, date(2026, 3, 15))
    day(clock, 16)
    assert read(promise_of, debtor).state is BROKEN
    write(pay, debtor, 70_00)
    assert read(promise_of, debtor) is None  # nothing is owed


def test_what_is_due_comes_oldest_first(write, read, promise, clock):
    clients = {}
    for name, on in (("Ana", 9), ("Beto", 6), ("Carla", 20), ("Dani", 7), ("Eva", 8), ("Fito", 8)):
        clients[name] = write(make_client, name)
        write(add_debt, clients[name], OWED)
        promise(clients[name], due=date(2026, 3, on))
    write(pay, clients["Dani"], 40_00)
    write(withdraw_promise, promise(clients["Fito"]))

    def due(until):
        return [row.client for row in read(promises_due, date(2026, 3, until))]

    day(clock, 8)
    assert due(8) == ["Beto", "Eva"]
    assert due(9) == ["Beto", "Eva", "Ana"]
    assert due(31) == ["Beto", "Eva", "Ana", "Carla"]
    states = [row.state for row in read(promises_due, date(2026, 3, 31))]
    assert states == [BROKEN, PENDING, PENDING, PENDING]
    write(pay, clients["Beto"], OWED)
    assert due(8) == ["Eva"]
