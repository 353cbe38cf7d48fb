"""A report as data: columns, rows, totals, and the series of its chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kioskifly_desktop.core.es_ar import (
    MINUS,
    NBSP,
    format_date,
    format_datetime,
    format_money,
    format_quantity,
    local,
)
from kioskifly_desktop.core.phrases import Phrase, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kioskifly_desktop.core.exports import Cell

Value: TypeAlias = str | int | date | datetime | None
"""What a row has in a column; of a figure, None is that there is none to tell."""

NOTHING = "—"


class ColumnKind(StrEnum):
    """What a column's values are: centavos, thousandths, hundredths of a percent."""

    TEXT = "text"
    DAY = "day"
    INSTANT = "instant"
    COUNT = "count"
    MONEY = "money"
    QUANTITY = "quantity"
    PERCENT = "percent"

    @property
    def is_figure(self) -> bool:
        """Whether its values are figures, which stand at the right."""
        return self in {self.COUNT, self.MONEY, self.QUANTITY, self.PERCENT}


@dataclass(frozen=True, slots=True)
class Column:
    """A column's title, and how its values are written."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT


class Shape(StrEnum):
    """How a series is drawn."""

    BARS = "bars"
    """One beside another, in the order of their labels."""
    RANKING = "ranking"
    """One under another, each with its name."""
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """What a chart draws: a value by label; None where there is none."""

    name: str
    shape: Shape
    kind: ColumnKind
    points: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says; `totals` go by column, and `note` is what has to be known of it.

    `period` is what it is of, in words.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    totals: tuple[Value, ...]
    series: tuple[Series, ...] = ()
    note: str = ""
    period: str = ""

    @property
    def main(self) -> int:
        """The place of the column that matters: the one that is drawn, or else the last figure."""
        titles = [column.title for column in self.columns]
        if self.series and self.series[0].name in titles:
            return titles.index(self.series[0].name)
        return max(n for n, column in enumerate(self.columns) if column.kind.is_figure)

    def name_of(self, row: Sequence[Value]) -> str:
        """Return what a row is called: its first column, and when, if the second tells it."""
        places = [0]
        if self.columns[1].kind is ColumnKind.INSTANT:
            places.append(1)
        return " ".join(shown(row[place], self.columns[place].kind) for place in places)


def shown(value: Value, kind: ColumnKind) -> str:
    """Return a value as screens and papers write it."""
    if isinstance(value, int):
        return _FIGURES[kind](value)
    if isinstance(value, datetime):
        return format_datetime(value)
    if isinstance(value, date):
        return format_date(value)
    return NOTHING if value is None else value


def exported(value: Value, kind: ColumnKind) -> Cell:
    """Return a value as a spreadsheet takes it."""
    if isinstance(value, datetime):
        return f"{local(value):%d/%m/%Y %H:%M}"
    if isinstance(value, int) and kind is not ColumnKind.COUNT:
        return Decimal(value) / (1000 if kind is ColumnKind.QUANTITY else 100)
    return value


def row_texts(report: Report, row: Sequence[Value]) -> list[str]:
    """Return a row as screens and papers write it."""
    return [shown(value, c.kind) for value, c in zip(row, report.columns, strict=True)]


def total_texts(report: Report) -> list[str]:
    """Return the totals as written: nothing where there is none."""
    pairs = zip(report.totals, report.columns, strict=True)
    return ["" if value is None else shown(value, c.kind) for value, c in pairs]


def titles(report: Report) -> list[str]:
    """Return the titles of a spreadsheet's columns."""
    return [column.title for column in report.columns]


def cells(report: Report) -> Iterator[list[Cell]]:
    """Give the rows of a spreadsheet, without the totals, which it adds up itself."""
    for row in report.rows:
        yield [exported(value, c.kind) for value, c in zip(row, report.columns, strict=True)]


def chart_words(report: Report) -> str:
    """Return what a chart says, for who doesn't see it: its highest and its lowest."""
    if not report.series:
        return ""
    series = report.series[0]
    points = [(label, value) for label, value in series.points if value is not None]
    if not any(value for _, value in points):
        return ""
    most, least = (pick(points, key=lambda point: point[1]) for pick in (max, min))
    words = Phrase(
        "{name}: lo más, {most} ({figure})",
        name=series.name,
        most=most[0],
        figure=shown(most[1], series.kind),
    )
    if len(points) == 1:
        return joined("", (words, "."))
    less = Phrase(
        "{words}; lo menos, {least} ({figure})",
        words=words,
        least=least[0],
        figure=shown(least[1], series.kind),
    )
    return joined("", (less, "."))


def point_words(report: Report, place: int) -> str:
    """Return what a chart says in one place: `08:00: Neto $ 9.000,00; Período anterior —`."""
    label = report.series[0].points[place][0]
    told = [
        joined(" ", (each.name, shown(each.points[place][1], each.kind))) for each in report.series
    ]
    return joined("", (label, ": ", joined("; ", told)))


def ratio(dividend: int, divisor: int) -> int:
    """Divide by what is above zero, a half rounded up."""
    return (2 * dividend + divisor) // (2 * divisor)


def share(part: int, whole: int) -> int | None:
    """Return which hundredths of a percent a part is; None of nothing."""
    return ratio(part * 10_000, whole) if whole > 0 else None


def mean(total: int, count: int) -> int | None:
    """Return what is of each; None where there is none."""
    return ratio(total, count) if count else None


def _percent(hundredths: int) -> str:
    # A tenth is as much as anybody reads.
    whole, tenths = divmod(abs(ratio(hundredths, 10)), 10)
    return f"{MINUS if hundredths < 0 else ''}{whole},{tenths}{NBSP}%"


def _count(number: int) -> str:
    return format_quantity(number * 1000)


_FIGURES: Mapping[ColumnKind, Callable[[int], str]] = {
    ColumnKind.COUNT: _count,
    ColumnKind.MONEY: format_money,
    ColumnKind.QUANTITY: format_quantity,
    ColumnKind.PERCENT: _percent,
}
