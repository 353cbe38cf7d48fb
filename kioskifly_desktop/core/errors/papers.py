"""Vouchers, printers and jobs."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class VoucherNotFoundError(ShopError):
    """A voucher must exist."""

    sentence = QT_TRANSLATE_NOOP("errors", "No hay ningún comprobante {number}. Revisá el número.")


class PrinterError(ShopError):
    """A printer's record must say how to reach it."""

    sentence = QT_TRANSLATE_NOOP("errors", "No se puede imprimir así: {reason}.")


class UsbSearchError(ShopError):
    """Looking for USB printers needs the system's USB library."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se puede buscar en USB: {reason}. La impresora se puede usar igual como cola del "
        "sistema o por red.",
    )


class NoPrinterError(ShopError):
    """Printing needs a printer."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Todavía no hay impresora. Agregala en Ajustes › Impresora."
    )


class NoDrawerError(ShopError):
    """Opening the drawer needs a printer that opens it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Ninguna impresora abre el cajón. Elegí su pin en Ajustes › Impresora."
    )


class LogoError(ShopError):
    """A logo is small enough for every paper."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "El logo va hasta {width} por {height} puntos. Elegí una imagen más chica."
    )


class ImageFileError(ShopError):
    """A logo is read from a picture."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "«{name}» no es una imagen. Elegí un archivo PNG, JPG o BMP."
    )


class JobNotFoundError(ShopError):
    """A print job must exist and still be waiting."""

    sentence = QT_TRANSLATE_NOOP("errors", "Ese trabajo de impresión ya no está pendiente.")


class AnchorError(ShopError):
    """The code that papers are anchored with has its shape."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Ese no es un control del libro. Copialo del papel: 1523-K7QF-2MZD."
    )
