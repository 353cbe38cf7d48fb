"""First and last days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_

from kioskifly_desktop.core.errors import DatesError
from kioskifly_desktop.core.es_ar import format_date
from kioskifly_desktop.core.phrases import Phrase

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import BindParameter, ColumnElement, Table


def check_dates(first: date | None, last: date | None) -> None:
    """Refuse what ends before it begins.

    Raises:
        DatesError: it does.
    """
    if first and last and last < first:
        raise DatesError(field="last_day")


def in_force(dated: Table, day: BindParameter[date]) -> ColumnElement[bool]:
    """Return the condition that a day is between the first and the last of a row."""
    first, last = dated.c.first_day, dated.c.last_day
    return and_(or_(first.is_(None), first <= day), or_(last.is_(None), last >= day))


def span_words(first: date | None, last: date | None) -> str:
    """Return first and last days in words, empty where there are none."""
    if first and last:
        return f"del {format_date(first)} al {format_date(last)}"
    if first:
        return Phrase("desde el {first}", first=format_date(first))
    return Phrase("hasta el {last}", last=format_date(last)) if last else ""
