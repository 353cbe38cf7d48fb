"""What was said not to be saved is not there, not even if the program is killed just then."""

import shutil
from contextlib import closing

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.errors import ReadOnlyShopError
from kioskifly_desktop.core.ledger import find_request
from kioskifly_desktop.core.shop_file import open_shop
from tests.faults.asked import ACTS, REQUEST, furnish
from tests.faults.io import EIO, ENOSPC, library, watched

pytestmark = pytest.mark.skipif(library() is None, reason="sqlite3 has its SQLite built in")


@pytest.fixture(scope="module")
def counter(tmp_path_factory):
    return furnish(tmp_path_factory.mktemp("counter"))


def failing(at, codes):
    """Return what fails the act number `at`, and how many there were since it was told to count."""
    seen: list[str] = []

    def answer(_path, act, _offset, _data):
        if seen:
            seen.append(act)
        return codes[act] if len(seen) == at + 1 else 0

    return answer, seen


@pytest.mark.parametrize("codes", [EIO, ENOSPC], ids=["EIO", "ENOSPC"])
@pytest.mark.parametrize(
    "act",
    [
        pytest.param(act, id=name, marks=() if name == "close" else pytest.mark.long)
        for name, act in ACTS.items()
    ],
)
def test_what_is_refused_does_not_come_back(counter, tmp_path, act, codes):
    at, refused, seen = 0, 0, ["counting"]
    while len(seen) > at:
        at += 1
        shop, left = tmp_path / f"{at}", tmp_path / f"{at}-left"
        shutil.copytree(counter.path.parent, shop)
        answer, seen = failing(at, codes)
        acknowledged = True
        with watched(answer), closing(open_shop(shop, create=False)) as database:
            seen.append("counting")
            try:
                with database.write(counter.admin) as work:
                    act(counter, work)
            except ReadOnlyShopError:
                acknowledged = False
                refused += 1
            # As a kill leaves it: its log, and no index of it.
            shutil.copytree(shop, left, ignore=shutil.ignore_patterns("*-shm"))
        for folder in (left, shop):
            with closing(open_shop(folder, create=False)) as database, database.read() as work:
                assert (find_request(work, REQUEST) is not None) is acknowledged
                assert check(work) == []
    assert at > 5
    assert refused > 5
