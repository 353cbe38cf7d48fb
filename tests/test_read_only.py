"""A file or a folder that becomes, or is, one that can only be read."""

from contextlib import closing

import pytest

from kioskifly_desktop.app import Program
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ReadOnlyShopError
from kioskifly_desktop.core.ledger import find_request
from kioskifly_desktop.core.shop_file import look_into_shop, open_shop
from tests.faults.asked import ACTS, REQUEST, furnish
from tests.faults.disks import frozen, read_only

PLACES = {"file": (FILE_NAME,), "folder": (".",)}
AT_WORK = {
    "file": (FILE_NAME,),
    "log": (f"{FILE_NAME}-wal",),
    "both": (FILE_NAME, f"{FILE_NAME}-wal"),
    "folder": (".",),
}
SENTENCE = "No se puede escribir en .* No se guardó nada"


@pytest.fixture
def counter(tmp_path):
    return furnish(tmp_path / "shop")


def attempt(database, counter, act):
    with database.write(counter.admin) as work:
        return act(counter, work)


def held(database):
    """Return what there is, and how often the request."""
    with database.read() as work:
        assert check(work) == []
        counts = [
            work.db.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in ("journal_entry", "posting", "voucher", "sale", "stock_move")
        ]
        return counts, find_request(work, REQUEST) is not None


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("start", [open_shop, Program, look_into_shop])
def test_a_start(qapp, counter, place, start):
    folder = counter.path.parent
    before = counter.path.read_bytes()
    with read_only(folder / place[0]):
        if start is look_into_shop and place == PLACES["file"]:
            with closing(start(folder)) as database:
                assert held(database)[1] is False
        else:
            with pytest.raises(ReadOnlyShopError, match=SENTENCE):
                start(folder)
        assert counter.path.read_bytes() == before
    with closing(open_shop(folder, create=False)) as database:
        attempt(database, counter, ACTS["payment"])
        assert held(database)[1] is True


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("places", AT_WORK.values(), ids=AT_WORK)
def test_a_program_at_work(counter, places, act):
    folder = counter.path.parent
    with closing(open_shop(folder, create=False)) as database:
        before = held(database)
        with frozen(*(folder / place for place in places)):
            try:
                attempt(database, counter, act)
            except ReadOnlyShopError as error:
                said = str(error)
            else:
                said = ""
            after = held(database)
        # SQLite writes into the log alone, until it is long.
        assert bool(said) is (f"{FILE_NAME}-wal" in places)
        assert (after == before) is bool(said)
        first = attempt(database, counter, act)
        assert attempt(database, counter, act) == first
        done = held(database)
        assert done[1] is True
        assert said or done == after
    with closing(open_shop(folder, create=False)) as database:
        assert held(database) == done
