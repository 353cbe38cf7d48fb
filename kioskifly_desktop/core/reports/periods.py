"""The days that a report is of, and those it is compared with."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import DatesError
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = timedelta(days=1)
_WEEK = 7


class Preset(StrEnum):
    """A period that is asked for by its name."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    LAST_MONTH = "last_month"
    YEAR = "year"


PRESET_NAMES = {
    Preset.TODAY: Phrase("Hoy"),
    Preset.YESTERDAY: Phrase("Ayer"),
    Preset.WEEK: Phrase("Semana"),
    Preset.MONTH: Phrase("Este mes"),
    Preset.LAST_MONTH: Phrase("Mes pasado"),
    Preset.YEAR: Phrase("Año"),
}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from one to another, both of them in it."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse what ends before it begins.

        Raises:
            DatesError: it does.
        """
        if self.last < self.first:
            raise DatesError(field="last_day")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def days(self) -> Iterator[date]:
        """Give each day."""
        return (self.first + timedelta(days=n) for n in range(len(self)))

    def words(self) -> str:
        """Return the period in words: `05/03/2026`, `01/03/2026 al 31/03/2026`."""
        if self.first == self.last:
            return format_date(self.first)
        return Phrase(
            "{first} al {last}", first=format_date(self.first), last=format_date(self.last)
        )


def period_of(preset: Preset, today: date) -> Period:
    """Return the days of a preset, none of them after today; a week begins on its Monday."""
    match preset:
        case Preset.TODAY:
            return Period(today, today)
        case Preset.YESTERDAY:
            return Period(today - _DAY, today - _DAY)
        case Preset.WEEK:
            return Period(today - timedelta(days=today.weekday()), today)
        case Preset.MONTH:
            return Period(today.replace(day=1), today)
        case Preset.LAST_MONTH:
            last = today.replace(day=1) - _DAY
            return Period(last.replace(day=1), last)
        case Preset.YEAR:
            return Period(today.replace(month=1, day=1), today)


def before(period: Period) -> Period:
    """Return the days that a period is compared with, none of them in it.

    Of what begins with a year or a month and is within it, the same days of the one before, and of
    a whole month all of it; of other periods, as many whole weeks before as there is need of, so
    that each day stands against its own weekday.
    """
    first, last = period.first, period.last
    if first.day == first.month == 1 and last.year == first.year:
        return Period(
            first.replace(year=first.year - 1), _same_day(last, last.year - 1, last.month)
        )
    if first.day == 1 and (first.year, first.month) == (last.year, last.month):
        month = first - _DAY
        return Period(month.replace(day=1), _same_day(last, month.year, month.month))
    back = timedelta(days=-(-len(period) // _WEEK) * _WEEK)
    return Period(first - back, last - back)


def _same_day(day: date, year: int, month: int) -> date:
    """Return a day of another month; of the end of a month, the end of the other."""
    end = monthrange(year, month)[1]
    is_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, end if is_end else min(day.day, end))
