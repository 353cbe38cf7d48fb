"""An upgrade from any earlier layout that dies in the middle, and a payment that dies at any write.

From a chosen act of writing on the disk takes nothing any more, as if the process had been killed.
"""

import shutil
from contextlib import closing
from random import Random

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ReadOnlyShopError, ShopFileError
from kioskifly_desktop.core.migrations import HEAD, REVISIONS
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    close_session,
    current_session,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from tests.conftest import Clock
from tests.factories import BANK, DRAWER, add_debt, make_client, payment
from tests.faults.io import EIO, ENOSPC, library, watched
from tests.older_shops import held, make_older, revision_of

pytestmark = pytest.mark.skipif(library() is None, reason="sqlite3 has its SQLite built in")

SHARE = 24
"""In how many places each upgrade is cut, of some 300."""


def dying(at):
    """Return what takes no write from the act number `at` on, and what was asked."""
    seen = []

    def answer(_path, act, _offset, _data):
        seen.append(act)
        return EIO[act] if len(seen) >= at else 0

    return answer, seen


def opened(folder, at):
    """Open a shop while the disk dies; return how many acts of writing there were."""
    answer, seen = dying(at)
    with watched(answer):
        try:
            open_shop(folder, create=False).close()
        except ShopFileError:
            assert len(seen) >= at
    return len(seen)


def cuts(seed, acts):
    """Return where to cut: in each part of the upgrade one act of writing, by chance."""
    dice, parts = Random(seed), min(SHARE, acts)
    return [
        1 + dice.randrange(part * acts // parts, (part + 1) * acts // parts)
        for part in range(parts)
    ]


@pytest.mark.long
@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_upgrade_cut_anywhere_is_whole_or_has_not_begun(tmp_path, revision):
    old, folder = tmp_path / "old", tmp_path / "shop"
    old.mkdir()
    make_older(old, tmp_path / "lived", revision, Clock())
    columns, before = held(old / FILE_NAME)

    def again():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(old, folder)

    again()
    acts = opened(folder, 10**9)
    assert revision_of(folder / FILE_NAME) == HEAD
    for at in cuts(int(revision), acts):
        again()
        opened(folder, at)
        found = revision_of(folder / FILE_NAME)
        assert found in {revision, HEAD}
        assert held(folder / FILE_NAME, columns)[1] == before
        with closing(open_shop(folder, create=False)) as database, database.read() as work:
            assert check(work) == []
        assert revision_of(folder / FILE_NAME) == HEAD
        assert held(folder / FILE_NAME, columns)[1] == before


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_shop_that_was_brought_up_to_date_goes_on(tmp_path, revision):
    clock = Clock()
    make_older(tmp_path, tmp_path / "lived", revision, clock)
    with closing(open_shop(tmp_path, create=False, clock=clock)) as database:
        with database.read() as work:
            admin, client = list_users(work)[0], get_client(work, 1)
            session = current_session(work, DRAWER)
        assert (session is not None) == (revision >= "0003")
        with database.write(admin) as work:
            assert add_debt(work, 1, 500_00).client_balance == client.balance + 500_00
            register_payment(work, payment(1, 200_00))
            if session is not None:
                close_session(work, CloseRequest("last", session.id, CashCount(coins=1_00)))
        with database.read() as work:
            assert get_client(work, 1).balance == client.balance + 300_00
            assert check(work) == []


def test_a_copy_that_does_not_fit_has_no_name_and_nothing_is_upgraded(tmp_path):
    revision = REVISIONS[-2]
    make_older(tmp_path, tmp_path / "lived", revision, Clock())
    before = (tmp_path / FILE_NAME).read_bytes()
    seen = []

    def answer(path, act, _offset, _data):
        if not path.name.startswith("shop-before-"):
            return 0
        seen.append(path.name)
        return ENOSPC[act] if len(seen) > 20 else 0

    with watched(answer), pytest.raises(ReadOnlyShopError):
        open_shop(tmp_path, create=False)
    assert len(seen) > 20
    assert list(tmp_path.glob("shop-before-*")) == []
    assert (tmp_path / FILE_NAME).read_bytes() == before
    open_shop(tmp_path, create=False).close()
    (copy,) = tmp_path.glob("shop-before-*")
    assert copy.name == f"shop-before-{HEAD}-from-{revision}.db"
    assert revision_of(copy) == revision


@pytest.fixture
def owing(write, admin):
    client = write(make_client)
    write(add_debt, client, 1_000_00)
    return client, admin


def test_a_payment_that_dies_at_any_write(tmp_path, database, owing):
    client, admin = owing
    path = database.path
    database.close()
    at, folder = 0, tmp_path / "cut"
    while True:
        at += 1
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(path, folder / FILE_NAME)
        answer, seen = dying(at)
        acknowledged = False
        with watched(answer):
            acknowledged = _pay(folder, admin, client)
        if len(seen) < at:
            break
        with closing(open_shop(folder, create=False)) as found:
            with found.read() as work:
                assert check(work) == []
                paid = 1_000_00 - get_client(work, client).balance
                assert paid in ({200_00} if acknowledged else {0, 100_00, 200_00})
            for number in range(2):
                with found.write(admin) as work:
                    register_payment(work, _request(client, number))
            with found.read() as work:
                assert get_client(work, client).balance == 800_00
                assert check(work) == []
    assert acknowledged
    assert at > 20


def _request(client, number):
    return payment(client, 100_00, register=BANK, request_id=f"p{number}")


def _pay(folder, admin, client):
    """Make two payments; tell whether both were acknowledged."""
    try:
        database = open_shop(folder, create=False)
    except ShopFileError:
        return False
    try:
        for number in range(2):
            with database.write(admin) as work:
                register_payment(work, _request(client, number))
    except ShopFileError:
        return False
    else:
        return True
    finally:
        database.close()
