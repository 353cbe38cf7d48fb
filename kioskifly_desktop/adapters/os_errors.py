"""Says in Spanish why the operating system refused."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "no hay permiso",
    errno.EPERM: "no hay permiso",
    errno.EROFS: "es de solo lectura",
    errno.ENOENT: "no existe",
    errno.EEXIST: "ya existe",
    errno.ENODEV: "no existe",
    errno.ENXIO: "no hay nada conectado",
    errno.EISDIR: "es una carpeta",
    errno.ENOTDIR: "no es una carpeta",
    errno.ENOSPC: "no queda lugar en el disco",
    errno.EDQUOT: "no queda lugar en el disco",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
    errno.EBUSY: "la está usando otro programa",
    errno.EIO: "falló el dispositivo",
    errno.ECONNREFUSED: "la impresora rechazó la conexión",
    errno.ECONNRESET: "la impresora cortó la conexión",
    errno.ECONNABORTED: "la impresora cortó la conexión",
    errno.EPIPE: "la impresora cortó la conexión",
    errno.EHOSTUNREACH: "no se llega a la impresora por la red",
    errno.ENETUNREACH: "no hay red",
    errno.ETIMEDOUT: "no contesta",
}


class UnreachableError(Exception):
    """A printer can't be reached; the message is a Spanish phrase."""


def os_reason(error: OSError) -> str:
    """Return the cause of an error as a Spanish phrase, lower case and without a full stop."""
    if isinstance(error, TimeoutError):
        return _REASONS[errno.ETIMEDOUT]
    return _REASONS.get(error.errno or 0) or f"error {error.errno or type(error).__name__}"
