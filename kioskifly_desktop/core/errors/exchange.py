"""Files brought in and taken out, and clients who turned out to be one."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class ExchangeError(ShopError):
    """A file that is brought in can be read, and read as what it should be."""


class FileUnreadableError(ExchangeError):
    """A file that is brought in can be opened."""

    sentence = QT_TRANSLATE_NOOP("errors", "No se puede leer {name}: {reason}.")


class FileEmptyError(ExchangeError):
    """A file that is brought in has rows."""

    sentence = QT_TRANSLATE_NOOP("errors", "{name} no tiene ninguna fila con datos.")


class FileKindError(ExchangeError):
    """A file that is brought in is a CSV, an XLSX or a vCard, whatever its name."""

    sentence = QT_TRANSLATE_NOOP("errors", "No se puede leer {name}: {what}. {way}.")


class FileTooLargeError(ExchangeError):
    """A file that is brought in has a size a shop could have."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} es demasiado grande: {what}. Dividilo en partes más chicas."
    )


class ColumnChoiceError(ExchangeError):
    """A column that is named must exist, and go to a field that exists."""

    sentence = QT_TRANSLATE_NOOP("errors", "No existe {what} «{name}». Elegí entre: {choices}.")


class NameColumnError(ExchangeError):
    """Of the columns brought in, one is the name."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí cuál de las columnas tiene el nombre.")


class CellError(ExchangeError):
    """A cell says something that its column can hold."""

    sentence = QT_TRANSLATE_NOOP("errors", "No entiendo «{text}». Va {way}.")


class RowAgainError(ExchangeError):
    """A row is in its file once."""

    sentence = QT_TRANSLATE_NOOP("errors", "Repite la línea {line}: {what}.")


class AlreadyThereError(ExchangeError):
    """A row is not in the shop yet."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ya está en el negocio: {name}.")


class ArchivedRowError(ExchangeError):
    """What was retired is not brought back by a file."""

    sentence = QT_TRANSLATE_NOOP("errors", "Figura como archivado y no se trae.")


class PlanRefusalError(ExchangeError):
    """An import adds no more than the plan admits."""

    sentence = QT_TRANSLATE_NOOP("errors", "{reason} No se importó nada.")


class RowProblemsError(ExchangeError):
    """A file is brought in whole, or without the rows that a person leaves out."""

    sentence = QT_TRANSLATE_NOOP("errors", "{problems}\nNo se importó nada.")


class ImportCancelledError(ExchangeError):
    """What is cancelled leaves nothing behind."""

    sentence = QT_TRANSLATE_NOOP("errors", "Importación cancelada. No se importó nada.")


class ExportCancelledError(ExchangeError):
    """What is cancelled leaves no file."""

    sentence = QT_TRANSLATE_NOOP("errors", "Exportación cancelada. No se guardó ningún archivo.")


class FutureDayError(ShopError):
    """A debt is not from a day to come."""

    sentence = QT_TRANSLATE_NOOP("errors", "Esa fecha todavía no llegó.")


class SameClientError(ShopError):
    """Two clients become one, not one itself."""

    sentence = QT_TRANSLATE_NOOP("errors", "Elegí dos clientes distintos.")


class DocumentsDifferError(ShopError):
    """Clients with different documents are not the same."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "{one} y {other} tienen documentos distintos. Si uno está mal, corregilo antes de unirlos.",
    )


class ClientMergedError(ShopError):
    """A client who was merged into another takes nothing more."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "{name} se unió con {into}. Buscá a {into} y seguí en su cuenta."
    )
