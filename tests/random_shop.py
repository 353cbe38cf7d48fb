"""A real shop and its naive books side by side: what one does must be what the other says."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from kioskifly_desktop.core.catalog import ProductRequest, Unit, add_product, get_product
from kioskifly_desktop.core.check import check
from kioskifly_desktop.core.clients import ClientRequest, add_client, get_client
from kioskifly_desktop.core.errors import RequestReusedError, ShopError
from kioskifly_desktop.core.ledger import APPEND_ONLY
from kioskifly_desktop.core.registers import RegisterKind, add_register, list_registers
from kioskifly_desktop.core.sales import count_parked, get_sale
from kioskifly_desktop.core.sessions import current_session, session_report, tallies_of
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.vouchers import VoucherKind, number_text
from kioskifly_desktop.core.wallet import history, wallet_summary
from tests.factories import add_printer
from tests.naive_shop import Books, Goods, Party, Register, Sold, Turno

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from random import Random

    from kioskifly_desktop.core.database import Database
    from kioskifly_desktop.core.sales import SaleDetail
    from kioskifly_desktop.core.wallet import WalletSummary
    from kioskifly_desktop.core.work import User, Work
    from tests.conftest import Clock

ALL = 10**9

CLIENTS = (
    Party(),
    Party(discount=10_00),
    Party(limit=30_000_00),
    Party(limit=80_000_00, days=7, discount=3_33),
    Party(enabled=False),
)
GOODS = (
    Goods(850_00),
    Goods(1_999_99),
    Goods(1),
    Goods(12_345_67, piece=False),
    Goods(7_800_00, piece=False, tracked=False),
    Goods(0),
    Goods(500_00, active=False),
)
CHANGEABLE = ("account", "cash_session", "client", "parked_sale", "product", "register")


@dataclass(frozen=True)
class Entry:
    """An entry as the books see it: what moved of clients, registers and the shop's accounts."""

    kind: str
    owed: dict[int, int] = field(default_factory=dict)
    money: dict[int, int] = field(default_factory=dict)
    other: dict[str, int] = field(default_factory=dict)

    def told(self) -> tuple[Any, ...]:
        sides = (self.owed, self.money, self.other)
        return (self.kind, *(tuple(sorted((k, v) for k, v in s.items() if v)) for s in sides))


@dataclass(frozen=True)
class Outcome:
    """What an act must leave behind, or the rules that forbid it."""

    entries: tuple[Entry, ...] = ()
    moves: tuple[tuple[int, int], ...] = ()  # (product, quantity)
    papers: tuple[str, ...] = ()  # series
    forbidden: frozenset[type[ShopError]] = frozenset()


@dataclass(frozen=True)
class News:
    """What an act left behind."""

    done: Any
    entries: tuple[tuple[int, Entry], ...]
    numbers: tuple[str, ...]

    @property
    def entry_id(self) -> int:
        """The only entry."""
        ((entry_id, _),) = self.entries
        return entry_id


@dataclass(frozen=True)
class Past:
    """A request that was served."""

    user: User
    act: Callable[..., Any]
    request: Any
    done: Any


class RandomShop:
    """The shop, its books, and the way to do in one what the other foretells."""

    def __init__(self, database: Database, clock: Clock, dice: Random) -> None:
        self.database = database
        self.clock = clock
        self.dice = dice
        self.books = Books()
        self.past: list[Past] = []
        self.done: Counter[str] = Counter()
        self.requests = 0
        with database.read() as work:
            self.admin, self.cashier = sorted(list_users(work), key=lambda user: not user.is_admin)
        self._furnish()
        self.seen = self._marks()

    def _furnish(self) -> None:
        with self.database.write(self.admin) as work:
            add_printer(work)
            add_register(work, "Caja 2", RegisterKind.DRAWER)
            for number, party in enumerate(CLIENTS, 1):
                agreed = ClientRequest(
                    f"Cliente {number}",
                    debt_limit=party.limit,
                    credit_days=party.days,
                    account_enabled=party.enabled,
                    discount=party.discount,
                )
                self.books.clients[add_client(work, agreed)] = replace(party, movements=[])
            for number, goods in enumerate(GOODS, 1):
                request = ProductRequest(
                    f"Producto {number}",
                    price=goods.price,
                    cost=goods.price * 2 // 3,
                    unit=Unit.PIECE if goods.piece else Unit.KILOGRAM,
                    tracks_stock=goods.tracked,
                    active=goods.active,
                )
                self.books.goods[add_product(work, request)] = replace(goods, moves=[])
            for row in list_registers(work):
                self.books.registers[row.id] = Register(row.kind is RegisterKind.DRAWER)
        self.drawers = [n for n, register in self.books.registers.items() if register.drawer]

    @property
    def today(self):
        with self.database.read() as work:
            return work.today

    def new_request(self) -> str:
        self.requests += 1
        return f"random-{self.requests}"

    def do(
        self, user: User, act: Callable[..., Any], request: Any, outcome: Outcome
    ) -> News | None:
        """Do it and compare what it left behind; None where a rule forbids it."""
        name = getattr(act, "__name__", "")
        if outcome.forbidden:
            before = self._rows()
            with pytest.raises(tuple(outcome.forbidden)) as caught:
                self._write(user, act, request)
            assert self._rows() == before, f"{name} was refused and left something behind"
            self.done[f"{name} refused: {caught.type.__name__}"] += 1
            return None
        done = self._write(user, act, request)
        self.done[name] += 1
        news = self._read_news(done, outcome, request)
        self.past.append(Past(user, act, request, done))
        return news

    def repeat(self, past: Past) -> None:
        """Send a request again: it must change nothing and answer the same."""
        before = self._rows()
        apart = {"printing": False}
        again = self._write(past.user, past.act, past.request)
        assert {**asdict(again), **apart} == {**asdict(past.done), **apart}
        assert self._rows() == before
        self.done["repeat"] += 1

    def reuse(self, past: Past, request: Any) -> None:
        """Send another request under the same identifier: it must be refused."""
        before = self._rows()
        with pytest.raises(RequestReusedError):
            self._write(past.user, past.act, request)
        assert self._rows() == before
        self.done["reuse"] += 1

    def _write(self, user: User, act: Callable[..., Any], request: Any) -> Any:
        with self.database.write(user) as work:
            return act(work, request)

    def _read_news(self, done: Any, outcome: Outcome, request: Any) -> News:
        entries, moves, papers, jobs = self.seen
        self.seen = self._marks()
        found = self._entries_after(entries)
        told = Counter(entry.told() for entry in outcome.entries)
        assert Counter(entry.told() for _, entry in found) == told, request
        with self.database.read() as work:
            query = text("SELECT product_id, quantity FROM stock_move WHERE id > :mark")
            moved = Counter(
                (row.product_id, row.quantity) for row in work.db.execute(query, {"mark": moves})
            )
            query = text("SELECT kind, point, number FROM voucher WHERE id > :mark ORDER BY id")
            numbers = [
                number_text(VoucherKind(kind), point, number)
                for kind, point, number in work.db.execute(query, {"mark": papers})
            ]
        assert moved == Counter(outcome.moves), request
        for product, quantity in outcome.moves:
            self.books.goods[product].moves.append(quantity)
        assert Counter(numbers) == Counter(self.books.number(s) for s in outcome.papers), request
        assert self.seen[3] - jobs >= len(numbers), "every paper is printed"
        return News(done, tuple(found), tuple(numbers))

    def _entries_after(self, mark: int) -> list[tuple[int, Entry]]:
        query = text(
            "SELECT entry.id AS entry, entry.kind, account.kind AS side, client.id AS client,"
            " register.id AS register, posting.amount FROM journal_entry AS entry"
            " LEFT JOIN posting ON posting.entry_id = entry.id"
            " LEFT JOIN account ON account.id = posting.account_id"
            " LEFT JOIN client ON client.account_id = account.id"
            " LEFT JOIN register ON register.account_id = account.id"
            " WHERE entry.id > :mark ORDER BY entry.id"
        )
        found: dict[int, Entry] = {}
        with self.database.read() as work:
            for row in work.db.execute(query, {"mark": mark}):
                entry = found.setdefault(row.entry, Entry(row.kind))
                if row.side is None:
                    continue
                side: dict[Any, int] = entry.other
                key = row.side
                if row.client is not None:
                    side, key = entry.owed, row.client
                elif row.register is not None:
                    side, key = entry.money, row.register
                side[key] = side.get(key, 0) + row.amount
        for entry in found.values():
            sides = (entry.owed, entry.money, entry.other)
            assert sum(amount for side in sides for amount in side.values()) == 0
        return list(found.items())

    def _marks(self) -> tuple[int, ...]:
        tables = ("journal_entry", "stock_move", "voucher", "print_job")
        with self.database.read() as work:
            return tuple(
                work.db.execute(text(f"SELECT coalesce(max(id), 0) FROM {table}")).scalar_one()
                for table in tables
            )

    def _rows(self) -> dict[str, Any]:
        """Return what would differ had anything been written."""
        with self.database.read() as work:
            rows: dict[str, Any] = {
                table: work.db.execute(text(f"SELECT * FROM {table}")).fetchall()
                for table in CHANGEABLE
            }
            for table in (*APPEND_ONLY, "print_job"):
                rows[table] = work.db.execute(text(f"SELECT max(id) FROM {table}")).scalar()
        return rows

    def standing(self) -> None:
        """Compare what is owed, what each register holds and what is left of each product."""
        with self.database.read() as work:
            for number, party in self.books.clients.items():
                assert get_client(work, number).balance == party.balance
                debits, credit = party.unpaid()
                assert party.balance == sum(left for left, _ in debits.values()) - credit
            held = {row.id: row.balance for row in list_registers(work)}
            assert held == {n: register.balance for n, register in self.books.registers.items()}
            for number in self.drawers:
                turno = self.books.open_turno(number)
                assert getattr(current_session(work, number), "id", None) == turno
                if turno is not None:
                    assert self.books.expected(self.books.turnos[turno]) == held[number]
            for number, goods in self.books.goods.items():
                assert get_product(work, number).stock == goods.level
            assert count_parked(work) == len(self.books.parked)

    def whole(self) -> None:
        """Compare all that can be asked of the shop."""
        self.standing()
        with self.database.read() as work:
            assert check(work) == []
            for number, party in self.books.clients.items():
                debits, _ = party.unpaid()
                rows = history(work, number, limit=ALL)
                owes = {row.entry_id: row.owes for row in rows if row.owes}
                open_debits = [(entry, *debit) for entry, debit in debits.items() if debit[0]]
                assert owes == {entry: left for entry, left, _ in open_debits}
                self._summary(wallet_summary(work, number), work.today, open_debits, party)
            for number, turno in self.books.turnos.items():
                self._session(work, number, turno)
            for number, sold in self.books.sales.items():
                self._sale(get_sale(work, number), sold)
            self._papers(work)

    def _summary(
        self, summary: WalletSummary, today: date, debits: list[tuple[int, int, date]], party: Party
    ) -> None:
        assert summary.owing_since == min((day for _, _, day in debits), default=None)
        late = [
            left
            for _, left, day in debits
            if party.days is not None and (today - day).days > party.days
        ]
        assert summary.overdue == sum(late)
        if party.limit is not None:
            assert summary.available == max(party.limit - party.balance, 0)

    def _session(self, work: Work, number: int, turno: Turno) -> None:
        report = session_report(work, number)
        means, (back, voids) = self.books.sold_by_mean(number)
        sold = report.by_mean
        assert {name: (count, total) for name, count, total in sold.means} == means
        assert (sold.returns.total, sold.voids.total) == (back, voids)
        assert sold.total == sum(total for _, total in means.values()) - back - voids
        if turno.is_open:
            assert report.expected == self.books.expected(turno)
            tallies = {n: (tally.count, tally.total) for n, _, tally in tallies_of(report)}
            added = self.books.added(turno)
            assert {n: tally for n, tally in tallies.items() if tally[0]} == added

    def _sale(self, detail: SaleDetail, sold: Sold) -> None:
        assert detail.voided == sold.voided
        assert bool(detail.authorized_by and detail.authorization) == sold.authorized
        assert (detail.session_id, detail.client_id) == (sold.turno, sold.client)
        assert (detail.total, detail.on_account) == (sold.total, sold.on_account)
        assert detail.total == detail.on_account + sum(p.amount for p in detail.payments)
        lines = [(row.id, row.quantity, row.total, row.returned) for row in detail.lines]
        assert lines == [
            (line.line_id, line.quantity, line.total, line.returned) for line in sold.lines
        ]

    def _papers(self, work: Work) -> None:
        query = text("SELECT kind, point, number FROM voucher ORDER BY id")
        papers: Counter[str] = Counter()
        for kind, point, number in work.db.execute(query):
            papers[kind] += 1
            assert (point, number) == (1, papers[kind])
        assert papers.total() == self.books.papers.total()
        everywhere = text("SELECT sum(amount), count(*) FROM posting")
        assert work.db.execute(everywhere).one()[0] in {0, None}
