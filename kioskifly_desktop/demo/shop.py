"""A demo shop that looks like a real kiosk: the same seed makes the same shop on the same day."""

from __future__ import annotations

import random
import secrets
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from kioskifly_desktop.core.clients import ClientRequest, add_client
from kioskifly_desktop.core.database import FILE_NAME, own_folder
from kioskifly_desktop.core.errors import DebtLimitError, ShopExistsError
from kioskifly_desktop.core.es_ar import TIME_ZONE, business_date, utc_now
from kioskifly_desktop.core.fiscal import DocumentType, FiscalCondition
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.registers import list_registers
from kioskifly_desktop.core.settings import ShopProfile, save_shop_profile
from kioskifly_desktop.core.shop_file import open_shop
from kioskifly_desktop.core.users import list_users, rename_user
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    ChargeRequest,
    PaymentRequest,
    adjust_balance,
    charge_on_account,
    register_payment,
)
from kioskifly_desktop.demo import names
from kioskifly_desktop.demo.products import fill_shelves

if TYPE_CHECKING:
    from collections.abc import Callable
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
)

_USERS = ("Marcela", "Lucía")
_DAYS_A_MONTH = 30.44
_OPENS, _CLOSES = 8, 21
_NOTE = 100_000
"""A thousand pesos: what people pay on account is round."""


@dataclass(slots=True)
class _Person:
    """A client of the demo, and how they behave."""

    id: int
    visits_a_week: float
    pays: float
    basket: int
    since: date
    favourites: list[tuple[str, Centavos]]
    owes: Centavos = 0
    gone: date | None = None


def create_demo_shop(folder: Path, *, clients: int = 150, months: int = 12, seed: int = 1) -> None:
    """Make a shop in `folder` with clients, on-account purchases and payments of all ages.

    The last movement is of yesterday evening, so the same seed makes the same shop within a day.

    Raises:
        ShopExistsError: the folder holds a shop.
        ShopFileError: the folder can't be written.
    """
    lock = own_folder(folder)
    draft = folder / f".demo-{secrets.token_hex(4)}"
    try:
        if (folder / FILE_NAME).exists():
            raise ShopExistsError(path=folder)
        # Made beside its place and moved there whole: half a demo is no shop.
        database = open_shop(draft)
        try:
            with database.write() as work:
                writer = _Writer(work, random.Random(seed), months)  # noqa: S311 - no secret
                writer.write(clients)
        finally:
            database.close()
        (draft / FILE_NAME).replace(folder / FILE_NAME)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        lock.release()


class _Writer:
    def __init__(self, work: Work, rng: random.Random, months: int) -> None:
        self.work = work
        self.rng = rng
        self.last_day = business_date(utc_now()) - timedelta(days=1)
        self.first_day = self.last_day - timedelta(days=round(months * _DAYS_A_MONTH))
        self.count = 0
        self.documents: set[str] = set()

    def write(self, clients: int) -> None:
        save_shop_profile(self.work, PROFILE)
        for user, name in zip(list_users(self.work), _USERS, strict=True):
            rename_user(self.work, user.id, name)
        self.owner, self.cashier = list_users(self.work)
        self.registers = list_registers(self.work)
        fill_shelves(
            replace(self.work, user=self.owner), _clock(self.first_day), _clock(self.last_day)
        )
        people = [self._person(n) for n in range(clients)]
        arrivals: dict[date, list[_Person]] = {}
        for person in people:
            arrivals.setdefault(person.since, []).append(person)
        active: list[_Person] = []
        for offset in range((self.last_day - self.first_day).days + 1):
            day = self.first_day + timedelta(days=offset)
            active += arrivals.get(day, [])
            self._day(day, active)

    def _day(self, day: date, people: list[_Person]) -> None:
        visits: list[tuple[datetime, _Person]] = []
        for person in people:
            if person.gone and day > person.gone:
                continue
            if self.rng.random() < person.visits_a_week / 7:
                visits.append((self._moment(day), person))
        for at, person in sorted(visits, key=lambda visit: (visit[0], visit[1].id)):
            self._visit(at, day, person)

    def _visit(self, at: datetime, day: date, person: _Person) -> None:
        by = self.cashier if self.rng.random() < 0.8 else self.owner
        work = self._at(at, by)
        payday = 1.8 if day.day <= 10 else 0.7
        if person.owes > 0 and self.rng.random() < person.pays * payday:
            self._pay(work, person)
            if self.rng.random() < 0.6:
                return
        self._buy(replace(work, now=at + timedelta(minutes=2)), person)

    def _buy(self, work: Work, person: _Person) -> None:
        lines = self.rng.randint(1, person.basket)
        chosen = dict(self._product(person) for _ in range(lines))
        # Prices rise about two per cent a month: what was bought a year ago was cheaper.
        age = (self.last_day - business_date(work.now)).days / _DAYS_A_MONTH
        total, words = 0, []
        for product, price in chosen.items():
            quantity = self.rng.choice((1, 1, 1, 2, 2, 3))
            unit = max(round(price * 0.98**age / 5_000) * 5_000, 5_000)
            total += quantity * unit
            words.append(f"{quantity} {product}")
        request = ChargeRequest(self._request(), person.id, total, _shorten(words))
        try:
            person.owes = charge_on_account(work, request).client_balance
        except DebtLimitError:
            self._pay(work, person)

    def _pay(self, work: Work, person: _Person) -> None:
        amount = self._payment_amount(person.owes)
        cash, bank, e_wallet = self.registers
        register, method = self.rng.choices(
            (
                (cash, PaymentMethod.CASH),
                (e_wallet, PaymentMethod.QR),
                (e_wallet, PaymentMethod.TRANSFER),
                (bank, PaymentMethod.TRANSFER),
            ),
            (60, 15, 15, 10),
        )[0]
        request = PaymentRequest(self._request(), person.id, amount, register.id, method)
        person.owes = register_payment(work, request).client_balance

    def _payment_amount(self, owes: Centavos) -> Centavos:
        roll = self.rng.random()
        if roll < 0.6 or owes <= _NOTE:
            return max(owes, _NOTE)
        if roll < 0.9:
            return max(round(owes * self.rng.uniform(0.3, 0.9) / _NOTE), 1) * _NOTE
        return (owes // _NOTE + self.rng.randint(1, 5)) * _NOTE

    def _product(self, person: _Person) -> tuple[str, Centavos]:
        if self.rng.random() < 0.7:
            return self.rng.choice(person.favourites)
        return self.rng.choice(names.PRODUCTS)

    def _person(self, number: int) -> _Person:
        rng = self.rng
        days = (self.last_day - self.first_day).days
        since = self.first_day + timedelta(days=int(days * rng.random() ** 2 * 0.9))
        work = self._at(self._moment(since), self.owner)
        request = self._request_of(number)
        client_id = add_client(work, request)
        visits, basket = rng.choices(((4.0, 3), (1.4, 4), (0.35, 3), (0.0, 1)), (10, 22, 33, 35))[0]
        person = _Person(
            id=client_id,
            visits_a_week=visits,
            pays=rng.choice((0.2, 0.5, 0.6, 0.8, 0.9)),
            basket=basket,
            since=since,
            favourites=rng.sample(names.PRODUCTS, 5),
        )
        if rng.random() < 0.18:
            # Came no more: debts of every age stay behind, as in any notebook.
            person.gone = since + timedelta(days=rng.randint(10, max(days, 11)))
        if rng.random() < 0.12:
            self._bring_from_notebook(work, person)
        return person

    def _bring_from_notebook(self, work: Work, person: _Person) -> None:
        amount = self.rng.randint(3, 60) * _NOTE
        reason = "Saldo inicial del cuaderno"
        done = adjust_balance(work, AdjustmentRequest(self._request(), person.id, amount, reason))
        person.owes = done.client_balance

    def _request_of(self, number: int) -> ClientRequest:
        rng = self.rng
        if number % 9 == 4:
            name = f"{rng.choice(names.TRADES)} {rng.choice(names.TRADE_NAMES)}"
            condition = rng.choice(
                (
                    FiscalCondition.MONOTRIBUTO,
                    FiscalCondition.MONOTRIBUTO,
                    FiscalCondition.REGISTERED,
                )
            )
            document_type, document = DocumentType.CUIT, self._document(self._cuit)
        else:
            first = rng.choice(names.FIRST_NAMES)
            name = f"{first} {rng.choice(names.SURNAMES)}"
            if rng.random() < 0.15:
                name += f" {rng.choice(names.SURNAMES)}"
            condition = FiscalCondition.FINAL_CONSUMER
            document_type, document = DocumentType.NONE, ""
            if rng.random() < 0.75:
                document_type, document = DocumentType.DNI, self._document(self._dni)
        born = date(1945, 1, 1) + timedelta(days=rng.randint(0, 365 * 60))
        return ClientRequest(
            name=name,
            condition=condition,
            document_type=document_type,
            document_number=document,
            birthday=born if rng.random() < 0.4 else None,
            address=f"{rng.choice(names.STREETS)} {rng.randint(10, 4900)}"
            if rng.random() < 0.6
            else "",
            phone=f"351 {rng.randint(200, 799)}-{rng.randint(0, 9999):04d}"
            if rng.random() < 0.85
            else "",
            debt_limit=rng.choice((None, None, None, 3_000_000, 5_000_000, 8_000_000, 15_000_000)),
        )

    def _document(self, make: Callable[[], str]) -> str:
        while True:
            document = make()
            if document not in self.documents:
                self.documents.add(document)
                return document

    def _dni(self) -> str:
        return str(self.rng.randint(10_000_000, 47_000_000))

    def _cuit(self) -> str:
        while True:
            body = f"{self.rng.choice((20, 27, 30))}{self.rng.randint(10_000_000, 71_999_999)}"
            weights = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
            digit = 11 - sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11
            if digit != 10:
                return f"{body}{digit % 11}"

    def _moment(self, day: date) -> datetime:
        minute = self.rng.randint(_OPENS * 60, _CLOSES * 60 - 1)
        return datetime.combine(day, time(minute // 60, minute % 60), TIME_ZONE).astimezone(UTC)

    def _at(self, at: datetime, user: User) -> Work:
        return replace(self.work, now=at, user=user)

    def _request(self) -> str:
        self.count += 1
        return f"demo-{self.count}"


def _clock(day: date) -> datetime:
    return datetime.combine(day, time(_OPENS), TIME_ZONE).astimezone(UTC)


def _shorten(words: list[str]) -> str:
    text = ", ".join(words)
    return text if len(text) <= 120 else f"{text[:117].rsplit(',', 1)[0]}…"
