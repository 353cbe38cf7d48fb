"""What happens in the random shop besides its sales: payments, cash, counts, prices, time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kioskifly_desktop.core.catalog import ProductRequest, edit_product, get_product
from kioskifly_desktop.core.errors import (
    AlreadyReversedError,
    NoOpenSessionError,
    NotAllowedError,
    NotEnoughCashError,
    NotReversibleError,
    SessionOpenError,
    StockNotTrackedError,
    WholePiecesError,
)
from kioskifly_desktop.core.methods import PaymentMethod
from kioskifly_desktop.core.sessions import (
    CashCount,
    CashMovementRequest,
    CloseRequest,
    OpenRequest,
    TransferRequest,
    close_session,
    open_session,
    pay_in,
    pay_out,
    transfer,
)
from kioskifly_desktop.core.stock import StockRequest, count_stock, receive_stock
from kioskifly_desktop.core.wallet import (
    AdjustmentRequest,
    PaymentRequest,
    ReversalRequest,
    adjust_balance,
    register_payment,
    reverse_movement,
)
from tests.naive_shop import Turno
from tests.random_returns import ReturnActs
from tests.random_shop import Entry, Outcome

if TYPE_CHECKING:
    from kioskifly_desktop.core.errors import ShopError

REVERSIBLE = {"payments_on_account": "reversals", "adjustments": "undone adjustments"}


ACTS = {
    "sell": 40,
    "pay": 8,
    "adjust": 3,
    "undo": 5,
    "void": 6,
    "give_back": 10,
    "by_hand": 6,
    "pass_on": 4,
    "open_or_close": 7,
    "bring": 4,
    "reprice": 3,
    "park": 4,
    "again": 6,
    "take_for_another": 3,
    "wait": 5,
}


class AllActs(ReturnActs):
    """Everything that may happen in the shop."""

    def step(self) -> None:
        """Do one thing, whatever it is."""
        act = self.dice.choices(list(ACTS), list(ACTS.values()))[0]
        getattr(self, act)()

    def forbid(self, *rules: tuple[bool, type[ShopError]]) -> Outcome | None:
        """Return the outcome of an act against the rules, if it is."""
        broken = frozenset(error for is_broken, error in rules if is_broken)
        return Outcome(forbidden=broken) if broken else None

    def pay(self) -> None:
        """A payment on account."""
        client = self.dice.choice(list(self.books.clients))
        register = self.dice.choice(list(self.books.registers))
        owed = self.books.clients[client].balance
        amount = self.dice.randint(1, 9_000_00)
        if owed > 0:
            amount = self.dice.choice((amount, owed, self.dice.randint(1, owed)))
        request = PaymentRequest(
            self.new_request(), client, amount, register, self.dice.choice(list(PaymentMethod))
        )
        entry = Entry("payment", {client: -amount}, {register: amount})
        news = self.do(self.anyone(), register_payment, request, Outcome((entry,), papers=("X",)))
        assert news is not None
        self.books.record(
            news.entry_id,
            "payments_on_account",
            self.today,
            client=client,
            owed=-amount,
            money={register: amount},
        )
        assert news.done.client_balance == self.books.clients[client].balance
        assert news.done.register_balance == self.books.registers[register].balance

    def adjust(self) -> None:
        """A balance corrected."""
        user = self.anyone()
        client = self.dice.choice(list(self.books.clients))
        amount = self.dice.choice((1, -1)) * self.dice.randint(1, 9_000_00)
        request = AdjustmentRequest(self.new_request(), client, amount, "Cuaderno")
        entry = Entry("adjustment", {client: amount}, other={"adjustments": -amount})
        outcome = self.forbid((not user.is_admin, NotAllowedError)) or Outcome((entry,))
        news = self.do(user, adjust_balance, request, outcome)
        if news is not None:
            self.books.record(news.entry_id, "adjustments", self.today, client=client, owed=amount)

    def undo(self) -> None:
        """A movement of a wallet undone; now and then one that can't be."""
        user = self.admin if self.dice.random() < 0.9 else self.cashier
        entries = list(self.books.entries)
        if not entries:
            return
        movable = [entry for entry in entries if self.books.sorts[entry] in REVERSIBLE]
        if movable and self.dice.random() < 0.8:
            entries = movable
        entry = self.dice.choice(entries[-12:])
        sort = self.books.sorts[entry]
        client, owed, money = self.books.entries[entry]
        request = ReversalRequest(self.new_request(), entry, "Error de carga")
        outcome = self.forbid(
            (not user.is_admin, NotAllowedError),
            (sort not in REVERSIBLE, NotReversibleError),
            (entry in self.books.undone, AlreadyReversedError),
        )
        if outcome is None:
            paid = sort == "payments_on_account"
            back = {register: -amount for register, amount in money.items()}
            other = {} if paid else {"adjustments": owed}
            told = Entry("reversal", {client or 0: -owed}, back, other)
            outcome = Outcome((told,), papers=("AX",) if paid else ())
        news = self.do(user, reverse_movement, request, outcome)
        if news is not None:
            self.books.undo(entry, news.entry_id, REVERSIBLE[sort], self.today)

    def by_hand(self) -> None:
        """Money put into a drawer or taken from it."""
        register = self.dice.choice(self.drawers)
        amount = self.dice.randint(1, 30_000_00)
        into = self.dice.random() < 0.5
        request = CashMovementRequest(self.new_request(), register, amount, "Bolsas")
        change = amount if into else -amount
        entry = Entry(
            "cash_in" if into else "cash_out",
            money={register: change},
            other={"other_income" if into else "expenses": -change},
        )
        closed = self.books.open_turno(register) is None
        outcome = self.forbid(
            (closed, NoOpenSessionError), (self.lacks(register, -change), NotEnoughCashError)
        ) or Outcome((entry,))
        news = self.do(self.anyone(), pay_in if into else pay_out, request, outcome)
        if news is not None:
            sort = "pay_ins" if into else "pay_outs"
            self.books.record(news.entry_id, sort, self.today, money={register: change})

    def lacks(self, register: int, amount: int) -> bool:
        """Tell whether a drawer holds less than what is to leave it."""
        held = max(self.books.registers[register].balance, 0)
        return register in self.drawers and amount > held

    def pass_on(self) -> None:
        """Money passed from a register to another."""
        source, target = self.dice.sample(list(self.books.registers), 2)
        held = self.books.registers[source].balance
        amount = self.dice.choice((max(held, 1), self.dice.randint(1, 20_000_00)))
        request = TransferRequest(self.new_request(), source, target, amount)
        entry = Entry("transfer", money={source: -amount, target: amount})
        outcome = self.forbid((self.lacks(source, amount), NotEnoughCashError)) or Outcome((entry,))
        news = self.do(self.anyone(), transfer, request, outcome)
        if news is not None:
            self.books.record(
                news.entry_id,
                "transfers",
                self.today,
                money={source: -amount, target: amount},
            )

    def open_or_close(self) -> None:
        """A drawer opened, or counted and closed; rarely opened twice."""
        register = self.dice.choice(self.drawers)
        turno = self.books.open_turno(register)
        if turno is None or self.dice.random() < 0.1:
            self.open(register)
        elif self.dice.random() < 0.5:
            self.close(turno)

    def open(self, register: int) -> None:
        """A drawer opened with what is in it, or nearly."""
        held = self.books.registers[register].balance
        counted = max(held + self.dice.choice((0, 0, self.dice.randint(-500_00, 500_00))), 0)
        request = OpenRequest(self.new_request(), register, counted)
        difference = counted - held
        entry = Entry("over_short", money={register: difference}, other={"over_short": -difference})
        is_first = counted > 0 and not self.books.registers[register].moves
        if is_first:
            entry = Entry("cash_in", money={register: counted}, other={"adjustments": -counted})
        busy = self.books.open_turno(register) is not None
        outcome = self.forbid((busy, SessionOpenError)) or Outcome((entry,))
        news = self.do(self.anyone(), open_session, request, outcome)
        if news is None:
            return
        assert news.done.over_short == (0 if is_first else difference)
        self.books.record(news.entry_id, "count", self.today, money={register: difference})
        self.books.turnos[news.done.session_id] = Turno(register, counted, news.entry_id)

    def close(self, number: int) -> None:
        """A drawer counted: what should be in it, or nearly."""
        turno = self.books.turnos[number]
        expected = self.books.expected(turno)
        counted = max(expected + self.dice.choice((0, 0, self.dice.randint(-90_00, 90_00))), 0)
        request = CloseRequest(self.new_request(), number, CashCount(coins=counted))
        difference = counted - expected
        entry = Entry(
            "over_short", money={turno.register: difference}, other={"over_short": -difference}
        )
        news = self.do(self.anyone(), close_session, request, Outcome((entry,), papers=("CX",)))
        assert news is not None
        assert (news.done.expected, news.done.over_short) == (expected, difference)
        self.books.record(news.entry_id, "count", self.today, money={turno.register: difference})
        turno.is_open = False

    def bring(self) -> None:
        """Goods that a supplier brought, or that were counted."""
        number = self.dice.choice(list(self.books.goods))
        goods = self.books.goods[number]
        quantity = self.dice.randint(1, 40) * 1000
        if self.dice.random() < 0.1:
            quantity += 1
        counting = self.dice.random() < 0.3
        request = StockRequest(self.new_request(), number, quantity)
        change = quantity - goods.level if counting else quantity
        outcome = self.forbid(
            (not goods.tracked, StockNotTrackedError),
            (goods.piece and bool(quantity % 1000), WholePiecesError),
        ) or Outcome(moves=((number, change),))
        self.do(self.admin, count_stock if counting else receive_stock, request, outcome)

    def reprice(self) -> None:
        """A price changed, from now on."""
        number = self.dice.choice([n for n, goods in self.books.goods.items() if goods.price])
        price = self.dice.randint(1, 15_000_00)
        with self.database.write(self.admin) as work:
            known = get_product(work, number)
            fields = {name: getattr(known, name) for name in ProductRequest.__dataclass_fields__}
            edit_product(work, number, ProductRequest(**fields | {"price": price}))
        self.books.goods[number].price = price

    def again(self) -> None:
        """A request sent twice."""
        if self.past:
            self.repeat(self.dice.choice(self.past[-200:]))

    def take_for_another(self) -> None:
        """The identifier of a request taken for another one."""
        moved = [past for past in self.past[-200:] if hasattr(past.request, "amount")]
        if moved:
            past = self.dice.choice(moved)
            self.reuse(past, replace(past.request, amount=past.request.amount * 2))

    def wait(self) -> None:
        """Time goes by."""
        self.clock.move(hours=self.dice.choice((1, 5, 30, 24 * 6)))
