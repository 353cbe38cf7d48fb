"""Numbered papers: each kind its own series without gaps, frozen when issued."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Text,
    UniqueConstraint,
    bindparam,
    func,
    insert,
    select,
)

from kioskifly_desktop.core.documents import Document
from kioskifly_desktop.core.errors import VoucherNotFoundError
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.papers import marked
from kioskifly_desktop.core.schema import Choice, Instant, identifier, insert_row, table

if TYPE_CHECKING:
    from collections.abc import Callable

    from kioskifly_desktop.core.work import Work


class VoucherKind(StrEnum):
    """The numbered papers."""

    RECEIPT = "receipt"
    REVERSAL = "reversal"
    CLOSE = "close"
    SALE = "sale"
    VOID = "void"
    RETURN = "return"


POINT = 1
"""The counter's number within the shop. The letter X keeps the series apart from any fiscal one."""

_PREFIX = {
    VoucherKind.RECEIPT: "X",
    VoucherKind.REVERSAL: "AX",
    VoucherKind.CLOSE: "CX",
    VoucherKind.SALE: "TX",
    VoucherKind.VOID: "AVX",
    VoucherKind.RETURN: "DX",
}

voucher = table(
    "voucher",
    identifier(),
    Column("kind", Choice(VoucherKind), nullable=False),
    Column("point", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("entry_id", Integer, ForeignKey("journal_entry.id"), nullable=False, unique=True),
    Column("client_id", Integer, ForeignKey("client.id")),
    Column("issued_at", Instant, nullable=False),
    Column("document", Text, nullable=False),
    UniqueConstraint("kind", "point", "number"),
)
Index("ix_voucher_client_id_id", voucher.c.client_id, voucher.c.id)

_LAST = select(func.max(voucher.c.number)).where(
    voucher.c.kind == bindparam("series"), voucher.c.point == POINT
)
_ADD = insert(voucher)
_BY_ID = (
    select(voucher.c.document, journal_entry.c.at.label("undone_at"))
    .outerjoin(journal_entry, journal_entry.c.reverses == voucher.c.entry_id)
    .where(voucher.c.id == bindparam("voucher"))
)
_BY_ENTRY = select(voucher.c.id, voucher.c.kind, voucher.c.point, voucher.c.number).where(
    voucher.c.entry_id == bindparam("entry")
)
_BY_NUMBER = select(voucher.c.id).where(
    voucher.c.kind == bindparam("series"),
    voucher.c.point == bindparam("at_point"),
    voucher.c.number == bindparam("wanted"),
)


@dataclass(frozen=True, slots=True)
class Issued:
    """A voucher just issued, or found again."""

    id: int
    number: str


def number_text(kind: VoucherKind, point: int, number: int) -> str:
    """Return a voucher's number as printed: `X-00001-00000457`."""
    return f"{_PREFIX[kind]}-{point:05d}-{number:08d}"


def issue(
    work: Work,
    kind: VoucherKind,
    *,
    entry_id: int,
    client_id: int | None,
    build: Callable[[str], Document],
) -> tuple[Issued, Document]:
    """Number and freeze the paper of an entry; `build` receives the number.

    Writes: voucher.
    """
    number = int(work.db.execute(_LAST, {"series": kind}).scalar() or 0) + 1
    text = number_text(kind, POINT, number)
    document = build(text)
    row = {
        "kind": kind,
        "point": POINT,
        "number": number,
        "entry_id": entry_id,
        "client_id": client_id,
        "issued_at": work.now,
        "document": document.to_json(),
    }
    return Issued(insert_row(work.db, _ADD, row), text), document


def voucher_document(work: Work, voucher_id: int) -> Document:
    """Return a voucher's frozen document; one that was undone says `ANULADO` and when.

    Raises:
        VoucherNotFoundError: there is none.
    """
    row = work.db.execute(_BY_ID, {"voucher": voucher_id}).first()
    if row is None:
        raise VoucherNotFoundError(number=voucher_id)
    document = Document.from_json(row.document)
    return marked(document, "ANULADO", 0, row.undone_at) if row.undone_at else document


def voucher_of_entry(work: Work, entry_id: int) -> Issued | None:
    """Return the voucher issued with an entry, if any was."""
    row = work.db.execute(_BY_ENTRY, {"entry": entry_id}).first()
    return Issued(row.id, number_text(row.kind, row.point, row.number)) if row else None


def find_voucher(work: Work, number: str) -> int:
    """Return the id of the voucher of a number: `X-00001-00000457`, or a receipt's bare `457`.

    Raises:
        VoucherNotFoundError: there is none.
    """
    match = re.fullmatch(
        r"(?:((?:[ACDT]|AV)?X)-?(\d{1,5})-)?(\d{1,8})", number.strip().upper(), re.ASCII
    )
    if match:
        prefix, point, digits = match.groups()
        kind = next((k for k, p in _PREFIX.items() if p == prefix), VoucherKind.RECEIPT)
        key = {"series": kind, "at_point": int(point or POINT), "wanted": int(digits)}
        found: int | None = work.db.execute(_BY_NUMBER, key).scalar()
        if found is not None:
            return found
    raise VoucherNotFoundError(number=number)
