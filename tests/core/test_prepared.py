"""What the driver runs for a statement is what SQLAlchemy runs for it."""

from datetime import date

import pytest
from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.ledger import AccountKind, EntryKind, account, journal_entry
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.registers import RegisterKind, list_registers, register
from tests.factories import add_debt, make_client

_ENTRY = select(journal_entry).where(journal_entry.c.id == bindparam("entry"))
_OF_KIND = (
    select(account.c.kind, account.c.balance, func.count())
    .where(account.c.kind == bindparam("asked"), account.c.last_entry_id.is_(None))
    .group_by(account.c.kind, account.c.balance)
)
_FIXED = select(register.c.name, register.c.archived).where(
    register.c.kind == RegisterKind.DRAWER,
    register.c.archived == False,  # noqa: E712 - SQL
)


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (_ENTRY, {"entry": 1}),
        (_ENTRY, {"entry": 99}),
        (_OF_KIND, {"asked": AccountKind.REGISTER}),
        (_FIXED, {}),
    ],
)
def test_it_reads_the_same_rows(write, database, statement, values):
    write(add_debt, write(make_client), 5_00)
    prepared = Prepared(statement)
    with database.read() as work:
        for _ in range(2):
            rows = [tuple(row) for row in work.db.execute(statement, values)]
            assert [tuple(row) for row in prepared.all(work.db, values)] == rows
            first = prepared.first(work.db, values)
            assert first == (rows[0] if rows else None)
            assert prepared.scalar(work.db, values) == (rows[0][0] if rows else None)


def test_columns_have_their_names_and_types(write, database):
    write(add_debt, write(make_client), 5_00)
    with database.read() as work:
        row = Prepared(_ENTRY).first(work.db, {"entry": 1})
        assert (row.kind, row.business_date) == (EntryKind.SALE, date(2026, 3, 5))
        assert row.at == work.now
        assert isinstance(row.hash, bytes)


def test_it_writes_and_is_undone_with_its_transaction(database, admin):
    change = Prepared(
        update(register).where(register.c.id == bindparam("which")).values(name=bindparam("called"))
    )

    def act(work):
        change.many(work.db, [{"which": 1, "called": "Una"}, {"which": 2, "called": "Otra"}])
        assert {row.name for row in list_registers(work)} > {"Una", "Otra"}
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), database.write(admin) as work:
        act(work)
    with database.read() as work:
        assert "Una" not in {row.name for row in list_registers(work)}


def test_what_is_refused_is_refused_as_ever(database, admin):
    add = Prepared(insert(account), "kind")
    with pytest.raises(IntegrityError), database.write(admin) as work:
        add.insert(work.db, {"kind": None})
    with pytest.raises(IntegrityError), database.write(admin) as work:
        add.many(work.db, [{"kind": None}])
    with pytest.raises(ValueError, match="nothing"), database.write(admin) as work:
        add.insert(work.db, {"kind": "nothing"})
    with pytest.raises(KeyError), database.write(admin) as work:
        add.insert(work.db, {})


def test_it_says_what_it_does_not_know():
    some = select(account).where(account.c.id.in_(bindparam("some", expanding=True)))
    with pytest.raises(AssertionError, match="IN"):
        Prepared(some)._ready()
