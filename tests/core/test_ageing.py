"""How old what clients owe is."""

from datetime import UTC, date, datetime

import pytest

from kioskifly_desktop.core.clients import archive_client, get_client
from kioskifly_desktop.core.wallet import Age, age_of_debt, debts_by_age, is_overdue
from tests.factories import add_debt, make_client, pay, undo


def parts(read, client):
    debt = read(age_of_debt, client)
    return (debt.current, debt.late, debt.lost, debt.age)


@pytest.mark.parametrize(
    ("today", "age"),
    [
        (date(2026, 3, 31), Age.CURRENT),
        (date(2026, 4, 10), Age.CURRENT),
        (date(2026, 4, 11), Age.LATE),
        (date(2026, 6, 9), Age.LATE),
        (date(2026, 6, 10), Age.LOST),
        (date(2027, 1, 5), Age.LOST),
    ],
)
def test_a_purchase_of_march_ages(write, read, clock, today, age):
    client = write(make_client)
    write(add_debt, client, 10_00)  # 5 March
    clock.now = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    whole = {each: 10_00 if each is age else 0 for each in Age}
    assert parts(read, client) == (*whole.values(), age)


def test_a_purchase_of_december_is_late_on_11_january(write, read, clock):
    client = write(make_client)
    clock.now = datetime(2026, 12, 31, 12, tzinfo=UTC)
    write(add_debt, client, 10_00)
    clock.now = datetime(2027, 1, 10, 12, tzinfo=UTC)
    assert parts(read, client) == (10_00, 0, 0, Age.CURRENT)
    clock.move(days=1)
    assert parts(read, client) == (0, 10_00, 0, Age.LATE)


@pytest.fixture
def three_ages(write, clock):
    """Return who owes $ 10 of March, $ 20 of May and $ 40 of June, on 12 June."""
    client = write(make_client, phone="351 455-0917")
    for amount, day in ((10_00, (3, 5)), (20_00, (5, 2)), (40_00, (6, 12))):
        clock.now = datetime(2026, *day, 12, tzinfo=UTC)
        write(add_debt, client, amount)
    return client


def test_the_parts_of_a_debt(three_ages, read):
    (debt,) = read(debts_by_age)
    assert (debt.current, debt.late, debt.lost) == (40_00, 20_00, 10_00)
    assert (debt.client_id, debt.name, debt.phone) == (three_ages, "María Gómez", "351 455-0917")
    assert (debt.balance, debt.since, debt.age) == (70_00, date(2026, 3, 5), Age.LOST)
    assert debt.accepts_messages


def test_what_is_paid_comes_off_the_oldest(three_ages, write, read):
    paid = [write(pay, three_ages, 4_00)]
    assert parts(read, three_ages) == (40_00, 20_00, 6_00, Age.LOST)
    paid.append(write(pay, three_ages, 6_00))
    assert parts(read, three_ages) == (40_00, 20_00, 0, Age.LATE)
    paid.append(write(pay, three_ages, 25_00))
    assert parts(read, three_ages) == (35_00, 0, 0, Age.CURRENT)
    paid.append(write(pay, three_ages, 35_00))
    assert read(age_of_debt, three_ages) is None
    assert read(debts_by_age) == []
    for each in paid:
        write(undo, each.entry_id)
    assert parts(read, three_ages) == (40_00, 20_00, 10_00, Age.LOST)


def test_the_oldest_debt_comes_first_and_the_greatest_of_a_day(write, read, clock):
    clock.move(days=1)
    late, least, most = (write(make_client, name) for name in ("Ana", "Beto", "Carla"))
    for client, amount in ((least, 5_00), (most, 9_00)):
        write(add_debt, client, amount)
    clock.move(days=-1)
    write(add_debt, late, 1_00)
    assert [debt.name for debt in read(debts_by_age)] == ["Ana", "Carla", "Beto"]


def test_who_owes_nothing_has_no_age(write, read):
    client, creditor, retired = (write(make_client, name) for name in ("Ana", "Beto", "Carla"))
    write(add_debt, creditor, 10_00)
    write(pay, creditor, 15_00)
    write(archive_client, retired)
    for each in (client, creditor, retired, 999):
        assert read(age_of_debt, each) is None
    assert read(debts_by_age) == []


@pytest.mark.parametrize(
    ("credit_days", "days", "overdue"),
    [(None, 36, False), (None, 37, True), (30, 30, False), (30, 31, True), (0, 1, True)],
)
def test_a_debt_is_overdue_by_the_clients_days_or_when_late(
    write, read, clock, credit_days, days, overdue
):
    client = write(make_client, credit_days=credit_days)
    assert not read(is_overdue, read(get_client, client))
    write(add_debt, client, 10_00)  # 5 March; late from 11 April, 37 days on
    clock.move(days=days)
    assert read(is_overdue, read(get_client, client)) is overdue
