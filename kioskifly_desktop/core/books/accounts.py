"""What an accountant calls each account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.ledger import AccountKind, account
from kioskifly_desktop.core.registers import register

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work


class Group(StrEnum):
    """What an account is part of, as the books of Argentina call it."""

    ASSETS = "Activo"
    LIABILITIES = "Pasivo"
    EQUITY = "Patrimonio"
    INCOME = "Ingresos"
    EXPENSES = "Gastos"


_OF_THE_SHOP = {
    AccountKind.SALES: (Group.INCOME, "Ventas"),
    AccountKind.OTHER_INCOME: (Group.INCOME, "Otros ingresos"),
    AccountKind.EXPENSES: (Group.EXPENSES, "Pagos de caja"),
    AccountKind.OVER_SHORT: (Group.EXPENSES, "Diferencias de caja"),
    AccountKind.ADJUSTMENTS: (Group.EQUITY, "Ajustes y saldos iniciales"),
}
_CLIENTS = select(client.c.id, client.c.account_id, client.c.name)
_REGISTERS = select(register.c.id, register.c.account_id, register.c.name)
_ACCOUNTS = select(account.c.id, account.c.kind).order_by(account.c.id)


@dataclass(frozen=True, slots=True)
class BookAccount:
    """An account: its group, what it is under in it, its name, and the number that tells it apart.

    `number` is 0 where the name is the only one of its group.
    """

    id: int
    group: Group
    under: str
    name: str
    number: int = 0

    @property
    def path(self) -> tuple[str, ...]:
        """Return the names from the group down: `Activo`, `Clientes`, `0012 Ana`."""
        name = f"{self.number:04d} {self.name}" if self.number else self.name
        return tuple(filter(None, (self.group.value, self.under, name)))


def book_accounts(work: Work) -> dict[int, BookAccount]:
    """Return every account by its id."""
    owners = {
        row.account_id: BookAccount(row.account_id, Group.ASSETS, under, row.name, row.id)
        for under, query in (("Clientes", _CLIENTS), ("Cajas", _REGISTERS))
        for row in work.db.execute(query)
    }
    found: dict[int, BookAccount] = {}
    for row in work.db.execute(_ACCOUNTS):
        if row.kind in _OF_THE_SHOP:
            group, name = _OF_THE_SHOP[row.kind]
            found[row.id] = BookAccount(row.id, group, "", name)
        elif row.id in owners:
            found[row.id] = owners[row.id]
        else:
            # A client deleted before any movement leaves an account of nobody behind.
            found[row.id] = BookAccount(row.id, Group.ASSETS, "Sin titular", "Cuenta", row.id)
    return found
