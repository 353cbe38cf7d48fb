"""Sales by day, by month, by hour and by day of the week."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Integer, type_coerce

from kioskifly_desktop.core.es_ar import format_date, local
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.periods import before
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape, mean
from kioskifly_desktop.core.reports.sold import charged, returned, run, sold, tickets
from kioskifly_desktop.core.sales.tables import sale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Select

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

K = TypeVar("K", date, int)

_HOUR = 3_600_000
_HOURS = 24
_FIGURES = (tickets(), charged(sale.c.total), returned(sale.c.total))
_BY_DAY = sold(journal_entry.c.business_date.label("key"), *_FIGURES).group_by(
    journal_entry.c.business_date
)
# Hours of the world: the shop's own begin with them, wherever its clock stood.
_WORLD_HOUR = type_coerce(journal_entry.c.at, Integer) // _HOUR
_BY_HOUR = sold(_WORLD_HOUR.label("key"), *_FIGURES).group_by(_WORLD_HOUR)

_MONTHS = (
    *(Phrase("enero"), Phrase("febrero"), Phrase("marzo"), Phrase("abril"), Phrase("mayo")),
    *(Phrase("junio"), Phrase("julio"), Phrase("agosto"), Phrase("septiembre")),
    *(Phrase("octubre"), Phrase("noviembre"), Phrase("diciembre")),
)
WEEKDAY_NAMES = (
    Phrase("Lunes"),
    Phrase("Martes"),
    Phrase("Miércoles"),
    Phrase("Jueves"),
    Phrase("Viernes"),
    Phrase("Sábado"),
    Phrase("Domingo"),
)

_COLUMNS = (
    Column(Phrase("Tickets"), ColumnKind.COUNT),
    Column(Phrase("Ventas"), ColumnKind.MONEY),
    Column(Phrase("Devoluciones"), ColumnKind.MONEY),
    Column(Phrase("Neto"), ColumnKind.MONEY),
    Column(Phrase("Promedio por ticket"), ColumnKind.MONEY),
)
_EARLIER = Phrase("Período anterior")


class Sums:
    """Tickets, sales and returns by some key."""

    def __init__(self) -> None:
        self.tickets: Counter[date | int] = Counter()
        self.charged: Counter[date | int] = Counter()
        self.returned: Counter[date | int] = Counter()

    def add(self, key: date | int, count: int, charged: int, returned: int) -> None:
        """Count what was sold."""
        self.tickets[key] += count
        self.charged[key] += charged
        self.returned[key] += returned

    def net(self, key: date | int) -> int:
        """Return what was sold, less what came back."""
        return self.charged[key] - self.returned[key]

    def figures(self, keys: Iterable[date | int]) -> tuple[int | None, ...]:
        """Return the figures of `_COLUMNS` of some keys together."""
        every = tuple(keys)
        count = sum(self.tickets[key] for key in every)
        charged = sum(self.charged[key] for key in every)
        returned = sum(self.returned[key] for key in every)
        return (count, charged, returned, charged - returned, mean(charged, count))


def by_day(work: Work, period: Period) -> Report:
    """Return what was sold on each day, against the days before."""
    now, earlier = _both(work, _BY_DAY, period, lambda day: day)
    days, past = list(period.days()), list(before(period).days())
    return Report(
        title=Phrase("Ventas por día"),
        columns=(
            Column(Phrase("Día"), ColumnKind.DAY),
            Column(Phrase("Día de la semana")),
            *_COLUMNS,
        ),
        rows=tuple((day, WEEKDAY_NAMES[day.weekday()], *now.figures((day,))) for day in days),
        totals=(Phrase("Total"), "", *now.figures(days)),
        series=_series(days, now, past, earlier, format_date),
    )


def by_month(work: Work, period: Period) -> Report:
    """Return what was sold in each month."""
    sums = _summed(work, _BY_DAY, period, lambda day: day.replace(day=1))
    months = sorted({day.replace(day=1) for day in period.days()})
    return Report(
        title=Phrase("Ventas por mes"),
        columns=(Column(Phrase("Mes")), *_COLUMNS),
        rows=tuple((month_name(month), *sums.figures((month,))) for month in months),
        totals=(Phrase("Total"), *sums.figures(months)),
        series=(_bars((month_name(month), sums.net(month)) for month in months),),
    )


def by_hour(work: Work, period: Period) -> Report:
    """Return what was sold in each hour of the day, against the days before."""
    now, earlier = _both(work, _BY_HOUR, period, _shop_hour)
    busy = [hour for hour in range(_HOURS) if now.tickets[hour] or now.returned[hour]]
    hours = range(busy[0], busy[-1] + 1) if busy else range(0)
    return Report(
        title=Phrase("Ventas por hora"),
        columns=(Column(Phrase("Hora")), *_COLUMNS),
        rows=tuple((hour_name(hour), *now.figures((hour,))) for hour in hours),
        totals=(Phrase("Total"), *now.figures(hours)),
        series=_series(hours, now, hours, earlier, hour_name),
    )


def by_weekday(work: Work, period: Period) -> Report:
    """Return what was sold on Mondays, Tuesdays..., and how much that is a day."""
    sums = _summed(work, _BY_DAY, period, lambda day: day.weekday())
    many = Counter(day.weekday() for day in period.days())
    each = [mean(sums.net(n), many[n]) for n in range(len(WEEKDAY_NAMES))]
    days = Column(Phrase("Días"), ColumnKind.COUNT)
    return Report(
        title=Phrase("Ventas por día de la semana"),
        columns=(
            Column(Phrase("Día")),
            days,
            *_COLUMNS,
            Column(Phrase("Neto por día"), ColumnKind.MONEY),
        ),
        rows=tuple(
            (name, many[n], *sums.figures((n,)), each[n]) for n, name in enumerate(WEEKDAY_NAMES)
        ),
        totals=(Phrase("Total"), len(period), *sums.figures(range(len(WEEKDAY_NAMES))), None),
        series=(
            Series(
                Phrase("Neto por día"),
                Shape.BARS,
                ColumnKind.MONEY,
                tuple(zip(WEEKDAY_NAMES, each, strict=True)),
            ),
        ),
    )


def month_name(month: date) -> str:
    """Return a month in words: `marzo de 2026`."""
    return Phrase("{month} de {year}", month=_MONTHS[month.month - 1], year=month.year)


def hour_name(hour: int) -> str:
    """Return an hour as it is on the clock: `08:00`."""
    return f"{hour:02d}:00"


def _shop_hour(world_hour: int) -> int:
    return local(datetime.fromtimestamp(world_hour * 3600, UTC)).hour


def _summed(
    work: Work, query: Select[tuple[object, ...]], period: Period, key: Callable[..., date | int]
) -> Sums:
    sums = Sums()
    for row in run(work, query, period):
        sums.add(key(row.key), row.tickets, row.charged, row.returned)
    return sums


def _both(
    work: Work, query: Select[tuple[object, ...]], period: Period, key: Callable[..., date | int]
) -> tuple[Sums, Sums]:
    return _summed(work, query, period, key), _summed(work, query, before(period), key)


def _series(
    keys: Sequence[K], now: Sums, past: Sequence[K], earlier: Sums, name: Callable[[K], str]
) -> tuple[Series, ...]:
    """Return the bars of a period, and what was before as a line over them."""
    bars = _bars((name(key), now.net(key)) for key in keys)
    values = [earlier.net(key) for key in past[: len(keys)]]
    if not any(values):
        return (bars,)
    line = tuple((name(key), value) for key, value in zip_longest(keys, values))
    return (bars, Series(_EARLIER, Shape.LINE, ColumnKind.MONEY, line))


def _bars(points: Iterable[tuple[str, int]]) -> Series:
    return Series(Phrase("Neto"), Shape.BARS, ColumnKind.MONEY, tuple(points))
