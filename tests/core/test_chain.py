"""The chain of the journal: what it notices, raw hands on the file included."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import StaticPool, create_engine

from kioskifly_desktop.core.chain import anchor, broken_links, chain_up, head, is_anchored
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.documents import Pair
from kioskifly_desktop.core.errors import AnchorError
from kioskifly_desktop.core.privacy import anonymise_client
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    open_session,
)
from kioskifly_desktop.core.shop_file import look_into_shop
from kioskifly_desktop.core.vouchers import voucher_document
from kioskifly_desktop.core.wallet import StatementScope, statement
from tests.factories import DRAWER, add_debt, adjust, make_client, new_request, pay, undo

TAMPERED = "no sigue al anterior"


@pytest.fixture
def books(database, write, tmp_path):
    """Give a shop of five entries, and a way to lay raw hands on a copy of its file."""

    def fill(work):
        ana, _ = make_client(work, "Ana"), make_client(work, "Beto")
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


# Each keeps every sum that the books are proved with, as far as it can.
POSTINGS = {
    "turned round": ("UPDATE posting SET amount = -amount WHERE entry_id = {0}",),
    "of another client": ("UPDATE posting SET account_id = 2 WHERE entry_id = {0} AND amount > 0",),
    "of another entry": ("UPDATE posting SET entry_id = {0} WHERE entry_id = {0} + 1",),
    "taken away": ("DELETE FROM posting WHERE entry_id = {0}",),
    "added": tuple(
        "INSERT INTO posting (entry_id, account_id, amount, balance_after) "
        f"SELECT entry_id, account_id, {sign}amount, balance_after FROM posting "
        "WHERE entry_id = {0}"
        for sign in ("", "-")
    ),
    "in another order": ("UPDATE posting SET id = -id WHERE entry_id = {0}",),
}


@pytest.mark.parametrize("how", POSTINGS)
def test_postings_that_were_touched_name_their_entry(books, read, how):
    third, fourth = entries(read)[2:4]
    broken, problems = books(*(each.format(third) for each in POSTINGS[how]))
    assert broken == ([third, fourth] if how == "of another entry" else [third])
    assert any(f"El asiento {third} {TAMPERED}" in each for each in problems)


def test_an_undoing_turned_to_another_entry_is_named(books, read, write):
    second, fifth = entries(read)[1], entries(read)[4]
    undone = write(undo, fifth)
    broken, _ = books(f"UPDATE journal_entry SET reverses = {second} WHERE id = {undone.entry_id}")
    assert broken == [undone.entry_id]


def test_the_words_of_an_entry_are_not_in_the_chain(books, read):
    third = entries(read)[2]
    assert books(f"UPDATE journal_entry SET memo = '' WHERE id = {third}") == ([], [])
    assert books(f"UPDATE journal_entry SET memo = 'Otra' WHERE id = {third}")[0] == []


def test_who_is_forgotten_lets_words_go_and_no_hash(write, database):
    def forget(work):
        ana = make_client(work, "Ana")
        entry = adjust(work, ana, 5_00).entry_id
        undo(work, entry)
        anonymise_client(work, ana, "Lo pidió")
        return entry

    entry = write(forget)
    with closing(sqlite3.connect(database.path)) as file:
        for change in ("memo = '', hash = NULL", "memo = '', hash = x'00'", "memo = 'Otra'"):
            with pytest.raises(sqlite3.IntegrityError, match="only grows"):
                file.execute(f"UPDATE journal_entry SET {change} WHERE id = {entry}")
        file.execute(f"UPDATE journal_entry SET memo = '' WHERE id = {entry}")


def test_who_computes_the_chain_again_is_betrayed_by_paper(books, read, database):
    """What 0013 says that it doesn't prove, and what proves it."""
    code = read(lambda work: anchor(work.db))
    third = entries(read)[2]
    with closing(sqlite3.connect(":memory:")) as forged:
        with closing(sqlite3.connect(database.path)) as source:
            source.backup(forged)
        forged.execute("DROP TRIGGER journal_entry_no_update")
        forged.execute(f"UPDATE journal_entry SET business_date = '2020-01-01' WHERE id = {third}")
        forged.commit()
        engine = create_engine("sqlite://", creator=lambda: forged, poolclass=StaticPool)
        with engine.begin() as db:
            assert list(broken_links(db)) == [third]
            chain_up(db)
            assert list(broken_links(db)) == []
            assert anchor(db) != code


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


def test_a_close_is_anchored_itself_included(books, read, write):
    session = write(open_session, OpenRequest(new_request(), DRAWER, 70_00)).session_id
    closed = write(close_session, CloseRequest(new_request(), session, CashCount(coins=70_00)))
    code = read(lambda work: anchor(work.db))
    assert Pair("Control del libro", code) in read(voucher_document, closed.voucher_id).blocks
    assert int(code.partition("-")[0]) == entries(read)[-1]
