"""The counter from the command line, as a person or a script keeps it."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest

from kioskifly_desktop.cli import run
from kioskifly_desktop.core.catalog import Unit
from tests.factories import make_client, make_product


@pytest.fixture
def shop(database, write):
    """Return the folder of a shop with a client and three products, closed."""
    write(make_client, debt_limit=1_000_00)
    write(make_product, "Alfajor", price=750_00, barcodes=("7790895000997",))
    write(make_product, "Pan", price=2_400_00, unit=Unit.KILOGRAM, barcodes=("12345",))
    write(make_product, "Varios", barcodes=("VAR",))
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


@pytest.fixture
def lines(tmp_path):
    """Give a way to write a file of lines."""

    def write(*rows, name="lines.json"):
        path = tmp_path / name
        path.write_text(rows[0] if isinstance(rows[0], str) else json.dumps(rows), encoding="utf-8")
        return path

    return write


@pytest.fixture
def registers(told):
    def balances():
        return [row["balance"] for row in told("registers")["registers"]]

    return balances


def test_a_sale_by_several_means(told, lines, registers):
    path = lines(
        {"code": "7790895000997", "quantity": 2},
        {"product": 2, "quantity": 0.755, "discount": "10"},
        {"code": "var", "price": "1.000,50"},
        {"code": "var", "price": 2.5, "quantity": "2"},
    )
    sale = ("sell", "--lines", path, "--client", 1, "--request-id", "venta-1")
    pays = ("--pay", "débito=500", "--pay", "qr=1.000", "--pay", "efectivo=2.000,00")
    done = told(*sale, *pays, "--pay", "cuenta=636,30")
    total = 1_500_00 + 1_630_80 + 1_000_50 + 5_00
    assert done == {
        "sale_id": 1,
        "entry_id": 1,
        "voucher_id": 1,
        "number": "TX-00001-00000001",
        "total": total,
        "change": 0,
        "kept": 0,
        "client_balance": 636_30,
        "printing": False,
        "receipts": [],
        "points": None,
    }
    assert registers() == [2_000_00, 500_00, 1_000_00]
    assert told(*sale, *pays, "--account", "636,30") == done
    assert told("check") == {"ok": True, "problems": []}


def test_a_sale_in_words(kioskifly, lines):
    path = lines({"code": "7790895000997"})
    pay = ("--pay", "efectivo=1000", "--client", 1)
    assert kioskifly("sell", "--lines", path, *pay) == (
        0,
        "Ticket TX-00001-00000001: $\xa0750,00.\nVuelto: $\xa0250,00.\nEl cliente queda al día.\n",
        "",
    )
    _, out, _ = kioskifly("sell", "--lines", path, *pay, "--keep-change")
    assert out == (
        "Ticket TX-00001-00000002: $\xa0750,00.\n"
        "Recibo X-00001-00000001.\n"
        "El cliente queda a favor $\xa0250,00.\n"
    )


def test_debt_is_paid_with_the_sale(told, lines):
    path = lines({"code": "7790895000997"})
    told("sell", "--lines", path, "--client", 1, "--account", 750)
    done = told("sell", "--lines", path, "--client", 1, "--pay", "cash=2000", "--debt", 750)
    assert (done["change"], done["client_balance"], len(done["receipts"])) == (500_00, 0, 1)


def test_the_limit_is_passed_only_saying_why(told, refused, lines):
    path = lines({"code": "7790895000997", "quantity": 2})
    sale = ("sell", "--lines", path, "--client", 1, "--account", 1500)
    assert "pasaría su límite por $\xa0500,00" in refused(*sale)
    assert "administrador" in refused("--user", "Cajero", *sale, "--override", "Cobra mañana")
    assert told(*sale, "--override", "Cobra mañana")["client_balance"] == 1_500_00


def test_another_drawer_takes_the_cash(told, lines, shop, registers):
    told("session", "open", "--register", "Caja 1", "--float", "0")
    told("sell", "--lines", lines({"product": 1}), "--pay", "efectivo=750", "--register", "caja 1")
    assert told("session", "report", "--register", "Caja 1")["sales"] == {
        "count": 1,
        "total": 750_00,
    }
    assert registers() == [750_00, 0, 0]


def test_a_return_and_a_void(told, kioskifly, lines, registers):
    path = lines({"code": "7790895000997", "quantity": 3}, {"product": 2, "quantity": 1})
    sold = told("sell", "--lines", path, "--pay", "efectivo=5000")
    ticket = ("--ticket", sold["number"], "--reason", "Vencido")
    back = told("return", *ticket, "--lines", lines({"line": 1, "quantity": 2}, name="back.json"))
    assert (back["number"], back["total"]) == ("DX-00001-00000001", 1_500_00)
    rest = ("return", *ticket, "--all", "--account", "--client", 1)
    assert kioskifly(*rest) == (
        0,
        "Devolución DX-00001-00000002: $\xa03.150,00.\nEl cliente queda a favor $\xa03.150,00.\n",
        "",
    )
    assert "ya no queda nada para devolver" in kioskifly(*rest)[2]
    alone = lines({"code": "7790895000997"}, name="alone.json")
    assert told("return", "--lines", alone, "--reason", "Sin ticket")["total"] == 750_00

    other = told("sell", "--lines", path, "--pay", "qr=4650")
    void = ("void", "--ticket", "3", "--reason", "Error", "--request-id", "v")
    assert "No hay ningún ticket «3»" in kioskifly(*void)[2]
    void = ("void", "--ticket", "2", "--reason", "Error", "--request-id", "v")
    assert told(*void)["number"] == "AVX-00001-00000001"
    assert told(*void)["sale_id"] == other["sale_id"]
    assert registers() == [4_650_00 - 1_500_00 - 750_00, 0, 0]
    assert told("check")["ok"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("esto no es", "no es un archivo JSON"),
        ('{"code": "1"}', "tiene que ser una lista de renglones"),
        ('[{"code": "7790895000997"}, {"code": "999"}]', "renglón 2, No hay ningún producto con"),
        ('[{"quantity": 1}]', "renglón 1, falta «code» o «product»"),
        ('["x"]', "renglón 1, no se entiende"),
        ('[{"product": "uno"}]', "renglón 1, no se entiende"),
        ('[{"code": "\\\\ud800"}]', "renglón 1, No hay ningún producto con"),
        ('[{"product": 1, "quantity": null}]', "renglón 1, no se entiende"),
        ('[{"product": 1, "quantity": 1.0005}]', "renglón 1, No entiendo esa cantidad"),
        ('[{"product": 1, "discount": "mil"}]', "renglón 1, El descuento va"),
        ('[{"product": 3, "price": 1.125}]', "renglón 1, El monto lleva dos decimales"),
    ],
)
def test_a_file_that_is_not_understood_sells_nothing(refused, lines, registers, content, reason):
    path = lines(content)
    sentence = refused("sell", "--lines", path, "--pay", "efectivo=1000")
    assert sentence.startswith(f"{path}: {reason}")
    assert sentence.endswith(". No se registró nada.")
    assert registers() == [0, 0, 0]


def test_what_cannot_be_is_refused_in_a_sentence(refused, lines, tmp_path):
    path = lines({"product": 1})
    assert "no se puede leer" in refused("sell", "--lines", tmp_path / "nada.json")
    assert "Faltan $\xa0750,00" in refused("sell", "--lines", path)
    assert "No existe el medio de pago" in refused("sell", "--lines", path, "--pay", "oro=1")
    assert "Escribí el monto" in refused("sell", "--lines", path, "--pay", "efectivo")
    assert "elegí el cliente" in refused("sell", "--lines", path, "--account", "750")
    assert "No hay ninguna caja" in refused("sell", "--lines", path, "--register", "Nada")
    assert "Falta indicar" in refused("return", "--ticket", "1", "--reason", "x")
    assert "No hay ningún ticket" in refused("void", "--ticket", "1", "--reason", "Error")
    line = lines({"line": 4}, name="back.json")
    back = ("return", "--ticket", "1", "--lines", line, "--reason", "Roto")
    assert "No hay ningún ticket" in refused(*back)


def test_the_control_of_a_statement_proves_the_books(kioskifly, told, lines):
    told("sell", "--lines", lines({"code": "7790895000997"}), "--client", 1, "--account", "750")
    status, paper, _ = kioskifly("statement", "--client", 1)
    assert status == 0
    (line,) = (line for line in paper.splitlines() if "Control del libro" in line)
    code = line.split()[-1]
    assert told("check", "--anchor", code) == {"ok": True, "problems": []}
    other = code[:-1] + ("A" if code[-1] != "A" else "B")
    status, out, _ = kioskifly("check", "--anchor", code, "--anchor", other)
    assert (status, out) == (
        1,
        f"El libro no es el del control {other}: se cambió o falta algo de lo que tenía.\n",
    )
    assert kioskifly("check", "--anchor", "X")[0] == 1
