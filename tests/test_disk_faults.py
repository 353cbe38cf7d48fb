"""A disk that fails once, in every act of writing: nothing is lost, doubled or left half."""

import shutil

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ShopFileError
from kioskifly_desktop.core.ledger import find_request
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, register_sale
from kioskifly_desktop.core.sessions import (
    CashCount,
    CloseRequest,
    OpenRequest,
    close_session,
    open_session,
)
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from tests.factories import DRAWER, add_debt, make_client, make_product, payment
from tests.faults.io import EIO, ENOSPC, library, watched

pytestmark = pytest.mark.skipif(library() is None, reason="sqlite3 has its SQLite built in")


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """Return the file of a shop with a client who owes, a product and an open session."""
    folder = tmp_path_factory.mktemp("begun")
    database = open_shop(folder)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    with database.write(admin) as work:
        client = make_client(work, "Ana")
        add_debt(work, client, 1_000_00)
        product = make_product(work, "Yerba", price=500_00)
        session = open_session(work, OpenRequest("open", DRAWER, 0)).session_id
    database.close()
    return folder / FILE_NAME, admin, client, product, session


def acts(client, product, session):
    lines = (SaleLineRequest(product, 2_000),)
    sale = SaleRequest("again", lines, client_id=client, on_account=1_000_00)
    close = CloseRequest("again", session, CashCount(coins=0))
    return {
        "payment": lambda work: register_payment(work, payment(client, 300_00, request_id="again")),
        "sale": lambda work: register_sale(work, sale),
        "close": lambda work: close_session(work, close),
    }


def attempt(folder, admin, act):
    """Do it in the shop of a folder; tell whether it was acknowledged."""
    try:
        database = open_shop(folder, create=False)
    except ShopFileError:
        return False
    try:
        with database.write(admin) as work:
            act(work)
    except ShopFileError:
        return False
    else:
        return True
    finally:
        database.close()


def shop_of(begun, folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(begun[0], folder / FILE_NAME)
    return folder


def failing(at, codes):
    """Return what fails the act number `at`, and how many there were."""
    seen = []

    def answer(_path, act, _offset, _data):
        seen.append(act)
        return codes[act] if len(seen) == at else 0

    return answer, seen


@pytest.mark.parametrize("codes", [EIO, ENOSPC], ids=["EIO", "ENOSPC"])
@pytest.mark.parametrize("name", ["payment", "sale", "close"])
def test_an_act_of_writing_that_fails(begun, tmp_path, name, codes):
    _, admin, *ids = begun
    act = acts(*ids)[name]
    at, acknowledged = 0, []
    while True:
        at += 1
        folder = shop_of(begun, tmp_path / "shop")
        answer, seen = failing(at, codes)
        with watched(answer):
            acknowledged.append(attempt(folder, admin, act))
        if len(seen) < at:
            break
        database = open_shop(folder, create=False)
        with database.read(admin) as work:
            assert check(work) == []
            if acknowledged[-1]:
                assert find_request(work, "again") is not None
        with database.write(admin) as work:
            act(work)
        with database.read(admin) as work:
            count = "SELECT count(*) FROM journal_entry WHERE request_id = 'again'"
            assert work.db.exec_driver_sql(count).scalar_one() == 1
            assert check(work) == []
        database.close()
    assert acknowledged[-1], "without a fault it is done"
    assert len(acknowledged) > 8
    assert not all(acknowledged[:-1])
