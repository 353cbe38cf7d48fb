import random
import string
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kioskifly_desktop.core.clients import (
    ClientFilter,
    ClientQuery,
    ClientSort,
    ClientTotals,
    archive_client,
    client_totals,
    count_clients,
    list_clients,
    listing,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.fiscal import RULES
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.conftest import Clock
from tests.factories import add_debt, adjust, make_client, pay

PEOPLE: tuple[dict[str, Any], ...] = (
    {"name": "José Núñez", "document_type": 96, "document_number": "20.123.456"},
    {"name": "JOSE NUNEZ", "phone": "11 5842-0917"},
    {"name": "María O'Brien", "phone": "+54 9 351 423-4567"},
    {"name": "Łukasz Wałęsa", "document_type": 94, "document_number": "AAA123456"},
    {"name": "Kiosco «El Águila» S.R.L.", "condition": 1, "document_type": 80}
    | {"document_number": "30-71000001-4"},
    {"name": "Ana-Laura Gómez"},
    {"name": "ana gomez", "document_type": 86, "document_number": "20-12345678-6"},
    {"name": "Ñandú, Rosa"},
    {"name": "'; DROP TABLE client; --"},
    {"name": "NEAR OR AND NOT"},
    {"name": "🎉"},
    {"name": "Straße Müller", "phone": "20123456"},
    {"name": "Ana Gómez", "condition": 6, "document_type": 80, "document_number": "24222222229"},
    {"name": "100% real_kiosco*"},
    {"name": "李 小龍"},
    {"name": "Zoë Ångström Ævar"},
)


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """Give a shop of 150 clients with equal names, balances and days among them."""
    clock, dice = Clock(), random.Random(11)
    shop = open_shop(tmp_path_factory.mktemp("crowd"), clock=clock)
    with shop.read() as work:
        admin = list_users(work)[0]
    with shop.write(admin) as work:
        ids = [make_client(work, **person) for person in PEOPLE]
        for n in range(150 - len(ids)):
            fields: dict[str, object] = {"phone": dice.choice(["", "423456", "11 5842-0917"])}
            if n % 3:
                fields |= {"document_type": 96, "document_number": str(40_000_000 + 17 * n)}
            ids.append(make_client(work, dice.choice(["Ana", "ana", "Beto", "Ñato"]), **fields))
        for client in ids[::2]:
            adjust(work, client, dice.choice([-100, 100, 200, 100_00]))
        for client in ids[:40:4]:
            pay(work, client, 100)
        for client in ids[1:60:10]:
            add_debt(work, client, 50)
        for client in ids[63::12]:
            archive_client(work, client)
    yield shop
    shop.close()


@pytest.fixture
def find(crowd):
    def run(**query):
        with crowd.read() as work:
            return list_clients(work, ClientQuery(**query), limit=1000)

    return run


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("jose nunez", {"José Núñez", "JOSE NUNEZ"}),
        ("NÚÑEZ José", {"José Núñez", "JOSE NUNEZ"}),
        ("nu jo", {"José Núñez", "JOSE NUNEZ"}),
        ("ñandu", {"Ñandú, Rosa"}),
        ("nandú", {"Ñandú, Rosa"}),
        ("o'brien", {"María O'Brien"}),
        ("OBRIEN", {"María O'Brien"}),
        ("o\u2019brien maria", {"María O'Brien"}),
        ("lukasz walesa", {"Łukasz Wałęsa"}),
        ("aguila srl", set()),
        ("aguila s.r.l.", {"Kiosco «El Águila» S.R.L."}),
        ("20.123.456", {"José Núñez", "Straße Müller", "ana gomez"}),
        ("20123456", {"José Núñez", "Straße Müller", "ana gomez"}),
        ("20-12345678-6", {"ana gomez"}),
        ("30 71000001 4", {"Kiosco «El Águila» S.R.L."}),
        ("aaa123", {"Łukasz Wałęsa"}),
        ("423-4567", {"María O'Brien"}),
        ("4234567", {"María O'Brien"}),
        ("351 423", {"María O'Brien"}),
        ("5493514234567", {"María O'Brien"}),
        ("maria 4567", {"María O'Brien"}),
        ("strasse", {"Straße Müller"}),
        ("STRASSE MULLER", {"Straße Müller"}),
        ("drop table", {"'; DROP TABLE client; --"}),
        ("near or and not", {"NEAR OR AND NOT"}),
        ("real kiosco", {"100% real_kiosco*"}),
        ("100%", {"100% real_kiosco*"}),
        ("李", {"李 小龍"}),
        ("zoe angstrom aevar", {"Zoë Ångström Ævar"}),
        ("🎉", set()),
        ("%", set()),
        ("*", set()),
        ("osé", set()),
        ("rosas", set()),
        ("jose maria", set()),
    ],
)
def test_who_is_found(find, search, found):
    assert {row.name for row in find(search=search)} == found


@pytest.mark.parametrize("search", ["", "  ", "\t"])
def test_an_empty_search_lists_everybody(find, search):
    assert find(search=search) == find()
    assert len(find()) > 100


def expected(rows, search):
    """Search by hand: each word typed begins some word of the client, or all digits one number."""
    typed = fold(search).split()
    joined = "".join(typed)

    def words(row):
        pieces = "".join(c if c.isdecimal() else " " for c in row.phone).split()
        parts = ["".join(pieces[n:]) for n in range(len(pieces))]
        return [*fold(row.name).split(), fold(row.document_number), *parts]

    def matches(row):
        own = words(row)
        every = all(any(word.startswith(t) for word in own) for t in typed)
        as_one = joined.isdigit() and any(word.startswith(joined) for word in own)
        return bool(typed) and (every or as_one)

    return {row.id for row in rows if matches(row)}


_PIECES = [
    *("jo", "José", "ana", "Gómez", "ñ", "Łuk", "o'b", "20", "20.123", "456", "5842", "0917", "11"),
    *('"', "'", "*", "(", ")", "^", ":", "-", "+", "{", "}", "\\", "%", "_", ";", "--", "/*", "\0"),
    *("AND", "OR", "NOT", "NEAR", "NEAR(", "words:", "rowid", '" OR "', "')", "UNION SELECT", "小"),
    *("\u202e", "\x1b", "😀", "ﬁ", "ß", "İ", "\ud800", " ", "  ", "\n", "٣"),
]
TYPED = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=6).map("".join),
    st.lists(st.sampled_from(_PIECES), max_size=6).map(" ".join),
    st.text(max_size=12),
    st.text(string.digits + " .-", max_size=12),
    st.sampled_from([person["name"] for person in PEOPLE]).flatmap(
        lambda name: st.integers(1, len(name)).map(lambda end: name[:end])
    ),
)


QUICK = settings(
    max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def few(monkeypatch):
    """Have three clients found be many."""
    monkeypatch.setattr(listing, "_FEW", 3)


@QUICK
@given(search=TYPED, only=st.sampled_from(ClientFilter))
def test_whatever_is_typed_finds_exactly_who_it_should(crowd, search, only):
    find_as_by_hand(crowd, search, only)


@QUICK
@given(search=TYPED)
def test_it_does_where_more_are_found_than_can_be_sorted(few, crowd, search):
    find_as_by_hand(crowd, search, ClientFilter.ALL)


@pytest.mark.long
@settings(QUICK, max_examples=20_000)
@given(search=TYPED, only=st.sampled_from(ClientFilter))
def test_it_does_twenty_thousand_times(few, crowd, search, only):
    find_as_by_hand(crowd, search, only)


def find_as_by_hand(crowd, search, only):
    with crowd.read() as work:
        everybody = list_clients(work, ClientQuery(only=only), limit=1000)
        query = ClientQuery(search=search, only=only)
        found = list_clients(work, query, limit=1000)
        assert count_clients(work, query) == len(found)
        assert count_clients(work, query, at_most=5) == min(len(found), 5)
    if search.strip():
        assert {row.id for row in found} == expected(everybody, search)
        assert len({row.id for row in found}) == len(found)
    else:
        assert found == everybody


def test_no_letter_of_any_alphabet_breaks_the_search(crowd):
    with crowd.read() as work:
        for start in range(0, 0x30000, 64):
            search = " ".join(f"a{chr(c)}b" for c in range(start, start + 64))
            list_clients(work, ClientQuery(search=search))


def test_a_whole_page_pasted_into_the_search_is_answered(find):
    assert find(search="ana " * 5_000) == find(search="ana")


def test_only_those_who_owe_or_have_credit(find):
    everybody = find()
    assert find(only=ClientFilter.DEBT) == [row for row in everybody if row.balance > 0]
    assert find(only=ClientFilter.CREDIT) == [row for row in everybody if row.balance < 0]
    assert all(row.archived for row in find(only=ClientFilter.ARCHIVED))
    assert not any(row.archived for row in everybody)
    assert {bool(find(only=only)) for only in ClientFilter} == {True}


_RANKS = sorted(RULES, key=lambda code: fold(RULES[code].short_name))
KEYS = {
    ClientSort.NAME: lambda row: fold(row.name),
    ClientSort.DOCUMENT: lambda row: row.document_number.rjust(20, "0"),
    ClientSort.CONDITION: lambda row: _RANKS.index(row.condition),
    ClientSort.PHONE: lambda row: row.phone,
    ClientSort.BALANCE: lambda row: row.balance,
    ClientSort.LAST_MOVEMENT: lambda row: row.last_entry_id or 0,
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", ClientSort)
def test_pages_in_any_order_are_the_list_in_that_order(crowd, find, sort, descending):
    whole = find(sort=sort, descending=descending)
    by_hand = sorted(find(), key=lambda row: (KEYS[sort](row), row.id), reverse=descending)
    assert whole == by_hand
    assert len({KEYS[sort](row) for row in whole}) < len(whole), "ties are part of the test"

    query = ClientQuery(sort=sort, descending=descending)
    for size in (1, 7, 100):
        pages, after = [], None
        with crowd.read() as work:
            while page := list_clients(work, query, after=after, limit=size):
                pages += page
                after = page[-1]
        assert pages == whole


def test_a_search_is_paged_too(crowd, find):
    query = ClientQuery(search="an", only=ClientFilter.DEBT, sort=ClientSort.BALANCE)
    whole = find(search="an", only=ClientFilter.DEBT, sort=ClientSort.BALANCE)
    pages, after = [], None
    with crowd.read() as work:
        while page := list_clients(work, query, after=after, limit=3):
            pages += page
            after = page[-1]
    assert pages == whole
    assert len(whole) > 6


@pytest.mark.parametrize("search", ["a", "an", "ana", "b", "2", "11", "ana gom", "ñ", "49"])
@pytest.mark.parametrize("size", [1, 4, 100])
def test_who_is_looked_up_comes_first_and_no_page_repeats_anybody(few, crowd, find, search, size):
    whole, start = find(search=search), fold(search)
    first = [row for row in whole if fold(row.name).startswith(start)]
    assert whole[: len(first)] == sorted(first, key=lambda row: (fold(row.name), row.id))
    others = whole[len(first) :]
    assert others == sorted(others, key=lambda row: row.id)
    pages, after = [], None
    with crowd.read() as work:
        while page := list_clients(work, ClientQuery(search=search), after=after, limit=size):
            pages += page
            after = page[-1]
    assert pages == whole


def test_the_few_who_are_found_come_by_name_after_those_who_begin_so(find):
    names = [fold(row.name) for row in find(search="n")]
    begin = [name for name in names if name.startswith("n")]
    others = [name for name in names if not name.startswith("n")]
    assert names == sorted(begin) + sorted(others)
    assert len(begin) > 1
    assert len(others) > 1


def test_totals_are_those_of_the_list(crowd, find):
    everybody = find()
    owing = [row.balance for row in everybody if row.balance > 0]
    credit = [-row.balance for row in everybody if row.balance < 0]
    with crowd.read() as work:
        assert client_totals(work) == ClientTotals(
            len(everybody), len(owing), sum(owing), len(credit), sum(credit)
        )
        assert count_clients(work, ClientQuery()) == len(everybody)
        assert count_clients(work, ClientQuery(only=ClientFilter.DEBT)) == len(owing)


def test_a_row_says_its_last_movement(write, read, clock):
    client = write(make_client)
    (row,) = read(list_clients, ClientQuery())
    assert (row.last_entry_id, row.last_at, row.last_kind) == (None, None, None)
    clock.move(hours=1)
    done = write(pay, client)
    (row,) = read(list_clients, ClientQuery())
    assert (row.last_entry_id, row.last_at, row.last_kind) == (done.entry_id, clock.now, "payment")
    assert read(client_totals).credit == 100_00


def test_a_shop_without_clients_has_totals(read):
    assert read(client_totals) == ClientTotals(0, 0, 0, 0, 0)
