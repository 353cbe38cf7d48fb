"""What an act of money costs the disk: one sync, and few pages of the log."""

from contextlib import closing

import pytest

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, register_sale
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import register_payment
from tests.factories import add_debt, make_product, payment
from tests.faults.io import SYNC, WRITE, library, watched

pytestmark = pytest.mark.skipif(library() is None, reason="sqlite3 has its SQLite built in")
_PAGE = 4096


@pytest.fixture
def counted(tmp_path):
    """Return a function that does an act some times and tells the syncs and pages of each."""
    acts: list[tuple[str, str, int]] = []

    def noted(path, act, _offset, data):
        acts.append((path.suffix, act, len(data)))
        return 0

    with (
        watched(noted),
        closing(open_shop(tmp_path)) as shop,
    ):
        with shop.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
        with shop.write(admin) as work:
            client = add_client(work, ClientRequest("Ana"))
            add_debt(work, client, 1_000_000_00)
            goods = [make_product(work, f"Yerba {n}", price=100_00) for n in range(10)]

        def count(act, times=20):
            found = []
            for number in range(times):
                acts.clear()
                with shop.write(admin) as work:
                    act(work, client, goods, number)
                syncs = [where for where, what, _ in acts if what == SYNC]
                pages = [where for where, what, size in acts if what == WRITE and size == _PAGE]
                assert set(pages) == {".db-wal"}, "the shop's file waits for a checkpoint"
                found.append((len(syncs), len(pages)))
            return found

        yield count


def pay(work, client, _goods, number):
    register_payment(work, payment(client, 100_00, request_id=f"p{number}"))


def sell(work, client, goods, number):
    lines = tuple(SaleLineRequest(each, 1_000) for each in goods)
    register_sale(work, SaleRequest(f"s{number}", lines, client_id=client, on_account=1_000_00))


def test_a_payment_is_one_sync_and_few_pages(counted):
    # The first one of a log also writes the log's head.
    for syncs, pages in counted(pay)[1:]:
        assert syncs == 1
        # Its four tables have ten indexes; now and then a page is full and becomes two.
        assert 0 < pages <= 20


def test_a_sale_of_ten_lines_on_account_is_one_sync(counted):
    assert {syncs for syncs, _ in counted(sell)[1:]} == {1}
