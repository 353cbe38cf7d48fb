"""The demo's counter: what is sold, how it is paid, what is regretted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import AccountDisabledError, DebtLimitError, OverdueError
from kioskifly_desktop.core.es_ar import local
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sales import (
    Override,
    ReturnLine,
    ReturnRequest,
    SaleDone,
    SaleLineRequest,
    SaleRequest,
    Tender,
    VoidRequest,
    get_sale,
    quote,
    register_sale,
    return_goods,
    void_sale,
)
from kioskifly_desktop.core.wallet import PaymentRequest, register_payment

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence
    from datetime import datetime

    from kioskifly_desktop.core.money import Centavos, Milli
    from kioskifly_desktop.core.registers import RegisterRow
    from kioskifly_desktop.core.sales import Quote
    from kioskifly_desktop.core.work import User, Work
    from kioskifly_desktop.demo.people import Person
    from kioskifly_desktop.demo.products import Item, Shelves

NOTE: Centavos = 1_000_00
"""A thousand pesos: what people pay on account is round."""
_HANDED = (NOTE, 2 * NOTE, 10 * NOTE)
_A_MOMENT = timedelta(seconds=50)

_VOIDED = ("Se cargó dos veces", "Se arrepintió", "Era otro producto")
_RETURNED = ("Estaba vencido", "Vino abierto", "Se equivocó de sabor")


@dataclass(frozen=True, slots=True)
class _Regret:
    """A sale of which something will come back, and where its money is."""

    sale_id: int
    items: dict[int, Item]
    register_id: int | None
    person: Person | None


class Counter:
    """Serves one after the other; its clock only goes forward."""

    def __init__(
        self, work: Work, rng: random.Random, shelves: Shelves, registers: Sequence[RegisterRow]
    ) -> None:
        self.work = work
        self.rng = rng
        self.shelves = shelves
        self.drawer, self.bank, self.e_wallet = registers
        self.now = work.now
        self.count = 0
        self.regret: _Regret | None = None

    def at(self, moment: datetime, user: User) -> Work:
        """Return the work of somebody at a moment, or as soon as the one before is over."""
        self.now = max(moment, self.now + _A_MOMENT)
        return replace(self.work, now=self.now, user=user)

    def request(self) -> str:
        """Return a new identifier."""
        self.count += 1
        return f"demo-{self.count}"

    def serve(self, work: Work) -> None:
        """Sell to somebody who pays and goes, or take back what they bought before."""
        if self.regret is not None:
            self._take_back(work, self.regret)
            return
        wanted = self.rng.choices((1, 2, 3, 4, 6), (36, 30, 18, 11, 5))[0]
        items = self._basket(work, wanted)
        if items:
            self._pay_now(work, items)

    def visit(self, work: Work, person: Person) -> None:
        """Serve a client, who may pay some of the debt before buying more."""
        payday = 1.8 if work.today.day <= 10 else 0.7
        if person.owes > 0 and self.rng.random() < person.pays * payday:
            self._pay_debt(work, person)
            if self.rng.random() < 0.5:
                return
        items = self._basket(work, self.rng.randint(1, person.basket), person.favourites)
        if not items:
            return
        later = self.at(work.now, work.user)
        if self.rng.random() < 0.15:
            self._pay_now(later, items, person)
        else:
            self._buy_on_account(later, items, person)

    def keep_promise(self, work: Work, person: Person) -> None:
        """Pay what a client promised, or what is left of the debt."""
        assert person.promised is not None, "only those who promised come for this"
        amount = min(person.promised[1], person.owes)
        person.promised = None
        if amount > 0:
            self._pay(work, person, amount)

    def _basket(
        self, work: Work, wanted: int, favourites: Sequence[Item] = ()
    ) -> list[tuple[Item, Milli]]:
        chosen: dict[int, tuple[Item, Milli]] = {}
        hour = local(work.now).hour
        for _ in range(wanted):
            if favourites and self.rng.random() < 0.5:
                item = self.rng.choice(favourites)
            else:
                item = self.shelves.pick(hour)
            self._take(chosen, item)
            companion = self.shelves.companions.get(item.id)
            if companion is not None and self.rng.random() < 0.3:
                self._take(chosen, companion)
        return list(chosen.values())

    def _take(self, chosen: dict[int, tuple[Item, Milli]], item: Item) -> None:
        quantity = self._quantity(item)
        if item.level is None or item.level >= quantity:
            chosen[item.id] = (item, quantity)

    def _quantity(self, item: Item) -> Milli:
        if item.weighed:
            return self.rng.randint(8, 25) * 20
        if item.category == "Cigarrillos":
            return 1000
        return self.rng.choice((1, 1, 1, 1, 2, 2, 3)) * 1000

    def _pay_now(
        self, work: Work, items: list[tuple[Item, Milli]], person: Person | None = None
    ) -> None:
        priced = _quote(work, items, person)
        # Every fifth day somebody asks how many points they have.
        points = priced.redeemable if work.today.day % 5 == 0 else 0
        total = _quote(work, items, person, points).total if points else priced.total
        if not total:
            return
        tenders = self._tenders(total)
        cash = tenders[0].method is PaymentMethod.CASH
        keeps = person is not None and cash and self.rng.random() < 0.15
        self._sell(work, items, person, tenders=tenders, keep_change=keeps, points=points)

    def _buy_on_account(self, work: Work, items: list[tuple[Item, Milli]], person: Person) -> None:
        total = _quote(work, items, person).total
        down = total // 2 // NOTE * NOTE if self.rng.random() < 0.1 else 0
        owed = total - down
        try:
            self._sell(work, items, person, tenders=self._cash(down), on_account=owed)
        except AccountDisabledError:
            self._pay_now(work, items, person)
        except (DebtLimitError, OverdueError) as error:
            debt = -(-error.fields["missing"] // NOTE) * NOTE
            try:
                if self.rng.random() < 0.15:
                    boss = replace(work, user=self.shelves.owner)
                    known = Override("La conozco de toda la vida")
                    self._sell(boss, items, person, on_account=total, override=known)
                else:
                    cash = self._cash(down + debt)
                    self._sell(
                        work, items, person, tenders=cash, on_account=owed, debt_payment=debt
                    )
            except (DebtLimitError, OverdueError):
                self._pay_now(work, items, person)

    def _sell(
        self,
        work: Work,
        items: list[tuple[Item, Milli]],
        person: Person | None,
        *,
        tenders: tuple[Tender, ...] = (),
        on_account: Centavos = 0,
        debt_payment: Centavos = 0,
        keep_change: bool = False,
        override: Override | None = None,
        points: int = 0,
    ) -> None:
        request = SaleRequest(
            self.request(),
            _lines(items),
            tenders,
            client_id=person.id if person else None,
            on_account=on_account,
            drawer_id=self.drawer.id,
            debt_payment=debt_payment,
            keep_change=keep_change,
            override=override,
            points=points,
        )
        done = register_sale(work, request)
        for item, quantity in items:
            self.shelves.move(item, -quantity)
        if person is not None:
            person.owes = done.client_balance or 0
        roll = self.rng.random()
        if roll < 0.006:
            self._void(work, done, items, person)
        elif roll < 0.016 and (on_account == 0 or not tenders):
            found = {item.id: item for item, _ in items}
            register_id = tenders[0].register_id if tenders else None
            self.regret = _Regret(done.sale_id, found, register_id, person)

    def _void(
        self, work: Work, done: SaleDone, items: list[tuple[Item, Milli]], person: Person | None
    ) -> None:
        boss = self.at(work.now, self.shelves.owner)
        reason = self.rng.choice(_VOIDED)
        undone = void_sale(boss, VoidRequest(self.request(), done.sale_id, reason))
        for item, quantity in items:
            self.shelves.move(item, quantity)
        if person is not None:
            person.owes = undone.client_balance or 0

    def _take_back(self, work: Work, regret: _Regret) -> None:
        self.regret = None
        line = get_sale(work, regret.sale_id).lines[0]
        person = regret.person
        done = return_goods(
            work,
            ReturnRequest(
                self.request(),
                regret.sale_id,
                (ReturnLine(line.id, line.quantity),),
                regret.register_id,
                person.id if person else None,
                self.rng.choice(_RETURNED),
                drawer_id=self.drawer.id,
            ),
        )
        self.shelves.move(regret.items[line.product_id], line.quantity)
        if person is not None:
            person.owes = done.client_balance or 0

    def _tenders(self, total: Centavos) -> tuple[Tender, ...]:
        roll = self.rng.random()
        if roll < 0.54:
            note = self.rng.choice((1, *_HANDED))
            return self._cash(-(-total // note) * note)
        if roll < 0.57 and total > 2 * NOTE:
            part = total // 2 // NOTE * NOTE
            rest = Tender(PaymentMethod.QR, self.e_wallet.id, total - part)
            return (*self._cash(part), rest)
        method, register = self.rng.choices(
            (
                (PaymentMethod.QR, self.e_wallet),
                (PaymentMethod.TRANSFER, self.e_wallet),
                (PaymentMethod.TRANSFER, self.bank),
                (PaymentMethod.DEBIT_CARD, self.bank),
                (PaymentMethod.CREDIT_CARD, self.bank),
            ),
            (16, 8, 3, 13, 6),
        )[0]
        return (Tender(method, register.id, total),)

    def _cash(self, amount: Centavos) -> tuple[Tender, ...]:
        return (Tender(PaymentMethod.CASH, self.drawer.id, amount),) if amount else ()

    def _pay_debt(self, work: Work, person: Person) -> None:
        self._pay(work, person, self._payment(person.owes))

    def _pay(self, work: Work, person: Person, amount: Centavos) -> None:
        (tender,) = self._tenders_of_debt(amount)
        request = PaymentRequest(
            self.request(), person.id, tender.amount, tender.register_id, tender.method
        )
        person.owes = register_payment(work, request).client_balance

    def _tenders_of_debt(self, amount: Centavos) -> tuple[Tender, ...]:
        if self.rng.random() < 0.6:
            return self._cash(amount)
        method, register = self.rng.choices(
            (
                (PaymentMethod.QR, self.e_wallet),
                (PaymentMethod.TRANSFER, self.e_wallet),
                (PaymentMethod.TRANSFER, self.bank),
            ),
            (15, 15, 10),
        )[0]
        return (Tender(method, register.id, amount),)

    def _payment(self, owes: Centavos) -> Centavos:
        roll = self.rng.random()
        if roll < 0.6 or owes <= NOTE:
            return max(owes, NOTE)
        if roll < 0.9:
            return max(round(owes * self.rng.uniform(0.3, 0.9) / NOTE), 1) * NOTE
        return (owes // NOTE + self.rng.randint(1, 5)) * NOTE


def _lines(items: list[tuple[Item, Milli]]) -> tuple[SaleLineRequest, ...]:
    return tuple(SaleLineRequest(item.id, quantity) for item, quantity in items)


def _quote(
    work: Work, items: list[tuple[Item, Milli]], person: Person | None, points: int = 0
) -> Quote:
    return quote(work, _lines(items), person.id if person else None, points)
