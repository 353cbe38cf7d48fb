"""The command line as a person or a script uses it, on a real shop."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, NamedTuple

import pytest

from kioskifly_desktop.cli import run
from kioskifly_desktop.demo import create_demo_shop

if TYPE_CHECKING:
    from pathlib import Path


class Result(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def kioskifly(*arguments: object, folder: Path | None = None) -> Result:
    data = ["--data", str(folder)] if folder else []
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            status = run([*data, *map(str, arguments)])
        except SystemExit as left:
            status = int(left.code or 0)
    out.flush()
    out.seek(0)
    return Result(status, out.read(), err.getvalue())


def done(*arguments: object, folder: Path | None = None) -> str:
    result = kioskifly(*arguments, folder=folder)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    return result.stdout


def refused(*arguments: object, folder: Path | None = None) -> str:
    """Return the one sentence of a refusal."""
    result = kioskifly(*arguments, folder=folder)
    assert result.returncode != 0
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1, result.stderr
    assert "Traceback" not in result.stderr
    return result.stderr.strip()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "shop"
    create_demo_shop(folder, clients=25, months=2, seed=10)
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    target = tmp_path / "shop"
    target.mkdir()
    (target / "shop.db").write_bytes((template / "shop.db").read_bytes())
    return target


def state(folder: Path) -> tuple[object, object]:
    clients = json.loads(done("clients", "--json", folder=folder))["clients"]
    registers = json.loads(done("registers", "--json", folder=folder))["registers"]
    return clients, registers


def debtor(folder: Path) -> dict[str, int]:
    clients = json.loads(done("clients", "--json", folder=folder))["clients"]
    found: dict[str, int] = max(clients, key=lambda client: client["balance"])
    return found


def test_a_real_process_answers_in_utf8_and_never_with_a_traceback(folder):
    def process(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "kioskifly_desktop", "--data", str(folder), *arguments]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)

    listed = process("registers", "--json")
    assert listed.returncode == 0
    assert json.loads(listed.stdout)["registers"][0]["name"] == "Caja 1"
    failed = process("pay", "--client", "1", "--amount", "cien", "--register", "Caja 1")
    assert failed.returncode == 1
    assert failed.stdout == ""
    assert failed.stderr == "No entiendo ese monto. Probá con 1500 o 1.500,50.\n"


def test_the_same_seed_makes_the_same_shop(tmp_path):
    for name in ("a", "b"):
        done("demo", tmp_path / name, "--clients", 12, "--months", 1, "--seed", 3)
    assert state(tmp_path / "a") == state(tmp_path / "b")
    done("demo", tmp_path / "c", "--clients", 12, "--months", 1, "--seed", 4)
    assert state(tmp_path / "c") != state(tmp_path / "a")


def test_demo_passes_check_and_refuses_an_existing_shop(folder):
    assert json.loads(done("check", "--json", folder=folder)) == {"ok": True, "problems": []}
    before = (folder / "shop.db").read_bytes()
    assert "ya hay un negocio" in refused("demo", folder)
    assert (folder / "shop.db").read_bytes() == before


def test_pay_moves_both_balances_by_the_amount_and_only_once(folder):
    client = debtor(folder)
    registers = {r["name"]: r["balance"] for r in state(folder)[1]}  # type: ignore[attr-defined]
    order = (
        "pay", "--client", client["id"], "--amount", "1500,50", "--register", "caja 1",
        "--request-id", "abc-1", "--json",
    )  # fmt: skip
    first = json.loads(done(*order, folder=folder))
    assert set(first) == {"number", "client_balance", "register_balance"}
    assert first["client_balance"] == client["balance"] - 150_050
    assert first["register_balance"] == registers["Caja 1"] + 150_050
    after = state(folder)
    assert json.loads(done(*order, folder=folder)) == first
    assert state(folder) == after
    assert "ya se usó" in refused(
        "pay", "--client", client["id"], "--amount", "1", "--register", "Caja 1",
        "--request-id", "abc-1", folder=folder,
    )  # fmt: skip
    done("check", folder=folder)


@pytest.mark.parametrize(
    ("amount", "says"),
    [
        ("", "Escribí el monto"),
        ("0", "mayor que cero"),
        ("-5", "mayor que cero"),
        ("1e5", "No entiendo ese monto"),
        ("NaN", "No entiendo ese monto"),
        ("mil", "No entiendo ese monto"),
        ("1000000000", "999.999.999,99"),
        ("1,555", "dos decimales"),
    ],
)
def test_a_bad_amount_writes_nothing(folder, amount, says):
    before = (folder / "shop.db").read_bytes()
    client = ("--client", 1, "--register", "Caja 1")
    assert says in refused("pay", *client, f"--amount={amount}", folder=folder)
    assert (folder / "shop.db").read_bytes() == before


def test_pay_names_what_does_not_exist(folder):
    pay = ("pay", "--amount", "100", "--client")
    assert "Las cajas son: Caja 1" in refused(*pay, 1, "--register", "Otra", folder=folder)
    assert "ningún cliente" in refused(*pay, 9999, "--register", "Caja 1", folder=folder)
    assert "medio de pago" in refused(
        *pay, 1, "--register", "Caja 1", "--method", "oro", folder=folder
    )
    assert "Los usuarios son" in refused(
        "--user", "Nadie", *pay, 1, "--register", "Caja 1", folder=folder
    )


def test_client_add_then_search_finds_without_accents(folder):
    added = json.loads(
        done(
            "client", "add", "--name", "Ñandú Cañete", "--condition", "6", "--document-type",
            "CUIT", "--document", "20-12345678-6", "--debt-limit", "5.000", "--credit-days", "30",
            "--discount", "12,5 %", "--no-account", "--json", folder=folder,
        )
    )  # fmt: skip
    found = json.loads(done("clients", "--search", "canete nandu", "--json", folder=folder))
    (client,) = found["clients"]
    assert client["id"] == added["id"]
    assert client["document"] == "20123456786"
    assert client["condition"] == 6
    assert client["balance"] == 0
    assert (client["debt_limit"], client["credit_days"]) == (5_000_00, 30)
    assert (client["account_enabled"], client["discount"]) == (False, 12_50)
    sentence = refused(
        "client", "add", "--name", "Otro", "--condition", "6", "--document", "20123456786",
        folder=folder,
    )  # fmt: skip
    assert "Ñandú Cañete" in sentence


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--name", "X", "--condition", "99"), "condición fiscal"),
        (("--name", ""), "nombre"),
        (("--name", "x" * 300), "120"),
        (("--name", "X", "--birthday", "31/02/1990"), "fecha"),
        (("--name", "X", "--birthday", "01/01/2990"), "futura"),
        (("--name", "X", "--condition", "6", "--document-type", "DNI", "--document", "1"), "CUIT"),
        (("--name", "X", "--document-type", "DNI", "--document", "00000000"), "no es válido"),
        (("--name", "X", "--discount", "101"), "de 0 a 100 %"),
        (("--name", "X", "--credit-days", "4000"), "plazo va de 0 a 3650"),
        (("--name", "X", "--document-type", "XYZ", "--document", "1"), "tipo de documento"),
    ],
)
def test_a_bad_client_is_refused_with_what_to_do(folder, arguments, says):
    before = state(folder)
    assert says in refused("client", "add", *arguments, folder=folder)
    assert state(folder) == before


def test_hostile_names_are_data(folder):
    hostile = "Robert'); DROP TABLE client;--\x1b@\x1dV\x00 \u202eabc 🧉".replace("\x00", "")
    done("client", "add", "--name", hostile, folder=folder)
    names = [c["name"] for c in json.loads(done("clients", "--json", folder=folder))["clients"]]
    (name,) = [name for name in names if name.startswith("Robert")]
    assert name == "Robert'); DROP TABLE client;--@ V abc 🧉"
    done("check", folder=folder)


def test_statement_and_receipt_in_every_format(folder, tmp_path):
    client = debtor(folder)
    paid = json.loads(
        done("pay", "--client", client["id"], "--amount", "1000", "--register", "Caja 1", "--json",
             folder=folder)
    )  # fmt: skip
    for order in (("statement", "--client", client["id"]), ("receipt", paid["number"])):
        for columns in (32, 42, 48):
            text = done(*order, "--columns", columns, folder=folder)
            assert max(map(len, text.splitlines())) <= columns
            assert "DOCUMENTO NO VÁLIDO COMO FACTURA" in text
        raw, pdf = tmp_path / "paper.bin", tmp_path / "paper.pdf"
        done(*order, "--format", "escpos", "--out", raw, folder=folder)
        assert raw.read_bytes().startswith(b"\x1b@\x1c.\x1bt\x13")
        done(*order, "--format", "pdf", "--out", pdf, folder=folder)
        assert pdf.read_bytes().startswith(b"%PDF")
    assert "No se pudo guardar" in refused(
        "receipt", paid["number"], "--out", tmp_path / "no" / "where.txt", folder=folder
    )
    assert "ningún comprobante" in refused("receipt", "X-00001-99999999", folder=folder)


def test_misuse_is_one_spanish_sentence(folder):
    assert "Falta indicar" in refused("pay", folder=folder)
    assert "no es un número" in refused("statement", "--client", "uno", folder=folder)
    assert "Mirá" in refused("nada", folder=folder)
    assert "va de 1 a 120" in refused("demo", folder / "x", "--months", 0)


def test_a_folder_without_shop_and_a_file_that_is_none(tmp_path):
    assert "todavía no hay ningún negocio" in refused("clients", folder=tmp_path)
    (tmp_path / "shop.db").write_bytes(b"not a database at all" * 300)
    for order in (
        ("clients",),
        ("check",),
        ("pay", "--client", 1, "--amount", "1", "--register", "x"),
    ):
        assert "no es un negocio" in refused(*order, folder=tmp_path)
    assert (tmp_path / "shop.db").read_bytes() == b"not a database at all" * 300


def test_writing_is_refused_while_another_process_owns_the_shop(folder):
    from kioskifly_desktop.core.shop_file import open_shop  # noqa: PLC0415

    owner = open_shop(folder)
    try:
        pay = ("pay", "--client", 1, "--amount", "10", "--register", "Caja 1")
        assert "ya está abierto" in refused(*pay, folder=folder)
        assert json.loads(done("check", "--json", folder=folder))["ok"]
    finally:
        owner.close()


def test_a_demo_that_fails_leaves_the_folder_as_it_was(tmp_path, monkeypatch):
    (tmp_path / "shop.db.bak").write_text("precious")

    def fails(*_args: object) -> None:
        raise OSError(28, "disk full")

    monkeypatch.setattr("kioskifly_desktop.demo.shop._Writer.write", fails)
    assert kioskifly("demo", tmp_path).returncode == 1
    left = {file.name for file in tmp_path.iterdir()} - {"kioskifly.lock"}
    assert left == {"shop.db.bak"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("pay", "--client", 10**20, "--amount", "1", "--register", "Caja 1"), "va de 1 a"),
        (("pay", "--client", 1, "--amount", "9" * 5000, "--register", "Caja 1"), "No entiendo"),
        (("pay", "--client", 1, "--amount", "-1500,00", "--register", "Caja 1"), "mayor que cero"),
        (("statement", "--client", "N", "--format", "pdf", "--out", ""), "falta --out"),
        (("statement", "--client", "N", "--out", "/"), "es una carpeta"),
    ],
)
def test_what_nobody_would_type_is_a_sentence_too(folder, arguments, says):
    before = state(folder)
    known = [debtor(folder)["id"] if each == "N" else each for each in arguments]
    assert says in refused(*known, folder=folder)
    assert state(folder) == before


def test_an_answer_that_cannot_be_written_says_that_the_payment_is_kept(folder):
    client = debtor(folder)
    command = [
        sys.executable, "-m", "kioskifly_desktop", "--data", str(folder), "pay", "--client",
        str(client["id"]), "--amount", "100", "--register", "Caja 1", "--json",
    ]  # fmt: skip
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        result = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 1
    assert result.stderr.startswith("Lo pedido quedó hecho")
    assert "Traceback" not in result.stderr
    assert debtor(folder)["balance"] <= client["balance"]
    done("check", folder=folder)
