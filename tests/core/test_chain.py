"""The chain of the journal: what it notices, raw hands on the file included."""

import sqlite3
from contextlib import closing

import pytest

from kioskifly_desktop.core.chain import anchor, broken_links, head, is_anchored
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.errors import AnchorError
from kioskifly_desktop.core.shop_file import look_into_shop
from kioskifly_desktop.core.wallet import StatementScope, statement
from tests.factories import add_debt, make_client, pay

TAMPERED = "no sigue al anterior"


@pytest.fixture
def books(database, write, tmp_path):
    """Give a shop of five entries, and a way to lay raw hands on a copy of its file."""

    def fill(work):
        ana = make_client(work, "Ana")
        for amount in (100_00, 250_00, 75_00):
            add_debt(work, ana, amount)
        pay(work, ana, 50_00)
        pay(work, ana, 20_00)

    write(fill)

    def laid(*statements):
        copy = tmp_path / f"copy-{len(list(tmp_path.iterdir()))}"
        copy.mkdir()
        with (
            closing(sqlite3.connect(copy / FILE_NAME)) as to,
            closing(sqlite3.connect(database.path)) as source,
        ):
            source.backup(to)
            triggers = to.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for name, _ in (kept := triggers.fetchall()):
                to.execute(f"DROP TRIGGER {name}")
            for each in statements:
                to.execute(each)
            for _, sql in kept:
                to.execute(sql)
            to.commit()
        tampered = look_into_shop(copy)
        try:
            with tampered.read() as work:
                return list(broken_links(work.db)), check(work)
        finally:
            tampered.close()

    return laid


def entries(read):
    listed = "SELECT id FROM journal_entry ORDER BY id"
    return read(lambda work: work.db.exec_driver_sql(listed).scalars().all())


def test_what_nobody_touched_is_whole(books):
    assert books() == ([], [])


@pytest.mark.parametrize(
    "change",
    [
        "request_id = 'another'",
        "kind = 'adjustment'",
        "at = at + 1",
        "business_date = '2020-01-01'",
        "user_id = 2",
        "hash = x'00'",
    ],
)
def test_a_changed_entry_is_named(books, read, change):
    third = entries(read)[2]
    broken, problems = books(f"UPDATE journal_entry SET {change} WHERE id = {third}")
    assert broken[0] == third
    assert any(f"El asiento {third} {TAMPERED}" in each for each in problems)


def test_money_moved_between_two_accounts_is_named(books, read):
    third = entries(read)[2]
    broken, _ = books(f"UPDATE posting SET amount = -amount WHERE entry_id = {third}")
    assert broken == [third]


def test_a_removed_entry_is_noticed_by_the_next(books, read):
    third, fourth = entries(read)[2:4]
    broken, _ = books(
        f"DELETE FROM posting WHERE entry_id = {third}",
        f"DELETE FROM journal_entry WHERE id = {third}",
    )
    assert broken == [fourth]


def test_an_inserted_entry_is_named(books, read):
    last = entries(read)[-1]
    broken, _ = books(
        f"""
        INSERT INTO journal_entry (id, request_id, kind, at, business_date, user_id, hash)
        SELECT id + 1, 'false', kind, at, business_date, user_id, hash
        FROM journal_entry WHERE id = {last}
        """
    )
    assert broken == [last + 1]


def test_two_entries_in_the_place_of_each_other_are_named(books, read):
    second, third, fourth = entries(read)[1:4]
    broken, _ = books(
        *(
            f"UPDATE {table} SET {column} = {to} WHERE {column} = {was}"
            for table, column in (("journal_entry", "id"), ("posting", "entry_id"))
            for was, to in ((second, -1), (third, second), (-1, third))
        )
    )
    assert broken == [second, third, fourth]


@pytest.mark.broken_books
def test_the_newest_entries_cut_off_are_found_with_a_paper(books, read, database):
    code = read(lambda work: anchor(work.db))
    last = entries(read)[-1]
    assert read(is_anchored, code)
    with closing(sqlite3.connect(database.path)) as file:
        file.execute("DROP TRIGGER posting_no_delete")
        file.execute("DROP TRIGGER journal_entry_no_delete")
        file.execute(f"DELETE FROM posting WHERE entry_id = {last}")
        file.execute(f"DELETE FROM journal_entry WHERE id = {last}")
        file.commit()
    assert read(lambda work: list(broken_links(work.db))) == []
    assert not read(is_anchored, code)


def test_a_code_is_read_as_it_is_copied_from_paper(books, read):
    code = read(lambda work: anchor(work.db))
    assert read(is_anchored, code.lower().replace("-", " "))
    number, letters = code.split("-", 1)
    other = letters[:-1] + ("A" if letters[-1] != "A" else "B")
    assert not read(is_anchored, f"{number}-{other}")
    for wrong in ("", "1523", "1523-K7QF-2MZ1", "x", "9" * 30):
        with pytest.raises(AnchorError):
            read(is_anchored, wrong)


def test_an_empty_journal_has_its_anchor_too(read):
    code = read(lambda work: anchor(work.db))
    assert code.startswith("0-")
    assert read(is_anchored, code)


def test_a_statement_is_anchored(books, read):
    document = read(statement, 1, StatementScope.ALL)
    code = read(lambda work: anchor(work.db))
    assert Pair("Control del libro", code) in document.blocks
    assert read(lambda work: head(work.db))[0] == entries(read)[-1]
