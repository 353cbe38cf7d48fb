"""Clients from a file, with what they owed before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.audit import AuditKind, record
from kioskifly_desktop.core.clients import (
    ClientRequest,
    add_clients,
    checked_values,
    client,
    document_holders,
)
from kioskifly_desktop.core.errors import (
    AlreadyThereError,
    ArchivedRowError,
    RowAgainError,
    ShopError,
)
from kioskifly_desktop.core.es_ar import fold, parse_percent
from kioskifly_desktop.core.fiscal import (
    RULES,
    DocumentType,
    FiscalCondition,
    condition_from_text,
    document_type_from_text,
)
from kioskifly_desktop.core.imports.fields import ImportKind
from kioskifly_desktop.core.imports.plan import (
    BATCH,
    ImportDone,
    ImportPlan,
    Problem,
    no_progress,
    parsed,
    problem_of,
    rows_read,
)
from kioskifly_desktop.core.imports.values import (
    amount_of,
    day_of,
    signed_amount,
    whole_of,
    yes_or_no,
)
from kioskifly_desktop.core.ledger import Draft
from kioskifly_desktop.core.methods import method_from_text
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.plan import Limit, limit_missing, require_room
from kioskifly_desktop.core.wallet import check_opening, open_balances

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kioskifly_desktop.core.imports.mapping import Mapping
    from kioskifly_desktop.core.imports.plan import Progress
    from kioskifly_desktop.core.imports.table import Table, TableRow
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_NOTE = "Importación"
_TAX_DIGITS = 11
_COMPANY_PREFIXES = ("30", "33", "34")
_IN_THE_CELL = re.compile(r"(?i)^\s*(DNI|CUIT|CUIL|CDI|LE|LC|pasaporte)\b[\s:.n°º]*(?=\S)")


@dataclass(frozen=True, slots=True)
class ClientReady:
    """A client to add; `balance` above zero is owed, since `day` or today."""

    line: int
    request: ClientRequest
    balance: Centavos
    day: date | None
    key: str | None


def plan_clients(
    work: Work, table: Table, mapping: Mapping, progress: Progress = no_progress
) -> ImportPlan[ClientReady]:
    """Return which rows can be brought in as clients, and why the others can't.

    Raises:
        NameColumnError: no column is the name.
        ImportCancelledError: by `progress`.
    """

    def read(row: TableRow, cells: dict[str, str]) -> ClientReady:
        return _read(work, row, cells)

    kind = ImportKind.CLIENTS
    ready, problems = rows_read(table, mapping, read, kind=kind, progress=progress)
    fresh, repeated = _apart(work, ready)
    problems = sorted([*problems, *repeated], key=lambda problem: problem.line)
    refusal = limit_missing(work, Limit.CLIENTS, len(fresh)) if fresh else ""
    return ImportPlan(kind, fresh, problems, refusal)


def import_clients(
    work: Work, plan: ImportPlan[ClientReady], import_id: str, progress: Progress = no_progress
) -> ImportDone:
    """Add the clients that are ready, each with an entry of what was owed; all of them or none.

    Raises:
        NotAllowedError: the person may not.
        PlanLimitError: the plan admits fewer.
        ImportCancelledError: by `progress`.
        ShopError: what was ready no longer is.
    """
    work.require(Permission.IMPORT)
    total = len(plan.ready)
    require_room(work, Limit.CLIENTS, total)
    for start in range(0, total, BATCH):
        progress(start, total)
        batch = plan.ready[start : start + BATCH]
        added = add_clients(work, [each.request for each in batch])
        drafts = [
            Draft(f"{import_id}:{each.line}", new.account_id, each.balance, each.day)
            for each, new in zip(batch, added, strict=True)
            if each.balance
        ]
        open_balances(work, drafts, _NOTE)
    record(work, AuditKind.IMPORT, "Clientes", f"{total} agregado{'s' * (total != 1)}")
    progress(total, total)
    return ImportDone(total, len(plan.problems))


def _read(work: Work, row: TableRow, cells: dict[str, str]) -> ClientReady:
    if parsed(cells, "archived", yes_or_no, default=False):
        raise ArchivedRowError(field="archived")
    typed = parsed(cells, "condition", condition_from_text, None)
    condition = FiscalCondition.FINAL_CONSUMER if typed is None else typed
    document_type, number = _document(cells, condition)
    balance = parsed(cells, "balance", signed_amount, 0)
    day = parsed(cells, "day", day_of, None)
    request = ClientRequest(
        name=" ".join(filter(None, (cells.get("name", ""), cells.get("surname", "")))),
        condition=condition,
        document_type=document_type,
        document_number=number,
        birthday=parsed(cells, "birthday", day_of, None),
        address=cells.get("address", ""),
        phone=cells.get("phone", ""),
        email=cells.get("email", ""),
        notes=cells.get("notes", ""),
        preferred_method=parsed(cells, "method", method_from_text, None),
        debt_limit=parsed(cells, "debt_limit", amount_of, None),
        credit_days=parsed(cells, "credit_days", whole_of, None),
        account_enabled=parsed(cells, "account_enabled", yes_or_no, default=True),
        discount=parsed(cells, "discount", parse_percent, 0),
        accepts_messages=parsed(cells, "accepts_messages", yes_or_no, default=True),
    )
    values = checked_values(work, request)
    if balance:
        check_opening(work, balance, day)
    return ClientReady(row.line, request, balance, day, values["document_key"])


def _document(cells: dict[str, str], condition: FiscalCondition) -> tuple[DocumentType, str]:
    """Return the type and the number that the cells say, the type by its digits if they don't."""
    number = cells.get("document", "")
    kind = parsed(cells, "document_type", document_type_from_text, None)
    if match := _IN_THE_CELL.match(number):
        number = number[match.end() :]
        kind = kind or document_type_from_text(match[1])
    if kind is not None:
        return kind, number
    if not number:
        return DocumentType.NONE, ""
    digits = re.sub(r"\D", "", number)
    accepted = RULES[condition].accepted
    if len(digits) == _TAX_DIGITS:
        company = digits.startswith(_COMPANY_PREFIXES) or DocumentType.CUIL not in accepted
        return DocumentType.CUIT if company else DocumentType.CUIL, number
    return accepted[0], number


def _apart(work: Work, ready: Sequence[ClientReady]) -> tuple[list[ClientReady], list[Problem]]:
    """Return the rows that are new, and why the others are not."""
    fresh: list[ClientReady] = []
    problems: list[Problem] = []
    lines: dict[str, int] = {}
    known, names = _known(work)
    for batch in _batches(ready):
        holders = document_holders(work, (each.key for each in batch))
        for each in batch:
            error: ShopError | None = holders.get(each.key or "")
            own = _identity(each)
            if error is None and own in lines:
                what = (
                    Phrase("es el mismo documento") if each.key else Phrase("es el mismo cliente")
                )
                error = RowAgainError(line=lines[own], what=what)
            # With a debt, whose telephone was put right since would owe it twice.
            again = own in known or (each.balance and fold(each.request.name) in names)
            if error is None and not each.key and again:
                error = AlreadyThereError(field="name", name=" ".join(each.request.name.split()))
            if error is None:
                lines[own] = each.line
                fresh.append(each)
            else:
                problems.append(problem_of(each.line, error, ImportKind.CLIENTS))
    return fresh, problems


def _identity(each: ClientReady) -> str:
    """Return what tells a client from another: the document, else the name and the phone."""
    return each.key or _name_and_phone(fold(each.request.name), each.request.phone)


def _name_and_phone(folded: str, phone: str) -> str:
    return f"{folded}/{re.sub(r'[^0-9]', '', phone)}"


def _known(work: Work) -> tuple[set[str], set[str]]:
    """Return the clients there are by name and phone, and by name alone."""
    rows = work.db.execute(select(client.c.name_folded, client.c.phone)).all()
    return {_name_and_phone(*row) for row in rows}, {row.name_folded for row in rows}


def _batches(ready: Sequence[ClientReady]) -> Iterator[Sequence[ClientReady]]:
    for start in range(0, len(ready), BATCH):
        yield ready[start : start + BATCH]
