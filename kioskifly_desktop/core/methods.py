"""The means by which a client pays."""

from __future__ import annotations

from enum import StrEnum

from kioskifly_desktop.core.errors import PaymentMethodError
from kioskifly_desktop.core.es_ar import fold
from kioskifly_desktop.core.phrases import Phrase


class PaymentMethod(StrEnum):
    """By what means a client pays."""

    CASH = "cash"
    DEBIT_CARD = "debit_card"
    CREDIT_CARD = "credit_card"
    TRANSFER = "transfer"
    QR = "qr"


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
