"""Offers to clients, and who writes them."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class NothingToOfferError(ShopError):
    """An offer needs a product that may be offered."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No hay productos con stock y precio para ofrecerle a {name}."
    )


class MarginError(ShopError):
    """The least margin is a part of the price."""

    sentence = QT_TRANSLATE_NOOP("errors", "El margen mínimo va de 0 a 100 %.")


class OfferDiscountError(ShopError):
    """An offer takes off a part of the price."""

    sentence = QT_TRANSLATE_NOOP("errors", "El descuento máximo va de 0 a 99 %.")


class OfferDaysError(ShopError):
    """An offer stands for some days."""

    sentence = QT_TRANSLATE_NOOP("errors", "Una oferta vale de 1 a {maximum} días.")


class BotAddressError(ShopError):
    """A key goes to a safe address only."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Escribí la dirección completa: https://… o, si es de tu red, http://localhost:11434/v1.",
    )


class WriterError(ShopError):
    """A service that writes may fail in many ways; the built-in writer takes over."""


class WriterUnreachableError(WriterError):
    """The service must be reached."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay conexión con el servicio de IA.")


class WriterTimeoutError(WriterError):
    """The service must answer while somebody waits."""

    sentence = QT_TRANSLATE_NOOP("errors", "El servicio de IA tardó demasiado.")


class WriterKeyError(WriterError):
    """The service must know the key."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El servicio de IA no acepta la clave. Revisala en Ajustes, Kiosk-IA."
    )


class WriterKeyMissingError(WriterError):
    """The service needs a key."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Falta la clave del servicio de IA. Cargala en Ajustes, Kiosk-IA."
    )


class WriterBusyError(WriterError):
    """The service takes so many requests."""

    sentence = QT_TRANSLATE_NOOP("errors", "El servicio de IA está ocupado. Probá en un minuto.")


class WriterQuotaError(WriterError):
    """The service is paid for."""

    sentence = QT_TRANSLATE_NOOP("errors", "La cuenta del servicio de IA se quedó sin crédito.")


class WriterModelError(WriterError):
    """The service must have the model."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El servicio de IA no tiene el modelo «{model}». Revisalo en Ajustes, Kiosk-IA."
    )


class WriterServerError(WriterError):
    """The service must work."""

    sentence = QT_TRANSLATE_NOOP("errors", "El servicio de IA tuvo un problema.")


class WriterRefusedError(WriterError):
    """The service may refuse to write."""

    sentence = QT_TRANSLATE_NOOP("errors", "El servicio de IA no quiso escribir esta oferta.")


class WriterAnswerError(WriterError):
    """The answer must be one."""

    sentence = QT_TRANSLATE_NOOP("errors", "El servicio de IA contestó algo que no se entiende.")


class WriterCancelledError(WriterError):
    """Nobody waits any more."""

    sentence = QT_TRANSLATE_NOOP("errors", "Se canceló.")


class KeyStoreError(ShopError):
    """A key is kept where only its owner reads it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No se puede leer ni guardar la clave en {path}: {reason}."
    )
