"""Says in Spanish why the operating system refused."""

from __future__ import annotations

import errno

from kioskifly_desktop.core.phrases import Phrase

_REASONS = {
    errno.EACCES: Phrase("no hay permiso"),
    errno.EPERM: Phrase("no hay permiso"),
    errno.EROFS: Phrase("es de solo lectura"),
    errno.ENOENT: Phrase("no existe"),
    errno.EEXIST: Phrase("ya existe"),
    errno.ENODEV: Phrase("no existe"),
    errno.ENXIO: Phrase("no hay nada conectado"),
    errno.EISDIR: Phrase("es una carpeta"),
    errno.ENOTDIR: Phrase("no es una carpeta"),
    errno.ENOSPC: Phrase("no queda lugar en el disco"),
    errno.EDQUOT: Phrase("no queda lugar en el disco"),
    errno.ENAMETOOLONG: Phrase("el nombre es demasiado largo"),
    errno.EBUSY: Phrase("la está usando otro programa"),
    errno.EIO: Phrase("falló el dispositivo"),
    errno.ECONNREFUSED: Phrase("la impresora rechazó la conexión"),
    errno.ECONNRESET: Phrase("la impresora cortó la conexión"),
    errno.ECONNABORTED: Phrase("la impresora cortó la conexión"),
    errno.EPIPE: Phrase("la impresora cortó la conexión"),
    errno.EHOSTUNREACH: Phrase("no se llega a la impresora por la red"),
    errno.ENETUNREACH: Phrase("no hay red"),
    errno.ETIMEDOUT: Phrase("no contesta"),
}


class UnreachableError(Exception):
    """A printer can't be reached; the message is a Spanish phrase."""


def os_reason(error: OSError) -> str:
    """Return the cause of an error as a Spanish phrase, lower case and without a full stop."""
    if isinstance(error, TimeoutError):
        return _REASONS[errno.ETIMEDOUT]
    return _REASONS.get(error.errno or 0) or f"error {error.errno or type(error).__name__}"
