"""What a client's account shows: its summary, its history, its statement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.chain import anchor
from kioskifly_desktop.core.clients import Client, get_client
from kioskifly_desktop.core.documents import Document, Movement
from kioskifly_desktop.core.errors import (
    NoMovementsError,
)
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.core.ledger import (
    EntryKind,
    journal_entry,
    posting,
)
from kioskifly_desktop.core.methods import memo_words
from kioskifly_desktop.core.papers import (
    Issue,
    account_statement,
)
from kioskifly_desktop.core.phrases import Phrase, joined, phrase_of
from kioskifly_desktop.core.registers import register
from kioskifly_desktop.core.settings import shop_profile
from kioskifly_desktop.core.vouchers import (
    VoucherKind,
    number_text,
    voucher,
)
from kioskifly_desktop.core.wallet.allocation import (
    NET,
    OPEN_DISPUTES,
    Frontier,
    disputed,
    frontier,
    overdue,
)
from kioskifly_desktop.core.wallet.party import party_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_ALL = 2**63 - 1


@dataclass(frozen=True, slots=True)
class WalletSummary:
    """A client's account at a glance; `available` is None without a debt limit.

    `owing_since` is the day of the oldest debit still owed; `overdue` is what is owed past the
    client's credit days, zero without them. What is `disputed` counts in neither.
    """

    client: Client
    available: Centavos | None
    last_payment_at: datetime | None
    last_receipt_id: int | None
    oldest: Frontier | None
    overdue: Centavos
    disputed: Centavos

    @property
    def owing_since(self) -> date | None:
        """The day of the oldest debit that is owed."""
        return self.oldest.since if self.oldest else None


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement of a wallet; `amount` above zero raised the debt, and `owes` is left of it."""

    posting_id: int
    entry_id: int
    at: datetime
    business_date: date
    kind: EntryKind
    title: str
    detail: str
    register: str
    amount: Centavos
    balance: Centavos
    owes: Centavos
    voucher_id: int | None
    number: str
    reversed: bool
    disputed: bool

    @property
    def concept(self) -> str:
        """The title with the number of its paper: `Pago 12`."""
        number = self.number.rpartition("-")[2].lstrip("0")
        return joined(" ", filter(None, (self.title, number)))


class StatementScope(StrEnum):
    """How far back a statement goes."""

    ALL = "all"
    SINCE_DATE = "since_date"
    SINCE_ZERO = "since_zero"


def wallet_summary(work: Work, client_id: int) -> WalletSummary:
    """Return a client's account at a glance.

    Raises:
        ClientNotFoundError: there is none.
    """
    owner = get_client(work, client_id)
    doubtful = disputed(work, owner.account_id, owner.balance)
    available = None
    if owner.debt_limit is not None:
        available = max(owner.debt_limit - (owner.balance - doubtful), 0)
    last = work.db.execute(_LAST_RECEIPT, {"client": client_id}).first()
    oldest = frontier(work, owner.account_id, owner.balance)
    late = overdue(work, owner.account_id, oldest, owner.credit_days)
    return WalletSummary(
        client=owner,
        available=available,
        last_payment_at=last.issued_at if last else None,
        last_receipt_id=last.id if last else None,
        oldest=oldest,
        overdue=late.amount if late else 0,
        disputed=doubtful,
    )


def history(
    work: Work,
    client_id: int,
    *,
    since: date | None = None,
    until: date | None = None,
    before: int | None = None,
    limit: int = 50,
    summary: WalletSummary | None = None,
) -> list[MovementRow]:
    """Return a wallet's movements, newest first, older than the posting `before`.

    Whoever has its `summary` at hand spares looking again for the oldest debit.

    Raises:
        ClientNotFoundError: there is no such client.
    """
    owner = get_client(work, client_id)
    query = _HISTORY.order_by(posting.c.id.desc())
    if since is not None:
        query = query.where(journal_entry.c.business_date >= since)
    if until is not None:
        query = query.where(journal_entry.c.business_date <= until)
    key = {"account": owner.account_id, "before": _ALL if before is None else before}
    oldest = summary.oldest if summary else frontier(work, owner.account_id, owner.balance)
    return [_movement(row, oldest) for row in work.db.execute(query.limit(limit), key)]


def statement_rows(
    work: Work, owner: Client, scope: StatementScope, since: date | None = None
) -> list[MovementRow]:
    """Return the movements of a wallet that a statement tells, oldest first and none left out."""
    query = _HISTORY.order_by(posting.c.id)
    key: dict[str, Any] = {"account": owner.account_id, "before": _ALL}
    if scope is StatementScope.SINCE_DATE and since is not None:
        query = query.where(posting.c.id >= _FIRST_SINCE)
        key["since"] = since
    elif scope is StatementScope.SINCE_ZERO:
        zero = work.db.execute(_LAST_ZERO, {"account": owner.account_id}).scalar() or 0
        query = query.where(posting.c.id > zero)
    oldest = frontier(work, owner.account_id, owner.balance)
    return [_movement(row, oldest) for row in work.db.execute(query, key)]


def statement(
    work: Work,
    client_id: int,
    scope: StatementScope = StatementScope.ALL,
    since: date | None = None,
) -> Document:
    """Return the statement of a client's account.

    Raises:
        ClientNotFoundError: there is no such client.
        NoMovementsError: nothing to state.
    """
    owner = get_client(work, client_id)
    rows = statement_rows(work, owner, scope, since)
    oldest = frontier(work, owner.account_id, owner.balance)
    if not rows and scope is not StatementScope.SINCE_ZERO:
        raise NoMovementsError(name=owner.name)
    return account_statement(
        shop_profile(work),
        party_of(owner),
        Issue(work.now, work.user.name),
        since=since if scope is StatementScope.SINCE_DATE else None,
        opening=rows[0].balance - rows[0].amount if rows else owner.balance,
        movements=[_statement_row(row) for row in rows],
        owing_since=oldest.since if oldest else None,
        debt_limit=owner.debt_limit,
        anchor=anchor(work.db),
    )


_OTHER = posting.alias("other")
# Of a payment; what a sale was paid with is told by its lines.
_AT_THE_OTHER_END = (
    select(register.c.name)
    .join(_OTHER, _OTHER.c.account_id == register.c.account_id)
    .where(_OTHER.c.entry_id == posting.c.entry_id, _OTHER.c.amount == -posting.c.amount)
    .limit(1)
    .scalar_subquery()
)
_UNDOING = journal_entry.alias("undoing")
_HISTORY = (
    select(
        posting.c.id,
        posting.c.entry_id,
        journal_entry.c.at,
        journal_entry.c.business_date,
        journal_entry.c.kind,
        journal_entry.c.memo,
        _AT_THE_OTHER_END.label("register"),
        posting.c.amount,
        posting.c.balance_after,
        NET.label("net"),
        posting.c.entry_id.in_(OPEN_DISPUTES).label("disputed"),
        voucher.c.id.label("voucher_id"),
        voucher.c.kind.label("voucher_kind"),
        voucher.c.point,
        voucher.c.number,
        _UNDOING.c.id.label("undone_by"),
    )
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .outerjoin(voucher, voucher.c.entry_id == posting.c.entry_id)
    .outerjoin(_UNDOING, _UNDOING.c.reverses == posting.c.entry_id)
    .where(posting.c.account_id == bindparam("account"), posting.c.id < bindparam("before"))
)
_LAST_ZERO = select(func.max(posting.c.id)).where(
    posting.c.account_id == bindparam("account"), posting.c.balance_after == 0
)
# All that came after it counts, though a clock was put back: balances go on from one another.
_FIRST_SINCE = (
    select(func.min(posting.c.id))
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .where(
        posting.c.account_id == bindparam("account"),
        journal_entry.c.business_date >= bindparam("since"),
    )
    .scalar_subquery()
)
_LAST_RECEIPT = (
    select(voucher.c.id, voucher.c.issued_at)
    .where(
        voucher.c.client_id == bindparam("client"),
        voucher.c.kind == VoucherKind.RECEIPT,
        ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == voucher.c.entry_id).exists(),
    )
    .order_by(voucher.c.id.desc())
    .limit(1)
)
TITLES = {
    EntryKind.SALE: phrase_of("movements", "Compra a cuenta"),
    EntryKind.PAYMENT: Phrase("Pago"),
    EntryKind.ADJUSTMENT: Phrase("Ajuste"),
    EntryKind.RETURN: Phrase("Devolución"),
    EntryKind.REVERSAL: Phrase("Anulación"),
    EntryKind.OPENING: Phrase("Saldo inicial"),
    EntryKind.MERGE: Phrase("Fusión"),
    EntryKind.PRICE_UPDATE: Phrase("Actualización de precios"),
    EntryKind.WRITE_OFF: Phrase("Incobrable"),
}
_OWE_NOTHING = (EntryKind.REVERSAL, EntryKind.PRICE_UPDATE)


def _movement(row: Row[*tuple[Any, ...]], oldest: Frontier | None) -> MovementRow:
    settled = row.undone_by is not None or row.kind in _OWE_NOTHING or row.disputed
    number = number_text(row.voucher_kind, row.point, row.number) if row.number else ""
    return MovementRow(
        posting_id=row.id,
        entry_id=row.entry_id,
        at=row.at,
        business_date=row.business_date,
        kind=row.kind,
        title=TITLES[row.kind],
        detail=memo_words(row.memo),
        register=row.register or "",
        amount=row.amount,
        balance=row.balance_after,
        owes=0
        if oldest is None or settled or row.amount < 0
        else oldest.owed_of(row.id, max(row.net, 0)),
        voucher_id=row.voucher_id,
        number=number,
        reversed=row.undone_by is not None,
        disputed=bool(row.disputed) and row.amount > 0 and row.undone_by is None,
    )


def _statement_row(row: MovementRow) -> Movement:
    return Movement(
        day=format_date(row.business_date),
        concept=row.concept,
        amount=row.amount,
        balance=row.balance,
        reference=" · ".join(filter(None, (row.title, row.number, row.detail))),
    )
