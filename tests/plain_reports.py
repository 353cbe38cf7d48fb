"""Reports added up the plain way: row by row of the file, and nothing of the program's code."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from typing import Any

from tests.naive_shop import half_up

BUENOS_AIRES = timezone(timedelta(hours=-3))
NAMES = {
    "cash": "Efectivo",
    "debit_card": "Débito",
    "credit_card": "Crédito",
    "transfer": "Transferencia",
    "qr": "QR",
}


class Plain:
    """All rows of a shop."""

    def __init__(self, work):
        def rows(table, key="id"):
            found = work.db.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()
            return {row[key]: dict(row) for row in found}

        self.entries = rows("journal_entry")
        self.sales = rows("sale", "entry_id")
        self.products = rows("product")
        self.clients = rows("client")
        self.users = rows("user")
        self.registers = rows("register")
        self.sessions = rows("cash_session")
        self.merged = {row["merged_id"]: row["kept_id"] for row in rows("client_merge").values()}
        self.postings, self.moves = defaultdict(list), defaultdict(list)
        self.lines, self.paid = defaultdict(list), defaultdict(list)
        for row in rows("posting").values():
            self.postings[row["entry_id"]].append(row)
        for row in rows("stock_move").values():
            self.moves[row["entry_id"]].append(row)
        for row in rows("sale_line").values():
            self.lines[row["sale_id"]].append(row)
        for row in rows("sale_payment").values():
            self.paid[row["sale_id"]].append(row)
        accounts = rows("account").values()
        self.sales_account = next(row["id"] for row in accounts if row["kind"] == "sales")
        self.undone = {entry["reverses"] for entry in self.entries.values()}

    def kept(self, period):
        """Give the entries of sales and returns of a period that nobody voided, with their sign."""
        for number, entry in self.entries.items():
            day = date.fromisoformat(entry["business_date"])
            if (
                entry["kind"] in {"sale", "return"}
                and period.first <= day <= period.last
                and number not in self.undone
            ):
                yield number, entry, self.sales[number], -1 if entry["kind"] == "return" else 1

    def posted(self, number):
        """Return what an entry put on the account of sales."""
        return -sum(
            leg["amount"]
            for leg in self.postings[number]
            if leg["account_id"] == self.sales_account
        )

    def by(self, period, key):
        """Add tickets, sales and returns up by a key, from the postings."""
        found: dict[Any, list[int]] = defaultdict(lambda: [0, 0, 0])
        for number, entry, sale, sign in self.kept(period):
            assert self.posted(number) == sign * sale["total"]
            figures = found[key(entry, sale)]
            figures[0] += sign > 0
            figures[1] += self.posted(number) if sign > 0 else 0
            figures[2] -= self.posted(number) if sign < 0 else 0
        return dict(found)

    def client_of(self, sale):
        who = sale["client_id"]
        while who in self.merged:
            who = self.merged[who]
        return "Sin cliente" if who is None else self.clients[who]["name"]

    def goods(self, period):
        """Return quantity, net, cost, and net of what has a cost, by product."""
        found: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for _, _, sale, sign in self.kept(period):
            for line in self.lines[sale["id"]]:
                figures = found[line["product_id"]]
                figures[0] += sign * line["quantity"]
                figures[1] += sign * line["total"]
                figures[2] += sign * half_up(Fraction(line["cost"] * line["quantity"], 1000))
                figures[3] += sign * line["total"] if line["cost"] else 0
        return dict(found)

    def moved(self, period):
        """Return what left the shelves by product, from the moves of stock."""
        gone: Counter[int] = Counter()
        for number, *_ in self.kept(period):
            for move in self.moves[number]:
                gone[move["product_id"]] -= move["quantity"]
        return gone

    def means(self, period):
        """Return tickets, sales and returns by means."""
        found: dict[str, list[Any]] = defaultdict(lambda: [set(), 0, 0])
        for number, _, sale, sign in self.kept(period):
            parts = [(NAMES[row["method"]], row["amount"]) for row in self.paid[sale["id"]]]
            if sale["on_account"]:
                parts.append(("Cuenta corriente", sale["on_account"]))
            for name, amount in parts:
                figures = found[name]
                if sign > 0:
                    figures[0].add(number)
                figures[1 if sign > 0 else 2] += amount
        return {name: (len(each[0]), *each[1:]) for name, each in found.items()}


def day_of(entry, _sale):
    return date.fromisoformat(entry["business_date"])


def hour_of(entry, _sale):
    return datetime.fromtimestamp(entry["at"] / 1000, UTC).astimezone(BUENOS_AIRES).hour


def ratio(a, b):
    return half_up(Fraction(a, b)) if b else None


def figures(tickets, charged, returned):
    return (tickets, charged, returned, charged - returned, ratio(charged, tickets))
