"""The pictures of files in and out: the import, the notebook, the repeated clients, the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.exports import ExportKind
from kioskifly_desktop.core.imports import ImportKind
from kioskifly_desktop.tour_tools import settle, wait_for
from kioskifly_desktop.ui import keys
from kioskifly_desktop.ui.catalog.products_page import ProductsPage

if TYPE_CHECKING:
    from tests.screenshots import Camera

_CLIENTS = """Nombre y apellido;DNI;Celular;Debe;Desde;Observaciones;Color
Marta Ibáñez;22.345.678;351 455-0911;18.500,00;05/01/2026;Paga los viernes;azul
Rubén Sosa;;351 455-0912;7.250,50;12/01/2026;;
Ñata Gutiérrez;27.111.222;;-1.200;;Dejó a favor;
José Luis Pérez;30.123.456;351 455-0914;;;;
Marta Ibáñez;22.345.678;;100;;;
Sin Fecha;;;500;31/02/2026;;
;;351 455-0919;900;;;
Carla Ríos;31.555.111;abc;1.000;;;
"""
_PRODUCTS = """Artículo;EAN;PVP;Costo;Familia;Existencias
Yerba Playadito 1 kg;7793704000911;5.200;4100;Almacén;12
Alfajor triple;;1.100;800;Golosinas;48
Pan;;2.500;;Panadería;1,5
"""


def shoot_exchange(camera: Camera) -> None:
    """Take them all."""
    files = camera.out / "files"
    files.mkdir(exist_ok=True)
    clients, products = files / "cuaderno.csv", files / "precios.csv"
    clients.write_bytes(_CLIENTS.encode("cp1252"))
    products.write_text(_PRODUCTS, encoding="utf-8")
    page = camera.clients
    camera.window.show_page(keys.CLIENTS)
    dialog = page.files.open_import(ImportKind.CLIENTS)
    camera.shoot("traer-archivo")
    dialog.take(files / "no-está.xlsx")
    wait_for(dialog.error.isVisible)
    camera.shoot("traer-error")
    dialog.take(clients)
    wait_for(dialog.bring_button.isVisible)
    camera.shoot("traer-clientes")
    dialog.plan_view.which.choose("problems")
    camera.shoot("traer-problemas")
    dialog.progress.start("Guardando…", dialog._start_work("Guardando…"))
    dialog.progress.show_progress(41_000, 100_000)
    camera.shoot("traer-avance")
    dialog.done(0)
    settle()
    shoot_notebook(camera)
    shoot_duplicates(camera)
    export = page.files.open_export(ExportKind.CLIENTS)
    camera.shoot("guardar-lista")
    export.done(0)
    shelves = camera.window.show_page(keys.PRODUCTS)
    assert isinstance(shelves, ProductsPage)
    dialog = shelves.files.open_import(ImportKind.PRODUCTS)
    dialog.take(products)
    wait_for(dialog.bring_button.isVisible)
    camera.shoot("traer-productos")
    dialog.done(0)
    settle()


def shoot_notebook(camera: Camera) -> None:
    """Three lines passed, the fourth one with a mistake."""
    dialog = camera.clients.files.open_notebook()
    camera.shoot("cuaderno-vacio")
    for name, amount, day in (
        ("Marta Ibáñez", "18500", "05/01/2026"),
        ("Rubén Sosa", "7250,50", "12/01/2026"),
        ("Beto del taller", "900", "28/01/2026"),
    ):
        dialog.name.setText(name)
        dialog.amount.setText(amount)
        dialog.day.setText(day)
        dialog.save()
    dialog.name.setText("Rubén Sosa")
    dialog.amount.setText("1200")
    camera.shoot("cuaderno")
    dialog.day.setText("31/02/2026")
    dialog.save()
    camera.shoot("cuaderno-error")
    dialog.done(0)
    settle()


def shoot_duplicates(camera: Camera) -> None:
    """The pairs found, and the question before one is made of two."""
    shop = camera.shop
    shop.write(add_client, ClientRequest("Gutiérrez, Ana María", phone="351 455-0944"))
    shop.write(add_client, ClientRequest("Ana Maria Gutierres", phone="0351 15 455-0944"))
    dialog = camera.clients.files.open_duplicates()
    wait_for(lambda: bool(dialog.pairs.rows))
    camera.shoot("repetidos")
    question = dialog.merge(keep_one=True)
    assert question is not None
    camera.shoot("repetidos-unir")
    question.done(0)
    dialog.done(0)
    settle()
