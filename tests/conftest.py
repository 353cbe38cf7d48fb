"""Fixtures of the shop: a real file, a clock that moves when told, two people at the counter."""

import logging
import os
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users

pytest.register_assert_rewrite("tests.random_shop", "tests.random_sales", "tests.random_money")


def pytest_configure(config):
    # No test writes to the keyring of who runs it.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    config.addinivalue_line("markers", "broken_books: leaves books that core.check complains of")


class Clock:
    """A clock that stands at noon of 5 March 2026 in Buenos Aires until it is moved."""

    def __init__(self):
        self.now = datetime(2026, 3, 5, 15, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def move(self, **by):
        self.now += timedelta(**by)


class _Kept(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture(autouse=True)
def _quiet_log(request):
    """Fail on what the program logs as a warning or worse; a test that expects it takes caplog."""
    handler, logger = _Kept(), logging.getLogger("kioskifly_desktop")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert [record.getMessage() for record in handler.records] == []


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """Return the file of a shop nobody has used."""
    folder = tmp_path_factory.mktemp("template")
    open_shop(folder, clock=Clock()).close()
    return folder / FILE_NAME


@pytest.fixture
def folder(template, tmp_path):
    """Return the folder of a shop that is closed."""
    result = tmp_path / "shop"
    result.mkdir()
    shutil.copy(template, result / FILE_NAME)
    return result


@pytest.fixture
def vendor():
    """Return the public key that plans are checked with: the program's own unless overridden."""


@pytest.fixture
def database(folder, clock, vendor, request):
    """Give an open shop, whose books must agree in the end."""
    result = open_shop(folder, create=False, clock=clock, vendor=vendor)
    yield result
    if result.is_owner and request.node.get_closest_marker("broken_books") is None:
        with result.read() as work:
            assert check(work) == []
    result.close()


@pytest.fixture
def people(database):
    with database.read() as work:
        return list_users(work)


@pytest.fixture
def admin(people):
    return next(user for user in people if user.is_admin)


@pytest.fixture
def cashier(people):
    return next(user for user in people if not user.is_admin)


@pytest.fixture
def write(database, admin):
    """Do something in a transaction of its own, as the administrator unless told."""

    def run(act, *args, user=admin, **kwargs):
        with database.write(user) as work:
            return act(work, *args, **kwargs)

    return run


@pytest.fixture
def read(database, admin):
    """Ask something of what is committed."""

    def run(ask, *args, user=admin, **kwargs):
        with database.read(user) as work:
            return ask(work, *args, **kwargs)

    return run


@pytest.fixture
def everything(database):
    """Return all rows of all tables: the way to prove that nothing was written."""

    def rows():
        with database.read() as work:
            names = work.db.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {
                name: work.db.exec_driver_sql(f'SELECT * FROM "{name}"').fetchall()
                for name in names.scalars().all()
                if not name.startswith(("client_search_", "product_search_"))  # FTS5's own
            }

    return rows
