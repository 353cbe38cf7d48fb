"""Messages to clients and what they promised to pay."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class MessagesRefusedError(ShopError):
    """Who asked for no messages gets none."""

    sentence = QT_TRANSLATE_NOOP("errors", "{name} pidió no recibir mensajes.")


class MessageCautionError(ShopError):
    """Some messages need a person who insists."""

    sentence = QT_TRANSLATE_NOOP("errors", "{caution} Si igual querés mandarlo, confirmalo.")


class MessageTextError(ShopError):
    """A message says something."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el mensaje.")


class WhatsAppNumberError(ShopError):
    """A message goes to a number that WhatsApp knows how to dial."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El teléfono «{phone}» está incompleto: escribilo con característica, como 351 455-0917.",
    )


class WhatsAppMissingError(WhatsAppNumberError):
    """A message goes to some number."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No tiene teléfono: cargáselo para escribirle por WhatsApp."
    )


class NotMobileError(WhatsAppNumberError):
    """WhatsApp is on mobiles."""

    sentence = QT_TRANSLATE_NOOP("errors", "El teléfono «{phone}» no parece un celular: revisalo.")


class NothingOwedError(ShopError):
    """Only who owes promises to pay or is reminded."""

    sentence = QT_TRANSLATE_NOOP("errors", "{name} no debe nada.")


class PromiseAmountError(ShopError):
    """A promise is of what is owed, at most."""

    sentence = QT_TRANSLATE_NOOP("errors", "La promesa va de $\u00a00,01 a lo que debe: {maximum}.")


class PromiseDayError(ShopError):
    """A promise is for a day of the coming year."""

    sentence = QT_TRANSLATE_NOOP("errors", "La promesa tiene que ser para hoy o dentro del año.")


class PromiseNotFoundError(ShopError):
    """A promise must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ninguna promesa con el número {promise}.")


class PromiseOverError(ShopError):
    """Only what is still to come can be taken back."""

    sentence = QT_TRANSLATE_NOOP("errors", "Esa promesa ya no está pendiente.")


class QuietDaysError(ShopError):
    """The rest between messages is a whole number of days."""

    sentence = QT_TRANSLATE_NOOP("errors", "Los días entre mensajes van de 0 a {maximum}.")
