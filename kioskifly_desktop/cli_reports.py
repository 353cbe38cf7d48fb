"""The order that reports: what was sold, who owes, what there is."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.cli_tools import DONE, command, noted, print_json, proven
from kioskifly_desktop.core.es_ar import parse_date
from kioskifly_desktop.core.permissions import Permission

if TYPE_CHECKING:
    import argparse

    from kioskifly_desktop.core.reports import Period, Report, Value
    from kioskifly_desktop.core.work import Work

_REPORTS = (
    *("days", "hours", "weekdays", "months", "means", "cashiers", "promotions"),
    *("products", "categories", "margin", "stock", "low-stock"),
    *("clients", "lost-clients", "debtors", "points", "sessions"),
    *("result", "trial-balance", "journal", "ledger"),
)
_PRESETS = ("today", "yesterday", "week", "month", "last_month", "year")


def add_report_commands(commands: Any) -> None:
    """Add `report NAME` with its days and where it goes."""
    report = command(commands, "report", _report, "muestra un informe, o lo guarda en un archivo")
    report.add_argument("name", choices=_REPORTS, metavar="INFORME", help=", ".join(_REPORTS))
    report.add_argument("--from", dest="since", default="", metavar="DD/MM/AAAA")
    report.add_argument("--to", dest="until", default="", metavar="DD/MM/AAAA")
    report.add_argument("--period", choices=_PRESETS, default="month", help="si no decís los días")
    report.add_argument("--account", default="", metavar="CUENTA", help="la del libro mayor")
    into = report.add_mutually_exclusive_group()
    into.add_argument("--csv", type=Path, metavar="ARCHIVO", help="también .xlsx")
    into.add_argument("--pdf", type=Path, metavar="ARCHIVO")
    into.add_argument("--json", action="store_true")


def _report(options: argparse.Namespace) -> int:
    if options.csv or options.pdf:
        return _save(options)
    with proven(options) as work:
        report = _read(work, options)
    if options.json:
        print_json(_as_json(report))
        return DONE
    print(f"{report.title}, {report.period}")
    print("\n".join(_lines(report)))
    if report.note:
        print(report.note)
    return DONE


def _read(work: Work, options: argparse.Namespace) -> Report:
    from kioskifly_desktop.core.books import find_account  # noqa: PLC0415
    from kioskifly_desktop.core.reports import ReportName, make_report  # noqa: PLC0415

    account = find_account(work, options.account).id if options.account else None
    return make_report(work, ReportName(options.name), _period(work, options), account)


def _period(work: Work, options: argparse.Namespace) -> Period:
    """Return the days asked for; of one end alone, up to today or that day."""
    from kioskifly_desktop.core.reports import Period, Preset, period_of  # noqa: PLC0415

    since = parse_date(options.since) if options.since else None
    until = parse_date(options.until) if options.until else None
    if since is None and until is None:
        return period_of(Preset(options.period), work.today)
    last = until or max(work.today, since or work.today)
    return Period(since or last, last)


def _save(options: argparse.Namespace) -> int:
    from kioskifly_desktop.core.exports import note_export  # noqa: PLC0415

    path = options.csv or options.pdf

    def take(work: Work) -> Report:
        work.require(Permission.EXPORT)
        report = _read(work, options)
        if options.pdf:
            from kioskifly_desktop.adapters.report_pdf import save_report  # noqa: PLC0415
            from kioskifly_desktop.core.settings import shop_profile  # noqa: PLC0415

            save_report(report, shop_profile(work).name, path)
        else:
            from kioskifly_desktop.adapters.exchange import write_rows  # noqa: PLC0415
            from kioskifly_desktop.core.reports import cells, titles  # noqa: PLC0415

            write_rows(path, titles(report), cells(report))
        return report

    report = noted(
        options,
        take,
        lambda work, report: note_export(work, report.title, path.name, len(report.rows)),
    )
    print(f"Filas guardadas en {path}: {len(report.rows)}.")
    return DONE


def _as_json(report: Report) -> dict[str, Any]:
    def plain(value: Value) -> str | int | None:
        return value.isoformat() if isinstance(value, date | datetime) else value

    return {
        "title": report.title,
        "period": report.period,
        "columns": [{"title": each.title, "kind": each.kind} for each in report.columns],
        "rows": [[plain(value) for value in row] for row in report.rows],
        "totals": [plain(value) for value in report.totals],
        "note": report.note,
    }


def _lines(report: Report) -> list[str]:
    """Return the table as lines of a terminal, each column as wide as its longest value."""
    from kioskifly_desktop.core.reports import row_texts, titles, total_texts  # noqa: PLC0415

    table = [titles(report), *(row_texts(report, row) for row in report.rows), total_texts(report)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if column.kind.is_figure else cell.ljust(width)
            for cell, width, column in zip(line, widths, report.columns, strict=True)
        ).rstrip()
        for line in table
    ]
