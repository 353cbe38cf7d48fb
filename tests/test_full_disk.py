"""A disk that is really full, with no room or a little: a sentence, nothing half, later once."""

import shutil
from contextlib import closing

import pytest

from kioskifly_desktop.adapters.backups import copy_facts, make_copy, restore_copy
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import BackupFolderError, ReadOnlyShopError
from kioskifly_desktop.core.migrations import HEAD
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from tests.conftest import Clock
from tests.factories import BANK, payment
from tests.faults.asked import ACTS, bring, furnish
from tests.faults.disks import full, small
from tests.older_shops import held as rows_of
from tests.older_shops import make_older, revision_of

LAST = 400
"""With so many free pages everything fits."""


@pytest.fixture(scope="module")
def counter(tmp_path_factory):
    return furnish(tmp_path_factory.mktemp("counter"))


@pytest.fixture
def disk(tmp_path):
    place = tmp_path / "disk"
    place.mkdir()
    with small(place):
        yield place


@pytest.fixture
def folder(disk):
    return disk / "shop"


def anew(counter, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(counter.path, folder / FILE_NAME)


def held(database):
    """Return how many requests, papers, sales, jobs and clients there are, and if all agrees."""
    with database.read() as work:
        assert check(work) == []
        return work.db.exec_driver_sql(
            "SELECT (SELECT count(*) FROM journal_entry), (SELECT count(*) FROM voucher), "
            "(SELECT count(*) FROM sale), (SELECT count(*) FROM cash_session WHERE "
            "closing_entry_id IS NOT NULL), (SELECT count(*) FROM client), "
            "(SELECT sum(balance) FROM account WHERE kind IN ('client', 'register'))"
        ).one()


def attempt(database, counter, act):
    """Do it; tell whether it was acknowledged, or said what is in the way."""
    try:
        with database.write(counter.admin) as work:
            act(counter, work)
    except ReadOnlyShopError as error:
        said = str(error)
    else:
        return True
    assert said.startswith("No se puede escribir en ")
    assert said.endswith("espacio en disco.")
    return False


@pytest.mark.parametrize("act", [*ACTS.values(), bring], ids=[*ACTS, "import"])
def test_a_program_at_work(counter, folder, disk, act):
    anew(counter, folder)
    with closing(open_shop(folder, create=False)) as database:
        assert attempt(database, counter, act)
        whole = held(database)
    pages = 0
    answers: list[bool] = []
    while not answers or not answers[-1]:
        assert pages < LAST
        anew(counter, folder)
        with closing(open_shop(folder, create=False)) as database:
            before = held(database)
            with full(disk, pages):
                answers.append(attempt(database, counter, act))
                after = held(database)
            assert after == (whole if answers[-1] else before)
            if act is not bring or not answers[-1]:
                assert attempt(database, counter, act)
            assert held(database) == whole
        with closing(open_shop(folder, create=False)) as database:
            assert held(database) == whole
        pages += 1
    assert len(answers) > 1


def test_payments_until_there_is_no_room(counter, folder, disk):
    anew(counter, folder)
    acknowledged: list[int] = []
    refused: list[int] = []

    def pay_all(numbers):
        for number in numbers:
            try:
                with database.write(counter.admin) as work:
                    asked = payment(counter.client, 1_00, register=BANK, request_id=f"p{number}")
                    register_payment(work, asked)
            except ReadOnlyShopError:
                refused.append(number)
            else:
                acknowledged.append(number)

    with closing(open_shop(folder, create=False)) as database:
        with full(disk, 100):
            pay_all(range(LAST))
            assert refused
        assert len(acknowledged) > 1
        with database.read() as work:
            assert check(work) == []
            assert get_register(work, BANK).balance == len(acknowledged) * 1_00
        pay_all(range(LAST))
        with database.read() as work:
            assert check(work) == []
            assert get_register(work, BANK).balance == LAST * 1_00


def test_a_start(counter, folder, disk):
    opened, pages = False, 0
    while not opened:
        assert pages < LAST
        anew(counter, folder)
        with full(disk, pages):
            try:
                open_shop(folder, create=False).close()
            except ReadOnlyShopError:
                pass
            else:
                opened = True
        with closing(open_shop(folder, create=False)) as database:
            assert held(database)[0] == 2
        pages += 1
    assert pages > 1


def test_a_new_shop(folder, disk):
    made, pages = False, 0
    while not made:
        assert pages < 2 * LAST
        shutil.rmtree(folder, ignore_errors=True)
        with full(disk, pages):
            try:
                open_shop(folder).close()
            except ReadOnlyShopError:
                pass
            else:
                made = True
        with closing(open_shop(folder)) as database, database.read() as work:
            assert check(work) == []
            assert len(list_users(work)) == 2
        pages += 20
    assert pages > 20


def test_a_copy_of_a_shop_on_it(counter, folder, disk):
    copied, pages = False, 0
    while not copied:
        assert pages < 2 * LAST
        anew(counter, folder)
        copies = disk / "copies"
        shutil.rmtree(copies, ignore_errors=True)
        with closing(open_shop(folder, create=False)) as database:
            before = held(database)
            with full(disk, pages):
                try:
                    copy = make_copy(folder / FILE_NAME, copies)
                except BackupFolderError:
                    assert not copies.exists() or list(copies.iterdir()) == []
                else:
                    copied = True
                    assert copy_facts(copy.path).clients == 1
            assert held(database) == before
        pages += 10
    assert pages > 10


def test_a_restore(counter, folder, disk, tmp_path):
    copy = make_copy(counter.path, tmp_path / "usb")
    restored, pages, said = False, 0, set()
    while not restored:
        assert pages < 3 * LAST
        anew(counter, folder)
        with closing(open_shop(folder, create=False)) as database:
            assert attempt(database, counter, ACTS["payment"])
            present = held(database)
        with full(disk, pages):
            try:
                kept = restore_copy(copy.path, folder)
            except (BackupFolderError, ReadOnlyShopError) as error:
                said.add(f" en {folder}: " in str(error) or f" en {folder}. " in str(error))
            else:
                restored = True
                assert kept is not None
        with closing(open_shop(folder, create=False)) as database:
            found = held(database)
        assert (found == present) is not restored
        assert found[0] == (2 if restored else 3)
        if not restored:
            assert {path.name for path in folder.iterdir()} <= {
                FILE_NAME,
                *(path.name for path in folder.glob("*.lock")),
                *(path.name for path in folder.glob("shop-antes-de-restaurar-*")),
            }
        pages += 20
    assert said == {True}


def test_an_upgrade(folder, disk, tmp_path):
    old, revision = tmp_path / "old", "0004"
    old.mkdir()
    make_older(old, tmp_path / "lived", revision, Clock())
    columns, before = rows_of(old / FILE_NAME)
    upgraded, pages = False, 0
    while not upgraded:
        assert pages < 3 * LAST
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(old, folder)
        with full(disk, pages):
            try:
                open_shop(folder, create=False).close()
            except ReadOnlyShopError:
                pass
            else:
                upgraded = True
        # What is left to write once it is upgraded may be too much as well.
        assert revision_of(folder / FILE_NAME) in ({HEAD} if upgraded else {revision, HEAD})
        with closing(open_shop(folder, create=False)) as database, database.read() as work:
            assert check(work) == []
        assert rows_of(folder / FILE_NAME, columns)[1] == before
        pages += 20
    assert pages > 20
