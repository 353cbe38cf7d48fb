"""Registers (cajas): where the shop's money is, and how it got there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    select,
    update,
)

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.errors import (
    NameMissingError,
    RegisterArchivedError,
    RegisterBusyError,
    RegisterNameTakenError,
    RegisterNotFoundError,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    account,
    journal_entry,
    open_account,
    posting,
)
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.plan import Limit, require_room
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import Choice, Flag, identifier, insert_row, one_of, table
from kioskifly_desktop.core.text import clean
from kioskifly_desktop.core.users import user
from kioskifly_desktop.core.vouchers import number_text, voucher

if TYPE_CHECKING:
    from datetime import datetime

    from kioskifly_desktop.core.ledger import Entry
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

__all__ = [
    "KIND_NAMES",
    "METHOD_NAMES",
    "PaymentMethod",
    "RegisterKind",
    "RegisterMovementRow",
    "RegisterRow",
    "add_register",
    "archive_register",
    "check_open_registers",
    "default_method",
    "find_register",
    "get_register",
    "list_registers",
    "open_register",
    "open_session_id",
    "register_movements",
    "rename_register",
    "restore_register",
]


class RegisterKind(StrEnum):
    """What a register is in the world."""

    DRAWER = "drawer"
    BANK = "bank"
    E_WALLET = "e_wallet"


KIND_NAMES = {
    RegisterKind.DRAWER: Phrase("Cajón de efectivo"),
    RegisterKind.BANK: Phrase("Banco"),
    RegisterKind.E_WALLET: Phrase("Billetera virtual"),
}


_DEFAULT_METHOD = {
    RegisterKind.DRAWER: PaymentMethod.CASH,
    RegisterKind.BANK: PaymentMethod.TRANSFER,
    RegisterKind.E_WALLET: PaymentMethod.QR,
}

_NAME_LIMIT = 40

register = table(
    "register",
    identifier(),
    Column("name", Text, nullable=False),
    Column("name_folded", Text, nullable=False, unique=True),
    Column("kind", Choice(RegisterKind), nullable=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, unique=True),
    Column("archived", Flag, nullable=False, default=False),
    one_of("kind", RegisterKind),
)
Index("ix_register_archived", register.c.archived)

cash_session = table(
    "cash_session",
    identifier(),
    Column("register_id", Integer, ForeignKey("register.id"), nullable=False),
    Column("opening_entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("opening_float", Integer, nullable=False),
    Column("closing_entry_id", Integer, ForeignKey("journal_entry.id")),
    Column("expected", Integer),
    Column("counted", Integer),
    UniqueConstraint("opening_entry_id"),
    UniqueConstraint("closing_entry_id"),
    CheckConstraint("opening_float >= 0", name="opening_float"),
    CheckConstraint("counted >= 0", name="counted"),
    CheckConstraint(
        "(closing_entry_id IS NULL) = (expected IS NULL)"
        " AND (closing_entry_id IS NULL) = (counted IS NULL)",
        name="closed",
    ),
)
"""A turno of a drawer: what lies between the entry of its opening and that of its close."""
Index("ix_cash_session_register_id_id", cash_session.c.register_id, cash_session.c.id)
Index(
    "uq_cash_session_open",
    cash_session.c.register_id,
    unique=True,
    sqlite_where=cash_session.c.closing_entry_id.is_(None),
)

_OPEN_SESSION = Prepared(
    select(cash_session.c.id).where(
        cash_session.c.register_id == bindparam("register"),
        cash_session.c.closing_entry_id.is_(None),
    )
)
_ROWS = (
    select(
        register.c.id,
        register.c.name,
        register.c.kind,
        account.c.balance,
        register.c.archived,
        journal_entry.c.at.label("last_at"),
        register.c.account_id,
    )
    .join(account, account.c.id == register.c.account_id)
    .outerjoin(journal_entry, journal_entry.c.id == account.c.last_entry_id)
    .order_by(register.c.id)
)
_BY_ID = Prepared(_ROWS.where(register.c.id == bindparam("register")))


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A register as listed; `balance` in centavos."""

    id: int
    name: str
    kind: RegisterKind
    balance: Centavos
    archived: bool
    last_at: datetime | None
    account_id: int


@dataclass(frozen=True, slots=True)
class RegisterMovementRow:
    """A movement of a register; `amount` above zero came in."""

    posting_id: int
    entry_id: int
    at: datetime
    kind: EntryKind
    concept: str
    reference: str
    user: str
    amount: Centavos
    balance: Centavos


def default_method(kind: RegisterKind) -> PaymentMethod:
    """Return the means by which money usually reaches a kind of register."""
    return _DEFAULT_METHOD[kind]


def add_register(work: Work, name: str, kind: RegisterKind) -> int:
    """Add a register with its account at zero and return its id.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError: no name.
        RegisterNameTakenError: another register has that name.
        PlanLimitError: the plan admits no more.
    """
    work.require(Permission.REGISTERS)
    require_room(work, Limit.REGISTERS)
    shown = _checked_name(work, name)
    row = {
        "name": shown,
        "name_folded": fold(shown),
        "kind": kind,
        "account_id": open_account(work, AccountKind.REGISTER),
    }
    record(work, AuditKind.REGISTER_CHANGED, shown, "Agregada")
    return insert_row(work.db, insert(register), row)


def rename_register(work: Work, register_id: int, name: str) -> None:
    """Give a register another name.

    Raises:
        NotAllowedError: the person may not.
        NameMissingError: no name.
        RegisterNameTakenError: another register has that name.
    """
    work.require(Permission.REGISTERS)
    before = get_register(work, register_id)
    shown = _checked_name(work, name, besides=register_id)
    work.db.execute(
        update(register)
        .where(register.c.id == register_id)
        .values(name=shown, name_folded=fold(shown))
    )
    record(work, AuditKind.REGISTER_CHANGED, shown, f"Antes: {before.name}")


def archive_register(work: Work, register_id: int) -> None:
    """Retire an empty register.

    Raises:
        NotAllowedError: the person may not.
        RegisterBusyError: it holds money, its session is open, or it is the only one.
    """
    work.require(Permission.REGISTERS)
    row = get_register(work, register_id)
    in_use = work.db.execute(
        select(func.count()).select_from(register).where(register.c.archived == False)  # noqa: E712 - SQL
    ).scalar_one()
    counting = work.db.execute(
        select(cash_session.c.id).where(
            cash_session.c.register_id == register_id, cash_session.c.closing_entry_id.is_(None)
        )
    ).first()
    if row.balance != 0 or counting or in_use == 1:
        raise RegisterBusyError(name=row.name)
    _set_archived(work, register_id, archived=True)


def restore_register(work: Work, register_id: int) -> None:
    """Bring a retired register back.

    Raises:
        NotAllowedError: the person may not.
        PlanLimitError: the plan admits no more.
    """
    work.require(Permission.REGISTERS)
    if get_register(work, register_id).archived:
        require_room(work, Limit.REGISTERS)
    _set_archived(work, register_id, archived=False)


def list_registers(work: Work, *, archived: bool = False) -> list[RegisterRow]:
    """Return the registers in use, or with `archived` the retired ones too."""
    query = _ROWS if archived else _ROWS.where(register.c.archived == False)  # noqa: E712 - SQL
    return [RegisterRow(*row) for row in work.db.execute(query)]


def get_register(work: Work, register_id: int) -> RegisterRow:
    """Return a register.

    Raises:
        RegisterNotFoundError: there is none.
    """
    row = _BY_ID.first(work.db, {"register": register_id})
    if row is None:
        raise _not_found(work, str(register_id))
    return RegisterRow(*row)


def find_register(work: Work, name: str) -> RegisterRow:
    """Return the register of a name, whatever its case and accents.

    Raises:
        RegisterNotFoundError: there is none.
    """
    row = work.db.execute(_ROWS.where(register.c.name_folded == fold(name))).first()
    if row is None:
        raise _not_found(work, name)
    return RegisterRow(*row)


def open_register(work: Work, register_id: int) -> RegisterRow:
    """Return a register that takes money.

    Raises:
        RegisterNotFoundError: there is none.
        RegisterArchivedError: it is retired.
    """
    row = get_register(work, register_id)
    if row.archived:
        raise RegisterArchivedError(field="register", name=row.name)
    return row


def check_open_registers(work: Work, entry: Entry) -> None:
    """Refuse to undo an entry of a register that is retired.

    Raises:
        RegisterArchivedError: one of those it moved takes no money any more.
    """
    moved = [leg.account_id for leg in entry.legs if leg.kind is AccountKind.REGISTER]
    retired = _ROWS.where(register.c.account_id.in_(moved), register.c.archived)
    row = work.db.execute(retired).first()
    if row is not None:
        raise RegisterArchivedError(field="register", name=row.name)


def open_session_id(work: Work, register_id: int) -> int | None:
    """Return a register's open session, if there is one."""
    found: int | None = _OPEN_SESSION.scalar(work.db, {"register": register_id})
    return found


def register_movements(
    work: Work, register_id: int, *, before: int | None = None, limit: int = 100
) -> list[RegisterMovementRow]:
    """Return a register's movements, newest first, older than the posting `before`."""
    query = _MOVEMENTS.where(register.c.id == register_id).limit(limit)
    if before is not None:
        query = query.where(posting.c.id < before)
    return [
        RegisterMovementRow(
            posting_id=row.id,
            entry_id=row.entry_id,
            at=row.at,
            kind=row.kind,
            concept=_concept(row.kind, row.undone, row.client or "", row.memo),
            reference=number_text(row.voucher_kind, row.point, row.number) if row.number else "",
            user=row.user,
            amount=row.amount,
            balance=row.balance_after,
        )
        for row in work.db.execute(query)
    ]


_OTHER = posting.alias("other")
_UNDONE = journal_entry.alias("undone")
_CLIENT = (
    select(client.c.name)
    .join(_OTHER, _OTHER.c.account_id == client.c.account_id)
    .where(_OTHER.c.entry_id == posting.c.entry_id)
    .limit(1)
    .scalar_subquery()
)
_MOVEMENTS = (
    select(
        posting.c.id,
        posting.c.entry_id,
        journal_entry.c.at,
        journal_entry.c.kind,
        journal_entry.c.memo,
        _UNDONE.c.kind.label("undone"),
        _CLIENT.label("client"),
        voucher.c.kind.label("voucher_kind"),
        voucher.c.point,
        voucher.c.number,
        user.c.name.label("user"),
        posting.c.amount,
        posting.c.balance_after,
    )
    .join(register, register.c.account_id == posting.c.account_id)
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .join(user, user.c.id == journal_entry.c.user_id)
    .outerjoin(_UNDONE, _UNDONE.c.id == journal_entry.c.reverses)
    .outerjoin(voucher, voucher.c.entry_id == posting.c.entry_id)
    .order_by(posting.c.id.desc())
)
_CONCEPTS = {
    EntryKind.PAYMENT: Phrase("Pago de {client}"),
    EntryKind.SALE: Phrase("Venta"),
    EntryKind.RETURN: Phrase("Devolución: {memo}"),
    EntryKind.ADJUSTMENT: Phrase("Ajuste"),
    EntryKind.CASH_IN: Phrase("Ingreso: {memo}"),
    EntryKind.CASH_OUT: Phrase("Retiro: {memo}"),
    EntryKind.TRANSFER: "{memo}",
    EntryKind.OVER_SHORT: Phrase("Diferencia: {memo}"),
}
_UNDOINGS = {
    EntryKind.PAYMENT: Phrase("Anulación de pago de {client}"),
    EntryKind.SALE: Phrase("Anulación de venta"),
}


def _concept(kind: EntryKind, undone: EntryKind | None, client_name: str, memo: str) -> str:
    words = _CONCEPTS[kind] if undone is None else _UNDOINGS[undone]
    return Phrase(words, client=client_name, memo=memo)


def _checked_name(work: Work, name: str, *, besides: int = 0) -> str:
    shown = clean(name, field="name", limit=_NAME_LIMIT, label=Phrase("el nombre"))
    if not fold(shown):
        raise NameMissingError(field="name")
    taken = select(register.c.id).where(
        register.c.name_folded == fold(shown), register.c.id != besides
    )
    if work.db.execute(taken).first():
        raise RegisterNameTakenError(field="name", name=shown)
    return shown


def _set_archived(work: Work, register_id: int, *, archived: bool) -> None:
    name = get_register(work, register_id).name
    work.db.execute(update(register).where(register.c.id == register_id).values(archived=archived))
    record(work, AuditKind.REGISTER_CHANGED, name, "Archivada" if archived else "Recuperada")


def _not_found(work: Work, name: str) -> RegisterNotFoundError:
    names = ", ".join(row.name for row in list_registers(work))
    return RegisterNotFoundError(field="register", name=name, names=names)
