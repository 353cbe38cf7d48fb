"""Reports: what was sold, to whom, by whom and when; what it left; and how the shop stands."""

from kioskifly_desktop.core.reports.kinds import REPORTS, ReportKind, ReportName, make_report
from kioskifly_desktop.core.reports.paper import report_paper
from kioskifly_desktop.core.reports.periods import (
    PRESET_NAMES,
    Period,
    Preset,
    before,
    period_of,
)
from kioskifly_desktop.core.reports.report import (
    Column,
    ColumnKind,
    Report,
    Series,
    Shape,
    Value,
    cells,
    chart_words,
    point_words,
    row_texts,
    shown,
    titles,
    total_texts,
)

__all__ = [
    "PRESET_NAMES",
    "REPORTS",
    "Column",
    "ColumnKind",
    "Period",
    "Preset",
    "Report",
    "ReportKind",
    "ReportName",
    "Series",
    "Shape",
    "Value",
    "before",
    "cells",
    "chart_words",
    "make_report",
    "period_of",
    "point_words",
    "report_paper",
    "row_texts",
    "shown",
    "titles",
    "total_texts",
]
