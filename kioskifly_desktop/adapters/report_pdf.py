"""Draws a report on A4 pages: its bars, its table with the titles on each page, its totals."""

from __future__ import annotations

import io
from html import escape
from typing import TYPE_CHECKING, Any

from kioskifly_desktop import __version__
from kioskifly_desktop.adapters.a4 import CODE_PAGE, HEIGHT, WIDTH
from kioskifly_desktop.adapters.pdf import put_whole
from kioskifly_desktop.core.reports import Shape, row_texts, shown, total_texts
from kioskifly_desktop.core.ticket import printable

if TYPE_CHECKING:
    from pathlib import Path

    from kioskifly_desktop.core.reports import Report, Series

_MARGIN = 42.0
_WIDE = 7
"""More columns than this lie on their side."""
_INK, _MUTED, _BAND, _BAR = "#1a1a1a", "#666666", "#f1f1f1", "#8a8a8a"
_BARS = 31
_BAR_ROW, _NAME, _FIGURE = 13.0, 150.0, 95.0


def save_report(report: Report, shop: str, path: Path) -> None:
    """Write a report as a PDF file, whole or not at all.

    Raises:
        OutputFileError: the file can't be written.
    """
    put_whole(_render(report, shop), path)


def _render(report: Report, shop: str) -> bytes:
    # Slow to import (half a second) and only needed here.
    from reportlab import rl_config  # noqa: PLC0415
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer  # noqa: PLC0415

    rl_config.useA85 = 0
    size = (HEIGHT, WIDTH) if len(report.columns) > _WIDE else (WIDTH, HEIGHT)
    width = size[0] - 2 * _MARGIN

    def words(text: str, points: float, color: str = _INK, *, bold: bool = False) -> Any:
        font = "Helvetica-Bold" if bold else "Helvetica"
        style = ParagraphStyle(
            "p", fontName=font, fontSize=points, leading=points * 1.3, textColor=color
        )
        return Paragraph(escape(_clean(text)), style)

    story: list[Any] = [
        words(shop, 10, _MUTED),
        words(report.title, 17, bold=True),
        words(report.period, 10, _MUTED),
        Spacer(1, 10),
    ]
    if bars := _drawable(report):
        story += [*_bars(bars, width), Spacer(1, 12)]
    story.append(_table(report, width))
    if not report.rows:
        story.append(words("No hay nada en estos días.", 10, _MUTED))
    if report.note:
        story += [Spacer(1, 8), words(report.note, 9, _MUTED)]

    def foot(canvas: Any, _document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.setFillColor(_MUTED)
        canvas.drawString(_MARGIN, 28, _clean(f"{shop} - {report.title} - {report.period}"))
        canvas.drawRightString(size[0] - _MARGIN, 28, f"Página {canvas.getPageNumber()}")

    file = io.BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=size,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + 6,
        title=f"{report.title} {report.period}".strip(),
        author=shop,
        creator=f"Kioskifly Desktop {__version__}",
        invariant=1,
    )
    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return file.getvalue()


def _drawable(report: Report) -> Series | None:
    """Return the bars that fit and say something."""
    for series in report.series:
        values = [value for _, value in series.points if value]
        if series.shape is not Shape.LINE and 1 < len(series.points) <= _BARS and values:
            return series if min(values) > 0 else None
    return None


def _bars(series: Series, width: float) -> list[Any]:
    from reportlab.graphics.shapes import Drawing, Rect, String  # noqa: PLC0415

    most = max(value or 0 for _, value in series.points)
    room = width - _NAME - _FIGURE
    rows = []
    for label, value in series.points:
        drawing = Drawing(width, _BAR_ROW)
        length = room * (value or 0) / most
        drawing.add(String(0, 3, _clean(label)[:34], fontName="Helvetica", fontSize=8))
        bar = Rect(_NAME, 1, length, _BAR_ROW - 4, fillColor=_color(_BAR), strokeColor=None)
        drawing.add(bar)
        figure = String(
            _NAME + length + 4, 3, _clean(shown(value, series.kind)), fontName="Helvetica"
        )
        figure.fontSize = 8
        drawing.add(figure)
        rows.append(drawing)
    return rows


def _table(report: Report, width: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415
    from reportlab.platypus import LongTable, Paragraph, TableStyle  # noqa: PLC0415

    body = [[_clean(text) for text in row_texts(report, row)] for row in report.rows]
    cells = [*body, [_clean(text) for text in total_texts(report)]]
    titles = [_clean(column.title) for column in report.columns]
    # Figures have what they need, and words share the rest.
    widths = [
        max(stringWidth(text, "Helvetica-Bold", 8.5) for text in (title, *column)) + 12
        for title, column in zip(titles, zip(*cells, strict=True), strict=True)
    ]
    texts = [n for n, column in enumerate(report.columns) if not column.kind.is_figure]
    spare = width - sum(widths)
    room = sum(widths[n] for n in texts)
    for n in texts:
        widths[n] += spare * widths[n] / room
    plain = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.5, leading=10.5)
    wrapped = [
        [
            Paragraph(escape(cell), plain)
            if n in texts and stringWidth(cell, "Helvetica", 8.5) + 12 > widths[n]
            else cell
            for n, cell in enumerate(row)
        ]
        for row in body
    ]
    bold = [("FONT", (0, place), (-1, place), "Helvetica-Bold", 8.5) for place in (0, -1)]
    style = [
        ("FONT", (0, 0), (-1, -1), "Helvetica", 8.5),
        *bold,
        ("BACKGROUND", (0, 0), (-1, 0), _color(_BAND)),
        ("BACKGROUND", (0, -1), (-1, -1), _color(_BAND)),
        ("LINEBELOW", (0, 0), (-1, -2), 0.3, _color("#d9d9d9")),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
        *(
            ("ALIGN", (n, 0), (n, -1), "RIGHT")
            for n, column in enumerate(report.columns)
            if column.kind.is_figure
        ),
    ]
    table = LongTable([titles, *wrapped, cells[-1]], colWidths=widths, repeatRows=1)
    table.setStyle(TableStyle(style))
    return table


def _color(code: str) -> Any:
    from reportlab.lib.colors import HexColor  # noqa: PLC0415

    return HexColor(code)


def _clean(text: str) -> str:
    return printable(text, CODE_PAGE)
