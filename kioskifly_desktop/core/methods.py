"""The means by which a client pays."""

from __future__ import annotations

from enum import StrEnum

from kioskifly_desktop.core.errors import PaymentMethodError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.phrases import Phrase, joined


class PaymentMethod(StrEnum):
    """By what means a client pays."""

    CASH = "cash"
    DEBIT_CARD = "debit_card"
    CREDIT_CARD = "credit_card"
    TRANSFER = "transfer"
    QR = "qr"


MEMO_SEPARATOR = " · "
"""Between the means of a payment and what somebody noted, in its memo."""
METHOD_NAMES = {
    PaymentMethod.CASH: Phrase("Efectivo"),
    PaymentMethod.DEBIT_CARD: Phrase("Débito"),
    PaymentMethod.CREDIT_CARD: Phrase("Crédito"),
    PaymentMethod.TRANSFER: Phrase("Transferencia"),
    PaymentMethod.QR: "QR",
}


def method_from_text(text: str) -> PaymentMethod:
    """Return the means of payment of a Spanish name or a code.

    Raises:
        PaymentMethodError: there is no such means.
    """
    for method, name in METHOD_NAMES.items():
        if fold(text) in (fold(name), fold(method.value)):
            return method
    raise PaymentMethodError(field="method", code=text, choices=", ".join(METHOD_NAMES.values()))


def memo_words(memo: str) -> str:
    """Return the memo of a payment, which begins with its means: a phrase, if it has one."""
    head, dot, note = memo.partition(MEMO_SEPARATOR)
    named = {str(name): name for name in METHOD_NAMES.values()}
    return joined(dot, filter(None, (named[head], note))) if head in named else memo
