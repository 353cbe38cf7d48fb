"""Rules of the catalogue and its stock that the shop can break, as those in `errors`."""

from __future__ import annotations

from kioskifly_desktop.core.errors import QT_TRANSLATE_NOOP, QuantityError, ShopError


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


class ProductRowError(ShopError):
    """A row of a file has no more cells than there are titles."""

    sentence = QT_TRANSLATE_NOOP("errors", "Tiene más columnas que los títulos.")


class ProductFileError(ShopError):
    """A file of products is read whole or not at all."""

    sentence = QT_TRANSLATE_NOOP("errors", "{problems}\nNo se importó ningún producto.")
