"""Products, barcodes, prices and stock."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class QuantityError(ShopError):
    """A quantity must be understood without guessing."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No entiendo esa cantidad. Escribila con coma: 2 o 0,755."
    )


class QuantityRangeError(QuantityError):
    """A quantity is within what the shelves can hold, and not nothing."""

    sentence = QT_TRANSLATE_NOOP("errors", "La cantidad tiene que ir de {minimum} a {maximum}.")


class BarcodeError(ShopError):
    """A code is an EAN-13, EAN-8 or UPC-A whose check digit agrees, or the shop's own."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El código «{code}» no es válido: {reason}. Escanealo de nuevo o usá un código propio.",
    )
