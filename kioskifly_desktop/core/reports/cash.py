"""The cash sessions that were opened in a period, and what was missing in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape
from kioskifly_desktop.core.sessions import sessions_opened

if TYPE_CHECKING:
    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work


def cash_sessions(work: Work, period: Period) -> Report:
    """Return the sessions of a period by their opening; of an open one, what is not known yet.

    Raises:
        NotAllowedError: the person may not see reports.
    """
    work.require(Permission.REPORTS)
    found = sessions_opened(work, period.first, period.last)
    known = [row.over_short for row in found if row.over_short is not None]
    at_opening = [row.opening_over_short for row in found]
    still_open = len(found) - len(known)
    return Report(
        title=Phrase("Turnos de caja"),
        columns=(
            Column(Phrase("Caja")),
            Column(Phrase("Abrió"), ColumnKind.INSTANT),
            Column(Phrase("Cerró"), ColumnKind.INSTANT),
            Column(Phrase("Diferencia"), ColumnKind.MONEY),
            Column(Phrase("Al abrir"), ColumnKind.MONEY),
            Column(Phrase("Contado"), ColumnKind.MONEY),
            Column(Phrase("Esperado"), ColumnKind.MONEY),
            Column(Phrase("Fondo"), ColumnKind.MONEY),
            Column(Phrase("Quién abrió")),
            Column(Phrase("Quién cerró")),
        ),
        rows=tuple(
            (
                row.register,
                row.opened_at,
                row.closed_at,
                row.over_short,
                row.opening_over_short,
                row.counted,
                row.expected,
                row.opening_float,
                row.opened_by,
                row.closed_by or None,
            )
            for row in found
        ),
        totals=(Phrase("Total"), None, None, sum(known), sum(at_opening), None, None, None, "", ""),
        series=(
            Series(
                Phrase("Diferencia"),
                Shape.BARS,
                ColumnKind.MONEY,
                tuple(
                    (f"{row.register} {format_datetime(row.opened_at)}", row.over_short)
                    for row in found
                ),
            ),
        ),
        note=_note(still_open, missing=any(each < 0 for each in (*known, *at_opening))),
    )


def _note(still_open: int, *, missing: bool) -> str:
    words = [Phrase("Por debajo de cero es faltante.")] if missing else []
    if still_open:
        words.append(Phrase("Turnos todavía abiertos: {still_open}.", still_open=still_open))
    return joined(" ", words)
