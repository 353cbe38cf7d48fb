"""Whose birthday comes, and who used to come and stays away."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.clients import ClientRequest, archive_client, edit_client
from kioskifly_desktop.core.sales import VoidRequest, void_sale
from kioskifly_desktop.core.today import BirthdayRow, UnseenRow, birthdays, long_unseen
from tests.factories import make_client, make_product, new_request, sell

TODAY = date(2026, 3, 5)
WATER = "Agua"


def at(clock, day):
    clock.now = datetime(day.year, day.month, day.day, 15, tzinfo=UTC)


def born(write, name, birthday, **fields):
    return write(make_client, name, birthday=birthday, **fields)


def test_the_birthdays_of_a_week(write, read):
    ana = born(write, "Ana", date(1990, 3, 12))
    beto = born(write, "Beto", date(1956, 3, 5))
    zulma = born(write, "Zulma", date(2000, 3, 6))
    angel = born(write, "Ángel", date(1906, 3, 6))
    born(write, "Ayer", date(1990, 3, 4))
    born(write, "Lejos", date(1990, 3, 13))
    born(write, "Nadie sabe", None)
    born(write, "Sin mensajes", TODAY.replace(year=1990), accepts_messages=False)
    write(archive_client, born(write, "Retirado", TODAY.replace(year=1990)))
    assert read(birthdays) == [
        BirthdayRow(beto, "Beto", TODAY, 70),
        BirthdayRow(angel, "Ángel", date(2026, 3, 6), 120),
        BirthdayRow(zulma, "Zulma", date(2026, 3, 6), 26),
        BirthdayRow(ana, "Ana", date(2026, 3, 12), 36),
    ]
    assert [row.name for row in read(birthdays, 0)] == ["Beto"]


def test_a_new_year_within_the_week(write, read, clock):
    at(clock, date(2026, 12, 29))
    born(write, "Ana", date(1990, 12, 31))
    born(write, "Beto", date(1990, 1, 5))
    assert [(row.name, row.day, row.turns) for row in read(birthdays)] == [
        ("Ana", date(2026, 12, 31), 36),
        ("Beto", date(2027, 1, 5), 37),
    ]


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 2, 28), [("Bisiesta", date(2026, 2, 28)), ("De febrero", date(2026, 2, 28))]),
        (date(2028, 2, 28), [("De febrero", date(2028, 2, 28)), ("Bisiesta", date(2028, 2, 29))]),
        (date(2028, 2, 29), [("Bisiesta", date(2028, 2, 29))]),
        (date(2026, 3, 1), []),
    ],
)
def test_who_was_born_on_29_february(write, read, clock, today, told):
    at(clock, today)
    born(write, "Bisiesta", date(2000, 2, 29))
    born(write, "De febrero", date(2001, 2, 28))
    assert [(row.name, row.day) for row in read(birthdays)] == told


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    today=st.dates(date(2026, 1, 1), date(2032, 12, 31)),
    births=st.lists(st.dates(date(1920, 1, 1), date(2025, 12, 31)), max_size=20),
    near=st.lists(st.integers(-3, 12), max_size=10),
    days=st.integers(0, 10),
)
def test_every_birthday_of_the_days_asked_is_told(
    database, admin, clock, today, births, near, days
):
    """Against a look at each client, some of them born about this day of some year."""
    at(clock, today)
    some = [today.replace(year=1996, day=min(today.day, 28)) + timedelta(days=n) for n in near]
    with database.write(admin) as work:
        work.db.exec_driver_sql("UPDATE client SET archived = 1")
        every = {make_client(work, "Ana", birthday=day): day for day in (*births, *some)}
        expected = {
            key: coming
            for key, day in every.items()
            if (coming := coming_birthday(day, today)) <= today + timedelta(days=days)
        }
        rows = birthdays(work, days)
        assert {row.client_id: row.day for row in rows} == expected
        assert all(row.turns == row.day.year - every[row.client_id].year for row in rows)
        assert [row.day for row in rows] == sorted(row.day for row in rows)


def coming_birthday(birth, today):
    """Turn the pages of a calendar that has 29 February written on the 28th of short years."""
    day = today
    while True:
        written = {(day.month, day.day)}
        if (day + timedelta(days=1)).day == 1 and day.month == 2:
            written.add((2, 29))
        if (birth.month, birth.day) in written:
            return day
        day += timedelta(days=1)


@pytest.fixture
def visit(write, clock):
    """Sell something to a client some days before 5 March."""
    water = write(make_product, WATER, price=100_00, tracks_stock=False)

    def come(client, *days_ago):
        now = clock.now
        sales = []
        for days in days_ago:
            at(clock, TODAY - timedelta(days=days))
            sales.append(write(sell, (water, 1), client_id=client, cash=100_00))
        clock.now = now
        return sales

    return come


def test_who_used_to_come_and_stays_away(write, read, visit):
    client = write(make_client, "Ana")
    visit(client, 55, 50, 44, 40, 40, 33)
    assert read(long_unseen) == [
        UnseenRow(client, "Ana", TODAY - timedelta(days=33), days=33, visits=5, usual_gap=5)
    ]


@pytest.mark.parametrize(
    ("days_ago", "told"),
    [
        ((19, 18, 17, 16), True),
        ((18, 17, 16, 15), True),
        ((17, 16, 15, 14), False),  # a fortnight is not long
        ((40, 39, 38), False),  # three visits are no habit
        ((40, 40, 39, 38), False),  # nor are two on a day
        ((61, 51, 41, 31, 21), True),
        ((60, 50, 40, 30, 20), False),  # twice the usual is not more than twice
        ((363, 21, 20, 19, 18), True),  # the median: one old visit changes no habit
        ((366, 40, 39, 38), False),  # more than a year ago
        ((365, 40, 39, 38), True),
        ((186, 184, 182, 180), True),
        ((187, 185, 183, 181), False),  # gone for good
    ],
)
def test_who_is_long_unseen(write, read, visit, days_ago, told):
    visit(write(make_client), *days_ago)
    assert bool(read(long_unseen)) is told


def test_who_takes_no_messages_or_is_retired_is_not_told(write, read, visit):
    silent, retired = write(make_client, "Ana"), write(make_client, "Beto")
    for client in (silent, retired):
        visit(client, 40, 39, 38, 37)
    assert len(read(long_unseen)) == 2
    write(edit_client, silent, ClientRequest("Ana", accepts_messages=False))
    write(archive_client, retired)
    assert read(long_unseen) == []


def test_a_voided_ticket_is_no_visit(write, read, visit, clock):
    away, few = write(make_client, "Ana"), write(make_client, "Beto")
    visit(away, 40, 39, 38, 37)
    visit(few, 41, 40, 39)
    assert [row.name for row in read(long_unseen)] == ["Ana"]
    for client, days in ((few, 38), (away, 0)):
        (wrong,) = visit(client, days)
        at(clock, TODAY - timedelta(days=days))
        write(void_sale, VoidRequest(new_request(), wrong.sale_id, "Era de otro"))
    assert [(row.name, row.days) for row in read(long_unseen)] == [("Ana", 37)]


def test_who_missed_most_visits_comes_first(write, read, visit):
    weekly, daily, other = (write(make_client, name) for name in ("Ana", "Beto", "Carla"))
    visit(weekly, 121, 114, 107, 100)  # missed 14
    visit(daily, 23, 22, 21, 20)  # missed 20
    visit(other, 33, 32, 31, 30)  # missed 30
    assert [row.name for row in read(long_unseen)] == ["Carla", "Beto", "Ana"]
    assert [row.name for row in read(long_unseen, 2)] == ["Carla", "Beto"]


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    visits=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 400), st.booleans()), max_size=50)
)
def test_who_is_unseen_is_what_a_notebook_says(database, admin, clock, visits):
    notebook: dict[int, set[int]] = {}
    at(clock, TODAY - timedelta(days=401))
    with database.write(admin) as work:
        work.db.exec_driver_sql("UPDATE client SET archived = 1")
        water = make_product(work, WATER, price=100_00, tracks_stock=False)
        clients = [make_client(work, f"Cliente {n}") for n in range(6)]
    for number, days_ago, voided in sorted(visits, key=lambda visit: -visit[1]):
        at(clock, TODAY - timedelta(days=days_ago))
        with database.write(admin) as work:
            sold = sell(work, (water, 1), client_id=clients[number], cash=100_00)
            if voided and days_ago % 3 == 0:
                void_sale(work, VoidRequest(new_request(), sold.sale_id, "Era de otro"))
            else:
                notebook.setdefault(clients[number], set()).add(days_ago)
    at(clock, TODAY)
    with database.read(admin) as work:
        rows = long_unseen(work)
    expected = {}
    for client, days in notebook.items():
        came = sorted(day for day in days if day <= 365)
        gaps = sorted(after - before for before, after in pairwise(came))
        if len(came) >= 4 and 14 < came[0] <= 180 and came[0] > 2 * gaps[(len(gaps) - 1) // 2]:
            expected[client] = (came[0], len(came), gaps[(len(gaps) - 1) // 2])
    assert {row.client_id: (row.days, row.visits, row.usual_gap) for row in rows} == expected
