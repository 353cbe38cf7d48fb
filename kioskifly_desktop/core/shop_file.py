"""Opens a shop, and makes a new one ready to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.database import Database, look, own
from kioskifly_desktop.core.es_ar import utc_now
from kioskifly_desktop.core.ledger import OF_THE_SHOP, open_account
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.core.sessions import FIRST_CATEGORIES, add_category
from kioskifly_desktop.core.users import Role, add_user

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from kioskifly_desktop.core.work import Work

_FIRST_USERS = (("Administrador", Role.ADMIN), ("Cajero", Role.CASHIER))
_FIRST_REGISTERS = (
    ("Caja 1", RegisterKind.DRAWER),
    ("Banco", RegisterKind.BANK),
    ("Mercado Pago", RegisterKind.E_WALLET),
)


def open_shop(
    folder: Path,
    *,
    create: bool = True,
    clock: Callable[[], datetime] = utc_now,
    vendor: bytes | None = None,
) -> Database:
    """Open the shop in `folder` to work on it, as its only owner.

    `vendor` is the public key its plan is checked with, None for the program's own.

    Raises:
        ShopFileError: in use, missing (unless `create`), not a shop, newer, or not writable.
    """
    database, _created = own(folder, create=create, clock=clock, vendor=vendor)
    try:
        with database.read() as work:
            empty = _is_empty(work)
        if empty:
            # Also after a start that was killed between making the file and filling it.
            with database.write() as work:
                _furnish(work)
    except Exception:
        database.close()
        raise
    return database


def look_into_shop(folder: Path, *, clock: Callable[[], datetime] = utc_now) -> Database:
    """Open the shop in `folder` only to read, even while its window is open.

    Raises:
        ShopFileError: missing, not a shop, or of another version.
    """
    return look(folder, clock=clock)


def _is_empty(work: Work) -> bool:
    return work.db.exec_driver_sql("SELECT id FROM user LIMIT 1").first() is None


def _furnish(work: Work) -> None:
    for name, role in _FIRST_USERS:
        add_user(work, name, role)
    for kind in OF_THE_SHOP:
        open_account(work, kind)
    for name, register_kind in _FIRST_REGISTERS:
        add_register(work, name, register_kind)
    for name, expense_kind in FIRST_CATEGORIES:
        add_category(work, name, expense_kind)
