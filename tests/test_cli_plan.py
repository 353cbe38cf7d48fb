"""The plan from the command line, and the vendor's tool that makes its keys."""

import io
import json
import stat
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path

import pytest

from kioskifly_desktop.cli import run
from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.plan import FREE, PLANS, Feature, PlanKey, read_key
from kioskifly_desktop.core.settings import save_shop_profile
from kioskifly_desktop.demo.shop import DEMO_KEY, PROFILE
from tests.plans import key

TOOL = Path(__file__).parent.parent / "packaging" / "plan_keys.py"


@pytest.fixture
def kioskifly(database):
    """Give a way to run an order: its status, what it said, what it complained of."""
    database.close()

    def order(*arguments):
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = run(["--data", str(database.path.parent), *map(str, arguments)])
        return status, out.getvalue(), err.getvalue()

    return order


def test_the_free_plan_is_shown(kioskifly):
    status, out, err = kioskifly("plan", "show")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "Plan Gratis, sin vencimiento.",
        "  0 de 2.000 clientes",
        "  2 de 5 usuarios",
        "  3 de 6 cajas",
        "  Generación de ofertas personalizadas: sí",
    ]
    assert json.loads(kioskifly("plan", "show", "--json")[1]) == {
        "name": "Gratis",
        "expires": None,
        "features": ["offers"],
        "limits": {
            "clients": {"used": 0, "most": FREE.clients},
            "users": {"used": 2, "most": FREE.users},
            "registers": {"used": 3, "most": FREE.registers},
        },
        "problem": "",
    }


def test_a_key_of_another_shop_is_refused(kioskifly):
    status, out, err = kioskifly("plan", "install", DEMO_KEY)
    assert (status, out) == (1, "")
    assert "otro negocio (27-12345678-0)" in err


@pytest.fixture
def demo_profile(write):
    write(save_shop_profile, PROFILE)


def test_a_key_broken_by_the_mail_changes_the_plan(demo_profile, kioskifly):
    half = len(DEMO_KEY) // 2
    status, out, err = kioskifly("plan", "install", DEMO_KEY[:half], DEMO_KEY[half:])
    assert (status, out, err) == (
        0,
        "El negocio tiene el plan Demostración, sin vencimiento.\n",
        "",
    )
    shown = json.loads(kioskifly("plan", "show", "--json")[1])
    assert shown["name"] == "Demostración"
    assert shown["limits"]["clients"] == {"used": 0, "most": None}


def test_keys_that_do_not_hold_are_refused_in_a_sentence(kioskifly):
    for text, sentence in (
        (key(), "Esa clave no la firmó Kioskifly."),
        (DEMO_KEY[:-9], "A esa clave le falta el final."),
        (DEMO_KEY.replace("GMYXY-RDFNV", "GMYXY-RDFNW"), "Esa clave tiene letras cambiadas."),
        ("hola", "Eso no es la clave de un plan."),
    ):
        status, out, err = kioskifly("plan", "install", text)
        assert (status, out) == (1, "")
        assert err.startswith(sentence)
        assert err.count("\n") == 1
    assert kioskifly("--user", "Cajero", "plan", "install", DEMO_KEY)[0] == 1
    assert json.loads(kioskifly("plan", "show", "--json")[1])["name"] == "Gratis"


@pytest.fixture
def full(database, admin):
    """Fill the free plan."""
    with database.write(admin) as work:
        for number in range(FREE.clients or 0):
            add_client(work, ClientRequest(f"Cliente {number}"))


def test_the_limit_is_the_same_by_the_command_line(full, kioskifly):
    status, out, err = kioskifly("client", "add", "--name", "Una más")
    assert (status, out) == (1, "")
    assert err == (
        "Tenés 2.000 clientes y el plan Gratis admite hasta 2.000. Para agregar más, pasá al plan "
        "Comercio, que llega a 20.000: pedí su clave y cargala en Ajustes › Plan.\n"
    )
    assert json.loads(kioskifly("plan", "show", "--json")[1])["limits"]["clients"]["used"] == 2000


def test_an_import_past_the_limit_brings_nobody(full, kioskifly, tmp_path):
    file = tmp_path / "clientes.csv"
    file.write_text("nombre\nUna más\n", encoding="utf-8")
    status, out, err = kioskifly("import", "clients", file)
    assert (status, out) == (1, "")
    assert "Tenés 2.000 clientes y el plan Gratis admite hasta 2.000." in err
    assert json.loads(kioskifly("plan", "show", "--json")[1])["limits"]["clients"]["used"] == 2000


def tool(*arguments):
    done = subprocess.run(
        [sys.executable, str(TOOL), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=TOOL.parent.parent,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.strip(), done.stderr


def test_the_vendor_makes_a_pair_and_keys_with_it(tmp_path):
    private = tmp_path / "plan.pem"
    status, public, _ = tool("pair", private)
    assert status == 0
    assert stat.S_IMODE(private.stat().st_mode) == 0o600
    before = private.read_bytes()
    assert tool("pair", private)[0] == 1
    assert private.read_bytes() == before
    status, text, _ = tool(
        *("key", private, "--plan", "Comercio", "--shop", "30-70000000-7"),
        *("--issued", "2026-01-02", "--expires", "2027-12-31"),
    )
    assert status == 0
    granted = read_key(text, bytes.fromhex(public))
    assert (granted.shop, granted.issued) == ("30-70000000-7", date(2026, 1, 2))
    assert granted.plan.expires == date(2027, 12, 31)
    assert (granted.plan.name, granted.plan.clients) == ("Comercio", PLANS[1].clients)
    status, text, _ = tool(
        *("key", private, "--plan", "Barrio", "--clients", 50, "--users", "none"),
        *("--registers", 3, "--features", ""),
    )
    assert status == 0
    granted = read_key(text, bytes.fromhex(public))
    assert isinstance(granted, PlanKey)
    assert (granted.plan.clients, granted.plan.users, granted.plan.registers) == (50, None, 3)
    assert Feature.OFFERS not in granted.plan.features


def test_the_vendor_s_tool_says_what_is_wrong(tmp_path):
    private = tmp_path / "plan.pem"
    tool("pair", private)
    assert "--clients" in tool("key", private, "--plan", "Barrio")[2]
    assert tool("key", tmp_path / "none.pem", "--plan", "Comercio")[0] == 1
    private.write_text("x")
    assert tool("key", private, "--plan", "Comercio")[0] == 1


def test_the_repository_holds_no_private_key():
    root = TOOL.parent.parent
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a clone")
    mark = b"PRIVATE" + b" KEY-----"
    files = [root / name for name in listed.stdout.split("\0") if name]
    assert [path for path in files if path.is_file() and mark in path.read_bytes()] == []
