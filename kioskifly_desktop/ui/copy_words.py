"""What is said of the shop's copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kioskifly_desktop.core.es_ar import business_date, format_date, format_datetime, format_time

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from kioskifly_desktop.core.backups import CopyStanding

_MEGA, _KILO = 1_000_000, 1_000


def moment_words(at: datetime, now: datetime) -> str:
    """Return an instant as people say it: `hoy a las 18:04`."""
    days = (business_date(now) - business_date(at)).days
    if days == 0:
        return _tr("hoy a las {time}").format(time=format_time(at))
    if days == 1:
        return _tr("ayer a las {time}").format(time=format_time(at))
    return _tr("el {moment}").format(moment=format_datetime(at))


def sign_words(standing: CopyStanding) -> str:
    """Return the sign of the status bar; empty while the last good copy is new enough."""
    if not standing.old:
        return ""
    if standing.last is None:
        return _tr("Sin copias del negocio")
    return _tr("Sin copia desde el {day}").format(day=format_date(business_date(standing.last)))


def size_words(size: int) -> str:
    """Return a size as people read it: `1,4 MB`."""
    if size < _MEGA:
        return f"{max(size // _KILO, 1)} kB"
    return f"{size / _MEGA:.1f} MB".replace(".", ",")


def restoring_words() -> str:
    """Return what is said while a copy is brought back."""
    return _tr("Restaurando la copia…")


def lost_words(folder: Path) -> str:
    """Return what is said where the shop's file is gone and its copies aren't."""
    words = _tr("No está el archivo del negocio en {folder}, y hay copias de él.")
    return words.format(folder=folder)


def closing_words() -> str:
    """Return what is said while the copy of the close is made."""
    return _tr("Guardando una copia del negocio. No apagues todavía la computadora.")


def restored_words(kept: str) -> str:
    """Return what is said once a copy is back; `kept` is the file from before, if there was one."""
    if not kept:
        return _tr("El negocio quedó como estaba en la copia.")
    words = _tr("El negocio quedó como estaba en la copia. El archivo de antes: {name}.")
    return words.format(name=kept)


def _tr(text: str) -> str:
    return QCoreApplication.translate("copies", text)
