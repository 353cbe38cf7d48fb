"""The cash sessions that were opened in a period, and what was missing in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.core.ledger import EntryKind, journal_entry, posting
from kioskifly_desktop.core.phrases import Phrase, joined
from kioskifly_desktop.core.registers import cash_session, register
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape
from kioskifly_desktop.core.reports.sold import run
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

_OPENING, _CLOSING = journal_entry.alias("opening"), journal_entry.alias("closing")
_OPENING_LEG = posting.alias("opening_leg")
_OPENER, _CLOSER = user.alias("opener"), user.alias("closer")
_SESSIONS = (
    select(
        register.c.name,
        _OPENING.c.at.label("opened_at"),
        _OPENER.c.name.label("opened_by"),
        _CLOSING.c.at.label("closed_at"),
        _CLOSER.c.name.label("closed_by"),
        cash_session.c.opening_float,
        func.coalesce(_OPENING_LEG.c.amount, 0).label("opening_over_short"),
        cash_session.c.expected,
        cash_session.c.counted,
    )
    .select_from(_OPENING)
    .join(cash_session, cash_session.c.opening_entry_id == _OPENING.c.id)
    .join(register, register.c.id == cash_session.c.register_id)
    .join(_OPENER, _OPENER.c.id == _OPENING.c.user_id)
    .outerjoin(
        _OPENING_LEG,
        (_OPENING_LEG.c.entry_id == _OPENING.c.id)
        & (_OPENING_LEG.c.account_id == register.c.account_id)
        & (_OPENING.c.kind == EntryKind.OVER_SHORT),
    )
    .outerjoin(_CLOSING, _CLOSING.c.id == cash_session.c.closing_entry_id)
    .outerjoin(_CLOSER, _CLOSER.c.id == _CLOSING.c.user_id)
    .where(_OPENING.c.business_date.between(bindparam("first"), bindparam("last")))
    .order_by(cash_session.c.id)
)


def cash_sessions(work: Work, period: Period) -> Report:
    """Return the sessions of a period by their opening; of an open one, what is not known yet."""
    found = run(work, _SESSIONS, period)
    differences = [None if row.counted is None else row.counted - row.expected for row in found]
    known = [each for each in differences if each is not None]
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
                row.name,
                row.opened_at,
                row.closed_at,
                difference,
                row.opening_over_short,
                row.counted,
                row.expected,
                row.opening_float,
                row.opened_by,
                row.closed_by,
            )
            for row, difference in zip(found, differences, strict=True)
        ),
        totals=(Phrase("Total"), None, None, sum(known), sum(at_opening), None, None, None, "", ""),
        series=(
            Series(
                Phrase("Diferencia"),
                Shape.BARS,
                ColumnKind.MONEY,
                tuple(
                    (f"{row.name} {format_datetime(row.opened_at)}", difference)
                    for row, difference in zip(found, differences, strict=True)
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
