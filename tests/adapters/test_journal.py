"""The journal as accountants' programs read it: Beancount's own loader, and hledger's syntax."""

import csv
import re
from decimal import Decimal

import pytest
from beancount import loader
from beancount.core.data import Open, Transaction

from kioskifly_desktop.adapters.exchange import write_rows
from kioskifly_desktop.adapters.exchange.journal import (
    CSV_TITLES,
    Journal,
    JournalFormat,
    journal_lines,
    journal_rows,
)
from kioskifly_desktop.core.books import (
    Span,
    balances_before,
    book_accounts,
    book_entries,
)
from kioskifly_desktop.core.registers import RegisterKind, add_register
from kioskifly_desktop.core.sessions import (
    CashMovementRequest,
    ExpenseKind,
    add_category,
    list_categories,
    pay_out,
)
from tests.factories import BANK, add_debt, make_client, make_product, new_request, pay, sell

HOSTILE = (
    'Ana "La Flaca"  Gómez: {x} ; | = *',
    "\\\\ barra",
    "Ñandú & Cía. (Pinto)",
    "日本",
    "🐔",
    "; comment",
    "2026-01-01 * broma",
    "123",
)


@pytest.fixture
def books(read):
    """Give the journal of a span, in a format."""

    def text(into, span=Span()):  # noqa: B008 - frozen
        return read(lambda work: "\n".join(journal_lines(taken(work, span), into)))

    return text


def taken(work, span):
    accounts, opening = book_accounts(work), balances_before(work, span)
    return Journal('El "Sol"', accounts, opening, list(book_entries(work, span)))


def balances(read):
    rows = "SELECT id, balance FROM account WHERE balance <> 0"
    return dict(tuple(row) for row in read(lambda work: work.db.exec_driver_sql(rows).all()))


@pytest.fixture
def town(write):
    """Clients with names that no format expects, who buy and pay."""

    def fill(work):
        alfajor = make_product(work, "Alfajor", price=750_00, cost=400_00)
        for number, name in enumerate(HOSTILE, 1):
            who = make_client(work, name)
            add_debt(work, who, number * 1_000_01)
            pay(work, who, number * 333_33)
        sell(work, (alfajor, 3), cash=2_250_00)

    write(fill)


def loaded(text):
    entries, errors, options = loader.load_string(text)
    assert errors == []
    return entries, options


def sums(entries):
    left: dict[str, Decimal] = {}
    for entry in entries:
        for posting in entry.postings if isinstance(entry, Transaction) else ():
            assert posting.units is not None
            assert posting.units.number is not None
            assert posting.units.currency == "ARS"
            left[posting.account] = left.get(posting.account, Decimal(0)) + posting.units.number
    return {name: amount for name, amount in left.items() if amount}


def test_beancount_reads_it_and_agrees(town, books, read):
    entries, options = loaded(books(JournalFormat.BEANCOUNT))
    assert options["name_assets"] == "Activo"
    assert options["title"] == 'El "Sol"'
    assert sorted(sums(entries).values()) == sorted(
        Decimal(each) / 100 for each in balances(read).values()
    )
    opened = [entry.account for entry in entries if isinstance(entry, Open)]
    assert len(opened) == len(set(opened)) == len(read(book_accounts))
    assert "Activo:Clientes:0001-ana-la-flaca-gomez-x" in opened
    assert "Activo:Clientes:0005" in opened


def test_beancount_notices_a_centavo(town, books):
    text = books(JournalFormat.BEANCOUNT)
    line = next(line for line in text.splitlines() if " balance Activo:Cajas" in line)
    amount = line.split()[3]
    other = str(Decimal(amount) + Decimal("0.01"))
    _, errors, _ = loader.load_string(text.replace(line, line.replace(amount, other)))
    assert errors


def test_a_part_begins_with_what_there_was(town, books, read, clock, write):
    clock.move(days=40)
    write(pay, 1, 1_00)
    today = read(lambda work: work.today)
    entries, _ = loaded(books(JournalFormat.BEANCOUNT, Span(since=today)))
    moved = [entry for entry in entries if isinstance(entry, Transaction)]
    assert len(moved) == 2
    assert sorted(sums(entries).values()) == sorted(
        Decimal(each) / 100 for each in balances(read).values()
    )


ENTRY = re.compile(r"(\d{4}-\d\d-\d\d) \*(?: \((\d+)\))? ([^;]*?)(?:  ; usuario: (.*))?")
LEG = re.compile(r"    (\S+(?: \S+)*)  (-?\d+\.\d\d) ARS(?: = (-?\d+\.\d\d) ARS)?")


def hledger(text):
    """Read what hledger's manual calls transactions, postings and balance assertions."""
    left: dict[str, Decimal] = {}
    declared, total, last = set(), Decimal(0), ""
    for line in text.splitlines():
        if line.startswith(("; ", "decimal-mark .", "commodity 1000.00 ARS")):
            continue
        if line.startswith("account "):
            declared.add(line.removeprefix("account "))
        elif match := ENTRY.fullmatch(line):
            assert total == 0, "an entry that does not close"
            assert match[1] >= last
            total, last = Decimal(0), match[1]
        elif match := LEG.fullmatch(line):
            name, amount, asserted = match.groups()
            assert name in declared
            assert not re.search(r"[;|()\[\]]", name)
            total += Decimal(amount)
            left[name] = left.get(name, Decimal(0)) + Decimal(amount)
            assert asserted is None or left[name] == Decimal(asserted)
        else:
            assert line == "", line
    assert total == 0
    return {name: amount for name, amount in left.items() if amount}


def test_hledger_reads_it_and_agrees(town, books, read):
    left = hledger(books(JournalFormat.HLEDGER))
    assert sorted(left.values()) == sorted(Decimal(each) / 100 for each in balances(read).values())
    assert "Activo:Clientes:0003 Ñandú & Cía. Pinto" in left


def test_the_rows_of_the_spreadsheet(town, read, tmp_path):
    path = tmp_path / "asientos.csv"
    count = read(lambda work: write_rows(path, CSV_TITLES, journal_rows(taken(work, Span()))))
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert len(rows) == count
    assert side(rows, "Debe") == side(rows, "Haber") > 0
    assert not [row for row in rows if row["Cuenta"].startswith(("=", "+", "-", "@"))]


def side(rows, title):
    return sum(Decimal(row[title].replace(".", "").replace(",", ".") or 0) for row in rows)


def test_names_that_become_the_same_are_told_apart(write, read, books):
    for name in ("日本", "中国", "Caja 1 本"):
        write(add_register, name, RegisterKind.BANK)
    for name in ("Hielo", "Hielo 日", "Hielo 本", "日", "本", '";| \\ 国"'):
        write(add_category, name, ExpenseKind.EXPENSE)

    def spend(work):
        for row in list_categories(work):
            pay_out(work, CashMovementRequest(new_request(), BANK, row.id, "Pago", row.id))

    write(spend)
    entries, _ = loaded(books(JournalFormat.BEANCOUNT))
    expected = sorted(Decimal(each) / 100 for each in balances(read).values())
    assert sorted(sums(entries).values()) == expected
    assert sorted(hledger(books(JournalFormat.HLEDGER)).values()) == expected
    assert {"Gastos:Alquiler", "Gastos:Compras:Mercaderia"} < sums(entries).keys()


def test_an_empty_journal_is_an_empty_file(books):
    assert books(JournalFormat.BEANCOUNT) == ""
    assert books(JournalFormat.HLEDGER) == ""
