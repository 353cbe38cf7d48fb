"""People from the command line; and by it too, nobody does what they may not."""

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime

import pytest

from kioskifly_desktop.cli import run
from kioskifly_desktop.core.access import FREE_TRIES, verify_pin
from kioskifly_desktop.core.errors import ShopError
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_people

PIN = "2580"


@pytest.fixture
def kioskifly(database, monkeypatch):
    """Give a way to run an order: its status, what it said, what it complained of."""
    database.close()

    def order(*arguments, typed="", pin=""):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        monkeypatch.setenv("KIOSKIFLY_PIN", pin)
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = run(["--data", str(database.path.parent), *map(str, arguments)])
        return status, out.getvalue(), err.getvalue()

    return order


@pytest.fixture
def told(kioskifly):
    """Give a way to run an order that succeeds and read its JSON."""

    def order(*arguments, **kwargs):
        status, out, err = kioskifly(*arguments, "--json", **kwargs)
        assert (status, err) == (0, "")
        return json.loads(out)

    return order


@pytest.fixture
def refused(kioskifly):
    """Give a way to run an order that fails and read its sentence."""

    def order(*arguments, **kwargs):
        status, out, err = kioskifly(*arguments, **kwargs)
        assert (status, out) == (1, "")
        assert err.count("\n") == 1
        return err.strip()

    return order


def test_people_are_added_changed_and_listed(kioskifly, told):
    assert told("user", "add", "Zoe", "--role", "admin", "--pin", typed=PIN) == {"id": 3}
    assert kioskifly("user", "list")[1].splitlines() == [
        f"    1  {'Administrador':<40} {'Administrador':<16} sin PIN",
        f"    2  {'Cajero':<40} {'Cajero':<16} sin PIN",
        f"    3  {'Zoe':<40} {'Administrador':<16} con PIN",
    ]
    zoe = ("--user", "zoe")
    for order, said in (
        (("rename", "cajero", "Lucía"), "Nombre cambiado.\n"),
        (("role", "lucia", "admin"), "Lucía: Administrador.\n"),
        (("role", "lucia", "cashier"), "Lucía: Cajero.\n"),
        (("deactivate", "lucia"), "Lucía ya no entra. Lo que hizo queda a su nombre.\n"),
        (("reactivate", "lucia"), "Lucía entra de nuevo.\n"),
        (("deactivate", "administrador"), "Administrador ya no entra. Lo que hizo queda a su "),
    ):
        status, out, err = kioskifly(*zoe, "user", *order, pin=PIN)
        assert (status, err) == (0, "")
        assert out.startswith(said)
    assert told("user", "list")["users"] == [
        {"id": 1, "name": "Administrador", "role": "admin", "active": False, "has_pin": False},
        {"id": 2, "name": "Lucía", "role": "cashier", "active": True, "has_pin": False},
        {"id": 3, "name": "Zoe", "role": "admin", "active": True, "has_pin": True},
    ]


def test_a_pin_is_piped_in_and_a_weak_one_is_said_to_be(kioskifly, refused, database):
    assert kioskifly("user", "set-pin", "cajero", typed="1234")[1].splitlines() == [
        "Cajero tiene otro PIN.",
        "Es fácil de adivinar: mejor uno sin números seguidos ni repetidos.",
    ]

    assert kioskifly("--user", "cajero", "registers")[0] == 0, "reading asks for no PIN"
    pay = ("--user", "cajero", "client", "add", "--name", "Ana")
    assert refused(*pay) == ("Cajero entra con PIN: usá una terminal, o ponelo en KIOSKIFLY_PIN.")
    assert "te quedan 4 intentos" in refused(*pay, pin="9999")
    assert kioskifly(*pay, pin="1234")[0] == 0


def test_a_rescue_code_gives_an_administrator_another_pin(kioskifly, refused, monkeypatch):
    kioskifly("user", "set-pin", "Administrador", typed=PIN)
    assert "PIN" in refused("user", "rescue-code")
    code, keep = kioskifly("user", "rescue-code", pin=PIN)[1].splitlines()
    assert re.fullmatch(r"(\w{4}-){3}\w{4}", code)
    assert "no en la computadora" in keep
    rescue = ("user", "rescue", "administrador")
    typed = f"{code.lower().replace('-', ' ')}\n7391"
    assert "16 letras y números" in refused(*rescue, typed="7391")
    assert "te quedan 4 intentos" in refused(*rescue, typed="0000-0000-0000-0000\n7391")
    assert "necesita permiso" in refused("user", "rescue", "cajero", typed=typed)
    assert kioskifly(*rescue, typed=typed)[:2] == (
        0,
        (
            "Administrador tiene otro PIN.\n"
            "El código de rescate ya se usó: hacé otro con kioskifly user rescue-code.\n"
        ),
    )
    assert "Ese no es el PIN" in refused("audit", pin=PIN)
    assert "No hay código de rescate" in refused(*rescue, typed=typed)
    shown = kioskifly("audit", pin="7391")[1]
    assert "Usó el código de rescate · Administrador" in shown
    assert code not in shown
    code = kioskifly("user", "rescue-code", pin="7391")[1].split()[0]
    monkeypatch.setenv("KIOSKIFLY_RESCUE_CODE", code)
    assert kioskifly(*rescue, typed=PIN)[0] == 0


def test_wrong_pins_wait_whatever_the_order(kioskifly, refused, folder, clock):
    kioskifly("user", "set-pin", "Administrador", typed=PIN)
    answers = [refused("audit", pin="9999") for _ in range(6)]
    assert all("no es el PIN" in answer for answer in answers[:4])
    assert all("Probá de nuevo en 30 segundos" in answer for answer in answers[4:])
    assert "Probá de nuevo" in refused("client", "add", "--name", "Ana", pin=PIN)
    database = open_shop(folder, create=False)
    with database.read() as work:
        (boss, _) = list_people(work)
    assert boss.locked_until is not None
    until = boss.locked_until
    database.clock = lambda: until
    assert verify_pin(database, boss.id, PIN) == boss.user
    database.close()
    assert kioskifly("audit", pin=PIN)[0] == 0


def test_what_is_wrong_is_said_in_a_sentence(refused, kioskifly):
    assert refused("user", "add", "cajero") == "Ya hay un usuario «Cajero». Elegí otro nombre."
    assert refused("user", "add", "Zoe", "--pin", typed="12") == "El PIN lleva de 4 a 6 números."
    assert refused("user", "set-pin", "Cajero", typed="") == "El PIN lleva de 4 a 6 números."
    assert "es el único administrador" in refused("user", "deactivate", "administrador")
    assert "es el único administrador" in refused("user", "role", "administrador", "cashier")
    assert "No hay ningún usuario «Zoe»" in refused("user", "rename", "Zoe", "Ana")
    assert "No entiendo esa fecha" in refused("audit", "--since", "31/02/2026")
    assert "No hay ningún usuario «Zoe»" in refused("audit", "--user", "Zoe")


def test_what_was_done_is_shown(kioskifly, told):
    assert kioskifly("user", "add", "Zoe")[0] == 0
    kioskifly("user", "deactivate", "Zoe")
    first, second = kioskifly("audit", "--limit", "2")[1].splitlines()
    assert first.endswith("Administrador        Desactivó un usuario · Zoe")
    assert second.endswith("Administrador        Agregó un usuario · Zoe · Cajero")
    (event,) = told("audit", "--kind", "user_added", "--user", "administrador")["events"]
    at = datetime.fromisoformat(event.pop("at"))
    assert abs((datetime.now(UTC) - at).total_seconds()) < 3600
    assert event.pop("id") > 0
    assert event == {
        "user": "Administrador",
        "kind": "user_added",
        "subject": "Zoe",
        "detail": "Cajero",
        "authorized_by": "",
    }
    for query in (("--until", "01/01/2020"), ("--search", "nada"), ("--user", "cajero")):
        assert told("audit", *query) == {"events": []}
    assert len(told("audit", "--since", "01/01/2020", "--search", "ZOE")["events"]) == 2


def test_who_has_a_pin_and_gives_none_is_told_no_costs(kioskifly, told, tmp_path):
    file = tmp_path / "productos.csv"
    file.write_text("nombre;precio;costo\nAlfajor;100;60\n", encoding="utf-8")
    assert kioskifly("import", "products", file)[0] == 0
    assert [each["cost"] for each in told("products")["products"]] == [60_00]
    assert [each["cost"] for each in told("--user", "cajero", "products")["products"]] == [None]
    kioskifly("user", "set-pin", "Administrador", typed=PIN)
    assert [each["cost"] for each in told("products")["products"]] == [None]


def test_beside_an_open_window_a_pin_proves_and_a_wrong_one_is_not_counted(
    kioskifly, refused, tmp_path, folder
):
    assert kioskifly("user", "set-pin", "Administrador", typed=PIN)[0] == 0
    window = open_shop(folder, create=False)
    try:
        copy = tmp_path / "copia.db"
        assert "Ese no es el PIN de Administrador" in refused("backup", copy, pin="9999")
        assert not copy.exists()
        assert kioskifly("backup", copy, pin=PIN)[0] == 0
        assert copy.exists()
        with window.read() as work:
            assert [each.failed_count for each in _counts(work)] == [0, 0]
        for _ in range(FREE_TRIES):
            with pytest.raises(ShopError):
                verify_pin(window, 1, "9999")
        assert "Probá de nuevo" in refused("backup", tmp_path / "otra.db", pin=PIN)
    finally:
        window.close()


def _counts(work):
    return work.db.exec_driver_sql("SELECT failed_count FROM user ORDER BY id").all()
