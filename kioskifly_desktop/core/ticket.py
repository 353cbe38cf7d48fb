"""Lays a document out as lines of 32, 42 or 48 columns, in letters the printer has.

The one layout: ESC/POS bytes, the preview on screen and the ticket PDF all start here.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from kioskifly_desktop.core.documents import (
    Letters,
    Line,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.es_ar import NBSP, format_number

if TYPE_CHECKING:
    from kioskifly_desktop.core.documents import Block, Document

BALANCE_WIDTH = {42: 13, 48: 16}
"""The running balance's column, by width of paper; narrower paper has none."""

_SAMPLE = "ñÑ áÁ éÉ íÍ óÓ úÚ üÜ ¿¡ ºª $ 1.234"
_DAY_WIDTH = len("dd/mm ")
_SIGNATURE_WIDTH = 28
_SIGNATURE_GAP = 4
_SIGNATURE_MINIMUM = 8

_GLUE = re.compile("[\u00a0\u202f]")
_BREAKS = "\t\n\v\f\r"

_TYPOGRAPHY = (
    dict.fromkeys("‘’\u201a\u201b\u2032´\u02bc", "'")
    | dict.fromkeys("“”„‟″", '"')
    | dict.fromkeys("\u2010\u2011\u2012–—―−", "-")
    | dict.fromkeys("•‣●▪", "*")
    | {"…": "...", "\u2044": "/"}
)
"""Signs every paper prints in ASCII."""

_FOLDED = (
    dict.fromkeys("¿¡", "")
    | dict.fromkeys("«»", '"')
    | {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i"}
    | {"þ": "th", "Þ": "Th", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss"}
    | {"€": "EUR", "°": "o", "\u00d7": "x", "·": ".", "÷": "/"}
)
"""Letters without a decomposition, for the code pages that lack them."""


def printable(text: str, code_page: str) -> str:
    """Return text with only what a code page prints, one column per character.

    Typography becomes ASCII, blanks become spaces, letters the page lacks lose their accents,
    and the rest (emoji, other scripts, controls, invisible marks) is dropped.
    """
    if text.isascii() and text.isprintable():
        return text
    return _transliterated(text, code_page)


# The shop's head, captions and products come again on every paper.
@lru_cache(maxsize=1024)
def _transliterated(text: str, code_page: str) -> str:
    return "".join(_on_paper(char, code_page) for char in unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def _on_paper(char: str, code_page: str) -> str:
    category = unicodedata.category(char)
    decomposed = unicodedata.normalize("NFKD", char)
    if char in _TYPOGRAPHY:
        result = _TYPOGRAPHY[char]
    elif char in _BREAKS or category.startswith("Z"):
        result = " "
    elif category.startswith("C"):
        result = ""
    elif _encodes(char, code_page):
        result = char
    elif char in _FOLDED:
        result = _FOLDED[char]
    elif decomposed != char:
        result = "".join(_on_paper(part, code_page) for part in decomposed)
    else:
        result = ""
    return result


def _encodes(char: str, code_page: str) -> bool:
    try:
        char.encode(code_page)
    except UnicodeEncodeError:
        return False
    return True


def lay_out(document: Document, columns: int, code_page: str = "cp858") -> list[Line]:
    """Return the document's lines for a paper of so many columns.

    Figures are never cut: what does not fit beside its caption takes a line of its own.
    """
    sheet = _Sheet(columns, code_page)
    return [line for block in document.blocks for line in sheet.lines(block)]


def as_text(document: Document, columns: int) -> str:
    """Return the document as plain text, titles centred at single width."""
    return "".join(
        (line.text.strip().center(columns).rstrip() if line.style is Style.TITLE else line.text)
        + "\n"
        for line in lay_out(document, columns)
    )


def figure(centavos: int) -> str:
    """Return an amount as it stands in a column of the paper: `-1.500,00`."""
    return printable(format_number(centavos), "ascii")


class _Sheet:
    """A width of paper and its letters."""

    def __init__(self, columns: int, code_page: str) -> None:
        self.columns = columns
        self.code_page = code_page
        self.balance_width = BALANCE_WIDTH.get(columns, 0)

    def lines(self, block: Block) -> list[Line]:
        """Return one block's lines."""
        match block:
            case Text():
                lines = self._text(block)
            case Pair():
                lines = self._row(block.left, block.right, style=block.style)
            case Movement():
                lines = self._movement(block)
            case MovementsHeader():
                lines = self._movements_header(block)
            case Rule():
                lines = [Line(block.char * self.columns)]
            case Space():
                lines = [Line("")] * block.lines
            case Signature():
                lines = self._signature(block)
            case Letters():
                lines = [self._letters(block)]
            case _:
                assert_never(block)
        return lines

    def _letters(self, block: Letters) -> Line:
        caption = f"{block.number}:".ljust(4)
        sample = "".join(char for char in _SAMPLE if _encodes(char, block.code_page))
        return Line((caption + sample)[: self.columns], page=(block.code_page, block.number))

    def _text(self, block: Text) -> list[Line]:
        width = self._width(block.style)
        lines = self._wrap(block.text, width)
        if block.align == "center":
            lines = [line.strip().center(width).rstrip() for line in lines]
        return [Line(line, block.style) for line in lines]

    def _row(
        self, left: str, right: str, *, indent: int = 0, style: Style = Style.NORMAL
    ) -> list[Line]:
        """Return a caption and its figure, on one line if they fit.

        With `indent`, a caption that wraps hangs by it and may share its last line.
        """
        width = self._width(style)
        captions = self._wrap(left, width, indent) if left else []
        figures = self._wrap(right, width) if right else []
        shares = len(captions) == 1 or (captions and indent)
        if shares and len(figures) == 1 and len(captions[-1]) + len(figures[0]) < width:
            last = captions.pop()
            figures = [last + figures[0].rjust(width - len(last))]
        return [Line(text, style) for text in captions + [line.rjust(width) for line in figures]]

    def _movement(self, row: Movement) -> list[Line]:
        day, amount = row.day[: _DAY_WIDTH - 1], figure(row.amount)
        if not self.balance_width:
            return self._row(f"{day} {row.concept}", amount, indent=_DAY_WIDTH)
        balance = figure(row.balance)
        figures = self._figures(amount, balance)
        if len(figures) > self.columns:
            caption = self._row(f"{day} {row.concept}", "", indent=_DAY_WIDTH)
            return caption + self._row("", amount) + self._row("Saldo", balance)
        whole = self._row(f"{day} {row.reference}", figures, indent=_DAY_WIDTH)
        if row.reference and len(whole) == 1:
            return whole
        return self._row(f"{day} {row.concept}", figures, indent=_DAY_WIDTH)

    def _movements_header(self, block: MovementsHeader) -> list[Line]:
        figures = self._figures("Importe", "Saldo") if self.balance_width else "Importe"
        header = self._row("Fecha Concepto", figures, style=Style.BOLD)
        opening = self._row("Saldo anterior", figure(block.opening))
        return header + self.lines(Rule()) + opening

    def _figures(self, amount: str, balance: str) -> str:
        """Return both figures glued, the balance right-aligned in its column."""
        return amount + balance.rjust(max(self.balance_width, len(balance) + 1)).replace(" ", NBSP)

    def _signature(self, block: Signature) -> list[Line]:
        count = len(block.captions)
        if not count:
            return []
        width = min((self.columns - _SIGNATURE_GAP * (count - 1)) // count, _SIGNATURE_WIDTH)
        if width < _SIGNATURE_MINIMUM:
            return [
                line
                for caption in block.captions
                for line in self._signature(Signature(captions=(caption,)))
            ]
        cells = [["." * width, *self._wrap(caption, width)] for caption in block.captions]
        rows = (
            (" " * _SIGNATURE_GAP).join(cell.strip().center(width) for cell in row)
            for row in zip_longest(*cells, fillvalue="")
        )
        return [Line(row.center(self.columns).rstrip()) for row in rows]

    def _width(self, style: Style) -> int:
        return self.columns // 2 if style is Style.TITLE else self.columns

    def _wrap(self, text: str, width: int, indent: int = 0) -> list[str]:
        """Return text in lines; `$` and its figure, joined by a no-break space, stay together."""
        shown = printable(text, self.code_page)
        if len(shown) <= width:
            return [shown.rstrip()]
        pieces = (printable(piece, self.code_page) for piece in _GLUE.split(text))
        glued = NBSP.join(pieces)
        lines = textwrap.wrap(
            glued, width, subsequent_indent=" " * indent, break_on_hyphens=False
        ) or [""]
        return [line.replace(NBSP, " ").rstrip() for line in lines]
