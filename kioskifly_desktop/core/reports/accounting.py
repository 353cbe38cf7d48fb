"""The books as reports: libro diario, mayor, sumas y saldos, and what the days left."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kioskifly_desktop.core.books import (
    ENTRY_NAMES,
    PATH,
    Span,
    balances_before,
    book_accounts,
    book_entries,
    mayor,
    result_of,
    shop_accounts,
    trial_balance,
)
from kioskifly_desktop.core.errors import AccountNotFoundError
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.methods import memo_words
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.phrases import Phrase, joined, phrase_of
from kioskifly_desktop.core.reports.report import Column, ColumnKind, Report, Series, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kioskifly_desktop.core.books import BookAccount, TrialRow
    from kioskifly_desktop.core.ledger import EntryKind
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.reports.periods import Period
    from kioskifly_desktop.core.reports.report import Value
    from kioskifly_desktop.core.work import Work

MOST = 5000
"""How many entries a report of them has; the exported journal has them all."""

_MORE = Phrase(
    "Son los primeros {most}: elegí menos días, o exportá el diario, que va entero.", most=MOST
)
_SIDES = (
    Column(phrase_of("books", "Debe"), ColumnKind.MONEY),
    Column(phrase_of("books", "Haber"), ColumnKind.MONEY),
)
_DAY, _ENTRY = Column(Phrase("Día"), ColumnKind.DAY), Column(Phrase("Asiento"), ColumnKind.COUNT)


def journal(work: Work, period: Period) -> Report:
    """Return the libro diario: every leg of every entry, by day and number."""
    found = list(islice(book_entries(work, _span(period)), MOST + 1))
    entries = found[:MOST]
    names = book_accounts(work, {account for entry in entries for account, _ in entry.legs})
    rows = [
        (
            _name(names[account]),
            entry.day,
            entry.id,
            *_sides(amount),
            _words(entry.kind, entry.memo),
            entry.user,
        )
        for entry in entries
        for account, amount in entry.legs
    ]
    whole = len(found) <= MOST
    sums = _both((amount for entry in entries for _, amount in entry.legs), whole=whole)
    return Report(
        title=Phrase("Libro diario"),
        columns=(
            Column(Phrase("Cuenta")),
            _DAY,
            _ENTRY,
            *_SIDES,
            Column(Phrase("Detalle")),
            Column(Phrase("Quién")),
        ),
        rows=tuple(rows),
        totals=(Phrase("Total") if whole else "", None, None, *sums, "", ""),
        note="" if whole else _MORE,
    )


def ledger(work: Work, period: Period, account_id: int | None) -> Report:
    """Return the libro mayor of an account, with the balance that each movement left.

    Of none chosen it is the first register's.

    Raises:
        AccountNotFoundError: the books have no such account.
    """
    among = shop_accounts(work)[:1] if account_id is None else []
    account = next(iter(among or book_accounts(work, {account_id or 0}).values()), None)
    if account is None:
        raise AccountNotFoundError(name=account_id)
    span = _span(period)
    found = list(islice(mayor(work, account.id, span), MOST + 1))
    if found:
        before = found[0].balance - found[0].amount
    else:
        before = balances_before(work, span).get(account.id, 0)
    rows = [
        (_words(row.kind, row.memo), row.day, row.entry_id, *_sides(row.amount), row.balance)
        for row in found[:MOST]
    ]
    whole = len(found) <= MOST
    sums = _both((row.amount for row in found), whole=whole)
    left = rows[-1][-1] if rows else before
    opening = Phrase("Saldo anterior: {before}.", before=format_money(before))
    return Report(
        title=Phrase("Mayor de {name}", name=account.name),
        columns=(
            Column(Phrase("Detalle")),
            _DAY,
            _ENTRY,
            *_SIDES,
            Column(Phrase("Saldo"), ColumnKind.MONEY),
        ),
        rows=tuple(rows),
        totals=(Phrase("Total") if whole else "", None, None, *sums, left),
        note=opening if whole else joined(" ", (opening, _MORE)),
    )


def trial(work: Work, period: Period) -> Report:
    """Return the balance de sumas y saldos; what the clients owe is one line."""
    rows: dict[str, list[Centavos]] = {}
    for each in trial_balance(work, _span(period)):
        figures = rows.setdefault(_line(each), [0, 0, 0, 0])
        for place, amount in enumerate((each.opening, each.debit, each.credit, each.closing)):
            figures[place] += amount
    sums = [sum(column) for column in zip(*rows.values(), strict=True)] or [0, 0, 0, 0]
    return Report(
        title=Phrase("Sumas y saldos"),
        columns=(
            Column(Phrase("Cuenta")),
            Column(Phrase("Saldo anterior"), ColumnKind.MONEY),
            *_SIDES,
            Column(Phrase("Saldo"), ColumnKind.MONEY),
        ),
        rows=tuple((name, *figures) for name, figures in rows.items()),
        totals=(Phrase("Total"), *sums),
        note=Phrase("Por encima de cero es saldo deudor; por debajo, acreedor.") if rows else "",
    )


def result(work: Work, period: Period) -> Report:
    """Return what the days left: sales, what the goods cost, and what was spent.

    Raises:
        NotAllowedError: the person may not see what goods cost.
    """
    work.require(Permission.SEE_COSTS)
    left = result_of(work, _span(period))
    lines: list[tuple[str, Centavos]] = [
        (Phrase("Ventas a precio de lista"), left.sales),
        (Phrase("Descuentos y promociones"), -left.discounts),
        (Phrase("Devoluciones"), -left.returns),
        (Phrase("Costo de lo vendido"), -left.cost),
        *left.income,
        *((name, -amount) for name, amount in left.expenses),
    ]
    lines = [line for line in lines if line[1]]
    aside = [
        (Phrase("compras de mercadería {goods}", goods=format_money(left.goods)), left.goods),
        (Phrase("retiros del dueño {owner}", owner=format_money(left.owner)), left.owner),
    ]
    told = [name for name, amount in aside if amount]
    words = joined(" y ", told)
    return Report(
        title=Phrase("Resultado"),
        columns=(
            Column(Phrase("Concepto")),
            Column(Phrase("Importe"), ColumnKind.MONEY),
            Column(Phrase("De lo vendido"), ColumnKind.PERCENT),
        ),
        rows=tuple((name, amount, _of(amount, left.sold)) for name, amount in lines),
        totals=(Phrase("Resultado"), left.net, _of(left.net, left.sold)),
        series=(Series(Phrase("Importe"), Shape.RANKING, ColumnKind.MONEY, tuple(lines)),),
        note=Phrase(
            "Además salieron de las cajas: {words}. No son un gasto de estos días.", words=words
        )
        if told
        else "",
    )


def _span(period: Period) -> Span:
    return Span(period.first, period.last)


def _name(account: BookAccount) -> str:
    return joined(PATH, account.path)


def _line(row: TrialRow) -> str:
    path = row.account.path
    return _name(row.account) if not row.account.number else joined(PATH, path[:-1])


def _words(kind: EntryKind, memo: str) -> str:
    return joined(" · ", filter(None, (ENTRY_NAMES[kind], memo_words(memo))))


def _sides(amount: Centavos) -> tuple[Value, Value]:
    return (amount, "") if amount > 0 else ("", -amount)


def _both(amounts: Iterable[Centavos], *, whole: bool) -> tuple[Value, Value]:
    """Add up both sides; of a report that is cut there is none to tell."""
    if not whole:
        return None, None
    amounts = list(amounts)
    return sum(each for each in amounts if each > 0), -sum(each for each in amounts if each < 0)


def _of(part: Centavos, sold: Centavos) -> int | None:
    if sold <= 0:
        return None
    sign = -1 if part < 0 else 1
    return sign * ((2 * abs(part) * 10_000 + sold) // (2 * sold))
