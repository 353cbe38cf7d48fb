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


class WholePiecesError(QuantityError):
    """What is sold by the piece is moved in whole pieces."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} se vende por unidad: escribí una cantidad sin decimales."
    )


class DuplicateBarcodeError(ShopError):
    """A code belongs to one product."""

    sentence = QT_TRANSLATE_NOOP("errors", "El código «{code}» ya es de {name}. Usá otro.")


class ScaleLabelsError(ShopError):
    """The positions of a scale's label fit its thirteen digits and don't overlap."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Esas posiciones no entran en la etiqueta: son 12 dígitos y el de control."
    )


class ProductNotFoundError(ShopError):
    """A product must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún producto con el número {product}.")


class CodeNotFoundError(ShopError):
    """A code stands for a product."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún producto con el código «{code}».")


class StockNotTrackedError(ShopError):
    """Only the stock that is tracked is moved."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} no lleva stock. Marcá «Lleva stock» en el producto."
    )


class PriceChangeError(ShopError):
    """A mass price change stays within sense."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El porcentaje va de −90 % a 1000 % y el redondeo de un centavo a $ 1.000."
    )


class PriceTooHighError(ShopError):
    """A raised price stays within what the books can hold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El precio de {name} pasaría de {maximum}. Achicá el porcentaje."
    )


class NoPriceChangesError(ShopError):
    """A mass price change changes something."""

    sentence = QT_TRANSLATE_NOOP("errors", "Con eso no cambia ningún precio. Revisá qué elegiste.")


class PriceBatchNotFoundError(ShopError):
    """A mass price change must exist to be undone."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún cambio de precios con el número {batch}.")


class PriceBatchUndoneError(ShopError):
    """A mass price change is undone once."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese cambio de precios ya está deshecho.")


class UnitError(ShopError):
    """A product is sold by the piece or by the kilogram."""

    sentence = QT_TRANSLATE_NOOP("errors", "No existe la unidad «{unit}». Escribí «unidad» o «kg».")
