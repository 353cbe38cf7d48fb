"""The paper notebook, a line after another: who, how much, since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.clients import ClientRequest, add_client, client, get_client
from kioskifly_desktop.core.ledger import AccountKind, EntryKind, find_request
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.wallet import OpeningRequest, open_balance

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_NOTE = "Del cuaderno"


@dataclass(frozen=True, slots=True)
class NotebookLine:
    """A line of the notebook: of a client, or of a name nobody has yet. `amount` is owed."""

    request_id: str
    name: str
    amount: Centavos
    day: date | None = None
    client_id: int | None = None


@dataclass(frozen=True, slots=True)
class NotebookDone:
    """What a line left behind."""

    entry_id: int
    client_id: int
    name: str
    balance: Centavos
    added: bool


def pass_line(work: Work, line: NotebookLine) -> NotebookDone:
    """Note a debt of the notebook, adding its client if need be.

    A repeated `request_id` changes nothing and returns the first result.

    Raises:
        NotAllowedError: the person may not.
        ShopError: of the name, the amount or the day, named in `field`; or the plan's limit.
    """
    work.require(Permission.IMPORT)
    client_id, added = line.client_id, False
    done = find_request(work, line.request_id)
    if done is not None and client_id is None and done.kind is EntryKind.OPENING:
        owner = client.c.account_id == done.leg(AccountKind.CLIENT).account_id
        client_id = work.db.execute(select(client.c.id).where(owner)).scalar_one()
    if client_id is None:
        client_id, added = add_client(work, ClientRequest(line.name)), True
    opened = open_balance(
        work, OpeningRequest(line.request_id, client_id, line.amount, line.day, _NOTE)
    )
    name = get_client(work, client_id).name
    return NotebookDone(opened.entry_id, client_id, name, opened.client_balance, added)
