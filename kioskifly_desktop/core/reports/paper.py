"""A report on the ticket printer's paper: each row's name and the figure that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.documents import DocumentKind, Pair, Rule, Space, Style, Text
from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.core.papers.common import Issue, paper, tail
from kioskifly_desktop.core.reports.report import shown
from kioskifly_desktop.core.settings import shop_profile

if TYPE_CHECKING:
    from kioskifly_desktop.core.documents import Block, Document
    from kioskifly_desktop.core.reports.report import Report
    from kioskifly_desktop.core.work import Work

ROWS = 40
"""How many rows the paper has; all of them are in the file."""


def report_paper(work: Work, report: Report) -> Document:
    """Return the short form of a report, to print on a roll."""
    profile, issue = shop_profile(work), Issue(work.now, work.user.name)
    kind, place = report.columns[report.main].kind, report.main
    left = len(report.rows) - ROWS
    body: list[Block] = [
        Text(report.period),
        Pair("Emitido", format_datetime(work.now)),
        Rule(),
        Text(report.columns[place].title, style=Style.BOLD),
        *(Pair(str(report.name_of(row)), shown(row[place], kind)) for row in report.rows[:ROWS]),
        *([Text(f"y {left} más")] if left > 0 else []),
        *([] if report.rows else [Text("No hay nada en estos días.")]),
        Rule(),
    ]
    if report.totals[place] is not None:
        body.append(Pair("TOTAL", shown(report.totals[place], kind), Style.TALL))
    if report.note:
        body.append(Text(report.note))
    body += [Space(), Text(f"Emitió: {issue.user}", align="center"), *tail(profile, issue)]
    return paper(profile, DocumentKind.X_REPORT, report.title, "", body)
