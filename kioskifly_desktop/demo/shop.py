"""A demo shop that looks like a real kiosk: the same seed makes the same shop on the same day."""

from __future__ import annotations

import random
import secrets
import shutil
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from kioskifly_desktop.core.clients import add_client
from kioskifly_desktop.core.database import FILE_NAME, own_folder
from kioskifly_desktop.core.errors import ShopExistsError
from kioskifly_desktop.core.es_ar import TIME_ZONE, business_date, utc_now
from kioskifly_desktop.core.first_run import mark_example
from kioskifly_desktop.core.plan import FREE, install_plan
from kioskifly_desktop.core.registers import get_register, list_registers
from kioskifly_desktop.core.sessions import (
    DENOMINATIONS,
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    TransferRequest,
    close_session,
    list_categories,
    open_session,
    pay_out,
    transfer,
)
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users, rename_user
from kioskifly_desktop.core.wallet import AdjustmentRequest, adjust_balance
from kioskifly_desktop.demo.contact import LASTS, Contact
from kioskifly_desktop.demo.counter import NOTE, Counter
from kioskifly_desktop.demo.loyalty import BEGAN, begin
from kioskifly_desktop.demo.people import People, Person
from kioskifly_desktop.demo.products import Shelves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from kioskifly_desktop.core.money import Centavos
    from kioskifly_desktop.core.work import User, Work

PROFILE = ShopProfile(
    name="Kiosco El Sol",
    owner="PÉREZ IBÁÑEZ, María José",
    cuit="27-12345678-0",
    condition="Monotributo",
    gross_income="27-12345678-0",
    started="03/2019",
    address="Av. Peñaloza 1234, Córdoba",
    phone="351 455-0917",
    footer="¡Gracias por su compra!",
    payment_alias="kiosco.elsol.mp",
)

DEMO_KEY = (
    "KIOSKI-GMYXY-RDFNV-XXG5D-SMFRW-TQ5TN-Z6HY7-D4N5T-GMZLS-ON6DE-NZNGE-ZDGNB"
    "-VGY3T-QLJQP-QZDAM-RWFUY-DCLJQ-GF6KC-63LEQ-VO3VY-SKCES-IYLTI-GSURE-GDSJ5"
    "-R72J6-BMIT2-55MIK-MVFD5-D3G2W-4MIST-NTRHU-3J4LH-UMRS2-JJJKD-UV4UW-5PWKM"
    "-WKJ3D-VSKLA-IAGFC-FN"
)
"""A plan without limits for the shop with the CUIT of `PROFILE`, which is nobody's."""

_USERS = ("Marcela", "Lucía")
_DAYS_A_MONTH = 30.44
OPENS, CLOSES = 8, 21
_BUSY = (4, 5, 6, 7, 9, 8, 5, 4, 5, 7, 9, 11, 9)
"""How the tickets of a day spread over its hours."""
_TICKETS_A_DAY = 9
"""Of people who pay and go; those of clients come on top."""
_FLOAT: Centavos = 30 * NOTE
_HOLIDAYS = {(1, 1), (1, 5), (25, 12)}
_OFFERS_A_DAY, _PROMISES_A_DAY = 0.9, 0.5
"""How likely each is, of the last days."""
_BILLS = (
    (350 * NOTE, "Alquiler", "Alquiler del local"),
    (85 * NOTE, "Servicios", "Luz"),
    (60 * NOTE, "Impuestos", "Monotributo"),
)
_EXPENSES = ("Bolsas", "Flete del mayorista", "Artículos de limpieza", "Hielo")


def create_demo_shop(
    folder: Path,
    *,
    clients: int = 150,
    months: int = 12,
    seed: int = 1,
    example: bool = False,
    today: date | None = None,
) -> None:
    """Make a shop in `folder` with clients, sales, sessions and payments of all ages.

    The last session closed yesterday evening, so the same seed makes the same shop within a day.
    `today` is another day to make it as of. An `example` says in its window that it is one.

    Raises:
        ShopExistsError: the folder holds a shop.
        ShopFileError: the folder can't be written.
    """
    last_day = (today or business_date(utc_now())) - timedelta(days=1)
    begun = clock(last_day - timedelta(days=round(months * _DAYS_A_MONTH)), OPENS - 1)
    with (
        drafted(folder) as draft,
        closing(open_shop(draft, clock=lambda: begun)) as shop,
        shop.write() as work,
    ):
        writer = _Writer(work, random.Random(seed), last_day)  # noqa: S311 - no secret
        writer.write(clients)
        if example:
            mark_example(work)


@contextmanager
def drafted(folder: Path) -> Iterator[Path]:
    """Give a folder to make a shop in; it is moved to `folder` when it is whole.

    Raises:
        ShopExistsError: the folder holds a shop.
        ShopFileError: the folder can't be written.
    """
    lock = own_folder(folder)
    draft = folder / f".demo-{secrets.token_hex(4)}"
    try:
        if (folder / FILE_NAME).exists():
            raise ShopExistsError(path=folder)
        yield draft
        # Made beside its place and moved there whole: half a demo is no shop.
        (draft / FILE_NAME).replace(folder / FILE_NAME)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        lock.release()


class _Writer:
    def __init__(self, work: Work, rng: random.Random, last_day: date) -> None:
        self.rng = rng
        self.last_day = last_day
        self.first_day = work.today
        self.work = work
        self.people = People(rng, self.last_day)
        self.clients: list[Person] = []

    def write(self, clients: int) -> None:
        work = self.work
        save_shop_profile(work, PROFILE)
        if clients >= (FREE.clients or clients):  # else it lives on the free plan, as a kiosk would
            install_plan(work, DEMO_KEY)
        for user, name in zip(list_users(work), _USERS, strict=True):
            rename_user(work, user.id, name)
        self.owner, self.cashier = list_users(work)
        begun = replace(work, user=self.owner)
        self.shelves = Shelves(begun, self.rng, self.last_day)
        self.counter = Counter(work, self.rng, self.shelves, list_registers(work))
        self.contact = Contact(self.rng, self.counter)
        days = (self.last_day - self.first_day).days
        arrivals: dict[int, list[int]] = {}
        for number in range(clients):
            arrivals.setdefault(int(days * self.rng.random() ** 2 * 0.9), []).append(number)
        for offset in range(days + 1):
            day = self.first_day + timedelta(days=offset)
            if (day.day, day.month) not in _HOLIDAYS or day == self.last_day:
                self._day(day, arrivals.pop(offset, []))
            else:
                arrivals.setdefault(offset + 1, []).extend(arrivals.pop(offset, []))

    def _day(self, day: date, arrivals: list[int]) -> None:
        on_duty = self.owner if day.weekday() == 6 else self.cashier
        session_id = self._open(day, on_duty)
        self._before_opening(day)
        tickets = max(round(self.rng.gauss(_TICKETS_A_DAY, 2)), 2)
        acts: list[tuple[datetime, Callable[[Work], None]]] = [
            (self._moment(day), self.counter.serve) for _ in range(tickets)
        ]
        for person in self.clients:
            here = person.gone is None or day <= person.gone
            if here and self.rng.random() < person.visits_a_week / 7:
                acts.append((self._moment(day), partial(self.counter.visit, person=person)))
        acts += [(self._moment(day), partial(self._welcome, number=n)) for n in arrivals]
        acts += self._in_touch(day)
        for moment, act in sorted(acts, key=lambda each: each[0]):
            by = on_duty if self.rng.random() < 0.8 else self.owner
            act(self.counter.at(moment, by))
        self._close(day, on_duty, session_id)

    def _in_touch(self, day: date) -> list[tuple[datetime, Callable[[Work], None]]]:
        """Return the messages and promises of a day, and the payments of what was promised."""
        acts: list[tuple[datetime, Callable[[Work], None]]] = [
            (self._moment(day), partial(self.counter.keep_promise, person=person))
            for person in self.clients
            if person.promised and person.promised[0] == day
        ]
        if self.clients and self.last_day - day < LASTS:
            known = tuple(self.clients)
            for act, likely in (
                (self.contact.send_offer, _OFFERS_A_DAY),
                (self.contact.take_promise, _PROMISES_A_DAY),
            ):
                if self.rng.random() < likely:
                    acts.append((self._moment(day), partial(act, clients=known)))
        return acts

    def _before_opening(self, day: date) -> None:
        self.shelves.open_day(self.counter.at(clock(day, OPENS), self.owner))
        if day.day == 5:
            self._pay_suppliers()
        if day.day == 10:
            self._pay_bills()
        if self.last_day - day == timedelta(days=BEGAN):
            begin(self.counter.at(self.counter.now, self.owner), self.shelves, self.clients)
        if day == self.last_day:
            self.shelves.raise_delicatessen(self.counter.at(self.counter.now, self.owner))

    def _open(self, day: date, user: User) -> int:
        work = self.counter.at(clock(day, OPENS, -self.rng.randint(5, 15)), user)
        drawer = get_register(work, self.counter.drawer.id)
        request = OpenRequest(self.counter.request(), drawer.id, drawer.balance or _FLOAT)
        return open_session(work, request).session_id

    def _close(self, day: date, user: User, session_id: int) -> None:
        work = self.counter.at(clock(day, CLOSES, self.rng.randint(5, 20)), user)
        drawer, bank = self.counter.drawer.id, self.counter.bank.id
        expected = get_register(work, drawer).balance
        if self.rng.random() < 0.15 and expected > 2 * _FLOAT:
            amount = self.rng.randint(3, 15) * NOTE
            reason = self.rng.choice(_EXPENSES)
            pay_out(work, CashMovementRequest(self.counter.request(), drawer, amount, reason))
            expected -= amount
        missing = 0
        if self.rng.random() < 0.12:
            missing = self.rng.choice((-2, -1, 1, 1, 2, 4, 10)) * 50_00
        counted = max(expected - missing, 0)
        work = self.counter.at(self.counter.now, user)
        count = in_notes(counted)
        close_session(work, CloseRequest(self.counter.request(), session_id, count))
        taken = (counted - _FLOAT) // NOTE * NOTE
        if taken > 0:
            work = self.counter.at(self.counter.now, self.owner)
            transfer(
                work,
                TransferRequest(self.counter.request(), drawer, bank, taken, "Recaudación del día"),
            )

    def _pay_suppliers(self) -> None:
        bank = get_register(self.work, self.counter.bank.id)
        amount = round(bank.balance * 0.7 / NOTE) * NOTE
        if amount > 0:
            self._pay(amount, "Mercadería", "Proveedores")

    def _pay_bills(self) -> None:
        for amount, category, reason in _BILLS:
            if get_register(self.work, self.counter.bank.id).balance >= amount:
                self._pay(amount, category, reason)

    def _pay(self, amount: Centavos, category: str, reason: str) -> None:
        work = self.counter.at(self.counter.now, self.owner)
        found = next(each for each in list_categories(work) if each.name == category)
        bank = self.counter.bank.id
        paid = CashMovementRequest(self.counter.request(), bank, amount, reason)
        pay_out(work, replace(paid, category_id=found.id))

    def _welcome(self, work: Work, number: int) -> None:
        request = self.people.request(number)
        boss = replace(work, user=self.owner)
        client_id = add_client(boss, request)
        person = self.people.behave(
            client_id, request, work.today, self.last_day, self.shelves.items
        )
        if self.rng.random() < 0.12:
            amount = self.rng.randint(3, 60) * NOTE
            reason = "Saldo inicial del cuaderno"
            brought = AdjustmentRequest(self.counter.request(), client_id, amount, reason)
            person.owes = adjust_balance(boss, brought).client_balance
        self.clients.append(person)

    def _moment(self, day: date) -> datetime:
        hour = self.rng.choices(range(OPENS, CLOSES), _BUSY)[0]
        return clock(day, hour, self.rng.randint(5, 59))


def clock(day: date, hour: int, minutes: int = 0) -> datetime:
    """Return an instant of a day in the shop's time."""
    at = datetime.combine(day, time(hour), TIME_ZONE) + timedelta(minutes=minutes)
    return at.astimezone(UTC)


def in_notes(total: Centavos) -> CashCount:
    """Return an amount as the largest notes it may be in."""
    notes = []
    for worth in DENOMINATIONS:
        how_many, total = divmod(total, worth)
        if how_many:
            notes.append((worth, how_many))
    return CashCount(tuple(notes), total)
