"""The catalogue on the command line, on a real shop."""

from __future__ import annotations

import json

import pytest

from tests.test_cli import done, kioskifly, refused

TITLES = "nombre;codigo;precio;costo;rubro;proveedor;unidad;stock;minimo"


def products(folder, search=""):
    return json.loads(done("products", "--search", search, "--json", folder=folder))["products"]


def write_file(folder, text, encoding="utf-8"):
    path = folder / "products.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_a_spreadsheet_is_brought_in_whole(folder, encoding, separator):
    text = (
        "Nombre;CÓDIGO;precio;costo;rubro;proveedor;unidad;stock;mínimo\r\n"
        "Queso Ñandú;7790895000997 AB-1;$ 1.500;900.50;Fiambres;Sur;KG;2.5;0.75\r\n"
        "\r\n"
        "Soda;;80;;;;;12;6\r\n"
    )
    path = write_file(folder, text.replace(";", separator), encoding)
    assert json.loads(done("products", "import", path, "--json", folder=folder)) == {"added": 2}
    soda, cheese = sorted(products(folder), key=lambda item: item["price"])
    assert {key: cheese[key] for key in cheese if key != "id"} == {
        "name": "Queso Ñandú",
        "barcodes": ["7790895000997", "AB-1"],
        "price": 1_500_00,
        "cost": 900_50,
        "stock": 2_500,
        "unit": "kilogram",
        "category": "Fiambres",
    }
    assert (soda["name"], soda["stock"], soda["unit"]) == ("Soda", 12_000, "piece")
    assert [item["name"] for item in products(folder, "nandu sur")] == ["Queso Ñandú"]
    done("check", folder=folder)


def test_quoted_cells_may_hold_anything(folder):
    path = write_file(folder, 'nombre,precio\n"Soda, grande","1.500,50"\n')
    done("products", "import", path, folder=folder)
    (soda,) = products(folder)
    assert (soda["name"], soda["price"]) == ("Soda, grande", 1_500_50)


def bad(folder, text):
    """Return the complaints about a file that is refused, its products not even begun."""
    before = products(folder)
    result = kioskifly("products", "import", write_file(folder, text), folder=folder)
    assert (result.returncode, result.stdout) == (1, "")
    *problems, last = result.stderr.splitlines()
    assert last == "No se importó ningún producto."
    assert products(folder) == before
    return problems


def test_every_bad_row_is_named_and_nothing_is_written(folder):
    rows = (
        "Bueno;A1;10;;;;;;",
        ";A2;10;;;;;;",
        "Precio;A3;1,555;;;;;;",
        "",
        "Código;7790895000998;10;;;;;;",
        "Unidad;A4;10;;;;litro;;",
        "Repetido;a1;10;;;;;;",
        "Medio;A5;10;;;;;1,5;",
        "Ambiguo;A6;10;;;;kg;1.500;",
        "Largo;A7;10;;;;;;;más",
        "También bueno;A8;10;;;;;;",
    )
    problems = bad(folder, "\n".join((TITLES, *rows)))
    said = [
        (3, "Escribí el nombre."),
        (4, "dos decimales"),
        (6, "dígito de control"),
        (7, "«litro»"),
        (8, "«A1» ya es de Bueno"),
        (9, "se vende por unidad"),
        (10, "No entiendo esa cantidad"),
        (11, "más columnas"),
    ]
    assert len(problems) == len(said)
    for problem, (line, words) in zip(problems, said, strict=True):
        assert problem.startswith(f"Línea {line}: ")
        assert words in problem


@pytest.mark.parametrize(
    "text",
    ["", "\n", "Soda;10\n", "nombre;precio;color\n", "nombre;nombre\n", "precio\n10\n", "\x00\n"],
)
def test_a_file_without_its_titles_is_refused(folder, text):
    (problem,) = bad(folder, text)
    assert problem.startswith("La primera línea lleva los títulos: nombre, codigo, precio")


def test_a_file_with_titles_alone_is_refused(folder):
    assert bad(folder, f"{TITLES}\n;;;;;;;;\n") == ["El archivo no tiene ningún producto."]
    (problem,) = bad(folder, "nombre\n" + "x" * 200_000)
    assert problem == "Línea 2: no se entiende como planilla."


def test_a_second_import_of_the_same_codes_is_refused(folder):
    path = write_file(folder, "nombre;codigo\nSoda;A1\n")
    done("products", "import", path, folder=folder)
    assert bad(folder, "nombre;codigo\nOtra;B1\nSoda;a1\n") == [
        "Línea 3: El código «A1» ya es de Soda. Usá otro."
    ]


def test_importing_is_the_administrators(folder):
    path = write_file(folder, "nombre\nSoda\n")
    order = ("--user", "Cajero", "products", "import", path)
    assert "administrador" in refused(*order, folder=folder)
    assert products(folder) == []


def test_a_file_that_is_not_there(folder):
    result = kioskifly("products", "import", folder / "no.csv", folder=folder)
    assert result.returncode == 1
    assert result.stderr.startswith("No se puede leer ")


def test_the_list_is_for_people_too(folder):
    text = f"{TITLES}\nQueso;A1;1.500;;Fiambres;;kg;2,5;\nSoda;;80;;;;;12;\n"
    done("products", "import", write_file(folder, text), folder=folder)
    cheese, soda = done("products", folder=folder).splitlines()
    assert "Queso" in cheese
    assert "$\xa01.500,00" in cheese
    assert cheese.endswith("2,500\xa0kg")
    assert soda.endswith(" 12")
    assert done("products", "--search", "nada", folder=folder) == ""


def test_the_demo_has_shelves(tmp_path):
    done("demo", tmp_path / "demo", "--clients", 0, "--months", 1)
    listed = products(tmp_path / "demo")
    assert len(listed) > 40
    assert all(item["barcodes"] and item["cost"] < item["price"] for item in listed)
    assert {item["unit"] for item in listed} == {"piece", "kilogram"}
    assert any(item["stock"] for item in listed)
    done("check", folder=tmp_path / "demo")
