"""Promotions, points and what is agreed with a client."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class LoyaltyFigureError(ShopError):
    """A figure of points or of a promotion is within reason."""

    sentence = QT_TRANSLATE_NOOP("errors", "{label}: tiene que ser de {minimum} a {maximum}.")


class DatesError(ShopError):
    """Nothing ends before it begins."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La fecha de fin es anterior a la de inicio. Corregí una de las dos."
    )


class NameTakenError(ShopError):
    """What is listed by its name has one of its own."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ya hay otro con el nombre «{name}». Poné otro nombre.")


class PromotionGoodsError(ShopError):
    """A promotion is on something."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí qué productos o rubros entran en la promoción.")


class ComboGoodsError(ShopError):
    """A combo is of products, two pieces at least."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Un combo lleva productos que se venden por unidad, dos o más."
    )


class WeekdaysError(ShopError):
    """A promotion runs on some day of the week."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí al menos un día de la semana.")


class GroupMissingError(ShopError):
    """A promotion for a group names it."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí el grupo de clientes.")


class GroupInUseError(ShopError):
    """A group stays while a promotion is for it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "«{name}» lo usa una promoción. Cambiala o quitala antes de borrar el grupo."
    )


class PriceListInUseError(ShopError):
    """A price list stays while a client buys by it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Con la lista «{name}» compra algún cliente. Cambiásela antes de borrarla."
    )


class LoyaltyNotFoundError(ShopError):
    """What is changed exists."""

    sentence = QT_TRANSLATE_NOOP("errors", "Eso ya no está: otro lo borró. Actualizá la lista.")


class CategoryMissingError(ShopError):
    """A discount by category names it."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el rubro del descuento.")


class ClientLockedError(ShopError):
    """To who is locked only an administrator sells."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} está bloqueado: {reason}. Sólo un administrador puede venderle."
    )


class PointsOffError(ShopError):
    """Points are redeemed by a client, where the shop gives points."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Para canjear puntos, elegí el cliente y activá los puntos en Ajustes."
    )


class PointsRangeError(ShopError):
    """Points are redeemed from the least, and no more than there are and the sale takes."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "En esta venta se canjean de {least} a {most} puntos. Corregí cuántos."
    )


class PointsShortError(ShopError):
    """Points that nobody has are not redeemed."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "En esta venta no se pueden canjear puntos: hacen falta {least} o más."
    )
