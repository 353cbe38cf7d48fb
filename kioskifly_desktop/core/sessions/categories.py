"""What money leaves the registers for: each category of expense has its account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Integer, Text, insert, select, update

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.errors import (
    CategoryNameTakenError,
    ExpenseCategoryError,
    NameMissingError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.ledger import AccountKind, open_account
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import Choice, Flag, identifier, insert_row, one_of, table
from kioskifly_desktop.core.text import clean

if TYPE_CHECKING:
    from kioskifly_desktop.core.work import Work

_NAME_LIMIT = 40
_AUDITED = "Conceptos de retiro"


class ExpenseKind(StrEnum):
    """What a category is to the result of a month.

    Goods cost when they are sold, and what the owner takes is no cost of the shop's.
    """

    EXPENSE = "expense"
    GOODS = "goods"
    OWNER = "owner"
    OTHER = "other"


EXPENSE_KIND_NAMES = {
    ExpenseKind.EXPENSE: Phrase("Gasto"),
    ExpenseKind.GOODS: Phrase("Mercadería"),
    ExpenseKind.OWNER: Phrase("Retiro del dueño"),
    ExpenseKind.OTHER: Phrase("Otro"),
}
FIRST_CATEGORIES = (
    ("Otros", ExpenseKind.OTHER),
    ("Mercadería", ExpenseKind.GOODS),
    ("Alquiler", ExpenseKind.EXPENSE),
    ("Servicios", ExpenseKind.EXPENSE),
    ("Sueldos", ExpenseKind.EXPENSE),
    ("Impuestos", ExpenseKind.EXPENSE),
    ("Retiros del dueño", ExpenseKind.OWNER),
)
"""Those of a new shop; what has none said goes to the first."""

# The books have accounts of these names already.
_SHOPS_OWN = {fold(name) for name in ("Diferencias de caja", "Deudas incobrables")}

expense_category = table(
    "expense_category",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False, unique=True),
    Column("kind", Choice(ExpenseKind), nullable=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, unique=True),
    Column("archived", Flag, nullable=False, default=False),
    one_of("kind", ExpenseKind),
)
_ROWS = select(
    expense_category.c.id,
    expense_category.c.name,
    expense_category.c.kind,
    expense_category.c.account_id,
    expense_category.c.archived,
).order_by(expense_category.c.id)


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category of expense."""

    id: int
    name: str
    kind: ExpenseKind
    account_id: int
    archived: bool


def list_categories(work: Work, *, archived: bool = False) -> list[CategoryRow]:
    """Return the categories in use, or with `archived` the retired ones too, as they were added."""
    query = _ROWS if archived else _ROWS.where(expense_category.c.archived == False)  # noqa: E712 - SQL
    return [CategoryRow(*row) for row in work.db.execute(query)]


def get_category(work: Work, category_id: int | None) -> CategoryRow:
    """Return a category; of None, the first.

    Raises:
        ExpenseCategoryError: there is none.
    """
    query = _ROWS.limit(1)
    if category_id is not None:
        query = query.where(expense_category.c.id == category_id)
    row = work.db.execute(query).first()
    if row is None:
        raise ExpenseCategoryError(field="category")
    return CategoryRow(*row)


def add_category(work: Work, name: str, kind: ExpenseKind) -> int:
    """Add a category with its account at zero and return its id.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError: no name.
        CategoryNameTakenError: another category has that name.
    """
    work.require(Permission.SETTINGS)
    shown = _checked_name(work, name)
    row = {
        "name": shown,
        "name_folded": fold(shown),
        "kind": kind,
        "account_id": open_account(work, AccountKind.EXPENSES),
    }
    record(work, AuditKind.SETTINGS_CHANGED, _AUDITED, f"Agregado: {shown}")
    return insert_row(work.db, insert(expense_category), row)


def rename_category(work: Work, category_id: int, name: str) -> None:
    """Give a category another name.

    Raises:
        NotAllowedError: the person may not.
        ExpenseCategoryError: there is none.
        NameMissingError: no name.
        CategoryNameTakenError: another category has that name.
    """
    work.require(Permission.SETTINGS)
    before = get_category(work, category_id)
    shown = _checked_name(work, name, besides=category_id)
    _change(work, category_id, name=shown, name_folded=fold(shown))
    record(work, AuditKind.SETTINGS_CHANGED, _AUDITED, f"{before.name}: ahora {shown}")


def archive_category(work: Work, category_id: int, *, archived: bool = True) -> None:
    """Retire a category, or bring it back; the first stays, for what has none said.

    Raises:
        NotAllowedError: the person may not.
        ExpenseCategoryError: there is none, or it is the first.
    """
    work.require(Permission.SETTINGS)
    row = get_category(work, category_id)
    if row == get_category(work, None):
        raise ExpenseCategoryError(field="category")
    _change(work, category_id, archived=archived)
    words = "Archivado" if archived else "Recuperado"
    record(work, AuditKind.SETTINGS_CHANGED, _AUDITED, f"{words}: {row.name}")


def _change(work: Work, category_id: int, **values: object) -> None:
    changed = update(expense_category).where(expense_category.c.id == category_id)
    work.db.execute(changed.values(**values))


def _checked_name(work: Work, name: str, *, besides: int = 0) -> str:
    shown = clean(name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not fold(shown):
        raise NameMissingError(field="name")
    taken = select(expense_category.c.id).where(
        expense_category.c.name_folded == fold(shown), expense_category.c.id != besides
    )
    if fold(shown) in _SHOPS_OWN or work.db.execute(taken).first():
        raise CategoryNameTakenError(field="name", name=shown)
    return shown
