"""The journal for an accountant's programs: Beancount, hledger, or rows for a spreadsheet.

Beancount: https://beancount.github.io/docs/beancount_language_syntax.html
hledger: https://hledger.org/hledger.html#journal
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from kioskifly_desktop.adapters.exchange.write import write_lines, write_rows
from kioskifly_desktop.core.books import (
    ENTRY_NAMES,
    Group,
    balances_before,
    book_accounts,
    book_entries,
)
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.permissions import Permission
from kioskifly_desktop.core.settings import shop_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kioskifly_desktop.core.books import BookAccount, BookEntry, Span
    from kioskifly_desktop.core.exports import Cell
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work


class JournalFormat(StrEnum):
    """What the journal is written for; of a spreadsheet, the file's own name tells which."""

    BEANCOUNT = "beancount"
    HLEDGER = "hledger"
    CSV = "csv"


_BY_SUFFIX = {".beancount": JournalFormat.BEANCOUNT, ".journal": JournalFormat.HLEDGER}


@dataclass(frozen=True, slots=True)
class Journal:
    """What is taken out: every account by its id, what each came with, and the entries by day."""

    shop: str
    accounts: Mapping[int, BookAccount]
    opening: Mapping[int, Centavos]
    entries: Iterable[BookEntry]


CSV_TITLES = ("Asiento", "Fecha", "Movimiento", "Detalle", "Cuenta", "Debe", "Haber", "Usuario")
_OPENING, _CLOSING = "Saldos anteriores", "Saldos finales"
_CURRENCY = "ARS"
_ROOTS = {
    Group.ASSETS: "assets",
    Group.LIABILITIES: "liabilities",
    Group.EQUITY: "equity",
    Group.INCOME: "income",
    Group.EXPENSES: "expenses",
}


def journal_lines(journal: Journal, into: JournalFormat) -> Iterator[str]:
    """Give the lines of a Beancount or an hledger journal.

    It opens every account that it uses and ends asserting what each one is left with, so that who
    reads it is told where they don't agree.
    """
    write = _Beancount(journal) if into is JournalFormat.BEANCOUNT else _Hledger(journal)
    yield from write.lines()


def journal_rows(journal: Journal) -> Iterator[tuple[Cell, ...]]:
    """Give a row for each posting, under `CSV_TITLES`, one side of it empty."""
    for entry in journal.entries:
        for account_id, amount in entry.legs:
            account = ": ".join(journal.accounts[account_id].path)
            debit = Decimal(amount) / 100 if amount > 0 else None
            credit = Decimal(-amount) / 100 if amount < 0 else None
            kind = ENTRY_NAMES[entry.kind]
            yield (entry.id, entry.day, kind, entry.memo, account, debit, credit, entry.user)


def format_of(path: Path) -> JournalFormat:
    """Return what a file of a name is written for."""
    return _BY_SUFFIX.get(path.suffix.lower(), JournalFormat.CSV)


def save_journal(work: Work, span: Span, into: JournalFormat, path: Path) -> int:
    """Write the entries of a span to a file, whole or not at all, and return how many they were.

    Raises:
        NotAllowedError: the person may not.
        OutputFileError: the file can't be written.
    """
    work.require(Permission.EXPORT)
    count = 0

    def counted() -> Iterator[BookEntry]:
        nonlocal count
        for count, entry in enumerate(book_entries(work, span), 1):  # noqa: B007 - told after
            yield entry

    journal = Journal(
        shop_profile(work).name, book_accounts(work), balances_before(work, span), counted()
    )
    if into is JournalFormat.CSV:
        write_rows(path, CSV_TITLES, journal_rows(journal))
    else:
        write_lines(path, journal_lines(journal, into))
    return count


class _Writer:
    """What both formats have in common: openings, entries, and what is asserted at the end."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.names: dict[int, str] = {}
        taken: set[str] = set()
        for key, each in sorted(journal.accounts.items()):
            name = self.name(each)
            while name in taken:
                # Two names that differ only in what the format can't write.
                name += f"-{key}"
            taken.add(name)
            self.names[key] = name

    def name(self, account: BookAccount) -> str:
        """Return an account as the format writes it."""
        raise NotImplementedError

    def head(self, first: date) -> Iterator[str]:
        """Give what stands before the entries."""
        raise NotImplementedError

    def entry(self, day: date, number: int, words: str, user: str) -> str:
        """Return the first line of an entry."""
        raise NotImplementedError

    def assertions(self, day: date, left: Mapping[int, Centavos]) -> Iterator[str]:
        """Give what proves the balances at the start of a day."""
        raise NotImplementedError

    def lines(self) -> Iterator[str]:
        """Give every line."""
        left = dict(self.journal.opening)
        entries = iter(self.journal.entries)
        first = next(entries, None)
        if first is None:
            return
        yield from self.head(first.day - timedelta(days=1))
        if left:
            yield self.entry(first.day - timedelta(days=1), 0, _OPENING, "")
            yield from self._legs(tuple(left.items()))
        last = first.day
        for entry in chain((first,), entries):
            last = entry.day
            words = " · ".join(filter(None, (ENTRY_NAMES[entry.kind], _flat(entry.memo))))
            yield self.entry(entry.day, entry.id, words, entry.user)
            yield from self._legs(entry.legs)
            for account_id, amount in entry.legs:
                left[account_id] = left.get(account_id, 0) + amount
        yield from self.assertions(last + timedelta(days=1), left)

    def _legs(self, legs: Sequence[tuple[int, Centavos]]) -> Iterator[str]:
        for account_id, amount in legs:
            yield f"    {self.names[account_id]}  {_amount(amount)}"
        yield ""


class _Beancount(_Writer):
    def name(self, account: BookAccount) -> str:
        return ":".join(_component(part) for part in account.path)

    def head(self, first: date) -> Iterator[str]:
        yield f'option "title" "{_quoted(self.journal.shop)}"'
        yield f'option "operating_currency" "{_CURRENCY}"'
        for group, root in _ROOTS.items():
            yield f'option "name_{root}" "{group.value}"'
        yield ""
        for name in sorted(self.names.values()):
            yield f"{first} open {name} {_CURRENCY}"
        yield ""

    def entry(self, day: date, number: int, words: str, user: str) -> str:
        meta = f'\n  asiento: {number}\n  usuario: "{_quoted(user)}"' if number else ""
        return f'{day} * "{_quoted(words)}"{meta}'

    def assertions(self, day: date, left: Mapping[int, Centavos]) -> Iterator[str]:
        for account_id, amount in left.items():
            # Left to itself, it lets a centavo pass.
            exact = _amount(amount).replace(" ", " ~ 0 ")
            yield f"{day} balance {self.names[account_id]} {exact}"


class _Hledger(_Writer):
    def name(self, account: BookAccount) -> str:
        return ":".join(_plain(part) for part in account.path)

    def head(self, first: date) -> Iterator[str]:
        yield f"; {_plain(self.journal.shop)}, desde el {first}"
        yield "decimal-mark ."
        yield f"commodity 1000.00 {_CURRENCY}"
        for name in sorted(self.names.values()):
            yield f"account {name}"
        yield ""

    def entry(self, day: date, number: int, words: str, user: str) -> str:
        code = f" ({number})" if number else ""
        return f"{day} *{code} {_plain(words)}" + (f"  ; usuario: {_plain(user)}" if user else "")

    def assertions(self, day: date, left: Mapping[int, Centavos]) -> Iterator[str]:
        yield f"{day} * {_CLOSING}"
        for account_id, amount in left.items():
            yield f"    {self.names[account_id]}  {_amount(0)} = {_amount(amount)}"


def _amount(centavos: Centavos) -> str:
    whole, cents = divmod(abs(centavos), 100)
    return f"{'-' if centavos < 0 else ''}{whole}.{cents:02d} {_CURRENCY}"


def _component(part: str) -> str:
    """Return a part of an account's name in letters, digits and dashes, a capital first."""
    words = re.sub(r"[^A-Za-z0-9 ]", "", fold(part)).split()
    return "-".join(words).capitalize() or "X"


def _flat(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _quoted(text: str) -> str:
    return _flat(text).replace("\\", "\\\\").replace('"', '\\"')


def _plain(text: str) -> str:
    """Return words that hledger reads as words: nothing that divides, comments or opens a date."""
    return " ".join(re.sub(r"[:;|=*!()\[\]{}\"]", " ", _flat(text)).split()) or "-"
