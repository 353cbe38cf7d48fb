"""Copies of the shop's file."""

from __future__ import annotations

from kioskifly_desktop.core.errors.base import QT_TRANSLATE_NOOP, ShopError


class BackupError(ShopError):
    """A copy must be whole to be called one."""


class BackupFolderError(BackupError):
    """Copies go where there is room and permission."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se pudo guardar la copia en {path}: {reason}. Las copias anteriores siguen ahí.",
    )


class BackupFolderMissingError(BackupError):
    """A stick must be plugged in; no folder is made in its place."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se guardó la copia: la carpeta {path} no está. Si es un pendrive, enchufalo.",
    )


class BackupBusyError(BackupError):
    """One copy of a shop is made or brought back at a time."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Ya se está haciendo una copia del negocio. Esperá a que termine."
    )


class BackupSourceError(BackupError):
    """A damaged shop is not copied over good copies."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se guardó la copia: el archivo del negocio, {path}, está dañado. "
        "Las copias anteriores siguen ahí.",
    )


class BackupSourceBooksError(BackupError):
    """Books that don't agree are not copied over good copies."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se guardó la copia: las cuentas del negocio no cierran. {problem} "
        "Las copias anteriores siguen ahí.",
    )


class BackupUnreadableError(BackupError):
    """A copy must be within reach to be opened."""

    sentence = QT_TRANSLATE_NOOP("errors", "No se puede leer {path}: {reason}.")


class BackupDamagedError(BackupError):
    """A copy is read again before it is trusted."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La copia {path} está dañada y no se puede usar: elegí una anterior."
    )


class BackupBooksError(BackupError):
    """A copy of books that don't agree would hide it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "En la copia {path} las cuentas no cierran. {problem} Elegí una anterior."
    )


class PassphraseError(BackupError):
    """A sealed copy opens with the words that sealed it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La clave no es la de la copia {path}. Escribila igual que al guardarla."
    )


class PassphraseMissingError(BackupError):
    """A sealed copy needs its words."""

    sentence = QT_TRANSLATE_NOOP("errors", "La copia {path} tiene clave. Escribila para abrirla.")


class PassphraseUnsetError(BackupError):
    """Sealed copies need words that this computer keeps."""

    sentence = QT_TRANSLATE_NOOP(
        "errors",
        "No se guardó la copia: lleva clave y esta computadora no la tiene. "
        "Escribila en Ajustes › Copias.",
    )


class PassphraseShortError(BackupError):
    """Words that are soon guessed seal nothing."""

    sentence = QT_TRANSLATE_NOOP("errors", "La clave lleva {minimum} caracteres o más.")


class BackupHoursError(BackupError):
    """A day is the longest between copies."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "Elegí cada cuántas horas: de 1 a {maximum}, o 0 para no copiar por reloj."
    )
