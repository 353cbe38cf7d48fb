"""What happens at the counter of the random shop: sales, voids, returns, and carts put aside."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kioskifly_desktop.core.errors import (
    AccountDisabledError,
    AmountRangeError,
    ChangeError,
    ClientNeededError,
    DebtLimitError,
    EmptySaleError,
    MethodRegisterError,
    NotAllowedError,
    OverdueError,
    PaymentShortError,
    PriceMissingError,
    PricesChangedError,
    ProductInactiveError,
    WholePiecesError,
)
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.sales import (
    Override,
    SaleLineRequest,
    SaleRequest,
    Tender,
    get_sale,
    register_sale,
)
from tests.factories import BANK, E_WALLET
from tests.naive_shop import Goods, Sold, SoldLine, line_worth
from tests.random_shop import Entry, News, Outcome, RandomShop

if TYPE_CHECKING:
    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.work import User

CASH = PaymentMethod.CASH
BY_CARD = (
    PaymentMethod.DEBIT_CARD,
    PaymentMethod.CREDIT_CARD,
    PaymentMethod.TRANSFER,
    PaymentMethod.QR,
)


@dataclass
class Split:
    """Where what was handed over went: per tender, to the sale and to the account."""

    to_sale: list[int]
    to_debt: list[int]
    kept: list[int]
    change: int


def split(request: SaleRequest, total: int) -> Split:
    """Give back the change from the last cash, then pay the sale first and the account after."""
    amounts = [tender.amount for tender in request.tenders]
    surplus = sum(amounts) + request.on_account - total - request.debt_payment
    change = left = 0 if request.keep_change else surplus
    for place in reversed(range(len(amounts))):
        if request.tenders[place].method is CASH:
            back = min(left, amounts[place])
            amounts[place] -= back
            left -= back
    shares = []
    for wanted in (total - request.on_account, request.debt_payment, surplus - change):
        share: list[int] = []
        for place, amount in enumerate(amounts):
            share.append(min(amount, wanted - sum(share)))
            amounts[place] -= share[-1]
        shares.append(share)
    to_sale, to_debt, kept = shares
    return Split(to_sale, to_debt, kept, change)


class SaleActs(RandomShop):
    """Acts with goods."""

    def anyone(self) -> User:
        return self.dice.choice((self.admin, self.cashier))

    def worth(self, lines: tuple[SaleLineRequest, ...], client: int | None) -> list[int]:
        """Return what each line costs."""
        agreed = self.books.clients[client].discount if client is not None else 0
        return [
            line_worth(
                self.books.goods[line.product_id].price if line.price is None else line.price,
                line.quantity,
                max(line.discount, agreed),
                line.amount,
            )
            for line in lines
        ]

    def sellable(self) -> dict[int, Goods]:
        return {number: goods for number, goods in self.books.goods.items() if goods.active}

    def some_line(self) -> SaleLineRequest:
        dice = self.dice
        some = self.books.goods if dice.random() < 0.02 else self.sellable()
        number = dice.choice(list(some))
        goods = self.books.goods[number]
        if goods.piece and dice.random() < 0.99:
            quantity = dice.choice((1, 1, 2, 3, 7)) * 1000
        else:
            quantity = dice.randint(1, 3000)
        price = None
        if dice.random() < (0.04 if goods.price else 0.97):
            price = dice.randint(1, 5_000_00)
        amount = None
        if not goods.piece and price is None and dice.random() < 0.4:
            amount = line_worth(goods.price, quantity, 0)
        discount = dice.choice((0, 0, 0, 0, 5_00, 33_33))
        return SaleLineRequest(number, quantity, discount, price, amount)

    def some_tenders(self, need: int) -> tuple[Tender, ...]:
        """Return means that cover so much: sometimes too much, and now and then too little."""
        dice = self.dice
        tenders: list[Tender] = []
        while need > 0:
            amount = need if len(tenders) == 2 else dice.choice((need, need, dice.randint(1, need)))
            tenders.append(self.some_tender(amount))
            need -= amount
        twist = dice.random()
        if twist < 0.35:
            tenders.append(Tender(CASH, dice.choice(self.drawers), dice.randint(1, 3_000_00)))
        elif twist < 0.40 and tenders:
            last = tenders.pop()
            tenders.append(
                Tender(last.method, last.register_id, last.amount + dice.randint(1, 999))
            )
        elif twist < 0.43 and tenders:
            tenders.pop()
        dice.shuffle(tenders)
        return tuple(tenders)

    def some_tender(self, amount: int) -> Tender:
        dice = self.dice
        if dice.random() < 0.6:
            return Tender(CASH, dice.choice(self.drawers), amount)
        register = dice.choice((BANK, E_WALLET) if dice.random() < 0.98 else self.drawers)
        return Tender(dice.choice(BY_CARD), register, amount)

    def some_sale(self) -> SaleRequest:
        dice = self.dice
        client = dice.choice([None, None, *self.books.clients])
        many = dice.choice((1, 1, 2, 3, 5)) if dice.random() < 0.99 else 0
        lines = tuple(self.some_line() for _ in range(many))
        total = sum(self.worth(lines, client))
        on_account = debt = 0
        if dice.random() < (0.3 if client else 0.02):
            owed = self.books.clients[client].balance if client else 0
            debt = dice.choice((max(owed, 1), dice.randint(1, 2_000_00)))
        if dice.random() < (0.6 if client else 0.02):
            room = self.room(client, debt)
            on_account = dice.choice((total, dice.randint(0, total), room, room + 1))
            on_account = min(max(on_account, 0), total)
        override = Override("Lo pidió la dueña") if dice.random() < 0.05 else None
        shown = dice.choice((None, total, total)) if dice.random() < 0.98 else total + 1
        return SaleRequest(
            self.new_request(),
            lines,
            self.some_tenders(total - on_account + debt),
            client,
            on_account,
            dice.choice((None, *self.drawers)),
            debt,
            keep_change=dice.random() < (0.3 if client else 0.02),
            expected_total=shown,
            override=override,
        )

    def room(self, client: int | None, debt: int) -> int:
        """Return how much more a client may owe."""
        party = self.books.clients[client] if client else None
        return 0 if party is None or party.limit is None else party.limit - party.balance + debt

    def sale_rules(
        self, user: User, request: SaleRequest, total: int
    ) -> frozenset[type[ShopError]]:
        """Return the rules a sale breaks."""
        rules: set[type[ShopError]] = set()
        for line in request.lines:
            goods = self.books.goods[line.product_id]
            if not goods.active:
                rules.add(ProductInactiveError)
            if goods.piece and line.quantity % 1000:
                rules.add(WholePiecesError)
            own = line.price in {None, goods.price} or goods.price == 0
            if not goods.price and not line.price:
                rules.add(PriceMissingError)
            if not own and not user.is_admin:
                rules.add(NotAllowedError)
            if line.discount > 10_00 and not user.is_admin:
                rules.add(NotAllowedError)
        cash = sum(t.amount for t in request.tenders if t.method is CASH)
        handed = sum(t.amount for t in request.tenders) + request.on_account
        surplus = handed - total - request.debt_payment
        drawers = [self.books.registers[t.register_id].drawer for t in request.tenders]
        kept = request.keep_change and surplus > 0
        by_account = request.on_account or request.debt_payment or kept
        broken: tuple[tuple[bool, type[ShopError]], ...] = (
            (not request.lines, EmptySaleError),
            (total == 0, AmountRangeError),
            (request.expected_total not in {None, total}, PricesChangedError),
            (
                any(
                    (t.method is CASH) != drawer
                    for t, drawer in zip(request.tenders, drawers, strict=True)
                ),
                MethodRegisterError,
            ),
            (bool(by_account) and request.client_id is None, ClientNeededError),
            (surplus < 0, PaymentShortError),
            (surplus > cash and not request.keep_change, ChangeError),
        )
        rules |= {error for is_broken, error in broken if is_broken}
        terms = self.terms(request)
        if request.override is None:
            rules |= terms
        elif terms and not user.is_admin:
            rules.add(NotAllowedError)
        return frozenset(rules)

    def terms(self, request: SaleRequest) -> set[type[ShopError]]:
        """Return what of the account's terms forbids the sale, after what is paid of the debt."""
        if not request.on_account or request.client_id is None:
            return set()
        party = self.books.clients[request.client_id]
        debits, _ = party.unpaid(request.debt_payment)
        late = [
            left
            for left, day in debits.values()
            if left and party.days is not None and (self.today - day).days > party.days
        ]
        after = party.balance - request.debt_payment + request.on_account
        rules: set[type[ShopError]] = set()
        if not party.enabled:
            rules.add(AccountDisabledError)
        if late:
            rules.add(OverdueError)
        if party.limit is not None and after > party.limit:
            rules.add(DebtLimitError)
        return rules

    def sell(self) -> None:
        """A sale."""
        user, request = self.anyone(), self.some_sale()
        worth = self.worth(request.lines, request.client_id)
        total = sum(worth)
        rules = self.sale_rules(user, request, total)
        passed = bool(self.terms(request))
        if rules:
            self.do(user, register_sale, request, Outcome(forbidden=rules))
            return
        parts = split(request, total)
        money: Counter[int] = Counter()
        means = Counter({"Cuenta corriente": request.on_account})
        for tender, part in zip(request.tenders, parts.to_sale, strict=True):
            money[tender.register_id] += part
            means[METHOD_NAMES[tender.method]] += part
        client = request.client_id
        owed = {client: request.on_account} if client is not None else {}
        payments = [
            (tender.register_id, part)
            for tender, *shares in zip(request.tenders, parts.to_debt, parts.kept, strict=True)
            for part in shares
            if part
        ]
        outcome = Outcome(
            entries=(
                Entry("sale", owed, dict(money), {"sales": -total}),
                *(Entry("payment", {client or 0: -part}, {till: part}) for till, part in payments),
            ),
            moves=self.moved((line.product_id, -line.quantity) for line in request.lines),
            papers=("TX", *("X" for _ in payments)),
        )
        news = self.do(user, register_sale, request, outcome)
        assert news is not None
        self.sold(request, news)
        done = news.done
        assert (done.total, done.change) == (total, parts.change)
        assert done.kept == sum(parts.kept)
        assert done.client_balance == (self.books.clients[client].balance if client else None)
        cash = [tender.register_id for tender in request.tenders if tender.method is CASH]
        self.write_down(
            done,
            [
                SoldLine(0, line.product_id, line.quantity, total)
                for line, total in zip(request.lines, worth, strict=True)
            ],
            client=client,
            drawer=request.drawer_id or next(iter(cash), None),
            on_account=request.on_account,
            money=dict(money),
            means=dict(means),
            authorized=passed,
        )

    def sold(self, request: SaleRequest, news: News) -> None:
        """Keep the entries of a sale in the books."""
        done = news.done
        for entry_id, entry in news.entries:
            assert (entry.kind == "sale") == (entry_id == done.entry_id)
            self.books.record(
                entry_id,
                "sales" if entry.kind == "sale" else "payments_on_account",
                self.today,
                client=request.client_id,
                owed=sum(entry.owed.values()),
                money=entry.money,
            )
        assert sorted(news.numbers) == sorted([done.number, *done.receipts])

    def write_down(
        self,
        done: Any,
        lines: list[SoldLine],
        *,
        client: int | None,
        drawer: int | None,
        on_account: int,
        money: dict[int, int],
        means: dict[str, int] | None = None,
        authorized: bool = False,
    ) -> None:
        """Keep a sale or a return in the books."""
        with self.database.read() as work:
            rows = get_sale(work, done.sale_id).lines
        self.books.sales[done.sale_id] = Sold(
            sale_id=done.sale_id,
            entry=done.entry_id,
            number=done.number,
            client=client,
            turno=None if drawer is None else self.books.open_turno(drawer),
            day=self.today,
            total=done.total,
            on_account=on_account,
            cash=money,
            means=means or {},
            authorized=authorized,
            lines=[
                SoldLine(row.id, line.product, line.quantity, line.total)
                for row, line in zip(rows, lines, strict=True)
            ],
        )

    def moved(self, moves: Any) -> tuple[tuple[int, int], ...]:
        """Return the moves of what is tracked."""
        return tuple(move for move in moves if self.books.goods[move[0]].tracked)
