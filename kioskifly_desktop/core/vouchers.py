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
from kioskifly_desktop.core.papers import marked, operation_code
from kioskifly_desktop.core.prepared import Prepared
from kioskifly_desktop.core.schema import Choice, Instant, identifier, table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kioskifly_desktop.core.work import Work


class VoucherKind(StrEnum):
    """The numbered papers."""

    RECEIPT = "receipt"
    REVERSAL = "reversal"
    CLOSE = "close"
    SALE = "sale"
    VOID = "void"
    RETURN = "return"
    PRICE_UPDATE = "price_update"


POINT = 1
"""The counter's number within the shop. The letter X keeps the series apart from any fiscal one."""

_PREFIX = {
    VoucherKind.RECEIPT: "X",
    VoucherKind.REVERSAL: "AX",
    VoucherKind.CLOSE: "CX",
    VoucherKind.SALE: "TX",
    VoucherKind.VOID: "AVX",
    VoucherKind.RETURN: "DX",
    VoucherKind.PRICE_UPDATE: "PX",
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

_LAST = Prepared(
    select(func.max(voucher.c.number)).where(
        voucher.c.kind == bindparam("series"), voucher.c.point == POINT
    )
)
_ADD = Prepared(
    insert(voucher),
    *("kind", "point", "number", "entry_id", "client_id", "issued_at", "document"),
)
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
_ENTRY_OF = select(voucher.c.entry_id).where(voucher.c.id == bindparam("voucher"))
_REQUEST_OF = select(journal_entry.c.request_id).where(journal_entry.c.id == bindparam("entry"))

_CODE = re.compile(r"\d{6,15}-[0-9A-F]{4}")


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
    number = int(_LAST.scalar(work.db, {"series": kind}) or 0) + 1
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
    return Issued(_ADD.insert(work.db, row), text), document


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


def papers_missing(work: Work, papers: Sequence[str]) -> list[str]:
    """Return what is wrong with papers in somebody's hand, a Spanish sentence each.

    A paper is said by its number, with its operation's code after a space if wanted, or by the
    code alone: `X-00001-00000457 000457-7F3A`. The newest ones prove that nothing was cut off the
    end of the books.
    """
    return [wrong for said in papers if (wrong := _missing(work, said))]


def _missing(work: Work, said: str) -> str:
    words = [word for word in said.upper().split() if word != "OP."]
    codes = [word for word in words if _CODE.fullmatch(word)]
    numbers = [word for word in words if word not in codes]
    if len(codes) > 1 or len(numbers) > 1 or not words:
        return f"«{said}» no es el número de un comprobante."
    known = None
    if codes:
        known = _entry_of_code(work, codes[0])
        if known is None:
            return f"La operación {codes[0]} no está en el libro: faltan movimientos."
    if not numbers:
        return ""
    try:
        voucher_id = find_voucher(work, numbers[0])
    except VoucherNotFoundError:
        return f"El comprobante {numbers[0]} no está en el libro: faltan movimientos."
    if codes and work.db.execute(_ENTRY_OF, {"voucher": voucher_id}).scalar_one() != known:
        return f"El comprobante {numbers[0]} no es el de la operación {codes[0]}."
    return ""


def _entry_of_code(work: Work, code: str) -> int | None:
    """Return the entry whose paper bears an operation's code, if it is there."""
    entry_id = int(code.partition("-")[0])
    request_id = work.db.execute(_REQUEST_OF, {"entry": entry_id}).scalar()
    if request_id is None or operation_code(entry_id, request_id) != code:
        return None
    return entry_id


def find_voucher(work: Work, number: str) -> int:
    """Return the id of the voucher of a number: `X-00001-00000457`, or a receipt's bare `457`.

    Raises:
        VoucherNotFoundError: there is none.
    """
    match = re.fullmatch(
        r"(?:((?:[ACDPT]|AV)?X)-?(\d{1,5})-)?(\d{1,8})", number.strip().upper(), re.ASCII
    )
    if match:
        prefix, point, digits = match.groups()
        kind = next((k for k, p in _PREFIX.items() if p == prefix), VoucherKind.RECEIPT)
        key = {"series": kind, "at_point": int(point or POINT), "wanted": int(digits)}
        found: int | None = work.db.execute(_BY_NUMBER, key).scalar()
        if found is not None:
            return found
    raise VoucherNotFoundError(number=number)
