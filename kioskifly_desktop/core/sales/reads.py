"""What sales show: one with its lines, many as a list, a session's by means."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, false, func, select, true

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.errors import SaleNotFoundError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.ledger import AccountKind, find_request, journal_entry
from kioskifly_desktop.core.loyalty import SalePoints, sale_points
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.core.registers import register
from kioskifly_desktop.core.sales.rows import derived_id
from kioskifly_desktop.core.sales.tables import (
    RebateKind,
    SaleKind,
    sale,
    sale_line,
    sale_payment,
    sale_rebate,
)
from kioskifly_desktop.core.users import user
from kioskifly_desktop.core.vouchers import POINT, VoucherKind, number_text, voucher

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row

    from kioskifly_desktop.core.catalog import Unit
    from kioskifly_desktop.core.money import BasisPoints, Centavos, Milli
    from kioskifly_desktop.core.work import Work

ON_ACCOUNT_NAME = Phrase("Cuenta corriente")


@dataclass(frozen=True, slots=True)
class SaleLineRow:
    """A line of a sale; `returned` of its quantity came back.

    `total` is net of `rebate`, what promotions and points took off.
    """

    id: int
    product_id: int
    description: str
    unit: Unit
    quantity: Milli
    price: Centavos
    discount: BasisPoints
    total: Centavos
    cost: Centavos
    returned: Milli
    rebate: Centavos = 0


@dataclass(frozen=True, slots=True)
class RebateRow:
    """What a promotion, or points, took off a line."""

    line_id: int
    kind: RebateKind
    name: str
    amount: Centavos


@dataclass(frozen=True, slots=True)
class SalePaymentRow:
    """What stayed in a register of what was handed over; of a return, what left it.

    What is neither that nor `change` given back paid on the client's account.
    """

    method: PaymentMethod
    register: str
    amount: Centavos
    tendered: Centavos
    change: Centavos


@dataclass(frozen=True, slots=True)
class SaleDetail:
    """A sale or a return whole; `authorized_by` let the client pass the account's terms."""

    id: int
    kind: SaleKind
    entry_id: int
    at: datetime
    user: str
    client_id: int | None
    client: str
    number: str
    voucher_id: int
    total: Centavos
    on_account: Centavos
    payments: tuple[SalePaymentRow, ...]
    lines: tuple[SaleLineRow, ...]
    session_id: int | None
    voided: bool
    original_id: int | None
    authorized_by: str
    authorization: str
    rebates: tuple[RebateRow, ...] = ()
    points: SalePoints | None = None


@dataclass(frozen=True, slots=True)
class SaleRow:
    """A sale or a return as listed; `means` in words, `items` counts its lines."""

    id: int
    kind: SaleKind
    entry_id: int
    at: datetime
    number: str
    voucher_id: int
    client: str
    user: str
    total: Centavos
    on_account: Centavos
    means: str
    items: int
    voided: bool


_UNDOING = journal_entry.alias("undoing")
_BOSS = user.alias("boss")
_SALES = (
    select(
        sale,
        journal_entry.c.at,
        journal_entry.c.request_id,
        user.c.name.label("user"),
        client.c.name.label("client"),
        voucher.c.id.label("voucher_id"),
        voucher.c.kind.label("voucher_kind"),
        voucher.c.point,
        voucher.c.number,
        _UNDOING.c.id.label("undone_by"),
        _BOSS.c.name.label("boss"),
    )
    .join(journal_entry, journal_entry.c.id == sale.c.entry_id)
    .join(user, user.c.id == journal_entry.c.user_id)
    .join(voucher, voucher.c.entry_id == sale.c.entry_id)
    .outerjoin(client, client.c.id == sale.c.client_id)
    .outerjoin(_UNDOING, _UNDOING.c.reverses == sale.c.entry_id)
    .outerjoin(_BOSS, _BOSS.c.id == sale.c.authorized_by)
)
_BY_ID = _SALES.where(sale.c.id == bindparam("sale"))
_BY_ENTRY = _SALES.where(sale.c.entry_id == bindparam("entry"))
_BACK = sale_line.alias("back")
_RETURNED = (
    select(func.coalesce(func.sum(_BACK.c.quantity), 0))
    .where(_BACK.c.original_line_id == sale_line.c.id)
    .label("returned")
)
_LINES = (
    select(
        sale_line.c.id,
        sale_line.c.product_id,
        sale_line.c.description,
        sale_line.c.unit,
        sale_line.c.quantity,
        sale_line.c.price,
        sale_line.c.discount,
        sale_line.c.total,
        sale_line.c.cost,
        _RETURNED,
    )
    .where(sale_line.c.sale_id == bindparam("sale"))
    .order_by(sale_line.c.id)
)
_REBATES = (
    select(sale_rebate.c.line_id, sale_rebate.c.kind, sale_rebate.c.name, sale_rebate.c.amount)
    .where(sale_rebate.c.sale_id == bindparam("sale"))
    .order_by(sale_rebate.c.id)
)
_PAYMENTS = (
    select(
        sale_payment.c.sale_id,
        sale_payment.c.method,
        register.c.name,
        sale_payment.c.amount,
        sale_payment.c.tendered,
        register.c.account_id,
    )
    .join(register, register.c.id == sale_payment.c.register_id)
    .where(sale_payment.c.sale_id.in_(bindparam("sales", expanding=True)))
    .order_by(sale_payment.c.id)
)
_COUNTS = (
    select(sale_line.c.sale_id, func.count().label("items"))
    .where(sale_line.c.sale_id.in_(bindparam("sales", expanding=True)))
    .group_by(sale_line.c.sale_id)
)
_BY_NUMBER = (
    select(sale.c.id)
    .join(voucher, voucher.c.entry_id == sale.c.entry_id)
    .where(
        voucher.c.kind == bindparam("series"),
        voucher.c.point == bindparam("at_point"),
        voucher.c.number == bindparam("wanted"),
    )
)
_SERIES = {"TX": VoucherKind.SALE, "DX": VoucherKind.RETURN}


def get_sale(work: Work, sale_id: int) -> SaleDetail:
    """Return a sale or a return whole.

    Raises:
        SaleNotFoundError: there is none.
    """
    row = work.db.execute(_BY_ID, {"sale": sale_id}).first()
    if row is None:
        raise SaleNotFoundError(number=sale_id)
    return _detail(work, row)


def sale_of_entry(work: Work, entry_id: int) -> SaleDetail | None:
    """Return the sale or return that an entry records, if it does."""
    row = work.db.execute(_BY_ENTRY, {"entry": entry_id}).first()
    return None if row is None else _detail(work, row)


def find_sale(work: Work, number: str) -> int:
    """Return the id of the sale of a ticket: `TX-00001-00000012`, or its bare `12`; also of a DX.

    Raises:
        SaleNotFoundError: there is none.
    """
    match = re.fullmatch(
        r"(?:([TD]X)-?(?:(\d{1,5})-)?)?(\d{1,8})", number.strip().upper(), re.ASCII
    )
    if match:
        prefix, point, digits = match.groups()
        series = _SERIES.get(prefix, VoucherKind.SALE)
        key = {"series": series, "at_point": int(point or POINT), "wanted": int(digits)}
        found: int | None = work.db.execute(_BY_NUMBER, key).scalar()
        if found is not None:
            return found
    raise SaleNotFoundError(field="number", number=number)


def list_sales(
    work: Work,
    *,
    session_id: int | None = None,
    client_id: int | None = None,
    search: str = "",
    before: int | None = None,
    limit: int = 100,
) -> list[SaleRow]:
    """Return sales and returns, newest first, older than the sale `before`.

    `search` is a ticket's number, or part of the client's name.
    """
    where: list[ColumnElement[bool]] = []
    if session_id is not None:
        where.append(sale.c.session_id == session_id)
    if client_id is not None:
        where.append(sale.c.client_id == client_id)
    if before is not None:
        where.append(sale.c.id < before)
    if search.strip():
        where.append(_matches(work, search))
    query = _SALES.where(*where).order_by(sale.c.id.desc()).limit(limit)
    rows = work.db.execute(query).all()
    ids = {"sales": [row.id for row in rows]}
    items = {row.sale_id: row.items for row in work.db.execute(_COUNTS, ids)}
    names: dict[int, list[str]] = {row.id: [] for row in rows}
    for paid in work.db.execute(_PAYMENTS, ids):
        names[paid.sale_id].append(METHOD_NAMES[paid.method])
    return [_row(row, names[row.id], items[row.id]) for row in rows]


def means_in_words(names: Iterable[str], on_account: Centavos) -> str:
    """Return by which means a sale was paid: `Efectivo + Cuenta corriente`."""
    account = [ON_ACCOUNT_NAME] if on_account else []
    return joined(" + ", dict.fromkeys([*names, *account]))


def _matches(work: Work, search: str) -> ColumnElement[bool]:
    try:
        return sale.c.id == find_sale(work, search)
    except SaleNotFoundError:
        named = [client.c.name_folded.contains(word) for word in fold(search).split()]
        return sale.c.client_id.in_(
            select(client.c.id).where(and_(true() if named else false(), *named))
        )


def _detail(work: Work, row: Row[*tuple[Any, ...]]) -> SaleDetail:
    lines = work.db.execute(_LINES, {"sale": row.id}).mappings()
    rebates = tuple(RebateRow(*each) for each in work.db.execute(_REBATES, {"sale": row.id}))
    off: Counter[int] = Counter()
    for each in rebates:
        off[each.line_id] += each.amount
    return SaleDetail(
        id=row.id,
        kind=row.kind,
        entry_id=row.entry_id,
        at=row.at,
        user=row.user,
        client_id=row.client_id,
        client=row.client or "",
        number=number_text(row.voucher_kind, row.point, row.number),
        voucher_id=row.voucher_id,
        total=row.total,
        on_account=row.on_account,
        payments=_payments(work, row),
        lines=tuple(SaleLineRow(**line, rebate=off[line["id"]]) for line in lines),
        session_id=row.session_id,
        voided=row.undone_by is not None,
        original_id=row.original_id,
        authorized_by=row.boss or "",
        authorization=row.authorization,
        rebates=rebates,
        points=sale_points(work, row.entry_id),
    )


def _payments(work: Work, row: Row[*tuple[Any, ...]]) -> tuple[SalePaymentRow, ...]:
    on_account = _paid_on_account(work, row.request_id)
    payments = []
    for paid in work.db.execute(_PAYMENTS, {"sales": [row.id]}):
        change = 0
        if paid.method is PaymentMethod.CASH:
            beyond = paid.tendered - paid.amount
            other = min(beyond, on_account[paid.account_id])
            on_account[paid.account_id] -= other
            change = beyond - other
        payments.append(SalePaymentRow(paid.method, paid.name, paid.amount, paid.tendered, change))
    return tuple(payments)


def _paid_on_account(work: Work, request_id: str) -> Counter[int]:
    """Return what came with a sale to be paid on account, by the account of its register."""
    found: Counter[int] = Counter()
    for number in count():
        entry = find_request(work, derived_id(request_id, number))
        if entry is None:
            break
        leg = entry.leg(AccountKind.REGISTER)
        found[leg.account_id] += leg.amount
    return found


def _row(row: Row[*tuple[Any, ...]], names: Sequence[str], items: int) -> SaleRow:
    return SaleRow(
        id=row.id,
        kind=row.kind,
        entry_id=row.entry_id,
        at=row.at,
        number=number_text(row.voucher_kind, row.point, row.number),
        voucher_id=row.voucher_id,
        client=row.client or "",
        user=row.user,
        total=row.total,
        on_account=row.on_account,
        means=means_in_words(names, row.on_account),
        items=items,
        voided=row.undone_by is not None,
    )
