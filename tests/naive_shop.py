"""The shop's books told by the simplest means: lists that are added up again when asked.

Knows nothing of the program's code; money in centavos, quantities in thousandths.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


def half_up(value: Fraction) -> int:
    """Round to the nearest whole, halves up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def line_worth(price: int, quantity: int, discount: int, amount: int | None = None) -> int:
    """What a line of a sale costs: the gross rounded, less the discount rounded."""
    gross = half_up(Fraction(price * quantity, 1000)) if amount is None else amount
    return gross - half_up(Fraction(gross * discount, 10_000))


@dataclass
class Movement:
    """What an entry did to an account."""

    entry: int
    amount: int
    day: date
    undone: bool = False  # takes no part in what is owed: it was undone, or undoes
    goods_of: int | None = None  # goods of this entry that came back


@dataclass
class Party:
    """A client, with what was agreed on the account."""

    limit: int | None = None
    days: int | None = None
    enabled: bool = True
    discount: int = 0
    movements: list[Movement] = field(default_factory=list)

    @property
    def balance(self) -> int:
        return sum(movement.amount for movement in self.movements)

    def unpaid(self, paying: int = 0) -> tuple[dict[int, tuple[int, date]], int]:
        """Settle what was credited: goods that came back their own debit, the rest the oldest ones.

        Return what each entry's debit still owes with its day, and the credit that is left over.
        """
        moves = [movement for movement in self.movements if not movement.undone]
        owes = {movement.entry: movement.amount for movement in moves if movement.amount > 0}
        credit = paying
        for movement in moves:
            if movement.amount <= 0:
                own = min(-movement.amount, owes.get(movement.goods_of or 0, 0))
                credit -= movement.amount + own
                if own:
                    owes[movement.goods_of or 0] -= own
        for entry, owed in owes.items():
            settled = min(credit, owed)
            owes[entry] -= settled
            credit -= settled
        days = {movement.entry: movement.day for movement in moves}
        return {entry: (owed, days[entry]) for entry, owed in owes.items()}, credit


@dataclass
class Goods:
    """A product as the counter sees it."""

    price: int
    piece: bool = True
    tracked: bool = True
    active: bool = True
    moves: list[int] = field(default_factory=list)

    @property
    def level(self) -> int:
        return sum(self.moves)


@dataclass
class Register:
    """Money somewhere: (entry, what it was, amount)."""

    drawer: bool
    moves: list[tuple[int, str, int]] = field(default_factory=list)

    @property
    def balance(self) -> int:
        return sum(amount for _, _, amount in self.moves)


@dataclass
class Turno:
    """A session of a drawer, from its opening entry to its close."""

    register: int
    opened_with: int
    opening_entry: int
    is_open: bool = True


@dataclass
class SoldLine:
    """A line of a sale, and how much of it came back."""

    line_id: int
    product: int
    quantity: int
    total: int
    returned: int = 0
    refunded: int = 0

    def refund(self, quantity: int) -> int:
        """What is given back for so much more of it: all together never more than was charged."""
        reached = half_up(Fraction(self.total * (self.returned + quantity), self.quantity))
        return reached - self.refunded


@dataclass
class Sold:
    """A sale or a return, as kept; `cash` is what moved in each register."""

    sale_id: int
    entry: int
    number: str
    client: int | None
    turno: int | None
    day: date
    total: int
    on_account: int
    cash: dict[int, int]
    lines: list[SoldLine]
    means: dict[str, int] = field(default_factory=dict)
    authorized: bool = False
    voided: bool = False
    had_returns: bool = False


class Books:
    """All that the shop has and owes."""

    def __init__(self) -> None:
        self.clients: dict[int, Party] = {}
        self.goods: dict[int, Goods] = {}
        self.registers: dict[int, Register] = {}
        self.turnos: dict[int, Turno] = {}
        self.sales: dict[int, Sold] = {}
        self.parked: dict[int, object] = {}
        self.papers: Counter[str] = Counter()
        self.entries: dict[int, tuple[int | None, int, dict[int, int]]] = {}
        self.sorts: dict[int, str] = {}
        self.undone: set[int] = set()

    def number(self, series: str) -> str:
        """Return the next number of a series of papers."""
        self.papers[series] += 1
        return f"{series}-00001-{self.papers[series]:08d}"

    def open_turno(self, register: int) -> int | None:
        """Return the open session of a register."""
        found = [n for n, turno in self.turnos.items() if turno.is_open]
        return next((n for n in found if self.turnos[n].register == register), None)

    def added(self, turno: Turno) -> dict[str, tuple[int, int]]:
        """Return how many movements of each sort a session had, and what they came to."""
        count: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for entry, sort, amount in self.registers[turno.register].moves:
            if entry > turno.opening_entry:
                count[sort] += 1
                total[sort] += amount
        return {sort: (count[sort], total[sort]) for sort in count}

    def expected(self, turno: Turno) -> int:
        """Return what should be in an open session's drawer."""
        return turno.opened_with + sum(total for _, total in self.added(turno).values())

    def sold_by_mean(self, number: int) -> tuple[dict[str, tuple[int, int]], list[int]]:
        """Return a session's tickets and centavos by means, and what was returned and voided."""
        count: Counter[str] = Counter()
        total: Counter[str] = Counter()
        back = voids = 0
        for sold in self.sales.values():
            if sold.turno != number:
                continue
            for name, amount in sold.means.items():
                count[name] += amount > 0
                total[name] += amount
            voids += sold.total if sold.voided else 0
            back += sold.total if sold.number.startswith("DX") else 0
        return {name: (count[name], total[name]) for name in count if count[name]}, [back, voids]

    def record(
        self,
        entry: int,
        sort: str,
        day: date,
        *,
        client: int | None = None,
        owed: int = 0,
        money: dict[int, int] | None = None,
        goods_of: int | None = None,
    ) -> None:
        """Write down an entry: what it put on a client's account and in each register."""
        money = {register: amount for register, amount in (money or {}).items() if amount}
        if client is not None and owed:
            self.clients[client].movements.append(Movement(entry, owed, day, goods_of=goods_of))
        for register, amount in money.items():
            name = sort
            if sort == "transfers":
                name = "transfers_in" if amount > 0 else "transfers_out"
            self.registers[register].moves.append((entry, name, amount))
        self.entries[entry] = (client, owed, money)
        self.sorts[entry] = sort

    def undo(self, entry: int, undoing: int, sort: str, day: date) -> None:
        """Write down the opposite of an entry."""
        client, owed, money = self.entries[entry]
        back = {register: -amount for register, amount in money.items()}
        self.record(undoing, sort, day, client=client, owed=-owed, money=back)
        self.undone.add(entry)
        if client is not None:
            for movement in self.clients[client].movements:
                movement.undone |= movement.entry in {entry, undoing}
