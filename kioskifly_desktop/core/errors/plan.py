"""What the shop's plan gives, and the keys it comes by."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class PlanFeatureError(ShopError):
    """A feature is used by the shops whose plan has it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El plan {plan} no tiene «{feature}». Para tenerla, {way}."
    )


class PlanLimitError(ShopError):
    """A plan admits so many clients, users and registers."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Tenés {used} y el plan {plan} admite hasta {most}. Para agregar más, {way}."
    )


class PlanKeyUnknownError(ShopError):
    """A plan's key has the shape of one."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Eso no es la clave de un plan. Pegala entera: empieza con KIOSKI-."
    )


class PlanKeyCutError(ShopError):
    """A plan's key is whole."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "A esa clave le falta el final. Copiala entera y pegala de nuevo."
    )


class PlanKeyAlteredError(ShopError):
    """A plan's key is as it was given."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Esa clave tiene letras cambiadas. Copiala de nuevo tal como te llegó."
    )


class PlanKeyForgedError(ShopError):
    """A plan's key is signed by the vendor."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Esa clave no la firmó Kioskifly. Pedile la clave a quien te vendió el programa."
    )


class PlanKeyNewerError(ShopError):
    """A plan's key is one that this version of the program reads."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Esa clave es para una versión más nueva de Kioskifly. Actualizá el programa."
    )


class PlanKeyExpiredError(ShopError):
    """A plan's key is used until its last day."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La clave del plan {plan} venció el {expires}. Pedí una nueva para renovarlo."
    )


class PlanKeyForeignError(ShopError):
    """A plan's key is used by the shop it was made for."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Esa clave es de otro negocio ({shop}). Si es el tuyo, corregí los datos en "
        "Ajustes › Negocio y cargala de nuevo.",
    )
