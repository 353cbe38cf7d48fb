"""A turno from the command line, as a person or a script keeps it."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest

from kioskifly_desktop.cli import run
from tests.factories import make_client


@pytest.fixture
def shop(database, write):
    """Return the folder of a shop with a client, closed."""
    write(make_client)
    database.close()
    return database.path.parent


@pytest.fixture
def kioskifly(shop):
    """Give a way to run an order: its status, what it printed, what it complained of."""

    def order(*arguments):
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = run(["--data", str(shop), *map(str, arguments)])
            except SystemExit as left:
                status = int(left.code or 0)
        return status, out.getvalue(), err.getvalue()

    return order


@pytest.fixture
def told(kioskifly):
    """Give a way to run an order that succeeds and read its JSON."""

    def order(*arguments):
        status, out, err = kioskifly(*arguments, "--json")
        assert (status, err) == (0, "")
        return json.loads(out)

    return order


@pytest.fixture
def refused(kioskifly):
    """Give a way to run an order that fails and read its sentence."""

    def order(*arguments):
        status, out, err = kioskifly(*arguments)
        assert status != 0
        assert out == ""
        assert err.count("\n") == 1
        return err.strip()

    return order


def test_a_turno_from_opening_to_close(told):
    opened = told("session", "open", "--register", "caja 1", "--float", "20.000")
    assert opened == {"session_id": 1, "over_short": 0}
    told("pay", "--client", 1, "--amount", "1.500,50", "--register", "Caja 1")
    told("pay", "--client", 1, "--amount", "100", "--register", "Banco")

    report = told("session", "report", "--register", "Caja 1")
    assert report["payments_on_account"] == {"count": 1, "total": 1_500_50}
    assert report["expected"] == 21_500_50
    assert (report["closed_at"], report["counted"], report["number"]) == (None, None, "")

    closed = told("session", "close", "--register", "Caja 1", "--counted", "21.000")
    assert closed == {
        "session_id": 1,
        "expected": 21_500_50,
        "counted": 21_000_00,
        "over_short": -500_50,
        "number": "CX-00001-00000001",
    }
    report = told("session", "report", "--register", "Caja 1")
    assert (report["counted"], report["over_short"]) == (21_000_00, -500_50)
    assert report["closed_at"] is not None
    assert told("registers")["registers"][0]["balance"] == 21_000_00
    assert told("check") == {"ok": True, "problems": []}


def test_a_turno_in_words(kioskifly, tmp_path):
    status, out, _ = kioskifly("session", "open", "--register", "Caja 1", "--float", "100")
    assert (status, out) == (0, "Caja 1 abierta con $\xa0100,00.\n")
    _, out, _ = kioskifly("session", "report", "--register", "Caja 1")
    lines = [line.split("  ") for line in out.splitlines()[1:]]
    figures = {line[0]: line[-1].strip() for line in lines}
    assert figures["Cobranzas de cuenta corriente"] == "$\xa00,00"
    assert figures["Efectivo esperado"] == "$\xa0100,00"
    assert "Efectivo contado" not in figures
    _, out, _ = kioskifly("session", "close", "--register", "Caja 1", "--counted", "90")
    assert out == (
        "Caja 1 cerrada. Cierre CX-00001-00000001.\n"
        "Se esperaban $\xa0100,00 y se contaron $\xa090,00.\n"
        "Faltan $\xa010,00.\n"
    )
    _, out, _ = kioskifly("session", "report", "--register", "Caja 1")
    assert out.endswith("Faltan $\xa010,00.\n")
    _, out, _ = kioskifly("session", "open", "--register", "Caja 1", "--float", "95")
    assert out == (
        "Caja 1 abierta con $\xa095,00.\nSobran $\xa05,00 respecto de lo que decía la caja.\n"
    )
    paper = tmp_path / "close.txt"
    assert kioskifly("receipt", "CX-00001-00000001", "--out", paper)[0] == 0
    assert "CIERRE DE CAJA" in paper.read_text(encoding="utf-8")


def test_a_retry_neither_opens_nor_closes_twice(told):
    for _ in range(2):
        opened = told(
            "session", "open", "--register", "Caja 1", "--float", "0", "--request-id", "a"
        )
        assert opened == {"session_id": 1, "over_short": 0}
    order = ("session", "close", "--register", "Caja 1", "--counted", "5", "--request-id", "b")
    assert told(*order) == told(*order)


def test_what_cannot_be_is_refused_in_a_sentence(told, refused):
    register = ("--register", "Caja 1")
    sentence = "La caja «Caja 1» está cerrada. Abrila primero."
    assert refused("session", "report", *register) == sentence
    assert refused("session", "close", *register, "--counted", "1") == sentence
    assert "no lleva turnos" in refused("session", "open", "--register", "Banco", "--float", "1")
    assert "No hay ninguna caja" in refused("session", "report", "--register", "Nada")
    assert "No entiendo ese monto" in refused("session", "open", *register, "--float", "x")
    assert "Falta indicar" in refused("session", "open", *register)
    told("session", "open", *register, "--float", "1")
    assert "ya está abierta desde" in refused("session", "open", *register, "--float", "1")
    told("session", "close", *register, "--counted", "1")
    assert refused("session", "close", *register, "--counted", "1") == sentence


def test_a_payment_without_a_turno_goes_on_working(told):
    paid = told("pay", "--client", 1, "--amount", "10", "--register", "Caja 1")
    assert paid["register_balance"] == 10_00
    opened = told("session", "open", "--register", "Caja 1", "--float", "10")
    assert opened["over_short"] == 0
