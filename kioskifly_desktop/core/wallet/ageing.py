"""How old what clients owe is, by the age of the purchases still unpaid.

The Centro de Almaceneros de Córdoba counts as *moroso* what is unpaid after the 10th of the month
that follows the purchase, and as *incobrable* what is unpaid 60 days later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, case, func, select

from kioskifly_desktop.core.clients.tables import client
from kioskifly_desktop.core.ledger import AccountKind, account, journal_entry, posting
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.wallet.allocation import (
    NET,
    debits,
    disputed_of,
    frontier,
    oldest_owed,
    overdue,
)

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import ColumnElement, Row, Select

    from kioskifly_desktop.core.clients import Client
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_LAST_DAY = 10
_LOST_AFTER = timedelta(days=60)


class Age(StrEnum):
    """How old a debt is."""

    CURRENT = "current"
    LATE = "late"
    LOST = "lost"


AGE_NAMES = {
    Age.CURRENT: Phrase("Al día"),
    Age.LATE: Phrase("Moroso"),
    Age.LOST: Phrase("Incobrable"),
}


@dataclass(frozen=True, slots=True)
class DebtAge:
    """What a client owes, divided by age; `since` is the day of the oldest purchase unpaid.

    `balance` is without what is in dispute.
    """

    client_id: int
    name: str
    phone: str
    balance: Centavos
    current: Centavos
    late: Centavos
    lost: Centavos
    since: date
    accepts_messages: bool

    @property
    def age(self) -> Age:
        """The age of the oldest part."""
        return Age.LOST if self.lost else Age.LATE if self.late else Age.CURRENT


_OWED = account.c.balance - disputed_of(account.c.id)
_OLDEST = oldest_owed(account.c.id, _OWED)
_DEBTORS = (
    select(
        client.c.id,
        client.c.name,
        client.c.phone,
        client.c.accepts_messages,
        client.c.account_id,
        _OWED.label("balance"),
        _OLDEST.with_only_columns(_OLDEST.selected_columns.id).scalar_subquery().label("oldest"),
    )
    .join(account, account.c.id == client.c.account_id)
    .where(
        account.c.kind == AccountKind.CLIENT,
        account.c.balance > 0,
        _OWED > 0,
        client.c.archived == False,  # noqa: E712 - SQL
    )
)


def _with_ages(debtors: Select[Any]) -> Select[Any]:
    # Kept apart: the oldest debit is looked for once, and older ones are not read again.
    debtor = debtors.cte("debtor").prefix_with("MATERIALIZED")
    day = journal_entry.c.business_date

    def older(than: str) -> ColumnElement[Centavos]:
        return func.coalesce(func.sum(NET).filter(day < bindparam(than)), 0)

    return (
        debits(debtor.c.account_id)
        .with_only_columns(
            *(each for each in debtor.c if each.name not in {"account_id", "oldest"}),
            func.sum(NET).label("debits"),
            older("current_from").label("late"),
            older("late_from").label("lost"),
            func.min(case((posting.c.id == debtor.c.oldest, day)), type_=day.type).label("first"),
            func.min(day, type_=day.type).label("since"),
        )
        .where(posting.c.id >= debtor.c.oldest)
        .group_by(debtor.c.id)
    )


_OWING = _with_ages(_DEBTORS)
_OF_CLIENT = _with_ages(_DEBTORS.where(client.c.id == bindparam("client")))


def first_current_day(today: date) -> date:
    """Return the first day whose purchases are not late yet."""
    first = today.replace(day=1)
    return first if today.day > _LAST_DAY else (first - timedelta(days=1)).replace(day=1)


def debts_by_age(work: Work) -> list[DebtAge]:
    """Return what each client owes, the oldest debt first."""
    found = [_age(work, row) for row in work.db.execute(_OWING, _days(work))]
    return sorted(found, key=lambda debt: (debt.since, -debt.balance, debt.client_id))


def age_of_debt(work: Work, client_id: int) -> DebtAge | None:
    """Return what a client owes by age; None where nothing is owed, or the client is retired."""
    row = work.db.execute(_OF_CLIENT, _days(work) | {"client": client_id}).first()
    return None if row is None else _age(work, row)


def is_overdue(work: Work, owner: Client) -> bool:
    """Tell whether part of a debt is past the client's credit days or, without them, late."""
    oldest = frontier(work, owner.account_id, owner.balance)
    if owner.credit_days is not None:
        return overdue(work, owner.account_id, oldest, owner.credit_days) is not None
    return oldest is not None and oldest.since < first_current_day(work.today)


def _days(work: Work) -> dict[str, date]:
    """Return the first day whose purchases are not late, and the first whose are not lost."""
    return {
        "current_from": first_current_day(work.today),
        "late_from": first_current_day(work.today - _LOST_AFTER),
    }


def _age(work: Work, row: Row[*tuple[Any, ...]]) -> DebtAge:
    # Of the oldest debit, part may be paid.
    days = _days(work)
    paid = row.debits - row.balance
    late = row.late - (paid if row.first < days["current_from"] else 0)
    lost = row.lost - (paid if row.first < days["late_from"] else 0)
    return DebtAge(
        client_id=row.id,
        name=row.name,
        phone=row.phone,
        balance=row.balance,
        current=row.balance - late,
        late=late - lost,
        lost=lost,
        since=row.since,
        accepts_messages=row.accepts_messages,
    )
