"""The shop's file, and files asked for."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


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


class ShopGoneError(ShopFileError):
    """The shop's file stays where it was opened, and is the same."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El archivo del negocio ya no está en {path}, o hay otro en su lugar. No se guardó lo "
        "último: cerrá el programa y devolvelo a su lugar, o traé una copia.",
    )


class ShopRescuedError(ShopGoneError):
    """What the program still holds of a file that is gone is kept beside its place."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "El archivo del negocio ya no está en {path}, o hay otro en su lugar. No se guardó lo "
        "último; todo lo de antes quedó en {rescued}. Cerrá el programa y renombralo shop.db.",
    )


class ShopLockedError(ShopFileError):
    """One process writes in the shop's file."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "Otro programa está usando el negocio {path}. No se guardó nada: cerralo y probá de nuevo.",
    )


class ShopClosedError(ShopFileError):
    """A shop that was closed takes no writes: the program is ending."""

    sentence = QT_TRANSLATE_NOOP("errors", "El programa se está cerrando. Abrilo de nuevo.")


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
