"""The catalogue on the command line, on a real shop."""

from __future__ import annotations

import json

from tests.test_cli import done

TITLES = "nombre;codigo;precio;costo;rubro;proveedor;unidad;stock;minimo"


def products(folder, search=""):
    return json.loads(done("products", "--search", search, "--json", folder=folder))["products"]


def test_the_list_is_for_people_too(folder):
    text = f"{TITLES}\nQueso;A1;1.500;;Fiambres;;kg;2,5;\nSoda;;80;;;;;12;\n"
    path = folder / "products.csv"
    path.write_text(text, encoding="utf-8")
    done("import", "products", path, folder=folder)
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
