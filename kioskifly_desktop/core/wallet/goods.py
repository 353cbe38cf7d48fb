"""Which goods a client's debts are of, how much of each is unpaid, and at what price it stands.

docs/decisions/0014 tells the rules, with an example.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, column, func, select
from sqlalchemy import table as light_table

from kioskifly_desktop.core.ledger import EntryKind, journal_entry, posting
from kioskifly_desktop.core.wallet.allocation import debits, frontier
from kioskifly_desktop.core.wallet.tables import price_update_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sqlalchemy import Row

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

LAST = 2**63 - 1
"""After every entry."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is unpaid of a line, at the price where it stands: its own, or that of an update."""

    line_id: int
    source_id: int | None
    price: Centavos
    amount: Centavos


@dataclass(frozen=True, slots=True)
class UnpaidDebit:
    """What is owed of a debit: `pieces` of goods, and `bare` without any, as it was written."""

    entry_id: int
    kind: EntryKind
    memo: str
    day: date
    owes: Centavos
    pieces: tuple[Piece, ...]

    @property
    def bare(self) -> Centavos:
        """What no goods stand for."""
        return self.owes - sum(piece.amount for piece in self.pieces)


@dataclass(slots=True)
class _Stock:
    """What goods of a debit stand at, in centavos: those that the same entry left together."""

    stage: int
    price: Centavos
    worth: Fraction


@dataclass(slots=True)
class _Goods:
    """Goods of a debit as they were when it was made, and what is left of each line."""

    stocks: dict[tuple[int, int | None], _Stock] = field(default_factory=dict)
    left: dict[int, Centavos] = field(default_factory=dict)


# The tables of sales belong to a feature above this one.
_SALE = light_table("sale", *map(column, ("id", "entry_id", "original_id")))
_LINE = light_table(
    "sale_line", *map(column, ("id", "sale_id", "price", "total", "original_line_id"))
)
_OWNER = bindparam("account", type_=Integer)
_OWED = (
    debits(_OWNER)
    .add_columns(posting.c.entry_id, journal_entry.c.kind, journal_entry.c.memo)
    .where(posting.c.id >= bindparam("oldest"))
    .order_by(posting.c.id)
)
_LINES = (
    select(_LINE.c.id, _LINE.c.price, _LINE.c.total)
    .join(_SALE, _SALE.c.id == _LINE.c.sale_id)
    .where(_SALE.c.entry_id == bindparam("entry"))
    .order_by(_LINE.c.id)
)
_TOTALS = select(_LINE.c.id, _LINE.c.total).where(
    _LINE.c.id.in_(bindparam("lines", expanding=True))
)
_RETURNED = (
    select(_SALE.c.entry_id, _LINE.c.original_line_id.label("line_id"), _LINE.c.total)
    .join(_SALE, _SALE.c.id == _LINE.c.sale_id)
    .where(
        _LINE.c.original_line_id.in_(bindparam("lines", expanding=True)),
        _SALE.c.entry_id < bindparam("until"),
    )
    .order_by(_LINE.c.id)
)
_UNDOING = journal_entry.alias("undoing")
STANDING_UPDATE = ~(
    select(_UNDOING.c.id).where(_UNDOING.c.reverses == price_update_line.c.entry_id).exists()
)
_UPDATED = (
    select(price_update_line)
    .where(
        price_update_line.c.debit_entry_id == bindparam("entry"),
        price_update_line.c.entry_id < bindparam("until"),
        price_update_line.c.price > 0,
        STANDING_UPDATE,
    )
    .order_by(price_update_line.c.id)
)
_KEPT = bindparam("kept", type_=Integer)
_MERGE_LEG = select(posting.c.account_id).where(
    posting.c.entry_id == bindparam("entry"), posting.c.account_id != _KEPT
)
_TAKEN = posting.alias("taken")
_GAVE = (
    select(-func.sum(posting.c.amount))
    .join(journal_entry, journal_entry.c.id == posting.c.entry_id)
    .join(_TAKEN, (_TAKEN.c.entry_id == posting.c.entry_id) & (_TAKEN.c.account_id == _KEPT))
    .where(posting.c.account_id == _OWNER, journal_entry.c.kind == EntryKind.MERGE)
)


def unpaid_debits(
    work: Work,
    account_id: int,
    balance: Centavos,
    until: int = LAST,
    *,
    day: date | None = None,
) -> Iterator[UnpaidDebit]:
    """Yield what an account owes at a balance, the oldest debit first, with its goods.

    Of goods and prices, what entries from `until` on did is left out; with a `day`, other days'.
    """
    oldest = frontier(work, account_id, balance)
    if oldest is None:
        return
    key = {"account": account_id, "oldest": oldest.posting_id}
    for row in work.db.execute(_OWED, key).all():
        if day is not None and row.business_date != day:
            continue
        owes = oldest.owed_of(row.id, row.amount)
        goods = _goods(work, account_id, row, until)
        pieces = tuple(_unpaid(goods, owes))
        yield UnpaidDebit(row.entry_id, row.kind, row.memo, row.business_date, owes, pieces)


def _goods(work: Work, account_id: int, debit: Row[*tuple[Any, ...]], until: int) -> _Goods:
    """Return the goods of a debit as returns and updates left them."""
    entry_id: int = debit.entry_id
    if debit.kind is EntryKind.SALE:
        goods, since = _of_sale(work, entry_id), 0
    elif debit.kind is EntryKind.MERGE:
        goods, since = _of_merge(work, account_id, entry_id, debit.business_date), entry_id
    else:
        return _Goods()
    _go_on(work, goods, entry_id, since, until)
    return goods


def _of_sale(work: Work, entry_id: int) -> _Goods:
    goods = _Goods()
    for line in work.db.execute(_LINES, {"entry": entry_id}):
        if line.price and line.total:
            goods.stocks[line.id, None] = _Stock(0, line.price, Fraction(line.total))
            goods.left[line.id] = line.total
    return goods


def _of_merge(work: Work, kept: int, entry_id: int, day: date) -> _Goods:
    """Return the goods of the debts of a day that came with a merged client."""
    goods = _Goods()
    giver = work.db.execute(_MERGE_LEG, {"entry": entry_id, "kept": kept}).scalar_one()
    gave = int(work.db.execute(_GAVE, {"account": giver, "kept": kept}).scalar_one())
    for debit in unpaid_debits(work, giver, gave, entry_id, day=day):
        for piece in debit.pieces:
            worth = Fraction(piece.amount)
            goods.stocks[piece.line_id, piece.source_id] = _Stock(0, piece.price, worth)
    lines = sorted({line for line, _ in goods.stocks})
    goods.left = {row.id: row.total for row in work.db.execute(_TOTALS, {"lines": lines})}
    for back in work.db.execute(_RETURNED, {"lines": lines, "until": entry_id}):
        goods.left[back.line_id] -= back.total
    return goods


def _go_on(work: Work, goods: _Goods, entry_id: int, since: int, until: int) -> None:
    """Take from the goods what came back, and to other prices what was updated, in their order."""
    back = work.db.execute(_RETURNED, {"lines": sorted(goods.left), "until": until})
    updated = work.db.execute(_UPDATED, {"entry": entry_id, "until": until})
    events = sorted([*back, *updated], key=lambda row: row.entry_id)
    for event in events:
        if event.entry_id <= since:
            continue
        if hasattr(event, "written"):
            goods.stocks[event.sale_line_id, event.source_id].worth -= event.written
            stock = _Stock(event.entry_id, event.price, Fraction(event.value))
            goods.stocks[event.sale_line_id, event.id] = stock
            continue
        left = goods.left[event.line_id]
        goods.left[event.line_id] = left - event.total
        for (line_id, _), stock in goods.stocks.items():
            if line_id == event.line_id and left:
                stock.worth *= Fraction(left - event.total, left)


def _unpaid(goods: _Goods, owes: Centavos) -> Iterator[Piece]:
    """Share what is owed of a debit over its goods, in proportion.

    Those that were unpaid at the last update come first.
    """
    stocks = sorted(goods.stocks.items(), key=lambda each: -each[1].stage)
    for _, group in groupby(stocks, key=lambda each: each[1].stage):
        of_stage = [(key, stock) for key, stock in group if stock.worth > 0]
        whole = sum((stock.worth for _, stock in of_stage), Fraction())
        shared = min(owes, int(whole))
        owes -= shared
        reached, given = Fraction(), 0
        for (line_id, source_id), stock in of_stage:
            reached += stock.worth
            amount = int(shared * reached / whole + Fraction(1, 2)) - given
            given += amount
            if amount:
                yield Piece(line_id, source_id, stock.price, amount)
