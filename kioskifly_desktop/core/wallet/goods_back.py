"""What becomes of a debt whose goods come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, insert, or_, select

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.clients.merged import client_merge
from kioskifly_desktop.core.errors.debts import DisputeSettledError
from kioskifly_desktop.core.ledger import (
    AccountKind,
    EntryKind,
    journal_entry,
    post,
    system_account,
)
from kioskifly_desktop.core.wallet.goods import STANDING_UPDATE
from kioskifly_desktop.core.wallet.tables import (
    debit_change,
    dispute,
    dispute_end,
    price_update_line,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_ADDED = select(
    func.coalesce(func.sum(price_update_line.c.value - price_update_line.c.written), 0)
).where(price_update_line.c.sale_line_id == bindparam("line"), STANDING_UPDATE)
_IS_UPDATED = (
    select(price_update_line.c.id)
    .where(price_update_line.c.debit_entry_id == bindparam("entry"), STANDING_UPDATE)
    .limit(1)
)
_UNDOING = journal_entry.alias("undoing")
_TAKEN_OFF = (
    select(dispute_end.c.id)
    .join(dispute, dispute.c.id == dispute_end.c.dispute_id)
    .where(
        dispute_end.c.entry_id.is_not(None),
        ~select(_UNDOING.c.id).where(_UNDOING.c.reverses == dispute_end.c.entry_id).exists(),
        or_(
            dispute.c.entry_id == bindparam("entry"),
            dispute.c.entry_id.in_(
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
    debit = None if merged else sale_entry_id
    row = {"entry_id": posted.entry_id, "debit_entry_id": debit, "price": 0}
    work.db.execute(
        _ADD_LINE,
        [
            row | {"sale_line_id": line_id, "written": max(back, 0), "value": max(-back, 0)}
            for line_id, back in lines
        ],
    )
    if not merged:
        settle_own_debt(work, posted.entry_id, sale_entry_id, total)
    return total


def check_still_owed(work: Work, entry_id: int) -> None:
    """Refuse what a settled dispute took off the debt: undoing it would take it off again.

    `entry_id` is of a debit, or of an update of prices.

    Raises:
        DisputeSettledError: it did.
    """
    if work.db.execute(_TAKEN_OFF, {"entry": entry_id}).first():
        raise DisputeSettledError


def is_updated(work: Work, sale_entry_id: int) -> bool:
    """Tell whether the debt of a sale stands at later prices."""
    return work.db.execute(_IS_UPDATED, {"entry": sale_entry_id}).first() is not None


def _part(amount: Centavos, part: Centavos, whole: Centavos) -> Centavos:
    """Return a part of an amount; the last part takes what is left."""
    if not whole:
        return 0
    sign = -1 if amount < 0 else 1
    return sign * ((2 * abs(amount) * part + whole) // (2 * whole))
