"""Draws a document on A4 pages: the shop's letterhead, and sections or a table of movements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from kioskifly_desktop.core.documents import (
    Letters,
    Movement,
    MovementsHeader,
    Pair,
    Rule,
    Signature,
    Space,
    Style,
    Text,
)
from kioskifly_desktop.core.ticket import figure, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from kioskifly_desktop.core.documents import Block, Document

WIDTH, HEIGHT = 595.28, 841.89
CODE_PAGE = "cp1252"
"""The letters of Helvetica as PDF readers have it."""

_LEFT, _RIGHT = 42.0, WIDTH - 42.0
_TOP, _BOTTOM = HEIGHT - 42.0, 62.0
_CENTRE = WIDTH / 2
_PADDING = 12.0
_REGULAR, _BOLD = "Helvetica", "Helvetica-Bold"
_INK, _MUTED, _FRAME, _HAIRLINE, _BAND = 0.1, 0.4, 0.55, 0.85, 0.945
_LETTER = re.compile(r"\s+([A-Z])$")
_LETTER_BOX = 40.0
_GUTTER = 50.0
_DEBIT, _CREDIT = _RIGHT - 172.0, _RIGHT - 88.0
_CONCEPT = _LEFT + 62.0
_CELL = 6.0
_ROW = 14.0


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface, a size and a shade of grey."""

    face: str = _REGULAR
    size: float = 10.0
    grey: float = _INK


_BODY = Font()
_STRONG = Font(_BOLD)
_SMALL = Font(size=8.5, grey=_MUTED)
_CELLS = Font(size=8.5)
_HEADS = Font(_BOLD, 8.5)
_TOTAL = Font(_BOLD, 13.0)


@dataclass(slots=True)
class _Page:
    texts: list[tuple[float, float, Font, str]] = field(default_factory=list)
    lines: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    bands: list[tuple[float, float, float, float]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class _Totals:
    """What the movements of a table, or of a month `mm/yyyy` in it, add up to in centavos."""

    name: str = ""
    debit: int = 0
    credit: int = 0

    def add(self, amount: int) -> None:
        """Count a movement."""
        if amount >= 0:
            self.debit += amount
        else:
            self.credit -= amount


@dataclass(frozen=True, slots=True)
class _Letterhead:
    """A document's blocks, sorted by where they stand on the page."""

    shop: tuple[str, ...]
    title: str
    letter: str
    legend: str
    marks: tuple[str, ...]
    facts: tuple[Block, ...]
    body: tuple[Block, ...]


def _letterhead(document: Document) -> _Letterhead:
    """Split the blocks: shop above the `=` rule, centred titles, facts up to the first rule."""
    blocks = document.blocks
    double = next((n for n, b in enumerate(blocks) if isinstance(b, Rule) and b.char == "="), -1)
    shop = tuple(b.text for b in blocks[: max(double, 0)] if isinstance(b, Text))
    rest = blocks[double + 1 :]
    centred = 0
    while centred < len(rest) and _is_centred(rest[centred]):
        centred += 1
    titles = [block for block in rest[:centred] if isinstance(block, Text)]
    title = titles[0].text if titles else document.title
    letter = _LETTER.search(title)
    end = next((n for n, b in enumerate(rest) if isinstance(b, Rule)), centred)
    return _Letterhead(
        shop=shop,
        title=_LETTER.sub("", title),
        letter=letter.group(1) if letter else "",
        legend=" ".join(b.text for b in titles[1:] if b.style is Style.NORMAL),
        marks=tuple(b.text for b in titles[1:] if b.style is not Style.NORMAL),
        facts=rest[centred:end],
        body=rest[end:],
    )


def _is_centred(block: Block) -> bool:
    return isinstance(block, Text) and block.align == "center"


def draw(document: Document, canvas: Canvas) -> None:
    """Draw every page of the document."""
    sheet = _Sheet()
    head = _letterhead(document)
    sheet.letterhead(head)
    for block in head.body:
        sheet.block(block)
    sheet.close_table()
    name = " - ".join(part for part in (*head.shop[:1], document.title, document.number) if part)
    for number, page in enumerate(sheet.pages, start=1):
        sheet.page = page
        page.lines.append((_LEFT, 48.0, _RIGHT, 48.0, _HAIRLINE))
        sheet.text(_LEFT, 36.0, name, _SMALL)
        sheet.right(_RIGHT, 36.0, f"Página {number} de {len(sheet.pages)}", _SMALL)
        _emit(page, canvas)


def _emit(page: _Page, canvas: Canvas) -> None:
    canvas.setFillGray(_BAND)
    for x, y, width, height in page.bands:
        canvas.rect(x, y, width, height, stroke=0, fill=1)
    canvas.setLineWidth(0.5)
    for x1, y1, x2, y2, grey in page.lines:
        canvas.setStrokeGray(grey)
        canvas.line(x1, y1, x2, y2)
    canvas.setStrokeGray(_FRAME)
    for x, y, width, height, radius in page.boxes:
        canvas.setFillGray(1)
        canvas.roundRect(x, y, width, height, radius, stroke=1, fill=1)
    written = canvas.beginText()
    current: Font | None = None
    for x, y, font, text in page.texts:
        if font is not current:
            written.setFont(font.face, font.size)
            written.setFillGray(font.grey)
            current = font
        written.setTextOrigin(x, y)
        written.textOut(text)
    canvas.drawText(written)
    canvas.showPage()


class _Sheet:
    """Pages being filled from the top; `y` is the baseline's ceiling."""

    def __init__(self) -> None:
        self.page = _Page()
        self.pages = [self.page]
        self.y = _TOP
        self.running_head = ""
        self.in_table = False
        self.totals = _Totals()
        self.month = _Totals()
        self.after_pair = False

    def text(self, x: float, y: float, text: str, font: Font) -> None:
        """Write from `x` rightwards."""
        if clean := printable(text, CODE_PAGE):
            self.page.texts.append((x, y, font, clean))

    def right(self, x: float, y: float, text: str, font: Font) -> None:
        """Write up to `x`."""
        clean = printable(text, CODE_PAGE)
        self.text(x - _width(clean, font), y, clean, font)

    def centre(self, x: float, y: float, text: str, font: Font) -> None:
        """Write around `x`."""
        clean = printable(text, CODE_PAGE)
        self.text(x - _width(clean, font) / 2, y, clean, font)

    def need(self, height: float) -> None:
        """Go to a new page unless so much is left on this one."""
        if self.y - height >= _BOTTOM:
            return
        self.page = _Page()
        self.pages.append(self.page)
        self.y = _TOP
        self.after_pair = False
        self.text(_LEFT, self.y - 8, self.running_head, _SMALL)
        self.y -= 20
        if self.in_table:
            self._table_head()

    def column(self, x: float, y: float, width: float, lines: Iterable[tuple[str, Font]]) -> float:
        """Write wrapped lines down from `y`; return where they end."""
        for text, font in lines:
            for line in _wrap(text, width, font):
                y -= font.size * 1.35
                self.text(x, y, line, font)
        return y

    def letterhead(self, head: _Letterhead) -> None:
        """Frame the shop at left, the letter in the middle, the title and its facts at right."""
        half = _CENTRE - _LEFT - _PADDING - _GUTTER
        fact_lines = _facts(head.facts)
        running = " - ".join((*head.shop[:1], head.title, *fact_lines[:1]))
        self.running_head = _wrap(running, _RIGHT - _LEFT, _SMALL)[0]
        top = self.y - _PADDING
        shop = [(line, _SMALL) for line in head.shop[1:]]
        name = [(line, Font(_BOLD, 17.0)) for line in head.shop[:1]]
        left = self.column(_LEFT + _PADDING, top, half, name)
        left = self.column(_LEFT + _PADDING, left - 3, half, shop)

        middle = self.y - _LETTER_BOX if head.letter else top
        x = _CENTRE + _GUTTER
        facts = [(line, _STRONG if n == 0 else _BODY) for n, line in enumerate(fact_lines)]
        facts += [(line, _HEADS) for line in head.marks]
        right = self.column(x, top, half, [(head.title, Font(_BOLD, 14.0))])
        legend = Font(_BOLD, 6.0, _MUTED)
        if head.letter:
            for line in _wrap(head.legend, 2 * _GUTTER - 8, legend):
                middle -= 8.5
                self.centre(_CENTRE, middle, line, legend)
        else:
            right = self.column(x, right - 2, half, [(head.legend, legend)])
        right = self.column(x, right - 4, half, facts)

        bottom = min(left, right, middle) - _PADDING
        self.page.boxes.append((_LEFT, bottom, _RIGHT - _LEFT, self.y - bottom, 4.0))
        if head.letter:
            box = (_CENTRE - _LETTER_BOX / 2, self.y - _LETTER_BOX, _LETTER_BOX, _LETTER_BOX, 0.0)
            self.page.boxes.append(box)
            self.centre(_CENTRE, self.y - 30, head.letter, Font(_BOLD, 28.0))
        self.y = bottom - 6

    def block(self, block: Block) -> None:
        """Draw one block of the body."""
        if not isinstance(block, Movement):
            self.close_table()
        paired = isinstance(block, Pair)
        match block:
            case Text():
                self._paragraph(block)
            case Pair():
                self._pair(block)
            case Movement():
                self._movement(block)
            case MovementsHeader():
                self._open_table(block)
            case Rule():
                self.y -= 8
            case Space():
                self.y -= 8 * block.lines
            case Signature():
                self._signature(block)
            case Letters():
                self._paragraph(Text(f"{block.code_page} ({block.number})"))
            case _:
                assert_never(block)
        self.after_pair = paired

    def _paragraph(self, block: Text) -> None:
        font = _STRONG if block.style is not Style.NORMAL else _BODY
        if block.align == "center":
            font = _SMALL if font is _BODY else font
        for line in _wrap(block.text, _RIGHT - _LEFT - 2 * _CELL, font):
            self.need(15)
            self.y -= 15
            if block.align == "center":
                self.centre(_CENTRE, self.y + 4, line, font)
            else:
                self.text(_LEFT + _CELL, self.y + 4, line, font)

    def _pair(self, block: Pair) -> None:
        tall = block.style in {Style.TALL, Style.TITLE}
        font = _TOTAL if tall else _STRONG if block.style is Style.BOLD else _BODY
        height = 30.0 if tall else 19.0
        room = _RIGHT - _LEFT - 3 * _CELL - _width(printable(block.right, CODE_PAGE), font)
        captions = _wrap(block.left, max(room, 100.0), font)
        self.need(height + (len(captions) - 1) * font.size * 1.3)
        if tall:
            self.page.bands.append((_LEFT, self.y - height, _RIGHT - _LEFT, height))
        elif self.after_pair:
            self.page.lines.append((_LEFT, self.y, _RIGHT, self.y, _HAIRLINE))
        for extra in captions[:-1]:
            self.text(_LEFT + _CELL, self.y - font.size * 1.2, extra, font)
            self.y -= font.size * 1.3
        self.y -= height
        baseline = self.y + (height - font.size) / 2 + 1.5
        self.text(_LEFT + _CELL, baseline, captions[-1], font)
        self.right(_RIGHT - _CELL, baseline, block.right, font)
        self.y -= 4 if tall else 0

    def _signature(self, block: Signature) -> None:
        self.need(60)
        self.y -= 40
        width = (_RIGHT - _LEFT) / max(len(block.captions), 2)
        start = _CENTRE - width * len(block.captions) / 2
        for n, caption in enumerate(block.captions):
            middle = start + width * (n + 0.5)
            self.page.lines.append((middle - 90, self.y, middle + 90, self.y, _FRAME))
            self.centre(middle, self.y - 11, caption, _SMALL)
        self.y -= 20

    def _open_table(self, block: MovementsHeader) -> None:
        self.need(4 * _ROW)
        self._table_head()
        self._row(("", ["Saldo anterior"], "", "", figure(block.opening)), _HEADS)
        self.in_table = True
        self.totals = _Totals()
        self.month = _Totals()

    def _table_head(self) -> None:
        self.page.bands.append((_LEFT, self.y - 18, _RIGHT - _LEFT, 18))
        self.y -= 3
        self._row(("Fecha", ["Concepto"], "Debe", "Haber", "Saldo"), _HEADS)
        self.y -= 1

    def _movement(self, row: Movement) -> None:
        if row.day[3:] != self.month.name:
            self._close_month()
            self.month = _Totals(row.day[3:])
        self.totals.add(row.amount)
        self.month.add(row.amount)
        debit = figure(row.amount) if row.amount >= 0 else ""
        credit = figure(-row.amount) if row.amount < 0 else ""
        concept = _wrap(row.reference or row.concept, _DEBIT - 72.0 - _CONCEPT, _CELLS)
        self.need(_ROW * len(concept))
        self._row((row.day, concept, debit, credit, figure(row.balance)), _CELLS)

    def _row(self, cells: tuple[str, Sequence[str], str, str, str], font: Font) -> None:
        day, concept, debit, credit, balance = cells
        baseline = self.y - 10
        self.text(_LEFT + _CELL, baseline, day, font)
        for n, line in enumerate(concept):
            self.text(_CONCEPT, baseline - n * _ROW, line, font)
        for x, text in ((_DEBIT, debit), (_CREDIT, credit), (_RIGHT, balance)):
            if text:
                self.right(x - _CELL, baseline, text, font)
        self.y -= _ROW * len(concept)
        self.page.lines.append((_LEFT, self.y, _RIGHT, self.y, _HAIRLINE))

    def close_table(self) -> None:
        """Write the totals of the movements, if a table is open."""
        if not self.in_table:
            return
        # A single month's subtotal would only repeat the total.
        if self.month.debit + self.month.credit != self.totals.debit + self.totals.credit:
            self._close_month()
        self.need(2 * _ROW)
        self.in_table = False
        debit, credit = figure(self.totals.debit), figure(self.totals.credit)
        self._row(("", ["Totales"], debit, credit, ""), _HEADS)

    def _close_month(self) -> None:
        """Write what a month added up to, if there was one."""
        if not self.month.name:
            return
        self.need(_ROW)
        debit, credit = figure(self.month.debit), figure(self.month.credit)
        self.page.bands.append((_LEFT, self.y - _ROW, _RIGHT - _LEFT, _ROW))
        self._row(("", [f"Total de {_month_words(self.month.name)}"], debit, credit, ""), _HEADS)


def _facts(blocks: Iterable[Block]) -> list[str]:
    """Return what identifies the document, one line each."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Text):
            lines.append(block.text)
        elif isinstance(block, Pair):
            lines.append(f"{block.left} {block.right}".strip())
    return lines


_MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def _month_words(month: str) -> str:
    """Return `11/2026` as `noviembre de 2026`."""
    number, _, year = month.partition("/")
    return f"{_MONTHS[int(number) - 1]} de {year}"


_WIDTHS: dict[str, Mapping[int, float]] = {}


def _width(text: str, font: Font) -> float:
    widths = _WIDTHS.get(font.face)
    if widths is None:
        from reportlab.pdfbase.pdfmetrics import getFont  # noqa: PLC0415 - slow, PDFs only

        widths = _WIDTHS[font.face] = dict(enumerate(getFont(font.face).widths))
    return sum(map(widths.__getitem__, text.encode(CODE_PAGE))) * font.size / 1000


def _wrap(text: str, width: float, font: Font) -> list[str]:
    """Return text in lines of at most `width` points; a word wider than that is broken."""
    clean = printable(text, CODE_PAGE)
    if _width(clean, font) <= width:
        return [clean]
    lines = [""]
    for word in clean.split():
        joined = f"{lines[-1]} {word}".strip()
        if _width(joined, font) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for char in word:
            if lines[-1] and _width(lines[-1] + char, font) > width:
                lines.append("")
            lines[-1] += char
    return lines
