"""What comes back to the random shop: voids, returns, and carts put aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ClientNeededError,
    DrawerShortError,
    NotAllowedError,
    ReturnedTooMuchError,
    SaleNotVoidableError,
    SaleVoidedError,
)
from kioskifly_desktop.core.sales import (
    ParkRequest,
    ReturnLine,
    ReturnRequest,
    VoidRequest,
    discard_parked,
    list_parked,
    park_sale,
    return_goods,
    take_parked,
    void_sale,
)
from tests.naive_shop import Sold, SoldLine, line_worth
from tests.random_sales import SaleActs
from tests.random_shop import Entry, Outcome

if TYPE_CHECKING:
    from kioskifly_desktop.core.errors import ShopError
    from kioskifly_desktop.core.work import User


class ReturnActs(SaleActs):
    """Acts that take goods back, or put them aside."""

    def void(self) -> None:
        """A sale undone."""
        sales = list(self.books.sales.values())
        if not sales:
            return
        sold = self.dice.choice(sales[-8:])
        user = self.admin if self.dice.random() < 0.9 else self.cashier
        request = VoidRequest(self.new_request(), sold.sale_id, "Se equivocó de producto")
        turno = None if sold.turno is None else self.books.turnos[sold.turno]
        still = sold.day == self.today if turno is None else turno.is_open
        rules: set[type[ShopError]] = set()
        if not user.is_admin:
            rules.add(NotAllowedError)
        if sold.number.startswith("DX") or sold.voided or sold.had_returns or not still:
            rules.add(SaleNotVoidableError)
        if rules:
            self.do(user, void_sale, request, Outcome(forbidden=frozenset(rules)))
            return
        owed = {sold.client: -sold.on_account} if sold.client is not None else {}
        money = {register: -amount for register, amount in sold.cash.items()}
        outcome = Outcome(
            entries=(Entry("reversal", owed, money, {"sales": sold.total}),),
            moves=self.moved((line.product, line.quantity) for line in sold.lines),
            papers=("AVX",),
        )
        news = self.do(user, void_sale, request, outcome)
        assert news is not None
        assert (news.done.number, news.done.total) == (news.numbers[0], sold.total)
        self.books.undo(sold.entry, news.entry_id, "voids", self.today)
        sold.voided = True

    def give_back(self) -> None:
        """Goods that come back, with their ticket or without."""
        dice = self.dice
        tickets = [sold for sold in self.books.sales.values() if sold.number.startswith("TX")]
        begun = [
            sold
            for sold in tickets
            if any(0 < line.returned < line.quantity for line in sold.lines)
        ]
        if begun and dice.random() < 0.4:
            tickets = begun
        with_ticket = bool(tickets) and dice.random() < 0.85
        user = self.anyone()
        sold = dice.choice(tickets[-12:]) if with_ticket else None
        drawer = dice.choice((None, *self.drawers))
        client = dice.choice((None, *self.books.clients))
        owner = client if sold is None or sold.client is None else sold.client
        lines, parts = self.of_ticket(sold) if sold else self.loose(owner)
        request = ReturnRequest(
            self.new_request(),
            sold.sale_id if sold else None,
            tuple(lines),
            drawer,
            client,
            "Vencido",
            dice.choice((None, *self.drawers)),
        )
        self.take_back(user, request, sold, parts, owner)

    def of_ticket(self, sold: Sold) -> tuple[list[ReturnLine], list[SoldLine]]:
        """Choose what comes back of a sale: now and then more than there was."""
        dice = self.dice
        lines, parts = [], []
        for line in dice.sample(sold.lines, dice.randint(1, len(sold.lines))):
            left = line.quantity - line.returned
            if self.books.goods[line.product].piece:
                quantity = dice.randint(1, max(left // 1000, 1)) * 1000
            else:
                quantity = dice.choice((max(left, 1), dice.randint(1, max(left, 1))))
            if dice.random() < 0.02:
                quantity = left + 1000
            lines.append(ReturnLine(line.line_id, quantity))
            parts.append(SoldLine(line.line_id, line.product, quantity, line.refund(quantity)))
        return lines, parts

    def loose(self, owner: int | None) -> tuple[list[ReturnLine], list[SoldLine]]:
        """Choose something that comes back without its ticket."""
        number = self.dice.choice([n for n, goods in self.books.goods.items() if goods.price])
        goods = self.books.goods[number]
        quantity = 1000 if goods.piece else self.dice.randint(1, 2000)
        agreed = self.books.clients[owner].discount if owner is not None else 0
        worth = line_worth(goods.price, quantity, agreed)
        return [ReturnLine(None, quantity, number)], [SoldLine(0, number, quantity, worth)]

    def take_back(
        self,
        user: User,
        request: ReturnRequest,
        sold: Sold | None,
        parts: list[SoldLine],
        owner: int | None,
    ) -> None:
        """Take the goods back, unless a rule forbids it."""
        total = sum(part.total for part in parts)
        till = request.refund_register_id
        lines = {line.line_id: line for line in sold.lines} if sold else {}
        rules: set[type[ShopError]] = set()
        owing = sold is not None and sold.on_account and till is not None
        if (sold is None or owing) and not user.is_admin:
            rules.add(NotAllowedError)
        if sold is not None and sold.voided:
            rules.add(SaleVoidedError)
        left = {number: line.quantity - line.returned for number, line in lines.items()}
        if any(part.quantity > left.get(part.line_id, part.quantity) for part in parts):
            rules.add(ReturnedTooMuchError)
        if total == 0:
            rules.add(AmountRangeError)
        if till is None and owner is None:
            rules.add(ClientNeededError)
        if till is not None and self.books.registers[till].balance < total:
            rules.add(DrawerShortError)
        if rules:
            self.do(user, return_goods, request, Outcome(forbidden=frozenset(rules)))
            return
        owed = {owner: -total} if till is None and owner is not None else {}
        money = {till: -total} if till is not None else {}
        outcome = Outcome(
            entries=(Entry("return", owed, money, {"sales": total}),),
            moves=self.moved((part.product, part.quantity) for part in parts),
            papers=("DX",),
        )
        news = self.do(user, return_goods, request, outcome)
        assert news is not None
        assert (news.done.number, news.done.total) == (news.numbers[0], total)
        self.books.record(
            news.entry_id,
            "returns",
            self.today,
            client=owner,
            owed=sum(owed.values()),
            money=money,
            goods_of=sold.entry if sold else None,
        )
        if sold is not None:
            sold.had_returns = True
            for part in parts:
                lines[part.line_id].returned += part.quantity
                lines[part.line_id].refunded += part.total
        drawer = request.drawer_id or till
        self.write_down(
            news.done,
            parts,
            client=owner,
            drawer=drawer,
            on_account=-sum(owed.values()),
            money=money,
        )

    def park(self) -> None:
        """A cart put aside, or taken back, or thrown away."""
        if not self.books.parked or self.dice.random() < 0.5:
            lines = tuple(self.some_line() for _ in range(self.dice.randint(1, 3)))
            client = self.dice.choice((None, *self.books.clients))
            request = ParkRequest(lines, client, "La señora del perro")
            with self.database.write(self.anyone()) as work:
                self.books.parked[park_sale(work, request)] = request
            return
        number = self.dice.choice(list(self.books.parked))
        kept = self.books.parked.pop(number)
        with self.database.write(self.anyone()) as work:
            assert number in [row.id for row in list_parked(work)]
            if self.dice.random() < 0.7:
                taken = take_parked(work, number)
                assert ParkRequest(tuple(taken.lines), taken.client_id, taken.label) == kept
            else:
                discard_parked(work, number)
