"""What paper costs: a ticket's bytes, a long statement's, and a long statement as PDF.

Beside each, in turns, what nobody can go below: the same ticket's bytes written by hand, the same
statement's lines written and encoded, the same texts put on a bare canvas.
"""

from __future__ import annotations

import io
import time

from reportlab.pdfgen.canvas import Canvas

from kioskifly_desktop.adapters import a4
from kioskifly_desktop.core.documents import Movement
from kioskifly_desktop.core.es_ar import format_money, format_number
from kioskifly_desktop.core.escpos import to_bytes
from kioskifly_desktop.core.papers import Goods, Issue, SaleSheet, sale_ticket
from tests.bench.timing import compared
from tests.fakes.papers import PROFILE, SOLD_AT, long_statement, printer

_DEVICE = printer()
_LINES = 10
_ROWS, _PDF_ROWS = 1_000, 10_000


def _timed(act):
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def _in_turns(ours, plain, rounds, **about):
    ours(), plain()
    times = [(_timed(ours), _timed(plain)) for _ in range(rounds)]
    return compared([a for a, _ in times], [b for _, b in times], **about)


def _ticket():
    goods = tuple(
        Goods(f"Galletitas surtidas n° {n}", 2_000, False, 90_000, 180_000, 0, 180_000)
        for n in range(_LINES)
    )
    total = 180_000 * _LINES
    sheet = SaleSheet(
        goods=goods,
        total=total,
        handed=(("Efectivo", 2_000_000),),
        debt_payment=0,
        kept=0,
        change=2_000_000 - total,
        on_account=0,
        register="Caja 1",
    )
    issue = Issue(SOLD_AT, "Lucía", 12_479, "sale-12479")
    return sale_ticket(PROFILE, issue, sheet, number="TX-00001-00012479", party=None, balance=None)


def _by_hand(job):
    """Return a function that writes the bytes of a job, each line put together and encoded."""
    lines = []
    for line in job.decode("cp858").split("\n"):
        left, gap, right = line.rpartition("  ")
        lines.append((left.rstrip(), right, len(line)) if gap else ("", line, len(line)))

    def write():
        out = bytearray()
        for left, right, width in lines:
            text = left + right.rjust(width - len(left))
            out += text.encode("cp858") + b"\n"
        return bytes(out[:-1])

    assert write() == job
    return write


def ticket(_folder):
    """Measure the bytes of a ticket of ten lines."""
    document = _ticket()
    return _in_turns(
        lambda: to_bytes(document, _DEVICE),
        _by_hand(to_bytes(document, _DEVICE)),
        2_000,
        bare_is="the same bytes written by hand",
        ratio_limit=2,
    )


def statement(_folder):
    """Measure the bytes of a statement of a thousand movements."""
    document = long_statement(_ROWS)
    movements = [block for block in document.blocks if isinstance(block, Movement)]

    def by_hand():
        out = bytearray()
        for row in movements:
            text = f"{row.day[:5]} {row.concept[:20]:<20}{format_number(row.amount):>11}"
            out += (text + f"{format_number(row.balance):>11}").encode("cp858") + b"\n"

    return _in_turns(
        lambda: to_bytes(document, _DEVICE),
        by_hand,
        40,
        bare_is="its lines formatted and encoded",
        p95_limit=20,
    )


def pdf(_folder):
    """Measure the A4 pages of a statement of ten thousand movements."""
    document = long_statement(_PDF_ROWS)
    movements = [block for block in document.blocks if isinstance(block, Movement)]

    def ours():
        canvas = Canvas(io.BytesIO(), pagesize=(a4.WIDTH, a4.HEIGHT), pageCompression=1)
        a4.draw(document, canvas)
        canvas.getpdfdata()

    def bare():
        canvas = Canvas(io.BytesIO(), pagesize=(a4.WIDTH, a4.HEIGHT), pageCompression=1)
        for first in range(0, len(movements), 50):
            canvas.setFont("Helvetica", 8.5)
            for n, row in enumerate(movements[first : first + 50]):
                y = a4.HEIGHT - 60 - 14 * n
                canvas.drawString(42, y, row.day)
                canvas.drawString(104, y, row.reference or row.concept)
                canvas.drawRightString(420, y, format_money(row.amount))
                canvas.drawRightString(553, y, format_money(row.balance))
            canvas.showPage()
        canvas.getpdfdata()

    return _in_turns(ours, bare, 5, bare_is="its texts on a bare canvas", p95_limit=1_500)
