"""A very large shop: a week of sales made by the program, and copies of it for years."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from sqlalchemy import StaticPool, create_engine
from stdnum import ean

from kioskifly_desktop.core.catalog import ProductRequest, add_product
from kioskifly_desktop.core.clients import add_clients
from kioskifly_desktop.core.database import FILE_NAME
from kioskifly_desktop.core.es_ar import business_date, utc_now
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.plan import install_plan
from kioskifly_desktop.core.registers import get_register, list_registers
from kioskifly_desktop.core.sales import SaleLineRequest, SaleRequest, Tender, register_sale
from kioskifly_desktop.core.sessions import (
    CloseRequest,
    OpenRequest,
    TransferRequest,
    close_session,
    open_session,
    transfer,
)
from kioskifly_desktop.core.settings import save_shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.stock import StockRequest, receive_stock
from kioskifly_desktop.core.users import list_users
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    PaymentRequest,
    adjust_balance,
    register_payment,
)
from kioskifly_desktop.demo import names
from kioskifly_desktop.demo.copies import copy_rows, last_ids
from kioskifly_desktop.demo.people import People
from kioskifly_desktop.demo.shop import (
    CLOSES,
    DEMO_KEY,
    OPENS,
    PROFILE,
    clock,
    drafted,
    in_notes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kioskifly_desktop.core.clients import ClientRequest
    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import Work

WEEK = timedelta(days=7)
_FLOAT: Centavos = 3_000_000
_PIECE = 1_000
_MEANS, _OFTEN = (PaymentMethod.CASH, PaymentMethod.QR), (7, 3)
_ON_ACCOUNT = 0.4
_LEAVES_SOME, _LEAVES = 0.1, 0.03
"""How many clients don't pay all that they bought in a week, and how much of it they leave."""
_LINES = ((1, 2, 3, 4, 6), (34, 34, 20, 8, 4))
"""How many lines tickets have, and how often: 2.2 on average."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How large a shop is; `tickets` are of a day, `days` those of a week that it opens."""

    clients: int
    with_account: int
    products: int
    tickets: int
    days: int
    weeks: int


TOP = Scale(clients=5_000, with_account=1_500, products=20_000, tickets=1_500, days=6, weeks=300)
"""A grocer's, five years on: 2.7 million sales."""


@dataclass(frozen=True, slots=True)
class _Ticket:
    at: datetime
    lines: tuple[tuple[int, int], ...]
    """Product, pieces."""
    total: Centavos
    owner: int | None
    """The client whose account it goes to."""


@dataclass(frozen=True, slots=True)
class _Payment:
    at: datetime
    client_id: int
    amount: Centavos


def create_top_shop(folder: Path, scale: Scale = TOP, *, seed: int = 1) -> None:
    """Make a shop in `folder` with years of sales; the last day is yesterday.

    One week is sold by the program. The others are its rows again, each with identifiers, days and
    numbers of its own, balances and levels carried on and the chain closed. Prices never rise.

    Raises:
        ShopExistsError: the folder holds a shop.
        ShopFileError: the folder can't be written.
    """
    last_day = business_date(utc_now()) - timedelta(days=1)
    first_day = last_day - (scale.weeks - 1) * WEEK - timedelta(days=scale.days - 1)
    with drafted(folder) as draft:
        begun = clock(first_day, OPENS - 2)
        with closing(open_shop(draft, clock=lambda: begun)) as shop:
            with shop.write() as work:
                week = _Week(work, scale, random.Random(seed))  # noqa: S311 - no secret
                week.furnish(first_day)
            with shop.read() as work:
                before = last_ids(work.db)
            with shop.write() as work:
                week.sell(work)
        with closing(sqlite3.connect(draft / FILE_NAME, isolation_level=None)) as file:
            engine = create_engine("sqlite://", creator=lambda: file, poolclass=StaticPool)
            with engine.connect() as db:
                copy_rows(db, before, scale.weeks, WEEK)


class _Week:
    """Furnishes the shop, plans a week and sells it."""

    def __init__(self, work: Work, scale: Scale, rng: random.Random) -> None:
        self.owner = next(user for user in list_users(work) if user.is_admin)
        self.work = replace(work, user=self.owner)
        self.scale = scale
        self.rng = rng
        self.count = 0
        self.prices: dict[int, Centavos] = {}
        self.buyers: list[int] = []
        self.acts: list[_Ticket | _Payment] = []

    def furnish(self, first_day: date) -> None:
        """Add people and products, and leave all as the week will leave it too."""
        work, scale = self.work, self.scale
        save_shop_profile(work, PROFILE)
        install_plan(work, DEMO_KEY)
        self.drawer, self.bank, self.e_wallet = (each.id for each in list_registers(work))
        people = People(self.rng, work.today)
        asked = [_plain(people.request(number)) for number in range(scale.clients)]
        self.buyers = [added.id for added in add_clients(work, asked)[: scale.with_account]]
        for number in range(scale.products):
            self._add_product(number)
        tickets = [
            self._ticket(first_day + timedelta(days=day))
            for day in range(scale.days)
            for _ in range(scale.tickets)
        ]
        self.acts = sorted([*tickets, *self._payments(tickets, first_day)], key=attrgetter("at"))
        self._carry()

    def sell(self, work: Work) -> None:
        """Do what was planned, with a session each day."""
        self.work = replace(work, user=self.owner)
        self._receive()
        for day, acts in groupby(self.acts, key=lambda act: business_date(act.at)):
            self._day(day, acts)

    def _request(self) -> str:
        self.count += 1
        return f"t{self.count}"

    def _add_product(self, number: int) -> None:
        name, price = names.PRODUCTS[number % len(names.PRODUCTS)]
        body = f"779{number:09d}"
        request = ProductRequest(
            f"{name} {number}",
            (body + ean.calc_check_digit(body),),
            category=f"Rubro {number % 12}",
            price=price,
            cost=price * 2 // 3,
        )
        self.prices[add_product(self.work, request)] = price

    def _ticket(self, day: date) -> _Ticket:
        rng, goods = self.rng, list(self.prices)
        (lines,) = rng.choices(*_LINES)
        # A fifth of the products is more than half of what is sold.
        taken = {goods[int(len(goods) * rng.random() ** 3)] for _ in range(lines)}
        pieces = tuple((product, rng.choice((1, 1, 1, 2, 3))) for product in sorted(taken))
        total = sum(self.prices[product] * count for product, count in pieces)
        owner = rng.choice(self.buyers) if rng.random() < _ON_ACCOUNT else None
        return _Ticket(self._moment(day), pieces, total, owner)

    def _moment(self, day: date) -> datetime:
        minutes = self.rng.randrange(10, (CLOSES - OPENS) * 60)
        return clock(day, OPENS, minutes) + timedelta(seconds=self.rng.random() * 60)

    def _payments(self, tickets: list[_Ticket], first_day: date) -> list[_Payment]:
        """Let each who buys on account pay once in the week, nearly all or all of it."""
        bought: Counter[int] = Counter()
        for ticket in tickets:
            if ticket.owner is not None:
                bought[ticket.owner] += ticket.total
        payments = []
        for client_id, total in bought.items():
            leaves = self.rng.random() < _LEAVES_SOME
            amount = round(total * (1 - _LEAVES)) if leaves else total
            day = first_day + timedelta(days=self.rng.randrange(self.scale.days))
            payments.append(_Payment(self._moment(day), client_id, amount))
        return payments

    def _carry(self) -> None:
        """Bring each client to owe what they buy after paying, as after any other week."""
        paid: set[int] = set()
        carried: Counter[int] = Counter()
        for act in self.acts:
            if isinstance(act, _Payment):
                paid.add(act.client_id)
            elif act.owner in paid:
                carried[act.owner] += act.total
        for client_id, owed in carried.items():
            reason = "Saldo inicial del cuaderno"
            adjust_balance(self.work, AdjustmentRequest(self._request(), client_id, owed, reason))
        session = self._open(self.work)
        close_session(self.work, CloseRequest(self._request(), session, in_notes(_FLOAT)))

    def _open(self, work: Work) -> int:
        return open_session(work, OpenRequest(self._request(), self.drawer, _FLOAT)).session_id

    def _receive(self) -> None:
        """Receive what will be sold."""
        sold: Counter[int] = Counter()
        for act in self.acts:
            if isinstance(act, _Ticket):
                sold.update(dict(act.lines))
        work = replace(self.work, now=clock(business_date(self.acts[0].at), OPENS - 1))
        for product, pieces in sold.items():
            receive_stock(work, StockRequest(self._request(), product, pieces * _PIECE))

    def _day(self, day: date, acts: Iterable[_Ticket | _Payment]) -> None:
        session = self._open(replace(self.work, now=clock(day, OPENS)))
        for act in acts:
            work = replace(self.work, now=act.at)
            if isinstance(act, _Payment):
                asked = (self._request(), act.client_id, act.amount, self.drawer)
                register_payment(work, PaymentRequest(*asked, PaymentMethod.CASH))
            else:
                self._sell(work, act)
        closed = replace(self.work, now=clock(day, CLOSES, 10))
        counted = get_register(closed, self.drawer).balance
        close_session(closed, CloseRequest(self._request(), session, in_notes(counted)))
        if counted > _FLOAT:
            taken = counted - _FLOAT
            request = TransferRequest(self._request(), self.drawer, self.bank, taken, "Recaudación")
            transfer(replace(closed, now=clock(day, CLOSES, 20)), request)

    def _sell(self, work: Work, ticket: _Ticket) -> None:
        lines = tuple(SaleLineRequest(product, pieces * _PIECE) for product, pieces in ticket.lines)
        request = SaleRequest(self._request(), lines, drawer_id=self.drawer)
        if ticket.owner is not None:
            request = replace(request, client_id=ticket.owner, on_account=ticket.total)
        else:
            (means,) = self.rng.choices(_MEANS, _OFTEN)
            place = self.drawer if means is PaymentMethod.CASH else self.e_wallet
            request = replace(request, tenders=(Tender(means, place, ticket.total),))
        register_sale(work, request)


def _plain(request: ClientRequest) -> ClientRequest:
    """Return a client without terms of their own: nothing that is planned may be refused."""
    return replace(request, discount=0, account_enabled=True, debt_limit=None, credit_days=None)
