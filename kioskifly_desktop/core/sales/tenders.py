"""What is handed over, by which means, and how it is shared out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kioskifly_desktop.core.errors import (
    AmountRangeError,
    ChangeError,
    MethodRegisterError,
    PaymentShortError,
)
from kioskifly_desktop.core.es_ar import format_money
from kioskifly_desktop.core.methods import METHOD_NAMES, PaymentMethod
from kioskifly_desktop.core.money import MAX_AMOUNT, Centavos
from kioskifly_desktop.core.registers import (
    RegisterKind,
    RegisterRow,
    get_register,
    list_registers,
    open_register,
)
from kioskifly_desktop.core.settings import get_preference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kioskifly_desktop.core.work import Work


@dataclass(frozen=True, slots=True)
class Tender:
    """What is handed over by one means: `amount` centavos for a register."""

    method: PaymentMethod
    register_id: int
    amount: Centavos


@dataclass(frozen=True, slots=True)
class Share:
    """Where a tender went: to the sale, to the client's debt, to stay on the account."""

    tender: Tender
    sale: Centavos
    debt: Centavos
    kept: Centavos


@dataclass(frozen=True, slots=True)
class Charge:
    """How all that was handed over was shared out, and the change given back."""

    shares: tuple[Share, ...]
    kept: Centavos
    change: Centavos

    @property
    def debts(self) -> list[tuple[Tender, Centavos]]:
        """Return what each tender paid of the client's debt."""
        return [(share.tender, share.debt) for share in self.shares if share.debt]

    @property
    def keeps(self) -> list[tuple[Tender, Centavos]]:
        """Return what of each tender stays on the client's account."""
        return [(share.tender, share.kept) for share in self.shares if share.kept]


_DESTINATION = {
    PaymentMethod.CASH: RegisterKind.DRAWER,
    PaymentMethod.DEBIT_CARD: RegisterKind.BANK,
    PaymentMethod.CREDIT_CARD: RegisterKind.BANK,
    PaymentMethod.TRANSFER: RegisterKind.BANK,
    PaymentMethod.QR: RegisterKind.E_WALLET,
}
"""The kind of register to which each means usually goes."""


def share_out(
    tenders: Sequence[Tender],
    *,
    to_sale: Centavos,
    to_debt: Centavos,
    keep_change: bool,
) -> Charge:
    """Share out what is handed over: first the sale, then the debt; the rest is change.

    Raises:
        AmountRangeError: a tender is nothing, or too much.
        PaymentShortError: it is not enough; `missing` tells by how many centavos.
        ChangeError: there is more change than cash.
    """
    for tender in tenders:
        if not 0 < tender.amount <= MAX_AMOUNT:
            raise AmountRangeError(field="tenders", maximum=format_money(MAX_AMOUNT))
    rest = sum(tender.amount for tender in tenders) - to_sale - to_debt
    if rest < 0:
        raise PaymentShortError(field="tenders", missing=-rest, shown=format_money(-rest))
    kept, change = (rest, 0) if keep_change else (0, rest)
    left = _without_change(tenders, change)
    wanted = [to_sale, to_debt, kept]
    shares = []
    for tender, amount in zip(tenders, left, strict=True):
        parts = []
        for i, wants in enumerate(wanted):
            part = min(amount, wants)
            wanted[i] -= part
            amount -= part  # noqa: PLW2901 - what is left of the tender
            parts.append(part)
        shares.append(Share(tender, *parts))
    return Charge(tuple(shares), kept, change)


def check_register(work: Work, method: PaymentMethod, register_id: int) -> RegisterRow:
    """Return the register of a tender.

    Raises:
        RegisterNotFoundError, RegisterArchivedError: of the register.
        MethodRegisterError: cash that is not for a drawer, or for a drawer what is not cash.
    """
    found = open_register(work, register_id)
    if (found.kind is RegisterKind.DRAWER) is not (method is PaymentMethod.CASH):
        raise MethodRegisterError(field="tenders", method=METHOD_NAMES[method], register=found.name)
    return found


def default_register(
    work: Work, method: PaymentMethod, drawer_id: int | None = None
) -> RegisterRow | None:
    """Return the register a means goes to unless told; cash goes to the counter's drawer."""
    if method is PaymentMethod.CASH and drawer_id is not None:
        return get_register(work, drawer_id)
    registers = list_registers(work)
    chosen = get_preference(work, register_preference(method), "")
    kind = _DESTINATION[method]
    # Cards and transfers may go to a virtual wallet, and a QR to a bank.
    fits = [
        r for r in registers if (r.kind is RegisterKind.DRAWER) is (method is PaymentMethod.CASH)
    ]
    ranked = sorted(fits, key=lambda r: (str(r.id) != chosen, r.kind is not kind))
    return ranked[0] if ranked else None


def register_preference(method: PaymentMethod) -> str:
    """Return the preference that holds the id of a means' register."""
    return f"register_for_{method.value}"


def _without_change(tenders: Sequence[Tender], change: Centavos) -> list[Centavos]:
    """Return what stays of each tender once the change left, the last cash first."""
    left = [tender.amount for tender in tenders]
    for i in reversed(range(len(tenders))):
        if tenders[i].method is PaymentMethod.CASH:
            back = min(change, left[i])
            left[i] -= back
            change -= back
    if change:
        raise ChangeError(field="tenders", excess=format_money(change))
    return left
