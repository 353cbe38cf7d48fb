"""The ledger: entries whose postings add up to zero; added, never changed or removed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Text,
    bindparam,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from kioskifly_desktop.core.chain import Link, head
from kioskifly_desktop.core.errors import (
    AlreadyReversedError,
    BalanceOverflowError,
    RequestIdError,
)
from kioskifly_desktop.core.money import MAX_BALANCE, Centavos
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import (
    Choice,
    Day,
    Instant,
    identifier,
    insert_row,
    milliseconds,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from sqlalchemy import Row

    from kioskifly_desktop.core.work import Work


class AccountKind(StrEnum):
    """What an account stands for. Those of clients, registers and expenses are many."""

    CLIENT = "client"
    REGISTER = "register"
    SALES = "sales"
    ADJUSTMENTS = "adjustments"
    OVER_SHORT = "over_short"
    EXPENSES = "expenses"
    OTHER_INCOME = "other_income"
    PRICE_UPDATES = "price_updates"
    BAD_DEBTS = "bad_debts"


OF_THE_SHOP = tuple(
    kind
    for kind in AccountKind
    if kind not in {AccountKind.CLIENT, AccountKind.REGISTER, AccountKind.EXPENSES}
)
"""Kinds of account of which the shop has one each."""


class EntryKind(StrEnum):
    """What an entry records. A count of the drawer that agrees has no postings."""

    SALE = "sale"
    PAYMENT = "payment"
    ADJUSTMENT = "adjustment"
    REVERSAL = "reversal"
    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"
    TRANSFER = "transfer"
    RETURN = "return"
    OVER_SHORT = "over_short"
    OPENING = "opening"
    MERGE = "merge"
    PRICE_UPDATE = "price_update"
    WRITE_OFF = "write_off"


account = table(
    "account",
    identifier(),
    Column("kind", Choice(AccountKind), nullable=False),
    Column("balance", Integer, nullable=False, server_default=text("0")),
    Column("last_entry_id", Integer, ForeignKey("journal_entry.id")),
    CheckConstraint(f"balance BETWEEN {-MAX_BALANCE} AND {MAX_BALANCE}", name="balance"),
)
Index("ix_account_kind_balance", account.c.kind, account.c.balance)
Index(
    "uq_account_of_the_shop",
    account.c.kind,
    unique=True,
    sqlite_where=account.c.kind.in_(OF_THE_SHOP),
)

journal_entry = table(
    "journal_entry",
    identifier(),
    Column("request_id", Text, nullable=False, unique=True),
    Column("kind", Choice(EntryKind), nullable=False),
    Column("at", Instant, nullable=False),
    Column("business_date", Day, nullable=False),
    Column("user_id", Integer, ForeignKey("user.id"), nullable=False),
    Column("memo", Text, nullable=False, server_default=text("''")),
    Column("reverses", Integer, ForeignKey("journal_entry.id"), unique=True),
    # Of this entry and the one before: core/chain.py.
    Column("hash", LargeBinary),
    CheckConstraint("(kind = 'reversal') = (reverses IS NOT NULL)", name="reverses"),
)
Index("ix_journal_entry_business_date", journal_entry.c.business_date)

posting = table(
    "posting",
    identifier(),
    Column("entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False),
    Column("amount", Integer, nullable=False),
    Column("balance_after", Integer, nullable=False),
    CheckConstraint(f"amount <> 0 AND abs(amount) <= {MAX_BALANCE}", name="amount"),
    CheckConstraint(f"abs(balance_after) <= {MAX_BALANCE}", name="balance_after"),
)
Index("ix_posting_account_id_id", posting.c.account_id, posting.c.id)
Index("ix_posting_entry_id", posting.c.entry_id)

APPEND_ONLY = (
    "journal_entry",
    "posting",
    "voucher",
    "price_batch",
    "price_change",
    "stock_move",
    "sale",
    "sale_line",
    "sale_payment",
    "drawer_opening",
    "message",
    "message_product",
    "client_consent",
    "audit_event",
    "client_merge",
    "debit_change",
    "price_update_line",
    "dispute",
    "dispute_end",
    "points_move",
    "sale_rebate",
)
"""Tables whose rows the database itself refuses to change or remove (of `client_consent`, while
its client is there)."""

_MOVE = Prepared(
    update(account)
    .where(account.c.id == bindparam("account"))
    .values(
        balance=account.c.balance + bindparam("change"),
        last_entry_id=bindparam("entry"),
    )
    .returning(account.c.balance)
)
_ADD_ENTRY = Prepared(insert(journal_entry), *journal_entry.c.keys())
_ADD_POSTING = Prepared(insert(posting), "entry_id", "account_id", "amount", "balance_after")
_BY_REQUEST = Prepared(
    select(journal_entry).where(journal_entry.c.request_id == bindparam("request"))
)
_BY_ID = Prepared(select(journal_entry).where(journal_entry.c.id == bindparam("entry")))
_POSTINGS = (
    select(posting.c.account_id, posting.c.amount, posting.c.balance_after, account.c.kind)
    .join(account, account.c.id == posting.c.account_id)
    .where(posting.c.entry_id == bindparam("entry"))
    .order_by(posting.c.id)
)
_REVERSED_BY = select(journal_entry.c.id).where(journal_entry.c.reverses == bindparam("entry"))
_BALANCE_AT = (
    select(posting.c.balance_after)
    .where(posting.c.account_id == bindparam("account"), posting.c.entry_id <= bindparam("entry"))
    .order_by(posting.c.id.desc())
    .limit(1)
)
_BALANCES = select(account.c.id, account.c.balance).where(
    account.c.id.in_(bindparam("accounts", expanding=True))
)
_REACH = (
    update(account)
    .where(account.c.id == bindparam("account"))
    .values(balance=bindparam("reached"), last_entry_id=bindparam("entry"))
)
_SYSTEM = Prepared(select(account.c.id).where(account.c.kind == bindparam("kind_wanted")))

_REQUEST_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Leg:
    """One posting of an entry: debit > 0, credit < 0, with the account's balance after it."""

    account_id: int
    kind: AccountKind
    amount: Centavos
    balance_after: Centavos


@dataclass(frozen=True, slots=True)
class Entry:
    """A journal entry with its postings."""

    id: int
    kind: EntryKind
    memo: str
    reverses: int | None
    legs: tuple[Leg, ...]

    def leg(self, kind: AccountKind) -> Leg:
        """Return the posting on the account of a kind."""
        return next(leg for leg in self.legs if leg.kind is kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry to be: what it moves on an account, and the day it is from; None is today."""

    request_id: str
    account_id: int
    amount: Centavos
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """What an entry left behind: its id and the balance of each account it moved."""

    entry_id: int
    balances: Mapping[int, Centavos]


def open_account(work: Work, kind: AccountKind) -> int:
    """Open an account at zero and return its id."""
    return insert_row(work.db, insert(account), {"kind": kind})


def system_account(work: Work, kind: AccountKind) -> int:
    """Return the shop's only account of a kind."""
    return int(_SYSTEM.scalar(work.db, {"kind_wanted": kind}))


def post(
    work: Work,
    *,
    request_id: str,
    kind: EntryKind,
    postings: Sequence[tuple[int, Centavos]],
    memo: str = "",
    reverses: int | None = None,
    day: date | None = None,
) -> Posted:
    """Add an entry of (account, amount) postings and return the balances they left.

    `day` is that of a debt older than its entry; None is today.

    Writes: journal_entry, posting, account.

    Raises:
        RequestIdError: the request's identifier is not 1 to 64 plain characters.
        BalanceOverflowError: an account would leave its bounds.
    """
    assert len(postings) > 1 or (not postings and kind is EntryKind.OVER_SHORT), (
        "an entry moves money between accounts"
    )
    assert sum(amount for _, amount in postings) == 0, "an entry adds up to zero"
    check_request_id(request_id)
    last, previous = head(work.db)
    entry = {
        "id": last + 1,
        "request_id": request_id,
        "kind": kind,
        "at": work.now,
        "business_date": day or work.today,
        "user_id": work.user.id,
        "memo": memo,
        "reverses": reverses,
    }
    entry["hash"] = _link(entry, postings).after(previous)
    entry_id = _ADD_ENTRY.insert(work.db, entry)
    balances: dict[int, Centavos] = {}
    rows = []
    for account_id, amount in postings:
        move = {"account": account_id, "change": amount, "entry": entry_id}
        try:
            balance = int(_MOVE.scalar(work.db, move))
        except IntegrityError:
            raise BalanceOverflowError(field="amount") from None
        balances[account_id] = balance
        leg = {"entry_id": entry_id, "account_id": account_id}
        rows.append(leg | {"amount": amount, "balance_after": balance})
    if rows:
        _ADD_POSTING.many(work.db, rows)
    return Posted(entry_id, balances)


def post_between(
    work: Work, kind: EntryKind, counterpart: int, drafts: Sequence[Draft], memo: str = ""
) -> None:
    """Add many entries at once, each between an account and the same counterpart.

    Writes: journal_entry, posting, account.

    Raises:
        RequestIdError: as `post`.
        BalanceOverflowError: as `post`.
    """
    # The transaction holds the file's only write lock: no id or balance moves in between.
    entry_id, previous = head(work.db)
    asked = {"accounts": sorted({counterpart, *(draft.account_id for draft in drafts)})}
    balances = {row.id: row.balance for row in work.db.execute(_BALANCES, asked)}
    last: dict[int, int] = {}
    entries, postings = [], []
    for draft in drafts:
        check_request_id(draft.request_id)
        entry_id += 1
        moves = ((draft.account_id, draft.amount), (counterpart, -draft.amount))
        entry = {
            "id": entry_id,
            "request_id": draft.request_id,
            "kind": kind,
            "at": work.now,
            "business_date": draft.day or work.today,
            "user_id": work.user.id,
            "memo": memo,
            "reverses": None,
        }
        previous = entry["hash"] = _link(entry, moves).after(previous)
        entries.append(entry)
        for account_id, amount in moves:
            balances[account_id] += amount
            last[account_id] = entry_id
            if abs(balances[account_id]) > MAX_BALANCE:
                raise BalanceOverflowError(field="amount")
            postings.append(
                {
                    "entry_id": entry_id,
                    "account_id": account_id,
                    "amount": amount,
                    "balance_after": balances[account_id],
                }
            )
    if entries:
        _ADD_ENTRY.many(work.db, entries)
        _ADD_POSTING.many(work.db, postings)
        reached = [
            {"account": key, "reached": balances[key], "entry": entry}
            for key, entry in last.items()
        ]
        work.db.execute(_REACH, reached)


def _link(entry: dict[str, Any], postings: Sequence[tuple[int, Centavos]]) -> Link:
    """Return an entry to be written as it is chained."""
    return Link(
        entry_id=entry["id"],
        request_id=entry["request_id"],
        kind=entry["kind"].value,
        at=milliseconds(entry["at"]),
        day=entry["business_date"].isoformat(),
        user_id=entry["user_id"],
        reverses=entry.get("reverses"),
        postings=postings,
    )


def reverse(work: Work, *, request_id: str, entry: Entry, memo: str) -> Posted:
    """Add the opposite of an entry.

    Raises:
        AlreadyReversedError: it has been reversed before.
    """
    if is_reversed(work, entry.id):
        raise AlreadyReversedError
    return post(
        work,
        request_id=request_id,
        kind=EntryKind.REVERSAL,
        postings=[(leg.account_id, -leg.amount) for leg in entry.legs],
        memo=memo,
        reverses=entry.id,
    )


def is_reversed(work: Work, entry_id: int) -> bool:
    """Return whether an opposite entry exists."""
    return work.db.execute(_REVERSED_BY, {"entry": entry_id}).first() is not None


def check_request_id(request_id: str) -> None:
    """Refuse an identifier that could not be kept or told.

    Raises:
        RequestIdError: it is not 1 to 64 plain characters.
    """
    if not _REQUEST_ID.fullmatch(request_id):
        raise RequestIdError(field="request_id")


def find_request(work: Work, request_id: str) -> Entry | None:
    """Return the entry a request made before, if it did.

    Raises:
        RequestIdError: the identifier is not 1 to 64 plain characters.
    """
    check_request_id(request_id)
    return _entry(work, _BY_REQUEST.first(work.db, {"request": request_id}))


def get_entry(work: Work, entry_id: int) -> Entry | None:
    """Return an entry."""
    return _entry(work, _BY_ID.first(work.db, {"entry": entry_id}))


def balance_at(work: Work, account_id: int, entry_id: int) -> Centavos:
    """Return what an account's balance was once an entry was made, whether it moved it or not."""
    key = {"account": account_id, "entry": entry_id}
    return int(work.db.execute(_BALANCE_AT, key).scalar() or 0)


def _entry(work: Work, row: Row[*tuple[Any, ...]] | None) -> Entry | None:
    if row is None:
        return None
    legs = work.db.execute(_POSTINGS, {"entry": row.id})
    return Entry(
        id=row.id,
        kind=row.kind,
        memo=row.memo,
        reverses=row.reverses,
        legs=tuple(Leg(leg.account_id, leg.kind, leg.amount, leg.balance_after) for leg in legs),
    )
