"""Rules the shop can break: each one a class, its docstring the rule, its sentence what to do."""

from __future__ import annotations

from typing import Any, ClassVar


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate collects
    """Return `text` unchanged: marks it for translation without needing Qt here."""
    return text


class ShopError(Exception):
    """A rule of the shop, or a fact of the world, stands against what was asked.

    `sentence` is the Spanish template shown to the person; `fields` fills it, already formatted.
    `field` names the form field to mark, where there is one.
    """

    sentence: ClassVar[str] = ""

    def __init__(self, *, field: str = "", **fields: Any) -> None:
        self.field = field
        self.fields = fields
        super().__init__(self.sentence.format(**fields))


class AmountError(ShopError):
    """An amount must be understood without guessing."""

    sentence = QT_TRANSLATE_NOOP("errors", "No entiendo ese monto. Probá con 1500 o 1.500,50.")


class AmountMissingError(AmountError):
    """An amount is needed."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el monto.")


class AmountDecimalsError(AmountError):
    """Money has at most two decimals."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El monto lleva dos decimales como máximo: escribilo así, 1.500,50."
    )


class AmountRangeError(AmountError):
    """An amount is above zero and within what the books can hold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El monto tiene que ser mayor que cero y de hasta {maximum}."
    )


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


class ReasonMissingError(ShopError):
    """A correction of money says why."""

    sentence = QT_TRANSLATE_NOOP("errors", "Escribí el motivo: queda guardado con el movimiento.")


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
    """A client with movements is archived, never deleted."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} tiene movimientos y no se puede eliminar. Podés archivarlo."
    )


class ClientOwesError(ShopError):
    """A client with a balance is not archived."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} tiene saldo ({balance}). Dejalo en cero antes de archivarlo."
    )


class DebtLimitError(ShopError):
    """A purchase on account stays within the client's debt limit."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} pasaría su límite por {excess}. Cobrale al menos eso primero."
    )


class RegisterNotFoundError(ShopError):
    """A register must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ninguna caja «{name}». Las cajas son: {names}.")


class RegisterArchivedError(ShopError):
    """An archived register takes no money."""

    sentence = QT_TRANSLATE_NOOP("errors", "La caja «{name}» está archivada. Elegí otra.")


class RegisterNameTakenError(ShopError):
    """Two registers don't share a name."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ya hay una caja «{name}». Ponele otro nombre.")


class RegisterBusyError(ShopError):
    """A register with money is not archived; neither is the last one."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La caja «{name}» no se puede archivar: tiene saldo o es la única."
    )


class PaymentMethodError(ShopError):
    """A means of payment is one of those known."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No existe el medio de pago «{code}». Elegí uno de estos: {choices}."
    )


class NotAllowedError(ShopError):
    """Some acts belong to the administrator."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Eso lo hace un administrador. Cambiá de usuario abajo a la derecha."
    )


class UserNotFoundError(ShopError):
    """Every act is somebody's."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No hay ningún usuario «{name}». Los usuarios son: {names}."
    )


class RequestReusedError(ShopError):
    """A request identifier names one operation for ever."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El identificador «{request_id}» ya se usó para otra operación. Usá uno nuevo.",
    )


class RequestIdError(ShopError):
    """A request identifier is 1 to 64 printable characters."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El identificador del pedido lleva de 1 a 64 letras, números o guiones."
    )


class BalanceOverflowError(ShopError):
    """A balance stays within what the books can hold."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Con ese monto el saldo saldría de lo que el libro admite. Revisá el monto."
    )


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


class NotReversibleError(ShopError):
    """Only payments and adjustments are reversed from the wallet."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese movimiento no se puede anular desde acá.")


class AlreadyReversedError(ShopError):
    """An entry is reversed once."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese movimiento ya está anulado.")


class VoucherNotFoundError(ShopError):
    """A voucher must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún comprobante {number}. Revisá el número.")


class PrinterError(ShopError):
    """A printer's record must say how to reach it."""

    sentence = QT_TRANSLATE_NOOP("errors", "No se puede imprimir así: {reason}.")


class NoPrinterError(ShopError):
    """Printing needs a printer."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Todavía no hay impresora. Agregala en Ajustes › Impresora."
    )


class JobNotFoundError(ShopError):
    """A print job must exist and still be waiting."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese trabajo de impresión ya no está pendiente.")


class ShopFileError(ShopError):
    """The shop's file must be there, whole, ours and writable."""


class NotAShopError(ShopFileError):
    """The file must be a shop's database."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El archivo {path} no es un negocio de Kioskifly o está dañado. "
        "No se tocó nada: elegí otra carpeta o restaurá una copia.",
    )


class NewerShopError(ShopFileError):
    """A newer program's file is not opened by an older one."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El negocio {path} es de una versión más nueva de Kioskifly. Actualizá el programa.",
    )


class ReadOnlyShopError(ShopFileError):
    """The shop's file and folder must be writable."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se puede escribir en {path}. No se guardó nada: "
        "revisá los permisos de la carpeta y el espacio en disco.",
    )


class ShopLockedError(ShopFileError):
    """One process writes in the shop's file."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Otro programa está usando el negocio {path}. No se guardó nada: cerralo y probá de nuevo.",
    )


class ShopInUseError(ShopFileError):
    """One process owns the shop."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Kioskifly ya está abierto con este negocio ({path}). Seguí en esa ventana o cerrala.",
    )


class NoShopError(ShopFileError):
    """A shop must have been created before it is read."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "En {path} todavía no hay ningún negocio. Abrí el programa una vez, "
        "o creá uno de ejemplo con: kioskifly demo {path}",
    )


class ShopExistsError(ShopFileError):
    """A demo never overwrites a shop."""

    sentence = QT_TRANSLATE_NOOP("errors", "En {path} ya hay un negocio. Elegí una carpeta vacía.")


class OutputFileError(ShopError):
    """A file asked for must be writable."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "No se pudo guardar {path}: {reason}. Elegí otra carpeta."
    )
