"""A document as data: what a paper says, whatever its width; frozen in its voucher as JSON.

One layout turns it into lines of 32, 42 or 48 columns; printer, preview and PDF follow from it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping


class DocumentKind(StrEnum):
    """The papers the shop prints."""

    PAYMENT = "payment"
    REVERSAL = "reversal"
    STATEMENT = "statement"
    CLOSE = "close"
    X_REPORT = "x_report"
    SALE = "sale"
    ON_ACCOUNT = "on_account"
    VOID = "void"
    RETURN = "return"
    PRICE_UPDATE = "price_update"
    TEST = "test"


class Style(StrEnum):
    """How a line is printed; `TITLE` is double width and height, `TALL` double height."""

    NORMAL = "normal"
    BOLD = "bold"
    TALL = "tall"
    TITLE = "title"


Align: TypeAlias = Literal["left", "center"]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, wrapped at words."""

    text: str
    align: Align = "left"
    style: Style = Style.NORMAL


@dataclass(frozen=True, slots=True)
class Pair:
    """A caption and its figure at the right margin; the figure is never cut."""

    left: str
    right: str
    style: Style = Style.NORMAL


@dataclass(frozen=True, slots=True)
class Movement:
    """A row of a statement: day `dd/mm/yyyy`, concept, signed amount and balance after it.

    Amounts are in centavos; a purchase is above zero, a payment below. `reference` is the long
    form of the concept for wide paper.
    """

    day: str
    concept: str
    amount: int
    balance: int
    reference: str = ""


@dataclass(frozen=True, slots=True)
class MovementsHeader:
    """The captions above the movements, and the balance brought forward in centavos."""

    opening: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the paper."""

    char: Literal["-", "="] = "-"


@dataclass(frozen=True, slots=True)
class Space:
    """Empty lines."""

    lines: int = 1


@dataclass(frozen=True, slots=True)
class Signature:
    """Dotted lines to sign on, side by side, each with its caption."""

    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of Spanish in a code page of their own, to find the printer's right one.

    `code_page` is a Python codec, `number` the slot of `ESC t`.
    """

    code_page: str
    number: int


Block: TypeAlias = Text | Pair | Movement | MovementsHeader | Rule | Space | Signature | Letters
_BLOCKS: Mapping[str, type[Block]] = {cls.__name__: cls for cls in get_args(Block)}


@dataclass(frozen=True, slots=True)
class Document:
    """What a paper says. `number` is empty where the kind has no series."""

    kind: DocumentKind
    title: str
    number: str
    blocks: tuple[Block, ...]

    def to_json(self) -> str:
        """Return the document as text to freeze in a voucher."""
        # Not `asdict`, whose deep copy takes longer than all a sale writes.
        blocks = [
            {"block": type(b).__name__} | {name: getattr(b, name) for name in b.__slots__}
            for b in self.blocks
        ]
        head = {"kind": self.kind, "title": self.title, "number": self.number}
        return json.dumps(head | {"blocks": blocks}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Document:
        """Return the document frozen by `to_json`.

        Raises:
            ValueError: the text is not one.
        """
        try:
            data: dict[str, Any] = json.loads(text)
            return cls(
                kind=DocumentKind(data["kind"]),
                title=data["title"],
                number=data["number"],
                blocks=tuple(_block(dict(block)) for block in data["blocks"]),
            )
        except (KeyError, TypeError) as error:
            message = f"not a document: {error}"
            raise ValueError(message) from error


def _block(fields: dict[str, Any]) -> Block:
    cls = _BLOCKS[fields.pop("block")]
    if "style" in fields:
        fields["style"] = Style(fields["style"])
    if "captions" in fields:
        fields["captions"] = tuple(fields["captions"])
    return cls(**fields)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: text of at most the paper's columns (half of them in `TITLE`).

    `page` is a code page of its own, as in `Letters`; None is the printer's.
    """

    text: str
    style: Style = Style.NORMAL
    page: tuple[str, int] | None = None


class PdfPage(StrEnum):
    """The pages a document can be saved on."""

    A4 = "a4"
    TICKET_80 = "ticket_80"
    TICKET_58 = "ticket_58"
