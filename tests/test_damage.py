"""A file with a bit turned or its end gone: wrong money is never shown without a word."""

import shutil
import sqlite3
from random import Random

import pytest

from kioskifly_desktop.core.catalog import ProductQuery, list_products
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientQuery, list_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.errors import ShopFileError
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.sales import list_sales
from kioskifly_desktop.core.sessions import list_sessions
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.wallet import history
from tests.conftest import Clock
from tests.random_money import AllActs

HARMS, SEED = 500, 20261124


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    """Return a shop that lived, and what it says."""
    folder = tmp_path_factory.mktemp("lived")
    clock = Clock()
    database = open_shop(folder, clock=clock)
    shop = AllActs(database, clock, Random(SEED))
    for _ in range(150):
        shop.step()
    with database.read(shop.admin) as work:
        told = figures(work)
    database.close()
    assert all(told), "there is something of each to be wrong about"
    return folder / FILE_NAME, told


def figures(work):
    """Return the money, the prices and the stock that screens show."""
    clients = list_clients(work, ClientQuery(), limit=100)
    registers = list_registers(work)
    return (
        [(row.name, row.balance) for row in clients],
        [(row.name, row.balance) for row in registers],
        [
            (row.name, row.price, row.stock)
            for row in list_products(work, ProductQuery(), limit=100)
        ],
        [(row.total, row.on_account) for row in list_sales(work, limit=1000)],
        [
            (row.opening_float, row.expected, row.counted)
            for register in registers
            for row in list_sessions(work, register.id, limit=1000)
        ],
        [
            [(row.amount, row.owes) for row in history(work, client.id, limit=1000)]
            for client in clients
        ],
    )


def harm(content, dice):
    """Turn a bit, or some, or cut the end off."""
    roll = dice.random()
    if roll < 0.1:
        del content[dice.randrange(len(content)) :]
        return
    for _ in range(1 if roll < 0.6 else dice.randint(2, 40)):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def outcome(folder, told):
    """Return what becomes of a harmed shop."""
    try:
        database = open_shop(folder, create=False, clock=Clock())
    except (ShopFileError, sqlite3.Error):
        return "refused"
    try:
        with database.read() as work:
            found = figures(work)
        with database.read() as work:
            problems = list(check(work))
    except Exception:  # noqa: BLE001 - whatever is said, it isn't silent
        return "noticed"
    finally:
        database.close()
    if problems:
        return "noticed"
    return "harmless" if found == told else "SILENT"


@pytest.mark.long
def test_wrong_money_is_never_silent(lived, tmp_path):
    path, told = lived
    dice, found = Random(SEED), []
    folder = tmp_path / "harmed"
    for _ in range(HARMS):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        content = bytearray(path.read_bytes())
        harm(content, dice)
        (folder / FILE_NAME).write_bytes(content)
        found.append(outcome(folder, told))
    assert "SILENT" not in found
    assert {"refused", "noticed", "harmless"} == set(found)
