"""What papers share: head and tail, the client, how a balance is called.

The letter X and its legend: RG (AFIP) 1415, Anexo IV A.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kioskifly_desktop.core.documents import (
    Block,
    Document,
    DocumentKind,
    Pair,
    Rule,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import format_datetime, format_money
from kioskifly_desktop.core.fiscal import DocumentType, format_document
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.settings import ShopProfile

ANCHOR = "Control del libro"
LEGEND = "DOCUMENTO NO VÁLIDO COMO FACTURA"

_TYPED = ("Nota: ", "Motivo: ")
_NOTHING = "---"
_MARK = re.compile(r" \(cta\. (\d{5,})\)")


@dataclass(frozen=True, slots=True)
class Party:
    """The client as the paper names them."""

    id: int
    name: str
    document_type: DocumentType
    document_number: str


@dataclass(frozen=True, slots=True)
class Issue:
    """When and by whom a paper is issued, and the entry it proves."""

    at: datetime
    user: str
    entry_id: int = 0
    request_id: str = ""


def marked(document: Document, word: str, count: int, at: datetime) -> Document:
    """Return a copy that says under its title `REIMPRESIÓN 1 - 22/11/2026 11:02`."""
    times = f" {count}" if count else ""
    return _under_its_title(document, f"{word}{times} - {format_datetime(at)}")


def duplicate(document: Document) -> Document:
    """Return the copy that the shop keeps."""
    copy = _under_its_title(document, "DUPLICADO")
    return replace(copy, title=Phrase("{title} (duplicado)", title=document.title))


def _under_its_title(document: Document, words: str) -> Document:
    mark = Text(words, align="center", style=Style.BOLD)
    blocks = list(document.blocks)
    legend = next((i for i, b in enumerate(blocks) if isinstance(b, Text) and b.text == LEGEND), -1)
    blocks.insert(legend + 1, mark)
    return replace(document, blocks=tuple(blocks))


def last_mark(document: Document, word: str) -> int:
    """Return the highest number that a document is marked with, 0 if it has no mark."""
    marks = [b.text.split() for b in document.blocks if isinstance(b, Text)]
    return max(
        (int(m[1]) for m in marks if m[:1] == [word] and "".join(m[1:2]).isdecimal()), default=0
    )


def operation_code(entry_id: int, request_id: str) -> str:
    """Return the short code by which a person spots a duplicate: `000457-7F3A`."""
    digest = hashlib.sha256(request_id.encode()).hexdigest()[:4].upper()
    return f"{entry_id:06d}-{digest}"


def paper(
    profile: ShopProfile, kind: DocumentKind, title: str, number: str, body: Sequence[Block]
) -> Document:
    """Return a paper of a kind: the shop's head, the title with its letter, the body."""
    letter = "" if kind in {DocumentKind.STATEMENT, DocumentKind.X_REPORT} else "  X"
    head: list[Block] = [
        Text(profile.name, align="center", style=Style.TITLE),
        *(Text(line, align="center") for line in _shop_lines(profile)),
        Rule("="),
        Text(title.upper() + letter, align="center", style=Style.BOLD),
        Text(LEGEND, align="center"),
        *([Pair("N°", number)] if number else []),
    ]
    return Document(kind, title, number, (*head, *body))


def _shop_lines(profile: ShopProfile) -> list[str]:
    cuit = f"CUIT {profile.cuit}" if profile.cuit else ""
    started = f"Inicio act. {profile.started}" if profile.started else ""
    gross_income = f"IIBB {profile.gross_income}" if profile.gross_income else ""
    lines = (
        f"de {profile.owner}" if profile.owner else "",
        " - ".join(filter(None, (cuit, profile.condition))),
        " - ".join(filter(None, (gross_income, started))),
        profile.address,
        f"Tel. {profile.phone}" if profile.phone else "",
    )
    return [line for line in lines if line]


def party_lines(caption: str, party: Party) -> list[Block]:
    """Return the client as a paper names them."""
    document = format_document(party.document_type, party.document_number)
    lines = [Text(f"{caption}: {party.name}{account_mark(party.id)}")]
    if document:
        lines.append(Text(document))
    return list(lines)


def without_party(document: Document, client_id: int, alias: str) -> Document:
    """Return a paper with a client's `alias` for who they are, without words typed about them."""
    blocks: list[Block] = []
    named = False
    for block in document.blocks:
        if not isinstance(block, Text):
            blocks.append(block)
        elif _names(block, client_id):
            caption = block.text.partition(":")[0]
            blocks.append(replace(block, text=f"{caption}: {alias}{account_mark(client_id)}"))
        elif named:  # their document
            blocks.append(replace(block, text=_NOTHING))
        elif block.text.startswith(_TYPED):
            blocks.append(replace(block, text=f"{block.text.partition(':')[0]}: {_NOTHING}"))
        else:
            blocks.append(block)
        named = _names(block, client_id)
    return replace(document, blocks=tuple(blocks))


def _names(block: Block, client_id: int) -> bool:
    return isinstance(block, Text) and block.text.endswith(account_mark(client_id))


def account_mark(client_id: int) -> str:
    """Return what follows a client's name on every paper."""
    return f" (cta. {client_id:05d})"


def client_of(stored: str) -> int | None:
    """Return the number of the client that a stored paper names, None if it names none."""
    found = _MARK.search(stored)
    return int(found[1]) if found else None


def tail(profile: ShopProfile, issue: Issue) -> list[Block]:
    """Return the operation's code and the shop's last words."""
    blocks: list[Block] = []
    if issue.entry_id:
        code = operation_code(issue.entry_id, issue.request_id)
        blocks.append(Text(f"Op. {code}", align="center"))
    if profile.footer:
        blocks += [Space(), Text(profile.footer, align="center")]
    return blocks


def absolute(balance: Centavos) -> str:
    """Write a balance without its sign: its caption says whose it is."""
    return format_money(abs(balance))


def standing_caption(when: str, balance: Centavos) -> str:
    """Return what a balance is called: `Saldo anterior`, `Saldo actual a favor`."""
    return f"Saldo {when} a favor" if balance < 0 else f"Saldo {when}"
