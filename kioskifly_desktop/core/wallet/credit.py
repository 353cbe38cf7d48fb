"""What a client may still buy on account: the account enabled, the debt's limit and its age."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import AccountDisabledError, DebtLimitError, OverdueError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.wallet.allocation import disputed, frontier, overdue

if TYPE_CHECKING:
    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work


def check_credit(work: Work, client: Client, amount: Centavos) -> None:
    """Refuse a purchase of `amount` on account that the client's terms don't allow.

    The errors' field `missing` tells how many centavos must be paid before.

    Raises:
        AccountDisabledError: the client doesn't buy on account.
        OverdueError: part of the debt is older than the client's credit days.
        DebtLimitError: the debt would pass the client's limit.
    """
    if not client.account_enabled:
        raise AccountDisabledError(field="on_account", name=client.name)
    if client.credit_days is not None:
        oldest = frontier(work, client.account_id, client.balance)
        late = overdue(work, client.account_id, oldest, client.credit_days)
        if late is not None:
            raise OverdueError(
                field="on_account",
                name=client.name,
                overdue=format_money(late.amount),
                days=_days((work.today - late.since).days),
                credit_days=_days(client.credit_days),
                missing=late.amount,
            )
    if client.debt_limit is not None:
        counts = client.balance - disputed(work, client.account_id, client.balance)
        excess = counts + amount - client.debt_limit
        if excess > 0:
            raise DebtLimitError(
                field="on_account",
                name=client.name,
                excess=format_money(excess),
                missing=excess,
            )


def _days(count: int) -> str:
    return Phrase("1 día") if count == 1 else Phrase("{count} días", count=count)
