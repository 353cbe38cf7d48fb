"""Processes that work in the same shop at once: nothing lost, nothing twice."""

import json
import os
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from kioskifly_desktop.app import Program
from kioskifly_desktop.cli import run
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import get_client
from kioskifly_desktop.core.registers import get_register
from kioskifly_desktop.core.sessions import current_session, list_sessions
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users
from tests.factories import BANK, DRAWER, make_client, make_product
from tests.faults.rival import OWED, PAID

ROOT = Path(__file__).parents[1]
ACTS, IMPORTED = 12, 60


def started(*words):
    order = [sys.executable, "-m", *map(str, words)]
    return subprocess.Popen(
        order, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def shop(tmp_path):
    """Return the folder of a closed shop with a client, a product and a file to bring in."""
    folder = tmp_path / "shop"
    with closing(open_shop(folder)) as database:
        with database.read() as work:
            admin = next(user for user in list_users(work) if user.is_admin)
        with database.write(admin) as work:
            make_client(work, "Ana")
            make_product(work, "Yerba", price=OWED)
    rows = [f"Ñandú {n};{n + 1},00" for n in range(IMPORTED)]
    (folder / "file.csv").write_text("\n".join(["Nombre;Saldo", *rows]), encoding="utf-8")
    return folder


def finished(rivals):
    """Return what each said, once all have ended."""
    said = [rival.communicate(timeout=100) for rival in rivals]
    assert [rival.returncode for rival in rivals] == [0] * len(rivals), said
    return [json.loads(out) for out, _ in said]


def requests_of(work):
    rows = work.db.exec_driver_sql("SELECT request_id FROM journal_entry").scalars()
    return Counter(row for row in rows if not row.endswith("session") and "import" not in row)


def look(folder, told, acts):
    """Make sure that each request was done once, whoever asked for it, and its money is there."""
    with closing(open_shop(folder, create=False)) as database, database.read() as work:
        assert check(work) == []
        wanted = {request for rival in told for request in rival["done"]}
        assert len(wanted) == (len(told) + 1) * acts
        assert requests_of(work) == dict.fromkeys(wanted, 1)
        sold = sum(int(request.split("-")[1]) % 2 for request in wanted)
        paid = len(wanted) - sold
        assert get_client(work, 1).balance == sold * OWED - paid * PAID
        assert get_register(work, BANK).balance == paid * PAID
        sales = work.db.exec_driver_sql("SELECT count(*) FROM sale").scalar_one()
        assert sales == sold
        sessions = list_sessions(work, DRAWER, limit=1_000)
        assert len(sessions) == sum(rival.get("opened", 0) for rival in told)
        closed = sum(session.closed_at is not None for session in sessions)
        assert closed == sum(rival.get("closed", 0) for rival in told)
        assert (len(sessions) - closed == 1) is (current_session(work, DRAWER) is not None)
        assert sum(rival.get("brought", 0) for rival in told) == IMPORTED
        clients = work.db.exec_driver_sql("SELECT count(*) FROM client").scalar_one()
        assert clients == 1 + IMPORTED


def test_two_that_take_turns(shop):
    rivals = [started("tests.faults.rival", shop, name, ACTS, name) for name in (1, 2)]
    look(shop, finished(rivals), ACTS)


@pytest.mark.skipif(sys.platform == "win32", reason="a lock that is held can't be removed there")
def test_two_that_lost_the_lock(shop):
    rivals = [started("tests.faults.rival", shop, name, ACTS, name, "together") for name in (1, 2)]
    look(shop, finished(rivals), ACTS)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="a lock that is held can't be removed there")
@pytest.mark.parametrize("how", [(), ("together",)], ids=["turns", "together"])
def test_four_for_long(shop, how):
    acts = 60
    names = (1, 2, 3, 4)
    rivals = [started("tests.faults.rival", shop, name, acts, name, *how) for name in names]
    look(shop, finished(rivals), acts)


def orders(shop, *words):
    """Give an order three times at once and then again; return what each complained of."""
    order = ("kioskifly_desktop", "--data", shop, *words)
    given = [started(*order) for _ in range(3)]
    ended = [(each.communicate(timeout=60)[1], each.returncode) for each in given]
    again = started(*order)
    return [*ended, (again.communicate(timeout=60)[1], again.returncode)]


@pytest.fixture(autouse=True)
def _without_a_screen():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def test_the_same_payment_ordered_at_once(shop):
    words = ("pay", "--client", 1, "--amount", "10", "--register", "Banco", "--request-id", "one")
    ended = orders(shop, *words)
    assert ended[-1] == ("", 0)
    for complaint, status in ended:
        assert (complaint == "") is (status == 0)
        assert status == 0 or complaint.startswith("Kioskifly ya está abierto con este negocio")
    with closing(open_shop(shop, create=False)) as database, database.read() as work:
        assert requests_of(work) == {"one": 1}
        assert get_register(work, BANK).balance == 10_00
        assert check(work) == []


def test_a_session_opened_by_some_at_once_is_one(shop):
    ended = orders(shop, "session", "open", "--register", "Caja 1", "--float", "0")
    assert all(complaint.count("\n") == (status != 0) for complaint, status in ended)
    assert "ya está abierta" in ended[-1][0]
    with closing(open_shop(shop, create=False)) as database, database.read() as work:
        assert len(list_sessions(work, DRAWER)) == 1
        assert current_session(work, DRAWER) is not None
        assert check(work) == []


def test_an_order_beside_the_window_writes_nothing(qtbot, shop, capsys):
    order = ["--data", str(shop), "pay", "--client", "1", "--amount", "10", "--register", "Banco"]
    order += ["--request-id", "beside"]
    program = Program(shop)
    qtbot.addWidget(program.window)
    try:
        assert run(order) != 0
        assert "ya está abierto" in capsys.readouterr().err
        with program.database.read() as work:
            assert requests_of(work) == {}
    finally:
        program.close(copy=False)
    for _ in range(2):
        assert run(order) == 0
    with closing(open_shop(shop, create=False)) as database, database.read() as work:
        assert requests_of(work) == {"beside": 1}
        assert check(work) == []
