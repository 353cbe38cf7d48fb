"""Sales, voids and returns."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class EmptySaleError(ShopError):
    """A sale has something in it."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay nada que cobrar. Escaneá un producto.")


class ProductInactiveError(ShopError):
    """Only what is active in the catalogue is sold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} está inactivo. Sacalo de la venta o activalo en Productos."
    )


class PriceMissingError(ShopError):
    """A product without a price is sold at the one that is said."""

    sentence = QT_TRANSLATE_NOOP("errors", "{name} no tiene precio. Escribí a cuánto lo vendés.")


class LabelAmountError(ShopError):
    """The amount of a scale's label is its weight by the price."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El importe de la etiqueta de {name} no sale de su peso y su precio. Escaneala de nuevo.",
    )


class PricesChangedError(ShopError):
    """What is charged is what the screen showed."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El total cambió de {shown} a {total}: cambió un precio o una promoción. "
        "Revisá la venta y cobrá de nuevo.",
    )


class PaymentShortError(ShopError):
    """A sale is paid whole, by whatever means."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Faltan {shown}. Cobralos por otro medio o dejalos en la cuenta."
    )


class ChangeError(ShopError):
    """Change is given only for cash."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Sobran {excess} y sólo el efectivo da vuelto. Corregí lo cobrado."
    )


class ClientNeededError(ShopError):
    """An account is some client's."""

    sentence = QT_TRANSLATE_NOOP("errors", "Para usar la cuenta corriente, elegí el cliente (F9).")


class MethodRegisterError(ShopError):
    """Cash goes into a drawer, and what is not cash into none."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Con «{method}» la plata no va a la caja «{register}». Elegí otra caja."
    )


class SaleNotFoundError(ShopError):
    """A sale must exist."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No hay ningún ticket «{number}». Revisá el número: TX-00001-00000012."
    )


class SaleNotVoidableError(ShopError):
    """A sale is voided whole, within its session, before anything of it was returned."""

    sentence = QT_TRANSLATE_NOOP("errors", "Esa venta no se puede anular: {why}.")


class SaleVoidedError(ShopError):
    """Nothing is returned of a sale that was voided."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El ticket {number} está anulado: no queda qué devolver."
    )


class ReturnedTooMuchError(ShopError):
    """No more is returned than was sold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "De {name} quedan {left} para devolver. Corregí la cantidad."
    )


class NothingToReturnError(ShopError):
    """A return takes something back."""

    sentence = QT_TRANSLATE_NOOP("errors", "De ese ticket ya no queda nada para devolver.")


class SaleLineNotFoundError(ShopError):
    """What is returned with a ticket is a line of it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El ticket no tiene ese renglón. Elegí lo que se devuelve de la lista."
    )


class DrawerShortError(ShopError):
    """Money is given back from where there is enough."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "En «{register}» hay {balance}: no alcanza. Devolvelo a la cuenta o de otra caja."
    )


class ParkedSaleNotFoundError(ShopError):
    """A cart put aside must exist to be taken back."""

    sentence = QT_TRANSLATE_NOOP("errors", "Esa venta en espera ya no está: otro la retomó.")


class SaleFileError(ShopError):
    """A file of lines is read whole or not at all."""

    sentence = QT_TRANSLATE_NOOP("errors", "{path}: {reason}. No se registró nada.")
