"""A very large shop is a week of the program's sales, copied: its books agree like any other's."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

import pytest

from kioskifly_desktop.cli import run
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientFilter, ClientQuery, list_clients
from kioskifly_desktop.core.database import FILE_NAME, look
from kioskifly_desktop.core.errors import ShopExistsError
from kioskifly_desktop.core.es_ar import business_date, utc_now
from kioskifly_desktop.core.wallet import history
from kioskifly_desktop.demo import top
from kioskifly_desktop.demo.top import Scale, create_top_shop

SMALL = Scale(clients=40, with_account=20, products=60, tickets=25, days=3, weeks=7)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    folder = tmp_path_factory.mktemp("top")
    create_top_shop(folder, SMALL)
    return folder


@pytest.fixture
def work(shop):
    with closing(look(shop)) as database, database.read() as reading:
        yield reading


@pytest.fixture
def ask(shop):
    with closing(sqlite3.connect(shop / FILE_NAME)) as file:
        yield lambda query: file.execute(query).fetchall()


def test_its_books_agree(work):
    assert check(work) == []


def test_it_has_what_its_scale_says(ask):
    tickets = SMALL.tickets * SMALL.days * SMALL.weeks
    assert ask("SELECT count(*) FROM sale") == [(tickets,)]
    assert ask("SELECT count(*) FROM client") == [(SMALL.clients,)]
    assert ask("SELECT count(*) FROM product") == [(SMALL.products,)]
    (sessions,) = ask("SELECT count(*) FROM cash_session WHERE closing_entry_id IS NOT NULL")
    assert sessions == (SMALL.days * SMALL.weeks + 1,)
    ((share,),) = ask("SELECT avg(on_account > 0) FROM sale")
    assert 0.3 < share < 0.5


def test_its_weeks_follow_one_another_until_yesterday(ask):
    days = ask(
        "SELECT business_date, count(*) FROM journal_entry JOIN sale ON entry_id = journal_entry.id"
        " GROUP BY business_date ORDER BY business_date"
    )
    assert {count for _, count in days} == {SMALL.tickets}
    last = business_date(utc_now()) - timedelta(days=1)
    wanted = [
        last - timedelta(days=7 * week + day)
        for week in range(SMALL.weeks)
        for day in range(SMALL.days)
    ]
    assert [date.fromisoformat(day) for day, _ in days] == sorted(wanted)
    assert ask(
        "SELECT count(*) FROM journal_entry AS a JOIN journal_entry AS b ON b.id = a.id + 1"
        " WHERE b.at < a.at"
    ) == [(0,)]


def test_each_paper_says_its_own_number_and_day(ask):
    papers = ask(
        "SELECT number, date(issued_at / 1000 - 10800, 'unixepoch'), document FROM voucher"
    )
    assert len({(number, document) for number, _, document in papers}) == len(papers)
    for number, day, document in papers:
        assert f"{number:08d}" in document
        assert date.fromisoformat(day).strftime("%d/%m/%Y") in document


def test_clients_owe_at_most_what_they_buy_in_some_weeks(work):
    owing = list_clients(work, ClientQuery(only=ClientFilter.DEBT))
    assert owing
    for row in owing:
        moves = history(work, row.id, limit=1000)
        bought = [each.amount for each in moves if each.amount > 0]
        paid = [each.amount for each in moves if each.amount < 0]
        assert row.balance == moves[0].balance
        assert row.balance < sum(bought) / 2
        assert paid


def test_a_place_that_is_taken_is_left_alone(shop):
    before = (shop / FILE_NAME).read_bytes()
    with pytest.raises(ShopExistsError):
        create_top_shop(shop, SMALL)
    assert (shop / FILE_NAME).read_bytes() == before
    assert [each.name for each in shop.iterdir() if each.name.startswith(".")] == []


def test_the_command_makes_it(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(top, "TOP", SMALL)
    monkeypatch.setattr(top.create_top_shop, "__defaults__", (SMALL,))
    assert run(["demo", str(tmp_path), "--scale", "top"]) == 0
    assert "Negocio muy grande" in capsys.readouterr().out
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as file:
        assert file.execute("SELECT count(*) FROM client").fetchone() == (SMALL.clients,)
