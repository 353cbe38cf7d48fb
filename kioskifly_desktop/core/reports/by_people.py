"""Sales by client and by cashier, and the clients who stopped coming."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from kioskifly_desktop.core.clients import client
from kioskifly_desktop.core.clients.merged import client_merge
from kioskifly_desktop.core.ledger import journal_entry
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.by_goods import first_bars
from kioskifly_desktop.core.reports.periods import before
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, mean, share
from kioskifly_desktop.core.reports.sold import IS_SALE, charged, returned, run, sold, tickets
from kioskifly_desktop.core.sales.tables import sale
from kioskifly_desktop.core.users import user

if TYPE_CHECKING:
    from datetime import date

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.work import Work

NO_CLIENT = Phrase("Sin cliente")
_FIGURES = (tickets(), charged(sale.c.total), returned(sale.c.total))
_BY_CLIENT = (
    sold(
        sale.c.client_id,
        client.c.name,
        *_FIGURES,
        func.max(journal_entry.c.business_date, type_=journal_entry.c.business_date.type)
        .filter(IS_SALE)
        .label("last"),
    )
    .outerjoin(client, client.c.id == sale.c.client_id)
    .group_by(sale.c.client_id)
)
_MERGES = select(client_merge.c.merged_id, client_merge.c.kept_id, client.c.name).join(
    client, client.c.id == client_merge.c.kept_id
)
_BY_CASHIER = (
    sold(user.c.name, *_FIGURES)
    .join(user, user.c.id == journal_entry.c.user_id)
    .group_by(user.c.id)
    .order_by(user.c.name, user.c.id)
)
_COLUMNS = (
    Column(Phrase("Tickets"), ColumnKind.COUNT),
    Column(Phrase("Ventas"), ColumnKind.MONEY),
    Column(Phrase("Devoluciones"), ColumnKind.MONEY),
    Column(Phrase("Neto"), ColumnKind.MONEY),
    Column(Phrase("Promedio por ticket"), ColumnKind.MONEY),
)


class _Bought:
    """What each client bought, those who turned out to be one as one."""

    def __init__(self, work: Work, period: Period) -> None:
        self.names: dict[int | None, str] = {None: NO_CLIENT}
        self.figures: dict[int | None, Counter[str]] = {}
        self.last: dict[int | None, date | None] = {}
        rows = run(work, _BY_CLIENT, period)
        merges = work.db.execute(_MERGES).all()
        kept = {row.merged_id: row.kept_id for row in merges}
        self.names |= {row.client_id: row.name for row in rows if row.client_id is not None}
        self.names |= {row.kept_id: row.name for row in merges}
        for row in rows:
            who = row.client_id
            while who in kept:
                who = kept[who]
            figures = self.figures.setdefault(who, Counter())
            figures.update(tickets=row.tickets, charged=row.charged, returned=row.returned)
            days = [day for day in (self.last.get(who), row.last) if day]
            self.last[who] = max(days, default=None)

    def net(self, who: int | None) -> int:
        """Return what a client bought, less what came back."""
        return self.figures[who]["charged"] - self.figures[who]["returned"]

    def best_first(self) -> list[int | None]:
        """Return the clients, by what they bought."""
        return sorted(
            self.figures, key=lambda who: (-self.net(who), self.names[who].casefold(), who or 0)
        )


def by_client(work: Work, period: Period) -> Report:
    """Return what each client bought, the best first."""
    bought = _Bought(work, period)
    order = bought.best_first()
    total = sum(map(bought.net, order))
    named = [(bought.names[who], bought.net(who)) for who in order if who is not None]
    every: Counter[str] = Counter()
    for figures in bought.figures.values():
        every.update(figures)
    return Report(
        title=Phrase("Ventas por cliente"),
        columns=(
            Column(Phrase("Cliente")),
            *_COLUMNS,
            Column(Phrase("Del total"), ColumnKind.PERCENT),
        ),
        rows=tuple(
            (bought.names[who], *_figures(bought.figures[who]), share(bought.net(who), total))
            for who in order
        ),
        totals=(Phrase("Total"), *_figures(every), share(total, total)),
        series=(first_bars(Phrase("Neto"), named),),
    )


def lost_clients(work: Work, period: Period) -> Report:
    """Return the clients who bought in the period before, and not in this one."""
    past = before(period)
    bought, came = _Bought(work, past), _Bought(work, period)
    lost = [
        who
        for who in bought.best_first()
        if who is not None
        and bought.figures[who]["tickets"]
        and not (who in came.figures and came.figures[who]["tickets"])
    ]
    return Report(
        title=Phrase("Clientes que dejaron de venir"),
        columns=(
            Column(Phrase("Cliente")),
            Column(Phrase("Última compra"), ColumnKind.DAY),
            Column(Phrase("Tickets antes"), ColumnKind.COUNT),
            Column(Phrase("Neto antes"), ColumnKind.MONEY),
        ),
        rows=tuple(
            (bought.names[who], bought.last[who], bought.figures[who]["tickets"], bought.net(who))
            for who in lost
        ),
        totals=(
            Phrase("Total"),
            None,
            sum(bought.figures[who]["tickets"] for who in lost),
            sum(map(bought.net, lost)),
        ),
        series=(
            first_bars(
                Phrase("Neto antes"), [(bought.names[who], bought.net(who)) for who in lost]
            ),
        ),
        note=Phrase("Compraron en el período anterior ({words}) y no en este.", words=past.words()),
    )


def by_cashier(work: Work, period: Period) -> Report:
    """Return what each person sold."""
    found = run(work, _BY_CASHIER, period)
    rows = [
        (row.name, Counter(tickets=row.tickets, charged=row.charged, returned=row.returned))
        for row in found
    ]
    every: Counter[str] = Counter()
    for _, figures in rows:
        every.update(figures)
    return Report(
        title=Phrase("Ventas por cajero"),
        columns=(Column(Phrase("Cajero")), *_COLUMNS),
        rows=tuple((name, *_figures(figures)) for name, figures in rows),
        totals=(Phrase("Total"), *_figures(every)),
        series=(
            first_bars(Phrase("Neto"), [(row.name, row.charged - row.returned) for row in found]),
        ),
    )


def _figures(sums: Counter[str]) -> tuple[int | None, ...]:
    """Return the figures of `_COLUMNS`."""
    count, charged, returned = sums["tickets"], sums["charged"], sums["returned"]
    return (count, charged, returned, charged - returned, mean(charged, count))
