"""Debts at today's price, in dispute, and given up."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class TodayPriceOffError(ShopError):
    """Debts are brought to today's price only where the owner turned that on."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El fiado a precio de hoy está apagado. Un administrador lo activa en Ajustes, en Fiado.",
    )


class UpToDateError(ShopError):
    """An update of prices moves something."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No hay nada que actualizar: lo que debe {name} ya está a precio de hoy."
    )


class UpdateChangedError(ShopError):
    """An update moves what was shown to who applies it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Cambió mientras mirabas: la diferencia ahora es {amount}. Revisala de nuevo."
    )


class UpdateNotLastError(ShopError):
    """Of a client's updates of prices only the last one is undone."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Después de esa actualización hubo otra, o volvió parte de la mercadería. "
        "Anulá primero la última, o corregí con un ajuste.",
    )


class TodayPriceTermsError(ShopError):
    """Updates have a cap and days of grace within reason."""

    sentence = QT_TRANSLATE_NOOP("errors", "El tope va de 1 a {cap} % y los días de 0 a {days}.")


class NotDisputableError(ShopError):
    """What is disputed is a debt that stands."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Eso no se puede discutir: no es una deuda, o ya no se debe."
    )


class DisputedError(ShopError):
    """An entry is in one dispute at a time."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese movimiento ya está en disputa.")


class NotDisputedError(ShopError):
    """Only what is in dispute is settled."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese movimiento no está en disputa.")


class DisputeSettledError(ShopError):
    """What a dispute took off a debt is not taken off again with the goods."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Esa compra estuvo en disputa y ya se sacó de la deuda. Anulá antes ese ajuste.",
    )


class GivenUpError(ShopError):
    """Goods whose debt was given up are not credited: nobody paid for them."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Esa deuda se dio por incobrable. Anulá antes esa baja, y después esto."
    )


class DisputeOpenError(ShopError):
    """Who has something in dispute is not merged."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} tiene un movimiento en disputa. Resolvelo antes de unirlo con otro."
    )


class WriteOffError(ShopError):
    """No more is given up than is owed."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} debe {balance}: se da por incobrable eso o menos, y más que cero."
    )
