"""What is unpaid at today's prices, and the entry that brings a debt there.

Only where the owner turned it on, and agreed it with the client: docs/decisions/0014.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, column, insert, select
from sqlalchemy import table as light_table

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.catalog import Unit, price_change, product
from kioskifly_desktop.core.clients import active_client, get_client
from kioskifly_desktop.core.errors import RequestReusedError
from kioskifly_desktop.core.errors.debts import (
    TodayPriceOffError,
    TodayPriceTermsError,
    UpdateChangedError,
    UpToDateError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    find_request,
    journal_entry,
    post,
    system_account,
)
from kioskifly_desktop.core.loyalty import agreed_with
from kioskifly_desktop.core.money import WHOLE
from kioskifly_desktop.core.outbox import enqueue_automatic
from kioskifly_desktop.core.papers import Issue, UpdatedGoods, price_update_paper
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.schema import Choice
from kioskifly_desktop.core.settings import change_preferences, get_preference, shop_profile
from kioskifly_desktop.core.vouchers import VoucherKind, issue, voucher_of_entry
from kioskifly_desktop.core.wallet.goods import Piece, UnpaidDebit, unpaid_debits
from kioskifly_desktop.core.wallet.party import party_of
from kioskifly_desktop.core.wallet.tables import debit_change, price_update_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from sqlalchemy import Row

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.ledger import Entry
    from kioskifly_desktop.core.loyalty import Agreed
    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli
    from kioskifly_desktop.core.work import Work

LEAST_CAP: BasisPoints = 100
MAX_CAP: BasisPoints = 100_000
MAX_GRACE_DAYS = 365

_TERMS = "today_price"


@dataclass(frozen=True, slots=True)
class TodayPriceTerms:
    """Whether debts are brought to today's prices, and how far.

    No line rises more than `cap` over what it was sold at, however often it is updated; nothing
    changes for what was bought less than `grace_days` ago.
    """

    enabled: bool = False
    cap: BasisPoints = 3_000
    grace_days: int = 30


class Kept(StrEnum):
    """Why a line stays as it was written."""

    GRACE = "grace"
    NO_GOODS = "no_goods"
    INACTIVE = "inactive"
    NO_PRICE = "no_price"
    SAME = "same"


KEPT_NAMES: Mapping[Kept, str] = {
    Kept.GRACE: Phrase("En los días de gracia"),
    Kept.NO_GOODS: Phrase("Sin productos"),
    Kept.INACTIVE: Phrase("Ya no se vende"),
    Kept.NO_PRICE: Phrase("Sin precio fijo"),
    Kept.SAME: Phrase("No cambió"),
}


@dataclass(frozen=True, slots=True)
class TodayLine:
    """What is unpaid of a line: as it was `written`, and at `today`'s price.

    `quantity` is what the unpaid part buys, 0 of what has no goods. `capped` is a rise that went
    no further.
    """

    debit_entry_id: int
    day: date
    description: str
    quantity: Milli
    kilograms: bool
    written: Centavos
    today: Centavos
    kept: Kept | None
    capped: bool
    piece: Piece | None
    price: Centavos

    @property
    def difference(self) -> Centavos:
        """What the update adds to the debt, below zero what it takes off."""
        return self.today - self.written


@dataclass(frozen=True, slots=True)
class TodayPrice:
    """What a client owes by line, as it was written and at today's prices."""

    client: Client
    terms: TodayPriceTerms
    lines: tuple[TodayLine, ...]

    @property
    def written(self) -> Centavos:
        """What the lines add up to as they were written."""
        return sum(line.written for line in self.lines)

    @property
    def today(self) -> Centavos:
        """What the lines add up to today."""
        return sum(line.today for line in self.lines)

    @property
    def difference(self) -> Centavos:
        """What the update adds to the debt, below zero what it takes off."""
        return self.today - self.written


@dataclass(frozen=True, slots=True)
class UpdateRequest:
    """A client's debt to bring to today's prices.

    `difference` is what was shown and agreed; None is whatever it comes to.
    """

    request_id: str
    client_id: int
    difference: Centavos | None


@dataclass(frozen=True, slots=True)
class UpdateDone:
    """What an update left behind."""

    entry_id: int
    voucher_id: int
    number: str
    difference: Centavos
    client_balance: Centavos
    printing: bool


# The tables of sales belong to a feature above this one.
_LINE = light_table(
    "sale_line",
    *map(column, ("id", "sale_id", "product_id", "description", "quantity", "price", "total")),
    column("unit", Choice(Unit)),
)
_SALE = light_table("sale", column("id"), column("entry_id"))
_SOLD = (
    select(
        _LINE,
        product.c.active,
        product.c.price.label("today"),
        journal_entry.c.at,
    )
    .join(product, product.c.id == _LINE.c.product_id)
    .join(_SALE, _SALE.c.id == _LINE.c.sale_id)
    .join(journal_entry, journal_entry.c.id == _SALE.c.entry_id)
    .where(_LINE.c.id.in_(bindparam("lines", expanding=True)))
)
_PRICES = (
    select(price_change.c.product_id, price_change.c.at, price_change.c.old, price_change.c.new)
    .where(price_change.c.product_id.in_(bindparam("products", expanding=True)))
    .order_by(price_change.c.id)
)
_ADD_LINE, _ADD_CHANGE = insert(price_update_line), insert(debit_change)


def today_price_terms(work: Work) -> TodayPriceTerms:
    """Return what the owner chose."""
    stored = get_preference(work, _TERMS, "")
    return TodayPriceTerms(**json.loads(stored)) if stored else TodayPriceTerms()


def save_today_price_terms(work: Work, terms: TodayPriceTerms) -> None:
    """Change whether debts are brought to today's prices, and how far.

    Raises:
        NotAllowedError: the person may not.
        TodayPriceTermsError: of the figures.
    """
    cap, days = MAX_CAP // LEAST_CAP, MAX_GRACE_DAYS
    if not LEAST_CAP <= terms.cap <= MAX_CAP:
        raise TodayPriceTermsError(field="cap", cap=cap, days=days)
    if not 0 <= terms.grace_days <= MAX_GRACE_DAYS:
        raise TodayPriceTermsError(field="grace_days", cap=cap, days=days)
    change_preferences(work, {_TERMS: json.dumps(asdict(terms))})


def today_price(work: Work, client_id: int) -> TodayPrice:
    """Return what a client's unpaid purchases cost today, the oldest first.

    What is in dispute is left out.

    Raises:
        ClientNotFoundError: there is none.
    """
    owner = get_client(work, client_id)
    terms = today_price_terms(work)
    debits = list(unpaid_debits(work, owner.account_id, owner.balance))
    ids = sorted({piece.line_id for debit in debits for piece in debit.pieces})
    sold = {row.id: row for row in work.db.execute(_SOLD, {"lines": ids})}
    products = sorted({row.product_id for row in sold.values()})
    agreed = agreed_with(work, owner, products)
    changes: dict[int, list[Row[*tuple[Any, ...]]]] = {each: [] for each in products}
    for change in work.db.execute(_PRICES, {"products": products}):
        changes[change.product_id].append(change)
    prices = {row.id: _price_now(row, agreed, changes[row.product_id]) for row in sold.values()}
    lines = [line for debit in debits for line in _lines(work, terms, debit, sold, prices)]
    return TodayPrice(owner, terms, tuple(lines))


def update_to_today(work: Work, request: UpdateRequest) -> UpdateDone:
    """Bring a client's debt to today's prices by one entry, and issue its paper.

    A repeated `request_id` changes nothing and returns the first result. `reverse_movement`
    undoes it.

    Writes: journal_entry, posting, account, debit_change, price_update_line, voucher, print_job.

    Raises:
        NotAllowedError: the person may not.
        TodayPriceOffError: the owner didn't turn it on.
        ClientNotFoundError, ClientArchivedError, ClientMergedError: of the client.
        UpToDateError: there is nothing to update.
        UpdateChangedError: the difference is not what was agreed.
        RequestReusedError: the identifier belongs to another operation.
    """
    work.require(Permission.ADJUST)
    done = find_request(work, request.request_id)
    if done is not None:
        return _updated_again(work, request, done)
    owner = active_client(work, request.client_id)
    found = today_price(work, owner.id)
    if not found.terms.enabled:
        raise TodayPriceOffError
    if not found.difference:
        raise UpToDateError(name=owner.name)
    if request.difference not in {None, found.difference}:
        raise UpdateChangedError(amount=format_money(found.difference, plus=True))
    counterpart = system_account(work, AccountKind.PRICE_UPDATES)
    posted = post(
        work,
        request_id=request.request_id,
        kind=EntryKind.PRICE_UPDATE,
        postings=[(owner.account_id, found.difference), (counterpart, -found.difference)],
        memo="A precio de hoy",
    )
    _record(work, posted.entry_id, found.lines)
    balance = posted.balances[owner.account_id]
    detail = format_money(found.difference, plus=True)
    record(work, AuditKind.PRICE_UPDATE, owner.name, detail, client_id=owner.id)
    issued, document = issue(
        work,
        VoucherKind.PRICE_UPDATE,
        entry_id=posted.entry_id,
        client_id=owner.id,
        build=lambda number: price_update_paper(
            shop_profile(work),
            party_of(owner),
            Issue(work.now, work.user.name, posted.entry_id, request.request_id),
            number=number,
            goods=[_shown(line) for line in found.lines],
            difference=found.difference,
            balance=balance,
        ),
    )
    return UpdateDone(
        entry_id=posted.entry_id,
        voucher_id=issued.id,
        number=issued.number,
        difference=found.difference,
        client_balance=balance,
        printing=enqueue_automatic(work, document, issued.id),
    )


def _lines(
    work: Work,
    terms: TodayPriceTerms,
    debit: UnpaidDebit,
    sold: Mapping[int, Row[*tuple[Any, ...]]],
    prices: Mapping[int, Centavos],
) -> Iterator[TodayLine]:
    in_grace = debit.day + timedelta(days=terms.grace_days) > work.today
    for piece in debit.pieces:
        row = sold[piece.line_id]
        price, kept, capped = piece.price, None, False
        if in_grace:
            kept = Kept.GRACE
        elif not row.active:
            kept = Kept.INACTIVE
        elif not row.today:
            kept = Kept.NO_PRICE
        else:
            now = prices[piece.line_id]
            price = _reached(terms, row.price, piece.price, now)
            capped = price < now
            if price == piece.price and not capped:
                kept = Kept.SAME
        today = _share(piece.amount, price, piece.price)
        quantity = _share(row.quantity * piece.amount, row.price, row.total * piece.price)
        yield TodayLine(
            debit.entry_id,
            debit.day,
            row.description,
            quantity,
            row.unit is Unit.KILOGRAM,
            piece.amount,
            today,
            kept,
            capped,
            piece,
            price,
        )
    if debit.bare:
        figures = (debit.bare, debit.bare, Kept.NO_GOODS, False, None, 0)
        yield TodayLine(debit.entry_id, debit.day, debit.memo, 0, False, *figures)


def _price_now(
    sold: Row[*tuple[Any, ...]], agreed: Agreed, changes: Sequence[Row[*tuple[Any, ...]]]
) -> Centavos:
    """Return what a unit that was sold costs now; a price of its own moves as the catalogue's."""
    now = agreed.price(sold.product_id, sold.today)
    if not changes:
        return now
    before = [each.new for each in changes if each.at < sold.at][-1:] or [changes[0].old]
    then = [*before, *(price for each in changes if each.at == sold.at for price in each[2:])]
    listed = agreed.price(sold.product_id, then[-1])
    if sold.price in {*then, listed} or agreed.price(sold.product_id, 0):
        return now
    # A list that names the product says what it costs, and of what it said before nothing is kept.
    # What had no price of its own was never dearer nor cheaper.
    return _share(sold.price, now, listed) if listed else int(sold.price)


def _reached(terms: TodayPriceTerms, sold_at: Centavos, stands_at: Centavos, now: Centavos) -> int:
    """Return the price that goods are taken to: never past the cap, which takes nothing back."""
    highest = sold_at * (WHOLE + terms.cap) // WHOLE
    return now if now <= stands_at else max(stands_at, min(now, highest))


def _share(amount: int, part: int, whole: int) -> int:
    return (2 * amount * part + whole) // (2 * whole)


def _record(work: Work, entry_id: int, lines: Sequence[TodayLine]) -> None:
    """Keep what was updated: of a debit where something changed, every line."""
    changes: dict[int, Centavos] = {}
    moved = {line.debit_entry_id for line in lines if line.piece and line.price != line.piece.price}
    rows = []
    for line in lines:
        if line.piece is None or line.debit_entry_id not in moved:
            continue
        of_debit = changes.get(line.debit_entry_id, 0)
        changes[line.debit_entry_id] = of_debit + line.difference
        row: dict[str, int | None] = {"entry_id": entry_id}
        row["debit_entry_id"] = line.debit_entry_id
        row |= {"sale_line_id": line.piece.line_id, "source_id": line.piece.source_id}
        rows.append(row | {"price": line.price, "written": line.written, "value": line.today})
    work.db.execute(_ADD_LINE, rows)
    work.db.execute(
        _ADD_CHANGE,
        [
            {"entry_id": entry_id, "debit_entry_id": debit, "amount": amount}
            for debit, amount in changes.items()
            if amount
        ],
    )


def _shown(line: TodayLine) -> UpdatedGoods:
    why = "Hasta el tope" if line.capped else KEPT_NAMES[line.kept] if line.kept else ""
    return UpdatedGoods(
        line.day, line.description, line.quantity, line.kilograms, line.written, line.today, why
    )


def _updated_again(work: Work, request: UpdateRequest, done: Entry) -> UpdateDone:
    """Return the first result of a request, having made sure that it asks for the same."""
    account_id = get_client(work, request.client_id).account_id
    leg = next((leg for leg in done.legs if leg.account_id == account_id), None)
    issued = voucher_of_entry(work, done.id)
    if (
        done.kind is not EntryKind.PRICE_UPDATE
        or leg is None
        or request.difference not in {None, leg.amount}
        or issued is None
    ):
        raise RequestReusedError(request_id=request.request_id)
    return UpdateDone(
        entry_id=done.id,
        voucher_id=issued.id,
        number=issued.number,
        difference=leg.amount,
        client_balance=leg.balance_after,
        printing=False,
    )
