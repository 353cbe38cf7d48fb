"""The reports there are, by their names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kioskifly_desktop.core.es_ar import format_datetime
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase
from kioskifly_desktop.core.reports.accounting import journal, ledger, result, trial
from kioskifly_desktop.core.reports.by_goods import by_category, by_product, margin
from kioskifly_desktop.core.reports.by_mean import by_mean
from kioskifly_desktop.core.reports.by_people import by_cashier, by_client, lost_clients
from kioskifly_desktop.core.reports.by_time import by_day, by_hour, by_month, by_weekday
from kioskifly_desktop.core.reports.cash import cash_sessions
from kioskifly_desktop.core.reports.loyalty import points, promotions
from kioskifly_desktop.core.reports.standing import debtors, low_stock, stock_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.reports.report import Report
    from kioskifly_desktop.core.work import Work


class ReportName(StrEnum):
    """A report, as the command line names it."""

    DAYS = "days"
    HOURS = "hours"
    WEEKDAYS = "weekdays"
    MONTHS = "months"
    PRODUCTS = "products"
    CATEGORIES = "categories"
    MARGIN = "margin"
    CLIENTS = "clients"
    LOST_CLIENTS = "lost-clients"
    CASHIERS = "cashiers"
    MEANS = "means"
    SESSIONS = "sessions"
    PROMOTIONS = "promotions"
    POINTS = "points"
    DEBTORS = "debtors"
    STOCK = "stock"
    LOW_STOCK = "low-stock"
    RESULT = "result"
    TRIAL = "trial-balance"
    JOURNAL = "journal"
    LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report: what it is called, what it is of, and what else it takes to see it.

    One of the shop as it stands has no period; one `by_account` takes the account as well.
    """

    title: str
    group: str
    make: Callable[..., Report]
    has_period: bool = True
    by_account: bool = False
    needs: Permission = Permission.REPORTS


_SALES, _GOODS, _PEOPLE, _MONEY = (
    Phrase("Ventas"),
    Phrase("Productos"),
    Phrase("Clientes"),
    Phrase("Caja"),
)
_BOOKS = Phrase("Contabilidad")

REPORTS: Mapping[ReportName, ReportKind] = {
    ReportName.DAYS: ReportKind(Phrase("Por día"), _SALES, by_day),
    ReportName.HOURS: ReportKind(Phrase("Por hora"), _SALES, by_hour),
    ReportName.WEEKDAYS: ReportKind(Phrase("Por día de la semana"), _SALES, by_weekday),
    ReportName.MONTHS: ReportKind(Phrase("Por mes"), _SALES, by_month),
    ReportName.MEANS: ReportKind(Phrase("Por medio de pago"), _SALES, by_mean),
    ReportName.CASHIERS: ReportKind(Phrase("Por cajero"), _SALES, by_cashier),
    ReportName.PROMOTIONS: ReportKind(Phrase("Promociones y canjes"), _SALES, promotions),
    ReportName.PRODUCTS: ReportKind(Phrase("Más vendidos"), _GOODS, by_product),
    ReportName.CATEGORIES: ReportKind(Phrase("Por rubro"), _GOODS, by_category),
    ReportName.MARGIN: ReportKind(Phrase("Ganancia"), _GOODS, margin, needs=Permission.SEE_COSTS),
    ReportName.STOCK: ReportKind(
        Phrase("Valor del stock"),
        _GOODS,
        lambda work, _period: stock_value(work),
        has_period=False,
        needs=Permission.SEE_COSTS,
    ),
    ReportName.LOW_STOCK: ReportKind(
        Phrase("Stock bajo"), _GOODS, lambda work, _period: low_stock(work), has_period=False
    ),
    ReportName.CLIENTS: ReportKind(Phrase("Mejores clientes"), _PEOPLE, by_client),
    ReportName.LOST_CLIENTS: ReportKind(Phrase("Dejaron de venir"), _PEOPLE, lost_clients),
    ReportName.DEBTORS: ReportKind(
        Phrase("Deudores"), _PEOPLE, lambda work, _period: debtors(work), has_period=False
    ),
    ReportName.POINTS: ReportKind(Phrase("Puntos"), _PEOPLE, points),
    ReportName.SESSIONS: ReportKind(Phrase("Turnos"), _MONEY, cash_sessions),
    ReportName.RESULT: ReportKind(Phrase("Resultado"), _BOOKS, result, needs=Permission.SEE_COSTS),
    ReportName.TRIAL: ReportKind(Phrase("Sumas y saldos"), _BOOKS, trial),
    ReportName.JOURNAL: ReportKind(Phrase("Libro diario"), _BOOKS, journal),
    ReportName.LEDGER: ReportKind(Phrase("Libro mayor"), _BOOKS, ledger, by_account=True),
}


def make_report(
    work: Work, name: ReportName, period: Period, account_id: int | None = None
) -> Report:
    """Return a report of a period; one of the shop as it stands heeds none.

    Raises:
        NotAllowedError: the person may not see it.
        AccountNotFoundError: of the account that it is of.
    """
    kind = REPORTS[name]
    words = period.words() if kind.has_period else Phrase("Al {now}", now=format_datetime(work.now))
    account = (account_id,) if kind.by_account else ()
    return replace(kind.make(work, period, *account), period=words)
