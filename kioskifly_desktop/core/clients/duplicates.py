"""Clients who may be the same person: one number, one phone, or names that read alike."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from kioskifly_desktop.core.clients.tables import client
from kioskifly_desktop.core.fiscal import DocumentType
from kioskifly_desktop.core.ledger import account
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

_SUBSCRIBER_DIGITS = 7
"""The end of a phone that tells it from another, whatever its prefixes."""
_LOCAL_DIGITS = 6
_MOST_IN_GROUP = 12
"""What more clients share, as a number made up to fill the field, says nothing."""
_ALIKE = 0.86
_SHORTEST = 6
_TAX_TYPES = (DocumentType.CUIT, DocumentType.CUIL, DocumentType.CDI)


class Sign(StrEnum):
    """What makes two clients look like one."""

    DOCUMENT = "document"
    PHONE = "phone"
    NAME = "name"


SIGN_NAMES = {
    Sign.DOCUMENT: Phrase("Mismo documento"),
    Sign.PHONE: Phrase("Mismo teléfono"),
    Sign.NAME: Phrase("Nombre parecido"),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A client who may be another one."""

    id: int
    name: str
    document_type: DocumentType
    document_number: str
    phone: str
    balance: Centavos
    has_moved: bool


@dataclass(frozen=True, slots=True)
class Alike:
    """Two clients who may be one, the surest sign first; `one` came before."""

    one: Candidate
    other: Candidate
    signs: tuple[Sign, ...]


_LIST = (
    select(
        client.c.id,
        client.c.name,
        client.c.name_folded,
        client.c.document_type,
        client.c.document_number,
        client.c.phone,
        account.c.balance,
        account.c.last_entry_id,
    )
    .join(account, account.c.id == client.c.account_id)
    .where(client.c.archived == False)  # noqa: E712 - SQL
    .order_by(client.c.id)
)


def find_duplicates(work: Work, limit: int = 200) -> list[Alike]:
    """Return the clients in use who may be the same, the surest first.

    Two with different documents of one kind are not: parents and children share names and phones.
    """
    found: dict[int, Candidate] = {}
    names: dict[int, str] = {}
    for row in work.db.execute(_LIST):
        found[row.id] = Candidate(
            id=row.id,
            name=row.name,
            document_type=DocumentType(row.document_type),
            document_number=row.document_number,
            phone=row.phone,
            balance=row.balance,
            has_moved=row.last_entry_id is not None,
        )
        names[row.id] = " ".join(sorted(row.name_folded.split()))
    signs: defaultdict[tuple[int, int], list[Sign]] = defaultdict(list)
    people = found.values()
    for sign, pairs in (
        (Sign.DOCUMENT, _sharing((_identity(each), each.id) for each in people)),
        (Sign.PHONE, _sharing((_phone_end(each.phone), each.id) for each in people)),
        (Sign.NAME, _alike_names(names)),
    ):
        for pair in pairs:
            if sign not in signs[pair]:
                signs[pair].append(sign)
    alike = [
        Alike(found[one], found[other], tuple(why))
        for (one, other), why in signs.items()
        if not _differ(found[one], found[other])
    ]
    order = list(Sign)
    alike.sort(key=lambda pair: (order.index(pair.signs[0]), -len(pair.signs)))
    return alike[:limit]


def _identity(each: Candidate) -> str:
    """Return the number of a person, who may have given a DNI once and a CUIL later."""
    number = each.document_number
    return number[2:10].lstrip("0") if each.document_type in _TAX_TYPES else number


def _phone_end(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    return digits[-_SUBSCRIBER_DIGITS:] if len(digits) >= _LOCAL_DIGITS else ""


def _sharing(keys: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for key, client_id in keys:
        if key:
            groups[key].append(client_id)
    for ids in groups.values():
        if len(ids) <= _MOST_IN_GROUP:
            for position, one in enumerate(ids):
                yield from ((one, other) for other in ids[position + 1 :])


def _alike_names(names: dict[int, str]) -> Iterator[tuple[int, int]]:
    """Give the pairs whose names, their words in any order, read alike."""
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    for client_id, name in names.items():
        if len(name) < _SHORTEST:
            continue
        blocks[name].add(client_id)
        # Two names with a slip of the pen still share their start or their end.
        for part in (f"<{name[:5]}{len(name) // 3}", f">{name[-5:]}{len(name) // 3}"):
            blocks[part].add(client_id)
    seen: set[tuple[int, int]] = set()
    for ids in blocks.values():
        if len(ids) > _MOST_IN_GROUP:
            continue
        ordered = sorted(ids)
        for position, one in enumerate(ordered):
            for other in ordered[position + 1 :]:
                if (one, other) not in seen and _read_alike(names[one], names[other]):
                    yield one, other
                seen.add((one, other))


def _read_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _differ(one: Candidate, other: Candidate) -> bool:
    first, second = _identity(one), _identity(other)
    return bool(first and second and first != second)
