"""What an accountant calls each account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP, AccountNotFoundError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.ledger import AccountKind, account
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.registers import register
from kioskifly_desktop.core.schema import among
from kioskifly_desktop.core.sessions import ExpenseKind, list_categories

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kioskifly_desktop.core.sessions import CategoryRow
    from kioskifly_desktop.core.work import Work


class Group(StrEnum):
    """What an account is part of, as the books of Argentina call it."""

    ASSETS = QT_TRANSLATE_NOOP("", "Activo")
    LIABILITIES = QT_TRANSLATE_NOOP("", "Pasivo")
    EQUITY = QT_TRANSLATE_NOOP("", "Patrimonio")
    INCOME = QT_TRANSLATE_NOOP("", "Ingresos")
    EXPENSES = QT_TRANSLATE_NOOP("", "Gastos")


PURCHASES, WITHDRAWALS = Phrase("Compras"), Phrase("Retiros")
"""What is under these is no cost of a month: goods cost when they are sold."""

PATH = " › "
"""What stands between the names of an account's path."""

_OF_THE_SHOP = {
    AccountKind.SALES: (Group.INCOME, Phrase("Ventas")),
    AccountKind.OTHER_INCOME: (Group.INCOME, Phrase("Otros ingresos")),
    AccountKind.PRICE_UPDATES: (Group.INCOME, Phrase("Actualización de deudas")),
    AccountKind.OVER_SHORT: (Group.EXPENSES, Phrase("Diferencias de caja")),
    AccountKind.BAD_DEBTS: (Group.EXPENSES, Phrase("Deudas incobrables")),
    AccountKind.ADJUSTMENTS: (Group.EQUITY, Phrase("Ajustes y saldos iniciales")),
}
_OF_CATEGORIES = {
    ExpenseKind.EXPENSE: (Group.EXPENSES, ""),
    ExpenseKind.OTHER: (Group.EXPENSES, ""),
    ExpenseKind.GOODS: (Group.EXPENSES, PURCHASES),
    ExpenseKind.OWNER: (Group.EQUITY, WITHDRAWALS),
}
_CLIENTS = select(client.c.account_id, client.c.name, client.c.id)
_REGISTERS = select(register.c.account_id, register.c.name)
_ACCOUNTS = select(account.c.id, account.c.kind).order_by(account.c.id)


@dataclass(frozen=True, slots=True)
class BookAccount:
    """An account: its group, what it is under in it, its name, and the number of a client."""

    id: int
    group: Group
    under: str
    name: str
    number: int = 0

    @property
    def path(self) -> tuple[str, ...]:
        """Return the names from the group down: `Activo`, `Clientes`, `0012 Ana`."""
        name = f"{self.number:04d} {self.name}" if self.number else self.name
        return tuple(filter(None, (Phrase(self.group.value), self.under, name)))


def book_accounts(work: Work, asked: Collection[int] | None = None) -> dict[int, BookAccount]:
    """Return accounts by their ids: those asked for, or all of them."""
    if asked is None:
        found = work.db.execute(_ACCOUNTS)
        clients = work.db.execute(_CLIENTS)
    else:
        key = {"among": asked}
        found = work.db.execute(_ACCOUNTS.where(among(account.c.id, "among")), key)
        clients = work.db.execute(_CLIENTS.where(among(client.c.account_id, "among")), key)
    owners = {each.id: each for each in (*starmap(_client, clients), *_of_no_client(work))}
    return {row.id: owners.get(row.id) or _of_kind(*row) for row in found}


def shop_accounts(work: Work) -> list[BookAccount]:
    """Return the accounts that are of no client, by their names."""
    own = [each.id for each in _of_no_client(work)]
    kinds = [kind.value for kind in _OF_THE_SHOP]
    found = work.db.execute(_ACCOUNTS.where(account.c.kind.in_(kinds)))
    accounts = book_accounts(work, {*own, *(row.id for row in found)})
    return sorted(accounts.values(), key=lambda each: each.path)


def find_account(work: Work, name: str) -> BookAccount:
    """Return the account of a name, with what it is part of or alone, however it is typed.

    Raises:
        AccountNotFoundError: there is none, or more than one.
    """
    asked = fold(name)
    found = [
        each
        for each in book_accounts(work).values()
        if asked in {fold(each.name), fold(PATH.join(each.path))}
    ]
    if len(found) != 1:
        raise AccountNotFoundError(name=name)
    return found[0]


def _of_no_client(work: Work) -> Iterator[BookAccount]:
    for account_id, name in work.db.execute(_REGISTERS):
        yield BookAccount(account_id, Group.ASSETS, Phrase("Cajas"), name)
    yield from map(_category, list_categories(work, archived=True))


def _client(account_id: int, name: str, number: int) -> BookAccount:
    return BookAccount(account_id, Group.ASSETS, Phrase("Clientes"), name, number)


def _category(category: CategoryRow) -> BookAccount:
    group, under = _OF_CATEGORIES[category.kind]
    return BookAccount(category.account_id, group, under, category.name)


def _of_kind(account_id: int, kind: AccountKind) -> BookAccount:
    if kind not in _OF_THE_SHOP:
        # A client deleted before any movement leaves an account of nobody behind.
        return BookAccount(
            account_id, Group.ASSETS, Phrase("Sin titular"), Phrase("Cuenta"), account_id
        )
    group, name = _OF_THE_SHOP[kind]
    return BookAccount(account_id, group, "", name)
