"""Files in and out on the command line, on a real shop."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.test_cli import done, kioskifly, refused

if TYPE_CHECKING:
    from pathlib import Path

CLIENTS = "Quién;DNI;Debe;Desde\nAna Ñandú;20123456;1.500,50;05/02/2026\nPía;20123457;-20;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cuaderno.csv"
    path.write_bytes(CLIENTS.encode("cp1252"))
    return path


def listed(folder):
    rows = json.loads(done("clients", "--json", folder=folder))["clients"]
    return [(row["name"], row["balance"]) for row in rows]


def test_clients_come_in_with_what_they_owe(folder, file):
    assert done("import", "clients", file, folder=folder) == "Clientes agregados: 2.\n"
    assert listed(folder) == [("Ana Ñandú", 1_500_50), ("Pía", -20_00)]
    statement = done("statement", "--client", 1, folder=folder)
    assert "05/02" in statement
    assert "Saldo inicial" in statement
    done("check", folder=folder)


def test_a_dry_run_only_tells(folder, file):
    said = done("import", "clients", file, "--dry-run", folder=folder)
    assert "Windows-1252, separado por punto y coma" in said
    assert "  Quién: name\n" in said
    assert "Filas listas: 2.\n" in said
    assert listed(folder) == []
    told = json.loads(done("import", "clients", file, "--dry-run", "--json", folder=folder))
    assert told["columns"] == {
        "Quién": "name",
        "DNI": "document",
        "Debe": "balance",
        "Desde": "day",
    }
    assert (told["ready"], told["added"], told["problems"]) == (2, 0, [])


def test_columns_are_chosen_and_remembered(folder, file):
    done("import", "clients", file, "--map", "DNI=", "Debe=notas", folder=folder)
    assert listed(folder) == [("Ana Ñandú", 0), ("Pía", 0)]
    told = json.loads(done("import", "clients", file, "--dry-run", "--json", folder=folder))
    assert told["columns"] == {"Quién": "name", "DNI": "", "Debe": "notes", "Desde": "day"}


def test_rows_with_problems_are_named(folder, file):
    file.write_bytes(f"{CLIENTS}Tito;20123456;1;\n;1;1;\n".encode("cp1252"))
    result = kioskifly("import", "clients", file, folder=folder)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "Línea 4: Repite la línea 2: es el mismo documento.",
        "Línea 5, Nombre: Escribí el nombre.",
        "No se importó nada.",
    ]
    assert listed(folder) == []
    said = done("import", "clients", file, "--skip-problems", folder=folder)
    assert said.startswith("Clientes agregados: 2.\nFilas que quedan afuera: 2.\nLínea 4: ")


def test_products_come_in(folder, tmp_path):
    path = tmp_path / "precios.csv"
    path.write_text(
        "Artículo\tEAN\tPVP\tCosto\tFamilia\nCoca\t7790895000997\t2.500\t1800\tBebidas\n"
    )
    assert done("import", "products", path, folder=folder) == "Productos agregados: 1.\n"
    (coca,) = json.loads(done("products", "--json", folder=folder))["products"]
    assert (coca["price"], coca["cost"], coca["barcodes"]) == (
        2_500_00,
        1_800_00,
        ["7790895000997"],
    )
    again = kioskifly("import", "products", path, folder=folder)
    assert again.stderr.startswith("Línea 2, Código: El código «7790895000997» ya es de Coca.")


@pytest.mark.parametrize("kind", ["clients", "products", "movements", "sales"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_lists_go_out(folder, file, tmp_path, kind, suffix):
    done("import", "clients", file, folder=folder)
    out = tmp_path / f"{kind}{suffix}"
    expected = {"clients": 2, "movements": 2}.get(kind, 0)
    told = json.loads(done("export", kind, "--out", out, "--json", folder=folder))
    assert told == {"rows": expected}
    assert out.read_bytes().startswith(b"PK" if suffix == ".xlsx" else b"\xef\xbb\xbf")


def test_what_is_refused_is_one_sentence(folder, file, tmp_path):
    assert "no existe" in refused("import", "clients", tmp_path / "no.csv", folder=folder)
    assert "columna «color»" in refused(
        "import", "clients", file, "--map", "color=nombre", folder=folder
    )
    assert "dato «color»" in refused("import", "clients", file, "--map", "DNI=color", folder=folder)
    order = ("--user", "Cajero")
    assert "administrador" in refused(*order, "import", "clients", file, folder=folder)
    out = tmp_path / "no" / "a.csv"
    assert "no existe" in refused("export", "clients", "--out", out, folder=folder)
    out = tmp_path / "a.csv"
    assert "administrador" in refused(*order, "export", "clients", "--out", out, folder=folder)
    assert not out.exists()
    assert listed(folder) == []


def test_no_more_than_the_plan_admits(folder, tmp_path):
    path = tmp_path / "muchos.csv"
    path.write_text("Nombre\n" + "".join(f"Cliente {n}\n" for n in range(2001)))
    assert "admite hasta 2.000" in refused("import", "clients", path, folder=folder)
    assert listed(folder) == []
