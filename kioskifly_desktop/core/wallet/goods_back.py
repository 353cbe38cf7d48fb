"""What becomes of a debt whose goods come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, column, func, insert, or_, select
from sqlalchemy import table as light_table

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.clients.merged import client_merge
from kioskifly_desktop.core.errors.debts import DisputeSettledError, GivenUpError
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    account,
    journal_entry,
    post,
    posting,
    system_account,
)
from kioskifly_desktop.core.wallet.goods import STANDING_UPDATE
from kioskifly_desktop.core.wallet.tables import (
    debit_change,
    price_update_line,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_ADDED = select(
    func.coalesce(func.sum(price_update_line.c.value - price_update_line.c.written), 0)
).where(price_update_line.c.sale_line_id == bindparam("line"), STANDING_UPDATE)
# The tables of sales belong to a feature above this one.
_SALE = light_table("sale", column("id"), column("entry_id"))
_SALE_LINE = light_table("sale_line", column("id"), column("sale_id"))
_IS_UPDATED = (
    select(price_update_line.c.id)
    .join(_SALE_LINE, _SALE_LINE.c.id == price_update_line.c.sale_line_id)
    .join(_SALE, _SALE.c.id == _SALE_LINE.c.sale_id)
    .where(_SALE.c.entry_id == bindparam("entry"), STANDING_UPDATE)
    .limit(1)
)
_UNDOING = journal_entry.alias("undoing")
_BOUGHT, _GONE = posting.alias("bought"), posting.alias("gone")
_SOLD, _MERGE = journal_entry.alias("sold"), journal_entry.alias("merge")
# Of who was merged, what was owed of each day went over by an entry of that day.
_WENT_OVER = (
    select(_GONE.c.entry_id)
    .select_from(_BOUGHT)
    .join(_SOLD, _SOLD.c.id == _BOUGHT.c.entry_id)
    .join(account, account.c.id == _BOUGHT.c.account_id)
    .join(_GONE, _GONE.c.account_id == account.c.id)
    .join(_MERGE, _MERGE.c.id == _GONE.c.entry_id)
    .where(
        _BOUGHT.c.entry_id == bindparam("entry"),
        account.c.kind == AccountKind.CLIENT,
        _GONE.c.amount < 0,
        _MERGE.c.kind == EntryKind.MERGE,
        _MERGE.c.business_date == _SOLD.c.business_date,
    )
)
_CAME = (
    select(posting.c.entry_id)
    .where(posting.c.entry_id.in_(_WENT_OVER), posting.c.account_id == bindparam("account"))
    .limit(1)
)
_TAKEN_OFF = (
    select(journal_entry.c.kind)
    .join(debit_change, debit_change.c.entry_id == journal_entry.c.id)
    .where(
        journal_entry.c.kind.in_((EntryKind.ADJUSTMENT, EntryKind.WRITE_OFF)),
        ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == journal_entry.c.id).exists(),
        or_(
            debit_change.c.debit_entry_id == bindparam("entry"),
            debit_change.c.debit_entry_id.in_(_WENT_OVER),
            debit_change.c.debit_entry_id.in_(
                select(price_update_line.c.debit_entry_id).where(
                    price_update_line.c.entry_id == bindparam("entry")
                )
            ),
        ),
    )
    .limit(1)
)
_ACCOUNT = select(client.c.account_id).where(client.c.id == bindparam("client"))
_KEPT = select(client_merge.c.kept_id).where(client_merge.c.merged_id == bindparam("client"))
_ADD_LINE, _ADD_CHANGE = insert(price_update_line), insert(debit_change)


def settle_own_debt(work: Work, entry_id: int, sale_entry_id: int, amount: Centavos) -> None:
    """Let what is credited for goods settle the debt that they made, before any older one.

    Writes: debit_change.
    """
    change = {"entry_id": entry_id, "debit_entry_id": sale_entry_id, "amount": -amount}
    work.db.execute(_ADD_CHANGE, change)


def undo_updates(
    work: Work,
    request_id: str,
    sale_entry_id: int,
    client_id: int,
    refunds: Sequence[tuple[int, Centavos, Centavos]],
) -> Centavos:
    """Take back what updates of prices added to goods that return, or took off them: return it.

    `refunds` are (line, what is given back of it, what was left of it).

    Writes: journal_entry, posting, account, price_update_line, debit_change.
    """
    lines = []
    for line_id, refund, left in refunds:
        added = int(work.db.execute(_ADDED, {"line": line_id}).scalar_one())
        back = _part(added, refund, left)
        if back:
            lines.append((line_id, back))
    total = sum(back for _, back in lines)
    if not total:
        return 0
    owner_id, merged = client_id, False
    while (kept := work.db.execute(_KEPT, {"client": owner_id}).scalar()) is not None:
        owner_id, merged = kept, True
    account_id = work.db.execute(_ACCOUNT, {"client": owner_id}).scalar_one()
    counterpart = system_account(work, AccountKind.PRICE_UPDATES)
    posted = post(
        work,
        request_id=request_id,
        kind=EntryKind.PRICE_UPDATE,
        postings=[(account_id, -total), (counterpart, total)],
        memo="De lo devuelto",
    )
    debit: int | None = sale_entry_id
    if merged:
        key = {"entry": sale_entry_id, "account": account_id}
        debit = work.db.execute(_CAME, key).scalar()
    row = {"entry_id": posted.entry_id, "debit_entry_id": debit, "price": 0}
    work.db.execute(
        _ADD_LINE,
        [
            row | {"sale_line_id": line_id, "written": max(back, 0), "value": max(-back, 0)}
            for line_id, back in lines
        ],
    )
    if debit is not None:
        settle_own_debt(work, posted.entry_id, debit, total)
    return total


def check_still_owed(work: Work, entry_id: int) -> None:
    """Refuse what a dispute or a write-off took off the debt: undoing it would do that again.

    `entry_id` is of a debit, or of an update of prices.

    Raises:
        DisputeSettledError, GivenUpError: one of them did.
    """
    kind = work.db.execute(_TAKEN_OFF, {"entry": entry_id}).scalar()
    if kind is not None:
        raise GivenUpError if kind is EntryKind.WRITE_OFF else DisputeSettledError


def is_updated(work: Work, sale_entry_id: int) -> bool:
    """Tell whether the debt of a sale stands at later prices."""
    return work.db.execute(_IS_UPDATED, {"entry": sale_entry_id}).first() is not None


def _part(amount: Centavos, part: Centavos, whole: Centavos) -> Centavos:
    """Return a part of an amount; the last part takes what is left."""
    if not whole:
        return 0
    sign = -1 if amount < 0 else 1
    return sign * ((2 * abs(amount) * part + whole) // (2 * whole))
