"""Every order of the command line that writes, by every role."""

import argparse
import io
import json
import shutil
from contextlib import redirect_stderr, redirect_stdout

import pytest

from kioskifly_desktop import cli
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.permissions import GRANTED, PERMISSION_NAMES, Permission, Role
from kioskifly_desktop.core.settings import save_shop_profile
from kioskifly_desktop.demo.shop import DEMO_KEY, PROFILE

TICKET = ("--ticket", "TX-00001-00000001")
WHY = ("--reason", "No le gustó")
# What the shop's own words stand for is in tests/stage.py.
ORDERS = {
    "client add": (Permission.EDIT_CLIENT, ("--name", "Elsa")),
    "client add, trusted": (Permission.CLIENT_TERMS, ("--name", "Elsa", "--debt-limit", "5000")),
    "pay": (Permission.COLLECT, ("--client", 1, "--amount", 100, "--register", "Caja 1")),
    "import clients": (Permission.IMPORT, ("clients.csv",)),
    "import products": (Permission.IMPORT, ("products.csv",)),
    "export clients": (Permission.EXPORT, ("--out", "clients-out.csv")),
    "export products": (Permission.EXPORT, ("--out", "products-out.csv")),
    "export movements": (Permission.EXPORT, ("--out", "movements.csv")),
    "export sales": (Permission.EXPORT, ("--out", "sales.csv")),
    "export journal": (Permission.EXPORT, ("--format", "csv", "--out", "journal.csv")),
    "backup": (Permission.BACKUP, ("copy.db",)),
    "restore": (Permission.BACKUP, ("saved.db", "--yes")),
    "sell": (Permission.SELL, ("--lines", "lines.json", "--pay", "efectivo=1100")),
    "sell, on account": (
        Permission.SELL_ON_ACCOUNT,
        ("--lines", "lines.json", "--client", 1, "--account", 1100),
    ),
    "sell, past the limit": (
        Permission.OVERRIDE_LIMIT,
        ("--lines", "lines.json", "--client", 2, "--account", 1100, "--override", "Es de fiar"),
    ),
    "return": (Permission.SELL, (*TICKET, "--all", *WHY)),
    "return, without a ticket": (
        Permission.RETURN_WITHOUT_TICKET,
        ("--lines", "lines.json", *WHY),
    ),
    "void": (Permission.VOID, (*TICKET, *WHY)),
    "session open": (Permission.CASH, ("--register", "Caja 2", "--float", 100)),
    "session close": (Permission.CASH, ("--register", "Caja 1", "--counted", 100)),
    "today-price": (Permission.ADJUST, ("--client", 5, "--apply")),
    "write-off": (Permission.ADJUST, ("--client", 1, *WHY)),
    "dispute": (Permission.ADJUST, ("--entry", 3, *WHY)),
    "dispute, settled": (Permission.ADJUST, ("--entry", 6, "--not-owed", *WHY)),
    "promise": (Permission.CONTACT, ("--client", 1, "--amount", 1, "--due", "08/03/2027")),
    "plan install": (Permission.PLAN, (DEMO_KEY,)),
    "user add": (Permission.USERS, ("Ximena",)),
    "user set-pin": (Permission.USERS, ("Yago",)),
    "user rescue-code": (Permission.USERS, ()),
    "user rename": (Permission.USERS, ("Yago", "Ximena")),
    "user role": (Permission.USERS, ("Yago", "admin")),
    "user deactivate": (Permission.USERS, ("Yago",)),
    "user reactivate": (Permission.USERS, ("Zoe",)),
    "audit": (Permission.AUDIT, ()),
    "report": (Permission.REPORTS, ("days",)),
    "report, of costs": (Permission.SEE_COSTS, ("stock",)),
    "report, to a file": (Permission.EXPORT, ("days", "--csv", "days.csv")),
    "client file": (Permission.PRIVACY, (3,)),
    "client anonymise": (Permission.PRIVACY, (4, "--reason", "Lo pidió", "--yes")),
}
_ASKS_WHO = {"writing", "proven", "noted", "_require_permission"}


def orders(parser, words=()):
    """Give each order of the command line and what it does."""
    act = parser.get_default("act")
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield from orders(below, (*words, name))
    if act is not None:
        yield " ".join(words), act


def test_every_order_that_writes_has_its_row():
    asking = {name for name, act in orders(cli._parser()) if _ASKS_WHO & {*act.__code__.co_names}}
    assert asking == {name.partition(",")[0] for name in ORDERS}
    assert len(asking) > 15


@pytest.fixture
def folder(staged, tmp_path):
    shutil.copy(staged[0], tmp_path / FILE_NAME)
    (tmp_path / "lines.json").write_text(json.dumps([{"product": 1, "quantity": "1"}]))
    (tmp_path / "products.csv").write_text("nombre;precio\nSoda;100\n")
    (tmp_path / "clients.csv").write_text("nombre;debe\nElsa;100\n")
    shutil.copy(staged[0], tmp_path / "saved.db")
    return tmp_path


@pytest.fixture
def kioskifly(database, write, monkeypatch):
    """Give a way to run an order: its status and what it complained of."""
    write(save_shop_profile, PROFILE)
    folder = database.path.parent
    database.close()
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sys.stdin", io.StringIO("8520\n"))

    def order(*arguments):
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = cli.run(["--data", str(folder), *map(str, arguments)])
        return status, err.getvalue()

    return order


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", ORDERS)
def test_who_may_do_what(name, role, kioskifly):
    needed, details = ORDERS[name]
    user = {Role.ADMIN: "Administrador", Role.CASHIER: "Cajero"}[role]
    done = kioskifly("--user", user, *name.partition(",")[0].split(), *details)
    refused = (
        f"Esto necesita permiso: «{PERMISSION_NAMES[needed]}». "
        "Lo puede autorizar un administrador con su PIN.\n"
    )
    assert done == ((0, "") if needed in GRANTED[role] else (1, refused))
