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


class BackupDamagedError(BackupError):
    """A copy is read again before it is trusted."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La copia {path} está dañada y no se puede usar: elegí una anterior."
    )


class BackupBooksError(BackupError):
    """A copy of books that don't agree would hide it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La copia {path} se puede leer, pero sus cuentas no cierran: {problem}"
    )


class PassphraseError(BackupError):
    """A sealed copy opens with the words that sealed it."""

    sentence = QT_TRANSLATE_NOOP(
        "errors", "La clave no es la de la copia {path}. Escribila igual que al guardarla."
    )


class PassphraseMissingError(BackupError):
    """A sealed copy needs its words."""

    sentence = QT_TRANSLATE_NOOP("errors", "La copia {path} tiene clave. Escribila para abrirla.")
