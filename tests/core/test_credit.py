"""Who may buy on account, how much and for how long."""

from datetime import timedelta

import pytest

from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.errors import AccountDisabledError, DebtLimitError, OverdueError
from kioskifly_desktop.core.wallet import check_credit
from tests.factories import add_debt, adjust, make_client, pay


@pytest.fixture
def check(read):
    """Ask whether a client may buy for an amount on account."""

    def ask(client_id, amount):
        return read(lambda work: check_credit(work, get_client(work, client_id), amount))

    return ask


def test_without_terms_anything_goes(write, check, clock):
    client = write(make_client)
    write(add_debt, client, 900_000_00)
    clock.move(days=900)
    check(client, 900_000_00)


def test_an_account_that_is_off_buys_nothing(write, check):
    client = write(make_client, "Ana", account_enabled=False)
    write(pay, client, 100_00)  # it pays all the same
    with pytest.raises(AccountDisabledError, match="Ana no tiene habilitada") as caught:
        check(client, 1)
    assert caught.value.field == "on_account"


@pytest.mark.parametrize(
    ("limit", "balance", "amount", "missing"),
    [
        (100_00, 60_00, 40_00, 0),
        (100_00, 60_00, 40_01, 1),
        (100_00, -50_00, 150_00, 0),
        (100_00, -50_00, 150_01, 1),
        (100_00, 130_00, 5_00, 35_00),  # the limit was lowered
        (0, 0, 1, 1),
        (0, -10_00, 10_00, 0),
    ],
)
def test_the_limit_says_exactly_what_is_missing(write, check, limit, balance, amount, missing):
    client = write(make_client, debt_limit=limit)
    if balance:
        write(adjust, client, balance)
    if not missing:
        check(client, amount)
        return
    with pytest.raises(DebtLimitError) as caught:
        check(client, amount)
    assert caught.value.fields["missing"] == missing
    write(pay, client, missing)
    check(client, amount)


def test_a_debt_past_its_term_must_be_paid_first(write, check, clock):
    client = write(make_client, "Ana", credit_days=30)
    write(add_debt, client, 10_00)
    clock.move(days=5)
    write(add_debt, client, 20_00)
    clock.now += timedelta(days=25)
    check(client, 1)
    clock.move(days=1)
    with pytest.raises(OverdueError) as caught:
        check(client, 1)
    assert str(caught.value) == (
        "Ana debe $\xa010,00 desde hace 31 días y su plazo es de 30 días. "
        "Cobrale al menos eso primero."
    )
    assert (caught.value.field, caught.value.fields["missing"]) == ("on_account", 10_00)
    write(pay, client, 9_99)
    with pytest.raises(OverdueError, match="0,01"):
        check(client, 1)
    write(pay, client, 1)
    check(client, 1)


def test_a_term_of_no_days_ends_with_the_day(write, check, clock):
    client = write(make_client, credit_days=0)
    write(add_debt, client, 10_00)
    check(client, 1)
    clock.move(days=1)
    with pytest.raises(OverdueError, match="desde hace 1 día y"):
        check(client, 1)
