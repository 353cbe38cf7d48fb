"""Clients, users and what is known of them."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class DateError(ShopError):
    """A date must exist and be written day first."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No entiendo esa fecha. Escribila con día, mes y año: 05/03/1980."
    )


class BirthdayError(ShopError):
    """A birthday is in the past and within a lifetime."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La fecha de cumpleaños no puede ser futura ni de hace más de 120 años."
    )


class TextTooLongError(ShopError):
    """A text field has a limit."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Ese texto es demasiado largo: {label} admite hasta {limit} caracteres."
    )


class NameMissingError(ShopError):
    """Everything that is listed has a name."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el nombre.")


class FiscalConditionError(ShopError):
    """A client's condición fiscal is one of those in force."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No existe la condición fiscal «{code}». Elegí una de estas: {choices}."
    )


class DocumentTypeError(ShopError):
    """A document type is one of those in force."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No existe el tipo de documento «{code}». Elegí uno de estos: {choices}."
    )


class DocumentNotAcceptedError(ShopError):
    """Each condición fiscal takes certain documents."""

    sentence = QT_TRANSLATE_NOOP("errors", "«{condition}» lleva {accepted}. Cambiá el documento.")


class DocumentNumberError(ShopError):
    """A document number must be valid for its type."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese {document} no es válido: {reason}. Revisalo.")


class DuplicateDocumentError(ShopError):
    """A document belongs to one client."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Ese documento ya es de {name}. Abrí ese cliente o revisá el número."
    )


class DuplicateArchivedDocumentError(DuplicateDocumentError):
    """A document belongs to one client, archived ones too."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Ese documento ya es de {name}, que está archivado. Recuperalo desde «Archivados».",
    )


class ClientNotFoundError(ShopError):
    """A client must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún cliente con el número {client}.")


class ClientArchivedError(ShopError):
    """An archived client takes no new movements."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} está archivado. Recuperalo antes de registrarle movimientos."
    )


class ClientHasMovementsError(ShopError):
    """A client with movements or messages is archived, never deleted."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} tiene movimientos o mensajes y no se puede eliminar. Podés archivarlo."
    )


class ClientOwesError(ShopError):
    """A client with a balance is not archived."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} tiene saldo ({balance}). Dejalo en cero antes de archivarlo."
    )


class ClientAnonymousError(ShopError):
    """A client whose personal data were deleted is nobody any more."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} ya no tiene datos personales y no vuelve a usarse. Cargá otro cliente."
    )


class AnonymiseError(ShopError):
    """A client with something pending keeps their data until it is settled."""

    sentence = QT_TRANSLATE_NOOP("errors", "Todavía no se puede anonimizar a {name}: {why}.")


class CreditDaysError(ShopError):
    """A client's credit days are a whole number within ten years."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El plazo va de 0 a {maximum} días. Dejalo vacío si no tiene plazo."
    )


class NotAllowedError(ShopError):
    """Each act needs a permission; `fields["permission"]` is the one that lacks."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Esto necesita permiso: «{act}». Lo puede autorizar un administrador con su PIN."
    )


class UserNotFoundError(ShopError):
    """Every act is somebody's."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No hay ningún usuario «{name}». Los usuarios son: {names}."
    )


class UserNameTakenError(ShopError):
    """A person's name is theirs alone."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ya hay un usuario «{name}». Elegí otro nombre.")


class UserNameArchivedError(UserNameTakenError):
    """A person's name is theirs alone, also once they are gone."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "«{name}» es un usuario desactivado. Reactivalo o elegí otro nombre."
    )


class LastAdministratorError(ShopError):
    """Somebody must be able to do everything."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} es el único administrador. Antes nombrá administrador a otra persona."
    )


class PinError(ShopError):
    """A PIN is four to six digits."""

    sentence = QT_TRANSLATE_NOOP("errors", "El PIN lleva de 4 a 6 números.")


class PinMissingError(ShopError):
    """An administrator without a PIN stays out once another one has theirs."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} todavía no tiene PIN. Pedile a otro administrador que se lo ponga."
    )


class PinNeededError(ShopError):
    """Who has a PIN proves who they are."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} entra con PIN: usá una terminal, o ponelo en {variable}."
    )


class LastPinError(ShopError):
    """While there are PINs, an administrator has one."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{name} es el único administrador con PIN. Poné antes un PIN a otro administrador.",
    )


class WrongPinError(ShopError):
    """A PIN is the person's own."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese no es el PIN de {name}: {left}.")


class PinLockedError(ShopError):
    """After wrong PINs or rescue codes the next one waits."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Demasiados intentos equivocados para {name}. Probá de nuevo en {wait}."
    )


class RescueCodeError(ShopError):
    """A rescue code is sixteen symbols."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El código de rescate lleva 16 letras y números: fijate que estén todos."
    )


class RescueMissingError(ShopError):
    """A rescue code is made before it is used, and used once."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No hay código de rescate: nunca se hizo, o ya se usó. Cada uno vale una vez."
    )


class WrongRescueCodeError(ShopError):
    """The rescue code is the last one that was made."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese no es el código de rescate: {left}.")


class EmailError(ShopError):
    """An e-mail address has its parts."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese e-mail no está completo: nombre@dominio.com.")


class PhoneError(ShopError):
    """A phone has digits enough to be dialled."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Ese teléfono no está completo: escribilo con característica, 11 5842-0917."
    )


class NoMovementsError(ShopError):
    """A statement needs movements."""

    sentence = QT_TRANSLATE_NOOP("errors", "{name} no tiene movimientos en ese período.")
