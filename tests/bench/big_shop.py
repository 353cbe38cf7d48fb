"""A shop with very many products, made once and kept."""

from __future__ import annotations

import random
import shutil
import time

from stdnum import ean

from kioskifly_desktop.core.catalog import ProductRequest, add_product
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users

_WORDS = (
    *("Alfajor", "Gaseosa", "Galletitas", "Yerba", "Fideos", "Arroz", "Leche", "Queso", "Agua"),
    *("Caramelos", "Chocolate", "Jabón", "Detergente", "Cerveza", "Vino", "Pan", "Aceite"),
    *("Azúcar", "Café", "Té", "Mermelada", "Atún", "Papas", "Maní", "Chicle", "Turrón"),
)
_MADE_IN = random.Random(7)  # the same shop every time
_BATCH = 5_000


def code_of(number):
    """Return the EAN-13 of the product made in that place."""
    body = f"779{number:09d}"
    return body + ean.calc_check_digit(body)


def big_shop(folder, products):
    """Return the folder of a shop with that many products, making it if it isn't there."""
    made = folder / f"shop-{products}"
    if (made / FILE_NAME).exists():
        return made
    unfinished = folder / f"shop-{products}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    start = time.monotonic()
    database = open_shop(unfinished)
    with database.read() as work:
        admin = next(user for user in list_users(work) if user.is_admin)
    for first in range(0, products, _BATCH):
        with database.write(admin) as work:
            for number in range(first, min(first + _BATCH, products)):
                add_product(work, _request(number))
    database.close()
    unfinished.rename(made)
    print(f"made a shop with {products} products in {time.monotonic() - start:.0f} s")
    return made


def _request(number):
    return ProductRequest(
        f"{_MADE_IN.choice(_WORDS)} {_MADE_IN.choice(_WORDS).lower()} {number}",
        (code_of(number),),
        category=_MADE_IN.choice(("Almacén", "Bebidas", "Golosinas", "Limpieza")),
        price=_MADE_IN.randrange(50_000, 900_000, 1_000),
    )
